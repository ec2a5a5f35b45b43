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
        ("De haven heeft 60 plekken meer dan tien jaar geleden.", "60 plekken meer", TODAY),
        (
            "De stad heeft 310 ligplaatsen minder dan vijf jaar geleden.",
            "310 ligplaatsen minder",
            TODAY,
        ),
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


@pytest.mark.parametrize(
    ("text", "said", "period"),
    [
        # a clause with 'toen' tells more of the time before it
        (
            "Er kwamen 40 gasten meer dan in 2021, toen het bad tot mei 2022 dicht was.",
            "40 gasten meer",
            TODAY,
        ),
        (
            "De omzet is 3 procent hoger dan in 2020, toen de zaak tot juni 2021 dicht was.",
            "3 procent hoger",
            TODAY,
        ),
        (
            "De school telt 90 leerlingen meer dan in 2015, toen er in 2014 brand was geweest.",
            "90 leerlingen meer",
            TODAY,
        ),
        # since when there is a record says nothing of when it was set
        ("Er kwamen 9.000 bezoekers, het hoogste aantal sinds 2012.", "9.000 bezoekers", TODAY),
        ("Het waren 310 branden, de meeste sinds 2016.", "310 branden", TODAY),
        ("De leegstand is 4 procent, het laagste percentage sinds 2009.", "4 procent", TODAY),
        # 'now' right behind its number
        ("Het ging van 51 inbraken in 2015 naar 39 inbraken nu.", "39 inbraken", TODAY),
        ("De club had 80 leden in 2010 en 120 leden nu.", "120 leden", TODAY),
        ("Het kostte 4 euro in 2021 en 6 euro nu.", "6 euro", TODAY),
    ],
)
def test_other_times_of_the_sentence(tools: Tools, text: str, said: str, period: str) -> None:
    assert figure(tools, text, said)[1].period == period


@pytest.mark.parametrize(
    ("text", "said", "period"),
    [
        # a plan lends its time to what looks ahead only
        (
            "In oktober 2024 opent de hal met 300 plekken. De wethouder noemt het bedrag van "
            "2 miljoen euro dat is genoemd te hoog.",
            "2 miljoen euro",
            TODAY,
        ),
        (
            "In 2027 moet 10 procent overstappen. Wij schatten dat nu 30 procent twijfelt.",
            "30 procent",
            TODAY,
        ),
        (
            "Vanaf 2025 kost een kaart 6 euro. Een abonnement gaat 54 euro kosten.",
            "54 euro",
            "2025/..",
        ),
        # what goes on after a comparison is about the year that is compared
        (
            "Dit jaar is de bijdrage 2 miljoen euro. In 2019 was dat 1 miljoen euro.\n\n"
            "De energierekening kwam uit op 720.000 euro.",
            "720.000 euro",
            "2024",
        ),
    ],
)
def test_goes_on(tools: Tools, text: str, said: str, period: str) -> None:
    assert figure(tools, text, said)[1].period == period


@pytest.mark.parametrize(
    ("text", "said", "period"),
    [
        # the first level of a change that is to come holds until then
        ("Per 1 januari 2025 gaat het tarief van 2 naar 3 euro.", "2", "2024-12-31"),
        ("Vanaf september 2024 daalt de huur van 700 naar 650 euro.", "700", "2024-08-31"),
        ("Het aantal bussen wordt teruggebracht van 28 naar 16.", "28", TODAY),
        ("De looptijd is lang. Die gaat van tien jaar naar vijf.", "tien jaar", TODAY),
        # what it was in the past stays unknown
        ("Het aantal inbraken daalde van 28 naar 16.", "28", None),
    ],
)
def test_first_level(tools: Tools, text: str, said: str, period: str | None) -> None:
    assert figure(tools, text, said)[1].period == period


def test_what_is_so_already_is_not_after_the_text(tools: Tools) -> None:
    text = "In april 2024 waren het 46 mensen. Een half jaar later zijn het er nog 19."
    assert figure(tools, text, "19")[1].period == TODAY
    text = "In april 2024 waren het 46 mensen. Een half jaar later moeten het er 19 zijn."
    assert figure(tools, text, "19")[1].period == "2024-10"


@pytest.mark.parametrize(
    ("text", "said", "period"),
    [
        # a plan for a deadline
        (
            "De raad wil de wachttijd voor eind 2025 terugbrengen tot vier weken.",
            "vier weken",
            "2025-12",
        ),
        ("Het doel is 40 woningen voor 2030.", "40 woningen", "2029-12-31"),
        ("De ambitie is uiterlijk 2027 nog 10 procent restafval te hebben.", "10 procent", "2027"),
        # what goes on about what was told of another time
        (
            "Vorig jaar boekten toeristen 900 kamers.\n\nDie gasten zijn goed voor 30 banen.",
            "30 banen",
            "2023",
        ),
        ("In 2022 kostte de hulp 4 miljoen euro. Totaal 9 miljoen euro.", "9 miljoen euro", "2022"),
        (
            "De bond zakte in 2021 naar 46 leden.\n\nDat aantal is te klein voor 2 teams.",
            "2 teams",
            "2021",
        ),
        # the past is not told of the day of the text
        (
            "In 2022 vielen 40 bomen om.\n\nDe stad telt 9.000 bomen. Het park verloor 12 eiken.",
            "12 eiken",
            "2022",
        ),
        # what brackets say again holds when that holds
        (
            "Vorig jaar steunde 57 procent het plan, nu steunt bijna de helft (48 procent) dat.",
            "48 procent",
            TODAY,
        ),
    ],
)
def test_told_with_another_time(tools: Tools, text: str, said: str, period: str) -> None:
    assert figure(tools, text, said)[1].period == period


@pytest.mark.parametrize(
    ("text", "said", "period"),
    [
        # news in the past tense goes on being of the day, whatever year it is held against
        (
            "De bond verloor 40 leden. Er zijn nu nog 300 teams. De opkomst was 50 procent.",
            "50 procent",
            TODAY,
        ),
        (
            "De winkel raakte 12 klanten kwijt. Er werken 4 mensen. De omzet zakte met 3 procent.",
            "3 procent",
            TODAY,
        ),
    ],
)
def test_news_in_the_past_tense(tools: Tools, text: str, said: str, period: str) -> None:
    assert figure(tools, text, said)[1].period == period


@pytest.mark.parametrize(
    ("text", "said", "period"),
    [
        # what the news is held against does not lend its year
        (
            "De opkomst is 60 procent, in 2018 was dat 48 procent. De partij won 300 stemmen.",
            "300 stemmen",
            TODAY,
        ),
        (
            "Er zijn 40 winkels. In 2018 waren er 50 winkels.\n\nDe leegstand steeg met 3 procent.",
            "3 procent",
            TODAY,
        ),
        (
            "De club telt 400 leden, drie jaar geleden waren het er 300.\n\n"
            "De contributie ging met 3 procent omhoog.",
            "3 procent",
            TODAY,
        ),
        # what the text is about does
        (
            "In 2023 telde de club 400 leden. In 2018 waren er 300 leden. Er kwamen 3 teams bij.",
            "3 teams",
            "2023",
        ),
        # a loose word says when something was told
        (
            "In 2023 was er 149 kilo afval. Onlangs is een getal van 141 kilo genoemd.",
            "141 kilo",
            "2023",
        ),
        (
            "Papier, waar de stad vroeger aan verdiende, brengt nu 45 euro op.",
            "45 euro",
            TODAY,
        ),
        (
            "Tot nu toe sloot de bond 105 akkoorden. In de bouw stijgen de lonen met 4 procent.",
            "4 procent",
            TODAY,
        ),
        # what was done goes on about the year that was told of
        (
            "In 2023 steeg het aantal zakken. In 88 gevallen is een boete opgelegd.",
            "88 gevallen",
            "2023",
        ),
        (
            "In 2023 nam het aantal meldingen toe van 12 naar 18. Er zijn 9 boetes uitgedeeld.",
            "9 boetes",
            "2023",
        ),
        (
            "In 2023 maakte de club verlies. Het verzuim ligt op 8 procent.",
            "8 procent",
            TODAY,
        ),
        # the money for a plan
        ("In 2025 bouwt de stad 40 woningen. Daarvoor is 3 ton opzij gezet.", "3 ton", "2025"),
        ("Men wil volgend jaar 45 agenten. Daar is 3 ton voor uitgetrokken.", "3 ton", "2025"),
        ("In 2025 bouwt de stad 40 woningen. Hiervoor is 3 ton nodig.", "3 ton", "2025"),
        ("In 2025 bouwt de stad 40 woningen. De stad telt 12 parken.", "12 parken", TODAY),
        # from the one year to the other
        ("Van 2021 op 2022 steeg het aantal leden met 4 procent.", "4 procent", "2021/2022"),
        ("Het aantal leden daalde van 2020 op 2021 met 3 procent.", "3 procent", "2020/2021"),
        ("De huren gingen van 2019 op 2022 met 9 procent omhoog.", "9 procent", "2019/2022"),
    ],
)
def test_which_year_is_the_news(tools: Tools, text: str, said: str, period: str) -> None:
    assert figure(tools, text, said)[1].period == period


@pytest.mark.parametrize(
    ("title", "text", "period"),
    [
        ("Jaarverslag 2022", "De norm is 80 procent.", "2022"),
        ("Samenvatting jaarbericht brandweer 2022", "De norm is 80 procent.", "2022"),
        ("Jaarcijfers zwembad 2022", "De norm is 80 procent.", "2022"),
        ("Nieuws over het jaarverslag", "De norm is 80 procent.", TODAY),
    ],
)
def test_the_year_of_a_report(tools: Tools, title: str, text: str, period: str) -> None:
    text = f"Brandweer Meppel\n\nOpkomst\n\n{text}"
    assert figure(tools, text, "80 procent", title=title)[1].period == period


@pytest.mark.parametrize(
    ("lead", "text", "period"),
    [
        ("Het zwembad in Meppel is in 2023 minder bezocht.", "De omzet daalde 5 procent.", "2023"),
        ("De winkels kregen in 2023 minder klanten.", "De omzet daalde 5 procent.", "2023"),
        ("De club heeft in 2022 veel leden verloren.", "De omzet daalde 5 procent.", "2022"),
        # long ago, compared with, of two years, or not told in the past
        ("De club werd in 2012 opgericht.", "De omzet daalde 5 procent.", TODAY),
        ("De club is groter dan in 2022.", "De omzet daalde 5 procent.", TODAY),
        ("De club won in 2022 en verloor in 2023.", "De omzet daalde 5 procent.", TODAY),
        ("De club krijgt in 2023 een veld.", "De omzet daalde 5 procent.", TODAY),
    ],
)
def test_the_news_of_the_lead(tools: Tools, lead: str, text: str, period: str) -> None:
    text = f"{lead} Dat zegt de voorzitter. Hij is niet blij.\n\n{text}"
    assert figure(tools, text, "5 procent")[1].period == period
