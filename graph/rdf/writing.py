"""Records to quads: one named graph for each article, one for what follows from all of them.

There are no blank nodes and no reified triples: a claim is a node, its sentence is a node, its days stand
straight on it. `ontology/lawpath.ttl` defines every term used here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad, Triple

from graph.errors import DamagedError
from graph.model import (
    Account,
    Actor,
    Article,
    Assessment,
    Bill,
    Claim,
    Collection,
    Correction,
    Event,
    Position,
    Provision,
    Quote,
    Tenure,
    Votes,
    Window,
)
from graph.rdf import order
from graph.rdf.terms import (
    ACTOR_CLASS,
    ASSESSMENT,
    CAPACITY,
    EVENT_CLASS,
    FACTUALITY,
    OUTCOME,
    PROVISION,
    ROLE,
    STANCE,
    article_node,
    day,
    moment,
    node,
    number,
    share,
    stage_node,
    term,
    text,
    uncertain,
)
from graph.rdf.wikidata import ITEM, items
from graph.terms import LASTING

TYPE = term("rdf:type")
BOUNDS = {
    "earliest_begin": "lp:earliestBegin",
    "latest_begin": "lp:latestBegin",
    "earliest_end": "lp:earliestEnd",
    "latest_end": "lp:latestEnd",
}
FIGURES = {
    "in_favour": "eli-dl:number_of_votes_favor",
    "against": "eli-dl:number_of_votes_against",
    "abstain": "eli-dl:number_of_votes_abstention",
}
PARTS = {"title": "h", "text": "t"}  # headline, text: the letter before the offsets in an evidence address


def account_quads(account: Account, *, extractor: str | None = None) -> Iterator[Quad]:
    """Return everything taken from one article, in the article's own graph, each quad once.

    Sentences that nothing was taken from and time expressions are left out.

    Args:
        account: what the article says.
        extractor: the version of the program that took it; not stated where None.

    Raises:
        DamagedError: a quote does not stand in the article at its offsets, a text holds a lone surrogate, or
            a confidence lies outside 0 to 1.
    """
    graph = article_node(account.article.id)
    try:
        triples = dict.fromkeys(_account(account, graph, extractor))
    except DamagedError as error:
        place = f"{account.article.id}, {error.place}" if error.place else account.article.id
        raise DamagedError(error.problem, place=place, remedy=error.remedy) from error
    return (Quad(triple.subject, triple.predicate, triple.object, graph) for triple in triples)


def assessment_quads(collection: Collection) -> Iterator[Quad]:
    """Return what follows from all articles together, with names and links to Wikidata, each quad once."""
    triples = dict[Triple, None]()
    for identifier, name in collection.names.items():
        triples[Triple(node(identifier), term("rdfs:label"), text(name))] = None
    for identifier, item in items(collection).items():
        triples[Triple(node(identifier), term("skos:exactMatch"), NamedNode(ITEM + item))] = None
    for assessment in collection.assessments:
        triples.update(dict.fromkeys(_assessment(assessment)))
    return (Quad(triple.subject, triple.predicate, triple.object, ASSESSMENT) for triple in triples)


def _account(account: Account, graph: NamedNode, extractor: str | None) -> Iterator[Triple]:
    yield from _article(account.article, graph)
    if extractor is not None:
        yield Triple(graph, term("lp:extractor"), text(extractor))
    for actor in account.actors:
        yield from _actor(actor)
    for bill in account.bills:
        yield from _bill(bill)
    for event in account.events:
        yield from _event(event)
    for claim in account.claims:
        yield from _claim(claim, account.article, graph)
    for position in account.positions:
        yield from _position(position, account.article, graph)
    for tenure in account.tenures:
        yield from _tenure(tenure, account.article, graph)
    for provision in account.provisions:
        yield from _provision(provision, account.article, graph)
    for correction in account.corrections:
        yield from _correction(correction)


def _article(article: Article, graph: NamedNode) -> Iterator[Triple]:
    yield Triple(graph, TYPE, term("lp:Article"))
    yield Triple(graph, term("dcterms:identifier"), text(article.id))
    yield Triple(graph, term("dcterms:title"), text(article.title))
    yield Triple(graph, term("lp:text"), text(article.text))
    if article.published is not None:
        yield Triple(graph, term("dcterms:issued"), day(article.published))
    if article.outlet is not None:
        yield Triple(graph, term("dcterms:publisher"), text(article.outlet))
    if article.url is not None:
        # A literal: addresses in news hold spaces and brackets that no RDF address may.
        text(article.url)
        yield Triple(graph, term("schema:url"), Literal(article.url, datatype=term("xsd:anyURI")))
    if article.retold:
        yield Triple(graph, term("lp:retold"), Literal(True))
    for passage in article.set_aside:
        yield Triple(graph, term("lp:setAside"), text(f"{passage.start}-{passage.end} {passage.kind}"))
    for notice in article.notices:
        yield Triple(graph, term("lp:notice"), text(notice))


def _actor(actor: Actor) -> Iterator[Triple]:
    this = node(actor.id)
    yield Triple(this, TYPE, ACTOR_CLASS[actor.kind])
    yield from _names(this, actor.name, actor.aliases)


def _bill(bill: Bill) -> Iterator[Triple]:
    this = node(bill.id)
    yield Triple(this, TYPE, term("lp:Bill"))
    yield from _names(this, bill.name, bill.aliases)
    if bill.number is not None:
        yield Triple(this, term("lp:number"), text(bill.number))
    if bill.jurisdiction is not None:
        yield Triple(this, term("lp:jurisdiction"), text(bill.jurisdiction))


def _names(this: NamedNode, name: str, aliases: Iterable[str]) -> Iterator[Triple]:
    yield Triple(this, term("lp:name"), text(name))
    for alias in aliases:
        yield Triple(this, term("lp:alias"), text(alias))


def _event(event: Event) -> Iterator[Triple]:
    this = node(event.id)
    yield Triple(this, TYPE, EVENT_CLASS[event.type])
    if event.bill is not None:
        yield Triple(this, term("lp:bill"), node(event.bill))
    if event.stage is not None:
        yield Triple(this, term("lp:stage"), stage_node(event.stage))
    for participant in event.participants:
        yield Triple(this, ROLE[participant.role], node(participant.actor))
    for announced in event.announces:
        yield Triple(this, term("lp:announces"), node(announced))


def _claim(claim: Claim, article: Article, graph: NamedNode) -> Iterator[Triple]:
    this = node(claim.id)
    yield Triple(this, TYPE, term("lp:Claim"))
    yield Triple(this, term("lp:about"), node(claim.event))
    yield from _told(this, claim, article, graph)
    yield from _window(this, claim.window)
    if claim.expression is not None:
        yield Triple(this, term("lp:expression"), text(claim.expression))
    if claim.timex is not None:
        yield Triple(this, term("lp:timex"), text(claim.timex))
    if claim.distance is not None:
        yield Triple(this, term("lp:anchor"), node(claim.distance.anchor))
        if claim.distance.at_least is not None:
            yield Triple(this, term("lp:atLeast"), number(claim.distance.at_least))
        if claim.distance.at_most is not None:
            yield Triple(this, term("lp:atMost"), number(claim.distance.at_most))
    for link, events in (
        ("lp:after", claim.after),
        ("lp:before", claim.before),
        ("lp:condition", claim.conditions),
    ):
        for event in events:
            yield Triple(this, term(link), node(event))
    if claim.outcome is not None:
        yield Triple(this, term("lp:outcome"), OUTCOME[claim.outcome])
    yield from _votes(this, claim.votes)
    if claim.reported_as is not None:
        yield Triple(this, term("lp:reportedAs"), EVENT_CLASS[claim.reported_as])


def _position(position: Position, article: Article, graph: NamedNode) -> Iterator[Triple]:
    this = node(position.id)
    yield Triple(this, TYPE, term("lp:Position"))
    yield Triple(this, term("lp:holder"), node(position.holder))
    yield Triple(this, term("lp:stance"), STANCE[position.stance])
    if position.bill is not None:
        yield Triple(this, term("lp:about"), node(position.bill))
    yield from _told(this, position, article, graph)


def _told(this: NamedNode, claim: Claim | Position, article: Article, graph: NamedNode) -> Iterator[Triple]:
    yield Triple(this, term("lp:factuality"), FACTUALITY[claim.factuality])
    yield Triple(this, term("lp:confidence"), share(claim.confidence))
    yield Triple(this, term("lp:because"), text(claim.because))
    if claim.source is not None:
        yield Triple(this, term("lp:attributedTo"), node(claim.source))
    yield from _evidence(this, claim.quotes, article, graph)


def _tenure(tenure: Tenure, article: Article, graph: NamedNode) -> Iterator[Triple]:
    this = node(tenure.id)
    yield Triple(this, TYPE, term("lp:Tenure"))
    yield Triple(this, term("lp:holder"), node(tenure.holder))
    yield Triple(this, term("lp:title"), text(tenure.title))
    if tenure.organisation is not None:
        yield Triple(this, term("lp:organisation"), text(tenure.organisation))
    yield Triple(this, term("lp:capacity"), CAPACITY[tenure.capacity])
    yield from _evidence(this, tenure.quotes, article, graph)


def _provision(provision: Provision, article: Article, graph: NamedNode) -> Iterator[Triple]:
    this = node(provision.id)
    yield Triple(this, TYPE, term("lp:Provision"))
    yield Triple(this, term("lp:ofBill"), node(provision.bill))
    yield Triple(this, term("lp:kind"), PROVISION[provision.kind])
    yield Triple(this, term("dcterms:description"), text(provision.text))
    yield from _window(this, provision.scope)
    yield from _evidence(this, provision.quotes, article, graph)


def _correction(correction: Correction) -> Iterator[Triple]:
    this = node(correction.id)
    yield Triple(this, TYPE, term("lp:Correction"))
    yield Triple(this, term("lp:verdict"), text(correction.verdict))
    yield Triple(this, term("lp:judgedBy"), text(correction.who))
    yield Triple(this, term("lp:judgedAt"), moment(correction.when))
    yield Triple(this, term("lp:why"), text(correction.why))
    yield Triple(this, term("lp:standing"), text(correction.standing))
    if correction.about is not None:
        yield Triple(this, term("lp:judges"), node(correction.about))
    for name in ("field", "was", "now"):
        value = getattr(correction, name)
        if value is not None:
            yield Triple(this, term(f"lp:{name}"), text(value))
    if correction.problem:
        yield Triple(this, term("lp:problem"), text(correction.problem))


def _evidence(
    this: NamedNode, quotes: Iterable[Quote], article: Article, graph: NamedNode
) -> Iterator[Triple]:
    for quote in quotes:
        if article.part(quote.part)[quote.start : quote.end] != quote.exact or quote.start < 0:
            raise DamagedError(
                f"the quote {quote.exact[:60]!r} does not stand in the {quote.part} at its offsets",
                place=f"{quote.start}-{quote.end}",
            )
        span = NamedNode(f"{graph.value}/{PARTS[quote.part]}{quote.start}-{quote.end}")
        yield Triple(this, term("lp:evidence"), span)
        yield Triple(span, term("oa:hasSource"), graph)
        yield Triple(span, term("oa:exact"), text(quote.exact))
        yield Triple(span, term("oa:start"), number(quote.start))
        yield Triple(span, term("oa:end"), number(quote.end))


def _window(this: NamedNode, window: Window, suffix: str = "") -> Iterator[Triple]:
    for bound, name in BOUNDS.items():
        value = getattr(window, bound)
        if value is not None:
            yield Triple(this, term(name + suffix), day(value))


def _votes(this: NamedNode, votes: Votes | None) -> Iterator[Triple]:
    for figure, name in FIGURES.items():
        value = getattr(votes, figure) if votes is not None else None
        if value is not None:
            yield Triple(this, term(name), number(value))


def _assessment(assessment: Assessment) -> Iterator[Triple]:
    from graph.temporal.edtf import edtf  # brings the grammar of dates, which readers of a store do without

    this = node(assessment.event)
    yield Triple(this, TYPE, EVENT_CLASS[assessment.type])
    yield Triple(this, term("rdfs:label"), text(assessment.label))
    yield Triple(this, term("lp:status"), FACTUALITY[assessment.status])
    if assessment.outcome is not None:
        yield Triple(this, term("lp:outcome"), OUTCOME[assessment.outcome])
    yield from _votes(this, order.votes(assessment.votes))
    yield from _window(this, assessment.window)
    yield from _window(this, assessment.if_kept or Window(), "IfKept")
    window, lasting = assessment.window, assessment.type in LASTING
    if window.is_closed and not window.is_one_day and (written := edtf(window, lasting=lasting)):
        yield Triple(this, term("lp:edtf"), uncertain(written))
    for earlier in assessment.follows:
        yield Triple(this, term("lp:follows"), node(earlier))
