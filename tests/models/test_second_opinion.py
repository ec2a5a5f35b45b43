"""Frog's opinion on tags and lemmas, told by a stand-in for Frog."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.tokens import Doc, DocBin

# Divides lines at spaces, as Frog does with --skip=t, and tells of each word what is in the table.
STAND_IN = """#!/usr/bin/env python3
import sys
table = dict(line.rstrip("\\n").split("=") for line in open(TABLE))
for line in open(sys.argv[-1]):
    for number, word in enumerate(line.split(), 1):
        tag, lemma = table.get(word, "BW() " + word).split()
        print(number, word, lemma, "", tag, "0.9", *[""] * 4, sep="\\t")
    print()
"""
ZIJD, ONZ = "N|soort|ev|basis|zijd|stan", "N|soort|ev|basis|onz|stan"
WORDS = ["de", "vis", "zwemt", "en", "het", "huis", "is", "om"]
TAGS = ["LID|bep", ZIJD, "WW|pv", "VG|neven", "LID|bep", ONZ, "WW|pv", "VG|onder"]
POS = ["DET", "NOUN", "VERB", "CCONJ", "DET", "NOUN", "AUX", "SCONJ"]
DEPS = ["det", "nsubj", "ROOT", "cc", "det", "conj", "cop", "mark"]
LEMMAS = ["de", "vis", "zwemmen", "en", "het", "huis", "zijn", "om"]
TOLD = {
    "de": "LID(bep) de", "vis": "N(soort,ev,basis,zijd,stan) vis", "zwemt": "WW(pv) zwemmen",
    "en": "VG(neven) en", "het": "LID(bep) het", "huis": "N(soort,ev,basis,onz,stan) huis",
    "is": "WW(pv) zijn", "om": "VZ(init) om", "sieraad": "N(soort,ev,basis,onz,stan) sieraad",
    "Vlaamse": "ADJ(prenom) vlaams", "Hier": "BW() hier", "zwommen": "WW(pv) zwemmen",
    "fietsers": "N(soort,mv,basis) fietsers", "VVD-leden": "N(soort,mv,basis) vvd-lid",
}  # fmt: skip


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program called frog before all others, and the table of what it says."""
    path = tmp_path / "table.txt"
    path.write_text("\n".join(f"{word}={told}" for word, told in TOLD.items()), "utf-8")
    program = tmp_path / "frog"
    program.write_text(STAND_IN.replace("TABLE", repr(str(path))), "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    return tmp_path


def written(words: list[str], tags: list[str], **more: Any) -> Doc:
    """One sentence."""
    starts = {} if "heads" in more else {"sent_starts": [n == 0 for n in range(len(words))]}
    return Doc(spacy.blank("nl").vocab, words=words, tags=tags, **starts, **more)


def treebank() -> Doc:
    # Heads only so that the relations can be set; each word hangs from the verb.
    return written(
        WORDS, TAGS, pos=POS, deps=DEPS, lemmas=LEMMAS, heads=[2] * 8, morphs=["Number=Sing"] * 8
    )


def learned() -> Any:
    import second_opinion

    conventions = second_opinion.Conventions()
    doc = treebank()
    for token, told in zip(doc, next(second_opinion.opinions_of([doc])), strict=True):
        conventions.learn(token, told)
        conventions.learn_word(token)
    return conventions


def settled(words: list[str], tags: list[str], **more: Any) -> list[tuple[str, str, str]]:
    import second_opinion

    doc, conventions = written(words, tags, **more), learned()
    for token, told in zip(doc, next(second_opinion.opinions_of([doc])), strict=True):
        second_opinion.settle(token, told, conventions)
    return [(token.tag_, token.pos_, token.lemma_) for token in doc]


def test_the_notation_becomes_that_of_universal_dependencies() -> None:
    import frog

    assert frog.universal("N(soort,ev,basis,zijd,stan)") == ZIJD
    assert frog.universal("LET()") == "LET"


def test_opinions_come_in_the_order_of_many_sentences(table: Path) -> None:
    import frog

    sentences = [["vis"] * (n % 3 + 1) for n in range(2 * frog.AT_ONCE + 1)]
    told = list(frog.read(sentences))
    assert [len(opinions) for opinions in told] == [len(words) for words in sentences]
    assert {opinion.lemma for opinions in told for opinion in opinions} == {"vis"}


def test_another_division_is_refused(table: Path) -> None:
    import frog

    with pytest.raises(ValueError, match="divided a sentence otherwise"):
        list(frog.read([["de", ""]]))


def test_a_tag_the_treebank_never_gives_gives_way(table: Path) -> None:
    (fish,) = settled(["vis"], [ONZ], pos=["NOUN"])
    assert fish == (ZIJD, "NOUN", "vis")


def test_an_unknown_noun_gets_its_gender(table: Path) -> None:
    (jewel,) = settled(["sieraad"], [ZIJD], pos=["NOUN"])
    assert jewel == (ONZ, "NOUN", "sieraad")


@pytest.mark.parametrize("tag", ["N|eigen|ev", "SPEC|deeleigen"])
def test_names_stay(table: Path, tag: str) -> None:
    assert settled(["huis"], [tag], pos=["PROPN"], lemmas=["Huis"]) == [(tag, "PROPN", "Huis")]


def test_a_difference_of_convention_stays(table: Path) -> None:
    assert settled(["om"], ["VG|onder"], pos=["SCONJ"])[0][:2] == ("VG|onder", "SCONJ")


@pytest.mark.parametrize(
    ("word", "tag", "pos", "before", "lemma"),
    [
        ("zwommen", "WW|pv", "VERB", "zwomm", "zwemmen"),  # unknown here, known there
        ("fietsers", "N|soort|mv|basis", "NOUN", "fietser", "fietser"),  # a plural left as it is
        ("VVD-leden", "N|soort|mv|basis", "NOUN", "", "VVD-lid"),  # capitals stay
        ("sieraad", "BW", "ADV", "sieraad", "sieraad"),  # another kind of word
    ],
)
def test_lemmas(table: Path, word: str, tag: str, pos: str, before: str, lemma: str) -> None:
    ((_, _, found),) = settled([word], [tag], pos=[pos], lemmas=[before])
    assert found == lemma


def test_an_adjective_keeps_the_capital_of_a_name(table: Path) -> None:
    words, tags = ["de", "Vlaamse", "vis"], [TAGS[0], "ADJ|prenom", ZIJD]
    assert settled(words, tags, pos=["DET", "ADJ", "NOUN"])[1][2] == "Vlaams"


def test_only_what_is_unknown_is_filled(
    table: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import second_opinion

    vocab = spacy.blank("nl").vocab
    DocBin(docs=[treebank()]).to_disk(table / "trusted.spacy")
    gaps = written(["vis", "huis", "om"], ["", ZIJD, ""], pos=["", "NOUN", "SCONJ"])
    DocBin(docs=[gaps]).to_disk(table / "gaps.spacy")
    names = ["gaps.spacy", "--trusted", "trusted.spacy", "--fill", "--output", "filled.spacy"]
    monkeypatch.chdir(table)
    monkeypatch.setattr("sys.argv", ["second_opinion.py", *names])
    second_opinion.main()
    (doc,) = DocBin().from_disk(table / "filled.spacy").get_docs(vocab)
    found = [(token.tag_, token.pos_) for token in doc]
    assert found == [(ZIJD, "NOUN"), (ZIJD, "NOUN"), ("", "SCONJ")]
    assert "'words': 3" in capsys.readouterr().out
