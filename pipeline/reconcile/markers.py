"""The words by which a text claims a sum, from ``comparability.toml``."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from pipeline.reconcile.records import Stated
from pipeline.reconcile.rules import listed
from pipeline.reconcile.sentences import before as words_before
from pipeline.reconcile.sentences import flat, has, place_in_sentence, sentence

__all__ = [
    "against",
    "announces",
    "closes_parts",
    "counted_of",
    "flows",
    "is_called",
    "is_same_flow",
    "is_total_row",
    "is_yearly",
    "names",
    "names_group",
    "of",
    "one_subject",
    "one_time",
    "opens_parts",
    "says_again",
    "says_revised",
    "share_of",
    "speaks_of",
    "sum_claim",
]

_BEFORE, _AFTER = 45, 20  # characters around a total in which 'samen' is looked for
_BETWEEN_LEVELS = 80  # characters between a level and the one it is held against
_OF = "de|het|alle|die|deze|onze|hun|in totaal|een totaal van|de in totaal|de totaal"
_OF_GROUP = re.compile(r"(?:^|[,;:] )(?:van|onder) (?:de|het|alle|deze|die|onze)? ?[^\W\d]+", re.I)
_WHOLE = r"\d{1,3}(?:\.\d{3})+|\d+"
_BETWEEN = 30  # characters between an amount and the share that says it again
_SMALL = frozenset({"de", "het", "een", "alle", "deze", "die", "hun", "haar", "zijn", "onze"})


@cache
def flows() -> dict[str, frozenset[str]]:
    """Return the head nouns of money that goes out, that comes in, and of the difference."""
    return {key: frozenset(listed("flows", key)) for key in ("out", "in", "difference")}


def names(figure: Stated, words: frozenset[str]) -> bool:
    """Whether the head of what a figure measures, or its topic, is one of these words."""
    return bool(words.intersection(figure.label.lower().split()[:2])) or (
        figure.topic.lower() in words
    )


def one_subject(result: Stated, *others: Stated) -> bool:
    """Whether nothing says that figures are about different things or times.

    'tekort Wmo' is not the difference of 'uitgave jeugd' and 'uitkering jeugd'; a label of one
    word ('uitkering') goes with any.
    """
    subject = _subject(result)
    for other in others:
        about = _subject(other)
        related = any(_alike(a, b) or _begins(a, b) for a in subject for b in about)
        if subject and about and not related:
            return False
    return one_time(result, *others)


def one_time(result: Stated, *others: Stated) -> bool:
    """Whether no two of these figures are dated differently."""
    dates = {(f.earliest, f.latest) for f in (result, *others)} - {(None, None)}
    return len(dates) < 2


def _subject(figure: Stated) -> set[str]:
    heads = frozenset[str]().union(*flows().values())
    return set(figure.label.lower().split()) - heads


def says_again(share: Stated, part: Stated) -> bool:
    """Whether a share repeats the amount before it: '4,4 miljoen euro oftewel 22 procent'."""
    before = place_in_sentence(part)
    here = place_in_sentence(share)
    if before is None or here is None or not 0 <= here[0] - before[1] <= _BETWEEN:
        return False
    between = flat(share.sentence)[before[1] : here[0]].lower()
    return any(
        marker in between if not marker.isalpha() else has(between, marker)
        for marker in listed("restated", "markers")
    )


def of(part: Stated, whole: Stated) -> bool:
    """Whether two numbers are said as part and whole: '7.900 van de 56.400 huishoudens'."""
    first, second = place_in_sentence(part), place_in_sentence(whole)
    if first is None or second is None:
        return False
    between = flat(part.sentence)[first[1] : second[0]].strip().lower()
    return re.fullmatch(rf"(?:[\w-]+ )?(?:van|op) (?:{_OF})", between) is not None


def counted_of(part: Stated) -> float | None:
    """Return of how many a number counts some: 4820 in '612 van de 4.820 huurwoningen'."""
    place = place_in_sentence(part)
    after = flat(part.sentence)[place[1] :] if place else ""
    found = re.match(rf" (?:[^\W\d]+ )?(?:van|op) (?:{_OF}) ({_WHOLE})(?![\d.,]*\d)", after, re.I)
    return float(found[1].replace(".", "")) if found else None


def is_yearly(figure: Stated) -> bool:
    """Whether an amount is one a year: 'jaarlijks € 260.000', '€ 260.000 per jaar'."""
    if figure.per is not None and "jaar" in figure.per:
        return True
    return words_before(figure).split()[-1:] in (["jaarlijks"], ["jaarlijkse"])


def against(target: Stated, base: Stated) -> bool:
    """Whether one level is held against another: '5.392 tegen 4.889', 'waar het er 12 waren'."""
    first, second = place_in_sentence(target), place_in_sentence(base)
    if first is None or second is None or second[0] - first[1] > _BETWEEN_LEVELS:
        return False
    between = flat(target.sentence)[first[1] : second[0]].lower()
    return not re.search(r"\d", between) and has(between, *listed("totals", "against"))


def opens_parts(total: Stated, first: Stated) -> bool:
    """Whether the words between a total and the first number after it announce its parts."""
    begin, end = place_in_sentence(total), place_in_sentence(first)
    if begin is None or end is None or end[0] <= begin[1]:
        return False
    between = flat(total.sentence)[begin[1] : end[0]].lower()
    return ":" in between or has(between, *listed("totals", "parts"))


def closes_parts(last: Stated) -> bool:
    """Whether the words before a number say that it is what is left: 'de overige 1,6 miljoen'."""
    return has(re.split(r"\d", words_before(last))[-1], *listed("totals", "rest"))


def announces(total: Stated) -> bool:
    """Whether a sentence says that what follows adds up to its total: 'en wel als volgt:'."""
    return has(sentence(total), *listed("totals", "list"))


def is_total_row(row: str) -> bool:
    """Whether a row of a table is the sum of the rows above it: 'Totaal | 355'."""
    return row.lower().lstrip(" |*\t").startswith(listed("totals", "row"))


def speaks_of(change: Stated, direction: str) -> bool:
    """Whether the sentence of a change has a word for a movement in this direction."""
    stems = listed("directions", direction)
    words = re.findall(r"\w+", change.sentence.lower())
    return any(stem in word for word in words for stem in stems)


def says_revised(factor: Stated, direction: str) -> bool:
    """Whether the sentence of a revision says that figures went up, or down, by it."""
    return has(sentence(factor), *listed("revisions", direction))


def share_of(share: Stated) -> tuple[str, ...]:
    """Return the words for what a share is a share of: 'van het totale budget' → budget …"""
    place = place_in_sentence(share)
    if place is None:
        return ()
    after = re.match(r"\)?\s+van((?:\s+[\w-]+){1,4})", flat(share.sentence)[place[1] :])
    if after is None:
        return ()
    return tuple(word for word in after[1].lower().split() if word not in _SMALL)


def names_group(share: Stated) -> bool:
    """Whether a share is said to be one of a group: 'van de starters is 12 procent ernstig ziek'.

    What the group is may not have been understood; that there is one the words tell.
    """
    if share.kind != "share":
        return False
    return bool(share_of(share)) or _OF_GROUP.search(words_before(share)) is not None


def is_called(figure: Stated, words: tuple[str, ...]) -> bool:
    """Whether a figure measures something that one of these words names."""
    return any(_alike(word, own) for word in words for own in figure.label.lower().split())


def is_same_flow(figure: Stated, words: tuple[str, ...]) -> bool:
    """Whether a figure is money that comes in, or goes out, as these words are: 'rijksbijdrage'."""
    return any(
        flow.intersection(words) and names(figure, flow) for flow in (flows()["in"], flows()["out"])
    )


def sum_claim(figure: Stated) -> Literal["strong", "weak"] | None:
    """Whether 'samen' or 'in totaal' stands just before or after the figure in its sentence."""
    place = place_in_sentence(figure)
    if place is None:
        return None
    text = sentence(figure)
    # Another number or a pause between them, and the word belongs to something else.
    before = re.split(r"[\d.;:!?]", text[max(0, place[0] - _BEFORE) : place[0]])[-1]
    after = re.split(r"[\d.,;:!?(]", text[place[1] : place[1] + _AFTER])[0]
    window = f"{before} | {after}"
    for words in listed("sums", "not"):
        window = re.sub(rf"\b{re.escape(words)}\b", " ", window)
    if has(window, *listed("sums", "strong")):
        return "strong"
    return "weak" if has(window, *listed("sums", "weak")) else None


def _alike(a: str, b: str) -> bool:
    """Whether one word is the other, its plural, or its head: uitkering, rijksuitkering."""
    first, second = (word.replace("-", "").rstrip("sn").removesuffix("e") for word in (a, b))
    return min(len(first), len(second)) >= 3 and (first.endswith(second) or second.endswith(first))


def _begins(a: str, b: str) -> bool:
    """Whether one word begins the other: jeugd, jeugdzorg."""
    return min(len(a), len(b)) >= 4 and (a.startswith(b) or b.startswith(a))
