"""Small, complete analyses made by hand, so that the store is tested without the other stages."""

from __future__ import annotations

import hashlib
import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from pipeline.records import (
    Alias,
    Clean,
    Description,
    DocumentAnalysis,
    Entity,
    EntityFacts,
    Evidence,
    Figure,
    Indicator,
    Issue,
    Loaded,
    Mention,
    NonQuantity,
    Passage,
    Published,
    Quantity,
    Role,
    Sentence,
    TimeExpression,
    View,
    Zone,
)
from pipeline.store.ids import reconciliation_id

KNOWN = (
    Entity("NL", "country", "Nederland"),
    Entity("PV22", "province", "Drenthe", code="PV22", parent="NL"),
    Entity("GM0106", "municipality", "Assen", "Gemeente Assen", "GM0106", parent="PV22"),
    Entity("GM0114", "municipality", "Emmen", "Gemeente Emmen", "GM0114", parent="PV22"),
    Entity("party:d66", "party", "D66"),
)
KNOWN_ALIASES = (Alias("GM0106", "Assenaar", "inhabitant", "kennis"),)
JEUGDHULP = Indicator("jeugdhulp", "jongeren met jeugdhulp", "jeugdzorg", "percent", known=True)

BODY = (
    "Wachttijden lopen terug\n"
    "\n"
    "Wethouder Roos Akkerman (D66) meldt dat in 2020 {said} van de jon-\n"
    "geren in Assen jeugdhulp kreeg. Het gaat om voorlopige cijfers.\n"
    "Bel 0592 123456 voor een afspraak in het café.\n"
    "\n"
    "Deel dit bericht\n"
)


class Found(NamedTuple):
    """A file as the writer wants to know it."""

    location: Path
    root: Path
    path: str
    sha256: str
    metadata_sha256: str | None = None


def make_view(text: str, furniture_from: int) -> View:
    """Join hyphenated words and turn line breaks into spaces, as the clean stage does."""
    kept: list[tuple[str, int]] = []
    position = 0
    while position < furniture_from:
        if text.startswith("-\n", position):
            position += 2
            continue
        kept.append((" " if text[position] == "\n" else text[position], position))
        position += 1
    return View("".join(char for char, _ in kept), tuple(origin for _, origin in kept))


def analyse(
    said: str = "ruim 12 procent",
    value: float = 12.0,
    *,
    path: str = "nieuws/wachttijden.txt",
    published: str | None = "2021-03-04",
    body: str = BODY,
    place: str = "GM0106",
) -> DocumentAnalysis:
    """Return the analysis of a small article in which ``said`` stands for ``value`` percent."""
    text = body.format(said=said)
    furniture = text.index("Deel dit bericht")
    view = make_view(text, furniture)
    cut = view.text

    def span(words: str) -> tuple[int, int]:
        return cut.index(words), cut.index(words) + len(words)

    def sentence(position: int, first: str, last: str, kind: str) -> Sentence:
        start, end = cut.index(first), cut.index(last) + len(last)
        return Sentence(position, start, end, cut[start:end], int(kind == "body"), kind)

    title_end = text.index("\n")
    body_end = text.index("café.") + len("café.")
    start, end = span(said)
    quantity = Quantity(
        *(start, end, said, "share", "percent", value, value, value + 0.5, True, False),
        outer_low=value,
        outer_high=value + 1,
        hedge="above",
        noun_start=span("jongeren")[0],
        noun_end=span("jongeren")[1],
    )
    person = "person:roos-akkerman"
    figure = Figure(
        quantity=0,
        sentence=1,
        indicator="jeugdhulp",
        place=place,
        population="jongeren",
        period="2020",
        period_earliest="2020-01-01",
        period_latest="2020-12-31",
        period_kind="year",
        value=value,
        low=value,
        high=value + 0.5,
        low_open=True,
        high_open=False,
        outer_low=value,
        outer_high=value + 1,
        unit="percent",
        hedge="above",
        statement="level",
        status=("provisional",),
        speaker=person,
        evidence=(
            Evidence("place", "stated", *span("Assen")),
            Evidence("period", "stated", *span("2020")),
            Evidence("speaker", "document"),
        ),
    )
    return DocumentAnalysis(
        loaded=Loaded(path, hashlib.sha256(text.encode()).hexdigest(), "text/plain", text),
        clean=Clean(
            zones=(
                Zone("title", 0, title_end),
                Zone("body", title_end + 2, body_end),
                Zone("furniture", furniture, len(text) - 1, "deelknop"),
            ),
            passages=(
                Passage("title", 0, title_end, 0),
                Passage("body", span("Wethouder")[0], span("café.")[1], 1),
            ),
            view=view,
        ),
        description=Description(
            title="Wachttijden lopen terug",
            source="De Drentse Bode",
            published=Published(
                published, published, published, "metadata" if published else "unknown"
            ),
            language="nl",
        ),
        sentences=(
            sentence(0, "Wachttijden", "terug", "title"),
            sentence(1, "Wethouder", "kreeg.", "body"),
            sentence(2, "Het gaat", "cijfers.", "body"),
            sentence(3, "Bel", "café.", "body"),
        ),
        quantities=(quantity,),
        others=(NonQuantity(*span("0592 123456"), "0592 123456", "phone"),),
        times=(
            TimeExpression(
                *span("2020"),
                "2020",
                "point",
                "2020",
                None,
                "2020-01-01",
                "2020-12-31",
                granularity="year",
            ),
        ),
        entities=EntityFacts(
            mentions=(
                Mention(*span("Roos Akkerman"), "Roos Akkerman", "person", person, "model", 0.9),
                Mention(*span("D66"), "D66", "party", "party:d66", "exact", 1.0),
                Mention(*span("Assen"), "Assen", "municipality", "GM0106", "exact", 1.0),
            ),
            roles=(
                Role(
                    person,
                    "wethouder",
                    "party:d66",
                    "GM0106",
                    None,
                    *span("Wethouder Roos Akkerman (D66)"),
                ),
            ),
            found=(Entity(person, "person", "Roos Akkerman"),),
            aliases=(Alias(person, "Akkerman", "surname", "tekst"),),
        ),
        indicators=(JEUGDHULP,),
        figures=(figure,),
        issues=(Issue("clean", "furniture", "deelknop terzijde gelegd", "info"),),
    )


def found(analysis: DocumentAnalysis, root: Path = Path("/archief"), path: str = "") -> Found:
    """Return the file that ``analysis`` came from."""
    name = path or analysis.loaded.path
    return Found(root / name, root, name, analysis.loaded.sha256)


def make_base(path: Path) -> Path:
    """Make a base with two articles whose figures contradict each other, and the verdict on it."""
    from pipeline.store.writer import Writer

    other = BODY.replace("Bel 0592", "Een rapport over de jeugd ligt ter inzage.\nBel 0592")
    with Writer(path, now=lambda: "2024-01-01T00:00:00Z") as writer:
        writer.seed_knowledge(KNOWN, KNOWN_ALIASES, (JEUGDHULP,), fingerprint="kennis")
        run = writer.start_run()
        first = analyse()
        second = analyse("9,4 procent", 9.4, path="rapport.txt", body=other, published=None)
        second = replace(second, description=replace(second.description, title="<Rapport>"))
        for each in (first, second):
            writer.write(each, found(each), fingerprint="a", run=run)
        judge(writer.connection)
        writer.finish_run(run, {"new": 2})
    return path


def judge(db: sqlite3.Connection) -> None:
    """Write the verdict on the two figures of :func:`make_base`, as reconciliation would."""
    figures = sorted(row[0] for row in db.execute("SELECT id FROM figures"))
    group = reconciliation_id("jeugdzorg", "GM0106", "percent")
    db.execute("DELETE FROM stale_groups")
    db.execute("INSERT INTO comparisons VALUES (?, ?, 'conflict', '[\"intervals\"]')", figures)
    db.execute(
        "INSERT INTO reconciliations (id, topic, place, unit, verdict, explanation_nl, "
        "explanation_en) VALUES (?, 'jeugdzorg', 'GM0106', 'percent', 'contested', "
        "'De twee cijfers kunnen niet allebei kloppen.', 'Both figures cannot be right.')",
        (group,),
    )
    for figure in figures:
        db.execute(
            "INSERT INTO reconciliation_members VALUES (?, ?, 'normal', NULL)", (group, figure)
        )
