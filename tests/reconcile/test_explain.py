from __future__ import annotations

import re
from dataclasses import replace
from itertools import product

import pytest
from factory import about, above, below, stated, verdict_on

from pipeline.reconcile import phrases
from pipeline.reconcile.records import Stated
from pipeline.reconcile.restated import restatements

Y = {"year": 2020, "population": "jongeren"}
CHANGE = {"kind": "change", "unit": "percent", "statement": "change", "year": 2020}


def group(name: str) -> list[Stated]:
    recent = {"document": "dn", "source": "Omroep Noord", "population": "jongeren"}
    return {
        "series": [
            stated(12, surface="12 procent", source="Bode", **Y),
            stated(14, source="Bode", **Y | {"year": 2021}),
        ],
        "series_apart": [
            about(
                12,
                span=("2017-04-01", "2017-04-30"),
                population="kinderen tot 18 jaar",
                source="Zorgblad",
            ),
            below(15, span=(None, "2023-11-30"), period_kind="vague", **recent),
            above(12, span=("2023-11-01", "2023-11-30"), **recent),
        ],
        "consensus": [
            stated(12, surface="12 procent", source="Bode", **Y),
            above(12, source="Koerier", **Y),
        ],
        "contested": [
            stated(12, surface="12 procent", source="Bode", **Y),
            stated(15, surface="15 procent", source="Koerier", **Y),
        ],
        "only_changes": [
            stated(10, direction="up", surface="10 procent meer", source="Bode", **CHANGE)
        ],
        "only_plans": [stated(4, statement="norm", surface="4 procent", source="Bode", **Y)],
        "one_figure": [stated(12, surface="12 procent", source="Bode", **Y)],
        "one_text": [
            stated(12, surface="12 procent", source="Bode", document="d1", **Y),
            stated(2, indicator="pleegzorg", parent="jeugdhulp", document="d1", source="Bode", **Y),
        ],
        "one_level": [
            stated(12, surface="12 procent", source="Bode", **Y),
            stated(10, surface="10 procent", statement="target", source="Koerier", **Y),
        ],
        "one_voice": [
            stated(12, surface="12 procent", source="CBS", **Y),
            stated(12, surface="12%", derived_name="CBS", source="Bode", **Y),
        ],
        "apart": [
            stated(12, surface="12 procent", source="Bode"),
            stated(14, surface="14 procent", source="Koerier"),
        ],
        "nothing_vouched": [stated(12, surface="12 procent", stance="asks", source="Bode", **Y)],
        "revised": [
            stated(6.4, half=0.05, surface="6,4%", status=("provisional",), source="CBS", **Y),
            stated(6.7, half=0.05, surface="6,7%", status=("definitive",), source="CBS", **Y),
        ],
        "range": [above(12, source="Bode", **Y), stated(13, half=0.05, source="Koerier", **Y)],
    }[name]


WORDED = {
    "series": "Assen, jeugdzorg, in procenten. De cijfers gaan over verschillende perioden: ze "
    "vormen een reeks en spreken elkaar niet tegen. Er is geen gemiddelde van gemaakt. Volgens "
    "Bode: ‘12 procent’ (2020; jongeren), ‘14’ (2021; jongeren).",
    "series_apart": "Assen, jeugdzorg, in procenten. De cijfers gaan over verschillende perioden, "
    "of zijn om een andere reden niet met elkaar te vergelijken; een tegenspraak is niet "
    "vastgesteld. Er is geen gemiddelde van gemaakt. Volgens Zorgblad: ‘zo'n 12 procent’ (april "
    "2017; kinderen tot 18 jaar). Volgens Omroep Noord: ‘ruim "
    "12 procent’ (november 2023; jongeren), ‘bijna 15 procent’ (een niet genoemd moment, uiterlijk "
    "november 2023; jongeren). Let op: van minstens één cijfer is niet gezegd over welk jaar het "
    "gaat.",
    "consensus": "Assen, jeugdzorg, in procenten. Verschillende bronnen komen op hetzelfde cijfer "
    "uit. Volgens Bode: ‘12 procent’ (2020; jongeren). Volgens Koerier: ‘ruim 12 procent’ (2020; "
    "jongeren). Samen komt dat neer op: 2020: meer dan 12 en minder dan 12,5 procent (2 bronnen).",
    "contested": "Assen, jeugdzorg, in procenten. De bronnen spreken elkaar tegen. Voor dezelfde "
    "periode (2020) staat ‘12 procent’ (Bode) tegenover ‘15 procent’ (Koerier); ook ruim genomen "
    "kunnen die niet allebei kloppen. Volgens Bode: ‘12 procent’ (2020; jongeren). Volgens "
    "Koerier: ‘15 procent’ (2020; jongeren).",
    "only_changes": "Assen, jeugdzorg, in procenten. Genoemd is alleen hoeveel het veranderde, "
    "niet hoe hoog het was. Volgens Bode: ‘10 procent meer’ (2020; stijging).",
    "one_text": "Assen, jeugdzorg, in procenten. Deze cijfers komen uit één tekst; onder deze "
    "naam noemt geen tweede bron een cijfer. Volgens Bode: ‘12 procent’ (jeugdhulp; 2020; "
    "jongeren), ‘2’ (pleegzorg; 2020; jongeren). Let op: pleegzorg is een deel van jeugdhulp.",
    "revised": "Assen, jeugdzorg, in procenten. Een voorlopig cijfer is later vervangen; het "
    "nieuwere cijfer gaat voor. Volgens CBS: ‘6,4%’ (2020; jongeren; voorlopig), ‘6,7%’ (2020; "
    "jongeren; definitief). ‘6,4%’ is vervangen door een definitief of herzien cijfer.",
}


@pytest.mark.parametrize("name", WORDED)
def test_the_explanation_as_a_council_member_reads_it(name: str) -> None:
    assert verdict_on(*group(name)).explanation_nl == WORDED[name]


@pytest.mark.parametrize("name", phrases.OPENING["nl"])
def test_each_kind_of_group_has_its_own_opening(name: str) -> None:
    found = verdict_on(*group(name))
    assert phrases.OPENING["nl"][name] in found.explanation_nl
    assert phrases.OPENING["en"][name] in found.explanation_en


@pytest.mark.parametrize(
    ("name", "lang"), list(product(phrases.OPENING["nl"], ("nl", "en"))), ids=lambda v: str(v)
)
def test_explanations_hold_no_codes_and_no_empty_places(name: str, lang: str) -> None:
    found = verdict_on(*group(name))
    text = found.explanation_nl if lang == "nl" else found.explanation_en
    assert text.endswith(".")
    assert not re.search(r"[{}_]|None|\binf\b|nan|  |\.\.|;\.|\(\)", text), text


def test_the_two_languages_have_the_same_phrases() -> None:
    for name in ("UNITS", "OPENING", "WHY", "DEPRECATED"):
        table = getattr(phrases, name)
        assert table["nl"].keys() == table["en"].keys(), name
        for key, words in table["nl"].items():
            assert re.findall(r"{\w*}", words) == re.findall(r"{\w*}", table["en"][key]), key


def long_names(number: int) -> list[Stated]:
    return [
        stated(i, year=1990 + i, source=f"Het Nieuwsblad van de Regio {i}") for i in range(number)
    ]


def test_an_explanation_stays_short_and_counts_what_it_leaves_out() -> None:
    found = verdict_on(*long_names(40))
    for text in (found.explanation_nl, found.explanation_en):
        assert len(text.split()) <= 120
    told = found.explanation_nl.count("Volgens")
    assert 5 < told < 40
    assert f"Er zijn nog {40 - told} cijfers." in found.explanation_nl
    assert "‘39’ (2029)" in found.explanation_nl, "the answer itself is never left out"
    shorter = [verdict_on(*long_names(number)) for number in range(8, 16)]
    assert any("Er is nog 1 cijfer." in each.explanation_nl for each in shorter)
    assert any("There is 1 more figure." in each.explanation_en for each in shorter)


def test_a_source_is_named_once_and_a_number_that_is_said_again_is_not_repeated() -> None:
    figures = [
        stated(12, source="De Bode", document="d1", year=2020, label="jeugd", start=i)
        for i in range(3)
    ]
    figures.append(stated(13, source="De Bode", document="d1", year=2021, label="jeugd"))
    text = verdict_on(*restatements(figures)).explanation_nl
    assert text.count("De Bode") == 1
    assert text.count("‘12’") == 1


def test_the_date_of_an_article_is_not_told_as_the_date_of_the_figure() -> None:
    figure = stated(12, span=("2019-04-12", "2019-04-12"), period_method="publication")
    found = verdict_on(figure)
    assert "‘12’ (bericht van 12 april 2019)" in found.explanation_nl
    assert "‘12’ (article of 12 April 2019)" in found.explanation_en


def test_a_text_without_publisher_goes_by_its_title() -> None:
    title = "Een kop die veel langer is dan een lezer hier nog eens wil zien"
    figure = stated(12, year=2020, source=" ", title=title)
    text = verdict_on(replace(figure, source=None)).explanation_nl
    assert "In het bericht ‘Een kop die veel langer is dan een …’: ‘12’ (2020)." in text


def test_many_contradictions_are_cut_and_counted() -> None:
    text = verdict_on(*[stated(10 * i, **Y) for i in range(1, 5)]).explanation_nl
    assert text.count("tegenover") == 2
    assert "Er zijn nog 4 van zulke tegenspraken." in text


def test_copies_are_told_but_not_listed() -> None:
    first = stated(12, surface="12 procent", **Y)
    one = verdict_on(first, stated(12, copy_of="d1", surface="twaalf", **Y))
    assert "Eén kopie van een van deze teksten telt niet mee." in one.explanation_nl
    assert "twaalf" not in one.explanation_nl
    two = verdict_on(first, stated(12, copy_of="d1", **Y), stated(12, copy_of="d1", **Y))
    assert "2 copies of these texts do not count." in two.explanation_en


def test_differences_are_told_once_and_by_name() -> None:
    figures = [
        stated(12, year=2020, population="jongeren tot 18 jaar"),
        stated(9, year=2020, population="jongeren tot 23 jaar"),
        stated(8, year=2020, population="jongeren tot 23 jaar"),
        stated(3, indicator="ozb", year=2020),
    ]
    text = verdict_on(*figures).explanation_nl
    assert text.count("de groepen verschillen") == 1
    assert "de groepen verschillen: jongeren tot 18 jaar en jongeren tot 23 jaar" in text
    assert "jeugdhulp en ozb zijn niet hetzelfde en zijn niet met elkaar vergeleken" in text


def test_a_denied_figure_is_told() -> None:
    text = verdict_on(stated(12, **Y), stated(30, stance="denies", surface="30%", **Y))
    assert "‘30%’ is in de tekst zelf ontkend." in text.explanation_nl
    assert "‘30%’ was denied by the text itself." in text.explanation_en


def test_what_a_text_repeats_is_one_contradiction() -> None:
    once = stated(10, source="Bode", document="d1", **Y)
    again = [stated(20, source="Koerier", document="d2", **Y) for _ in range(3)]
    found = verdict_on(once, *again)
    assert found.explanation_nl.count("tegenover") == 1
    assert "tegenspra" not in found.explanation_nl
    assert "such contradiction" not in found.explanation_en


def test_one_text_on_many_subjects_is_told_without_their_names() -> None:
    names = [f"zorg {letter}" for letter in "abcdef"]
    figures = [stated(10 + i, document="d1", indicator=n, **Y) for i, n in enumerate(names)]
    figures += [stated(50 + i, document="d1", indicator=n, **Y) for i, n in enumerate(names)]
    text = verdict_on(*figures).explanation_nl
    assert "één tekst noemt verschillende cijfers" in text
    assert "en andere onderwerpen zijn niet hetzelfde" in text


def test_a_number_that_two_sources_give_in_the_same_words_is_told_of_both() -> None:
    other = {"document": "d2", "source": "Koerier"} | Y
    figures = [
        stated(12, surface="12 procent", source="Bode", **Y),
        stated(30, surface="30 procent", **other),
        stated(12, surface="12 procent", **other),
    ]
    assert verdict_on(*figures).explanation_nl.count("‘12 procent’ (2020; jongeren)") == 2
