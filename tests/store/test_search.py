from __future__ import annotations

import time

import pytest
from handmade import analyse, found
from hypothesis import given
from hypothesis import strategies as st

from pipeline.store.search import highlights, match_expression
from pipeline.store.writer import Writer


@pytest.fixture
def filled(writer: Writer) -> Writer:
    analysis = analyse()
    writer.write(analysis, found(analysis), fingerprint="a", run=writer.start_run())
    return writer


def positions(writer: Writer, query: str) -> list[int]:
    """The positions of the sentences that a query finds in the article."""
    expression = match_expression(query)
    assert expression is not None
    return [
        row[0]
        for row in writer.connection.execute(
            "SELECT position FROM sentences WHERE number IN "
            "(SELECT rowid FROM sentences_fts WHERE sentences_fts MATCH ?) ORDER BY position",
            (expression,),
        )
    ]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("jongere", [1]),
        ("JONGEREN", [1]),
        ("wachttijd", [0]),
        ("cafe", [3]),
        ("café", [3]),
        ('"voorlopige cijfers"', [2]),
        ('"cijfers voorlopige"', []),
        ('"voorlopig cijfer"', [2]),
        ("wacht*", [0]),
        ("cijfers -voorlopige", []),
        ("afspraak -voorlopige", [3]),
        ("wachttijden OR afspraak", [0, 3]),
        ("OR afspraak OR", [3]),
        ("akkerman jeugdhulp", [1]),
        ("akkerman afspraak", []),
        ("0592", [3]),
        ("D66", [1]),
    ],
)
def test_finds(filled: Writer, query: str, expected: list[int]) -> None:
    assert positions(filled, query) == expected


@pytest.mark.parametrize("query", ["", "   ", '""', "-", "*", "OR", "-jongere", "…"])
def test_nothing_to_look_for(query: str) -> None:
    assert match_expression(query) is None


@given(st.text(max_size=60))
def test_nothing_that_is_typed_breaks_the_index(query: str) -> None:
    import sqlite3

    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE t USING fts5(text, stems)")
    expression = match_expression(query)
    if expression is not None:
        db.execute("SELECT * FROM t WHERE t MATCH ?", (expression,)).fetchall()
    for start, end in highlights(query, query):
        assert 0 <= start < end <= len(query)


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("jongere", ["jongeren"]),
        ("jeugd*", ["Jeugdhulp", "jeugdzorg"]),
        ('"cijfer over"', ["cijfers", "over"]),
        ("cijfers -jongeren", ["cijfers"]),
    ],
)
def test_marks_every_form(query: str, marked: list[str]) -> None:
    text = "Jeugdhulp en jeugdzorg: cijfers over jongeren."
    assert [text[start:end] for start, end in highlights(text, query)] == marked


def test_a_long_query_is_not_quadratic() -> None:
    begin = time.process_time()
    match_expression('"' * 50_000 + "a " * 25_000)
    # A tenth of a second on an idle machine; what is quadratic takes far longer.
    assert time.process_time() - begin < 10


def test_deleted_sentences_leave_the_index(filled: Writer) -> None:
    edited = analyse("ruim 14 procent", 14.0)
    filled.write(edited, found(edited), fingerprint="a", run=1)
    (count,) = filled.connection.execute(
        "SELECT count(*) FROM sentences_fts WHERE sentences_fts MATCH ?",
        (match_expression("jongeren"),),
    ).fetchone()
    assert count == 1
    filled.connection.execute(
        "INSERT INTO sentences_fts (sentences_fts) VALUES ('integrity-check')"
    )
