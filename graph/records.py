"""The JSON records of the command line: what `extract` and `dates` print, one line an article.

The format is the one that `evaluation` reads; every event carries its quotes with their offsets.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import Any

from graph.linking.assessment import collect
from graph.model import (
    Account,
    Actor,
    Article,
    Assessment,
    Claim,
    Event,
    Position,
    Quote,
    TimeExpression,
    Votes,
)
from graph.terms import ActorKind
from graph.views.library import Library

Record = dict[str, Any]


def _day(date: dt.date | None) -> str | None:
    return date.isoformat() if date else None


def _quote(quote: Quote) -> Record:
    return {"part": quote.part, "start": quote.start, "end": quote.end, "text": quote.exact}


def _votes(votes: Votes | None) -> Record | None:
    return {"for": votes.in_favour, "against": votes.against, "abstain": votes.abstain} if votes else None


def _quotes(claims: list[Claim]) -> list[Quote]:
    """Return the quotes of some claims, each once, in text order."""
    found = {quote for claim in claims for quote in claim.quotes}
    return sorted(found, key=lambda quote: (quote.part == "text", quote.start))


def _claim(claim: Claim, names: dict[str, str]) -> Record:
    return {
        "status": claim.factuality,
        "source": names.get(claim.source or ""),
        "start": _day(claim.window.start),
        "end": _day(claim.window.end),
        "date_text": claim.expression,
        "outcome": claim.outcome,
        "votes": _votes(claim.votes),
        "evidence": [_quote(quote) for quote in claim.quotes],
        "confidence": claim.confidence,
        "because": claim.because,
    }


def _event(event: Event, assessment: Assessment, claims: list[Claim], names: dict[str, str]) -> Record:
    """Return the record of an event; `start` and `end` are the window that follows from everything the
    article says.
    """
    said = next((claim for claim in claims if claim.expression), claims[0])
    quotes = _quotes(claims)
    return {
        "id": event.id,
        "type": event.type,
        "stage": event.stage or event.type,
        "label": assessment.label,
        "outcome": assessment.outcome,
        "status": assessment.status,
        "bill": names.get(event.bill or ""),
        "start": _day(assessment.window.start),
        "end": _day(assessment.window.end),
        "latest_begin": _day(assessment.window.latest_begin),
        "earliest_end": _day(assessment.window.earliest_end),
        "date_text": said.expression,
        "participants": [
            {"name": names[p.actor], "role": p.role} for p in event.participants if p.actor in names
        ],
        "votes": _votes(assessment.votes),
        "according_to": sorted({names[claim.source] for claim in claims if claim.source in names}),
        "quotes": [quote.exact for quote in quotes],
        "evidence": [_quote(quote) for quote in quotes],
        "follows": list(assessment.follows),
        "confidence": max(claim.confidence for claim in claims),
        "because": "; ".join(claim.because for claim in claims),
        "claims": [_claim(claim, names) for claim in claims],
    }


def _position(position: Position, names: dict[str, str]) -> Record:
    """Return a position in the form of an event, as the annotation guidelines have it."""
    holder = names.get(position.holder, position.holder)
    return {
        "id": position.id,
        "type": position.stance,
        "stage": None,
        "label": f"{position.stance.capitalize()} by {holder}",
        "outcome": None,
        "status": position.factuality,
        "bill": names.get(position.bill or ""),
        "start": None,
        "end": None,
        "date_text": None,
        "participants": [{"name": holder, "role": "agent"}],
        "votes": None,
        "quotes": [quote.exact for quote in position.quotes],
        "evidence": [_quote(quote) for quote in position.quotes],
        "confidence": position.confidence,
        "because": position.because,
    }


def _actor(actor: Actor, account: Account) -> Record:
    return {
        "name": actor.name,
        "kind": "person" if actor.kind is ActorKind.PERSON else "organisation",
        "sort": actor.kind,
        "aliases": list(actor.aliases),
        "offices": [
            {"title": tenure.title, "organisation": tenure.organisation, "capacity": tenure.capacity}
            for tenure in account.tenures
            if tenure.holder == actor.id
        ],
    }


def extraction_record(account: Account) -> Record:
    """Return what one article says, by itself, as one JSON object."""
    collection = collect([account])
    (account,) = collection.accounts
    assessed = {assessment.event: assessment for assessment in collection.assessments}
    names, claims = collection.names, defaultdict[str, list[Claim]](list)
    for claim in account.claims:
        claims[claim.event].append(claim)
    events = [_event(e, assessed[e.id], claims[e.id], names) for e in account.events if e.id in assessed]
    return {
        "article": account.article.id,
        "published": _day(account.article.published),
        "bills": [
            {
                "name": bill.name,
                "aliases": list(bill.aliases),
                "number": bill.number,
                "jurisdiction": bill.jurisdiction,
                "provisions": [
                    {"kind": p.kind, "text": p.text, "from": _day(p.scope.start), "to": _day(p.scope.end)}
                    for p in account.provisions
                    if p.bill == bill.id
                ],
            }
            for bill in account.bills
        ],
        "actors": [_actor(actor, account) for actor in account.actors],
        "events": events + [_position(position, names) for position in account.positions],
        "sentences": [
            {"part": s.part, "start": s.start, "end": s.end, "use": s.use, "reason": s.reason or None}
            for s in account.sentences
        ],
        "notices": list(account.article.notices),
    }


def merged_record(shelf: Library, assessment: Assessment) -> Record:
    """Return an event as all articles of a library tell it together."""
    bill = shelf.bill_of(assessment.event)
    tellings = shelf.claims[assessment.event]
    return {
        "id": assessment.event,
        "type": assessment.type,
        "label": assessment.label,
        "outcome": assessment.outcome,
        "status": assessment.status,
        "bill": shelf.name(bill) if bill else None,
        "start": _day(assessment.window.start),
        "end": _day(assessment.window.end),
        "latest_begin": _day(assessment.window.latest_begin),
        "earliest_end": _day(assessment.window.earliest_end),
        "participants": [
            {"name": shelf.name(p.actor), "role": p.role} for p in shelf.participants(assessment.event)
        ],
        "votes": _votes(assessment.votes),
        "articles": [account.article.id for account in shelf.articles_of(assessment.event)],
        "quotes": [quote.exact for telling in tellings for quote in telling.quotes],
        "follows": list(assessment.follows),
    }


def dates_record(article: Article, expressions: tuple[TimeExpression, ...]) -> Record:
    """Return the time expressions of one article's text as one JSON object."""
    return {
        "article": article.id,
        "expressions": [
            {
                "start": e.start,
                "end": e.end,
                "text": e.text,
                "type": e.type,
                "value": e.value,
                "earliest": _day(e.earliest),
                "latest": _day(e.latest),
            }
            for e in expressions
            if e.part == "text"
        ],
    }
