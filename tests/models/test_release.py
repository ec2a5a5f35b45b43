"""Making a mixed treebank even, on invented sentences."""

from __future__ import annotations

from typing import Any

import pytest

Row = tuple[str, str, str, int, str]  # word, tag, part of speech, head, relation


def sentence(*rows: Row) -> Any:
    from treebank import Sentence

    words, tags, pos, heads, deps = zip(*rows, strict=True)
    return Sentence(
        words=words,
        spaces=(True,) * len(words),
        tags=tags,
        pos=pos,
        morphs=("",) * len(words),
        lemmas=tuple(word.lower() for word in words),
        heads=heads,
        deps=deps,
    )


def made(*rows: Row, trusted: Any = ()) -> Any:
    import release

    return release.even(sentence(*rows), release.Usage.count(trusted))


@pytest.mark.parametrize(
    "rows",
    [
        [("Tweede", "", "NUM", 0, "ROOT"), ("Golfoorlog", "SPEC|deeleigen", "PROPN", 0, "flat")],
        [
            ("Piet", "SPEC|deeleigen", "PROPN", 0, "ROOT"),
            ("en", "VG|neven", "CCONJ", 0, "flat"),
            ("Puk", "", "", 0, "flat"),
        ],
        [
            ("Frans", "N|eigen|ev|basis|onz|stan", "PROPN", 0, "ROOT"),
            ("Bakker", "SPEC|deeleigen", "PROPN", 0, "flat"),
        ],
    ],
)
def test_every_word_of_a_name_is_a_part_of_it(rows: list[Row]) -> None:
    even = made(*rows)
    assert set(even.tags) == {"SPEC|deeleigen"}
    assert set(even.pos) == {"PROPN"}


def test_the_words_of_a_title_keep_their_tags() -> None:
    rows: list[Row] = [
        ("Het", "LID|bep|stan|evon", "DET", 1, "flat"),
        ("Raadsel", "N|soort|ev|basis|onz|stan", "NOUN", 1, "ROOT"),
        ("van", "VZ|init", "ADP", 1, "flat"),
        ("Bommel", "SPEC|deeleigen", "PROPN", 1, "flat"),
    ]
    assert made(*rows).tags == tuple(row[1] for row in rows)


@pytest.mark.parametrize(
    ("tag", "old", "new"),
    [
        ("N|soort|ev|basis|zijd|stan", "flat", "fixed"),
        ("SPEC|vreemd", "flat", "fixed"),
        ("N|eigen|ev|basis|onz|stan", "fixed", "flat"),
        ("", "flat", "flat"),  # whether it is a name is unknown
    ],
)
def test_words_belong_together_as_a_name_or_not(tag: str, old: str, new: str) -> None:
    even = made(("vice", "SPEC|vreemd", "SYM", 0, "ROOT"), ("versa", tag, "", 0, old))
    assert even.deps == ("ROOT", new)


def test_foreign_words_ordinals_and_numbers() -> None:
    even = made(
        ("de", "LID|bep|stan|rest", "DET", 3, "det"),
        ("derde", "TW|rang|prenom|stan", "NUM", 3, "nummod"),
        ("fair", "SPEC|vreemd", "X", 3, "amod"),
        ("race", "N|soort|ev|basis|zijd|stan", "NOUN", 3, "ROOT"),
        ("over", "VZ|init", "ADP", 6, "case"),
        ("tien", "TW|hoofd|prenom|stan", "NUM", 6, "det"),
        ("kilometer", "N|soort|ev|basis|zijd|stan", "NOUN", 3, "nmod"),
    )
    assert even.pos == ("DET", "ADJ", "SYM", "NOUN", "ADP", "NUM", "NOUN")
    assert even.deps == ("det", "amod", "amod", "ROOT", "case", "nummod", "nmod")


def test_verbs_are_used_as_in_the_trusted_sentences() -> None:
    def reflexive(verb: str, relation: str) -> list[Row]:
        return [
            ("Zij", "VNW|pers|pron|nomin|vol|3p|mv", "PRON", 1, "nsubj"),
            (verb, "WW|pv|tgw|mv", "VERB", 1, "ROOT"),
            ("zich", "VNW|refl|pron|obl|red|3|getal", "PRON", 1, relation),
        ]

    trusted = [sentence(*reflexive("wassen", "obj"))]
    assert made(*reflexive("wassen", "obj"), trusted=trusted).deps[2] == "obj"
    assert made(*reflexive("vergissen", "obj"), trusted=trusted).deps[2] == "expl:pv"


def test_infinitives_with_te() -> None:
    rows: list[Row] = [
        ("Raden", "N|soort|mv|basis", "NOUN", 1, "nsubj"),
        ("beloven", "WW|pv|tgw|mv", "VERB", 1, "ROOT"),
        ("te", "VZ|init", "ADP", 3, "mark"),
        ("bouwen", "WW|inf|vrij|zonder", "VERB", 1, "ccomp"),
    ]
    assert made(*rows).deps[3] == "xcomp"
    own = ("huizen", "N|soort|mv|basis", "NOUN", 3, "nsubj")
    assert made(*rows, own).deps[3] == "ccomp", "it has a subject of its own"
    assert made(*rows, trusted=[sentence(*rows)]).deps[3] == "ccomp", "so it is used"


def test_features_follow_a_tag_that_changed() -> None:
    import release

    old = sentence(
        ("Grote", "ADJ|prenom", "ADJ", 0, "ROOT"), ("Markt", "N|soort", "NOUN", 0, "flat")
    )
    new = sentence(
        ("Grote", "SPEC|deeleigen", "PROPN", 0, "ROOT"), ("Markt", "N|soort", "NOUN", 0, "flat")
    )
    known = {("SPEC|deeleigen", "PROPN"): "NameType=Geo"}
    assert release.with_features(new, old, known).morphs == ("NameType=Geo", "")
    assert release.with_features(new, old, {}).morphs == (None, ""), "unknown, not empty"


def test_names_that_may_be_longer_are_left_to_the_treebank() -> None:
    import reread

    left = reread.withheld(
        sentence(
            ("Het", "LID|bep", "DET", 2, "det"),
            ("Vlaams", "ADJ|prenom", "ADJ", 2, "amod"),
            ("Parlement", "N|eigen", "PROPN", 2, "ROOT"),
            ("kiest", "WW|pv", "VERB", 2, "acl"),
            ("Zeeuwse", "ADJ|prenom", "ADJ", 5, "amod"),
            ("mosselen", "N|soort", "NOUN", 3, "obj"),
        )
    )
    assert left.tags == ("", "", "N|eigen", "WW|pv", "ADJ|prenom", "N|soort")
    assert left.morphs[1] is None
