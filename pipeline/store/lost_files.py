"""Which documents have lost their files: told to a person, and nothing is deleted for it.

What a base says of a document stays when its file was removed or moved; an archivist must know that
it rests on something that is not there any more. The disk is looked at when it is asked, so that a
file that was put back is no longer told of.
"""

from __future__ import annotations

import os
import sqlite3
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pipeline.store.locations import on_disk
from pipeline.store.queries import Row


@dataclass(frozen=True, slots=True)
class LostFiles:
    """What became of the files of a base.

    ``documents``: those of which no file is left, with the file that was met last. ``elsewhere``:
    folders that are not on this machine, with the number of files that were therefore not looked
    for: a base may be read far from where it was made.
    """

    documents: tuple[Row, ...]
    elsewhere: dict[str, int]


def lost_files(
    db: sqlite3.Connection, *, below: Iterable[Path] = (), document: str | None = None
) -> LostFiles:
    """Look for the files of all documents, or of one, or of those that lay ``below`` some folders.

    A document that lies in several files has lost none while one of them is there. Versions that
    were superseded have no file by nature and are left out.
    """
    folders = tuple(map(Path.absolute, below))
    roots: dict[str, bool] = {}
    elsewhere: Counter[str] = Counter()
    left: dict[str, Row | None] = {}
    found = db.execute(
        "SELECT f.document, f.path, f.location, f.root, f.last_seen, d.title, "
        "(SELECT count(*) FROM figures x WHERE x.document = d.id) AS figures "
        "FROM files f JOIN documents d ON d.id = f.document WHERE d.superseded_by IS NULL "
        "AND (:document IS NULL OR d.id = :document) ORDER BY f.last_seen, f.path, f.location",
        {"document": document},
    )
    names = [column[0] for column in found.description]
    for values in found:
        row: Row = dict(zip(names, values, strict=True))
        identifier, root = str(row["document"]), str(row.pop("root"))
        if root not in roots:
            # Path.is_dir raises where one may not look.
            roots[root] = os.path.isdir(on_disk(root))  # noqa: PTH112
        if not roots[root]:
            elsewhere[root] += 1
            left[identifier] = None
        elif not _is_gone(row["location"]):
            left[identifier] = None
        elif left.get(identifier, row) is not None:
            left[identifier] = row
    lost = [row for row in left.values() if row is not None and _lies_in(row["location"], folders)]
    return LostFiles(
        tuple(sorted(lost, key=lambda row: (row["path"], row["document"]))),
        dict(sorted(elsewhere.items())),
    )


def _lies_in(location: str, folders: tuple[Path, ...]) -> bool:
    return not folders or any(on_disk(location).is_relative_to(folder) for folder in folders)


def _is_gone(location: str) -> bool:
    """Whether a file is certainly not there; one that may not be looked at is not gone."""
    try:
        on_disk(location).stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):
        return False
    return False
