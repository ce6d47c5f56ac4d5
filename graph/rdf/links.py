"""Who and what is linked to what, read from the quads without making records: of one node, or of all.

Only patterns that the store has an index for are looked up, so what is around one node costs what is there,
not what the store holds.
"""

from __future__ import annotations

import typing
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, cast

from pyoxigraph import Literal, NamedNode, Store

from graph.model import Assessment
from graph.rdf.described import Described
from graph.rdf.reading import read_assessment
from graph.rdf.terms import ACTOR_KIND, ASSESSMENT, FACTUALITY, ROLE, STANCE, local, node, term
from graph.terms import ActorKind, Factuality, Role, Stance

Kind = Role | Stance | typing.Literal["step", "follows"]
_ROLE = {address: role for role, address in ROLE.items()}
_STANCE = {address: stance for stance, address in STANCE.items()}
_FACTUALITY = {address: factuality for factuality, address in FACTUALITY.items()}
_UNDATED = "9"  # sorts after every day


@dataclass(frozen=True, slots=True)
class Link:
    """One link: an actor's part in an event or stance on a bill, an event's bill, or the event before it.

    `articles` counts those that tell it; of a stance, its tellings.
    """

    source: str
    target: str
    kind: Kind
    status: Factuality
    articles: int


class _Found(Protocol):
    """A quad of ours: nothing in it is blank. Where its object is a literal, only the value is read."""

    @property
    def subject(self) -> NamedNode: ...
    @property
    def predicate(self) -> NamedNode: ...
    @property
    def object(self) -> NamedNode: ...
    @property
    def graph_name(self) -> NamedNode: ...


class Links:
    """The links in some quads; what is looked up once is kept."""

    def __init__(self, quads: Store) -> None:
        """Look into these quads."""
        self._quads = quads
        self._assessed = dict[NamedNode, Assessment | None]()
        self._whole = False

    # --- nodes

    def assessment(self, event: str) -> Assessment | None:
        """Return the assessment of an event; None where there is none."""
        return self._assessment(node(event))

    def name(self, identity: str) -> str | None:
        """Return the preferred name of an actor or bill; None where nothing has that identifier."""
        return next((q.object.value for q in self._overall(node(identity), "rdfs:label")), None)

    def actor_kind(self, actor: str) -> ActorKind:
        """Return the kind that the first article gives an actor."""
        return self._first_kind(list(self._look(node(actor), term("rdf:type"), None)))

    def actors(self) -> dict[str, ActorKind]:
        """Return every actor with its kind."""
        found = defaultdict[NamedNode, list[_Found]](list)
        for address in ACTOR_KIND:
            for quad in self._look(None, term("rdf:type"), address):
                found[quad.subject].append(quad)
        return {local(actor): self._first_kind(quads) for actor, quads in found.items()}

    def bills(self) -> set[str]:
        """Return every bill."""
        of_type = self._look(None, term("rdf:type"), term("lp:Bill"))
        return {local(subject) for subject in {quad.subject for quad in of_type}}

    def names(self) -> dict[str, str]:
        """Return every preferred name and label, by identifier."""
        labels = self._overall(None, "rdfs:label")
        return {local(quad.subject): quad.object.value for quad in labels}

    def assessments(self) -> dict[str, Assessment]:
        """Return every assessment, by event."""
        statements = defaultdict[NamedNode, list[_Found]](list)
        for quad in self._look(None, None, None, ASSESSMENT):
            statements[quad.subject].append(quad)
        self._assessed = {event: _assessed(event, quads) for event, quads in statements.items()}
        self._whole = True
        return {one.event: one for one in self._assessed.values() if one is not None}

    # --- links

    def events_of(self, bill: str) -> list[Assessment]:
        """Return the assessments of the events of a bill, in no order."""
        return [found for _, found, _ in self._events(None, node(bill))]

    def around(self, identity: str) -> Iterator[Link]:
        """Yield every link that begins or ends at an actor, bill or event."""
        this, sort = node(identity), identity.split("/", 1)[0]
        if sort == "actor":
            yield from self._parts(actor=this)
            yield from self._stances(self._look(None, term("lp:holder"), this))
        elif sort == "bill":
            yield from self._steps(bill=this)
            yield from self._stances(self._look(None, term("lp:about"), this))
        else:
            yield from self._parts(event=this)
            yield from self._steps(event=this)
            yield from self._order(this, None)
            yield from self._order(None, this)

    def between(self, events: Iterable[str]) -> Iterator[Link]:
        """Yield the order of some events."""
        among = set(events)
        for event in sorted(among):
            found = self.assessment(event)
            for earlier in found.follows if found else ():
                if earlier in among:
                    assert found is not None
                    yield Link(event, earlier, "follows", found.status, 1)

    def everything(self) -> Iterator[Link]:
        """Yield every link."""
        yield from self._parts()
        yield from self._steps()
        yield from self._stances(self._look(None, term("lp:stance"), None))
        yield from self.between(self.assessments())

    def _parts(self, event: NamedNode | None = None, actor: NamedNode | None = None) -> Iterator[Link]:
        told = Counter[tuple[NamedNode, NamedNode, Role]]()
        for address, role in _ROLE.items():
            told.update((quad.object, quad.subject, role) for quad in self._look(event, address, actor))
        for (holder, taken, role), articles in told.items():
            found = self._assessment(taken)
            if found is not None:
                yield Link(local(holder), found.event, role, found.status, articles)

    def _steps(self, event: NamedNode | None = None, bill: NamedNode | None = None) -> Iterator[Link]:
        for step, found, of in self._events(event, bill):
            yield Link(found.event, local(of), "step", found.status, self._articles(step))

    def _events(
        self, event: NamedNode | None, bill: NamedNode | None
    ) -> Iterator[tuple[NamedNode, Assessment, NamedNode]]:
        """Yield assessed events, each with the bill that the first article gives it."""
        told = defaultdict[NamedNode, list[_Found]](list)
        for quad in self._look(event, term("lp:bill"), bill):
            told[quad.subject].append(quad)
        for step, quads in told.items():
            found = self._assessment(step)
            of = self._first(quads if bill is None else list(self._look(step, term("lp:bill"), None)))
            if found is not None and (bill is None or of.object == bill):
                yield step, found, of.object

    def _articles(self, event: NamedNode) -> int:
        told = self._look(None, term("lp:about"), event)
        return len({quad.graph_name for quad in told})

    def _stances(self, positions: Iterable[_Found]) -> Iterator[Link]:
        """Yield the stances of the positions that stand in the subjects of some quads."""
        told = defaultdict[tuple[NamedNode, NamedNode, Stance], list[tuple[_Found, Factuality]]](list)
        for quad in positions:
            said = {one.predicate.value: one for one in self._look(quad.subject, None, None)}
            stance, bill = said.get(term("lp:stance").value), said.get(term("lp:about").value)
            if stance is not None and bill is not None:
                key = (said[term("lp:holder").value].object, bill.object, _STANCE[stance.object])
                told[key].append((quad, _FACTUALITY[said[term("lp:factuality").value].object]))
        for (holder, about, kind), found in told.items():
            status = dict(found)
            first = self._first(list(status)) if len(set(status.values())) > 1 else found[0][0]
            yield Link(local(holder), local(about), kind, status[first], len(found))

    def _order(self, later: NamedNode | None, earlier: NamedNode | None) -> Iterator[Link]:
        for quad in self._look(later, term("lp:follows"), earlier, ASSESSMENT):
            found = self._assessment(quad.subject)
            if found is not None and self._assessment(quad.object) is not None:
                yield Link(found.event, local(quad.object), "follows", found.status, 1)

    # --- what several articles say differently

    def _first_kind(self, quads: list[_Found]) -> ActorKind:
        return ACTOR_KIND[self._first([quad for quad in quads if quad.object in ACTOR_KIND]).object]

    def _first(self, quads: list[_Found]) -> _Found:
        """Return the quad of the article that was published first, where they differ."""
        if len({(quad.subject, quad.object) for quad in quads}) == 1:
            return quads[0]
        return min(quads, key=lambda quad: (*self._published(quad.graph_name), quad.subject.value))

    def _published(self, article: NamedNode) -> tuple[str, str]:
        issued = self._look(article, term("dcterms:issued"), None, article)
        return next((quad.object.value for quad in issued), _UNDATED), local(article)

    def _assessment(self, event: NamedNode) -> Assessment | None:
        if event not in self._assessed and not self._whole:
            quads = list(self._look(event, None, None, ASSESSMENT))
            self._assessed[event] = _assessed(event, quads)
        return self._assessed.get(event)

    def _overall(self, this: NamedNode | None, name: str) -> Iterator[_Found]:
        return self._look(this, term(name), None, ASSESSMENT)

    def _look(
        self,
        this: NamedNode | None,
        name: NamedNode | None,
        value: NamedNode | None,
        graph: NamedNode | None = None,
    ) -> Iterator[_Found]:
        return cast(Iterator[_Found], self._quads.quads_for_pattern(this, name, value, graph))


def _assessed(event: NamedNode, quads: Iterable[_Found]) -> Assessment | None:
    statements = defaultdict[str, list[NamedNode | Literal]](list)
    for quad in quads:
        statements[quad.predicate.value].append(quad.object)
    described = Described(event, dict(statements))
    return read_assessment(described) if described.values("lp:status") else None
