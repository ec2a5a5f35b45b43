"""The codes of the base in words, Dutch and English, for explanations and for the site."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Literal

Lang = Literal["nl", "en"]


@cache
def all_words() -> Mapping[str, Mapping[str, tuple[str, str]]]:
    """Return Dutch and English of each code by family, as ``words.toml`` has them.

    >>> all_words()["verdict"]["contested"]
    ('omstreden', 'contested')
    """
    text = files("pipeline.store").joinpath("words.toml").read_text(encoding="utf-8")
    return {
        family: {code: (dutch, english) for code, (dutch, english) in codes.items()}
        for family, codes in tomllib.loads(text).items()
    }


def word(family: str, code: str | None, lang: Lang) -> str:
    """Return ``code`` in words; a code without words is shown as it is, with spaces.

    >>> word("verdict", "contested", "nl")
    'omstreden'
    """
    if not code:
        return ""
    known = all_words().get(family, {}).get(code)
    if known is None:
        return code.replace("_", " ")
    return known[0] if lang == "nl" else known[1]


def changed_since(row: Mapping[str, Any], lang: Lang) -> str:
    """Return what happened to the figures of a group since it was decided, in words.

    >>> changed_since({"new_figures": 2, "changed_figures": 0, "gone_figures": 1}, "nl")
    '2 nieuwe cijfers, 1 cijfer weg'
    """
    nl = lang == "nl"
    kinds = (
        ("new_figures", ("nieuw cijfer", "nieuwe cijfers"), ("new figure", "new figures")),
        (
            "changed_figures",
            ("cijfer anders gelezen", "cijfers anders gelezen"),
            ("figure read otherwise", "figures read otherwise"),
        ),
        ("gone_figures", ("cijfer weg", "cijfers weg"), ("figure gone", "figures gone")),
    )
    return ", ".join(
        f"{row[name]} {(dutch if nl else english)[row[name] != 1]}"
        for name, dutch, english in kinds
        if row[name]
    )


def number(value: float, lang: Lang = "nl") -> str:
    """Return a number as the language writes it; a fraction such as two thirds to four decimals.

    >>> number(1642), number(19.7)
    ('1.642', '19,7')
    """
    text = f"{value:,.4f}".rstrip("0").rstrip(".")
    if lang == "nl":
        return text.replace(",", "\0").replace(".", ",").replace("\0", ".")
    return text


def amount(value: float | None, unit: str | None, lang: Lang = "nl") -> str:
    """Return a number with its unit.

    >>> amount(12, "percent"), amount(800_000, "EUR"), amount(5, "aanbieder")
    ('12%', '€ 800.000', '5 aanbieder')
    """
    if value is None:
        return ""
    written = number(value, lang)
    if unit == "percent":
        return f"{written}%"
    if unit == "EUR":
        return f"€ {written}"
    if unit is None or unit in ("count", "ratio"):
        return written
    return f"{written} {word('unit', unit, lang)}"


def span(low: float | None, high: float | None, unit: str | None, lang: Lang = "nl") -> str:
    """Return an interval in words.

    >>> span(12, 12.5, "percent"), span(None, 40, None)
    ('12 tot 12,5%', 'hooguit 40')
    """
    if low is not None and high is not None:
        if low == high:
            return amount(low, unit, lang)
        joined = "tot" if lang == "nl" else "to"
        if unit == "EUR":
            return f"€ {number(low, lang)} {joined} {number(high, lang)}"
        return f"{number(low, lang)} {joined} {amount(high, unit, lang)}"
    if low is not None:
        return f"{'minstens' if lang == 'nl' else 'at least'} {amount(low, unit, lang)}"
    if high is not None:
        return f"{'hooguit' if lang == 'nl' else 'at most'} {amount(high, unit, lang)}"
    return "onbegrensd" if lang == "nl" else "unbounded"
