"""Labelled texts for the benchmarks: loading them, and pairing labels with what was found.

The labels of real news (``tests/gold/news``) come without the articles; the texts are joined on
the SHA-256 of their UTF-8, from JSONL files (plain or gzip, one object a line, field ``text``).
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

GOLD = Path(__file__).parent.parent / "tests" / "gold" / "news"
PARTS = ("dev", "test", "more", "test2", "sealed")
SEALED = "sealed"  # its scores may be printed, its errors not: nobody tunes on it

Label = Mapping[str, Any]
Article = Mapping[str, Any]  # its hash, address and date, and its labels


class Span(Protocol):
    """Anything that stands somewhere in a text (half-open)."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


def read_labels(path: Path) -> dict[str, dict[str, Any]]:
    """Return the labelled articles of a JSONL file by the hash of their text."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return {row["sha256"]: row for row in rows}


def read_texts(paths: Iterable[Path], wanted: Mapping[str, object]) -> dict[str, str]:
    """Return the texts whose hash is wanted, from JSONL files, gzipped or not."""
    texts: dict[str, str] = {}
    for path in paths:
        for line in lines(path):
            text = json.loads(line).get("text") or ""
            digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
            if digest in wanted:
                texts[digest] = text
    return texts


def read_part(paths: Iterable[Path], part: str) -> tuple[list[tuple[Article, str]], int]:
    """Return the labelled articles of a part with their texts, and how many the files lack."""
    labels = read_labels(GOLD / part / "labels.jsonl")
    texts = read_texts(paths, labels)
    found: list[tuple[Article, str]] = [
        (row, texts[digest]) for digest, row in labels.items() if digest in texts
    ]
    return found, len(labels) - len(found)


def parse(doc: str, arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return what the finders' benchmarks are asked: articles, part, errors; ``doc`` says what for.

    The errors of the sealed part are refused.
    """
    parser = argparse.ArgumentParser(description=doc.splitlines()[0])
    parser.add_argument("articles", nargs="+", type=Path, help="JSONL with a field 'text'")
    parser.add_argument("--part", choices=PARTS, default="dev")
    parser.add_argument("--errors", action="store_true", help="print what went wrong")
    options = parser.parse_args(arguments)
    if options.part == SEALED and options.errors:
        parser.error("this part is sealed: its errors are not shown")
    return options


def counted(articles: Sequence[object], absent: int) -> str:
    """Return how many articles were read, and how many could not be."""
    return f"{len(articles)} articles" + (f", {absent} absent from the files" if absent else "")


def lines(path: Path) -> Iterator[str]:
    """Yield the lines of a text file, gzipped or not."""
    if path.suffix == ".gz":
        with gzip.open(path, "rt", encoding="utf-8") as packed:
            yield from packed
    else:
        with path.open(encoding="utf-8") as plain:
            yield from plain


def around(text: str, start: int, end: int, *, reach: int = 60) -> str:
    """Return a span in brackets with what stands around it, in one line."""
    shown = f"{text[max(start - reach, 0) : start]}[{text[start:end]}]{text[end : end + reach]}"
    return " ".join(shown.split())


def overlaps(label: Label, span: Span) -> bool:
    """Whether a label and a span share at least one character."""
    return bool(label["start"] < span.end and span.start < label["end"])


def pair(labels: Sequence[Label], found: Sequence[Span]) -> dict[int, int]:
    """Pair labels with spans that overlap them, one to one, the closest first."""
    near = sorted(
        (abs(label["start"] - span.start) + abs(label["end"] - span.end), n, k)
        for n, label in enumerate(labels)
        for k, span in enumerate(found)
        if overlaps(label, span)
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, n, k in near:
        if n not in pairs and k not in taken:
            pairs[n] = k
            taken.add(k)
    return pairs
