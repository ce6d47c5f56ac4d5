"""Cards: where a bill stands, its steps, what comes next; and the search."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import replace

import pytest

from graph.checks.procedure.states import State
from graph.model import Assessment, Bill, Collection, Window
from graph.terms import EventType, Factuality, Outcome
from graph.views import overview
from graph.views.library import Library, library
from graph.views.progress import due
from tests.checks.procedure.stories import BILL, Told, collection
from tests.rdf import accounts

E, F = EventType, Factuality


def changed(kind: EventType, **more: object) -> Library:
    """Return the small bill with the assessment of one kind of event changed."""
    whole = accounts.collection()
    told = tuple(replace(a, **more) if a.type is kind else a for a in whole.assessments)
    return library(replace(whole, assessments=told))


def stands(shelf: Library) -> str:
    (card,) = overview.cards(shelf)
    return overview.where_it_stands(card)


def test_what_is_done_and_what_is_promised(water: Library) -> None:
    assert stands(water) == "Passed on 3 Mar 2031; next: signature (promised, 4–11 Mar 2031)"


def test_a_promised_signature_is_no_signature(water: Library) -> None:
    (card,) = overview.cards(water)
    assert card.course is not None
    (signed,) = card.course.of_state(State.DUE)
    assert signed.told is not None
    assert signed.told.assessment.status is F.PROMISED
    assert (card.due, due(card.course)) == (None, signed)  # it is announced
    assert card.latest is not None
    assert card.latest.type is E.PASSAGE


def test_after_the_signature_nothing_announced_before_is_next() -> None:
    day = Window(dt.date(2031, 3, 6), None, None, dt.date(2031, 3, 6))
    assert stands(changed(E.ASSENT, status=F.HAPPENED, window=day)) == "Signed on 6 Mar 2031"


def test_a_rejected_bill_is_said_to_be_rejected() -> None:
    assert stands(changed(E.PASSAGE, outcome=Outcome.REJECTED)).startswith("Rejected on 3 Mar 2031")


def test_without_any_fact_no_step_is_reported() -> None:
    whole = accounts.collection()
    told = tuple(replace(a, status=F.POSSIBLE) for a in whole.assessments if a.type is E.PASSAGE)
    assert stands(library(replace(whole, assessments=told))) == (
        "No step reported yet; next: vote (possible, 3 Mar 2031)"
    )


def test_a_law_that_changes_another_leaves_that_one_in_force() -> None:
    days = [dt.date(2029, month, 1) for month in (1, 2, 3, 9)]
    told = [
        Told(EventType.SECOND_READING, outcome=Outcome.APPROVED, first=days[0], last=days[0]),
        Told(EventType.ASSENT, first=days[1], last=days[1]),
        Told(EventType.COMMENCEMENT, first=days[2], last=days[2]),
        Told(EventType.PASSAGE, outcome=Outcome.APPROVED, first=days[3], last=days[3]),
    ]
    card = overview.card(library(collection("Venezuela", told)), BILL)
    assert overview.where_it_stands(card) == "In force since 1 Mar 2029"


def test_what_is_due_needs_no_article_but_something_done_before() -> None:
    day = dt.date(2029, 1, 2)
    begun = [Told(EventType.INTRODUCTION, first=day, last=day)]
    for told, name in ((begun, "First discussion"), ([Told(EventType.ASSENT, Factuality.POSSIBLE)], None)):
        step = overview.card(library(collection("Venezuela", told)), BILL).due
        assert (step and step.step.label) == name


def test_a_bill_that_was_withdrawn_has_no_next_step() -> None:
    whole = accounts.collection()
    told = tuple(replace(a, type=E.WITHDRAWAL) if a.type is E.PASSAGE else a for a in whole.assessments)
    (card,) = overview.cards(library(replace(whole, assessments=told)))
    assert card.following is None


@pytest.mark.parametrize(
    ("kind", "outcome", "words"),
    [
        (E.FIRST_READING, Outcome.APPROVED, "Passed its first reading"),
        (E.FIRST_READING, None, "Had its first reading"),
        (E.PASSAGE, None, "Put to a vote"),
        (E.COMMENCEMENT, None, "In force"),
        (E.PROTEST, None, "a label"),
    ],
)
def test_steps_in_words(kind: EventType, outcome: Outcome | None, words: str) -> None:
    assert overview.step_done(Assessment("event/x", kind, "a label", F.HAPPENED, outcome)) == words


def test_cards_come_by_number_of_articles(small_shelf: Library, both: Collection) -> None:
    numbers = [len(card.articles) for card in overview.cards(small_shelf)]
    assert numbers == sorted(numbers, reverse=True)
    (card,) = overview.cards(library(both))
    assert card.last_told == dt.date(2031, 3, 10)
    assert card.jurisdiction == "Arkania"


def test_the_search_wants_all_words_and_knows_no_case_or_accent(water: Library, small_shelf: Library) -> None:
    assert next(hit.page for hit in overview.search(water, "water")) == "bill"
    assert {hit.page for hit in overview.search(water, "WATER bill")} == {"bill", "event", "article"}
    assert [hit.name for hit in overview.search(water, "vey ona")] == ["Ona Vey"]
    assert overview.search(water, "water cheese") == []
    assert overview.search(water, "  ") == []
    accented = next(a for a in small_shelf.actors if "í" in small_shelf.name(a))
    plain = small_shelf.name(accented).replace("í", "i").upper()
    assert accented in {hit.identity for hit in overview.search(small_shelf, plain)}
    few = Counter(hit.page for hit in overview.search(small_shelf, "a", most=2))
    assert few == {"bill": 1, "actor": 2, "event": 2, "article": 2}


def test_what_is_found_by_its_own_name_comes_before_what_is_found_by_another() -> None:
    whole = accounts.collection()
    (account,) = whole.accounts
    bills = (*account.bills, Bill("bill/dam", "Dam Bill", ("Water and Power Bill",)))
    shelf = library(
        replace(
            whole, accounts=(replace(account, bills=bills),), names={**whole.names, "bill/dam": "Dam Bill"}
        )
    )
    found = [hit for hit in overview.search(shelf, "water bill") if hit.page == "bill"]
    assert [(hit.name, hit.by) for hit in found] == [("Water Bill", ""), ("Dam Bill", "Water and Power Bill")]


def test_a_bill_is_placed_in_its_state(water: Library) -> None:
    (card,) = overview.cards(water)
    assert overview.placed(card) == f"Arkania · {overview.where_it_stands(card)}"
