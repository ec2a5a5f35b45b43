"""Tables of who and what texts name: entities, their names, and the roles of persons."""

from __future__ import annotations

from pipeline.store.schema import (
    ENTITY_KINDS,
    LATER_KINDS,
    MENTION_METHODS,
    NOT_EMPTY,
    Column,
    Table,
    document,
    key,
    sentence,
    span,
)

ENTITIES = Table(
    name="entities",
    title="Namen",
    en="Places, parties, organisations, persons and laws, each once.",
    nl="Plaatsen, partijen, organisaties, personen en wetten, elk één keer.",
    columns=(
        key("GM0106, PV22, party:sp, person:…", "GM0106, PV22, party:sp, person:…"),
        Column(
            "kind",
            "TEXT NOT NULL",
            "What it is; a place is any other: a neighbourhood, a village, a town abroad.",
            "Wat het is; een place is elke andere plaats: een wijk, een dorp, een stad elders.",
            values=ENTITY_KINDS,
            later=LATER_KINDS,
        ),
        Column("name", "TEXT NOT NULL", "The usual name.", "De gebruikelijke naam."),
        Column("official_name", "TEXT", "The official name.", "De officiële naam."),
        Column(
            "code",
            "TEXT",
            "Code of Statistics Netherlands, for places.",
            "CBS-code, voor plaatsen.",
        ),
        Column(
            "parent",
            "TEXT REFERENCES entities(id) DEFERRABLE INITIALLY DEFERRED",
            "What it is part of: the province of a municipality, the municipality of a place.",
            "Waar het deel van is: de provincie van een gemeente, de gemeente van een plaats.",
        ),
        Column("valid_from", "TEXT", "First day it existed.", "Eerste dag van bestaan."),
        Column("valid_to", "TEXT", "Last day it existed.", "Laatste dag van bestaan."),
        Column(
            "successor",
            "TEXT REFERENCES entities(id) DEFERRABLE INITIALLY DEFERRED",
            "What it was merged into.",
            "Waarin het is opgegaan.",
        ),
        Column(
            "origin",
            "TEXT NOT NULL",
            "knowledge: from the knowledge files; text: found in a document.",
            "knowledge: uit de kennisbestanden; text: gevonden in een document.",
            values=("knowledge", "text"),
        ),
    ),
    indexes=(("name",), ("parent",), ("successor",)),
)

ALIASES = Table(
    name="aliases",
    title="Andere schrijfwijzen",
    en="Other ways to write a name.",
    nl="Andere manieren om een naam te schrijven.",
    columns=(
        Column(
            "entity",
            "TEXT NOT NULL REFERENCES entities(id) DEFERRABLE INITIALLY DEFERRED",
            "Whose name it is.",
            "Wiens naam het is.",
        ),
        Column("alias", "TEXT NOT NULL", "The other form.", "De andere vorm."),
        Column(
            "kind",
            "TEXT NOT NULL",
            "official, abbreviation, former, adjective, inhabitant, misspelling …",
            "officieel, afkorting, vroeger, bijvoeglijk, inwoner, spelfout …",
        ),
        Column("origin", "TEXT NOT NULL", "Where it is known from.", "Waar het van bekend is."),
        Column(
            "document",
            "TEXT REFERENCES documents(id)",
            "The document it was learnt from; null for the knowledge files.",
            "Het document waaruit het geleerd is; leeg voor de kennisbestanden.",
        ),
    ),
    indexes=(("entity",), ("alias",), ("document",)),
    order=("entity", "alias", "kind", "origin", "document"),
)

MENTIONS = Table(
    name="mentions",
    title="Vermeldingen",
    en="Where a name stands in a text. The span is the name alone and may nest.",
    nl="Waar een naam in een tekst staat. Het stuk is de naam alleen en kan genest zijn.",
    columns=(
        key("The letter m and 16 hex digits.", "De letter m en 16 tekens."),
        document(),
        sentence(),
        *span(),
        Column(
            "kind",
            "TEXT NOT NULL",
            "What is named.",
            "Wat er genoemd is.",
            values=ENTITY_KINDS,
            later=LATER_KINDS,
        ),
        Column(
            "entity",
            "TEXT REFERENCES entities(id)",
            "Who or what it is; null when unlinked.",
            "Wie of wat het is; leeg als dat onbekend is.",
        ),
        Column(
            "method",
            "TEXT NOT NULL",
            "How the link was made.",
            "Hoe de koppeling is gemaakt.",
            values=MENTION_METHODS,
        ),
        Column(
            "score",
            "REAL NOT NULL",
            "How sure the link is, 0 to 1.",
            "Hoe zeker de koppeling is, van 0 tot 1.",
        ),
    ),
    constraints=(NOT_EMPTY,),
    indexes=(("document",), ("sentence",), ("entity",)),
)

ROLES = Table(
    name="roles",
    title="Functies van personen",
    en="What a person is according to a text: alderman, of which party, of which place.",
    nl="Wat iemand is volgens een tekst: wethouder, van welke partij, van welke plaats.",
    columns=(
        key("The letter r and 16 hex digits.", "De letter r en 16 tekens."),
        Column("person", "TEXT NOT NULL REFERENCES entities(id)", "Who.", "Wie."),
        Column("role", "TEXT NOT NULL", "wethouder, raadslid …", "wethouder, raadslid …"),
        Column("party", "TEXT REFERENCES entities(id)", "Of which party.", "Van welke partij."),
        Column("place", "TEXT REFERENCES entities(id)", "Of which place.", "Van welke plaats."),
        Column(
            "organisation",
            "TEXT REFERENCES entities(id)",
            "Of which organisation.",
            "Van welke organisatie.",
        ),
        document(),
        sentence(),
        *span(),
    ),
    constraints=(NOT_EMPTY,),
    indexes=(("document",), ("person",), ("party",), ("place",), ("organisation",), ("sentence",)),
)

NAME_TABLES = (ENTITIES, ALIASES, MENTIONS, ROLES)
