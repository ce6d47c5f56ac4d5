"""A collection as tables: one row for each event, actor, bill, claim, position, article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from graph.model import Account, Actor, Assessment, Bill, Claim, Collection, Event, Window
from graph.rdf.csvfiles import Row
from graph.rdf.order import collection_in_order
from graph.rdf.wikidata import items
from graph.terms import Role

Names = Mapping[str, str]
COLUMNS: dict[str, tuple[str, ...]] = {
    "events": (
        *("id", "type", "stage", "label", "status", "outcome", "bill", "bill_name"),
        *("start", "end", "earliest_begin", "latest_begin", "earliest_end", "latest_end"),
        *("start_if_kept", "end_if_kept", "agents", "recipients", "affected"),
        *("votes_for", "votes_against", "votes_abstain", "follows", "claims", "articles", "quote"),
    ),
    "actors": ("id", "name", "kind", "aliases", "offices", "events", "articles", "wikidata"),
    "bills": ("id", "name", "aliases", "number", "jurisdiction", "events", "articles"),
    "claims": (
        *("id", "article", "published", "event", "event_type", "factuality", "source", "source_name"),
        *("start", "end", "expression", "timex", "outcome", "confidence", "because", "quotes"),
    ),
    "positions": (
        *("id", "article", "published", "holder", "holder_name", "stance", "bill", "bill_name"),
        *("factuality", "source", "source_name", "confidence", "because", "quotes"),
    ),
    "articles": ("id", "title", "outlet", "published", "url", "events", "claims"),
}


def tables(collection: Collection) -> dict[str, list[Row]]:
    """Return a collection as rows, by the table names and columns of `COLUMNS`; the order is fixed."""
    whole = collection_in_order(collection)
    names = _names(whole)
    return {
        "events": _events(whole, names),
        "actors": _actors(whole, names),
        "bills": _bills(whole, names),
        "claims": [_claim(claim, account, names) for account in whole.accounts for claim in account.claims],
        "positions": _positions(whole, names),
        "articles": [_article(account) for account in whole.accounts],
    }


def _names(whole: Collection) -> Names:
    """Return the preferred name of each actor and bill, else the first that an article uses."""
    found = dict(whole.names)
    for account in whole.accounts:
        named: list[Actor | Bill] = [*account.actors, *account.bills]
        for one in named:
            found.setdefault(one.id, one.name)
    return found


def _events(whole: Collection, names: Names) -> list[Row]:
    assessed = {one.event: one for one in whole.assessments}
    claims = dict[str, list[tuple[Claim, Account]]]()
    events = dict[str, list[Event]]()
    for account in whole.accounts:
        for claim in account.claims:
            claims.setdefault(claim.event, []).append((claim, account))
        for event in account.events:
            events.setdefault(event.id, []).append(event)
    return [
        _event(found, assessed.get(name), claims.get(name, []), names)
        for name, found in sorted(events.items())
    ]


def _event(
    events: list[Event], assessment: Assessment | None, claims: list[tuple[Claim, Account]], names: Names
) -> Row:
    first = events[0]
    bill = next((event.bill for event in events if event.bill), None)
    window = assessment.window if assessment else Window()
    kept = (assessment.if_kept if assessment else None) or Window()
    votes = assessment.votes if assessment else None

    def taking(role: Role) -> list[str]:
        parts = {part.actor for event in events for part in event.participants if part.role is role}
        return sorted(names.get(actor, actor) for actor in parts)

    return {
        "id": first.id,
        "type": assessment.type if assessment else first.type,
        "stage": next((event.stage for event in events if event.stage), None),
        "label": assessment.label if assessment else None,
        "status": assessment.status if assessment else None,
        "outcome": assessment.outcome if assessment else None,
        "bill": bill,
        "bill_name": names.get(bill, bill) if bill else None,
        "start": window.start,
        "end": window.end,
        "earliest_begin": window.earliest_begin,
        "latest_begin": window.latest_begin,
        "earliest_end": window.earliest_end,
        "latest_end": window.latest_end,
        "start_if_kept": kept.start,
        "end_if_kept": kept.end,
        "agents": taking(Role.AGENT),
        "recipients": taking(Role.RECIPIENT),
        "affected": taking(Role.AFFECTED),
        "votes_for": votes.in_favour if votes else None,
        "votes_against": votes.against if votes else None,
        "votes_abstain": votes.abstain if votes else None,
        "follows": assessment.follows if assessment else (),
        "claims": len(claims),
        "articles": sorted({account.article.id for _, account in claims}),
        "quote": claims[0][0].quotes[0].exact if claims and claims[0][0].quotes else None,
    }


def _actors(whole: Collection, names: Names) -> list[Row]:
    rows = dict[str, dict[str, object]]()
    seen = dict[str, tuple[set[str], set[str], set[str], set[str]]]()
    linked = items(whole)
    for account in whole.accounts:
        for actor in account.actors:
            rows.setdefault(
                actor.id, {"id": actor.id, "name": names.get(actor.id, actor.id), "kind": actor.kind}
            )
            known, offices, events, articles = seen.setdefault(actor.id, (set(), set(), set(), set()))
            known.update((actor.name, *actor.aliases))
            articles.add(account.article.id)
            offices.update(tenure.title for tenure in account.tenures if tenure.holder == actor.id)
            events.update(
                event.id for event in account.events for part in event.participants if part.actor == actor.id
            )
    return [
        {
            **row,
            "aliases": sorted(seen[name][0] - {row["name"]}),
            "offices": sorted(seen[name][1]),
            "events": len(seen[name][2]),
            "articles": sorted(seen[name][3]),
            "wikidata": linked.get(name),
        }
        for name, row in sorted(rows.items())
    ]


def _bills(whole: Collection, names: Names) -> list[Row]:
    found = dict[str, dict[str, object]]()
    for account in whole.accounts:
        for bill in account.bills:
            row = found.setdefault(
                bill.id,
                {"id": bill.id, "name": names.get(bill.id, bill.id), "number": None, "jurisdiction": None},
            )
            row["number"] = row["number"] or bill.number
            row["jurisdiction"] = row["jurisdiction"] or bill.jurisdiction
            row["aliases"] = sorted(
                {*_strings(row, "aliases"), bill.name, *bill.aliases} - {str(row["name"])}
            )
            row["articles"] = sorted({*_strings(row, "articles"), account.article.id})
    bills = {event.id: event.bill for account in whole.accounts for event in account.events}
    events = Counter(bills.values())
    return [{**row, "events": events[name]} for name, row in sorted(found.items())]


def _strings(row: Row, column: str) -> list[str]:
    value = row.get(column)
    return value if isinstance(value, list) else []


def _claim(claim: Claim, account: Account, names: Names) -> Row:
    kinds = {event.id: event.type for event in account.events}
    return {
        "id": claim.id,
        "article": account.article.id,
        "published": account.article.published,
        "event": claim.event,
        "event_type": kinds.get(claim.event),
        "factuality": claim.factuality,
        "source": claim.source,
        "source_name": names.get(claim.source, claim.source) if claim.source else None,
        "start": claim.window.start,
        "end": claim.window.end,
        "expression": claim.expression,
        "timex": claim.timex,
        "outcome": claim.outcome,
        "confidence": claim.confidence,
        "because": claim.because,
        "quotes": [quote.exact for quote in claim.quotes],
    }


def _positions(whole: Collection, names: Names) -> list[Row]:
    return [
        {
            "id": one.id,
            "article": account.article.id,
            "published": account.article.published,
            "holder": one.holder,
            "holder_name": names.get(one.holder, one.holder),
            "stance": one.stance,
            "bill": one.bill,
            "bill_name": names.get(one.bill, one.bill) if one.bill else None,
            "factuality": one.factuality,
            "source": one.source,
            "source_name": names.get(one.source, one.source) if one.source else None,
            "confidence": one.confidence,
            "because": one.because,
            "quotes": [quote.exact for quote in one.quotes],
        }
        for account in whole.accounts
        for one in account.positions
    ]


def _article(account: Account) -> Row:
    article = account.article
    return {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published,
        "url": article.url,
        "events": len(account.events),
        "claims": len(account.claims),
    }
