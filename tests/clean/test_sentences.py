from __future__ import annotations

import time

import pytest

from pipeline.clean.sentences import split_sentences


@pytest.mark.parametrize(
    "text",
    [
        "Dhr. J. van Dijk telde ca. 1.200 woningen.|Dat zijn er veel.",
        "Het kost € 4,4 mln. per jaar.|De raad stemt in.",
        "Het kost ruim 3 mln. De raad stemt in." .replace("mln. De", "mln.|De"),
        "Ruim 12 mln. Nederlanders stemden.",
        "Dit geldt o.a. voor Emmen, i.p.v. voor Assen.|Maar niet t.a.v. zorg.",
        "In 2017 daalde het met 2.5 procent.|In 2018. 70% bleef." .replace("2018. 70", "2018.|70"),
        "1. Wat kost dit?|Is dat veel?",
        "Klopt dat?|Dat klopt.",
        "„Het gaat goed.”|Zo zegt zij.",
        "“Het gaat goed”, zegt zij.|Wij niet.",
        "'Wat nu?' vroeg hij.|Niemand wist het.",
        "Gemeten? “doen we dit goed?”".replace("? “", "?|“"),
        "Zie art. 3 lid 2 van de wet.|Volgens nr. 12 niet.",
        "Vorige week… Toch gebeurde het.".replace("… T", "…|T"),
        "Hij zei niets ... en vertrok.",
        "Het aantal is gedaald.De gemeente is blij.".replace(".De", ".|De"),
        "Kijk op www.emmen.nl voor meer.|Of mail naar J.Jansen@emmen.nl.",
        "Op 3 jan. 2019 sloot de winkel.|Prof. dr. Anna de Wit (PvdA) zag het.",
        "Dat zijn bijv. Schoonebeek en Klazienaveen.",
        "De school (groep 3 t/m 8) sluit.|(Zie ook pagina 4.)|Later meer.",
        "Vitamine C. Het helpt.".replace("C. H", "C.|H"),
        "Wethouder P. Smit stapt op!|Wie volgt?|Niemand.",
        "Met ingang van 1 jan. a.s. stijgt het.",
        "Geen punt aan het eind",
        "Er kwamen 12. 500 bezoekers.",
    ],
)  # fmt: skip
def test_boundaries(text: str) -> None:
    plain = text.replace("|", " ") if "gedaald." not in text else text.replace("|", "")
    expected = text.split("|")
    assert [plain[start:end] for start, end in split_sentences(plain)] == expected


@pytest.mark.parametrize("text", ["", "   ", ".", "...", "?!", "\n"])
def test_hardly_any_text(text: str) -> None:
    assert [text[start:end] for start, end in split_sentences(text)] in ([], [text.strip()])


@pytest.mark.parametrize("piece", ["a", ".", "? ", "J. ", "(", "”", "www.", "abc.De ", "1. ", "… "])
def test_long_input_takes_linear_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    started = time.process_time()
    split_sentences(text)
    assert time.process_time() - started < 2
