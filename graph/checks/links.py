"""What one constraint of a temporal network says, with its sentence: a link in a loop of evidence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from graph.linking.resolver import in_order
from graph.model import Account, Claim, Collection, Quote
from graph.temporal.network import Constraint, Layer, Point
from graph.vocabulary import article_id
from graph.wording import day


@dataclass(frozen=True, slots=True)
class Link:
    """One statement that bears on a finding.

    Attributes:
        kind: fact (reported or scheduled), procedure, or promise.
        says: what it says, in plain words.
        events: identifiers of the events that it speaks of.
        claim: None for the day of a publication, the length of an event and an order of the procedure.
        source: the actor whose word the claim is; None for the article's own voice.
        article, outlet, published: of the claim or publication; the article by its own identifier.
        left_out: whether it lost against the others.
        plan: whether it sets days for what lay ahead.
    """

    kind: Layer
    says: str
    events: tuple[str, ...]
    claim: str | None = None
    source: str | None = None
    article: str | None = None
    outlet: str | None = None
    published: dt.date | None = None
    quotes: tuple[Quote, ...] = ()
    left_out: bool = False
    plan: bool = False


@dataclass(frozen=True)
class Evidence:
    """Claims with their accounts, and labels of events, by identifier."""

    labels: Mapping[str, str]
    claims: Mapping[str, tuple[Account, Claim]]
    articles: Mapping[str, Account]

    def label(self, event: str) -> str:
        """Return the plain name of an event, as it stands within a sentence."""
        label = self.labels.get(event, event)
        return label[:1].lower() + label[1:]

    def link(self, constraint: Constraint, *, left_out: bool = False) -> Link:
        """Return a constraint as a link."""
        account, claim = self.claims.get(constraint.claim, (self.articles.get(constraint.claim), None))
        events = {p.node for p in (constraint.earlier, constraint.later) if p.edge in ("begin", "end")}
        return Link(
            constraint.layer,
            self._says(constraint, claim),
            tuple(sorted(events)),
            claim.id if claim else None,
            claim.source if claim else None,
            account.article.id if account else None,
            account.article.outlet if account else None,
            account.article.published if account else None,
            claim.quotes if claim else (),
            left_out,
            constraint.plan,
        )

    def stated(self, claim: str, says: str, *, left_out: bool) -> Link:
        """Return what a claim reports beside its time."""
        account, said = self.claims[claim]
        article = account.article
        return Link(
            "fact",
            says,
            (said.event,),
            claim,
            said.source,
            article.id,
            article.outlet,
            article.published,
            said.quotes,
            left_out,
        )

    def _says(self, constraint: Constraint, claim: Claim | None) -> str:
        """Return a constraint in words; of two points the event is spoken of, of two events the later."""
        one, two = constraint.earlier, constraint.later
        low, high = constraint.at_least, constraint.at_most
        if one.edge == "origin":
            if two.edge == "published":
                return f"the article appeared on {_date(low)}"
            words = f" (“{claim.expression}”)" if claim and claim.expression else ""
            return f"{self.label(two.node)} {_verb(two)} {_dates(low, high)}{words}"
        if one.node == two.node:
            return f"{self.label(one.node)} {_length(high)}"
        if two.edge == "published":
            one, two = two, one
            low, high = (None if high is None else -high), (None if low is None else -low)
        if (one.edge, two.edge, low, high) == ("end", "begin", 0, None):
            return f"{self.label(two.node)} comes after {self.label(one.node)}"
        return f"{self.label(two.node)} {_verb(two)} {_apart(low, high)} {self._noun(one)}"

    def _noun(self, point: Point) -> str:
        if point.edge == "published":
            return "the article appeared"
        return f"{self.label(point.node)} {_verb(point)}"


def evidence_of(collection: Collection) -> Evidence:
    """Return the claims and labels of a collection."""
    accounts = in_order(collection.accounts)
    return Evidence(
        {one.event: one.label for one in collection.assessments},
        {claim.id: (account, claim) for account in accounts for claim in account.claims},
        {article_id(account.article.id): account for account in accounts},
    )


def _verb(point: Point) -> str:
    return "begins" if point.edge == "begin" else "ends"


def _date(ordinal: int | None) -> str:
    return day(dt.date.fromordinal(ordinal)) if ordinal is not None else "a day unknown"


def _dates(low: int | None, high: int | None) -> str:
    if low is not None and low == high:
        return f"on {_date(low)}"
    if low is not None and high is not None:
        return f"between {_date(low)} and {_date(high)}"
    return f"no later than {_date(high)}" if low is None else f"no earlier than {_date(low)}"


def _length(most: int | None) -> str:
    return f"lasts no longer than {_count(most + 1)}" if most is not None else "does not end before it begins"


def _apart(low: int | None, high: int | None) -> str:
    """Return a distance in days, as it stands before what it is measured from."""
    if low is not None and low == high:
        return f"exactly {_count(abs(low))} {'after' if low > 0 else 'before'}" if low else "on the day that"
    if low is not None and high is not None:
        return f"from {low} to {_count(high)} after"
    if low is not None:
        if low <= 0:
            return f"no more than {_count(-low)} before" if low else "no earlier than"
        return f"at least {_count(low)} after"
    most = high or 0
    if most >= 0:
        return f"no more than {_count(most)} after" if most else "no later than"
    return f"at least {_count(-most)} before"


def _count(days: int) -> str:
    return f"{days} day" if days == 1 else f"{days} days"
