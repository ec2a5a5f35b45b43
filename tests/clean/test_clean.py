from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.clean import clean
from pipeline.records import Block, Clean, Loaded

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


def cleaned(text: str, blocks: tuple[Block, ...] = ()) -> Clean:
    return clean(Loaded("a.txt", "", "text/plain", text, blocks=blocks))


def passages(text: str) -> list[tuple[str, str]]:
    result = cleaned(text)
    return [(p.kind, result.view.text[p.start : p.end]) for p in result.passages]


def check_invariants(text: str) -> None:
    """Zones: ordered, disjoint, complete. View: increasing, and nothing invented."""
    result = cleaned(text)
    at = 0
    for zone in result.zones:
        assert at <= zone.start < zone.end
        assert not text[at : zone.start].strip()
        at = zone.end
    assert not text[at:].strip()
    view = result.view
    assert len(view.text) == len(view.origin)
    assert all(left < right for left, right in zip(view.origin, view.origin[1:], strict=False))
    for character, offset in zip(view.text, view.origin, strict=True):
        composed = ord(character) > 127 and ord(text[offset]) != ord(character)
        assert character == text[offset] or character in " \t\n" or composed
    end = 0
    for passage in result.passages:
        assert end <= passage.start < passage.end
        assert result.zones[passage.zone].kind == passage.kind != "furniture"
        inside = view.text[passage.start : passage.end]
        assert inside == inside.strip()
        assert "  " not in inside
        end = passage.end


FRAGMENTS = st.sampled_from(
    [
        *("\n", "\n\n", "\f", "\r", " ", "   ", "\t", "\u00a0", "\u00ad", "\u200b", "e\u0301"),
        *("-\n", "- ", "• ", "\uf0b7 ", "1. ", "Vraag 1 ", "Antwoord: ", "Wat is dit? ", "Ja. "),
        *("In Rolde daalde het. ", "Lees ook", "Deel dit artikel", "ZUTPHEN - ", "10 april 2017"),
        *('"', "”", "| ", "12 13 14\n", "Foto: X\n", "©", "?", "("),
        "een lange regel die nog doorloopt zonder punt en dan nog wat\n",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(FRAGMENTS, max_size=50).map("".join)))
def test_invariants_for_any_text(text: str) -> None:
    check_invariants(text)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the sample documents are not here")
def test_invariants_for_real_documents() -> None:
    for path in sorted(SEEDS.glob("*.txt")):
        check_invariants(path.read_text(encoding="utf-8"))


NEWS = """15 maart 2022 om 09:10
3 min lezen

Meer inbraken in Beilen

In Beilen is vorig jaar vaker ingebroken. De politie telde 64 inbraken.

De kern van Beilen. Foto: De Veenbode

De kern van Beilen. Foto: De Veenbode

Preventie

“We gaan vaker surveilleren. Ook komen er camera’s.”

Door: Redactie Veenbode

Meest gelezen

Brand in Wijster
12 Mrt
"""


def test_a_news_article() -> None:
    assert passages(NEWS) == [
        ("dateline", "15 maart 2022 om 09:10"),
        ("title", "Meer inbraken in Beilen"),
        ("lead", "In Beilen is vorig jaar vaker ingebroken. De politie telde 64 inbraken."),
        ("caption", "De kern van Beilen. Foto: De Veenbode"),
        ("heading", "Preventie"),
        ("quote", "“We gaan vaker surveilleren. Ook komen er camera’s.”"),
        ("byline", "Door: Redactie Veenbode"),
    ]


def test_furniture_says_why() -> None:
    reasons = [zone.reason for zone in cleaned(NEWS).zones if zone.kind == "furniture"]
    assert reasons == ["reading time", "repeated", "related articles"]


PAPER = """Op 4 juni stelde de fractie vragen over de voorraad sociale huurwoningen in het
dorp.

1. Hoeveel woningen zijn er sinds 2018 bijgekomen? En hoeveel zijn er ge-
sloopt?
Er kwamen 214 woningen bij. Gesloopt zijn er 85, vooral aan de rand van

het dorp Westerbork.
Wat is de verklaring voor het verschil met de raming (12 minder)
De aannemer ging failliet. Dat kostte een half jaar.

2. In 2019 zei u dat de wachttijd zou dalen. Klopt dat nog? Ja, dat klopt. De
wachttijd is nu vier jaar. Wordt dat korter? Dat verwachten wij wel:
• door nieuwbouw aan de noordkant van het dorp en door het ombouwen van de
oude school;
• door splitsing.
"""


def test_council_questions_and_answers() -> None:
    assert passages(PAPER) == [
        (
            "body",
            "Op 4 juni stelde de fractie vragen over de voorraad sociale huurwoningen in het dorp.",
        ),
        (
            "question",
            "1. Hoeveel woningen zijn er sinds 2018 bijgekomen? En hoeveel zijn er gesloopt?",
        ),
        (
            "answer",
            "Er kwamen 214 woningen bij. Gesloopt zijn er 85, vooral aan de rand van het dorp "
            "Westerbork.",
        ),
        ("question", "Wat is de verklaring voor het verschil met de raming (12 minder)"),
        ("answer", "De aannemer ging failliet. Dat kostte een half jaar."),
        ("question", "2. In 2019 zei u dat de wachttijd zou dalen. Klopt dat nog?"),
        ("answer", "Ja, dat klopt. De wachttijd is nu vier jaar."),
        ("question", "Wordt dat korter?"),
        ("answer", "Dat verwachten wij wel:"),
        (
            "list",
            "door nieuwbouw aan de noordkant van het dorp en door het ombouwen van de oude school;",
        ),
        ("list", "door splitsing."),
    ]


def test_two_labels_are_enough_for_questions_without_labelled_answers() -> None:
    text = (
        "Vraag 1\nHoeveel mensen hebben schulden?\n\nDat zijn er 120 in de hele gemeente.\n\n"
        "Vraag 2\nHoe lang wachten zij?\n\nZij wachten op dit moment drie weken.\n"
    )
    assert passages(text)[2] == ("answer", "Dat zijn er 120 in de hele gemeente.")
    assert passages(text)[-1] == ("answer", "Zij wachten op dit moment drie weken.")


def test_labelled_questions_and_answers() -> None:
    text = """Vraag 1
Het aantal uitkeringen steeg. Wat doet u daaraan?

Antwoord
Wij doen drie dingen. Is dat genoeg? Wij menen van wel.

Vraag 2: Graag een overzicht van de kosten per jaar.

Antwoord: In 2020 was dat 3 miljoen."""
    assert [kind for kind, _ in passages(text)] == ["question"] * 2 + ["answer"] * 2 + [
        "question",
        "answer",
    ]


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("HOOGEVEEN - Het zwembad blijft nog zeker een jaar dicht, zegt de raad.", "HOOGEVEEN -"),
        ("DEN HAAG (ANP) - Het kabinet trekt 12 miljoen uit voor de dijken.", "DEN HAAG (ANP) -"),
        (
            "Assen, 3 mei 2019 - Het college legt de raad een nieuw plan voor.",
            "Assen, 3 mei 2019 -",
        ),
        ("date 2021-02 Het zwembad in Gieten blijft nog zeker een jaar dicht.", "date 2021-02"),
    ],
)
def test_a_dateline_before_the_first_sentence(text: str, dateline: str) -> None:
    assert passages(text)[0] == ("dateline", dateline)
    assert len(passages(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "CBS - het bureau voor statistiek",
        "De NAM - een oliebedrijf uit Assen - boorde in 2019 drie putten.",
        "het oude plan 12 maart 2023 - De raad besluit er vandaag weer over.",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert [kind for kind, _ in passages(text)] == ["body"]


def test_text_with_one_line_a_paragraph_is_not_unwrapped() -> None:
    lines = [
        f"Alinea {number} van dit bericht is een volle zin met een punt." for number in range(6)
    ]
    assert [text for _, text in passages("\n".join(lines))] == lines


def test_a_page_number_in_a_sentence_does_not_break_it() -> None:
    text = (
        "De kosten van het beheer van de openbare ruimte zijn sinds de vorige begroting\n"
        "met een tiende gestegen, en dat komt naar het oordeel van het college door de\n"
        "Pagina 3 van 9\n\f\n"
        "hogere prijzen van asfalt en van het groenonderhoud in de dorpen om de stad.\n"
        "De raad wordt gevraagd het bedrag van twee ton toe te kennen aan het beheer.\n"
    )
    body = [passage for kind, passage in passages(text) if kind == "body"]
    assert "door de hogere prijzen" in body[0]


def test_tables() -> None:
    text = (
        "In de tabel staan de aantallen.\n\nJaar\tAantal\n2019\t1.204\n2020\t1.310\n\nDat is meer."
    )
    assert ("table", "Jaar\tAantal\n2019\t1.204\n2020\t1.310") in passages(text)


def test_a_sentence_with_a_stray_tab_is_no_row() -> None:
    sentence = "De gemeente telde dit jaar veel meer huizen dan een jaar eerder. " * 4
    text = f"Kop boven het stuk\n\nJaar\t{sentence}\nMaand\t{sentence}\n"
    assert [kind for kind, _ in passages(text) if kind == "table"] == []


def test_a_label_begins_anew_where_lines_are_broken() -> None:
    text = (
        "De raad heeft het college een aantal vragen gesteld over de\nschulden in de gemeente, en "
        "het college geeft hieronder zijn\nantwoorden op die vragen, zoals het reglement dat van\n"
        "Vraag 1\nHoeveel mensen hebben er schulden?\n"
        "Antwoord\nDat zijn er 120, en dat zijn er meer dan een jaar eerder het\ngeval was.\n"
    )
    assert ("question", "Vraag 1") in passages(text)


def test_a_table_without_columns_is_known_by_its_numbers() -> None:
    rows = "Gebied 2018 2019 2020\nNoord 12 14 15\nZuid en omgeving 7 8,5 9"
    assert passages(f"De raad kreeg dit overzicht.\n\n{rows}")[1] == ("table", rows)


def test_blocks_of_the_format_decide() -> None:
    text = "Kop\n\neen alinea zonder punt\n\nPunt een\nPunt twee"
    spans = [("heading", 0, 3), ("paragraph", 5, 27), ("list_item", 29, 37), ("list_item", 38, 47)]
    result = cleaned(text, tuple(Block(*span) for span in spans))
    assert [zone.kind for zone in result.zones] == ["heading", "body", "list", "list"]


def test_when_everything_is_furniture_everything_is_kept() -> None:
    result = cleaned("Menu\nDeel dit artikel\nLees ook: brand in Wijster")
    assert result.passages
    assert [issue.code for issue in result.issues] == ["all_furniture"]


LETTER = """Datum          : 14 november 2018
Ons kenmerk    : 2018/4431
Onderwerp      : Antwoorden over de sluiting van het zwembad in Beilen
Behandeld door : mw. P. Jansen

Geachte leden van de raad,

Het zwembad sluit in 2019. Dat bespaart 300.000 euro.
"""


def test_the_head_of_a_letter() -> None:
    assert passages(LETTER)[:4] == [
        ("dateline", "Datum : 14 november 2018"),
        ("body", "Ons kenmerk : 2018/4431"),
        ("title", "Antwoorden over de sluiting van het zwembad in Beilen"),
        ("body", "Behandeld door : mw. P. Jansen"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "12 mrt 2023 • 3 min lezen",
        "Veenbode Nieuws 07-02-2023 13:30",
        "Geplaatst op 3 februari 2022 door redactie",
        "di 7 februari 2023, 09:30",
        "Gisteren, 15:33",
    ],
)
def test_datelines(line: str) -> None:
    text = (
        f"{line}\nZwembad Beilen blijft open\n\nHet zwembad in Beilen blijft nog een jaar open.\n"
    )
    assert [kind for kind, _ in passages(text)] == ["dateline", "title", "lead"]


@pytest.mark.parametrize(
    "caption", ["Tabel 3. Leegstand per kern", "Figuur 2 Leegstand", "Grafiek 1: leegstand"]
)
@pytest.mark.parametrize("above", [True, False])
@pytest.mark.parametrize(
    "rows",
    [
        "Kern             2021   2022\nHollandscheveld  12     14\nElim              7      9",
        "Kern\t2021\t2022\nHollandscheveld\t12\t14\nElim\t7\t9",
        "| Kern | 2021 | 2022 |\n|---|---:|---:|\n| Hollandscheveld | 12 | 14 |\n| Elim | 7 | 9 |",
    ],
)
def test_a_caption_stays_beside_its_table(caption: str, above: bool, rows: str) -> None:
    parts = [caption, rows] if above else [rows, caption]
    text = "De raad kreeg gisteren dit overzicht van het college.\n\n" + "\n".join(parts)
    found = passages(f"{text}\n\nDaarmee daalt de leegstand voor het tweede jaar op rij.")
    kinds = ["caption", "table"] if above else ["table", "caption"]
    assert [kind for kind, _ in found] == ["body", *kinds, "body"]
    table = next(content for kind, content in found if kind == "table")
    assert [re.split(r"\t| \| ", row) for row in table.split("\n")] == [
        ["Kern", "2021", "2022"],
        ["Hollandscheveld", "12", "14"],
        ["Elim", "7", "9"],
    ]


@pytest.mark.parametrize(
    "top",
    [
        "Actueel | Praktijk | Podcast | Over ons",
        "Voorpagina • Regio • Sport • Podcast",
        "Gemeente Coevorden",
        "Aan: de leden van de raad\nVan: wethouder P. Jansen",
        "Dossiers\nVacatures\nAgenda\n\n03 juni 2024 om 09:10\nLeestijd: 2 minuten",
        "Nieuws | 03-06-2024 | 2 min",
    ],
)
@pytest.mark.parametrize(
    "title",
    [
        "Zwembad Beilen blijft open",
        "Beste zomer in jaren voor zwembad Beilen",
        "#12 – Zwemmen in Beilen",
        "’s Winters ook zwemmen in Beilen",
        "Aan de slag in zwembad Beilen",
    ],
)
def test_the_title_below_other_lines(top: str, title: str) -> None:
    text = f"{top}\n\n{title}\n\nHet zwembad in Beilen blijft nog zeker een jaar open, zegt men.\n"
    found = passages(text)
    assert ("title", title) in found
    assert found[-1][0] == "lead"


def test_a_table_with_bars_at_the_top_is_no_menu() -> None:
    text = "Kern | Wijk | Buurt\nElim | Noord | 12\nPesse | Zuid | 14\n\nDat is het overzicht."
    assert passages(text)[0][0] == "table"


@pytest.mark.parametrize(
    "title",
    [
        "Video: zo ziet het zwembad in Beilen er straks uit",
        "Eindelijk! Ook Beilen krijgt een nieuw zwembad",
        "Is het zwembad van Beilen te duur? ‘Een probleem is het wel’",
        "‘Hulde aan alle vrijwilligers van het zwembad!’",
    ],
)
def test_titles_of_more_than_one_sentence(title: str) -> None:
    text = f"{title}\n\nHet zwembad in Beilen blijft nog zeker een jaar open, zegt de wethouder.\n"
    assert [kind for kind, _ in passages(text)] == ["title", "lead"]
