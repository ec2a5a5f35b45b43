"""Sentences of a shuffled treebank go back to where they stood."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import DocBin

RELEASE = """\
# sent_id = wiki-12.p.3.s.1
# text = Zie ook
1\tZie\tzien
2\took\took

# sent_id = wiki-7.p.10.s.2
1\tDat\tdat
2\tkan\tkunnen
2.1\tzijn\tzijn
3\t.\t.

# sent_id = wiki-7.p.9.s.12.1.xml
1-2\tTot
1\tTot\ttot
2\tnu\tnu

# sent_id = wiki-7.p.9.s.2
1\tZie\tzien
2\took\took
"""


def sentence(text: str) -> Any:
    from treebank import Sentence

    words = tuple(text.split())
    size = len(words)
    return Sentence(
        words=words,
        spaces=(True,) * size,
        tags=("N",) * size,
        pos=("NOUN",) * size,
        morphs=("",) * size,
        lemmas=words,
        heads=(0,) * size,
        deps=("ROOT", *("dep",) * (size - 1)),
    )


def texts(articles: Any) -> list[list[str]]:
    return [[" ".join(each.words) for each in article] for article in articles]


def test_places_are_read_from_the_ids() -> None:
    import order

    places = order.read_places(RELEASE.splitlines())
    assert places["Zie", "ook"] == [("wiki-12", 3, (1,)), ("wiki-7", 9, (2,))]
    assert places["Tot", "nu"] == [("wiki-7", 9, (12, 1))]
    assert places["Dat", "kan", "."] == [("wiki-7", 10, (2,))]


def test_an_article_has_its_sentences_in_order_and_repeats_its_headings() -> None:
    import order

    loose = [sentence(text) for text in ("Dat kan .", "Onbekend", "Tot nu", "Zie ook")]
    found = texts(order.articles(loose, order.read_places(RELEASE.splitlines())))
    assert found == [["Onbekend"], ["Zie ook", "Tot nu", "Dat kan ."], ["Zie ook"]]


def test_two_analyses_of_one_sentence_are_shared_out() -> None:
    import order

    one, two = sentence("Zie ook"), sentence("Zie ook")
    articles = list(order.articles([one, two], order.read_places(RELEASE.splitlines())))
    assert {id(each) for article in articles for each in article} == {id(one), id(two)}


def test_running_text_keeps_its_order_in_every_copy(tmp_path: Path) -> None:
    from prepare_ud import prepare
    from treebank import to_doc

    vocab = spacy.blank("nl").vocab
    article = [sentence(f"{number} loopt door .") for number in range(30)]
    docs = DocBin(docs=[to_doc(article, vocab), to_doc([sentence("Losse kop")], vocab)])
    docs.to_disk(tmp_path / "ordered.spacy")
    prepared = prepare([tmp_path / "ordered.spacy"], copies=2, seed=1)
    numbers = [
        [int(span[0].text) for span in doc.sents if span[0].text.isdigit()]
        for doc in prepared.get_docs(vocab)
    ]
    assert all(each == list(range(each[0], each[0] + len(each))) for each in numbers if each)
    assert sorted(number for each in numbers for number in each) == sorted([*range(30)] * 2)


def test_an_article_is_cut_without_loss() -> None:
    from prepare_ud import cut

    article = [sentence(f"zin {number}") for number in range(40)]
    pieces = list(cut(article, random.Random(3)))
    assert [each for piece in pieces for each in piece] == article
    assert max(map(len, pieces)) <= 14


def test_a_reader_never_learned_what_it_reads() -> None:
    from halves import halves

    articles = [[sentence(f"zin {a} {n}") for n in range(14)] for a in range(5)]
    lone = [[sentence("zin 3 7")], [sentence("Nergens anders")]]
    both = list(halves([*articles, *lone], random.Random(8)))
    for learned, read in both:
        seen = {each.words for text in read for each in text}
        assert not seen & {each.words for text in learned for each in text}
        assert ["Nergens anders"] in texts(learned)
        assert {len(text) for text in read} == {10, 4}
    assert sum(len(text) for half in both for text in half.read) == 5 * 14
