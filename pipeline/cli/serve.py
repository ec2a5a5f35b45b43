"""``feitenbank serve``: the site on this machine."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.options import base_option, fail, friendly
from pipeline.store.connect import open_to_read

_EXTRA = frozenset({"datasette", "markupsafe", "uvicorn"})


@click.command()
@base_option
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8001,
    show_default=True,
    help="Port on 127.0.0.1; 0 takes any that is free.",
)
@click.option("--open", "open_browser", is_flag=True, help="Open it in a browser.")
def serve(base: Path, port: int, open_browser: bool) -> None:
    """Read the base in a browser. The site answers on this machine only, and cannot change it."""
    with friendly():
        open_to_read(base).close()
    from pipeline.web.serve import PortError, run

    try:
        run(base, port=port, open_browser=open_browser)
    except PortError as error:
        fail(error)
    except ModuleNotFoundError as error:
        if error.name not in _EXTRA:
            raise
        fail("the site needs datasette: install it with pip install 'feitenbank[web]'")
