"""Tables that spreadsheets and pandas read, and that run nothing."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given

from graph.errors import ExportError
from graph.model import Collection
from graph.rdf.csvfiles import csv_bytes, write_table, write_tables, zip_bytes
from graph.rdf.tables import COLUMNS, tables
from tests import strategies
from tests.rdf import accounts, rich


def test_an_event_is_one_row_with_everything_about_it() -> None:
    rows = {row["type"]: row for row in tables(accounts.collection())["events"]}
    assert len(rows) == 4
    passage = rows["passage"]
    assert passage["status"] == "happened"
    assert passage["bill_name"] == "Water Bill"
    assert passage["agents"] == ["Senate of Arkania"]
    assert (passage["votes_for"], passage["votes_against"], passage["votes_abstain"]) == (41, 7, None)
    assert str(passage["start"]) == str(passage["end"]) == "2031-03-03"
    assert passage["claims"] == 2
    assert passage["articles"] == ["arkania-water"]


@strategies.calm
@given(strategies.collections())
def test_every_table_has_its_columns_and_one_row_a_record(found: Collection) -> None:
    made = tables(found)
    assert list(made) == list(COLUMNS)
    for name, rows in made.items():
        assert all(set(row) == set(COLUMNS[name]) for row in rows)
        read = list(csv.reader(io.StringIO(csv_bytes(rows, COLUMNS[name]).decode(), newline="")))
        assert len(read) == len(rows) + 1
        assert all(len(row) == len(COLUMNS[name]) for row in read)
        assert not any(cell[:1] in set("=+@＝＋－＠\t\r\n") for row in read for cell in row)
    assert len(made["claims"]) == sum(len(account.claims) for account in found.accounts)
    ids = [row["id"] for row in made["events"]]
    assert sorted(ids) == sorted({event.id for account in found.accounts for event in account.events})


@pytest.mark.parametrize("text", ["=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)", "\t=1", "＝1"])
def test_no_text_is_a_formula_and_numbers_stay_numbers(text: str) -> None:
    read = list(csv.reader(io.StringIO(csv_bytes([{"a": text, "b": -2}], ["a", "b"]).decode())))
    assert read[1] == [f"'{text}", "-2"]


def test_the_order_of_the_articles_does_not_matter() -> None:
    both = Collection((rich.rich(), accounts.water()), rich.collection().assessments)
    turned = replace(both, accounts=both.accounts[::-1], assessments=both.assessments[::-1])
    assert zip_bytes(tables(both), COLUMNS) == zip_bytes(tables(turned), COLUMNS)


def test_pandas_reads_the_files(tmp_path: Path) -> None:
    made = tables(rich.collection())
    write_table(made["events"], COLUMNS["events"], tmp_path / "events.csv")
    frame = pd.read_csv(tmp_path / "events.csv")
    assert list(frame.columns) == list(COLUMNS["events"])
    assert len(frame) == 16
    write_tables(made, COLUMNS, tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        assert archive.namelist() == sorted(f"{name}.csv" for name in COLUMNS)
        assert len(pd.read_csv(archive.open("claims.csv"))) == 17


def test_a_missing_folder_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="cannot write here"):
        write_table([], ["a"], tmp_path / "nowhere" / "x.csv")
