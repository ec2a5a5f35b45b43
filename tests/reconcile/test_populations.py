from __future__ import annotations

import pytest

from pipeline.reconcile.populations import compare_populations, parse_population


@pytest.mark.parametrize(
    ("words", "group", "low", "high"),
    [
        ("jongeren", "jongeren", None, None),
        ("kinderen tot 18 jaar", "jongeren", None, 18),
        ("jeugdigen van 0 tot 18 jaar", "jongeren", None, 18),
        ("jongeren van 12 tot 23 jaar", "jongeren", 12, 23),
        ("inwoners vanaf 65 jaar", "inwoners", 65, None),
        ("inwoners 75 jaar en ouder", "inwoners", 75, None),
        ("leerlingen van 15 jaar", "leerlingen", 15, 16),
        ("huishoudens", "huishoudens", None, None),
        ("65-plussers", "inwoners", 65, None),
        ("80plussers", "inwoners", 80, None),
        ("volwassenen", "inwoners", 18, None),
        ("minderjarigen", "jongeren", None, 18),
        ("vissers", "vissers", None, None),
        ("24-jarigen", "inwoners", 24, 25),
        ("18- tot 25-jarigen", "inwoners", 18, 25),
        ("smeden en bakkers", "bakkers smeden", None, None),
        ("jongeren en kinderen", "jongeren", None, None),
        ("", "", None, None),
    ],
)
def test_parse(words: str, group: str, low: int | None, high: int | None) -> None:
    found = parse_population(words)
    assert (found.group, found.low, found.high) == (group, low, high)


@pytest.mark.parametrize(
    ("a", "b", "outcome"),
    [
        (None, None, None),
        ("jongeren", "kinderen", None),
        ("jongeren tot 18 jaar", "kinderen tot 18 jaar", None),
        ("jongeren tot 18 jaar", "jeugdigen van 0 tot 18 jaar", None),
        ("jongeren tot 18 jaar", "inwoners tot 18 jaar", None),
        ("jongeren tot 18 jaar", "jongeren tot 23 jaar", "population"),
        ("jongeren tot 18 jaar", "leerlingen tot 18 jaar", "population"),
        ("huishoudens", "inwoners", "population"),
        ("inwoners", "jongeren", "population"),
        ("jongeren", "jongeren tot 23 jaar", "population_unstated"),
        (None, "jongeren", "population_unstated"),
        ("65-plussers", "inwoners vanaf 65 jaar", None),
        ("65-plussers", "75-plussers", "population"),
        ("volwassenen", "inwoners vanaf 18 jaar", None),
        ("volwassenen", "inwoners vanaf 65 jaar", "population"),
        ("volwassenen", "inwoners", "population_unstated"),
        ("minderjarigen", "jongeren tot 18 jaar", None),
        ("18- tot 25-jarigen", "inwoners van 18 tot 25 jaar", None),
        ("smeden en bakkers", "bakkers en smeden", None),
        ("smeden en bakkers", "smeden", "population"),
    ],
)
def test_compare(a: str | None, b: str | None, outcome: str | None) -> None:
    assert compare_populations(a, b) == outcome
    assert compare_populations(b, a) == outcome
