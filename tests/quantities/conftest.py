"""The notation in which tests write down what a sentence must hold."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.quantities import find
from pipeline.records import Quantity

Check = Callable[[str, list[str]], None]


def said(quantity: Quantity) -> str:
    """Return a quantity in the notation of the rows."""
    return "|".join((quantity.surface, quantity.kind, str(quantity.unit), quantity.hedge))


def check_quantity(quantity: Quantity, expected: str) -> None:
    """Compare one quantity with its row: words, kind, unit, value, hedge, ``field=value``."""
    surface, kind, unit, value, *rest = expected.split("|")
    fields = [field for field in rest if "=" in field]
    hedges = [field for field in rest if "=" not in field]
    hedge = hedges[0] if hedges else "none"
    assert said(quantity) == "|".join((surface, kind, unit, hedge))
    if "~" in value:
        low, high = (float(bound) for bound in value.split("~"))
        assert (quantity.value, quantity.low, quantity.high) == (None, low, high)
    else:
        assert quantity.value == pytest.approx(float(value), rel=1e-4)
    for field in ";".join(fields).split(";") if fields else ():
        name, _, wanted = field.partition("=")
        assert str(getattr(quantity, name)) == wanted


def check_text(text: str, expected: list[str]) -> None:
    """Compare all quantities of a text with their rows, in order; nothing may stay unread."""
    found = find(text)
    assert [q.surface for q in found.quantities] == [row.split("|")[0] for row in expected]
    for quantity, row in zip(found.quantities, expected, strict=True):
        check_quantity(quantity, row)
        assert text[quantity.start : quantity.end] == quantity.surface
    assert found.unread == ()


@pytest.fixture
def check() -> Check:
    """Return the comparison of a text with its rows."""
    return check_text
