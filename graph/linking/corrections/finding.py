"""From a record to the description that a judgement keeps of it, and from the description back to the record.

Descriptions are made from, and looked for in, what the program reads by itself, without any correction: a
judgement is found whatever other judgements say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from graph.errors import CorrectionError
from graph.linking.account import read_account
from graph.linking.corrections.anchoring import anchor_at, anchor_of, find
from graph.linking.corrections.fields import Thing, a
from graph.linking.corrections.judgements import Target
from graph.linking.corrections.stated import as_stated
from graph.model import Account, Actor, Article, Bill, Claim, Part, Position, Quote, Tenure
from graph.terms import Standing, Verdict
from graph.vocabulary import article_id

Read = Callable[[Article], Account]
"""Reads an article."""
Quoting = Claim | Position | Tenure


@dataclass(frozen=True, slots=True)
class Unfit:
    """Why a judgement is not applied."""

    standing: Standing
    problem: str


def stale(problem: str) -> Unfit:
    """What it is about is no longer found."""
    return Unfit(Standing.STALE, problem)


def conflicting(problem: str) -> Unfit:
    """It cannot be carried out."""
    return Unfit(Standing.CONFLICTING, problem)


def target_of(account: Account, identity: str, *, read: Read = read_account) -> Target:
    """Return the description of one record of an account, by which it is found again.

    Args:
        account: as the store has it, corrections included.
        identity: of a claim, position, tenure, actor or bill, or of the article.
        read: reads the article again, where it carries corrections.

    Raises:
        CorrectionError: the account has no such record, or others that cannot be told from it.
    """
    article = account.article
    if identity == article_id(article.id):
        return Target(article.id, Thing.ARTICLE)
    found = _record(account, identity)
    if isinstance(found, Claim) and any(
        one.verdict is Verdict.ADD and one.about == identity for one in account.corrections
    ):
        return Target(
            article.id, Thing.CLAIM, anchor_of(article, _telling(found.quotes)), (("added", identity),)
        )
    original = read(as_stated(account)) if account.corrections else account
    if isinstance(found, Actor | Bill):
        told = [_named_target(original, found, name) for name in (found.name, *found.aliases)]
    else:
        by_itself = next(one for one in _records(original, _thing(found)) if one.id == identity)
        assert not isinstance(by_itself, Actor | Bill)
        anchor = anchor_of(article, _telling(by_itself.quotes))
        told = [Target(article.id, _thing(found), anchor, _traits(original, by_itself))]
    places = [locate(original, target) for target in told]
    for target, place in zip(told, places, strict=True):
        if isinstance(place, str):
            return target
    assert isinstance(places[0], Unfit)
    raise CorrectionError(places[0].problem, place=f"{article.id}, {identity}")


def _telling(quotes: Sequence[Quote]) -> Quote:
    """Return the sentence that a judgement hangs on: the first of the text, a title only where it is all."""
    return next((quote for quote in quotes if quote.part == "text"), quotes[0])


def _named_target(account: Account, one: Actor | Bill, name: str) -> Target:
    """Return the description of an actor or bill by a name, with the first place where it stands."""
    anchor = None
    for part in get_args(Part):
        start = account.article.part(part).find(name) if name else -1
        if anchor is None and start >= 0:
            anchor = anchor_at(account.article, part, start, start + len(name))
    return Target(account.article.id, _thing(one), anchor, (("name", name),))


def locate(original: Account, target: Target) -> str | Unfit:
    """Return the identifier of the record that a target describes in an account as the program reads it."""
    if target.thing is Thing.ARTICLE:
        return article_id(original.article.id)
    place = None
    if target.anchor is not None:
        place = find(original.article, target.anchor)
        if place == "gone":
            return stale("the words no longer stand in the article")
        if place == "several" and target.thing not in (Thing.ACTOR, Thing.BILL):
            return stale("the words stand in several places, and none of them is surely the one meant")
    if target.traits[0][0] == "added":
        return target.traits[0][1]
    fitting = [one for one in _records(original, target.thing) if _fits(original, one, target, place)]
    for name, value in target.traits[1:]:
        closer = [one for one in fitting if (name, value) in _traits(original, one)]
        fitting = closer or fitting
    if not fitting:
        name, value = target.traits[0]
        return stale(f"{a(target.thing)} with the {name} “{value}” is no longer read from these words")
    if len(fitting) > 1:
        return conflicting(f"it fits {len(fitting)} records equally well")
    return fitting[0].id


def _fits(account: Account, one: Quoting | Actor | Bill, target: Target, place: object) -> bool:
    """Whether a record has the trait that must hold and, where it quotes, quotes the place."""
    if isinstance(one, Actor | Bill):
        wanted = target.traits[0][1].casefold()
        return wanted in {name.casefold() for name in (one.name, *one.aliases)}
    name, value = target.traits[0]
    if name == "holder":
        known = {x.id: (x.name, *x.aliases) for x in account.actors}
        if isinstance(one, Claim) or value not in known[one.holder]:
            return False
    elif (name, value) not in _traits(account, one):
        return False
    return isinstance(place, Quote) and any(
        q.part == place.part and q.start < place.end and place.start < q.end for q in one.quotes
    )


def _records(account: Account, thing: Thing) -> Iterable[Quoting | Actor | Bill]:
    match thing:
        case Thing.CLAIM:
            return account.claims
        case Thing.POSITION:
            return account.positions
        case Thing.TENURE:
            return account.tenures
        case Thing.ACTOR:
            return account.actors
        case _:
            return account.bills


def _record(account: Account, identity: str) -> Quoting | Actor | Bill:
    for thing in Thing:
        for one in _records(account, thing):
            if one.id == identity:
                return one
    raise CorrectionError(
        f"nothing with the identifier {identity[:80]!r} was read from the article",
        place=account.article.id,
        remedy="`python -m graph review --all` lists what was read",
    )


def _thing(record: Quoting | Actor | Bill) -> Thing:
    return Thing(type(record).__name__.lower())


def names_in(account: Account) -> dict[str, str]:
    """Return the names of an account's actors and bills by identifier."""
    return {x.id: x.name for x in account.actors} | {x.id: x.name for x in account.bills}


def _traits(account: Account, one: Quoting | Actor | Bill) -> tuple[tuple[str, str], ...]:
    names = names_in(account)
    if isinstance(one, Actor | Bill):
        return (("name", one.name),)
    if isinstance(one, Tenure):
        return (("holder", names[one.holder]), ("title", one.title), ("capacity", str(one.capacity)))
    speaker = ("speaker", names.get(one.source or "", ""))
    if isinstance(one, Position):
        about = ("bill", names.get(one.bill or "", ""))
        return (("holder", names[one.holder]), ("stance", str(one.stance)), about, speaker)
    event = next(event for event in account.events if event.id == one.event)
    return (
        ("type", str(event.type)),
        ("status", str(one.factuality)),
        speaker,
        ("bill", names.get(event.bill or "", "")),
        ("participants", "; ".join(sorted(f"{p.role}: {names[p.actor]}" for p in event.participants))),
        ("words", one.expression or ""),
    )
