"""Put the trained parts together into the pipeline that is shipped.

Grammar and names are trained apart, with the same vectors. Each keeps a tok2vec layer of its own:
sharing one costs more accuracy than the time it saves. Nothing of the training set-up stays in the
shipped configuration.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
from pathlib import Path
from typing import Any

import spacy
import srsly
from spacy.attrs import ORTH
from spacy.language import Language
from spacy.tokens import DocBin

from pipeline.borders import component as borders
from pipeline.borders import network
from pipeline.conventions import component as conventions
from pipeline.knowledge import read_tsv
from pipeline.lemmas import component as lemmas

ACRONYM = re.compile(r"[A-Z]{2,}\.")
CAPITAL_TITLES = frozenset({"ART.", "DR.", "DRS.", "IR.", "MR.", "NR.", "PROF.", "ST."})
LONE_CAPITAL_STOP = r"(?<=[a-z0-9&][A-Z])\.$"
# Abbreviations that spaCy's Dutch exceptions lack and that are no words of themselves.
ABBREVIATIONS = frozenset({
    "afd", "artt", "burg", "dec", "dhr", "excl", "febr", "hst", "incl", "jl", "mevr",
    "mld", "mln", "mw", "nl", "nov", "nrs", "okt", "ong", "pag", "plm", "prov", "sept", "tel",
    "vgl", "vlgs", "voorz", "weth", "zgn",
})  # fmt: skip
# Abbreviations to spaCy that are, in running text, the last words of sentences.
ORDINARY = frozenset({
    "al", "app", "bel", "best", "co", "dat", "gem", "gen", "hand", "it", "kap", "kon", "lat",
    "me", "ov", "pan", "pas", "pers", "rect", "top", "ver", "vol", "volt",
})  # fmt: skip
# Smileys, with at most one letter or digit: '):' in 'Li (27): 6-4', '8)' in '(groep 8)'.
SMILEY = re.compile(r"(?=.*[():=<>;*^|/])[^\w\s]*\w?[^\w\s]+\w?")
SHORT_YEAR = r"['’][4-9]\d(?!\d)"  # de jaren '50
PRESS = "media"  # the sort of organisation, in models/knowledge
ARTICLE_AND_NOUN = re.compile(r"(?:De|Het) [A-Z]")
LETTERS_AND_STOPS = r"(?:[A-Za-zÀ-ÿ]\.){2,}$"  # m.b.v., t.n.v., J.P.

META: dict[str, Any] = {
    "name": "feitenbank",
    "version": "3.4.0",
    "description": (
        "Dutch pipeline for news, notices and council papers: tags, morphology, lemmas, "
        "dependencies, sentences and names."
    ),
    "author": "Feitenbank contributors",
    "license": "CC BY-SA 4.0",
    "sources": [
        {
            "name": "UD Dutch LassySmall and UD Dutch Alpino",
            "author": "Gosse Bouma, Gertjan van Noord and others",
            "license": "CC BY-SA 4.0",
            "url": "https://universaldependencies.org",
        },
        {
            "name": "Europeana Newspapers NER corpus (Dutch)",
            "author": "Europeana Newspapers project, KB national library of the Netherlands",
            "license": "CC0 1.0",
            "url": "https://github.com/EuropeanaNewspapers/ner-corpora",
        },
        {
            "name": "Feitenbank name annotations (stand-off)",
            "author": "Feitenbank contributors",
            "license": "CC BY-SA 4.0",
            "url": "",
        },
        {
            "name": "multilingual-e5-small (what the teacher began as; none of it is contained)",
            "author": "Liang Wang and others",
            "license": "MIT",
            "url": "https://arxiv.org/abs/2402.05672",
        },
        {
            "name": "Word vectors from Dutch news of 2018 and 2019 (no text is contained)",
            "author": "Feitenbank contributors",
            "license": "CC BY-SA 4.0",
            "url": "",
        },
    ],
}


def mend_tokenizer(nlp: Language) -> None:
    """Split the full stop off 'VN.', 'PvdA.', 'B&W.' and 'hand.', and leave it on 'mw.', 'm.b.v.'.

    spaCy's Dutch exceptions take 'VN.' and 'hand.' for abbreviations, and its suffixes know no
    full stop after a lone capital. Titles in capitals stay whole. Its exceptions also take '):' in
    'Li (27): 6-4' for a smiley, and its prefixes take the apostrophe off "'50".
    """
    tokenizer: Any = nlp.tokenizer
    tokenizer.rules = {
        form: pieces
        for form, pieces in tokenizer.rules.items()
        if form in CAPITAL_TITLES
        or not (
            ACRONYM.fullmatch(form)
            or form.removesuffix(".").lower() in ORDINARY
            or SMILEY.fullmatch(form)
        )
    }
    for short in sorted(ABBREVIATIONS):
        for form in (f"{short}.", f"{short.capitalize()}."):
            tokenizer.add_special_case(form, [{ORTH: form}])
    tokenizer.token_match = re.compile(LETTERS_AND_STOPS).match
    pattern = f"{tokenizer.suffix_search.__self__.pattern}|{LONE_CAPITAL_STOP}"
    tokenizer.suffix_search = re.compile(pattern).search
    pattern = f"(?!{SHORT_YEAR})(?:{tokenizer.prefix_search.__self__.pattern})"
    tokenizer.prefix_search = re.compile(pattern).search


def load_with_borders(path: Path, second: Path | None = None) -> Language:
    """A trained pipeline in which Feitenbank's recogniser of borders is in the place of spaCy's.

    It has the same network and, with `second` (trained with `configs/borders.cfg`), that of a
    second reader beside it; no weights of its own yet (`fit_borders.py`).
    """
    config = spacy.util.load_config(path / "config.cfg")
    config["components"]["senter"]["factory"] = borders.FACTORY
    if second is None:
        nlp = spacy.util.load_model_from_config(config, auto_fill=True)
        return nlp.from_disk(path)
    other = spacy.load(second)
    other.replace_listeners("tok2vec", "senter", ["model.tok2vec"])
    model = other.config.interpolate()["components"]["senter"]["model"]
    layers = model["tok2vec"]["encode"]
    config["components"]["senter"]["model"] = {
        "@architectures": network.ARCHITECTURE,
        "first": config["components"]["senter"]["model"],
        "second": model,
        "around": layers["depth"] * layers["window_size"],
    }
    nlp = spacy.util.load_model_from_config(config, auto_fill=True).from_disk(
        path, exclude=["senter"]
    )
    readers = nlp.get_pipe("senter").model.layers
    for reader, pipeline in zip(readers, (spacy.load(path), other), strict=True):
        reader.from_bytes(pipeline.get_pipe("senter").model.to_bytes())
    return nlp


def assemble(
    grammar: Path, second: Path | None, names: Path, treebank: Path, weights: Path
) -> Language:
    """The grammar pipeline, names, and behind them what the treebank settles."""
    nlp = load_with_borders(grammar, second)
    senter: Any = nlp.get_pipe("senter")
    senter.weights = srsly.read_json(weights)
    recogniser = spacy.load(names)
    if "tok2vec" in recogniser.pipe_names:
        recogniser.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    nlp.add_pipe("ner", source=recogniser)
    add_press(nlp)
    docs = list(DocBin().from_disk(treebank).get_docs(nlp.vocab))
    for factory, name in ((conventions.FACTORY, "conventions"), (lemmas.FACTORY, "settler")):
        settled: Any = nlp.add_pipe(factory, name=name)
        settled.learn(docs)
    mend_tokenizer(nlp)
    nlp.config["training"] = {}
    nlp.config["corpora"] = {}
    nlp.config["paths"] = {}
    nlp.config["initialize"] = {"components": {}, "tokenizer": {}}  # remove_pipe looks there
    nlp.meta.update(META)
    return nlp


def add_press(nlp: Language) -> None:
    """Let papers whose name is an article and a common noun be names: De Morgen, De Tijd.

    A recogniser takes them for the words that they are. Only those in the tables of
    `models/knowledge` are known, only with both capitals, and only where it saw no name.
    """
    known = read_tsv("organisations.tsv", columns=("name", "sort"))
    ruler: Any = nlp.add_pipe("entity_ruler", name="press", after="ner")
    ruler.add_patterns(
        [
            {"label": "ORG", "pattern": row["name"]}
            for row in known
            if row["sort"] == PRESS and ARTICLE_AND_NOUN.match(row["name"])
        ]
    )


def needed_strings(nlp: Language) -> set[str]:
    """Labels and features.

    Training leaves every word of its texts in the vocabulary. The pipeline does not need them, and
    words of other people's articles have no place in it.
    """
    strings: set[str] = set()
    for name in nlp.pipe_names:
        strings.update(str(label) for label in getattr(nlp.get_pipe(name), "labels", ()))
    for label in list(strings):
        for feature in label.split("|"):
            strings.update((feature, *feature.split("=")))
    morphologizer: Any = nlp.get_pipe("morphologizer")
    strings.update(morphologizer.cfg["labels_morph"].values())
    return strings - {""}


def scores(path: Path) -> dict[str, Any]:
    """What `evaluate.py` printed (JSON Lines), by set."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return {row.pop("set"): row for row in rows}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--grammar", type=Path, required=True, help="trained with configs/grammar")
    parser.add_argument("--second", type=Path, help="a second reader of borders: configs/borders")
    parser.add_argument("--names", type=Path, required=True, help="… with configs/names")
    parser.add_argument(
        "--treebank", type=Path, required=True, help="whose lemmas and genders are kept"
    )
    parser.add_argument("--borders", type=Path, required=True, help="weights: fit_borders.py")
    parser.add_argument("--scores", type=Path, help="output of evaluate.py, kept in meta.json")
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    nlp = assemble(
        options.grammar, options.second, options.names, options.treebank, options.borders
    )
    nlp.meta["performance"] = scores(options.scores) if options.scores else {}
    beside = options.output.with_name(f"{options.output.name}.new")
    if beside.exists():
        shutil.rmtree(beside)
    strings = sorted(needed_strings(nlp))
    nlp.to_disk(beside)
    srsly.write_json(beside / "vocab" / "strings.json", strings)
    for kept in ("README.md", "LICENSE"):
        if (options.output / kept).exists():
            shutil.copy2(options.output / kept, beside / kept)
    if options.output.exists():
        shutil.rmtree(options.output)
    beside.rename(options.output)
    print(f"{', '.join(nlp.pipe_names)} in {options.output}")


if __name__ == "__main__":
    main()
