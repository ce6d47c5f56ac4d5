"""Identifiers of what one article says, minted from what it says, so that they can be found again from the
store.

A claim's identifier rests on its sentences and what is read from them; an event's on its claims; an actor's
and a bill's on what the article calls them. Nothing rests on offsets: a paragraph put in before changes none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from graph.model import Account, Actor, Bill, Claim, Quote
from graph.terms import EventType, Stance
from graph.vocabulary import article_id, mint


def actor_identifier(article: str, actor: Actor) -> str:
    """Return the identifier of an actor in an article (by the article's own `id`)."""
    return mint("actor", actor.name, article_id(article), actor.kind, *actor.aliases)


def bill_identifier(article: str, bill: Bill) -> str:
    """Return the identifier of a bill in an article."""
    return mint("bill", bill.name, article_id(article), bill.number or "", *bill.aliases)


def claim_identifier(article: str, kind: EventType, claim: Claim, source: str | None, nth: int = 1) -> str:
    """Return the identifier of a claim; `source` is the name of its speaker, `nth` tells equal ones apart."""
    content = (*_words(claim.quotes), claim.because, source or "", str(nth))
    return mint("claim", f"{claim.factuality} {kind}", article_id(article), *content)


def position_identifier(article: str, stance: Stance, holder: str, bill: str | None) -> str:
    """Return the identifier of a position by the names of its holder and its bill."""
    return mint("position", f"{stance} {holder}", article_id(article), bill or "")


def event_identifier(kind: EventType, bill: str | None, claims: Iterable[str]) -> str:
    """Return the identifier of an event by the name of its bill and the identifiers of its claims."""
    about = f" {bill}" if bill and kind.is_stage else ""
    return mint("event", f"{kind}{about}", min(claims))


def _words(quotes: Iterable[Quote]) -> tuple[str, ...]:
    return tuple(f"{quote.part}:{quote.exact}" for quote in quotes)


def local_identifiers(account: Account) -> dict[str, str]:
    """Return the article's own identifier for each actor, bill and event, by the one it has now."""
    article, found = account.article.id, dict[str, str]()
    for actor in account.actors:
        found[actor.id] = actor_identifier(article, actor)
    for bill in account.bills:
        found[bill.id] = bill_identifier(article, bill)
    names = {bill.id: bill.name for bill in account.bills}
    claims = defaultdict[str, list[str]](list)
    for claim in account.claims:
        claims[claim.event].append(claim.id)
    for event in account.events:
        if claims[event.id]:
            found[event.id] = event_identifier(event.type, names.get(event.bill or ""), claims[event.id])
    return found
