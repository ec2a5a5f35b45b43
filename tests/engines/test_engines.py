from __future__ import annotations

import builtins
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from deadly import Deadly, Unruly

from pipeline.analyse.model import ModelError
from pipeline.engines import ENGINES, Result, Task, dask, inline, processes, work
from pipeline.knowledge import KnowledgeError
from pipeline.records import DocumentRejectedError, SourceFile

GOOD = SourceFile(
    "goed.txt", b"In Assen kreeg in 2020 ruim 12 procent van de jongeren jeugdhulp.\n"
)
SHORT = SourceFile("kort.txt", b"In Emmen staan 250 woningen leeg.\n")
EMPTY = SourceFile("leeg.txt", b" \n\n")


def by_number(results: Iterator[Result]) -> dict[int, Result]:
    found: dict[int, Result] = {}
    for result in results:
        assert result.number not in found, "a result came twice"
        found[result.number] = result
    return found


def tasks(*sources: SourceFile) -> list[Task]:
    return [Task(number, source) for number, source in enumerate(sources, start=1)]


@pytest.fixture(scope="module")
def expected(model: str) -> dict[int, Result]:
    """What the loop in this process makes of the documents."""
    return by_number(inline.run(tasks(GOOD, SHORT, EMPTY), model=model))


def same(result: Result, other: Result) -> bool:
    """Whether two results say the same; errors have no equality of their own."""
    errors = [None if r.error is None else (r.error.code, r.error.message) for r in (result, other)]
    return (
        (result.number, result.stage) == (other.number, other.stage)
        and result.analysis == other.analysis
        and errors[0] == errors[1]
    )


def test_inline_gives_an_analysis_or_a_reason(expected: dict[int, Result]) -> None:
    analysis = expected[1].analysis
    assert analysis is not None
    assert [quantity.surface for quantity in analysis.quantities] == ["ruim 12 procent"]
    assert expected[2].analysis is not None
    error = expected[3].error
    assert expected[3].analysis is None
    assert isinstance(error, DocumentRejectedError)
    assert error.message


def test_inline_reads_one_document_at_a_time(model: str) -> None:
    taken: list[int] = []

    def source() -> Iterator[Task]:
        for task in tasks(GOOD, SHORT):
            taken.append(task.number)
            yield task

    results = inline.run(source(), model=model)
    assert next(results).number == 1
    assert taken == [1]


def test_processes_give_what_the_loop_gives_and_survive_a_death(
    model: str, expected: dict[int, Result]
) -> None:
    sources = tasks(GOOD, SHORT, EMPTY, Deadly("fataal.txt"))
    found = by_number(processes.run(sources, model=model, workers=1))
    assert found.keys() == {1, 2, 3, 4}
    for number, result in expected.items():
        assert same(found[number], result)
    error = found[4].error
    assert isinstance(error, DocumentRejectedError)
    assert (error.code, found[4].stage) == ("worker_died", "analyse")


def test_dask_gives_what_the_loop_gives_and_survives_a_death(
    model: str, expected: dict[int, Result], tmp_path: Path
) -> None:
    config = pytest.importorskip("dask.config")
    pytest.importorskip("distributed")
    settings: dict[str, Any] = {
        "temporary-directory": str(tmp_path),
        "distributed.scheduler.allowed-failures": 0,
        "distributed.logging.distributed": "critical",
    }
    with config.set(settings):
        sources = tasks(GOOD, SHORT, EMPTY, Deadly("fataal.txt"))
        found = by_number(dask.run(sources, model=model, workers=1))
    assert found.keys() == {1, 2, 3, 4}
    for number, result in expected.items():
        assert same(found[number], result)
    error = found[4].error
    assert isinstance(error, DocumentRejectedError)
    assert error.code == "worker_died"


@pytest.mark.parametrize("name", ["processes", "dask"])
def test_a_model_that_cannot_be_loaded_is_named(name: str, tmp_path: Path) -> None:
    if name == "dask":
        pytest.importorskip("distributed")
    with pytest.raises(ModelError, match="no language model at"):
        list(ENGINES[name](tasks(GOOD), model=str(tmp_path / "nergens"), workers=1))


@pytest.mark.parametrize("name", ["inline", "processes", "dask"])
def test_a_slip_in_a_knowledge_file_is_no_fault_of_the_document(name: str, model: str) -> None:
    if name == "dask":
        pytest.importorskip("distributed")
    with pytest.raises(
        KnowledgeError, match=r"^hedges\.toml, line 78: 'belo' is no hedge$"
    ) as told:
        list(ENGINES[name](tasks(Unruly("goed.txt")), model=model, workers=1))
    assert (told.value.path.name, told.value.line) == ("hedges.toml", 78)


def test_a_slip_that_shows_in_the_analysis_is_raised_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KnowledgeError(Path("zones.toml"), 4, "[byline] needs max_words")

    monkeypatch.setattr(work, "analyse_loaded", fail)
    monkeypatch.setattr(work, "tools_for", lambda _: None)
    with pytest.raises(KnowledgeError, match=r"zones\.toml, line 4"):
        work.do(Task(1, GOOD), None)


def test_dask_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    original = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name.split(".")[0] == "distributed":
            raise ImportError(name)
        return original(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(dask.EngineMissingError, match=r"pip install 'feitenbank\[cluster\]'"):
        next(iter(dask.run(tasks(GOOD))))


def test_a_scheduler_elsewhere_is_used_when_named(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[tuple[tuple[Any, ...], dict[str, Any]]] = []

    def client(*given: Any, **named: Any) -> str:
        made.append((given, named))
        return "client"

    monkeypatch.setenv(dask.SCHEDULER, "tcp://10.0.0.1:8786")
    dask._client(client, 4)
    monkeypatch.delenv(dask.SCHEDULER)
    dask._client(client, 4)
    assert made[0] == (("tcp://10.0.0.1:8786",), {})
    assert made[1][1]["n_workers"] == 4


def test_a_fault_in_one_document_becomes_its_result(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyError("kapot")

    monkeypatch.setattr(work, "analyse_loaded", fail)
    monkeypatch.setattr(work, "tools_for", lambda _: None)
    result = work.do(Task(7, GOOD), None)
    assert (result.number, result.analysis, result.stage) == (7, None, "analyse")
    assert result.error is not None
    assert result.error.code == "internal_error"
    assert "KeyError: 'kapot'" in result.error.message


def test_a_document_that_cannot_be_loaded_needs_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(_: object) -> None:
        raise AssertionError("the model was loaded for nothing")

    monkeypatch.setattr(work, "tools_for", never)
    result = work.do(Task(3, SourceFile("leeg.txt", b"")), None)
    assert result.error is not None
    assert (result.stage, result.error.code) == ("load", "empty")


def test_engines_are_known_by_name() -> None:
    assert {"inline": inline.run, "processes": processes.run, "dask": dask.run} == ENGINES


_WAITING = """
import os, time
from pipeline.engines.processes import _pool

if __name__ == "__main__":
    pool = _pool(2)
    print(*[each.result() for each in [pool.submit(os.getpid) for _ in range(4)]], flush=True)
    time.sleep(600)
"""


def test_workers_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "waiting.py"
    script.write_text(_WAITING, encoding="utf-8")
    parent = subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]
    )
    assert parent.stdout is not None
    assert parent.stdout.readline().split(), "the workers did not start"
    parent.kill()
    # The workers hold the other end of the pipe: it ends with the last of them.
    assert parent.communicate(timeout=30) == (b"", None)
