"""Relations and times straight from the store: what is around one node, without reading everything else.

`graph.views.network.multigraph` makes the same graph of records that are there already.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from graph.model import Assessment
from graph.rdf.links import Link, Links
from graph.rdf.store import Store
from graph.terms import ActorKind, Role, Stance
from graph.wording import ROLE_WORDS, STANCE_WORDS

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


def projection(store: Store) -> nx.MultiDiGraph[str]:
    """Return everything as the directed multigraph that `graph.views.network.multigraph` describes."""
    import networkx as nx

    links = Links(store.oxigraph)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    names, kinds = links.names(), links.actors()
    for actor in sorted(kinds):
        _add(graph, actor, names.get(actor), kinds[actor])
    for bill in sorted(links.bills()):
        _add(graph, bill, names.get(bill), None)
    for _, assessment in sorted(links.assessments().items()):
        _add_event(graph, assessment)
    _link(graph, links.everything(), links)
    return graph


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
    _link(graph, found, links)
    events = [identity for identity in graph if links.assessment(identity) is not None]
    _link(graph, links.between(events), links)
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
        _add_event(graph, assessment)
    elif (name := links.name(identity)) is not None:
        _add(graph, identity, name, links.actor_kind(identity) if identity.startswith("actor/") else None)


def _add(graph: nx.MultiDiGraph[str], identity: str, name: str | None, kind: ActorKind | None) -> None:
    graph.add_node(identity, label=name or identity, kind=kind.value if kind else "bill")


def _add_event(graph: nx.MultiDiGraph[str], assessment: Assessment) -> None:
    window = assessment.window
    graph.add_node(
        assessment.event,
        label=assessment.label,
        kind="event",
        type=assessment.type.value,
        status=assessment.status.value,
        start=window.start.isoformat() if window.start else "",
        end=window.end.isoformat() if window.end else "",
    )


def _link(graph: nx.MultiDiGraph[str], found: Iterable[Link], links: Links) -> None:
    for link in found:
        words = _words(link, links)
        graph.add_edge(
            link.source, link.target, key=words, label=words, status=link.status.value, articles=link.articles
        )


def _words(link: Link, links: Links) -> str:
    if isinstance(link.kind, Role):
        return ROLE_WORDS[link.kind]
    if isinstance(link.kind, Stance):
        return STANCE_WORDS[link.kind]
    if link.kind == "follows":
        return "follows"
    event = links.assessment(link.source)
    return "is a step of" if event is not None and event.type.is_stage else "is about"
