"""Who says it, whom the text names as the source, and how firmly it is said."""

from __future__ import annotations

import pytest
from tagged_documents import Reader

Bound = tuple[str, str, str] | None


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        ("De leegstand is 4 procent.", "4 procent", None),
        ("Volgens het CBS is de werkloosheid 3,6 procent.", "3,6", ("org:cbs", "stated", "CBS")),
        ("Het UWV meldt 340 vacatures.", "340", ("org:uwv", "stated", "UWV")),
        (
            "Wethouder Brandsma zegt dat/SCONJ er 45 woningen komen.",
            "45",
            ("person:lotte-brandsma", "stated", "Brandsma"),
        ),
        ("Brandsma: “Er zijn 45 bussen.”", "45", ("person:lotte-brandsma", "stated", "Brandsma")),
        # inside a quotation, the speaker of the sentence that closes it
        (
            "“Er zijn 45 bussen. Het tekort is 3 procent”, zegt Kuipers.",
            "45",
            ("person:sjoerd-kuipers", "quotation", "Kuipers"),
        ),
        # after it nobody speaks any more
        ("“Er zijn 45 bussen”, zegt Kuipers. De leegstand is 4 procent.", "4 procent", None),
        # of two names the one that speaks
        (
            "Kuipers zegt dat/SCONJ het UWV 45 bussen huurt.",
            "45",
            ("person:sjoerd-kuipers", "stated", "Kuipers"),
        ),
        # a place does not speak
        ("Emmen meldt 45 inbraken.", "45", None),
    ],
)
def test_speaker(read: Reader, text: str, said: str, speaker: Bound) -> None:
    assert read(text).bound_to(said, "speaker") == speaker


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        # the sentence's own, which holds for what follows and not for what went before
        (
            "De leegstand is 4 procent. Er zijn 340 vacatures, blijkt uit cijfers van het UWV. "
            "In 2021 waren er 310 vacatures.",
            [None, "org:uwv", "org:uwv"],
        ),
        # a line at the end speaks of everything above
        (
            "In 2022 waren er 310 aanvragen.\nIn 2023 waren er 350 aanvragen.\nDit meldt het CBS.",
            ["org:cbs", "org:cbs"],
        ),
        # and leaves the source that a sentence named itself
        (
            "Er zijn 340 vacatures, blijkt uit cijfers van het UWV.\nDe leegstand is 4 procent.\n"
            "Dat meldt het CBS.",
            ["org:uwv", "org:cbs"],
        ),
        # a person is no source of figures
        ("Er zijn 340 vacatures.\nDit meldt Kuipers.", [None]),
    ],
)
def test_source(read: Reader, text: str, sources: list[str | None]) -> None:
    reading = read(text)
    assert [figure.derived_from for figure in reading.figures] == sources
    for figure in reading.figures:
        assert (reading.why(figure, "derived_from") is None) == (figure.derived_from is None)


@pytest.mark.parametrize(
    ("text", "said", "stance"),
    [
        ("Er zijn 45 vacatures.", "45", None),
        # asked, and answered
        (
            "Klopt/VERB het dat/SCONJ er 45 vacatures zijn?",
            "45",
            ("asks", "question", "Klopt het dat er 45 vacatures zijn?"),
        ),
        ("Zijn er 45 vacatures? Dat klopt.", "45", ("endorses", "answer", "Dat klopt.")),
        ("Zijn er 45 vacatures? Inderdaad.", "45", ("endorses", "answer", "Inderdaad.")),
        ("Zijn er 45 vacatures? Dat klopt niet.", "45", ("denies", "answer", "Dat klopt niet.")),
        ("Zijn er 45 vacatures? Nee.", "45", ("denies", "answer", "Nee.")),
        ("Zijn er 45 vacatures? Dat is onjuist.", "45", ("denies", "answer", "Dat is onjuist.")),
        (
            "Zijn er 45 vacatures? De raad volgt de plannen.",
            "45",
            ("asks", "question", "Zijn er 45 vacatures?"),
        ),
        # across passages, as councils answer
        (
            "[question] Kent 14 procent van de leerlingen schooluitval?\n[answer] Ja, dat klopt.",
            "14 procent",
            ("endorses", "answer", "Ja, dat klopt."),
        ),
        (
            "[question] Kent 14 procent van de leerlingen schooluitval?\n"
            "[answer] Nee, dat klopt niet. Het gaat om 9 procent.",
            "14 procent",
            ("denies", "answer", "Nee, dat klopt niet."),
        ),
        (
            "[question] Kent 14 procent van de leerlingen schooluitval?\n"
            "[answer] Nee, dat klopt niet. Het gaat om 9 procent.",
            "9 procent",
            None,
        ),
        # an answer does not change what was not asked
        ("Er zijn 45 vacatures. Dat klopt.", "45", None),
        # denied in the sentence itself
        (
            "De wethouder ontkent een tekort van 3 miljoen euro.",
            "3 miljoen",
            ("denies", "stated", "ontkent"),
        ),
        ("Er zijn geen 45 maar 40 vacatures.", "45", ("denies", "stated", "45")),
        ("Er zijn geen 45 maar 40 vacatures.", "40", None),
        # supposed
        (
            "Als de kosten met 5 procent stijgen is er een tekort.",
            "5 procent",
            ("hypothetical", "stated", "Als"),
        ),
        (
            "De uitgaven zouden met 5 procent dalen.",
            "5 procent",
            ("hypothetical", "stated", "zouden"),
        ),
        ("Het tekort zou 3 miljoen euro zijn.", "3 miljoen", ("hypothetical", "stated", "zou")),
    ],
)
def test_stance(read: Reader, text: str, said: str, stance: Bound) -> None:
    reading = read(text)
    if stance is None:
        assert reading.figure(said).stance == "asserts"
        assert reading.why(reading.figure(said), "stance") is None
    else:
        assert reading.bound_to(said, "stance") == stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Er staan geen 200 winkels.", "denies"),
        ("Er staan nog geen 200 winkels.", "asserts"),
        ("Er staan 200 winkels.", "asserts"),
    ],
)
def test_a_number_with_geen_is_denied(read: Reader, text: str, stance: str) -> None:
    assert [figure.stance for figure in read(text).figures] == [stance]
