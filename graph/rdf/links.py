"""Who and what is linked to what, read from the quads without making records: of one node, or of all.

Only patterns that the store has an index for are looked up, so what is around one node costs what is there,
not what the store holds. What many articles tell alike is counted by queries: a quad that comes into Python
takes ten times as long as one that the store counts.
"""

from __future__ import annotations

import typing
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, cast

from pyoxigraph import Literal, NamedNode, Store

from graph.model import Assessment
from graph.rdf.described import Described
from graph.rdf.reading import read_assessment
from graph.rdf.terms import ACTOR_KIND, ASSESSMENT, FACTUALITY, ROLE, STANCE, local, node, term
from graph.terms import ActorKind, Factuality, Role, Stance
from graph.vocabulary import PREFIXES

Kind = Role | Stance | typing.Literal["step", "follows"]
_ROLE = {address: role for role, address in ROLE.items()}
_STANCE = {address: stance for stance, address in STANCE.items()}
_FACTUALITY = {address: factuality for factuality, address in FACTUALITY.items()}
_UNDATED = "9"  # sorts after every day

# In each query %s is where `Links._ask` says what is known.
_KINDS = f"""SELECT DISTINCT ?actor ?kind WHERE {{
  %s VALUES ?kind {{ {" ".join(map(str, ACTOR_KIND))} }}
  GRAPH ?article {{ ?actor a ?kind }}
}}"""
_PARTS = f"""SELECT ?event ?role ?actor (COUNT(*) AS ?articles) WHERE {{
  %s VALUES ?role {{ {" ".join(map(str, ROLE.values()))} }}
  GRAPH ?article {{ ?event ?role ?actor }}
}} GROUP BY ?event ?role ?actor"""
_BILLS = """SELECT DISTINCT ?event ?of WHERE {
  { SELECT DISTINCT ?event WHERE { %s GRAPH ?article { ?event lp:bill ?bill } } }
  GRAPH ?other { ?event lp:bill ?of }
}"""
_ARTICLES = """SELECT (COUNT(DISTINCT ?article) AS ?articles) WHERE {
  %s GRAPH ?article { ?claim lp:about ?event }
}"""
_STANCES = """SELECT ?article ?position ?holder ?about ?stance ?factuality WHERE { %s GRAPH ?article {
  ?position lp:holder ?holder ; lp:about ?about ; lp:stance ?stance ; lp:factuality ?factuality
} }"""


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
        return self._kinds(node(actor))[actor]

    def actors(self) -> dict[str, ActorKind]:
        """Return every actor with its kind."""
        return self._kinds()

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
            yield from self._stances(holder=this)
        elif sort == "bill":
            yield from self._steps(bill=this)
            yield from self._stances(about=this)
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
        yield from self._stances()
        yield from self.between(self.assessments())

    def _parts(self, event: NamedNode | None = None, actor: NamedNode | None = None) -> Iterator[Link]:
        for taken, role, holder, articles in self._ask(_PARTS, event=event, actor=actor):
            found = self._assessment(taken)
            if found is not None:
                yield Link(local(holder), found.event, _ROLE[role], found.status, int(articles.value))

    def _steps(self, event: NamedNode | None = None, bill: NamedNode | None = None) -> Iterator[Link]:
        for step, found, of in self._events(event, bill):
            yield Link(found.event, local(of), "step", found.status, self._articles(step))

    def _events(
        self, event: NamedNode | None, bill: NamedNode | None
    ) -> Iterator[tuple[NamedNode, Assessment, NamedNode]]:
        """Yield assessed events, each with the bill that the first article gives it."""
        bills = defaultdict[NamedNode, set[NamedNode]](set)
        for step, of in self._ask(_BILLS, event=event, bill=bill):
            bills[step].add(of)
        for step, several in bills.items():
            found, of = self._assessment(step), self._told_first(step, "lp:bill", several)
            if found is not None and (bill is None or of == bill):
                yield step, found, of

    def _articles(self, event: NamedNode) -> int:
        return next(int(count.value) for (count,) in self._ask(_ARTICLES, event=event))

    def _stances(self, holder: NamedNode | None = None, about: NamedNode | None = None) -> Iterator[Link]:
        told = defaultdict[tuple[NamedNode, NamedNode, NamedNode], list[tuple[NamedNode, ...]]](list)
        for article, position, *key, status in self._ask(_STANCES, holder=holder, about=about):
            told[key[0], key[1], key[2]].append((status, article, position))
        for (who, bill, stance), found in told.items():
            status, *_ = found[0]
            if len({status for status, *_ in found}) > 1:
                status, *_ = min(found, key=lambda one: self._place(one[1], one[2]))
            yield Link(local(who), local(bill), _STANCE[stance], _FACTUALITY[status], len(found))

    def _order(self, later: NamedNode | None, earlier: NamedNode | None) -> Iterator[Link]:
        for quad in self._look(later, term("lp:follows"), earlier, ASSESSMENT):
            found = self._assessment(quad.subject)
            if found is not None and self._assessment(quad.object) is not None:
                yield Link(found.event, local(quad.object), "follows", found.status, 1)

    # --- what several articles say differently

    def _kinds(self, actor: NamedNode | None = None) -> dict[str, ActorKind]:
        found = defaultdict[NamedNode, set[NamedNode]](set)
        for this, kind in self._ask(_KINDS, actor=actor):
            found[this].add(kind)
        return {
            local(this): ACTOR_KIND[self._told_first(this, "rdf:type", kinds)]
            for this, kinds in found.items()
        }

    def _told_first(self, this: NamedNode, name: str, values: Collection[NamedNode]) -> NamedNode:
        """Return that of some values of a node which the article that was published first gives it."""
        if len(values) == 1:
            return next(iter(values))
        told = [quad for quad in self._look(this, term(name), None) if quad.object in values]
        return min(told, key=lambda quad: self._place(quad.graph_name, quad.object)).object

    def _place(self, article: NamedNode, node: NamedNode) -> tuple[str, str, str]:
        return (*self._published(article), node.value)

    def _published(self, article: NamedNode) -> tuple[str, str]:
        issued = self._look(article, term("dcterms:issued"), None, article)
        return next((quad.object.value for quad in issued), _UNDATED), local(article)

    def _assessment(self, event: NamedNode) -> Assessment | None:
        if event not in self._assessed and not self._whole:
            quads = list(self._look(event, None, None, ASSESSMENT))
            self._assessed[event] = _assessed(event, quads)
        return self._assessed.get(event)

    def _ask(self, query: str, **known: NamedNode | None) -> Iterator[tuple[NamedNode, ...]]:
        """Yield the answers to a query of which some variables are known.

        They are named in its text: what pyoxigraph substitutes comes too late for its planner.
        """
        values = " ".join(f"VALUES ?{name} {{ {one} }}" for name, one in known.items() if one is not None)
        return cast(Iterator[tuple[NamedNode, ...]], self._quads.query(query % values, prefixes=PREFIXES))

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
