"""Judgements are carried out on what was read: found again, in order, undone exactly, never lost."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import CorrectionError
from graph.linking.account import read_account
from graph.linking.corrections.anchoring import Anchor, anchor_words
from graph.linking.corrections.fields import Thing, read_value
from graph.linking.corrections.finding import target_of
from graph.linking.corrections.judgements import Judgement, Target, active
from graph.linking.corrections.replay import linked, replay
from graph.linking.corrections.reviewing import Reason, doubts
from graph.linking.corrections.stated import as_stated
from graph.model import Account, Article, Claim, Window
from graph.terms import EventType, Factuality, Outcome, Role, Standing
from graph.vocabulary import article_id
from tests.linking.judging import judged, on, undone
from tests.rdf.accounts import water
from tests.strategies import calm

TEXT = (
    "Parliament of Arkania adopted the water bill in its first reading on Saturday by 41 votes to 7. It must"
    " be adopted in a second reading next week. President Ada Holm supports the bill."
    " She met farmers in Port Nor."
)
ARTICLE = Article("one", "Parliament adopts the water bill", TEXT, dt.date(2031, 3, 2))


@pytest.fixture(scope="module")
def account() -> Account:
    return read_account(ARTICLE)


def claim(account: Account, kind: str) -> Claim:
    events = {event.id for event in account.events if event.type == kind}
    (found,) = [one for one in account.claims if one.event in events]
    return found


def standings(account: Account) -> list[str]:
    return [str(one.standing) for one in account.corrections]


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("status", "denied", {"factuality": Factuality.DENIED}),
        ("outcome", "rejected", {"outcome": Outcome.REJECTED}),
        ("outcome", None, {"outcome": None}),
        ("window", "2031-02-27", {"window": Window(dt.date(2031, 2, 27), None, None, dt.date(2031, 2, 27))}),
        ("window", "../2031-02-27", {"window": Window(latest_end=dt.date(2031, 2, 27))}),
        ("window", None, {"window": Window(), "timex": None, "distance": None}),
        ("votes", "40:8:1", {"votes": read_value(Thing.CLAIM, "votes", "40:8:1")}),
    ],
)
def test_a_field_of_a_claim_is_changed_and_nothing_else(
    account: Account, field: str, value: str | None, told: dict[str, object]
) -> None:
    before = claim(account, "first-reading")
    fixed = replay(account, [judged("change", on(account, "first-reading"), (field, value))])
    after = claim(fixed, "first-reading")
    assert {name: getattr(after, name) for name in told} == told
    assert after.because.startswith("corrected by Ana Díaz on 2031-03-10: it says so (" + field)
    assert after.because.endswith(before.because)
    kept = {"id", "event", "quotes", "confidence", "source", "expression"}
    assert all(getattr(after, name) == getattr(before, name) for name in kept)
    assert [one for one in fixed.claims if one.id != after.id] == [
        one for one in account.claims if one.id != before.id
    ]


def test_type_bill_and_parts_of_an_event_are_changed(account: Account) -> None:
    target = on(account, "second-reading")
    wanted = [
        ("type", "third-reading"),
        ("bill", None),
        ("add", "agent: Ada Holm"),
        ("add", "affected: farmers (group)"),
    ]
    fixed = replay(account, [judged("change", target, each) for each in wanted])
    (event,) = [one for one in fixed.events if one.type is EventType.THIRD_READING]
    names = {one.id: one.name for one in fixed.actors}
    assert event.bill is None
    assert {(part.role, names[part.actor]) for part in event.participants} >= {
        (Role.AGENT, "Ada Holm"),
        (Role.AFFECTED, "farmers"),
    }
    less = replay(
        account, [judged("change", on(account, "first-reading"), ("remove", "agent: Parliament of Arkania"))]
    )
    (reading,) = [one for one in less.events if one.type is EventType.FIRST_READING]
    assert reading.participants == ()


def test_a_name_that_stands_nowhere_is_not_put_in(account: Account) -> None:
    fixed = replay(account, [judged("change", on(account, "first-reading"), ("bill", "tax bill"))])
    assert fixed.events == account.events
    assert standings(fixed) == ["stale"]
    assert fixed.corrections[0].problem == "the article names no bill “tax bill”"


def test_names_of_actors_and_bills_are_changed_and_the_old_ones_kept(account: Account) -> None:
    holm = next(actor for actor in account.actors if actor.name == "Ada Holm")
    bill = account.bills[0]
    fixed = replay(
        account,
        [
            judged("change", target_of(account, holm.id), ("name", "Ada Holm-Berg")),
            judged("change", target_of(account, bill.id), ("name", "Water Act")),
        ],
    )
    found = next(actor for actor in fixed.actors if actor.name == "Ada Holm-Berg")
    assert "Ada Holm" in found.aliases
    assert (fixed.bills[0].name, "water bill" in fixed.bills[0].aliases) == ("Water Act", True)
    collection = linked([account], [judged("change", target_of(account, bill.id), ("name", "Water Act"))])
    assert "First reading of the Water Act" in {one.label for one in collection.assessments}


def test_a_position_is_changed_and_retracted(account: Account) -> None:
    target = target_of(account, account.positions[0].id)
    changed = replay(account, [judged("change", target, ("stance", "opposition"))])
    assert changed.positions[0].stance == "opposition"
    assert changed.positions[0].because.startswith("corrected by Ana Díaz")
    assert replay(account, [judged("retract", target)]).positions == ()


def test_a_tenure_is_changed(account: Account) -> None:
    target = target_of(account, account.tenures[0].id)
    assert replay(account, [judged("change", target, ("capacity", "former"))]).tenures[0].capacity == "former"


def test_what_is_retracted_goes_and_nothing_points_to_it(account: Account) -> None:
    fixed = replay(account, [judged("retract", on(account, "first-reading"))])
    assert "first-reading" not in {event.type for event in fixed.events}
    assert _loose(fixed) == set()
    later = replay(
        account,
        [
            judged("retract", on(account, "first-reading")),
            judged("change", on(account, "first-reading"), ("status", "denied")),
        ],
    )
    assert standings(later) == ["applied", "conflicting"]
    assert "retracted" in later.corrections[1].problem


def test_an_event_is_added_with_its_words_and_can_be_changed_in_turn(account: Account) -> None:
    anchor = anchor_words(ARTICLE, "She met farmers in Port Nor.")
    assert isinstance(anchor, Anchor)
    added = judged(
        "add",
        Target("one", Thing.CLAIM, anchor),
        ("type", "meeting"),
        ("status", "happened"),
        ("add", "agent: Ada Holm"),
        ("add", "recipient: farmers (group)"),
    )
    without = [c.id for c in account.claims]
    fixed = replay(account, [added])
    (new,) = [one for one in fixed.claims if one.id not in without]
    assert (new.quotes[0].exact, new.confidence) == ("She met farmers in Port Nor.", 1)
    assert new.because == "added by Ana Díaz on 2031-03-10: it says so"
    again = judged("change", target_of(fixed, new.id, read=lambda _: account), ("status", "denied"))
    later = replay(account, [added, again])
    assert next(one for one in later.claims if one.id == new.id).factuality is Factuality.DENIED
    assert standings(replay(account, [again])) == ["conflicting"]


def test_two_events_of_an_article_are_joined_and_a_joined_one_parted(account: Account) -> None:
    first, second = on(account, "first-reading"), on(account, "second-reading")
    joined = replay(account, [judged("same", first, other=second)])
    ids = {claim(account, "first-reading").id, claim(account, "second-reading").id}
    assert len({one.event for one in joined.claims if one.id in ids}) == 1
    assert _loose(joined) == set()
    parted = replay(account, [judged("same", first, other=second), judged("not-same", first, other=second)])
    assert len({one.event for one in parted.claims if one.id in ids}) == 2
    assert _loose(parted) == set()


def test_a_corrected_day_of_publication_moves_everything_that_hangs_on_it(account: Account) -> None:
    target = target_of(account, article_id("one"))
    fixed = replay(account, [judged("change", target, ("published", "2031-03-09"))])
    assert fixed.article.published == dt.date(2031, 3, 9)
    assert claim(account, "second-reading").window.start == dt.date(2031, 3, 3)
    assert claim(fixed, "second-reading").window.start == dt.date(2031, 3, 10)
    assert as_stated(fixed) == ARTICLE
    unknown = replay(account, [judged("change", target, ("published", None))])
    assert unknown.article.published is None
    assert claim(unknown, "second-reading").window.start is None
    assert replay(unknown, []) == read_account(ARTICLE)


def test_a_paragraph_put_in_before_changes_nothing(account: Account) -> None:
    wanted = [
        judged("change", on(account, "first-reading"), ("outcome", "rejected")),
        judged("retract", on(account, "second-reading")),
    ]
    longer = replace(ARTICLE, text=f"The weather was fine. Nobody had expected that.\n\n{TEXT}")
    fixed = replay(read_account(longer), wanted)
    assert standings(fixed) == ["applied", "applied"]
    assert claim(fixed, "first-reading").outcome is Outcome.REJECTED
    assert "second-reading" not in {event.type for event in fixed.events}


def test_a_judgement_on_words_that_changed_is_stale_and_listed(account: Account) -> None:
    wanted = [
        judged("change", on(account, "first-reading"), ("outcome", "rejected")),
        judged("retract", on(account, "second-reading")),
    ]
    other = replace(ARTICLE, text=TEXT.replace("41 votes to 7", "40 votes to 8"))
    collection = linked([read_account(other)], wanted)
    assert standings(collection.accounts[0]) == ["stale", "applied"]
    (doubt,) = doubts(collection, wanted, below=0)
    assert (doubt.reason, doubt.identity) == (Reason.STALE, wanted[0].id)
    assert doubt.problem == "the words no longer stand in the article"
    assert doubt.quote.startswith("Parliament of Arkania adopted")
    back = linked(collection.accounts, wanted)
    assert back == collection
    assert standings(replay(read_account(ARTICLE), wanted)) == ["applied", "applied"]


def test_a_judgement_on_an_article_that_is_gone_waits(account: Account) -> None:
    wanted = [judged("accept", on(account, "first-reading"))]
    (doubt,) = doubts(linked([], wanted), wanted)
    assert doubt.problem == "the store holds no article “one”"


def test_what_another_person_overruled_is_listed(account: Account) -> None:
    target = on(account, "first-reading")
    wanted = [
        judged("change", target, ("status", "denied"), who="Ben"),
        judged("change", target, ("status", "expected"), who="Ben"),
        judged("change", target, ("status", "possible"), who="Ana"),
    ]
    collection = linked([account], wanted)
    assert sorted(standings(collection.accounts[0])) == ["applied", "overruled", "overruled"]
    assert claim(collection.accounts[0], "first-reading").factuality is Factuality.POSSIBLE
    assert {doubt.reason for doubt in doubts(collection, wanted, below=0)} == {Reason.OVERRULED}


def test_what_is_unsure_is_listed_until_somebody_judges_it(account: Account) -> None:
    unsure = account.positions[0]
    assert unsure.id in {one.identity for one in doubts(linked([account], []), [], below=1)}
    wanted = [judged("accept", target_of(account, unsure.id))]
    assert unsure.id not in {one.identity for one in doubts(linked([account], wanted), wanted, below=1)}


@pytest.mark.parametrize(
    ("thing", "field", "value"),
    [
        (Thing.CLAIM, "status", "maybe"),
        (Thing.CLAIM, "status", None),
        (Thing.CLAIM, "colour", "red"),
        (Thing.CLAIM, "window", "2031-02-30"),
        (Thing.CLAIM, "window", "2031-03-02/2031-03-01"),
        (Thing.CLAIM, "window", "../.."),
        (Thing.CLAIM, "votes", "many"),
        (Thing.CLAIM, "votes", ":"),
        (Thing.CLAIM, "add", "Ada Holm"),
        (Thing.CLAIM, "add", "friend: Ada Holm"),
        (Thing.CLAIM, "bill", "two\nlines"),
        (Thing.ACTOR, "name", ""),
        (Thing.ACTOR, "name", "x" * 501),
        (Thing.ARTICLE, "published", "yesterday"),
    ],
)
def test_a_value_out_of_the_lists_is_refused_with_a_remedy(
    thing: Thing, field: str, value: str | None
) -> None:
    with pytest.raises(CorrectionError) as caught:
        read_value(thing, field, value)
    assert caught.value.remedy


# --- properties, on an account written by hand that can be read again in no time


HAND = water()
CLAIMS = [target_of(HAND, one.id) for one in HAND.claims]
POSITION = target_of(HAND, HAND.positions[0].id)
CHANGES = [
    ("status", "denied"),
    ("status", "expected"),
    ("outcome", None),
    ("window", "2031-03-02"),
    ("votes", "1:2"),
    ("type", "amendment"),
    ("bill", None),
    ("speaker", "Ona Vey"),
    ("add", "affected: Ona Vey"),
    ("remove", "agent: Ona Vey"),
]


def again(article: Article) -> Account:
    return replace(water(), article=article)


@st.composite
def logs(draw: st.DrawFn) -> list[Judgement]:
    made = list[Judgement]()
    for _ in range(draw(st.integers(0, 6))):
        target, other = draw(st.sampled_from(CLAIMS)), draw(st.sampled_from(CLAIMS))
        verdict = draw(
            st.sampled_from(["accept", "change", "change", "retract", "same", "not-same", "add", "day"])
        )
        if verdict == "change":
            made.append(judged("change", target, draw(st.sampled_from(CHANGES))))
        elif verdict in ("same", "not-same"):
            made.append(judged(verdict, target, other=other))
        elif verdict == "add":
            told = [("type", "debate"), ("status", "happened"), draw(st.sampled_from(CHANGES[3:5]))]
            made.append(judged("add", Target(HAND.article.id, Thing.CLAIM, target.anchor), *told))
        elif verdict == "day":
            day = draw(st.sampled_from(["2031-03-05", None]))
            made.append(judged("change", Target(HAND.article.id, Thing.ARTICLE), ("published", day)))
        else:
            made.append(judged(verdict, draw(st.sampled_from([target, POSITION]))))
    return made


def _loose(account: Account) -> set[str]:
    """Identifiers that something points to and nothing has."""
    known = {one.id for one in (*account.actors, *account.bills, *account.events)}
    wanted = {one.event for one in account.claims} | {one.holder for one in account.positions}
    for event in account.events:
        wanted |= {part.actor for part in event.participants} | {*event.announces, event.bill or ""}
    for one in account.claims:
        wanted |= {*one.after, *one.before, *one.conditions, one.source or ""}
        wanted |= {one.distance.anchor} if one.distance else set()
    bare = {event.id for event in account.events} - {one.event for one in account.claims}
    return (wanted - known - {"", article_id(account.article.id)}) | bare


def done(account: Account, log: Sequence[Judgement]) -> Account:
    return replay(account, active(log), read=again)


@calm
@given(logs())
def test_carrying_out_twice_is_carrying_out_once(log: list[Judgement]) -> None:
    once = done(HAND, log)
    assert done(once, log) == once
    assert done(HAND, log) == once


@calm
@given(logs(), logs())
def test_what_a_log_makes_does_not_hang_on_what_was_carried_out_before(
    log: list[Judgement], other: list[Judgement]
) -> None:
    assert done(done(HAND, other), log) == done(HAND, log)


@calm
@given(logs(), st.data())
def test_undoing_one_is_as_if_it_had_never_been_made(log: list[Judgement], data: st.DataObject) -> None:
    if not log:
        return
    gone = data.draw(st.sampled_from(log))
    without = [one for one in log if one is not gone]
    assert done(done(HAND, log), [*log, undone(gone)]) == done(HAND, without)
    assert done(HAND, [*log, *map(undone, log)]) == HAND


@calm
@given(logs())
def test_every_judgement_is_accounted_for_and_nothing_hangs_loose(log: list[Judgement]) -> None:
    fixed = done(HAND, log)
    assert [one.id for one in fixed.corrections] == [one.id for one in log]
    assert all(bool(one.problem) == (one.standing is not Standing.APPLIED) for one in fixed.corrections)
    assert _loose(fixed) == set()
    assert len({one.id for one in fixed.claims}) == len(fixed.claims)
    assert {event.id for event in fixed.events} == {one.event for one in fixed.claims}


@calm
@given(logs(), st.text(st.sampled_from("ab .\n"), max_size=20))
def test_a_text_put_in_before_leaves_all_standings_as_they_are(log: list[Judgement], more: str) -> None:
    shift = len(more)

    def moved(account: Account) -> Account:
        def later(one: Claim) -> Claim:
            quotes = (
                replace(q, start=q.start + shift, end=q.end + shift) if q.part == "text" else q
                for q in one.quotes
            )
            return replace(one, quotes=tuple(quotes))

        article = replace(account.article, text=more + account.article.text)
        positions = tuple(map(later, account.positions))  # type: ignore[arg-type]
        return replace(
            account, article=article, claims=tuple(map(later, account.claims)), positions=positions
        )

    there = replay(moved(HAND), active(log), read=lambda a: replace(moved(water()), article=a))
    here = done(HAND, log)
    assert [(c.standing, c.about, c.was, c.now) for c in there.corrections] == [
        (c.standing, c.about, c.was, c.now) for c in here.corrections
    ]
    assert there.claims == moved(here).claims
