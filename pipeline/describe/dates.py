"""The date of publication that a document states: in its text, its format or its file name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from pipeline.clean.dateforms import DateForm, find_dates
from pipeline.clean.datelines import label_before
from pipeline.describe.rules import describe_rules
from pipeline.periods.edtf import bounds, parse_published
from pipeline.records import Clean, Issue, Loaded, Passage, Published

_HEAD_PASSAGES: Final = 8  # an unlabelled date counts as the document's own only up here …
_TAIL_PASSAGES: Final = 6  # … or down here, below a letter
_TITLE_PASSAGES: Final = 4
_SHORT: Final = 30  # words; a longer paragraph is no line of a letter head
_LINE: Final = 600  # characters
_WORD = re.compile(r"[^\W\d_]+")
_CELL = re.compile(r"[ ]*(?:\t|\|)[ ]*")
_CLOSED_OFF = re.compile(r"[(|][ ]*$")
_RUNNING_HEAD: Final = "page header or footer"
_URL_DATE = re.compile(r"/((?:19|20)\d\d)/(0?[1-9]|1[0-2])(?:/(0?[1-9]|[12]\d|3[01]))?(?=/|$)")
# From the strongest to the weakest; 'updated' only where nothing else gives a date.
_RANKS: Final = ("published", "plain", "document", "running_head", "meeting", "updated")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A date in the text that may be the document's own, and how strong that is (0 is best)."""

    rank: int
    published: Published


@dataclass(frozen=True, slots=True)
class Stated:
    """What the text states: dates, the best first, and days without a year, in text order."""

    dates: tuple[Candidate, ...] = ()
    yearless: tuple[tuple[DateForm, Published], ...] = ()

    def own(self) -> Published | None:
        """Return the date of publication, None where there is at most a date of change."""
        best = self.dates[0] if self.dates else None
        return best.published if best and best.rank < _RANKS.index("updated") else None

    def updated(self) -> Published | None:
        """Return the date of the last change."""
        weak = [c.published for c in self.dates if c.rank == _RANKS.index("updated")]
        return weak[0] if weak else None


def stated_in_metadata(loaded: Loaded) -> Published | None:
    """Return the date of the metadata file, which a person wrote."""
    if loaded.stated.published is None:
        return None
    return _from_edtf(loaded.stated.published, "metadata", "stated in the metadata file")


def stated_in_text(loaded: Loaded, clean: Clean) -> Stated:
    """Return the dates that the text gives itself: datelines, bylines, letter and page heads.

    'Gepubliceerd', 'Datum' and 'Verzonden' go before a bare date, a bare date before the running
    head of a page, before a meeting's date, before 'laatste update'; among equals the first in the
    text wins. Dates in running sentences and in furniture (event calendars, related articles)
    never count.
    """
    dates: list[Candidate] = []
    yearless: list[tuple[DateForm, Published]] = []
    for number, passage in enumerate(clean.passages):
        text = clean.view.text[passage.start : passage.end]
        for form, kind in _forms(text, passage, _at_an_edge(clean, number), number):
            start, end = clean.view.to_original(
                passage.start + form.start, passage.start + form.end
            )
            published = _stated(form, start, end, passage.kind)
            if form.edtf is None:
                yearless.append((form, published))
            else:
                dates.append(Candidate(_RANKS.index(kind), published))
    dates += _running_heads(loaded, clean)
    ordered = sorted(dates, key=lambda candidate: candidate.rank)
    return Stated(tuple(ordered), tuple(yearless))


def embedded_in_format(loaded: Loaded) -> Published | None:
    """Return the date in a web page's head, in its address, or in the file's name."""
    embedded = loaded.embedded.published
    if embedded is not None and ".." not in embedded:
        return _from_edtf(embedded, "metadata", "in the head of the web page")
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


def disagreement(chosen: Published, stated: Stated) -> tuple[Issue, ...]:
    """Return an issue where the text states another date of publication than the chosen one."""
    limit = _RANKS.index("meeting")
    for candidate in stated.dates:
        other = candidate.published
        if candidate.rank < limit and not _overlap(chosen, other):
            message = (
                f"the date {chosen.edtf} ({chosen.reason}) was taken, "
                f"but {other.edtf} is {other.reason} as well"
            )
            return (Issue("describe", "dates_disagree", message, "info", other.start, other.end),)
    return ()


def _forms(
    text: str, passage: Passage, at_edge: bool, number: int
) -> Iterator[tuple[DateForm, str]]:
    """Yield the dates of a passage that may be the document's own, each with its rank's name."""
    if passage.kind in ("dateline", "byline"):
        after = 0
        for form in find_dates(text):
            kind = _label(text[after : form.start])
            after = form.end
            if at_edge or kind not in ("plain", "meeting"):
                yield form, kind
        return
    if not at_edge or passage.kind in ("caption", "quote", "question", "answer"):
        return
    if passage.kind == "table":
        yield from _in_cells(text)
    if len(text) > _LINE or len(text.split()) > _SHORT:
        return
    for form in find_dates(text):
        if form.edtf is None:
            continue
        if label_before(text, form):
            yield form, _label(text[: form.start][-40:])
        elif number < _TITLE_PASSAGES and _names_document(text, form):
            yield form, "document"


def _in_cells(text: str) -> Iterator[tuple[DateForm, str]]:
    """Yield a date below the head 'Datum' of its column, as in the head of a letter."""
    position = 0
    above: list[str] = []
    for line in text.split("\n")[:4]:
        cells = _CELL.split(line)
        for head, cell in zip(above, cells, strict=False):
            forms = find_dates(cell)
            if forms and forms[0].edtf and label_before(f"{head}: ", _end_of(f"{head}: ")):
                at = position + line.index(cell)
                form = forms[0]
                yield (
                    DateForm(at + form.start, at + form.end, form.kind, form.edtf),
                    _label(head),
                )
        above = cells
        position += len(line) + 1


def _end_of(text: str) -> DateForm:
    return DateForm(len(text), len(text), "day", None)


def _names_document(text: str, form: DateForm) -> bool:
    """Whether a heading names the document with its date: 'Raadsbrief 12 maart 2023'."""
    if text[form.end :].strip(" .)]|"):
        return False
    words = {word.lower() for word in _WORD.findall(text[: form.start])}
    closed_off = form.kind == "day" and _CLOSED_OFF.search(text[: form.start])
    return bool(words & describe_rules().document_words or closed_off)


def _running_heads(loaded: Loaded, clean: Clean) -> list[Candidate]:
    """Return the dates in the headers and footers of pages."""
    found: list[Candidate] = []
    for zone in clean.zones:
        if zone.kind != "furniture" or zone.reason != _RUNNING_HEAD:
            continue
        text = loaded.text[zone.start : zone.end]
        for form in find_dates(text[:300]):
            if form.kind in ("day", "month"):
                start, end = zone.start + form.start, zone.start + form.end
                published = _stated(form, start, end, "running head of the page")
                found.append(Candidate(_RANKS.index("running_head"), published))
    return found


def _label(text: str) -> str:
    """Return what kind of date the words in front of it announce."""
    rules = describe_rules()
    words = {word.lower() for word in _WORD.findall(text)}
    if words & rules.labels_meeting:
        return "meeting"
    if words & rules.labels_updated:
        return "updated"
    return "published" if words & rules.labels_published else "plain"


def _at_an_edge(clean: Clean, number: int) -> bool:
    return number < _HEAD_PASSAGES or number >= len(clean.passages) - _TAIL_PASSAGES


def _stated(form: DateForm, start: int, end: int, where: str) -> Published:
    earliest, latest = bounds(form.edtf) if form.edtf else (None, None)
    return Published(
        edtf=form.edtf,
        earliest=earliest,
        latest=latest,
        method="stated",
        start=start,
        end=end,
        reason=f"stated in the {where}",
    )


def _overlap(one: Published, other: Published) -> bool:
    return (one.earliest or "") <= (other.latest or "9999") and (other.earliest or "") <= (
        one.latest or "9999"
    )


def _from_edtf(edtf: str, method: str, reason: str) -> Published | None:
    try:
        dated = parse_published(edtf)
        earliest, latest = bounds(dated.edtf)
    except ValueError:
        return None
    return Published(dated.edtf, earliest, latest, method, reason=reason)
