"""What refers to a period named before: own sentences, expressions in brackets, values in order.

The date of the text is Monday 8 July 2019.
"""

from __future__ import annotations

import re

import pytest

from pipeline.periods import find
from pipeline.records import Anchor

MONDAY = Anchor("2019-07-08", "2019-07-08")

Case = tuple[str, tuple[str | None, ...]]

COMPARISONS: list[Case] = [
    (
        "In [het eerste kwartaal van 2019] werden 10,5 miljoen pakjes bezorgd, van 11,6 "
        "[een jaar eerder]. De winst was 3 miljoen, tegen 4 miljoen [een jaar eerder].",
        ("2019-01/2019-03", "2018-01/2018-03", "2018-01/2018-03"),
    ),
    (
        "[In 2018] waren het er 40, [een jaar eerder] 38 en [twee jaar eerder] 30.",
        ("2018", "2017", "2016"),
    ),
    (
        "De omzet kwam uit op 10 miljoen, van 11 miljoen [een jaar eerder]. De winst daalde "
        "van 3 miljoen [een jaar eerder] naar 2 miljoen.",
        ("2018", "2018"),
    ),
    (
        "De omzet was 5 miljoen in [het vierde kwartaal], [een kwartaal eerder] 4 en "
        "[een jaar eerder] 3.",
        ("2018-10/2018-12", "2018-07/2018-09", "2017-10/2017-12"),
    ),
    ("De omzet was [een kwartaal eerder] 6 miljoen.", ("2019-04/2019-06",)),
    (
        "[In 2018] telden we 340 gasten ([2017]: 355). Er waren 40 feesten; [een jaar eerder] 38.",
        ("2018", "2017", "2017"),
    ),
    (
        "[In 2018] steeg het ten opzichte van [2015]. [Een jaar later] daalde het.",
        ("2018", "2015", "2019"),
    ),
    (
        "[In 2017] waren er 40 meldingen, tegen 30 [in 2016]. [Een jaar eerder] was het stil.",
        ("2017", "2016", "2016"),
    ),
    (
        "[In 2015] waren er meer dan [in 2012]. [Twee jaar later] nog meer.",
        ("2015", "2012", "2017"),
    ),
    (
        "Een winkelketen zag de winst in [het tweede kwartaal] dalen. Dat bleek [dinsdag]. De "
        "omzet was 4 miljard, tegen 5 miljard [een jaar eerder].",
        ("2019-04/2019-06", "2019-07-02", "2018-04/2018-06"),
    ),
    (
        "[In 2012] begon de bouw. [Een jaar later] was de brug klaar. Nog [een jaar later] kwam "
        "de weg.",
        ("2012", "2013", "2014"),
    ),
    ("Op [3 mei 2017] sloot de zaak, [een maand eerder] de fabriek.", ("2017-05-03", "2017-04")),
]

SAME_PERIOD: list[Case] = [
    (
        "In [de eerste helft van 2023] waren er 50, in [dezelfde periode van 2022] 40.",
        ("2023-01/2023-06", "2022-01/2022-06"),
    ),
    (
        "De haven was in [de eerste drie maanden van dit jaar] vol. Dat kwam door het weer. Ook "
        "de kade was vol. De prijs steeg. De omzet groeide. Dat is meer dan in "
        "[dezelfde periode vorig jaar].",
        ("2019-01/2019-03", "2018-01/2018-03"),
    ),
    (
        "[Dinsdag] kwamen de cijfers, 7 procent hoger dan in dezelfde periode [een jaar eerder].",
        ("2019-07-02", "2018"),
    ),
]

BACK_THEN: list[Case] = [
    (
        "[In 2015] ging hij weg. [Dat jaar] sloot de winkel. In [dat jaar] was er ook brand. "
        "[Toen] waren er nog veertig.",
        ("2015", "2015", "2015", "2015"),
    ),
    (
        "[In 2018] was het 5, [een jaar eerder] 6. [Dat jaar] sloot de brug.",
        ("2018", "2017", "2017"),
    ),
    ("[In 2014] was er brand. [Destijds] was hij wethouder.", ("2014", "2014")),
    ("De toren staat er [sinds 1995]. [Toen] was er nog geen weg.", ("1995/..", "1995")),
    ("[Destijds] was hij wethouder.", (None,)),
    ("[Dinsdag] werd de uitslag bekend. [Destijds] was dat nieuw.", ("2019-07-02", None)),
    ("Het plan loopt [tot en met 2026]. Toen waren ze nog bezig.", ("../2026",)),
]

WHOLE: list[Case] = [
    ("[Heel 2018] was slecht, over [heel 2017] was er winst.", ("2018", "2017")),
    ("Over [geheel 2017] en [het gehele jaar 2016] is geteld.", ("2017", "2016")),
    ("[Eind vorig jaar] waren er vijf.", ("2018-10/2018-12",)),
    ("De verwachting voor [het hele jaar] is gelijk gebleven.", ("2019",)),
    ("Hij is al [het hele jaar] ziek.", ("2019",)),
    (
        "In [het vierde kwartaal van 2018] steeg de omzet. Over [het hele jaar] daalde die.",
        ("2018-10/2018-12", "2018"),
    ),
    ("De winkel is het hele jaar door open.", ()),
]


@pytest.mark.parametrize(("marked", "values"), [*COMPARISONS, *SAME_PERIOD, *BACK_THEN, *WHOLE])
def test_reference(marked: str, values: tuple[str | None, ...]) -> None:
    found = find(re.sub(r"[\[\]]", "", marked), MONDAY)
    wanted = list(zip(re.findall(r"\[([^]]*)\]", marked), values, strict=True))
    assert [(time.surface, time.edtf) for time in found] == wanted


def test_a_new_passage_does_not_count_from_the_old_one() -> None:
    near = "In 2012 was er feest. De zaal was vol. Het was laat. Men zong. Het regende."
    same = find(f"{near} Een jaar eerder bleef het droog.", MONDAY)
    other = find(f"{near}\n\nEen jaar eerder bleef het droog.", MONDAY)
    assert (same[-1].edtf, other[-1].edtf) == ("2011", "2018")


def test_the_week_of_a_letter_is_not_the_year_it_reports() -> None:
    """'een jaar eerder' counts from the year of the figure, not from when it was made known."""
    text = (
        "Vorig jaar kreeg 11,8 procent hulp, blijkt uit een brief die deze week verscheen. "
        "Een jaar eerder was dat nog 12,3 procent."
    )
    found = find(text, Anchor("2023-03-12", "2023-03-12"))
    assert found[-1].edtf == "2021"
