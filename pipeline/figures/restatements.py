"""The same figure said twice in other units: '4,4 miljoen oftewel 22 procent', '(22 procent)'."""

from __future__ import annotations

from pipeline.figures.context import Context
from pipeline.figures.lexicon import Lexicon
from pipeline.records import Quantity

_REACH = 4  # tokens between the two


def restated(context: Context, number: int, quantity: Quantity, lexicon: Lexicon) -> int | None:
    """Return the number of the quantity that ``quantity`` says again in another unit, or None.

    Example: in 'een tekort van 4,4 miljoen euro oftewel 22 procent' the share restates the money.
    """
    first, last = context.span(quantity.start, quantity.end)
    for other, earlier in reversed(context.quantities):
        if other == number or earlier.end > quantity.start:
            continue
        if earlier.unit == quantity.unit or earlier.kind in {"age", "duration"}:
            continue
        _, end = context.span(earlier.start, earlier.end)
        if first - end > _REACH:
            return None
        between = [token.text.lower() for token in context.tokens[end:first]]
        if between[:1] == [","]:  # 'een tekort van 4,4 miljoen, ofwel 22 procent'
            between = between[1:]
        in_brackets = (
            between[:1] == ["("]
            and last < len(context.tokens)
            and (context.tokens[last].text in {")", ",", ";"})
        )
        says_so = any(
            all(word in words for word, words in zip(between, phrase, strict=False))
            and len(between) >= len(phrase)
            for phrase in lexicon.restatement
        )
        return other if in_brackets or says_so else None
    return None
