"""Own sentences with the expressions in brackets and what they mean, in order.

The date of the text is Monday 8 July 2019 unless a table says otherwise. A value that begins with
P or R is ISO 8601 (durations and sets); None is an expression that stays open.
"""

from __future__ import annotations

import re

import pytest

from pipeline.periods import find
from pipeline.records import Anchor, TimeExpression, Token

MONDAY = Anchor("2019-07-08", "2019-07-08")

Case = tuple[str, tuple[str | None, ...]]


def read(marked: str, anchor: Anchor | None) -> tuple[list[str], tuple[TimeExpression, ...]]:
    """Return the bracketed expressions, and what is found in the sentence without brackets."""
    wanted = re.findall(r"\[([^]]*)\]", marked)
    return wanted, find(re.sub(r"[\[\]]", "", marked), anchor)


def check(marked: str, values: tuple[str | None, ...], anchor: Anchor | None) -> None:
    wanted, found = read(marked, anchor)
    assert [(time.surface, time.edtf or time.iso8601) for time in found] == list(
        zip(wanted, values, strict=True)
    )


YEAR_SO_FAR: list[Case] = [
    ("Er zijn [dit jaar tot en met mei] 216 huizen verkocht.", ("2019-01/2019-05",)),
    ("De winst was [vorig jaar tot en met september] 3 miljoen.", ("2018-01/2018-09",)),
    ("[Dit jaar tot en met 12 juni] vielen er 40 bomen om.", ("2019-01-01/2019-06-12",)),
]

DAYS: list[Case] = [
    ("De raad vergaderde op [10 april 2017 om 12:41] voor het laatst.", ("2017-04-10T12:41",)),
    ("Op [2 dec. 2019] gaat de brug dicht.", ("2019-12-02",)),
    ("Besloten op [15-03-2022] te Meppel.", ("2022-03-15",)),
    ("Ontvangen [15/3/22] per post.", ("2022-03-15",)),
    ("Geboren op [15/3/62] en [4 maart '54].", ("1962-03-15", "1954-03-04")),
    ("Verzonden: [1.2.2018].", ("2018-02-01",)),
    ("Bijgewerkt [2018-05-25] door de griffie.", ("2018-05-25",)),
    ("Gestart [2018-05-25T09:30] volgens het logboek.", ("2018-05-25T09:30",)),
    ("Op [7 november] komt de wethouder terug.", ("2019-11-07",)),
    ("Op [3 mei] kwam de uitslag binnen.", ("2019-05-03",)),
    ("De zitting was [dinsdag 4 juni].", ("2019-06-04",)),
    ("De zitting is [vrijdag 5 juli om 9.30 uur] begonnen.", ("2019-07-05T09:30",)),
    ("Op [18 juni jl.] is daarover gestemd.", ("2019-06-18",)),
    ("Op [20 augustus a.s.] is er markt.", ("2019-08-20",)),
    ("De [15e maart 2016] was een dinsdag.", ("2016-03-15",)),
    ("Dat was op [26 juni vorig jaar] ook zo.", ("2018-06-26",)),
    ("Op [1 sept. 2018] ging de school open.", ("2018-09-01",)),
    ("Het begon op [11 september 2001].", ("2001-09-11",)),
    ("[Van 12 tot 14 mei] was het dorp afgesloten.", ("2019-05-12/2019-05-14",)),
    ("Op [12, 13 en 14 mei 2018] stond de kermis er.", ("2018-05-12/2018-05-14",)),
    ("Het kamp is [van 3-5 augustus].", ("2019-08-03/2019-08-05",)),
    ("[Tussen 3 en 5 juni 2019] viel er 40 millimeter.", ("2019-06-03/2019-06-05",)),
    ("[Van 30 december tot 2 januari] is het loket dicht.", ("2019-12-30/2020-01-02",)),
    ("[Maandag] begint de werkweek.", ("2019-07-08",)),
    ("[Vrijdag] werd de nota gepresenteerd.", ("2019-07-05",)),
    ("[Donderdagavond] wordt erover gesproken.", ("2019-07-11",)),
    ("[Vorige week maandag] was het raak.", ("2019-07-01",)),
    ("[Volgende week donderdag] is de inloop.", ("2019-07-18",)),
    ("[Afgelopen dinsdag] viel de stroom uit.", ("2019-07-02",)),
    ("[Aanstaande zaterdag] opent het zwembad.", ("2019-07-13",)),
    ("[Gisteren] regende het, [vandaag] niet.", ("2019-07-07", "2019-07-08")),
    ("[Gisteravond om 20.15 uur] ging het mis.", ("2019-07-07T20:15",)),
    ("[Eergisteren] kwam de brief, [overmorgen] het antwoord.", ("2019-07-06", "2019-07-10")),
    ("[Morgen] wordt het warmer.", ("2019-07-09",)),
    ("In de morgen was het nog koud.", ()),
    ("De 31e [februari 2018] bestaat niet.", ("2018-02",)),
]

MONTHS_AND_YEARS: list[Case] = [
    ("De peiling is van [2023-11].", ("2023-11",)),
    ("[In maart 2023] waren er 40 aanvragen.", ("2023-03",)),
    ("[In december] volgt de evaluatie.", ("2019-12",)),
    ("[In mei] sloot de bibliotheek.", ("2019-05",)),
    ("De [dec. 2018] gemelde storing is verholpen.", ("2018-12",)),
    ("In de maanden [april], [mei] en [juni] was het druk.", ("2019-04", "2019-05", "2019-06")),
    ("[In maart] en [april 2018] waren er twee.", ("2018-03", "2018-04")),
    ("[In september vorig jaar] begon het.", ("2018-09",)),
    ("[In maart van dit jaar] stopte het.", ("2019-03",)),
    ("[In 2017] was dat anders.", ("2017",)),
    ("De cijfers over [2020] volgen later.", ("2020",)),
    ("Het daalde van 1.900 [in 2015] naar 1.400 [in 2018].", ("2015", "2018")),
    ("De tekorten [in 2016], [2017] en [2018] liepen op.", ("2016", "2017", "2018")),
    ("De cijfers van [2019] en [2020] verschillen.", ("2019", "2020")),
    ("De Programmabegroting [2018] is vastgesteld.", ("2018",)),
    ("[Het jaar 2016] was goed, [heel 2017] ook.", ("2016", "2017")),
    ("Voor [het begrotingsjaar 2020] is er niets.", ("2020",)),
    ("Een hofje uit [1823].", ("1823",)),
    ("In [de winter van '85] niet.", ("1985-12/1986-02",)),
    ("[Sinds '98] bestaat de stichting.", ("1998/..",)),
    ("[Rond 2010] kwam de omslag.", ("2010",)),
    ("[Rond 1410] streken de boeren er neer.", ("1410",)),
    ("[Na 1650] stond er een molen.", ("1651/..",)),
    ("Rond 1400 bezoekers streken er neer.", ()),
    ("Een bedrag van rond 1410 staat er.", ()),
    ("De [2018]-cijfers liggen er.", ("2018",)),
    ("[2014]: 42 miljard kuub.", ("2014",)),
    ("De wijk ([1968]) wordt gesloopt.", ("1968",)),
]

PARTS: list[Case] = [
    ("In [de eerste helft van 2020] daalde het.", ("2020-01/2020-06",)),
    ("In [de tweede helft van vorig jaar] steeg het.", ("2018-07/2018-12",)),
    ("[In H1 2020] en [1e hj 2023]* is geteld.", ("2020-01/2020-06", "2023-01/2023-06")),
    ("Over [het eerste halfjaar] is winst gemaakt.", ("2019-01/2019-06",)),
    ("Over [het tweede halfjaar van 2018] is verlies geleden.", ("2018-07/2018-12",)),
    ("In [het eerste half jaar van 2017] liep het terug.", ("2017-01/2017-06",)),
    ("De omzet [in Q3 2023] viel mee.", ("2023-07/2023-09",)),
    ("Zie kolom [2021 Q3] van de tabel.", ("2021-07/2021-09",)),
    ("In [het derde kwartaal van vorig jaar] daalde het.", ("2018-07/2018-09",)),
    ("In [het tweede kwartaal] werden 300 huizen verkocht.", ("2019-04/2019-06",)),
    ("[In Q1] en [Q2 van 2021] steeg de huur.", ("2021-01/2021-03", "2021-04/2021-06")),
    ("[Het 2e kwartaal 2019] is voorlopig.", ("2019-04/2019-06",)),
    ("In [het voorjaar van 2019] begon de bouw.", ("2019-03/2019-05",)),
    ("In [de zomer van 2018] was het droog.", ("2018-06/2018-08",)),
    ("In [het najaar] volgt een besluit.", ("2019-09/2019-11",)),
    ("[De winter van 2018/2019] was zacht.", ("2018-12/2019-02",)),
    ("[Afgelopen winter] was er geen ijs.", ("2018-12/2019-02",)),
    ("[Komende winter] gaat de schuur dicht.", ("2019-12/2020-02",)),
    ("Een strenge winter is duur.", ()),
    ("[Medio 2019] is het klaar.", ("2019-06/2019-07",)),
    ("[Begin 2018] waren er zeven.", ("2018-01/2018-03",)),
    ("[Eind maart] was het geld op.", ("2019-03-21/2019-03-31",)),
    ("[Eind 2019] is het geld op.", ("2019-10/2019-12",)),
    ("[Half mei 2018] kwam de klad erin.", ("2018-05-11/2018-05-20",)),
    ("[Begin dit jaar] waren er drie.", ("2019-01/2019-03",)),
    ("[Eind vorig jaar] waren er vijf.", ("2018-10/2018-12",)),
    ("Aan [het eind van de zomer] wordt geoogst.", ("2019-08",)),
    ("Aan [het einde van het jaar] is er feest.", ("2019-10/2019-12",)),
    ("[Begin jaren negentig] stond hier een fabriek.", ("1990/1992",)),
    ("[Eind jaren '80] ging hij dicht.", ("1987/1989",)),
    ("In [de tweede helft van de jaren tachtig] groeide het dorp.", ("1985/1989",)),
    ("In [de jaren negentig] was hier veen.", ("1990/1999",)),
    ("In [de jaren '60] kwam de flat.", ("1960/1969",)),
    ("In [de negentiende eeuw] werd er gegraven.", ("1801/1900",)),
    ("In [de 21e eeuw] is dat voorbij.", ("2001/2100",)),
    ("In [de eerste maanden van 2019] was het druk.", ("2019-01/2019-06",)),
    ("In [de eerste negen maanden van 2021] steeg het.", ("2021-01/2021-09",)),
    ("In [de eerste drie maanden van 2020] daalde het.", ("2020-01/2020-03",)),
    ("In [de laatste twee maanden van 2018] was het stil.", ("2018-11/2018-12",)),
    ("In [de derde maand van het jaar] gingen er 259 failliet.", ("2019-03",)),
    ("In [de laatste week van juni] was het warm.", ("2019-06-24/2019-06-30",)),
    ("In [de eerste week van maart 2018] vroor het.", ("2018-03-01/2018-03-07",)),
    ("In [het tweede weekend van mei 2018] is de markt.", ("2018-05-12/2018-05-13",)),
    ("In [de eerste helft van maart 2017] bleef het stil.", ("2017-03-01/2017-03-15",)),
    ("In [het eerste en tweede kwartaal van 2019] groeide het.", ("2019-01/2019-06",)),
    ("Al in de vijfde eeuw voor Christus woonden hier mensen.", ()),
    ("In [schooljaar 2018/2019] telde de school 80 kinderen.", ("2018-08/2019-07",)),
    ("In [het schooljaar 2018-2019] waren het er 80.", ("2018-08/2019-07",)),
    ("In [schooljaar 2017-'18] waren het er 90.", ("2017-08/2018-07",)),
    ("[Vorig schooljaar] waren er meer thuiszitters.", ("2017-08/2018-07",)),
    ("In [week 23 van 2019] zijn 40 meldingen gedaan.", ("2019-06-03/2019-06-09",)),
    ("[Kerst 2019] valt midden in de week.", ("2019-12-25/2019-12-26",)),
    ("Met [Pasen 2018] was het koud.", ("2018-04-01/2018-04-02",)),
    ("[Tweede Pinksterdag 2018] was een maandag.", ("2018-05-21",)),
    ("[Hemelvaartsdag 2019] is een vrije dag.", ("2019-05-30",)),
    ("[Koningsdag 2014] was op een zaterdag.", ("2014-04-26",)),
    ("[Prinsjesdag 2020] was sober.", ("2020-09-15",)),
    ("[Moederdag 2021] viel vroeg.", ("2021-05-09",)),
]

SPANS: list[Case] = [
    ("In de periode [2015–2019] groeide het.", ("2015/2019",)),
    ("In [de jaren 2015–2019] groeide het.", ("2015/2019",)),
    ("[2015 tot en met 2019] was een goede tijd.", ("2015/2019",)),
    ("[Tussen 2015 en 2019] daalde het.", ("2015/2019",)),
    ("[Van 2015 tot 2019] daalde het.", ("2015/2019",)),
    ("[Van maart tot en met juni 2021] was het dicht.", ("2021-03/2021-06",)),
    ("[Van november 2017 tot maart 2018] vroor het.", ("2017-11/2018-03",)),
    ("[In januari-maart 2019] daalde de omzet.", ("2019-01/2019-03",)),
    ("Cijfers [jan.-mrt. 2018] zijn definitief.", ("2018-01/2018-03",)),
    ("De subsidie [2020 t/m 2024] loopt af.", ("2020/2024",)),
    ("Het beleidsplan [2018-2021] is vastgesteld.", ("2018/2021",)),
    ("Het boekjaar liep over [2018/19].", ("2018/2019",)),
    ("De winkel is [van maandag tot en met vrijdag] open.", ("2019-07-08/2019-07-12",)),
    ("[Sinds 2017] stijgt het.", ("2017/..",)),
    ("[Sinds juni] is het rustig.", ("2019-06/..",)),
    ("[Sinds begin 2018] geldt dat.", ("2018-01/..",)),
    ("[Sinds vorig jaar] is er een wachtlijst.", ("2018/..",)),
    ("[Sinds de jaren '90] bestaat die wet.", ("1990/..",)),
    ("[Sinds een jaar] mag dat niet meer.", ("2018/..",)),
    ("[Sinds drie maanden] staat het leeg.", ("2019-04/..",)),
    ("[Vanaf 2020] mag dat niet meer.", ("2020/..",)),
    ("[Vanaf volgend jaar] kost het meer.", ("2020/..",)),
    ("[Vanaf 1 januari 2021] is het gratis.", ("2021-01-01/..",)),
    ("[Met ingang van 2020] vervalt de regeling.", ("2020/..",)),
    ("[Met ingang van 1 juli 2019] geldt een nieuw tarief.", ("2019-07-01/..",)),
    ("[Per 1 januari 2021] treedt de wet in werking.", ("2021-01-01/..",)),
    ("[Per 2020] stopt de bus.", ("2020/..",)),
    ("Stand per [31-12-2018]: 40 dossiers.", ("2018-12-31",)),
    ("Per [1 januari 2019] telde het dorp 900 inwoners.", ("2019-01-01",)),
    ("[Tot 2030] is er geld.", ("../2029-12-31",)),
    ("[Tot en met 2025] is er geld.", ("../2025",)),
    ("[Tot 1 juli 2020] kan men reageren.", ("../2020-06-30",)),
    ("De proef duurt [tot en met december].", ("../2019-12",)),
    ("[Tot eind 2018] was hij raadslid.", ("../2018-12",)),
    ("[Uiterlijk 1 juli 2021] is het af.", ("../2021-07-01",)),
    ("[Uiterlijk in 2030] moet het af zijn.", ("../2030",)),
    ("Van [voor 2015] is niets bekend.", ("../2014-12-31",)),
    ("[Vóór 1 mei 2020] moet het betaald zijn.", ("../2020-04-30",)),
    ("[Voor eind 2019] ligt er een plan.", ("../2019-12",)),
    ("[Voor de zomer] was er een brief.", ("../2019-05-31",)),
    ("[Na 2015] was de gemeente aan zet.", ("2016/..",)),
    ("[Na de zomer] gaat de school open.", ("2019-09/..",)),
    ("De voor [2020] geplande bouw begon laat.", ("2020",)),
    (
        "Het waren er 17 [in 2022] en 16 in [het jaar daarvoor].",
        ("2022", "2021"),
    ),
    ("De begroting voor [2020] sluit.", ("2020",)),
    ("De prognose voor [2021] is somber.", ("2021",)),
    ("Voor [2019] is dit 6 procent.", ("2019",)),
    ("Plannen voor [volgend jaar] zijn er niet.", ("2020",)),
    ("[Tegen 2030] zijn alle daken vol.", ("../2030",)),
    ("[Tot vorig jaar] stond hier een school.", ("../2018",)),
    ("[Tot vijf jaar geleden] was hij raadslid.", ("../2014",)),
    ("[Tot voor kort] kon dat niet.", ("../2019-07-08",)),
    ("De schuld was per [ultimo 2019] nul.", ("2019-12-31",)),
    ("De storm van [24 en 25 augustus] richtte schade aan.", ("2019-08-24/2019-08-25",)),
]

RELATIVE: list[Case] = [
    ("[Vorig jaar] waren het er 80, [dit jaar] 90.", ("2018", "2019")),
    ("[Volgend jaar] worden het er 100.", ("2020",)),
    ("[Het afgelopen jaar] daalde het.", ("2018/2019",)),
    ("[Nu] zijn het er 40.", ("2019-07-08",)),
    ("[Op dit moment] lopen er drie proeven.", ("2019-07-08",)),
    ("[Momenteel] staat de teller op nul.", ("2019-07-08",)),
    ("[Vorige maand] viel de beslissing.", ("2019-06",)),
    ("[Volgende maand] is het klaar.", ("2019-08",)),
    ("[Deze week] ontvangt u de nota.", ("2019-07-08/2019-07-14",)),
    ("[Vorige week] was er een storing.", ("2019-07-01/2019-07-07",)),
    (
        "[Dit kwartaal] is rustig, [vorig kwartaal] was druk.",
        ("2019-07/2019-09", "2019-04/2019-06"),
    ),
    ("[Afgelopen weekend] was het feest.", ("2019-07-06/2019-07-07",)),
    ("[Tien jaar geleden] stond hier niets.", ("2009",)),
    ("[Drie maanden geleden] is het begonnen.", ("2019-04",)),
    ("[Anderhalf jaar geleden] is het begonnen.", ("2018-01",)),
    ("[Een half jaar geleden] is het begonnen.", ("2019-01",)),
    ("[Twee dagen geleden] lag het er nog.", ("2019-07-06",)),
    ("[Over elf jaar] is de lening afgelost.", ("2030",)),
    ("[Over drie weken] weten we meer.", ("2019-07-29/2019-08-04",)),
    ("De kosten worden verdeeld over [tien jaar].", ("P10Y",)),
    ("[De komende vier jaar] wordt er gebouwd.", ("2019/2023",)),
    ("[De afgelopen twee maanden] was het dicht.", ("2019-05/2019-07",)),
    ("[De twee afgelopen maanden] was het dicht.", ("2019-05/2019-07",)),
    ("[De drie komende jaren] blijft het dicht.", ("2019/2022",)),
    ("De export kromp voor het vierde kwartaal op rij.", ()),
    ("[De laatste tien jaar] is er veel veranderd.", ("2009/2019",)),
    ("[De komende drie tot vijf jaar] blijft dat zo.", ("2019/2024",)),
    ("Binnen [vijf jaar] moet het klaar zijn.", ("P5Y",)),
    ("Binnen [vijf dagen] kwamen er tachtig klanten.", ("P5D",)),
    ("Het feest was [dit weekend].", ("2019-07-06/2019-07-07",)),
    ("De kermis vindt [dit weekend] plaats.", ("2019-07-13/2019-07-14",)),
    ("[Dit weekend] zal het druk worden.", ("2019-07-13/2019-07-14",)),
    ("De brug blijft dicht [tot donderdagavond].", ("../2019-07-11",)),
    ("De brug blijft dicht [tot donderdag].", ("../2019-07-10",)),
    ("Zij is [al vele jaren] lid en vertrekt [straks].", ("../2019-07-08", "2019-07-08/..")),
    ("[Kortgeleden] is het dak vernieuwd.", ("../2019-07-08",)),
    ("Het ging mis op het moment dat de deur openging.", ()),
    ("In [de eerste drie kwartalen van 2018] was het stil.", ("2018-01/2018-09",)),
    ("In [de laatste twee kwartalen van 2018] was het stil.", ("2018-07/2018-12",)),
    ("De eerste [drie kwartalen] van de cursus.", ("P9M",)),
    ("In [de eerste drie kwartalen] was het stil.", ("2019-01/2019-09",)),
    ("In [de eerste jaarhelft] was het stil.", ("2019-01/2019-06",)),
    ("[Eerder dit jaar] was er ook brand.", ("2019-01-01/2019-07-08",)),
    ("[Later deze maand] volgt de rest.", ("2019-07-08/2019-07-31",)),
    ("[Vorig jaar zomer] stond het leeg.", ("2018-06/2018-08",)),
    ("[Vorig jaar november] stond het leeg.", ("2018-11",)),
    ("[Dit voorjaar] ging het mis.", ("2019-03/2019-05",)),
    ("[Afgelopen maart] ging het mis.", ("2019-03",)),
    ("[Vorige eeuw] was hier een haven.", ("1901/2000",)),
    ("[Tot nu toe] zijn er 12 meldingen.", ("../2019-07-08",)),
    ("[Vanaf nu] betaalt iedereen evenveel.", ("2019-07-08/..",)),
    ("Nu en dan komt er iemand langs.", ()),
]

PREVIOUS: list[Case] = [
    ("[In 2016] steeg het, [sindsdien] daalt het.", ("2016", "2016/..")),
    ("[In 2016] steeg het. In [dat jaar] werd gebouwd.", ("2016", "2016")),
    ("[In 2017] was het 5, [een jaar eerder] 4.", ("2017", "2016")),
    ("[In 2017] was het 5. [Het jaar daarvoor] was het 4.", ("2017", "2016")),
    ("[In 2017] begon het; [twee jaar later] was het klaar.", ("2017", "2019")),
    ("[In maart 2018] opende het en [drie maanden later] sloot het.", ("2018-03", "2018-06")),
    (
        "In [het derde kwartaal van 2019] steeg het; [een jaar eerder] daalde het.",
        ("2019-07/2019-09", "2018-07/2018-09"),
    ),
    (
        "In [de eerste helft van 2020] daalde het vergeleken met [dezelfde periode in 2019].",
        ("2020-01/2020-06", "2019-01/2019-06"),
    ),
    (
        "In [het eerste kwartaal] waren er vier, in [hetzelfde kwartaal vorig jaar] drie.",
        ("2019-01/2019-03", "2018-01/2018-03"),
    ),
    ("[In juni 2018] waren er 5, [dezelfde maand een jaar eerder] 4.", ("2018-06", "2017-06")),
    ("Dat was [in 2014]. [Toen] waren er nog 30 over.", ("2014", "2014")),
    ("Toen hij binnenkwam was het stil.", ()),
    (
        "In [de eerste maanden van 2018] was dat 9 procent en voor [2019] is dit 7 procent.",
        ("2018-01/2018-06", "2019-01/2019-06"),
    ),
    ("In [het eerste kwartaal] kostte het 5, [een dag eerder] 4.", ("2019-01/2019-03", None)),
    ("Het feest is [sinds 2011] [in juni].", ("2011/..", "2019-06")),
    ("[In 2015] begon het, [anderhalf jaar later] was het af.", ("2015", None)),
    ("[In mei 2015] begon het, [anderhalf jaar later] was het af.", ("2015-05", "2016-11")),
    ("[Nu], [58 jaar] later, staat het er nog.", ("2019-07-08", "P58Y")),
    ("De kaart uit [1622] hangt er op [20 juli].", ("1622", "2019-07-20")),
    ("[In 2015] waren er 5; in [de jaren daarna] minder.", ("2015", "2016/..")),
    ("[In mei 2016] begon het en [in september van dat jaar] stopte het.", ("2016-05", "2016-09")),
    ("[Vorig jaar] werden [eind mei] drie feesten gehouden.", ("2018", "2018-05-21/2018-05-31")),
    (
        "In vergelijking met [een jaar eerder] waren er [in mei] drie feesten.",
        ("2018", "2019-05"),
    ),
]

SETS_AND_DURATIONS: list[Case] = [
    ("Dat kost [jaarlijks] 3 ton.", ("R/P1Y",)),
    ("De [maandelijkse] huur stijgt.", ("R/P1M",)),
    ("Het wordt [elk jaar] minder.", ("R/P1Y",)),
    ("[Elke maandag] is er spreekuur.", ("R/P1W",)),
    ("[Iedere dag] komt de bus.", ("R/P1D",)),
    ("Er wordt [per kwartaal] betaald.", ("R/P3M",)),
    ("Er wordt twee keer [per jaar] geteld.", ("R/P1Y",)),
    ("[Elke vier jaar] zijn er verkiezingen.", ("R/P4Y",)),
    ("[Om de twee weken] wordt er geleegd.", ("R/P2W",)),
    ("[Eens in de vijf jaar] wordt het herzien.", ("R/P5Y",)),
    ("Het [halfjaarlijkse] overleg vervalt.", ("R/P6M",)),
    ("Een consult duurt [tien minuten].", ("PT10M",)),
    ("Het duurde [acht jaar].", ("P8Y",)),
    ("Het duurde [anderhalf jaar].", ("P18M",)),
    ("Het duurde [tweeënhalf jaar].", ("P30M",)),
    ("Het duurde [2,5 jaar].", ("P30M",)),
    ("Na [een half jaar] was het op.", ("P6M",)),
    ("De proef is met [een jaar] verlengd.", ("P1Y",)),
    ("De [halfjaar] rapportage is er.", ("P6M",)),
    ("Het duurt [drie kwartier].", ("PT45M",)),
    ("Het duurt [anderhalf uur].", ("PT90M",)),
    ("Hij kreeg [1 jaar en 6 maanden] de tijd.", ("P1Y6M",)),
    ("Na [48 uur] was het voorbij.", ("PT48H",)),
    ("Het kost [10 maanden] om te bouwen.", ("P10M",)),
    ("Tot [tien jaar] cel is mogelijk.", ("P10Y",)),
    ("De lening heeft een looptijd van [dertig jaar].", ("P30Y",)),
    ("Werknemers met [tien jaar] ervaring zijn schaars.", ("P10Y",)),
    ("Het loket is om 9 uur open.", ()),
]

VAGUE: list[Case] = [
    ("[De afgelopen jaren] is het gestegen.", ("../2019-07-08",)),
    ("Het gaat [al jaren] goed.", ("../2019-07-08",)),
    ("[Sinds jaren] is er geen tekort.", ("../2019-07-08",)),
    ("In [een recent verleden] was dat anders.", ("../2019-07-08",)),
    ("Het is [van oudsher] een boerendorp.", ("../2019-07-08",)),
    ("In [voorgaande jaren] was het minder.", ("../2018",)),
    ("[Binnenkort] begint de bouw.", ("2019-07-08/..",)),
    ("Dat wordt in [de toekomst] beter.", ("2019-07-08/..",)),
    ("De toekomst van het zwembad is onzeker.", ()),
    ("[De komende jaren] komt er geld bij.", ("2019-07-08/..",)),
    ("[Enkele jaren geleden] was hier een kerk.", ("../2019-07-08",)),
    ("[Over een paar weken] weten we meer.", ("2019-07-08/..",)),
    ("[De laatste tijd] is het rustig.", ("../2019-07-08",)),
    ("[Onlangs] is de weg opgebroken.", ("../2019-07-08",)),
]

NOT_TIME: list[Case] = [
    ("Zorg voor kinderen tot achttien jaar is gratis.", ()),
    ("Een 12-jarige fietser raakte gewond.", ()),
    ("Dat geldt voor 18 jaar en ouder.", ()),
    ("Jongeren van 12 tot 18 jaar doen mee.", ()),
    ("Inwoners vanaf 65 jaar krijgen een brief.", ()),
    ("Een man van 34 jaar is aangehouden.", ()),
    ("Wie jonger dan 23 jaar is, betaalt niets.", ()),
    ("Tot 18 jaar is het gratis.", ()),
    ("Kinderen van 0 tot en met 4 jaar; het contract loopt door.", ()),
    ("De gemiddelde leeftijd daalde van 30 jaar.", ()),
    ("Toen zij 16 jaar was, verhuisde ze.", ()),
    ("Het bedrijf heeft ISO 9001.", ()),
    ("Dat kost 2.000 euro.", ()),
    ("Dat kost € 2018 per stuk.", ()),
    ("Er zijn 1984 woningen gebouwd.", ()),
    ("Er wonen 2000 inwoners.", ()),
    ("In 2000 gevallen ging het goed.", ()),
    ("Hij woont op 1999 AB.", ()),
    ("Volgens de Wmo 2015 moet dat.", ()),
    ("De Jeugdwet 2015 regelt dat.", ()),
    ("De Wet langdurige zorg 2015 regelt dat.", ()),
    ("Bel 020-2019 123 of 0592-201718.", ()),
    ("Zie postbus 2019 in Assen.", ()),
    ("Op de 1500 meter werd zij tweede.", ()),
    ("Er waren 2017 deelnemers.", ()),
    ("Dit is versie 2019.1.1 van het programma.", ()),
    ("Nu.nl meldt niets.", ()),
    ("Jan woont in de Meistraat.", ()),
    ("De mei-nota bleef uit.", ()),
    ("Het werd 3-1 in de derby.", ()),
    ("Artikel 2016 van het wetboek.", ()),
]


@pytest.mark.parametrize(
    ("marked", "values"),
    [
        *DAYS,
        *YEAR_SO_FAR,
        *MONTHS_AND_YEARS,
        *PARTS,
        *SPANS,
        *RELATIVE,
        *PREVIOUS,
        *SETS_AND_DURATIONS,
        *VAGUE,
        *NOT_TIME,
    ],
)
def test_sentence(marked: str, values: tuple[str | None, ...]) -> None:
    check(marked, values, MONDAY)


WIDE_ANCHORS = [
    ("2018-09-01", "2018-11-30", "[Vorig jaar] was het minder.", ("2017",)),
    ("2018-09-01", "2018-11-30", "[Dit jaar] is het meer.", ("2018",)),
    ("2018-09-01", "2018-11-30", "[Deze week] komt de brief.", ("2018-09/2018-11",)),
    ("2018-09-01", "2018-11-30", "[Nu] is het stil.", ("2018-09/2018-11",)),
    ("2018-09-01", "2018-11-30", "[In december] volgt meer.", ("2018-12",)),
    ("2018-12-15", "2019-01-15", "[Vorig jaar] was het minder.", ("2017/2018",)),
    ("2018-12-15", "2019-01-15", "[Dit jaar] is het meer.", ("2018/2019",)),
    ("2018-12-15", "2019-01-15", "[Tien jaar geleden] was het meer.", ("2008/2009",)),
    ("2023-11-01", "2023-11-30", "[De afgelopen jaren] steeg het.", ("../2023-11",)),
    ("2023-11-01", "2023-11-30", "[De komende jaren] stijgt het.", ("2023-11/..",)),
    ("2023-11-01", "2023-11-30", "[Nu] is het 12 procent.", ("2023-11",)),
    ("2020-01-01", "2020-12-31", "[Nu] is het 12 procent.", ("2020",)),
    ("2020-01-01", "2020-12-31", "[Het afgelopen jaar] daalde het.", ("2019/2020",)),
    ("2020-02-10", "2020-02-10", "[Het afgelopen jaar] daalde het.", ("2019",)),
]


@pytest.mark.parametrize(("earliest", "latest", "marked", "values"), WIDE_ANCHORS)
def test_anchor_of_several_days(
    earliest: str, latest: str, marked: str, values: tuple[str | None, ...]
) -> None:
    check(marked, values, Anchor(earliest, latest))


@pytest.mark.parametrize(
    "marked",
    [
        "[Vorig jaar] was het minder.",
        "[Nu] is het meer.",
        "Het gaat [al jaren] zo.",
        "[Gisteren] was het stil.",
        "[Dinsdag] is er markt.",
        "[De komende jaren] komt er geld bij.",
        "Dat was [een jaar eerder] minder.",
        "Op [7 november] is er markt.",
        "[Eind maart] was het op.",
        "[Tien jaar geleden] was het er nog.",
        "[Sinds vorig jaar] is het er niet meer.",
        "[Tot december] kan het nog.",
        "[Van maart tot mei] was het dicht.",
        "[Dit seizoen] gaat het goed.",
        "[Afgelopen zomer] was het droog.",
        "[De afgelopen vier jaar] was het er nog.",
        "[Sindsdien] is het over.",
        "[Sinds een jaar] is het over.",
        "[Eerder dit jaar] was het er nog.",
    ],
)
def test_without_a_date_nothing_is_guessed(marked: str) -> None:
    wanted, found = read(marked, None)
    assert [time.surface for time in found] == wanted
    assert [(time.edtf, time.earliest, time.latest) for time in found] == [(None, None, None)]
    assert found[0].anchored == "open"


def test_without_a_date_what_is_said_in_full_still_counts() -> None:
    found = find("In 2016 steeg het, sindsdien daalt het, een jaar eerder niet.")
    assert [time.edtf for time in found] == ["2016", "2016/..", "2015"]
    assert [time.anchored for time in found] == ["absolute", "previous", "previous"]


KINDS = [
    ("10 april 2017", "point", "day", "absolute"),
    ("maart 2017", "point", "month", "absolute"),
    ("in 2017", "point", "year", "absolute"),
    ("het derde kwartaal van 2017", "part", "quarter", "absolute"),
    ("de eerste helft van 2017", "part", "half_year", "absolute"),
    ("schooljaar 2017/2018", "part", "school_year", "absolute"),
    ("de eerste maanden van 2017", "part", "vague", "absolute"),
    ("eind 2017", "part", "span", "absolute"),
    ("2015-2017", "span", "span", "absolute"),
    ("sinds 2017", "span", "open", "absolute"),
    ("tot 2017", "span", "open", "absolute"),
    ("vorig jaar", "point", "year", "publication"),
    ("vandaag", "point", "day", "publication"),
    ("nu", "point", "day", "publication"),
    ("de afgelopen jaren", "vague", "vague", "publication"),
    ("tien minuten", "duration", "span", "absolute"),
    ("jaarlijks", "set", "span", "absolute"),
]


@pytest.mark.parametrize(("text", "kind", "granularity", "anchored"), KINDS)
def test_kind_granularity_and_anchor(text: str, kind: str, granularity: str, anchored: str) -> None:
    (time,) = find(text, MONDAY)
    assert (time.kind, time.granularity, time.anchored) == (kind, granularity, anchored)


def test_bounds_are_the_first_and_last_day() -> None:
    (time,) = find("in de eerste helft van 2020")
    assert (time.earliest, time.latest) == ("2020-01-01", "2020-06-30")
    (time,) = find("met ingang van 2020")
    assert (time.earliest, time.latest) == ("2020-01-01", None)
    (time,) = find("voor 2015")
    assert (time.earliest, time.latest) == (None, "2014-12-31")


def test_an_expression_may_run_over_a_line_end() -> None:
    text = "vergeleken met na \n2015 en voor\n2015"
    assert [(time.surface, time.edtf) for time in find(text)] == [
        ("na \n2015", "2016/.."),
        ("voor\n2015", "../2014-12-31"),
    ]


@pytest.mark.parametrize(
    ("anchor", "message"),
    [
        (Anchor("2019-07-08", "2019-07-01"), "before it begins"),
        (Anchor("0001-01-01", "0001-01-02"), "outside"),
        (Anchor("gisteren", "2019-07-01"), "isoformat"),
    ],
)
def test_an_impossible_anchor_is_refused(anchor: Anchor, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        find("vorig jaar", anchor)


def test_the_tense_of_the_verb_decides_between_two_far_years() -> None:
    anchor = Anchor("2019-07-20", "2019-07-20")
    text = "In december barstte het los."
    verb = Token("barstte", 12, 19, "losbarsten", "VERB", "root", 0, morph="Tense=Past")
    assert [time.edtf for time in find(text, anchor)] == ["2019-12"]
    assert [time.edtf for time in find(text, anchor, tokens=[verb])] == ["2018-12"]
    assert [time.edtf for time in find("In december werd het druk.", anchor)] == ["2018-12"]
    assert [time.edtf for time in find("In december wordt het druk.", anchor)] == ["2019-12"]


@pytest.mark.parametrize(
    ("marked", "value"),
    [
        ("De clubs liepen [dit voorjaar] geld mis.", "2019-03/2019-05"),
        ("[Deze zomer] was het droog.", "2019-06/2019-08"),
        ("[Dit najaar] komt er een plan.", "2019-09/2019-11"),
    ],
)
def test_a_season_of_this_year_is_this_one_when_it_is_over(marked: str, value: str) -> None:
    check(marked, (value,), Anchor("2019-11-20", "2019-11-20"))
