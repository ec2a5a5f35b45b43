"""One sentence with everything that was found in it, divided into clauses.

The binders of this room ask the same questions of a sentence: which words stand between here and
there, which clause is this, which names and times stand in it. This module answers them once.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.figures.lexicon import Lexicon, Phrase, with_stem, word_matches
from pipeline.figures.tags import put_right
from pipeline.records import Mention, Quantity, Sentence, TimeExpression, Token

_HARD = frozenset({";", ":", "(", ")", "[", "]", "–", "—", "•"})
_MOST = frozenset({"meeste", "minste", "eerst"})
_FRACTIONS = frozenset({"helft", "kwart", "derde", "vierde", "vijfde", "tiende", "meerderheid"})
_ASIDE = 6  # tokens, brackets included
_SOFT = frozenset({",", "-"})
_OPPOSING = frozenset({"terwijl", "hoewel", "ofschoon"})  # a clause whatever verbs are seen in it
_TOLD = frozenset({"dat", "omdat", "doordat", "zodat", "nadat"})
_NOT_CLAUSES = frozenset({"en", "of"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of tokens of one sentence, half-open, usually around one finite verb."""

    first: int
    last: int

    def __contains__(self, token: object) -> bool:
        return isinstance(token, int) and self.first <= token < self.last


@dataclass(frozen=True, slots=True)
class Match:
    """Where a phrase or pattern stands: the indexes of its tokens, ascending."""

    tokens: tuple[int, ...]

    def distance(self, first: int, last: int) -> int:
        """Number of tokens between the match and the token span ``first``-``last``."""
        return min(
            0 if first <= token < last else (first - token if token < first else token - last + 1)
            for token in self.tokens
        )


@dataclass(frozen=True, slots=True)
class Context:
    """A sentence, its clauses, and the quantities, times and names that stand in it."""

    sentence: Sentence
    clauses: tuple[Clause, ...]
    quantities: tuple[tuple[int, Quantity], ...]  # with their index in the document
    times: tuple[TimeExpression, ...]
    mentions: tuple[Mention, ...]
    scope: int  # the passage; for a list the passage that introduces it
    forms: tuple[tuple[str, ...], ...]  # per token: lower-case text, stem, lemma …
    idle: frozenset[int] = frozenset()  # tokens of turns of speech, which name nothing

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the sentence."""
        return self.sentence.tokens

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open token span that overlaps the view span ``start``-``end``."""
        first = next((i for i, t in enumerate(self.tokens) if t.end > start), len(self.tokens))
        last = next(
            (i for i in range(first, len(self.tokens)) if self.tokens[i].start >= end), None
        )
        return first, len(self.tokens) if last is None else last

    def opening(self, clause: Clause) -> int:
        """Return the first token of a clause that is no mark, or its end."""
        places = range(clause.first, clause.last)
        return next((i for i in places if self.tokens[i].pos != "PUNCT"), clause.last)

    def clause_at(self, start: int) -> Clause:
        """Return the clause in which the view offset ``start`` lies."""
        first, _ = self.span(start, start + 1)
        for clause in self.clauses:
            if first in clause:
                return clause
        return Clause(0, len(self.tokens))

    def clause_before(self, clause: Clause) -> Clause | None:
        """Return the clause right before another, or None for the first."""
        found = (one for one, two in pairwise(self.clauses) if two == clause)
        return next(found, None)

    def word_before(self, start: int) -> str:
        """Return the small letters of the word before the view offset ``start``, or ''."""
        first, _ = self.span(start, start + 1)
        return self.tokens[first - 1].text.lower() if first else ""

    def inside_name(self, start: int, end: int) -> bool:
        """Whether the view span lies in a longer name: 'Drenthe' in 'GGZ Drenthe'."""
        return any(
            m.start <= start and end <= m.end and m.end - m.start > end - start
            for m in self.mentions
        )

    def find(self, phrase: Phrase, clause: Clause | None = None) -> Iterator[Match]:
        """Yield the places where the words of ``phrase`` stand next to each other."""
        first = clause.first if clause else 0
        last = clause.last if clause else len(self.tokens)
        for start in range(first, last - len(phrase) + 1):
            if all(
                word_matches(word, self.forms[start + offset]) for offset, word in enumerate(phrase)
            ):
                yield Match(tuple(range(start, start + len(phrase))))

    def has(self, phrases: Sequence[Phrase], clause: Clause | None = None) -> Match | None:
        """Return the first place where one of the phrases stands, or None."""
        for phrase in phrases:
            for match in self.find(phrase, clause):
                return match
        return None


def build_context(
    sentence: Sentence,
    quantities: Sequence[tuple[int, Quantity]],
    times: Sequence[TimeExpression],
    mentions: Sequence[Mention],
    lexicon: Lexicon,
    *,
    scope: int,
) -> Context:
    """Gather what stands in a sentence; the sequences hold only what lies within it.

    Tags that are certainly wrong are put right (:mod:`pipeline.figures.tags`).
    """
    sentence = replace(sentence, tokens=put_right(sentence.tokens, mentions, lexicon))
    context = Context(
        sentence=sentence,
        clauses=tuple(divide(sentence.tokens)),
        quantities=tuple(quantities),
        times=tuple(times),
        mentions=tuple(mentions),
        scope=scope,
        forms=_all_forms(sentence.tokens),
    )
    idle = {i for turn in lexicon.turns for match in context.find(turn) for i in match.tokens}
    return replace(context, idle=frozenset(idle))


def build_contexts(
    sentences: Sequence[Sentence],
    quantities: Sequence[Quantity],
    times: Sequence[TimeExpression],
    mentions: Sequence[Mention],
    lexicon: Lexicon,
) -> Iterator[Context]:
    """Yield a context for each sentence, with what lies in it."""
    starts = [sentence.start for sentence in sentences]
    by_sentence: dict[int, tuple[list[tuple[int, Quantity]], list[TimeExpression], list[Mention]]]
    by_sentence = {index: ([], [], []) for index in range(len(sentences))}

    def home(start: int) -> int | None:
        index = bisect_right(starts, start) - 1
        return index if index >= 0 and start < sentences[index].end else None

    for number, quantity in enumerate(quantities):
        index = home(quantity.start)
        if index is not None:
            by_sentence[index][0].append((number, quantity))
    for time in times:
        index = home(time.start)
        if index is not None:
            by_sentence[index][1].append(time)
    for mention in mentions:
        index = home(mention.start)
        if index is not None:
            by_sentence[index][2].append(mention)
    scope = -1
    for index, sentence in enumerate(sentences):
        if sentence.passage_kind != "list":
            scope = sentence.passage
        yield build_context(sentence, *by_sentence[index], lexicon, scope=scope)


def divide(tokens: Sequence[Token]) -> Iterator[Clause]:
    """Divide a sentence into clauses.

    A clause boundary is a hard mark (semicolon, colon, bracket, dash) or a word such as 'terwijl',
    or a comma or conjunction between two stretches that both have a finite verb.

    Example: 'In 2019 kreeg 8 procent bijstand | en in 2020 is dat 6 procent.'
    """
    fragments: list[tuple[int, int, bool]] = []  # first, last, starts after a hard mark
    first, hard = 0, True
    asides = _asides(tokens)
    for index, token in enumerate(tokens):
        if index in asides:
            continue
        is_hard = token.text in _HARD and token.pos in {"PUNCT", "SYM", "X", ""}
        if is_hard:
            if index > first:
                fragments.append((first, index, hard))
            first, hard = index + 1, True
        elif token.pos == "SCONJ" and token.text.lower() in _OPPOSING and index > first:
            fragments.append((first, index, hard))
            first, hard = index, True
        elif _opens_clause(token) and index > first:
            fragments.append((first, index, hard))
            first, hard = index, False
    if first < len(tokens):
        fragments.append((first, len(tokens), hard))
    merged: list[tuple[int, int, bool]] = []
    for fragment in fragments:
        if merged and not fragment[2]:
            before = merged[-1]
            own_verb = _has_verb(tokens, *fragment[:2]) or _is_dependent(tokens, *fragment[:2])
            if not (_has_verb(tokens, *before[:2]) and own_verb):
                merged[-1] = (before[0], fragment[1], before[2])
                continue
        merged.append(fragment)
    for start, end, _ in merged:
        yield Clause(start, end)


def comparison_spans(context: Context, lexicon: Lexicon) -> tuple[tuple[int, int], ...]:
    """Return the token spans that say what a figure is compared with.

    What stands in 'ten opzichte van 2019' or 'dan landelijk' is not the year or the place of the
    figure itself. A span runs from the marker to the end of its clause or the next quantity.
    """
    spans: list[tuple[int, int]] = []
    starts = {
        context.span(q.start, q.end)[0]
        for _, q in context.quantities
        # 'dan in de afgelopen tien jaar': the ten years are when, and no number of their own.
        if not _ago(context, q) and not any(t.start <= q.start < t.end for t in context.times)
    }
    for phrase in lexicon.comparison:
        for match in context.find(phrase):
            first = match.tokens[0]
            if phrase == (("dan",),) and not _is_comparative_dan(context, first):
                continue
            clause = next((c for c in context.clauses if first in c), None)
            last = clause.last if clause else len(context.tokens)
            opens = clause is not None and first == clause.first
            for index in range(first + 1, last):
                # 'Vergeleken met Zwolle is de uitval hoog': the verb ends what is compared with.
                verb = opens and "VerbForm=Fin" in context.tokens[index].morph
                if index in starts or verb or context.tokens[index].text == ",":
                    last = index
                    break
            spans.append((first, last))
    spans += _since_record(context)
    # 'Vergelijking met' within 'in vergelijking met' is no comparison of its own.
    return tuple(span for span in spans if not any(first < span[0] < last for first, last in spans))


def _since_record(context: Context) -> list[tuple[int, int]]:
    """'het laagste (aantal) sinds 2016': how long nothing was lower, and not when it was so."""
    found: list[tuple[int, int]] = []
    for index, token in enumerate(context.tokens):
        if token.text.lower() != "sinds":
            continue
        before = context.tokens[max(0, index - 3) : index]
        if any("Degree=Sup" in t.morph or t.text.lower() in _MOST for t in before):
            ends = [context.span(t.start, t.end)[1] for t in context.times]
            found.append((index, min((e for e in ends if e > index), default=index + 1)))
    return found


def _asides(tokens: Sequence[Token]) -> frozenset[int]:
    """Tokens of short brackets that divide nothing: '(D66)', '(CBS)'.

    They have no number, but for one that says again what stands before: 'een op de vijf
    (20 procent) heeft meer banen'.
    """
    inside: set[int] = set()
    for index, token in enumerate(tokens):
        if token.text != "(":
            continue
        for end in range(index + 1, min(index + _ASIDE, len(tokens))):
            if tokens[end].text == ")":
                words = tokens[index + 1 : end]
                numbers = any(word.pos == "NUM" or "%" in word.text for word in words)
                if not numbers or _says_again(tokens[index - 1 : index], words):
                    inside.update(range(index, end + 1))
                break
    return frozenset(inside)


def _says_again(before: Sequence[Token], words: Sequence[Token]) -> bool:
    """Whether brackets hold a bare share, right behind a fraction in words."""
    share = bool(words) and words[-1].text.lower().endswith(("procent", "%"))
    alone = all(word.pos in {"NUM", "NOUN", "SYM", "ADV", "ADJ"} for word in words)
    fraction = any(t.pos == "NUM" or t.text.lower() in _FRACTIONS for t in before)
    return share and alone and fraction and not any(t.text[:1].isdigit() for t in before)


def _opens_clause(token: Token) -> bool:
    if token.text in _SOFT:
        return True
    if token.pos == "PRON" and "PronType=Rel" in token.morph:
        return True
    if token.pos == "SCONJ":
        return token.text.lower() not in {"om", "te", "dan"}
    return token.pos == "CCONJ"


def _has_verb(tokens: Sequence[Token], first: int, last: int) -> bool:
    return any(
        token.pos in {"VERB", "AUX"}
        and ("VerbForm" not in token.morph or "VerbForm=Fin" in token.morph)
        for token in tokens[first:last]
    )


def _is_dependent(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a clause has a finite verb that looks like another form.

    'de schade die het verkeer veroorzaakt', 'de huizen die in 2030 weg moeten zijn'.
    """
    opening = tokens[first]
    relative = opening.pos == "PRON" and "PronType=Rel" in opening.morph
    told = opening.pos == "SCONJ" and opening.text.lower() in _TOLD
    if not (relative or told):
        return False
    words = [token for token in tokens[first:last] if token.pos != "PUNCT"]
    if any(word.pos == "AUX" and before.text != "te" for before, word in pairwise(words)):
        return True  # whatever form it seems to have: 'moeten' is both
    return words[-1].pos == "VERB" and "VerbForm=Part" in words[-1].morph


def _is_comparative_dan(context: Context, index: int) -> bool:
    """'hoger dan landelijk' compares, 'en dan' and 'groter dan 16%' do not."""
    if index == 0 or index + 1 >= len(context.tokens):
        return False
    numbers = {context.span(q.start, q.end) for _, q in context.quantities if not _ago(context, q)}
    if any(first <= index + 1 < last for first, last in numbers):
        return False
    before = context.tokens[max(0, index - 6) : index]
    return any(
        "Degree=Cmp" in token.morph
        or token.text.lower() in {"meer", "minder", "anders", "andere", "ander"}
        or (token.pos == "ADJ" and token.text.lower().endswith(("er", "ere")))
        for token in before
    )


def _ago(context: Context, quantity: Quantity) -> bool:
    """'vijf jaar' in 'minder dan vijf jaar geleden' is part of a point in time, and no number.

    Unless it begins the sentence's own time: 'Meer dan tien jaar geleden begon de bouw'.
    """
    if quantity.kind != "duration":
        return False
    first, _ = context.span(quantity.start, quantity.end)
    begun = any(other.end <= quantity.start for _, other in context.quantities)
    adjective = first > 0 and "Degree=Cmp" in context.tokens[first - 1].morph
    return (begun or adjective) and any(
        time.start < quantity.end <= time.end and time.kind in {"point", "part"}
        for time in context.times
    )


def _all_forms(tokens: Sequence[Token]) -> tuple[tuple[str, ...], ...]:
    """The forms of each token; a verb has one with its particle ('gaf … uit': uitgeven) too.

    The language model may have joined the two already.
    """
    forms = [list(_forms(token)) for token in tokens]
    for token in tokens:
        if token.text.lower() == "te":
            continue  # 'kwam eraan te pas': no verb 'tekomen'
        if token.dep == "compound:prt" and tokens[token.head].pos == "VERB":
            particle, verb = token.text.lower(), tokens[token.head].lemma.lower()
            bare = verb.removeprefix(particle) or verb
            forms[token.head] += [bare, particle + bare]
    return tuple(tuple(found) for found in forms)


def _forms(token: Token) -> tuple[str, ...]:
    text = token.text.lower()
    # Stems are for nouns: 'ongelukkig' has the stem of 'ongeluk' and means something else.
    forms = list(with_stem(text)) if token.pos in {"NOUN", "PROPN"} else [text]
    lemma = token.lemma.lower()
    if lemma and lemma != text:
        forms.append(lemma)
    if token.pos == "ADJ" and text.endswith("e"):
        # 'zware' → 'zwaar' is the lemmatiser's work; 'andere' → 'ander' must not depend on it.
        forms.append(text[:-1])
    return tuple(forms)
