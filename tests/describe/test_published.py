"""The ways in which Dutch documents say when they were published; all documents are made up."""

from __future__ import annotations

import pytest

from pipeline.clean import clean
from pipeline.describe import describe
from pipeline.records import Description, Loaded, Metadata, Published

LEAD = (
    "Emmen weet de leegstand in het centrum terug te dringen. Op 4 juni 2019 stond nog 14 procent "
    "van de winkels leeg, zegt de wethouder."
)
REST = (
    "De ondernemers zijn er niet gerust op. Op 15 november 2031 loopt hun huur af.\n\n"
    "Volgens de gemeente komen er in het najaar drie nieuwe winkels bij, waaronder een bakker.\n"
)
TITLE = "Minder leegstand in Emmen"


def described(text: str, **given: Metadata) -> Description:
    loaded = Loaded("a.txt", "", "text/plain", text, **given)  # type: ignore[arg-type]  # metadata
    return describe(loaded, clean(loaded))


def published(text: str, **given: Metadata) -> Published:
    return described(text, **given).published


# Complete on their own line, and in front of the first sentence on the same line.
HEADS = [
    ("12-03-2023 08:15", "2023-03-12"),
    ("12-03-2023", "2023-03-12"),
    ("12-3-2023 om 8:15 uur", "2023-03-12"),
    ("2023-03-12", "2023-03-12"),
    ("2023-03-12 08:15 -", "2023-03-12"),
    ("12 mrt. 2023 -", "2023-03-12"),
    ("12 mrt 2023 |", "2023-03-12"),
    ("12 maart 2023, 08:15", "2023-03-12"),
    ("12 maart 2023 –", "2023-03-12"),
    ("zo 12 maart 2023 -", "2023-03-12"),
    ("Zondag 12 maart 2023 -", "2023-03-12"),
    ("vrijdag 19 januari 2024 om 06.30 uur", "2024-01-19"),
    ("vr. 19 jan. 2024, 06:30", "2024-01-19"),
    ("Vandaag, 12 maart 2023 -", "2023-03-12"),
    ("ZUTPHEN, 12 maart 2023 –", "2023-03-12"),
    ("ZUTPHEN (ANP) 12 mrt 2023 -", "2023-03-12"),
    ("LEEUWARDEN, 9 mei 2023 -", "2023-05-09"),
    ("Zutphen, 12 maart 2023 -", "2023-03-12"),
    ("Alphen aan den Rijn, 3 juli 2022 -", "2022-07-03"),
    ("Geplaatst op 12 maart 2023", "2023-03-12"),
    ("Geplaatst op: zondag 12 maart 2023 om 08:15", "2023-03-12"),
    ("Gepubliceerd: 12-03-2023", "2023-03-12"),
    ("Gepubliceerd op 12 maart 2023 |", "2023-03-12"),
    ("Publicatiedatum 12 maart 2023", "2023-03-12"),
    ("Publicatiedatum: 12-03-2023", "2023-03-12"),
    ("Datum: 12 maart 2023", "2023-03-12"),
    ("Datum 12-03-2023", "2023-03-12"),
    ("Verzonden: 12 maart 2023", "2023-03-12"),
    ("Laatst gewijzigd: 12 maart 2023", "2023-03-12"),
    ("Laatst bijgewerkt op 12-03-2023 08:15", "2023-03-12"),
    ("Door: Redactie, 12 maart 2023 -", "2023-03-12"),
    ("Door Jan de Vries, 12 maart 2023 -", "2023-03-12"),
    ("Nieuws | 12-03-2023 | 3 min |", "2023-03-12"),
    ("Nieuws • 12 maart 2023 • Leestijd: 2 minuten •", "2023-03-12"),
    ("De Veenbode - 12 maart 2023 -", "2023-03-12"),
    ("12.03.23 -", "2023-03-12"),
    ("12/03/2023 -", "2023-03-12"),
    ("12 maart '23 -", "2023-03-12"),
    ("Persbericht 12 maart 2023 -", "2023-03-12"),
    ("(12 maart 2023)", "2023-03-12"),
    ("Week 12, 2023 -", "2023-03-20/2023-03-26"),
    ("Maart 2023 -", "2023-03"),
]


@pytest.mark.parametrize(("head", "edtf"), HEADS)
def test_a_date_on_its_own_line(head: str, edtf: str) -> None:
    line = head.rstrip(" -–|•")
    for text in (
        f"{TITLE}\n\n{line}\n\n{LEAD}\n\n{REST}",
        f"{line}\n\n{TITLE}\n\n{LEAD}\n\n{REST}",
    ):
        found = described(text)
        assert (found.published.method, found.published.edtf) == ("stated", edtf)
        assert found.title == TITLE
        assert found.published.start is not None
        assert text[found.published.start : found.published.end] in line


@pytest.mark.parametrize(("head", "edtf"), HEADS)
def test_a_date_before_the_first_sentence_on_the_same_line(head: str, edtf: str) -> None:
    for before in ("", f"{TITLE}\n\n"):
        text = f"{before}{head} {LEAD}\n\n{REST}"
        loaded = Loaded("a.txt", "", "text/plain", text)
        cleaned = clean(loaded)
        found = describe(loaded, cleaned).published
        assert (found.method, found.edtf) == ("stated", edtf)
        lead = [cleaned.view.text[p.start : p.end] for p in cleaned.passages if p.kind == "lead"]
        assert lead == [LEAD]


@pytest.mark.parametrize(
    ("head", "edtf"),
    [
        ("Nieuwsbrief maart 2023", "2023-03"),
        ("Wijkkrant De Rietlanden, jaargang 14 nummer 3 – maart 2023", "2023-03"),
        ("Jaargang 14, nummer 3, maart 2023", "2023-03"),
        ("Jaargang 9 - nummer 2 - voorjaar 2023", "2023-21"),
        ("Nummer 3, maart/april 2023", "2023-03/2023-04"),
        ("Raadsbrief van 12 maart 2023", "2023-03-12"),
        ("Ons kenmerk 2023-0411 Datum 12 maart 2023 Behandeld door P. Jansen", "2023-03-12"),
        ("Ons kenmerk: 2023/41\nDatum: 12 maart 2023\nBijlagen: 2", "2023-03-12"),
        ("Datum\n12 maart 2023\nOns kenmerk\n2023/41", "2023-03-12"),
        ("Ons kenmerk\tDatum\tBehandeld door\nZ23/41\t12 maart 2023\tP. Jansen", "2023-03-12"),
        ("Datum\t12 maart 2023\nOns kenmerk\t2023/41", "2023-03-12"),
        ("Datum vergadering: 12 maart 2023", "2023-03-12"),
        ("Datum vergadering 30 maart 2023\nDatum 12 maart 2023", "2023-03-12"),
        ("Raadsvergadering: 30 maart 2023\nVerzonden: 12 maart 2023", "2023-03-12"),
        ("Zutphen, 12 maart 2023", "2023-03-12"),
        ("Den Haag, 3 augustus 2022", "2022-08-03"),
        ("Bijgewerkt: 14-03-2023 10:00\nGepubliceerd: 12-03-2023 08:15", "2023-03-12"),
        ("Gepubliceerd: 12-03-2023 08:15 | Bijgewerkt: 14-03-2023 10:00", "2023-03-12"),
        ("12 maart 2023, 08:15 • Aangepast 14 maart 2023, 10:00", "2023-03-12"),
        ("Minder leegstand in Emmen (12 maart 2023)", "2023-03-12"),
        ("Veenbode Nieuws 07-02-2023 13:30", "2023-02-07"),
        # what was answered, and when
        ("Fractie: PvdA\nDatum antwoord: 12 maart 2023\nOnderwerp: leegstand", "2023-03-12"),
        ("Datum beantwoording: 12 maart 2023", "2023-03-12"),
        ("Datum van het advies: 12 maart 2023", "2023-03-12"),
        # a meeting, with when it began and was closed
        ("Zondag 12 maart 2023, aanvang 20.00 uur, sluiting 22.15 uur", "2023-03-12"),
        ("Vergadering van dinsdag 7 maart 2023, aanvang 19.30 uur", "2023-03-07"),
        ("zondag 12 maart 2023 | aanvang: 14.00 uur", "2023-03-12"),
        # where a report was made, and in which month
        ("Jaarbericht van de brandweer\nRoermond, maart 2023", "2023-03"),
        ("Emmen, maart 2023", "2023-03"),
        ("Bergen op Zoom, maart 2023", "2023-03"),
        ("di 7 feb 2023 13:30 • Economie", "2023-02-07"),
    ],
)
def test_other_heads(head: str, edtf: str) -> None:
    found = published(f"{head}\n\n{TITLE}\n\n{LEAD}\n\n{REST}")
    assert (found.method, found.edtf) == ("stated", edtf)


@pytest.mark.parametrize(
    "foot",
    [
        "Zutphen, 12 maart 2023\n\nMet vriendelijke groet,\nP. Jansen",
        "Hoogachtend,\n\nZutphen, 12 maart 2023\n\nP. Jansen\nwethouder",
        "Gepubliceerd op 12 maart 2023",
        "Geplaatst: 12-03-2023",
    ],
)
def test_dates_below_the_text(foot: str) -> None:
    found = published(f"{TITLE}\n\n{LEAD}\n\n{REST}\n{foot}\n")
    assert (found.method, found.edtf) == ("stated", "2023-03-12")


@pytest.mark.parametrize(
    "text",
    [
        f"{LEAD}\n\n{REST}",
        f"{TITLE}\n\n{LEAD}\n\nDe opening is op 12 maart 2031.\n",
        f"{TITLE}\n\n{LEAD}\n\n© 2031 De Veenbode\n",
        f"{TITLE}\n\nOp 12 maart 2031 De Hoop bezoeken kan ook, zegt de wethouder van Emmen.\n",
        f"Raadsvergadering over de leegstand op 12 maart 2031\n\n{LEAD}\n",
        f"Verkiezingen 12 maart 2031\n\n{LEAD}\n",
        f"Datum ingang: 12 maart 2031\n\n{TITLE}\n\n{LEAD}\n",
        f"Winkelmonitor, maart 2031\n\n{LEAD}\n",
        f"{TITLE}\n\n{LEAD}\n\nHet plan werd op 12 maart 2031 gepubliceerd op de site.\n",
        f"{TITLE}\n\n{LEAD}\n\nMeest gelezen\n\nBrand in Wapse\n\n12 maart 2031 om 13:44\n",
        f"{TITLE}\n\nTussen 12 maart 2031 - Koningsdag nog niet meegeteld - en 1 mei 2031 is het "
        "druk in de stad, denkt de wethouder.\n",
    ],
)
def test_dates_of_events_are_not_the_documents_own(text: str) -> None:
    found = published(text)
    assert "2031-03" not in (found.edtf or "")
    assert found.method != "stated"


def test_two_dates_that_disagree() -> None:
    text = f"Datum: 12 maart 2023\n\n{TITLE}\n\n{LEAD}\n\n{REST}\nZutphen, 20 maart 2023\n"
    found = described(text)
    assert found.published.edtf == "2023-03-12"
    (issue,) = [issue for issue in found.issues if issue.code == "dates_disagree"]
    assert "2023-03-20" in issue.message
    assert text[issue.start : issue.end] == "20 maart 2023"


def test_dates_that_agree_raise_no_issue() -> None:
    text = f"Nieuwsbrief maart 2023\n\n12-03-2023\n\n{LEAD}\n\nBijgewerkt: 3 mei 2023\n"
    assert [issue.code for issue in described(text).issues] == []


def test_a_change_is_weaker_than_the_head_of_a_page() -> None:
    text = f"{TITLE}\n\nLaatst gewijzigd: 14 maart 2023\n\n{LEAD}\n"
    assert published(text).edtf == "2023-03-14"
    assert published(text, embedded=Metadata(published="2023-03-12")).edtf == "2023-03-12"


@pytest.mark.parametrize(
    ("head", "sentence", "method", "edtf"),
    [
        (
            "vrijdag 19 januari, 06:30",
            "Volgend jaar (2025) komt er een brug.",
            "stated",
            "2024-01-19",
        ),
        ("19 januari, 06:30", "Vorig jaar (2023) waren het er 12.", "stated", "2024-01-19"),
        ("ZUTPHEN, 19 januari -", "Dit jaar (2024) komt er een brug.", "stated", "2024-01-19"),
        # A Friday from 2022 on: 2024 is the first, but not the only one.
        ("vrijdag 19 januari, 06:30", "In 2022 waren het er 12.", "inferred", "2024-01-19/.."),
        ("Gisteren, 14:02", "In 2022 waren het er 12.", "inferred", "2022/.."),
        ("Vandaag om 09:10", "De stad moet in 2027 klaar zijn.", "inferred", "../2027"),
        ("vrijdag 19 januari, 06:30", "De brug is dicht.", "unknown", None),
    ],
)
def test_a_day_without_a_year(head: str, sentence: str, method: str, edtf: str | None) -> None:
    text = f"{head}\n\n{TITLE}\n\n{LEAD.split('.')[0]}. {sentence}\n"
    if head.endswith("-"):
        text = f"{TITLE}\n\n{head} {LEAD.split('.')[0]}. {sentence}\n"
    found = described(text)
    assert (found.published.method, found.published.edtf) == (method, edtf)
    assert found.title == TITLE


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("In 2027 moet het aandeel onder de tien procent zijn.", None, "2027-12-31"),
        ("De gemeente wil in 2030 geen gas meer gebruiken.", None, "2030-12-31"),
        ("De huur gaat volgend jaar (2025) met 5 procent omhoog.", "2024-01-01", "2024-12-31"),
        ("In 2022 (vorig jaar) waren het er 12.", "2023-01-01", "2023-12-31"),
        ("Over de programmabegroting 2025\n\nWat kost het zwembad?", "2024-01-01", "2025-12-31"),
        ("Sinds de brand in 2013 wordt er niet gebouwd.", None, None),
        ("In 2019 gemaakte afspraken moeten worden nagekomen.", None, None),
        ("De accountant stelt het voorlopige cijfer in maart 2023 vast.", None, None),
        ("Voorlopige cijfers over de eerste helft van 2023: 12 procent.", "2023-07-01", None),
    ],
)  # fmt: skip
def test_bounds(text: str, earliest: str | None, latest: str | None) -> None:
    found = published(text)
    assert (found.earliest, found.latest) == (earliest, latest)
    assert found.method in ("inferred", "unknown")


def test_the_day_on_which_a_file_was_made_is_a_weak_bound() -> None:
    made = Metadata(published="2021-05-03/..")
    found = published("De wachttijd in Vledder is tien weken.", embedded=made)
    assert (found.method, found.edtf) == ("inferred", "2021-05-03/..")
    assert published("In 2023 was dat 12 procent.", embedded=made).edtf == "2023/.."
    assert published(f"Datum: 12 maart 2019\n\n{LEAD}", embedded=made).edtf == "2019-03-12"
