from __future__ import annotations

import pytest

from pipeline import knowledge
from pipeline.clean.furniture import furniture_rules, mark_furniture, normalise_line
from pipeline.clean.lines import split_lines
from pipeline.knowledge import KnowledgeError

PROSE = (
    "De gemeente Aa en Hunze trekt dit jaar 1,2 miljoen euro uit voor het opknappen van fietspaden."
)
MORE = (
    "Vorig jaar was dat nog de helft, en volgens de wethouder is er ook in 2024 genoeg geld voor."
)


def kept(text: str) -> list[str]:
    lines = split_lines(text)
    marked = zip(lines, mark_furniture(lines), strict=True)
    return [line.text for line, reason in marked if reason is None and line.text]


@pytest.mark.parametrize(
    "line",
    [
        "3 minuten leestijd",
        "< 2 min lezen",
        "Leestijd: 4 min",
        "Lees ook: Tekort op het zwembad groeit",
        "» Lees verder onder de foto",
        "Deel dit artikel",
        "Facebook | Twitter | WhatsApp",
        "Deel via WhatsApp",
        "Menu",
        "Home > Nieuws > Gemeenteraad",
        "Wij gebruiken cookies om deze site beter te maken.",
        "Schrijf je in voor onze nieuwsbrief",
        "© 2023 De Veenbode. Alle rechten voorbehouden.",
        "Pagina 3 van 12",
        "- 4 -",
        "-------",
        "14 feb",
        "Advertentie",
        "Uw vraag (max. 1000 tekens)",
        "Nog 240 tekens over",
    ],
)
def test_lines_that_are_set_aside(line: str) -> None:
    assert kept(f"{PROSE}\n\n{line}\n\n{MORE}") == [PROSE, MORE]


@pytest.mark.parametrize(
    "line",
    [
        "Delen van de wijk stonden onder water.",
        "De menukaart kost 12 euro.",
        "Lees- en schrijfonderwijs kreeg 30.000 euro.",
        "KVK telde 300 nieuwe bedrijven.",
        "Home-instead levert zorg aan 40 mensen.",
        "Het college gaf 3.000 euro uit aan webdesign.",
        "Reacties uit de raad waren gemengd.",
        "Op 14 februari besluit de raad.",
        "Agenda 2030 vraagt 4 miljoen.",
        "Weer 12 procent minder inbraken",
    ],
)
def test_sentences_that_stay(line: str) -> None:
    assert line in kept(f"{PROSE}\n\n{line}\n\n{MORE}")


@pytest.mark.parametrize(
    "tail",
    [
        "Relevante artikelen\n\nOpnieuw brand in Gieten\n\nGisteren om 10:12",
        "Je kunt deze onderwerpen volgen\nDrenthe\nWegen",
        "Laat een reactie achter\n\nJe naam\nIk vind 3 miljoen veel te veel geld voor asfalt.",
        "Aankomende evenementen\n14 Feb\nBloemencorso\n • Drenthe",
    ],
)
def test_what_closes_a_document(tail: str) -> None:
    assert kept(f"{PROSE}\n\n{MORE}\n\n{tail}") == [PROSE, MORE]


def test_nothing_closes_a_document_before_it_began() -> None:
    assert PROSE in kept(f"Meest gelezen\nBrand in Gieten\n\n{PROSE}\n\n{MORE}")


def test_a_heading_that_looks_like_a_link_list_does_not_swallow_the_rest() -> None:
    assert kept(f"{PROSE}\n\nReacties\n\n{MORE}") == [PROSE, MORE]


def test_related_articles_end_where_the_text_goes_on() -> None:
    text = f"{PROSE}\n\nLees ook\nBrand in Gieten\n\n{MORE}"
    assert kept(text) == [PROSE, MORE]


def test_running_heads_and_page_numbers() -> None:
    page = "Gemeente Aa en Hunze\n\nAlinea {0}.\nTweede {0}.\nDerde {0}.\nVierde {0}.\n{0}"
    text = "\n\f\n".join(page.format(number) for number in (1, 2, 3))
    assert "Gemeente Aa en Hunze" not in kept(text)
    assert "2" not in kept(text)
    assert "Vierde 3." in kept(text)


def test_every_phrase_matches_its_rule() -> None:
    """A phrase that normalisation changes, or that an earlier rule takes, could never match."""
    for rule in furniture_rules():
        for phrase in (*rule.lines, *(f"{start}iets" for start in rule.starts)):
            bare = normalise_line(phrase)
            assert rule.matches(bare) or rule.matches(phrase), (rule.id, phrase)
            assert len(kept(f"{PROSE}\n\n{phrase}\n\n{MORE}")) == 2, (rule.id, phrase)


def test_a_broken_rule_names_file_and_line(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = {"rule": [{"id": "share", "reason": "x", "scope": "overal", "lines": ["a"]}]}
    monkeypatch.setattr(knowledge, "read_toml", lambda name: broken)
    furniture_rules.cache_clear()
    try:
        with pytest.raises(KnowledgeError, match=r"furniture\.toml, line \d+: rule 'share': scope"):
            furniture_rules()
    finally:
        furniture_rules.cache_clear()
