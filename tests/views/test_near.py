"""What is read around one node is what the whole graph has there."""

from __future__ import annotations

import itertools
from dataclasses import replace

import networkx as nx
import pytest

from graph.linking.assessment import collect
from graph.model import Collection
from graph.rdf.store import Store
from graph.terms import ActorKind, EventType, Factuality
from graph.views.library import library
from graph.views.linked import multigraph
from graph.views.near import ego, timeline, way
from graph.views.network import shortest_path
from graph.views.timeline import Choice, chosen
from tests.benchmarks.generator import collection
from tests.rdf import accounts, rich
from tests.views.conftest import later


def told_differently() -> Collection:
    """Two articles that call one actor, one stance and one event's bill different things."""
    early, late = accounts.water(), later()
    other = replace(early.bills[0], id="bill/other")
    late = replace(
        late,
        actors=tuple(replace(one, kind=ActorKind.GOVERNMENT) for one in late.actors),
        bills=(*late.bills, other),
        events=tuple(replace(one, bill=other.id) for one in late.events),
        positions=tuple(
            replace(one, id=f"{one.id}-later", factuality=Factuality.POSSIBLE) for one in late.positions
        ),
    )
    whole = accounts.collection()
    return replace(whole, accounts=(late, early), names=whole.names | {other.id: "Other Bill"})


COLLECTIONS = {
    "linked": lambda: collect([accounts.water(), later(), rich.rich()]),
    "told differently": told_differently,
    "generated": lambda: collection(40),
}


@pytest.fixture(params=COLLECTIONS)
def whole(request: pytest.FixtureRequest) -> Collection:
    return COLLECTIONS[request.param]()


def told(graph: nx.MultiDiGraph[str]) -> tuple[dict, dict]:
    edges = {(a, b, key): data for a, b, key, data in graph.edges(keys=True, data=True)}
    return dict(graph.nodes(data=True)), edges


def test_the_graph_of_a_store_is_the_graph_of_its_records(whole: Collection) -> None:
    assert told(multigraph(Store.memory(whole))) == told(multigraph(library(whole)))


def test_around_a_node_stands_what_the_whole_graph_has_there(whole: Collection) -> None:
    store, graph = Store.memory(whole), multigraph(library(whole))
    for focus in sorted(graph)[::3]:
        near = {focus, *graph.successors(focus), *graph.predecessors(focus)}
        nodes, edges = told(graph.subgraph(near))
        around = {
            ends: data
            for ends, data in edges.items()
            if focus in ends[:2] or (ends[2] == "follows" and {*ends[:2]} <= near)
        }
        assert told(ego(store, focus)) == (nodes, around), focus


def test_no_such_node_is_an_error() -> None:
    with pytest.raises(KeyError, match="actor/none"):
        ego(Store.memory(accounts.collection()), "actor/none")


def test_the_way_between_two_is_as_short_as_in_the_whole_graph(whole: Collection) -> None:
    store, graph = Store.memory(whole), multigraph(library(whole))
    nodes = sorted(graph)
    for start, goal in zip(nodes[::5], nodes[::-7], strict=False):
        found = way(store, start, goal)
        assert len(found) == len(shortest_path(graph, start, goal))
        assert all(graph.has_edge(a, b) or graph.has_edge(b, a) for a, b in itertools.pairwise(found))
        assert not found or (found[0], found[-1]) == (start, goal)
    assert way(store, nodes[0], "actor/none") == []
    assert way(store, "actor/none", "actor/none") == []


def test_the_timeline_of_a_bill_has_its_events_in_order() -> None:
    whole = collect([accounts.water(), later(), rich.rich()])
    (bill,) = accounts.water().bills
    shelf = library(whole)
    (identity,) = [one for one in shelf.bills if shelf.name(one) == bill.name]
    found = timeline(Store.memory(whole), identity)
    assert {one.event for one in found} == {one.event for one in chosen(shelf, Choice(bill=identity))}
    assert [one.type for one in found][:2] == [EventType.INTRODUCTION, EventType.PASSAGE]
    assert timeline(Store.memory(whole), "bill/none") == []
