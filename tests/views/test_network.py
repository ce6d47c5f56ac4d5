"""Relations as a graph: what joins what, neighbours, and ways."""

from __future__ import annotations

import itertools

import pytest

from graph.terms import EventType
from graph.views.library import Library
from graph.views.linked import multigraph
from graph.views.network import ends_of, link_id, neighbourhood, path_payload, shortest_path
from tests.views.conftest import event_of


def named(shelf: Library, name: str) -> str:
    (found,) = [one for one in (*shelf.actors, *shelf.bills) if shelf.name(one) == name]
    return found


def test_nodes_are_actors_bills_and_events_with_their_status(water: Library) -> None:
    graph = multigraph(water)
    assert set(graph) == {*water.actors, *water.bills, *water.assessments}
    assert graph.nodes[event_of(water, EventType.ASSENT)]["status"] == "promised"
    assert graph.nodes[named(water, "Water Bill")]["kind"] == "bill"


def test_edges_say_role_stance_and_order(water: Library) -> None:
    said = {(water.name(a), label, water.name(b)) for a, b, label in multigraph(water).edges(keys=True)}
    assert said == {
        ("Senate of Arkania", "acts in", "passage of the Water Bill"),
        ("Ona Vey", "acts in", "introduction of the Water Bill"),
        ("Ilmar Tosk", "acts in", "promise of the Water Bill"),
        ("Ilmar Tosk", "acts in", "assent of the Water Bill"),
        ("passage of the Water Bill", "is a step of", "Water Bill"),
        ("introduction of the Water Bill", "is a step of", "Water Bill"),
        ("promise of the Water Bill", "is about", "Water Bill"),
        ("assent of the Water Bill", "is a step of", "Water Bill"),
        ("assent of the Water Bill", "follows", "passage of the Water Bill"),
        ("Farmers' League", "opposes", "Water Bill"),
    }


def test_the_neighbourhood_is_the_focus_and_what_it_is_linked_to(water: Library) -> None:
    graph, bill = multigraph(water), named(water, "Water Bill")
    shown = neighbourhood(graph, bill)
    assert shown["nodes"][0]["id"] == bill
    assert {node["id"] for node in shown["nodes"]} == {bill, *graph.predecessors(bill)}
    assert shown["hidden"] == 0
    ends = {node["id"] for node in shown["nodes"]}
    assert all({edge["source"], edge["target"]} <= ends for edge in shown["edges"])


def test_around_a_bill_its_events_do_without_its_name(water: Library) -> None:
    graph, bill = multigraph(water), named(water, "Water Bill")
    labels = {node["id"]: node["label"] for node in neighbourhood(graph, bill)["nodes"]}
    passage = event_of(water, EventType.PASSAGE)
    assert labels[passage] == "passage"
    around = neighbourhood(graph, named(water, "Senate of Arkania"))["nodes"]
    assert {node["label"] for node in around} == {"Senate of Arkania", "passage of the Water Bill"}


def test_an_expanded_node_brings_its_neighbours(water: Library) -> None:
    graph, senate = multigraph(water), named(water, "Senate of Arkania")
    passage = event_of(water, EventType.PASSAGE)
    near = {node["id"] for node in neighbourhood(graph, senate)["nodes"]}
    wide = {
        node["id"] for node in neighbourhood(graph, senate, expanded=frozenset((passage, "none")))["nodes"]
    }
    assert near == {senate, passage}
    assert wide == near | set(graph.successors(passage)) | set(graph.predecessors(passage))


def test_never_more_than_asked_for_and_the_rest_is_counted(small_shelf: Library) -> None:
    graph = multigraph(small_shelf)
    focus = max(graph, key=lambda node: len({*graph.successors(node), *graph.predecessors(node)}))
    whole, few = neighbourhood(graph, focus), neighbourhood(graph, focus, most=5)
    assert len(few["nodes"]) == 5
    assert few["hidden"] == len(whole["nodes"]) + whole["hidden"] - 5
    assert few["nodes"][0]["id"] == focus
    assert few == neighbourhood(graph, focus, most=5)


def test_an_unknown_focus_is_refused(water: Library) -> None:
    with pytest.raises(KeyError):
        neighbourhood(multigraph(water), "actor/none")


def test_a_way_goes_along_links(water: Library) -> None:
    graph = multigraph(water)
    start, goal = named(water, "Ona Vey"), named(water, "Farmers' League")
    path = shortest_path(graph, start, goal)
    assert (path[0], path[-1], len(path)) == (start, goal, 4)
    for a, b in itertools.pairwise(path):
        assert graph.has_edge(a, b) or graph.has_edge(b, a)
    shown = path_payload(graph, path)
    assert {node["id"] for node in shown["nodes"]} == set(path)
    assert len(shown["edges"]) >= 3
    assert shown["hidden"] == 0


def test_where_no_way_leads_there_is_none(water: Library) -> None:
    graph = multigraph(water)
    graph.add_node("island", label="Island", kind="person")
    assert shortest_path(graph, "island", named(water, "Ona Vey")) == []
    assert shortest_path(graph, "nowhere", "island") == []


def test_links_have_identifiers_that_can_be_taken_apart() -> None:
    assert ends_of(link_id("a", "acts in", "b")) == ("a", "acts in", "b")
    assert ends_of("a") is None
    assert ends_of("a|b") is None
