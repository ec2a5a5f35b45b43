"""Short articles of 11 June 2024 from Meppel, read by the language model that is shipped."""

from __future__ import annotations

from pipeline.document import Tools, analyse_document
from pipeline.records import DocumentAnalysis, Figure, SourceFile

TITLE = "Nieuws uit de gemeente Meppel"


def read_article(tools: Tools, text: str, *, title: str = TITLE) -> DocumentAnalysis:
    """Analyse a text of 11 June 2024 below a title."""
    data = f"{title}\n\n{text}" if title else text
    return analyse_document(
        SourceFile("bericht.txt", data.encode(), b'published = "2024-06-11"\n'), tools
    )


def said_in(analysis: DocumentAnalysis) -> list[str]:
    """Return the words of the figures of a text."""
    return [analysis.quantities[figure.quantity].surface for figure in analysis.figures]


def figure(
    tools: Tools, text: str, said: str, *, title: str = TITLE
) -> tuple[DocumentAnalysis, Figure]:
    """Return the only figure of a text whose words are ``said``."""
    analysis = read_article(tools, text, title=title)
    words = said_in(analysis)
    found = [f for f, surface in zip(analysis.figures, words, strict=True) if surface == said]
    assert len(found) == 1, f"{said!r} is in {words} {len(found)} times"
    return analysis, found[0]
