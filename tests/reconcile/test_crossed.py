from __future__ import annotations

from typing import Any

import pytest
from factory import stated
from test_matters import matter

from pipeline.reconcile.crossed import crossed
from pipeline.reconcile.records import Finding, Stated

ABOUT = (matter(names=frozenset({"Havenbedrijf Zoutkamp"})),) * 2
KINDS: dict[str, Any] = {"known": False, "topic": "zeehond"}


def rise(value: float = 30, **given: Any) -> Stated:
    """'30 procent meer gestrande zeehonden in 2023'."""
    made: dict[str, Any] = {"kind": "change", "statement": "change", "direction": "up"}
    made |= {"unit": "percent", "said_unit": "percent"}
    made |= {"label": "gestrande zeehond", "indicator": "gestrande-zeehond", "year": 2023}
    return stated(value, **KINDS | made | {"document": "d1", "source": "Krant"} | given)


def level(value: float, year: int, **given: Any) -> Stated:
    made: dict[str, Any] = {"kind": "count", "unit": "zeehond", "year": year}
    made |= {"label": "stranding van zeehonden", "indicator": "stranding-van-zeehonden"}
    return stated(value, **KINDS | made | {"document": "d2", "source": "Opvang"} | given)


def cross(first: list[Stated], second: list[Stated]) -> list[Finding]:
    found = list(crossed(first, second, ABOUT))
    assert found == list(crossed(second, first, ABOUT))
    return found


def test_a_rise_that_the_numbers_of_another_text_do_not_make() -> None:
    (found,) = cross([rise()], [level(200, 2022), level(220, 2023)])
    assert (found.kind, found.severity) == ("possible_conflict", "warning")
    assert [part for _, part in found.members] == ["stated", "base", "target"]
    assert "dat is 10 procent meer" in found.explanation_nl
    assert "that is 10 percent more" in found.explanation_en
    assert "Havenbedrijf Zoutkamp" in found.explanation_nl
    (turned,) = cross([rise(10)], [level(220, 2022), level(198, 2023)])
    assert "dat is 10 procent minder" in turned.explanation_nl


@pytest.mark.parametrize(
    ("change", "levels"),
    [
        (rise(10), [level(200, 2022), level(220, 2023)]),
        (rise(), [level(200, 2021), level(220, 2023)]),
        (rise(year=2022), [level(200, 2022), level(220, 2023)]),
        (rise(label="bruinvis", indicator="bruinvis"), [level(200, 2022), level(220, 2023)]),
        (rise(place="GM0114"), [level(200, 2022), level(220, 2023)]),
        (rise(stance="asks"), [level(200, 2022), level(220, 2023)]),
        (rise(), [level(200, 2022), level(220, 2023), level(90, 2022)]),
        (rise(source="Opvang"), [level(200, 2022), level(220, 2023)]),
    ],
)
def test_what_fits_or_is_of_something_else_is_not_told(
    change: Stated, levels: list[Stated]
) -> None:
    assert not cross([change], levels)


def test_a_change_that_its_own_text_explains_is_not_told() -> None:
    own = {"document": "d1", "source": "Krant", "label": "zeehond", "indicator": "zeehond"}
    figures = [
        level(100, 2022, together=1, part="base", **own),
        level(130, 2023, together=1, part="target", **own),
        rise(),
    ]
    assert not cross(figures, [level(200, 2022), level(220, 2023)])


COUNTED = "In 2023 werden 30 van de 200 zeehonden met een zender teruggezet."


def share(value: float, **given: Any) -> Stated:
    made: dict[str, Any] = {"label": "zender", "indicator": "zender", "population": "zeehonden"}
    return stated(value, **{"known": False, "topic": "zender", "year": 2023} | made | given)


def part(sentence: str = COUNTED, **given: Any) -> Stated:
    made: dict[str, Any] = {"surface": "30", "sentence": sentence, "offset": 16}
    return level(30, 2023, **made | given)


def test_a_share_that_a_count_of_a_whole_does_not_make() -> None:
    (found,) = cross([share(40)], [part()])
    assert found.kind == "possible_conflict"
    assert "‘30’ van de 200" in found.explanation_nl
    assert "dat is 15 procent" in found.explanation_nl


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (share(15), part()),
        (share(40, year=2022), part()),
        (share(40, label="virus"), part()),
        (share(40), part("In 2023 werden 30 zeehonden met een zender teruggezet.")),
        (share(40), part("In 2023 werden 30 van de 200 zeehonden teruggezet.")),
    ],
)
def test_shares_that_fit_or_are_of_something_else_are_not_told(one: Stated, other: Stated) -> None:
    assert not cross([one], [other])


def test_texts_that_share_nothing_are_not_crossed() -> None:
    about = ABOUT[0], matter()
    assert not list(crossed([rise()], [level(200, 2022), level(220, 2023)], about))
