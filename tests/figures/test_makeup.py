"""What a share of a whole is, what people behind a colon do, who got votes: with the model."""

from __future__ import annotations

import pytest
from articles import figure

from pipeline.document import Tools

THESIS = "Met de slager is 58 procent het niet eens, terwijl 21 procent het juist eens is."


@pytest.mark.parametrize(
    ("text", "said", "indicator", "population"),
    [
        # what a whole consists of, comes from, or is borne by: the whole is the group
        ("Twee derde van de lading bestond uit tarwe.", "Twee derde", "tarwe", "lading"),
        (
            "De omzet bestaat voor 30 procent uit kaartverkoop.",
            "30 procent",
            "kaartverkoop",
            "omzet",
        ),
        (
            "De baas zegt dat een vijfde van de vloot uit sleepboten bestaat.",
            "een vijfde",
            "sleepboot",
            "vloot",
        ),
        ("Een kwart van de kosten komt voor rekening van het rijk.", "Een kwart", "rijk", "kosten"),
        (
            "40 procent van de stank is afkomstig uit de veehouderij.",
            "40 procent",
            "afkomstig-uit-veehouderij",
            "stank",
        ),
        # where somebody comes from is told by the place
        ("Een kwart van de inwoners is afkomstig uit Polen.", "Een kwart", "afkomstig", "inwoners"),
        # what there is in a share of the cases
        (
            "Er was bij bevallingen in 6,4 procent van alle gevallen sprake van een keizersnede.",
            "6,4 procent",
            "keizersnede",
            None,
        ),
        (
            "Bij 31 procent van de feesten was er sprake van dronkenschap.",
            "31 procent",
            "dronkenschap",
            "feesten",
        ),
        # what people are
        (
            "Van de ouders is 70 procent het oneens met de directeur.",
            "70 procent",
            "oneens-met-directeur",
            "ouders",
        ),
        (
            "Een derde van onze klanten is tevreden over de wethouder.",
            "Een derde",
            "tevreden-over-wethouder",
            "klanten",
        ),
        (
            "Vorig jaar at 40 procent vlees. Een vijfde (19%) is nu boos als er geen vlees is.",
            "Een vijfde",
            "boos",
            None,
        ),
        (
            "30 procent van de reizigers gaat wel eens met de trein.",
            "30 procent",
            "trein",
            "reizigers",
        ),
        (THESIS, "58 procent", "niet-eens-met-slager", None),
        (THESIS, "21 procent", "eens", None),
        # what more or fewer people think or do, for a share behind a colon
        (
            "Nu vinden minder mensen dat de dijkgraaf goed bestuurt: 62 procent.",
            "62 procent",
            "dijkgraaf-goed-besturen",
            "mensen",
        ),
        (
            "Meer bewoners vinden dat de buurt achteruitgaat: 44 procent, tegen 39 in 2019.",
            "44 procent",
            "buurt-achteruitgaan",
            "bewoners",
        ),
        ("Minder jongens roken dagelijks: 12 procent.", "12 procent", "roken", "jongens"),
    ],
)
def test_share(tools: Tools, text: str, said: str, indicator: str, population: str | None) -> None:
    found = figure(tools, text, said)[1]
    assert (found.indicator, found.population) == (indicator, population)


@pytest.mark.parametrize(
    ("text", "said", "indicator"),
    [
        # what there is more or less of, whatever said so
        (
            "In het amendement stond: 40 procent minder plastic bekers.",
            "40 procent minder",
            "plastic-beker",
        ),
        ("In het plan staat: 2 miljoen euro minder subsidie.", "2 miljoen euro minder", "subsidie"),
        (
            "De eis was helder: 12 procent minder leerlingen per klas.",
            "12 procent minder",
            "leerling",
        ),
        # the party that got votes or seats
        ("De VVD kreeg 18 procent van de stemmen, het CDA 14 procent.", "18 procent", "stem-vvd"),
        ("De VVD kreeg 18 procent van de stemmen, het CDA 14 procent.", "14 procent", "stem-cda"),
        (
            "De PvdA bleef met 21 procent van de stemmen het CDA voor, zij kregen 20 procent.",
            "20 procent",
            "stem-cda",
        ),
        (
            "D66 won met 16 procent van de stemmen, gevolgd door de SP met 15 procent.",
            "15 procent",
            "stem-sp",
        ),
        ("Van de stemmen ging 51 procent naar D66.", "51 procent", "stem-d66"),
        ("De VVD won. Ze kregen zelfs 31 procent van alle stemmen.", "31 procent", "stem-vvd"),
        ("Het CDA zakte naar 13 zetels.", "13 zetels", "zetel-cda"),
        # not who only asked for them, nor the whole, nor two together
        ("De motie van D66 kreeg 60 procent van de stemmen.", "60 procent", "motie"),
        ("De raad, met de VVD als grootste, telt 31 zetels.", "31 zetels", "zetel"),
        ("VVD en CDA hebben samen 40 zetels.", "40 zetels", "zetel"),
        ("De VVD kreeg 6 zetels, D66 en het CDA elk 4.", "4", "zetel"),
        ("De VVD kreeg 6 zetels. De raad telt er 31.", "31", "zetel"),
    ],
)
def test_of_what_or_whom(tools: Tools, text: str, said: str, indicator: str) -> None:
    assert figure(tools, text, said)[1].indicator == indicator
