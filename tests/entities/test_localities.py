"""Neighbourhoods and villages that no list has: what shows a name to be one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from pipeline.entities import find_entities, load_gazetteer
from pipeline.records import Clean, EntityFacts, Sentence

Find = Callable[..., EntityFacts]
Build = Callable[..., tuple[list[Sentence], Clean]]
ASSEN = "De gemeente Assen groeit. "


def places(facts: EntityFacts) -> list[tuple[str, str | None]]:
    return [(m.surface, m.entity) for m in facts.mentions if m.kind == "place"]


@pytest.mark.parametrize(
    ("text", "labels", "found"),
    [
        # a word says so
        ("De wijk Lariks krijgt bomen.", {}, ["Lariks"]),
        ("In de achterstandswijk Lariks is het stil.", {}, ["Lariks"]),
        ("De wijken Lariks, Noorderveld en Oud Zuid zijn vol.", {"Noorderveld": "LOC"}, None),
        ("Het dorp Vrijhoeve krimpt.", {}, ["Vrijhoeve"]),
        # behind a preposition without an article, and the model takes it for a place
        ("Het regent in Vrijhoeve.", {"Vrijhoeve": "LOC"}, ["Vrijhoeve"]),
        ("Het regent in Nieuw-Vrijhoeve.", {"Nieuw": "LOC", "Vrijhoeve": "LOC"}, None),
        ("Het regent in Vrijhoeve.", {}, []),
        ("Er ligt slib in de Aardermeer.", {"Aardermeer": "LOC"}, []),
        ("Hij ligt in De Aarderkliniek.", {"De": "LOC", "Aarderkliniek": "LOC"}, []),
        ("Hij woont in Aarderstraat.", {"Aarderstraat": "LOC"}, []),
        ("Er wonen minder mensen in Europa.", {"Europa": "LOC"}, []),
        ("Er wonen minder mensen in Zuid-Europa.", {"Zuid": "LOC", "Europa": "LOC"}, []),
        ("Er wonen minder mensen in Noord-Ierland.", {"Noord": "LOC", "Ierland": "LOC"}, []),
        # what stands in a row with a place is one, whatever the model makes of it
        (
            "Er wordt gebouwd in Assen, Loon en Vrijhoeve.",
            {"Loon": "LOC", "Vrijhoeve": "ORG"},
            None,
        ),
        ("Er wordt gebouwd in Assen en Kees Bos klaagt.", {}, []),
    ],
)
def test_what_shows_a_place(
    find: Find, text: str, labels: dict[str, str], found: list[str] | None
) -> None:
    expected = {
        "De wijken": ["Lariks", "Noorderveld", "Oud Zuid"],
        "Het regent in Nieuw": ["Nieuw-Vrijhoeve"],
        "Er wordt gebouwd in Assen, ": ["Loon", "Vrijhoeve"],
    }
    wanted = found
    if wanted is None:
        wanted = next(names for start, names in expected.items() if text.startswith(start))
    assert [surface for surface, _ in places(find(ASSEN + text, labels))] == wanted


def test_a_name_that_was_shown_is_a_place_everywhere(find: Find) -> None:
    facts = find(
        ASSEN + "De wijk Lariks is vol. Daarom wil Lariks rust. Ook voor Lariks geldt dat."
    )
    assert places(facts) == [("Lariks", "place:lariks-gm0106")] * 3


def test_a_word_is_a_place_only_where_it_is_shown(find: Find) -> None:
    facts = find(ASSEN + "De wijk Centrum is vol. Het college sprak met Centrum Jeugd en Gezin.")
    assert [surface for surface, _ in places(facts)] == ["Centrum"]


def test_what_is_certain_has_the_municipality_in_its_id_and_as_its_parent(find: Find) -> None:
    facts = find(ASSEN + "De wijk Lariks is vol. Het regent in Vrijhoeve.", {"Vrijhoeve": "LOC"})
    found = {e.name: (e.id, e.kind, e.parent) for e in facts.found}
    assert found == {
        "Lariks": ("place:lariks-gm0106", "place", "GM0106"),
        "Vrijhoeve": ("place:vrijhoeve", "place", None),
    }
    facts = find(ASSEN + "Het regent in Noord.", {"Noord": "LOC"})
    assert [(e.id, e.parent) for e in facts.found] == [("place:noord-gm0106", None)]
    (nowhere,) = find("De wijk Lariks is vol.").found
    assert nowhere.id == "place:lariks"


def test_known_places_stay_what_they_are(find: Find) -> None:
    facts = find(ASSEN + "Het dorp Vries ligt in Tynaarlo.", {"Tynaarlo": "LOC"})
    assert "Tynaarlo" not in [surface for surface, _ in places(facts)]


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("Wijk | Huizen", ["Lariks", "Oud Zuid", "Noord-West"]),
        ("Wijk of kern | Huizen", ["Lariks", "Oud Zuid", "Noord-West"]),
        ("Soort | Huizen", []),
    ],
)
def test_rows_of_a_table_below_such_a_word(build: Build, head: str, found: list[str]) -> None:
    rows = f"{head}\nLariks | 120\nOud Zuid | 90\nNoord-West | 30\nOverig | 20\nAssen | 260"
    sentences, clean = build(rows)
    clean = replace(
        clean,
        passages=tuple(
            replace(p, kind="table", start=0, end=len(rows)) for p in clean.passages[:1]
        ),
    )
    sentences = [replace(s, passage=0, passage_kind="table") for s in sentences]
    facts = find_entities(sentences, clean, load_gazetteer())
    assert [surface for surface, _ in places(facts)] == found
