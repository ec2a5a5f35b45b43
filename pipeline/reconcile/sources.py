"""Names of sources brought together, so that one source that is repeated stays one voice."""

from __future__ import annotations

import re
from functools import cache

from pipeline.knowledge import read_tsv

_ARTICLE = re.compile(r"^(?:het|de|'t)\s+", re.IGNORECASE)


def voice_name(name: str) -> str:
    """Return the name by which a source counts: 'DvhN' is the Dagblad van het Noorden.

    Articles and case do not matter; other names come from ``publishers.tsv``.
    """
    return _publishers().get(_key(name), _key(name))


def _key(name: str) -> str:
    return _ARTICLE.sub("", " ".join(name.split())).casefold()


@cache
def _publishers() -> dict[str, str]:
    names = {}
    for row in read_tsv("publishers.tsv", columns=("name", "aliases")):
        for alias in (row["name"], *row["aliases"].split(";")):
            if alias.strip():
                names[_key(alias)] = _key(row["name"])
    return names
