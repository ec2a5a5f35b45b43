"""Reading the knowledge files: facts (TSV) and rules (TOML) that a domain person may change.

Every room reads its own files with these helpers and checks them while it does, so that a typing
error is reported with the file and the line it stands on instead of surfacing as a wrong fact.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Never, TypeGuard

from pipeline.resources import knowledge_folder


class KnowledgeError(ValueError):
    """A knowledge file breaks its own rules; the message names file, line and remedy."""

    def __init__(self, path: Path, line: int, message: str) -> None:
        super().__init__(f"{path.name}, line {line}: {message}")
        self.path = path
        self.line = line
        self.message = message

    def __reduce__(self) -> tuple[type[KnowledgeError], tuple[Path, int, str]]:
        # Exceptions with several arguments do not unpickle by themselves; workers send these back.
        return (KnowledgeError, (self.path, self.line, self.message))


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a TSV file: its cells by column name, and where it stands."""

    path: Path
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def fail(self, message: str) -> Never:
        """Raise the error that points at this line."""
        raise KnowledgeError(self.path, self.line, message)


def read_tsv(name: str, *, columns: tuple[str, ...]) -> Iterator[Row]:
    """Yield the rows of ``models/knowledge/NAME``; lines that start with ``#`` are comments.

    Raises:
        KnowledgeError: the header lacks one of ``columns``, or a row has another number of cells.
    """
    path = knowledge_folder() / name
    header: list[str] | None = None
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not raw.strip() or raw.startswith("#"):
            continue
        cells = raw.split("\t")
        if header is None:
            header = cells
            missing = [column for column in columns if column not in header]
            if missing:
                raise KnowledgeError(path, number, f"column {', '.join(missing)} is missing")
            continue
        if len(cells) != len(header):
            raise KnowledgeError(
                path, number, f"{len(cells)} cells where the header has {len(header)}"
            )
        yield Row(path, number, dict(zip(header, cells, strict=True)))


def read_toml(name: str) -> dict[str, Any]:
    """Return the content of ``models/knowledge/NAME``.

    Raises:
        KnowledgeError: the file is not valid TOML.
    """
    path = knowledge_folder() / name
    text = path.read_text(encoding="utf-8")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        raise KnowledgeError(path, int(found[1]) if found else 1, str(error)) from error


@dataclass(frozen=True, slots=True)
class RuleFile:
    """A TOML file of rules, each value checked for its type when it is asked for.

    >>> RuleFile.read("comparability.toml").words("sums", "weak")
    ('in totaal', 'totaal')
    """

    name: str
    content: dict[str, Any]

    @classmethod
    def read(cls, name: str, *, sections: tuple[str, ...] = ()) -> RuleFile:
        """Read ``models/knowledge/NAME``; where ``sections`` are given it has no others.

        Raises:
            KnowledgeError: the file is not valid TOML, or has a section that nothing reads.
        """
        content = read_toml(name)
        for section in content.keys() - set(sections) if sections else ():
            fail(name, section, f"nothing reads '{section}'; known are {', '.join(sections)}")
        return cls(name, content)

    def section(self, section: str) -> dict[str, Any]:
        """Return a table of the file.

        Raises:
            KnowledgeError: it is missing, or no table.
        """
        table = self.content.get(section)
        if not isinstance(table, dict):
            fail(self.name, section, f"the section [{section}] is missing")
        return table

    def entries(self, section: str) -> list[dict[str, Any]]:
        """Return the tables ``[[section]]``.

        Raises:
            KnowledgeError: there is none, or one is no table.
        """
        tables = self.content.get(section)
        if not isinstance(tables, list) or not tables or not all(map(_is_table, tables)):
            fail(self.name, section, f"a [[{section}]] is missing")
        return tables

    def keys(self, section: str, *, known: tuple[str, ...]) -> tuple[str, ...]:
        """Return the keys of a table, which must be the ``known`` ones.

        Raises:
            KnowledgeError: it has a key that nothing reads.
        """
        for key in self.section(section).keys() - set(known):
            fail(self.name, f"{key} =", f"[{section}]: nothing reads '{key}'")
        return known

    def words(self, section: str, key: str) -> tuple[str, ...]:
        """Return a list of texts.

        Raises:
            KnowledgeError: it is missing, or holds something else.
        """
        values = self.section(section).get(key)
        if not is_words(values):
            self.fail(section, f"needs {key}: a list of texts")
        return tuple(values)

    def number(self, section: str, key: str) -> float:
        """Return a number above zero.

        Raises:
            KnowledgeError: it is missing, no number, or too small.
        """
        value = self.section(section).get(key)
        if not isinstance(value, int | float) or isinstance(value, bool) or value <= 0:
            self.fail(section, f"needs {key}: a number above zero")
        return value

    def whole(self, section: str, key: str) -> int:
        """Return a whole number above zero.

        Raises:
            KnowledgeError: it is missing, or another kind of number.
        """
        value = self.number(section, key)
        if not isinstance(value, int):
            self.fail(section, f"needs {key}: a whole number above zero")
        return value

    def patterns(
        self, section: str, key: str, *, flags: int = re.I, groups: tuple[str, ...] = ()
    ) -> tuple[re.Pattern[str], ...]:
        """Return a list of compiled patterns, each with the named ``groups``.

        Raises:
            KnowledgeError: the list is missing, or a pattern does not compile or lacks a group.
        """
        found = []
        for text in self.words(section, key):
            pattern = compile_pattern(self.name, text, flags=flags)
            for group in groups:
                if group not in pattern.groupindex:
                    fail(self.name, text[:20], f"[{section}] {key}: the group {group} is missing")
            found.append(pattern)
        return tuple(found)

    def fail(self, section: str, message: str) -> Never:
        """Raise the :class:`KnowledgeError` that points at a section."""
        fail(self.name, f"[{section}]", f"[{section}] {message}")


def is_words(value: object) -> TypeGuard[list[str]]:
    """Tell whether a value is a list of texts, none of them empty."""
    return isinstance(value, list) and all(isinstance(word, str) and word for word in value)


def _is_table(value: object) -> bool:
    return isinstance(value, dict)


def compile_pattern(name: str, pattern: str, *, flags: int = re.I) -> re.Pattern[str]:
    """Compile a pattern of ``models/knowledge/NAME``.

    Raises:
        KnowledgeError: it is no valid pattern.
    """
    try:
        return re.compile(pattern, flags)
    except re.error as error:
        fail(name, pattern[:20], f"'{pattern}' is no valid pattern: {error}")


def line_of(name: str, needle: str) -> int:
    """Return the first line of a knowledge file in which ``needle`` stands (1 if nowhere).

    TOML values carry no line numbers once parsed; this finds them again for an error message.
    """
    path = knowledge_folder() / name
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if needle in line:
            return number
    return 1


def fail(name: str, needle: str, message: str) -> Never:
    """Raise the :class:`KnowledgeError` that points at the line in which ``needle`` stands."""
    raise KnowledgeError(knowledge_folder() / name, line_of(name, needle), message)


def fingerprint() -> str:
    """Return a hash of all knowledge files: documents are analysed again when it changes."""
    digest = hashlib.sha256()
    for path in sorted(knowledge_folder().iterdir()):
        if path.is_file():
            digest.update(path.name.encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
