"""What is known only after the whole text: answers to questions, a source named at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.figures.context import Context
from pipeline.figures.lexicon import Lexicon
from pipeline.figures.voices import affirms, bind_source, refuses, reports_all
from pipeline.records import Evidence, Figure


def apply_answers(
    contexts: Sequence[Context], figures: tuple[Figure, ...], lexicon: Lexicon
) -> tuple[Figure, ...]:
    """'Klopt dat?' 'Dat klopt.': an answer endorses or denies the figures that were asked about."""
    verdicts: dict[int, tuple[str, Evidence]] = {}
    for index, context in enumerate(contexts):
        sentence = context.sentence
        if sentence.text.rstrip().endswith("?"):
            continue
        stance = (
            "endorses"
            if affirms(context, lexicon)
            else "denies"
            if refuses(context, lexicon)
            else None
        )
        if stance is None:
            continue
        for before in range(index - 1, max(-1, index - 4), -1):
            verdicts.setdefault(
                contexts[before].sentence.position,
                (stance, Evidence("stance", "answer", sentence.start, sentence.end)),
            )
    return tuple(
        replace(
            figure,
            stance=verdicts[figure.sentence][0],
            evidence=(*figure.evidence, verdicts[figure.sentence][1]),
        )
        if figure.stance == "asks" and figure.sentence in verdicts
        else figure
        for figure in figures
    )


def apply_source(
    contexts: Sequence[Context], figures: tuple[Figure, ...], lexicon: Lexicon
) -> tuple[Figure, ...]:
    """Give figures the source that the text names for all of them, or for those that follow.

    'Dit meldt het Dagblad van het Noorden.' speaks of everything; 'blijkt uit onderzoek van het
    SCP' of what follows, until another source is named.
    """
    for context in contexts:
        source = bind_source(context, lexicon) if reports_all(context) else None
        if source is not None:
            return tuple(
                figure
                if figure.derived_from is not None
                else replace(
                    figure,
                    derived_from=source.value,
                    evidence=(*figure.evidence, source.evidence),
                )
                for figure in figures
            )
    return _carried_on(contexts, figures, lexicon)


def _carried_on(
    contexts: Sequence[Context], figures: tuple[Figure, ...], lexicon: Lexicon
) -> tuple[Figure, ...]:
    named = {
        context.sentence.position: source
        for context in contexts
        if (source := bind_source(context, lexicon)) is not None
    }
    if not named:
        return figures
    sourced: list[Figure] = []
    for figure in figures:
        before = [position for position in named if position <= figure.sentence]
        if figure.derived_from is None and figure.speaker is None and before:
            source = named[max(before)]
            evidence = replace(source.evidence, method="carried_over")
            figure = replace(
                figure, derived_from=source.value, evidence=(*figure.evidence, evidence)
            )
        sourced.append(figure)
    return tuple(sourced)
