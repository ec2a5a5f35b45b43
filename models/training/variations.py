"""What untidy texts do to a sentence: other quotes, no capitals, abbreviations, misread letters.

Treebanks are tidy. Each function makes one variation of an annotated sentence; :func:`vary` draws
one. What is not known of a varied word is withheld, so that nothing false is learned.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from treebank import Sentence

QUOTE_STYLES = (("“", "”"), ("„", "”"), ("„", "“"), ("‘", "’"), ("'", "'"), ("«", "»"), ("’", "’"))
DASHES = frozenset({"-", "--", "–", "—"})
# Letters that optical reading takes for others.
MISREAD = {
    "l": "1i", "i": "l1", "I": "l1", "o": "0", "O": "0", "e": "c", "c": "e", "S": "5", "B": "8",
    "u": "n", "n": "u", "t": "l", "f": "t", "h": "b", "g": "q",
}  # fmt: skip
# Words that papers and minutes shorten.
SHORT = {
    "afdeling": ("afd.",), "artikel": ("art.",), "bijvoorbeeld": ("bijv.", "bv."),
    "bladzijde": ("blz.",), "burgemeester": ("burg.",), "circa": ("ca.",), "december": ("dec.",),
    "dokter": ("dr.",), "eventueel": ("evt.",), "exclusief": ("excl.",), "februari": ("febr.",),
    "inclusief": ("incl.",), "maximaal": ("max.",),
    "meneer": ("dhr.",), "mevrouw": ("mw.", "mevr."), "miljard": ("mld.",), "miljoen": ("mln.",),
    "minimaal": ("min.",), "namelijk": ("nl.",), "november": ("nov.",), "nummer": ("nr.",),
    "oktober": ("okt.",), "ongeveer": ("ca.", "ong."), "pagina": ("p.", "pag."),
    "procent": ("pct.",), "professor": ("prof.",), "provincie": ("prov.",),
    "respectievelijk": ("resp.",), "september": ("sept.",), "telefoon": ("tel.",),
    "vergelijk": ("vgl.",), "volgens": ("vlgs.",), "voorzitter": ("voorz.",),
    "wethouder": ("weth.",), "zogenaamde": ("zgn.",), "zogenoemde": ("zgn.",),
}  # fmt: skip
BEFORE_NOUNS = ("o.a.", "o.m.", "m.n.", "bijv.", "i.c.", "c.q.", "d.w.z.", "t.w.")
BEHIND_DATES = ("jl.", "j.l.", "a.s.", "ll.")
AT_THE_END = ("enz.", "etc.", "e.d.", "e.a.", "c.s.")
MONTHS = frozenset({
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
})  # fmt: skip
NOUNS = frozenset({"NOUN", "PROPN"})
OPENERS = frozenset({"ADP", "VERB", "AUX", "PUNCT", "SCONJ"})  # what a bare noun may stand behind


def requote(sentence: Sentence, rng: random.Random) -> Sentence:
    """Straight quotes become one of the styles that Dutch papers use; dashes vary too.

    The lemma of a mark is the mark.
    """
    opening, closing = rng.choice(QUOTE_STYLES)
    dash = rng.choice(sorted(DASHES))
    words, lemmas, is_open = [], [], False
    for word, lemma in zip(sentence.words, sentence.lemmas, strict=True):
        mark = word
        if word == '"':
            mark, is_open = (closing if is_open else opening), not is_open
        elif word in DASHES:
            mark = dash
        words.append(mark)
        lemmas.append(lemma if mark == word else mark)
    return replace(sentence, words=tuple(words), lemmas=tuple(lemmas))


def lower(sentence: Sentence) -> Sentence:
    """As in a headline or a text message: 'den haag wil meer geld'."""
    return replace(
        sentence,
        words=tuple(word.lower() for word in sentence.words),
        lemmas=tuple(lemma.lower() for lemma in sentence.lemmas),
    )


def upper(sentence: Sentence) -> Sentence:
    """All capitals. Lemmas are withheld: no edit tree should learn to undo capitals letter by
    letter."""
    words = tuple(word.upper() for word in sentence.words)
    if any(len(old) != len(new) for old, new in zip(sentence.words, words, strict=True)):
        return sentence
    return replace(sentence, words=words, lemmas=("",) * len(words))


def without_full_stop(sentence: Sentence) -> Sentence:
    """A caption or a headline: the same sentence, its full stop left out."""
    last = len(sentence.words) - 1
    if sentence.words[last] != "." or last < 2 or last in sentence.heads[:last]:
        return sentence
    return Sentence(
        words=sentence.words[:last],
        spaces=(*sentence.spaces[: last - 1], True),
        tags=sentence.tags[:last],
        pos=sentence.pos[:last],
        morphs=sentence.morphs[:last],
        lemmas=sentence.lemmas[:last],
        heads=sentence.heads[:last],
        deps=sentence.deps[:last],
    )


def with_word(sentence: Sentence, position: int, word: str, head: int, relation: str) -> Sentence:
    """The sentence with an abbreviation put in before ``position``; ``head`` is where it hangs."""

    def moved(place: int) -> int:
        return place + (place >= position)

    def put(row: tuple[Any, ...], item: Any) -> tuple[Any, ...]:
        return (*row[:position], item, *row[position:])

    return Sentence(
        words=put(sentence.words, word),
        spaces=_spaced(sentence.spaces, position),
        tags=put(sentence.tags, "SPEC|afk"),
        pos=put(sentence.pos, "X"),
        morphs=put(sentence.morphs, "Abbr=Yes"),
        lemmas=put(sentence.lemmas, word),
        heads=put(tuple(moved(each) for each in sentence.heads), moved(head)),
        deps=put(sentence.deps, relation),
    )


def _spaced(spaces: tuple[bool, ...], position: int) -> tuple[bool, ...]:
    """A space on both sides of the new word, or before it only where the old one had none."""
    if position == 0:
        return (True, *spaces)
    before = spaces[position - 1]
    return (*spaces[: position - 1], True, before, *spaces[position:])


def shortened(sentence: Sentence, rng: random.Random) -> Sentence:
    """Words that can be abbreviated are: 'mw. Jansen trekt 2 mln. uit'. Of them only the relations
    are kept."""
    words, known = list(sentence.words), [True] * len(sentence.words)
    closing = len(words) - 2 if words[-1] == "." else len(words)
    for position, word in enumerate(words):
        short = SHORT.get(word.lower())
        if short and position != closing:  # not '2 mln..'
            chosen = rng.choice(short)
            words[position] = chosen.capitalize() if word.istitle() else chosen
            known[position] = False

    def kept(row: Sequence[Any], missing: Any) -> tuple[Any, ...]:
        return tuple(each if keep else missing for each, keep in zip(row, known, strict=True))

    return replace(
        sentence,
        words=tuple(words),
        tags=kept(sentence.tags, ""),
        pos=kept(sentence.pos, ""),
        morphs=kept(sentence.morphs, None),
        lemmas=kept(sentence.lemmas, ""),
    )


def with_abbreviation(sentence: Sentence, rng: random.Random) -> Sentence:
    """An abbreviation before a noun ('in o.a. Assen') or behind a month ('op 3 mei jl.')."""
    following = (*sentence.words[1:], "")
    dates = [
        i
        for i, word in enumerate(sentence.words)
        if word.lower() in MONTHS and not following[i][:1].isdigit()
    ]
    nouns = [
        i
        for i in range(1, len(sentence.words))
        if sentence.pos[i] in NOUNS and sentence.pos[i - 1] in OPENERS
    ]
    if dates and rng.random() < 0.7:
        at = rng.choice(dates)
        return with_word(sentence, at + 1, rng.choice(BEHIND_DATES), at, "nmod")
    if nouns:
        at = rng.choice(nouns)
        return with_word(sentence, at, rng.choice(BEFORE_NOUNS), at, "nmod")
    return sentence


def closed_by_abbreviation(sentence: Sentence, rng: random.Random) -> Sentence:
    """'… scholen enz.': the full stop of the abbreviation is that of the sentence."""
    last = len(sentence.words) - 1
    open_ended = without_full_stop(sentence)
    if open_ended is sentence or sentence.pos[last - 1] not in NOUNS:
        return sentence
    return with_word(open_ended, last, rng.choice(AT_THE_END), last - 1, "cc")


def abbreviate(sentence: Sentence, rng: random.Random) -> Sentence:
    """The sentence as somebody writes who is short of space."""
    sentence = shortened(sentence, rng)
    if rng.random() < 0.5:
        sentence = with_abbreviation(sentence, rng)
    if rng.random() < 0.15:
        sentence = closed_by_abbreviation(sentence, rng)
    return sentence


def misread(word: str, rng: random.Random, *, share: float) -> str:
    """The word with some letters taken for others, as optical reading does: 'Hoogevcen'."""
    return "".join(
        rng.choice(MISREAD[letter]) if letter in MISREAD and rng.random() < share else letter
        for letter in word
    )


def scanned(sentence: Sentence, rng: random.Random) -> Sentence:
    """A badly read scan; the lemmas of misread words are withheld."""
    words = tuple(
        misread(word, rng, share=0.03) if len(word) > 3 else word for word in sentence.words
    )
    lemmas = tuple(
        lemma if word == old else ""
        for word, old, lemma in zip(words, sentence.words, sentence.lemmas, strict=True)
    )
    return replace(sentence, words=words, lemmas=lemmas)


def vary(sentence: Sentence, rng: random.Random) -> Sentence:
    """A varied sentence; most stay as they are."""
    if rng.random() < 0.12:
        sentence = abbreviate(sentence, rng)
    draw = rng.random()
    if draw < 0.04:
        return lower(sentence)
    if draw < 0.06:
        return upper(sentence)
    if draw < 0.09:
        return without_full_stop(sentence)
    if draw < 0.12:
        return scanned(sentence, rng)
    if draw < 0.35:
        return requote(sentence, rng)
    return sentence
