from __future__ import annotations

import importlib.util
from pathlib import Path

import click
import pytest

from pipeline.cli import VERBS, main
from pipeline.store.catalogue import TABLES, VIEWS

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def reference():
    """The script that writes the reference pages."""
    spec = importlib.util.spec_from_file_location("reference", DOCS / "reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def commands(group: click.Group, name: str) -> list[tuple[str, click.Command]]:
    """All commands below a group, with their whole names."""
    context = click.Context(group)
    found = []
    for verb in group.list_commands(context):
        command = group.get_command(context, verb)
        assert command is not None
        found.append((f"{name} {verb}", command))
        if isinstance(command, click.Group):
            found += commands(command, f"{name} {verb}")
    return found


@pytest.mark.parametrize("page", ["commands.md", "tables.md"])
def test_pages_are_what_the_code_says(reference, page: str) -> None:
    written = (DOCS / page).read_text(encoding="utf-8")
    assert written == reference.PAGES[page](), "run python docs/reference.py"


@pytest.mark.parametrize(("name", "command"), commands(main, "feitenbank"))
def test_every_command_and_option_is_documented(name: str, command: click.Command) -> None:
    page = (DOCS / "commands.md").read_text(encoding="utf-8")
    assert f"`{name}`\n" in page
    section = page.split(f"`{name}`\n")[1].split("\n## ")[0]
    assert command.help
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"{name} {parameter.name}"
            assert max(parameter.opts, key=len) in section


def test_every_table_and_column_is_documented() -> None:
    page = (DOCS / "tables.md").read_text(encoding="utf-8")
    for thing in (*TABLES, *VIEWS):
        section = page.split(f"### `{thing.name}`\n")[1].split("\n### ")[0]
        assert thing.en in section
        for name in thing.column_names:
            assert f"| `{name}`" in section, f"{thing.name}.{name}"


def test_stale_pages_are_noticed(reference, monkeypatch, tmp_path: Path, capsys) -> None:
    monkeypatch.setattr(reference, "HERE", tmp_path)
    assert reference.run(check=True) == 1
    assert "docs/tables.md is not what the code says" in capsys.readouterr().out
    assert reference.run(check=False) == 0
    assert reference.run(check=True) == 0


def test_verbs_are_called_after_their_modules() -> None:
    context = click.Context(main)
    for verb in VERBS:
        command = main.get_command(context, verb)
        assert command is not None
        assert command.name == verb
