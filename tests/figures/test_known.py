"""Known indicators: a sentence is searched once, however often it is asked about."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from tagged_documents import Reader

from pipeline.figures import Lexicon, known
from pipeline.figures.context import Clause, Context
from pipeline.figures.known import KnownIndicator, Match, matches, maximal

TEXT = (
    "[title] De leegstand in Emmen\nDe leegstand daalt al jaren.\nDe werkloosheid daalt ook.\n"
    "Inmiddels/ADV gaat het om 9 procent.\nEerder/ADV ging het om 12 procent."
)
FULL = re.sub(
    r"\b([a-z]{4,})(?![\w/])",
    r"\1/NOUN",  # whatever they are: all that counts is where they stand
    "De wachttijd voor een sociale huurwoning is 9 jaar, en voor zeer zware jeugdzorg 12 weken.\n"
    "Het aantal bijstandsuitkeringen en woninginbraken daalde met 8 procent; de werkloosheid en "
    "de ernstige eenzaamheid stegen.\n"
    "Van de jongeren met jeugdhulp kreeg 4 procent jeugdbescherming.\n"
    "Er komen 250 nieuwe woningen bij, en 30 procent daarvan is sociale huur.",
)


def test_each_sentence_is_searched_once(read: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    searched: Counter[int] = Counter()
    search = known._search

    def counted(context: Context, synonyms: known._Synonyms) -> dict[int, list[int]]:
        searched[context.sentence.position] += 1
        return search(context, synonyms)

    monkeypatch.setattr(known, "_search", counted)
    reading = read(TEXT)
    for said in ("9 procent", "12 procent"):
        assert reading.bound_to(said, "indicator") == ("leegstand", "carried_over", "leegstand")
    assert {0, 1, 2} <= searched.keys()
    assert set(searched.values()) == {1}


def plainly(
    context: Context, lexicon: Lexicon, clause: Clause
) -> list[tuple[KnownIndicator, Match]]:
    """Look for every synonym at every word."""
    return [
        (indicator, match)
        for indicator in lexicon.indicators
        for pattern in indicator.patterns
        for match in matches(context, pattern, clause)
    ]


@pytest.mark.parametrize("text", [TEXT, FULL])
def test_the_index_finds_what_a_plain_search_finds(
    read: Reader, lexicon: Lexicon, text: str
) -> None:
    reading = read(text)
    contexts = {c.sentence.position: c for c in map(reading.context_of, reading.quantities)}
    found = 0
    for context in contexts.values():
        for clause in (Clause(0, len(context.tokens)), Clause(2, 7), *context.clauses):
            plain = plainly(context, lexicon, clause)
            assert list(known._found_in(context, lexicon.indicators, clause)) == plain
            tokens = [frozenset(match.tokens) for _, match in plain]
            assert maximal(plain) == [
                entry
                for entry, words in zip(plain, tokens, strict=True)
                if not any(words < other for other in tokens)
            ]
            found += len(plain)
    assert found > 10 or text == TEXT


def test_a_word_is_held_against_the_synonyms_that_may_begin_with_it(
    read: Reader, lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many figures a sentence has, and however many synonyms the knowledge."""
    looked = 0
    plain = known.word_matches

    def counted(word: tuple[str, ...], forms: tuple[str, ...]) -> bool:
        nonlocal looked
        looked += 1
        return plain(word, forms)

    monkeypatch.setattr(known, "word_matches", counted)
    work = []
    for times in (5, 20):
        looked = 0
        rows = ", ".join(f"{n + 10} woninginbraken" for n in range(times))
        assert len(read(f"Er waren/AUX {rows}.").figures) == times
        work.append(looked)
    synonyms = sum(len(indicator.patterns) for indicator in lexicon.indicators)
    assert work[1] < 5 * work[0]
    assert 0 < work[1] < synonyms
