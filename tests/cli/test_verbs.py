from __future__ import annotations

import csv
import io
import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from handmade import make_base

from pipeline.cli import VERBS, main

LISTS = ("figures", "conflicts", "entities")


def feitenbank(*arguments: object, base: Path | None = None) -> Result:
    """Run a verb as from the command line."""
    given = [str(each) for each in arguments]
    if base is not None:
        given += ["--db", str(base)]
    return CliRunner().invoke(main, given, env={"COLUMNS": "80"})


def rows(*arguments: object, base: Path) -> list[dict[str, object]]:
    result = feitenbank(*arguments, "--json", base=base)
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    assert isinstance(found, list)
    return found


def scalar(base: Path, sql: str) -> str:
    return str(sqlite3.connect(base).execute(sql).fetchone()[0])


# ── what all verbs share ──────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("verb", LISTS)
def test_lists_come_in_four_forms(base: Path, verb: str) -> None:
    as_json = rows(verb, base=base)
    assert as_json
    lines = feitenbank(verb, "--nl", base=base).stdout.splitlines()
    assert [json.loads(line) for line in lines] == as_json
    table = list(csv.DictReader(io.StringIO(feitenbank(verb, "--csv", base=base).stdout)))
    assert len(table) == len(as_json)
    assert list(table[0]) == list(as_json[0])
    shown = feitenbank(verb, base=base)
    assert shown.exit_code == 0
    assert "Assen" in shown.stdout or "omstreden" in shown.stdout
    assert all(len(line) <= 80 for line in shown.stdout.splitlines())


def test_two_forms_at_once_are_refused(base: Path) -> None:
    result = feitenbank("figures", "--json", "--csv", base=base)
    assert result.exit_code == 2
    assert "one of --json, --nl and --csv" in result.stderr


def test_nothing_found_is_no_error(base: Path) -> None:
    assert rows("figures", "--place", "Zwolle", base=base) == []
    shown = feitenbank("figures", "--place", "Zwolle", base=base)
    assert (shown.exit_code, shown.stdout) == (0, "No figure answers to that.\n")
    header = feitenbank("figures", "--place", "Zwolle", "--csv", base=base).stdout
    assert header.startswith("figure,place,indicator")


@pytest.mark.parametrize(
    "arguments",
    [
        ("status",),
        ("figures",),
        ("conflicts",),
        ("explain", "f1"),
        ("search", "x"),
        ("entities",),
        ("show", "d1"),
        ("review", "list"),
        ("review", "decided"),
        ("review", "decide", "verdict", "R1", "gezien"),
        ("review", "undo", "D1"),
        ("export", "map"),
        ("serve",),
        ("check",),
    ],
    ids=" ".join,
)
def test_missing_base_says_what_to_do(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    result = feitenbank(*arguments, base=tmp_path / "geen.db")
    assert result.exit_code == 2
    assert "no knowledge base at" in result.stderr
    assert "feitenbank ingest" in result.stderr
    assert result.stdout == ""
    assert not (tmp_path / "geen.db").exists()


def test_something_else_than_a_base(tmp_path: Path) -> None:
    other = tmp_path / "brief.db"
    other.write_text("geachte raad, " * 100)
    result = feitenbank("status", base=other)
    assert result.exit_code == 2
    assert "not a knowledge base" in result.stderr


def test_unknown_verb_and_no_verb() -> None:
    assert feitenbank("bak").exit_code == 2
    assert all(verb in feitenbank("--help").stdout for verb in VERBS)


# ── figures, conflicts, entities, status ──────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (("--place", "assen"), 2),
        (("--place", "Assenaar"), 2),
        (("--place", "GM0106"), 2),
        (("--place", "Emmen"), 0),
        (("--indicator", "JEUGDHULP"), 2),
        (("--indicator", "jeugdzorg"), 2),
        (("--indicator", "wonen"), 0),
        (("--period", "2020"), 2),
        (("--period", "2020-06"), 2),
        (("--period", "2018/2020"), 2),
        (("--period", "2021"), 0),
        (("--unit", "procent"), 2),
        (("--unit", "%"), 2),
        (("--unit", "EUR"), 0),
        (("--unit", "dollar"), 0),
        (("--verdict", "contested"), 2),
        (("--verdict", "series"), 0),
        (("--document", "rapport.txt"), 1),
        (("--document", "nieuws/wachttijden.txt"), 1),
        (("--limit", "1"), 1),
        (("--place", "assen", "--document", "rapport.txt"), 1),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else str(value),
)
def test_filters(base: Path, filters: tuple[str, ...], expected: int) -> None:
    assert len(rows("figures", *filters, base=base)) == expected


@pytest.mark.parametrize(
    ("filters", "told"),
    [
        (("--place", "Asen"), "no figure at all has --place 'Asen'; near it: Assen"),
        (("--place", "Zwolle"), "no figure at all has --place 'Zwolle'"),
        (("--indicator", "jeugdhlup"), "near it: jongeren met jeugdhulp, jeugdzorg"),
        (("--place", "Assen", "--period", "1990"), "no figure at all has --period '1990'"),
        (("--document", "rapport.txt", "--verdict", "series"), "--verdict 'series'"),
        ((), ""),
        (("--limit", "0", "--place", "Asen"), ""),
    ],
)
def test_why_nothing_was_found(base: Path, filters: tuple[str, ...], told: str) -> None:
    result = feitenbank("figures", *filters, "--json", base=base)
    assert result.exit_code == 0
    assert told in result.stderr
    assert bool(told) == bool(result.stderr)


def test_filters_that_exclude_each_other(base: Path) -> None:
    db = sqlite3.connect(base)
    db.execute("UPDATE figures SET unit = 'USD' WHERE rowid = 1")
    db.execute(
        "UPDATE figures SET period_earliest = '1990-01-01', period_latest = '1990-12-31' "
        "WHERE rowid = 1"
    )
    db.commit()
    assert len(rows("figures", "--unit", "dollar", base=base)) == 1
    result = feitenbank("figures", "--unit", "dollar", "--period", "2020", base=base)
    assert "--period and --unit each give figures, but none together" in result.stderr


@pytest.mark.parametrize("period", ["2021/2020", "2020-03-02/2020-03-01"])
def test_period_that_ends_before_it_begins(base: Path, period: str) -> None:
    result = feitenbank("figures", "--period", period, base=base)
    assert result.exit_code == 2
    assert "ends before it begins" in result.stderr


def test_an_id_that_is_not_long_enough(base: Path) -> None:
    result = feitenbank("show", "d", base=base)
    assert result.exit_code == 2
    assert "give more of the id" in result.stderr


@pytest.mark.parametrize("columns", ["25", "40", "60", "80", "100"])
@pytest.mark.parametrize("verb", LISTS)
def test_a_table_is_as_wide_as_the_terminal(base: Path, verb: str, columns: str) -> None:
    given = [verb, "--db", str(base)]
    shown = CliRunner().invoke(main, given, env={"COLUMNS": columns}).stdout
    assert max(map(len, shown.splitlines())) <= int(columns)
    last = {"figures": "verdict", "conflicts": "explanation", "entities": "figures"}[verb]
    assert last[:7] in shown, "the last column is there"


def test_what_cannot_be_written_is_told_without_a_traceback(base: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no /dev/full here")
    for form in ((), ("--csv",)):
        with full.open("w") as out:
            told = subprocess.run(
                [sys.executable, "-m", "pipeline", "figures", "--db", str(base), *form],
                stdout=out,
                stderr=subprocess.PIPE,
                text=True,
                check=False,
            )
        assert told.returncode == 2
        assert told.stderr.startswith("feitenbank: No space left on device")
        assert "Traceback" not in told.stderr


def test_a_terminal_without_dutch_letters(base: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "pipeline", "conflicts", "--db", str(base)],
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout


@pytest.mark.parametrize("period", ["vorig jaar", "2020-13", "2020-02-30", "2020/2021/2022", ""])
def test_odd_period(base: Path, period: str) -> None:
    result = feitenbank("figures", "--period", period or "-", base=base)
    assert result.exit_code == 2
    assert "is no period" in result.stderr


def test_copies_are_left_out_unless_asked_for(base: Path) -> None:
    db = sqlite3.connect(base)
    ids = sorted(row[0] for row in db.execute("SELECT id FROM documents"))
    db.execute("UPDATE documents SET duplicate_of = ? WHERE id = ?", ids)
    db.commit()
    assert len(rows("figures", base=base)) == 1
    assert len(rows("figures", "--copies", base=base)) == 2


def test_conflicts_in_two_languages(base: Path) -> None:
    assert "niet allebei kloppen" in " ".join(feitenbank("conflicts", base=base).stdout.split())
    assert "cannot be right" in feitenbank("conflicts", "--lang", "en", base=base).stdout


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (("--kind", "person"), {"Roos Akkerman"}),
        (("akker",), {"Roos Akkerman"}),
        (("ASSENAAR",), {"Assen"}),
        (("--kind", "law"), set()),
    ],
)
def test_entities(base: Path, arguments: tuple[str, ...], names: set[str]) -> None:
    assert {row["name"] for row in rows("entities", *arguments, base=base)} == names


def test_status_tells_what_waits(base: Path) -> None:
    found = json.loads(feitenbank("status", "--json", base=base).stdout)
    assert found["figures"] == 2
    assert found["waiting"] == {
        "conflicts": 1,
        "asked_again": 0,
        "undated": 1,
        "rejected": 0,
        "groups_to_compare": 0,
        "runs_cut_off": 0,
        "gone": 0,
    }
    assert (found["gone"], found["folders_elsewhere"]) == ([], {"/archief": 2})
    shown = feitenbank("status", base=base).stdout
    assert "2 documents in 2 files" in shown
    assert "! groups and findings that ask for attention: 1" in shown


def test_a_file_that_is_gone_is_told_and_nothing_is_lost(base: Path, tmp_path: Path) -> None:
    db = sqlite3.connect(base)
    db.execute("UPDATE files SET root = ?, location = ? || path", (str(tmp_path), f"{tmp_path}/"))
    db.commit()
    (tmp_path / "rapport.txt").write_text("x")
    shown = feitenbank("status", base=base).stdout
    assert "! documents whose file is gone: 1 (what they said stays" in shown
    assert "    nieuws/wachttijden.txt, last met 2024-01-01, 1 figures" in shown
    (row,) = json.loads(feitenbank("status", "--json", base=base).stdout)["gone"]
    assert row["path"] == "nieuws/wachttijden.txt"
    assert "Its file is gone" in feitenbank("show", "wachttijden.txt", base=base).stdout
    assert "Its file is gone" not in feitenbank("show", "rapport.txt", base=base).stdout
    assert len(rows("figures", base=base)) == 2
    assert feitenbank("check", base=base).exit_code == 0


# ── explain, search, show ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("nl", ["[ruim 12 procent]", "De Drentse Bode", "12 tot 12,5%", "spreekt tegen"]),
        ("en", ["[ruim 12 procent]", "12 to 12.5%", "contradicts", "cannot be right"]),
    ],
)
def test_explain_a_figure(base: Path, lang: str, expected: list[str]) -> None:
    figure = scalar(base, "SELECT figure FROM figure_overview WHERE said LIKE 'ruim%'")
    result = feitenbank("explain", figure[:10], "--lang", lang, base=base)
    assert result.exit_code == 0
    text = " ".join(result.stdout.split())
    for words in expected:
        assert words in text


def test_explain_as_json_has_everything(base: Path) -> None:
    figure = scalar(base, "SELECT figure FROM figure_overview WHERE said LIKE 'ruim%'")
    found = json.loads(feitenbank("explain", figure, "--json", base=base).stdout)
    assert found["figure"]["outer_high"] == 13
    assert {row["dimension"] for row in found["evidence"]} == {"place", "period", "speaker"}
    assert found["comparisons"][0]["relation"] == "conflict"
    assert found["judgements"][0]["kind"] == "contested"


def test_explain_a_group(base: Path) -> None:
    group = scalar(base, "SELECT id FROM reconciliations")
    text = " ".join(feitenbank("explain", group, base=base).stdout.split())
    assert "omstreden: jeugdzorg, Assen" in text
    assert "9,4 procent" in text


@pytest.mark.parametrize("identifier", ["fffffffff", "x1", "1", "s0123"])
def test_explain_what_is_not_there(base: Path, identifier: str) -> None:
    result = feitenbank("explain", identifier, base=base)
    assert result.exit_code == 2
    assert identifier in result.stderr


def test_beginning_that_may_be_two_things(base: Path) -> None:
    result = feitenbank("explain", "f", base=base)
    assert result.exit_code == 2
    assert "give more of the id" in result.stderr


def test_search(base: Path) -> None:
    found = rows("search", "jongere", base=base)
    assert len(found) == 2
    text, ((start, end),) = found[0]["text"], found[0]["marks"]
    assert text[start:end] == "jongeren"
    assert rows("search", '"voorlopige cijfers"', "--document", "rapport.txt", base=base)
    assert rows("search", "afspraak", "--source", "drentse", "--place", "Assen", base=base)
    assert rows("search", "afspraak", "--place", "Emmen", base=base) == []
    shown = " ".join(feitenbank("search", "jongere", base=base).stdout.split())
    assert "van de jongeren in Assen" in shown
    nothing = feitenbank("search", "…", base=base)
    assert nothing.exit_code == 2
    assert "no word to look for" in nothing.stderr


def test_show_a_document(base: Path) -> None:
    shown = feitenbank("show", "rapport.txt", base=base).stdout
    assert "[9,4 procent]" in shown
    assert "furniture: deelknop" in shown
    found = json.loads(feitenbank("show", "rapport.txt", "--json", base=base).stdout)
    assert [zone["kind"] for zone in found["zones"]] == ["title", "body", "furniture"]
    assert {"figure", "time", "person", "party", "municipality"} <= {
        mark["kind"] for mark in found["marks"]
    }
    assert feitenbank("show", found["id"][:8], base=base).exit_code == 0
    assert feitenbank("show", "weg.txt", base=base).exit_code == 2


# ── review ────────────────────────────────────────────────────────────────────────────────────


def test_review_lists_until_it_is_decided(base: Path) -> None:
    waiting = {row["kind"]: row for row in rows("review", "list", base=base)}
    assert set(waiting) == {"published", "verdict"}
    document = waiting["published"]["document"]
    decided = feitenbank(
        "review", "decide", "published", document, "2021-03", "--note", "colofon", base=base
    )
    assert decided.exit_code == 0, decided.output
    group = waiting["verdict"]["subject"]
    assert feitenbank("review", "decide", "verdict", group, "gezien", base=base).exit_code == 0
    assert rows("review", "list", base=base) == []
    assert "gezien" in feitenbank("explain", group, base=base).stdout
    taken = rows("review", "decided", base=base)
    assert {row["value"] for row in taken} == {"2021-03", "gezien"}
    for row in taken:
        assert feitenbank("review", "undo", row["id"], base=base).exit_code == 0
    assert len(rows("review", "list", base=base)) == 2


def test_a_decided_verdict_leaves_the_conflicts_until_it_is_undone(base: Path) -> None:
    group = scalar(base, "SELECT id FROM reconciliations")
    assert feitenbank("conflicts", "--decided", base=base).stdout == "Nothing was decided.\n"
    feitenbank("review", "decide", "verdict", group, "9,4 klopt", "--by", "an", base=base)
    assert rows("conflicts", base=base) == []
    assert feitenbank("conflicts", base=base).stdout == "Nothing asks for attention.\n"
    (row,) = rows("conflicts", "--decided", base=base)
    assert (row["id"], row["state"], row["decided"]) == (group, "decided", "9,4 klopt")
    shown = " ".join(feitenbank("conflicts", "--decided", base=base).stdout.split())
    assert "Beslist door an, 2" in shown
    assert "1 decided by a person" in feitenbank("status", base=base).stdout
    (taken,) = rows("review", "decided", base=base)
    assert (taken["state"], taken["about"]) == ("holds", "jeugdzorg, Assen, percent")
    feitenbank("review", "undo", taken["id"], base=base)
    assert len(rows("conflicts", base=base)) == 1


def test_a_verdict_is_asked_again_when_a_figure_is_read_otherwise(base: Path) -> None:
    group = scalar(base, "SELECT id FROM reconciliations")
    feitenbank("review", "decide", "verdict", group, "9,4 klopt", "--by", "an", base=base)
    db = sqlite3.connect(base)
    db.execute("UPDATE figures SET value = 8, low = 8, outer_low = 8 WHERE value = 9.4")
    db.commit()
    shown = " ".join(feitenbank("conflicts", base=base).stdout.split())
    assert "Opnieuw gevraagd, want sindsdien: 1 cijfer anders gelezen. Eerder beslist" in shown
    english = " ".join(feitenbank("conflicts", "--lang", "en", base=base).stdout.split())
    assert "1 figure read otherwise. Decided before by an, 2" in english
    status = feitenbank("status", base=base).stdout
    assert "of these decided before, with other figures: 1" in status
    assert "1 read otherwise" in " ".join(feitenbank("review", "list", base=base).stdout.split())


def test_decisions_are_kept_beside_the_base(base: Path) -> None:
    feitenbank(
        *("review", "decide", "alias", "Roos Akkerman", "Emmen", "--by", "an"),
        *("--document", "rapport.txt"),
        base=base,
    )
    (line,) = base.with_suffix(".decisions.jsonl").read_text(encoding="utf-8").splitlines()
    kept = json.loads(line)
    assert (kept["subject"], kept["value"], kept["decided_by"]) == ("Roos Akkerman", "GM0114", "an")
    base.unlink()
    make_base(base)
    assert [row["id"] for row in rows("review", "decided", base=base)] == [kept["id"]]


def test_what_is_no_name_can_be_decided_and_taken_back(base: Path) -> None:
    told = feitenbank("review", "decide", "not-a-name", " Roos  Akkerman", base=base)
    assert told.exit_code == 0, told.output
    assert "Roos Akkerman is no name" in told.stdout
    (taken,) = rows("review", "decided", base=base)
    assert (taken["kind"], taken["subject"], taken["value"]) == ("alias", "Roos Akkerman", "")
    assert "(no name)" in feitenbank("review", "decided", base=base).stdout
    # What is broken over two lines is written as on one.
    db = sqlite3.connect(base)
    db.execute("UPDATE mentions SET surface = 'Roos Ak-' || char(10) || 'kerman', score = 0.5")
    db.commit()
    assert rows("review", "list", "--kind", "alias", base=base) == []
    again = feitenbank("review", "decide", "not-a-name", "Roos Akkerman", base=base)
    assert again.exit_code == 0, again.output
    # Who it is after all is the same question: the later answer takes the place of the earlier.
    feitenbank("review", "decide", "alias", "Roos Akkerman", "Emmen", base=base)
    states = [row["state"] for row in rows("review", "decided", base=base)]
    assert sorted(states)[:2] == ["holds", "undone"]
    assert states.count("holds") == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("not-a-name", "roos akkerman"), "give one of ‘Roos Akkerman’"),
        (("not-a-name", "person:roos-akkerman"), "give one of ‘Roos Akkerman’"),
        (("not-a-name", "kool"), "no name in the base is written 'kool': feitenbank entities"),
        (("not-a-name", "Assen", "--document", "weg.txt"), "no document"),
        (("published", "rapport.txt", "ooit"), "is no date"),
        (("published", "weg.txt", "2020"), "no document"),
        (("alias", "Asn", "Atlantis"), "no entity"),
        (("alias", "Asn", "Emmen"), "no name in the base is written 'Asn'"),
        (("alias", "roos akkerman", "Emmen"), "give one of ‘Roos Akkerman’"),
        (("verdict", "R000", "x"), "nothing in reconciliations"),
        (("verdict", "f000", "x"), "is no id"),
        (("verdict", "R000", " "), "say in words"),
    ],
)
def test_decisions_about_nothing_are_refused(
    base: Path, arguments: tuple[str, ...], message: str
) -> None:
    result = feitenbank("review", "decide", *arguments, base=base)
    assert result.exit_code == 2
    assert message in result.stderr
    assert rows("review", "decided", base=base) == []


# ── check, export, evaluate ───────────────────────────────────────────────────────────────────


def test_check(base: Path) -> None:
    assert feitenbank("check", base=base).stdout == "All is well.\n"
    db = sqlite3.connect(base)
    db.execute("UPDATE mentions SET start = start + 1")
    db.commit()
    result = feitenbank("check", "--json", base=base)
    assert result.exit_code == 1
    assert {problem["code"] for problem in json.loads(result.stdout)} == {"surface"}


def test_export(base: Path, tmp_path: Path) -> None:
    result = feitenbank("export", tmp_path / "uit", "--format", "csv", "--json", base=base)
    assert result.exit_code == 0
    assert json.loads(result.stdout)["rows"]["figures"] == 2
    assert sorted(path.name for path in (tmp_path / "uit").iterdir()) == ["csv"]
    assert feitenbank("export", tmp_path, "--format", "xls", base=base).exit_code == 2


GOLD = {
    "rapport.txt": {
        "published": "2021",
        "figures": [["Assen", "jeugd", "percent", 9.4, 9.4, "2020"]],
        "entities": [["party", "D66|Democraten 66"], ["person", "Piet Onbekend"]],
        "roles": [
            ["Roos Akkerman", "wethouder", "D66", "Assen"],
            ["R. Akkerman|Roos Akkerman", "bestuurder|wethouder", "", ""],
            ["R. Akkerman|Akkermans", "wethouder", "", ""],
        ],
        "never": ["0592"],
    },
    "wachttijden.txt": {
        "published": "2021-03-04",
        "figures": [
            ["Assen|Emmen", "jeugdhulp", "percent", 12, 13, "2019/2020"],
            ["Assen", "wachttijd", "week", 6, 6, None],
        ],
    },
    "verdicts": [
        ["Assen", "jeugdzorg", "percent", "2020", "contested|range", "twee getallen"],
        ["Emmen|Assen", "huur|jeugdhulp|jeugdzorg", "percent", "2020", "contested|range", "zelfde"],
        ["Emmen", "jeugdzorg", "percent", "2020", "contested|range", "van Emmen is er niets"],
    ],
}


def test_evaluate_expected(base: Path, tmp_path: Path) -> None:
    gold = tmp_path / "gold.json"
    gold.write_text(json.dumps(GOLD), encoding="utf-8")
    found = json.loads(feitenbank("evaluate", gold, "--json", base=base).stdout)["measures"]
    counts = {name: (each["right"], each["of"]) for name, each in found.items()}
    assert counts == {
        "documents": (2, 2),
        "published": (1, 2),
        "figures.value": (2, 3),
        "figures.place": (2, 3),
        "figures.period": (2, 3),
        "figures.indicator": (2, 3),
        "figures.all": (2, 3),
        "figures.precision": (2, 2),
        "figures.never": (1, 1),
        "entities": (1, 2),
        "roles": (2, 3),
        "verdicts": (2, 3),
    }
    shown = feitenbank("evaluate", gold, "--misses", base=base).stdout
    assert "rapport.txt: person Piet Onbekend" in shown


@pytest.mark.parametrize(("floor", "code"), [(0.5, 0), (0.67, 1)])
def test_floors(base: Path, tmp_path: Path, floor: float, code: int) -> None:
    gold, floors = tmp_path / "gold.json", tmp_path / "floors.json"
    gold.write_text(json.dumps(GOLD), encoding="utf-8")
    floors.write_text(json.dumps({"figures.all": floor}), encoding="utf-8")
    result = feitenbank("evaluate", gold, "--floors", floors, base=base)
    assert result.exit_code == code
    assert ("below its floor" in result.stderr) == bool(code)


def test_floor_for_nothing(base: Path, tmp_path: Path) -> None:
    gold, floors = tmp_path / "gold.json", tmp_path / "floors.json"
    gold.write_text(json.dumps(GOLD), encoding="utf-8")
    floors.write_text('{"figures.alles": 0.5}', encoding="utf-8")
    result = feitenbank("evaluate", gold, "--floors", floors, base=base)
    assert result.exit_code == 2
    assert "no measure figures.alles" in result.stderr


def test_evaluate_spans(base: Path, tmp_path: Path) -> None:
    text = scalar(base, "SELECT text FROM documents WHERE path LIKE 'nieuws%'")

    def span(surface: str, **more: object) -> dict[str, object]:
        start = text.index(surface)
        where = {"start": start, "end": start + len(surface)}
        return {"doc": "wachttijden.txt", "surface": surface, **where, **more}

    gold = {
        "quantities": [
            span("12 procent", value=12, unit="percent", hedge="about"),
            span("123456", value=1, furniture=True),
        ],
        "dates": [span("in 2020", edtf="2020-01-01/2020-12-31")],
        "entities": [
            span("Assen", type="municipality", canonical="Assen"),
            span("café", type="organisation"),
        ],
    }
    path = tmp_path / "spans.json"
    path.write_text(json.dumps(gold), encoding="utf-8")
    found = json.loads(feitenbank("evaluate", path, "--json", base=base).stdout)["measures"]
    counts = {name: (each["right"], each["of"]) for name, each in found.items()}
    assert counts["quantities.recall"] == (1, 1)
    assert counts["quantities.value"] == (1, 1)
    assert counts["quantities.hedge"] == (0, 1)
    assert counts["dates.edtf"] == (1, 1)
    assert counts["entities.recall"] == (1, 2)
    assert counts["entities.precision"] == (1, 3)


@pytest.mark.parametrize(
    ("marked", "precision"),
    [([], (1, 1)), ([("Bilgaard", 10)], (2, 2)), ([("wonen", 32)], (1, 2))],
    ids=["no neighbourhoods in the gold", "one", "another"],
)
def test_neighbourhoods_are_judged_where_annotators_mark_them(
    tmp_path: Path, marked: list[tuple[str, int]], precision: tuple[int, int]
) -> None:
    base, folder = tmp_path / "kennis.db", tmp_path / "stukken"
    folder.mkdir()
    (folder / "wijk.txt").write_text("In de wijk Bilgaard in Leeuwarden wonen 3.000 mensen.\n")
    feitenbank("ingest", folder, base=base)
    spans = [("Leeuwarden", 22, "municipality"), *((*each, "place") for each in marked)]
    gold = {
        "quantities": [],
        "dates": [],
        "entities": [
            {"doc": "wijk.txt", "surface": surface, "start": start, "end": start + len(surface)}
            | {"type": kind, "canonical": surface}
            for surface, start, kind in spans
        ],
    }
    path = tmp_path / "spans.json"
    path.write_text(json.dumps(gold), encoding="utf-8")
    found = json.loads(feitenbank("evaluate", path, "--json", base=base).stdout)["measures"]
    assert (found["entities.precision"]["right"], found["entities.precision"]["of"]) == precision


def test_evaluate_without_anything() -> None:
    result = feitenbank("evaluate")
    assert result.exit_code == 2
    assert "GOLD" in result.stderr


MODEL_GOLD = """\
# slice = plain
1\tWethouder\twethouder\tNOUN\t_\t_\t3\tnsubj\t_\t_
2\tKok\tKok\tPROPN\t_\t_\t1\tappos\t_\tname=U-PERSON
3\tzweeg\tzwijgen\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t_\t_\t3\tpunct\t_\t_
"""


def test_evaluate_model(tmp_path: Path) -> None:
    gold, floors = tmp_path / "gold.conllu", tmp_path / "floors.json"
    gold.write_text(MODEL_GOLD, encoding="utf-8")
    shown = feitenbank("evaluate", gold, "--model")
    assert shown.exit_code == 0
    assert shown.stdout.split()[:2] == ["pos", "lemma"]
    assert "plain" in shown.stdout
    swallowed = feitenbank("evaluate", "--json", "--model", gold)
    measures = json.loads(swallowed.stdout)["measures"]
    assert measures["all.pos"] == measures["plain.pos"]
    floors.write_text('{"all.pos": 0.5, "all.names_f": 1.1}', encoding="utf-8")
    fallen = feitenbank("evaluate", gold, "--floors", floors, "--model")
    assert fallen.exit_code == 1
    assert "all.names_f is" in fallen.stderr
    assert "all.pos" not in fallen.stderr


def test_evaluate_model_that_is_none(tmp_path: Path) -> None:
    result = feitenbank("evaluate", "--model", str(tmp_path / "weg"))
    assert result.exit_code == 2
    assert "no language model at" in result.stderr


@pytest.mark.parametrize("content", ["[]", "{", '{"a.txt": 3}', '{"quantities": [{}]}'])
def test_gold_that_is_none(base: Path, tmp_path: Path, content: str) -> None:
    path = tmp_path / "gold.json"
    path.write_text(content, encoding="utf-8")
    result = feitenbank("evaluate", path, base=base)
    assert result.exit_code == 2
    assert "gold.json" in result.stderr
