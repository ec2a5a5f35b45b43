"""A component for spaCy that holds tables instead of a network, and how it is kept on disk."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable
from pathlib import Path
from typing import Any, ClassVar, Self

import srsly
from spacy.pipeline import Pipe


class LearnedTables(Pipe):
    """What was learned from annotated documents, as plain dictionaries in one MessagePack file.

    A component says what it keeps (:attr:`tables`) and takes it back (:meth:`set_tables`); spaCy
    writes and reads it with the rest of the pipeline.
    """

    #: The name of the file in the component's folder.
    file: ClassVar[str]

    @property
    @abstractmethod
    def tables(self) -> dict[str, Any]:
        """What was learned, by name: ``{'genders': {'huis': 'N|soort|ev|basis|onz|stan'}}``."""

    @abstractmethod
    def set_tables(self, tables: dict[str, Any]) -> None:
        """Take over what :attr:`tables` gave; whatever was worked out from others is forgotten."""

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write what was learned into the folder ``path``."""
        Path(path).mkdir(parents=True, exist_ok=True)
        (Path(path) / self.file).write_bytes(self.to_bytes(exclude=exclude))

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Self:
        """Read what :meth:`to_disk` wrote."""
        return self.from_bytes((Path(path) / self.file).read_bytes(), exclude=exclude)

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Return what was learned as bytes."""
        del exclude
        data: bytes = srsly.msgpack_dumps(self.tables)
        return data

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Self:
        """Read what :meth:`to_bytes` returned."""
        del exclude
        learned: Any = srsly.msgpack_loads(data)
        self.set_tables(learned)
        return self
