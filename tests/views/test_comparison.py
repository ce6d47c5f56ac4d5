"""Two outlets side by side: what they agree on, where they differ, what cannot both be true."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    Quote,
    Votes,
    Window,
)
from graph.terms import ActorKind, EventType, Factuality, Outcome, Role
from graph.views.comparison import ITSELF, Compared, Comparison, Matter, Row, Verdict, compare
from graph.views.library import Library, library
from graph.views.tellers import called, closest_pair, nearest, tellers
from tests import strategies

F, M, V = Factuality, Matter, Verdict
BILL, VOTE, SIGN = "bill/water", "event/vote", "event/sign"
HOLM = Actor("actor/holm", "Ada Holm", ActorKind.PERSON)
SENATE = Actor("actor/senate", "Senate", ActorKind.CHAMBER)
TURNED = {V.ONLY_A: V.ONLY_B, V.ONLY_B: V.ONLY_A, V.LATER_A: V.LATER_B, V.LATER_B: V.LATER_A}


def on(day: int, last: int | None = None) -> Window:
    """Return one day, or some days, of March 2031."""
    return Window(dt.date(2031, 3, day), None, None, dt.date(2031, 3, last or day))


def claim(status: Factuality = F.HAPPENED, event: str = VOTE, **more: object) -> Claim:
    """Return a claim of its own sentence."""
    name = f"{status} {event} {sorted((k, str(v)) for k, v in more.items())}"
    quote = Quote("text", 0, len(name), name)
    return Claim(f"claim/{name}", event, status, (quote,), "rule", 0.8, **more)  # type: ignore[arg-type]


def account(outlet: str | None, *claims: Claim, day: int = 4, agents: tuple[Actor, ...] = ()) -> Account:
    """Return an article of an outlet that makes these claims; it calls the agents those of each event."""
    article = Article(f"{outlet or 'unnamed'}-{day}", f"News of {day}", "", dt.date(2031, 3, day), outlet)
    parts = tuple(Participant(agent.id, Role.AGENT) for agent in agents)
    own = tuple(replace(one, id=f"{one.id} {article.id} {at}") for at, one in enumerate(claims))
    kinds = {VOTE: EventType.PASSAGE, SIGN: EventType.ASSENT}
    return Account(
        article,
        actors=(HOLM, SENATE),
        bills=(Bill(BILL, "Water Bill"),),
        events=tuple(Event(e, kinds[e], BILL, None, parts) for e in sorted({c.event for c in claims})),
        claims=own,
    )


def shelf_of(*accounts: Account) -> Library:
    """Return articles as a library; what the events amount to does not matter here."""
    events = {event.id: event for one in accounts for event in one.events}
    assessments = tuple(Assessment(e, event.type, e, F.HAPPENED) for e, event in sorted(events.items()))
    names = {actor.id: actor.name for actor in (HOLM, SENATE)} | {BILL: "Water Bill"}
    return library(Collection(accounts, assessments, names))


def row(a: Account, b: Account) -> Row:
    """Return the one event of two articles of the outlets A and B."""
    (found,) = compare(shelf_of(a, b), BILL, "A", "B").rows
    return found


def matter(name: Matter, a: Account, b: Account) -> Compared:
    (found,) = [one for one in row(a, b).matters if one.matter is name]
    return found


# ---- what each verdict means -------------------------------------------------------------------------------


def test_the_same_words_agree() -> None:
    told = claim(window=on(3), votes=Votes(41, 7), outcome=Outcome.APPROVED)
    assert row(account("A", told), account("B", told)).verdict is V.AGREE


@pytest.mark.parametrize(
    ("one", "other", "name", "verdict"),
    [
        (claim(votes=Votes(41, 7)), claim(votes=Votes(41, 71)), M.VOTES, V.CONFLICT),
        (claim(votes=Votes(41, 7)), claim(votes=Votes(41)), M.VOTES, V.MORE),
        (claim(votes=Votes(41, 7)), claim(), M.VOTES, V.ONLY_A),
        (claim(window=on(3)), claim(window=on(4)), M.WHEN, V.CONFLICT),
        (claim(window=on(3)), claim(window=on(1, 7)), M.WHEN, V.MORE),
        (claim(F.SCHEDULED, window=on(9)), claim(window=on(10)), M.WHEN, V.DIFFER),
        (claim(F.SCHEDULED, window=on(1, 7)), claim(F.SCHEDULED, window=on(5, 9)), M.WHEN, V.DIFFER),
        (claim(outcome=Outcome.APPROVED), claim(outcome=Outcome.REJECTED), M.OUTCOME, V.CONFLICT),
        (claim(outcome=Outcome.APPROVED), claim(outcome=Outcome.POSTPONED), M.OUTCOME, V.DIFFER),
        (claim(), claim(F.SCHEDULED), M.STATUS, V.DIFFER),
        (claim(window=on(3)), claim(F.DENIED, window=on(3)), M.STATUS, V.CONFLICT),
        (claim(), claim(F.DENIED), M.STATUS, V.DIFFER),
        (claim(), claim(source=HOLM.id), M.SOURCE, V.DIFFER),
    ],
)
def test_each_verdict_on_a_matter(one: Claim, other: Claim, name: Matter, verdict: Verdict) -> None:
    a, b = account("A", one), account("B", other)
    assert matter(name, a, b).verdict is verdict
    assert row(a, b).verdict is (V.MORE if verdict is V.ONLY_A else verdict)


def test_a_plan_that_an_outlet_later_reports_as_done_agrees_with_who_reports_it() -> None:
    plan = account("A", claim(F.SCHEDULED, window=on(5)), day=1)
    done = account("A", claim(window=on(6)), day=7)
    found = compare(shelf_of(plan, done, account("B", claim(window=on(6)))), BILL, "A", "B").rows[0]
    told = {one.matter: one for one in found.matters}
    assert told[M.STATUS].a == ("scheduled", "happened")
    assert told[M.WHEN].a == ("5 Mar 2031", "6 Mar 2031")
    assert found.verdict is V.AGREE


@pytest.mark.parametrize(
    ("then", "now", "verdict"),
    [
        (F.REQUIRED, F.HAPPENED, V.LATER_B),
        (F.SCHEDULED, F.ONGOING, V.LATER_B),
        (F.SCHEDULED, F.CANCELLED, V.LATER_B),
        (F.PROMISED, F.DENIED, V.LATER_B),
        (F.POSSIBLE, F.SCHEDULED, V.LATER_B),  # surer than it was
        (F.SCHEDULED, F.POSSIBLE, V.DIFFER),
        (F.HAPPENED, F.SCHEDULED, V.DIFFER),
        (F.HAPPENED, F.DENIED, V.DIFFER),
    ],
)
def test_what_came_of_it_by_a_later_report_is_no_difference(
    then: Factuality, now: Factuality, verdict: Verdict
) -> None:
    a, b = account("A", claim(then), day=7), account("B", claim(now), day=21)
    assert row(a, b).verdict is verdict
    assert matter(M.STATUS, a, b).verdict is verdict
    same_day = account("B", claim(now), day=7)
    assert matter(M.STATUS, a, same_day).verdict is V.DIFFER


def test_the_later_report_may_name_another_day_and_tell_more() -> None:
    plan = account("A", claim(F.SCHEDULED, window=on(9), source=HOLM.id), day=7, agents=(SENATE,))
    done = claim(window=on(19), outcome=Outcome.APPROVED, votes=Votes(41, 7))
    found = row(plan, account("B", done, day=21, agents=(SENATE, HOLM)))
    verdicts = {one.matter: one.verdict for one in found.matters}
    assert verdicts == {
        M.STATUS: V.LATER_B,
        M.WHEN: V.LATER_B,
        M.OUTCOME: V.ONLY_B,
        M.VOTES: V.ONLY_B,
        M.WHO: V.LATER_B,
        M.SOURCE: V.LATER_B,
    }
    assert found.verdict is V.LATER_B


def test_another_who_remains_a_difference_though_one_reports_later() -> None:
    plan, done = (
        account("A", claim(F.SCHEDULED), day=7, agents=(SENATE,)),
        account("B", claim(), day=21, agents=(HOLM,)),
    )
    assert matter(M.WHO, plan, done).verdict is V.DIFFER
    assert row(plan, done).verdict is V.DIFFER


def test_in_one_article_its_own_voice_outweighs_those_it_quotes() -> None:
    a = account("A", claim(), claim(F.DENIED, source=HOLM.id))
    found = matter(M.STATUS, a, account("B", claim()))
    assert (found.a, found.verdict) == (("denied", "happened"), V.AGREE)
    assert matter(M.SOURCE, a, account("B", claim())).a == ("Ada Holm", ITSELF)


def test_figures_of_several_sentences_are_put_together() -> None:
    a = account("A", claim(votes=Votes(None, 7)), claim(votes=Votes(41)))
    assert matter(M.VOTES, a, account("B", claim(votes=Votes(41, 7)))).verdict is V.AGREE


def test_who_takes_part_is_by_the_articles_of_each_side() -> None:
    a, b = account("A", claim(), agents=(SENATE, HOLM)), account("B", claim(), agents=(SENATE,))
    found = matter(M.WHO, a, b)
    assert (found.a, found.b, found.verdict) == (("Ada Holm", "Senate"), ("Senate",), V.MORE)


def test_what_neither_says_is_no_matter() -> None:
    assert {one.matter for one in row(account("A", claim()), account("B", claim())).matters} == {
        M.STATUS,
        M.SOURCE,
    }


def test_an_event_of_one_side_is_only_its_own() -> None:
    a, b = account("A", claim(), claim(event=SIGN)), account("B", claim())
    found = compare(shelf_of(a, b), BILL, "A", "B")
    assert {one.event: one.verdict for one in found.rows} == {VOTE: V.AGREE, SIGN: V.ONLY_A}
    assert [one.event for one in found.of(V.ONLY_A)] == [SIGN]


# ---- who tells ---------------------------------------------------------------------------------------------


def test_an_article_without_an_outlet_tells_for_itself() -> None:
    shelf = shelf_of(account(None, claim()), account("B", claim()))
    days = {VOTE: {dt.date(2031, 3, 4)}}
    assert tellers(shelf, BILL) == {"B": days, "unnamed-4": days}
    assert [called(shelf, name) for name in tellers(shelf, BILL)] == ["B", "News of 4"]


def test_the_closest_are_those_with_most_events_in_common() -> None:
    both = (claim(), claim(event=SIGN))
    shelf = shelf_of(account("A", claim()), account("B", *both), account("C", *both))
    told = tellers(shelf, BILL)
    assert closest_pair(told) == ("B", "C")
    assert (nearest(told, "A"), nearest(told, "C")) == ("B", "B")


def test_who_reports_on_the_same_days_comes_before_who_reports_much_later() -> None:
    both = (claim(), claim(event=SIGN))
    shelf = shelf_of(
        account("A", *both, day=1), account("B", *both, day=20), account("C", claim(event=SIGN), day=3)
    )
    told = tellers(shelf, BILL)
    assert closest_pair(told) == ("A", "C")
    assert (nearest(told, "A"), nearest(told, "B")) == ("C", "A")


def test_one_alone_has_nobody_beside_it() -> None:
    told = tellers(shelf_of(account("A", claim())), BILL)
    assert closest_pair(told) is None
    assert nearest(told, "A") is None


# ---- whatever is told --------------------------------------------------------------------------------------

WINDOWS = st.one_of(
    st.just(Window()), st.integers(1, 20).flatmap(lambda d: st.integers(d, 25).map(lambda e: on(d, e)))
)
COUNTS = st.one_of(st.none(), st.integers(0, 3))
CLAIMS = st.builds(
    claim,
    st.sampled_from(Factuality),
    st.sampled_from((VOTE, SIGN)),
    window=WINDOWS,
    votes=st.one_of(st.none(), st.builds(Votes, COUNTS, COUNTS, COUNTS)),
    outcome=st.sampled_from((None, *Outcome)),
    source=st.sampled_from((None, HOLM.id)),
)
SHELVES = st.lists(
    st.builds(
        lambda outlet, claims, day: account(outlet, *claims, day=day),
        st.sampled_from("AB"),
        st.lists(CLAIMS, min_size=1, max_size=4),
        st.integers(1, 28),
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda one: one.article.id,
).map(lambda accounts: shelf_of(*accounts))


def exchanged(found: Comparison) -> Comparison:
    """Return a comparison with A called B."""

    def turned(verdict: Verdict) -> Verdict:
        return TURNED.get(verdict, verdict)

    rows = [
        Row(r.event, r.b, r.a, tuple(Compared(m.matter, m.b, m.a, turned(m.verdict)) for m in r.matters))
        for r in found.rows
    ]
    return Comparison(found.bill, found.b, found.a, tuple(rows))


@strategies.calm
@given(SHELVES)
def test_it_does_not_matter_which_is_called_a(shelf: Library) -> None:
    assert compare(shelf, BILL, "B", "A") == exchanged(compare(shelf, BILL, "A", "B"))


@strategies.calm
@given(SHELVES, st.sampled_from("AB"))
def test_an_outlet_agrees_with_itself(shelf: Library, name: str) -> None:
    found = compare(shelf, BILL, name, name)
    assert {one.verdict for one in found.rows} <= {V.AGREE}
    assert {m.verdict for one in found.rows for m in one.matters} <= {V.AGREE}


@strategies.calm
@given(SHELVES)
def test_every_claim_of_both_stands_in_one_row(shelf: Library) -> None:
    rows = compare(shelf, BILL, "A", "B").rows
    shown = [telling.said.id for one in rows for telling in (*one.a, *one.b)]
    assert sorted(shown) == sorted(c.id for one in shelf.accounts.values() for c in one.claims)


def test_the_same_holds_for_articles_as_read(small_shelf: Library) -> None:
    for bill in small_shelf.bills:
        told = tellers(small_shelf, bill)
        for a, b in combinations(told, 2):
            found = compare(small_shelf, bill, a, b)
            assert compare(small_shelf, bill, b, a) == exchanged(found)
            assert {one.event for one in found.rows} == told[a].keys() | told[b].keys()
            assert {one.event for one in found.of(V.ONLY_A)} == told[a].keys() - told[b].keys()
        for a, b in product(told, told):
            if a == b:
                assert {one.verdict for one in compare(small_shelf, bill, a, a).rows} == {V.AGREE}
