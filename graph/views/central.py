"""Who stands out, and who belongs together: centralities and communities in the graph of relations.

Only what took place or is taking place joins two nodes, unless more is asked for: who is in the middle of
nothing but promises is in the middle of nothing yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

import networkx as nx

from graph.terms import Factuality

EXACT = 300
"""Nodes up to which all ways are counted; some 4,000 edges take a second."""
SAMPLED = 100
"""Nodes from which ways are counted in larger graphs (Brandes and Pich 2007), always the same."""
_SEED = 5


@dataclass(frozen=True, slots=True)
class Central:
    """How an actor, bill or event stands among the others.

    Attributes:
        node: its identifier.
        label, kind: as the node has them.
        links: how many others it is joined to.
        between: share of the shortest ways between others that lead over it, 0 to 1.
        group: number of its community, 1 the largest.
    """

    node: str
    label: str
    kind: str
    links: int
    between: float
    group: int


def joined(graph: nx.MultiDiGraph[str], *, ahead: bool = False) -> nx.Graph[str]:
    """Return what is joined, without directions; an edge's `weight` is how often articles tell it.

    Args:
        graph: made by `graph.views.linked.multigraph`.
        ahead: whether events and positions count that have not taken place: scheduled, expected, promised,
            required, conditional, possible, cancelled, denied or unknown.
    """
    found: nx.Graph[str] = nx.Graph()
    for source, target, said in sorted(graph.edges(data=True), key=lambda edge: (edge[0], edge[1])):
        statuses = [said["status"], *(graph.nodes[end].get("status") for end in (source, target))]
        if ahead or all(Factuality(status).is_fact for status in statuses if status):
            weight = found.get_edge_data(source, target, {"weight": 0})["weight"]
            found.add_edge(source, target, weight=weight + said["articles"])
    return found


def central(graph: nx.MultiDiGraph[str], *, ahead: bool = False) -> list[Central]:
    """Return everything that is joined to anything, what most ways lead over first.

    Communities maximise modularity (Louvain); the same graph gives the same ones. Arguments are those of
    `joined`.
    """
    named = joined(graph, ahead=ahead)
    names = sorted(named)
    # numbers instead of names: the order in a set of names changes from run to run
    numbers = {name: number for number, name in enumerate(names)}
    edges = list[tuple[int, int, int]]()
    for (a, b), weight in nx.get_edge_attributes(named, "weight").items():
        first, second = sorted((numbers[a], numbers[b]))
        edges.append((first, second, weight))
    ordered: nx.Graph[int] = nx.Graph()
    ordered.add_nodes_from(range(len(names)))
    ordered.add_weighted_edges_from(sorted(edges))
    between = nx.betweenness_centrality(ordered, k=None if len(names) <= EXACT else SAMPLED, seed=_SEED)
    groups = _groups(ordered)
    found = [
        Central(
            name,
            graph.nodes[name]["label"],
            graph.nodes[name]["kind"],
            ordered.degree(number),
            round(between[number], 4),
            groups[number],
        )
        for number, name in enumerate(names)
    ]
    return sorted(found, key=lambda one: (-one.between, -one.links, one.label.casefold(), one.node))


def _groups(graph: nx.Graph[int]) -> dict[int, int]:
    """Return the community of each node, the largest first."""
    if not graph:
        return {}
    found = nx.community.louvain_communities(graph, weight="weight", seed=_SEED)
    ranked = sorted(map(sorted, found), key=lambda nodes: (-len(nodes), nodes))
    return dict(chain.from_iterable(((node, n) for node in nodes) for n, nodes in enumerate(ranked, 1)))
