"""What people decided, kept so that it holds in a base that is built anew.

A decision is keyed to content (the SHA-256 of a document, a name as it is written, the id of a
group, all of which follow from the bytes). Beside the base ``NAME.db`` stands
``NAME.decisions.jsonl`` with the same decisions, so that a base that was thrown away and built
again gets them back.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from pipeline.records import Entity
from pipeline.store.connect import BaseError
from pipeline.store.ids import decision_id
from pipeline.store.transaction import transaction


class DecisionsError(BaseError):
    """The file of decisions beside a base cannot be read."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision. ``kind``: published (``value`` is EDTF), alias (``subject`` is the name as
    written, ``value`` the entity, or empty: it is no name), verdict (``subject`` is a
    reconciliation or finding, ``value`` what was decided, ``figures`` what they said then).

    ``basis`` is what it rests on that may not be there later: of a finding its kind and documents
    (see :mod:`pipeline.store.followed`), of an entity known only from texts its kind and name."""

    id: str
    kind: str
    document_sha256: str | None
    subject: str
    value: str
    note: str | None
    decided_by: str
    decided_at: str
    undone_at: str | None = None
    figures: Mapping[str, str] | None = field(default=None, hash=False)
    basis: Mapping[str, Any] | None = field(default=None, hash=False)

    @property
    def entity(self) -> Entity | None:
        """Who a name is, where the knowledge files do not say."""
        if self.kind != "alias" or not self.basis:
            return None
        return Entity(self.value, self.basis["kind"], self.basis["name"])


_NAMES = tuple(field.name for field in fields(Decision))
_COLUMNS = ", ".join(f"decisions.{name}" for name in _NAMES)
_OBJECTS = ("figures", "basis")  # the last columns, JSON in the base
_SELECT = f"SELECT {_COLUMNS} FROM decisions"
_ORDER = " ORDER BY decided_at, id"


def all_decisions(db: sqlite3.Connection) -> tuple[Decision, ...]:
    """Return every decision, undone ones too, in the order in which they were taken."""
    return tuple(map(_decision, db.execute(_SELECT + _ORDER)))


def _decision(row: Sequence[Any]) -> Decision:
    plain, objects = row[: -len(_OBJECTS)], row[-len(_OBJECTS) :]
    return Decision(*plain, *(None if each is None else json.loads(each) for each in objects))


def decisions_for(db: sqlite3.Connection, *sha256: str) -> tuple[Decision, ...]:
    """Return the decisions that hold for the document with these bytes, the weightiest last.

    Decisions about all documents (an alias without a document) are among them, and weigh less
    than those about this one; of equals the latest weighs most. Of several hashes, those of the
    versions of one document, the last weighs most.
    """
    versions = json.dumps(sha256)
    return tuple(
        _decision(row)
        for row in db.execute(
            f"{_SELECT} LEFT JOIN json_each(?) v ON v.value = document_sha256 "
            "WHERE undone_at IS NULL AND kind IN ('published', 'alias') "
            "AND (v.key IS NOT NULL OR document_sha256 IS NULL) "
            "ORDER BY document_sha256 IS NOT NULL, v.key, decided_at, decisions.id",
            (versions,),
        )
    )


def inherit(db: sqlite3.Connection, before: str | None, now: str) -> None:
    """Let what was decided about a document hold for the version that takes its place.

    What was decided about that version itself goes before.
    """
    db.execute(
        "UPDATE decisions SET document_sha256 = ?2 WHERE document_sha256 = ?1 AND NOT EXISTS "
        "(SELECT 1 FROM decisions x WHERE x.document_sha256 = ?2 AND x.kind = decisions.kind "
        "AND x.subject = decisions.subject AND x.undone_at IS NULL)",
        (before, now),
    )


def decide(
    db: sqlite3.Connection,
    *,
    kind: str,
    subject: str,
    value: str,
    document_sha256: str | None,
    note: str | None,
    by: str,
    at: str,
    figures: Mapping[str, str] | None = None,
    basis: Mapping[str, Any] | None = None,
) -> Decision:
    """Store a decision; an earlier one about the same thing is undone by it."""
    decision = Decision(
        id=decision_id(kind, document_sha256, subject, value, at),
        kind=kind,
        document_sha256=document_sha256,
        subject=subject,
        value=value,
        note=note,
        decided_by=by,
        decided_at=at,
        figures=figures,
        basis=basis,
    )
    with transaction(db):
        db.execute(
            "UPDATE decisions SET undone_at = ? WHERE undone_at IS NULL AND kind = ? "
            "AND subject = ? AND document_sha256 IS ?",
            (at, kind, subject, document_sha256),
        )
        # The same decision in the same second, undone in between, has the same id.
        db.execute("DELETE FROM decisions WHERE id = ?", (decision.id,))
        _insert(db, decision)
    return decision


def undo(db: sqlite3.Connection, decision: str, *, at: str) -> None:
    """Undo a decision; it stays readable with the time at which it was undone."""
    with transaction(db):
        db.execute(
            "UPDATE decisions SET undone_at = ? WHERE id = ? AND undone_at IS NULL", (at, decision)
        )


def _insert(db: sqlite3.Connection, decision: Decision) -> None:
    marks = ", ".join("?" * len(_NAMES))
    db.execute(
        f"INSERT INTO decisions ({', '.join(_NAMES)}) VALUES ({marks}) "
        # One that is there already stays as it is; anything else that is wrong must be told.
        "ON CONFLICT (id) DO NOTHING",
        (
            *(getattr(decision, name) for name in _NAMES[: -len(_OBJECTS)]),
            *(_json(getattr(decision, name)) for name in _OBJECTS),
        ),
    )


def _json(value: Mapping[str, Any] | None) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False)


def decisions_file(base: Path) -> Path:
    """Return the file beside a base that holds its decisions."""
    return base.with_suffix(".decisions.jsonl")


def save_decisions(db: sqlite3.Connection, base: Path) -> None:
    """Write the decisions of a base to the file beside it, in one move, if it has others.

    Raises:
        DecisionsError: the file cannot be written.
    """
    target = decisions_file(base)
    temporary = target.with_name(target.name + ".new")
    lines = [json.dumps(asdict(decision), ensure_ascii=False) for decision in all_decisions(db)]
    text = "".join(f"{line}\n" for line in lines)
    try:
        if (target.read_text(encoding="utf-8") if target.exists() else "") == text:
            return
        temporary.write_text(text, encoding="utf-8")
        temporary.replace(target)
    except OSError as error:
        raise DecisionsError(
            f"{target} cannot be written ({error.strerror}); the decisions are in the base, and "
            "come into that file with the next command that adds or decides something"
        ) from error


def replay_decisions(db: sqlite3.Connection, base: Path) -> int:
    """Take decisions from the file beside a base that the base does not have; return how many.

    Raises:
        DecisionsError: a line of the file is no decision; the message names file, line, remedy.
    """
    source = decisions_file(base)
    if not source.is_file():
        return 0
    stored = {decision.id for decision in all_decisions(db)}
    missing = [each for each in _read(source) if each.id not in stored]
    with transaction(db):
        for decision in missing:
            try:
                _insert(db, decision)
            except sqlite3.IntegrityError as error:
                raise DecisionsError(
                    f"{source}: {decision.id} is no decision that this version knows ({error}); "
                    "mend or remove its line, the others stay as they are"
                ) from error
    return len(missing)


def _read(source: Path) -> list[Decision]:
    decisions = []
    for number, line in enumerate(source.read_text(encoding="utf-8").split("\n"), start=1):
        if not line.strip():
            continue
        try:
            decision = Decision(**json.loads(line))
            if not all(isinstance(getattr(decision, each), dict | None) for each in _OBJECTS):
                raise TypeError(f"{' or '.join(_OBJECTS)} is no object")
            decisions.append(decision)
        except (TypeError, ValueError) as error:
            raise DecisionsError(
                f"{source}, line {number} is no decision ({error}); mend or remove that line, "
                "the others stay as they are"
            ) from error
    return decisions
