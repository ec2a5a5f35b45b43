"""Which place stands for a whole document: the one it shows itself to be about, or none."""

from __future__ import annotations

import pytest
from tagged_documents import Reader

from pipeline.figures.lexicon import load_lexicon
from pipeline.figures.whereabouts import document_place
from pipeline.records import Description, Published

FAR = "De raad volgt het. " * 3  # more sentences than an opening has


def place(
    read: Reader,
    text: str,
    main: str | None,
    *,
    title: str | None = None,
    source: str | None = None,
) -> str | None:
    contexts = read(text, main_place=None).contexts
    found = document_place(
        contexts, main, Description(title, source, Published(), "nl"), load_lexicon()
    )
    return found.place if found else None


@pytest.mark.parametrize(
    ("title", "text", "method"),
    [
        ("Leegstand in Emmen", f"{FAR}De raad in Emmen volgt het.", "title"),
        (None, "De raad in Emmen volgt het.", "document"),
        (None, "[title] Leegstand in Emmen\nDe raad volgt het.", "title"),
    ],
)
def test_how_it_is_known(read: Reader, title: str | None, text: str, method: str) -> None:
    contexts = read(text, main_place=None).contexts
    found = document_place(
        contexts, "GM0114", Description(title, None, Published(), "nl"), load_lexicon()
    )
    assert found is not None
    assert found.method == method


@pytest.mark.parametrize(
    "text",
    [
        "De raad in Emmen volgt het.",
        "De raad volgt het. De raad volgt het. De raad in Emmen volgt het.",
        f"{FAR}\n[dateline] Emmen",
        f"{FAR}\nDe raad in Emmen volgt het.\nDe wethouder in Emmen volgt het.",
        f"{FAR}Emmen volgt Emmen en Emmen.",
        f"{FAR}De raad in Emmen volgt het. In die stad werken mensen. In die stad zijn plannen.",
    ],
    ids=["first", "third", "dateline", "passages", "often", "often_called_so"],
)
def test_a_document_about_a_municipality(read: Reader, text: str) -> None:
    assert place(read, text, "GM0114") == "GM0114"


@pytest.mark.parametrize(
    "text",
    [
        "De raad volgt het.",
        f"{FAR}De raad in Emmen volgt het.",
        f"{FAR}\n[heading] Plannen voor Emmen",
        f"{FAR}De raad in Emmen volgt Emmen.",
        "In die stad werken mensen. In die stad zijn plannen.",
        f"{FAR}\nIn die stad werken mensen.\nIn die stad zijn plannen.",
    ],
    ids=[
        "unnamed",
        "once",
        "heading",
        "twice_in_a_passage",
        "called_so_first",
        "called_so_in_passages",
    ],
)
def test_a_municipality_named_in_passing(read: Reader, text: str) -> None:
    assert place(read, text, "GM0114") is None


@pytest.mark.parametrize(
    ("title", "source", "expected"),
    [
        ("Leegstand in Emmen", None, "GM0114"),
        (None, "Gemeente EMMEN", "GM0114"),
        ("Leegstand in Assen", "Dagblad", None),
        ("Plannen van Emmenaren", None, None),  # letters of a word are no name
    ],
)
def test_title_and_publisher(
    read: Reader, title: str | None, source: str | None, expected: str | None
) -> None:
    text = f"{FAR}De raad in Emmen volgt het."
    assert place(read, text, "GM0114", title=title, source=source) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GGZ Drenthe werkt hier.", None),
        ("Drenthe werkt hier.", "PV22"),
    ],
)
def test_a_place_in_another_name(read: Reader, text: str, expected: str | None) -> None:
    assert place(read, text, "PV22") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nederland telt 310 winkels.", "NL"),
        ("De raad telt 310 winkels.", None),
        ("Emmen in Nederland telt 310 winkels.", None),
        ("Drenthe in Nederland telt 310 winkels.", None),
        ("Nederland en België hebben winkels.", None),
        ("België telt 310 winkels.", None),
    ],
)
def test_the_country(read: Reader, text: str, expected: str | None) -> None:
    assert place(read, text, None) == expected


def test_the_country_is_not_that_of_a_document_with_a_main_place(read: Reader) -> None:
    assert place(read, "Nederland telt 310 winkels.", "GM0114") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the town where the news was written down
        ("[dateline] Emmen\n[lead] Drenthe telt 310 winkels.", "PV22"),
        ("[dateline] Emmen\n[lead] Nederland telt 310 winkels.", "NL"),
        ("[dateline] Emmen\n[lead] Het kabinet/NOUN volgt het.", "NL"),
        # the town that the news is about
        ("[dateline] Emmen\n[lead] De raad volgt het.", "GM0114"),
        ("[dateline] Emmen\n[lead] De raad in Emmen volgt Drenthe.", "GM0114"),
        ("[dateline] Emmen\n[lead] De raad in Assen volgt het kabinet/NOUN.", "GM0114"),
    ],
)
def test_a_dateline(read: Reader, text: str, expected: str) -> None:
    assert place(read, text, "GM0114") == expected


@pytest.mark.parametrize(
    "text",
    [
        f"{FAR}\nRaad Emmen",
        f"{FAR}\nDe winkels in Emmen",
        f"{FAR}\nDe wethouder, Emmen",
    ],
)
def test_a_signature(read: Reader, text: str) -> None:
    assert place(read, text, "GM0114") == "GM0114"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{FAR}Assen telt 12 winkels. Emmen telt 8 winkels. Landelijk is dat meer.", None),
        (f"{FAR}De raad telt 310 winkels. Landelijk is dat meer.", "NL"),
        ("Landelijk is dat meer. Assen telt 12 winkels. Emmen telt 8 winkels.", "NL"),
    ],
)
def test_what_is_held_against_the_nation(read: Reader, text: str, expected: str | None) -> None:
    assert place(read, text, None) == expected


@pytest.mark.parametrize(
    ("text", "main", "expected"),
    [
        # the title names what stands out, the first sentence what the text is about
        ("[title] Emmen telt 8 winkels\n[lead] In Nederland werken mensen.", "GM0114", "NL"),
        (
            "[title] Meer/ADJ winkels, vooral/ADV in Drenthe\n[lead] De raad in Nederland telt.",
            "PV22",
            "NL",
        ),
        (
            "[title] Emmen telt 8 winkels\n[lead] De raad in ons/PRON land/NOUN telt.",
            "GM0114",
            "NL",
        ),
        ("[lead] De raad in ons/PRON land/NOUN telt. De raad in Emmen volgt het.", "GM0114", "NL"),
        # of the town all the same
        (
            "[title] Emmen telt 8 winkels\n[lead] In Nederland werken mensen. Emmen telt.",
            "GM0114",
            None,
        ),
        ("[title] Emmen telt 8 winkels\n[lead] In Nederland telt Emmen 8 winkels.", "GM0114", None),
        (
            "[title] Emmen telt 8 winkels\n[lead] De raad telt. In Nederland werken mensen.",
            "GM0114",
            None,
        ),
        ("[lead] De stad van Nederland telt. Emmen telt.", "GM0114", None),
    ],
)
def test_a_text_that_opens_with_the_country(
    read: Reader, text: str, main: str, expected: str | None
) -> None:
    assert place(read, text, main) == (expected or main)


def test_who_publishes_a_text_keeps_it(read: Reader) -> None:
    text = "[lead] In Nederland werken mensen. De raad in Emmen volgt het."
    assert place(read, text, "GM0114", source="Gemeente Emmen") == "GM0114"


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("Het CBS telt. De raad volgt het. De raad volgt het.", "NL"),
        ("Het kabinet/NOUN telt. De raad volgt het. De raad volgt het.", "NL"),
        (FAR, "GM0114"),
    ],
)
def test_towns_further_down_are_examples(read: Reader, opening: str, expected: str) -> None:
    text = f"[lead] {opening}\nDe raad in Emmen volgt het.\nEmmen telt. Emmen telt."
    assert place(read, text, "GM0114") == expected


def test_a_town_that_the_text_keeps_to_is_no_example(read: Reader) -> None:
    text = f"[lead] Het CBS telt. {FAR}\n" + "De raad in Emmen volgt het.\n" * 5
    assert place(read, text, "GM0114") == "GM0114"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{FAR}In België telt het. In Nederland telt het. Het CBS volgt het.", "NL"),
        (f"{FAR}In België telt het. In Nederland telt het.", None),
    ],
)
def test_of_two_countries_the_one_that_is_cited(
    read: Reader, text: str, expected: str | None
) -> None:
    assert place(read, text, None) == expected
