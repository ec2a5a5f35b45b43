"""Single sentences with what must be found in them, by subject of the grammar.

A row is a sentence and, for each quantity in the order of the text, its words, kind, unit, what
was said (a value, or low and high) and, where it is not 'none', the hedge. Further fields follow
as ``field=value``.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

PLAIN = [
    (
        "De meeste gewonden vielen in Irak (11) en Iran (8).",
        ["11|count|None|11", "8|count|None|8"],
    ),
    ("Zetels waren er voor VVD (33) en PVV (20).", ["33|count|None|33", "20|count|None|20"]),
    ("Jan Bergen (43) en Fatma (11) wonen in Assen.", []),
    ("Zij won viermaal de prijs.", ["viermaal|count|keer|4"]),
    ("Het dorp krijgt 5G en belt 113 bij zelfmoordgedachten of zelfmoord.", []),
    ("Dat was 3 procent meer dan een jaar ervoor.", ["3 procent meer|change|percent|3"]),
    (
        "De band verkocht 100 platen in drie media.",
        ["100 platen|count|plaat|100", "drie media|count|medium|3"],
    ),
    ("Zij heeft twee jongere kinderen.", ["twee|count|kind|2"]),
    ("De index sloot vlak bij 749,3 punten.", ["vlak bij 749,3 punten|count|punt|749.3|about"]),
    ("Van de inwoners is 12,5 procent ouder.", ["12,5 procent|share|percent|12.5"]),
    ("Het verzuim bedroeg 7,3%.", ["7,3%|share|percent|7.3"]),
    ("Het verzuim bedroeg 7.3 pct.", ["7.3 pct.|share|percent|7.3"]),
    ("Dat is 45 % van de begroting.", ["45 %|share|percent|45"]),
    ("Dat is 9procent van alles.", ["9procent|share|percent|9"]),
    ("Er staan 1.250 woningen leeg.", ["1.250 woningen|count|woning|1250"]),
    ("Er staan 29 115 woningen leeg.", ["29 115 woningen|count|woning|29115"]),
    ("Er staan 29\u00a0115 woningen leeg.", ["29\u00a0115 woningen|count|woning|29115"]),
    ("Er staan 29\u202f115 woningen leeg.", ["29\u202f115 woningen|count|woning|29115"]),
    ("De gemeente telt 378 duizend banen.", ["378 duizend banen|count|baan|378000"]),
    ("De schuld is 3,4 miljard euro.", ["3,4 miljard euro|money|EUR|3400000000"]),
    ("De schuld is € 19,7 miljoen.", ["€ 19,7 miljoen|money|EUR|19700000"]),
    ("De schuld is €\u00a019,7\u00a0miljoen.", ["€\u00a019,7\u00a0miljoen|money|EUR|19700000"]),
    ("De schuld is EUR 5 mln.", ["EUR 5 mln|money|EUR|5000000"]),
    ("Zij kregen 100mln. euro steun.", ["100mln. euro|money|EUR|100000000"]),
    ("Zij kregen 2 mld. euro steun.", ["2 mld. euro|money|EUR|2000000000"]),
    ("De veiling bracht €800.000 op.", ["€800.000|money|EUR|800000"]),
    ("De rekening is € 41.250,- inclusief btw.", ["€ 41.250,-|money|EUR|41250"]),
    ("De rekening is 41.250,- inclusief btw.", ["41.250,-|money|EUR|41250"]),
    ("De rekening is € 41.250,75.", ["€ 41.250,75|money|EUR|41250.75"]),
    ("Het pand kost 275k euro.", ["275k euro|money|EUR|275000"]),
    ("De subsidie was 75 mille.", ["75 mille|money|EUR|75000"]),
    ("De wethouder vraagt twee ton subsidie.", ["twee ton|money|EUR|200000"]),
    ("Zij schrapten 25 cent per liter.", ["25 cent|money|EUR|0.25|per=per liter"]),
    ("De boete was 500 gulden.", ["500 gulden|money|NLG|500"]),
    ("De olie kost $63 per vat.", ["$63|money|USD|63|per=per vat"]),
    ("De promillage was 1,2 promille.", ["1,2 promille|rate|promille|1.2"]),
    ("Het park ligt op 12 hectare.", ["12 hectare|measure|hectare|12"]),
    ("Er viel 30 mm regen.", ["30 mm|measure|millimetre|30"]),
    ("De hal is 2.500 m2 groot.", ["2.500 m2|measure|square_metre|2500"]),
    ("De hal is 2.500 m² groot.", ["2.500 m²|measure|square_metre|2500"]),
    ("De hal is 2.500 vierkante meter.", ["2.500 vierkante meter|measure|square_metre|2500"]),
    ("Zij verbruikten 2.900 kWh stroom.", ["2.900 kWh|measure|kWh|2900"]),
    ("De fabriek stoot 14 ton CO2 uit.", ["14 ton CO2|measure|tonne|14"]),
    ("De fabriek verwerkt 40 ton afval.", ["40 ton afval|measure|tonne|40"]),
    ("Hij reed 137 kilometer per uur.", ["137 kilometer per uur|measure|kilometre_per_hour|137"]),
    ("Het wordt 21 graden.", ["21 graden|measure|degree|21"]),
    ("Vannacht wordt het min 5 graden.", ["min 5 graden|measure|degree|-5"]),
    ("De index staat op 549,4 punten.", ["549,4 punten|count|punt|549.4"]),
    ("De proef duurt achttien maanden.", ["achttien maanden|duration|month|18"]),
    ("De zitting duurde 4 uur en 20 minuten.", ["4 uur en 20 minuten|duration|minute|260"]),
    ("De cel duurt twee jaar en drie maanden.", ["twee jaar en drie maanden|duration|month|27"]),
    ("De pilot wordt met een jaar verlengd.", ["een jaar|duration|year|1"]),
    ("Na anderhalf uur was het klaar.", ["anderhalf uur|duration|hour|1.5"]),
    ("Het werk duurt een half jaar.", ["een half jaar|duration|year|0.5"]),
    ("Het werk duurt driekwart jaar.", ["driekwart jaar|duration|year|0.75"]),
    ("Zij wachtten 2½ uur.", ["2½ uur|duration|hour|2.5"]),
    ("Zij wachtten drie en een half uur.", ["drie en een half uur|duration|hour|3.5"]),
    ("De tweedaagse conferentie begint.", ["tweedaagse|duration|day|2"]),
    ("Het orkest kreeg 3 punten.", ["3 punten|count|punt|3"]),
]

WORDS = [
    ("Er kwamen tweeëntwintig meldingen.", ["tweeëntwintig meldingen|count|melding|22"]),
    ("Er kwamen tweeentwintig meldingen.", ["tweeentwintig meldingen|count|melding|22"]),
    ("Er zijn zeventienhonderd huurders.", ["zeventienhonderd huurders|count|huurder|1700"]),
    ("Er wonen drieënveertigduizend mensen.", ["drieënveertigduizend mensen|count|mens|43000"]),
    ("Er wonen honderdduizend mensen.", ["honderdduizend mensen|count|mens|100000"]),
    ("Het kost anderhalf miljoen euro.", ["anderhalf miljoen euro|money|EUR|1500000"]),
    ("Het kost tweeënhalf miljoen euro.", ["tweeënhalf miljoen euro|money|EUR|2500000"]),
    ("Het kost een kwart miljard euro.", ["een kwart miljard euro|money|EUR|250000000"]),
    ("Het kost een half miljoen euro.", ["een half miljoen euro|money|EUR|500000"]),
    (
        "Zij spaarden drie miljoen tweehonderdduizend euro.",
        ["drie miljoen tweehonderdduizend euro|money|EUR|3200000"],
    ),
    ("Duizend vrijwilligers hielpen.", ["Duizend vrijwilligers|count|vrijwilliger|1000"]),
    ("Een miljoen mensen keken.", ["Een miljoen mensen|count|mens|1000000"]),
    ("Eén gezin kreeg hulp.", ["Eén gezin|count|gezin|1"]),
    ("Dat is er eentje te weinig.", ["eentje|count|None|1"]),
    ("Twintig man personeel vertrekt.", ["Twintig man|count|man|20"]),
    ("Nul klachten kwamen binnen.", ["Nul klachten|count|klacht|0"]),
]

NOUNS = [
    (
        "De politie liet drie opgepakte relschoppers en twee gesloten cafés zien.",
        ["drie|count|relschopper|3", "twee|count|café|2"],
    ),
    ("Er liggen zes aangetroffen wapens.", ["zes|count|wapen|6"]),
    ("Van de brand resten drie overleden bewoners.", ["drie|count|bewoner|3"]),
    ("Bij de brand waren er vijf; twee overleden er.", ["vijf|count|None|5", "twee|count|None|2"]),
    ("Zij noemt vier andere, kleinere, scholen.", ["vier|count|school|4"]),
    ("De vier grootste corporaties bouwen.", ["vier|count|corporatie|4"]),
    ("Acht ervaren wijkverpleegkundigen begonnen.", ["Acht|count|wijkverpleegkundige|8"]),
    ("Drie lange en dure trajecten liepen af.", ["Drie|count|traject|3"]),
    ("Er kwamen 14 jonge Amsterdammers.", ["14|count|Amsterdammer|14"]),
    ("De raad telt 21 raadsleden.", ["21 raadsleden|count|raadslid|21"]),
    ("De school heeft 640 leerlingen.", ["640 leerlingen|count|leerling|640"]),
    ("De politie nam 12 auto's in beslag.", ["12 auto's|count|auto|12"]),
    ("De brand doodde 300 varkens.", ["300 varkens|count|varken|300"]),
    ("Er zijn 15 basisscholen.", ["15 basisscholen|count|basisschool|15"]),
    ("Er zijn 15 kinderen ziek.", ["15 kinderen|count|kind|15"]),
    ("Er waren 5 stuks over.", ["5 stuks|count|stuk|5"]),
    (
        "Van de 27 gemeenten deden er 12 mee.",
        ["27 gemeenten|count|gemeente|27", "12|count|None|12"],
    ),
    ("De twee liepen weg.", ["twee|count|None|2"]),
]

HEDGES = [
    ("Ruim 1.600 jongeren kregen hulp.", ["Ruim 1.600 jongeren|count|jongere|1600|above"]),
    ("Dik 40 procent stemde.", ["Dik 40 procent|share|percent|40|above"]),
    ("Iets meer dan 8 procent stemde.", ["Iets meer dan 8 procent|share|percent|8|above"]),
    ("Net boven de 3 procent bleef het.", ["Net boven de 3 procent|share|percent|3|above"]),
    ("Bijna vijftig huizen kraakten.", ["Bijna vijftig huizen|count|huis|50|below"]),
    ("Net geen 10 procent haakte af.", ["Net geen 10 procent|share|percent|10|below"]),
    ("Nog geen 300 euro bleef over.", ["Nog geen 300 euro|money|EUR|300|below"]),
    ("Een kleine 500 leden stemden.", ["Een kleine 500 leden|count|lid|500|below"]),
    ("Krap 20 banen verdwenen.", ["Krap 20 banen|count|baan|20|below"]),
    ("Zo’n 60 kramen stonden er.", ["Zo’n 60 kramen|count|kraam|60|about"]),
    ("Ongeveer 35 procent fietst.", ["Ongeveer 35 procent|share|percent|35|about"]),
    ("Circa 70 bomen worden gekapt.", ["Circa 70 bomen|count|boom|70|about"]),
    ("Ca. 70 bomen worden gekapt.", ["Ca. 70 bomen|count|boom|70|about"]),
    ("± 70 bomen worden gekapt.", ["± 70 bomen|count|boom|70|about"]),
    ("Rond de 25 procent huurt.", ["Rond de 25 procent|share|percent|25|about"]),
    ("Naar schatting 400 katten zwerven.", ["Naar schatting 400 katten|count|kat|400|about"]),
    ("Een stuk of tien boten zonken.", ["Een stuk of tien boten|count|boot|10|about"]),
    ("Om en nabij de 80 euro kost het.", ["Om en nabij de 80 euro|money|EUR|80|about"]),
    ("Meer dan 90 procent slaagde.", ["Meer dan 90 procent|share|percent|90|at_least"]),
    ("Minstens 12 panden stortten in.", ["Minstens 12 panden|count|pand|12|at_least"]),
    ("Zeker 12 panden stortten in.", ["Zeker 12 panden|count|pand|12|at_least"]),
    ("Ten minste 3 jaar cel volgt.", ["Ten minste 3 jaar|duration|year|3|at_least"]),
    ("Minder dan 4 procent klaagde.", ["Minder dan 4 procent|share|percent|4|at_most"]),
    ("Hooguit 30 gasten mogen komen.", ["Hooguit 30 gasten|count|gast|30|at_most"]),
    ("Maximaal 50 euro wordt vergoed.", ["Maximaal 50 euro|money|EUR|50|at_most"]),
    ("Er is plaats voor max. 80 auto's.", ["max. 80 auto's|count|auto|80|at_most"]),
    ("De boete kan tot 900 euro zijn.", ["tot 900 euro|money|EUR|900|at_most"]),
    ("Het blijft onder de 5 procent.", ["onder de 5 procent|share|percent|5|at_most"]),
    ("Het blijft boven de 5 procent.", ["boven de 5 procent|share|percent|5|at_least"]),
    ("De kosten zijn hoger dan 7 miljoen euro.", ["7 miljoen euro|money|EUR|7000000|at_least"]),
    ("Het aandeel is lager dan 16%.", ["16%|share|percent|16|at_most"]),
    ("Het kost < 20 euro.", ["< 20 euro|money|EUR|20|at_most"]),
    ("Het kost ≥ 20 euro.", ["≥ 20 euro|money|EUR|20|at_least"]),
    ("Slechts 6 procent kwam.", ["Slechts 6 procent|share|percent|6|none|stance=slechts"]),
    (
        "Maar liefst 85 procent kwam.",
        ["Maar liefst 85 procent|share|percent|85|none|stance=maar liefst"],
    ),
    ("Er kwamen wel 85 mensen.", ["wel 85 mensen|count|mens|85|none|stance=wel"]),
    ("Liefst ruim 60 boeren kwamen.", ["Liefst ruim 60 boeren|count|boer|60|above|stance=liefst"]),
    ("De straf is 12 procent of meer.", ["12 procent of meer|share|percent|12|at_least"]),
    ("De straf is 12 procent of minder.", ["12 procent of minder|share|percent|12|at_most"]),
    (
        "Naar schatting zo'n 90 winkels sloten.",
        ["Naar schatting zo'n 90 winkels|count|winkel|90|about"],
    ),
    (
        "Naar schatting ruim 90 winkels sloten.",
        ["Naar schatting ruim 90 winkels|count|winkel|90|above"],
    ),
    ("Hij werd veroordeeld tot 3 jaar cel.", ["3 jaar|duration|year|3"]),
    ("Het leidde tot 40 klachten.", ["40 klachten|count|klacht|40"]),
    ("Het tekort liep op tot 6 miljoen euro.", ["6 miljoen euro|money|EUR|6000000"]),
    ("Onder de 27 partijen zijn nieuwkomers.", ["27 partijen|count|partij|27"]),
]

PARTS = [
    ("Driekwart van de leden stemde voor.", ["Driekwart|share|percent|75"]),
    ("Een kwart van de leden stemde voor.", ["Een kwart|share|percent|25"]),
    ("Zij namen een kwart voor hun rekening.", ["een kwart|share|percent|25"]),
    ("Zij namen zo'n kwart voor hun rekening.", ["zo'n kwart|share|percent|25|about"]),
    ("Zo'n derde van de leden stemde voor.", ["Zo'n derde|share|percent|33.3333|about"]),
    ("Zo'n vierde poging mislukt vaak.", []),
    ("Twee derde van de leden stemde voor.", ["Twee derde|share|percent|66.6667"]),
    ("Tweederde van de leden stemde voor.", ["Tweederde|share|percent|66.6667"]),
    ("Een derde van de leden stemde voor.", ["Een derde|share|percent|33.3333"]),
    ("Ruim de helft stemde voor.", ["Ruim de helft|share|percent|50|above"]),
    ("Bijna driekwart stemde voor.", ["Bijna driekwart|share|percent|75|below"]),
    ("De helft van de helft bleef.", ["De helft van de helft|share|percent|25"]),
    ("In de tweede helft van het jaar daalde de werkloosheid.", []),
    ("Een derde verdachte zit vast.", []),
    ("Een op de zeven huishoudens is arm.", ["Een op de zeven|ratio|percent|14.2857"]),
    (
        "Dat daalde tot minder dan één op de zes.",
        ["minder dan één op de zes|ratio|percent|16.6667|at_most"],
    ),
    ("Nu is het meer dan één op 20.", ["meer dan één op 20|ratio|percent|5|at_least"]),
    ("Eén op 24 kinderen is arm.", ["Eén op 24|ratio|percent|4.16667"]),
    ("1 op 24 kinderen is arm.", ["1 op 24|ratio|percent|4.16667"]),
    ("Acht op de tien ouders is tevreden.", ["Acht op de tien|ratio|percent|80"]),
    # how often, said with 'van'; of a set of its own size it is a count
    ("Negen van de tien keer ging het goed.", ["Negen van de tien|ratio|percent|90"]),
    ("Zes van de tien zijn tevreden.", ["Zes van de tien|ratio|percent|60"]),
    ("Drie van de tien ouders rijden zelf.", ["Drie van de tien|ratio|percent|30"]),
    ("Dat lukt in acht van de tien gevallen.", ["acht van de tien|ratio|percent|80"]),
    ("Drie van de vier waren ziek.", ["Drie|count|None|3", "vier|count|None|4"]),
    ("Een van de tien spelers viel uit.", ["tien spelers|count|speler|10"]),
    (
        "Twee van de tien grootste havens groeiden.",
        ["Twee|count|haven|2", "tien|count|haven|10"],
    ),
    ("Twee van elke vijf bezoekers bleven weg.", ["Twee van elke vijf|ratio|percent|40"]),
    ("In drie van de vier gevallen was het raak.", ["drie van de vier|ratio|percent|75"]),
    ("Zes van de acht ploegen bleven.", ["Zes|count|ploeg|6", "acht ploegen|count|ploeg|8"]),
    # 'acht' before a unit is a number, whatever stands before it
    ("Op een antwoord wacht u acht dagen.", ["acht dagen|duration|day|8"]),
    ("Daarvan betaalde hij acht euro terug.", ["acht euro|money|EUR|8"]),
    ("Daarna wacht je acht weken.", ["acht weken|duration|week|8"]),
    ("Nog geen 1 op 20 ouders klaagt.", ["Nog geen 1 op 20|ratio|percent|5|below"]),
    ("Bijna 1/3 van de huizen is oud.", ["Bijna 1/3|share|percent|33.3333|below"]),
    ("Zes van de acht ploegen won.", ["Zes|count|ploeg|6", "acht ploegen|count|ploeg|8"]),
    ("Het aantal is twee keer zo hoog.", ["twee keer zo hoog|ratio|times|2|none|comparative=True"]),
    ("Dat is ruim het dubbele van vorig jaar.", ["ruim het dubbele|ratio|times|2|above"]),
    ("Er staan dubbel zoveel auto's als toen.", ["dubbel zoveel|ratio|times|2"]),
    ("De rekening is bijna dubbel zo hoog.", ["bijna dubbel zo hoog|ratio|times|2|below"]),
    ("Zij telde het dubbele aantal woningen.", ["het dubbele aantal|ratio|times|2"]),
    ("Hij heeft een dubbel paspoort en een dubbele fout.", []),
    ("De huur is nu 3,4 maal het minimum.", ["3,4 maal|ratio|times|3.4"]),
    ("Zij komt 1,5 keer per week.", ["1,5 keer|count|keer|1.5|per=per week"]),
    ("Dat is 1,5 keer zoveel.", ["1,5 keer zoveel|ratio|times|1.5"]),
    ("Hij won twee keer.", ["twee keer|count|keer|2"]),
    ("De schuld is verdubbeld.", ["verdubbeld|change|times|2|none|direction=up"]),
    ("De schuld verdrievoudigde.", ["verdrievoudigde|change|times|3|none|direction=up"]),
    (
        "De wachtlijst is bijna gehalveerd.",
        ["bijna gehalveerd|change|times|0.5|below|direction=down"],
    ),
    (
        "Er zijn 40 misdrijven per 1.000 inwoners.",
        ["40 misdrijven per 1.000 inwoners|rate|per_1000|40"],
    ),
    (
        "Er zijn 3 gevallen op de 100.000.",
        ["3 gevallen|count|geval|3", "100.000|count|None|100000"],
    ),
    ("Het kost € 500 per maand.", ["€ 500|money|EUR|500|per=per maand"]),
    ("Er zijn 3 inbraken per week.", ["3 inbraken|count|inbraak|3|per=per week"]),
]

VAGUE = [
    ("De omzet zakte een paar procent.", ["een paar procent|change|percent|2~5|about"]),
    ("Er kwamen een paar dozijn gezinnen.", ["een paar dozijn gezinnen|count|gezin|24~60|about"]),
    ("Tientallen huizen staan leeg.", ["Tientallen huizen|count|huis|20~100|about"]),
    ("Enkele honderden mensen kwamen.", ["Enkele honderden mensen|count|mens|200~500|about"]),
    ("Honderden mensen kwamen.", ["Honderden mensen|count|mens|200~1000|about"]),
    (
        "Het kost tientallen miljoenen euro's.",
        ["tientallen miljoenen euro's|money|EUR|2e7~1e8|about"],
    ),
    ("Een paar dagen later belde zij, en een paar keer kwam hij.", []),
    ("Een handvol mensen bleef.", ["Een handvol mensen|count|mens|3~7|about"]),
    ("Een twintigtal bewoners kwam.", ["Een twintigtal bewoners|count|bewoner|20|about"]),
]

RANGES = [
    ("Tussen de 5 en 7 procent fietst.", ["Tussen de 5 en 7 procent|share|percent|5~7|range"]),
    ("Het scheelt 5 tot 6 procent.", ["5 tot 6 procent|share|percent|5~6|range"]),
    ("Het scheelt 10-15 procent.", ["10-15 procent|share|percent|10~15|range"]),
    ("Het scheelt 10 – 15 procent.", ["10 – 15 procent|share|percent|10~15|range"]),
    ("Het duurt een à twee weken.", ["een à twee weken|duration|week|1~2|range"]),
    ("Het duurt twee of drie weken.", ["twee of drie weken|duration|week|2~3|range"]),
    ("Het kost 2 tot 3 miljoen euro.", ["2 tot 3 miljoen euro|money|EUR|2000000~3000000|range"]),
    ("Het kost € 2 tot € 3 miljoen.", ["€ 2 tot € 3 miljoen|money|EUR|2000000~3000000|range"]),
    ("Het kost van 300 tot 400 euro.", ["van 300 tot 400 euro|money|EUR|300~400|range"]),
    (
        "Naar schatting zo'n 1.150 tot 1.300 banen verdwijnen.",
        ["Naar schatting zo'n 1.150 tot 1.300 banen|count|baan|1150~1300|range"],
    ),
    (
        "Tussen 500.000 en 1 miljoen euro ging verloren.",
        ["Tussen 500.000 en 1 miljoen euro|money|EUR|500000~1000000|range"],
    ),
]

LISTS = [
    (
        "De kosten zijn 367.000 en 362.000 euro.",
        ["367.000|money|EUR|367000", "362.000 euro|money|EUR|362000"],
    ),
    (
        "Het gaat om respectievelijk 19 en 26 procent.",
        ["19|share|percent|19", "26 procent|share|percent|26"],
    ),
    (
        "Het gaat om 12, 13 en 15 procent.",
        ["12|share|percent|12", "13|share|percent|13", "15 procent|share|percent|15"],
    ),
    (
        "Twaalf mannen en acht vrouwen vertrokken.",
        ["Twaalf mannen|count|man|12", "acht vrouwen|count|vrouw|8"],
    ),
    (
        "Het is geen 2,5 maar 1,5 procent.",
        [
            "2,5|share|percent|2.5|none|negated=True",
            "1,5 procent|share|percent|1.5|none|negated=False",
        ],
    ),
    (
        "Het is niet 11,8 maar 13,6 procent.",
        ["11,8|share|percent|11.8|none|negated=True", "13,6 procent|share|percent|13.6"],
    ),
]

CHANGES = [
    ("Het verzuim daalde met 6 procent.", ["6 procent|change|percent|6|none|direction=down"]),
    ("Het verzuim nam met 6 procent toe.", ["6 procent|change|percent|6|none|direction=up"]),
    ("Het verzuim nam toe met 6 procent.", ["6 procent|change|percent|6|none|direction=up"]),
    ("Het verzuim is met 6 procent afgenomen.", ["6 procent|change|percent|6|none|direction=down"]),
    ("Het verzuim is 6 procent gestegen.", ["6 procent|change|percent|6|none|direction=up"]),
    (
        "Het verzuim steeg vorig jaar licht met 6 procent.",
        ["6 procent|change|percent|6|none|direction=up"],
    ),
    ("Het verzuim zakte 6 procent.", ["6 procent|change|percent|6|none|direction=down"]),
    ("Er was een stijging van 12 procent.", ["12 procent|change|percent|12|none|direction=up"]),
    (
        "Er was een ledendaling van ruim 12 procent.",
        ["ruim 12 procent|change|percent|12|above|direction=down"],
    ),
    (
        "Het tarief is 3 procent lager.",
        ["3 procent lager|change|percent|3|none|direction=down;comparative=True"],
    ),
    (
        "Het tarief is 5 tot 6 procent hoger.",
        ["5 tot 6 procent hoger|change|percent|5~6|range|direction=up;comparative=True"],
    ),
    (
        "Dat zijn er 700 meer dan een half jaar eerder.",
        [
            "700 meer|change|None|700|none|direction=up;comparative=True",
            "een half jaar|duration|year|0.5",
        ],
    ),
    (
        "Er staan er 60 minder dan twee weken geleden.",
        [
            "60 minder|change|None|60|none|direction=down;comparative=True",
            "twee weken|duration|week|2",
        ],
    ),
    (
        "Dat is 400 meer dan vorig jaar.",
        ["400 meer|change|None|400|none|direction=up;comparative=True"],
    ),
    (
        "Het leverde 6procent meer op.",
        ["6procent meer|change|percent|6|none|direction=up;comparative=True"],
    ),
    ("Het aantal steeg met 400.", ["400|change|None|400|none|direction=up"]),
    ("De koers (+1,6%) trok aan.", ["+1,6%|change|percent|1.6|none|direction=up"]),
    ("De koers (-0,4%) zakte in.", ["-0,4%|change|percent|0.4|none|direction=down"]),
    (
        "De opkomst steeg met 2 procentpunten.",
        ["2 procentpunten|change|percentage_point|2|none|direction=up"],
    ),
    ("De opkomst steeg naar 61 procent.", ["61 procent|share|percent|61"]),
    ("De opkomst daalde tot 61 procent.", ["61 procent|share|percent|61"]),
    (
        "De opkomst ligt 4 procent hoger dan 61 procent.",
        ["4 procent hoger|change|percent|4|none|direction=up", "61 procent|share|percent|61"],
    ),
    ("Drie jaar later verhuisde zij.", ["Drie jaar|duration|year|3"]),
    ("Het scheelt twee uur langer reizen.", ["twee uur langer|change|hour|2|none|direction=up"]),
    (
        "De index daalde 1% naar 798,4 punten.",
        ["1%|change|percent|1|none|direction=down", "798,4 punten|count|punt|798.4"],
    ),
]

AMONG_CHANGES = [
    (
        "Er was een afname van 11 tot 22 megaton.",
        ["van 11 tot 22 megaton|change|megatonne|11~22|range|direction=down"],
    ),
    (
        "De komende tien jaar meer dan honderd artsen.",
        ["tien jaar|duration|year|10", "meer dan honderd artsen|count|arts|100|at_least"],
    ),
    (
        "De koers ligt 6,8 procent boven het gemiddelde.",
        ["6,8 procent|change|percent|6.8|none|direction=up"],
    ),
]

LEVELS = [
    (
        "Het daalde van 2,2 naar 1,9 procent.",
        [
            "van 2,2 naar 1,9 procent|change|percentage_point|0.3|none|direction=down;group=0",
            "2,2|share|percent|2.2|none|part=base;group=0",
            "1,9 procent|share|percent|1.9|none|part=target;group=0",
        ],
    ),
    (
        "Het ging van 40 procent in 2015 naar 55 procent.",
        [
            "van 40 procent in 2015 naar 55 procent|change|percentage_point|15|none|direction=up",
            "40 procent|share|percent|40|none|part=base",
            "55 procent|share|percent|55|none|part=target",
        ],
    ),
    (
        "Het aantal nam toe van 300 tot 420 leerlingen.",
        [
            "van 300 tot 420 leerlingen|change|leerling|120|none|direction=up",
            "300|count|leerling|300|none|part=base",
            "420 leerlingen|count|leerling|420|none|part=target",
        ],
    ),
    (
        "De prijs ging van 10 euro naar 7 euro.",
        [
            "van 10 euro naar 7 euro|change|EUR|3|none|direction=down",
            "10 euro|money|EUR|10|none|part=base",
            "7 euro|money|EUR|7|none|part=target",
        ],
    ),
    ("De reis van 20 kilometer naar Zwolle was lang.", ["20 kilometer|measure|kilometre|20"]),
]

AGES = [
    ("Hij kwam met zijn 13-jaar oude zoon.", ["13-jaar|age|year|13"]),
    ("De baby is nu elf maanden oud.", ["elf maanden|age|month|11"]),
    ("Zij vonden een zes weken oude pup.", ["zes weken|age|week|6"]),
    ("De in mei 80 jaar geworden burgemeester stopt.", ["80 jaar|age|year|80"]),
    ("Zij was nog maar 12 jaar toen het gebeurde.", ["12 jaar|age|year|12"]),
    ("Hij is pas 19 jaar en zit al in de raad.", ["19 jaar|age|year|19"]),
    ("Hij was 20 jaar burgemeester.", ["20 jaar|duration|year|20"]),
    ("Rond de klok van acht viel het net uit.", []),
    ("Huishoudens tot 35-jaar huren vaker.", ["tot 35-jaar|age|year|35|at_most"]),
    ("De jongeren (16-23 jaar) reizen gratis.", ["16-23 jaar|age|year|16~23|range"]),
    ("Kinderen tot achttien jaar reizen gratis.", ["tot achttien jaar|age|year|18|at_most"]),
    ("Jongeren van 12 tot 18 jaar reizen gratis.", ["van 12 tot 18 jaar|age|year|12~18|range"]),
    ("Jongeren van 12 tot 18 reizen gratis.", ["van 12 tot 18|age|year|12~18|range"]),
    ("Inwoners van 18 jaar en ouder stemmen.", ["18 jaar en ouder|age|year|18|at_least"]),
    ("Een 12-jarige jongen is vermist.", ["12-jarige|age|year|12"]),
    ("Een twaalfjarige jongen is vermist.", ["twaalfjarige|age|year|12"]),
    ("De 65-plussers reizen gratis.", ["65-plussers|age|year|65|at_least"]),
    ("De vijftigplussers reizen gratis.", ["vijftigplussers|age|year|50|at_least"]),
    ("De hond is 11 jaar oud.", ["11 jaar|age|year|11"]),
    ("Zij zijn ouder dan 65 jaar.", ["65 jaar|age|year|65|at_least"]),
    ("Het zijn tienermeisjes, van 12 tot 16 jaar.", ["van 12 tot 16 jaar|age|year|12~16|range"]),
    ("Er kwamen 500+ mensen.", ["500|count|None|500"]),
    ("De 156-jarige geschiedenis van de club.", ["156-jarige|duration|year|156"]),
    ("Hij kreeg een jaar rijontzegging.", ["een jaar|duration|year|1"]),
    ("Hij blijft zeker nog een half jaar.", ["zeker nog een half jaar|duration|year|0.5|at_least"]),
    ("De club viert het 50-jarig bestaan.", ["50-jarig|duration|year|50"]),
    ("Hij kreeg een celstraf van 12 jaar.", ["12 jaar|duration|year|12"]),
    ("Kinderen onder de 18 jaar mogen niet.", ["onder de 18 jaar|age|year|18|at_most"]),
]

COUNCIL = [
    (
        "Het aandeel is 11,9 procent in Emmen, 9,2 in Coevorden en 8,7 in Hoogeveen.",
        ["11,9 procent|share|percent|11.9", "9,2|share|percent|9.2", "8,7|share|percent|8.7"],
    ),
    (
        "Vorig jaar was dat 62 procent, tegen 58 in 2021.",
        ["62 procent|share|percent|62", "58|share|percent|58"],
    ),
    (
        "De wachttijd liep op van gemiddeld 7,2 naar 9,8 jaar.",
        [
            "van gemiddeld 7,2 naar 9,8 jaar|change|year|2.6|none|direction=up",
            "7,2|duration|year|7.2|none|part=base",
            "9,8 jaar|duration|year|9.8|none|part=target",
        ],
    ),
    (
        "De lasten stegen met gemiddeld 45 euro per maand tot 210 euro.",
        ["45 euro|change|EUR|45|none|direction=up;per=per maand", "210 euro|money|EUR|210"],
    ),
    (
        "De stad groeide met 12.000 inwoners tot 235.000.",
        ["12.000 inwoners|change|inwoner|12000|none|direction=up", "235.000|count|None|235000"],
    ),
    (
        "Het aantal faillissementen halveerde bijna.",
        ["halveerde bijna|change|times|0.5|below|direction=down"],
    ),
    (
        "Er zijn 2.345 jeugdigen en 40 omwonenden.",
        ["2.345 jeugdigen|count|jeugdige|2345", "40 omwonenden|count|omwonende|40"],
    ),
    (
        "De bijdrage gaat met 2,5 procentpunt omhoog tot 14 procent.",
        [
            "2,5 procentpunt|change|percentage_point|2.5|none|direction=up",
            "14 procent|share|percent|14",
        ],
    ),
    (
        "De gemeente krijgt 1,3 miljoen euro minder dan begroot.",
        ["1,3 miljoen euro minder|change|EUR|1300000|none|direction=down;comparative=True"],
    ),
    ("Drie fractieleden stemden tegen motie 14.", ["Drie fractieleden|count|fractielid|3"]),
]

ROWS = [
    *COUNCIL,
    *PLAIN,
    *WORDS,
    *NOUNS,
    *HEDGES,
    *PARTS,
    *VAGUE,
    *RANGES,
    *LISTS,
    *CHANGES,
    *AMONG_CHANGES,
    *LEVELS,
    *AGES,
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_sentence(text: str, expected: list[str], check: Callable[[str, list[str]], None]) -> None:
    check(text, expected)
