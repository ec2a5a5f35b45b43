"""When a figure holds, in whole articles read with the language model that is shipped."""

from __future__ import annotations

import pytest
from articles import figure

from pipeline.document import Tools

TODAY = "2024-06-11"  # when the articles were published


@pytest.mark.parametrize(
    ("text", "said", "period", "method"),
    [
        # news is told in the past tense
        ("De politie hield dertien mannen aan.", "dertien mannen", TODAY, "publication"),
        ("De raad heeft 2 miljoen euro toegezegd.", "2 miljoen euro", TODAY, "publication"),
        ("Er stierven 40 zwanen aan de vogelgriep.", "40 zwanen", TODAY, "publication"),
        # but what the text dates goes on being told of that time
        (
            "In 2021 sloten 12 winkels. De leegstand was 9 procent.",
            "9 procent",
            "2021",
            "carried_over",
        ),
    ],
)
def test_without_a_time(tools: Tools, text: str, said: str, period: str, method: str) -> None:
    _, found = figure(tools, text, said)
    evidence = next(e for e in found.evidence if e.dimension == "period")
    assert (found.period, evidence.method) == (period, method)


@pytest.mark.parametrize(
    ("text", "said", "period"),
    [
        # a heading names the time of what stands below it
        ("Tarieven 2025\n\nEen kaart kost 26 euro per kwartaal.", "26 euro", "2025"),
        ("Begroting 2025\n\nDe lasten bedragen 24 miljoen euro.", "24 miljoen euro", "2025"),
        ("Klachten in 2022\n\nHet bureau noteerde 340 klachten.", "340 klachten", "2022"),
        # what a sentence says itself, or has just said, goes before
        (
            "Tarieven 2025\n\nEen kaart kostte in 2023 nog 21 euro.",
            "21 euro",
            "2023",
        ),
        # a heading that tells something is no name, and the next heading ends the section
        (
            "Assen wil in 2030 van het gas af\n\nEr staan 40 warmtepompen in de wijk.",
            "40 warmtepompen",
            TODAY,
        ),
        (
            "Tarieven 2025\n\nEen kaart kost 26 euro.\n\nPersoneel\n\nEr werken 48 mensen.",
            "48 mensen",
            TODAY,
        ),
    ],
)
def test_below_a_heading(tools: Tools, text: str, said: str, period: str) -> None:
    assert figure(tools, f"De raad vergaderde donderdag.\n\n{text}", said)[1].period == period


@pytest.mark.parametrize(
    ("title", "text", "said", "period"),
    [
        ("Jaarverslag 2021", "De lasten zijn 24 miljoen euro.", "24 miljoen euro", "2021"),
        ("Armoedemonitor 2022", "Van de kinderen leeft 7 procent in armoede.", "7 procent", "2022"),
        ("Minder branden in 2022", "De brandweer rukte 310 keer uit.", "310 keer", "2022"),
        # an ordinary title dates what is told of the past, not what is so now
        ("Minder branden in 2022", "Het korps telt 90 leden.", "90 leden", TODAY),
    ],
)
def test_below_a_title(tools: Tools, title: str, text: str, said: str, period: str) -> None:
    assert figure(tools, text, said, title=title)[1].period == period


@pytest.mark.parametrize(
    ("text", "said", "period"),
    [
        # what it is compared with was then
        ("De haven heeft 60 plekken meer dan tien jaar geleden.", "60 plekken", TODAY),
        ("De stad heeft 310 ligplaatsen minder dan vijf jaar geleden.", "310 ligplaatsen", TODAY),
        ("Het verlies is 20 procent lager dan drie jaar geleden.", "20 procent lager", TODAY),
        ("Meer dan tien jaar geleden telde de school 300 leerlingen.", "300 leerlingen", "2014"),
        # the time behind the second of two that are held against each other is of the second
        (
            "De opbrengst is 11 miljoen euro, tegen 10 miljoen euro in de begroting van 2022.",
            "11 miljoen euro",
            TODAY,
        ),
        (
            "De opbrengst is 11 miljoen euro, tegen 10 miljoen euro in de begroting van 2022.",
            "10 miljoen euro",
            "2022",
        ),
        (
            "Er zijn 40 plekken, vergeleken met 52 plekken aan het begin van 2020.",
            "40 plekken",
            TODAY,
        ),
        # what is to be replaced holds until then
        ("Vanaf 2025 kost een uur 3,40 euro in plaats van 2,90 euro.", "2,90 euro", TODAY),
        ("Vanaf 2025 kost een uur 3,40 euro in plaats van 2,90 euro.", "3,40 euro", "2025/.."),
        ("In 2026 komen er 90 plekken in plaats van 120 plekken.", "120 plekken", TODAY),
    ],
)
def test_compared(tools: Tools, text: str, said: str, period: str) -> None:
    assert figure(tools, text, said)[1].period == period
