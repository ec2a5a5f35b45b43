"""CoNLL-U to spaCy documents, and the scores of a language model on them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, DocBin
from spacy.training import Example

from pipeline.analyse.scores import Score, evaluate_model, own_sentences, table
from pipeline.analyse.treebank import (
    TreebankError,
    documents,
    has_names,
    read_conllu,
    set_names,
    to_doc,
)

CONLLU = (
    "# sent_id = krant-3.p.1.s.1\n"
    "1\tDe\tde\tDET\tLID|bep\tDefinite=Def\t2\tdet\t_\t_\n"
    "2\tstadsraad\tstads_raad\tNOUN\tN|soort\tNumber=Sing\t3\tnsubj\t_\t_\n"
    "3\tzweeg\tzwijgen\tVERB\tWW|pv\t_\t0\troot\t_\tSpaceAfter=No\n"
    "4\t.\t.\tPUNCT\tLET\t_\t3\tpunct\t_\t_\n"
    "\n"
    "# sent_id = krant-3.p.1.s.2\n"
    "1\tZie\tzien\tVERB\tWW|pv\t_\t0\troot\t_\t_\n"
    "2\took\took\tADV\tBW\t_\t1\tadvmod\t_\t_\n"
    "\n"
)

NAMED = (
    "# newdoc id = 1\n"
    "# slice = plain\n"
    "# sent_id = 1\n"
    "1\tPiet\tPiet\tPROPN\t_\t_\t3\tnsubj\t_\tname=B-PERSON\n"
    "2\tKok\tKok\tPROPN\t_\t_\t1\tflat\t_\tname=L-PERSON\n"
    "3\tzwijgt\tzwijgen\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No\n"
    "4\t.\t.\tPUNCT\t_\t_\t3\tpunct\t_\t_\n"
    "\n"
    "# sent_id = 2\n"
    "1\tOmmen\tOmmen\tPROPN\t_\t_\t2\tnsubj\t_\tname=U-LOC\n"
    "2\took\t_\t_\t_\t_\t0\troot\t_\tSpaceAfter=No\n"
    "3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_\n"
    "\n"
    "# newdoc id = 2\n"
    "# slice = headlines\n"
    "# sent_id = 3\n"
    "1\tRaad\traad\tNOUN\t_\t_\t0\troot\t_\t_\n"
    "2\tOmmen\tOmmen\tPROPN\t_\t_\t1\tnmod\t_\tname=U-LOC\n"
)


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_conllu_to_doc(tmp_path: Path) -> None:
    (run,) = documents(read_conllu(write(tmp_path / "a.conllu", CONLLU)), most=10)
    doc = to_doc(run, spacy.blank("nl").vocab)
    assert doc.text == "De stadsraad zweeg. Zie ook "
    assert [token.lemma_ for token in doc][:3] == ["de", "stadsraad", "zwijgen"]
    assert [token.head.i for token in doc] == [1, 2, 2, 2, 4, 4]
    assert [span.text for span in doc.sents] == ["De stadsraad zweeg.", "Zie ook"]
    assert not has_names(run)


def test_names_and_slices(tmp_path: Path) -> None:
    runs = list(documents(read_conllu(write(tmp_path / "n.conllu", NAMED)), most=10))
    assert [run[0].slice for run in runs] == ["plain", "headlines"]
    doc = to_doc(runs[0], spacy.blank("nl").vocab)
    set_names(doc, runs[0])
    assert [(name.text, name.label_) for name in doc.ents] == [
        ("Piet Kok", "PERSON"),
        ("Ommen", "LOC"),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1\tDe\tde\n", r"b\.conllu:1: 3 columns"),
        ("1\tDe\tde\tDET\t_\t_\tx\tdet\t_\t_\n", r"b\.conllu:1: head 'x' is no number"),
        ("1\tDe\tde\tDET\t_\t_\t7\tdet\t_\t_\n", "a head lies outside its sentence"),
    ],
)
def test_broken_conllu_names_file_and_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(TreebankError, match=message):
        list(read_conllu(write(tmp_path / "b.conllu", text)))


def test_no_text_and_no_docbin(tmp_path: Path) -> None:
    bytes_ = tmp_path / "c.conllu"
    bytes_.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(TreebankError, match=r"c\.conllu cannot be read"):
        list(read_conllu(bytes_))
    (tmp_path / "c.spacy").write_bytes(b"no DocBin")
    with pytest.raises(TreebankError, match=r"c\.spacy is no DocBin"):
        evaluate_model(spacy.blank("nl"), tmp_path / "c.spacy")
    with pytest.raises(TreebankError, match="no sentences"):
        evaluate_model(spacy.blank("nl"), write(tmp_path / "d.conllu", "# nothing\n"))


class EveryWordANoun:
    """A part of a pipeline that knows one part of speech."""

    def __call__(self, doc: Doc) -> Doc:
        for token in doc:
            token.pos_ = "NOUN"
        return doc

    def score(self, examples: Iterable[Example], **options: object) -> dict[str, Any]:
        return Scorer.score_token_attr(examples, "pos")


@Language.factory("every_word_a_noun")
def every_word_a_noun(nlp: Language, name: str) -> EveryWordANoun:
    return EveryWordANoun()


def simple() -> Language:
    """A pipeline of which one can tell beforehand what it gets right."""
    nlp = spacy.blank("nl")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("every_word_a_noun")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "LOC", "pattern": "Ommen"}])
    return nlp


def test_scores_are_those_of_the_slices(tmp_path: Path) -> None:
    scores = evaluate_model(simple(), write(tmp_path / "n.conllu", NAMED))
    found = {each.name: each.score for each in scores}
    assert found["all.names_p"] == 1.0
    assert found["all.names_r"] == pytest.approx(2 / 3)
    assert found["headlines.names_f"] == 1.0
    assert found["plain.names_f_PERSON"] == 0.0
    assert found["plain.sentences"] == 1.0
    # 'ook' has no part of speech in the gold: six words of 'plain' count, none is a noun
    assert found["plain.pos"] == 0.0
    assert found["headlines.pos"] == 0.5
    assert "all.tag" not in found
    assert "all.morph" not in found


def test_names_are_not_scored_where_none_are_annotated(tmp_path: Path) -> None:
    path = write(tmp_path / "a.conllu", CONLLU)
    assert not any("names" in each.name for each in evaluate_model(simple(), path))


def test_docbin(tmp_path: Path) -> None:
    nlp = simple()
    (run,) = documents(read_conllu(write(tmp_path / "a.conllu", CONLLU)), most=10)
    DocBin(docs=[to_doc(run, nlp.vocab)]).to_disk(tmp_path / "a.spacy")
    found = dict(table(evaluate_model(nlp, tmp_path / "a.spacy")))
    assert found["all"]["pos"] == pytest.approx(1 / 6)


def test_own_sentences_are_many_and_sound() -> None:
    trees = list(read_conllu(own_sentences()))
    assert len(trees) >= 150
    assert len({tree.slice for tree in trees}) == 8
    for tree in trees:
        roots = [word for word in tree.words if word.head == 0]
        assert len(roots) == 1, tree
        for number in range(1, len(tree.words) + 1):
            seen, at = set(), number
            while at:
                assert at not in seen, tree
                seen.add(at)
                at = tree.words[at - 1].head


def test_table_leaves_out_what_was_not_measured() -> None:
    assert list(table([Score("all.pos", 0.9), Score("all.tag", None)])) == [("all", {"pos": 0.9})]
