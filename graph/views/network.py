"""Relations: the store as a networkx graph, the neighbours of one node, and paths between two.

Nodes are actors, bills and events; edges carry a role, a stance or a link between events, with its status,
the number of articles that tell it and the claim behind it. Promised and planned events are edges too, and
say so.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

import networkx as nx

from graph.model import Position
from graph.terms import Factuality
from graph.views.library import Library
from graph.wording import ROLE_WORDS, STANCE_WORDS, beside

_SHOWN = 60
"""Nodes that one picture can hold and still be read (measured in the drawing's own tests)."""


def multigraph(shelf: Library) -> nx.MultiDiGraph[str]:
    """Return everything as a directed multigraph.

    Node attributes: `label`, `kind` ("person" …, "bill", "event"), and for events `status`, `type`, `start`,
    `end`. Edge attributes: `label` (role, stance or link in plain words), `status`, `articles`.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for identity in sorted(shelf.actors):
        graph.add_node(identity, label=shelf.name(identity), kind=shelf.kind(identity).value)
    for identity in sorted(shelf.bills):
        graph.add_node(identity, label=shelf.name(identity), kind="bill")
    for identity, assessment in sorted(shelf.assessments.items()):
        window = assessment.window
        graph.add_node(
            identity,
            label=assessment.label,
            kind="event",
            type=assessment.type.value,
            status=assessment.status.value,
            start=window.start.isoformat() if window.start else "",
            end=window.end.isoformat() if window.end else "",
        )
    for source, target, label, status, articles in _edges(shelf):
        graph.add_edge(source, target, key=label, label=label, status=status.value, articles=articles)
    return graph


def _edges(shelf: Library) -> Iterator[tuple[str, str, str, Factuality, int]]:
    """Yield (source, target, words, status, articles) of every link, in a fixed order."""
    for event, assessment in sorted(shelf.assessments.items()):
        tellings = Counter((p.actor, p.role) for telling in shelf.events[event] for p in telling.participants)
        for (actor, role), articles in sorted(tellings.items()):
            yield actor, event, ROLE_WORDS[role], assessment.status, articles
        bill = shelf.bill_of(event)
        if bill is not None:
            yield (
                event,
                bill,
                "is a step of" if assessment.type.is_stage else "is about",
                assessment.status,
                len(shelf.articles_of(event)),
            )
        for earlier in assessment.follows:
            if earlier in shelf.assessments:
                yield event, earlier, "follows", assessment.status, 1
    stances = defaultdict[tuple[str, str, str], list[Factuality]](list)
    for bill in sorted(shelf.bills):
        for telling in shelf.positions.get(bill, ()):
            position = telling.said
            assert isinstance(position, Position)
            stances[position.holder, bill, STANCE_WORDS[position.stance]].append(position.factuality)
    for (holder, bill, words), found in sorted(stances.items()):
        yield holder, bill, words, found[0], len(found)


def _simple(graph: nx.MultiDiGraph[str]) -> nx.Graph[str]:
    return nx.Graph(graph.to_undirected(as_view=True))


def link_id(source: str, label: str, target: str) -> str:
    """Return the identifier of a link, as drawings and addresses use it."""
    return f"{source}|{label}|{target}"


def ends_of(link: str) -> tuple[str, str, str] | None:
    """Return source, label and target of a link's identifier; None where it is none."""
    parts = link.split("|")
    return (parts[0], parts[1], parts[2]) if len(parts) == 3 else None


def neighbourhood(
    graph: nx.MultiDiGraph[str], focus: str, *, expanded: frozenset[str] = frozenset(), most: int = _SHOWN
) -> dict[str, Any]:
    """Return the focus, its neighbours and those of the expanded nodes, as the relations drawing takes them.

    Args:
        graph: made by `multigraph`.
        focus: a node of it.
        expanded: further nodes whose neighbours are wanted.
        most: nodes at most; those with most links stay, and the rest is counted as hidden.

    Raises:
        KeyError: the focus is no node.
    """
    if focus not in graph:
        raise KeyError(focus)
    near = dict[str, int]()
    for centre in (focus, *sorted(expanded & set(graph))):
        near.setdefault(centre, -1)
        for other in sorted({*graph.successors(centre), *graph.predecessors(centre)}):
            near.setdefault(other, 0)
    ranked = sorted(near, key=lambda n: (near[n], -graph.degree(n), n))
    shown = set(ranked[:most])
    nodes = [
        {
            "id": node,
            "label": _called(graph, node, focus),
            "kind": graph.nodes[node]["kind"],
            "degree": len({*graph.successors(node), *graph.predecessors(node)}),
            **({"status": graph.nodes[node]["status"]} if "status" in graph.nodes[node] else {}),
        }
        for node in ranked
        if node in shown
    ]
    edges = [
        {
            "source": a,
            "target": b,
            "label": found["label"],
            "status": found["status"],
            "count": found["articles"],
            "id": link_id(a, found["label"], b),
        }
        for node in ranked[:most]
        for a, b, found in graph.out_edges(node, data=True)
        if b in shown
        and (a in _centres(focus, expanded) or b in _centres(focus, expanded) or found["label"] == "follows")
    ]
    return {"focus": focus, "nodes": nodes, "edges": edges, "hidden": len(ranked) - len(shown)}


def _called(graph: nx.MultiDiGraph[str], node: str, focus: str) -> str:
    """Return the label of a node; around a bill, its events do without the bill's name."""
    label: str = graph.nodes[node]["label"]
    around_bill = graph.nodes[focus]["kind"] == "bill" and graph.nodes[node]["kind"] == "event"
    return beside(label, graph.nodes[focus]["label"]) if around_bill else label


def _centres(focus: str, expanded: frozenset[str]) -> frozenset[str]:
    return expanded | {focus}


def shortest_path(graph: nx.MultiDiGraph[str], start: str, goal: str) -> list[str]:
    """Return the nodes of a shortest path, first and last included; empty where none joins them."""
    if start not in graph or goal not in graph:
        return []
    try:
        return list(nx.bidirectional_shortest_path(_simple(graph), start, goal))
    except nx.NetworkXNoPath:
        return []


def path_payload(graph: nx.MultiDiGraph[str], path: list[str]) -> dict[str, Any]:
    """Return a path as the relations drawing takes it."""
    shown = neighbourhood(graph, path[0], expanded=frozenset(path))
    on_path = set(path)
    edges = [e for e in shown["edges"] if e["source"] in on_path and e["target"] in on_path]
    nodes = [n for n in shown["nodes"] if n["id"] in on_path]
    return {"focus": path[0], "nodes": nodes, "edges": edges, "hidden": 0}
