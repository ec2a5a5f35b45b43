"""Nouns that stand for a place: 'de gemeente', 'onze provincie', 'de Drentse hoofdstad'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.entities.gazetteer import Gazetteer
from pipeline.entities.rules import Rules
from pipeline.entities.spans import Hit, hit_at
from pipeline.entities.words import Line

_POINTING = frozenset({"die", "deze"})


def find_nominals(
    lines: Sequence[Line],
    hits: Sequence[Hit],
    gazetteer: Gazetteer,
    rules: Rules,
    main: str | None,
) -> Iterator[Hit]:
    """Yield the nouns that stand for a place; 'de gemeente' only if the document has a main one."""
    at = {(hit.line, hit.first): hit for hit in hits if not hit.inside}
    ends = {(hit.line, hit.last): hit for hit in hits if not hit.inside}
    province = _province(hits, gazetteer, main)
    municipality = main if main and gazetteer.by_id[main].kind == "municipality" else None
    targets = {"municipality": municipality, "province": province}
    latest: dict[str, str | None] = {}
    for line in lines:
        for index, word in enumerate(line.words):
            named = at.get((line.number, index))
            if named is not None and named.kind in targets:
                latest[named.kind] = named.entity
            if word.key == "hoofdstad":
                adjective = ends.get((line.number, index))
                capital = _capital(adjective, gazetteer)
                if adjective is not None and capital is not None:
                    yield _hit(line, adjective.first, index + 1, "municipality", capital, 0.85)
                continue
            for kind, main_one in targets.items():
                points = line.key(index - 1) in _POINTING
                # 'De meeste gasten trok Veere. Die gemeente …', whatever the text is about
                target = latest.get(kind, main_one) if points else main_one
                if word.text not in rules.cues[f"nominal.{kind}"] or target is None:
                    continue
                # Another place was named last: 'the city' may well be that one.
                if latest.get(kind, target) != target:
                    continue
                if line.key(index - 1) not in rules.cues["nominal.determiners"]:
                    continue
                if (line.number, index + 1) in at or line.key(index + 1) in {"-", "van"}:
                    continue
                after = line.words[index + 1] if index + 1 < len(line.words) else None
                if after is None or not after.capital:
                    yield _hit(line, index, index + 1, kind, target, 0.6)


def _hit(line: Line, first: int, last: int, kind: str, entity: str, score: float) -> Hit:
    return hit_at(line, first, last, kind=kind, entity=entity, method="coreference", score=score)


def _capital(adjective: Hit | None, gazetteer: Gazetteer) -> str | None:
    if adjective is None or adjective.method != "adjective" or adjective.entity is None:
        return None
    # 'Groningse hoofdstad', 'Utrechtse hoofdstad': the province is meant.
    entity = gazetteer.by_id[adjective.entity]
    province = entity.parent if entity.kind == "municipality" else entity.id
    return gazetteer.capitals.get(province or "")


def _province(hits: Sequence[Hit], gazetteer: Gazetteer, main: str | None) -> str | None:
    """Return the one province that is named, or in which the main place lies."""
    if main is not None:
        place = gazetteer.by_id[main]
        return place.parent if place.kind == "municipality" else place.id
    named = {hit.entity for hit in hits if hit.kind == "province" and not hit.inside}
    return named.pop() if len(named) == 1 else None
