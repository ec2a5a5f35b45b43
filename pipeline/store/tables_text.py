"""Tables of files, documents and their text."""

from __future__ import annotations

from pipeline.store.schema import (
    NOT_EMPTY,
    PUBLISHED_METHODS,
    ZONE_KINDS,
    Column,
    Table,
    bounds,
    document,
    key,
)

FILES = Table(
    name="files",
    title="Bestanden",
    en="Every file that was read. Files with equal bytes share one document.",
    nl="Elk bestand dat is gelezen. Bestanden met dezelfde bytes delen één document.",
    columns=(
        Column(
            "location",
            "TEXT NOT NULL PRIMARY KEY",
            "Absolute path on this machine (a file: URL where it is not UTF-8); never exported.",
            "Volledig pad op deze machine (een file:-URL als het geen UTF-8 is); wordt nooit "
            "geëxporteerd.",
            exported=False,
        ),
        Column(
            "root",
            "TEXT NOT NULL",
            "The folder that was ingested; never exported.",
            "De map die is ingelezen; wordt nooit geëxporteerd.",
            exported=False,
        ),
        Column(
            "path",
            "TEXT NOT NULL",
            "Path relative to the folder that was ingested.",
            "Pad ten opzichte van de map die is ingelezen.",
        ),
        Column(
            "document",
            "TEXT NOT NULL REFERENCES documents(id)",
            "The document these bytes are.",
            "Het document dat deze bytes zijn.",
        ),
        Column(
            "sha256",
            "TEXT NOT NULL",
            "SHA-256 of the original bytes.",
            "SHA-256 van de oorspronkelijke bytes.",
        ),
        Column(
            "metadata_sha256",
            "TEXT",
            "SHA-256 of the metadata file beside it, if there is one.",
            "SHA-256 van het metadatabestand ernaast, als dat er is.",
        ),
        Column("media_type", "TEXT NOT NULL", "What kind of file it is.", "Soort bestand."),
        Column(
            "first_seen",
            "TEXT NOT NULL",
            "When this file was first read (UTC).",
            "Wanneer dit bestand voor het eerst is gelezen (UTC).",
            exported=False,
        ),
        Column(
            "last_seen",
            "TEXT NOT NULL",
            "When this file was last met (UTC).",
            "Wanneer dit bestand voor het laatst is aangetroffen (UTC).",
            exported=False,
        ),
        Column(
            "run",
            "INTEGER REFERENCES runs(id)",
            "The run that last met it.",
            "De keer inlezen waarin het voor het laatst is aangetroffen.",
            exported=False,
        ),
    ),
    indexes=(("document",),),
    order=("path", "document"),
)

DOCUMENTS = Table(
    name="documents",
    title="Documenten",
    en="Articles, notices and council papers: one row for every different content.",
    nl="Artikelen, berichten en raadsstukken: één rij per verschillende inhoud.",
    columns=(
        key("The letter d and 16 hex digits of the SHA-256.", "De letter d en 16 tekens SHA-256."),
        Column(
            "path",
            "TEXT NOT NULL",
            "Path of its first file by name.",
            "Pad van het eerste bestand op naam.",
        ),
        Column(
            "sha256",
            "TEXT NOT NULL UNIQUE",
            "SHA-256 of the original bytes.",
            "SHA-256 van de oorspronkelijke bytes.",
        ),
        Column("media_type", "TEXT NOT NULL", "What kind of file it was.", "Soort bestand."),
        Column("source", "TEXT", "Who published it.", "Wie het heeft gepubliceerd."),
        Column("title", "TEXT", "Its headline.", "De kop."),
        Column("url", "TEXT", "Where it was published.", "Waar het is gepubliceerd."),
        Column(
            "published",
            "TEXT",
            "Date of publication (EDTF: 2023-11 is some day in November 2023).",
            "Publicatiedatum (EDTF: 2023-11 is een dag in november 2023).",
        ),
        Column(
            "published_earliest",
            "TEXT",
            "First day on which it may have been published.",
            "Eerste dag waarop het gepubliceerd kan zijn.",
        ),
        Column(
            "published_latest",
            "TEXT",
            "Last day on which it may have been published.",
            "Laatste dag waarop het gepubliceerd kan zijn.",
        ),
        Column(
            "published_method",
            "TEXT NOT NULL",
            "How the date is known: stated in the text, from metadata, inferred as bounds, set by "
            "a person, or unknown.",
            "Hoe de datum bekend is: genoemd in de tekst (stated), uit metadata, afgeleid als "
            "grenzen (inferred), door een mens gezet (person) of onbekend (unknown).",
            values=PUBLISHED_METHODS,
        ),
        Column(
            "published_reason",
            "TEXT",
            "Why the date is what it is, in words.",
            "Waarom de datum zo is, in woorden.",
        ),
        Column(
            "published_start",
            "INTEGER",
            "Where in the text the date stands: first character.",
            "Waar de datum in de tekst staat: eerste teken.",
        ),
        Column(
            "published_end",
            "INTEGER",
            "Where in the text the date stands: character after the last one.",
            "Waar de datum in de tekst staat: teken na het laatste.",
        ),
        Column("language", "TEXT", "ISO 639-1, nl for Dutch.", "ISO 639-1, nl voor Nederlands."),
        Column(
            "text",
            "TEXT NOT NULL",
            "The complete text; all offsets count in it.",
            "De volledige tekst; alle posities tellen hierin.",
        ),
        Column(
            "fingerprint",
            "TEXT NOT NULL",
            "What the facts were made with; empty when they must be made again.",
            "Waarmee de feiten zijn gemaakt; leeg als dat opnieuw moet.",
            exported=False,
        ),
        Column(
            "duplicate_of",
            "TEXT REFERENCES documents(id)",
            "The original of which this is a near copy (the earliest by date, then by id).",
            "Het origineel waarvan dit bijna een kopie is (het vroegste op datum, dan op id).",
        ),
        Column(
            "superseded_by",
            "TEXT REFERENCES documents(id)",
            "The newer version of the same file; a superseded document has no facts.",
            "De nieuwere versie van hetzelfde bestand; een vervangen document heeft geen feiten.",
        ),
    ),
    indexes=(("path",), ("duplicate_of",), ("superseded_by",), ("published_earliest",)),
)

ZONES = Table(
    name="zones",
    title="Delen van documenten",
    en="Every document divided into parts; furniture (menus, related articles, share buttons) "
    "yields no facts but stays readable here.",
    nl="Elk document in delen; bijzaken (menu's, gerelateerde artikelen, deelknoppen) leveren "
    "geen feiten op, maar blijven hier leesbaar.",
    columns=(
        document(),
        Column("kind", "TEXT NOT NULL", "What the part is.", "Wat het deel is.", values=ZONE_KINDS),
        *bounds(),
        Column(
            "reason",
            "TEXT",
            "Why furniture was set aside.",
            "Waarom een bijzaak terzijde is gelegd.",
        ),
    ),
    constraints=("PRIMARY KEY (document, start)", NOT_EMPTY),
    order=("document", "start"),
)

SENTENCES = Table(
    name="sentences",
    title="Zinnen",
    en="Every sentence, cleaned: hyphenated words joined, line breaks turned into spaces.",
    nl="Elke zin, opgeschoond: afgebroken woorden hersteld, regeleinden vervangen door spaties.",
    columns=(
        Column(
            "number",
            "INTEGER PRIMARY KEY",
            "Row number for the search index; differs from base to base, never exported.",
            "Rijnummer voor de zoekindex; verschilt per bestand, wordt nooit geëxporteerd.",
            exported=False,
        ),
        Column(
            "id",
            "TEXT NOT NULL UNIQUE",
            "The letter s and 16 hex digits.",
            "De letter s en 16 tekens.",
        ),
        document(),
        Column(
            "position",
            "INTEGER NOT NULL",
            "0, 1, 2 … in the document.",
            "0, 1, 2 … in het document.",
        ),
        Column(
            "kind",
            "TEXT NOT NULL",
            "The kind of zone it stands in.",
            "Het soort deel waarin de zin staat.",
            values=ZONE_KINDS,
        ),
        *bounds(),
        Column("text", "TEXT NOT NULL", "The cleaned sentence.", "De opgeschoonde zin."),
        Column(
            "stems",
            "TEXT NOT NULL DEFAULT ''",
            "Its words as Dutch stems without diacritics, for searching.",
            "De woorden als Nederlandse stammen zonder accenten, om op te zoeken.",
            exported=False,
            since=2,
        ),
    ),
    constraints=("UNIQUE (document, position)", NOT_EMPTY),
    indexes=(),
)

TEXT_TABLES = (FILES, DOCUMENTS, ZONES, SENTENCES)
