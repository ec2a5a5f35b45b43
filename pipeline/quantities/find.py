"""Finding every quantity of a text, and naming every number that is none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from pipeline.quantities.ages import mark_age, share_age
from pipeline.quantities.build import build
from pipeline.quantities.changes import compares, mark_changes, read_manifold, read_multiple
from pipeline.quantities.compounds import read_compound
from pipeline.quantities.coordination import read_group
from pipeline.quantities.currencies import name_currencies
from pipeline.quantities.draft import Draft, Scene
from pipeline.quantities.gapping import share_currency, share_gapped
from pipeline.quantities.grades import mark_grades
from pipeline.quantities.hedging import read_hedges
from pipeline.quantities.lexicon import lexicon
from pipeline.quantities.neighbours import Other
from pipeline.quantities.nonquantities import find_others
from pipeline.quantities.number_words import plain, read_word
from pipeline.quantities.scan import NUMBER, OTHER, WORD, Piece, percentage_at, scan
from pipeline.quantities.tables import Table, find_tables
from pipeline.quantities.terms import SIGNS, complete, read_term
from pipeline.records import NonQuantity, Quantity, Token

_PLACING = frozenset(
    {"eerder", "later", "ervoor", "daarvoor", "erna", "daarna", "geleden", "terug"}
)


@dataclass(frozen=True, slots=True)
class Found:
    """What a text holds: quantities, numbers that are something else, and what was not read."""

    quantities: tuple[Quantity, ...]
    others: tuple[NonQuantity, ...]
    unread: tuple[tuple[int, int], ...]


def find(text: str, *, tokens: Sequence[Token] | None = None) -> Found:
    """Return every quantity of ``text`` with value and interval, and the numbers that are none.

    ``tokens`` (of the same text) only help to find the counted noun and to tell the number *een*
    from the article. Nothing is raised: whatever cannot be read is listed in ``unread``.

    >>> found = find("Ruim 1.600 jongeren, 3 procent meer dan op 1 mei 2019.")
    >>> [(q.surface, q.value, q.unit) for q in found.quantities]
    [('Ruim 1.600 jongeren', 1600.0, 'jongere'), ('3 procent meer', 3.0, 'percent')]
    >>> [(other.surface, other.kind) for other in found.others]
    [('1 mei 2019', 'date')]
    """
    pieces = scan(text)
    others = find_others(pieces)
    blocked = [False] * len(pieces)
    for other in others:
        blocked[other.start : other.end] = [True] * (other.end - other.start)
    tables = find_tables(text)
    inside = _inside(pieces, tables)
    blocked = [mark or cell for mark, cell in zip(blocked, inside, strict=True)]
    scene = Scene(text, pieces, blocked, _by_start(tokens))
    drafts = read_all(scene)
    quantities = [build(scene, draft) for draft in drafts]
    named = [
        other
        for other in _named(text, pieces, others)
        if not any(table.start <= other.start < table.end for table in tables)
    ]
    for table in tables:
        quantities.extend(cell.quantity for cell in table.cells)
        named.extend(table.others)
    found = tuple(_with_groups(sorted(quantities, key=_place)))
    named.sort(key=lambda other: other.start)
    return Found(found, tuple(named), tuple(_unread(pieces, others, found)))


def _inside(pieces: Sequence[Piece], tables: Sequence[Table]) -> list[bool]:
    """Mark the pieces that lie in a table; both sequences are in the order of the text."""
    marks = [False] * len(pieces)
    place = 0
    for index, piece in enumerate(pieces):
        while place < len(tables) and tables[place].end <= piece.start:
            place += 1
        if place < len(tables) and tables[place].start <= piece.start:
            marks[index] = True
    return marks


def _by_start(tokens: Iterable[Token] | None) -> dict[int, Token] | None:
    return None if tokens is None else {token.start: token for token in tokens}


def _place(quantity: Quantity) -> tuple[int, int]:
    return quantity.start, quantity.end


def read_all(scene: Scene) -> list[Draft]:
    """Read the scene from left to right."""
    drafts: list[Draft] = []
    index = 0
    while index < len(scene.pieces):
        found = _read_at(scene, index)
        if found is None:
            index += 1
            continue
        group, end = found
        if _counts_nothing(group[-1]) or _places_only(scene, group[-1]):
            index += 1
            continue
        drafts.extend(group)
        index = _past_comparison(scene, group[-1], max(end, index + 1))
    drafts = name_currencies(scene, share_currency(scene, share_gapped(scene, drafts)))
    drafts = mark_grades(scene, drafts)
    drafts = share_age([mark_age(scene, draft) for draft in drafts])
    drafts = mark_changes(scene, drafts)
    return [_mark_negated(scene, draft) for draft in drafts]


def _counts_nothing(draft: Draft) -> bool:
    """Tell 'een paar dagen' and 'enkele keren' from 'een paar procent'."""
    vague = draft.reading.vague
    if vague is None or not vague.figure:
        return False
    return draft.unit is None or draft.unit.kind not in {"share", "percentage_point", "money"}


def _places_only(scene: Scene, draft: Draft) -> bool:
    """Tell 'een jaar eerder' and 'een week later', with the article, which count no years."""
    lasts = draft.unit is not None and draft.unit.kind == "duration"
    return lasts and draft.reading.article and scene.low(draft.last) in _PLACING


def _past_comparison(scene: Scene, draft: Draft, index: int) -> int:
    """Skip 'hoger dan' behind a quantity, which would else hedge the number that follows."""
    if draft.last == index and compares(scene, draft) and scene.low(index + 1) == "dan":
        return index + 2
    return index


@cache
def _starters() -> frozenset[str]:
    """Return the words and signs other than number words with which a quantity can begin."""
    words = lexicon()
    return (
        words.hedges.before.first_words
        | words.units.before.first_words
        | words.numbers.vague.first_words
        | words.changes.source
        | words.numbers.multiples.keys()
        | words.numbers.manifolds.keys()
        | words.numbers.fractions.keys()
        | words.numbers.scales.keys()
        | words.numbers.denominators.keys()
        | SIGNS.keys()
        | {"de", "het", "tussen"}
    )


@lru_cache(maxsize=20_000)
def _can_start(low: str) -> bool:
    if low in _starters() or read_word(low) is not None:
        return True
    if low.endswith(("daags", "daagse", "weeks", "weekse", "urig", "urige", "uurs", "uurse")):
        return True
    return (
        "jarig" in low
        or "pluss" in low
        or low.endswith("maal")
        or plain(low) in lexicon().numbers.fractions
    )


def _hedges_nothing(scene: Scene, index: int) -> bool:
    """Tell whether only hedging words stand here; asked once, before three readers look."""
    position, _ = read_hedges(scene.pieces, index)
    if position == index or position >= len(scene.pieces):
        return position > index
    piece = scene.pieces[position]
    if lexicon().hedges.before.at(scene.pieces, position) is not None:
        # More hedges than anybody stacks, or a word such as 'een' that is looked at below.
        return read_word(piece.low) is None and position - index > 4
    return piece.kind != NUMBER and not _can_start(piece.low)


def _read_at(scene: Scene, index: int) -> tuple[list[Draft], int] | None:
    piece = scene.pieces[index]
    if scene.blocked[index] or piece.kind not in {NUMBER, WORD, OTHER}:
        return None
    if piece.kind != NUMBER and not _can_start(piece.low):
        return None
    if piece.kind != NUMBER and _hedges_nothing(scene, index):
        return None
    if percentage_at(scene.pieces, index):
        return read_group(scene, index)  # neither an age nor a multiple
    return (
        read_compound(scene, index)
        or read_multiple(scene, index)
        or read_manifold(scene, index)
        or read_group(scene, index)
    )


def _mark_negated(scene: Scene, draft: Draft) -> Draft:
    """Mark the first number of 'geen 2,5 maar 1,5 procent' and 'niet 11,8 maar 13,6'."""
    if scene.low(draft.first - 1) not in {"geen", "niet"}:
        return draft
    position = draft.last
    if scene.low(position) == ",":
        position += 1
    if scene.low(position) != "maar":
        return draft
    correct = read_term(scene, position + 1)
    if correct is None:
        return draft
    unit, noun = draft.unit, draft.noun
    if draft.bare:
        correct = complete(scene, correct)
        unit, noun = correct.unit, correct.noun
    return replace(draft, unit=unit, noun=noun, negated=True)


def _with_groups(quantities: list[Quantity]) -> Iterable[Quantity]:
    """Number the groups 0, 1, 2 … in the order of the text."""
    numbers: dict[int, int] = {}
    for quantity in quantities:
        if quantity.group is None:
            yield quantity
            continue
        number = numbers.setdefault(quantity.group, len(numbers))
        yield replace(quantity, group=number)


def _named(text: str, pieces: Sequence[Piece], others: Sequence[Other]) -> Iterable[NonQuantity]:
    for other in others:
        start, end = pieces[other.start].start, pieces[other.end - 1].end
        yield NonQuantity(start, end, text[start:end], other.kind)


def _unread(
    pieces: Sequence[Piece], others: Sequence[Other], quantities: Sequence[Quantity]
) -> Iterable[tuple[int, int]]:
    """Yield the numbers in digits that ended nowhere."""
    named = {index for other in others for index in range(other.start, other.end)}
    place, reach = 0, 0
    for index, piece in enumerate(pieces):
        if piece.kind != NUMBER:
            continue
        while place < len(quantities) and quantities[place].start <= piece.start:
            reach = max(reach, quantities[place].end)
            place += 1
        if index not in named and piece.start >= reach:
            yield piece.start, piece.end
