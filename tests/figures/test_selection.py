"""Which quantities are figures, and which only point back at one."""

from __future__ import annotations

import pytest
from tagged_documents import Reader


@pytest.mark.parametrize(
    "sentence",
    [
        "De leerlingen zijn kinderen van 12 jaar.",  # an age describes a group
        "De raad kent één/NUM begeleider/NOUN.",
        "In de wijk zijn er 12.",  # twelve of what?
        "Het budget is twee/NUM keer/NOUN zo/ADV groot/ADJ.",  # a multiple without a base
        "Het college werkt al zes jaar aan plannen.",  # a duration that measures nothing
        "Binnen/ADP zes weken volgt een brief.",
        "Op 3 mei/NOUN volgt een brief.",
    ],
)
def test_not_a_figure(read: Reader, sentence: str) -> None:
    assert read(sentence).said == []


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("De wachttijd is zes weken.", ["zes weken"]),
        ("De cursus duurt twintig weken.", ["twintig weken"]),
        # a bare number that the clause names all the same
        ("Het aantal inbraken is 81.", ["81"]),
        ("De werkloosheid/NOUN in Emmen daalde naar 81.", ["81"]),
    ],
)
def test_a_figure(read: Reader, sentence: str, said: list[str]) -> None:
    assert read(sentence).said == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # a headline that the text repeats
        ("[heading] 340 vacatures in Emmen\nIn Emmen zijn er 340 vacatures.", ["340 vacatures"]),
        ("[title] Leegstand 9 procent\nDe leegstand is 9 procent.", ["9 procent"]),
        ("[caption] De 340 vacatures\nIn Emmen zijn er 340 vacatures.", ["340 vacatures"]),
        # one that it does not repeat
        ("[title] 340 vacatures in Emmen\nEr zijn weer vacatures.", ["340 vacatures"]),
        # one that it says more precisely: the intervals differ, both stay
        (
            "[title] Bijna 400 vacatures\nIn Emmen zijn er 396 vacatures.",
            ["Bijna 400 vacatures", "396 vacatures"],
        ),
        # the same number of something else in the headline
        (
            "[title] Wachttijd 9 weken\nDe leegstand is 9 procent.",
            ["9 weken", "9 procent"],
        ),
        # 'de zes begeleiders' are those that the reader knows
        (
            "De bibliotheek telt zes begeleiders. De zes begeleiders werken in de wijk.",
            ["zes begeleiders"],
        ),
        (
            "De bibliotheek telt zes begeleiders. Deze zes begeleiders volgen een cursus.",
            ["zes begeleiders"],
        ),
        # but only where that number stood above
        (
            "De vier bussen zijn al oud/ADJ. De gemeente telt vier bussen.",
            ["vier bussen", "vier bussen"],
        ),
        (
            "De gemeente telt zes bussen. De vier bussen in Assen zijn al oud/ADJ.",
            ["zes bussen", "vier bussen"],
        ),
    ],
)
def test_what_only_points_back_is_left_out(read: Reader, text: str, said: list[str]) -> None:
    assert read(text).said == said


def test_links_between_figures_survive_when_one_is_left_out(read: Reader) -> None:
    reading = read(
        "[title] Leegstand 9 procent\nDe leegstand steeg van 8 naar 9 procent tussen 2021 en 2022."
    )
    assert reading.figures[0].sentence == 2, "the headline is left out"
    linked = [figure for figure in reading.figures if figure.base is not None]
    assert linked[-1].value == 9.0
    assert linked[-1].base is not None
    assert reading.figures[linked[-1].base].value == 8.0
