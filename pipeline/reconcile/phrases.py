"""The sentences of which explanations are made, in Dutch and in English.

Each says one thing in words that a council member uses; what has to be filled in is quoted.
"""

from __future__ import annotations

UNITS = {
    "nl": {
        "percent": "in procenten",
        "EUR": "in euro's",
        "count": "in aantallen",
        "duration": "in tijdsduur",
        "age": "in leeftijd",
    },
    "en": {
        "percent": "in percent",
        "EUR": "in euros",
        "count": "in numbers",
        "duration": "in length of time",
        "age": "in years of age",
    },
}

# One for each verdict; a single source has one for each way in which a figure can stand alone.
ELSEWHERE = {
    "nl": "Onder een andere naam geeft {} hetzelfde: {}.",
    "en": "Under another name {} gives the same: {}.",
}
OPENING = {
    "nl": {
        "contested": "De bronnen spreken elkaar tegen.",
        "revised": "Een voorlopig cijfer is later vervangen; het nieuwere cijfer gaat voor.",
        "series": "De cijfers gaan over verschillende perioden: ze vormen een reeks en spreken "
        "elkaar niet tegen. Er is geen gemiddelde van gemaakt.",
        "series_apart": "De cijfers gaan over verschillende perioden, of zijn om een andere reden "
        "niet met elkaar te vergelijken; een tegenspraak is niet vastgesteld. Er is geen "
        "gemiddelde van gemaakt.",
        "range": "De cijfers liggen dicht bij elkaar. Ze zijn zo ruim geformuleerd dat ze allemaal "
        "kunnen kloppen.",
        "consensus": "Verschillende bronnen komen op hetzelfde cijfer uit.",
        "one_figure": "Onder deze naam noemt geen tweede bron een cijfer.",
        "one_text": "Deze cijfers komen uit één tekst; onder deze naam noemt geen tweede bron een "
        "cijfer.",
        "one_level": "Maar één bron zegt hoe het was; wat andere bronnen noemen is een "
        "verandering, een norm, een doel of een verwachting.",
        "one_voice": "Verschillende teksten noemen dit, maar ze gaan terug op dezelfde bron; die "
        "telt één keer.",
        "apart": "Meer bronnen noemen een cijfer, maar ze bevestigen of weerspreken elkaar niet: "
        "de cijfers gaan niet over hetzelfde, of dat is niet vast te stellen.",
        "only_changes": "Genoemd is alleen hoeveel het veranderde, niet hoe hoog het was.",
        "only_plans": "Genoemd is alleen een norm, een doel of een verwachting, niet hoe het was.",
        "nothing_vouched": "Geen bron staat voor een cijfer in: het is alleen gevraagd, "
        "verondersteld of ontkend.",
    },
    "en": {
        "contested": "The sources contradict each other.",
        "revised": "A provisional figure was replaced later; the newer figure goes first.",
        "series": "The figures are about different periods: they form a series and do not "
        "contradict each other. No average was made.",
        "series_apart": "The figures are about different periods, or cannot be compared for "
        "another reason; no contradiction was established. No average was made.",
        "range": "The figures lie close together. They are worded so loosely that all of them can "
        "be right.",
        "consensus": "Different sources come to the same figure.",
        "one_figure": "No second source gives a figure under this name.",
        "one_text": "These figures come from one text; no second source gives a figure under this "
        "name.",
        "one_level": "Only one source says how things were; what others give is a change, a norm, "
        "a target or a forecast.",
        "one_voice": "Several texts give this, but they go back to the same source, which counts "
        "once.",
        "apart": "More than one source gives a figure, but they neither confirm nor contradict "
        "each other: the figures are not about the same thing, or that cannot be established.",
        "only_changes": "Only the size of a change was given, not the level itself.",
        "only_plans": "Only a norm, a target or a forecast was given, not how things were.",
        "nothing_vouched": "No source vouches for a figure: it was only asked, supposed or denied.",
    },
}

# Why figures were not held against each other, in the order in which it is told.
WHY = {
    "nl": {
        "part_of": "{part} is een deel van {whole}",
        "indicator": "{} zijn niet hetzelfde en zijn niet met elkaar vergeleken",
        "scope": "de tekst zegt zelf dat een van de cijfers iets meetelt dat een ander weglaat",
        "scope_unstated": "niet elke tekst zegt wat er wel of niet is meegeteld",
        "narrowed": "een van de cijfers gaat maar over een deel, zoals alleen de ernstige of "
        "langdurige gevallen",
        "both_given": "een van de teksten noemt beide getallen en houdt ze uit elkaar",
        "level_versus_norm": "een norm zegt hoe het moet zijn, niet hoe het is",
        "level_versus_target": "een doel zegt hoe het moet worden, niet hoe het is",
        "level_versus_forecast": "een verwachting is geen uitkomst",
        "population": "de groepen verschillen: {}",
        "counted": "er is niet hetzelfde geteld",
        "counted_unclear": "het is niet zeker dat hetzelfde is geteld",
        "per": "de bedragen of aantallen zijn per iets anders gerekend",
        "per_unstated": "niet bij elk cijfer staat per welke periode het is gerekend",
        "period_vague": "van minstens één cijfer is niet gezegd over welk jaar het gaat",
        "period_missing": "bij minstens één cijfer staat niet wanneer het gold",
        "period_open": "een cijfer over de jaren sinds een begin is niet dat van één jaar",
        "period_length": "een deel van een jaar is niet te vergelijken met een heel jaar",
        "period_of_publication": "een tekst die zegt hoe het nu is, hoeft niet over dezelfde dag "
        "te gaan als de andere",
        "period_moment": "in de loop van één dag kan een getal veranderen",
        "one_text": "één tekst noemt verschillende cijfers, en waarin die verschillen is niet "
        "herkend",
        "population_unstated": "niet bij elk cijfer staat om welke groep het gaat",
        "indicator_carried_over": "waar een cijfer over gaat, volgt soms alleen uit de zinnen "
        "ervoor, wat te onzeker is om van een tegenspraak te spreken",
        "place_of_document": "de plaats volgt soms alleen uit waar de hele tekst over gaat, wat te "
        "onzeker is om van een tegenspraak te spreken",
        "base_period": "niet vast staat dat de veranderingen vanaf hetzelfde moment zijn gerekend",
        "uncertain_reading": "wat er is gemeten is niet met zekerheid herkend",
    },
    "en": {
        "part_of": "{part} is part of {whole}",
        "indicator": "{} are not the same and were not compared with each other",
        "scope": "the text itself says that one figure counts something that another leaves out",
        "scope_unstated": "not every text says what is counted in or left out",
        "narrowed": "one of the figures is about a part only, such as the severe or lasting cases",
        "both_given": "one of the texts gives both numbers and tells them apart",
        "level_versus_norm": "a norm says how things should be, not how they are",
        "level_versus_target": "a target says how things should become, not how they are",
        "level_versus_forecast": "a forecast is not an outcome",
        "population": "the groups differ: {}",
        "counted": "they do not count the same",
        "counted_unclear": "it is not certain that they count the same",
        "per": "the amounts or numbers are per something else",
        "per_unstated": "not every figure says per which period it was reckoned",
        "period_vague": "at least one figure does not say which year it is about",
        "period_missing": "at least one figure does not say when it held",
        "period_open": "a figure on the years since a beginning is not that of one year",
        "period_length": "part of a year cannot be compared with a whole year",
        "period_of_publication": "a text that says how things are now need not be about the same "
        "day as the other",
        "period_moment": "a number may change in the course of a day",
        "one_text": "one text gives different figures, and what tells them apart was not "
        "recognised",
        "population_unstated": "not every figure says which group it is about",
        "indicator_carried_over": "what a figure is about follows at times from the sentences "
        "before it alone, which is too uncertain to speak of a contradiction",
        "place_of_document": "the place follows at times from what the whole text is about, which "
        "is too uncertain to speak of a contradiction",
        "base_period": "it is not certain that the changes start from the same time",
        "uncertain_reading": "what was measured was not recognised with certainty",
    },
}

DEPRECATED = {
    "nl": {
        "revised": "vervangen door een definitief of herzien cijfer",
        "replaced_later": "voorlopig genoemd, en later is een ander cijfer gegeven",
        "denied": "in de tekst zelf ontkend",
        "corrected": "in de tekst zelf verbeterd",
    },
    "en": {
        "revised": "replaced by a definitive or revised figure",
        "replaced_later": "called provisional, and another figure was given later",
        "denied": "denied by the text itself",
        "corrected": "corrected by the text itself",
    },
}

NOTE = {"nl": "Let op: {}.", "en": "Note: {}."}
# Under a contradiction, so that a doubt about other figures does not seem to take it back.
NOTE_BESIDE = {
    "nl": "Niet alle cijfers zijn met elkaar vergeleken: {}.",
    "en": "Not all figures were compared with each other: {}.",
}
TOGETHER = {"nl": "Samen komt dat neer op:", "en": "Together this comes to:"}
SOURCES = {"nl": " ({} bronnen)", "en": " ({} sources)"}
OTHERS = {
    "nl": {"population": "andere groepen", "indicator": "andere onderwerpen"},
    "en": {"population": "other groups", "indicator": "other subjects"},
}
MORE = {
    "nl": ("Er is nog {} cijfer.", "Er zijn nog {} cijfers."),
    "en": ("There is {} more figure.", "There are {} more figures."),
}
CLASH = {
    "nl": "Voor dezelfde periode ({period}) staat {a} tegenover {b}; ook ruim genomen kunnen die "
    "niet allebei kloppen.",
    "en": "For the same period ({period}) there is {a} against {b}; even taken loosely they "
    "cannot both be right.",
}
CLASH_CHANGES = {
    "nl": "Over dezelfde verandering ({period}) staat {a} tegenover {b}; die kunnen niet allebei "
    "kloppen.",
    "en": "On the same change ({period}) there is {a} against {b}; they cannot both be right.",
}
MORE_CLASHES = {
    "nl": ("Er is nog {} zo'n tegenspraak.", "Er zijn nog {} van zulke tegenspraken."),
    "en": ("There is {} more such contradiction.", "There are {} more such contradictions."),
}
COPY = {
    "nl": "Eén kopie van een van deze teksten telt niet mee.",
    "en": "One copy of one of these texts does not count.",
}
COPIES = {
    "nl": "{} kopieën van deze teksten tellen niet mee.",
    "en": "{} copies of these texts do not count.",
}
