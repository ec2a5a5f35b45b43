"""What a document has said so far: its figures with what they were bound to."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.figures.dimensions import Bound, BoundPeriod, latest
from pipeline.records import Evidence, Indicator

_BESIDE = 2  # sentences
_SO_FAR = ("tot nu", "tot nog", "tot dusver", "tot op heden")


@dataclass(frozen=True, slots=True)
class Said:
    """A figure as the memory keeps it: where it stood and what it was bound to."""

    position: int  # of the sentence
    passage: int
    firm: bool  # whether its indicator may stand for figures that follow
    kind: str
    unit: str | None
    indicator: Indicator
    indicator_evidence: Evidence
    place: Bound | None
    population: Bound | None
    period: BoundPeriod | None
    present: bool  # whether it was told in the present tense
    aside: bool = False  # whether it is only what a newer figure beside it is compared with

    @property
    def lends(self) -> bool:
        """Whether its period may be that of what follows: 'tot nu toe' and 'onlangs' are loose."""
        if self.period is None or self.aside or self.period.time.kind == "vague":
            return False
        time = self.period.time
        surface = time.surface.lower()
        until = surface.startswith("tot ") and (time.kind == "span" or surface.startswith(_SO_FAR))
        return not until and not (time.edtf or "").startswith("..")

    @property
    def is_of_text(self) -> bool:
        """Whether its period is only the date of publication."""
        return self.period is not None and self.period.evidence.start is None

    def is_after(self, day: str) -> bool:
        """Whether its period begins after a day: it is a plan then."""
        earliest = self.period.time.earliest if self.period is not None else None
        return earliest is not None and earliest > day


@dataclass(slots=True)
class Memory:
    """What has been said so far in the document, nearest last."""

    said: list[Said] = field(default_factory=list)

    def last(
        self, position: int, passage: int, kinds: set[str] | None = None, *, firm: bool = False
    ) -> Said | None:
        """Return the last figure up to ``position`` in the passage, of one of the kinds."""
        for said in reversed(self.said):
            if said.position > position or said.passage != passage or (firm and not said.firm):
                continue
            if kinds is None or said.kind in kinds:
                return said
        return None

    def recent(self, position: int, reach: int, kinds: set[str]) -> Said | None:
        """Return the last figure of one of the kinds within ``reach`` sentences, in any passage."""
        for said in reversed(self.said):
            if said.kind in kinds and 0 <= position - said.position <= reach:
                return said
        return None

    def tells_news(self, position: int, passage: int, reach: int) -> bool:
        """Whether the passage has just told something in the past tense of its own day."""
        return any(
            said.is_of_text and not said.present
            for said in self.said
            if said.passage == passage and 0 <= position - said.position <= reach
        )

    def beside(self, position: int, until: str | None) -> Said | None:
        """Return the last figure, at most two sentences before, if the text itself dated it.

        Not a plan for after ``until``, nor what is only known by the date of the text.
        """
        reach = _BESIDE
        for said in reversed(self.said):
            if said.position == position:
                continue
            if said.aside:
                # 'In 2014 was dat 48': what it was held against stands further up.
                reach = 2 * _BESIDE
                continue
            dated = said.period is not None and not said.is_of_text
            near = position - said.position <= reach
            ahead = until is not None and said.is_after(until)
            return said if dated and near and not ahead else None
        return None

    def of_unit(self, unit: str, position: int, reach: int) -> Said | None:
        """Return the last figure that counted ``unit`` within ``reach`` sentences before."""
        for said in reversed(self.said):
            if said.unit == unit and 0 <= position - said.position <= reach:
                return said
        return None

    def told_at(self, start: int, end: int) -> Said | None:
        """Return the last figure whose name rests on these words."""
        for said in reversed(self.said):
            found = said.indicator_evidence
            begins, ends = found.start, found.end
            if begins is not None and ends is not None and begins < end and start < ends:
                return said
        return None

    def places_at(self, position: int) -> frozenset[str]:
        """Return the places of the figures of a sentence."""
        return frozenset(
            said.place.value
            for said in self.said
            if said.position == position and said.place is not None
        )

    def told_of(self, place: str, passage: int) -> bool:
        """Whether a figure of the passage was about this place."""
        return any(
            said.passage == passage and said.place is not None and said.place.value == place
            for said in self.said
        )

    def is_aside(
        self,
        position: int,
        indicator: str,
        place: Bound | None,
        period: BoundPeriod | None,
        *,
        goes_on: int | None = None,
    ) -> bool:
        """Whether a newer figure on the same stands just before: '60 procent; in 2014 was dat 48'.

        The text goes on about the new one. What points back in the passage ``goes_on`` ('in 2014
        ging het nog om 48 scholen') is on the same, whatever it calls it.
        """
        return period is not None and any(
            (
                (said.indicator.id == indicator and position - said.position <= 1)
                or (said.passage == goes_on and position - said.position <= _BESIDE)
            )
            and position >= said.position
            and (said.place.value if said.place else None) == (place.value if place else None)
            and latest(said.period) > latest(period) > ""
            for said in self.said
        )

    def newest(
        self,
        position: int,
        passage: int,
        reach: int,
        *,
        published: bool = True,
        until: str | None = None,
    ) -> Said | None:
        """Return what has the newest period of the passage within ``reach`` sentences before.

        A text tells what is new and adds what was before; what follows is about the new. Unless
        ``published``, the date of the text itself counts only where nothing else is known; plans
        for after ``until`` count only where nothing else was said.
        """
        found = [
            said
            for said in reversed(self.said)
            if said.passage == passage and 0 <= position - said.position <= reach and said.lends
        ]
        if not published:
            found = [said for said in found if not said.is_of_text] or found
        if until is not None:
            found = [said for said in found if not said.is_after(until)] or found
        return max(found, key=lambda said: latest(said.period), default=None)
