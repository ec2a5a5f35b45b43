"""When a document must be analysed again: its bytes, or anything that its analysis rests on.

A fingerprint is a hash over what goes into an analysis. Two runs with the same fingerprint would
give the same facts, so the second does nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import cache
from importlib import metadata
from pathlib import Path

from pipeline import __version__, knowledge
from pipeline.resources import default_model
from pipeline.store.decisions import Decision


def sha256(data: bytes) -> str:
    """Return the SHA-256 of bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def document_fingerprint(
    data_sha256: str,
    metadata_sha256: str | None,
    decisions: Sequence[Decision],
    *,
    tools: str,
) -> str:
    """Return the fingerprint of a document's analysis; ``tools`` is :func:`tools_fingerprint`."""
    # What was decided counts, not by whom or when: a replayed decision changes nothing.
    said = [(decision.kind, decision.subject, decision.value) for decision in decisions]
    said += [
        ("entity", entity.kind, entity.name)
        for entity in (decision.entity for decision in decisions)
        if entity is not None
    ]
    return _hash(data_sha256, metadata_sha256 or "", json.dumps(said), tools)


def tools_fingerprint(model: str | Path | None) -> str:
    """Return the fingerprint of the code, the knowledge files and the model."""
    return _hash(__version__, _code(), knowledge.fingerprint(), model_fingerprint(model))


def model_fingerprint(model: str | Path | None) -> str:
    """Return what tells a model from another, without loading it.

    A folder is known by its files (weights that are trained further have the same size as before),
    a package by its version. A model that cannot be found has an empty fingerprint: loading it
    will say so.
    """
    folder = Path(model) if model is not None else default_model()
    if folder.is_dir():
        parts: list[str] = []
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                with path.open("rb") as opened:
                    content = hashlib.file_digest(opened, "sha256").hexdigest()
                parts += [path.relative_to(folder).as_posix(), content]
        return _hash(*parts)
    try:
        return f"{model}-{metadata.version(str(model))}"
    except metadata.PackageNotFoundError:
        return ""


@cache
def _code() -> str:
    digest = hashlib.sha256()
    package = Path(__file__).resolve().parent
    for path in sorted(package.rglob("*.py")):
        digest.update(path.relative_to(package).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _hash(*parts: str) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.encode("utf-8"))
        digest.update(b"\0")
    return digest.hexdigest()[:16]
