from __future__ import annotations

import re
from itertools import product

import pytest
from factory import about, above, below, stated, verdict_on

from pipeline.reconcile import phrases
from pipeline.reconcile.records import Stated

Y = {"year": 2020, "population": "jongeren"}
CHANGE = {"kind": "change", "unit": "percent", "statement": "change", "year": 2020}


def group(name: str) -> list[Stated]:
    recent = {"document": "dn", "source": "Omroep Noord", "population": "jongeren"}
    return {
        "series": [
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
    "vormen een reeks en spreken elkaar niet tegen. Er is geen gemiddelde van gemaakt. Gezegd is: "
    "april 2017: ‘zo'n 12 procent’ (kinderen tot 18 jaar; Zorgblad); november 2023: ‘ruim 12 "
    "procent’ (jongeren; Omroep Noord); een niet genoemd moment, uiterlijk november 2023: ‘bijna "
    "15 procent’ (jongeren; Omroep Noord). Dat komt per periode neer op: april 2017: tussen 11,5 "
    "en 12,5 procent; november 2023: meer dan 12 en hooguit 12,5 procent; een niet genoemd moment, "
    "uiterlijk november 2023: tussen 14,5 en 15 procent. Let op: van minstens één cijfer is niet "
    "gezegd over welk jaar het gaat.",
    "consensus": "Assen, jeugdzorg, in procenten. Verschillende bronnen komen op hetzelfde cijfer "
    "uit. Gezegd is: 2020: ‘12 procent’ (jongeren; Bode); 2020: ‘ruim 12 procent’ (jongeren; "
    "Koerier). Dat komt per periode neer op: 2020: meer dan 12 en minder dan 12,5 procent (2 "
    "bronnen).",
    "contested": "Assen, jeugdzorg, in procenten. De bronnen spreken elkaar tegen. Voor dezelfde "
    "periode (2020) staat ‘12 procent’ (jongeren; Bode) tegenover ‘15 procent’ (jongeren; "
    "Koerier); ook ruim genomen kunnen die niet allebei kloppen. Gezegd is: 2020: ‘12 procent’ "
    "(jongeren; Bode); 2020: ‘15 procent’ (jongeren; Koerier).",
    "only_changes": "Assen, jeugdzorg, in procenten. Genoemd is alleen hoeveel het veranderde, "
    "niet hoe hoog het was. Gezegd is: 2020: ‘10 procent meer’ (stijging; Bode).",
    "one_text": "Assen, jeugdzorg, in procenten. Deze cijfers komen uit één tekst; geen tweede "
    "bron bevestigt ze of spreekt ze tegen. Gezegd is: jeugdhulp, 2020: ‘12 procent’ (jongeren; "
    "Bode); pleegzorg, 2020: ‘2’ (jongeren; Bode). Let op: pleegzorg is een deel van jeugdhulp.",
    "revised": "Assen, jeugdzorg, in procenten. Een voorlopig cijfer is later vervangen; het "
    "nieuwere cijfer gaat voor. Gezegd is: 2020: ‘6,4%’ (jongeren; voorlopig; CBS); 2020: ‘6,7%’ "
    "(jongeren; definitief; CBS). ‘6,4%’ is vervangen door een definitief of herzien cijfer.",
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


def test_many_lines_are_cut_and_counted() -> None:
    text = verdict_on(*[stated(i, year=2000 + i) for i in range(14)])
    assert "en nog 2 cijfers." in text.explanation_nl
    assert "and 2 more figures." in text.explanation_en
    assert "2012" not in text.explanation_nl.split("Gezegd is")[1].split("en nog")[0]
    one = verdict_on(*[stated(i, year=2000 + i) for i in range(13)])
    assert "en nog 1 cijfer." in one.explanation_nl
    assert "and 1 more figure." in one.explanation_en


def test_many_contradictions_are_cut_and_counted() -> None:
    text = verdict_on(*[stated(10 * i, **Y) for i in range(1, 5)]).explanation_nl
    assert text.count("tegenover") == 3
    assert "Er zijn nog 3 van zulke tegenspraken." in text


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
