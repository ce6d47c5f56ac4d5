"""Files to take away: all of them, the same twice, and how they begin."""

from __future__ import annotations

import io
import json
import zipfile

import networkx as nx
import pyoxigraph as ox
import pytest

from graph.rdf.export import FORMATS
from graph.rdf.store import Store
from graph.views.exports import DATA_ONLY, EXPORTS, checked, first_lines, made
from tests.rdf import accounts


@pytest.fixture
def store() -> Store:
    return Store.memory(accounts.collection())


@pytest.mark.parametrize("name", EXPORTS)
def test_each_file_is_the_same_twice(store: Store, name: str) -> None:
    again = Store.memory(accounts.collection())
    assert made(store, name) == made(again, name)


def test_files_have_names_of_their_own() -> None:
    assert len({one.file for one in EXPORTS.values()}) == len(EXPORTS)
    assert {*FORMATS, DATA_ONLY, "graphml", "gexf", "csv"} == set(EXPORTS)
    with pytest.raises(KeyError):
        made(Store.memory(), "docx")


def test_turtle_has_the_vocabulary_unless_it_is_left_out(store: Store) -> None:
    whole, data = made(store, "turtle"), made(store, DATA_ONLY)
    assert whole.holds == data.holds
    number = len(list(ox.parse(data.content, format=ox.RdfFormat.TURTLE)))
    assert data.holds == f"{number} triples of data"
    assert len(list(ox.parse(whole.content, format=ox.RdfFormat.TURTLE))) > number


def test_networks_and_tables_hold_what_they_say(store: Store) -> None:
    drawn = made(store, "graphml")
    graph = nx.read_graphml(io.BytesIO(drawn.content))
    assert drawn.holds == f"{len(graph)} nodes and {graph.number_of_edges()} edges"
    zipped = made(store, "csv")
    names = zipfile.ZipFile(io.BytesIO(zipped.content)).namelist()
    assert zipped.holds == f"{len(names)} tables"
    assert "events.csv" in names


@pytest.mark.parametrize("name", EXPORTS)
def test_the_first_lines_are_few_and_short(store: Store, name: str) -> None:
    lines = first_lines(made(store, name).content, name, lines=12, longest=50).split("\n")
    assert 1 < len(lines) <= 24
    assert max(map(len, lines)) <= 51


def test_a_short_file_is_shown_whole() -> None:
    assert first_lines(b"one\ntwo", "turtle") == "one\ntwo"
    assert first_lines(b"a" * 200, "nquads", longest=10) == "a" * 10 + "…"
    assert first_lines("é".encode() * 20_000, "nquads", lines=1, longest=3) == "ééé…"


def test_looking_into_the_tables_names_each(store: Store) -> None:
    shown = first_lines(made(store, "csv").content, "csv")
    assert [line for line in shown.split("\n") if line.startswith("# ")] == [
        f"# {name}.csv" for name in ("actors", "articles", "bills", "claims", "events", "positions")
    ]


def test_jsonld_begins_as_json(store: Store) -> None:
    content = made(store, "jsonld").content
    assert json.loads(content)
    assert content.decode().startswith(first_lines(content, "jsonld", lines=3).removesuffix("\n…"))


def test_good_data_break_no_rule(store: Store) -> None:
    assert checked(store) == ()
