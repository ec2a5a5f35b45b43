"""The date of publication that a web page gives: structured data, meta tags, ``<time>``, its text.

Only what stands there as the page's own date counts: no ``<time>`` in a sidebar, no date of the
last change. A page that gives nothing but its last change was published not later than that.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from pipeline.periods.edtf import parse_published

_PUBLISHED: Final = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "dcterms.issued", "dc.date.issued", "dcterms.available", "dcterms.date", "dc.date",
    "dc.date.created", "dcterms.created", "publication_date", "publicationdate", "publishdate",
    "publish-date", "publish_date", "pubdate", "parsely-pub-date", "sailthru.date",
    "cxenseparse:recs:publishtime", "citation_publication_date", "date", "creation_date",
    "overheid.issued", "overheidop.datumpublicatie",
)  # fmt: skip
_CHANGED: Final = (
    "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified",
    "dc.date.modified", "lastmod", "last-modified",
)  # fmt: skip
_ARTICLE = re.compile(r"article|posting|report|news", re.I)
_ASIDE: Final = "ancestor::aside|ancestor::nav|ancestor::footer|ancestor::li|ancestor::ul"
_LABELLED = re.compile(
    r"\b(?:gepubliceerd|geplaatst|publicatiedatum|verschenen|datum(?: publicatie)?)\b(?: op| door)?"
    r"\s*[:|]?\s*(?:[a-z]+,? )?"
    r"(?P<date>\d{1,2}[-/]\d{1,2}[-/]\d{4}|\d{1,2} [a-z]{3,9}\.? \d{4}|\d{4}-\d\d-\d\d)",
    re.I,
)
_BARE = re.compile(
    r"(?:[a-z]+,? )?(?P<date>\d{1,2}[-/]\d{1,2}[-/]\d{4}|\d{1,2} [a-z]{3,9}\.? \d{4})"
    r"(?:[ ,|•·-]*(?:om )?\d{1,2}[:.]\d\d(?: uur)?)?",
    re.I,
)
_CHANGE_WORD = re.compile(r"modif|updat|gewijzigd|bijgewerkt|aangepast", re.I)
_PROSE: Final = 90  # characters; a <time> below such a paragraph is no longer the article's head
_NEAR: Final = 3  # visible lines above and below the title
_SHORT: Final = 160  # characters of a visible line that may be a dateline


def published_on(root: Any, lines: Sequence[str]) -> str | None:
    """Return the page's date of publication as EDTF, or None.

    ``root`` is the parsed page (lxml), ``lines`` its visible text. A page with only a date of
    change gives an interval that is open at the beginning (``../2022-06-01``).
    """
    data = list(_structured(root))
    meta = _meta(root)
    for value in (
        *_values(data, "datePublished"),
        *(meta[name] for name in _PUBLISHED if name in meta),
        *_times(root),
        *_visible(lines),
        *_beside_title(root, lines),
    ):
        if day := _day(value):
            return day
    for value in (
        *_values(data, "dateModified"),
        *(meta[name] for name in _CHANGED if name in meta),
    ):
        if day := _day(value):
            return f"../{day}"
    return None


def _day(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    try:
        edtf = parse_published(" ".join(value.split())).edtf
    except ValueError:
        return None
    return edtf[:10] if "/" not in edtf else None


def _structured(root: Any) -> Iterator[dict[str, Any]]:
    """Yield the objects of a page's JSON-LD, articles first."""
    found: list[dict[str, Any]] = []
    for script in root.xpath('//script[@type="application/ld+json"]'):
        try:
            found.extend(_objects(json.loads(script.text_content(), strict=False)))
        except (ValueError, RecursionError):
            continue  # broken structured data is common, and the page has other sources
    yield from (item for item in found if _ARTICLE.search(str(item.get("@type", ""))))
    yield from (item for item in found if "webpage" in str(item.get("@type", "")).lower())


def _objects(data: object) -> Iterator[dict[str, Any]]:
    if isinstance(data, list):
        for item in data:
            yield from _objects(item)
    elif isinstance(data, dict):
        yield data
        yield from _objects(data.get("@graph", []))
        yield from _objects(data.get("mainEntity", []))


def _values(data: Sequence[dict[str, Any]], key: str) -> Iterator[object]:
    return (item[key] for item in data if key in item)


def _meta(root: Any) -> dict[str, str]:
    """Return the meta tags by name, in lower case; the first of a name counts."""
    tags: dict[str, str] = {}
    for tag in root.xpath("//meta[@content]"):
        for key in ("property", "name", "itemprop"):
            if name := tag.get(key):
                tags.setdefault(name.strip().lower(), tag.get("content"))
    return tags


def _times(root: Any) -> Iterator[str]:
    """Yield the dates of ``<time>`` elements that stand in the head of the article."""
    plain: list[str] = []
    for element in root.xpath("//time|//*[@itemprop='datePublished']"):
        value = element.get("datetime") or element.get("content") or element.text_content()
        about = " ".join((element.get("itemprop") or "", element.get("class") or ""))
        before = element.getprevious()
        around = (element.getparent().text or "") + (
            (before.tail or "") if before is not None else ""
        )
        if _CHANGE_WORD.search(about + around) or element.xpath(_ASIDE):
            continue
        if "published" in about.lower() or element.get("pubdate") is not None:
            yield value
        elif not _below_prose(element):
            plain.append(value)
    yield from plain[:1]


def _below_prose(element: Any) -> bool:
    paragraphs = element.xpath("preceding::p")
    return any(len(paragraph.text_content()) > _PROSE for paragraph in paragraphs)


def _visible(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        if len(line) <= _SHORT and (found := _LABELLED.search(line)):
            yield found["date"]
            return


def _beside_title(root: Any, lines: Sequence[str]) -> Iterator[str]:
    """Yield a bare date that stands right above or below the page's headline."""
    titles = {" ".join(title.text_content().split()) for title in root.xpath("//h1")}
    for number, line in enumerate(lines):
        if line in titles:
            for near in lines[max(0, number - _NEAR) : number + _NEAR + 1]:
                if found := _BARE.fullmatch(near):
                    yield found["date"]
