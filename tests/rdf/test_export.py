"""Exports: the same bytes from the same content, read alike by other people's tools."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import given
from pyld import jsonld
from rdflib import Dataset, Graph

from graph.errors import ExportError
from graph.model import Collection
from graph.rdf.export import FORMATS, export, exported
from graph.rdf.mapping import collection_in_order, read_collection
from graph.rdf.ontology import PATH, vocabulary
from graph.rdf.store import Store
from graph.rdf.terms import VOCABULARY
from tests import strategies
from tests.rdf import accounts, rich
from tests.rdf.accounts import WATER, water

BOTH = Collection(
    (rich.rich(), water()),
    (*rich.collection().assessments, *accounts.collection().assessments),
    {**rich.collection().names, **accounts.collection().names},
)
GRAPHS = [name for name, one in FORMATS.items() if one.graphs]


@pytest.mark.parametrize("format", FORMATS)
def test_store_and_collection_in_any_order_give_the_same_bytes(format: str, tmp_path: Path) -> None:
    turned = Collection(BOTH.accounts[::-1], BOTH.assessments[::-1], dict(reversed(BOTH.names.items())))
    with Store.build(tmp_path / "store", turned) as store:
        assert exported(store, format) == exported(BOTH, format)
    with Store.open(tmp_path / "other", create=True) as store:
        store.replace(water())
        store.replace_assessments(BOTH)
        store.replace(rich.rich())
        assert exported(store, format) == exported(BOTH, format)


def test_four_hash_seeds_give_the_same_bytes() -> None:
    code = (
        "import hashlib; from tests.rdf.test_export import BOTH, FORMATS, exported;"
        "print([hashlib.sha256(exported(BOTH, f, vocabulary=True)[0]).hexdigest() for f in FORMATS])"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in range(4)
    }
    assert len(said) == 1


@strategies.calm
@given(strategies.collections())
def test_hostile_content_comes_back_from_every_format_that_keeps_graphs(found: Collection) -> None:
    for format in GRAPHS:
        written, count = exported(found, format)
        quads = list(ox.parse(written, format=FORMATS[format].rdf))
        assert len(quads) == count
        assert read_collection(quads) == collection_in_order(found), format


@pytest.mark.parametrize("format", GRAPHS)
def test_the_vocabulary_is_a_graph_of_its_own_where_asked_for(format: str) -> None:
    quads = list(ox.parse(exported(BOTH, format, vocabulary=True)[0], format=FORMATS[format].rdf))
    inside = {ox.Triple(q.subject, q.predicate, q.object) for q in quads if q.graph_name == VOCABULARY}
    assert inside == set(vocabulary())


def test_turtle_is_the_union_with_the_vocabulary_inside_unless_told_not_to() -> None:
    whole, count = exported(BOTH, "turtle")
    data, same = exported(BOTH, "turtle", vocabulary=False)
    quads = {
        ox.Triple(q.subject, q.predicate, q.object)
        for q in ox.parse(exported(BOTH, "nquads")[0], format=ox.RdfFormat.N_QUADS)
    }
    assert count == same == len(quads)
    read = [{q.triple for q in ox.parse(one, format=ox.RdfFormat.TURTLE)} for one in (whole, data)]
    assert read == [quads | set(vocabulary()), quads]
    assert b"event:" in data
    assert b" a lp:" in data


# rdflib 7.6 calls parts of its own Dataset that it has deprecated.
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_rdflib_reads_the_same() -> None:
    turtle, count = exported(BOTH, "turtle", vocabulary=False)
    assert len(Graph().parse(data=turtle, format="turtle")) == count
    reference = Dataset()
    reference.parse(data=exported(BOTH, "nquads")[0], format="nquads")
    for format, name in (("trig", "trig"), ("jsonld", "json-ld")):
        read = Dataset()
        read.parse(data=exported(BOTH, format)[0], format=name)
        assert set(read.quads()) == set(reference.quads()), format


@pytest.mark.skipif(shutil.which("rapper") is None, reason="rapper (raptor2-utils) is not installed")
@pytest.mark.parametrize(("format", "name"), [("turtle", "turtle"), ("trig", "trig"), ("nquads", "nquads")])
def test_rapper_reads_the_same(format: str, name: str, tmp_path: Path) -> None:
    count = export(BOTH, format, tmp_path / "file", vocabulary=False)
    said = subprocess.run(
        ["rapper", "-i", name, "-c", str(tmp_path / "file")], capture_output=True, text=True, check=True
    )
    assert f"returned {count} triples" in said.stderr
    assert "arning" not in said.stderr


def test_pyld_reads_the_same_quads_and_comes_back_to_the_same_document() -> None:
    written = exported(BOTH, "jsonld")[0]
    document = json.loads(written)
    quads = jsonld.to_rdf(document, {"format": "application/n-quads"})
    assert set(quads.splitlines()) == {line.decode() for line in exported(BOTH, "nquads")[0].splitlines()}
    compacted = jsonld.compact(jsonld.expand(document), document["@context"])
    assert _by_address(compacted["@graph"]) == _by_address(document["@graph"])


def _by_address(graphs: list[dict[str, Any]]) -> dict[str, dict[str, dict[str, Any]]]:
    return {graph["@id"]: {node["@id"]: node for node in graph["@graph"]} for graph in graphs}


def test_json_has_short_keys_and_plain_values() -> None:
    document = json.loads(exported(BOTH, "jsonld")[0])
    nodes = {node["@id"]: node for graph in document["@graph"] for node in graph["@graph"]}
    assessed = next(
        node
        for graph in document["@graph"]
        if graph["@id"] == "id:assessment"
        for node in graph["@graph"]
        if node["@type" if "@type" in node else "@id"] == "SecondReading"
    )
    assert assessed["status"] == "lpf:scheduled"
    assert assessed["earliestBegin"] == "2031-03-10"
    assert nodes["id:article/arkania-water"]["dcterms:title"] == WATER.title


def test_nothing_of_a_failed_export_stays_and_the_old_file_does(tmp_path: Path) -> None:
    file = tmp_path / "out.ttl"
    file.write_text("old")
    broken = replace(BOTH, accounts=(replace(water(), claims=(replace(water().claims[0], confidence=9),)),))
    with pytest.raises(Exception, match="confidence"):
        export(broken, "turtle", file)
    assert file.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["out.ttl"]
    export(BOTH, "turtle", file)
    assert file.read_bytes() == exported(BOTH, "turtle")[0]
    assert [one.name for one in tmp_path.iterdir()] == ["out.ttl"]


def test_no_such_format_or_folder_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"no RDF format 'word'.*choose one of turtle"):
        export(BOTH, "word", tmp_path / "x")
    with pytest.raises(ExportError, match=r"nowhere.*cannot write here"):
        export(BOTH, "turtle", tmp_path / "nowhere" / "x.ttl")


def test_an_empty_collection_is_an_empty_file_with_prefixes() -> None:
    for format in FORMATS:
        written, count = exported(Collection(), format, vocabulary=False)
        assert count == 0
        assert list(ox.parse(written, format=FORMATS[format].rdf)) == []


def test_the_example_of_the_documentation_stands_in_the_graph() -> None:
    text = (PATH.parent / "README.md").read_text(encoding="utf-8")
    example = text.split("```turtle\n")[1].split("```")[0].encode()
    written = exported(accounts.collection(), "turtle", vocabulary=False)[0]
    prefixes = b"".join(line for line in written.splitlines(keepends=True) if line.startswith(b"@prefix"))
    told = {quad.triple for quad in ox.parse(prefixes + example, format=ox.RdfFormat.TURTLE)}
    assert len(told) > 20
    assert told <= {quad.triple for quad in ox.parse(written, format=ox.RdfFormat.TURTLE)}
