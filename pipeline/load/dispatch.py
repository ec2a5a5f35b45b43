"""One file in, one :class:`~pipeline.records.Loaded` out."""

from __future__ import annotations

import hashlib
import re
from typing import Final

from pipeline.load import formats
from pipeline.load.decoding import decode, normalise_line_ends, repair
from pipeline.load.docx import read_docx
from pipeline.load.html import read_html
from pipeline.load.language import judge
from pipeline.load.metadata import metadata_name, read_metadata
from pipeline.load.pdf import read_pdf
from pipeline.records import Block, DocumentRejectedError, Issue, Loaded, Metadata, SourceFile

_MIN_WORDS: Final = 3
_WORD = re.compile(r"[^\W\d_]{2,}")
_LANGUAGE_NAMES: Final = {
    "en": "English",
    "de": "German",
    "fr": "French",
    "af": "Afrikaans",
    "fy": "Frisian",
    "es": "Spanish",
    "it": "Italian",
    "tr": "Turkish",
    "ar": "Arabic",
    "pl": "Polish",
}


def load(source: SourceFile) -> Loaded:
    """Turn the bytes of a file into a document.

    Raises:
        DocumentRejectedError: the file cannot be used. ``code`` is empty, unsupported, binary,
            damaged, encrypted, no_text, too_large, too_little_text or not_dutch; the message says
            what to do about it.
    """
    path = source.path
    if not source.data.strip():
        raise DocumentRejectedError("empty", f"{path} is empty; nothing was added")
    stated, issues = _stated(source)
    kind = formats.media_type(path, source.data)
    text, blocks, embedded, found = _read(kind, source)
    issues += found
    suffix_kind = formats.SUFFIXES.get(_suffix(path))
    if suffix_kind is not None and _family(suffix_kind) != _family(kind):
        issues += (
            Issue("load", "wrong_suffix", f"read as {kind}, whatever its name says", "info"),
        )
    if len(_WORD.findall(text[:10_000])) < _MIN_WORDS:
        how = (
            "open it in a browser and save it when all of it is shown, complete or as PDF"
            if kind == formats.HTML
            else "check that it was saved completely"
        )
        raise DocumentRejectedError("too_little_text", f"{path} holds hardly any text; {how}")
    return Loaded(
        path=path,
        sha256=hashlib.sha256(source.data).hexdigest(),
        media_type=kind,
        text=text,
        stated=stated,
        embedded=embedded,
        blocks=blocks,
        issues=issues + _check_language(path, text, stated),
    )


def _stated(source: SourceFile) -> tuple[Metadata, tuple[Issue, ...]]:
    if source.metadata is None:
        return Metadata(), ()
    return read_metadata(source.metadata, name=metadata_name(source.path))


def _read(
    kind: str, source: SourceFile
) -> tuple[str, tuple[Block, ...], Metadata, tuple[Issue, ...]]:
    if kind == formats.PDF:
        raw, issues = read_pdf(source.data, path=source.path)
        repaired = repair(normalise_line_ends(raw))
        return repaired.text, (), Metadata(), issues + repaired.issues
    if kind == formats.DOCX:
        written, embedded = read_docx(source.data, path=source.path)
        return written.text, written.blocks, embedded, written.issues
    decoded = decode(source.data, path=source.path, html=kind == formats.HTML)
    if kind == formats.HTML:
        page = read_html(decoded.text)
        issues = decoded.issues + page.issues + page.written.issues
        return page.written.text, page.written.blocks, page.embedded, issues
    repaired = repair(normalise_line_ends(decoded.text))
    return repaired.text, (), Metadata(), decoded.issues + repaired.issues


def _check_language(path: str, text: str, stated: Metadata) -> tuple[Issue, ...]:
    if stated.language == "nl":
        return ()  # a person said so
    judgement = judge(text)
    name = _LANGUAGE_NAMES.get(judgement.code, f"language '{judgement.code}'")
    if judgement.verdict == "other":
        raise DocumentRejectedError(
            "not_dutch",
            f"{path} seems to be {name}, and only Dutch is read; if it is Dutch after all, "
            f'write language = "nl" in {metadata_name(path)}',
        )
    if judgement.verdict == "mixed":
        message = f"partly in another language than Dutch ({name})"
        return (Issue("load", "mixed_language", message, "info"),)
    if judgement.verdict == "unsure":
        return (Issue("load", "language_unsure", "too short to be sure it is Dutch", "info"),)
    return ()


def _suffix(path: str) -> str:
    return "." + path.rpartition(".")[2].lower()


def _family(kind: str) -> str:
    return formats.TEXT if kind == formats.MARKDOWN else kind
