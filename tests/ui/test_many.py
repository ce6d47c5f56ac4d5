"""Pages of a store with many bills, most told by one article: what is offered, what is said of little."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from graph.linking.corrections.reviewing import Doubt, Reason, Side
from graph.ui import subject, timeline
from graph.ui.about import named_payload
from graph.ui.articles import list_payload
from graph.ui.bill import bill_payload
from graph.ui.compare import comparable
from graph.ui.relations import days_of
from graph.ui.review import payload
from graph.views import overview
from graph.views.library import Library, library
from tests.rdf import accounts
from tests.ui.conftest import Show, pictures, texts
from tests.views.many import reported, shelf_of

NO_COURSES = property(lambda self: {})


@pytest.fixture
def bill(small_shelf: Library) -> str:
    """The bill that most articles tell of."""
    return overview.cards(small_shelf)[0].bill


def test_only_bills_told_by_two_outlets_can_be_compared(small_shelf: Library, bill: str) -> None:
    assert bill in comparable(small_shelf)
    assert comparable(shelf_of(reported(1, "Arkania"), reported(2, "Arkania"))) == set()


@pytest.mark.parametrize("module", ["compare", "present", "exports"])
def test_boxes_leave_out_bills_that_the_page_has_nothing_of(
    show: Show, small_shelf: Library, monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    told = overview.cards(small_shelf)
    named = replace(told[0], bill="bill/only-named", name="only named")
    monkeypatch.setattr(subject, "cards_of", lambda shelf: (*told, named))
    (box,) = [box for box in show(module).selectbox if box.label == "Bill"]
    assert len(box.options) == len(told)


def test_a_bill_without_steps_shows_where_it_is_named(
    show: Show, bill: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Where it is named" not in str(pictures(show("bill", bill=bill), "links"))
    monkeypatch.setattr(Library, "courses", NO_COURSES)
    shown = show("bill", bill=bill)
    assert "Where it is named" in str(pictures(shown, "links"))
    assert "present?" not in str(pictures(shown, "links"))
    assert not shown.get("download_button")


def test_the_sentence_that_names_a_bill_leads_into_its_article() -> None:
    shelf = library(accounts.collection())
    (group,) = named_payload(shelf, next(iter(shelf.bills)))["groups"]
    (item,) = group["items"]
    assert item["text"].startswith("“The Senate of Arkania adopted the Water Bill")
    assert item["to"] == "articles?article=arkania-water&at=0"
    assert item["detail"] == "The Arkanian, 4 Mar 2031"


def test_a_bill_without_steps_cannot_be_presented(
    show: Show, bill: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Library, "courses", NO_COURSES)
    shown = show("present", bill=bill)
    assert "there is nothing to present" in texts(shown)
    assert not pictures(shown, "present")


def test_a_state_whose_procedure_is_unknown_is_named() -> None:
    shelf = library(accounts.collection())
    about = bill_payload(shelf, next(iter(shelf.bills)))["about"]
    assert about.startswith(
        "Steps that most legislatures share, as the procedure of Arkania is not described here. What"
    )


def test_the_slider_has_the_days_of_the_articles_about_the_focus() -> None:
    shelf = shelf_of(reported(1, "Arkania"), reported(2, "Arkania"))
    first, second = dt.date(2031, 4, 1), dt.date(2031, 4, 2)
    assert days_of(shelf, "bill/budget-1") == [first]
    assert days_of(shelf, "actor/senate-2") == [second]
    assert days_of(shelf, "event/passage-2") == [second]
    assert days_of(shelf, None) == [first, second]


def test_one_can_come_back_from_a_day_before_the_only_article(
    show: Show, bill: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    only = dt.date(2026, 2, 7)
    slide = subject.slide_until
    monkeypatch.setattr(subject, "slide_until", lambda days: slide([only]))
    assert not show("bill", bill=bill).select_slider
    (slider,) = show("bill", bill=bill, until="2026-01-01").select_slider
    assert list(slider.options) == ["1 Jan 2026", "7 Feb 2026"]


def test_articles_of_one_bill_each_stand_in_one_list_with_their_bills() -> None:
    one, two, three = reported(1, "Arkania"), reported(2, "Borduria"), reported(3, "Syldavia")
    again = replace(one, article=replace(one.article, id="again", published=dt.date(2031, 5, 1)))
    none = replace(reported(4, None), bills=(), events=())
    shelf = shelf_of(one, again, two, three, none)
    listed = list_payload(shelf, list(shelf.accounts.values()), ["bill/budget-1", "bill/budget-2"])
    groups = {group["heading"]: group["items"] for group in listed["groups"]}
    assert list(groups) == ["Budget (Arkania)", "One article each", "Without a bill"]
    assert [item["before"] for item in groups["Budget (Arkania)"]] == ["1 Apr 2031", "1 May 2031"]
    assert [item["detail"] for item in groups["One article each"]] == [
        "Budget (Borduria) · Outlet 2, 1 event",
        "Budget (Syldavia) · Outlet 3, 1 event",
    ]


def test_with_nothing_but_single_articles_the_list_needs_no_heading() -> None:
    shelf = shelf_of(reported(1, "Arkania"), reported(2, "Borduria"))
    (group,) = list_payload(shelf, list(shelf.accounts.values()), ["bill/budget-1"])["groups"]
    assert (group["heading"], len(group["items"])) == ("", 2)


def test_the_timeline_of_very_many_bills_has_a_row_for_each_state(
    show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rows(**told: str) -> object:
        (box,) = [box for box in show("timeline", **told).selectbox if box.label == "Rows"]
        return box.value

    assert rows(bill="all") == "institution"
    monkeypatch.setattr(timeline, "_MANY", 0)
    assert [rows(bill="all"), rows(bill="all", by="bill"), rows()] == ["place", "bill", "institution"]


def test_two_of_one_name_are_asked_about_in_plain_words() -> None:
    one, other = reported(1, "Arkania"), reported(2, "Arkania")
    shelf = shelf_of(one, other)
    side = Side("a2", "bill/budget-2", "budget", "A budget.")
    doubt = Doubt(Reason.ALIKE, "a1", "bill/budget-1", "Budget", "The budget.", "of one name", other=side)
    told = payload(shelf, doubt, None)
    assert told["heading"] == "Are the two called “Budget” the same?"
    assert [one["name"] for one in told["sides"]] == ["Budget", "Budget"]
    told = payload(shelf, replace(doubt, other=replace(side, what="finance act")), None)
    assert told["heading"] == "Are Budget and Finance act the same?"
