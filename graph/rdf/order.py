"""One order for records whose order says nothing, so that equal content compares equal.

Graphs are sets: what is written and read back comes in this order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Protocol, TypeVar

from graph.model import (
    Account,
    Article,
    Assessment,
    Claim,
    Collection,
    Passage,
    Position,
    Provision,
    Quote,
    Tenure,
    Votes,
    Window,
)


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


Record = TypeVar("Record", bound=_Identified)
Quoting = TypeVar("Quoting", Claim, Position, Tenure, Provision)


def by_id(records: Iterable[Record]) -> tuple[Record, ...]:
    """Return records by identifier."""
    return tuple(sorted(records, key=lambda record: record.id))


def names(values: Iterable[str]) -> tuple[str, ...]:
    """Return each name or identifier once, sorted."""
    return tuple(sorted(set(values)))


def reading_order(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """Return each quote once as a reader meets them: the title first, then by place."""
    return tuple(sorted(set(quotes), key=lambda quote: (quote.part == "text", quote.start, quote.end)))


def passages(found: Iterable[Passage]) -> tuple[Passage, ...]:
    """Return each passage once, by place."""
    return tuple(sorted(set(found), key=lambda passage: (passage.start, passage.end, passage.kind)))


def votes(found: Votes | None) -> Votes | None:
    """Return None for a vote without any figure."""
    return None if found == Votes() else found


def nearest_first(follows: Iterable[str], depth: Mapping[str, int]) -> tuple[str, ...]:
    """Return the events that one comes after: those that come after most others themselves first."""
    return tuple(sorted(set(follows), key=lambda event: (-depth.get(event, 0), event)))


def account_in_order(account: Account) -> Account:
    """Return the account as it comes back from a graph: sorted, without sentences and time expressions."""
    article = account.article
    return Account(
        article=article_in_order(article),
        actors=by_id(replace(actor, aliases=names(actor.aliases)) for actor in account.actors),
        tenures=by_id(_with_quotes(tenure) for tenure in account.tenures),
        bills=by_id(replace(bill, aliases=names(bill.aliases)) for bill in account.bills),
        provisions=by_id(_with_quotes(provision) for provision in account.provisions),
        events=by_id(
            replace(
                event,
                participants=tuple(sorted(set(event.participants))),
                announces=names(event.announces),
            )
            for event in account.events
        ),
        claims=by_id(
            replace(
                _with_quotes(claim),
                after=names(claim.after),
                before=names(claim.before),
                conditions=names(claim.conditions),
                votes=votes(claim.votes),
            )
            for claim in account.claims
        ),
        positions=by_id(_with_quotes(position) for position in account.positions),
        corrections=by_id(account.corrections),
    )


def article_in_order(article: Article) -> Article:
    """Return the article with its passages and notices sorted."""
    return replace(article, set_aside=passages(article.set_aside), notices=names(article.notices))


def assessments_in_order(assessments: Iterable[Assessment]) -> tuple[Assessment, ...]:
    """Return assessments by event, each with what it follows nearest first."""
    found = tuple(assessments)
    depth = {one.event: len(set(one.follows)) for one in found}
    return tuple(
        sorted(
            (
                replace(
                    one,
                    follows=nearest_first(one.follows, depth),
                    votes=votes(one.votes),
                    if_kept=None if one.if_kept == Window() else one.if_kept,
                )
                for one in found
            ),
            key=lambda one: one.event,
        )
    )


def collection_in_order(collection: Collection) -> Collection:
    """Return the collection as it comes back from a store: accounts by the article's identifier."""
    return Collection(
        accounts=tuple(
            sorted(map(account_in_order, collection.accounts), key=lambda account: account.article.id)
        ),
        assessments=assessments_in_order(collection.assessments),
        names=dict(sorted(collection.names.items())),
    )


def _with_quotes(record: Quoting) -> Quoting:
    return replace(record, quotes=reading_order(record.quotes))
