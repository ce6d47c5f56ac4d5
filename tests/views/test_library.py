"""The indexed whole: who, what, where told, and how it was on an earlier day."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from graph.model import Collection
from graph.terms import ActorKind, EventType
from graph.views.library import Library, library
from graph.vocabulary import article_id
from tests.rdf.accounts import WATER
from tests.views.conftest import LATER, event_of


def test_names_of_actors_bills_events_and_of_nothing(water: Library) -> None:
    (bill,) = water.bills
    passage = event_of(water, EventType.PASSAGE)
    assert water.name(bill) == "Water Bill"
    assert water.name(passage) == "passage of the Water Bill"
    assert water.name("actor/nobody") == "actor/nobody"


def test_kinds_and_parts(water: Library) -> None:
    passage = event_of(water, EventType.PASSAGE)
    (agent,) = water.agents(passage)
    assert (water.name(agent), water.kind(agent)) == ("Senate of Arkania", ActorKind.CHAMBER)
    assert water.kind("actor/nobody") is ActorKind.ORGANISATION
    assert water.bill_of(passage) in water.bills
    assert water.bill_of("event/none") is None


def test_each_telling_knows_its_article_and_its_sentences(water: Library) -> None:
    tellings = [
        t
        for group in (water.claims, water.positions, water.tenures)
        for found in group.values()
        for t in found
    ]
    assert len(tellings) == 5 + 2 + 1  # a position is told of its holder and of its bill
    for telling in tellings:
        for quote in telling.quotes:
            assert telling.account.article.part(quote.part)[quote.start : quote.end] == quote.exact


def test_articles_of_an_event_come_by_day(both: Collection) -> None:
    whole = library(both)
    passage = event_of(whole, EventType.PASSAGE)
    assert [a.article.id for a in whole.articles_of(passage)] == [WATER.id, LATER.id]
    assert whole.reported(passage) == WATER.published
    assert whole.reported("event/none") is None


def test_until_a_day_later_articles_do_not_count(both: Collection) -> None:
    early = library(both, until=dt.date(2031, 3, 9))
    assert set(early.accounts) == {article_id(WATER.id)}
    assert set(library(both, until=LATER.published).accounts) == set(library(both).accounts)
    assert not library(both, until=dt.date(2031, 3, 3)).assessments


def test_articles_without_a_day_always_count(both: Collection) -> None:
    undated = replace(both.accounts[0], article=replace(both.accounts[0].article, published=None))
    early = library(replace(both, accounts=(undated, both.accounts[1])), until=dt.date(1999, 1, 1))
    assert len(early.accounts) == 1


def test_the_bills_of_an_article_are_those_most_told_first(small_shelf: Library) -> None:
    for account in small_shelf.accounts.values():
        bills = small_shelf.bills_of(account)
        told = [
            sum(e.bill == b for e in account.events) + sum(p.bill == b for p in account.positions)
            for b in bills
        ]
        assert told == sorted(told, reverse=True)
        assert set(bills) == {bill.id for bill in account.bills}


def test_an_empty_collection_is_an_empty_library() -> None:
    empty = library(Collection())
    assert [*empty.accounts, *empty.assessments, *empty.bills] == []
