"""Saved web pages: trafilatura finds the article, its tables and its metadata.

``Loaded.text`` is the extracted text; the format's own structure (headings, list items, table
rows) is handed on as blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from pipeline.load.blocks import BlockWriter, Written
from pipeline.load.pagedates import published_on
from pipeline.records import Issue, Metadata

_KINDS = {"p": "paragraph", "quote": "paragraph", "code": "paragraph", "fw": "paragraph"}
# Characters that may not stand in XML make lxml give up on a whole page.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LUMP_LINES = 4
_LUMP_SHARE = 0.75
_HIDDEN = "//script|//style|//noscript|//template|//head|//nav|//svg|//iframe|//button|//select"
_BLOCK_ELEMENTS = (
    "address article aside blockquote br dd div dl dt fieldset figcaption figure footer form h1 h2 "
    "h3 h4 h5 h6 header hr li main ol p pre section table td th tr ul"
)
_BREAKING = frozenset(_BLOCK_ELEMENTS.split())


@dataclass(frozen=True, slots=True)
class Page:
    """What was found in a web page."""

    written: Written
    embedded: Metadata
    issues: tuple[Issue, ...] = field(default=())


def read_html(html: str) -> Page:
    """Extract the article of a web page.

    Where trafilatura finds no article (pages without paragraphs, fragments), all visible text is
    taken, and an issue says so. A page without any, which a program fills when it is opened, is
    empty, whatever it says to browsers that run no programs.
    """
    html = _NOT_XML.sub(" ", html)
    lines = visible_lines(html)
    document = _extract(html) if lines else None
    writer = BlockWriter()
    issues: tuple[Issue, ...] = ()
    embedded = _metadata(document) if document is not None else Metadata()
    embedded = replace(embedded, published=_published(html))
    body = getattr(document, "body", None)
    if body is not None:
        for kind, text in _walk(body):
            writer.add(kind, text)
    if not writer.empty and not _is_one_lump(writer, html):
        _restore_title(writer, html, embedded.title)
    else:
        writer = BlockWriter()
        for line in lines:
            writer.add("paragraph", line)
        issues = (
            Issue(
                "load",
                "no_article_found",
                "no article was recognised in this page; all its visible text was taken",
                "info",
            ),
        )
    return Page(writer.finish(), embedded, issues)


def _is_one_lump(writer: BlockWriter, html: str) -> bool:
    """Whether the extraction ran a whole page together, for want of paragraph elements."""
    longest = max(writer.lengths())
    lines = visible_lines(html)
    return len(lines) >= _LUMP_LINES and longest > _LUMP_SHARE * sum(map(len, lines))


def visible_lines(html: str) -> list[str]:
    """Return the visible text of a page, a line for every block element."""
    root = _parse(html)
    if root is None:
        return []
    for hidden in root.xpath(_HIDDEN):
        if hidden.getparent() is not None:
            hidden.drop_tree()
    pieces: list[str] = []
    for event, element in _events(root):
        if isinstance(element.tag, str) and element.tag in _BREAKING:
            pieces.append("\n")
        pieces.append((element.text if event == "start" else element.tail) or "")
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return [line for line in lines if line]


def _events(root: Any) -> Iterator[tuple[str, Any]]:
    from lxml import etree  # type: ignore[import-untyped]  # lxml ships no types

    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start" and not isinstance(element.tag, str):
            continue  # a comment or processing instruction: its text is not visible
        yield event, element


def _parse(html: str) -> Any:
    from lxml import etree
    from lxml import html as lxml_html

    try:
        parser = lxml_html.HTMLParser(huge_tree=True)  # saved pages can be nested very deeply
        return lxml_html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", html), parser)
    except (etree.ParserError, ValueError):
        return None


def _extract(html: str) -> Any:
    from trafilatura import bare_extraction

    return bare_extraction(
        html,
        include_comments=False,
        include_tables=True,
        favor_recall=True,
        with_metadata=True,
        # Its date is not used (see pagedates), so it need not search far.
        date_extraction_params={"extensive_search": False, "original_date": True},
    )


def _metadata(document: Any) -> Metadata:
    return Metadata(
        title=_clean(document.title),
        source=_clean(document.sitename),
        url=_clean(document.url),
        language=_clean(document.language),
    )


def _clean(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _published(html: str) -> str | None:
    root = _parse(html)
    return None if root is None else published_on(root, visible_lines(html))


def _walk(element: Any) -> Iterator[tuple[str, str]]:
    """Yield (kind, text) for every block below ``element``, in reading order."""
    for child in element:
        tag = child.tag
        if tag == "head":
            yield "title" if child.get("rend") == "h1" else "heading", _text(child)
        elif tag == "list":
            for item in child.iter("item"):
                yield "list_item", _text(item, skip=("list",))
        elif tag == "table":
            for row in child.iter("row"):
                cells = [" ".join(_text(cell).split()) for cell in row.iter("cell")]
                yield "table_row", " | ".join(cells)
        elif tag in _KINDS:
            yield _KINDS[tag], _text(child)
        elif tag in ("div", "body", "main"):
            yield from _walk(child)
        if child.tail and child.tail.strip():
            yield "paragraph", child.tail


def _text(element: Any, skip: tuple[str, ...] = ()) -> str:
    """Return an element's text; ``<lb/>`` is a line end, other white space a single space."""
    pieces: list[str] = []

    def gather(node: Any) -> None:
        pieces.append(_flat(node.text))
        for child in node:
            if child.tag == "lb":
                pieces.append("\n")
            elif child.tag not in skip:
                gather(child)
            pieces.append(_flat(child.tail))

    gather(element)
    lines = (line.strip() for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def _flat(text: str | None) -> str:
    return re.sub(r"[ \t\r\n\f]+", " ", text) if text else ""


def _restore_title(writer: BlockWriter, html: str, title: str | None) -> None:
    """Put the page's visible headline in front when the extraction left it out."""
    if writer.has("title"):
        return
    root = _parse(html)
    headlines = root.xpath("//h1") if root is not None else []
    shown = [" ".join(headline.text_content().split()) for headline in headlines]
    shown = [text for text in shown if text]
    headline = shown[0] if len(shown) == 1 else next((t for t in shown if t == title), None)
    if headline and not writer.starts_with(headline):
        writer.insert_first("title", headline)
