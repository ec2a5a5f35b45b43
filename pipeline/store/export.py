"""The base as files for other programs: CSV with descriptors, JSON Lines, Parquet.

The same base gives the same bytes: rows are ordered by id, and what is true of one machine or one
run only (absolute paths, clocks, run numbers, row numbers) is left out.
"""

from __future__ import annotations

import csv
import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pipeline.store.catalogue import TABLES, VIEWS
from pipeline.store.schema import Table, View

FORMATS: Final = ("csv", "jsonl", "parquet")

_BATCH = 10_000
# Columns of views have no declared type; these are the ones that are not text.
_VIEW_NUMBERS = frozenset({"value", "low", "high", "confidence"})
_VIEW_COUNTS = frozenset(
    {"urgency", "figures", "sources", "mentions", "documents", "files", "sentences"}
    | {"quantities", "issues", "new_figures", "changed_figures", "gone_figures"}
)


class ExportError(Exception):
    """The export cannot be made; the message says why and what to do about it."""


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    type: str  # string | number | integer, as in Frictionless
    description: str
    values: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True, slots=True)
class _Resource:
    name: str
    title: str
    description: str
    fields: tuple[_Field, ...]
    order: tuple[str, ...]
    key: tuple[str, ...]

    def rows(self, db: sqlite3.Connection) -> Iterator[tuple[Any, ...]]:
        names = ", ".join(f'"{field.name}"' for field in self.fields)
        order = ", ".join(f'"{name}"' for name in self.order)
        for row in db.execute(f"SELECT {names} FROM {self.name} ORDER BY {order}"):
            yield tuple(row)


def export(
    db: sqlite3.Connection, folder: Path, formats: Sequence[str] = FORMATS
) -> dict[str, int]:
    """Write every table and view to ``folder``, a folder for each format; return rows by name.

    Raises:
        ExportError: pyarrow is needed for Parquet and is not installed, a format is unknown, or
            the folder cannot be written.
    """
    writers = {name: _writer(name) for name in formats}
    resources = [*map(_table, (t for t in TABLES if t.exported)), *map(_view, VIEWS)]
    counts: dict[str, int] = {}
    try:
        for name, write in writers.items():
            target = folder / name
            target.mkdir(parents=True, exist_ok=True)
            for resource in resources:
                path = target / f"{resource.name}.{name}"
                counts[resource.name] = write(resource, db, path)
        if "csv" in formats:
            _descriptor(resources, folder / "csv", counts)
    except OSError as error:
        raise ExportError(
            f"{error.filename or folder} cannot be written: {error.strerror}"
        ) from error
    return counts


def _table(table: Table) -> _Resource:
    fields = tuple(
        _Field(
            column.name,
            _frictionless(column.type),
            column.en,
            column.values,
            required="NOT NULL" in column.type,
        )
        for column in table.columns
        if column.exported
    )
    names = {field.name for field in fields}
    key = table.order if set(table.order) <= names and len(table.order) < 4 else ()
    return _Resource(table.name, table.title, table.en, fields, table.order, key)


def _view(view: View) -> _Resource:
    fields = tuple(_Field(name, _view_type(name), english) for name, english, _ in view.columns)
    return _Resource(view.name, view.title, view.en, fields, view.order, ())


def _frictionless(sql: str) -> str:
    return {"REAL": "number", "INTEGER": "integer"}.get(sql.split()[0], "string")


def _view_type(name: str) -> str:
    if name in _VIEW_NUMBERS:
        return "number"
    return "integer" if name in _VIEW_COUNTS else "string"


def _writer(name: str) -> Callable[[_Resource, sqlite3.Connection, Path], int]:
    if name == "csv":
        return _write_csv
    if name == "jsonl":
        return _write_jsonl
    if name == "parquet":
        try:
            import pyarrow.parquet  # noqa: F401  (an extra; looked for before anything is written)
        except ImportError as error:
            raise ExportError(
                "Parquet needs pyarrow: install it with `pip install 'feitenbank[parquet]'`, "
                "or export with --format csv or --format jsonl"
            ) from error
        return _write_parquet
    raise ExportError(f"there is no format {name!r}; choose from {', '.join(FORMATS)}")


def _write_csv(resource: _Resource, db: sqlite3.Connection, path: Path) -> int:
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([field.name for field in resource.fields])
        for row in resource.rows(db):
            writer.writerow(row)
            count += 1
    return count


def _write_jsonl(resource: _Resource, db: sqlite3.Connection, path: Path) -> int:
    names = [field.name for field in resource.fields]
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        for row in resource.rows(db):
            file.write(json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) + "\n")
            count += 1
    return count


def _write_parquet(resource: _Resource, db: sqlite3.Connection, path: Path) -> int:
    import pyarrow as pa
    import pyarrow.parquet as pq

    types = {"string": pa.string(), "number": pa.float64(), "integer": pa.int64()}
    schema = pa.schema([(field.name, types[field.type]) for field in resource.fields])
    count = 0
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for batch in _batches(resource.rows(db)):
            columns = list(zip(*batch, strict=True))
            arrays = [
                pa.array(column, type=field.type)
                for column, field in zip(columns, schema, strict=True)
            ]
            writer.write_batch(pa.record_batch(arrays, schema=schema))
            count += len(batch)
    return count


def _batches(rows: Iterator[tuple[Any, ...]]) -> Iterator[list[tuple[Any, ...]]]:
    batch: list[tuple[Any, ...]] = []
    for row in rows:
        batch.append(row)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _descriptor(resources: Sequence[_Resource], folder: Path, counts: dict[str, int]) -> None:
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "feitenbank",
        "title": "Feitenbank",
        "description": "Figures from Dutch texts, with the words they come from.",
        "resources": [_described(each, folder, counts[each.name]) for each in resources],
    }
    text = json.dumps(package, ensure_ascii=False, indent=2) + "\n"
    (folder / "datapackage.json").write_text(text, encoding="utf-8")


def _described(resource: _Resource, folder: Path, rows: int) -> dict[str, Any]:
    path = folder / f"{resource.name}.csv"
    schema: dict[str, Any] = {
        "fields": [_field(field) for field in resource.fields],
        "missingValues": [""],
    }
    if resource.key:
        schema["primaryKey"] = list(resource.key)
    return {
        "name": resource.name.replace("_", "-"),
        "path": path.name,
        "title": resource.title,
        "description": resource.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": path.stat().st_size,
        "hash": f"sha256:{_sha256(path)}",
        "rows": rows,
        "schema": schema,
    }


def _field(field: _Field) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if field.required:
        constraints["required"] = True
    if field.values:
        constraints["enum"] = list(field.values)
    described: dict[str, Any] = {
        "name": field.name,
        "type": field.type,
        "description": field.description,
    }
    return described | ({"constraints": constraints} if constraints else {})


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            digest.update(chunk)
    return digest.hexdigest()
