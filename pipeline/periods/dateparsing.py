"""Reading a whole day expression with dateparser, once per form.

The finder has cut the expression out and completed its year; dateparser reads it day first. It is
never asked to search: it finds dates in 'bij de' and 'Mei'.
"""

from __future__ import annotations

from datetime import datetime
from functools import cache, lru_cache
from typing import Any


@cache
def _parser() -> Any:
    # dateparser takes a tenth of a second to import, and many texts have no whole date.
    from dateparser.date import DateDataParser

    return DateDataParser(
        languages=["nl"],
        settings={
            "DATE_ORDER": "DMY",
            # only dates told in full: nothing may depend on the clock of this machine
            "PARSERS": ["absolute-time"],
            "RELATIVE_BASE": datetime(2000, 1, 1),
            "REQUIRE_PARTS": ["day", "month", "year"],
            "RETURN_AS_TIMEZONE_AWARE": False,
        },
    )


@lru_cache(maxsize=8192)
def read_day(text: str) -> datetime | None:
    """Return what dateparser reads in a day expression, or None where it does not know the form.

    >>> read_day("2 dec. 2019")
    datetime.datetime(2019, 12, 2, 0, 0)
    """
    found: datetime | None = _parser().get_date_data(text).date_obj
    return found
