"""Documents that kill the process that reads them, or that meet a rule with a slip in it."""

from __future__ import annotations

import os
from pathlib import Path

from pipeline.knowledge import KnowledgeError
from pipeline.records import SourceFile


class Deadly(SourceFile):
    """Reading its bytes ends the process at once, as the system does when memory runs out."""

    __slots__ = ("_maker",)

    def __init__(self, path: str) -> None:
        object.__setattr__(self, "path", path)
        object.__setattr__(self, "metadata", None)
        object.__setattr__(self, "_maker", os.getpid())

    @property
    def data(self) -> bytes:  # type: ignore[override]  # the point of this class
        """End the process."""
        if os.getpid() == object.__getattribute__(self, "_maker"):
            raise AssertionError("a deadly document was read where the tests run")
        os._exit(13)

    def __reduce__(self) -> tuple[object, tuple[str, int]]:
        return (_again, (self.path, object.__getattribute__(self, "_maker")))


def _again(path: str, maker: int) -> Deadly:
    made = Deadly(path)
    object.__setattr__(made, "_maker", maker)
    return made


class Unruly(SourceFile):
    """Reading its bytes is as reading a knowledge file in which somebody made a mistake."""

    __slots__ = ()

    def __init__(self, path: str) -> None:
        object.__setattr__(self, "path", path)
        object.__setattr__(self, "metadata", None)

    @property
    def data(self) -> bytes:  # type: ignore[override]  # the point of this class
        """Tell the mistake."""
        raise KnowledgeError(Path("hedges.toml"), 78, "'belo' is no hedge")

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return (Unruly, (self.path,))
