"""Write the examples in the documents from the program: ``python docs/examples.py``.

Whatever README.md and meaning.md show of the program's output stands between two markers, ::

    <!-- made: feitenbank conflicts --limit 3 -->
    …
    <!-- end -->

and is made anew by this script, so that no document shows what the program does not do. With
``--check`` nothing is written: the script says which blocks are out of date and leaves with 1.

The base behind the examples is built from ``corpus/`` in a folder of its own, as the first command
of README.md does; ``--pure`` leaves out the blocks that need it (and with it the model).
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from functools import cached_property
from math import inf
from pathlib import Path

from pipeline.knowledge import read_toml
from pipeline.periods import find as find_times
from pipeline.quantities import find as find_quantities
from pipeline.records import Anchor, Quantity
from pipeline.store.connect import open_to_read
from pipeline.store.evaluation import evaluate
from pipeline.store.words import number

ROOT = Path(__file__).resolve().parents[1]
PAGES = ("README.md", "docs/meaning.md")
WIDTH = "96"

_BLOCK = re.compile(r"<!-- made: (?P<what>.+?) -->\n(?P<body>.*?)<!-- end -->", re.DOTALL)
_SQL = re.compile(r"```sql\n(.*?)```", re.DOTALL)
_SECONDS = re.compile(r"\b\d+\.\d s\b")

# ── a base to show ────────────────────────────────────────────────────────────────────────────


class Workshop:
    """A folder with a copy of the articles, in which commands are run as a reader would."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(ROOT / "corpus", folder / "corpus")

    @cached_property
    def first(self) -> str:
        """What the first ``feitenbank ingest corpus`` says; the base exists afterwards."""
        return self._run("feitenbank ingest corpus")

    @property
    def base(self) -> Path:
        """The base that the first command builds."""
        assert self.first
        return self.folder / "output" / "feitenbank.db"

    def base_of(self, articles: Path) -> Path:
        """A base of the articles in a folder."""
        path = self.folder / f"{articles.name}.db"
        self._run(f"feitenbank ingest {shlex.quote(str(articles))} --db {shlex.quote(str(path))}")
        return path

    def run(self, command: str) -> str:
        """Return what ``command`` prints, on the base of the first command."""
        return self._run(command) if self.base.is_file() else ""

    def _run(self, command: str) -> str:
        program, *arguments = shlex.split(command)
        if program != "feitenbank":
            raise ValueError(f"only feitenbank can be run: {command}")
        mine = {key: value for key, value in os.environ.items() if not key.startswith("FEITENBANK")}
        done = subprocess.run(
            [sys.executable, "-m", "pipeline", *arguments],
            cwd=self.folder,
            env=mine | {"PYTHONPATH": str(ROOT), "COLUMNS": WIDTH, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        if done.returncode != 0:
            raise RuntimeError(f"{command}: exit code {done.returncode}\n{done.stderr}")
        return "\n".join(line.rstrip() for line in done.stdout.splitlines()).strip("\n")


# ── blocks that need no base ──────────────────────────────────────────────────────────────────

_HEDGED = (
    "8,78 procent", "12 procent", "378 duizend euro", "1.642 jongeren", "ruim 12 procent",
    "bijna vijftien procent", "ongeveer 7 procent", "zo'n 300 woningen", "meer dan 40 leerlingen",
    "minstens 40 leerlingen", "tot 40 leerlingen", "hooguit 40 leerlingen", "slechts 9 procent",
    "5 tot 6 procent", "een derde", "bijna een derde", "één op de zeven", "tientallen klachten",
)  # fmt: skip
_HEDGE_IDS = ("none", "above", "below", "about", "at_least", "at_most")
_TIMES = (
    "in 2022", "in maart 2019", "op 14 maart 2023", "in de eerste helft van 2020",
    "in het derde kwartaal van 2021", "in het schooljaar 2018/2019", "medio 2020", "sinds 2017",
    "van 2015 tot en met 2019", "tot 2030", "vorig jaar", "nu", "eind maart",
    "de afgelopen jaren", "tien maanden", "elke week",
)  # fmt: skip
_ANCHOR = Anchor("2023-03-14", "2023-03-14")


def hedged(_: Workshop | None) -> str:
    """The intervals that hedges make of numbers, as the program reads them."""
    rows = []
    for text in _HEDGED:
        (quantity,) = find_quantities(text).quantities
        rows.append((f"*{text}*", _core(quantity), _outer(quantity), f"`{quantity.hedge}`"))
    return _table(("said", "core interval", "outer interval", "hedge"), rows)


def hedge_rules(_: Workshop | None) -> str:
    """The factors of every hedge in ``hedges.toml``, with the first of its words."""
    rules = read_toml("hedges.toml")
    rows = []
    for name in _HEDGE_IDS:
        words = [word for each in rules["hedge"] if each["id"] == name for word in each["words"]]
        factors = rules["intervals"][name]
        shown = ", ".join(f"*{word}*" for word in words[:5])
        rows.append((f"`{name}`", shown, _reach(factors["core"]), _reach(factors["outer"])))
    return _table(("hedge", "for instance", "core", "outer"), rows)


def _reach(factors: tuple[float, float]) -> str:
    """Return factors of u as the ends of an interval around x."""
    low, high = (
        "unbounded" if factor == inf else "x" if factor == 0 else f"x {sign} {_times_u(factor)}"
        for factor, sign in zip(factors, "−+", strict=True)
    )
    return f"{low} … {high}"


def _times_u(factor: float) -> str:
    return "u" if factor == 1 else "u/2" if factor == 0.5 else f"{factor:g}u"


def times(_: Workshop | None) -> str:
    """What expressions of time become in an article of 14 March 2023."""
    rows = []
    for text in _TIMES:
        (found,) = find_times(text, _ANCHOR)
        value = found.edtf or found.iso8601 or ""
        days = f"{found.earliest or '…'} – {found.latest or '…'}" if found.edtf else "–"
        rows.append((f"*{text}*", f"`{value}`", days, found.kind))
    return _table(("said", "EDTF or ISO 8601", "first and last day", "kind"), rows)


def _core(quantity: Quantity) -> str:
    low = "(" if quantity.low_open or quantity.low is None else "["
    high = ")" if quantity.high_open or quantity.high is None else "]"
    return f"{low}{_bound(quantity.low, '−')}, {_bound(quantity.high, '')}{high}"


def _outer(quantity: Quantity) -> str:
    return f"{_bound(quantity.outer_low, '−')} to {_bound(quantity.outer_high, '')}"


def _bound(value: float | None, sign: str) -> str:
    return f"{sign}∞" if value is None else number(round(value, 3), "en")


# ── blocks that show a base ───────────────────────────────────────────────────────────────────


def scores(workshop: Workshop | None) -> str:
    """How well the example articles, and those that nothing was tuned on, come out."""
    assert workshop is not None
    gold = ROOT / "tests" / "gold"
    first, second, third = (gold / f"heldout{number}" for number in ("", 2, 3))
    bases = (
        (workshop.base, gold / "corpus_expected.json", gold / "corpus_spans.json"),
        (workshop.base_of(first), first / "expected.json", first / "spans.json"),
        (workshop.base_of(second), second / "expected.json"),
        (workshop.base_of(third), third / "expected.json"),
    )
    found: dict[str, list[str]] = {}
    for column, (path, *files) in enumerate(bases):
        db = open_to_read(path)
        try:
            for measure in (each for file in files for each in evaluate(db, file)):
                if measure.score is not None:
                    cell = f"{measure.score:.2f} ({measure.right} of {measure.of})"
                    found.setdefault(measure.name, ["–"] * len(bases))[column] = cell
        finally:
            db.close()
    return _table(
        ("measure", "corpus (16 articles)", "held-out (5)", "held-out 2 (5)", "held-out 3 (8)"),
        ((f"`{name}`", *cells) for name, cells in found.items()),
    )


def answer(workshop: Workshop, sql: str) -> str:
    """Return what a query answers, as a table."""
    db = sqlite3.connect(workshop.base)
    try:
        cursor = db.execute(sql)
        heads = [column[0] for column in cursor.description]
        rows = [[_cell(value) for value in row] for row in cursor]
    finally:
        db.close()
    if not rows:
        raise RuntimeError(f"this query finds nothing any more:\n{sql}")
    return _table(heads, rows)


def session(workshop: Workshop, command: str) -> str:
    """Return a command and what it prints, as a reader would see it.

    ``[CONDITION]`` stands for the id of the figure of ``figure_overview`` that meets it.
    """
    wanted = re.search(r"\[(.+)\]", command)
    if wanted is not None:
        command = command.replace(wanted[0], _figure(workshop, wanted[1]))
    printed = workshop.first if command == "feitenbank ingest corpus" else workshop.run(command)
    return f"```\n$ {command}\n{printed}\n```\n"


def _figure(workshop: Workshop, condition: str) -> str:
    db = sqlite3.connect(workshop.base)
    try:
        sql = f"SELECT figure FROM figure_overview WHERE {condition} ORDER BY figure LIMIT 1"
        row = db.execute(sql).fetchone()
    finally:
        db.close()
    if row is None:
        raise RuntimeError(f"no figure meets {condition}")
    return str(row[0])[:9]


def _cell(value: object) -> str:
    if isinstance(value, float):
        return number(value, "en")
    return "" if value is None else " ".join(str(value).split()).replace("|", "\\|")


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    lines = [list(heads)]
    lines += [["---"] * len(lines[0]), *(list(row) for row in rows)]
    return "\n" + "".join(f"| {' | '.join(line)} |\n" for line in lines) + "\n"


# ── writing and checking ──────────────────────────────────────────────────────────────────────

PURE: dict[str, Callable[[Workshop | None], str]] = {
    "hedged numbers": hedged,
    "hedges": hedge_rules,
    "times": times,
}


def renew(page: str, workshop: Workshop | None) -> str:
    """Return a page with its blocks made anew; without a workshop, those that need none."""

    def block(match: re.Match[str]) -> str:
        what = match["what"]
        if what in PURE:
            body = PURE[what](workshop)
        elif workshop is None:
            return match[0]
        elif what == "scores":
            body = scores(workshop)
        elif what == "answer":
            body = answer(workshop, _SQL.findall(page[: match.start()])[-1])
        else:
            body = session(workshop, what)
        if _timeless(body) == _timeless(match["body"]):
            body = match["body"]
        return f"<!-- made: {what} -->\n{body}<!-- end -->"

    return _BLOCK.sub(block, page)


def _timeless(text: str) -> str:
    """Leave out how long something took: that differs from run to run."""
    return _SECONDS.sub("", text)


def run(*, check: bool, pure: bool) -> int:
    """Write the pages, or with ``check`` say which would change; return the exit code."""
    stale = 0
    with tempfile.TemporaryDirectory() as folder:
        workshop = None if pure else Workshop(Path(folder))
        for name in PAGES:
            path = ROOT / name
            old = path.read_text(encoding="utf-8")
            new = renew(old, workshop)
            if new == old:
                continue
            stale += 1
            if check:
                print(f"{name} shows what the program does not say: run python docs/examples.py")
            else:
                path.write_text(new, encoding="utf-8")
                print(f"{name} written")
    return 1 if check and stale else 0


if __name__ == "__main__":
    raise SystemExit(run(check="--check" in sys.argv[1:], pure="--pure" in sys.argv[1:]))
