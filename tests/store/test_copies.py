from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path

import pytest
from handmade import BODY, KNOWN, KNOWN_ALIASES, analyse, found

from pipeline.quantities import find
from pipeline.records import DocumentAnalysis
from pipeline.store.copies import THRESHOLD, amounts_of, signature, similarity
from pipeline.store.writer import Writer

FILLER = " ".join(
    f"De {noun} van het dorp {verb} volgens de omwonenden al jaren zonder dat iemand ingrijpt."
    for noun in ("molen", "kerk", "brug", "school", "haven", "markt", "sluis")
    for verb in ("verzakt", "lekt", "kraakt", "wankelt")
)
LONG = BODY.replace("Bel 0592 123456", FILLER + "\nBel 0592 123456")


def original() -> DocumentAnalysis:
    return analyse(body=LONG, path="een.txt", published="2021-03-04")


def reprint() -> DocumentAnalysis:
    body = LONG.replace("Wachttijden lopen terug", "Kortere wachttijd in Assen", 1)
    body = "Wachttijden lopen terug\n" + body
    return analyse(body=body, path="twee.txt", published="2021-03-01")


def corrected() -> DocumentAnalysis:
    return analyse("ruim 13 procent", 13.0, body=LONG, path="drie.txt", published="2021-03-02")


def another() -> DocumentAnalysis:
    body = BODY.replace("Wachttijden lopen terug\n", "Wachttijden lopen terug\nHeel iets anders\n")
    body = body.replace("afspraak in het café", "bezoek aan de kinderboerderij in het café")
    return analyse("bijna 20 procent", 20.0, body=body, path="vier.txt", published="2021-01-01")


def duplicates(base: Path, documents: list[DocumentAnalysis]) -> dict[str, str]:
    """Write documents in this order; return the path of the original of each copy."""
    with Writer(base) as writer:
        writer.seed_knowledge(KNOWN, KNOWN_ALIASES, fingerprint="k")
        run = writer.start_run()
        for each in documents:
            writer.write(each, found(each), fingerprint="a", run=run)
        writer.mark_duplicates()
        return dict(
            writer.connection.execute(
                "SELECT a.path, b.path FROM documents a JOIN documents b ON b.id = a.duplicate_of"
            )
        )


def test_reprint_is_a_copy_of_the_earliest(base: Path) -> None:
    assert duplicates(base, [original(), reprint(), another()]) == {"een.txt": "twee.txt"}


def test_report_with_another_number_is_no_copy(base: Path) -> None:
    assert duplicates(base, [original(), corrected()]) == {}


def test_undated_copy_is_never_the_original(base: Path) -> None:
    undated = replace(analyse(body=LONG + "\n", path="nul.txt", published=None))
    assert duplicates(base, [undated, original()]) == {"nul.txt": "een.txt"}


def test_order_makes_no_difference(tmp_path: Path) -> None:
    documents = [original(), reprint(), corrected(), another()]
    results = [
        duplicates(tmp_path / f"{number}.db", list(order))
        for number, order in enumerate(itertools.permutations(documents))
        if number % 5 == 0
    ]
    assert all(result == {"een.txt": "twee.txt"} for result in results)


def test_equal_texts_find_each_other_when_the_one_between_changes(writer: Writer) -> None:
    same = [analyse(body=LONG + "\n" * extra, path=f"{extra}.txt") for extra in range(3)]
    run = writer.start_run()
    for each in same:
        writer.write(each, found(each), fingerprint="a", run=run)
    first = min(same, key=lambda each: each.loaded.sha256)
    cut = replace(
        first, clean=replace(first.clean, view=another().clean.view), sentences=(), quantities=(),
        others=(), times=(), figures=(), entities=replace(first.entities, mentions=(), roles=()),
    )  # fmt: skip
    writer.write(cut, found(cut), fingerprint="b", run=run)
    assert writer.mark_duplicates() == 1


def test_superseded_document_is_no_original(writer: Writer) -> None:
    run = writer.start_run()
    early, late = reprint(), original()
    for each in (early, late):
        writer.write(each, found(each), fingerprint="a", run=run)
    assert writer.mark_duplicates() == 1
    writer.connection.execute("DELETE FROM stale_groups")
    edited = another()
    writer.write(edited, found(edited, path=early.loaded.path), fingerprint="a", run=run)
    assert writer.mark_duplicates() == 0
    assert writer.connection.execute("SELECT count(*) FROM stale_groups").fetchone()[0] == 1


@pytest.mark.parametrize("text", ["", "een", "twee woorden"])
def test_short_texts_have_a_signature(text: str) -> None:
    assert similarity(signature(text), signature(text)) == 1.0
    assert similarity(signature(text), signature("iets heel anders hier")) < THRESHOLD


def test_case_and_accents_do_not_count() -> None:
    assert signature("Eén CAFÉ op de hoek") == signature("een cafe op de hoek")


def test_a_repost_that_changes_one_of_two_equal_amounts_is_no_copy() -> None:
    """'19 procent … geen 19' with the first made 29 says something else."""
    before = amounts_of(find("19 procent, of 14 procent; niet 19 procent.").quantities)
    after = amounts_of(find("29 procent, of 14 procent; niet 19 procent.").quantities)
    assert not before <= after
    assert not after <= before
