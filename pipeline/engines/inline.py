"""The default engine: one document after the other, in this process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.engines.work import Result, Task, do


def run(
    tasks: Iterable[Task], *, model: str | None = None, workers: int | None = None
) -> Iterator[Result]:
    """Yield the results in the order of the tasks; ``workers`` has no meaning here."""
    del workers
    for task in tasks:
        yield do(task, model)
