"""The published tables of Dutch words (``spacy-lookups-data``), each read once, on first use.

Nothing here needs spaCy itself.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final

#: Ends of words that are listed and hardly used, with the usual ones.
_RARE: Final = {"gaaf": "gave", "factoor": "factor"}


@dataclass(frozen=True, slots=True)
class Tables:
    """Known lemmas by part of speech, and irregular forms with their lemmas, all lower case.

    ``noun_forms["leden"]`` is ``["lid"]``; *fiets* stands in ``nouns``, *fietsen* in ``verbs``.
    What is listed as a verb without being an infinitive is left out, and so is *uitgaaf* where
    *uitgave* is listed too.
    """

    noun_forms: Mapping[str, list[str]]
    verb_forms: Mapping[str, list[str]]
    adjective_forms: Mapping[str, list[str]]
    nouns: frozenset[str]
    verbs: frozenset[str]
    adjectives: frozenset[str]


@cache
def tables() -> Tables:
    """Return the tables of lemmas and irregular forms."""
    exceptions = _read("nl_lemma_exc.json.gz")
    index = _read("nl_lemma_index.json.gz")
    listed = frozenset(index["noun"])
    noun_forms = {
        form: [_usual(noun, listed) for noun in nouns] for form, nouns in exceptions["noun"].items()
    }
    return Tables(
        noun_forms=noun_forms,
        verb_forms=exceptions["verb"],
        adjective_forms=exceptions["adj"],
        nouns=frozenset(noun for noun in listed if _usual(noun, listed) == noun),
        verbs=frozenset(verb for verb in index["verb"] if verb.endswith("n")),
        adjectives=frozenset(index["adj"]),
    )


@cache
def lookup() -> Mapping[str, str]:
    """Return the lemmas of forms that are not lemmas themselves, whatever their part of speech.

    A form may belong to two words, and is listed with one of them. Only lemmas that :func:`tables`
    lists are kept.
    """
    entry = tables()
    lemmas = entry.nouns | entry.verbs | entry.adjectives
    listed = {
        form: _usual(lemma, entry.nouns) for form, lemma in _read("nl_lemma_lookup.json.gz").items()
    }
    return {form: lemma for form, lemma in listed.items() if form != lemma and lemma in lemmas}


def _usual(noun: str, listed: frozenset[str]) -> str:
    """The usual one of two spellings: *uitgave* rather than *uitgaaf*."""
    for rare, usual in _RARE.items():
        other = noun.removesuffix(rare) + usual
        if noun.endswith(rare) and other in listed:
            return other
    return noun


def _read(name: str) -> Any:
    """Read a table. Some words have soft hyphens or end in a blank, and those go."""
    folder = resources.files("spacy_lookups_data").joinpath("data")
    text = gzip.decompress(folder.joinpath(name).read_bytes()).decode("utf-8")
    return json.loads(text.replace("\\u00ad", "").replace("\u00ad", "").replace(' "', '"'))
