"""The entity stage of one document: all names, and what persons are."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.entities.fuzzy import find_misspelt
from pipeline.entities.gazetteer import PLACES, Gazetteer
from pipeline.entities.localities import find_localities
from pipeline.entities.main_place import main_place
from pipeline.entities.matcher import Match, find_matches
from pipeline.entities.nominal import find_nominals
from pipeline.entities.organisations import find_organisations
from pipeline.entities.parties import find_parties
from pipeline.entities.people import find_people
from pipeline.entities.resolve import resolve
from pipeline.entities.roles import find_roles
from pipeline.entities.rules import Rules, load_rules
from pipeline.entities.spans import Hit, Taken
from pipeline.entities.words import plain, read_lines
from pipeline.records import Clean, EntityFacts, Issue, Mention, Sentence


def find_entities(
    sentences: Sequence[Sentence],
    clean: Clean,
    gazetteer: Gazetteer,
    *,
    rules: Rules | None = None,
    not_names: Collection[str] = (),
) -> EntityFacts:
    """Find the names in a document and link them to entities (view offsets).

    Works on text alone and gets better with part of speech and name labels in the tokens. Mentions
    come in the order of the text; an outer name comes before what lies within it.

    Args:
        sentences: the sentences of the view.
        clean: the view itself, for surfaces and passages.
        gazetteer: the known names.
        rules: the cue words; those of ``models/knowledge`` when left out.
        not_names: what a person said to be no name, as it is written ('Grote Markt').
    """
    rules = rules or load_rules()
    text = clean.view.text

    def is_name(found: Hit | Match) -> bool:
        return not not_names or plain(text[found.start : found.end]) not in not_names

    lines = read_lines(sentences, text)
    matches = [match for line in lines for match in find_matches(line, gazetteer, rules)]
    matches = list(filter(is_name, matches))
    people = find_people(lines, matches, rules, not_names)
    taken = Taken()
    taken.add(people.hits)
    known = resolve(lines, matches, gazetteer, rules, taken)
    taken.add(hit for hit in known if hit.kind not in PLACES)
    hits: list[Hit] = [*people.hits, *known]
    misspelt, misspellings = find_misspelt(lines, hits, gazetteer, rules, _all_taken(hits))
    misspelt = tuple(filter(is_name, misspelt))
    hits.extend(misspelt)
    taken.add(misspelt)
    # Once more below: a place within the name of an organisation says less of where a text is.
    main = main_place(_mentions(_ordered(hits), clean), clean, gazetteer)
    localities = find_localities(lines, hits, clean, gazetteer, rules, taken, main)
    hits.extend(filter(is_name, localities.hits))
    members, parties = find_parties(lines, hits, gazetteer, rules, taken)
    hits.extend(filter(is_name, members))
    taken.add(members)
    organisations = find_organisations(lines, hits, gazetteer, rules, taken)
    # The head of a column begins with a capital, which a model takes for a name.
    tables = [(p.start, p.end) for p in clean.passages if p.kind == "table"]
    hits.extend(
        hit
        for hit in filter(is_name, organisations.hits)
        if hit.method != "model" or not any(a <= hit.start < b for a, b in tables)
    )
    hits = _ordered(hits)
    main = main_place(_mentions(hits, clean), clean, gazetteer)
    roles = find_roles(lines, hits, gazetteer, rules, main)
    hits = _ordered([*hits, *filter(is_name, find_nominals(lines, hits, gazetteer, rules, main))])
    used = {hit.entity for hit in hits}
    named = (*people.entities, *localities.entities, *parties, *organisations.entities)
    found = [entity for entity in named if entity.id in used]
    linkable = {entity.id for entity in found} | gazetteer.by_id.keys()
    return EntityFacts(
        mentions=_mentions(hits, clean),
        roles=roles,
        found=tuple(found),
        aliases=tuple(
            alias
            for alias in (*people.aliases, *misspellings, *organisations.aliases)
            if alias.entity in linkable and plain(alias.alias) not in not_names
        ),
        issues=tuple(_set_aside(clean, not_names)),
    )


def _set_aside(clean: Clean, not_names: Collection[str]) -> Iterator[Issue]:
    """Yield a remark for each decision that this document has words for, at the first of them."""
    for name in sorted(not_names):
        spaced = r"\s+".join(map(re.escape, name.split()))
        places = [match.span() for match in re.finditer(rf"(?<!\w){spaced}(?!\w)", clean.view.text)]
        if not places:
            continue
        start, end = clean.view.to_original(*places[0])
        yield Issue(
            stage="entities",
            code="not_a_name",
            message=f"‘{name}’ ({len(places)} times) is no name: a person decided so",
            severity="info",
            start=start,
            end=end,
        )


def _all_taken(hits: Iterable[Hit]) -> Taken:
    taken = Taken()
    taken.add(hits)
    return taken


def _ordered(hits: Iterable[Hit]) -> list[Hit]:
    """Sort by place in the text, drop doubles, and mark places that lie within another name."""
    ranked = sorted(hits, key=lambda hit: (hit.start, -hit.end, -hit.score))
    kept: list[Hit] = []
    seen: set[tuple[int, int]] = set()
    reach: Hit | None = None
    for hit in ranked:
        if (hit.start, hit.end) in seen:
            continue
        seen.add((hit.start, hit.end))
        if reach is not None and hit.end <= reach.end and not hit.inside:
            if hit.kind not in PLACES or reach.kind in PLACES | {"person"}:
                if reach.method != "coreference":
                    continue
            else:
                hit = replace(hit, score=round(hit.score * 0.7, 2), inside=True)
        if reach is None or hit.end > reach.end:
            reach = hit
        kept.append(hit)
    return kept


def _mentions(hits: Iterable[Hit], clean: Clean) -> tuple[Mention, ...]:
    text = clean.view.text
    return tuple(
        Mention(
            start=hit.start,
            end=hit.end,
            surface=text[hit.start : hit.end],
            kind=hit.kind,
            entity=hit.entity,
            method=hit.method,
            score=hit.score,
        )
        for hit in hits
    )
