"""The work of one document as it travels to a worker, and what comes back."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from pipeline.document import Tools, analyse_loaded, load_tools
from pipeline.knowledge import KnowledgeError
from pipeline.load import load
from pipeline.records import DocumentAnalysis, DocumentRejectedError, SourceFile
from pipeline.store.decisions import Decision


@dataclass(frozen=True, slots=True)
class Task:
    """A document to analyse; ``number`` tells the results apart."""

    number: int
    source: SourceFile
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a task: an analysis, or the reason why there is none."""

    number: int
    analysis: DocumentAnalysis | None
    error: DocumentRejectedError | None = None
    stage: str = "load"


class Engine(Protocol):
    """A way to spread tasks; results come in any order, every task exactly once."""

    def __call__(
        self, tasks: Iterable[Task], *, model: str | None, workers: int | None
    ) -> Iterator[Result]: ...


def do(task: Task, model: str | None) -> Result:
    """Analyse one document; what goes wrong in it becomes a result, never an exception.

    What is no document's fault is raised, so that a slip in a rule does not reject every article.

    A document that cannot be loaded is rejected before the model is: a folder in which nothing
    else is new costs no more than a look.

    Raises:
        ModelError: the model cannot be loaded.
        KnowledgeError: a knowledge file breaks its own rules.
    """
    try:
        loaded = load(task.source)
    except DocumentRejectedError as error:
        return Result(task.number, None, error)
    except KnowledgeError:  # many are read when the first document needs them
        raise
    except Exception as error:
        return Result(task.number, None, _unexpected(error))
    tools = tools_for(model)
    try:
        return Result(task.number, analyse_loaded(loaded, tools, task.decisions))
    except DocumentRejectedError as error:
        return Result(task.number, None, error, stage="analyse")
    except KnowledgeError:
        raise
    except Exception as error:
        return Result(task.number, None, _unexpected(error), stage="analyse")


@lru_cache(maxsize=1)
def tools_for(model: str | None) -> Tools:
    """Return the tools of this process, loaded at the first call."""
    return load_tools(model)


def died(task: Task) -> Result:
    """The result of a task on which a worker process died twice."""
    return Result(
        task.number,
        None,
        DocumentRejectedError(
            "worker_died",
            "the worker process died on this document (out of memory?); try it alone with "
            "`--engine inline`, or split the file",
        ),
        stage="analyse",
    )


def _unexpected(error: Exception) -> DocumentRejectedError:
    place = traceback.extract_tb(error.__traceback__)[-1]
    return DocumentRejectedError(
        "internal_error",
        f"{type(error).__name__}: {error} ({place.name}, line {place.lineno}); "
        "this is a fault of feitenbank: please report it with the file",
    )
