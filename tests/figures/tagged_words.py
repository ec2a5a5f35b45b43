"""The words of the tests of this room, tagged by hand: no trained model is needed to read them.

A sentence may use the words of ``words.toml`` only; another word is an error of the test. Where a
word could be two things the sentence says which: ``word/POS``, ``word/POS/dep`` or
``word/POS/dep/lemma``.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from pipeline.records import Token

_PIECE = re.compile(
    r"(?P<word>\d+(?:[.,:]\d+)*(?:-\d+)?|[^\W\d_]+(?:[-'’][^\W\d_]+|\d+)*|[^\w\s])"
    r"(?:/(?P<pos>[A-Z]+)(?:/(?P<dep>[a-z:]*))?(?:/(?P<lemma>[\w-]+))?)?"
)
_OPENING = frozenset('“„"|')
_NUMBERS = frozenset(
    {"twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"}
    | {"vijftien", "twintig", "dertig", "honderd"}
)


def _read_words() -> dict[str, tuple[str, str, str]]:
    """Part of speech, morphology and lemma by form, and by ``form/POS``; the first one wins."""
    path = Path(__file__).with_name("words.toml")
    known: dict[str, tuple[str, str, str]] = {}
    for group in tomllib.loads(path.read_text(encoding="utf-8"))["words"]:
        for entry in group["forms"].split():
            form, _, lemma = entry.partition(":")
            analysis = (group["pos"], group["morph"], lemma or form)
            known.setdefault(form, analysis)
            known.setdefault(f"{form}/{group['pos']}", analysis)
    return known


_KNOWN = _read_words()


def tag(marked: str, offset: int) -> tuple[str, tuple[Token, ...]]:
    """Return a sentence without its marks, and its tokens as they lie in a text at ``offset``.

    >>> text, tokens = tag("Dit/PRON/nsubj is 8 procent.", 0)
    >>> text, [token.pos for token in tokens]
    ('Dit is 8 procent.', ['PRON', 'AUX', 'NUM', 'NOUN', 'PUNCT'])
    """
    text, taken = "", 0
    tokens: list[Token] = []
    for piece in _PIECE.finditer(marked):
        opens = not tokens or tokens[-1].text in _OPENING
        text += marked[taken : piece.start()]
        pos, morph, lemma = _analyse(piece["word"], piece["pos"], first=opens)
        start = offset + len(text)
        text += piece["word"]
        tokens.append(
            Token(
                text=piece["word"],
                start=start,
                end=offset + len(text),
                lemma=piece["lemma"] or lemma,
                pos=pos,
                dep=piece["dep"] or "",
                head=len(tokens),
                morph=morph,
            )
        )
        taken = piece.end()
    return text + marked[taken:], tuple(tokens)


def _analyse(word: str, pos: str | None, *, first: bool) -> tuple[str, str, str]:
    low = word.lower()
    if word[0].isdigit() or low in _NUMBERS:
        return pos or "NUM", "", low
    if not word[0].isalnum():
        return ("SYM" if word in "%€" else "PUNCT"), "", word
    named = f"{low}/{pos}" if pos else low
    if word[0].isupper() and not first and pos is None:
        return "PROPN", "", word
    if named in _KNOWN:
        return _KNOWN[named]
    if pos is not None:
        return pos, "", word if pos == "PROPN" else low
    if word[0].isupper():
        return "PROPN", "", word
    raise KeyError(f"'{word}' is not in words.toml; add it, or mark it: {word}/NOUN")
