"""From a loaded document to its zones and one clean view on it.

>>> from pipeline.records import Loaded
>>> page = "Kop boven het stuk\\n\\nIn Emmen daalde de schuld.\\n\\nDeel dit artikel"
>>> cleaned = clean(Loaded("a.txt", "", "text/plain", page))
>>> [(zone.kind, page[zone.start : zone.end]) for zone in cleaned.zones][1:]
[('lead', 'In Emmen daalde de schuld.'), ('furniture', 'Deel dit artikel')]
"""

from __future__ import annotations

from pipeline.clean.furniture import mark_furniture
from pipeline.clean.kinds import classify
from pipeline.clean.lines import split_lines
from pipeline.clean.markdown import mask_markdown
from pipeline.clean.paragraphs import group
from pipeline.clean.questions import divide_questions
from pipeline.clean.zones import assemble, drop_repetitions
from pipeline.records import Clean, Issue, Loaded

__all__ = ["clean"]

_MARKDOWN = "text/markdown"


def clean(loaded: Loaded) -> Clean:
    """Divide a document into zones and make the view that all later stages read.

    Every character that is not white space lies in exactly one zone. Should the furniture rules
    leave nothing over, they are set aside for this document, and an issue says so.
    """
    result = _clean(loaded, rules=True)
    if result.passages or not loaded.text.strip():
        return result
    issue = Issue(
        "clean", "all_furniture", "everything looked like page furniture; all of it was kept"
    )
    return _clean(loaded, rules=False, issues=(issue,))


def _clean(loaded: Loaded, *, rules: bool, issues: tuple[Issue, ...] = ()) -> Clean:
    text, blocks = loaded.text, loaded.blocks
    if loaded.media_type == _MARKDOWN:
        text, blocks = mask_markdown(text)
    lines = split_lines(text)
    reasons = mark_furniture(lines) if rules else [None] * len(lines)
    chunks = group(lines, reasons, blocks)
    chunks = classify(chunks, text)
    chunks = divide_questions(chunks, text)
    return assemble(drop_repetitions(chunks, text), text, issues)
