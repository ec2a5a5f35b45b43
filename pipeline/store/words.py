"""The codes of the base in words, Dutch and English, for explanations and for the site."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, Literal

Lang = Literal["nl", "en"]

_WORDS: Final[dict[str, tuple[str, str]]] = {
    # hedges
    "hedge.none": ("zonder slag om de arm", "without a hedge"),
    "hedge.above": ("iets boven het genoemde getal", "a little above the number named"),
    "hedge.below": ("iets onder het genoemde getal", "a little below the number named"),
    "hedge.about": ("rond het genoemde getal", "around the number named"),
    "hedge.at_least": ("het genoemde getal of meer", "the number named or more"),
    "hedge.at_most": ("het genoemde getal of minder", "the number named or less"),
    "hedge.range": ("tussen twee genoemde getallen", "between two numbers named"),
    # what evidence is about
    "dimension.indicator": ("onderwerp", "indicator"),
    "dimension.population": ("doelgroep", "population"),
    "dimension.place": ("plaats", "place"),
    "dimension.period": ("periode", "period"),
    "dimension.speaker": ("spreker", "speaker"),
    "dimension.derived_from": ("bron", "source"),
    "dimension.status": ("status", "status"),
    "dimension.stance": ("houding", "stance"),
    "dimension.statement": ("soort uitspraak", "statement"),
    "dimension.unit": ("eenheid", "unit"),
    "dimension.base": ("uitgangspunt", "base"),
    "dimension.base_figure": ("uitgangspunt", "base"),
    # how a dimension is known
    "method.stated": ("genoemd bij het cijfer", "stated with the figure"),
    "method.carried_over": ("overgenomen uit de tekst ervoor", "carried over from the text before"),
    "method.title": (
        "de titel of uitgever noemt de plaats",
        "the title or publisher names the place",
    ),
    "method.coreference": (
        "genoemd als ‘de gemeente’ of zo",
        "referred to, as in ‘the municipality’",
    ),
    "method.document": ("waar het hele document over gaat", "what the whole document is about"),
    "method.publication": (
        "geen periode genoemd: de publicatiedatum",
        "no period named: the date of publication",
    ),
    "method.heading": ("uit het kopje erboven", "from the heading above"),
    "method.table_head": ("uit de kop van de tabel", "from the head of the table"),
    "method.question": ("uit de vraag erboven", "from the question above"),
    "method.answer": ("uit het antwoord", "from the answer"),
    "method.quotation": ("van wie het citaat is", "whose quotation it is"),
    "method.arithmetic": ("volgt uit de getallen", "follows from the numbers"),
    "method.adjective": ("als bijvoeglijk naamwoord", "as an adjective"),
    "method.inhabitant": ("als naam van inwoners", "as the name of inhabitants"),
    # what happened to a figure of a group since a person decided about it
    "change.new": ("nieuw sinds de beslissing", "new since the decision"),
    "change.changed": ("anders gelezen sinds de beslissing", "read otherwise since the decision"),
    # what a decision is about
    "decision.published": ("datum", "date"),
    "decision.alias": ("naam", "name"),
    "decision.verdict": ("oordeel", "verdict"),
    # whether what a person decided holds
    "state.open": ("open", "open"),
    "state.decided": ("beslist", "decided"),
    "state.again": ("opnieuw gevraagd", "asked again"),
    "state.holds": ("geldt", "holds"),
    "state.gone": ("de groep is er niet meer", "there is no such group any more"),
    "state.undone": ("teruggedraaid", "undone"),
    # relations
    "relation.agree": ("stemt overeen", "agrees"),
    "relation.compatible": ("kan ermee kloppen", "is compatible"),
    "relation.revised": ("is bijgesteld", "was revised"),
    "relation.different_period": ("andere periode", "another period"),
    "relation.different_population": ("andere doelgroep", "another population"),
    "relation.different_definition": ("andere definitie", "another definition"),
    "relation.different_unit": ("andere eenheid", "another unit"),
    "relation.conflict": ("spreekt tegen", "contradicts"),
    "relation.undetermined": ("niet te beslissen", "cannot be decided"),
    # reasons
    "reason.intervals": ("gezien de marges", "given the margins"),
    "reason.status": ("voorlopig tegenover definitief", "provisional against definitive"),
    "reason.period": ("de perioden verschillen", "the periods differ"),
    "reason.period_length": ("de perioden zijn niet even lang", "the periods differ in length"),
    "reason.period_missing": ("een periode ontbreekt", "a period is missing"),
    "reason.period_vague": ("een periode is vaag", "a period is vague"),
    "reason.period_of_publication": (
        "een periode volgt alleen uit de publicatiedatum",
        "a period follows from the date of publication only",
    ),
    "reason.population": ("de doelgroepen verschillen", "the populations differ"),
    "reason.population_unstated": ("een doelgroep is niet genoemd", "a population is not stated"),
    "reason.indicator": ("het onderwerp verschilt", "the indicator differs"),
    "reason.part_of": ("het ene is deel van het andere", "one is part of the other"),
    "reason.unit": ("de eenheden verschillen", "the units differ"),
    "reason.level_versus_change": ("niveau tegenover verandering", "a level against a change"),
    "reason.level_versus_forecast": ("niveau tegenover verwachting", "a level against a forecast"),
    "reason.level_versus_target": ("niveau tegenover doel", "a level against a target"),
    "reason.level_versus_norm": ("niveau tegenover norm", "a level against a norm"),
    "reason.change_versus_forecast": (
        "verandering tegenover verwachting",
        "a change against a forecast",
    ),
    "reason.change_versus_level": ("verandering tegenover niveau", "a change against a level"),
    "reason.forecast_versus_level": ("verwachting tegenover niveau", "a forecast against a level"),
    "reason.target_versus_level": ("doel tegenover niveau", "a target against a level"),
    "reason.norm_versus_level": ("norm tegenover niveau", "a norm against a level"),
    "reason.forecast_versus_target": ("verwachting tegenover doel", "a forecast against a target"),
    "reason.change_versus_norm": ("verandering tegenover norm", "a change against a norm"),
    "reason.change_versus_target": ("verandering tegenover doel", "a change against a target"),
    "reason.norm_versus_target": ("norm tegenover doel", "a norm against a target"),
    "reason.norm_versus_forecast": ("norm tegenover verwachting", "a norm against a forecast"),
    "reason.target_versus_forecast": ("doel tegenover verwachting", "a target against a forecast"),
    "reason.counted": ("er is iets anders geteld", "something else was counted"),
    "reason.counted_unclear": ("wat er is geteld is niet zeker", "what was counted is not certain"),
    "reason.per": ("per iets anders", "per something else"),
    "reason.per_unstated": ("niet gezegd per wat", "not said per what"),
    "reason.period_open": ("een periode is aan een kant open", "a period is open on one side"),
    "reason.later": ("het ene is later gezegd", "one was said later"),
    "part.base": ("begin", "base"),
    "part.target": ("eind", "target"),
    "part.stated": ("genoemd", "stated"),
    "part.total": ("totaal", "total"),
    "part.term": ("deel van de som", "term"),
    "part.part": ("deel", "part"),
    "part.whole": ("geheel", "whole"),
    "part.factor": ("bijstelling", "factor"),
    "part.provisional": ("voorlopig", "provisional"),
    "reason.from_to": ("begin en eind van een verandering", "start and end of a change"),
    "reason.same_voice": ("het is dezelfde stem", "it is the same voice"),
    "reason.period_moment": ("beide van dezelfde dag", "both of the same day"),
    "reason.one_text": ("beide staan in één tekst", "both stand in one text"),
    "reason.corrected": ("de tekst verbetert zichzelf", "the text corrects itself"),
    "reason.indicator_carried_over": (
        "een onderwerp volgt uit de zinnen ervoor",
        "an indicator follows from the sentences before",
    ),
    "reason.place_of_document": (
        "een plaats volgt uit de tekst als geheel",
        "a place follows from the text as a whole",
    ),
    "reason.scope": (
        "de tekst zegt dat het ene meer meetelt dan het andere",
        "the text says that one counts more in than the other",
    ),
    "reason.scope_unstated": (
        "maar één tekst zegt wat er wel of niet is meegeteld",
        "only one text says what is counted in or left out",
    ),
    "reason.narrowed": (
        "het ene gaat maar over een deel, zoals de ernstige gevallen",
        "one is about a part only, such as the severe cases",
    ),
    "reason.both_given": (
        "een van de teksten noemt beide en houdt ze uit elkaar",
        "one of the texts gives both and tells them apart",
    ),
    "reason.period_within": (
        "de dag valt in de periode van het andere",
        "the day lies in the period of the other",
    ),
    "reason.denied": (
        "de ene tekst spreekt het getal van de andere tegen",
        "one text denies the number of the other",
    ),
    "reason.asked": (
        "de ene tekst vraagt naar het getal van de andere",
        "one text asks about the number of the other",
    ),
    "reason.same_matter": (
        "de teksten gaan over dezelfde zaak",
        "the texts are about the same matter",
    ),
    "reason.narrower_name": (
        "de ene naam is een nauwere vorm van de andere",
        "one name is a narrower form of the other",
    ),
    "reason.shared_head": ("de namen hebben hetzelfde kernwoord", "the names share their head"),
    "reason.other_words": (
        "de namen staan vaak voor hetzelfde",
        "the names often stand for the same",
    ),
    "reason.same_counted": ("er is hetzelfde geteld", "the same thing was counted"),
    "reason.shared_topic": (
        "de namen hebben hetzelfde kernwoord, de rest verschilt",
        "the names share their head, the rest differs",
    ),
    "reason.cited": (
        "de ene tekst haalt het getal van de andere aan",
        "one text cites the number of the other",
    ),
    "reason.same_number": ("het is precies hetzelfde getal", "it is exactly the same number"),
    "reason.retold": (
        "twee teksten vertellen het, elk op hun manier",
        "two texts tell it, each in its own way",
    ),
    "reason.shared_words": (
        "er staan dezelfde woorden bij het getal",
        "the same words stand by the number",
    ),
    "reason.same_place": ("de plaats is dezelfde", "the place is the same"),
    "reason.same_period": ("de periode is dezelfde", "the period is the same"),
    "reason.same_series": (
        "voor een andere periode geven beide teksten hetzelfde getal",
        "for another period both texts give the same number",
    ),
    "reason.transposed": (
        "twee cijfers van het getal zijn van plaats gewisseld",
        "two digits of the number changed places",
    ),
    "reason.opposite": ("het een is de tegenhanger van het ander", "one is the other's opposite"),
    "reason.base_period": ("het beginpunt kan verschillen", "the starting point may differ"),
    "reason.uncertain_reading": ("onzeker gelezen", "uncertain reading"),
    # verdicts and findings
    "verdict.consensus": ("eensgezind", "consensus"),
    "verdict.series": ("reeks", "series"),
    "verdict.range": ("bandbreedte", "range"),
    "verdict.revised": ("bijgesteld", "revised"),
    "verdict.contested": ("omstreden", "contested"),
    "verdict.single_source": ("één bron", "single source"),
    "finding.arithmetic_ok": ("de som klopt", "the sum is right"),
    "finding.arithmetic_error": ("de som klopt niet", "the sum is wrong"),
    "finding.part_exceeds_whole": ("deel groter dan geheel", "part exceeds whole"),
    "finding.unit_slip": ("vergissing in de eenheid", "slip of the unit"),
    "finding.possible_conflict": ("mogelijke tegenspraak", "possible contradiction"),
    "finding.revision": ("genoemde bijstelling", "stated revision"),
    "rank.preferred": ("gaat voor", "preferred"),
    "rank.normal": ("telt mee", "normal"),
    "rank.deprecated": ("telt niet meer mee", "deprecated"),
    # figures
    "status.provisional": ("voorlopig", "provisional"),
    "status.revised": ("herzien", "revised"),
    "status.definitive": ("definitief", "definitive"),
    "status.estimate": ("schatting", "estimate"),
    "statement.level": ("niveau", "level"),
    "statement.change": ("verandering", "change"),
    "statement.norm": ("norm", "norm"),
    "statement.forecast": ("verwachting", "forecast"),
    "statement.target": ("doel", "target"),
    "stance.asserts": ("beweerd", "asserted"),
    "stance.endorses": ("onderschreven", "endorsed"),
    "stance.asks": ("gevraagd", "asked"),
    "stance.denies": ("ontkend", "denied"),
    "stance.hypothetical": ("verondersteld", "supposed"),
    "direction.up": ("omhoog", "up"),
    "direction.down": ("omlaag", "down"),
    # units
    "unit.percent": ("procent", "percent"),
    "unit.percentage_point": ("procentpunt", "percentage points"),
    "unit.EUR": ("euro", "euros"),
    "unit.per_1000": ("per 1.000", "per 1,000"),
    "unit.year": ("jaar", "years"),
    "unit.month": ("maanden", "months"),
    "unit.week": ("weken", "weeks"),
    "unit.day": ("dagen", "days"),
    "unit.hour": ("uur", "hours"),
    "unit.minute": ("minuten", "minutes"),
    # kinds
    "kind.municipality": ("gemeente", "municipality"),
    "kind.province": ("provincie", "province"),
    "kind.country": ("land", "country"),
    "kind.region": ("regio", "region"),
    "kind.place": ("andere plaats", "other place"),
    "kind.party": ("partij", "party"),
    "kind.organisation": ("organisatie", "organisation"),
    "kind.person": ("persoon", "person"),
    "kind.law": ("wet", "law"),
    "published.stated": ("genoemd in de tekst", "stated in the text"),
    "published.metadata": ("uit de metadata", "from the metadata"),
    "published.inferred": ("afgeleid", "inferred"),
    "published.person": ("door een mens gezet", "set by a person"),
    "published.unknown": ("onbekend", "unknown"),
    # why a part of a document was set aside
    "furniture.comment form": ("reactieformulier", "comment form"),
    "furniture.cookie notice": ("cookiemelding", "cookie notice"),
    "furniture.copyright line": ("regel over auteursrecht", "copyright line"),
    "furniture.dividing line": ("scheidingslijn", "dividing line"),
    "furniture.event calendar": ("agenda", "event calendar"),
    "furniture.list of links": ("rij verwijzingen", "list of links"),
    "furniture.menu": ("menu", "menu"),
    "furniture.newsletter or subscription box": (
        "nieuwsbrief of abonnement",
        "newsletter or subscription box",
    ),
    "furniture.page header or footer": ("kop of voet van de pagina", "page header or footer"),
    "furniture.page number": ("paginanummer", "page number"),
    "furniture.reading time": ("leestijd", "reading time"),
    "furniture.related articles": ("andere artikelen", "related articles"),
    "furniture.repeated": ("stond er al", "repeated"),
    "furniture.share buttons": ("deelknoppen", "share buttons"),
    "furniture.topics to follow": ("onderwerpen om te volgen", "topics to follow"),
    # remarks about a document
    "issue.accents_composed": ("losse accenten zijn aan hun letters gezet", "accents were joined"),
    "issue.all_furniture": ("er bleef geen lopende tekst over", "no running text was left"),
    "issue.date_inferred": (
        "er staat geen publicatiedatum; die is afgeleid",
        "no date of publication; it was inferred",
    ),
    "issue.dates_disagree": ("de data spreken elkaar tegen", "the dates disagree"),
    "issue.encoding_guessed": ("de tekencodering is geraden", "the encoding was guessed"),
    "issue.language_unsure": ("te kort om zeker Nederlands te zijn", "perhaps not Dutch"),
    "issue.metadata_bad_value": (
        "in het metadatabestand staat een waarde die niet kan",
        "a value in the metadata file cannot be used",
    ),
    "issue.metadata_unknown_key": (
        "in het metadatabestand staat een regel die niet bekend is",
        "a line of the metadata file is not known",
    ),
    "issue.metadata_unreadable": (
        "het metadatabestand kan niet worden gelezen",
        "the metadata file cannot be read",
    ),
    "issue.mixed_language": ("deels in een andere taal", "partly in another language"),
    "issue.mojibake_repaired": ("verminkte letters zijn hersteld", "mojibake was repaired"),
    "issue.no_article_found": (
        "in de webpagina is geen artikel herkend; alle tekst is genomen",
        "no article was recognised in the page; all its text was taken",
    ),
    "issue.not_a_name": ("een mens zei dat dit geen naam is", "a person said this is no name"),
    "issue.nothing_left": ("er bleef geen zin over", "no sentence was left"),
    "issue.number_unread": ("een getal kon niet worden gelezen", "a number could not be read"),
    "issue.page_without_text": ("een pagina zonder tekst", "a page without text"),
    "issue.undated": ("er is geen publicatiedatum bekend", "no date of publication is known"),
    "issue.wrong_suffix": (
        "het bestand is iets anders dan zijn naam zegt",
        "the file is something else than its name says",
    ),
}


def word(family: str, code: str | None, lang: Lang) -> str:
    """Return ``code`` in words; a code without words is shown as it is, with spaces.

    >>> word("verdict", "contested", "nl")
    'omstreden'
    """
    if not code:
        return ""
    known = _WORDS.get(f"{family}.{code}")
    if known is None:
        return code.replace("_", " ")
    return known[0] if lang == "nl" else known[1]


def changed_since(row: Mapping[str, Any], lang: Lang) -> str:
    """Return what happened to the figures of a group since it was decided, in words.

    >>> changed_since({"new_figures": 2, "changed_figures": 0, "gone_figures": 1}, "nl")
    '2 nieuwe cijfers, 1 cijfer weg'
    """
    nl = lang == "nl"
    kinds = (
        ("new_figures", ("nieuw cijfer", "nieuwe cijfers"), ("new figure", "new figures")),
        (
            "changed_figures",
            ("cijfer anders gelezen", "cijfers anders gelezen"),
            ("figure read otherwise", "figures read otherwise"),
        ),
        ("gone_figures", ("cijfer weg", "cijfers weg"), ("figure gone", "figures gone")),
    )
    return ", ".join(
        f"{row[name]} {(dutch if nl else english)[row[name] != 1]}"
        for name, dutch, english in kinds
        if row[name]
    )


def number(value: float, lang: Lang = "nl") -> str:
    """Return a number as the language writes it; a fraction such as two thirds to four decimals.

    >>> number(1642), number(19.7)
    ('1.642', '19,7')
    """
    text = f"{value:,.4f}".rstrip("0").rstrip(".")
    if lang == "nl":
        return text.replace(",", "\0").replace(".", ",").replace("\0", ".")
    return text


def amount(value: float | None, unit: str | None, lang: Lang = "nl") -> str:
    """Return a number with its unit.

    >>> amount(12, "percent"), amount(800_000, "EUR"), amount(5, "aanbieder")
    ('12%', '€ 800.000', '5 aanbieder')
    """
    if value is None:
        return ""
    written = number(value, lang)
    if unit == "percent":
        return f"{written}%"
    if unit == "EUR":
        return f"€ {written}"
    if unit is None or unit in ("count", "ratio"):
        return written
    return f"{written} {word('unit', unit, lang)}"


def span(low: float | None, high: float | None, unit: str | None, lang: Lang = "nl") -> str:
    """Return an interval in words.

    >>> span(12, 12.5, "percent"), span(None, 40, None)
    ('12 tot 12,5%', 'hooguit 40')
    """
    if low is not None and high is not None:
        if low == high:
            return amount(low, unit, lang)
        joined = "tot" if lang == "nl" else "to"
        if unit == "EUR":
            return f"€ {number(low, lang)} {joined} {number(high, lang)}"
        return f"{number(low, lang)} {joined} {amount(high, unit, lang)}"
    if low is not None:
        return f"{'minstens' if lang == 'nl' else 'at least'} {amount(low, unit, lang)}"
    if high is not None:
        return f"{'hooguit' if lang == 'nl' else 'at most'} {amount(high, unit, lang)}"
    return "onbegrensd" if lang == "nl" else "unbounded"
