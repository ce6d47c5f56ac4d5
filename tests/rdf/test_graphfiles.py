"""GraphML and GEXF that Gephi can open, whatever the texts hold."""

from __future__ import annotations

import datetime as dt
import io
import os
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from graph.errors import ExportError
from graph.rdf.graphfiles import GRAPH_FORMATS, graph_bytes, write_graph
from tests import strategies
from tests.strategies import texts

READ = {"graphml": nx.read_graphml, "gexf": nx.read_gexf}
values = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-1000, 1000),
    st.floats(allow_nan=False, allow_infinity=False),
    texts,
    st.dates(),
    st.lists(texts, max_size=2),
    st.frozensets(texts, max_size=2),
)
keys = st.sampled_from(
    ["label", "name", "status", "start", "end", "type", "weight_", "id", "kind", "key", "pid"]
)


def small() -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph()
    graph.add_node("b", label="Bill \x00 <b>", first=dt.date(2031, 3, 1), names=("x", "y"), gone=None)
    graph.add_node("a", label="Ona", start="2031", size=3)
    graph.add_edge("a", "b", relation="agent", articles=2)
    graph.add_edge("a", "b", relation="recipient", articles=1)
    return graph


@strategies.calm
@given(
    st.dictionaries(st.sampled_from("abcd"), st.dictionaries(keys, values, max_size=4), min_size=1),
    st.lists(
        st.tuples(st.sampled_from("abcd"), st.sampled_from("abcd"), st.dictionaries(keys, values)), max_size=5
    ),
)
def test_every_graph_is_written_well_formed_and_read_back_whole(
    nodes: dict[str, dict[str, object]], edges: list[tuple[str, str, dict[str, object]]]
) -> None:
    graph = nx.MultiDiGraph()
    for name, attributes in nodes.items():
        graph.add_node(name)
        graph.nodes[name].update(attributes)
    for source, target, attributes in edges:
        key = graph.add_edge(source, target)
        graph.edges[source, target, key].update(attributes)
    for format in GRAPH_FORMATS:
        written = graph_bytes(graph, format)
        etree.fromstring(written)
        found = READ[format](io.BytesIO(written))
        assert set(found.nodes) == set(graph.nodes)
        assert found.number_of_edges() == graph.number_of_edges()


@pytest.mark.parametrize("format", GRAPH_FORMATS)
def test_order_of_insertion_does_not_matter(format: str) -> None:
    turned = nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(small().nodes(data=True))))
    turned.add_edges_from(reversed(list(small().edges(data=True))))
    assert graph_bytes(turned, format) == graph_bytes(small(), format)


def test_hash_seeds_and_days_do_not_matter() -> None:
    code = (
        "import hashlib, time; time.strftime = lambda *_: '1999-01-01';"
        "from tests.rdf.test_graphfiles import *;"
        "print([hashlib.sha256(graph_bytes(small(), f)).hexdigest() for f in GRAPH_FORMATS])"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in "01"
    }
    assert len(said) == 1
    assert "1999" not in graph_bytes(small(), "gexf").decode()


@pytest.mark.parametrize("format", GRAPH_FORMATS)
def test_attributes_keep_their_values(format: str, tmp_path: Path) -> None:
    write_graph(small(), format, tmp_path / "file")
    found = READ[format](tmp_path / "file")
    assert found.nodes["b"]["label"] == "Bill \ufffd <b>"
    assert found.nodes["b"]["first"] == "2031-03-01"
    assert found.nodes["b"]["names"] == "x; y"
    assert "gone" not in found.nodes["b"]
    assert found.nodes["a"]["size"] == 3
    assert found.nodes["a"]["start_" if format == "gexf" else "start"] == "2031"
    assert sorted(edge["relation"] for _, _, edge in found.edges(data=True)) == ["agent", "recipient"]


def test_another_format_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="no graph format"):
        write_graph(small(), "dot", tmp_path / "file")
