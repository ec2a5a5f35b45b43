from __future__ import annotations

import pytest
from handmade import make_base

from pipeline.store.connect import open_to_read
from pipeline.store.explain import explain, locate
from pipeline.store.lookup import LookupFailedError, find_document
from pipeline.store.reading import read_document
from pipeline.store.words import all_words, amount, number, span, word


@pytest.fixture
def db(base):
    connection = open_to_read(make_base(base))
    yield connection
    connection.close()


@pytest.mark.parametrize(
    ("cleaned", "original", "offset", "expected"),
    [
        ("in 2020 ruim 12 procent", "in 2020 ruim 12 procent", 8, "ruim 12 procent"),
        ("in 2020 ruim 12 procent", "in 2020\nruim  12\nprocent", 8, "ruim 12 procent"),
        ("de jongeren: 12 procent", "de jon-\ngeren: 12 pro-\ncent", 15, "12 procent"),
        ("12 procent", "12 procent", 0, "12 procent"),
        ("kort", "kort en nog veel meer", 30, None),
        ("", "12", 0, None),
    ],
)
def test_words_are_found_again_in_the_cleaned_sentence(
    cleaned: str, original: str, offset: int, expected: str | None
) -> None:
    place = locate(cleaned, original, offset)
    assert (None if place is None else cleaned[place[0] : place[1]]) == expected


def test_figure_is_told_in_sections(db) -> None:
    (figure,) = db.execute("SELECT figure FROM figure_overview WHERE said LIKE 'ruim%'").fetchone()
    found = explain(db, figure)
    assert found.title == "ruim 12 procent: jongeren met jeugdhulp, Assen, 2020"
    assert [section.heading for section in found.sections] == [
        "Wat er gezegd is",
        "Waarop het berust",
        "Waarmee het is vergeleken",
        "Oordeel",
    ]
    lines = {line.label: line.text for section in found.sections for line in section.lines}
    assert lines["dus"] == "12 tot 12,5% (de ondergrens zelf niet)"
    assert lines["ruim genomen"] == "12 tot 13%"
    assert lines["status"] == "voorlopig"
    assert lines["plaats"] == "Assen (genoemd bij het cijfer: ‘Assen’)"
    assert lines["spreker"] == "Roos Akkerman (waar het hele document over gaat)"
    assert found.quote is not None
    assert [found.quote.text[start:end] for start, end in found.quote.marks] == ["ruim 12 procent"]
    assert found.quote.after == "Het gaat om voorlopige cijfers."


def test_figure_refers_to_what_it_was_compared_with(db) -> None:
    one, other = (row[0] for row in db.execute("SELECT id FROM figures ORDER BY id"))
    refers = {line.refers for section in explain(db, one).sections for line in section.lines}
    assert other in refers
    assert any(each and each.startswith("R") for each in refers)


def test_missing_dimensions_are_named(db, base) -> None:
    import sqlite3

    with sqlite3.connect(base) as other:
        other.execute("UPDATE figures SET place = NULL, period = NULL")
    (figure,) = db.execute("SELECT id FROM figures LIMIT 1").fetchone()
    lines = {
        line.label: line.text for section in explain(db, figure).sections for line in section.lines
    }
    assert lines["niet gegeven"] == "plaats, periode"


def test_document_is_cut_in_pieces_that_make_up_the_text(db) -> None:
    document = find_document(db, "rapport.txt")
    reading = read_document(db, document)
    (text,) = db.execute("SELECT text FROM documents WHERE id = ?", (document,)).fetchone()
    for zone in reading.zones:
        assert "".join(piece.text for piece in zone.pieces) == text[zone.start : zone.end]
    marked = {
        piece.mark.kind: piece.text for zone in reading.zones for piece in zone.pieces if piece.mark
    }
    assert marked["figure"] == "9,4 procent"
    assert marked["municipality"] == "Assen"


def test_document_is_found_by_any_name(db) -> None:
    document = find_document(db, "nieuws/wachttijden.txt")
    assert find_document(db, "wachttijden.txt") == document
    assert find_document(db, document) == find_document(db, document[:7]) == document
    for typed in ("w%", "_apport.txt", "wachttijden", ""):
        with pytest.raises(LookupFailedError):
            find_document(db, typed)


@pytest.mark.parametrize(
    ("value", "unit", "dutch", "english"),
    [
        (12.0, "percent", "12%", "12%"),
        (800_000.0, "EUR", "€ 800.000", "€ 800,000"),
        (5.0, "aanbieder", "5 aanbieder", "5 aanbieder"),
        (0.46, "percentage_point", "0,46 procentpunt", "0.46 percentage points"),
        (1642.0, None, "1.642", "1,642"),
        (2.0, "week", "2 weken", "2 weeks"),
        (None, "percent", "", ""),
    ],
)
def test_amounts(value: float | None, unit: str | None, dutch: str, english: str) -> None:
    assert amount(value, unit, "nl") == dutch
    assert amount(value, unit, "en") == english


@pytest.mark.parametrize(
    ("low", "high", "unit", "expected"),
    [
        (12, 12.5, "percent", "12 tot 12,5%"),
        (5, 5, None, "5"),
        (40, None, "percent", "minstens 40%"),
        (None, 40, None, "hooguit 40"),
        (None, None, None, "onbegrensd"),
        (300e6, 330e6, "EUR", "€ 300.000.000 tot 330.000.000"),
    ],
)
def test_intervals(low: float | None, high: float | None, unit: str | None, expected: str) -> None:
    assert span(low, high, unit) == expected


def test_codes_without_words_are_shown_as_they_are() -> None:
    assert word("reason", "new_reason", "nl") == "new reason"
    assert word("verdict", None, "nl") == ""
    assert number(0.1 + 0.2) == "0,3"


def test_every_code_of_the_tables_has_words() -> None:
    from pipeline.store import schema

    families = {
        "verdict": schema.VERDICTS,
        "relation": schema.RELATIONS,
        "rank": schema.RANKS,
        "finding": schema.FINDING_KINDS,
        "hedge": schema.HEDGES,
        "statement": schema.STATEMENTS,
        "stance": schema.STANCES,
        "status": schema.STATUSES,
        "direction": schema.DIRECTIONS,
        "published": schema.PUBLISHED_METHODS,
        "kind": schema.ENTITY_KINDS,
    }
    missing = [
        f"{family}.{code}"
        for family, codes in families.items()
        for code in codes
        if code not in all_words()[family]
    ]
    assert missing == []
