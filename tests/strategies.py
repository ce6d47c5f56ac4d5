"""Hypothesis strategies for the records of `graph.model`: valid ones, with hostile texts in them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from graph.model import (
    Account,
    Actor,
    Article,
    Assessment,
    Bill,
    Claim,
    Collection,
    Correction,
    Distance,
    Event,
    Participant,
    Passage,
    Position,
    Provision,
    Quote,
    Tenure,
    Votes,
    Window,
)
from graph.terms import (
    ActorKind,
    Capacity,
    EventType,
    Factuality,
    Outcome,
    ProvisionKind,
    Role,
    Stance,
    Standing,
    Verdict,
)
from graph.vocabulary import article_id, mint

calm = settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
"""Few large examples, and no clock: a busy machine is no failure."""

HOSTILE = [
    '"}; DROP ALL #',
    "\\u0041 \\\\ \\",
    "line\nbreak\r\ttab",
    "</script><script>alert(1)</script>",
    "=1+1",
    "é\u0301 \u202e \U0001f600",
    "\x00\x01\x1f\x7f\x85\ufffe",
    "'''\"\"\"",
    "<http://example.org/>",
]
texts = st.one_of(
    st.sampled_from(HOSTILE), st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=30)
)
names = texts.filter(bool)
days = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31))
moments = st.datetimes(dt.datetime(1, 1, 1), dt.datetime(9999, 12, 31), timezones=st.just(dt.UTC)).map(
    lambda moment: moment.replace(microsecond=0)
)
maybe_days = st.none() | days
windows = st.builds(Window, maybe_days, maybe_days, maybe_days, maybe_days)
votes = st.builds(Votes, *([st.none() | st.integers(0, 10**6)] * 3))
confidences = st.floats(0, 1, allow_nan=False)


def minted(kind: str) -> st.SearchStrategy[str]:
    """Return local identifiers of one kind."""
    return st.builds(mint, st.just(kind), names)


@st.composite
def articles(draw: st.DrawFn, identifier: str | None = None) -> Article:
    text = draw(texts) + draw(texts)
    places = st.integers(0, len(text))
    kinds = st.sampled_from(["caption", "byline", "share", "copyright", "comments", "other"])
    return Article(
        id=identifier if identifier is not None else draw(names),
        title=draw(texts),
        text=text,
        published=draw(maybe_days),
        outlet=draw(st.none() | texts),
        url=draw(st.none() | texts),
        retold=draw(st.booleans()),
        set_aside=tuple(draw(st.lists(st.builds(Passage, places, places, kinds), max_size=2, unique=True))),
        notices=tuple(draw(st.lists(texts, max_size=2, unique=True))),
    )


@st.composite
def quotes_of(draw: st.DrawFn, article: Article) -> tuple[Quote, ...]:
    """Return one to three quotes that stand in the article."""
    found = set()
    for _ in range(draw(st.integers(1, 3))):
        part = draw(st.sampled_from(["title", "text"]))
        start, end = sorted(draw(st.tuples(*[st.integers(0, len(article.part(part)))] * 2)))
        found.add(Quote(part, start, end, article.part(part)[start:end]))
    return tuple(found)


@st.composite
def accounts(draw: st.DrawFn, identifier: str | None = None) -> Account:
    """Return a whole account whose records point at each other."""
    article = draw(articles(identifier))
    quotes = quotes_of(article)

    def some(kind: str, most: int = 3) -> list[str]:
        return draw(st.lists(minted(kind), min_size=1, max_size=most, unique=True))

    actor_ids, bill_ids, event_ids = some("actor"), some("bill", 2), some("event")
    actors, bills, events = map(st.sampled_from, (actor_ids, bill_ids, event_ids))
    several_events = st.lists(events, max_size=2, unique=True).map(tuple)
    aliases = st.lists(texts, max_size=2, unique=True).map(tuple)
    anchors = events | st.just(article_id(article.id))
    apart = st.none() | st.integers(-5000, 5000)
    people = st.lists(st.builds(Participant, actors, st.sampled_from(Role)), max_size=3, unique=True)
    return Account(
        article=article,
        actors=tuple(
            Actor(one, draw(texts), draw(st.sampled_from(ActorKind)), draw(aliases)) for one in actor_ids
        ),
        tenures=tuple(
            Tenure(
                one,
                draw(actors),
                draw(texts),
                draw(st.none() | texts),
                draw(st.sampled_from(Capacity)),
                draw(quotes),
            )
            for one in some("tenure", 2)
        ),
        bills=tuple(
            Bill(one, draw(texts), draw(aliases), draw(st.none() | texts), draw(st.none() | texts))
            for one in bill_ids
        ),
        provisions=tuple(
            Provision(
                one,
                draw(bills),
                draw(st.sampled_from(ProvisionKind)),
                draw(texts),
                draw(quotes),
                draw(windows),
            )
            for one in some("provision", 2)
        ),
        events=tuple(
            Event(
                one,
                draw(st.sampled_from(EventType)),
                draw(st.none() | bills),
                draw(st.none() | names),
                tuple(draw(people)),
                draw(several_events),
            )
            for one in event_ids
        ),
        claims=tuple(
            Claim(
                id=one,
                event=draw(events),
                factuality=draw(st.sampled_from(Factuality)),
                quotes=draw(quotes),
                because=draw(texts),
                confidence=draw(confidences),
                source=draw(st.none() | actors),
                window=draw(windows),
                expression=draw(st.none() | texts),
                timex=draw(st.none() | texts),
                distance=draw(st.none() | st.builds(Distance, anchors, apart, apart)),
                after=draw(several_events),
                before=draw(several_events),
                conditions=draw(several_events),
                outcome=draw(st.none() | st.sampled_from(Outcome)),
                votes=draw(st.none() | votes),
                reported_as=draw(st.none() | st.sampled_from(EventType)),
            )
            for one in some("claim")
        ),
        positions=tuple(
            Position(
                one,
                draw(actors),
                draw(st.sampled_from(Stance)),
                draw(st.none() | bills),
                draw(quotes),
                draw(texts),
                draw(confidences),
                draw(st.sampled_from(Factuality)),
                draw(st.none() | actors),
            )
            for one in some("position", 2)
        ),
        corrections=tuple(
            Correction(
                one,
                draw(st.sampled_from(Verdict)),
                draw(texts),
                draw(moments),
                draw(texts),
                draw(st.sampled_from(Standing)),
                draw(st.none() | actors | bills),
                *draw(st.tuples(*[st.none() | texts] * 3)),
                draw(texts),
            )
            for one in some("correction", 2)
        ),
    )


@st.composite
def collections(draw: st.DrawFn) -> Collection:
    """Return up to three accounts with assessments of their events and names of their actors and bills."""
    identifiers = draw(st.lists(names, max_size=3, unique_by=article_id))
    found = tuple(draw(accounts(identifier)) for identifier in identifiers)
    kinds: dict[str, EventType] = {}
    for account in found:
        for event in account.events:
            kinds.setdefault(event.id, event.type)
    found = tuple(
        replace(account, events=tuple(replace(event, type=kinds[event.id]) for event in account.events))
        for account in found
    )
    assessments = tuple(
        Assessment(
            event=event,
            type=kind,
            label=draw(texts),
            status=draw(st.sampled_from(Factuality)),
            outcome=draw(st.none() | st.sampled_from(Outcome)),
            votes=draw(st.none() | votes),
            window=draw(windows),
            if_kept=draw(st.none() | windows),
            follows=tuple(draw(st.lists(st.sampled_from(sorted(kinds)), max_size=2, unique=True))),
        )
        for event, kind in sorted(kinds.items())
    )
    named = {one.id for account in found for one in (*account.actors, *account.bills)}
    return Collection(found, assessments, {one: draw(texts) for one in sorted(named)})
