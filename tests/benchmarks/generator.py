"""Made-up articles by the thousand, as accounts: `python -m tests.benchmarks.generator` tells what they hold.

Accounts are built directly, no text is read. Bills and actors are shared by a Zipf law, as news shares them:
few are in most articles, most are in few. An event of a bill is one of its steps, or one of some thirty
others, so that many articles tell one event. The same seed gives the same accounts on every machine.
"""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate

from graph.linking.assessment import preferred_names
from graph.model import (
    Account,
    Actor,
    Article,
    Assessment,
    Bill,
    Claim,
    Collection,
    Event,
    Participant,
    Position,
    Quote,
    Window,
)
from graph.rdf.order import account_in_order
from graph.terms import ActorKind, EventType, Factuality, Outcome, Role, Stance
from graph.vocabulary import article_id, mint

ZIPF = 1.05
FIRST_DAY = dt.date(2020, 1, 1)
STEPS = (
    *(EventType.INTRODUCTION, EventType.REFERRAL, EventType.COMMITTEE, EventType.FIRST_READING),
    *(EventType.SECOND_READING, EventType.THIRD_READING, EventType.PASSAGE, EventType.TRANSMISSION),
    *(EventType.ASSENT, EventType.PUBLICATION, EventType.COMMENCEMENT, EventType.AMENDMENT),
)
OTHERS = (EventType.STATEMENT, EventType.PROMISE, EventType.MEETING, EventType.PROTEST, EventType.DEBATE)
ROUNDS = 6  # of each other kind of event in a bill
STATUSES = (
    *[Factuality.HAPPENED] * 6,
    *(Factuality.SCHEDULED, Factuality.PROMISED, Factuality.REQUIRED),
    *(Factuality.POSSIBLE, Factuality.EXPECTED),
)
WORDS = (
    *("bill", "law", "house", "vote", "speaker", "minister", "reading", "debate", "clause"),
    *("motion", "party", "court", "order", "budget", "reform", "council", "session", "member"),
    *("sitting", "report", "deadline", "committee", "amendment", "leader", "question"),
    *("majority", "coalition", "district"),
)


class Zipf:
    """Numbers from 0 on, each the rarer the higher."""

    def __init__(self, count: int) -> None:
        self.numbers = range(count)
        self.weights = list(accumulate(1 / (rank + 1) ** ZIPF for rank in range(count)))

    def some(self, chance: random.Random, count: int) -> list[int]:
        """Return different numbers, `count` at most."""
        return list(dict.fromkeys(chance.choices(self.numbers, cum_weights=self.weights, k=count)))


def accounts(count: int, *, seed: int = 5, first: int = 0, of_a_bill: int | None = None) -> Iterator[Account]:
    """Yield accounts, numbered from `first` on, over the bills and actors that a store of so many has.

    Each has ten sentences, six to ten events with one to three participants, and some positions. Where
    `of_a_bill` is given, each bill has so many articles, one after the other, and no share by Zipf's law.
    """
    actors, bills = Zipf(200 + count // 20), Zipf(50 + count // 50)
    for number in range(first, first + count):
        chance = random.Random(f"{seed} {number}")
        ranks = [number // of_a_bill] if of_a_bill else bills.some(chance, 2)
        yield account_in_order(_account(chance, number, actors, ranks))


def actor_of(rank: int) -> Actor:
    """Return the actor of a rank, 0 the most frequent."""
    kinds = (ActorKind.PERSON, ActorKind.PERSON, ActorKind.LEGISLATURE, ActorKind.PARTY, ActorKind.GOVERNMENT)
    name = f"{WORDS[rank % len(WORDS)].capitalize()} Actor {rank}"
    return Actor(mint("actor", name), name, kinds[rank % len(kinds)], (f"Actor {rank}",))


def bill_of(rank: int) -> Bill:
    """Return the bill of a rank, 0 the most frequent."""
    name = f"{WORDS[rank * 7 % len(WORDS)].capitalize()} Bill {rank}"
    return Bill(mint("bill", name), name, (f"Bill {rank}",), str(1000 + rank), "Arkania")


def _account(chance: random.Random, number: int, actors: Zipf, ranks: Sequence[int]) -> Account:
    sentences = [" ".join(chance.choices(WORDS, k=18)).capitalize() + "." for _ in range(10)]
    text = " ".join(sentences)
    starts = [0, *accumulate(len(sentence) + 1 for sentence in sentences)]
    quotes = [Quote("text", start, start + len(s), s) for start, s in zip(starts, sentences, strict=False)]
    published = FIRST_DAY + dt.timedelta(number % 1500)
    name = f"article-{number:06}"
    article = Article(
        name,
        f"Made-up news {number}",
        text,
        published,
        f"Outlet {chance.randrange(40)}",
        f"https://x.example/{name}",
    )
    about = [bill_of(rank) for rank in ranks]
    cast = [actor_of(rank) for rank in actors.some(chance, 12)]
    events = dict[str, Event]()
    for _ in range(chance.randint(6, 10)):
        event = _event(chance, about, cast)
        events.setdefault(event.id, event)
    told = [_claim(chance, event, article, quotes, cast, list(events)) for event in events.values()]
    positions = [
        _position(chance, holder, about[0], article, quotes) for holder in cast[: chance.randrange(3)]
    ]
    return Account(
        article,
        actors=tuple(cast),
        bills=tuple(about),
        events=tuple(events.values()),
        claims=tuple(told),
        positions=tuple(positions),
    )


def _event(chance: random.Random, about: Sequence[Bill], cast: Sequence[Actor]) -> Event:
    bill = chance.choice(about)
    kind = chance.choice(STEPS) if chance.random() < 0.6 else chance.choice(OTHERS)
    turn = 0 if kind in STEPS else chance.randrange(ROUNDS)
    parts = {
        Participant(actor.id, chance.choice(list(Role))) for actor in chance.sample(cast, min(2, len(cast)))
    }
    identity = mint("event", f"{kind} {bill.name}", str(turn))
    return Event(identity, kind, bill.id, None, tuple(sorted(parts)))


def _claim(
    chance: random.Random,
    event: Event,
    article: Article,
    quotes: Sequence[Quote],
    cast: Sequence[Actor],
    events: Sequence[str],
) -> Claim:
    status, assert_day = chance.choice(STATUSES), article.published
    assert assert_day is not None
    shift = dt.timedelta(chance.randrange(30) * (-1 if status.is_fact else 1))
    start = assert_day + shift
    others = [one for one in chance.sample(events, min(2, len(events))) if one != event.id]
    return Claim(
        mint("claim", f"{status} {event.type}", article_id(article.id), event.id),
        event.id,
        status,
        tuple(chance.sample(quotes, 1)),
        f"rule: {event.type}; {status}",
        chance.choice((0.6, 0.75, 0.85, 0.95)),
        source=chance.choice(cast).id if chance.random() < 0.3 else None,
        window=Window(start, None, None, start + dt.timedelta(chance.randrange(7))),
        expression="some time",
        after=tuple(others[:1]) if chance.random() < 0.2 else (),
        outcome=Outcome.APPROVED if status.is_fact and event.type is EventType.PASSAGE else None,
    )


def _position(
    chance: random.Random, holder: Actor, bill: Bill, article: Article, quotes: Sequence[Quote]
) -> Position:
    stance = chance.choice(list(Stance))
    identity = mint("position", stance, article_id(article.id), holder.id, bill.id)
    return Position(identity, holder.id, stance, bill.id, (chance.choice(quotes),), f"rule: {stance}", 0.7)


def collection(count: int, *, seed: int = 5) -> Collection:
    """Return accounts as one collection, each event assessed by the word of the first article with it."""
    made = tuple(accounts(count, seed=seed))
    first = dict[str, tuple[Event, Claim]]()
    for account in made:
        claims = {claim.event: claim for claim in account.claims}
        for event in account.events:
            first.setdefault(event.id, (event, claims[event.id]))
    names = preferred_names(made)
    assessed = (
        Assessment(
            identity,
            event.type,
            f"{event.type} of {names[event.bill or '']}",
            claim.factuality,
            claim.outcome,
            window=claim.window,
            follows=tuple(one for one in claim.after if one < identity),
        )
        for identity, (event, claim) in sorted(first.items())
    )
    return Collection(made, tuple(assessed), names)


def main() -> None:
    """Print how much is in a thousand articles."""
    made = collection(1000)
    bills = Counter(bill.name for account in made.accounts for bill in account.bills)
    at_most, median = bills.most_common(1)[0][1], sorted(bills.values())[len(bills) // 2]
    print(f"articles of a bill: {at_most} at most, {median} median")


if __name__ == "__main__":
    main()
