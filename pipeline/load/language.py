"""Is this text Dutch? Careful enough to let a Dutch text with English quotes through.

Two signs must agree before a text is turned away: a language model (py3langid) that sees another
language, and the near absence of Dutch function words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

MIN_LETTERS: Final = 120  # below this no judgement is safe
_SAMPLE: Final = 20_000  # characters
_WORDS: Final = (
    "de het een en van dat niet voor met zijn op te aan ook maar bij naar uit door om er hij zij "
    "ze wij we ik je deze dit die als dan nog wel worden wordt werd heeft hebben geen meer over "
    "tot tegen tussen onder volgens onze hun haar"
)
_FUNCTION_WORDS: Final = frozenset(_WORDS.split())
# Afrikaans and Low Saxon share many of these; 'die', 'het' and 'een' alone prove nothing.
_ENOUGH: Final = 0.12
_FEW: Final = 0.06
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Judgement:
    """``verdict``: dutch, unsure, mixed or other; ``code`` is the ISO 639-1 code that was seen."""

    verdict: str
    code: str


def judge(text: str) -> Judgement:
    """Judge a text by its first 20,000 characters.

    >>> judge("Te kort om iets te zeggen.").verdict
    'unsure'
    """
    sample = text[:_SAMPLE]
    words = [word.lower() for word in _WORD.findall(sample)]
    if sum(map(len, words)) < MIN_LETTERS:
        return Judgement("unsure", "nl")
    share = sum(word in _FUNCTION_WORDS for word in words) / len(words)
    code, probability = _classify(" ".join(words))
    if code == "nl":
        return Judgement("dutch", "nl")
    if share >= _ENOUGH:
        return Judgement("mixed", code) if probability > 0.9 else Judgement("dutch", "nl")
    if share < _FEW and probability > 0.9:
        return Judgement("other", code)
    return Judgement("mixed", code)


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    # A copy of our own: the module's shared one may be narrowed by somebody else.
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _classify(text: str) -> tuple[str, float]:
    code, probability = _identifier().classify(text)
    return str(code), float(probability)
