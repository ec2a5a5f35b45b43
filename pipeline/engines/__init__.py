"""How documents are spread over cores and machines. The base is the same whichever ran it."""

from __future__ import annotations

from pipeline.engines import dask, inline, processes
from pipeline.engines.work import Engine, Result, Task

ENGINES: dict[str, Engine] = {
    "inline": inline.run,
    "processes": processes.run,
    "dask": dask.run,
}

__all__ = ["ENGINES", "Engine", "Result", "Task"]
