from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.load import load
from pipeline.load.pdf import letters
from pipeline.records import DocumentRejectedError, SourceFile

MakePdf = Callable[..., bytes]
PAGE = [
    (60, 760, "De gemeente Coevorden gaf in 2019 ruim 3 miljoen uit aan schuld-"),
    (60, 746, "hulp. Dat is een kwart meer dan in het jaar ervoor."),
    (60, 710, "Een tweede alinea staat na een witregel."),
    (60, 680, "Jaar"), (200, 680, "Uitgaven"),
    (60, 666, "2019"), (200, 666, "3,1 miljoen"),
]  # fmt: skip


def test_lines_paragraphs_and_columns(make_pdf: MakePdf) -> None:
    loaded = load(SourceFile("brief.pdf", make_pdf([PAGE])))
    assert loaded.media_type == "application/pdf"
    assert "schuld-\nhulp. Dat" in loaded.text
    assert "ervoor.\n\nEen tweede" in loaded.text
    assert "Jaar\tUitgaven\n2019\t3,1 miljoen" in loaded.text


def test_pages_are_divided_by_a_form_feed(make_pdf: MakePdf) -> None:
    loaded = load(SourceFile("brief.pdf", make_pdf([PAGE, PAGE, PAGE])))
    assert loaded.text.count("\f") == 2


def test_a_page_without_text_is_an_issue(make_pdf: MakePdf) -> None:
    loaded = load(SourceFile("brief.pdf", make_pdf([PAGE, []])))
    (issue,) = [issue for issue in loaded.issues if issue.code == "page_without_text"]
    assert "page 2" in issue.message


def test_a_scan_is_rejected(make_pdf: MakePdf) -> None:
    with pytest.raises(DocumentRejectedError) as caught:
        load(SourceFile("scan.pdf", make_pdf([[], []])))
    assert caught.value.code == "no_text"
    assert "ocrmypdf" in caught.value.message


def test_a_damaged_file_is_rejected(make_pdf: MakePdf) -> None:
    with pytest.raises(DocumentRejectedError) as caught:
        load(SourceFile("half.pdf", make_pdf([PAGE])[:120]))
    assert caught.value.code == "damaged"


def test_a_protected_file_is_rejected(make_pdf: MakePdf) -> None:
    key = "00" * 32
    encrypt = (
        f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >> "
        "/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]"
    )
    with pytest.raises(DocumentRejectedError) as caught:
        load(SourceFile("slot.pdf", make_pdf([PAGE], trailer=encrypt)))
    assert caught.value.code == "encrypted"
    assert "password" in caught.value.message


def test_accents(make_pdf: MakePdf) -> None:
    loaded = load(SourceFile("b.pdf", make_pdf([[(60, 700, "Eén café in Coevorden sloot.")]])))
    assert loaded.text == "Eén café in Coevorden sloot."


@pytest.mark.parametrize(
    ("drawn", "read"),
    [
        ("ﬁnanciën, oﬃcieel", "financiën, officieel"),
        ("e\u0301e\u0301n", "één"),
        ("m² ½", "m² ½"),
    ],
)
def test_letters(drawn: str, read: str) -> None:
    assert letters(drawn) == read
