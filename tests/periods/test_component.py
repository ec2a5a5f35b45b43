from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from pipeline.periods import component
from pipeline.records import Anchor


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("nl")
    nlp.add_pipe("feitenbank_periods")
    return nlp


def test_spans_and_expressions_are_set(nlp: Language) -> None:
    doc = nlp("Sinds 2017 daalt het aantal, na tien jaar groei.")
    assert [time.edtf or time.iso8601 for time in doc._.time_expressions] == ["2017/..", "P10Y"]
    assert [(span.text, span.label_) for span in doc.spans[component.SPANS]] == [
        ("Sinds 2017", "span"),
        ("tien jaar", "duration"),
    ]


def test_the_date_of_the_document_is_the_anchor(nlp: Language) -> None:
    doc = nlp.make_doc("Vorig jaar waren het er meer.")
    doc._.published = "2019-07-08"
    doc = nlp(doc)
    assert [time.edtf for time in doc._.time_expressions] == ["2018"]


@pytest.mark.parametrize(
    ("published", "anchor"),
    [
        (None, None),
        ("2017/..", None),
        ("2023-11", Anchor("2023-11-01", "2023-11-30")),
    ],
)
def test_anchor_of_a_date_of_publication(published: str | None, anchor: Anchor | None) -> None:
    assert component.anchor_of(published) == anchor
