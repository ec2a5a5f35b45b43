"""``feitenbank evaluate``: how good is a base, or a language model, against a gold file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.options import PROBLEMS_FOUND, base_option, fail, json_option, reading
from pipeline.cli.output import Output, Row, Shown, to_json

if TYPE_CHECKING:
    from pipeline.analyse.scores import Score
    from pipeline.store.evaluation import Measure

_SHIPPED = "shipped"
_GOLD_SUFFIXES = (".conllu", ".spacy")
_COLUMNS = (
    ("pos", "pos"),
    ("tag", "tag"),
    ("morph", "morph"),
    ("lemma", "lemma"),
    ("heads", "uas"),
    ("relations", "las"),
    ("sentences", "sentences"),
    ("names", "names_f"),
)


@click.command()
@base_option
@click.argument(
    "gold", required=False, type=click.Path(path_type=Path, exists=True, dir_okay=False)
)
@click.option(
    "--model",
    is_flag=False,
    flag_value=_SHIPPED,
    metavar="[NAME]",
    help="Score a language model instead: the one that is shipped, or the one named.",
)
@click.option(
    "--floors",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="JSON with the lowest score that each measure may have.",
)
@click.option("--misses", is_flag=True, help="Also list what was missed.")
@json_option
def evaluate(
    base: Path,
    gold: Path | None,
    model: str | None,
    floors: Path | None,
    misses: bool,
    as_json: bool,
) -> None:
    """Hold the base against GOLD, a file in one of the formats of tests/gold/README.md.

    With --model: hold a language model against GOLD, annotated sentences in CoNLL-U or in a DocBin
    of spaCy; without GOLD, against the test sentences that come with Feitenbank.

    Exit code 1 says that a measure fell below its floor.
    """
    if model is not None and gold is None and model.endswith(_GOLD_SUFFIXES):
        gold, model = Path(model), _SHIPPED  # 'evaluate --model test.conllu'
    if model is not None:
        _evaluate_model(None if model == _SHIPPED else model, gold, floors, as_json=as_json)
        return
    if gold is None:
        raise click.UsageError("give a GOLD file, or --model to score the language model")
    _evaluate_base(base, gold, floors, misses=misses, as_json=as_json)


def _evaluate_base(
    base: Path, gold: Path, floors: Path | None, *, misses: bool, as_json: bool
) -> None:
    from pipeline.store.evaluation import GoldError
    from pipeline.store.evaluation import evaluate as measure

    with reading(base) as db:
        try:
            measures = measure(db, gold)
        except GoldError as error:
            fail(error)
    fallen = _fallen(measures, floors)
    if as_json:
        scores = {
            each.name: {"right": each.right, "of": each.of, "score": each.score}
            | ({"misses": list(each.misses)} if misses else {})
            for each in measures
        }
        click.echo(to_json({"measures": scores, "below_floors": fallen}))
    else:
        for each in measures:
            score = "–" if each.score is None else f"{each.score:.3f}"
            click.echo(f"{each.name:<24} {score:>6}  {each.right} of {each.of}")
            for miss in each.misses if misses else ():
                click.echo(f"    {miss}")
    _leave(fallen, as_json=as_json)


def _evaluate_model(
    model: str | None, gold: Path | None, floors: Path | None, *, as_json: bool
) -> None:
    from pipeline.analyse.model import ModelError, load_model
    from pipeline.analyse.scores import evaluate_model, own_sentences, table
    from pipeline.analyse.treebank import TreebankError

    try:
        scores = evaluate_model(load_model(model), gold or own_sentences())
    except (ModelError, TreebankError) as error:
        fail(error)
    fallen = _fallen(scores, floors)
    if as_json:
        measures = {each.name: each.score for each in scores}
        click.echo(to_json({"measures": measures, "below_floors": fallen}))
    else:
        rows = [{"kind": kind, **values} for kind, values in table(scores)]
        known = {name for row in rows for name in row}
        columns = [Shown("", lambda row: row["kind"], keep=True)]
        for heading, name in _COLUMNS:
            if name in known:
                columns.append(Shown(heading, _cell(name), right=True, keep=True))
        Output("table").rows(rows, columns)
    _leave(fallen, as_json=as_json)


def _cell(name: str) -> Callable[[Row], str]:
    return lambda row: f"{row[name]:.3f}" if name in row else "–"


def _fallen(measures: Sequence[Measure] | Sequence[Score], floors: Path | None) -> list[str]:
    from pipeline.store.evaluation import GoldError, below_floors, read_floors

    try:
        return below_floors(measures, read_floors(floors)) if floors else []
    except GoldError as error:
        fail(error)


def _leave(fallen: Sequence[str], *, as_json: bool) -> None:
    if not as_json:
        for line in fallen:
            click.echo(line, err=True)
    if fallen:
        raise SystemExit(PROBLEMS_FOUND)
