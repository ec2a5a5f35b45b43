"""The explanation of a verdict: what was said, for when, and why it does or does not clash.

Written for a member of a municipal council: no codes, the quoted words, one reason a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.reconcile.records import Comparison, Member, Stated
from pipeline.reconcile.wording import Lang, line, listing, notes, period, said

_MOST_LINES = 12
_UNITS = {
    "nl": {
        "percent": "in procenten",
        "EUR": "in euro's",
        "count": "in aantallen",
        "duration": "in tijd",
    },
    "en": {
        "percent": "in percent",
        "EUR": "in euros",
        "count": "in numbers",
        "duration": "in time",
    },
}
_OPENING = {
    "nl": {
        "contested": "De bronnen spreken elkaar tegen.",
        "revised": "Voorlopige cijfers zijn later bijgesteld; het definitieve cijfer gaat voor.",
        "series": "De cijfers vormen een reeks over verschillende perioden; "
        "ze spreken elkaar niet tegen en er is geen gemiddelde van gemaakt.",
        "range": "De cijfers liggen dicht bij elkaar en zijn ruim genoeg geformuleerd "
        "om alle te kunnen kloppen.",
        "consensus": "Verschillende bronnen noemen hetzelfde cijfer.",
        "single_source": "Dit steunt op één bron; er is niets om het mee te vergelijken.",
    },
    "en": {
        "contested": "The sources contradict each other.",
        "revised": "Provisional figures were revised later; the definitive figure goes first.",
        "series": "The figures form a series over different periods; "
        "they do not contradict each other and no average was made.",
        "range": "The figures lie close together and are worded loosely enough to be all true.",
        "consensus": "Different sources give the same figure.",
        "single_source": "This rests on one source; there is nothing to compare it with.",
    },
}
_WHY = {
    "nl": {
        "part_of": "{a} is een deel van {b} of omgekeerd, dus die cijfers zijn niet hetzelfde",
        "indicator": "{a} is niet hetzelfde als {b}",
        "population": "de groepen verschillen ({a} en {b})",
        "period_vague": "van ten minste één cijfer is niet gezegd over welk jaar het gaat",
        "period_length": "een deel van een jaar is niet te vergelijken met een heel jaar",
        "period_missing": "bij ten minste één cijfer staat geen periode",
        "population_unstated": "niet bij elk cijfer staat om welke groep het gaat",
    },
    "en": {
        "part_of": "{a} is part of {b} or the other way round, so these figures are not the same",
        "indicator": "{a} is not the same as {b}",
        "population": "the groups differ ({a} and {b})",
        "period_vague": "of at least one figure it is not said which year it is about",
        "period_length": "part of a year cannot be compared with a whole year",
        "period_missing": "at least one figure has no period",
        "population_unstated": "not every figure says which group it is about",
    },
}
_AND_ALSO = {"nl": "Let op: {}.", "en": "Note: {}."}
_CLASH = {
    "nl": "Over {period} staat {a} tegenover {b}; zelfs ruim genomen sluiten die elkaar uit.",
    "en": "For {period} there is {a} against {b}; even taken loosely these exclude each other.",
}
_MORE = {"nl": "… en nog {} cijfers", "en": "… and {} more figures"}
_ONLY_CHANGES = {
    "nl": "Hierover is alleen een verandering, norm, doel of verwachting genoemd, geen stand.",
    "en": "Only a change, norm, target or forecast was given, not a level.",
}
_SAME_TEXT = {
    "nl": "Deze cijfers staan in één tekst.",
    "en": "These figures stand in one text.",
}


def explain_group(
    verdict: str,
    figures: Sequence[Stated],
    relations: Mapping[tuple[str, str], Comparison],
    members: Sequence[Member],
    lang: Lang,
) -> str:
    """Explain the verdict on a group in Dutch or English."""
    head = figures[0]
    unit = _UNITS[lang].get(head.family, head.family)
    weighed = [figure for figure in figures if figure.counts and figure.is_level]
    labels = {figure.label for figure in figures}
    sentences = [f"{head.place_name}, {head.topic} ({unit})."]
    if not weighed:
        sentences.append(_ONLY_CHANGES[lang])
    elif (
        verdict == "single_source" and len({f.document for f in weighed}) == 1 and len(weighed) > 1
    ):
        sentences.append(_SAME_TEXT[lang])
    else:
        sentences.append(_OPENING[lang][verdict])
    sentences += _clashes(weighed, relations, lang)
    ordered = sorted(figures, key=lambda f: (f.earliest or f.latest or "", f.latest or "", f.id))
    shown = [line(figure, lang, with_label=len(labels) > 1) for figure in ordered[:_MOST_LINES]]
    if len(ordered) > _MOST_LINES:
        shown.append(_MORE[lang].format(len(ordered) - _MOST_LINES))
    sentences.append("; ".join(shown) + ".")
    reasons = list(_reasons(weighed, relations, lang))
    if reasons:
        sentences.append(_AND_ALSO[lang].format("; ".join(reasons)))
    sentences += _deprecations(figures, members, lang)
    return " ".join(sentences)


def _clashes(
    weighed: Sequence[Stated], relations: Mapping[tuple[str, str], Comparison], lang: Lang
) -> Iterator[str]:
    for a, b in _related(weighed, relations, {"conflict"}):
        yield _CLASH[lang].format(
            period=period(a, lang),
            a=said(a) + notes(a, lang),
            b=said(b) + notes(b, lang),
        )


def _reasons(
    weighed: Sequence[Stated], relations: Mapping[tuple[str, str], Comparison], lang: Lang
) -> Iterator[str]:
    seen: set[str] = set()
    for a, b in _related(weighed, relations, None):
        for reason in relations[a.id, b.id].reasons:
            template = _WHY[lang].get(reason)
            if template is None:
                continue
            words = sorted({a.label, b.label} if reason != "population" else _groups(a, b))
            if "{a}" in template and len(words) < 2:
                continue
            text = template.format(a=words[0], b=words[-1])
            if text not in seen:
                seen.add(text)
                yield text


def _groups(a: Stated, b: Stated) -> set[str]:
    return {figure.population for figure in (a, b) if figure.population}


def _deprecations(figures: Sequence[Stated], members: Sequence[Member], lang: Lang) -> list[str]:
    by_id = {figure.id: figure for figure in figures}
    words = {
        "nl": {
            "revised": "vervangen door een definitief cijfer",
            "denied": "in de tekst zelf ontkend",
        },
        "en": {"revised": "replaced by a definitive figure", "denied": "denied by the text itself"},
    }[lang]
    found: dict[str, list[str]] = {}
    for member in members:
        if member.rank == "deprecated" and member.reason in words:
            found.setdefault(member.reason, []).append(said(by_id[member.figure]))
    plural = "zijn" if lang == "nl" else "are"
    return [
        f"{listing(quoted, lang)} {'is' if len(quoted) == 1 else plural} {words[reason]}."
        for reason, quoted in found.items()
    ]


def _related(
    figures: Sequence[Stated],
    relations: Mapping[tuple[str, str], Comparison],
    wanted: set[str] | None,
) -> Iterator[tuple[Stated, Stated]]:
    by_id = {figure.id: figure for figure in figures}
    for (a, b), comparison in sorted(relations.items()):
        if a in by_id and b in by_id and (wanted is None or comparison.relation in wanted):
            yield by_id[a], by_id[b]
