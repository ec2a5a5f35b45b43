from __future__ import annotations

import pytest

from pipeline.clean.render import hyphenated_words, render


def rendered(text: str, **options: bool) -> str:
    spans = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            spans.append((at, at + len(line)))
        at += len(line) + 1
    return render(text, spans, vocabulary=hyphenated_words(text), **options)[0]


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("de  integratie-\nuitkering daalt", "de integratieuitkering daalt"),
        ("schuld-\n   hulp", "schuldhulp"),
        ("Noord-\nHolland", "Noord-Holland"),
        ("de CDA-\nfractie", "de CDA-fractie"),
        ("in-\nen uitstroom", "in- en uitstroom"),
        ("in- en\nuitstroom", "in- en uitstroom"),
        ("2015-\n2019", "2015-2019"),
        ("zzp-\ners", "zzp-ers"),
        ("oud-\nwethouder", "oud-wethouder"),
        ("de G40-\nsteden", "de G40-steden"),
        ("eind-\ndoel is ons eind-doel", "eind-doel is ons eind-doel"),
        ("een streep -\nen verder", "een streep - en verder"),
        ("jeugd\u00adzorg", "jeugdzorg"),
        ("jeugd\u00ad\nzorg", "jeugdzorg"),
        ("8\u00a0procent\u2009en\u3000meer", "8 procent en meer"),
        ("nul\u200bbreed\ufeff", "nulbreed"),
        ("e\u0301e\u0301n", "één"),
        ("een\uf0b7twee", "een twee"),
        ("regel een\n\n\nregel twee", "regel een regel twee"),
    ],
)
def test_paragraphs(text: str, clean: str) -> None:
    assert rendered(text) == clean


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("Jaar\tAantal\n2020\t 12", "Jaar\tAantal\n2020\t12"),
        ("Jaar | Aantal\n2020  |  12", "Jaar | Aantal\n2020 | 12"),
        ("Jaar      Aantal\n2020      12", "Jaar\tAantal\n2020\t12"),
        ("Tekort-\nen meer", "Tekort-\nen meer"),
    ],
)
def test_tables_keep_rows_and_columns(text: str, clean: str) -> None:
    assert rendered(text, rows=True) == clean


def test_every_character_knows_where_it_came_from() -> None:
    text = "de schuld-\nhulp in Emmen"
    clean, origin = render(text, [(0, 10), (11, len(text))])
    at = clean.index("schuldhulp")
    assert text[origin[at] : origin[at + 9] + 1] == "schuld-\nhulp"
