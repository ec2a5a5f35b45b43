"""Who published a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.describe.rules import describe_rules, publishers
from pipeline.records import Clean, Loaded

_PART = re.compile(r"\s*[/|,;•·–—]\s*|\s+-\s+|\s+(?:en|voor|via)\s+")
_ADDRESS = re.compile(
    r"(?:[\w.+-]{1,40}@|https?://|\bwww\.)((?:[\w-]{1,40}\.){1,4}[a-z]{2,8})\b", re.I
)
_BODIES = ("gemeente ", "provincie ", "waterschap ")
_HEAD_LINES = 12
_FOOT_LINES = 6


def find_publisher(loaded: Loaded, clean: Clean) -> str | None:
    """Return the usual name of the publisher, or None.

    In this order: the metadata file, the format's head, the web address, the byline ('Door:
    Redactie Noorderkrant'), a credit that names a known publisher ('Foto: Archief/DVHN'), a letter
    head ('Gemeente Emmen'), an address or copyright line at the foot of the page, 'Bron: …'. A
    paper that the text merely quotes is no publisher.
    """
    known = publishers()
    if loaded.stated.source:
        return known.by_name(loaded.stated.source) or loaded.stated.source
    if loaded.embedded.source:
        return known.by_address(loaded.embedded.source) or (
            known.by_name(loaded.embedded.source) or loaded.embedded.source
        )
    for address in (loaded.stated.url, loaded.embedded.url):
        if address and (name := known.by_address(address)):
            return name
    lines = list(_lines(loaded, clean))
    for kind, line in lines:
        if kind in ("byline", "dateline") and (name := _from_byline(line)):
            return name
    for kind, line in lines:
        if kind in ("byline", "caption", "furniture") and (name := _from_credit(line)):
            return name
    for number, (kind, line) in enumerate(lines):
        if kind == "furniture" or number < _HEAD_LINES:
            for pattern in describe_rules().letterhead:
                if found := pattern.search(line):
                    return _capitalised(found["name"])
    return _from_foot(lines) or _from_origin(loaded, clean)


def _from_foot(lines: Sequence[tuple[str, str]]) -> str | None:
    """Return the owner of the last lines: 'redactie@dvhn.nl', '© 2023 De Veenbode'."""
    known = publishers()
    foot = [line for _, line in lines[-_FOOT_LINES:]]
    for line in foot:
        for address in _ADDRESS.findall(line):
            if name := known.by_address(address):
                return name
    for line in foot:
        for pattern in describe_rules().copyright:
            if (found := pattern.search(line)) and not _is_agency(found["name"]):
                return _usual(found["name"])
    return None


def _from_origin(loaded: Loaded, clean: Clean) -> str | None:
    """Return X of a last line 'Bron: X', unless it belongs to a table or a picture."""
    before = ""
    for zone in clean.zones:
        text = " ".join(loaded.text[zone.start : zone.end].split())
        if zone.kind == "byline" and before not in ("table", "caption"):
            for pattern in describe_rules().origin:
                if (found := pattern.search(text)) and not _is_agency(found["name"]):
                    return _usual(found["name"])
        before = zone.kind
    return None


def _is_agency(name: str) -> bool:
    return name.lower().strip() in describe_rules().agencies


def _usual(name: str) -> str:
    """Return the usual name of a publisher, or the name as it was written."""
    name = name.strip(" .,-–")
    known = publishers().by_name(name)
    if known:
        return known
    return _capitalised(name) if name.lower().startswith(_BODIES) else name


def _lines(loaded: Loaded, clean: Clean) -> Iterator[tuple[str, str]]:
    """Yield (kind, line) for the short lines of a document, furniture included."""
    for zone in clean.zones:
        for line in loaded.text[zone.start : zone.end].split("\n"):
            flat = " ".join(line.split())
            if 0 < len(flat) <= 160:
                yield zone.kind, flat


def _from_byline(line: str) -> str | None:
    known = publishers()
    for part in _PART.split(re.sub(r"^\w+\s*:\s*", "", line)):
        if name := known.by_name(part):
            return name
    for pattern in describe_rules().redaction:
        if found := pattern.search(line):
            name = found["name"].strip()
            return known.by_name(name) or name
    return None


def _from_credit(line: str) -> str | None:
    known = publishers()
    for pattern in describe_rules().credits:
        if found := pattern.search(line):
            for part in _PART.split(found["name"]):
                bare = re.sub(r"\b(?:19|20)\d\d\b|[()]", " ", part)
                if not _is_agency(bare) and (name := known.by_name(bare)):
                    return name
    return None


def _capitalised(name: str) -> str:
    """Return 'gemeente Emmen' for 'Gemeente Emmen': the word is no part of the name."""
    first, _, rest = " ".join(name.split()).partition(" ")
    return f"{first.lower() if first != 'GGD' else first} {rest}"
