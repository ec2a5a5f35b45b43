"""More cores of one machine: a pool of processes, each with the model loaded once.

Processes of our own rather than spaCy's ``n_process``, which waits for ever when a worker dies.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool

from pipeline.engines.work import Result, Task, died, do_in_worker, tools_for

_AHEAD = 4  # tasks in flight for each worker


def run(
    tasks: Iterable[Task], *, model: str | None = None, workers: int | None = None
) -> Iterator[Result]:
    """Yield results as they come. A document on which a worker dies is tried once more, alone."""
    count = workers or os.cpu_count() or 1
    waiting: dict[Future[Result], Task] = {}
    suspects: list[Task] = []
    pool = _pool(count, model)
    try:
        for task in tasks:
            try:
                waiting[pool.submit(do_in_worker, task, model)] = task
            except BrokenProcessPool:
                suspects += [*waiting.values(), task]
                waiting.clear()
                pool.shutdown(wait=False, cancel_futures=True)
                pool = _pool(count, model)
            while len(waiting) >= count * _AHEAD:
                yield from _finished(waiting, suspects)
        while waiting:
            yield from _finished(waiting, suspects)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
    for task in suspects:
        yield _alone(task, model)


def _pool(count: int, model: str | None) -> ProcessPoolExecutor:
    # 'spawn' gives each worker a clean interpreter: no half-copied locks or database handles.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(count, context, initializer=tools_for, initargs=(model,))


def _finished(waiting: dict[Future[Result], Task], suspects: list[Task]) -> Iterator[Result]:
    done, _ = wait(waiting, return_when=FIRST_COMPLETED)
    for future in done:
        task = waiting.pop(future)
        try:
            yield future.result()
        except BrokenProcessPool:
            suspects.append(task)


def _alone(task: Task, model: str | None) -> Result:
    """Try a task in a pool of its own, so that only the guilty document is rejected."""
    pool = _pool(1, model)
    try:
        return pool.submit(do_in_worker, task, model).result()
    except BrokenProcessPool:
        return died(task)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
