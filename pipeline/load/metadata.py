"""The metadata file beside an article: ``NAME.toml`` next to ``NAME.txt``.

Five keys are known. Anything else, and any value that cannot be used, becomes an issue with file,
line and key; the rest of the file still counts.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date, datetime
from pathlib import PurePosixPath
from typing import Final

from pipeline.periods.edtf import parse_published
from pipeline.records import Issue, Metadata

KEYS: Final = ("title", "published", "source", "url", "language")

_UNREAD: Final = "no TOML, so that nothing in it counts; mend it"


def metadata_name(path: str) -> str:
    """Return the name of the metadata file of a document.

    >>> metadata_name("krant/brug.txt")
    'brug.toml'
    """
    return PurePosixPath(path).with_suffix(".toml").name


def read_metadata(data: bytes, *, name: str) -> tuple[Metadata, tuple[Issue, ...]]:
    """Read a metadata file; ``name`` is its name, for the messages.

    A published date may be a string (EDTF: ``"2023-11"``, ``"2018/2019"``), a TOML date, or a year.
    """
    try:
        text = data.decode("utf-8-sig")
        raw = tomllib.loads(text)
    except UnicodeDecodeError:
        return Metadata(), (_issue("metadata_unreadable", f"{name}: {_UNREAD}: save it as UTF-8"),)
    except tomllib.TOMLDecodeError as error:
        return Metadata(), (_issue("metadata_unreadable", f"{name}: {_UNREAD}: {error}"),)
    values: dict[str, str] = {}
    issues: list[Issue] = []
    for key, value in raw.items():
        where = f"{name}, line {_line_of(text, key)}: {key}"
        if key not in KEYS:
            message = f"{where} is no known key; known are {', '.join(KEYS)}"
            issues.append(_issue("metadata_unknown_key", message))
            continue
        try:
            values[key] = _value(key, value)
        except ValueError as error:
            issues.append(_issue("metadata_bad_value", f"{where}: {error}"))
    return Metadata(**values), tuple(issues)


def _value(key: str, value: object) -> str:
    if key == "published":
        if isinstance(value, datetime):
            value = value.date()
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
    if not isinstance(value, str):
        raise ValueError(f"a text in quotes is expected, not {value!r}")
    value = " ".join(value.split())
    if not value:
        raise ValueError("the value is empty; leave the line out instead")
    if key == "published":
        return parse_published(value).edtf
    if key == "language" and not re.fullmatch(r"[a-z]{2,3}(?:-[A-Za-z0-9]+)*", value):
        raise ValueError(f"'{value}' is no language code; write nl, fy, en …")
    if key == "url" and not re.match(r"https?://\S+$", value):
        raise ValueError(f"'{value}' is no web address; it must begin with https:// or http://")
    return value


def _line_of(text: str, key: str) -> int:
    pattern = re.compile(rf"""\s*\[*\s*["']?{re.escape(key)}\b""")
    for number, line in enumerate(text.splitlines(), start=1):
        if pattern.match(line):
            return number
    return 1


def _issue(code: str, message: str) -> Issue:
    return Issue("load", code, message, "warning")
