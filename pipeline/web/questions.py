"""The questions that analysts ask, as named queries with blanks to fill in.

Every blank may be left empty: then it does not restrict anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Question:
    """A query of the site: its address, title, explanation and SQL."""

    name: str
    title: str
    description: str
    sql: str


_PLACE = "(:plaats = '' OR vouw(place) = vouw(:plaats))"
_SUBJECT = "(:onderwerp = '' OR instr(vouw(indicator || ' ' || topic), vouw(:onderwerp)))"

QUESTIONS: Final = (
    Question(
        "zoek",
        "Zoek in de zinnen",
        'Vindt woorden in al hun vormen (jongere vindt jongeren), "woorden op een rij", '
        "het begin van een woord (jeugd*), en laat zinnen weg met -woord.",
        """
SELECT s.text AS sentence, d.source, d.published, d.title, d.id AS document
FROM sentences_fts JOIN sentences s ON s.number = sentences_fts.rowid
JOIN documents d ON d.id = s.document
WHERE sentences_fts MATCH zoekvraag(:woorden) AND d.duplicate_of IS NULL
ORDER BY bm25(sentences_fts, 2.0, 1.0), s.id
""",
    ),
    Question(
        "cijfers-door-de-jaren",
        "Cijfers van een plaats door de jaren",
        "Alle niveaus die over een plaats en onderwerp zijn genoemd, op volgorde van periode.",
        f"""
SELECT period, said, value, low, high, unit, indicator, population, place, status, speaker,
       source, published, verdict, figure
FROM figure_overview
WHERE statement = 'level' AND copy_of IS NULL AND {_PLACE} AND {_SUBJECT}
ORDER BY place, topic, unit, period_earliest IS NULL, period_earliest, published, figure
""",
    ),
    Question(
        "wie-zegt-wat",
        "Wie zegt wat over een onderwerp",
        "De cijfers met wie ze noemt, welke bron de tekst zelf noemt en hoe stellig het is.",
        f"""
SELECT speaker, derived_from, stance, said, indicator, place, period, sentence, source, published,
       figure
FROM figure_overview
WHERE copy_of IS NULL AND coalesce(speaker, derived_from) IS NOT NULL
  AND {_SUBJECT} AND (:spreker = '' OR instr(vouw(speaker), vouw(:spreker)))
ORDER BY coalesce(speaker, derived_from), indicator, period_earliest, figure
""",
    ),
    Question(
        "tegenspraak",
        "Wat spreekt elkaar tegen",
        "Paren van cijfers over hetzelfde, voor dezelfde plaats en periode, waarvan ook de ruime "
        "intervallen elkaar niet raken.",
        f"""
SELECT a.place, a.indicator, a.period, a.said, a.source, a.figure, b.said AS said_b,
       b.source AS source_b, b.figure AS figure_b, c.reasons
FROM comparisons c JOIN figure_overview a ON a.figure = c.figure_a
JOIN figure_overview b ON b.figure = c.figure_b
WHERE c.relation = 'conflict' AND a.copy_of IS NULL AND b.copy_of IS NULL
  AND {_PLACE.replace("place", "a.place")}
ORDER BY a.place, a.indicator, a.period_earliest, a.figure
""",
    ),
    Question(
        "bronnen-verschillen",
        "Bronnen die verschillen",
        "Hetzelfde onderwerp, dezelfde plaats en periode, maar een ander getal in een andere bron.",
        f"""
SELECT a.place, a.indicator, a.period, a.said, a.source, a.figure, b.said AS said_b,
       b.source AS source_b, b.figure AS figure_b, c.relation, c.reasons
FROM comparisons c JOIN figure_overview a ON a.figure = c.figure_a
JOIN figure_overview b ON b.figure = c.figure_b
WHERE c.relation IN ('conflict', 'compatible', 'revised', 'undetermined')
  AND a.document <> b.document AND a.copy_of IS NULL AND b.copy_of IS NULL
  AND a.value IS NOT b.value AND {_PLACE.replace("place", "a.place")}
ORDER BY c.relation, a.place, a.indicator, a.period_earliest, a.figure
""",
    ),
    Question(
        "later-herzien",
        "Voorlopige cijfers die later zijn bijgesteld",
        "Paren waarin een later of definitief cijfer een voorlopig cijfer vervangt.",
        f"""
SELECT a.place, a.indicator, a.period, a.said, a.status, a.published, a.figure,
       b.said AS said_b, b.status AS status_b, b.published AS published_b, b.figure AS figure_b
FROM comparisons c JOIN figure_overview a ON a.figure = c.figure_a
JOIN figure_overview b ON b.figure = c.figure_b
WHERE c.relation = 'revised' AND {_PLACE.replace("place", "a.place")}
ORDER BY a.place, a.indicator, a.period_earliest, a.figure
""",
    ),
    Question(
        "voorlopig",
        "Cijfers die voorlopig of een schatting zijn",
        "Met wat er over hun groep is geoordeeld.",
        f"""
SELECT place, indicator, period, said, status, verdict, rank, source, published, sentence, figure
FROM figure_overview WHERE status <> '' AND copy_of IS NULL AND {_PLACE}
ORDER BY place, indicator, period_earliest, figure
""",
    ),
    Question(
        "zonder-datum",
        "Documenten zonder zekere datum",
        "Met de grenzen die uit de tekst zijn af te leiden, en waarom. Wie de datum weet, zet hem "
        "met: feitenbank review decide published DOCUMENT DATUM.",
        """
SELECT id AS document, title, source, published_method, published_earliest, published_latest,
       published_reason, path
FROM documents
WHERE superseded_by IS NULL AND published_method IN ('unknown', 'inferred')
ORDER BY path, id
""",
    ),
    Question(
        "vermeldingen",
        "Waar een naam genoemd wordt",
        "Elke vermelding van een persoon, partij, organisatie of plaats, met de zin.",
        """
SELECT e.name, e.kind, m.surface AS said, s.text AS sentence, m.method, d.source, d.published,
       d.id AS document
FROM mentions m JOIN entities e ON e.id = m.entity JOIN documents d ON d.id = m.document
LEFT JOIN sentences s ON s.id = m.sentence
WHERE d.duplicate_of IS NULL AND (:naam = '' OR instr(vouw(e.name), vouw(:naam))
  OR instr(vouw(m.surface), vouw(:naam)))
ORDER BY e.name, d.published_earliest, d.id, m.start
""",
    ),
    Question(
        "terzijde",
        "Wat terzijde is gelegd",
        "Menu's, gerelateerde artikelen, deelknoppen en meer: hieruit komen geen feiten.",
        """
SELECT z.reason, substr(d.text, z.start + 1, z."end" - z.start) AS said, d.title, d.source,
       d.id AS document
FROM zones z JOIN documents d ON d.id = z.document
WHERE z.kind = 'furniture' AND d.superseded_by IS NULL
ORDER BY d.id, z.start
""",
    ),
)
