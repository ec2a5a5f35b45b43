from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

import pytest

READING = (
    ("status",),
    ("figures",),
    ("conflicts",),
    ("entities",),
    ("search", "jongere"),
    ("show", "rapport.txt"),
    ("explain", "Rx"),
    ("review", "list"),
    ("check",),
)

_PROGRAM = """
import sys
from pipeline.cli import main
try:
    main(sys.argv[1:], prog_name="feitenbank")
except SystemExit:
    pass
heavy = {"spacy", "numpy", "datasketch", "datasette", "sqlite_utils", "pyarrow", "pipeline.ingest"}
print("HEAVY", sorted(heavy & sys.modules.keys()))
"""


@pytest.mark.parametrize("arguments", [("--help",), *READING], ids=" ".join)
def test_reading_loads_no_model_and_nothing_heavy(base: Path, arguments: tuple[str, ...]) -> None:
    given = arguments if arguments == ("--help",) else (*arguments, "--db", str(base))
    result = subprocess.run(
        [sys.executable, "-c", _PROGRAM, *given], capture_output=True, text=True, check=True
    )
    assert result.stdout.splitlines()[-1] == "HEAVY []"


@pytest.mark.parametrize("arguments", [("--help",), ("status",), ("figures",)], ids=" ".join)
def test_starts_fast(base: Path, arguments: tuple[str, ...]) -> None:
    given = arguments if arguments == ("--help",) else (*arguments, "--db", str(base))
    command = [sys.executable, "-m", "pipeline", *given]
    # Time on the processor, the best of several: other work on the machine must not decide.
    times = []
    for _ in range(3):
        begin = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, capture_output=True, check=True)
        end = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(end.ru_utime + end.ru_stime - begin.ru_utime - begin.ru_stime)
    assert min(times) < 0.35


def test_module_is_the_command() -> None:
    result = subprocess.run(
        [sys.executable, "-m", "pipeline", "--version"], capture_output=True, text=True, check=True
    )
    assert result.stdout.startswith("feitenbank, version ")
