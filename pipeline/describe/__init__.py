"""What a document is: its title, its publisher, when it was published and how that is known."""

from __future__ import annotations

from pipeline.describe.dates import embedded_in_format, stated_in_metadata, stated_in_text
from pipeline.describe.inferred import infer_published
from pipeline.describe.publisher import find_publisher
from pipeline.records import Clean, Description, Issue, Loaded, Published

__all__ = ["describe"]

_LANGUAGE = "nl"  # load lets nothing else in


def describe(loaded: Loaded, clean: Clean) -> Description:
    """Describe a document.

    The date comes from the first of these that has one: the metadata file, the document's own
    dateline or byline, the format (web page head, address, file name), bounds inferred from the
    periods that the text speaks of. ``Published.method`` says which.
    """
    published = _published(loaded, clean)
    return Description(
        title=_title(loaded, clean),
        source=find_publisher(loaded, clean),
        published=published,
        language=(loaded.stated.language or _LANGUAGE).split("-")[0],
        url=loaded.stated.url or loaded.embedded.url,
        issues=_issues(published),
    )


def _published(loaded: Loaded, clean: Clean) -> Published:
    return (
        stated_in_metadata(loaded)
        or stated_in_text(clean)
        or embedded_in_format(loaded)
        or infer_published(clean)
        or Published(reason="the text gives no evidence of its date")
    )


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
