"""Loading a spaCy pipeline, with errors that say how to mend them.

Any Dutch pipeline will do: the shipped one, one of spaCy's own, one that somebody trained. No
component is required by name; :func:`missing_parts` tells what a pipeline cannot do.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pipeline.resources import MODEL_VARIABLE, default_model, keep_to_one_thread

if TYPE_CHECKING:
    from spacy.language import Language

# What a pipeline may provide, by the token attributes that its components say they assign.
_PARTS: Final = {
    "part of speech": ("token.pos", "token.tag"),
    "lemma": ("token.lemma",),
    "syntax": ("token.dep", "token.head"),
    "names": ("doc.ents", "token.ent_type"),
}


class ModelError(Exception):
    """The language model cannot be used; the message says in one line how to mend that."""


def load_model(name_or_path: str | Path | None = None) -> Language:
    """Load a Dutch spaCy pipeline.

    The argument wins over the environment variable ``FEITENBANK_MODEL``, which wins over the
    pipeline that is shipped. A value may be a folder or the name of an installed package
    (``nl_core_news_md``).

    Raises:
        ModelError: missing, damaged, made for another spaCy, or not Dutch.
    """
    wanted = name_or_path or os.environ.get(MODEL_VARIABLE) or default_model()
    keep_to_one_thread()
    _check_folder(wanted)
    multiply_with_numpy()
    import spacy

    # These register what the shipped model needs.
    import pipeline.analyse.word_vectors
    import pipeline.borders.component
    import pipeline.conventions.component
    import pipeline.lemmas.component  # noqa: F401

    try:
        nlp = spacy.load(wanted)
    except OSError as error:
        raise ModelError(_missing(wanted, error)) from error
    except Exception as error:  # config, msgpack and srsly have errors of their own
        raise ModelError(_damaged(wanted, error)) from error
    if nlp.lang != "nl":
        raise ModelError(
            f"the model {wanted} is for language '{nlp.lang}', not for Dutch; choose one whose "
            "name begins with nl_"
        )
    return nlp


def multiply_with_numpy() -> None:
    """Let numpy multiply matrices instead of blis, which spaCy's layers prefer.

    On one core of a server processor the whole pipeline is then 1.7 times as fast (measured with
    ``benchmarks/model_speed.py``). Processors with operations of their own keep them.
    """
    from thinc.api import NumpyOps, get_current_ops, set_current_ops

    if type(get_current_ops()) is NumpyOps:
        set_current_ops(NumpyOps(use_blis=False))


def missing_parts(nlp: Language) -> tuple[str, ...]:
    """Return what the pipeline cannot do: of part of speech, lemma, syntax and names."""
    assigned: set[str] = set()
    for name in nlp.pipe_names:
        assigned.update(nlp.get_pipe_meta(name).assigns)
    return tuple(
        part for part, attributes in _PARTS.items() if not assigned.intersection(attributes)
    )


def _check_folder(wanted: str | Path) -> None:
    """Check what the folder says about itself before spaCy trips over it."""
    folder = Path(wanted)
    if isinstance(wanted, str) and not folder.exists() and os.sep not in wanted:
        return  # the name of a package
    if not folder.is_dir():
        raise ModelError(
            f"no language model at {folder}; give another with --model or {MODEL_VARIABLE}, or "
            "install feitenbank again"
        )
    meta = _read_meta(folder)
    required = meta.get("spacy_version", "")
    if required and not _fits(str(required)):
        raise ModelError(
            f"the model {folder} needs spaCy {required}, and {_installed()} is installed; "
            f"run: pip install 'spacy{required}'"
        )


def _read_meta(folder: Path) -> dict[str, Any]:
    import json

    path = folder / "meta.json"
    try:
        meta = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(_damaged(folder, error)) from error
    if not isinstance(meta, dict) or not (folder / "config.cfg").is_file():
        raise ModelError(_damaged(folder, ValueError("meta.json or config.cfg is no good")))
    return meta


def _installed() -> str:
    from spacy.about import __version__

    return str(__version__)


def _fits(required: str) -> bool:
    from spacy.util import is_compatible_version

    # None means that the version string itself makes no sense: let spaCy decide then.
    return is_compatible_version(_installed(), required) is not False


def _missing(wanted: str | Path, error: Exception) -> str:
    if "E050" in str(error):
        return (
            f"no language model named '{wanted}' is installed; run: python -m spacy download "
            f"{wanted}, or leave it out to use the one that is shipped"
        )
    return _damaged(wanted, error)


def _damaged(wanted: str | Path, error: Exception) -> str:
    reason = " ".join(str(error).split())[:120]
    return (
        f"the language model {wanted} is damaged or incomplete ({type(error).__name__}: "
        f"{reason}); install it again"
    )
