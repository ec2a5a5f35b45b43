"""Places: which names are places, and which place they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from pipeline.entities import find_entities, load_gazetteer
from pipeline.records import Clean, EntityFacts, Sentence

Linked = Callable[..., list[tuple[str, str | None]]]
Find = Callable[..., EntityFacts]
LIMBURG, BRABANT = "region:noord-en-midden-limburg", "region:midden-en-west-brabant"
GEMEENTE_VEERE = ("gemeente", "GM0717")
Build = Callable[..., tuple[list[Sentence], Clean]]


@pytest.mark.parametrize(
    ("text", "surface", "entity"),
    [
        ("De gemeente Assen telt meer woningen.", "Assen", "GM0106"),
        ("Volgens Den Haag is dat zo, en 's-Gravenhage is groot.", "'s-Gravenhage", "GM0518"),
        ("Het geld gaat naar Den Bosch.", "Den Bosch", "GM0796"),
        ("In Sudwest-Fryslan dalen de kosten.", "Sudwest-Fryslan", "GM1900"),
        ("De huren in Bergen op Zoom stijgen.", "Bergen op Zoom", "GM0748"),
        ("Wonen in Aa en Hunze wordt duurder.", "Aa en Hunze", "GM1680"),
        ("In ASSEN IS DE WERKLOOSHEID GEDAALD", "ASSEN", "GM0106"),
        ("De Hattemse scholen krijgen hulp.", "Hattemse", "GM0244"),
        ("Veel Hattemers verhuizen.", "Hattemers", "GM0244"),
        ("Drents beleid kost geld.", "Drents", "PV22"),
        ("Volgens Nederlandse cijfers daalt dat.", "Nederlandse", "NL"),
        ("In Nigeria en Bosnië stijgen de prijzen.", "Nigeria", "NG"),
        ("In Nigeria en Bosnië stijgen de prijzen.", "Bosnië", "BA"),
        ("De Achterhoekse dorpen krimpen.", "Achterhoekse", "region:achterhoek"),
        (
            "In Noord en Midden Drenthe werken we samen.",
            "Noord en Midden Drenthe",
            "region:noord-en-midden-drenthe",
        ),
        ("De provincie Friesland betaalt mee.", "Friesland", "PV21"),
        ("In Assen-Noord staan flats leeg.", "Assen", "GM0106"),
        ("Veel gezinnen in Dordt huren.", "Dordt", "GM0505"),
        # names that take an article, which is no part of a surname
        ("Zij zegt dat de Krimpenerwaard krimpt.", "Krimpenerwaard", "GM1931"),
        ("Boeren uit de Noordoostpolder klagen.", "Noordoostpolder", "GM0171"),
        ("In de Haarlemmermeer wordt gebouwd.", "Haarlemmermeer", "GM0394"),
    ],
)
def test_name_is_linked(linked: Linked, text: str, surface: str, entity: str) -> None:
    assert (surface, entity) in linked(text)


@pytest.mark.parametrize(
    "text",
    [
        "In de Brabander staan appartementen leeg.",
        "Er kwamen huizen bij in de wijk Brabander, dicht bij het station.",
    ],
)
def test_one_inhabitant_behind_an_article_is_a_quarter(linked: Linked, text: str) -> None:
    assert ("Brabander", "PV30") not in linked(text)


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("De gemeente Groningen bouwt in de wijk een school.", "GM0014"),
        ("De provincie Groningen en Drenthe overleggen over de gaswinning.", "PV20"),
        ("In Drenthe, Groningen en Overijssel daalt de werkloosheid.", "PV20"),
        ("In Rotterdam, Groningen en Eindhoven daalt de werkloosheid.", "GM0014"),
        ("De gedeputeerde van Groningen wil meer steun.", "PV20"),
        ("De wethouder van Groningen wil meer steun.", "GM0014"),
        ("In Groningen steeg de huur.", "GM0014"),
    ],
)
def test_municipality_or_province(linked: Linked, text: str, entity: str) -> None:
    assert ("Groningen", entity) in linked(text)


@pytest.mark.parametrize(
    "text",
    [
        "Best veel mensen zijn tevreden.",
        "Buren klagen over lawaai.",
        "De assen van de auto zijn kapot.",
        "Putten graven kost veel tijd.",
        "Houten huizen zijn duurder.",
        "Dat zei Maria van Buren gisteren.",
        "Volgens J. van Assen klopt dat.",
        "De spelers van FC Utrecht trainen.",
        "Oud-Zuilen en Nieuw-Utrecht zijn dorpen.",
        "Het kamp Bergen-Belsen werd bevrijd.",
        "Echt waar, zei hij.",
        "Heel veel jongeren doen mee.",
        "De goal van Donny van de Beek telde.",
        "De prijs voor Best Group ging naar hen.",
        "Gideon Maasland ontwierp het.",
        "In Ouderkerk aan de Amstel staan molens.",
    ],
)
def test_what_is_no_place(find: Find, text: str) -> None:
    assert not [m for m in find(text).mentions if m.kind == "municipality"]


def test_word_that_is_a_place_elsewhere_in_the_text_is_one_at_the_start(linked: Linked) -> None:
    text = "Putten wil meer woningen. De gemeente Putten zoekt daarom grond."
    assert linked(text) == [("Putten", "GM0273"), ("Putten", "GM0273")]


@pytest.mark.parametrize(
    ("text", "label", "surface", "entity"),
    [
        ("Het aantal inwoners van Goes nam toe.", "Goes", "Goes", "GM0664"),
        ("Huurwoningen van Epe worden duurder.", "Epe", "Epe", "GM0232"),
        ("B en W van Ede leggen het plan voor.", "Ede", "Ede", "GM0228"),
        ("Vragen aan de raad Goes", "Goes", "Goes", "GM0664"),
        ("De fractie Stein stelt vragen.", "Stein", "Stein", "GM0971"),
        ("GOES - Er staan meer winkels leeg.", "GOES", "GOES", "GM0664"),
        ("Leegstand nabij Hoorn neemt toe.", "Hoorn", "Hoorn", "GM0405"),
        ("De Goese wethouder lacht.", "", "Goese", "GM0664"),
        ("Volgens het Zeister college is er geld.", "", "Zeister", "GM0355"),
    ],
)
def test_place_that_its_surroundings_ask_for(
    linked: Linked, text: str, label: str, surface: str, entity: str
) -> None:
    assert (surface, entity) in linked(text, {label: "PERSON"})


@pytest.mark.parametrize(
    "text",
    [
        "Volgens Maria van Goes is het zo.",
        "Mevrouw Van Hulst kreeg gelijk.",
        "De vriend van Stein kwam ook.",
        "Dat zegt Best in een brief.",
    ],
)
def test_name_that_the_model_takes_for_a_person(find: Find, text: str) -> None:
    labels = dict.fromkeys(("Maria", "Goes", "Hulst", "Stein", "Best"), "PERSON")
    assert not [m for m in find(text, labels).mentions if m.kind == "municipality"]


def test_place_that_is_shown_once_counts_everywhere(linked: Linked) -> None:
    text = "Goes groeit. De inwoners van Goes zijn blij. Dat wist Goes al."
    assert linked(text, {"Goes": "PERSON"}) == [("Goes", "GM0664")] * 3


def test_ordinary_word_stays_one_where_the_place_is_named(build: Build) -> None:
    text = "Best veel mensen huren in Best."
    sentences, clean = build(text)
    (sentence,) = sentences
    pos = {0: "ADV", 1: "ADJ"}
    tokens = tuple(replace(t, pos=pos.get(i, "PROPN")) for i, t in enumerate(sentence.tokens))
    facts = find_entities([replace(sentence, tokens=tokens)], clean, load_gazetteer())
    assert [m.start for m in facts.mentions] == [text.rindex("Best")]


@pytest.mark.parametrize(
    "text",
    [
        "Zij spreekt Chinees en Frans.",
        "De cursus Nederlands begint weer.",
        "De auto is Duits.",
        "Dat staat in het Engels op de brief.",
        "Docenten Frans zijn er te weinig.",
        "Zij spreken Fries met elkaar.",
    ],
)
def test_language_or_predicate_is_no_country(find: Find, text: str) -> None:
    assert find(text).mentions == ()


@pytest.mark.parametrize(
    ("text", "surface", "entity"),
    [
        ("Een Chinees bedrijf koopt de haven.", "Chinees", "CN"),
        ("Het Nederlands recht geldt hier.", "Nederlands", "NL"),
        ("De Zwitsers zijn streng.", "Zwitsers", "CH"),
        ("Het Frans-Duitse plan gaat door.", "Frans", "FR"),
        ("De Srilankaanse regering wacht.", "Srilankaanse", "LK"),
        ("De Sri Lankaanse regering wacht.", "Sri Lankaanse", "LK"),
        ("Een Saudische prins koopt een jacht.", "Saudische", "SA"),
        ("De Noord-Ierse grens blijft open.", "Noord-Ierse", "area:noord-ierland"),
        ("De Zuid-Soedanese hoofdstad groeit.", "Zuid-Soedanese", "SS"),
        ("Veel Palestijnen en Libanezen zijn gevlucht.", "Libanezen", "LB"),
    ],
)
def test_adjective_of_a_country(linked: Linked, text: str, surface: str, entity: str) -> None:
    assert (surface, entity) in linked(text)


def test_an_adjective_that_is_also_of_a_quarter_needs_its_country(
    find: Find, linked: Linked
) -> None:
    assert find("De Jordaanse kroegen lopen vol.").mentions == ()
    assert ("Jordaanse", "JO") in linked("Jordanië helpt. De Jordaanse koning betaalt.")


@pytest.mark.parametrize("text", ["Hans ter Horst lacht.", "In Horst staan winkels leeg."])
def test_horst_needs_its_region(find: Find, text: str) -> None:
    assert not [m for m in find(text).mentions if m.kind == "municipality"]


def test_horst_in_its_region(linked: Linked) -> None:
    text = "Horst aan de Maas groeit. In Horst staan winkels leeg."
    assert linked(text) == [("Horst aan de Maas", "GM1507"), ("Horst", "GM0923")]


def test_club_of_the_report_is_no_municipality(linked: Linked) -> None:
    text = "FC Emmen verloor. Emmen staat nu laatste. In Emmen regende het."
    assert linked(text) == [("Emmen", "GM0114")]


def test_law_of_another_country(linked: Linked) -> None:
    assert linked("De Noorse grondwet is oud.") == [("Noorse", "NO")]
    assert ("grondwet", "law:grondwet") in linked("In de grondwet staat het.")


def test_former_municipality_keeps_its_own_code(linked: Linked) -> None:
    assert ("Beilen", "GM0107") in linked("In Beilen komt een nieuwe school.")


def test_den_haag_as_the_national_government(linked: Linked) -> None:
    text = "Den Haag moet meer betalen, vinden gemeenten. In Den Haag staat het Vredespaleis."
    assert linked(text) == [("Den Haag", "org:rijk"), ("Den Haag", "GM0518")]


def test_place_within_a_name_is_found_too_and_weighs_less(find: Find) -> None:
    facts = find("Bij GGZ Drenthe werken meer mensen.")
    outer, inner = facts.mentions
    assert (outer.surface, outer.entity) == ("GGZ Drenthe", "org:ggz-drenthe")
    assert (inner.surface, inner.entity) == ("Drenthe", "PV22")
    assert inner.score < outer.score


def test_nouns_that_stand_for_a_place(find: Find) -> None:
    text = (
        "De gemeente Assen zoekt huizen. De gemeente wil bouwen, net als onze provincie. "
        "De Drentse hoofdstad groeit."
    )
    nominal = {(m.surface, m.entity) for m in find(text).mentions if m.method == "coreference"}
    assert nominal == {
        ("gemeente", "GM0106"),
        ("provincie", "PV22"),
        ("Drentse hoofdstad", "GM0106"),
    }


def test_the_noun_is_left_alone_when_another_place_was_named_last(find: Find) -> None:
    text = "Assen en Assen en Assen groeien. In Meppel wil de gemeente niet bouwen."
    assert not [m for m in find(text).mentions if m.method == "coreference"]


def test_offsets_are_those_of_the_view(find: Find) -> None:
    text = "Kop\nDe gemeente Emmen (Drenthe) werkt met Yorneo en wethouder Anna Bos (D66)."
    facts = find(text)
    assert facts.mentions
    assert all(text[m.start : m.end] == m.surface for m in facts.mentions)


@pytest.mark.parametrize(
    ("text", "surface", "entity"),
    [
        # regions of more than one part
        ("In Noord- en Midden-Limburg rukt men uit.", "Noord- en Midden-Limburg", LIMBURG),
        ("De brandweer in Limburg-Noord rukt uit.", "Limburg-Noord", LIMBURG),
        ("Ook in Midden- en West-Brabant is dat zo.", "Midden- en West-Brabant", BRABANT),
        # a party's branch
        ("Raadslid CDA Steenwijkerland stemt tegen.", "Steenwijkerland", "GM1708"),
        ("De fractie van de SP Hollands Kroon telt mee.", "Hollands Kroon", "GM1911"),
        ("Volgens VVD Houten kan dat niet.", "Houten", "GM0321"),
        # a dateline without a dash
        ("HOORN Eerlijk is eerlijk, de bak is leeg.", "HOORN", "GM0405"),
        ("BEST Wie scheidt, betaalt minder.", "BEST", "GM0753"),
        ("HOUTEN Twee wijken krijgen een park.", "HOUTEN", "GM0321"),
        # what is told of a whole town
        ("Zij telt in heel Best de bomen.", "Best", "GM0753"),
        ("De bus rijdt door heel Houten.", "Houten", "GM0321"),
        ("Dat geldt voor heel Putten.", "Putten", "GM0273"),
    ],
)
def test_what_shows_a_place(linked: Linked, text: str, surface: str, entity: str) -> None:
    assert (surface, entity) in linked(text)


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("BEST een goed plan, vindt zij.", "BEST"),
        ("D66'er Jan Houten stemt tegen.", "Houten"),
        ("Het ging heel best.", "best"),
    ],
)
def test_what_shows_none(linked: Linked, text: str, surface: str) -> None:
    assert not [entity for found, entity in linked(text) if found == surface and entity]


@pytest.mark.parametrize(
    ("text", "surface", "entity"),
    [
        # what a demonstrative points at was just named, whatever the text is about
        ("Zeeland is vol.\nZeeland trok gasten naar Veere. Die gemeente groeit.", *GEMEENTE_VEERE),
        ("Goes.\nGoes en Goes. De meeste gasten trok Veere. Die gemeente groeit.", *GEMEENTE_VEERE),
        ("Goes.\nGoes wil dat. Dat wil men in Veere. Deze gemeente groeit.", *GEMEENTE_VEERE),
    ],
)
def test_a_noun_that_points(find: Find, text: str, surface: str, entity: str) -> None:
    assert (surface, entity) in [(m.surface, m.entity) for m in find(text).mentions]


def test_a_noun_that_does_not_point(find: Find) -> None:
    text = "Goes.\nGoes en Goes. De meeste gasten trok Veere. De gemeente groeit."
    assert "gemeente" not in [m.surface for m in find(text).mentions]


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("De huren in Venray, Horst aan de Maas en Bergen stijgen.", "GM0893"),
        ("Wie in Alkmaar, Heiloo of Bergen huurt, betaalt meer.", "GM0373"),
        ("In Roermond en Weert daalt het. In Bergen niet.", "GM0893"),
    ],
)
def test_of_two_towns_of_one_name_the_one_among_its_neighbours(
    linked: Linked, text: str, entity: str
) -> None:
    assert ("Bergen", entity) in linked(text)
