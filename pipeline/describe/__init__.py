"""What a document is: its title, its publisher, when it was published and how that is known."""

from __future__ import annotations

from pipeline.describe.dates import (
    Stated,
    disagreement,
    embedded_in_format,
    stated_in_metadata,
    stated_in_text,
)
from pipeline.describe.inferred import infer_published
from pipeline.describe.publisher import find_publisher
from pipeline.describe.yearless import complete_year
from pipeline.records import Clean, Description, Issue, Loaded, Published

__all__ = ["describe"]

_LANGUAGE = "nl"  # load lets nothing else in


def describe(loaded: Loaded, clean: Clean) -> Description:
    """Describe a document.

    The date comes from the first of these that has one: the metadata file; the document's own
    dateline, byline, letter or page head; the format (web page head, address, file name); a 'last
    changed' line; bounds inferred from the periods that the text speaks of, which may complete a
    day that lacks its year. ``Published.method`` says which.
    """
    stated = stated_in_text(loaded, clean)
    published = (
        stated_in_metadata(loaded)
        or stated.own()
        or embedded_in_format(loaded)
        or stated.updated()
        or _inferred(loaded, clean, stated)
    )
    return Description(
        title=_title(loaded, clean),
        source=find_publisher(loaded, clean),
        published=published,
        language=(loaded.stated.language or _LANGUAGE).split("-")[0],
        url=loaded.stated.url or loaded.embedded.url,
        issues=(*_issues(published), *_disagreements(published, stated)),
    )


def _inferred(loaded: Loaded, clean: Clean, stated: Stated) -> Published:
    known = infer_published(clean, made=loaded.embedded.published)
    return (
        complete_year(stated.yearless, known)
        or known
        or Published(reason="the text gives no evidence of its date")
    )


def _disagreements(published: Published, stated: Stated) -> tuple[Issue, ...]:
    return disagreement(published, stated) if published.method in ("stated", "metadata") else ()


def _title(loaded: Loaded, clean: Clean) -> str | None:
    if loaded.stated.title:
        return loaded.stated.title
    for passage in clean.passages:
        if passage.kind == "title":
            return clean.view.text[passage.start : passage.end]
    return loaded.embedded.title


def _issues(published: Published) -> tuple[Issue, ...]:
    if published.method == "inferred":
        message = f"no date of publication; {published.reason}"
        place = (published.start, published.end)
        return (Issue("describe", "date_inferred", message, "info", *place),)
    if published.method == "unknown":
        message = "no date of publication, and nothing in the text to infer one from"
        return (Issue("describe", "undated", message, "warning"),)
    return ()
