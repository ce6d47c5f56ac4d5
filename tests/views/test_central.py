"""Who stands out and who belongs together; what has not taken place counts only when asked for."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest
from typer.testing import CliRunner

from graph.__main__ import app
from graph.lexicons import ROOT
from graph.rdf.store import Store
from graph.terms import AHEAD, EventType, Factuality
from graph.views import central as views
from graph.views.central import central, joined
from graph.views.library import Library, library
from graph.views.linked import multigraph
from tests.benchmarks.generator import collection
from tests.views.conftest import event_of


def test_a_promised_event_joins_nobody(water: Library) -> None:
    graph, promised = multigraph(water), event_of(water, EventType.ASSENT)
    assert graph.nodes[promised]["status"] == "promised"
    assert promised not in joined(graph)
    assert promised in joined(graph, ahead=True)
    assert promised not in {one.node for one in central(graph)}


@pytest.mark.parametrize(
    "status", [*sorted(AHEAD), Factuality.CANCELLED, Factuality.DENIED, Factuality.UNKNOWN]
)
def test_nothing_but_what_takes_place_counts_unasked(status: Factuality) -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node("actor/a", label="A", kind="person")
    graph.add_node("event/e", label="E", kind="event", status=status.value, type="assent")
    graph.add_node("bill/b", label="B", kind="bill")
    graph.add_edge("actor/a", "event/e", status=status.value, articles=2)
    graph.add_edge("event/e", "bill/b", status=status.value, articles=2)
    assert central(graph) == []
    middle, *_ = central(graph, ahead=True)
    assert (middle.node, middle.links, middle.between, middle.group) == ("event/e", 2, 1.0, 1)


def test_a_step_towards_what_is_only_promised_does_not_join_it() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node("event/done", label="D", kind="event", status="happened", type="passage")
    graph.add_node("event/promised", label="P", kind="event", status="promised", type="assent")
    graph.add_edge("event/done", "event/promised", status="happened", articles=1)
    assert list(joined(graph)) == []


def test_two_circles_that_one_person_joins_are_two_groups() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for name in "abcdefg":
        graph.add_node(name, label=name.upper(), kind="person")
    for circle in ("abcd", "efgd"):
        for one in circle:
            for other in circle:
                if one < other:
                    graph.add_edge(one, other, status="happened", articles=1)
    found = {one.node: one for one in central(graph)}
    assert next(iter(found)) == "d"
    assert found["a"].group == found["b"].group == found["c"].group != found["e"].group
    assert found["e"].group == found["f"].group == found["g"].group


def test_large_graphs_are_sampled_and_small_ones_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = multigraph(library(collection(12)))
    exact = central(graph)
    monkeypatch.setattr(views, "EXACT", 10)
    monkeypatch.setattr(views, "SAMPLED", 5)
    sampled = central(graph)
    assert {one.node for one in sampled} == {one.node for one in exact}
    assert sampled != exact
    assert sampled == central(graph)


def test_the_same_graph_gives_the_same_groups_under_any_hash_seed() -> None:
    script = (
        "from tests.benchmarks.generator import collection\n"
        "from graph.views.central import central\nfrom graph.views.library import library\n"
        "from graph.views.linked import multigraph\n"
        "print(central(multigraph(library(collection(12))), ahead=True))"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=ROOT,
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


def test_the_command_counts_promises_only_when_asked(tmp_path: Path, water: Library) -> None:
    Store.build(tmp_path / "store", water.collection).close()

    def rows(*more: str) -> list[dict[str, object]]:
        words = ["network", "--store", str(tmp_path / "store"), "--format", "json", *more]
        result = CliRunner().invoke(app, words)
        assert result.exit_code == 0, result.output
        found: list[dict[str, object]] = json.loads(result.stdout)
        return found

    assert {"name": "Ilmar Tosk", "kind": "person"}.items() <= rows("--ahead")[1].items()
    links = {one["name"]: one["links"] for one in rows()}
    assert links["Ilmar Tosk"] == 1  # the promise was made, the assent was not given
    assert {one["name"]: one["links"] for one in rows("--ahead")}["Ilmar Tosk"] == 2
