"""Tables of what the text says: quantities, times, and the figures made of them."""

from __future__ import annotations

from pipeline.store.schema import (
    ANCHORED,
    DIRECTIONS,
    HEDGES,
    NOT_EMPTY,
    PERIOD_KINDS,
    STANCES,
    STATEMENTS,
    TIME_KINDS,
    Column,
    Table,
    document,
    interval,
    key,
    sentence,
    span,
)

QUANTITIES = Table(
    name="quantities",
    title="Hoeveelheden",
    en="Every number that counts or measures something, as it was said.",
    nl="Elk getal dat iets telt of meet, zoals het is gezegd.",
    columns=(
        key("The letter q and 16 hex digits.", "De letter q en 16 tekens."),
        document(),
        sentence(),
        *span(),
        Column(
            "kind",
            "TEXT NOT NULL",
            "share, percentage_point, change, money, count, ratio, duration, age, rate …",
            "aandeel, procentpunt, verandering, geld, aantal, verhouding, duur, leeftijd …",
        ),
        Column(
            "unit",
            "TEXT",
            "As said: percent, percentage_point, EUR, year …, or the counted noun.",
            "Zoals gezegd: percent, percentage_point, EUR, year …, of het getelde woord.",
        ),
        *interval(),
        Column("hedge", "TEXT NOT NULL", "How it was hedged.", "De slag om de arm.", values=HEDGES),
        Column(
            "direction",
            "TEXT",
            "Up or down, for changes.",
            "Omhoog of omlaag, bij veranderingen.",
            values=DIRECTIONS,
        ),
        Column(
            "stance_word",
            "TEXT",
            "A word that judges the size (slechts, maar liefst).",
            "Een woord dat de omvang beoordeelt (slechts, maar liefst).",
        ),
        Column(
            "part",
            "TEXT",
            "base or target: the two levels of 'van 2,2 naar 1,9 procent'.",
            "base of target: de twee niveaus van 'van 2,2 naar 1,9 procent'.",
        ),
        Column(
            "said_together",
            "INTEGER",
            "Quantities of one document that were said together share a number.",
            "Hoeveelheden in een document die samen zijn gezegd delen een nummer.",
        ),
        Column(
            "noun",
            "TEXT",
            "The counted noun as it stands in the text.",
            "Het getelde woord zoals het in de tekst staat.",
        ),
        Column("per", "TEXT", "per maand, per 1.000 inwoners …", "per maand, per 1.000 inwoners …"),
        Column(
            "negated",
            "INTEGER NOT NULL CHECK (negated IN (0, 1))",
            "1 when the text says that it is not this number.",
            "1 als de tekst zegt dat het dit getal niet is.",
        ),
        Column(
            "comparative",
            "INTEGER NOT NULL CHECK (comparative IN (0, 1))",
            "1 for a difference (meer, hoger) instead of a level.",
            "1 voor een verschil (meer, hoger) in plaats van een niveau.",
        ),
    ),
    constraints=(NOT_EMPTY,),
    indexes=(("document",), ("sentence",)),
)

NON_QUANTITIES = Table(
    name="non_quantities",
    title="Andere getallen",
    en="Number-like words that are something else: dates, phone numbers, law articles.",
    nl="Getallen die iets anders zijn: datums, telefoonnummers, wetsartikelen.",
    columns=(
        key("The letter x and 16 hex digits.", "De letter x en 16 tekens."),
        document(),
        sentence(),
        *span(),
        Column("kind", "TEXT NOT NULL", "What it is instead.", "Wat het dan wel is."),
    ),
    constraints=(NOT_EMPTY,),
    indexes=(("document",), ("sentence",)),
)

TIME_EXPRESSIONS = Table(
    name="time_expressions",
    title="Tijdsaanduidingen",
    en="Every expression of time, with its first and last day.",
    nl="Elke tijdsaanduiding, met de eerste en de laatste dag.",
    columns=(
        key("The letter t and 16 hex digits.", "De letter t en 16 tekens."),
        document(),
        sentence(),
        *span(),
        Column("kind", "TEXT NOT NULL", "What it is.", "Wat het is.", values=TIME_KINDS),
        Column(
            "edtf",
            "TEXT",
            "EDTF value; null for durations and sets.",
            "EDTF-waarde; leeg voor een duur of herhaling.",
        ),
        Column(
            "iso8601",
            "TEXT",
            "ISO 8601, for durations and sets: P10M is ten months.",
            "ISO 8601, voor een duur of herhaling: P10M is tien maanden.",
        ),
        Column(
            "earliest",
            "TEXT",
            "First day; null where open.",
            "Eerste dag; leeg waar die open is.",
        ),
        Column(
            "latest", "TEXT", "Last day; null where open.", "Laatste dag; leeg waar die open is."
        ),
        Column(
            "anchored",
            "TEXT NOT NULL",
            "What it is relative to: nothing (absolute), the date of the document (publication), "
            "a period named before (previous), or something unknown (open).",
            "Waar het van afhangt: niets (absolute), de datum van het document (publication), een "
            "eerder genoemde periode (previous) of iets onbekends (open).",
            values=ANCHORED,
        ),
        Column(
            "granularity",
            "TEXT NOT NULL",
            "day, month, quarter, half_year, year, school_year, span, open or vague.",
            "day, month, quarter, half_year, year, school_year, span, open of vague.",
        ),
    ),
    constraints=(NOT_EMPTY,),
    indexes=(("document",), ("sentence",)),
)

INDICATORS = Table(
    name="indicators",
    title="Onderwerpen van cijfers",
    en="What figures measure.",
    nl="Wat cijfers meten.",
    columns=(
        key("A slug: share-of-jeugdzorg …", "Een slug."),
        Column("label", "TEXT NOT NULL", "In Dutch.", "In het Nederlands."),
        Column(
            "topic",
            "TEXT NOT NULL",
            "The subject by which figures are grouped for comparison.",
            "Het thema waarop cijfers worden vergeleken.",
        ),
        Column("unit", "TEXT", "The usual unit.", "De gebruikelijke eenheid."),
        Column("population", "TEXT", "The usual population.", "De gebruikelijke doelgroep."),
        Column(
            "parent",
            "TEXT",
            "The indicator it is part of (which may have no figures).",
            "Het onderwerp waar het deel van is (dat geen cijfers hoeft te hebben).",
        ),
        Column("definition", "TEXT", "What is counted exactly.", "Wat er precies geteld wordt."),
        Column(
            "known",
            "INTEGER NOT NULL CHECK (known IN (0, 1))",
            "1 from the knowledge files, 0 derived from a text.",
            "1 uit de kennisbestanden, 0 afgeleid uit een tekst.",
        ),
    ),
    indexes=(("topic",), ("parent",)),
)

FIGURES = Table(
    name="figures",
    title="Cijfers",
    en="A quantity bound to what it measures, for whom, where, when, by whom and how firmly.",
    nl="Een hoeveelheid met wat hij meet, voor wie, waar, wanneer, volgens wie en hoe stellig.",
    columns=(
        key("The letter f and 16 hex digits.", "De letter f en 16 tekens."),
        document(),
        sentence(required=True),
        Column(
            "quantity",
            "TEXT NOT NULL REFERENCES quantities(id)",
            "The words with the number.",
            "De woorden met het getal.",
        ),
        Column(
            "indicator",
            "TEXT NOT NULL REFERENCES indicators(id)",
            "What is measured.",
            "Wat er gemeten is.",
        ),
        Column("place", "TEXT REFERENCES entities(id)", "Where.", "Waar."),
        Column("population", "TEXT", "For whom: jongeren tot 18 jaar.", "Voor wie."),
        Column("period", "TEXT", "When (EDTF).", "Wanneer (EDTF)."),
        Column("period_earliest", "TEXT", "First day of the period.", "Eerste dag van de periode."),
        Column("period_latest", "TEXT", "Last day of the period.", "Laatste dag van de periode."),
        Column(
            "period_kind",
            "TEXT",
            "Kind of period.",
            "Soort periode.",
            values=PERIOD_KINDS,
        ),
        *interval(),
        Column(
            "unit",
            "TEXT",
            "As meant; where the text slips, not as said.",
            "Zoals bedoeld; bij een vergissing in de tekst dus niet zoals gezegd.",
        ),
        Column("hedge", "TEXT NOT NULL", "How it was hedged.", "De slag om de arm.", values=HEDGES),
        Column(
            "statement",
            "TEXT NOT NULL",
            "A level, a change, a norm, a forecast or a target.",
            "Een niveau, verandering, norm, verwachting of doel.",
            values=STATEMENTS,
        ),
        Column(
            "direction",
            "TEXT",
            "Up or down, for changes.",
            "Omhoog of omlaag, bij veranderingen.",
            values=DIRECTIONS,
        ),
        Column(
            "base_figure",
            "TEXT REFERENCES figures(id) DEFERRABLE INITIALLY DEFERRED",
            "The figure that a change starts from.",
            "Het cijfer waar een verandering van uitgaat.",
        ),
        Column(
            "status",
            "TEXT NOT NULL",
            "JSON array of provisional, revised, definitive, estimate.",
            "JSON-lijst van provisional, revised, definitive, estimate.",
            json=True,
        ),
        Column("speaker", "TEXT REFERENCES entities(id)", "Who says so.", "Wie het zegt."),
        Column(
            "stance",
            "TEXT NOT NULL",
            "Whether the speaker asserts, endorses, asks, denies or supposes it.",
            "Of de spreker het beweert, onderschrijft, vraagt, ontkent of veronderstelt.",
            values=STANCES,
        ),
        Column(
            "derived_from",
            "TEXT",
            "The source that the text itself names.",
            "De bron die de tekst zelf noemt.",
        ),
        Column("confidence", "REAL NOT NULL", "0 to 1.", "Zekerheid van 0 tot 1."),
    ),
    indexes=(
        ("document",),
        ("sentence",),
        ("quantity",),
        ("indicator", "place"),
        ("place",),
        ("speaker",),
        ("base_figure",),
    ),
    later_indexes=(("place", "period_earliest"),),
)

FIGURE_EVIDENCE = Table(
    name="figure_evidence",
    title="Bewijs bij cijfers",
    en="Why each dimension of a figure is what it is.",
    nl="Waarom elk kenmerk van een cijfer is wat het is.",
    columns=(
        Column(
            "figure",
            "TEXT NOT NULL REFERENCES figures(id) ON DELETE CASCADE",
            "The figure.",
            "Het cijfer.",
        ),
        Column("position", "INTEGER NOT NULL", "0, 1, 2 …", "0, 1, 2 …"),
        Column(
            "dimension",
            "TEXT NOT NULL",
            "indicator, population, place, period, speaker, status, unit …",
            "onderwerp, doelgroep, plaats, periode, spreker, status, eenheid …",
        ),
        Column(
            "method",
            "TEXT NOT NULL",
            "stated, carried_over, document, publication, table_head, question …",
            "genoemd, overgenomen, document, publicatiedatum, tabelkop, vraag …",
        ),
        *span(required=False),
    ),
    constraints=("PRIMARY KEY (figure, position)",),
    order=("figure", "position"),
)

FACT_TABLES = (
    QUANTITIES,
    NON_QUANTITIES,
    TIME_EXPRESSIONS,
    INDICATORS,
    FIGURES,
    FIGURE_EVIDENCE,
)
