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
from typing import Any


@dataclass(frozen=True, slots=True)
class Tables:
    """Known lemmas by part of speech, and irregular forms with their lemmas, all lower case.

    ``noun_forms["leden"]`` is ``["lid"]``; *fiets* stands in ``nouns``, *fietsen* in ``verbs``.
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
    return Tables(
        noun_forms=exceptions["noun"],
        verb_forms=exceptions["verb"],
        adjective_forms=exceptions["adj"],
        nouns=frozenset(index["noun"]),
        verbs=frozenset(index["verb"]),
        adjectives=frozenset(index["adj"]),
    )


@cache
def lookup() -> Mapping[str, str]:
    """Return the lemmas of 213,000 forms, whatever their part of speech.

    A form may belong to two words, and is listed with one of them.
    """
    table: dict[str, str] = _read("nl_lemma_lookup.json.gz")
    return table


def _read(name: str) -> Any:
    folder = resources.files("spacy_lookups_data").joinpath("data")
    return json.loads(gzip.decompress(folder.joinpath(name).read_bytes()))
