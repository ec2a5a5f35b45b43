"""The command line: ``feitenbank VERB``, one module a verb, each loaded when it is asked for."""

from __future__ import annotations

import errno
import io
import sys
from importlib import import_module

import click

from pipeline import __version__
from pipeline.resources import keep_to_one_thread

keep_to_one_thread()  # before a verb loads numpy

VERBS = (
    "ingest",
    "status",
    "figures",
    "conflicts",
    "explain",
    "search",
    "entities",
    "show",
    "review",
    "export",
    "serve",
    "check",
    "evaluate",
)
"""In the order of ``--help``. The module of a verb is called after it, and so is its command."""


class Verbs(click.Group):
    """A group that imports a verb when it is needed, so that each starts fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        """Return the verbs in the order in which one uses them."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command of a verb."""
        if cmd_name not in VERBS:
            return None
        command: click.Command = getattr(import_module(f"pipeline.cli.{cmd_name}"), cmd_name)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run the verb; where its words cannot be written, say so instead of a traceback."""
        for stream in (sys.stdout, sys.stderr):
            # A terminal that is not UTF-8 shows an escape for a letter that it does not have.
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE:  # whoever read along has seen enough; click knows
                raise
            named = f"{error.filename}: " if error.filename else ""
            click.echo(f"feitenbank: {named}{error.strerror or error}", err=True)
            raise SystemExit(2) from error


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="feitenbank")
def main() -> None:
    """Figures from Dutch texts, each with the words it comes from.

    \b
    feitenbank ingest corpus        build the knowledge base in output/feitenbank.db
    feitenbank conflicts            see what contradicts what
    feitenbank explain f3a9         see where a figure comes from and whether it holds
    feitenbank serve --open         read it all in a browser
    """
