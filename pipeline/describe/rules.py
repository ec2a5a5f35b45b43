"""What ``describe.toml`` and the lists of publishers say, read and checked once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from pipeline.knowledge import RuleFile, fail, read_tsv

_FILE: Final = "describe.toml"
_MEDIA: Final = "media"  # the sort of organisation that publishes


@dataclass(frozen=True, slots=True)
class DescribeRules:
    """The content of ``describe.toml``; every publisher pattern has a group ``name``."""

    redaction: tuple[re.Pattern[str], ...]
    letterhead: tuple[re.Pattern[str], ...]
    origin: tuple[re.Pattern[str], ...]
    copyright: tuple[re.Pattern[str], ...]
    credits: tuple[re.Pattern[str], ...]
    agencies: frozenset[str]
    labels_published: frozenset[str]
    labels_updated: frozenset[str]
    labels_meeting: frozenset[str]
    document_words: frozenset[str]
    file_names: tuple[re.Pattern[str], ...]
    past: frozenset[str]
    present: frozenset[str]
    future: frozenset[str]
    future_firm: frozenset[str]
    future_beside: frozenset[str]
    past_before: tuple[str, ...]
    future_before: tuple[str, ...]
    linking: frozenset[str]


@dataclass(frozen=True, slots=True)
class Publishers:
    """Known publishers: usual name by any name (lower case) and by web domain."""

    names: dict[str, str]
    domains: dict[str, str]
    municipalities: dict[str, str]  # name by the first part of its web domain

    def by_name(self, name: str) -> str | None:
        """Return the usual name of a publisher, or None when it is not in the list."""
        return self.names.get(" ".join(name.lower().split()))

    def by_address(self, address: str) -> str | None:
        """Return the publisher of a web address ('https://www.dvhn.nl/…'), if known.

        Municipalities have their own name as their domain: 'www.coevorden.nl'.
        """
        found = re.match(r"(?:https?://)?([^/:\s]+)", address.strip().lower())
        labels = found[1].split(".") if found else []
        for first in range(len(labels) - 1):
            if name := self.domains.get(".".join(labels[first:])):
                return name
        if len(labels) >= 2 and labels[-1] == "nl":
            place = self.municipalities.get(labels[-2].removeprefix("gemeente"))
            return f"gemeente {place}" if place else None
        return None


@cache
def describe_rules() -> DescribeRules:
    """Read and check ``describe.toml``.

    Raises:
        KnowledgeError: a list is missing, or a pattern does not compile or lacks its groups.
    """
    rules = RuleFile.read(_FILE, sections=("publisher", "published", "inferred"))
    return DescribeRules(
        redaction=rules.patterns("publisher", "redaction", flags=0, groups=("name",)),
        letterhead=rules.patterns("publisher", "letterhead", flags=0, groups=("name",)),
        origin=rules.patterns("publisher", "origin", flags=0, groups=("name",)),
        copyright=rules.patterns("publisher", "copyright", flags=0, groups=("name",)),
        agencies=frozenset(rules.words("publisher", "agencies")),
        credits=rules.patterns("publisher", "credits", groups=("name",)),
        labels_published=frozenset(_lower(rules, "published", "labels_published")),
        labels_updated=frozenset(_lower(rules, "published", "labels_updated")),
        labels_meeting=frozenset(_lower(rules, "published", "labels_meeting")),
        document_words=frozenset(_lower(rules, "published", "document_words")),
        file_names=rules.patterns("published", "file_names", flags=0, groups=("year", "month")),
        past=frozenset(_lower(rules, "inferred", "past")),
        present=frozenset(_lower(rules, "inferred", "present")),
        future=frozenset(_lower(rules, "inferred", "future")),
        future_firm=frozenset(_lower(rules, "inferred", "future_firm")),
        future_beside=frozenset(_lower(rules, "inferred", "future_beside")),
        past_before=_lower(rules, "inferred", "past_before"),
        future_before=_lower(rules, "inferred", "future_before"),
        linking=frozenset(_lower(rules, "inferred", "linking")),
    )


@cache
def publishers() -> Publishers:
    """Read the media among the organisations, and ``publishers.tsv`` with their web domains.

    Where both lists know a publisher, the organisation's name is its usual name: a source and an
    organisation that a text cites must not look like two.

    Raises:
        KnowledgeError: a file lacks a column or has a broken row.
    """
    names: dict[str, str] = {}
    by_id: dict[str, str] = {}
    for row in read_tsv("organisations.tsv", columns=("id", "name", "official_name", "sort")):
        by_id[row["id"]] = row["name"]
        if row["sort"] == _MEDIA:
            _register(names, row["name"], (row["name"], row["official_name"]))
    media = set(names.values())
    for row in read_tsv("aliases.tsv", columns=("entity", "alias")):
        name = by_id.get(row["entity"])
        if name in media:
            _register(names, name, (row["alias"],))
    domains: dict[str, str] = {}
    for row in read_tsv("publishers.tsv", columns=("name", "aliases", "domains")):
        forms = (row["name"], *_cells(row["aliases"]))
        known = [names[form.lower()] for form in forms if form.lower() in names]
        name = known[0] if known else row["name"]
        _register(names, name, forms)
        for domain in _cells(row["domains"]):
            if "." not in domain or "/" in domain:
                row.fail(f"'{domain}' is no web domain; write dvhn.nl")
            domains[domain] = name
    places = {
        re.sub(r"[^a-z]", "", row["name"].lower()): row["name"]
        for row in read_tsv("municipalities.tsv", columns=("name",))
    }
    return Publishers(names, domains, places)


def _register(names: dict[str, str], name: str, forms: tuple[str, ...]) -> None:
    for form in forms:
        if form:
            names.setdefault(form.lower(), name)


def _cells(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def _lower(rules: RuleFile, section: str, key: str) -> tuple[str, ...]:
    """Return a list of words, which are compared with words in lower case."""
    words = rules.words(section, key)
    for word in words:
        if word != word.lower():
            fail(_FILE, word, f"[{section}] {key}: write '{word}' in lower case")
    return words
