from __future__ import annotations

import pytest

from pipeline.load import load
from pipeline.load.html import read_html
from pipeline.records import DocumentRejectedError, Loaded, SourceFile

PAGE = """<html lang="nl"><head><title>Minder leegstand in Delfzijl - De Eemskoerier</title>
<meta property="article:published_time" content="2022-05-17T07:30:00+02:00">
<meta property="og:site_name" content="De Eemskoerier"></head><body>
<nav><ul><li><a href="/">Voorpagina</a></li><li><a href="/sport">Sportuitslagen</a></li></ul></nav>
<div id="cookie">Deze website gebruikt cookies om uw bezoek te meten.</div>
<article><h1>Minder leegstand in Delfzijl</h1>
<p>In het centrum van Delfzijl staat nog 11 procent van de winkels leeg. Dat schrijft het college
aan de raad, die er in juni over praat.</p>
<p>Een jaar eerder was dat nog 14,5 procent. De wethouder noemt de daling bemoedigend, maar
waarschuwt dat twee grote winkels dit najaar sluiten.</p>
<h2>Verhuizing</h2>
<p>Voor verhuizende ondernemers is 250.000 euro beschikbaar. Tot nu toe vroegen zeven winkeliers
daarvan samen ruim een ton aan.</p>
<ul><li>Vier kledingzaken</li><li>Drie cafés</li></ul>
<table><tr><th>Jaar</th><th>Leegstand</th></tr><tr><td>2021</td><td>14,5</td></tr>
<tr><td>2022</td><td>11</td></tr></table></article>
<footer>Copyright 2026 De Eemskoerier</footer></body></html>"""


def loaded(page: str) -> Loaded:
    return load(SourceFile("pagina.html", page.encode()))


def test_the_article_with_its_structure() -> None:
    result = loaded(PAGE)
    blocks = [(block.kind, result.text[block.start : block.end]) for block in result.blocks]
    assert blocks[0] == ("title", "Minder leegstand in Delfzijl")
    assert ("heading", "Verhuizing") in blocks
    assert ("list_item", "Vier kledingzaken") in blocks
    assert ("table_row", "2021 | 14,5") in blocks
    assert "Sportuitslagen" not in result.text
    assert "cookies" not in result.text


def test_blocks_are_ordered_and_cover_the_text() -> None:
    result = loaded(PAGE)
    at = 0
    for block in result.blocks:
        assert not result.text[at : block.start].strip()
        at = block.end
    assert at == len(result.text)


def test_the_head_gives_metadata() -> None:
    embedded = loaded(PAGE).embedded
    assert embedded.published == "2022-05-17"
    assert embedded.source == "De Eemskoerier"


def test_a_copyright_year_is_no_date() -> None:
    page = PAGE.replace(
        '<meta property="article:published_time" content="2022-05-17T07:30:00+02:00">', ""
    )
    assert loaded(page).embedded.published is None


def test_a_page_without_article_gives_its_visible_text() -> None:
    page = (
        "<html><body><script>var x=1</script>Rolde telt 4.010 inwoners<!-- geheim --></body></html>"
    )
    result = loaded(page)
    assert "Rolde telt 4.010 inwoners" in result.text
    assert "var x" not in result.text
    assert "geheim" not in result.text


def test_mojibake_in_a_page_is_repaired_in_place() -> None:
    result = loaded(PAGE.replace("cafés", "cafÃ©s"))
    assert "Drie cafés" in result.text
    (issue,) = [issue for issue in result.issues if issue.code == "mojibake_repaired"]
    assert result.text[issue.start : issue.end] == "é"


def test_declared_charset_is_obeyed() -> None:
    page = PAGE.replace("<head>", '<head><meta charset="iso-8859-1">')
    result = load(SourceFile("pagina.html", page.encode("cp1252")))
    assert "Drie cafés" in result.text


def test_a_page_without_paragraph_elements_keeps_its_lines() -> None:
    page = """<html><body><div><a>Voorpagina</a></div><h1>Minder inbraken in Breda</h1>
    <div>Geplaatst op 3 februari 2022</div><div>De politie telde 412 inbraken.</div>
    <div>Een jaar eerder waren dat er 468.</div></body></html>"""
    assert "2022\n\nDe politie telde 412 inbraken.\n\nEen jaar" in loaded(page).text


def test_control_characters_do_not_spoil_a_page() -> None:
    result = loaded(PAGE.replace("nog 11 procent", "nog\x01\x0b 11 procent\x1f\ufffe"))
    assert "11 procent" in result.text


def test_a_page_that_a_program_fills_is_empty() -> None:
    page = (
        '<html><body><div id="app"></div><script>laad("artikel")</script><noscript>Zet in uw '
        "browser JavaScript aan om dit bericht van de gemeente te lezen.</noscript></body></html>"
    )
    assert read_html(page).written.text == ""
    with pytest.raises(DocumentRejectedError, match=r"leeg\.html .*open it in a browser") as caught:
        load(SourceFile("leeg.html", page.encode()))
    assert caught.value.code == "too_little_text"


def test_a_deeply_nested_page() -> None:
    page = f"<html><body>{'<div>' * 900}Rolde telt 4.010 inwoners{'</div>' * 900}</body></html>"
    assert loaded(page).text == "Rolde telt 4.010 inwoners"


TAG = '<meta property="article:published_time" content="2022-05-17T07:30:00+02:00">'


def dated(head: str = "", top: str = "", bottom: str = "") -> str | None:
    page = PAGE.replace(TAG, head).replace("</h1>", f"</h1>{top}")
    return loaded(page.replace("<footer>", f"{bottom}<footer>")).embedded.published


def ld(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (TAG, "2022-05-17"),
        ('<meta name="DCTERMS.issued" content="2022-05-17">', "2022-05-17"),
        ('<meta name="dcterms.available" content="17-05-2022">', "2022-05-17"),
        ('<meta itemprop="datePublished" content="2022-05-17">', "2022-05-17"),
        (ld('{"@type":"NewsArticle","datePublished":"2022-05-17T07:30"}'), "2022-05-17"),
        (
            ld('{"@type":"NewsArticle","dateModified":"2022-06-01","datePublished":"2022-05-17"}'),
            "2022-05-17",
        ),
        (
            ld('{"@graph":[{"@type":"WebSite"},{"@type":"Article","datePublished":"2022-05-17"}]}'),
            "2022-05-17",
        ),
        (TAG + '<meta property="og:updated_time" content="2022-06-01">', "2022-05-17"),
        # A date of change says only that the page is not younger.
        ('<meta property="article:modified_time" content="2022-06-01">', "../2022-06-01"),
        (ld('{"@type":"NewsArticle","dateModified":"2022-06-01"}'), "../2022-06-01"),
        (ld("{broken"), None),
        ('<meta name="DCTERMS.issued" content="binnenkort">', None),
    ],
)
def test_dates_in_the_head(head: str, published: str | None) -> None:
    assert dated(head) == published


@pytest.mark.parametrize(
    ("top", "published"),
    [
        ('<time datetime="2022-05-17T07:30">17 mei</time>', "2022-05-17"),
        ('<p class="meta">Geplaatst op 17 mei 2022 door de redactie</p>', "2022-05-17"),
        ("<div>Publicatiedatum: 17-05-2022 | Laatst gewijzigd: 01-06-2022</div>", "2022-05-17"),
        ('<div class="date">17 mei 2022, 07:30</div>', "2022-05-17"),
        ('<p>Laatst gewijzigd: <time datetime="2022-06-01">1 juni</time></p>', None),
    ],
)
def test_dates_at_the_headline(top: str, published: str | None) -> None:
    assert dated(top=top) == published


@pytest.mark.parametrize(
    "bottom",
    [
        '<aside><h2>Meer nieuws</h2><time datetime="2031-01-01">1 jan</time></aside>',
        '<section><h2>Agenda</h2><p><time datetime="2031-01-01">1 jan</time> Markt</p></section>',
    ],
)
def test_dates_below_the_article_are_not_its_own(bottom: str) -> None:
    assert dated(bottom=bottom) is None
