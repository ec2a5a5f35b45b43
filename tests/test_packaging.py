from __future__ import annotations

import ast
import importlib.util
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

# Distributions whose modules have another name.
MODULES = {
    "lxml-html-clean": "lxml_html_clean",
    "python-docx": "docx",
    "spacy-lookups-data": "spacy_lookups_data",
    "sqlite-utils": "sqlite_utils",
}
NOT_IMPORTED = {
    "lxml-html-clean": "what trafilatura imports, but does not always bring along",
    "spacy-lookups-data": "its tables are read as files",
}
EXTRAS = {"web", "parquet", "cluster"}


def name_of(requirement: str) -> str:
    """The name of a distribution in a requirement: 'datasette' in 'datasette>=0.65,<1'."""
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert found is not None
    return found[0].lower()


def declared(extra: str | None = None) -> set[str]:
    """The distributions that the base install, or an extra, asks for."""
    if extra is None:
        requirements = PROJECT["dependencies"]
    else:
        requirements = PROJECT["optional-dependencies"][extra]
    return {name_of(requirement) for requirement in requirements}


def modules(distributions: set[str]) -> set[str]:
    """The modules that distributions bring."""
    return {MODULES.get(name, name) for name in distributions}


def imported() -> dict[str, set[str]]:
    """The foreign modules that the package imports, with the files that do."""
    found: dict[str, set[str]] = {}
    for path in sorted((ROOT / "pipeline").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for name in imports(node):
                top = name.split(".")[0]
                if top != "pipeline" and top not in sys.stdlib_module_names:
                    found.setdefault(top, set()).add(path.relative_to(ROOT).as_posix())
    return found


def imports(node: ast.AST) -> Iterator[str]:
    """The modules that a statement imports."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        assert node.level == 0, "imports are absolute here"
        assert node.module is not None
        yield node.module


# ── dependencies ──────────────────────────────────────────────────────────────────────────────


def test_every_import_is_declared() -> None:
    known = modules(declared().union(*(declared(extra) for extra in EXTRAS)))
    undeclared = {name: files for name, files in imported().items() if name not in known}
    assert undeclared == {}


@pytest.mark.parametrize("extra", [None, *sorted(EXTRAS)], ids=str)
def test_every_dependency_is_imported(extra: str | None) -> None:
    needed = declared(extra) - set(NOT_IMPORTED)
    assert modules(needed) - set(imported()) == set()


@pytest.mark.parametrize("name", sorted(NOT_IMPORTED))
def test_what_is_not_imported_is_still_needed(name: str) -> None:
    assert name in declared()
    assert importlib.util.find_spec(MODULES[name]) is not None


def test_the_base_install_leaves_out_what_is_optional() -> None:
    optional = set().union(*(declared(extra) for extra in EXTRAS))
    assert declared() & optional == set()


@pytest.mark.parametrize(
    ("extra", "folders"),
    [
        ("web", ("pipeline/web/",)),
        ("parquet", ("pipeline/store/export.py",)),
        ("cluster", ("pipeline/engines/dask.py",)),
    ],
)
def test_what_is_optional_is_used_in_one_place(extra: str, folders: tuple[str, ...]) -> None:
    users = {file for name in modules(declared(extra)) for file in imported()[name]}
    assert [file for file in sorted(users) if not file.startswith(folders)] == []


# ── without the extras ────────────────────────────────────────────────────────────────────────

_WITHOUT = """
import sys
for name in {absent!r}:
    sys.modules[name] = None  # importing it then fails as if it were not installed
from pipeline.cli import main
main(sys.argv[1:], prog_name="feitenbank")
"""


def without(extra: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command line as if an extra were not installed."""
    program = _WITHOUT.format(absent=sorted(modules(declared(extra))))
    return subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base without documents."""
    from pipeline.store.writer import Writer

    path = tmp_path_factory.mktemp("base") / "feitenbank.db"
    with Writer(path):
        pass
    return path


def test_serve_without_its_extra_says_what_to_install(base: Path) -> None:
    done = without("web", "serve", "--db", str(base))
    assert done.returncode == 2
    assert "pip install 'feitenbank[web]'" in done.stderr
    assert "Traceback" not in done.stderr


def test_parquet_without_its_extra_says_what_to_install(base: Path, tmp_path: Path) -> None:
    done = without(
        "parquet", "export", str(tmp_path / "out"), "--format", "parquet", "--db", str(base)
    )
    assert done.returncode == 2
    assert "pip install 'feitenbank[parquet]'" in done.stderr
    assert "Traceback" not in done.stderr


def test_export_without_the_extra_writes_the_rest(base: Path, tmp_path: Path) -> None:
    done = without("parquet", "export", str(tmp_path / "out"), "--db", str(base))
    assert done.returncode == 0
    assert "pip install 'feitenbank[parquet]'" in done.stderr
    assert list((tmp_path / "out").rglob("*.csv"))


def test_dask_without_its_extra_says_what_to_install(tmp_path: Path) -> None:
    article = tmp_path / "bericht.txt"
    article.write_text("In Zwolle staan 12 bomen.\n", encoding="utf-8")
    done = without(
        "cluster", "ingest", str(article), "--engine", "dask", "--db", str(tmp_path / "b.db")
    )
    assert done.returncode == 2
    assert "pip install 'feitenbank[cluster]'" in done.stderr
    assert "Traceback" not in done.stderr


# ── the wheel ─────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[zipfile.ZipFile]:
    """The wheel, built without a network from a copy of what goes into it."""
    for module in ("build", "hatchling"):
        if importlib.util.find_spec(module) is None:
            pytest.skip(f"{module} is not installed: pip install 'feitenbank[test]'")
    if not (ROOT / "models" / "nl_feitenbank" / "meta.json").is_file():
        pytest.skip("this checkout has no trained model in models/nl_feitenbank")
    source = tmp_path_factory.mktemp("source")
    leave_out = shutil.ignore_patterns("__pycache__", ".*")
    for folder in ("pipeline", "models/knowledge", "models/nl_feitenbank", "models/evaluation"):
        shutil.copytree(ROOT / folder, source / folder, ignore=leave_out)
    for file in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / file, source / file)
    target = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", target, source],
        check=True,
        capture_output=True,
    )
    (path,) = target.glob("*.whl")
    with zipfile.ZipFile(path) as opened:
        yield opened


def below(folder: str) -> set[str]:
    """The files in a folder of the repository, by their path in it."""
    return {
        path.relative_to(ROOT / folder).as_posix()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith(".")
    }


@pytest.mark.parametrize(
    ("folder", "inside"),
    [
        ("pipeline", "pipeline"),
        ("models/knowledge", "pipeline/_models/knowledge"),
        ("models/nl_feitenbank", "pipeline/_models/nl_feitenbank"),
        ("models/evaluation", "pipeline/_models/evaluation"),
    ],
)
def test_the_wheel_has_every_file_of(wheel: zipfile.ZipFile, folder: str, inside: str) -> None:
    missing = {f"{inside}/{name}" for name in below(folder)} - set(wheel.namelist())
    assert missing == set()


@pytest.mark.parametrize(
    "name",
    [
        "pipeline/store/version_1.sql",
        "pipeline/web/templates/base.html",
        "pipeline/web/static/feitenbank.css",
        "pipeline/web/plugins/feitenbank_site.py",
        "pipeline/_models/knowledge/hedges.toml",
        "pipeline/_models/nl_feitenbank/meta.json",
    ],
)
def test_the_wheel_has(wheel: zipfile.ZipFile, name: str) -> None:
    assert wheel.getinfo(name).file_size > 0


def test_the_wheel_has_nothing_else(wheel: zipfile.ZipFile) -> None:
    tops = {name.split("/")[0] for name in wheel.namelist()}
    assert tops == {"pipeline", f"feitenbank-{PROJECT['version']}.dist-info"}
    assert not [name for name in wheel.namelist() if "__pycache__" in name]


def test_the_wheel_has_all_licences(wheel: zipfile.ZipFile) -> None:
    info = f"feitenbank-{PROJECT['version']}.dist-info"
    for name in PROJECT["license-files"]:
        inside = wheel.read(f"{info}/licenses/{name}")
        assert inside == (ROOT / name).read_bytes()
        assert inside.strip()


def test_the_wheel_says_what_the_project_says(wheel: zipfile.ZipFile) -> None:
    info = f"feitenbank-{PROJECT['version']}.dist-info"
    metadata = wheel.read(f"{info}/METADATA").decode()
    for extra in EXTRAS:
        assert f"Provides-Extra: {extra}\n" in metadata
    required = {
        name_of(line.removeprefix("Requires-Dist: "))
        for line in metadata.splitlines()
        if line.startswith("Requires-Dist: ") and "extra ==" not in line
    }
    assert required == declared()
    assert "feitenbank = pipeline.cli:main" in wheel.read(f"{info}/entry_points.txt").decode()


def test_the_version_is_the_same_everywhere() -> None:
    from pipeline import __version__

    assert __version__ == PROJECT["version"]
