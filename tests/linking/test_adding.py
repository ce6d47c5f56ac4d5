"""Articles that come, change and go one by one are linked as if all had come at once."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from graph.linking.judged import Judged
from graph.linking.resolver import Linking, in_order, resolve
from graph.linking.shelf import Shelf
from graph.model import Account, Actor, Article, Bill, Claim, Event, Participant, Quote, Window
from graph.terms import ActorKind, EventType, Factuality, Role
from tests.strategies import calm

ACTORS = (
    ("Ada Holm", ActorKind.PERSON, ()),
    ("Holm", ActorKind.PERSON, ()),
    ("Bo Holm", ActorKind.PERSON, ()),
    ("A. Holm", ActorKind.PERSON, ()),
    ("Parliament", ActorKind.LEGISLATURE, ()),
    ("Parliament of Arkania", ActorKind.LEGISLATURE, ("Parliament",)),
    ("Assembly", ActorKind.CHAMBER, ("Parliament",)),
    ("Water Users Union", ActorKind.ORGANISATION, ("WUU",)),
    ("WUU", ActorKind.ORGANISATION, ()),
)
BILLS = (
    ("water bill", None, "Arkania"),
    ("water and soil bill", None, None),
    ("soil bill", "12", "Arkania"),
    ("bill no. 12", "12", "Borduria"),
    ("the final text", None, None),
)
KINDS = (EventType.FIRST_READING, EventType.PASSAGE, EventType.ASSENT, EventType.PROMISE, EventType.RELEASE)
STATUSES = (Factuality.HAPPENED, Factuality.SCHEDULED, Factuality.PROMISED, Factuality.DENIED)
DAYS = st.integers(0, 12).map(lambda days: dt.date(2031, 3, 1) + dt.timedelta(days))


@st.composite
def accounts(draw: st.DrawFn, number: int) -> Account:
    """An article of a few confusable bills, actors and steps."""
    name, day = f"n{number}", draw(DAYS)
    who = draw(st.lists(st.sampled_from(ACTORS), unique=True, max_size=3))
    what = draw(st.lists(st.sampled_from(BILLS), unique=True, max_size=2))
    actors = tuple(Actor(f"actor/{name}-{i}", *one) for i, one in enumerate(who))
    bills = tuple(Bill(f"bill/{name}-{i}", one, (), *more) for i, (one, *more) in enumerate(what))
    events, claims = list[Event](), list[Claim]()
    for i in range(draw(st.integers(0, 3))):
        about = draw(st.sampled_from(bills)).id if bills and draw(st.booleans()) else None
        parts = tuple(Participant(one.id, Role.AGENT) for one in actors if draw(st.booleans()))
        event = Event(f"event/{name}-{i}", draw(st.sampled_from(KINDS)), about, None, parts)
        start = draw(st.none() | DAYS)
        window = (
            Window(start, None, None, start + dt.timedelta(draw(st.integers(0, 2)))) if start else Window()
        )
        quote = (Quote("text", 0, 1, "x"),)
        status = draw(st.sampled_from(STATUSES))
        after = tuple(one.id for one in events if draw(st.booleans()))
        claims.append(
            Claim(f"claim/{name}-{i}", event.id, status, quote, "", 0.5, window=window, after=after)
        )
        events.append(event)
    article = Article(name, draw(st.sampled_from(("On water", "On soil", ""))), "x", day)
    return Account(article, actors=actors, bills=bills, events=tuple(events), claims=tuple(claims))


Step = tuple[Account | str, Judged]


@st.composite
def histories(draw: st.DrawFn) -> list[Step]:
    """Articles that come, come again with other words, or go, and what people say of pairs meanwhile."""
    steps, judged = list[Step](), Judged()
    for _ in range(draw(st.integers(1, 9))):
        number = draw(st.integers(0, 5))
        if draw(st.integers(0, 3)) == 0:
            things = st.tuples(*2 * [st.sampled_from(sorted(_things(steps)) or ["", "."])])
            one, other = draw(things)
            if one != other:
                pair = frozenset([(one, other)])
                same = draw(st.booleans())
                judged = Judged(judged.same ^ pair, judged.apart) if same else replace(judged, apart=pair)
        steps.append((f"n{number}" if draw(st.integers(0, 4)) == 0 else draw(accounts(number)), judged))
    return steps


def _things(steps: list[Step]) -> set[str]:
    told = [one for one, _ in steps if isinstance(one, Account)]
    found = {thing.id for one in resolve(told[-1:]) for thing in (*one.bills, *one.actors, *one.events)}
    return found | {thing.id for one in resolve(told[:1]) for thing in (*one.bills, *one.actors, *one.events)}


@calm
@given(histories())
def test_one_by_one_is_all_at_once(history: list[Step]) -> None:
    linking, held = Linking(Shelf.open()), dict[str, Account]()
    for step, judged in history:
        linking.judged = judged
        if isinstance(step, str):
            held.pop(step, None)
            linking.change([], [step])
        else:
            held[step.article.id] = step
            linking.change([step])
        together = resolve(held.values(), judged)
        assert tuple(linking.named(one) for one in in_order(held.values())) == together


def test_what_is_no_longer_said_of_a_pair_counts_no_longer() -> None:
    day, person = dt.date(2031, 3, 1), ActorKind.PERSON
    held = [
        Account(Article(f"n{i}", "On water", "x", day), actors=(Actor(f"actor/n{i}", name, person),))
        for i, name in enumerate(("Ada Holm", "Ole Marsh", "Ida Brook"))
    ]
    holm, marsh, brook = (one.actors[0].id for one in resolve(held))
    linking = Linking(Shelf.open())
    linking.change(held)
    same, apart = frozenset([(holm, marsh)]), frozenset([(holm, marsh), (marsh, brook), (holm, brook)])
    for judged in (Judged(same, apart), Judged(same, apart - same)):
        linking.judged = judged
        linking.change([])
        assert tuple(linking.named(one) for one in in_order(held)) == resolve(held, judged)


@calm
@given(st.tuples(*(accounts(number) for number in range(5))), st.permutations(range(5)))
def test_any_order_is_one_order(made: tuple[Account, ...], order: list[int]) -> None:
    linking = Linking(Shelf.open())
    for number in order:
        linking.change([made[number]])
    assert tuple(linking.named(one) for one in in_order(made)) == resolve(made)
