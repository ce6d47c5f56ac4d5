"""Quads to records: what `graph.rdf.writing` wrote, read back.

Records come in the order of `graph.rdf.order`. A graph that lacks what a record needs is damaged; that is an
error, never a record with gaps.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad

from graph.errors import StoreDamagedError
from graph.model import (
    Account,
    Actor,
    Article,
    Assessment,
    Bill,
    Claim,
    Collection,
    Correction,
    Distance,
    Event,
    Part,
    Participant,
    Passage,
    Position,
    Provision,
    Quote,
    Tenure,
    Window,
)
from graph.rdf import order
from graph.rdf.described import Described, Graph, describe
from graph.rdf.terms import (
    ACTOR_KIND,
    ASSESSMENT,
    CAPACITY,
    EVENT_TYPE,
    FACTUALITY,
    OUTCOME,
    PROVISION,
    ROLE,
    STANCE,
    local,
    stage_name,
    term,
)
from graph.rdf.writing import PARTS
from graph.terms import Standing, Verdict

_PART: dict[str, Part] = {"h": "title", "t": "text"}
assert {letter: part for part, letter in PARTS.items()} == _PART


def read_account(quads: Iterable[Quad], graph: NamedNode) -> Account:
    """Return the account in one article's graph; quads of other graphs are passed over.

    Raises:
        StoreDamagedError: the graph holds no article, or a record lacks what it needs.
    """
    return _account(describe(quad for quad in quads if quad.graph_name == graph).get(graph, {}), graph)


def read_collection(quads: Iterable[Quad]) -> Collection:
    """Return all accounts and what follows from them.

    Raises:
        StoreDamagedError: a graph is none of ours, or a record lacks what it needs.
    """
    graphs = describe(quads)
    overall = graphs.pop(ASSESSMENT, {})
    assessed = [described for described in overall.values() if described.values("lp:status")]
    labels = {
        described.id: label
        for described in overall.values()
        if not described.values("lp:status") and (label := described.text("rdfs:label")) is not None
    }
    return Collection(
        accounts=tuple(
            sorted((_account(nodes, name) for name, nodes in graphs.items()), key=lambda one: one.article.id)
        ),
        assessments=order.assessments_in_order(map(read_assessment, assessed)),
        names=dict(sorted(labels.items())),
    )


def _account(nodes: Graph, graph: NamedNode) -> Account:
    if graph not in nodes:
        raise StoreDamagedError("the graph holds no article", place=graph.value)
    try:
        return _records(nodes, graph)
    except ValueError as error:  # a day or a number that is none
        raise StoreDamagedError(str(error), place=graph.value) from error


def _records(nodes: Graph, graph: NamedNode) -> Account:
    sorts = defaultdict[NamedNode, list[Described]](list)
    actors, events = list[Actor](), list[Event]()
    for described in nodes.values():
        kind = described.maybe("rdf:type")
        if described.values("oa:exact"):  # its class, lp:Evidence, follows from what points at it
            kind = term("lp:Evidence")
        if not isinstance(kind, NamedNode):
            raise StoreDamagedError("rdf:type is missing", place=described.address.value)
        if kind in ACTOR_KIND:
            name = described.one("lp:name").value
            actors.append(Actor(described.id, name, ACTOR_KIND[kind], described.texts("lp:alias")))
        elif kind in EVENT_TYPE:
            events.append(_event(described, kind))
        else:
            sorts[kind].append(described)
    quotes = {described.address: _quote(described) for described in sorts[term("lp:Evidence")]}
    return Account(
        article=read_article(nodes[graph]),
        actors=order.by_id(actors),
        tenures=order.by_id(_tenure(found, quotes) for found in sorts[term("lp:Tenure")]),
        bills=order.by_id(map(_bill, sorts[term("lp:Bill")])),
        provisions=order.by_id(_provision(found, quotes) for found in sorts[term("lp:Provision")]),
        events=order.by_id(events),
        claims=order.by_id(_claim(found, quotes) for found in sorts[term("lp:Claim")]),
        positions=order.by_id(_position(found, quotes) for found in sorts[term("lp:Position")]),
        corrections=order.by_id(map(_correction, sorts[term("lp:Correction")])),
    )


def read_article(described: Described) -> Article:
    """Return the article in what its node is described by.

    Raises:
        StoreDamagedError: it lacks what an article needs.
    """
    issued = described.text("dcterms:issued")
    return Article(
        id=described.one("dcterms:identifier").value,
        title=described.one("dcterms:title").value,
        text=described.one("lp:text").value,
        published=dt.date.fromisoformat(issued) if issued else None,
        outlet=described.text("dcterms:publisher"),
        url=described.text("schema:url"),
        retold=described.text("lp:retold") == "true",
        set_aside=order.passages(map(_passage, described.texts("lp:setAside"))),
        notices=described.texts("lp:notice"),
    )


def _passage(written: str) -> Passage:
    span, kind = written.split(" ", 1)
    start, end = span.split("-")
    return Passage(int(start), int(end), kind)  # type: ignore[arg-type]  # the writer had it from a Passage


def _bill(described: Described) -> Bill:
    return Bill(
        described.id,
        described.one("lp:name").value,
        described.texts("lp:alias"),
        described.text("lp:number"),
        described.text("lp:jurisdiction"),
    )


def _event(described: Described, kind: NamedNode) -> Event:
    stage = described.maybe("lp:stage")
    return Event(
        described.id,
        EVENT_TYPE[kind],
        described.identity("lp:bill"),
        stage_name(stage) if isinstance(stage, NamedNode) else None,
        tuple(
            sorted(
                Participant(local(actor), role)
                for role, address in ROLE.items()
                for actor in described.statements.get(address.value, [])
                if isinstance(actor, NamedNode)
            )
        ),
        described.ids("lp:announces"),
    )


def _quote(described: Described) -> Quote:
    letter = described.address.value.rsplit("/", 1)[1][:1]
    start, end = described.whole("oa:start"), described.whole("oa:end")
    if letter not in _PART or start is None or end is None:
        raise StoreDamagedError("the evidence does not say where it stands", place=described.address.value)
    return Quote(_PART[letter], start, end, described.one("oa:exact").value)


def _quotes(described: Described, quotes: dict[NamedNode, Quote]) -> tuple[Quote, ...]:
    spans = described.nodes("lp:evidence")
    if missing := [span for span in spans if span not in quotes]:
        raise StoreDamagedError("the evidence is missing", place=missing[0].value)
    return order.reading_order(quotes[span] for span in spans)


def _tenure(described: Described, quotes: dict[NamedNode, Quote]) -> Tenure:
    return Tenure(
        described.id,
        described.identity("lp:holder") or "",
        described.one("lp:title").value,
        described.text("lp:organisation"),
        described.needed("lp:capacity", CAPACITY),
        _quotes(described, quotes),
    )


def _provision(described: Described, quotes: dict[NamedNode, Quote]) -> Provision:
    return Provision(
        described.id,
        described.identity("lp:ofBill") or "",
        described.needed("lp:kind", PROVISION),
        described.one("dcterms:description").value,
        _quotes(described, quotes),
        described.window(),
    )


def _claim(described: Described, quotes: dict[NamedNode, Quote]) -> Claim:
    anchor, reported = described.identity("lp:anchor"), described.maybe("lp:reportedAs")
    return Claim(
        id=described.id,
        event=described.identity("lp:about") or "",
        factuality=described.needed("lp:factuality", FACTUALITY),
        quotes=_quotes(described, quotes),
        because=described.one("lp:because").value,
        confidence=float(described.one("lp:confidence").value),
        source=described.identity("lp:attributedTo"),
        window=described.window(),
        expression=described.text("lp:expression"),
        timex=described.text("lp:timex"),
        distance=None
        if anchor is None
        else Distance(anchor, described.whole("lp:atLeast"), described.whole("lp:atMost")),
        after=described.ids("lp:after"),
        before=described.ids("lp:before"),
        conditions=described.ids("lp:condition"),
        outcome=described.coded("lp:outcome", OUTCOME),
        votes=described.votes(),
        reported_as=EVENT_TYPE[reported] if isinstance(reported, NamedNode) else None,
    )


def _position(described: Described, quotes: dict[NamedNode, Quote]) -> Position:
    return Position(
        id=described.id,
        holder=described.identity("lp:holder") or "",
        stance=described.needed("lp:stance", STANCE),
        bill=described.identity("lp:about"),
        quotes=_quotes(described, quotes),
        because=described.one("lp:because").value,
        confidence=float(described.one("lp:confidence").value),
        factuality=described.needed("lp:factuality", FACTUALITY),
        source=described.identity("lp:attributedTo"),
    )


def _correction(described: Described) -> Correction:
    return Correction(
        id=described.id,
        verdict=Verdict(described.one("lp:verdict").value),
        who=described.one("lp:judgedBy").value,
        when=dt.datetime.fromisoformat(described.one("lp:judgedAt").value),
        why=described.one("lp:why").value,
        standing=Standing(described.one("lp:standing").value),
        about=described.identity("lp:judges"),
        field=described.text("lp:field"),
        was=described.text("lp:was"),
        now=described.text("lp:now"),
        problem=described.text("lp:problem") or "",
    )


def read_assessment(described: Described) -> Assessment:
    """Return the assessment in what one node of the graph of all articles is described by.

    Raises:
        StoreDamagedError: it lacks what an assessment needs.
    """
    kept = described.window("IfKept")
    kind = described.one("rdf:type")
    if not isinstance(kind, NamedNode) or kind not in EVENT_TYPE:
        raise StoreDamagedError("the kind of event is in no list", place=described.address.value)
    return Assessment(
        event=described.id,
        type=EVENT_TYPE[kind],
        label=described.one("rdfs:label").value,
        status=described.needed("lp:status", FACTUALITY),
        outcome=described.coded("lp:outcome", OUTCOME),
        votes=described.votes(),
        window=described.window(),
        if_kept=None if kept == Window() else kept,
        follows=described.ids("lp:follows"),
    )
