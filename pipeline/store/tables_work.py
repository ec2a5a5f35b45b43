"""Tables of the work itself: runs, issues, and what is still to be done."""

from __future__ import annotations

from pipeline.store.schema import SEVERITIES, Column, Table, document, span

RUNS = Table(
    name="runs",
    title="Keren inlezen",
    en="Every run of `ingest`, with its version and counts.",
    nl="Elke keer dat er is ingelezen, met versie en aantallen.",
    columns=(
        Column("id", "INTEGER PRIMARY KEY", "1, 2, 3 …", "1, 2, 3 …"),
        Column("started", "TEXT NOT NULL", "When it began (UTC).", "Begin (UTC)."),
        Column(
            "finished",
            "TEXT",
            "When it ended (UTC); null when it was cut off.",
            "Einde (UTC); leeg als het is afgebroken.",
        ),
        Column("version", "TEXT NOT NULL", "Version of Feitenbank.", "Versie van Feitenbank."),
        Column(
            "counts",
            "TEXT NOT NULL",
            "JSON object: new, changed, unchanged, duplicate, rejected …",
            "JSON-object: nieuw, gewijzigd, ongewijzigd, dubbel, geweigerd …",
            json=True,
        ),
    ),
    exported=False,
)

ISSUES = Table(
    name="issues",
    title="Opmerkingen",
    en="Each thing that went wrong or was left out, by document, stage and code.",
    nl="Alles wat misging of is weggelaten, per document, stap en code.",
    columns=(
        Column(
            "id",
            "INTEGER PRIMARY KEY",
            "Row number; never exported.",
            "Rijnummer; wordt nooit geëxporteerd.",
            exported=False,
        ),
        Column(
            "document",
            "TEXT REFERENCES documents(id)",
            "The document; null when the file was rejected.",
            "Het document; leeg als het bestand is geweigerd.",
        ),
        Column("path", "TEXT NOT NULL", "Path of the file.", "Pad van het bestand."),
        Column(
            "location",
            "TEXT",
            "Absolute path of a rejected file; never exported.",
            "Volledig pad van een geweigerd bestand; wordt nooit geëxporteerd.",
            exported=False,
        ),
        Column("stage", "TEXT NOT NULL", "load, clean, describe …", "load, clean, describe …"),
        Column("code", "TEXT NOT NULL", "A stable slug.", "Een vaste korte naam."),
        Column(
            "severity", "TEXT NOT NULL", "How serious it is.", "Hoe ernstig.", values=SEVERITIES
        ),
        Column("message", "TEXT NOT NULL", "For a person.", "Voor een mens."),
        *span(required=False),
        Column(
            "run",
            "INTEGER REFERENCES runs(id)",
            "The run that noticed it.",
            "De keer inlezen waarin het is opgemerkt.",
            exported=False,
        ),
    ),
    indexes=(("document",), ("location",), ("code",)),
    order=("document", "path", "stage", "code", "start", "end", "message"),
)

SIGNATURES = Table(
    name="signatures",
    title="Vingerafdrukken van teksten",
    en="A MinHash of each document's words and numbers, by which near copies are found.",
    nl="Een MinHash van de woorden en getallen van elk document, waarmee kopieën worden gevonden.",
    columns=(
        document(primary=True),
        Column("minhash", "BLOB NOT NULL", "125 numbers of 32 bits.", "125 getallen van 32 bits."),
        Column(
            "amounts",
            "TEXT NOT NULL",
            "JSON array of what the text counts: a copy names no other amounts.",
            "JSON-lijst van wat de tekst telt: een kopie noemt geen andere hoeveelheden.",
            json=True,
        ),
    ),
    hidden=True,
    exported=False,
    order=("document",),
)

SIGNATURE_BANDS = Table(
    name="signature_bands",
    title="Banden van vingerafdrukken",
    en="Parts of the signatures: documents that share one are compared.",
    nl="Delen van de vingerafdrukken: documenten die er een delen, worden vergeleken.",
    columns=(
        Column("band", "TEXT NOT NULL", "Number and hash of the band.", "Nummer en hash."),
        document(),
    ),
    constraints=("PRIMARY KEY (band, document)",),
    indexes=(("document",),),
    hidden=True,
    exported=False,
)

NEAR_COPIES = Table(
    name="near_copies",
    title="Paren die op elkaar lijken",
    en="Pairs of documents that are nearly the same text.",
    nl="Paren documenten met bijna dezelfde tekst.",
    columns=(
        Column(
            "document_a",
            "TEXT NOT NULL REFERENCES documents(id)",
            "The document with the smaller id.",
            "Het document met de kleinste id.",
        ),
        Column(
            "document_b",
            "TEXT NOT NULL REFERENCES documents(id)",
            "The document with the larger id.",
            "Het document met de grootste id.",
        ),
        Column(
            "similarity",
            "REAL NOT NULL",
            "Estimated share of word sequences in common, 0 to 1.",
            "Geschat aandeel gedeelde woordreeksen, van 0 tot 1.",
        ),
    ),
    constraints=("PRIMARY KEY (document_a, document_b)", "CHECK (document_a < document_b)"),
    indexes=(("document_b",),),
    order=("document_a", "document_b"),
    exported=False,
)

STALE_GROUPS = Table(
    name="stale_groups",
    title="Nog te vergelijken",
    en="Groups whose figures changed since they were last reconciled; empty when all is done.",
    nl="Groepen waarvan de cijfers zijn veranderd sinds het laatste oordeel; leeg als alles af is.",
    columns=(
        Column("topic", "TEXT NOT NULL", "Topic.", "Thema."),
        Column(
            "place",
            "TEXT NOT NULL",
            "Entity id; empty where figures have no place.",
            "Naam-id; leeg waar cijfers geen plaats hebben.",
        ),
        Column(
            "unit",
            "TEXT NOT NULL",
            "Unit; empty where figures have none.",
            "Eenheid; leeg waar cijfers er geen hebben.",
        ),
    ),
    constraints=("PRIMARY KEY (topic, place, unit)",),
    hidden=True,
    exported=False,
    order=("topic", "place", "unit"),
)

SETTINGS = Table(
    name="settings",
    title="Instellingen",
    en="What the base itself must remember: the fingerprint of the knowledge it was seeded with.",
    nl="Wat het bestand zelf moet onthouden: de vingerafdruk van de gebruikte kennis.",
    columns=(
        Column("name", "TEXT NOT NULL PRIMARY KEY", "Name.", "Naam."),
        Column("value", "TEXT NOT NULL", "Value.", "Waarde."),
    ),
    hidden=True,
    exported=False,
    order=("name",),
)

WORK_TABLES = (
    RUNS,
    ISSUES,
    SIGNATURES,
    SIGNATURE_BANDS,
    NEAR_COPIES,
    STALE_GROUPS,
    SETTINGS,
)
