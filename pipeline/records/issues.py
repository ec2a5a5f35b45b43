"""What went wrong or was left out, and a document that cannot be used."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Issue:
    """Something that went wrong or was left out, for the table ``issues``.

    ``code`` is a stable slug (``undated``, ``mojibake_repaired``); ``message`` is for a person.
    ``start`` and ``end`` are original offsets, or None when the issue is about the whole document.
    """

    stage: str
    code: str
    message: str
    severity: str = "warning"  # info | warning | error
    start: int | None = None
    end: int | None = None


class DocumentRejectedError(Exception):
    """The document cannot be used; the message names the reason and what to do about it."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message

    def __reduce__(self) -> tuple[type[DocumentRejectedError], tuple[str, str]]:
        # Exceptions with two arguments do not unpickle by themselves; workers send these back.
        return (DocumentRejectedError, (self.code, self.message))
