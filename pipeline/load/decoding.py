"""Bytes to characters, and the few repairs that a text may need.

Only what is certainly damage is touched: line ends become ``\\n``, NUL becomes U+FFFD, mojibake
(``financiÃ«le`` for ``financiële``) is put right, and letters that were stored apart from their
accents (Unicode NFD, as some systems save them) are composed, so that ``één`` is found however it
was saved. Quotes, spaces and ligatures stay as they are, for ``documents.text`` is the text as it
was written.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

import ftfy

from pipeline.records import DocumentRejectedError, Issue

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_HTML_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.I)
_LINE_END = re.compile(r"\r\n?|\x85|\u2028|\u2029")

# Mojibake only: every other habit of ftfy (quotes, widths, ligatures, line ends) is switched off.
_FTFY = ftfy.TextFixerConfig(
    unescape_html=False,
    remove_terminal_escapes=False,
    fix_encoding=True,
    restore_byte_a0=True,
    replace_lossy_sequences=False,
    decode_inconsistent_utf8=True,
    fix_c1_controls=True,
    fix_latin_ligatures=False,
    fix_character_width=False,
    uncurl_quotes=False,
    fix_line_breaks=False,
    fix_surrogates=False,
    remove_control_chars=False,
    normalization=None,
    explain=False,
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, with what had to be done to get them."""

    text: str
    issues: tuple[Issue, ...] = ()


def decode(data: bytes, *, path: str, html: bool = False) -> Decoded:
    """Decode a text file: byte order mark, declared charset (HTML), UTF-8, UTF-16, Windows-1252.

    Raises:
        DocumentRejectedError: the bytes are no text (``binary``).
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return Decoded(data[len(bom) :].decode(encoding, "replace"))
    wide = _utf16_without_bom(data)
    if wide:
        return Decoded(data.decode(wide, "replace"), (_encoding_issue(wide),))
    if len(_CONTROL.findall(data[:65536])) > max(8, len(data[:65536]) // 50):
        raise DocumentRejectedError(
            "binary",
            f"{path} holds no text but binary data; open it in the program that made it and "
            "save the text as .txt, .docx or PDF",
        )
    if html and (declared := _declared(data)):
        try:
            return Decoded(data.decode(declared))
        except UnicodeDecodeError:
            pass  # a wrong declaration is common; the bytes themselves decide below
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _legacy(data)


def normalise_line_ends(text: str) -> str:
    """Make every line end ``\\n`` and every NUL U+FFFD.

    >>> normalise_line_ends("een\\r\\ntwee\\x00")
    'een\\ntwee\\ufffd'
    """
    return _LINE_END.sub("\n", text).replace("\x00", "\ufffd")


def repair(text: str, *, offset: int = 0) -> Decoded:
    """Put mojibake right, line by line, with an issue for every place (offsets in the result).

    Loose accents are composed first, with one issue for the whole text.

    >>> repair("de financiÃ«le zorgen").text
    'de financiële zorgen'
    """
    if text.isascii():
        return Decoded(text)
    lines: list[str] = []
    issues: list[Issue] = []
    composed = unicodedata.normalize("NFC", text)
    if composed != text:
        loose = len(text) - len(composed)
        message = f"{loose} accents that stood apart from their letters were joined to them"
        issues.append(Issue("load", "accents_composed", message, "info"))
        text = composed
    at = offset
    for line in text.split("\n"):
        fixed = line if line.isascii() else ftfy.fix_encoding(line, _FTFY)
        if fixed != line:
            start, old, new = _difference(line, fixed)
            issues.append(
                Issue(
                    "load",
                    "mojibake_repaired",
                    f"'{_short(old)}' was read as '{_short(new)}'",
                    "info",
                    at + start,
                    at + start + len(new),
                )
            )
        lines.append(fixed)
        at += len(fixed) + 1
    return Decoded("\n".join(lines), tuple(issues))


def _utf16_without_bom(data: bytes) -> str | None:
    sample = data[:4096]
    if len(sample) < 8 or b"\x00" not in sample:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > half * 0.7 and even < half * 0.1:
        return "utf-16-le"
    if even > half * 0.7 and odd < half * 0.1:
        return "utf-16-be"
    return None


def _declared(data: bytes) -> str | None:
    found = _HTML_CHARSET.search(data[:4096])
    if not found:
        return None
    name = found[1].decode("ascii", "replace").lower()
    # Browsers read both as Windows-1252, and so do the people who declare them.
    name = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"}.get(name, name)
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None


def _legacy(data: bytes) -> Decoded:
    # Five bytes have no meaning in Windows-1252; as Latin-1 controls they survive for ftfy.
    text = "".join(
        chunk if isinstance(chunk, str) else chunk.decode("latin-1")
        for chunk in _cp1252_pieces(data)
    )
    return Decoded(text, (_encoding_issue("cp1252"),))


def _cp1252_pieces(data: bytes) -> list[str | bytes]:
    pieces: list[str | bytes] = []
    for number, part in enumerate(re.split(rb"([\x81\x8d\x8f\x90\x9d]+)", data)):
        pieces.append(part if number % 2 else part.decode("cp1252"))
    return pieces


def _encoding_issue(encoding: str) -> Issue:
    return Issue("load", "encoding_guessed", f"not UTF-8; read as {encoding}", "info")


def _difference(old: str, new: str) -> tuple[int, str, str]:
    """Return where two strings begin to differ, and the differing middle of each."""
    start = 0
    limit = min(len(old), len(new))
    while start < limit and old[start] == new[start]:
        start += 1
    tail = 0
    while tail < limit - start and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return start, old[start : len(old) - tail], new[start : len(new) - tail]


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
