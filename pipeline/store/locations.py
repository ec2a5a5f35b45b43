"""Where a file lies, as the base keeps it: a path, or a file: URL where no text can hold the path.

File names are bytes to most systems, and old archives have some that are not UTF-8. SQLite holds
text only, so that such a location is written as a URL, from which the same bytes come back.
"""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import unquote_to_bytes

_URL = "file://"


def stored(location: Path) -> str:
    """Return an absolute path as text that a base can hold.

    >>> stored(Path("/archief/café.txt"))
    '/archief/café.txt'
    """
    text = str(location)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return location.as_uri()
    return text


def on_disk(location: str) -> Path:
    """Return the path that :func:`stored` was given.

    >>> on_disk("file:///archief/caf%E9.txt").name
    'caf\\udce9.txt'
    """
    if location.startswith(_URL):
        return Path(os.fsdecode(unquote_to_bytes(location.removeprefix(_URL))))
    return Path(location)
