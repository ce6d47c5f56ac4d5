"""The command line as a user meets it: real files, real stores, exit codes, messages."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from graph.__main__ import app
from graph.commands.register import COMMANDS, made
from graph.lexicons import ROOT

ARTICLE = """Parliament adopts the water bill
Parliament of Arkania adopted the water bill in its first reading on Saturday by 41 votes to 7. It must
be adopted in a second reading next week. President Ada Holm supports the bill.
"""


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "one.txt").write_text(ARTICLE, encoding="utf-8")
    return folder


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def store(inputs: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "store"
    result = run("build", inputs, "--store", folder, "--published", "2031-03-02")
    assert result.exit_code == 0, result.output
    return folder


def test_extract_prints_one_record_an_article(inputs: Path) -> None:
    result = run("extract", inputs, "--published", "2031-03-02")
    assert result.exit_code == 0
    (record,) = [json.loads(line) for line in result.stdout.splitlines()]
    assert record["article"] == "one"
    assert record["published"] == "2031-03-02"
    by_type = {event["type"]: event for event in record["events"]}
    assert by_type["first-reading"]["votes"] == {"for": 41, "against": 7, "abstain": None}
    assert (by_type["second-reading"]["start"], by_type["second-reading"]["end"]) == (
        "2031-03-03",
        "2031-03-09",
    )
    assert by_type["support"]["participants"] == [{"name": "Ada Holm", "role": "agent"}]


def test_extract_is_the_same_twice_and_knows_no_clock(inputs: Path) -> None:
    assert run("extract", inputs).stdout == run("extract", inputs).stdout


def test_dates(inputs: Path) -> None:
    result = run("dates", inputs, "--published", "2031-03-02")
    (record,) = [json.loads(line) for line in result.stdout.splitlines()]
    text = ARTICLE.split("\n", 1)[1]
    for found in record["expressions"]:
        assert text[found["start"] : found["end"]] == found["text"]
    assert {"text": "next week", "type": "DATE", "value": "2031-W10"}.items() <= record["expressions"][
        1
    ].items()


def test_building_again_reads_only_what_changed(inputs: Path, store: Path) -> None:
    again = run("build", inputs, "--store", store, "--published", "2031-03-02")
    assert again.stdout.startswith("0 read, 1 unchanged, 0 refused")
    (inputs / "two.txt").write_text(
        "Signed\nPresident Ada Holm signed the water bill on Monday.", encoding="utf-8"
    )
    more = run("build", inputs, "--store", store, "--published", "2031-03-02")
    assert more.stdout.startswith("1 read, 1 unchanged, 0 refused")


def test_a_refused_file_is_named_and_the_rest_goes_on(inputs: Path, tmp_path: Path) -> None:
    (inputs / "broken.json").write_text('{"text": ', encoding="utf-8")
    (inputs / "empty.txt").write_text("", encoding="utf-8")
    result = run("build", inputs, "--store", tmp_path / "s")
    assert result.exit_code == 1
    assert "1 read, 0 unchanged, 2 refused" in result.stdout
    assert "broken.json" in result.stderr
    assert "empty.txt" in result.stderr
    assert "Traceback" not in result.output


def test_tables(store: Path) -> None:
    table = run("events", "--store", store)
    assert "First reading of the water bill" in table.stdout
    rows = json.loads(run("events", "--store", store, "--format", "json").stdout)
    assert {"type", "status", "outcome", "bill", "start", "end", "participants", "votes"} <= rows[0].keys()
    named = list(csv.DictReader(io.StringIO(run("actors", "--store", store, "--format", "csv").stdout)))
    assert any(row["name"] == "Ada Holm" for row in named)
    assert "water bill" in run("bills", "--store", store).stdout


def test_choosing_a_bill_by_words(store: Path) -> None:
    assert "First reading" in run("events", "--store", store, "--bill", "water").stdout
    unknown = run("events", "--store", store, "--bill", "cheese")
    assert unknown.exit_code == 2
    assert "0 bills are named 'cheese'" in unknown.output


@pytest.mark.parametrize("format", ["turtle", "trig", "nquads", "jsonld", "graphml", "gexf", "csv"])
def test_exports_are_byte_stable(store: Path, tmp_path: Path, format: str) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    assert run("export", "--store", store, "--format", format, "-o", one).exit_code == 0
    assert run("export", "--store", store, "--format", format, "-o", two).exit_code == 0
    assert one.read_bytes() == two.read_bytes()
    assert one.stat().st_size > 100


@pytest.mark.parametrize(
    ("options", "inside", "outside"),
    [
        (("--bill", "water"), "FirstReading", "skos:ConceptScheme"),
        (("--actor", "Ada Holm"), "Ada Holm", "lp:FirstReading ;"),
        (("--from", "2031-03-01", "--to", "2031-03-02"), "FirstReading", "a lp:SecondReading"),
        (("--as-of", "2031-03-01"), "", "a lp:Claim"),
    ],
)
def test_exports_of_a_part(
    store: Path, tmp_path: Path, options: tuple[str, ...], inside: str, outside: str
) -> None:
    file = tmp_path / "part.ttl"
    result = run("export", "--store", store, "--data-only", *options, "-o", file)
    assert result.exit_code == 0, result.output
    text = file.read_text(encoding="utf-8")
    assert inside in text
    assert outside not in text
    again = run("export", "--store", store, "--data-only", *options, "-o", tmp_path / "again.ttl")
    assert again.exit_code == 0
    assert (tmp_path / "again.ttl").read_bytes() == file.read_bytes()


@pytest.mark.parametrize("format", ["turtle", "trig", "nquads", "jsonld", "graphml", "gexf", "csv"])
def test_a_part_comes_in_every_format(store: Path, tmp_path: Path, format: str) -> None:
    whole, part = tmp_path / "whole", tmp_path / "part"
    assert run("export", "--store", store, "--format", format, "-o", whole).exit_code == 0
    chosen = run("export", "--store", store, "--format", format, "--actor", "Ada Holm", "-o", part)
    assert chosen.exit_code == 0, chosen.output
    assert 100 < part.stat().st_size < whole.stat().st_size


def test_query_answers_and_refuses(store: Path, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.rq", tmp_path / "bad.rq"
    good.write_text("SELECT ?label WHERE { ?e a lp:FirstReading ; rdfs:label ?label }", encoding="utf-8")
    bad.write_text("DROP ALL", encoding="utf-8")
    answer = run("query", good, "--store", store, "--format", "json")
    assert json.loads(answer.stdout)[0]["label"].startswith("First reading of the water bill")
    refused = run("query", bad, "--store", store)
    assert refused.exit_code == 1
    assert "Traceback" not in refused.output


def test_checks(store: Path) -> None:
    shapes = run("check", "shapes", "--store", store)
    assert shapes.exit_code == 0, shapes.output
    coverage = run("check", "coverage", "--store", store)
    assert "findings" in coverage.stderr


@pytest.mark.parametrize(
    "words",
    [("events", "--store", "nowhere"), ("build",), ("extract", "x.txt", "--published", "yesterday")],
)
def test_wrong_use_is_told_without_traceback(words: tuple[str, ...]) -> None:
    result = run(*words)
    assert result.exit_code in (1, 2)
    assert "Traceback" not in result.output


def test_an_output_file_is_whole_or_not_there(inputs: Path, tmp_path: Path) -> None:
    out = tmp_path / "records.jsonl"
    assert run("extract", inputs, "-o", out).exit_code == 0
    assert json.loads(out.read_text(encoding="utf-8"))["article"] == "one"
    assert run("extract", inputs, "-o", tmp_path / "nowhere" / "x").exit_code == 1
    assert not list(tmp_path.glob(".*part"))


@pytest.mark.parametrize("name", COMMANDS)
def test_the_summary_of_a_command_is_how_its_help_begins(name: str) -> None:
    written = " ".join((made(name).help or "").split())
    summary = COMMANDS[name][1]
    assert written.startswith(summary.removesuffix("."))
    assert " ".join(run("--help").stdout.split()).count(summary) == 1


def test_help_and_query_import_nothing_heavy() -> None:
    script = (
        "import sys\nfrom graph.__main__ import app\n"
        "try: app(sys.argv[1:])\nfinally: print(*sorted(sys.modules), file=sys.stderr)"
    )
    for words in (["--help"], ["query", "--help"], ["query", "none.rq"]):
        done = subprocess.run(
            [sys.executable, "-c", script, *words], cwd=ROOT, capture_output=True, text=True
        )
        loaded = {name.split(".")[0] for name in done.stderr.split()}
        assert "typer" in loaded
        assert (
            loaded & {"spacy", "pandas", "networkx", "rdflib", "streamlit", "numpy", "rich", "lxml"} == set()
        )
    assert "pyoxigraph" not in loaded  # the process that answers has it


def test_a_misspelt_command_is_told_with_the_one_that_was_meant() -> None:
    result = run("exprt")
    assert result.exit_code == 2
    assert "Did you mean 'export'?" in result.stderr
