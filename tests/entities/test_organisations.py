"""Organisations, parties and laws: known ones, misspelt ones and those a text introduces."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.records import EntityFacts

Linked = Callable[..., list[tuple[str, str | None]]]
Find = Callable[..., EntityFacts]


@pytest.mark.parametrize(
    ("text", "surface", "entity"),
    [
        ("Volgens het CBS daalt het aantal.", "CBS", "org:cbs"),
        ("Dat blijkt uit cijfers van het NJI.", "NJI", "org:nji"),
        ("De CBS-cijfers zijn voorlopig.", "CBS", "org:cbs"),
        ("Er komt minder geld van het rijk.", "rijk", "org:rijk"),
        ("De bezuinigingen van het Rijk raken ons.", "Rijk", "org:rijk"),
        ("Het CJG helpt gezinnen.", "CJG", "org:cjg"),
        ("De Wmo kost meer.", "Wmo", "law:wmo-2015"),
        ("Volgens de jeugdwet mag dat.", "jeugdwet", "law:jeugdwet"),
        ("De SP-fractie stemde tegen.", "SP", "party:sp"),
        ("GroenLinks-PvdA wil meer huizen.", "GroenLinks-PvdA", "party:groenlinks-pvda"),
        ("De PVDA is voor.", "PVDA", "party:pvda"),
        ("Leefbaar Meppel is tegen.", "Leefbaar Meppel", "party:leefbaar-meppel"),
        ("De Stichting Zonnewende helpt.", "Stichting Zonnewende", "org:stichting-zonnewende"),
        ("Bij woningcorporatie Havenlicht staan er meer.", "Havenlicht", "org:havenlicht"),
    ],
)
def test_name_is_linked(linked: Linked, text: str, surface: str, entity: str) -> None:
    assert (surface, entity) in linked(text)


@pytest.mark.parametrize(
    "text",
    [
        "Denk daar eens over na.",
        "Ik nam de bus en trouw was ik ook.",
        "De lamp werkt op 12 volt.",
        "Dat kost 3 GB aan data.",
        "Het is een rijk land.",
        "De politie in Parijs zoekt de dader.",
    ],
)
def test_ordinary_words(linked: Linked, text: str) -> None:
    assert linked(text) == []


@pytest.mark.parametrize(
    ("text", "surface", "entity"),
    [
        ("In Assen verwijst men naar organisaties zoals Acare.", "Acare", "org:accare"),
        ("Assen werkt met Accare, Yornero en Cosis.", "Yornero", "org:yorneo"),
        ("Het Nederlands Jeugdinstuut telde opnieuw.", "Nederlands Jeugdinstuut", "org:nji"),
        ("Volgens het Leger des Heil kan het.", "Leger des Heil", "org:leger-des-heils"),
        ("Het Centraal Planburo rekent mee.", "Centraal Planburo", "org:cpb"),
        (
            "Bij Stichting Lezen en Schijven leren zij verder.",
            "Stichting Lezen en Schijven",
            "org:lezen-en-schrijven",
        ),
        ("De rekening van Acarre is hoog.", "Acarre", "org:accare"),
        ("De gemeente Hogeveen betaalt mee.", "Hogeveen", "GM0118"),
    ],
)
def test_misspelt_name(find: Find, text: str, surface: str, entity: str) -> None:
    facts = find(text)
    found = [(m.surface, m.entity) for m in facts.mentions if m.method == "fuzzy"]
    assert found == [(surface, entity)]
    assert [(a.alias, a.kind) for a in facts.aliases] == [(surface, "misspelling")]


@pytest.mark.parametrize(
    "text",
    [
        "Ambigu was het antwoord in Assen wel.",
        "In Assen zei Accar niets.",
        "Minister van Financien is een zwaar ambt.",
        "De GGD Drente en de GGD Twent zijn iets anders dan Waterschap Limmen.",
        "Assen werkt samen met Marten Elkers en Yorneo.",
        "Het Centraal Buro voor de Statistik is twee keer misspeld.",
    ],
)
def test_likeness_alone_is_not_enough(find: Find, text: str) -> None:
    assert not [m for m in find(text).mentions if m.method == "fuzzy"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dat zegt Stichting Warm Nest Drenthe.", "Stichting Warm Nest Drenthe"),
        ("Volgens huurdersvereniging De Klinker klopt het.", "De Klinker"),
        ("Volgens bewonersplatform Ons Plein klopt het.", "Ons Plein"),
        ("Huurdersvereniging Noord-Holland Noord is boos.", "Noord-Holland Noord"),
        ("Bewonersorganisatie Onder Eén Dak Emmen is tegen.", "Onder Eén Dak Emmen"),
        ("De woningcorporatie Havenlicht in Best bouwt.", "Havenlicht"),
        ("Onderzoeksbureau Kompasroos telde mee.", "Kompasroos"),
        ("Het Instituut voor Publieke Waarden helpt.", "Instituut voor Publieke Waarden"),
        (
            "Ook de Nederlandse Vereniging van Torenwachters is voor.",
            "Nederlandse Vereniging van Torenwachters",
        ),
        ("Een tunnel kost meer, meldt De Twentse Heraut.", "De Twentse Heraut"),
        ("Dat zei Zonnekolk-topman Kees Bos.", "Zonnekolk"),
        ("Gisteren zei de ZKL-woordvoerder niets.", "ZKL"),
    ],
)
def test_whole_name_of_an_unknown_organisation(find: Find, text: str, name: str) -> None:
    assert name in [m.surface for m in find(text).mentions if m.kind == "organisation"]


@pytest.mark.parametrize(
    "text",
    [
        "De Raad van Toezicht vergadert.",
        "De vereniging Drenthe kent niemand.",
        "Dat schrijft De Ruiter in een brief.",
        "Bij de stichting. Morgen is er weer een dag.",
        "Dat zei Oud-directeur Kees Bos.",
        "Dat zei de IT-manager Kees Bos.",
        "Kees Bos zweeg, zei de Bos-woordvoerder.",
        "Dat zei Donkere Wolken-schrijver Kees Bos.",
        "Zonnekolk-topman worden wil niemand.",
    ],
)
def test_what_is_no_organisation(find: Find, text: str) -> None:
    assert not [m for m in find(text).mentions if m.kind == "organisation"]


def test_country_is_no_part_of_what_the_model_calls_an_organisation(find: Find) -> None:
    text = "Zo maakte men dat Italië Zonne Kracht bouwt."
    facts = find(text, dict.fromkeys(("Italië", "Zonne", "Kracht"), "ORG"))
    assert [(m.surface, m.kind) for m in facts.mentions] == [
        ("Italië", "country"),
        ("Zonne Kracht", "organisation"),
    ]


def test_abbreviation_that_the_text_explains(linked: Linked) -> None:
    text = "Het Werkbedrijf Oostelijke Polder (WOP) groeit. Bij het WOP werken er meer."
    entity = "org:werkbedrijf-oostelijke-polder"
    assert linked(text) == [
        ("Werkbedrijf Oostelijke Polder", entity),
        ("WOP", entity),
        ("WOP", entity),
    ]


def test_abbreviation_of_a_known_name_need_not_be_its_initials(linked: Linked) -> None:
    text = "Bij Yorneo (YRN) groeit het. Ook YRN werft."
    assert [name for name in linked(text) if name[0] == "YRN"] == [("YRN", "org:yorneo")] * 2


def test_abbreviation_of_what_is_no_organisation(linked: Linked) -> None:
    assert linked("De Algemene Plaatselijke Verordening (APV) geldt hier.") == []


def test_unknown_name_between_known_organisations(linked: Linked) -> None:
    text = "Assen doet dit met Yorneo, Zonnekracht, Accare en Cosis."
    assert ("Zonnekracht", "org:zonnekracht") in linked(text)


def test_abbreviation_that_needs_its_full_name(linked: Linked) -> None:
    alone = linked("Volgens de NVB stijgt de rente.")
    explained = linked("De Nederlandse Vereniging van Banken is blij. Volgens de NVB is het zo.")
    assert alone == []
    assert ("NVB", "org:nvb-banken") in explained


def test_name_that_needs_its_region(linked: Linked) -> None:
    assert ("Omnia", "org:omnia") in linked("In Assen helpt Omnia vrijwilligers.")
    assert linked("Het album Omnia verscheen gisteren.") == []


def test_model_label_helps(find: Find) -> None:
    text = "Later nam Zandkasteel het over."
    assert find(text).mentions == ()
    labelled = find(text, {"Zandkasteel": "ORG"})
    assert [(m.entity, m.method) for m in labelled.mentions] == [("org:zandkasteel", "model")]


@pytest.mark.parametrize("word", ["OZB", "BBP", "VOG"])
def test_a_tax_or_paper_is_no_organisation(linked: Linked, word: str) -> None:
    text = f"De wethouder zegt dat de {word} stijgt."
    assert word not in [surface for surface, _ in linked(text, {word: "ORG"})]
    assert "NVRX" in [surface for surface, _ in linked(text.replace(word, "NVRX"), {"NVRX": "ORG"})]
