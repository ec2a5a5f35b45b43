"""Names marked by reading, as stand-off labels: offsets and a fingerprint, never the text.

An annotator reads numbered sentences and writes the names down, one line a sentence:

    17: P Ans Jutstra | O Tweede Kamer | L Den Haag

P is a person, O an organisation, L a place. `compile_labels` finds each surface in the sentence
(every occurrence, whole words only) and refuses a line whose surface is not there, so that a slip
of the pen cannot become training data. What is kept is JSON Lines:

    {"sha256": "9f…", "start": 120, "end": 181, "entities": [[127, 138, "PERSON"], …]}

`sha256` is that of the article (title, blank line, text) in UTF-8; `start` and `end` bound the
sentence that was read; offsets count characters from the start of the article. Whoever has the
same articles can put labels and text together again with `documents`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LABELS = {"P": "PERSON", "O": "ORG", "L": "LOC"}
MAX_GAP = 3


class AnnotationError(ValueError):
    """A line that does not parse, or names a surface that its sentence lacks."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence that was read, with the names in it. Offsets are those of the article."""

    sha256: str
    start: int
    end: int
    entities: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A stretch of text with its names; offsets are those of `text`."""

    text: str
    entities: tuple[tuple[int, int, str], ...]


def fingerprint(article: str) -> str:
    """The key under which an article's labels are kept."""
    return hashlib.sha256(article.encode("utf-8")).hexdigest()


def article_text(title: str, text: str) -> str:
    """What is read and fingerprinted: the title, a blank line, the text as published."""
    return f"{title.strip()}\n\n{text}"


def parse_lines(lines: Iterable[str]) -> dict[int, list[tuple[str, str]]]:
    """Sentence number → (label, surface) pairs; a repeated number adds to the earlier line."""
    marked: dict[int, list[tuple[str, str]]] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        head, colon, body = line.partition(":")
        if not colon or not head.strip().isdigit():
            raise AnnotationError(f"line {number}: expected 'sentence: labels', got {line!r}")
        for part in filter(None, (piece.strip() for piece in body.split(" | "))):
            letter, _, surface = part.partition(" ")
            if letter not in LABELS or not surface:
                raise AnnotationError(f"line {number}: expected 'P name', got {part!r}")
            marked.setdefault(int(head), []).append((LABELS[letter], surface.strip()))
    return marked


def occurrences(surface: str, text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Whole-word places of `surface` in text[start:end]; a line break may stand for a space."""
    words = r"\s+".join(re.escape(word) for word in surface.split())
    pattern = re.compile(rf"(?<![\w-]){words}(?![\w-])")
    return [match.span() for match in pattern.finditer(text, start, end)]


def place_names(
    names: Sequence[tuple[str, str]], article: str, start: int, end: int
) -> tuple[tuple[int, int, str], ...]:
    """Spans of the names, longest first, without overlap.

    A sentence may have been cut inside a name ('… van de gemeente' / 'Diemen'); a surface that is
    not in the sentence itself may therefore begin in it and end shortly after it.
    """
    spans: list[tuple[int, int, str]] = []
    for label, surface in sorted(names, key=lambda name: -len(name[1])):
        found = occurrences(surface, article, start, end)
        if not found:
            reach = end + len(surface) + MAX_GAP
            found = [hit for hit in occurrences(surface, article, start, reach) if hit[0] < end]
        if not found:
            raise AnnotationError(f"{surface!r} is not in {article[start:end]!r}")
        spans += [
            (left, right, label)
            for left, right in found
            if all(right <= other[0] or left >= other[1] for other in spans)
        ]
    return tuple(sorted(spans))


def compile_labels(
    sentences: Iterable[Mapping[str, Any]],
    marked: Mapping[int, Sequence[tuple[str, str]]],
    articles: Mapping[str, str],
) -> Iterator[Passage]:
    """Passages of the sentences; one that has no line holds no names, which is data too."""
    for sentence in sentences:
        start = int(sentence["start"])
        end = start + len(sentence["text"])
        article = articles[sentence["sha256"]]
        names = marked.get(int(sentence["id"]), ())
        yield Passage(sentence["sha256"], start, end, place_names(names, article, start, end))


def write(passages: Iterable[Passage], path: Path) -> None:
    """One JSON object a line, in reading order."""
    rows = (
        {"sha256": p.sha256, "start": p.start, "end": p.end, "entities": p.entities}
        for p in passages
    )
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")


def read(path: Path) -> list[Passage]:
    """The passages of a file that `write` made."""
    passages = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        entities = tuple((left, right, label) for left, right, label in row["entities"])
        passages.append(Passage(row["sha256"], row["start"], row["end"], entities))
    return passages


def documents(passages: Iterable[Passage], articles: Mapping[str, str]) -> Iterator[Labelled]:
    """Labelled text: passages that follow each other in one article make one document."""
    run: list[Passage] = []
    for passage in sorted(passages, key=lambda p: (p.sha256, p.start)):
        if passage.sha256 not in articles:
            continue
        follows = run and passage.sha256 == run[-1].sha256
        if not follows or passage.start - run[-1].end > MAX_GAP:
            if run:
                yield _join(run, articles)
            run = []
        run.append(passage)
    if run:
        yield _join(run, articles)


def _join(run: Sequence[Passage], articles: Mapping[str, str]) -> Labelled:
    spans = sorted({span for passage in run for span in passage.entities})
    start, end = run[0].start, max(run[-1].end, *(span[1] for span in spans), 0)
    entities: list[tuple[int, int, str]] = []
    for left, right, label in spans:
        if not entities or left - start >= entities[-1][1]:
            entities.append((left - start, right - start, label))
    return Labelled(articles[run[0].sha256][start:end], tuple(entities))


def read_articles(path: Path) -> dict[str, str]:
    """Articles by fingerprint from JSON Lines with `title` and `text`."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    texts = (article_text(row["title"], row["text"]) for row in rows)
    return {fingerprint(text): text for text in texts}


def main() -> None:
    parser = argparse.ArgumentParser(description="Compile hand-written label lines.")
    parser.add_argument("sentences", type=Path, help="JSON Lines: id, sha256, start, text")
    parser.add_argument("labels", type=Path, help="lines such as '17: P Ans Jutstra | L Assen'")
    parser.add_argument("articles", type=Path, help="JSON Lines: title, text")
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    sentences = [json.loads(line) for line in options.sentences.read_text("utf-8").splitlines()]
    marked = parse_lines(options.labels.read_text("utf-8").splitlines())
    articles = read_articles(options.articles)
    passages = list(compile_labels(sentences, marked, articles))
    write(passages, options.output)
    names = sum(len(passage.entities) for passage in passages)
    print(f"{len(passages)} sentences with {names} names in {options.output}")


if __name__ == "__main__":
    main()
