"""Reading and checking the word lists: from TOML in ``models/knowledge`` to the lexicon."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from pipeline.knowledge import fail, read_toml, read_tsv
from pipeline.quantities.lexicon import (
    HEDGES,
    KINDS,
    Changes,
    Hedges,
    HedgeWord,
    Lexicon,
    Numbers,
    Others,
    Rule,
    Scale,
    Split,
    Unit,
    Units,
    Vague,
)
from pipeline.quantities.phrases import Phrases
from pipeline.quantities.scan import fold


def read_lexicon() -> Lexicon:
    """Return all word lists.

    Raises:
        KnowledgeError: a word list breaks its rules; the message names file and line.
    """
    return Lexicon(_numbers(), _hedges(), _units(), _changes(), _others())


# ── helpers ───────────────────────────────────────────────────────────────────────────────────


def _words(name: str, values: object, needle: str) -> list[str]:
    if not isinstance(values, list) or not values:
        fail(name, needle, f"{needle}: a list of words is expected")
    for word in values:
        if not isinstance(word, str) or not word.strip():
            fail(name, needle, f"{needle}: {word!r} is no word")
    return [fold(word) for word in values]


def _table(name: str, data: Mapping[str, Any], key: str) -> dict[str, Any]:
    found = data.get(key)
    if not isinstance(found, dict):
        fail(name, key, f"the table [{key}] is missing")
    return found


def _tables(name: str, data: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    found = data.get(key)
    if not isinstance(found, list) or not found:
        fail(name, key, f"tables [[{key}]] are missing")
    return found


def _decimal(name: str, needle: str, value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | float):
        fail(name, needle, f"{needle}: {value!r} is no number")
    return Decimal(str(value))


def _decimals(name: str, data: Mapping[str, Any], key: str) -> dict[str, Decimal]:
    return {
        fold(word): _decimal(name, word, value) for word, value in _table(name, data, key).items()
    }


# ── number words ──────────────────────────────────────────────────────────────────────────────


def _numbers() -> Numbers:
    name = "number_words.toml"
    data = read_toml(name)
    units = _decimals(name, data, "units")
    tens = _decimals(name, data, "tens")
    small = units | _decimals(name, data, "teens") | tens
    for unit, ones in units.items():
        for ten, value in tens.items():
            small[f"{unit}en{ten}"] = value + ones
    scales: dict[str, Scale] = {}
    glued: list[tuple[str, int]] = []
    for table in _tables(name, data, "scale"):
        forms = _words(name, table.get("forms"), "forms")
        factor = _decimal(name, forms[0], table.get("factor"))
        if factor <= 1:
            fail(name, forms[0], f"{forms[0]}: the factor must be more than 1")
        scale = Scale(factor, bool(table.get("digits_only")), bool(table.get("money")))
        scales |= dict.fromkeys(forms, scale)
        if table.get("glued"):
            glued.append((forms[0], int(factor)))
    return Numbers(
        small=small,
        words=_decimals(name, data, "fixed"),
        scales=scales,
        glued_scales=tuple(sorted(glued, key=lambda entry: -entry[1])),
        denominators={
            word: int(value) for word, value in _decimals(name, data, "denominators").items()
        },
        fractions=_decimals(name, data, "fractions"),
        multiples=_decimals(name, data, "multiples"),
        manifolds=_decimals(name, data, "manifolds"),
        collectives=_decimals(name, data, "collectives"),
        vague=Phrases(_vague(name, data)),
    )


def _last_words(*files: str) -> Iterator[str]:
    """Yield the last word of each name in the tables, in lower case: Den Haag → haag."""
    for file in files:
        for row in read_tsv(f"{file}.tsv", columns=("name",)):
            yield row["name"].split()[-1].lower()


def _vague(name: str, data: Mapping[str, Any]) -> Iterator[tuple[str, Vague]]:
    for table in _tables(name, data, "vague"):
        forms = _words(name, table.get("forms"), "forms")
        bounds = [table.get("core"), table.get("outer")]
        if any(not isinstance(pair, list) or len(pair) != 2 for pair in bounds):
            fail(name, f'"{forms[0]}"', f"{forms[0]}: core and outer take two numbers each")
        low, high, outer_low, outer_high = (
            _decimal(name, forms[0], value) for pair in bounds for value in pair or ()
        )
        if not outer_low <= low <= high <= outer_high:
            fail(name, f'"{forms[0]}"', f"{forms[0]}: core must lie within outer")
        figure = table.get("figure", False)
        if not isinstance(figure, bool):
            fail(name, f'"{forms[0]}"', f"{forms[0]}: figure is true or false")
        for form in forms:
            yield form, Vague(low, high, outer_low, outer_high, figure)


# ── hedges ────────────────────────────────────────────────────────────────────────────────────


def _hedges() -> Hedges:
    name = "hedges.toml"
    data = read_toml(name)
    precision = _table(name, data, "precision")
    intervals = _table(name, data, "intervals")
    for needed in ("exact", *HEDGES):
        if needed not in intervals:
            fail(name, "[intervals", f"[intervals.{needed}] is missing")
    shares = precision.get("fractions")
    if not isinstance(shares, list) or not shares:
        fail(name, "fractions", "fractions: a list such as '1/4' is expected")
    prepositions = _table(name, data, "prepositions")
    points = []
    for share in shares:
        try:
            points.append(Fraction(str(share)) * 100)
        except ValueError:
            fail(name, str(share), f"{share!r} is no fraction")
    return Hedges(
        before=Phrases([*_hedge_words(name, data, "hedge"), *_stances(name, data)]),
        after=Phrases(_hedge_words(name, data, "after")),
        rules={key: _rule(name, key, rule) for key, rule in intervals.items()},
        round_cap=_decimal(name, "round_cap", precision.get("round_cap")),
        fraction_outer=_decimal(name, "fraction_outer", precision.get("fraction_outer")),
        fractions=tuple(
            sorted(Decimal(point.numerator) / Decimal(point.denominator) for point in points)
        ),
        prepositions=frozenset(_words(name, prepositions.get("words"), "[prepositions]")),
        articled=frozenset(_words(name, prepositions.get("articled"), "articled")),
        surveys=tuple(_words(name, prepositions.get("surveys"), "surveys")),
        linking={
            word: frozenset(_words(name, verbs, word))
            for word, verbs in _table(name, data, "linking").items()
        },
    )


def _hedge_words(name: str, data: Mapping[str, Any], key: str) -> Iterator[tuple[str, HedgeWord]]:
    for table in _tables(name, data, key):
        hedge = table.get("id")
        if hedge not in HEDGES:
            fail(name, f'id = "{hedge}"', f"{hedge!r} is no hedge; known are {', '.join(HEDGES)}")
        for phrase in _words(name, table.get("words"), f'id = "{hedge}"'):
            yield (
                phrase,
                HedgeWord(hedge, phrase, bool(table.get("open")), bool(table.get("aside"))),
            )


def _stances(name: str, data: Mapping[str, Any]) -> Iterator[tuple[str, HedgeWord]]:
    known = {phrase for phrase, _ in _hedge_words(name, data, "hedge")}
    for table in _tables(name, data, "stance"):
        for phrase in _words(name, table.get("words"), "[[stance]]"):
            if phrase not in known:
                aside = bool(table.get("aside"))
                yield phrase, HedgeWord("none", phrase, aside=aside, stance=True)


def _rule(name: str, key: str, table: Mapping[str, Any]) -> Rule:
    reach: list[Decimal | None] = []
    for part in ("core", "outer"):
        pair = table.get(part)
        if not isinstance(pair, list) or len(pair) != 2:
            fail(name, f"[intervals.{key}]", f"{key}: {part} takes two factors, below and above")
        for value in pair:
            factor = _decimal(name, f"[intervals.{key}]", value)
            if factor < 0:
                fail(name, f"[intervals.{key}]", f"{key}: a factor is never negative")
            reach.append(factor if factor.is_finite() else None)
    below, above, outer_below, outer_above = reach
    for inner, outer in ((below, outer_below), (above, outer_above)):
        if outer is not None and (inner is None or inner > outer):
            fail(name, f"[intervals.{key}]", f"{key}: core must lie within outer")
    low_open, high_open = bool(table.get("low_open")), bool(table.get("high_open"))
    return Rule(below, above, outer_below, outer_above, low_open, high_open)


# ── units ─────────────────────────────────────────────────────────────────────────────────────


def _units() -> Units:
    name = "units.toml"
    data = read_toml(name)
    after: dict[str, Unit] = {}
    before: dict[str, Unit] = {}
    for table in _tables(name, data, "unit"):
        identity, kind = table.get("id"), table.get("kind")
        needle = f'id = "{identity}"'
        if not isinstance(identity, str) or kind not in KINDS:
            fail(name, needle, f"{identity!r}: the kind must be one of {', '.join(KINDS)}")
        unit = Unit(identity, kind, _decimal(name, needle, table.get("factor", 1)))
        for target, key in ((after, "after"), (before, "before")):
            if key not in table:
                continue
            for form in _words(name, table[key], needle):
                if form in target:
                    fail(name, f'"{form}"', f"{form!r} already stands for {target[form].id}")
                target[form] = unit
    per = _table(name, data, "per")
    people = _table(name, data, "people")
    one = _table(name, data, "one")
    parts = _table(name, data, "parts")
    money = _table(name, data, "money_context")
    grades = _table(name, data, "grades")
    races = _table(name, data, "split_seconds")
    return Units(
        after=Phrases(after.items()),
        before=Phrases(before.items()),
        per=Phrases((word, word) for word in _words(name, per.get("words"), "[per]")),
        per_nouns=Phrases((word, word) for word in _words(name, per.get("nouns"), "[per]")),
        money_context=frozenset(_words(name, money.get("words"), "[money_context]")),
        money_suffixes=tuple(_words(name, money.get("suffixes"), "suffixes")),
        money_prefixes=tuple(_words(name, money.get("prefixes"), "prefixes")),
        ton_context=frozenset(_words(name, money.get("ton"), "ton")),
        million_context=frozenset(_words(name, money.get("millions"), "millions")),
        behind_millions=frozenset(_words(name, money.get("behind"), "behind")),
        counting=frozenset(_words(name, money.get("counting"), "counting")),
        weights=frozenset(_words(name, money.get("weights"), "weights")),
        grades=frozenset(_words(name, grades.get("words"), "[grades]")),
        scales=frozenset(_words(name, grades.get("scales"), "scales")),
        mass=frozenset(_words(name, money.get("mass"), "mass")),
        people=frozenset(_words(name, people.get("words"), "[people]")),
        people_suffixes=tuple(_words(name, people.get("suffixes"), "suffixes")),
        age_words=frozenset(_words(name, people.get("age_words"), "age_words")),
        not_aged=frozenset(_words(name, people.get("not_aged"), "not_aged")),
        lemmas={fold(word): str(lemma) for word, lemma in _table(name, data, "lemmas").items()},
        parts={key: _part(name, key, value) for key, value in parts.items()},
        leads=frozenset(_words(name, races.get("leads"), "leads")),
        sooner=frozenset(_words(name, races.get("sooner"), "sooner")),
        sizes=tuple(_words(name, _table(name, data, "sizes").get("words"), "[sizes]")),
        countries={
            kind: {stem: str(unit) for stem, unit in table.items()}
            for kind, table in _table(name, data, "countries").items()
        },
        one_units=frozenset(one.get("units", ())),
        one_before=frozenset(_words(name, one.get("before"), "before")),
        one_behind=frozenset(_words(name, one.get("behind"), "behind")),
    )


def _part(name: str, key: str, value: object) -> tuple[str, int]:
    if not isinstance(value, list) or len(value) != 2 or not isinstance(value[1], int):
        fail(name, f"{key} =", f"{key}: a smaller unit and how many of it are expected")
    return str(value[0]), value[1]


# ── changes and others ────────────────────────────────────────────────────────────────────────


def _changes() -> Changes:
    name = "changes.toml"
    data = read_toml(name)
    found: dict[str, dict[str, str]] = {"verbs": {}, "nouns": {}, "comparatives": {}}
    percent_only: dict[str, str] = {}
    after: list[tuple[str, str]] = []
    for direction in ("up", "down"):
        table = _table(name, data, direction)
        for role, words in found.items():
            words |= dict.fromkeys(_words(name, table.get(role), f"[{direction}]"), direction)
        phrases = _words(name, _table(name, data, "after").get(direction), "[after]")
        after += [(phrase, direction) for phrase in phrases]
        only = _table(name, data, "percent_only").get(direction)
        percent_only |= dict.fromkeys(_words(name, only, "[percent_only]"), direction)
    splits = []
    for table in _tables(name, data, "split"):
        if table.get("direction") not in {"up", "down"}:
            fail(name, "[[split]]", "the direction of a split verb is up or down")
        forms = frozenset(_words(name, table.get("forms"), "[[split]]"))
        splits.append(
            Split(table["direction"], forms, str(table.get("particle")), bool(table.get("close")))
        )
    between = _table(name, data, "between")
    sets = {
        key: frozenset(_words(name, between.get(key), key))
        for key in ("measure", "target", "source", "fillers", "circumstances")
    }
    levels = _words(name, between.get("levels"), "levels")
    held = _table(name, data, "held")
    return Changes(
        levels=tuple(levels),
        verbs=found["verbs"],
        nouns=found["nouns"],
        comparatives=found["comparatives"],
        percent_only=percent_only,
        held=frozenset(_words(name, held.get("nouns"), "[held]")),
        lost=frozenset(_words(name, held.get("lost"), "lost")),
        after=Phrases(after),
        splits=tuple(splits),
        **sets,
    )


def _others() -> Others:
    name = "nonquantities.toml"
    data = read_toml(name)
    labels: dict[str, str] = {}
    for kind, words in _table(name, data, "labels").items():
        labels |= dict.fromkeys(_words(name, words, kind), kind)
    years = _table(name, data, "years")
    acht = _table(name, data, "acht")
    emergency = _table(name, data, "emergency")
    return Others(
        labels=labels,
        names=Phrases(
            (phrase, "name")
            for phrase in _words(name, _table(name, data, "names").get("phrases"), "[names]")
        ),
        titles=frozenset(_words(name, _table(name, data, "names").get("titles"), "titles")),
        planned=frozenset(_words(name, years.get("planned"), "[years]")),
        years_before=frozenset(_words(name, years.get("before"), "[years]")),
        history=frozenset(_words(name, years.get("history"), "history")),
        months=frozenset(_words(name, years.get("months"), "months")),
        weekdays=frozenset(_words(name, years.get("weekdays"), "weekdays")),
        street_endings=tuple(_words(name, years.get("street_endings"), "street_endings")),
        ordinal_suffixes=frozenset(_words(name, years.get("ordinal_suffixes"), "ordinal")),
        pronoun_after_een=frozenset(_words(name, years.get("pronoun_after_een"), "pronoun")),
        pronoun_before_een=frozenset(_words(name, years.get("pronoun_before_een"), "pronoun")),
        emergency=frozenset(_words(name, emergency.get("numbers"), "numbers")),
        emergency_before=frozenset(_words(name, emergency.get("before"), "[emergency]")),
        emergency_near=frozenset(_words(name, emergency.get("near"), "[emergency]")),
        unaged=frozenset(_last_words("countries", "provinces", "municipalities", "parties")),
        given_names=frozenset(_last_words("given_names")),
        acht_before=frozenset(_words(name, acht.get("before"), "[acht]")),
        acht_after=frozenset(_words(name, acht.get("after"), "[acht]")),
        stops=frozenset(_words(name, _table(name, data, "stops").get("words"), "[stops]")),
    )
