"""Written questions and their answers in council papers.

Three layouts occur: labels ('Vraag 1', 'Antwoord'), numbered questions with the answer below, and
both mixed in one paragraph. In the last case sentences decide: what ends in a question mark is the
question, what follows is the answer. Speaker and stance of a figure hang on this.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pipeline.clean.lines import Chunk, cut
from pipeline.clean.paragraphs import ends_sentence
from pipeline.clean.render import render
from pipeline.clean.rules import first_match, zone_rules
from pipeline.clean.sentences import split_sentences

_DIVISIBLE: Final = ("body", "lead", "heading", "quote", "title")
_LINE_QUESTION: Final = 120  # characters of a question that lacks its mark


def divide_questions(chunks: Sequence[Chunk], original: str) -> list[Chunk]:
    """Name questions and answers, if the document consists of them; else return it unchanged."""
    texts = [_text(chunk, original) for chunk in chunks]
    labels = sum(_is_question_label(text) for text in texts)
    answers = sum(_is_answer_label(text) for text in texts)
    numbered = sum(_is_numbered_question(text) for text in texts)
    if not (numbered >= 2 or (labels >= 1 and answers >= 1) or labels >= 2 or answers >= 2):
        return list(chunks)
    return _Divider(original, answers_labelled=answers > 0).divide(chunks, texts)


class _Divider:
    """Walks through a document and remembers whether it is in a question or an answer."""

    def __init__(self, original: str, *, answers_labelled: bool) -> None:
        self._original = original
        self._answers_labelled = answers_labelled
        self._state = ""  # before the first question: neither

    def divide(self, chunks: Sequence[Chunk], texts: Sequence[str]) -> list[Chunk]:
        result: list[Chunk] = []
        for chunk, text in zip(chunks, texts, strict=True):
            if _is_answer_label(text) and chunk.kind != "furniture":
                self._state = "answer"
                result.append(chunk.as_kind("answer"))
            elif (_is_question_label(text) and chunk.kind != "furniture") or (
                _is_numbered_question(text) and chunk.kind in (*_DIVISIBLE, "list")
            ):
                result.extend(self._open_question(chunk))
            elif self._state and (chunk.kind in _DIVISIBLE or _is_bare_line(chunk)):
                result.extend(self._inside(chunk, text))
            else:
                result.append(chunk)
        return result

    def _open_question(self, chunk: Chunk) -> list[Chunk]:
        self._state = "question"
        if self._answers_labelled:
            return [chunk.as_kind("question")]
        parts = self._parts(chunk, asking_first=True)
        if any(part.kind == "answer" for part in parts) or self._asks(parts[-1]):
            self._state = "answer"
        return parts

    def _inside(self, chunk: Chunk, text: str) -> list[Chunk]:
        if self._state == "question":
            if self._answers_labelled:
                return [chunk.as_kind("question")]
            parts = self._parts(chunk, asking_first="?" in text)
            self._state = "answer"
            return parts
        if chunk.kind == "heading" and not _asks_without_mark(text) and "?" not in text:
            return [chunk]
        if _asks_without_mark(text):
            return [chunk.as_kind("question")]
        if self._answers_labelled:
            return [chunk.as_kind("answer")]
        return self._parts(chunk, asking_first=False)

    def _asks(self, chunk: Chunk) -> bool:
        return chunk.text(self._original).rstrip("\"'”’) ").endswith("?")

    def _parts(self, chunk: Chunk, *, asking_first: bool) -> list[Chunk]:
        """Divide a paragraph into runs of questions and answers.

        With ``asking_first`` everything up to the first question mark belongs to the question
        ('1. In 2019 daalde het aantal. Klopt dat? Ja.').
        """
        text, origin = render(self._original, chunk.spans)
        sentences = split_sentences(text)
        kinds = [_sentence_kind(text[start:end]) for start, end in sentences]
        if asking_first and "question" in kinds:
            kinds[: kinds.index("question")] = ["question"] * kinds.index("question")
        elif asking_first:
            kinds = ["question"] * len(kinds)
        runs: list[tuple[int, str]] = []
        for (start, _), kind in zip(sentences, kinds, strict=True):
            if not runs or runs[-1][1] != kind:
                runs.append((start, kind))
        parts = cut(chunk, [origin[start] for start, _ in runs[1:]], self._original)
        if len(parts) != len(runs):
            return [chunk.as_kind(runs[0][1] if runs else "answer")]
        return [part.as_kind(kind) for part, (_, kind) in zip(parts, runs, strict=True)]


def _is_bare_line(chunk: Chunk) -> bool:
    """Whether a chunk was taken for a list item for its shape only, without any bullet."""
    return chunk.kind == "list" and not chunk.lead_in and chunk.hint is None


def _sentence_kind(sentence: str) -> str:
    return "question" if sentence.rstrip("\"'”’»)] ").endswith("?") else "answer"


def _text(chunk: Chunk, original: str) -> str:
    return "" if chunk.kind in ("furniture", "table") else chunk.text(original)


def _is_question_label(text: str) -> bool:
    return bool(text) and first_match(zone_rules().question_labels, text) is not None


def _is_answer_label(text: str) -> bool:
    return bool(text) and first_match(zone_rules().answer_labels, text) is not None


def _is_numbered_question(text: str) -> bool:
    return "?" in text and text[0].isdigit() and first_match(zone_rules().numbers, text) is not None


def _asks_without_mark(text: str) -> bool:
    """Whether a short line opens as a question does and simply lacks its mark.

    'Wat is de reden van het verschil met buurgemeenten (3 procent meer)'
    """
    if len(text) > _LINE_QUESTION or ends_sentence(text) or len(text.split()) < 4:
        return False
    return text.split(None, 1)[0].lower() in zone_rules().question_words
