"""More machines: Dask, an existing distributed engine (the extra ``cluster``).

``FEITENBANK_SCHEDULER`` names the address of a running scheduler; without it a local cluster is
started. Workers load the model once and return plain records; the one writer stays here.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Any

from pipeline.engines.work import Result, Task, died, do

SCHEDULER = "FEITENBANK_SCHEDULER"
_AHEAD = 4  # tasks in flight for each worker


class EngineMissingError(RuntimeError):
    """Dask is not installed; the message says how to install it."""


def run(
    tasks: Iterable[Task], *, model: str | None = None, workers: int | None = None
) -> Iterator[Result]:
    """Yield results as they come. A document on which workers die is tried once more, alone.

    Raises:
        EngineMissingError: Dask is not installed.
        ModelError: the workers cannot load the model.
    """
    try:
        from distributed import Client, KilledWorker, as_completed
    except ImportError as error:
        raise EngineMissingError(
            "the engine 'dask' needs the extra 'cluster': pip install 'feitenbank[cluster]'"
        ) from error
    with _client(Client, workers) as client:
        window = _AHEAD * max(1, len(client.scheduler_info()["workers"]))
        results = as_completed(loop=client.loop)
        sent: dict[str, Task] = {}
        suspects: list[Task] = []

        def take() -> Iterator[Result]:
            future = next(results)
            task = sent.pop(future.key)
            try:
                yield future.result()
            except KilledWorker:
                # It may have been waiting on a worker that another document killed.
                suspects.append(task)
            future.release()

        for task in tasks:
            future = client.submit(do, task, model, pure=False)
            sent[future.key] = task
            results.add(future)
            while len(sent) >= window:
                yield from take()
        while sent:
            yield from take()
        for task in suspects:
            yield _alone(client, task, model, KilledWorker)


def _client(make: Any, workers: int | None) -> Any:
    address = os.environ.get(SCHEDULER)
    if address:
        return make(address)
    return make(
        n_workers=workers or os.cpu_count() or 1,
        threads_per_worker=1,
        dashboard_address=None,
        set_as_default=False,
    )


def _alone(client: Any, task: Task, model: str | None, killed: type[Exception]) -> Result:
    """Try a task while nothing else runs, so that only the guilty document is rejected."""
    future = client.submit(do, task, model, pure=False)
    try:
        result: Result = future.result()
    except killed:
        return died(task)
    return result
