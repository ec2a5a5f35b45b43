"""One document through all stages: a pure function of its bytes, its metadata and decisions.

No database, no clock, no network: the same document gives the same analysis in a loop, in a worker
process and on a cluster.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from pipeline.analyse import analyse, load_model
from pipeline.clean import clean
from pipeline.describe import describe
from pipeline.entities import Gazetteer, find_entities, load_gazetteer, main_place, renamed
from pipeline.figures import Lexicon, bind, load_lexicon
from pipeline.load import load
from pipeline.periods import edtf
from pipeline.periods import find as find_periods
from pipeline.quantities import find as find_quantities
from pipeline.records import (
    Anchor,
    Clean,
    Description,
    DocumentAnalysis,
    Entity,
    EntityFacts,
    Issue,
    Loaded,
    Published,
    Sentence,
    SourceFile,
)

if TYPE_CHECKING:
    from spacy.language import Language


class DecisionLike(Protocol):
    """What a person decided about a document: the date, or who a name is (nobody, if empty)."""

    @property
    def kind(self) -> str: ...
    @property
    def subject(self) -> str: ...
    @property
    def value(self) -> str: ...
    @property
    def entity(self) -> Entity | None: ...


@dataclass(frozen=True, slots=True)
class Tools:
    """What the stages need besides the document; loaded once a process."""

    nlp: Language
    gazetteer: Gazetteer
    lexicon: Lexicon


def load_tools(model: str | None = None) -> Tools:
    """Load the model and the knowledge.

    Raises:
        ModelError: the model is missing, damaged, or not Dutch.
        KnowledgeError: a knowledge file breaks its own rules.
    """
    return Tools(load_model(model), load_gazetteer(), load_lexicon())


def analyse_document(
    source: SourceFile, tools: Tools, decisions: Sequence[DecisionLike] = ()
) -> DocumentAnalysis:
    """Take one document through load, clean, describe, analyse and all finders to its figures.

    Raises:
        DocumentRejectedError: the document cannot be used; the message says why.
    """
    return analyse_loaded(load(source), tools, decisions)


def analyse_loaded(
    loaded: Loaded, tools: Tools, decisions: Sequence[DecisionLike] = ()
) -> DocumentAnalysis:
    """:func:`analyse_document` for a document that is loaded already."""
    cleaned = clean(loaded)
    description = _decided(describe(loaded, cleaned), decisions)
    sentences = analyse(cleaned, tools.nlp)
    tokens = tuple(token for sentence in sentences for token in sentence.tokens)
    text = cleaned.view.text
    found = find_quantities(text, tokens=tokens)
    times = find_periods(text, anchor_of(description.published), tokens=tokens)
    names = {d.subject: d.value for d in decisions if d.kind == "alias"}
    not_names = frozenset(name for name, entity in names.items() if not entity)
    entities = find_entities(sentences, cleaned, tools.gazetteer, not_names=not_names)
    named = _named(entities, decisions, tools)
    entities = renamed(entities, named, known=tools.gazetteer.by_id.keys())
    bound = bind(
        sentences,
        found.quantities,
        times,
        entities.mentions,
        description,
        main_place=main_place(entities.mentions, cleaned, tools.gazetteer),
        lexicon=tools.lexicon,
    )
    return DocumentAnalysis(
        loaded=loaded,
        clean=cleaned,
        description=description,
        sentences=sentences,
        quantities=found.quantities,
        others=found.others,
        times=times,
        entities=entities,
        indicators=bound.indicators,
        figures=bound.figures,
        issues=(
            *loaded.issues,
            *cleaned.issues,
            *description.issues,
            *entities.issues,
            *_unread(found.unread, cleaned),
            *_silent(sentences),
        ),
    )


def anchor_of(published: Published) -> Anchor | None:
    """Return what relative expressions are relative to; None when the date has an open side."""
    if published.earliest is None or published.latest is None:
        return None
    return Anchor(published.earliest, published.latest)


def _decided(description: Description, decisions: Sequence[DecisionLike]) -> Description:
    """Let the date that a person set, the last one, win over everything else."""
    dates = [decision.value for decision in decisions if decision.kind == "published"]
    if not dates:
        return description
    earliest, latest = edtf.bounds(dates[-1])
    published = Published(edtf=dates[-1], earliest=earliest, latest=latest, method="person")
    return replace(description, published=published)


def _named(
    facts: EntityFacts, decisions: Sequence[DecisionLike], tools: Tools
) -> dict[str, Entity]:
    """Return who a person said that names are: known from the files, this text, or other texts."""
    known = {entity.id: entity for entity in facts.found} | dict(tools.gazetteer.by_id)
    last = {decision.subject: decision for decision in decisions if decision.kind == "alias"}
    return {
        name: entity
        for name, decision in last.items()
        if (entity := known.get(decision.value) or decision.entity) is not None
    }


def _unread(spans: Sequence[tuple[int, int]], cleaned: Clean) -> tuple[Issue, ...]:
    """A number that no finder could read is never lost silently."""
    issues = []
    for start, end in spans:
        first, last = cleaned.view.to_original(start, end)
        issues.append(
            Issue(
                stage="quantities",
                code="number_unread",
                message=f"the number ‘{cleaned.view.text[start:end]}’ could not be read",
                severity="info",
                start=first,
                end=last,
            )
        )
    return tuple(issues)


def _silent(sentences: Sequence[Sentence]) -> tuple[Issue, ...]:
    if sentences:
        return ()
    return (
        Issue(
            stage="clean",
            code="nothing_left",
            message="after setting furniture aside no sentence is left; look at the zones",
        ),
    )
