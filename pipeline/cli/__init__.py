"""The command line: ``feitenbank VERB``, one module a verb, each loaded when it is asked for."""

from __future__ import annotations

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
