"""What each component of a language model costs, and whether its memory grows.

    python benchmarks/model_speed.py articles.jsonl.gz [--model PATH] [--words 1000000]

Processor time is given (the clock depends on what else a machine does), on one core: run it with
``OMP_NUM_THREADS=1``. The articles are read a paragraph at a time in batches, each in a memory zone
of spaCy's, as Feitenbank does; the memory is that of the process after each tenth of the words.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from news import lines

from pipeline.analyse.model import load_model

if TYPE_CHECKING:
    from spacy.language import Language

_BATCH = 128
_SAMPLE = 20_000  # words, for the cost of each component


def paragraphs(path: Path) -> Iterator[str]:
    """Yield the paragraphs of a JSONL file of articles, gzipped or not, again and again."""
    while True:
        for row in lines(path):
            yield from filter(None, map(str.strip, json.loads(row)["text"].split("\n")))


def component_costs(nlp: Language, texts: Sequence[str]) -> dict[str, float]:
    """Return microseconds a word by component; the tokenizer is the first."""
    began = time.process_time()
    docs = [nlp.make_doc(text) for text in texts]
    words = sum(map(len, docs))
    costs = {"tokenizer": time.process_time() - began}
    for name, component in nlp.pipeline:
        began = time.process_time()
        docs = list(component.pipe(docs, batch_size=_BATCH))
        costs[name] = time.process_time() - began
    return {name: cost / words * 1e6 for name, cost in costs.items()}


def run(nlp: Language, texts: Iterator[str], words: int) -> Iterator[tuple[int, float, int]]:
    """Yield words read, processor seconds and megabytes, after each tenth of the words."""
    done, step, began = 0, words // 10, time.process_time()
    while done < words:
        with nlp.memory_zone():
            done += sum(map(len, nlp.pipe(islice(texts, _BATCH), batch_size=_BATCH)))
        if done >= step:
            step += words // 10
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            yield done, time.process_time() - began, peak


def main() -> int:
    """Print the costs and the course of the memory."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", type=Path, help="JSONL with a field 'text'")
    parser.add_argument("--model")
    parser.add_argument("--words", type=int, default=1_000_000)
    options = parser.parse_args()
    nlp = load_model(options.model)
    texts = paragraphs(options.articles)
    sample: list[str] = []
    while sum(len(text.split()) for text in sample) < _SAMPLE:
        sample.extend(islice(texts, 50))
    component_costs(nlp, sample[:100])  # the first call is slower
    costs = component_costs(nlp, sample)
    for name, cost in costs.items():
        print(f"{name:<24} {cost:6.1f} µs a word")
    print(f"{'together':<24} {sum(costs.values()):6.1f} µs a word")
    for done, seconds, megabytes in run(nlp, texts, options.words):
        print(f"{done:>9} words  {done / seconds:6.0f} words a second  {megabytes} MB at most")
    return 0


if __name__ == "__main__":
    sys.exit(main())
