from __future__ import annotations

import io
from datetime import datetime

import docx
from docx.oxml import parse_xml

from pipeline.load import load
from pipeline.records import Loaded, SourceFile

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def loaded(document: docx.document.Document) -> Loaded:
    buffer = io.BytesIO()
    document.save(buffer)
    return load(SourceFile("brief.docx", buffer.getvalue()))


def test_paragraphs_lists_and_tables_in_order() -> None:
    document = docx.Document()
    document.add_heading("Brief over woningbouw", 0)
    document.add_heading("Stand van zaken", 1)
    document.add_paragraph("In Hoogeveen kwamen 214 woningen gereed.")
    document.add_paragraph("Erflanden", style="List Bullet")
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("Jaar", "Woningen", "2020", "214"), strict=True):
        cell.text = text
    document.add_paragraph("Het college vraagt de raad hiermee in te stemmen.")
    result = loaded(document)
    assert [(b.kind, result.text[b.start : b.end]) for b in result.blocks] == [
        ("title", "Brief over woningbouw"),
        ("heading", "Stand van zaken"),
        ("paragraph", "In Hoogeveen kwamen 214 woningen gereed."),
        ("list_item", "Erflanden"),
        ("table_row", "Jaar | Woningen"),
        ("table_row", "2020 | 214"),
        ("paragraph", "Het college vraagt de raad hiermee in te stemmen."),
    ]


def test_insertions_count_and_deletions_do_not() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("De kosten stijgen met ")
    paragraph._p.append(parse_xml(f"<w:ins {_W}><w:r><w:t>4 procent</w:t></w:r></w:ins>"))
    paragraph._p.append(
        parse_xml(f"<w:del {_W}><w:r><w:delText>9 procent</w:delText></w:r></w:del>")
    )
    assert loaded(document).text == "De kosten stijgen met 4 procent"


def test_a_content_control_is_read() -> None:
    document = docx.Document()
    document.add_paragraph("Eerst een gewone alinea in deze brief.")
    inner = "<w:p><w:r><w:t>Datum: 3 mei 2021</w:t></w:r></w:p>"
    control = f"<w:sdt {_W}><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    document.element.body.insert(0, parse_xml(control))
    assert loaded(document).text.startswith("Datum: 3 mei 2021")


def test_the_day_on_which_it_was_made_is_only_a_bound() -> None:
    document = docx.Document()
    document.add_paragraph("In Hoogeveen kwamen 214 woningen gereed.")
    document.core_properties.created = datetime(2023, 3, 12, 9, 30)
    assert loaded(document).embedded.published == "2023-03-12/.."
    document.core_properties.created = datetime(1980, 1, 1)  # a clock that was never set
    assert loaded(document).embedded.published is None
