"""Figures of neighbourhoods and villages, in articles read with the language model."""

from __future__ import annotations

import pytest
from articles import figure, read_article, said_in

from pipeline.document import Tools

MEPPEL = "GM0119"
OOSTERBOER, BERGGIERSLANDEN = "place:oosterboer-gm0119", "place:berggierslanden-gm0119"


@pytest.mark.parametrize(
    ("text", "said", "place"),
    [
        ("In de wijk Oosterboer staan 900 huizen.", "900 huizen", OOSTERBOER),
        ("In de Meppeler wijk Oosterboer staan 900 huizen.", "900 huizen", OOSTERBOER),
        ("De wijk Oosterboer in Meppel telt 900 huizen.", "900 huizen", OOSTERBOER),
        (
            "In de wijk Oosterboer is 12 procent eenzaam, in heel Meppel 8 procent.",
            "8 procent",
            MEPPEL,
        ),
        # of several, and not of one of them
        (
            "In de wijken Oosterboer en Berggierslanden is 12 procent eenzaam.",
            "12 procent",
            MEPPEL,
        ),
        # places that each have a number of their own stand in no row
        (
            "Meppel betaalde 68.200 euro, Zwolle 42.700 euro en Assen 31.500 euro.",
            "42.700 euro",
            "GM0193",
        ),
        # of a part, and not of the whole
        (
            "Er kwamen 112 nieuwe huizen bij, waarvan 74 in de wijk Oosterboer.",
            "112",
            MEPPEL,
        ),
        # 'daar' that belongs to a preposition is no place
        (
            "Er kwamen 112 nieuwe huizen bij, waarvan 74 in de wijk Oosterboer. Daar staat "
            "tegenover dat er 41 huizen zijn gesloopt.",
            "41 huizen",
            MEPPEL,
        ),
    ],
)
def test_where(tools: Tools, text: str, said: str, place: str) -> None:
    _, found = figure(tools, text, said, title="Meppel telt zijn inwoners")
    assert found.place == place


def test_rows_of_a_table_are_of_their_own_place(tools: Tools) -> None:
    text = (
        "De gemeente Meppel heeft geteld.\n\nWijk | Huizen\nOosterboer | 900\n"
        "Berggierslanden | 700\nOverig | 300\nTotaal | 1.900"
    )
    analysis = read_article(tools, text, title="Woningen in Meppel")
    found = dict(zip(said_in(analysis), (f.place for f in analysis.figures), strict=True))
    assert found == {"900": OOSTERBOER, "700": BERGGIERSLANDEN, "300": MEPPEL, "1.900": MEPPEL}
