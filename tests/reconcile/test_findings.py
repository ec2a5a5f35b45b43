from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from factory import told

from pipeline.reconcile.findings import document_findings
from pipeline.reconcile.records import Stated

Given = dict[str, Any]


def million(value: float, indicator: str, **given: Any) -> Given:
    """4,4 → 4.4 million euros, the last digit rounded."""
    return {
        "value": value * 1e6,
        "half": 50_000,
        "kind": "money",
        "indicator": indicator,
        "topic": indicator.split()[0],
        **given,
    }


def number(value: float, noun: str = "woning", **given: Any) -> Given:
    return {"value": value, "kind": "count", "unit": noun, "indicator": noun, **given}


def percent(value: float, **given: Any) -> Given:
    return {"value": value, "indicator": "tekort jeugdzorg", **given}


def change(value: float, unit: str = "percent", **given: Any) -> Given:
    return {
        "value": value,
        "kind": "change",
        "statement": "change",
        "unit": unit,
        "said_unit": unit,
        **given,
    }


def found(*sentences: list[Stated]) -> list[str]:
    figures = [figure for sentence in sentences for figure in sentence]
    return [finding.kind for finding in document_findings(figures)]


def budget(shortage: float, about: str = "jeugdzorg") -> tuple[list[Stated], list[Stated]]:
    first = told(
        "De uitgaven kwamen op 24,1 miljoen euro, tegen 19,7 miljoen euro aan uitkering.",
        ("24,1 miljoen euro", million(24.1, "uitgave jeugd")),
        ("19,7 miljoen euro", million(19.7, "uitkering jeugd")),
    )
    text = f"{shortage} miljoen euro".replace(".", ",")
    each = million(shortage, f"tekort {about}")
    second = told(f"Het tekort is {text}.", (text, each), position=2)
    return first, second


def test_difference_that_fits() -> None:
    (finding,) = document_findings([f for sentence in budget(4.4) for f in sentence])
    assert (finding.kind, finding.severity) == ("arithmetic_ok", "info")
    assert [part for _, part in finding.members] == ["total", "term", "stated"]
    assert finding.explanation_nl == (
        "Nagerekend: ‘24,1 miljoen euro’ min ‘19,7 miljoen euro’ is tussen € 4,3 miljoen en "
        "€ 4,5 miljoen; dat klopt met ‘4,4 miljoen euro’."
    )
    assert finding.explanation_en.endswith(
        "is between €4.3 million and €4.5 million; that fits ‘4,4 miljoen euro’."
    )


def test_difference_that_does_not_fit() -> None:
    assert found(*budget(5.4)) == ["arithmetic_error"]


def test_a_surplus_is_the_difference_the_other_way() -> None:
    sentence = told(
        "Er kwam 5,2 miljoen euro binnen en er ging 4,9 miljoen euro uit: over 0,3 miljoen euro.",
        ("5,2 miljoen euro", million(5.2, "opbrengst")),
        ("4,9 miljoen euro", million(4.9, "uitgave")),
        ("0,3 miljoen euro", million(0.3, "overschot")),
    )
    (finding,) = document_findings(sentence)
    assert finding.kind == "arithmetic_ok"
    assert "‘5,2 miljoen euro’ min ‘4,9 miljoen euro’" in finding.explanation_nl


@pytest.mark.parametrize("about", ["wmo", "begroting"])
def test_the_shortage_of_something_else_is_no_error(about: str) -> None:
    assert found(*budget(1.2, about)) == []


def test_flows_of_another_year_or_per_month_are_no_error() -> None:
    (first, income), (shortage,) = budget(5.4)
    dated = {"earliest": "2017-01-01", "latest": "2017-12-31"}
    other = {"earliest": "2018-01-01", "latest": "2018-12-31"}
    assert found([replace(first, **dated), income], [replace(shortage, **other)]) == []
    assert found([replace(first, per="per maand"), income], [shortage]) == []


def share_sentence(
    share: float, *, link: str = "oftewel", of: str = "uitkering"
) -> list[list[Stated]]:
    first = told(
        "De uitkering bedroeg 19,7 miljoen euro.",
        ("19,7 miljoen euro", million(19.7, "integratie-uitkering")),
    )
    text = f"{share:g} procent"
    sentence = f"Het tekort is 4,4 miljoen euro {link} {text} van de {of}."
    second = told(
        sentence,
        ("4,4 miljoen euro", million(4.4, "tekort jeugdzorg")),
        (text, percent(share)),
        position=2,
    )
    return [first, second]


def test_share_that_fits() -> None:
    figures = [f for sentence in share_sentence(22) for f in sentence]
    (finding,) = document_findings(figures)
    assert finding.kind == "arithmetic_ok"
    assert [part for _, part in finding.members] == ["part", "whole", "stated"]
    assert finding.explanation_nl == (
        "Nagerekend: ‘4,4 miljoen euro’ gedeeld door ‘19,7 miljoen euro’ is tussen 22,03 en "
        "22,65 procent; dat klopt met ‘22 procent’."
    )


def test_share_that_does_not_fit_is_an_error_only_when_it_says_the_amount_again() -> None:
    assert found(*share_sentence(32)) == ["arithmetic_error"]
    assert found(*share_sentence(32, link="en dat terwijl het al eens")) == []


def test_a_share_of_something_without_a_figure_is_not_computed() -> None:
    assert found(*share_sentence(32, of="jongeren")) == []


def test_share_of_a_whole_named_before() -> None:
    sentence = told(
        "Van de 400 leerlingen kwamen er 100 (25 procent) te laat.",
        ("400 leerlingen", number(400, "leerling")),
        ("100", number(100, "leerling")),
        ("25 procent", {"value": 25, "indicator": "leerling"}),
    )
    assert found(sentence) == ["arithmetic_ok"]


@pytest.mark.parametrize(
    ("share", "link", "expected"),
    [
        (61, ", oftewel", ["arithmetic_ok"]),
        (61, ", en het jaar erop nog", []),
        (61, ", naast", []),
        (48, ", oftewel", []),  # of what it is a share is not said in so many words
    ],
)
def test_a_share_that_is_said_again_as_an_amount(
    share: float, link: str, expected: list[str]
) -> None:
    said = f"{share:g} procent"
    sentence = told(
        f"Van de begrote 28 miljoen euro is {said} besteed{link} 17,1 miljoen euro.",
        ("28 miljoen euro", million(28, "investering", half=5e5)),
        (said, {"value": share, "indicator": "investering"}),
        ("17,1 miljoen euro", million(17.1, "investering")),
    )
    assert found(sentence) == expected


def counted_of(share: float, link: str = "van de") -> list[list[Stated]]:
    said = f"{share:g} procent"
    first = told(f"Het is {said}.", (said, {"value": share, "indicator": "gezin"}))
    sentence = f"Het gaat om 80 {link} 400 gezinnen."
    pair = ("80", number(80, "gezin")), ("400 gezinnen", number(400, "gezin"))
    return [first, told(sentence, *pair, position=2)]


def test_a_share_said_before_its_numbers() -> None:
    assert found(*counted_of(20)) == ["arithmetic_ok"]
    assert found(*counted_of(30)) == []
    assert found(*counted_of(20, "scholen en")) == []


def test_a_share_of_where_a_movement_began() -> None:
    def heffing(share: float) -> list[Stated]:
        pair = {"kind": "money", "indicator": "heffing", "half": 0.5, "together": 0}
        said = f"{share:g} procent"
        return told(
            f"De heffing ging van 231 euro naar 198 euro, 33 euro oftewel {said}.",
            ("231 euro", {"value": 231, "part": "base", **pair}),
            ("198 euro", {"value": 198, "part": "target", **pair}),
            ("33 euro", {"value": 33, "kind": "money", "indicator": "heffing", "half": 0.5}),
            (said, {"value": share, "indicator": "heffing"}),
        )

    assert found(heffing(14)) == ["arithmetic_ok"]
    assert found(heffing(40)) == []


def together(total: float, claim: str, *, noun: str = "woning", **given: Any) -> list[list[Stated]]:
    first = told(
        "Emmen bouwt 200 woningen en Assen 250 woningen.",
        ("200 woningen", number(200, place="GM0114")),
        ("250 woningen", number(250)),
    )
    text = f"{total:g} {noun}en"
    return [first, told(f"{claim} {text}.", (text, number(total, noun, **given)), position=2)]


@pytest.mark.parametrize(
    ("total", "claim", "given", "outcome"),
    [
        (450, "Samen zijn dat", {}, ["arithmetic_ok"]),
        (450, "In totaal zijn dat", {}, ["arithmetic_ok"]),
        (460, "Samen zijn dat", {}, ["arithmetic_error"]),
        # no claim, or not about these numbers
        (460, "In totaal zijn er", {}, []),
        (460, "Vorig jaar waren het", {}, []),
        (460, "Samen met Hoogeveen bouwen zij", {}, []),
        (460, "Samen hebben zij", {"noun": "school"}, []),
        (90, "Samen vernieuwden zij eerder", {}, []),
        (460, "Samen kregen zij", {"statement": "change", "kind": "change"}, []),
    ],
)
def test_sums(total: float, claim: str, given: Given, outcome: list[str]) -> None:
    assert found(*together(total, claim, **given)) == outcome


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("Er komen 200 en 250 woningen, samen 450 woningen.", ["arithmetic_ok"]),
        ("Er komen 200 en 250 woningen, samen 460 woningen.", ["arithmetic_error"]),
        ("Er komen 200 en 250 woningen: 450 woningen in totaal.", ["arithmetic_ok"]),
        ("Er komen samen 200 en 250 woningen en later 460 woningen.", []),
    ],
)
def test_a_sum_within_one_sentence(sentence: str, outcome: list[str]) -> None:
    total = 460 if "460" in sentence else 450
    numbers = ("200", number(200)), ("250 woningen", number(250))
    figures = told(sentence, *numbers, (f"{total} woningen", number(total)))
    assert found(figures) == outcome


def test_a_sum_of_another_year_is_no_error() -> None:
    first, second = together(460, "Samen bouwden zij in 2019")
    dated = [replace(f, earliest="2020-01-01", latest="2020-12-31") for f in first]
    other = [replace(f, earliest="2019-01-01", latest="2019-12-31") for f in second]
    assert found(dated, other) == []


def test_a_number_inside_another_is_not_taken_for_it() -> None:
    sentence = told(
        "Er zijn 15 woningen en 25 woningen verkocht; samen met Aa en Hunze gaat het goed, "
        "maar voor de rest van het gebied is er nog geen plan en dus geen geld, op 5 woningen na.",
        ("15 woningen", number(15)),
        ("25 woningen", number(25)),
        ("5 woningen", number(5)),
    )
    assert found(sentence) == []


def growth(base: float, target: float, size: Given, said: str) -> list[Stated]:
    sentence = f"Het ging van {base:g} naar {target:g} woningen, {said}."
    pair = {"together": 0, "indicator": "woning"}
    return told(
        sentence,
        (f"{base:g}", number(base, part="base", **pair)),
        (f"{target:g} woningen", number(target, part="target", **pair)),
        (said, size | {"indicator": "woning"}),
    )


@pytest.mark.parametrize(
    ("base", "target", "size", "said", "outcome"),
    [
        (500, 550, change(10, direction="up"), "een stijging van 10 procent", "arithmetic_ok"),
        (550, 500, change(9, direction="down"), "een daling van 9 procent", "arithmetic_ok"),
        (500, 550, change(10), "10 procent verschil", "arithmetic_ok"),
        (500, 600, change(10, direction="up"), "een stijging van 10 procent", "arithmetic_error"),
        (550, 500, change(9, direction="up"), "een stijging van 9 procent", "arithmetic_error"),
        (500, 550, change(50, "woning", direction="up"), "50 woningen meer", "arithmetic_ok"),
        (500, 550, change(60, "woning", direction="up"), "60 woningen meer", "arithmetic_error"),
    ],
)
def test_growth(base: float, target: float, size: Given, said: str, outcome: str) -> None:
    figures = growth(base, target, dict(size), said)
    if size["unit"] == "woning":
        assert figures[2].unit == "woning"
    assert found(figures) == [outcome]


@pytest.mark.parametrize(
    ("before", "after", "direction", "outcome"),
    [
        (500, 550, "up", ["arithmetic_ok"]),
        (550, 500, "down", []),  # 9 percent less, not 10
        (500, 550, "down", []),
        (500, 450, "down", ["arithmetic_ok"]),
        (500, 700, "up", []),
    ],
)
def test_growth_between_two_years(
    before: int, after: int, direction: str, outcome: list[str]
) -> None:
    now, then = f"{after} woningen", f"{before} woningen"
    sentences = [
        told(f"Er kwamen {now}.", (now, number(after, year=2023))),
        told(f"In 2022 waren dat {then}.", (then, number(before, year=2022)), position=2),
        told(
            "Dat scheelt 10 procent.",
            ("10 procent", change(10, direction=direction, indicator="woning")),
            position=3,
        ),
    ]
    assert found(*sentences) == outcome


def test_growth_in_points() -> None:
    pair = {"together": 0, "indicator": "werkloosheid"}
    sentence = told(
        "De werkloosheid ging van 2,2 naar 1,9 procent, 0,3 procentpunt lager.",
        ("2,2", {"value": 2.2, "half": 0.05, "part": "base", **pair}),
        ("1,9 procent", {"value": 1.9, "half": 0.05, "part": "target", **pair}),
        (
            "0,3 procentpunt lager",
            change(0.3, "percentage_point", half=0.05, direction="down", indicator="werkloosheid"),
        ),
    )
    assert found(sentence) == ["arithmetic_ok"]


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("De toename bedraagt 1,6 procentpunt.", ["arithmetic_ok"]),
        ("De afname bedraagt 1,6 procentpunt.", []),  # it rose
        ("Dat scheelt 1,6 procentpunt.", []),  # which way is not said
    ],
)
def test_points_without_a_direction_of_their_own(words: str, outcome: list[str]) -> None:
    subject = {"indicator": "werkloosheid"}
    share = {"half": 0.05, "kind": "share", "unit": "percent", **subject}
    sentences = [
        told("Het is 8,4 procent.", ("8,4 procent", {"value": 8.4, "year": 2022, **share})),
        told(
            "In 2021 was het 6,8 procent.",
            ("6,8 procent", {"value": 6.8, "year": 2021, **share}),
            position=2,
        ),
        told(
            words,
            (
                "1,6 procentpunt",
                change(1.6, "percentage_point", half=0.05, **subject)
                | {"kind": "percentage_point", "statement": "level"},
            ),
            position=3,
        ),
    ]
    assert found(*sentences) == outcome


def test_two_movements_in_a_sentence_are_left_alone() -> None:
    sentence = told(
        "Huizen gingen van 5 naar 6 woningen, flats van 8 naar 4 woningen, 20 procent meer.",
        ("5", number(5, part="base", together=0)),
        ("6 woningen", number(6, part="target", together=0)),
        ("8", number(8, part="base", together=1)),
        ("4 woningen", number(4, part="target", together=1)),
        ("20 procent meer", change(20, direction="up", indicator="woning")),
    )
    assert found(sentence) == []


def slip(points: float, *levels: float) -> list[list[Stated]]:
    words = [f"{level:g} procent" for level in levels]
    first = told(
        f"Het tekort is {' en '.join(words)}.",
        *((word, percent(level)) for word, level in zip(words, levels, strict=True)),
    )
    said = f"{points:g} procent meer"
    meant = change(points, "percentage_point", comparative=True, indicator="tekort jeugdzorg")
    return [first, told(f"Dat is {said}.", (said, meant | {"said_unit": "percent"}), position=2)]


def test_percent_that_means_points() -> None:
    figures = [f for sentence in slip(6, 16, 22) for f in sentence]
    (finding,) = document_findings(figures)
    assert (finding.kind, finding.severity) == ("unit_slip", "warning")
    assert [part for _, part in finding.members] == ["stated", "base", "target"]
    assert finding.explanation_nl == (
        "De tekst zegt ‘6 procent meer’, maar bedoelt procentpunten: tussen ‘16 procent’ en "
        "‘22 procent’ zit 6 procentpunt. Als percentage van ‘16 procent’ zou het verschil "
        "37,5 procent zijn."
    )


def test_no_slip_without_the_levels() -> None:
    assert found(*slip(6, 16, 30)) == []


def test_what_is_denied_or_copied_is_not_computed() -> None:
    for given in ({"stance": "denies"}, {"copy_of": "d2"}):
        sentences = together(460, "Samen zijn dat")
        assert found(sentences[0], [replace(f, **given) for f in sentences[1]]) == []


def test_texts_with_many_numbers_that_are_no_sums() -> None:
    sentences = [
        told(
            "Vijf aanbieders helpen 300 jongeren en 40 gezinnen.",
            ("Vijf aanbieders", number(5, "aanbieder")),
            ("300 jongeren", number(300, "jongere")),
            ("40 gezinnen", number(40, "gezin")),
        ),
        told(
            "In totaal trekt de raad daarvoor 2,5 miljoen euro uit, samen goed voor 12 banen.",
            ("2,5 miljoen euro", million(2.5, "budget")),
            ("12 banen", number(12, "baan")),
            position=2,
        ),
        told(
            "Dat is 8 procent meer dan de 30 procent van de gezinnen die eerder meededen.",
            ("8 procent meer", change(8, direction="up", indicator="budget")),
            ("30 procent", {"value": 30, "indicator": "gezin"}),
            position=3,
        ),
    ]
    assert found(*sentences) == []


def test_a_total_in_the_sentence_before_its_two_parts() -> None:
    def parts(total: float) -> tuple[list[Stated], list[Stated]]:
        first = told(f"Er waren {total:g} branden.", (f"{total:g}", number(total, "brand")))
        second = told(
            "Binnen waren het er 251, buiten 67.",
            ("251", number(251, "brand")),
            ("67", number(67, "brand")),
            position=2,
        )
        return first, second

    assert found(*parts(318)) == ["arithmetic_ok"]
    assert not found(*parts(320))


def test_levels_that_are_held_against_each_other_after_the_change() -> None:
    rise = told(
        "Er strandden 12,8 procent meer zeehonden.",
        ("12,8 procent meer", change(12.8, half=0.05, direction="up")),
    )

    def levels(base: int) -> list[Stated]:
        return told(
            f"Het waren er 1534 tegen {base} een jaar eerder.",
            ("1534", number(1534, "zeehond")),
            (str(base), number(base, "zeehond")),
            position=2,
        )

    assert found(rise, levels(1360)) == ["arithmetic_ok"]
    assert not found(rise, levels(1300))


@pytest.mark.parametrize(
    ("first", "second", "fits"),
    [
        ("Er staan 612 huizen leeg.", "Dat is 8 procent van onze 7650 woningen.", True),
        ("Van de 7650 huizen staan er 612 leeg.", "Dat is ongeveer 8 procent.", True),
        ("Er staan 612 huizen leeg.", "Dat is 9 procent van onze 7650 woningen.", False),
        ("Van de 7650 huizen staan er 612 leeg.", "Dat is meer dan de 8 procent elders.", False),
        ("Van de 7650 huizen staan er 612 leeg.", "Elders is dat 8 procent.", False),
    ],
)
def test_a_share_of_the_number_in_the_sentence_before(first: str, second: str, fits: bool) -> None:
    def counts(sentence: str, position: int) -> list[Stated]:
        ordered = sorted((w for w in ("612", "7650") if w in sentence), key=sentence.index)
        numbers = [(word, number(float(word), "huis")) for word in ordered]
        if "procent" in sentence:
            said_so = "8 procent" if "8 procent" in sentence else "9 procent"
            each = percent(float(said_so[0]), indicator="leegstand")
            numbers = [(said_so, each), *numbers]
        return told(sentence, *numbers, position=position)

    sentences = counts(first, 1), counts(second, 2)
    assert found(*sentences) == (["arithmetic_ok"] if fits else [])
