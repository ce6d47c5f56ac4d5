"""What people say of pairs of things in two articles goes before what linking would make of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from graph.linking.account import read_account
from graph.linking.corrections.finding import target_of
from graph.linking.corrections.judgements import Judgement
from graph.linking.corrections.replay import linked
from graph.linking.corrections.reviewing import Reason, doubts
from graph.model import Account, Article, Collection
from tests.linking.judging import judged, on, undone

ONE = Article(
    "one",
    "First reading",
    "Parliament of Arkania adopted the water bill in its first reading on Saturday."
    " President Ada Holm introduced it.",
    dt.date(2031, 3, 2),
)
TWO = Article(
    "two",
    "Another vote",
    "Parliament of Arkania passed the water bill in its first reading by 41 votes to 7."
    " President Holm supports it.",
    dt.date(2031, 3, 4),
)
THREE = Article(
    "three", "River act", "Parliament of Arkania rejected the river act on Monday.", dt.date(2031, 3, 9)
)


@pytest.fixture(scope="module")
def accounts() -> list[Account]:
    return [read_account(one) for one in (ONE, TWO, THREE)]


def events(collection: Collection, kind: str) -> dict[str, str]:
    return {a.article.id: e.id for a in collection.accounts for e in a.events if e.type == kind}


def standing(collection: Collection, judgement: Judgement) -> set[tuple[str, str]]:
    found = (c for a in collection.accounts for c in a.corrections if c.id == judgement.id)
    return {(str(one.standing), one.problem) for one in found}


def named(account: Account, words: str) -> str:
    return next(one.id for one in (*account.actors, *account.bills) if words in one.name)


def test_events_that_would_be_one_are_told_apart_and_back_again(accounts: list[Account]) -> None:
    plain = linked(accounts, [])
    assert len({*events(plain, "first-reading").values()}) == 1
    apart = judged("not-same", on(accounts[0], "first-reading"), other=on(accounts[1], "first-reading"))
    parted = linked(accounts, [apart])
    assert len({*events(parted, "first-reading").values()}) == 2
    assert standing(parted, apart) == {("applied", "")}
    back = linked(parted.accounts, [apart, undone(apart)], read=dict_reader(accounts))
    assert back.assessments == plain.assessments


def dict_reader(accounts: list[Account]):  # noqa: ANN201 - a reader of known articles
    known = {account.article: account for account in accounts}
    return lambda article: known[article]


def test_events_that_would_be_two_are_joined_whatever_the_order(accounts: list[Account]) -> None:
    one = judged("same", on(accounts[0], "first-reading"), other=on(accounts[2], "passage"))
    collection = linked(accounts, [one])
    assert events(collection, "passage")["three"] == events(collection, "first-reading")["one"]
    assert standing(collection, one) == {("applied", "")}
    assert linked(accounts[::-1], [one]) == collection
    assert linked(collection.accounts, [one]) == collection


def test_bills_and_actors_are_joined_and_told_apart(accounts: list[Account]) -> None:
    first, second, third = accounts
    bills = judged(
        "same", target_of(first, named(first, "water")), other=target_of(third, named(third, "iver"))
    )
    collection = linked(accounts, [bills])
    assert len({bill.id for a in collection.accounts for bill in a.bills}) == 1
    people = judged(
        "not-same", target_of(first, named(first, "Holm")), other=target_of(second, named(second, "Holm"))
    )
    collection = linked(accounts, [people])
    assert len({actor.id for a in collection.accounts for actor in a.actors if "Holm" in actor.name}) == 2


def test_the_later_of_two_on_one_pair_counts_and_the_other_persons_is_listed(accounts: list[Account]) -> None:
    here, there = on(accounts[0], "first-reading"), on(accounts[1], "first-reading")
    log = [judged("not-same", here, other=there, who="Ben"), judged("same", here, other=there)]
    collection = linked(accounts, log)
    assert standing(collection, log[1]) == {("applied", "")}
    assert standing(collection, log[0]) == {
        ("overruled", "overruled: joined with another by Ana Díaz on 2031-03-10: it says so")
    }
    assert [one.identity for one in doubts(collection, log, below=0)] == [log[0].id]


def test_a_pair_waits_for_its_other_article(accounts: list[Account]) -> None:
    one = judged("same", on(accounts[0], "first-reading"), other=on(accounts[2], "passage"))
    half = linked(accounts[:2], [one])
    assert standing(half, one) == {("stale", "the store holds no article “three”")}
    whole = linked([*half.accounts, accounts[2]], [one])
    assert standing(whole, one) == {("applied", "")}


def test_a_pair_whose_words_changed_is_stale_on_both_sides(accounts: list[Account]) -> None:
    one = judged("same", on(accounts[0], "first-reading"), other=on(accounts[2], "passage"))
    changed = read_account(
        Article("three", THREE.title, "Parliament of Arkania debated the river act.", THREE.published)
    )
    collection = linked([accounts[0], changed], [one])
    assert standing(collection, one) == {("stale", "the words no longer stand in the article")}


HOLMS = (
    Article("h1", "A vote", "President Ada Holm introduced the water bill.", dt.date(2031, 3, 2)),
    Article("h2", "A speech", "Senator Ben Holm opposes the water bill.", dt.date(2031, 3, 4)),
    Article("h3", "A signature", "Holm signed the water bill on Monday.", dt.date(2031, 3, 9)),
)


def test_a_surname_that_two_people_have_is_asked_about_until_somebody_says() -> None:
    told = [read_account(one) for one in HOLMS]
    asked = doubts(linked(told, []), [], below=0)
    assert {one.reason for one in asked} == {Reason.ALIKE}
    assert [(one.what, one.other.what) for one in asked if one.other] == [
        ("Ada Holm", "Holm"),
        ("Ben Holm", "Holm"),
    ]
    assert all(one.quote and one.other and one.other.quote and one.problem for one in asked)
    assert asked[0].articles == ("h1", "h3")
    first, other = target_of(told[0], named(told[0], "Ada Holm")), target_of(told[2], named(told[2], "Holm"))
    said = [judged("same", first, other=other)]
    said.append(judged("not-same", target_of(told[1], named(told[1], "Ben Holm")), other=other))
    assert doubts(linked(told, said), said, below=0) == ()


def test_a_pair_that_a_store_of_earlier_rules_does_not_know_is_left_out() -> None:
    collection = linked([read_account(one) for one in HOLMS], [])
    known = {identity: name for identity, name in collection.names.items() if name != "Ben Holm"}
    asked = doubts(replace(collection, names=known), [], below=0)
    assert [one.what for one in asked] == ["Ada Holm"]


VOTE = Article(
    "vote",
    "Vote",
    "Parliament of Arkania passed the water bill on March 4, 2031.",
    dt.date(2031, 3, 6),
)
SECOND = Article(
    "second",
    "Second reading",
    "Parliament of Arkania passed the water bill in its second reading on March 5, 2031.",
    dt.date(2031, 3, 6),
)


def test_a_vote_and_a_reading_days_apart_are_asked_about_until_somebody_says() -> None:
    told = [read_account(VOTE), read_account(SECOND)]
    (asked,) = doubts(linked(told, []), [], below=0)
    assert (asked.reason, asked.articles) == (Reason.ALIKE, ("vote", "second"))
    assert asked.other is not None
    named_so = {"Passage of the water bill", "Second reading of the water bill"}
    assert {asked.what, asked.other.what} == named_so
    assert asked.problem.startswith("told as different kinds of step; ")
    assert asked.quote == VOTE.text
    one = judged("same", on(told[0], "passage"), other=on(told[1], "second-reading"))
    joined = linked(told, [one])
    assert len(joined.assessments) == 1
    assert doubts(joined, [one], below=0) == ()
    two = judged("not-same", on(told[0], "passage"), other=on(told[1], "second-reading"))
    assert doubts(linked(told, [two]), [two], below=0) == ()


def test_votes_of_two_houses_are_not_asked_about() -> None:
    there = replace(VOTE, id="there", text="The Senate passed the water bill on March 4, 2031.")
    here = replace(SECOND, text="The House passed the water bill on March 5, 2031.")
    assert doubts(linked([read_account(there), read_account(here)], []), [], below=0) == ()
