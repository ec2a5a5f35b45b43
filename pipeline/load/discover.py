"""Finding the documents in files and folders, and reading them from disk.

Folders are walked in sorted order, so that every machine sees the same corpus in the same order.
What is passed over is reported: nothing disappears without a line.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pipeline.load.formats import ADVICE, SUFFIXES
from pipeline.load.metadata import metadata_name
from pipeline.records import SourceFile

# What lies between articles without being one; said in one word each.
_PASSED_OVER: Final = (
    ".toml .json .jsonl .csv .tsv .db .sqlite .xml .yaml .yml .ini .cfg .log .py .js .css .map "
    ".png .jpg .jpeg .gif .svg .webp .ico .tif .tiff .bmp .mp3 .mp4 .wav .woff .woff2 .ttf "
    ".zip .gz .tar .7z .tmp .bak .part .lock .url .lnk .webloc"
)
_NOT_DOCUMENTS: Final = frozenset(_PASSED_OVER.split())
_KINDS: Final = "feitenbank reads .txt, .md, .html, .pdf and .docx"
_NO_FILE: Final = (
    "not a file, or a link that leads nowhere; put the file itself there, or remove it"
)
# Browsers put the images and scripts of a saved page in a folder beside it.
_SAVED_PAGE_FOLDERS: Final = ("_files", "_bestanden", "-bestanden", ".files")


@dataclass(frozen=True, slots=True, order=True)
class FoundFile:
    """A file to ingest: where it is, the folder that was given, the posix path below it."""

    location: Path
    root: Path
    path: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was passed over.

    ``code``: not_found, unknown_type, not_a_document, unreadable, loop.
    """

    location: Path
    path: str
    code: str
    message: str


def discover(paths: Iterable[str | Path]) -> tuple[list[FoundFile], list[Skipped]]:
    """Return the documents in ``paths`` and what was passed over.

    A file that is named explicitly is always taken, so that :func:`pipeline.load.load` can say
    what is wrong with it; in folders, hidden files, ``README*``, metadata files and files that are
    plainly no document are left out. No file is returned twice.
    """
    found: list[FoundFile] = []
    skipped: list[Skipped] = []
    seen: set[str] = set()
    for given in paths:
        start = Path(given)
        if start.is_dir():
            items: Iterator[FoundFile | Skipped] = _walk(start.absolute())
        elif start.exists():
            location = start.absolute()
            items = iter([FoundFile(location, location.parent, printable(location.name))])
        else:
            items = iter(
                [_skip(start, printable(str(start)), "not_found", "no such file or folder")]
            )
        for item in items:
            if isinstance(item, Skipped):
                skipped.append(item)
                continue
            identity = os.path.realpath(item.location)
            if identity not in seen:
                seen.add(identity)
                found.append(item)
    return found, skipped


def read_source(found: FoundFile) -> SourceFile:
    """Read a file and the metadata file beside it.

    Raises:
        OSError: the file cannot be read.
    """
    beside = found.location.with_name(_sidecar(found.location))
    metadata = beside.read_bytes() if beside != found.location and beside.is_file() else None
    return SourceFile(found.path, found.location.read_bytes(), metadata)


def printable(name: str) -> str:
    """Return a file name as valid Unicode: bytes that are not UTF-8 become ``\\xe9``."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _sidecar(location: Path) -> str:
    return metadata_name(location.name)


def _walk(root: Path) -> Iterator[FoundFile | Skipped]:
    visited: set[str] = set()
    stack = [root]
    while stack:
        folder = stack.pop()
        real = os.path.realpath(folder)
        if real in visited:  # a symbolic link that leads back to where we have been
            yield _skip(folder, _relative(folder, root), "loop", "a link to a folder read already")
            continue
        visited.add(real)
        try:
            entries = sorted(folder.iterdir(), key=lambda entry: printable(entry.name))
        except OSError as error:
            yield _skip(
                folder,
                _relative(folder, root),
                "unreadable",
                f"the folder cannot be read ({error.strerror}); check its permissions",
            )
            continue
        names = {entry.name for entry in entries}
        folders: list[Path] = []
        for entry in entries:
            if entry.name.startswith((".", "~$", "__MACOSX")):
                continue
            if entry.is_dir():
                if not _belongs_to_saved_page(entry.name, names):
                    folders.append(entry)
                continue
            yield from _judge(entry, root)
        stack.extend(reversed(folders))


def _judge(entry: Path, root: Path) -> Iterator[FoundFile | Skipped]:
    path = _relative(entry, root)
    suffix = entry.suffix.lower()
    if entry.stem.upper().startswith("README") or _describes_another(entry):
        return
    if suffix in _NOT_DOCUMENTS:
        what = "metadata without an article beside it" if suffix == ".toml" else "not a document"
        yield _skip(entry, path, "not_a_document", what)
    elif not entry.is_file():
        yield _skip(entry, path, "unreadable", _NO_FILE)
    elif suffix in SUFFIXES or suffix in ADVICE:
        yield FoundFile(entry, root, path)
    else:
        message = f"unknown kind of file '{printable(suffix) or printable(entry.name)}'; {_KINDS}"
        yield _skip(entry, path, "unknown_type", message)


def _describes_another(entry: Path) -> bool:
    """Whether a file is the metadata file of an article beside it."""
    return entry.suffix.lower() == ".toml" and any(
        sibling.suffix.lower() in SUFFIXES and metadata_name(sibling.name) == entry.name
        for sibling in entry.parent.glob(f"{glob.escape(entry.stem)}*")
    )


def _belongs_to_saved_page(name: str, siblings: set[str]) -> bool:
    for ending in _SAVED_PAGE_FOLDERS:
        if name.endswith(ending):
            stem = name[: -len(ending)]
            return any(f"{stem}{suffix}" in siblings for suffix in (".html", ".htm", ".xhtml"))
    return False


def _relative(entry: Path, root: Path) -> str:
    return printable(entry.relative_to(root).as_posix())


def _skip(location: Path, path: str, code: str, message: str) -> Skipped:
    return Skipped(location, path, code, message)
