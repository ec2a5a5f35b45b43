"""More cores of one machine: a pool of processes, each with the model loaded once.

Processes of our own rather than spaCy's ``n_process``, which waits for ever when a worker dies.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection

from pipeline.engines.work import Result, Task, died, do

_AHEAD = 4  # tasks in flight for each worker


def run(
    tasks: Iterable[Task], *, model: str | None = None, workers: int | None = None
) -> Iterator[Result]:
    """Yield results as they come. A document on which a worker dies is tried once more, alone.

    Raises:
        ModelError: the workers cannot load the model.
    """
    count = workers or os.cpu_count() or 1
    waiting: dict[Future[Result], Task] = {}
    suspects: list[Task] = []
    pool = _pool(count)
    try:
        for task in tasks:
            try:
                waiting[pool.submit(do, task, model)] = task
            except BrokenProcessPool:
                suspects += [*waiting.values(), task]
                waiting.clear()
                pool.shutdown(wait=False, cancel_futures=True)
                pool = _pool(count)
            while len(waiting) >= count * _AHEAD:
                yield from _finished(waiting, suspects)
        while waiting:
            yield from _finished(waiting, suspects)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
    yield from _one_by_one(suspects, model)


def _pool(count: int) -> ProcessPoolExecutor:
    # 'spawn' gives each worker a clean interpreter: no half-copied locks or database handles.
    # The initializer does not load the tools: one that fails breaks the pool without saying why,
    # and a model that cannot be loaded would look like documents on which workers die.
    return ProcessPoolExecutor(
        count, multiprocessing.get_context("spawn"), initializer=leave_with_parent
    )


def leave_with_parent() -> None:
    """End this worker when the process that gives it work is gone, however that ended.

    A worker waits for tasks on a queue of which it holds both ends: by itself it would wait for
    ever, with the model in memory, after its parent was killed.
    """
    parent = multiprocessing.parent_process()
    assert parent is not None  # only workers are told to
    watch = threading.Thread(target=_watch, args=(parent.sentinel,), daemon=True)
    watch.start()


def _watch(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)


def _finished(waiting: dict[Future[Result], Task], suspects: list[Task]) -> Iterator[Result]:
    done, _ = wait(waiting, return_when=FIRST_COMPLETED)
    for future in done:
        task = waiting.pop(future)
        try:
            yield future.result()
        except BrokenProcessPool:
            suspects.append(task)


def _one_by_one(suspects: list[Task], model: str | None) -> Iterator[Result]:
    """Try tasks while nothing else runs, so that only the guilty documents are rejected."""
    pool = _pool(1)
    try:
        for task in suspects:
            try:
                yield pool.submit(do, task, model).result()
            except BrokenProcessPool:
                yield died(task)
                pool.shutdown(wait=False, cancel_futures=True)
                pool = _pool(1)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
