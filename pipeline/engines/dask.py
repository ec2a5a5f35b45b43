"""More machines: Dask, an existing distributed engine (the extra ``cluster``).

``FEITENBANK_SCHEDULER`` names the address of a running scheduler; without it a local cluster is
started. Workers load the model once and return plain records; the one writer stays here.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Any

from pipeline.engines.work import Result, Task, died, do_in_worker

SCHEDULER = "FEITENBANK_SCHEDULER"
_AHEAD = 4  # tasks in flight for each worker


class EngineMissingError(RuntimeError):
    """Dask is not installed; the message says how to install it."""


def run(
    tasks: Iterable[Task], *, model: str | None = None, workers: int | None = None
) -> Iterator[Result]:
    """Yield results as they come.

    Raises:
        EngineMissingError: Dask is not installed.
    """
    try:
        from distributed import Client, as_completed
    except ImportError as error:
        raise EngineMissingError(
            "the engine 'dask' needs the extra 'cluster': pip install 'feitenbank[cluster]'"
        ) from error
    with _client(Client, workers) as client:
        threads = client.scheduler_info()["workers"]
        window = _AHEAD * max(1, len(threads))
        results = as_completed()
        sent: dict[str, Task] = {}
        for task in tasks:
            future = client.submit(do_in_worker, task, model, pure=False)
            sent[future.key] = task
            results.add(future)
            while len(sent) >= window:
                yield _take(next(results), sent)
        while sent:
            yield _take(next(results), sent)


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


def _take(future: Any, sent: dict[str, Task]) -> Result:
    task = sent.pop(future.key)
    if future.status != "finished":
        return died(task)
    result: Result = future.result()
    future.release()
    return result
