from __future__ import annotations

import pytest

from pipeline.clean import clean
from pipeline.clean.markdown import MASK, mask_markdown
from pipeline.records import Loaded

TEXT = """# Jaarcijfers haven

*Gepubliceerd op 3 juni 2022*

In Delfzijl ging **4,1 miljoen** ton over de kade, zegt [de haven](https://haven.example/x).

| Jaar | Ton |
|------|-----|
| 2020 | 3,8 |
| 2021 | 4,1 |

> We zijn er erg blij mee dat het zo goed ging.
"""


def test_marks_are_no_part_of_what_is_read() -> None:
    result = clean(Loaded("a.md", "", "text/markdown", TEXT))
    read = [(p.kind, result.view.text[p.start : p.end]) for p in result.passages]
    assert read == [
        ("title", "Jaarcijfers haven"),
        ("dateline", "Gepubliceerd op 3 juni 2022"),
        ("lead", "In Delfzijl ging 4,1 miljoen ton over de kade, zegt de haven."),
        ("table", "Jaar | Ton\n2020 | 3,8\n2021 | 4,1"),
        ("body", "We zijn er erg blij mee dat het zo goed ging."),
    ]


def test_offsets_lead_back_to_the_original() -> None:
    view = clean(Loaded("a.md", "", "text/markdown", TEXT)).view
    at = view.text.index("4,1 miljoen")
    start, end = view.to_original(at, at + len("4,1 miljoen"))
    assert TEXT[start:end] == "4,1 miljoen"


@pytest.mark.parametrize(
    "text",
    [
        "3 * 4 * 5 is 60",
        "een_twee_drie",
        "#nummer 4",
        "a [b] (c)",
        "5 > 3",
        "* punt een\n* punt twee",
    ],
)
def test_what_is_no_mark_stays(text: str) -> None:
    masked, blocks = mask_markdown(text)
    assert MASK not in masked
    assert blocks == ()


def test_masking_keeps_the_length() -> None:
    assert len(mask_markdown(TEXT)[0]) == len(TEXT)
