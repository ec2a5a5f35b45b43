"""One document through all stages, with a trained model where there is one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from pipeline import document
from pipeline.document import Tools, analyse_document, anchor_of
from pipeline.quantities.find import Found
from pipeline.records import (
    DocumentAnalysis,
    DocumentRejectedError,
    Entity,
    Published,
    SourceFile,
)

CORPUS = Path(__file__).parents[1] / "corpus"
EXAMPLES = sorted(path.name for path in CORPUS.glob("*-*") if path.suffix != ".toml")
ARTICLE = """\
Minder uitkeringen in Deventer

Geplaatst: 6 februari 2023

In 2022 telde de gemeente Deventer 2.140 bijstandsuitkeringen, 3 procent minder dan in 2021.
Volgens wethouder Hanne Terpstra (D66) is de daling vooral te danken aan de krappe arbeids-
markt. Landelijk daalde het aantal bijstandsuitkeringen met 4 procent.

Vorig jaar meldden zich 310 huishoudens bij de schuldhulpverlening. Dat waren er in 2021 nog 280.

Lees ook
Zwembad sluit 14 dagen
Al 5.200 mensen volgen ons op Facebook
"""


@dataclass(frozen=True)
class Decided:
    """What a person decided, as the store hands it over."""

    kind: str
    subject: str
    value: str
    entity: Entity | None = None


def source(text: str, name: str = "artikel.txt", metadata: str | None = None) -> SourceFile:
    return SourceFile(name, text.encode(), metadata.encode() if metadata is not None else None)


@pytest.fixture(scope="module")
def article(tools: Tools) -> DocumentAnalysis:
    return analyse_document(source(ARTICLE), tools)


def figure_of(analysis: DocumentAnalysis, said: str) -> tuple[object, ...]:
    """Indicator, place, period, value and statement of the only figure with these words."""
    found = [f for f in analysis.figures if said in analysis.quantities[f.quantity].surface]
    assert len(found) == 1, (said, [analysis.quantities[f.quantity].surface for f in found])
    return (
        found[0].indicator,
        found[0].place,
        found[0].period,
        found[0].value,
        found[0].statement,
    )


def test_an_article(article: DocumentAnalysis) -> None:
    assert article.description.published.edtf == "2023-02-06"
    deventer = "GM0150"
    assert figure_of(article, "2.140") == ("bijstand", deventer, "2022", 2140.0, "level")
    assert figure_of(article, "3 procent") == ("bijstand", deventer, "2022", 3.0, "change")
    assert figure_of(article, "4 procent")[1] == "NL"
    assert figure_of(article, "310") == ("schuldhulp", deventer, "2022", 310.0, "level")
    assert figure_of(article, "280") == ("schuldhulp", deventer, "2021", 280.0, "level")


def test_the_same_document_gives_the_same_analysis(article: DocumentAnalysis, tools: Tools) -> None:
    analyse_document(source("In Assen staan 250 woningen leeg.\n"), tools)  # leaves no trace
    assert analyse_document(source(ARTICLE), tools) == article


def test_furniture_yields_no_facts(article: DocumentAnalysis) -> None:
    furniture = ARTICLE.index("Lees ook")
    zones = [zone for zone in article.clean.zones if zone.start >= furniture]
    assert zones
    assert all(zone.kind == "furniture" and zone.reason for zone in zones)
    values = {figure.value for figure in article.figures}
    assert values == {2140.0, 3.0, 4.0, 310.0, 280.0}
    assert 5200.0 not in {quantity.value for quantity in article.quantities}


def test_everything_lies_where_it_says(article: DocumentAnalysis) -> None:
    view = article.clean.view
    found = [*article.quantities, *article.times, *article.entities.mentions, *article.others]
    assert len(found) > 12
    for item in found:
        assert view.text[item.start : item.end] == item.surface
    for sentence in article.sentences:
        assert view.text[sentence.start : sentence.end] == sentence.text
        for token in sentence.tokens:
            assert view.text[token.start : token.end] == token.text
    for figure in article.figures:
        sentence = article.sentences[figure.sentence]
        quantity = article.quantities[figure.quantity]
        assert sentence.start <= quantity.start < quantity.end <= sentence.end
        assert figure.indicator in {indicator.id for indicator in article.indicators}


def test_every_bound_dimension_has_evidence(article: DocumentAnalysis) -> None:
    for figure in article.figures:
        shown = {evidence.dimension for evidence in figure.evidence}
        for dimension in ("indicator", "place", "period", "population", "speaker", "derived_from"):
            if getattr(figure, dimension) is not None:
                assert dimension in shown, (dimension, figure)


def test_a_hyphenated_word_is_read_whole_and_found_again(article: DocumentAnalysis) -> None:
    view = article.clean.view
    start = view.text.index("arbeidsmarkt")
    first, last = view.to_original(start, start + len("arbeidsmarkt"))
    assert article.loaded.text[first:last] == "arbeids-\nmarkt"


def test_a_date_that_a_person_set_wins(tools: Tools) -> None:
    decisions = (Decided("published", "", "2019"), Decided("published", "", "2018-05-02"))
    analysis = analyse_document(source(ARTICLE), tools, decisions)
    published = analysis.description.published
    assert (published.edtf, published.method) == ("2018-05-02", "person")
    assert (published.earliest, published.latest) == ("2018-05-02", "2018-05-02")
    # 'vorig jaar' moves with it, '2022' does not
    assert figure_of(analysis, "310")[2] == "2017"
    assert figure_of(analysis, "2.140")[2] == "2022"


def test_a_date_in_the_metadata_file_is_used(tools: Tools) -> None:
    text = "In Assen meldden zich vorig jaar 310 huishoudens bij de schuldhulpverlening.\n"
    undated = analyse_document(source(text), tools)
    dated = analyse_document(source(text, metadata='published = "2021-03-04"\n'), tools)
    assert dated.description.published.method == "metadata"
    assert figure_of(dated, "310")[2] == "2020"
    assert undated.description.published.method in {"inferred", "unknown"}
    assert figure_of(undated, "310")[2] is None


def test_a_name_that_a_person_linked_wins(tools: Tools) -> None:
    text = "In de gemeente Bergen staan 45 woningen leeg, zegt de raad van Bergen.\n"
    decided = (Decided("alias", "Bergen", "GM0893"),)
    analysis = analyse_document(source(text), tools, decided)
    linked = [m for m in analysis.entities.mentions if m.surface == "Bergen"]
    assert linked
    assert {(m.entity, m.kind, m.method, m.score) for m in linked} == {
        ("GM0893", "municipality", "person", 1.0)
    }
    assert figure_of(analysis, "45 woningen")[1] == "GM0893"


def test_a_person_says_that_something_is_no_name(tools: Tools) -> None:
    before = analyse_document(source(ARTICLE), tools)
    assert [role.person for role in before.entities.roles] == ["person:hanne-terpstra"]
    after = analyse_document(source(ARTICLE), tools, (Decided("alias", "Hanne Terpstra", ""),))
    assert "Hanne Terpstra" not in {mention.surface for mention in after.entities.mentions}
    assert after.entities.roles == after.entities.found == ()
    assert [issue.code for issue in after.issues].count("not_a_name") == 1
    assert len(after.figures) == len(before.figures)


def test_a_decision_about_an_unknown_entity_changes_nothing(tools: Tools) -> None:
    text = "In Assen staan 45 woningen leeg.\n"
    decided = (Decided("alias", "Assen", "GM9999"), Decided("verdict", "x", "klopt"))
    assert analyse_document(source(text), tools, decided) == analyse_document(source(text), tools)


def test_numbers_that_nobody_could_read_become_issues(
    tools: Tools, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "In Assen staan 45 wonin-\ngen leeg, en 7x7 winkels.\n"
    real = document.find_quantities

    def blind(view: str, **given: Any) -> Found:
        """Read nothing but what stands before '7x7'."""
        found = real(view, **given)
        place = view.index("7x7")
        kept = tuple(q for q in found.quantities if q.end <= place)
        return Found(kept, (), ((place, place + 3),))

    monkeypatch.setattr(document, "find_quantities", blind)
    analysis = analyse_document(source(text), tools)
    (issue,) = (issue for issue in analysis.issues if issue.code == "number_unread")
    assert (issue.stage, issue.severity) == ("quantities", "info")
    assert "7x7" in issue.message
    assert analysis.loaded.text[issue.start : issue.end] == "7x7"


@pytest.mark.parametrize("data", [b"", b" \n\n", b"%PDF-1.7 broken"])
def test_what_cannot_be_used_is_rejected_with_advice(tools: Tools, data: bytes) -> None:
    with pytest.raises(DocumentRejectedError) as caught:
        analyse_document(SourceFile("leeg.txt", data), tools)
    assert caught.value.code
    assert len(caught.value.message) > 10


@pytest.mark.parametrize(
    ("published", "anchored"),
    [
        (Published("2023-02", "2023-02-01", "2023-02-28", "stated"), True),
        (Published("2023/..", "2023-01-01", None, "inferred"), False),
        (Published(), False),
    ],
)
def test_an_open_date_anchors_nothing(published: Published, anchored: bool) -> None:
    assert (anchor_of(published) is not None) == anchored


@pytest.fixture(scope="module", params=EXAMPLES)
def example(request: pytest.FixtureRequest, tools: Tools) -> DocumentAnalysis:
    """Each of the example articles, with its metadata."""
    path = CORPUS / request.param
    beside = path.with_suffix(".toml")
    metadata = beside.read_bytes() if beside.is_file() else None
    return analyse_document(SourceFile(request.param, path.read_bytes(), metadata), tools)


def test_no_number_of_an_example_disappears(example: DocumentAnalysis) -> None:
    view = example.clean.view
    read = [(x.start, x.end) for x in (*example.quantities, *example.others, *example.times)]
    unread = [(issue.start, issue.end) for issue in example.issues if issue.code == "number_unread"]
    for number in re.finditer(r"\d+", view.text):
        known = any(start <= number.start() and number.end() <= end for start, end in read)
        original = view.to_original(*number.span())
        assert known or any(
            start is not None and end is not None and start <= original[0] and original[1] <= end
            for start, end in unread
        ), view.text[max(0, number.start() - 30) : number.end() + 20]


def test_examples_have_figures(example: DocumentAnalysis) -> None:
    assert example.figures
    known = {indicator.id for indicator in example.indicators}
    assert {figure.indicator for figure in example.figures} <= known
