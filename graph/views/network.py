"""Relations as they are drawn: the neighbours of one node of the graph, and paths between two."""

from __future__ import annotations

from typing import Any

import networkx as nx

from graph.wording import beside

_SHOWN = 60
"""Nodes that one picture can hold and still be read (measured in the drawing's own tests)."""


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
        graph: made by `graph.views.linked.multigraph`.
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
