from __future__ import annotations

import doctest
import importlib.util
import os
import re
import shlex
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import click
import pytest

from pipeline.cli import VERBS, main
from pipeline.resources import default_model

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = (
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "benchmarks/README.md",
    "corpus/README.md",
    "docs/README.md",
    "docs/meaning.md",
    "models/README.md",
    "models/knowledge/README.md",
    "output/README.md",
    "tests/gold/README.md",
)
LARGEST_PICTURE = 300_000

needs_model = pytest.mark.skipif(
    not (default_model() / "meta.json").is_file(),
    reason="this checkout has no trained model in models/",
)


def script(path: str) -> ModuleType:
    """A script of the repository as a module."""
    spec = importlib.util.spec_from_file_location(Path(path).stem, ROOT / path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


examples = script("docs/examples.py")


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory):
    """A folder in which the README's commands are run on the articles of ``corpus/``."""
    return examples.Workshop(tmp_path_factory.mktemp("readme") / "workshop")


def code_blocks(page: str, language: str) -> list[str]:
    """The blocks of code in one language."""
    return re.findall(rf"```{language}\n(.*?)```", page, re.DOTALL)


# ── what is shown is what the program says ────────────────────────────────────────────────────


@pytest.mark.parametrize("page", examples.PAGES)
def test_examples_that_need_no_base_are_up_to_date(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    assert examples.renew(text, None) == text, "run python docs/examples.py"


@needs_model
@pytest.mark.parametrize("page", examples.PAGES)
def test_examples_are_up_to_date(page: str, workshop) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    assert examples.renew(text, workshop) == text, "run python docs/examples.py"


def test_a_stale_example_is_noticed() -> None:
    page = "<!-- made: times -->\n\n| 1 april is in mei |\n<!-- end -->\n"
    renewed = examples.renew(page, None)
    assert "1 april" not in renewed
    assert "`2018-08/2019-07`" in renewed
    assert examples.renew(renewed, None) == renewed


def test_how_long_a_run_took_does_not_make_an_example_stale() -> None:
    class Fake:
        first = "16 files in 9.9 s: 16 new"

    page = (
        "<!-- made: feitenbank ingest corpus -->\n"
        "```\n$ feitenbank ingest corpus\n16 files in 3.1 s: {outcome}\n```\n<!-- end -->\n"
    )
    same, other = page.format(outcome="16 new"), page.format(outcome="15 new, 1 rejected")
    assert examples.renew(same, Fake()) == same
    assert "in 9.9 s: 16 new" in examples.renew(other, Fake())


def test_python_examples_hold() -> None:
    tests = doctest.DocTestParser().get_doctest(
        "\n".join(code_blocks(README, "python")), {}, "README.md", "README.md", 0
    )
    assert tests.examples
    outcome = doctest.DocTestRunner().run(tests)
    assert outcome.failed == 0


@needs_model
def test_queries_find_something(workshop) -> None:
    queries = code_blocks(README, "sql")
    queries += re.findall(r'read_sql\("(.+?)"', README)
    assert len(queries) >= 2
    db = sqlite3.connect(workshop.base)
    try:
        for query in queries:
            assert db.execute(query).fetchall(), query
    finally:
        db.close()


# ── commands ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("marker", ["first command", "second command"])
def test_the_gate_can_find_the_command(marker: str) -> None:
    assert README.count(f"<!-- {marker} -->\n```sh\n") == 1
    command = README.split(f"<!-- {marker} -->\n```sh\n")[1].split("```")[0]
    assert command.startswith("python3 -m venv .venv && ")
    assert len(command.splitlines()) == 1


def commands() -> Iterator[tuple[str, str]]:
    """The commands that a reader of the pages is told to type."""
    for page in PAGES:
        path = ROOT / page
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        for block in code_blocks(text, "sh"):
            for line in block.splitlines():
                for part in line.split("&&"):
                    found = re.match(r"\s*(?:\S*/)?feitenbank (.+?)(?: [>#] ?.*)?$", part)
                    if found is not None:
                        yield page, found[1]


@pytest.mark.parametrize(("page", "command"), sorted(set(commands())))
def test_commands_exist(page: str, command: str) -> None:
    arguments = shlex.split(command, comments=True)
    context = click.Context(main)
    found: click.Command | None = main
    while isinstance(found, click.Group):
        assert arguments, f"{page}: {command}"
        found = found.get_command(context, arguments.pop(0))
    assert found is not None, f"{page}: {command}"
    options = {name for parameter in found.params for name in parameter.opts}
    used = {argument for argument in arguments if argument.startswith("--")}
    assert used - options == set(), f"{page}: {command}"


def test_the_readme_shows_most_verbs() -> None:
    shown = {verb for verb in VERBS if f"feitenbank {verb}" in README}
    assert set(VERBS) - shown <= {"status", "entities", "show"}


# ── links and pictures ────────────────────────────────────────────────────────────────────────


def links() -> Iterator[tuple[str, str]]:
    """Every link of a page to a file of the repository, or to a heading."""
    for page in PAGES:
        path = ROOT / page
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        for target in re.findall(r"\]\(([^)\s]+)\)", text):
            if "://" not in target:
                yield page, target


def slugs(page: Path) -> set[str]:
    """The addresses of the headings of a page."""
    heads = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize(("page", "target"), sorted(set(links())))
def test_links_lead_somewhere(page: str, target: str) -> None:
    name, _, heading = target.partition("#")
    path = (ROOT / page).parent / name if name else ROOT / page
    if "nl_feitenbank" in target and not (default_model() / "meta.json").is_file():
        pytest.skip("this checkout has no trained model in models/")
    assert path.exists(), f"{page}: {target}"
    if heading:
        assert heading in slugs(path), f"{page}: {target}"


@pytest.mark.parametrize("page", PAGES)
def test_pages_exist_and_say_something(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    assert len(text) > 200
    assert "@@" not in text


def test_pictures_are_small() -> None:
    pictures = [target for page, target in links() if page == "README.md" and ".png" in target]
    assert pictures
    for target in pictures:
        data = (ROOT / target).read_bytes()
        assert data.startswith(b"\x89PNG")
        assert len(data) < LARGEST_PICTURE


# ── the gate ──────────────────────────────────────────────────────────────────────────────────


def test_the_gate_can_be_run() -> None:
    for name in ("run", "raise_floors"):
        assert os.access(ROOT / ".ci" / name, os.X_OK)


class TestFloors:
    floors = script(".ci/floors.py")

    @pytest.mark.parametrize(
        ("scores", "problems"),
        [
            ({"a": {"x": 0.5, "y": 0.7}}, []),
            ({"a": {"x": 0.6, "y": 0.7}, "b": {"z": 0.1}}, []),
            ({"a": {"x": 0.490, "y": 0.7}}, ["a: x is 0.490, below its floor of 0.500"]),
            ({"a": {"x": 0.5}}, ["a: y is no longer measured (floor 0.700)"]),
            (
                {},
                [
                    "a: x is no longer measured (floor 0.500)",
                    "a: y is no longer measured (floor 0.700)",
                ],
            ),
        ],
    )
    def test_what_fell_is_named(self, scores, problems) -> None:
        assert self.floors.fallen(scores, {"a": {"x": 0.5, "y": 0.7}}) == problems

    @pytest.mark.parametrize(("score", "code", "after"), [(0.9, 0, 0.9), (0.4, 1, 0.5)])
    def test_floors_rise_and_do_not_fall(
        self, monkeypatch, tmp_path: Path, capsys, score: float, code: int, after: float
    ) -> None:
        path = tmp_path / "floors.json"
        path.write_text('{"a": {"x": 0.5}}', encoding="utf-8")
        monkeypatch.setattr(self.floors, "FLOORS", path)
        monkeypatch.setattr(self.floors, "measured", lambda *_: {"a": {"x": score}})
        assert self.floors.main(["corpus.db", "1.db", "2.db", "3.db", "--raise"]) == code
        assert self.floors.read() == {"a": {"x": after}}
        assert bool(capsys.readouterr().err) == bool(code)

    def test_comparing_writes_nothing(self, monkeypatch, tmp_path: Path) -> None:
        path = tmp_path / "floors.json"
        path.write_text('{"a": {"x": 0.5}}', encoding="utf-8")
        monkeypatch.setattr(self.floors, "FLOORS", path)
        monkeypatch.setattr(self.floors, "measured", lambda *_: {"a": {"x": 0.9}})
        assert self.floors.main(["corpus.db", "1.db", "2.db", "3.db"]) == 0
        assert self.floors.read() == {"a": {"x": 0.5}}

    def test_every_set_has_floors(self) -> None:
        assert set(self.floors.read()) == {
            "corpus expected",
            "corpus spans",
            "held-out expected",
            "held-out spans",
            "held-out 2 expected",
            "held-out 3 expected",
            "model",
        }
