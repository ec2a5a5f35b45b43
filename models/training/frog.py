"""Frog, the established Dutch tagger and lemmatiser, run on sentences that are divided already.

`apt install frog frogdata uctodata` (Debian; GPL 3).
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

AT_ONCE = 300  # sentences


@dataclass(frozen=True, slots=True)
class Opinion:
    """What Frog says of a word: the CGN tag in the notation of UD, and the lemma."""

    tag: str
    lemma: str


def universal(tag: str) -> str:
    """The notation of UD: N(soort,ev,basis) is N|soort|ev|basis."""
    name, _, features = tag.rstrip(")").partition("(")
    return "|".join([name, *features.split(",")]) if features else name


def read(sentences: Sequence[Sequence[str]], *, frogs: int = 2) -> Iterator[list[Opinion]]:
    """Yield Frog's opinion of each word, sentence by sentence.

    Several Frogs work side by side, each on a few hundred sentences at once: Frog keeps a whole
    file in mind, and slows down as that grows.
    """
    parts = [sentences[n : n + AT_ONCE] for n in range(0, len(sentences), AT_ONCE)]
    with ThreadPoolExecutor(frogs) as workers:
        for opinions in workers.map(_read, parts):
            yield from opinions


def _read(sentences: Sequence[Sequence[str]]) -> list[list[Opinion]]:
    lines = (" ".join(re.sub(r"\s", "_", word) for word in words) for words in sentences)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sentences.txt"
        path.write_text("\n".join(lines) + "\n", "utf-8")
        command = ["frog", "--skip=tpncam", "-n", "-t", str(path)]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    blocks = [block.splitlines() for block in told.strip("\n").split("\n\n")]
    opinions = []
    for words, block in zip(sentences, blocks, strict=True):
        columns = [line.split("\t") for line in block]
        if len(columns) != len(words):
            raise ValueError(f"Frog divided a sentence otherwise: {' '.join(words)}")
        opinions.append([Opinion(universal(column[4]), column[2]) for column in columns])
    return opinions
