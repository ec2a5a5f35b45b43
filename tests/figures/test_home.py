"""Which country a text is set in, and the people in it who are from elsewhere."""

from __future__ import annotations

import pytest
from articles import figure

from pipeline.document import Tools
from pipeline.figures.home import home_of, is_abroad


@pytest.mark.parametrize(
    ("place", "home"),
    [(None, "NL"), ("GM0114", "NL"), ("LK", "LK"), ("area:schotland", "area:schotland")],
)
def test_the_country_a_text_is_at_home_in(place: str | None, home: str) -> None:
    assert home_of(place) == home


def test_abroad_is_where_the_text_is_not() -> None:
    assert is_abroad("FR")
    assert is_abroad("NL", home="FR")
    assert not is_abroad("FR", home="FR")
    assert not is_abroad("GM0114", home="FR")


@pytest.mark.parametrize(
    ("title", "text", "said", "place"),
    [
        (
            "Portugal rolt bende op",
            "De Portugese politie heeft een bende opgerold. Een Nederlander had de leiding, zeggen "
            "agenten. De Nederlander is 50 jaar.\n\nIn Portugal zijn 23 huizen doorzocht. Daarbij "
            "was ook de Nederlander Henk V. uit Nederland.\n\nEr zijn 14 verdachten aangehouden.",
            "14 verdachten",
            "PT",
        ),
        (
            "Drie Nederlanders gewond na beving Nepal",
            "Bij een aardbeving in Nepal zijn drie Nederlanders gewond geraakt.\n\nRond 9 uur "
            "Nederlandse tijd beefde de aarde. Daarbij stortten 60 huizen in.\n\nDe Nepalese "
            "regering stuurt het leger. Nepal kent meer bevingen.",
            "60 huizen",
            "NP",
        ),
        # who is called after a country does not take a Dutch text there
        (
            "Kabinet wil taalles voor Polen",
            "Het kabinet wil taalles voor nieuwkomers uit Marokko. De minister schrijft de Tweede "
            "Kamer dat Marokkanen die naar Nederland komen vaak geen les hebben.\n\nMarokkanen "
            "hoeven nu niets. Marokkanen komen naar Nederland voor werk.\n\nDe gemeenten krijgen "
            "er 55 miljoen euro voor.",
            "55 miljoen euro",
            "NL",
        ),
    ],
)
def test_where_a_text_is_set(tools: Tools, title: str, text: str, said: str, place: str) -> None:
    assert figure(tools, text, said, title=title)[1].place == place


@pytest.mark.parametrize(
    ("text", "said", "place"),
    [
        ("De Schotse keeper pakte 12 ballen.", "12 ballen", None),
        ("De jonge Britse zangeres verkocht 3000 kaartjes.", "3000 kaartjes", None),
        ("De Brit verkocht 3000 kaartjes.", "3000 kaartjes", None),
        ("De Britse regering verkocht 3000 huizen.", "3000 huizen", "GB"),
        ("Britse automobilisten kochten 3000 lampen.", "3000 lampen", "GB"),
        ("Het bedrijf gaf Turks-Nederlandse jongeren 40 laptops.", "40 laptops", "NL"),
    ],
)
def test_what_one_person_is_called_after_is_no_place(
    tools: Tools, text: str, said: str, place: str | None
) -> None:
    assert figure(tools, text, said, title="")[1].place == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("De jongen uit Spanje stal in totaal 30 fietsen.", "GM0119"),
        ("De in Spanje opgegroeide jongen stal 30 fietsen.", "ES"),
        ("De jongen is geboren in Spanje en stal 30 fietsen.", "GM0119"),
        ("In Spanje stal de jongen 30 fietsen.", "ES"),
        ("In de Spaanse stad stal de jongen 30 fietsen.", "ES"),
        ("In de Schotse stad stal de jongen 30 fietsen.", "area:schotland"),
    ],
)
def test_where_somebody_comes_from(tools: Tools, text: str, place: str) -> None:
    assert figure(tools, text, "30 fietsen")[1].place == place


def test_one_inhabitant_takes_no_text_to_his_province(tools: Tools) -> None:
    text = (
        "Sem Vos won zaterdag de wedstrijd in Oostenrijk. De jonge Zeeuw reed het snelst.\n\n"
        "In Oostenrijk lag veel sneeuw. Er vielen 40 rijders."
    )
    assert figure(tools, text, "40 rijders", title="Goud voor Vos")[1].place == "AT"


def test_a_name_in_one_passage_of_a_text_about_the_kamer(tools: Tools) -> None:
    text = (
        "Pia Maas stamt uit een deftige Friese familie.\n\nZe werd Kamerlid in de Tweede Kamer.\n\n"
        "Het kabinet viel een jaar later.\n\nDe minister wilde haar niet meer.\n\n"
        "Haar partij kreeg 11 zetels."
    )
    assert figure(tools, text, "11 zetels", title="Pia Maas stopt")[1].place == "NL"


def test_a_country_that_a_text_on_europe_is_about(tools: Tools) -> None:
    text = (
        "Europese landen sluiten mijnen, maar Hongarije opent er een. Hongarije wil niet "
        "wachten.\n\nIn Hongarije is veel werk nodig. De mijn geeft 300 banen."
    )
    title = "Europese landen sluiten mijnen"
    assert figure(tools, text, "300 banen", title=title)[1].place == "HU"


def test_a_town_abroad_that_a_text_is_about(tools: Tools) -> None:
    text = (
        "In Lissabon is brand uitgebroken.\n\nIn Lissabon waait het hard.\n\nHet vuur in Lissabon "
        "is nu uit.\n\nEr zijn 35 woningen verwoest."
    )
    found = figure(tools, text, "35 woningen", title="Brand in Lissabon")[1]
    assert found.place == "place:lissabon"


def test_landelijk_is_of_the_country_of_the_text(tools: Tools) -> None:
    text = (
        "In Frankrijk is de opkomst laag. Frankrijk telt de stemmen.\n\nIn Frankrijk kwam in een "
        "dorp niemand. Landelijk stemde 38 procent."
    )
    assert figure(tools, text, "38 procent", title="Frankrijk stemt")[1].place == "FR"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # once is enough for the only country, if something happens in it
        ("De ploeg won goud in Zweden.\n\nEr kwamen 60 roeiers aan de start.", "SE"),
        ("De Zweedse ploeg won goud.\n\nEr kwamen 60 roeiers aan de start.", None),
        (
            "De ploeg won goud in Zweden.\n\nHet zilver ging naar Finland.\n\nEr kwamen 60 roeiers "
            "aan de start.",
            None,
        ),
    ],
)
def test_the_only_country_of_a_text(tools: Tools, text: str, place: str | None) -> None:
    assert figure(tools, text, "60 roeiers", title="Goud bij het roeien")[1].place == place
