"""Level, change, norm, target, forecast; and how fixed a figure is."""

from __future__ import annotations

import pytest
from tagged_documents import Reader


@pytest.mark.parametrize(
    ("sentence", "said", "statement", "words"),
    [
        ("De leegstand is 4 procent.", "4 procent", "level", None),
        # forecast
        (
            "De wethouder verwacht een tekort van 2 miljoen euro.",
            "2 miljoen",
            "forecast",
            "verwacht",
        ),
        ("Het college raamt de kosten op 2 miljoen euro.", "2 miljoen", "forecast", "raamt"),
        ("Er zullen 120 bomen komen.", "120", "forecast", "zullen"),
        (
            "De wethouder verwacht dat/SCONJ het tekort in 2025 daalt naar 3 miljoen euro.",
            "3 miljoen",
            "forecast",
            "verwacht",
        ),
        # target
        ("De gemeente wil naar 5 procent leegstand in 2030.", "5 procent", "target", "wil"),
        ("De doelstelling is 300 woningen.", "300", "target", "doelstelling"),
        ("De gemeente streeft naar 300 woningen in 2026.", "300", "target", "streeft"),
        (
            "De raad wil dat/SCONJ de wachttijd daalt naar acht weken.",
            "acht weken",
            "target",
            "wil",
        ),
        # norm
        ("De norm is een wachttijd van zes weken.", "zes weken", "norm", "norm"),
        ("De wachttijd mag niet meer dan zes weken zijn.", "zes weken", "norm", "mag niet meer"),
        ("De grenswaarde/NOUN is 4 procent.", "4 procent", "norm", "grenswaarde"),
        # a norm that is also a wish is a norm
        ("De gemeente wil dat/SCONJ de norm 4 procent wordt.", "4 procent", "norm", "norm"),
        # 'zou' passes on what others say: no forecast
        ("Het tekort zou 3 miljoen euro zijn.", "3 miljoen", "level", None),
        # change
        ("Het aantal winkels steeg met 12.", "12", "change", "12"),
        ("De subsidie is 2 procent hoger.", "2 procent", "change", "2 procent hoger"),
        (
            "Er was een daling van 5 procent van de werkloosheid.",
            "5 procent",
            "change",
            "5 procent",
        ),
        (
            "Er is bij de leegstand een verbetering/NOUN van 5 procent.",
            "5 procent",
            "change",
            "5 procent",
        ),
        (
            "De leegstand ligt 4 procent boven het gemiddelde/NOUN.",
            "4 procent",
            "change",
            "4 procent",
        ),
        ("De leegstand steeg met 3 procentpunt.", "3 procentpunt", "change", "3 procentpunt"),
        # another clause forecasts, not this one
        (
            "De wethouder verwacht een tekort van 2 miljoen euro en de lening is 1 miljoen euro.",
            "1 miljoen",
            "level",
            None,
        ),
    ],
)
def test_statement(
    read: Reader, sentence: str, said: str, statement: str, words: str | None
) -> None:
    reading = read(sentence)
    if words is None:
        assert reading.figure(said).statement == statement
        assert reading.why(reading.figure(said), "statement") is None
    else:
        assert reading.bound_to(said, "statement") == (statement, "stated", words)


@pytest.mark.parametrize(
    ("text", "said", "status", "words"),
    [
        # about the figures of one period
        (
            "De cijfers over 2022 zijn definitief.\nIn 2021 waren er 310 aanvragen. "
            "In 2022 waren er 352 aanvragen.",
            "352",
            ("definitive",),
            "definitief",
        ),
        (
            "De cijfers over 2022 zijn definitief.\nIn 2021 waren er 310 aanvragen. "
            "In 2022 waren er 352 aanvragen.",
            "310",
            (),
            None,
        ),
        (
            "In 2019 was de werkloosheid 8 procent en in 2020 was dit/PRON/nsubj 6 procent. "
            "De cijfers over 2020 zijn nog voorlopig.",
            "6 procent",
            ("provisional",),
            "voorlopig",
        ),
        # one sentence gives each period its own
        (
            "De cijfers over 2021 zijn definitief en de cijfers over 2022 zijn voorlopig. "
            "In 2021 waren er 310 aanvragen. In 2022 waren er 352 aanvragen.",
            "310",
            ("definitive",),
            "definitief",
        ),
        (
            "De cijfers over 2021 zijn definitief en de cijfers over 2022 zijn voorlopig. "
            "In 2021 waren er 310 aanvragen. In 2022 waren er 352 aanvragen.",
            "352",
            ("provisional",),
            "voorlopig",
        ),
        # about all figures of the text
        (
            "In 2021 waren er 310 aanvragen en in 2022 waren er 352 meldingen. "
            "Die cijfers zijn voorlopig.",
            "310",
            ("provisional",),
            "voorlopig",
        ),
        # what is said of figures in general claims nothing about these
        (
            "In 2021 waren de definitieve cijfers hoger dan de voorlopige cijfers. "
            "Het gaat om 310 aanvragen.",
            "310",
            (),
            None,
        ),
        # a provisional library has no provisional figures
        ("De voorlopige bibliotheek telt 12 laptops.", "12", (), None),
        # an estimate
        (
            "In 2022 waren er naar schatting 900 mantelzorgers.",
            "900",
            ("estimate",),
            "schatting",
        ),
        # 'ongeveer' is a hedge, not a status
        ("In 2022 waren er ongeveer 900 bomen.", "900", (), None),
        # what the text itself has let go of
        (
            "Aanvankelijk was het tekort 3 miljoen euro. Nu is het tekort 4 miljoen euro.",
            "3 miljoen",
            ("provisional",),
            "Aanvankelijk",
        ),
        (
            "Aanvankelijk was het tekort 3 miljoen euro. Nu is het tekort 4 miljoen euro.",
            "4 miljoen",
            (),
            None,
        ),
    ],
)
def test_status(
    read: Reader, text: str, said: str, status: tuple[str, ...], words: str | None
) -> None:
    reading = read(text)
    assert reading.figure(said).status == status
    expected = None if words is None else ("stated", words)
    assert reading.why(reading.figure(said), "status") == expected
