"""The graph of relations in networkx, of a store or of a library: what a node and an edge of it carry.

Nodes are actors, bills and events; edges carry a role, a stance or a link between events, with its status and
the number of articles that tell it. Promised and planned events are edges too, and say so. A store is asked
pattern by pattern, no records are made; a library is asked where it is there anyway, or stops at a day.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Protocol

from graph.model import Assessment, Position
from graph.rdf.links import Link, Links
from graph.rdf.store import Store
from graph.terms import ActorKind, EventType, Factuality, Role, Stance
from graph.views.library import Library
from graph.wording import ROLE_WORDS, STANCE_WORDS

if TYPE_CHECKING:
    import networkx as nx


class Linked(Protocol):
    """Whatever knows who and what is linked to what, by identifier."""

    def actors(self) -> Mapping[str, ActorKind]:
        """Return every actor with its kind."""
        ...

    def bills(self) -> Iterable[str]:
        """Return every bill."""
        ...

    def names(self) -> Mapping[str, str]:
        """Return the preferred names of actors and bills."""
        ...

    def assessments(self) -> Mapping[str, Assessment]:
        """Return what is known of every event."""
        ...

    def everything(self) -> Iterable[Link]:
        """Return every link."""
        ...


def multigraph(source: Store | Library) -> nx.MultiDiGraph[str]:
    """Return everything as a directed multigraph.

    Node attributes: `label`, `kind` ("person" …, "bill", "event"), and for events `status`, `type`, `start`,
    `end`. Edge attributes: `label` (role, stance or link in plain words), `status`, `articles`.
    """
    import networkx as nx

    linked: Linked = Links(source.oxigraph) if isinstance(source, Store) else _Recorded(source)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    names, kinds = linked.names(), linked.actors()
    for actor in sorted(kinds):
        add_named(graph, actor, names.get(actor), kinds[actor])
    for bill in sorted(linked.bills()):
        add_named(graph, bill, names.get(bill), None)
    for _, assessment in sorted(linked.assessments().items()):
        add_event(graph, assessment)
    add_links(graph, linked.everything())
    return graph


def add_named(graph: nx.MultiDiGraph[str], identity: str, name: str | None, kind: ActorKind | None) -> None:
    """Add an actor, or a bill where the kind is None."""
    graph.add_node(identity, label=name or identity, kind=kind.value if kind else "bill")


def add_event(graph: nx.MultiDiGraph[str], assessment: Assessment) -> None:
    """Add an event as it is assessed."""
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


def add_links(graph: nx.MultiDiGraph[str], found: Iterable[Link]) -> None:
    """Add links between nodes that are there."""
    for link in found:
        words = _words(link, graph)
        graph.add_edge(
            link.source, link.target, key=words, label=words, status=link.status.value, articles=link.articles
        )


def _words(link: Link, graph: nx.MultiDiGraph[str]) -> str:
    if isinstance(link.kind, Role):
        return ROLE_WORDS[link.kind]
    if isinstance(link.kind, Stance):
        return STANCE_WORDS[link.kind]
    if link.kind == "follows":
        return "follows"
    return "is a step of" if EventType(graph.nodes[link.source]["type"]).is_stage else "is about"


class _Recorded:
    """The links in the records of a library."""

    def __init__(self, shelf: Library) -> None:
        self._shelf = shelf

    def actors(self) -> Mapping[str, ActorKind]:
        return {actor: self._shelf.kind(actor) for actor in self._shelf.actors}

    def bills(self) -> Iterable[str]:
        return self._shelf.bills

    def names(self) -> Mapping[str, str]:
        return self._shelf.collection.names

    def assessments(self) -> Mapping[str, Assessment]:
        return self._shelf.assessments

    def everything(self) -> Iterator[Link]:
        shelf = self._shelf
        for event, assessment in sorted(shelf.assessments.items()):
            tellings = Counter((p.actor, p.role) for one in shelf.events[event] for p in one.participants)
            for (actor, role), articles in sorted(tellings.items()):
                yield Link(actor, event, role, assessment.status, articles)
            bill = shelf.bill_of(event)
            if bill is not None:
                yield Link(event, bill, "step", assessment.status, len(shelf.articles_of(event)))
            for earlier in assessment.follows:
                if earlier in shelf.assessments:
                    yield Link(event, earlier, "follows", assessment.status, 1)
        yield from self._stances()

    def _stances(self) -> Iterator[Link]:
        told = defaultdict[tuple[str, str, Stance], list[Factuality]](list)
        for bill in sorted(self._shelf.bills):
            for telling in self._shelf.positions.get(bill, ()):
                position = telling.said
                assert isinstance(position, Position)
                told[position.holder, bill, position.stance].append(position.factuality)
        for (holder, bill, stance), found in sorted(told.items()):
            yield Link(holder, bill, stance, found[0], len(found))
