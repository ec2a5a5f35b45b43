"""Tables of what figures mean together: comparisons, verdicts, findings, decisions."""

from __future__ import annotations

from pipeline.store.schema import (
    DECISION_KINDS,
    FINDING_KINDS,
    RANKS,
    RELATIONS,
    SEVERITIES,
    VERDICTS,
    Column,
    Table,
    key,
)

_EXPLANATIONS = (
    Column("explanation_nl", "TEXT NOT NULL", "Explanation in Dutch.", "Uitleg in het Nederlands."),
    Column("explanation_en", "TEXT NOT NULL", "Explanation in English.", "Uitleg in het Engels."),
)

COMPARISONS = Table(
    name="comparisons",
    title="Vergelijkingen",
    en="How two figures relate, with the reasons.",
    nl="Hoe twee cijfers zich verhouden, met de redenen.",
    columns=(
        Column(
            "figure_a",
            "TEXT NOT NULL REFERENCES figures(id) ON DELETE CASCADE",
            "The figure with the smaller id.",
            "Het cijfer met de kleinste id.",
        ),
        Column(
            "figure_b",
            "TEXT NOT NULL REFERENCES figures(id) ON DELETE CASCADE",
            "The figure with the larger id.",
            "Het cijfer met de grootste id.",
        ),
        Column(
            "relation",
            "TEXT NOT NULL",
            "How they relate.",
            "Hoe ze zich verhouden.",
            values=RELATIONS,
        ),
        Column(
            "reasons",
            "TEXT NOT NULL",
            "JSON array of reason codes.",
            "JSON-lijst van redencodes.",
            json=True,
        ),
    ),
    constraints=("PRIMARY KEY (figure_a, figure_b)", "CHECK (figure_a < figure_b)"),
    indexes=(("figure_b",), ("relation",)),
    order=("figure_a", "figure_b"),
)

RECONCILIATIONS = Table(
    name="reconciliations",
    title="Oordelen over cijfers",
    en="A group of figures about one topic, place and unit, with the verdict on it.",
    nl="Een groep cijfers over één thema, plaats en eenheid, met het oordeel erover.",
    columns=(
        key("The letter R and 16 hex digits.", "De letter R en 16 tekens."),
        Column("topic", "TEXT NOT NULL", "Topic.", "Thema."),
        Column("place", "TEXT REFERENCES entities(id)", "Place.", "Plaats."),
        Column("unit", "TEXT", "Unit.", "Eenheid."),
        Column("verdict", "TEXT NOT NULL", "The verdict.", "Het oordeel.", values=VERDICTS),
        Column("value", "REAL", "The best value.", "De beste waarde."),
        Column("low", "REAL", "Lower bound of the best interval.", "Ondergrens."),
        Column("high", "REAL", "Upper bound of the best interval.", "Bovengrens."),
        Column("period_earliest", "TEXT", "First day covered.", "Eerste dag van de periode."),
        Column("period_latest", "TEXT", "Last day covered.", "Laatste dag van de periode."),
        *_EXPLANATIONS,
    ),
    indexes=(("topic", "place", "unit"), ("place",), ("verdict",)),
)

RECONCILIATION_MEMBERS = Table(
    name="reconciliation_members",
    title="Cijfers per oordeel",
    en="The figures of a group, ranked; nothing is deprecated for being old.",
    nl="De cijfers van een groep, met hun rang; niets vervalt omdat het oud is.",
    columns=(
        Column(
            "reconciliation",
            "TEXT NOT NULL REFERENCES reconciliations(id) ON DELETE CASCADE",
            "The group.",
            "De groep.",
        ),
        Column(
            "figure",
            "TEXT NOT NULL REFERENCES figures(id) ON DELETE CASCADE",
            "The figure.",
            "Het cijfer.",
        ),
        Column("rank", "TEXT NOT NULL", "Its rank.", "De rang.", values=RANKS),
        Column("reason", "TEXT", "Why it has that rank.", "Waarom het die rang heeft."),
    ),
    constraints=("PRIMARY KEY (reconciliation, figure)",),
    indexes=(("figure",),),
    order=("reconciliation", "figure"),
)

RECONCILIATION_PERIODS = Table(
    name="reconciliation_periods",
    title="Beste interval per periode",
    en="What the figures of a group come to for each subject and period; nothing is averaged.",
    nl="Waar de cijfers van een groep op neerkomen, per onderwerp en periode; niets is gemiddeld.",
    columns=(
        Column(
            "reconciliation",
            "TEXT NOT NULL REFERENCES reconciliations(id) ON DELETE CASCADE",
            "The group.",
            "De groep.",
        ),
        Column("position", "INTEGER NOT NULL", "0, 1, 2 … in the group.", "Plaats in de groep."),
        Column(
            "indicator",
            "TEXT NOT NULL REFERENCES indicators(id)",
            "What is measured.",
            "Wat er gemeten is.",
        ),
        Column("population", "TEXT", "For whom.", "Voor wie."),
        Column("period", "TEXT", "EDTF; null when none is named.", "EDTF; leeg als die ontbreekt."),
        Column("period_earliest", "TEXT", "First day.", "Eerste dag."),
        Column("period_latest", "TEXT", "Last day.", "Laatste dag."),
        Column(
            "value",
            "REAL",
            "The number itself, where an unhedged figure stands for the whole.",
            "Het getal zelf, als een cijfer zonder slag om de arm voor het geheel staat.",
        ),
        Column(
            "low",
            "REAL",
            "Lower bound of what all its figures leave possible; null is unbounded.",
            "Ondergrens van wat al deze cijfers mogelijk laten; leeg is onbegrensd.",
        ),
        Column(
            "high", "REAL", "Upper bound; null is unbounded.", "Bovengrens; leeg is onbegrensd."
        ),
        Column(
            "voices",
            "INTEGER NOT NULL",
            "How many independent sources; one that is repeated counts once.",
            "Hoeveel onafhankelijke bronnen; een herhaalde bron telt één keer.",
        ),
        Column("figures", "INTEGER NOT NULL", "How many figures.", "Hoeveel cijfers."),
    ),
    constraints=("PRIMARY KEY (reconciliation, position)",),
    indexes=(("indicator", "period_earliest"),),
    order=("reconciliation", "position"),
)

FINDINGS = Table(
    name="findings",
    title="Bevindingen",
    en="What involves more than two figures or crosses indicators: sums that fit or do not.",
    nl="Wat over meer dan twee cijfers of onderwerpen gaat: sommen die kloppen of niet.",
    columns=(
        key("The letter N and 16 hex digits.", "De letter N en 16 tekens."),
        Column(
            "kind",
            "TEXT NOT NULL",
            "What was found.",
            "Wat er gevonden is.",
            values=FINDING_KINDS,
            later=("possible_conflict",),
        ),
        Column(
            "severity", "TEXT NOT NULL", "How serious it is.", "Hoe ernstig.", values=SEVERITIES
        ),
        Column("place", "TEXT REFERENCES entities(id)", "Where.", "Waar."),
        *_EXPLANATIONS,
    ),
    indexes=(("kind",), ("place",)),
)

FINDING_MEMBERS = Table(
    name="finding_members",
    title="Cijfers per bevinding",
    en="The figures of a finding and the part each plays in it.",
    nl="De cijfers van een bevinding en welk deel elk ervan is.",
    columns=(
        Column(
            "finding",
            "TEXT NOT NULL REFERENCES findings(id) ON DELETE CASCADE",
            "The finding.",
            "De bevinding.",
        ),
        Column(
            "figure",
            "TEXT NOT NULL REFERENCES figures(id) ON DELETE CASCADE",
            "The figure.",
            "Het cijfer.",
        ),
        Column(
            "part",
            "TEXT NOT NULL",
            "total, term, part, whole, base, target, stated …",
            "totaal, term, deel, geheel, begin, doel, genoemd …",
        ),
    ),
    constraints=("PRIMARY KEY (finding, figure, part)",),
    indexes=(("figure",),),
    order=("finding", "figure", "part"),
)

DECISIONS = Table(
    name="decisions",
    title="Beslissingen van mensen",
    en="What a person decided, keyed to content so that it holds in a rebuilt base.",
    nl="Wat een mens heeft beslist, gekoppeld aan inhoud zodat het ook na herbouw geldt.",
    columns=(
        key("The letter D and 16 hex digits.", "De letter D en 16 tekens."),
        Column(
            "kind",
            "TEXT NOT NULL",
            "published, alias (who a name is) or verdict.",
            "datum, schrijfwijze (wie een naam is) of oordeel.",
            values=DECISION_KINDS,
        ),
        Column(
            "document_sha256",
            "TEXT",
            "SHA-256 of the document it is about; null for all documents.",
            "SHA-256 van het document waar het over gaat; leeg voor alle documenten.",
        ),
        Column(
            "subject",
            "TEXT NOT NULL",
            "The surface of a name, the id of a reconciliation or finding, or empty.",
            "De geschreven naam, de id van een oordeel of bevinding, of leeg.",
        ),
        Column(
            "value",
            "TEXT NOT NULL",
            "The date (EDTF), the entity (empty: it is no name), or what holds of the verdict.",
            "De datum (EDTF), de naam-id (leeg: het is geen naam) of wat er van het oordeel klopt.",
        ),
        Column("note", "TEXT", "Why, in words.", "Waarom, in woorden."),
        Column("decided_by", "TEXT NOT NULL", "By whom.", "Door wie."),
        Column("decided_at", "TEXT NOT NULL", "When (UTC).", "Wanneer (UTC)."),
        Column(
            "undone_at",
            "TEXT",
            "When it was undone (UTC); null while it holds.",
            "Wanneer het is teruggedraaid (UTC); leeg zolang het geldt.",
        ),
        Column(
            "figures",
            "TEXT",
            "JSON object: the figures that a verdict was decided about, each with what it said.",
            "JSON-object: de cijfers waarover bij een oordeel is beslist, met wat elk zei.",
            json=True,
            since=3,
        ),
        Column(
            "basis",
            "TEXT",
            "JSON object: of a finding that was decided about its kind and documents (SHA-256, "
            "path), by which the decision follows an edited text; of an entity known only from "
            "texts its kind and name.",
            "JSON-object: van een bevinding waarover is beslist de soort en de documenten "
            "(SHA-256, pad), waarmee de beslissing een bewerkte tekst volgt; van een naam die "
            "alleen uit teksten bekend is de soort en de naam.",
            json=True,
            since=4,
        ),
    ),
    indexes=(("document_sha256",), ("kind", "subject")),
)

JUDGEMENT_TABLES = (
    COMPARISONS,
    RECONCILIATIONS,
    RECONCILIATION_MEMBERS,
    RECONCILIATION_PERIODS,
    FINDINGS,
    FINDING_MEMBERS,
    DECISIONS,
)
