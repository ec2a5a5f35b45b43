"""The frozen dataclasses that pass between the stages.

Two coordinate systems are used, and each record says which is its own:

* **original**: character offsets in ``Loaded.text`` (= ``documents.text``);
* **view**: character offsets in ``View.text``, the cleaned text, in which hyphenated words are
  joined, hard line breaks are spaces and furniture is left out. ``View.to_original`` leads back.

``start`` and ``end`` are half-open. Dates are ISO strings (``2020-06-30``), so that records can be
compared, pickled and written without conversion.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

# ── issues ────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Issue:
    """Something that went wrong or was left out, for the table ``issues``.

    ``code`` is a stable slug (``undated``, ``mojibake_repaired``); ``message`` is for a person.
    ``start`` and ``end`` are original offsets, or None when the issue is about the whole document.
    """

    stage: str
    code: str
    message: str
    severity: str = "warning"  # info | warning | error
    start: int | None = None
    end: int | None = None


class DocumentRejectedError(Exception):
    """The document cannot be used; the message names the reason and what to do about it."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message

    def __reduce__(self) -> tuple[type[DocumentRejectedError], tuple[str, str]]:
        # Exceptions with two arguments do not unpickle by themselves; workers send these back.
        return (DocumentRejectedError, (self.code, self.message))


# ── load ──────────────────────────────────────────────────────────────────────────────────────


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


# ── clean ─────────────────────────────────────────────────────────────────────────────────────


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


# ── describe ──────────────────────────────────────────────────────────────────────────────────


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


# ── analyse ───────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its analysis (view offsets). Universal Dependencies labels, any model.

    ``head`` is the index of the head in the sentence's ``tokens`` (its own index for the root).
    ``entity`` is the model's entity label, normalised: PERSON, ORG, LOC, MISC or "".
    """

    text: str
    start: int
    end: int
    lemma: str
    pos: str
    dep: str
    head: int
    morph: str = ""
    entity: str = ""
    entity_start: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the view. ``passage`` is the index in ``Clean.passages``."""

    position: int  # 0, 1, 2 … in the document
    start: int
    end: int
    text: str
    passage: int
    passage_kind: str
    tokens: tuple[Token, ...] = ()


# ── quantities ────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that counts or measures something, as it was said (view offsets).

    ``low``/``high`` are the core interval, ``outer_low``/``outer_high`` the outer one, as in
    ``hedges.toml``; None is unbounded. ``unit`` is as said: percent, percentage_point, EUR,
    per_1000, year, week …, or for a count the lemma of the counted noun (None if it has none).
    """

    start: int
    end: int
    surface: str
    kind: str  # share percentage_point change money count ratio duration age rate …
    unit: str | None
    value: float | None
    low: float | None
    high: float | None
    low_open: bool
    high_open: bool
    outer_low: float | None
    outer_high: float | None
    hedge: str  # none above below about at_least at_most range
    direction: str | None = None  # up, down: changes only
    stance: str | None = None  # a stance word: slechts, maar liefst
    part: str | None = None  # base | target: the two levels in 'van 2,2 naar 1,9 procent'
    group: int | None = None  # quantities that were said together share a number
    noun_start: int | None = None  # the counted noun, where it is adjacent
    noun_end: int | None = None
    per: str | None = None  # 'per maand', 'per 1.000 inwoners', as said
    negated: bool = False  # 'geen 2,5 maar 1,5 procent': the 2,5
    comparative: bool = False  # 'meer', 'hoger', 'minder': a difference, not a level
    number_start: int = 0  # the bare number within the surface
    number_end: int = 0


@dataclass(frozen=True, slots=True)
class NonQuantity:
    """A number-like token that is something else (view offsets).

    ``kind``: date, time, phone, postcode, law_article, list_marker, page_number, house_number,
    score, road, name, reference, ordinal, article_word …
    """

    start: int
    end: int
    surface: str
    kind: str


# ── periods ───────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day, or the first and last possible day, that relative expressions are relative to."""

    earliest: str
    latest: str


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A point, span or duration in time (view offsets).

    ``edtf`` is None for durations and sets, which have ``iso8601`` instead. ``earliest`` and
    ``latest`` are None where the side is open. ``anchored``: absolute, publication (relative to
    the document's date), previous (to a period named before), open (relative, but no anchor).
    """

    start: int
    end: int
    surface: str
    kind: str  # point span part duration set vague
    edtf: str | None
    iso8601: str | None
    earliest: str | None
    latest: str | None
    anchored: str = "absolute"
    granularity: str = "day"  # day month quarter half_year year school_year span open vague


# ── entities ──────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Entity:
    """A place, party, organisation, person or law.

    ``id`` is stable: ``GM0106``, ``PV22``, ``NL``, ``party:sp``, ``org:accare``, ``law:jeugdwet``,
    ``person:jan-broekema``, ``region:…``.
    """

    id: str
    kind: str  # municipality province country region party organisation person law
    name: str
    official_name: str | None = None
    code: str | None = None
    parent: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    successor: str | None = None


@dataclass(frozen=True, slots=True)
class Alias:
    """Another way to write an entity's name, and where that is known from."""

    entity: str
    alias: str
    kind: str  # official abbreviation former adjective inhabitant misspelling …
    origin: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text (view offsets; the name alone: 'Assen' in 'gemeente Assen')."""

    start: int
    end: int
    surface: str
    kind: str
    entity: str | None
    method: str  # exact alias adjective inhabitant fuzzy model coreference person
    score: float


@dataclass(frozen=True, slots=True)
class Role:
    """What a person is: 'wethouder Jan Broekema (SP) van de gemeente Assen' (view offsets)."""

    person: str
    role: str
    party: str | None
    place: str | None
    organisation: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class EntityFacts:
    """All that the entity stage finds in one document.

    ``found`` holds the entities that no knowledge file has (persons, new organisations) and
    ``aliases`` the forms learnt from this text (a misspelling, a surname).
    """

    mentions: tuple[Mention, ...]
    roles: tuple[Role, ...]
    found: tuple[Entity, ...]
    aliases: tuple[Alias, ...] = ()
    issues: tuple[Issue, ...] = ()


# ── figures ───────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a dimension of a figure is what it is (view offsets, None when not in the text)."""

    dimension: str  # indicator population place period speaker status unit statement …
    method: str  # stated carried_over document publication table_head question …
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """What a figure measures. ``known`` comes from the knowledge files, else from the text."""

    id: str
    label: str
    topic: str
    unit: str | None = None
    population: str | None = None
    parent: str | None = None
    definition: str | None = None
    known: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity bound to what, for whom, where, when, by whom and how firmly.

    ``quantity``, ``base`` are indexes in ``DocumentAnalysis.quantities`` and ``figures``;
    ``sentence`` an index in ``sentences``.
    """

    quantity: int
    sentence: int
    indicator: str
    place: str | None
    population: str | None
    period: str | None
    period_earliest: str | None
    period_latest: str | None
    period_kind: str | None
    value: float | None
    low: float | None
    high: float | None
    low_open: bool
    high_open: bool
    outer_low: float | None
    outer_high: float | None
    unit: str | None  # as meant
    hedge: str
    statement: str  # level change norm forecast target
    direction: str | None = None
    base: int | None = None
    status: tuple[str, ...] = ()  # provisional revised definitive estimate
    speaker: str | None = None
    stance: str = "asserts"  # asserts endorses asks denies hypothetical
    derived_from: str | None = None
    confidence: float = 1.0
    evidence: tuple[Evidence, ...] = ()


# ── one document, all stages ──────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class DocumentAnalysis:
    """Everything that is known of one document: what a worker returns and the writer stores."""

    loaded: Loaded
    clean: Clean
    description: Description
    sentences: tuple[Sentence, ...]
    quantities: tuple[Quantity, ...]
    others: tuple[NonQuantity, ...]
    times: tuple[TimeExpression, ...]
    entities: EntityFacts
    indicators: tuple[Indicator, ...]
    figures: tuple[Figure, ...]
    issues: tuple[Issue, ...] = field(default=())
