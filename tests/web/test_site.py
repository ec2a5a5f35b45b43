from __future__ import annotations

import asyncio
import html
import re
import socket
import sqlite3
from pathlib import Path

import pytest

pytest.importorskip("datasette")

from pipeline.store.catalogue import TABLES, VIEWS
from pipeline.store.decisions import decide
from pipeline.store.readings import readings
from pipeline.store.writer import Writer
from pipeline.web.metadata import CONFLICTS, DATABASE, DECIDED, FIGURES
from pipeline.web.questions import QUESTIONS
from pipeline.web.serve import HOST, PortError, run
from pipeline.web.site import make_site


def ask(base: Path, *addresses: str) -> list[tuple[int, str]]:
    """Return status and text of pages of the site."""

    async def fetch() -> list[tuple[int, str]]:
        site = make_site(base)
        answers = [await site.client.get(address) for address in addresses]
        return [(answer.status_code, answer.text) for answer in answers]

    return asyncio.run(fetch())


def page(base: Path, address: str) -> str:
    ((status, text),) = ask(base, address)
    assert status == 200, text
    return text


def ids(base: Path, sql: str) -> list[str]:
    return [row[0] for row in sqlite3.connect(base).execute(sql)]


def test_front_page_says_what_this_is_and_what_asks_for_attention(base: Path) -> None:
    text = page(base, "/")
    assert "Hier staan de cijfers" in text
    assert "<b>2</b> cijfers" in text
    assert "omstreden" in text
    for question in QUESTIONS:
        assert question.title in text


def test_what_was_decided_is_not_open_on_the_front_page(base: Path) -> None:
    (group,) = ids(base, "SELECT id FROM reconciliations")
    with Writer(base) as writer:
        decide(
            writer.connection,
            kind="verdict",
            subject=group,
            value="het rapport heeft gelijk",
            document_sha256=None,
            note=None,
            by="an",
            at="2024-01-02T00:00:00Z",
            figures=readings(writer.connection, group),
        )
    text = page(base, "/")
    assert "<b>0</b> vragen aandacht" in text
    assert "over alles wat elkaar tegenspreekt is beslist" in text
    for address in (DECIDED, f"/feit/{group}"):
        shown = page(base, address)
        assert "het rapport heeft gelijk" in shown
    assert "het rapport heeft gelijk" not in page(base, CONFLICTS)
    decisions = page(base, f"/{DATABASE}/decision_overview")
    assert 'title="holds">geldt</span>' in decisions
    assert 'title="verdict">oordeel</span>' in decisions
    with Writer(base) as writer:
        writer.connection.execute("DELETE FROM reconciliation_members WHERE rowid = 1")
    assert "1 cijfer weg" in page(base, "/")
    assert "opnieuw gevraagd" in page(base, CONFLICTS)


def test_every_link_of_the_front_page_and_menu_leads_somewhere(base: Path) -> None:
    links = sorted(set(re.findall(r'href="(/[^"]*)"', page(base, "/"))))
    assert len(links) > 10
    answers = ask(base, *[each.replace("&amp;", "&") for each in links])
    for link, (status, _) in zip(links, answers, strict=True):
        assert status == 200, link


def test_every_table_and_view_can_be_read(base: Path) -> None:
    names = [thing.name for thing in (*TABLES, *VIEWS)]
    for name, (status, text) in zip(
        names, ask(base, *[f"/{DATABASE}/{name}" for name in names]), strict=True
    ):
        assert status == 200, name
        assert "no such" not in text


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_every_question_can_be_asked_empty_and_filled(base: Path, question) -> None:
    blanks = sorted(set(re.findall(r":(\w+)", question.sql)))
    filled = "&".join(f"{blank}=assen" for blank in blanks)
    for status, text in ask(
        base, f"/{DATABASE}/{question.name}.json", f"/{DATABASE}/{question.name}.json?{filled}"
    ):
        assert status == 200, text
        assert '"ok": true' in text


def test_questions_find_what_they_ask(base: Path) -> None:
    figures, contradiction, undated, named, nobody = ask(
        base,
        f"/{DATABASE}/cijfers-door-de-jaren.json?plaats=ASSEN&onderwerp=jeugd&_shape=array",
        f"/{DATABASE}/tegenspraak.json?plaats=&_shape=array",
        f"/{DATABASE}/zonder-datum.json?_shape=array",
        f"/{DATABASE}/vermeldingen.json?naam=akkerman&_shape=array",
        f"/{DATABASE}/cijfers-door-de-jaren.json?plaats=Emmen&onderwerp=&_shape=array",
    )
    assert figures[1].count('"figure"') == 2
    assert "9,4 procent" in contradiction[1]
    assert "rapport.txt" in undated[1]
    assert named[1].count("Roos Akkerman") >= 2
    assert nobody[1].strip() == "[]"


def test_figures_link_to_their_explanation_with_the_words_marked(base: Path) -> None:
    text = page(base, FIGURES)
    for figure in ids(base, "SELECT id FROM figures"):
        assert f'href="/feit/{figure}"' in text
    assert "<mark>ruim 12 procent</mark>" in text


@pytest.mark.parametrize("table", [each.name for each in TABLES if each.exported])
def test_every_link_in_a_table_leads_somewhere(base: Path, table: str) -> None:
    text = page(base, f"/{DATABASE}/{table}?_size=5")
    cells = re.findall(r"<td[^>]*>.*?</td>", text, re.S)
    links = {each for cell in cells for each in re.findall(r'href="(/[^"]*)"', cell)}
    for status, answer in ask(base, *sorted(html.unescape(each) for each in links)):
        assert status == 200, answer
    if table == "mentions":
        (sentence, *_) = ids(base, "SELECT sentence FROM mentions ORDER BY id")
        assert f'href="/feitenbank/sentences?id={sentence}"' in text


def test_explanation_of_a_figure(base: Path) -> None:
    (figure,) = ids(base, "SELECT figure FROM figure_overview WHERE said LIKE 'ruim%'")
    text = page(base, f"/feit/{figure}")
    assert "<mark>ruim 12 procent</mark>" in text
    assert "spreekt tegen" in text
    assert "kunnen niet allebei kloppen" in text


def test_explanation_of_a_group_has_a_picture(base: Path) -> None:
    (group,) = ids(base, "SELECT id FROM reconciliations")
    text = page(base, f"/feit/{group}")
    assert text.count('class="kern"') == 2
    assert "9,4 procent" in text


def test_document_says_that_its_file_is_gone(base: Path, tmp_path: Path) -> None:
    (document,) = ids(base, "SELECT id FROM documents WHERE path = 'rapport.txt'")
    assert "Het bestand is er niet meer" not in page(base, f"/document/{document}")
    db = sqlite3.connect(base)
    db.execute("UPDATE files SET root = ?", (str(tmp_path),))
    db.commit()
    assert "Het bestand is er niet meer" in page(base, f"/document/{document}")


def test_document_shows_its_facts_and_what_was_set_aside(base: Path) -> None:
    (document,) = ids(base, "SELECT id FROM documents WHERE path = 'rapport.txt'")
    text = page(base, f"/document/{document}")
    assert re.search(r'class="figure" id="f[0-9a-f]{16}"[^>]*>9,4 procent</a>', text)
    assert "terzijde gelegd: deelknop" in text
    assert "&lt;Rapport&gt;" in text
    assert "<Rapport>" not in text


def test_a_document_is_told_of_in_dutch(base: Path) -> None:
    (document,) = ids(base, "SELECT id FROM documents WHERE path = 'rapport.txt'")
    db = sqlite3.connect(base)
    db.execute("DELETE FROM issues")
    db.execute(
        "INSERT INTO issues (document, path, stage, code, severity, message) "
        "VALUES (?, '', 'load', 'mixed_language', 'info', 'partly in another language <b>')",
        (document,),
    )
    db.execute("UPDATE zones SET reason = 'related articles' WHERE reason IS NOT NULL")
    db.execute(
        "UPDATE documents SET published = NULL, published_method = 'inferred', "
        "published_earliest = '2020-01-01', published_latest = NULL, published_start = 0, "
        "published_end = 8, published_reason = 'not before 2020-01-01'"
    )
    db.commit()
    text = page(base, f"/document/{document}")
    assert "<li>deels in een andere taal <span" in text
    assert "(partly in another language &lt;b&gt;)" in text
    assert "terzijde gelegd: andere artikelen" in text
    assert "2020-01-01 tot …" in text
    assert re.search(r'title="not before 2020-01-01">afgeleid: ‘[^’]+’</span>', text)


def test_search_page_marks_the_words(base: Path) -> None:
    text = page(base, "/zoek?woorden=jongere")
    assert text.count("<mark>jongeren</mark>") == 2
    assert "Geen zin gevonden" in page(base, "/zoek?woorden=giraffe")
    assert "Geen zin gevonden" not in page(base, "/zoek")
    assert 'value="&#34;&gt;&lt;b&gt;"' in page(base, "/zoek?woorden=%22%3E%3Cb%3E")


@pytest.mark.parametrize("address", ["/feit/f999", "/feit/onzin", "/document/weg.txt"])
def test_unknown_things_are_not_found(base: Path, address: str) -> None:
    ((status, text),) = ask(base, address)
    assert status == 404
    assert "Er is niets" in text


@pytest.mark.parametrize("address", ["/nergens", "/feitenbank/nergens"])
def test_an_address_that_leads_nowhere_is_told_in_dutch(base: Path, address: str) -> None:
    ((status, text),) = ask(base, address)
    assert status == 404
    assert "<h1>Niet gevonden</h1>" in text
    assert 'href="/">Naar de voorpagina' in text
    assert text.count("/opmaak/feitenbank.css") == 1


def test_a_base_in_a_folder_that_is_read_only(base: Path, monkeypatch) -> None:
    monkeypatch.setattr("pipeline.store.connect.os.access", lambda *_: False)
    assert "<b>2</b> cijfers" in page(base, "/")
    assert not make_site(base).get_database(DATABASE).is_mutable


def test_site_cannot_change_the_base(base: Path) -> None:
    async def write() -> None:
        site = make_site(base)
        await site.invoke_startup()
        await site.get_database(DATABASE).execute("DELETE FROM figures")

    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        asyncio.run(write())


def test_new_documents_show_without_a_restart(base: Path) -> None:
    async def count() -> tuple[str, str]:
        site = make_site(base)
        before = (await site.client.get("/")).text
        db = sqlite3.connect(base)
        db.execute("DELETE FROM comparisons")
        db.execute("DELETE FROM reconciliations")
        db.commit()
        db.close()
        return before, (await site.client.get("/")).text

    before, after = asyncio.run(count())
    assert "omstreden" in before
    assert "omstreden" not in after


def test_only_this_machine_is_served(base: Path) -> None:
    assert HOST == "127.0.0.1"
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        with pytest.raises(PortError, match="--port"):
            run(base, port=taken.getsockname()[1])
