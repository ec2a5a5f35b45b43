"""The place that a document is about."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from pipeline.entities.gazetteer import Gazetteer
from pipeline.records import Clean, Mention

_WEIGHTS = {"title": 3.0, "heading": 2.0, "dateline": 2.0, "lead": 2.0, "caption": 1.5}
_NAMED = frozenset({"exact", "alias", "adjective", "inhabitant", "fuzzy"})
_HEAD = 2.0
_WHOLE = re.compile(r"\b(?:ge)?heel\s+$", re.I)
_CLEAR = 1.5  # how many times the runner-up the main place must weigh


def main_place(mentions: Sequence[Mention], clean: Clean, gazetteer: Gazetteer) -> str | None:
    """Return the id of the place that a document is about, or None where it is about no one place.

    A municipality that clearly leads; else the province in which most of what is named lies. Titles
    and leads weigh more; places within another name (Drenthe in GGZ Drenthe) do not count. A
    province that the head of the text names, and the text far more than any municipality, leads
    these: they are its examples.

    Example: 'Brabantse havens groeien. … In Tilburg …' is about Noord-Brabant.
    """
    weights: dict[str, float] = defaultdict(float)
    heads: set[str] = set()
    reach = 0  # mentions are in order: how far the names of others have come
    starts = [passage.start for passage in clean.passages]
    for mention in mentions:
        if mention.kind in ("organisation", "party", "person"):
            reach = max(reach, mention.end)
            continue
        if mention.entity is None or mention.method not in _NAMED:
            continue
        if mention.kind not in ("municipality", "province"):
            continue
        if mention.end <= reach:
            continue
        weight = _weight(mention, clean, starts)
        if mention.kind == "municipality" and _is_whole(mention, clean):
            weight += 1  # 'in heel Emmen' is said by a text that has told of a part of it
        weights[mention.entity] += weight
        if mention.kind == "province" and weight >= _HEAD:
            heads.add(mention.entity)
    _lend_to_successors(weights, gazetteer)
    local = _leader(weights, "municipality", gazetteer)
    wide = _leader(weights, "province", gazetteer)
    if local and wide in heads and weights[wide or ""] >= weights[local] * _CLEAR:
        return wide
    return local or _province(weights, gazetteer)


def _weight(mention: Mention, clean: Clean, starts: Sequence[int]) -> float:
    number = bisect_right(starts, mention.start) - 1
    if number < 0 or mention.start >= clean.passages[number].end:
        return 1.0
    weight = _WEIGHTS.get(clean.passages[number].kind, 1.0)
    return max(weight, 2.0) if number == 0 else weight


def _is_whole(mention: Mention, clean: Clean) -> bool:
    return _WHOLE.search(clean.view.text[max(0, mention.start - 8) : mention.start]) is not None


def _lend_to_successors(weights: dict[str, float], gazetteer: Gazetteer) -> None:
    """Count what was once a municipality as a part of the one it went into, if that is named too.

    A report on Kampen in which the village of IJsselmuiden is named more often is about Kampen.
    """
    for entity in list(weights):
        successor = gazetteer.by_id[entity].successor
        if successor in weights:
            weights[successor] += weights[entity] / 2
            weights[entity] /= 2


def _leader(weights: dict[str, float], kind: str, gazetteer: Gazetteer) -> str | None:
    ranked = sorted(
        (
            (weight, entity)
            for entity, weight in weights.items()
            if gazetteer.by_id[entity].kind == kind
        ),
        key=lambda pair: (-pair[0], pair[1]),
    )
    if not ranked:
        return None
    second = ranked[1][0] if len(ranked) > 1 else 0.0
    return ranked[0][1] if ranked[0][0] >= second * _CLEAR else None


def _province(weights: dict[str, float], gazetteer: Gazetteer) -> str | None:
    shares: dict[str, float] = defaultdict(float)
    for entity, weight in weights.items():
        place = gazetteer.by_id[entity]
        province = place.id if place.kind == "province" else place.parent
        if province:
            shares[province] += weight
    if not shares:
        return None
    best = max(shares, key=lambda province: (shares[province], province))
    return best if shares[best] * 2 > sum(shares.values()) else None
