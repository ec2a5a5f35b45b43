"""Which documents may be about one matter, read from the base, and what came of their meeting.

Only documents that name figures of one place and appeared within half a year of each other are
looked at, so that the work on a document does not grow with the whole base.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, cached_property, lru_cache, partial

from pipeline.knowledge import read_tsv
from pipeline.reconcile.crossed import crossed
from pipeline.reconcile.matters import Matter, near_in_time, telling_numbers
from pipeline.reconcile.meetings import Meeting, meetings, telling
from pipeline.reconcile.reading import figures_of_document
from pipeline.reconcile.records import Comparison, Stated
from pipeline.reconcile.relations import relate
from pipeline.reconcile.restated import restatements
from pipeline.reconcile.retold import Country, Pairs, may_be_retold, rare_numbers, retold
from pipeline.reconcile.rules import comparability
from pipeline.reconcile.sameness import sameness
from pipeline.reconcile.writing import MET, write_comparisons, write_findings

_WIDE = "country"  # too much happens in it to tell matters apart
_MATTERS, _FIGURES = 2000, 200  # documents of which these are kept
_PAIRS = 5000  # of documents of which is kept what both tell
# Relations of a group that two texts on one matter may settle: nothing in them says 'no'.
DOUBTED = frozenset(
    {"different_definition", "different_population", "different_period", "undetermined"}
)
_SAME_MATTER = "same_matter"
_RETOLD = '%"retold"%"same_matter"%'
_CITED = '%"cited"%'
_NAME = re.compile(r"(?<=[a-z,;] )(?:[A-Z][\w-]{3,}\w)(?![\w-])")
_WORD = re.compile(r"[^\W\d_]+")


class Meetings:
    """Lets the documents of one run of reconciliation meet; what was read of each is kept."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        # Bounded, so that memory does not grow with the corpus.
        self.matter = lru_cache(maxsize=_MATTERS)(partial(read_matter, db))
        self._read = lru_cache(maxsize=_FIGURES)(self._by_place)
        self._whole = lru_cache(maxsize=_FIGURES)(partial(_restated, db))
        self._retold = lru_cache(maxsize=_PAIRS)(self._agreed)
        self.changed: set[tuple[str, str]] = set()
        """Topics and places of which other figures than before are told by a text of another."""

    def retold(self, document: str, other: str) -> Pairs:
        """The figures that two documents both tell, where a group does not know that by itself."""
        first, second = sorted((document, other))
        return self._retold(first, second)

    def settled(
        self, figures: Sequence[Stated], comparisons: Sequence[Comparison]
    ) -> tuple[Comparison, ...]:
        """Return the comparisons of a group, with what two texts both tell as agreement."""
        by_id = {figure.id: figure for figure in figures}
        return tuple(
            self._retold_in_group(by_id[each.figure_a], by_id[each.figure_b]) or each
            if each.relation in DOUBTED
            else each
            for each in comparisons
        )

    def _retold_in_group(self, a: Stated, b: Stated) -> Comparison | None:
        # Most pairs of a group are of texts from years apart, which need not be read.
        if a.document == b.document or not may_be_retold(a, b):
            return None
        return self.retold(a.document, b.document).get((a.id, b.id))

    def elsewhere(self, figures: Sequence[Stated]) -> tuple[tuple[Stated, Stated], ...]:
        """Return figures of a group, each with one of another group by which a text tells it."""
        own = {figure.id: figure for figure in figures}
        rows = self._db.execute(
            "SELECT m.value, o.id, o.document FROM json_each(:ids) m JOIN comparisons c "
            "ON m.value = c.figure_a JOIN figures o ON o.id = c.figure_b WHERE c.reasons LIKE :met "
            "AND c.reasons NOT LIKE :cited "
            "UNION SELECT m.value, o.id, o.document FROM json_each(:ids) m JOIN comparisons c "
            "ON m.value = c.figure_b JOIN figures o ON o.id = c.figure_a WHERE c.reasons LIKE :met "
            "AND c.reasons NOT LIKE :cited "
            "ORDER BY 1, 2",
            {"ids": json.dumps(sorted(own)), "met": _RETOLD, "cited": _CITED},
        ).fetchall()
        return tuple(
            (own[id], other)
            for id, echo, document in rows
            for other in self._whole(document)
            if other.id == echo and other.counts
        )

    def renew(self, document: str) -> int:
        """Write anew what came of a document meeting others, and return how many findings.

        What was written before must be gone: findings with
        :func:`~pipeline.reconcile.writing.forget_findings`.
        """
        before = _retold_pairs(self._db, document)
        forget_meetings(self._db, document)
        count = 0
        own = self._read(document)
        partners: dict[str, list[str]] = defaultdict(list)
        for place in own:
            for other in self._nearby(document, place):
                partners[other].append(place)
        for other in sorted({*partners, *self._of_one_week(document)}):
            places = partners.get(other, ())
            about = self.matter(document), self.matter(other)
            if not near_in_time(*about):
                continue
            theirs = self._read(other)
            for place in places:
                found = list(meetings(own[place], theirs.get(place, ()), about))
                write_comparisons(self._db, (each.comparison for each in found if _crosses(each)))
                count += write_findings(self._db, telling(found))
                count += write_findings(self._db, crossed(own[place], theirs.get(place, ()), about))
            agreed = self.retold(document, other).values()
            write_comparisons(self._db, (each for each in agreed if _SAME_MATTER in each.reasons))
        for pair in before ^ _retold_pairs(self._db, document):
            self.changed.update(_subjects(self._db, pair))
        return count

    def _agreed(self, document: str, other: str) -> Pairs:
        about = self.matter(document), self.matter(other)
        if not near_in_time(*about):
            return {}
        texts = self._whole(document), self._whole(other)
        figures = {figure.id: figure for text in texts for figure in text}
        pairs: Pairs = {}
        for (a, b), found in retold(*texts, about, self._country).items():
            if not _of_one_group(figures[a], figures[b]):
                pairs[a, b] = replace(found, reasons=(*found.reasons, _SAME_MATTER))
            elif relate(figures[a], figures[b]).relation in DOUBTED:
                pairs[a, b] = found
        return pairs

    @cached_property
    def _country(self) -> Country:
        return _country(self._db)

    def _by_place(self, document: str) -> dict[str, list[Stated]]:
        """The figures of a document by place; a country is too wide to be one matter."""
        by_place: dict[str, list[Stated]] = defaultdict(list)
        for figure in self._whole(document):
            if figure.place is not None and figure.place not in self._country.wide:
                by_place[figure.place].append(figure)
        return dict(by_place)

    def _of_one_week(self, document: str) -> list[str]:
        """The documents that appeared in the days around this one and have a rare number of it.

        What shares none is found by its place, or not at all: looking at everything that
        appeared in a week takes too long.
        """
        numbers = sorted(rare_numbers(self._whole(document)), key=repr)
        rows = self._db.execute(
            "SELECT DISTINCT d.id FROM documents own JOIN documents d "
            "ON d.published_earliest BETWEEN date(own.published_earliest, :before) "
            "AND date(own.published_earliest, :after) JOIN figures f ON f.document = d.id "
            "JOIN json_each(:numbers) n ON f.value = json_extract(n.value, '$[0]') "
            "AND f.unit = ifnull(json_extract(n.value, '$[1]'), f.unit) "
            "WHERE own.id = :document AND d.id != own.id AND d.superseded_by IS NULL "
            "AND d.duplicate_of IS NULL AND own.duplicate_of IS NULL",
            {
                "document": document,
                "numbers": json.dumps(numbers),
                "before": f"-{sameness().news_days} days",
                "after": f"+{sameness().news_days} days",
            },
        )
        return [str(row[0]) for row in rows]

    def _nearby(self, document: str, place: str) -> list[str]:
        """The documents near in time with figures on a place and time that this one has too."""
        moment = comparability().same_moment_days
        rows = self._db.execute(
            # Figures meet when their periods are the same, or are two moments that lie near; a
            # question about a number comes weeks after it was in the news.
            "SELECT DISTINCT d.id FROM figures mine JOIN documents own ON own.id = mine.document "
            "JOIN figures f ON f.place = mine.place AND f.period_earliest BETWEEN "
            "date(mine.period_earliest, :long_before) AND date(mine.period_earliest, :long_after) "
            "JOIN documents d ON d.id = f.document "
            "WHERE mine.document = :document AND mine.place = :place AND d.id != own.id "
            "AND d.superseded_by IS NULL AND d.duplicate_of IS NULL AND own.duplicate_of IS NULL "
            "AND ifnull(julianday(d.published_earliest) - julianday(own.published_latest), 0) "
            "<= :days "
            "AND ifnull(julianday(own.published_earliest) - julianday(d.published_latest), 0) "
            "<= :days AND (f.period_earliest BETWEEN date(mine.period_earliest, :before) AND "
            "date(mine.period_earliest, :after) OR (f.value = mine.value AND f.unit IS mine.unit "
            "AND (f.stance IN ('asks', 'denies') OR mine.stance IN ('asks', 'denies'))))",
            {
                "document": document,
                "place": place,
                "days": sameness().days,
                "long_before": f"-{sameness().days} days",
                "long_after": f"+{sameness().days} days",
                "before": f"-{moment} days",
                "after": f"+{moment} days",
            },
        )
        return [str(row[0]) for row in rows]


def _restated(db: sqlite3.Connection, document: str) -> tuple[Stated, ...]:
    return restatements(figures_of_document(db, document))


def _wide(db: sqlite3.Connection) -> frozenset[str]:
    """Countries, and what holds several of them: Europe."""
    rows = db.execute("SELECT id FROM entities WHERE kind = ?", (_WIDE,))
    regions = read_tsv("regions.tsv", columns=("id", "provinces"))
    abroad = {row["id"] for row in regions if not row["provinces"]}
    return frozenset({str(row[0]) for row in rows} | abroad)


def _country(db: sqlite3.Connection) -> Country:
    rows = db.execute("SELECT id, parent FROM entities WHERE parent IS NOT NULL")
    return Country({str(id): str(parent) for id, parent in rows}, _wide(db))


def read_matter(db: sqlite3.Connection, document: str) -> Matter:
    """Read what a document names and counts."""
    title, earliest, latest, source = db.execute(
        "SELECT title, published_earliest, published_latest, source FROM documents WHERE id = ?",
        (document,),
    ).fetchone()
    organisations, persons, others = set(), set(), set[str]()
    for kind, entity, name, surface in db.execute(
        "SELECT m.kind, m.entity, e.name, m.surface FROM mentions m "
        "LEFT JOIN entities e ON e.id = m.entity WHERE m.document = ?",
        (document,),
    ):
        others.update(_WORD.findall(surface))
        if name and kind == "organisation" and entity not in _nationwide() and name != source:
            organisations.add(str(name))
        elif name and kind == "person" and " " in name:
            persons.add(str(name))
    texts = [
        str(row[0])
        for row in db.execute("SELECT text FROM sentences WHERE document = ?", (document,))
    ]
    lower = {word for text in texts for word in _WORD.findall(text) if word.islower()}
    names = {
        name
        for text in texts
        for name in _NAME.findall(" ".join(text.split()))
        if not others.intersection(_WORD.findall(name)) and name.lower() not in lower
    }
    figures = figures_of_document(db, document)
    words = {word for figure in figures for word in _WORD.findall(figure.label.lower())}
    words |= {word.lower() for word in _WORD.findall(title or "") if word.lower() in lower}
    rules = sameness()
    places = {word.lower() for word in others}
    known = {word for word in words - rules.common - places if len(word) >= rules.letters}
    return Matter(
        document,
        earliest,
        latest,
        frozenset(organisations | names),
        frozenset(persons),
        frozenset(known),
        telling_numbers(figures),
        frozenset(word for word in lower if len(word) >= rules.letters),
    )


def _retold_pairs(db: sqlite3.Connection, document: str) -> frozenset[tuple[str, str]]:
    """The figures of a document that another tells too, each with the figure of another group."""
    return frozenset(
        (str(a), str(b))
        for figure in ("figure_a", "figure_b")
        for a, b in db.execute(
            f"SELECT c.figure_a, c.figure_b FROM figures f JOIN comparisons c ON c.{figure} = f.id "
            "WHERE f.document = ? AND c.reasons LIKE ?",
            (document, _RETOLD),
        )
    )


def _subjects(db: sqlite3.Connection, figures: Sequence[str]) -> set[tuple[str, str]]:
    rows = db.execute(
        "SELECT i.topic, f.place FROM json_each(?) m JOIN figures f ON f.id = m.value "
        "JOIN indicators i ON i.id = f.indicator WHERE f.place IS NOT NULL",
        (json.dumps(figures),),
    )
    return {(str(topic), str(place)) for topic, place in rows}


def forget_meetings(db: sqlite3.Connection, document: str) -> None:
    """Drop what was concluded about figures of a document and of another under another name."""
    for figure in ("figure_a", "figure_b"):  # each by its own index
        db.execute(
            f"DELETE FROM comparisons WHERE {figure} IN "
            "(SELECT id FROM figures WHERE document = ?) AND reasons LIKE ?",
            (document, MET),
        )


def drop_lost_meetings(db: sqlite3.Connection) -> None:
    """Drop what was concluded with a document that another version took the place of."""
    lost = (
        "SELECT f.id FROM documents d JOIN figures f ON f.document = d.id "
        "WHERE d.superseded_by IS NOT NULL"
    )
    for figure in ("figure_a", "figure_b"):
        db.execute(f"DELETE FROM comparisons WHERE {figure} IN ({lost}) AND reasons LIKE ?", (MET,))
    db.execute(
        "DELETE FROM findings WHERE kind = 'possible_conflict' AND id IN "
        f"(SELECT finding FROM finding_members WHERE figure IN ({lost}))"
    )


def _crosses(meeting: Meeting) -> bool:
    """Whether the figures are in different groups: those of one are compared there."""
    return not _of_one_group(meeting.a, meeting.b)


def _of_one_group(a: Stated, b: Stated) -> bool:
    return a.place is not None and (a.topic, a.place, a.group) == (b.topic, b.place, b.group)


@cache
def _nationwide() -> frozenset[str]:
    """Bodies that work in the whole country: that two texts name them says nothing."""
    rows = read_tsv("organisations.tsv", columns=("id", "place"))
    return frozenset(row["id"] for row in rows if row["place"] in {"NL", ""})
