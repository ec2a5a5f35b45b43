from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.clean import clean
from pipeline.describe import describe
from pipeline.describe.rules import publishers
from pipeline.records import Description, Loaded, Metadata, Published

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
STORY = (
    "Brug bij Dieverbrug weer open\n\nDe brug bij Dieverbrug is na tien maanden weer open. "
    "Het werk kostte 2,4 miljoen euro, zegt de provincie.\n"
)


def described(
    text: str,
    *,
    path: str = "a.txt",
    stated: Metadata | None = None,
    embedded: Metadata | None = None,
) -> Description:
    loaded = Loaded(
        path, "", "text/plain", text, stated=stated or Metadata(), embedded=embedded or Metadata()
    )
    return describe(loaded, clean(loaded))


def published(text: str, **given: object) -> Published:
    return described(text, **given).published  # type: ignore[arg-type]  # passed on as they are


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        ("10 april 2017 om 12:41", "2017-04-10"),
        ("date 2023-11", "2023-11"),
        ("Gepubliceerd: 12-03-2023 08:15", "2023-03-12"),
        ("Geplaatst op maandag 3 mei 2021", "2021-05-03"),
        ("Geplaatst op 3 mei 2021 door de redactie", "2021-05-03"),
        ("Datum: 14 november 2018", "2018-11-14"),
        ("14 november 2018", "2018-11-14"),
        ("Assen, 14 november 2018", "2018-11-14"),
        ("2023-11-07", "2023-11-07"),
        ("di 7 feb. 2023, 09:30 uur", "2023-02-07"),
        ("07/02/2023", "2023-02-07"),
    ],
)
def test_dates_that_the_text_states(line: str, edtf: str) -> None:
    text = f"{line}\n\n{STORY}"
    found = published(text)
    assert (found.method, found.edtf) == ("stated", edtf)
    assert found.start is not None
    assert text[found.start : found.end] in line
    assert found.earliest is not None
    assert found.earliest.startswith(edtf)


def test_a_dateline_before_the_first_sentence() -> None:
    found = published("Assen, 3 mei 2019 - De provincie legt vijf bruggen aan bij Dwingeloo.")
    assert (found.method, found.edtf) == ("stated", "2019-05-03")


def test_published_goes_before_updated() -> None:
    text = f"Laatste update: 5 juni 2021\nGepubliceerd op 3 juni 2021\n\n{STORY}"
    assert published(text).edtf == "2021-06-03"


@pytest.mark.parametrize(
    "text",
    [
        f"{STORY}\nOp 3 mei 2019 besloot de raad tot het werk.\n",
        f"{STORY}\nMeest gelezen\n\nBrand in Wapse\n\n23 januari 2026 om 13:44\n",
        f"{STORY}\nAankomende evenementen\n14 feb 2026\nCarnaval\n",
        f"{STORY}\n© 2026 De Veenbode\n",
    ],
)
def test_dates_that_are_not_the_documents_own(text: str) -> None:
    found = published(text)
    assert found.method in ("inferred", "unknown")
    assert "2026" not in (found.edtf or "")


def test_the_order_of_trust() -> None:
    text = f"10 april 2017\n\n{STORY}"
    head = Metadata(published="2016-01-01")
    sidecar = Metadata(published="2015-05")
    assert published(text, embedded=head, stated=sidecar).edtf == "2015-05"
    assert published(text, embedded=head, path="2014-02-03.txt").edtf == "2017-04-10"
    assert published(STORY, embedded=head, path="2014-02-03.txt").edtf == "2016-01-01"
    assert published(STORY, path="2014-02-03.txt").edtf == "2014-02-03"


@pytest.mark.parametrize(
    ("path", "edtf"),
    [
        ("2023-11-07_artikel.txt", "2023-11-07"),
        ("krant/20231107-brug.pdf", "2023-11-07"),
        ("brug 07-11-2023.docx", "2023-11-07"),
        ("2023-11 brug.txt", "2023-11"),
        ("20231399.txt", None),
        ("zaak 20231.txt", None),
        ("brug2023.txt", None),
    ],
)
def test_dates_in_file_names(path: str, edtf: str | None) -> None:
    found = published(STORY, path=path)
    assert found.edtf == edtf
    assert found.method == ("metadata" if edtf else "unknown")


def test_a_date_in_the_address() -> None:
    sidecar = Metadata(url="https://veenbode.example/2021/6/3/brug-open")
    assert published(STORY, stated=sidecar).edtf == "2021-06-03"


@pytest.mark.parametrize(
    ("sentence", "earliest", "latest"),
    [
        ("In 2017 kreeg de gemeente 3 miljoen van het rijk.", "2017-01-01", None),
        ("Sinds 2018 helpt een coach de gezinnen.", "2018-01-01", None),
        ("In de eerste helft van 2020 daalde het aantal klachten.", "2020-07-01", None),
        ("In de jaren 2015-2019 nam de leegstand toe.", "2019-01-01", None),
        ("Uit het jaarverslag 2021 blijkt een tekort.", "2021-01-01", None),
        ("In 2016 was dat 12 procent. In 2018 was dat 14 procent.", "2018-01-01", None),
        (
            "In 2018 was het 3 miljoen. Voor 2020 verwachten we 4 miljoen.",
            "2018-01-01",
            "2020-12-31",
        ),
    ],
)
def test_bounds_from_the_text(sentence: str, earliest: str | None, latest: str | None) -> None:
    found = published(sentence)
    assert (found.method, found.earliest, found.latest) == ("inferred", earliest, latest)
    assert found.edtf is not None
    assert "/" in found.edtf  # an interval, never a date
    assert found.reason


@pytest.mark.parametrize(
    "sentence",
    [
        "De gemeente wil in 2030 geen aardgas meer gebruiken.",
        "Het plan is om in 2035 duizend woningen te bouwen.",
        "De ploeg hoopt op de Spelen van 2032.",
        "De wachttijd is tien weken.",
        "De fabriek zou in 2029 gereed kunnen zijn.",
    ],
)
def test_plans_date_nothing(sentence: str) -> None:
    assert published(sentence).earliest is None


def test_an_undated_document_says_so() -> None:
    description = described("De wachttijd in Vledder is tien weken.")
    assert description.published == Published(reason=description.published.reason)
    assert [issue.code for issue in description.issues] == ["undated"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (f"{STORY}\nDoor: Redactie Veenbode Nieuws\n", "Veenbode Nieuws"),
        (f"{STORY}\nDe brug. Foto: Archief/DVHN\n", "Dagblad van het Noorden"),
        (f"{STORY}\n© 2021 RTV Drenthe\n", "RTV Drenthe"),
        (f"Gemeente Aa en Hunze\n\n{STORY}", "gemeente Aa en Hunze"),
        (f"{STORY}\n© 2021 De Veenbode\n", "De Veenbode"),
        (f"{STORY}\n© Veen & Lokaal\n", "Veen & Lokaal"),
        (f"{STORY}\n© ANP\n", None),
        (f"{STORY}\nTips? Mail redactie@rtvdrenthe.nl\n", "RTV Drenthe"),
        (f"{STORY}\nContact: www.coevorden.nl\n", "gemeente Coevorden"),
        (f"{STORY}\nMail naar info@nergens.example\n", None),
        (f"{STORY}\nBron: De Veenbode\n", "De Veenbode"),
        (f"{STORY}\nBron: gemeente Westerveld\n", "gemeente Westerveld"),
        (f"{STORY}\nJaar\tAantal\n2019\t12\n2020\t14\nBron: De Veenbode\n", None),
        (f"Redactie Veenbode Nieuws\n\n{STORY}", "Veenbode Nieuws"),
        (f"{STORY}\nDat meldt het Dagblad van het Noorden.\n", None),
    ],
)
def test_publishers(text: str, source: str | None) -> None:
    assert described(text).source == source


@pytest.mark.parametrize(
    ("metadata", "source"),
    [
        (Metadata(source="DvhN"), "Dagblad van het Noorden"),
        (Metadata(source="De Veenbode"), "De Veenbode"),
        (Metadata(url="https://www.rtvdrenthe.nl/nieuws/1"), "RTV Drenthe"),
        (Metadata(url="https://veenbode.example/1"), None),
    ],
)
def test_publishers_in_metadata(metadata: Metadata, source: str | None) -> None:
    assert described(STORY, stated=metadata).source == source


def test_titles() -> None:
    assert described(STORY).title == "Brug bij Dieverbrug weer open"
    assert described(STORY, stated=Metadata(title="Anders")).title == "Anders"
    only_body = "De brug bij Dieverbrug is na tien maanden weer open."
    assert described(only_body, embedded=Metadata(title="Brug open")).title == "Brug open"
    assert described(only_body).title is None


def test_every_domain_has_one_publisher() -> None:
    known = publishers()
    assert known.by_address("https://nos.nl/artikel/1") == known.by_name("NOS")
    assert known.by_address("https://www.nergens.example/") is None


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the sample documents are not here")
@pytest.mark.parametrize(
    ("name", "edtf"),
    [("000", "2023-11"), ("002", "2017-04-10"), ("001", None), ("003", None), ("004", None)],
)
def test_real_documents(name: str, edtf: str | None) -> None:
    found = published((SEEDS / f"{name}.txt").read_text(encoding="utf-8"), path=f"{name}.txt")
    if edtf:
        assert (found.method, found.edtf) == ("stated", edtf)
    else:
        assert found.method == "inferred"
        assert "/" in (found.edtf or "")
