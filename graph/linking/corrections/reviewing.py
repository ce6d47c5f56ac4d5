"""What a person should look at: judgements that could not be carried out, things of several articles that may
be one, and claims that are unsure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import get_args

from graph.language.sentences import cut
from graph.linking.corrections.fields import window_text
from graph.linking.corrections.finding import names_in
from graph.linking.corrections.judgements import Judgement, active
from graph.linking.corrections.replay import judged_of
from graph.linking.resolver import doubtful, in_order
from graph.model import Account, Actor, Bill, Claim, Collection, Correction, Part, Position, Quote
from graph.terms import Standing, Verdict
from graph.vocabulary import article_id

SURE = 0.6
"""Confidence from which on a claim is not listed: nearly all positions, which a classifier weighs, lie below,
and no event does; events found by one sign alone have 0.7.
"""


class Reason(StrEnum):
    """Why something is listed."""

    STALE = "stale"
    CONFLICTING = "conflicting"
    OVERRULED = "overruled"  # by a later judgement of another person
    ALIKE = "alike"  # two bills, two actors or two events that may be one
    UNSURE = "unsure"
    READ = "read"  # only where everything is asked for


@dataclass(frozen=True, slots=True)
class Side:
    """One of two things that may be one: its identifier, its name, and the first sentence that names it."""

    article: str
    identity: str
    what: str
    quote: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing to look at.

    Attributes:
        identity: of the judgement, of the claim or position, or of a bill, an actor or an event.
        what: what was judged or read, in a few words.
        quote: the words of the article.
        problem: why a judgement is not applied, or two things are left apart; empty for what was read.
        confidence: of what was read; None for all else.
        other: what a bill, an actor or an event may be one with.
    """

    reason: Reason
    article: str
    identity: str
    what: str
    quote: str
    problem: str = ""
    confidence: float | None = None
    other: Side | None = None

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles in which it is to be looked at."""
        return (self.article, self.other.article) if self.other else (self.article,)


def doubts(
    collection: Collection,
    judgements: Iterable[Judgement],
    *,
    below: float = SURE,
    everything: bool = False,
) -> tuple[Doubt, ...]:
    """Return what should be looked at: judgements, then what may be one, then the least sure.

    Args:
        collection: with all judgements carried out.
        judgements: the whole log.
        below: confidence under which a claim or position that nobody judged is listed.
        everything: list everything that was read, sure or not.
    """
    kept = active(judgements)
    found = [*_of_judgements(collection.accounts, kept), *_alike(collection, kept)]
    for account in collection.accounts:
        found += _of_account(account, 1.1 if everything else below)
    order = list(Reason)
    return tuple(
        sorted(found, key=lambda d: (order.index(d.reason), d.confidence or 0, d.article, d.identity))
    )


def _of_judgements(accounts: Sequence[Account], judgements: Iterable[Judgement]) -> Iterator[Doubt]:
    fates = {one.id: one for account in accounts for one in account.corrections}
    last = {_subject(one): one for one in fates.values() if one.standing is Standing.APPLIED}
    for judgement in judgements:
        fate = fates.get(judgement.id)
        article = judgement.articles[0]
        anchor = judgement.target.anchor if judgement.target else None
        quote, what = anchor.exact if anchor else "", in_words(judgement)
        if fate is None:
            problem = f"the store holds no article “{article}”"
            yield Doubt(Reason.STALE, article, judgement.id, what, quote, problem)
        elif fate.standing in (Standing.STALE, Standing.CONFLICTING):
            yield Doubt(Reason(fate.standing), article, judgement.id, what, quote, fate.problem)
        elif fate.standing is Standing.OVERRULED and _by_another(fate, last):
            yield Doubt(Reason.OVERRULED, article, judgement.id, what, quote, fate.problem)


def _subject(one: Correction) -> tuple[str | None, str | None, bool]:
    """Return what a judgement speaks of: of two on one subject the later counts."""
    return one.about, one.field, one.verdict in (Verdict.SAME, Verdict.NOT_SAME)


def _by_another(fate: Correction, last: dict[tuple[str | None, str | None, bool], Correction]) -> bool:
    later = last.get(_subject(fate))
    return later is not None and later.who != fate.who


def _alike(collection: Collection, judgements: Sequence[Judgement]) -> Iterator[Doubt]:
    """Yield the pairs that linking leaves apart until a person says.

    A pair that the collection does not know, linked by earlier rules, waits until all is linked anew.
    """
    accounts = in_order(collection.accounts)
    names = {**collection.names, **{one.event: one.label for one in collection.assessments}}
    for pair in doubtful(accounts, judged_of(accounts, judgements)):
        if not {pair.one, pair.other} <= names.keys():
            continue
        one, other = (_side(accounts, identity, names[identity]) for identity in (pair.one, pair.other))
        problem = "; ".join((pair.problem, *pair.reasons))
        yield Doubt(Reason.ALIKE, one.article, one.identity, one.what, one.quote, problem, other=other)


def _side(accounts: Sequence[Account], identity: str, name: str) -> Side:
    """Return a bill, an actor or an event with the first sentence that tells it; without one where none
    does.
    """
    telling = [account for account, _ in holders(accounts, identity)]
    for account in telling:
        if (quote := naming_quote(account, identity)) is not None:
            return Side(account.article.id, identity, name, quote.exact)
    return Side(telling[0].article.id, identity, name, "")


def naming_quote(account: Account, identity: str) -> Quote | None:
    """Return the first sentence of an article, its title last, that names an actor or a bill or tells an
    event.
    """
    quotes = [quote for claim in account.claims if claim.event == identity for quote in claim.quotes]
    if quotes:
        return min(quotes, key=lambda quote: quote.part == "title")
    names, parts = names_of(account, identity), sorted(get_args(Part))
    for part in parts:
        text = account.article.part(part)
        for start, end in cut(text):
            if any(name in text[start:end] for name in names):
                return Quote(part, start, end, text[start:end])
    return None


def names_of(account: Account, identity: str) -> tuple[str, ...]:
    """Return what an article calls an actor or a bill."""
    named: list[Actor | Bill] = [*account.actors, *account.bills]
    return next((one.name, *one.aliases) for one in named if one.id == identity)


def _of_account(account: Account, below: float) -> Iterator[Doubt]:
    judged = {one.about for one in account.corrections if one.standing is Standing.APPLIED}
    said: list[Claim | Position] = [*account.claims, *account.positions]
    for one in said:
        unsure = one.confidence < below and below <= 1 and one.id not in judged
        if unsure or below > 1:
            yield Doubt(
                Reason.READ if below > 1 else Reason.UNSURE,
                account.article.id,
                one.id,
                described(account, one),
                one.quotes[0].exact,
                confidence=one.confidence,
            )


def described(account: Account, one: Claim | Position) -> str:
    """Return what a claim or position says in a few words, as judgements write it."""
    names = names_in(account)
    if isinstance(one, Position):
        parts = [one.stance, names.get(one.holder), names.get(one.bill or ""), one.factuality]
    else:
        event = next(event for event in account.events if event.id == one.event)
        agents = "; ".join(f"{p.role}: {names.get(p.actor, p.actor)}" for p in event.participants)
        parts = [event.type, names.get(event.bill or ""), one.factuality, window_text(one.window), agents]
    return ", ".join(str(part) for part in parts if part)


def in_words(judgement: Judgement) -> str:
    """Return what a judgement says in a few words: "change status → happened of the claim release"."""
    if judgement.target is None:
        return f"undo {judgement.undoes}"
    fields = ", ".join(f"{name} → {value or 'none'}" for name, value in judgement.fields)
    trait = judgement.target.traits[0][1] if judgement.target.traits else judgement.target.article
    words = f"{judgement.verdict} {fields}".strip()
    return words if judgement.verdict == "add" else f"{words} of the {judgement.target.thing} {trait}"


def holders(accounts: Iterable[Account], identity: str) -> tuple[tuple[Account, tuple[str, ...]], ...]:
    """Return the accounts that have a record of an identifier, each with the records to judge: for an event
    its claims, for an article itself.
    """
    found = list[tuple[Account, tuple[str, ...]]]()
    for account in accounts:
        if identity in (account.article.id, article_id(account.article.id)):
            found.append((account, (article_id(account.article.id),)))
            continue
        told = {one.id for one in account.claims} | {one.id for one in account.positions}
        known = told | {one.id for one in account.tenures} | {*names_in(account)}
        claims = tuple(claim.id for claim in account.claims if claim.event == identity)
        if identity in known or claims:
            found.append((account, claims or (identity,)))
    return tuple(found)
