"""Relations and times straight from the store: what is around one node, without reading everything else.

Nodes and edges are those of `graph.views.linked.multigraph`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from graph.model import Assessment
from graph.rdf.links import Links
from graph.rdf.store import Store
from graph.views.linked import add_event, add_links, add_named

if TYPE_CHECKING:
    import networkx as nx

Ends = Mapping[str, str | None]


def timeline(store: Store, bill: str) -> list[Assessment]:
    """Return the assessed events of a bill in the order of time, those without any date last.

    Unlike the page, it knows no events that are told beside the bill without being its own.
    """
    return sorted(Links(store.oxigraph).events_of(bill), key=_when)


def _when(assessment: Assessment) -> tuple[str, str]:
    day = assessment.window.start or assessment.window.end
    return day.isoformat() if day else "9", assessment.label


def ego(store: Store, focus: str) -> nx.MultiDiGraph[str]:
    """Return one actor, bill or event with all that it is linked to, and the order of the events in it.

    Raises:
        KeyError: the store has no such node.
    """
    import networkx as nx

    links = Links(store.oxigraph)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    _add_node(graph, focus, links)
    if focus not in graph:
        raise KeyError(focus)
    found = list(links.around(focus))
    for identity in {end for link in found for end in (link.source, link.target)}:
        _add_node(graph, identity, links)
    add_links(graph, found)
    events = [identity for identity in graph if links.assessment(identity) is not None]
    add_links(graph, links.between(events))
    return graph


def way(store: Store, start: str, goal: str) -> list[str]:
    """Return the nodes of a shortest way between two, both included; empty where none joins them.

    It is looked for from both ends at once, one ring of neighbours after the other.
    """
    links = Links(store.oxigraph)
    back: tuple[dict[str, str | None], dict[str, str | None]] = ({start: None}, {goal: None})
    rims = [[start], [goal]]
    if start == goal:
        return [start] if _exists(links, start) else []
    while all(rims):
        side = 0 if len(rims[0]) <= len(rims[1]) else 1
        rim = list[str]()
        for centre in rims[side]:
            for other in sorted(_neighbours(links, centre)):
                if other not in back[side]:
                    back[side][other] = centre
                    rim.append(other)
                if other in back[1 - side]:
                    return _walk(back[0], other)[::-1] + _walk(back[1], other)[1:]
        rims[side] = rim
    return []


def _exists(links: Links, identity: str) -> bool:
    return links.assessment(identity) is not None or links.name(identity) is not None


def _neighbours(links: Links, centre: str) -> set[str]:
    return {link.target if link.source == centre else link.source for link in links.around(centre)}


def _walk(back: Ends, end: str) -> list[str]:
    """Return the nodes from an end back to where the search began."""
    found = [end]
    while (before := back[found[-1]]) is not None:
        found.append(before)
    return found


def _add_node(graph: nx.MultiDiGraph[str], identity: str, links: Links) -> None:
    assessment = links.assessment(identity)
    if assessment is not None:
        add_event(graph, assessment)
    elif (name := links.name(identity)) is not None:
        add_named(
            graph, identity, name, links.actor_kind(identity) if identity.startswith("actor/") else None
        )
