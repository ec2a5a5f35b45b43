"""The part of EDTF (ISO 8601-2) that dates of publication use, and the days it stands for.

Years, months and days; ``?``, ``~`` and ``%`` behind them; intervals with ``..`` or nothing for an
open side. Seasons, sets and masked digits are no dates of publication.
"""

from __future__ import annotations

import calendar
import re
from datetime import date

_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[?~%]?", re.ASCII)


def bounds(edtf: str) -> tuple[str | None, str | None]:
    """Return the first and the last day of an EDTF value; None for an open side.

    >>> bounds("2023-11")
    ('2023-11-01', '2023-11-30')
    >>> bounds("2018/..")
    ('2018-01-01', None)

    Raises:
        ValueError: the value is no EDTF of the supported kind; the message says what is wrong.
    """
    text = edtf.strip()
    left, slash, right = text.partition("/")
    if not slash:
        return _point(text)
    earliest = None if left in ("", "..") else _point(left)[0]
    latest = None if right in ("", "..") else _point(right)[1]
    if earliest is None and latest is None:
        raise ValueError(f"'{edtf}' is open on both sides")
    if earliest and latest and latest < earliest:
        raise ValueError(f"'{edtf}' ends before it begins")
    return earliest, latest


def _point(text: str) -> tuple[str, str]:
    found = _POINT.fullmatch(text)
    if not found:
        raise ValueError(
            f"'{text}' is no date; write 2023, 2023-11, 2023-11-07 or an interval 2018/2019"
        )
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    try:
        first = date(year, month or 1, day or 1) if found[2] or not found[3] else None
        if first is None or (found[2] and month == 0) or (found[3] and day == 0):
            raise ValueError
        last_month = month or 12
        last = date(year, last_month, day or calendar.monthrange(year, last_month)[1])
    except ValueError:
        raise ValueError(f"'{text}' is no day of the calendar") from None
    return first.isoformat(), last.isoformat()
