"""The date of publication that a document states: in its text, its format or its file name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from pipeline.describe.rules import describe_rules
from pipeline.periods import find
from pipeline.periods.edtf import bounds, parse_published
from pipeline.records import Clean, Loaded, Passage, Published, TimeExpression

_EARLIEST_YEAR: Final = "1945"
_HEAD_PASSAGES: Final = 8  # an unlabelled date counts as the document's own only up here …
_TAIL_PASSAGES: Final = 4  # … or down here, below a letter
_WORD = re.compile(r"[^\W\d_]+")
_URL_DATE = re.compile(r"/((?:19|20)\d\d)/(0?[1-9]|1[0-2])(?:/(0?[1-9]|[12]\d|3[01]))?(?=/|$)")
_RANKS: Final = ("published", "plain", "updated")


@dataclass(frozen=True, slots=True)
class _Candidate:
    rank: int
    published: Published


def stated_in_metadata(loaded: Loaded) -> Published | None:
    """Return the date of the metadata file, which a person wrote."""
    if loaded.stated.published is None:
        return None
    return _from_edtf(loaded.stated.published, "metadata", "stated in the metadata file")


def stated_in_text(clean: Clean) -> Published | None:
    """Return the date that the text gives itself in a dateline or byline.

    'Gepubliceerd' goes before a bare date, a bare date before 'laatste update'. Dates in running
    sentences and in furniture (event calendars, related articles) never count.
    """
    candidates = [
        candidate
        for number, passage in enumerate(clean.passages)
        if passage.kind in ("dateline", "byline")
        and (candidate := _candidate(clean, passage, number)) is not None
    ]
    return min(candidates, key=lambda candidate: candidate.rank).published if candidates else None


def embedded_in_format(loaded: Loaded) -> Published | None:
    """Return the date in a web page's head, in its address, or in the file's name."""
    if loaded.embedded.published is not None:
        return _from_edtf(loaded.embedded.published, "metadata", "in the head of the web page")
    for address in (loaded.stated.url, loaded.embedded.url):
        if address and (found := _URL_DATE.search(address)):
            parts = [found[1], *(f"{int(part):02}" for part in found.groups()[1:] if part)]
            if dated := _from_edtf("-".join(parts), "metadata", "in the web address"):
                return dated
    name = PurePosixPath(loaded.path).stem
    for pattern in describe_rules().file_names:
        if named := pattern.search(name):
            groups = named.groupdict()
            parts = [groups[key] for key in ("year", "month", "day") if groups.get(key)]
            if dated := _from_edtf("-".join(parts), "metadata", "in the file name"):
                return dated
    return None


def _candidate(clean: Clean, passage: Passage, number: int) -> _Candidate | None:
    text = clean.view.text[passage.start : passage.end]
    expression = next(_days(text), None)
    if expression is None or expression.edtf is None:
        return None
    rank = _RANKS.index(_label(text))
    if rank == 1 and not _at_an_edge(clean, number):
        return None
    start, end = clean.view.to_original(
        passage.start + expression.start, passage.start + expression.end
    )
    published = Published(
        edtf=expression.edtf[:10],
        earliest=expression.earliest,
        latest=expression.latest,
        method="stated",
        start=start,
        end=end,
        reason=f"stated in the {passage.kind}",
    )
    return _Candidate(rank, published)


def _days(text: str) -> Iterator[TimeExpression]:
    """Yield the days and months that a short text names with their year."""
    for expression in find(text):
        if (
            expression.anchored == "absolute"
            and expression.granularity in ("day", "month")
            and expression.edtf is not None
            and "/" not in expression.edtf
            and expression.edtf >= _EARLIEST_YEAR
        ):
            yield expression


def _label(text: str) -> str:
    rules = describe_rules()
    words = {word.lower() for word in _WORD.findall(text)}
    if words.intersection(rules.labels_published):
        return "published"
    return "updated" if words.intersection(rules.labels_updated) else "plain"


def _at_an_edge(clean: Clean, number: int) -> bool:
    return number < _HEAD_PASSAGES or number >= len(clean.passages) - _TAIL_PASSAGES


def _from_edtf(edtf: str, method: str, reason: str) -> Published | None:
    try:
        dated = parse_published(edtf)
        earliest, latest = bounds(dated.edtf)
    except ValueError:
        return None
    return Published(dated.edtf, earliest, latest, method, reason=reason)
