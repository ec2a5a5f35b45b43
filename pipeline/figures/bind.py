"""Binding the quantities of a document to what, for whom, where, when and by whom.

The sentences are read in order, because a figure may depend on what was said before it; the result
is a tuple of figures and the indicators that they use. Pure: no database, no clock.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.figures.afterwards import apply_answers, apply_source
from pipeline.figures.carry import carried_kind
from pipeline.figures.carry_places import carry_place
from pipeline.figures.confidence import confidence, period_kind
from pipeline.figures.context import Context, build_contexts, comparison_spans
from pipeline.figures.dimensions import Bound, BoundPeriod, bind_population
from pipeline.figures.durations import continues_duration, leaned_on
from pipeline.figures.ellipsis import fill_nouns
from pipeline.figures.elsewhere import is_in_brackets_of, own_comparisons
from pipeline.figures.grid import Cell, Tables
from pipeline.figures.in_turn import told_in_turn
from pipeline.figures.known import Mentioned
from pipeline.figures.lexicon import Lexicon, load_lexicon
from pipeline.figures.memory import Memory, Said
from pipeline.figures.naming import Naming
from pipeline.figures.places import bind_place
from pipeline.figures.pointers import points_back
from pipeline.figures.restatements import in_brackets_behind, said_with
from pipeline.figures.selection import drop_repeats, is_candidate
from pipeline.figures.shares import group_before, is_subject, takes_part_of
from pipeline.figures.statements import StatusClaim, bind_statement, bind_status, status_claims
from pipeline.figures.tables import name_cell, period_of_cell, place_of_cell
from pipeline.figures.tenses import is_present
from pipeline.figures.units import mend_units
from pipeline.figures.voices import (
    bind_source,
    bind_speaker,
    bind_stance,
)
from pipeline.figures.ways import Search, find_name, sentence_before
from pipeline.figures.when import find_period, period_of_level
from pipeline.figures.whereabouts import Whereabouts, document_place
from pipeline.figures.year_beside import after_year_beside, is_of_year_beside, set_beside
from pipeline.records import (
    Description,
    Evidence,
    Figure,
    Indicator,
    Mention,
    Quantity,
    Sentence,
    TimeExpression,
)

_FIRM = 0.8  # certainty from which on a derived indicator may stand for what follows


@dataclass(frozen=True, slots=True)
class BoundFigures:
    """The figures of a document and the indicators that they measure."""

    figures: tuple[Figure, ...]
    indicators: tuple[Indicator, ...]


def bind(
    sentences: Sequence[Sentence],
    quantities: Sequence[Quantity],
    times: Sequence[TimeExpression],
    mentions: Sequence[Mention],
    description: Description,
    *,
    main_place: str | None = None,
    lexicon: Lexicon | None = None,
) -> BoundFigures:
    """Bind each quantity that states something to its dimensions.

    ``quantities``, ``times`` and ``mentions`` are those of the whole document, in view offsets;
    ``main_place`` is the entity id of the place that the document names most.

    Example: 'In Assen kreeg in 2019 ruim twaalf procent van de jongeren jeugdhulp' → one figure:
    indicator ``jeugdhulp``, place ``GM0106``, period ``2019``, population 'jongeren', (12, 12.5].
    """
    words = lexicon or load_lexicon()
    found = tuple(build_contexts(sentences, quantities, times, mentions, words))
    contexts = fill_nouns(found, words)
    binder = _Binder(
        contexts, description, document_place(contexts, main_place, description, words), words
    )
    figures = binder.run()
    figures = apply_answers(contexts, figures, words)
    figures = apply_source(contexts, figures, words)
    topics = {id: indicator.topic for id, indicator in binder.indicators.items()}
    figures = mend_units(figures, quantities, topics)
    figures = drop_repeats(figures, contexts, quantities)
    used = {figure.indicator for figure in figures}
    return BoundFigures(
        figures, tuple(binder.indicators[id] for id in sorted(used & binder.indicators.keys()))
    )


class _Binder:
    """Reads the sentences in order and remembers what was said."""

    def __init__(
        self,
        contexts: tuple[Context, ...],
        description: Description,
        whereabouts: Whereabouts | None,
        lexicon: Lexicon,
    ) -> None:
        self.contexts = contexts
        self.description = description
        self.whereabouts = whereabouts
        self.main_place = whereabouts.place if whereabouts else None
        self.lexicon = lexicon
        self.claims: tuple[StatusClaim, ...] = status_claims(contexts, lexicon)
        self.memory = Memory()
        self.mentioned = Mentioned(contexts, lexicon)
        self.tables = Tables(contexts)
        self.indicators: dict[str, Indicator] = {}

    def run(self) -> tuple[Figure, ...]:
        """Return the figures in the order of the text."""
        figures: list[Figure] = []
        pairs: dict[int, list[tuple[int, str | None]]] = defaultdict(list)
        for index, context in enumerate(self.contexts):
            namings: dict[int, Naming] = {}
            before = leaned_on(self.contexts, index)
            for number, quantity in context.quantities:
                cell = self.tables.cell_of(index, quantity)
                if cell is None and not (
                    is_candidate(quantity, context, self.lexicon, before)
                    or continues_duration(quantity, context, self.lexicon, self.memory)
                ):
                    continue
                naming = self._name(index, number, quantity, namings, cell)
                if naming is None:
                    continue
                namings[number] = naming
                naming = told_in_turn(context, quantity, naming, self.lexicon)
                self.indicators.setdefault(naming.indicator.id, naming.indicator)
                figure = self._figure(index, number, quantity, naming, cell)
                if quantity.group is not None:
                    pairs[quantity.group].append((len(figures), quantity.part))
                figures.append(figure)
        for members in pairs.values():
            base = next((position for position, part in members if part == "base"), None)
            for position, part in members:
                if base is not None and part != "base":
                    figures[position] = replace(figures[position], base=base)
        return tuple(figures)

    def _name(
        self,
        index: int,
        number: int,
        quantity: Quantity,
        namings: dict[int, Naming],
        cell: Cell | None,
    ) -> Naming | None:
        context = self.contexts[index]
        if cell is not None:
            return name_cell(quantity, cell, self.lexicon)
        return self._same_again(context, number, quantity, namings) or find_name(
            Search(self.contexts, index, quantity, self.memory, self.mentioned, self.lexicon)
        )

    def _same_again(
        self, context: Context, number: int, quantity: Quantity, namings: dict[int, Naming]
    ) -> Naming | None:
        """What a quantity measures that is said with another, or takes a part of it."""
        sibling = said_with(context, number, quantity, self.lexicon)
        if sibling is None:
            sibling = set_beside(context, quantity)
        if sibling is None and takes_part_of(context, quantity):
            sibling = next((n for n in reversed(namings) if n < number), None)
        if sibling is not None and sibling in namings:
            return namings[sibling]
        for other, earlier in context.quantities:
            if other in namings and quantity.group is not None and earlier.group == quantity.group:
                return namings[other]
        return None

    def _figure(
        self, index: int, number: int, quantity: Quantity, naming: Naming, cell: Cell | None
    ) -> Figure:
        context = self.contexts[index]
        # Where and when what stands in brackets holds is said around what it repeats.
        anchor = in_brackets_behind(context, number, quantity, self.lexicon) or quantity
        comparisons = comparison_spans(context, self.lexicon)
        compared = own_comparisons(context, anchor, comparisons)
        place = (place_of_cell(cell) if cell else None) or bind_place(
            context, anchor, self.lexicon, compared, main_place=self.main_place
        )
        if place is None:
            place = carry_place(self.contexts, index, self.memory, self.whereabouts, self.lexicon)
        period = (period_of_cell(cell) if cell else None) or find_period(
            self.contexts,
            index,
            anchor,
            compared,
            self.memory,
            self.lexicon,
            self.description.published,
            naming,
            place.value if place else None,
        )
        period = period_of_level(period, context, anchor, comparisons, self.description.published)
        if cell is None:
            period = after_year_beside(period, context, quantity, self.description.published)
        population = bind_population(context, quantity, self.lexicon, known=naming.indicator.known)
        if population is None:
            shared = group_before(context, quantity, sentence_before(self.contexts, index))
            population = Bound(*shared) if shared is not None else None
        if population is None and (
            naming.evidence.method == "carried_over" or is_subject(context, quantity)
        ):
            population = self._carried_population(context)
        self.memory.said.append(
            Said(
                position=context.sentence.position,
                passage=context.scope,
                firm=naming.indicator.known or naming.certainty >= _FIRM,
                kind=carried_kind(quantity),
                unit=quantity.unit,
                indicator=naming.indicator,
                indicator_evidence=naming.evidence,
                place=place,
                population=population,
                # What it was before or is compared with is not what follows is about.
                period=None
                if _was_before(context, quantity)
                or is_in_brackets_of(context, quantity, comparisons)
                else period,
                present=is_present(context, context.clause_at(quantity.start)),
                aside=self.memory.is_aside(
                    context.sentence.position,
                    naming.indicator.id,
                    place,
                    period,
                    goes_on=context.scope if self._goes_on(context, quantity) else None,
                ),
            )
        )
        return self._assembled(index, number, quantity, naming, place, period, population)

    def _assembled(
        self,
        index: int,
        number: int,
        quantity: Quantity,
        naming: Naming,
        place: Bound | None,
        period: BoundPeriod | None,
        population: Bound | None,
    ) -> Figure:
        context = self.contexts[index]
        time = period.time if period else None
        statement, statement_evidence = bind_statement(context, quantity, self.lexicon)
        stance, stance_evidence = bind_stance(
            context, quantity, self.lexicon, question=context.sentence.passage_kind == "question"
        )
        speaker = bind_speaker(self.contexts, index, self.lexicon)
        source = bind_source(context, self.lexicon)
        status, status_evidence = bind_status(
            context,
            quantity,
            time.earliest if time else None,
            time.latest if time else None,
            self.claims,
            self.lexicon,
        )
        bounds = [b.evidence for b in (place, period, population, speaker, source) if b is not None]
        extra = [e for e in (statement_evidence, stance_evidence) if e is not None]
        evidence = (naming.evidence, *bounds, *extra, *status_evidence)
        return Figure(
            quantity=number,
            sentence=context.sentence.position,
            indicator=naming.indicator.id,
            place=place.value if place else None,
            population=population.value if population else None,
            period=time.edtf if time else None,
            period_earliest=time.earliest if time else None,
            period_latest=time.latest if time else None,
            period_kind=period_kind(time) if time else None,
            value=quantity.value,
            low=quantity.low,
            high=quantity.high,
            low_open=quantity.low_open,
            high_open=quantity.high_open,
            outer_low=quantity.outer_low,
            outer_high=quantity.outer_high,
            unit=quantity.unit,
            hedge=quantity.hedge,
            statement=statement,
            direction=quantity.direction,
            status=status,
            speaker=speaker.value if speaker else None,
            stance=stance,
            derived_from=source.value if source else None,
            confidence=confidence(naming, evidence),
            evidence=evidence,
        )

    def _goes_on(self, context: Context, quantity: Quantity) -> bool:
        """'In 2014 ging het nog om 48 scholen': an older number on what was just told."""
        clause = context.clause_at(quantity.start)
        return quantity.kind != "change" and points_back(context, clause)

    def _carried_population(self, context: Context) -> Bound | None:
        sentence = context.sentence
        said = self.memory.last(sentence.position, context.scope)
        if said is None or said.population is None:
            return None
        evidence = said.population.evidence
        return Bound(
            said.population.value,
            Evidence("population", "carried_over", evidence.start, evidence.end),
        )


def _was_before(context: Context, quantity: Quantity) -> bool:
    """'van 398 naar 421', '421 (2022: 398)': the 398 is only what it was before."""
    return quantity.part == "base" or is_of_year_beside(context, quantity)
