"""A document as text: what load, clean and describe make of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.records.issues import Issue


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The bytes of one file and of the metadata file beside it. ``path`` is relative, posix."""

    path: str
    data: bytes
    metadata: bytes | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What ``NAME.toml`` beside an article, or the format itself (HTML head), states about it."""

    title: str | None = None
    published: str | None = None  # EDTF
    source: str | None = None  # the publisher
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of original text of which the format itself says what it is (HTML, DOCX).

    ``kind``: title, heading, paragraph, list_item, table_row, caption, byline, page_break.
    """

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Loaded:
    """A document as text. ``text`` is complete; only line ends, NUL and mojibake were touched."""

    path: str
    sha256: str  # of the original bytes
    media_type: str
    text: str
    stated: Metadata = Metadata()  # from NAME.toml: wins over what is inferred
    embedded: Metadata = Metadata()  # from the format (HTML meta tags, DOCX properties)
    blocks: tuple[Block, ...] = ()  # empty for plain text and PDF
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class Zone:
    """A part of the original text (original offsets) and what it is.

    ``kind``: title, heading, byline, dateline, lead, body, question, answer, quote, caption, list,
    table, furniture. ``reason`` says for furniture why it was set aside. Zones do not overlap and
    cover every character that is not white space.
    """

    kind: str
    start: int
    end: int
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A zone as it lies in the view (view offsets): a paragraph, a question, a table."""

    kind: str
    start: int
    end: int
    zone: int  # index in Clean.zones


@dataclass(frozen=True, slots=True)
class View:
    """The cleaned text and, for each of its characters, the original offset it stands for."""

    text: str
    origin: Sequence[int]  # len(text); strictly increasing

    def to_original(self, start: int, end: int) -> tuple[int, int]:
        """Map a half-open view span to the original span that it stands for.

        >>> View("jeugdzorg", (0, 1, 2, 3, 4, 8, 9, 10, 11)).to_original(0, 9)
        (0, 12)
        """
        if start >= end:
            raise ValueError(f"empty span {start}-{end}")
        return self.origin[start], self.origin[end - 1] + 1


@dataclass(frozen=True, slots=True)
class Clean:
    """The zones of a document and the view on what is not furniture."""

    zones: tuple[Zone, ...]
    passages: tuple[Passage, ...]
    view: View
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class Published:
    """When a document was published: EDTF, the days it may be, and how that is known.

    ``method``: stated (in the text), metadata, inferred (bounds from evidence), person, unknown.
    ``start``/``end`` are original offsets of the evidence where it is a single place in the text.
    """

    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None
    method: str = "unknown"
    start: int | None = None
    end: int | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Description:
    """What a document is: title, publisher, date, language (ISO 639-1), address."""

    title: str | None
    source: str | None
    published: Published
    language: str | None
    url: str | None = None
    issues: tuple[Issue, ...] = ()
