"""A figure with all that is known of it, and what reconciliation concludes about figures."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.reconcile.rules import comparability
from pipeline.reconcile.sources import voice_name
from pipeline.reconcile.units import is_duration, unit_kinds

PERCENT = "percent"
# Kinds of period that follow one another, so that each has one before it.
STRETCHES = frozenset({"month", "quarter", "half_year", "year", "school_year"})
_PERCENT_UNITS = frozenset({"percent", "percentage_point"})
_MEASURED = frozenset({"money", "measure", "rate"})


@dataclass(frozen=True, slots=True)
class Stated:
    """One figure with the names that an explanation needs. Dates are ISO strings."""

    id: str
    document: str
    position: int  # of the sentence in the document
    start: int  # of the quantity in the text
    offset: int  # of the quantity in the sentence, about: the sentence may be unwrapped
    sentence: str
    zone: str  # what the sentence is part of: body, list, table …
    surface: str
    kind: str  # of the quantity: share, money, count …
    said_unit: str | None
    per: str | None
    comparative: bool
    part: str | None
    together: int | None
    indicator: str
    label: str
    topic: str
    parent: str | None
    known: bool
    place: str | None
    place_name: str | None
    population: str | None
    usual_population: str | None  # of the indicator: the group that is meant if none is named
    period: str | None
    earliest: str | None
    latest: str | None
    period_kind: str | None
    period_said: str | None  # the words for it in the text: 'eind 2023'
    period_method: str | None  # how it is known, as figure_evidence says; so for the next two
    indicator_method: str | None
    place_method: str | None
    value: float | None
    low: float | None
    high: float | None
    low_open: bool
    high_open: bool
    outer_low: float | None
    outer_high: float | None
    unit: str | None
    hedge: str
    statement: str
    direction: str | None
    base: str | None
    base_earliest: str | None  # of the figure that a change starts from
    base_latest: str | None
    confidence: float
    status: tuple[str, ...]
    stance: str
    speaker: str | None
    speaker_name: str | None
    derived_from: str | None
    derived_name: str | None
    source: str | None
    title: str | None
    path: str
    published_earliest: str | None
    published_latest: str | None
    copy_of: str | None
    repeats: str | None = None  # the voice of the figure of its own text that it says again

    @property
    def voice(self) -> str:
        """Who vouches for the figure; one source repeated is one voice.

        The source that the text names comes first, then who is quoted, then the publisher, then
        the document itself (or the document that it copies): two papers that quote one alderman
        are one voice, and a broadcaster that cites a newspaper speaks with that newspaper's.
        """
        if self.repeats is not None:
            return self.repeats
        named = self.derived_name or self.derived_from or self.speaker_name or self.speaker
        if named or self.source:
            return voice_name(named or self.source or "")
        return self.copy_of or self.document

    @property
    def family(self) -> str:
        """The unit by which figures are grouped: all counts together, all shares together."""
        if self.unit in _PERCENT_UNITS or self.kind == "share":
            return PERCENT
        if self.kind == "age":
            return "age"
        if is_duration(self.unit):
            return "duration"
        if self.kind == "count":
            return "count"
        if self.kind == "change" and unit_kinds().get(self.unit or "") not in _MEASURED:
            return "count"
        return self.unit or self.kind

    @property
    def group(self) -> str:
        """What divides the figures of one topic and place into groups.

        That is the family; counts of what only the text names are kept apart by what they count,
        because there is no knowing what else a derived topic gathers: '214 gewonden' and '12
        maatregelen' have no verdict together. A number without a noun counts what the topic is:
        '312 afzeggingen', 'het juiste aantal is 268'.
        """
        if self.family != "count" or self.known:
            return self.family
        unit = self.topic if self.unit in (None, "count") else self.unit
        return comparability().classes.get(unit, unit)

    @property
    def is_unnamed_time(self) -> bool:
        """Whether the period is vague and open: 'de laatste jaren', not 'rond half 2019'."""
        return self.period_kind == "vague" and None in (self.earliest, self.latest)

    @property
    def of_publication(self) -> bool:
        """Whether the text names no period, so that it is how things were when it appeared.

        Also where a sentence took that over from the one before, or from the question it answers.
        """
        if self.period_method in {"carried_over", "question"} and self.earliest is not None:
            published = self.published_earliest, self.published_latest
            return (self.earliest, self.latest) == published
        return self.period_method == "publication"

    def is_near(self, other: Stated, most: float) -> bool:
        """Whether two numbers, whatever their sign, are at most so many times apart."""
        low, high = sorted((abs(self.value or 0), abs(other.value or 0)))
        return 0 < high <= low * most

    @property
    def is_difference(self) -> bool:
        """Whether the number is the size of a change or a distance: '6 procent meer'."""
        if self.part is not None and self.kind not in {"change", "percentage_point"}:
            return False  # the ends of 'van 2,2 naar 1,9 procent' are levels
        return (
            self.statement == "change"
            or self.kind in {"change", "percentage_point"}
            or self.unit == "percentage_point"
            or self.comparative
        )

    @property
    def lies_ahead(self) -> bool:
        """Whether it is about a time after the publication, so that nobody can know it yet."""
        return (
            self.earliest is not None
            and self.published_latest is not None
            and self.earliest > self.published_latest
        )

    @property
    def claim(self) -> str:
        """What the figure claims: level, change, norm, target or forecast.

        Beside what the words say: a level of next year is a forecast, and a difference is a
        change, not a level.
        """
        if self.statement not in {"level", "change"}:
            return self.statement
        if self.lies_ahead and self.statement == "level":
            return "forecast"
        return "change" if self.is_difference else "level"

    @property
    def is_level(self) -> bool:
        """Whether the figure states how things are (not a change, a norm or a plan)."""
        return self.claim == "level"

    @property
    def counts(self) -> bool:
        """Whether somebody vouches for it, in a document that is no copy of another."""
        return self.stance in {"asserts", "endorses"} and self.copy_of is None


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two figures relate; ``figure_a`` < ``figure_b``."""

    figure_a: str
    figure_b: str
    relation: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """A figure in a group: preferred, normal or deprecated, and why."""

    figure: str
    rank: str
    reason: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the figures of one subject and one period leave possible, as it is stored.

    ``value`` is None where only an interval can be given; a bound of None is open.
    """

    indicator: str
    population: str | None
    period: str | None
    earliest: str | None
    latest: str | None
    value: float | None
    low: float | None
    high: float | None
    voices: int
    figures: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a group of figures comes to."""

    id: str
    topic: str
    place: str
    unit: str
    verdict: str
    value: float | None
    low: float | None
    high: float | None
    earliest: str | None
    latest: str | None
    explanation_nl: str
    explanation_en: str
    members: tuple[Member, ...]
    periods: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that involves several figures; ``members`` are (figure id, part)."""

    kind: str
    severity: str
    place: str | None
    explanation_nl: str
    explanation_en: str
    members: tuple[tuple[str, str], ...] = field(default=())
