"""From a draft to the account of an article: events, claims, positions, tenures and provisions with
identifiers.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from graph.extraction.coverage import covered
from graph.extraction.draft import Draft, EventMention, Place, When
from graph.extraction.steps import STEPS, Step, read
from graph.linking.bodies_meant import with_bodies
from graph.linking.coreference import Merged, fullest, merge
from graph.linking.guard import guarded
from graph.linking.identifiers import (
    actor_identifier,
    bill_identifier,
    claim_identifier,
    event_identifier,
    position_identifier,
)
from graph.linking.voices import by_voice, quotes_of
from graph.model import (
    Account,
    Actor,
    Article,
    Bill,
    Claim,
    Distance,
    Event,
    Participant,
    Position,
    Provision,
    Quote,
    Tenure,
)
from graph.terms import Role
from graph.vocabulary import article_id, mint


def read_account(article: Article, steps: Iterable[Step] = STEPS) -> Account:
    """Return everything that one article says; `steps` are those of extraction to take.

    Raises:
        UnreadError: a rule breaks on this text or takes too long over it.
        ModelError: the language model cannot be loaded.
        LexiconError: a lexicon breaks its own rules.
    """
    with guarded(article):
        return account_of(read(article, steps))


@dataclass(frozen=True, slots=True)
class _Named:
    """The actors and bills of an article by referent key, with their final identifiers."""

    actors: dict[str, Actor]
    bills: dict[int, Bill]

    def bill(self, key: int | None) -> Bill | None:
        return None if key is None else self.bills.get(key)


def account_of(draft: Draft) -> Account:
    """Return the account that a draft amounts to; every event and claim keeps its sentences."""
    merged = merge(draft)
    with_bodies(draft, merged)
    named = _named(draft, merged)
    seen = set[str]()
    claims = [_claims(draft, event, named, seen) for event in merged]
    identities = [
        event_identifier(
            event.type, bill.name if (bill := named.bill(event.bill)) else None, [c.id for c in said]
        )
        for event, said in zip(merged, claims, strict=True)
    ]
    at = {place: identities[number] for number, event in enumerate(merged) for place in event.places}
    events = tuple(_event(draft, event, identities[n], named, at) for n, event in enumerate(merged))
    joined = tuple(_joined(c, identities[n], at) for n, said in enumerate(claims) for c in said)
    positions, tenures, provisions = (
        _positions(draft, named),
        _tenures(draft, named),
        _provisions(draft, named),
    )
    used = {q for found in (joined, positions, tenures, provisions) for one in found for q in one.quotes}
    return Account(
        draft.text.article,
        covered(draft, frozenset(used)),
        tuple(sorted({actor.id: actor for actor in named.actors.values()}.values(), key=lambda a: a.id)),
        tenures,
        tuple(sorted(named.bills.values(), key=lambda bill: bill.id)),
        provisions,
        events,
        tuple(c.claim for c in joined),
        positions,
        draft.expressions,
    )


def _named(draft: Draft, merged: list[Merged]) -> _Named:
    """Return who and what the article speaks of, after marking everything that something is said about."""
    article = draft.text.article.id
    draft.actors.all_named()
    for event in merged:
        for key, _ in _parts(draft, event):
            draft.actors.referents[key].takes_part = True
    concerned = {event.bill for event in merged} | {position.bill for position in draft.positions}
    for referent in draft.bills.referents:
        told = referent.key in concerned or referent is draft.bills.main
        referent.concerned |= told or referent.in_the_making
    actors = {key: replace(a, id=actor_identifier(article, a)) for key, a in draft.actors.listed().items()}
    bills = {
        key: replace(b, id=bill_identifier(article, b))
        for key, b in draft.bills.listed(draft.country).items()
    }
    return _Named(actors, bills)


@dataclass(frozen=True, slots=True)
class _Said:
    """A claim before events have identifiers: with the mentions that it rests on and the time it takes."""

    claim: Claim
    mentions: tuple[EventMention, ...]
    when: When

    @property
    def id(self) -> str:
        return self.claim.id

    @property
    def quotes(self) -> tuple[Quote, ...]:
        return self.claim.quotes


def _event(draft: Draft, event: Merged, identity: str, named: _Named, at: dict[Place, str]) -> Event:
    parts = sorted(
        Participant(named.actors[key].id, role) for key, role in _parts(draft, event) if key in named.actors
    )
    bill = named.bill(event.bill)
    announced = {at[place] for m in event.mentions for place in m.announces if place in at}
    return Event(
        identity,
        event.type,
        bill.id if bill else None,
        next((m.stage for m in event.mentions if m.stage), None),
        tuple(dict.fromkeys(parts)),
        tuple(sorted(announced - {identity})),
    )


def _parts(draft: Draft, event: Merged) -> list[tuple[str, Role]]:
    """Return who takes part; groups that differ only in what is said of them ("political prisoners") count
    once.
    """
    found = dict[tuple[str, Role], tuple[str, Role]]()
    for key, role in event.parts:
        referent = draft.actors.referents[key]
        head = referent.name.split()[-1].lower() if referent.sort == "group" else key
        found.setdefault((head, role), (key, role))
    return list(found.values())


def _best_when(mentions: list[EventMention]) -> When:
    """Return the time of a group of mentions: the narrowest window, and the distance from another event if
    any.
    """

    def width(when: When) -> int:
        window = when.window
        return (window.end - window.start).days if window.start and window.end else 10**6

    timed = [m.when for m in mentions if m.when.expression]
    measured = next((when for when in timed if isinstance(when.anchor, tuple)), None)
    best = min(timed, key=width, default=When())
    if measured is None or best is measured:
        return best
    words = measured.expression if best.window.is_open else best.expression
    return replace(measured, window=best.window, expression=words, timex=best.timex)


def _claims(draft: Draft, event: Merged, named: _Named, seen: set[str]) -> list[_Said]:
    """Return one claim for each way in which the article tells an event; `seen` are the identifiers taken."""
    article, found = draft.text.article.id, list[_Said]()
    for group in by_voice(event):
        first, when = group[0], _best_when(group)
        source = named.actors.get(first.source or "")
        claim = Claim(
            id="",
            event="",
            factuality=first.status,
            quotes=quotes_of(draft, group),
            because="; ".join(dict.fromkeys(word for m in group for word in m.because))[:400],
            confidence=round(max(m.confidence for m in group), 2),
            source=source.id if source else None,
            window=when.window,
            expression=when.expression,
            timex=when.timex,
            outcome=next((m.outcome for m in group if m.outcome), None),
            votes=fullest(m.votes for m in group),
        )
        speaker, nth = source.name if source else None, 1
        identity = claim_identifier(article, event.type, claim, speaker)
        while identity in seen:
            nth += 1
            identity = claim_identifier(article, event.type, claim, speaker, nth)
        seen.add(identity)
        found.append(_Said(replace(claim, id=identity), tuple(group), when))
    return found


def _joined(said: _Said, identity: str, at: dict[Place, str]) -> _Said:
    """Return a claim with the identifiers of its event and of the events that it hangs on."""

    def known(places: list[Place]) -> tuple[str, ...]:
        return tuple(sorted({at[p] for p in places if p in at} - {identity}))

    claim = replace(
        said.claim,
        event=identity,
        distance=_distance(said.when, at, identity),
        after=known([p for m in said.mentions for p in m.after]),
        before=known([p for m in said.mentions for p in m.before]),
        conditions=known([p for m in said.mentions for p in m.conditions]),
    )
    return replace(said, claim=claim)


def _distance(when: When, at: dict[Place, str], identity: str) -> Distance | None:
    if isinstance(when.anchor, tuple):
        anchor = at.get(when.anchor)
        return Distance(anchor, when.at_least, when.at_most) if anchor and anchor != identity else None
    if when.anchor is not None:
        return Distance(when.anchor, when.at_least, when.at_most)
    return None


def _positions(draft: Draft, named: _Named) -> tuple[Position, ...]:
    """Return one position for each actor, stance and bill, with all the sentences that tell it."""
    article, found = draft.text.article.id, dict[str, Position]()
    for mention in draft.positions:
        holder, bill = named.actors.get(mention.holder), named.bill(mention.bill)
        if holder is None:
            continue
        source = named.actors.get(mention.source or "")
        identity = position_identifier(article, mention.stance, holder.name, bill.name if bill else None)
        old = found.get(identity)
        if old is not None:
            quotes = tuple(sorted({*old.quotes, mention.quote}, key=lambda q: (q.part == "text", q.start)))
            found[identity] = replace(old, quotes=quotes)
            continue
        found[identity] = Position(
            identity,
            holder.id,
            mention.stance,
            bill.id if bill else None,
            (mention.quote,),
            mention.because,
            mention.confidence,
            mention.status,
            source.id if source else None,
        )
    return tuple(found.values())


def _tenures(draft: Draft, named: _Named) -> tuple[Tenure, ...]:
    """Return who holds which office; an office of no known sort counts only where its body is told."""
    article, found = article_id(draft.text.article.id), dict[str, Tenure]()
    for key, referent in draft.actors.referents.items():
        holder = named.actors.get(key)
        for office, quote in referent.offices:
            if holder is None or (office.sort == "other" and not office.organisation):
                continue
            identity = mint("tenure", f"{holder.name} {office.title}", article, office.capacity)
            found.setdefault(
                identity,
                Tenure(identity, holder.id, office.title, office.organisation, office.capacity, (quote,)),
            )
    return tuple(found[identity] for identity in sorted(found))


def _provisions(draft: Draft, named: _Named) -> tuple[Provision, ...]:
    article, found = article_id(draft.text.article.id), dict[str, Provision]()
    for mention in draft.provisions:
        bill = named.bill(mention.bill)
        if bill is not None:
            identity = mint("provision", mention.words, article, mention.kind)
            found[identity] = Provision(
                identity, bill.id, mention.kind, mention.words, (mention.quote,), mention.scope
            )
    return tuple(found[identity] for identity in sorted(found))
