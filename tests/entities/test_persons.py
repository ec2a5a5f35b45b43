"""Persons and what they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.records import EntityFacts

Find = Callable[..., EntityFacts]


def persons(facts: EntityFacts) -> list[tuple[str, str | None]]:
    return [(m.surface, m.entity) for m in facts.mentions if m.kind == "person"]


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Dat zegt wethouder Wieke Hofstra (D66).", "Wieke Hofstra"),
        ("Volgens zorgwethouder Hofstra klopt het.", "Hofstra"),
        ("Burgemeester Van 't Hek van Lochem opent de school.", "Van 't Hek"),
        ("Staatssecretaris Van Veldhoven wil het anders.", "Van Veldhoven"),
        ("Dat schrijft mr. J.A. de Vries-Bakker vandaag.", "J.A. de Vries-Bakker"),
        ("Volgens mevrouw De Boer gaat het goed.", "De Boer"),
        ("Jan Peter van der Berg uit Meppel is boos.", "Jan Peter van der Berg"),
        ("De zorg is duur, zegt Kojo Adjei.", "Kojo Adjei"),
        ("Loekina van Maren (PvdA) stemde tegen.", "Loekina van Maren"),
        ("Een buurman, Hilbrandt Post (46), zag het.", "Hilbrandt Post"),
        ("PvdA'er Feddo Kraan was tegen.", "Feddo Kraan"),
        ("Directeur Publieke Gezondheid Nicole Rigters reageert.", "Nicole Rigters"),
        ("Dat vindt Maria van Buren.", "Maria van Buren"),
        ("Anna in 't Veld wint.", "Anna in 't Veld"),
        ("Dat meldt Italië Mastafa Hadarin.", "Mastafa Hadarin"),
        ("Correspondent Italië Wubbe Hadarin is er al.", "Wubbe Hadarin"),
        ("Onderzoeker Hadarin van Vlot-IT zag het.", "Hadarin"),
        ("Volgens teamchef Ria Hoenstra klopt het.", "Ria Hoenstra"),
        ("Volgens mevrouw Van den Berg-de Vries klopt het.", "Van den Berg-de Vries"),
        ("Anna Verhoef-Maas lacht.", "Anna Verhoef-Maas"),
        ("Olaf Bos in het Rijksmuseum.", "Olaf Bos"),
        ("De topvrouw, Olaf Bos-fan, lacht.", "Olaf Bos"),
    ],
)
def test_name_is_found(find: Find, text: str, surface: str) -> None:
    assert surface in [name for name, _ in persons(find(text))]


@pytest.mark.parametrize(
    "text",
    [
        "In Noord en Midden Drenthe werken gemeenten samen.",
        "GEMEENTE SLUIT JAAR AF MET TEKORT ZEGT JAN JANSEN",
        "Op 27 Jan Feestavond in het dorpshuis.",
        "De Jan van Galenstraat wordt opgebroken.",
        "Wethouder Jeugd en Zorg is een zware portefeuille.",
        "Daar gaat de wethouder Assen niet over.",
        "In Januari Februari en Maart daalde het.",
        "De Premier League begint weer.",
        "De directeur Actium wil niet reageren.",
        "Volgens het Albert Schweitzer Lyceum klopt dat.",
        "Hij liep door de San Gabriel Mountains.",
    ],
)
def test_what_is_no_person(find: Find, text: str) -> None:
    assert persons(find(text)) == []


def test_surname_refers_to_the_full_name(find: Find) -> None:
    text = (
        "Wethouder Wieke Hofstra is tevreden. Toch wil Hofstra meer geld. "
        "„Het kan beter”, zegt W. Hofstra."
    )
    assert {entity for _, entity in persons(find(text))} == {"person:wieke-hofstra"}


def test_unlisted_given_name_completes_a_surname(find: Find) -> None:
    text = "Burgemeester Kuipers sprak. Daarna ging Sybrig Kuipers naar huis."
    facts = find(text)
    assert [entity.name for entity in facts.found] == ["Sybrig Kuipers"]
    assert ("person:sybrig-kuipers", "Kuipers") in {(a.entity, a.alias) for a in facts.aliases}


def test_country_before_a_surname_is_no_given_name(find: Find) -> None:
    text = "Dat zei Jacob Zuidema. De Canadees Zuidema won, tot Rusland Zuidema uitlootte."
    assert {entity for _, entity in persons(find(text))} == {"person:jacob-zuidema"}


def test_two_persons_of_one_surname_stay_two(find: Find) -> None:
    text = "Anna Bos en Piet Bos zijn raadslid. Volgens Anna Bos is het zo."
    assert {entity for _, entity in persons(find(text))} == {"person:anna-bos", "person:piet-bos"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "Dat zegt wethouder Wieke Hofstra (SP) van de gemeente Emmen.",
            ("wethouder", "party:sp", "GM0114", None),
        ),
        (
            "De Emmense SP-wethouder Wieke Hofstra lacht.",
            ("wethouder", "party:sp", "GM0114", None),
        ),
        (
            "Wieke Hofstra (ChristenUnie), wethouder in Meppel, lacht.",
            ("wethouder", "party:cu", "GM0119", None),
        ),
        (
            "Burgemeester van Assen Wieke Hofstra lacht.",
            ("burgemeester", None, "GM0106", None),
        ),
        (
            "Wieke Hofstra, directeur van Yorneo, lacht.",
            ("directeur", None, None, "org:yorneo"),
        ),
        (
            "Directeur Wieke Hofstra van GGZ Drenthe lacht.",
            ("directeur", None, None, "org:ggz-drenthe"),
        ),
        (
            "VVD-raadslid Wieke Hofstra uit Emmen lacht.",
            ("raadslid", "party:vvd", "GM0114", None),
        ),
        (
            "Directeur Wieke Hofstra van woningcorporatie Actium lacht.",
            ("directeur", None, None, "org:actium"),
        ),
        (
            "Dat zegt wethouder mevrouw Wieke Hofstra van de gemeente Emmen.",
            ("wethouder", None, "GM0114", None),
        ),
        (
            "Dat zegt wethouder van de stad Emmen Wieke Hofstra.",
            ("wethouder", None, "GM0114", None),
        ),
        (
            "Minister van Financiën Wieke Hofstra lacht.",
            ("minister", None, "NL", "org:min-fin"),
        ),
        # the ministry, in full or in part, before the name or behind it
        ("Minister Wieke Hofstra van Landbouw lacht.", ("minister", None, "NL", "org:min-lnv")),
        (
            "Minister Wieke Hofstra van Landbouw, Natuur en Voedselkwaliteit lacht.",
            ("minister", None, "NL", "org:min-lnv"),
        ),
        (
            "Staatssecretaris Wieke Hofstra (Sociale Zaken, VVD) lacht.",
            ("staatssecretaris", "party:vvd", "NL", "org:min-szw"),
        ),
        ("Minister Wieke Hofstra van alles en nog wat.", ("minister", None, None, None)),
        (
            "De Belgische minister van Financiën Wieke Hofstra lacht.",
            ("minister", None, "BE", None),
        ),
        # an organisation that no list has
        (
            "Volgens Bakkerij Krul-topman Wieke Hofstra klopt het.",
            ("topman", None, None, "org:bakkerij-krul"),
        ),
        (
            "Commissaris van de Koning Wieke Hofstra in Drenthe lacht.",
            ("commissaris van de Koning", None, "PV22", None),
        ),
        (
            "Tweede Kamerlid Wieke Hofstra (VVD) lacht.",
            ("kamerlid", "party:vvd", "NL", None),
        ),
        # a compound of a profession is another one, of an office the same
        ("Hoofdeconoom Wieke Hofstra lacht.", ("hoofdeconoom", None, None, None)),
        ("Energiecoach Wieke Hofstra lacht.", ("energiecoach", None, None, None)),
        ("Zorgminister Wieke Hofstra lacht.", ("minister", None, None, None)),
        # a country within a country
        (
            "De minister van Zorg van deelstaat Noordrijn-Westfalen, Wieke Hofstra, lacht.",
            ("minister", None, None, None),
        ),
    ],
)
def test_role(find: Find, text: str, role: tuple[str | None, ...]) -> None:
    facts = find(text)
    assert [(r.role, r.party, r.place, r.organisation) for r in facts.roles] == [role]
    assert facts.roles[0].person == "person:wieke-hofstra"


def test_office_without_a_place_is_held_in_the_main_municipality(find: Find) -> None:
    text = "Assen gaat bouwen. Het plan van Assen is klaar, zegt wethouder Wieke Hofstra."
    assert [r.place for r in find(text).roles] == ["GM0106"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Hoogleraar economie Wieke Hofstra lacht.", "hoogleraar economie"),
        ("Wieke Hofstra, docent economie aan de hogeschool, lacht.", "docent economie"),
        ("Wethouder economie Wieke Hofstra lacht.", "wethouder"),
        ("De hoogleraar lacht om economie, Wieke Hofstra niet.", None),
    ],
)
def test_a_profession_has_its_field(find: Find, text: str, role: str | None) -> None:
    assert [r.role for r in find(text, nouns={"economie"}).roles] == ([role] if role else [])


def test_two_roles_before_a_name(find: Find) -> None:
    roles = find("Premier en VVD-leider Wieke Hofstra lacht.").roles
    assert {(r.role, r.party) for r in roles} == {("premier", "party:vvd"), ("leider", "party:vvd")}


def test_role_of_somebody_else_is_not_given(find: Find) -> None:
    text = "De woordvoerder van Wieke Hofstra zwijgt."
    assert find(text).roles == ()


def test_a_name_goes_on_behind_its_hyphen(find: Find) -> None:
    labels = dict.fromkeys(("Park", "Jae", "in", "kook"), "PERSON")
    assert persons(find("President Park Jae-in lacht.", labels)) == [
        ("Park Jae-in", "person:park-jae-in")
    ]
    assert persons(find("President Park Jae-kook lacht.", labels)) == [
        ("Park Jae-kook", "person:park-jae-kook")
    ]


def test_a_noun_behind_the_hyphen_is_no_part_of_a_name(find: Find) -> None:
    labels = dict.fromkeys(("Olaf", "Bos", "zaak", "adept"), "PERSON")
    for text in ("Dat zegt Olaf Bos-zaak.", "Dat zegt Olaf Bos-aanhanger."):
        assert persons(find(text, labels)) == [("Olaf Bos", "person:olaf-bos")]


def test_a_genitive_is_no_part_of_a_name(find: Find) -> None:
    labels = dict.fromkeys(("Olaf", "Bos", "s"), "PERSON")
    assert persons(find("Dat is Olaf Bos’s huis.", labels)) == [("Olaf Bos", "person:olaf-bos")]


def test_a_field_is_no_person(find: Find) -> None:
    assert persons(find("De nieuwe staatssecretaris Asiel begint maandag.")) == []


def test_model_label_helps(find: Find) -> None:
    text = "Daarna zag men dat Xerxes Quint vertrok."
    assert persons(find(text)) == []
    labelled = find(text, {"Xerxes": "PERSON", "Quint": "PERSON"})
    assert persons(labelled) == [("Xerxes Quint", "person:xerxes-quint")]


def test_model_is_not_believed_amid_organisations(find: Find) -> None:
    text = "Assen werkt met Yorneo, Promena Care en Accare."
    facts = find(text, {"Promena": "PERSON", "Care": "PERSON"})
    assert persons(facts) == []
    assert ("Promena Care", "org:promens-care") in [(m.surface, m.entity) for m in facts.mentions]


def test_surname_of_two_words(find: Find) -> None:
    text = "Dat zegt Peter Kuipers Holt. Later zei Kuipers Holt weer wat."
    assert {entity for _, entity in persons(find(text))} == {"person:peter-kuipers-holt"}


def test_a_given_name_in_brackets_behind_initials(find: Find) -> None:
    facts = find(
        "De gemeente Assen schrijft. Opsteller: wethouder S.M. (Sanne) van Ginneken (CDA). "
        "Later zei Van Ginneken meer."
    )
    (person,) = [entity for entity in facts.found if entity.kind == "person"]
    assert (person.id, person.name) == ("person:sanne-van-ginneken", "Sanne van Ginneken")
    (role,) = facts.roles
    assert (role.person, role.role, role.party) == (person.id, "wethouder", "party:cda")


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Met vriendelijke groet,\nAnna de Boer\nbeheerder", ["beheerder"]),
        ("Anna de Boer\nBeheerder buurthuis", ["beheerder"]),
        ("Anna de Boer\nBeheerders zijn het daar niet mee eens.", []),
        ("Anna de Boer komt.\nbeheerder", []),
        ("Anna de Boer\n\n12 beheerders", []),
    ],
)
def test_a_role_below_the_name_that_signs(find: Find, text: str, roles: list[str]) -> None:
    assert [role.role for role in find(text).roles] == roles
