"""Home of many bills, most told by one article: which have a card, in which order, the box for the state."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.ui import home
from graph.ui.home import MOST_CARDS, WELL_TOLD, found_payload, sorted_out
from graph.views import overview
from graph.views.library import Library, library
from graph.views.overview import Card
from tests.rdf import accounts
from tests.ui.conftest import Show, pictures


def card(name: str, articles: int = 1, steps: int = 0) -> Card:
    """Return a card of a bill with so many articles and kinds of step."""
    whole = accounts.collection()
    latest = whole.assessments[0] if steps else None
    return Card(
        f"bill/{name}", name, "Arkania", None, latest, None, None, steps, whole.accounts * articles, False
    )


def test_a_bill_told_by_two_articles_or_step_by_step_in_one_has_a_card() -> None:
    cards = [card("told", 2, 1), card("well", 1, WELL_TOLD), card("best", 1, WELL_TOLD + 1)]
    others = [card("once", 1, 1), card("twice", 1, 2), card("named", 2, 0)]
    shown, more, named = sorted_out([*others, *cards])
    assert [one.name for one in shown] == ["told", "best", "well"]
    assert [one.name for one in more] == ["twice", "once"]
    assert [one.name for one in named] == ["named"]


def test_where_no_bill_is_told_twice_those_with_a_step_have_the_cards() -> None:
    shown, more, named = sorted_out([card("named"), card("once", 1, 1)])
    assert [one.name for one in shown] == ["once"]
    assert (more, [one.name for one in named]) == ([], ["named"])
    assert [one.name for one in sorted_out([card("named")])[0]] == ["named"]


def test_bills_without_room_for_a_card_come_by_name_below() -> None:
    many = [card(f"{number:02}", 2, 1) for number in range(MOST_CARDS + 2)]
    shown, more, _ = sorted_out(many)
    assert [len(shown), len(more)] == [MOST_CARDS, 2]


def test_the_box_for_the_state_leaves_out_the_bills_of_others(
    show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not [box for box in show("home").selectbox if box.label == "Where"]
    monkeypatch.setattr(home, "MANY", 0)
    (box,) = [box for box in show("home").selectbox if box.label == "Where"]
    assert box.options[0] == "Everywhere"
    (everywhere,) = pictures(show("home"), "cards")
    place = everywhere["cards"][0]["place"]
    (there,) = pictures(show("home", place=place), "cards")
    assert {one["place"] for one in there["cards"]} == {place}


def test_a_found_bill_says_of_which_state_it_is_and_where_it_stands() -> None:
    whole = accounts.collection()
    (account,) = whole.accounts
    (bill,) = account.bills
    small = replace(bill, name="water bill", aliases=("Act on Rivers",))
    shelf: Library = library(
        replace(whole, accounts=(replace(account, bills=(small,)),), names={bill.id: "water bill"})
    )
    (group,) = found_payload(shelf, [hit for hit in overview.search(shelf, "rivers") if hit.page == "bill"])[
        "groups"
    ]
    (item,) = group["items"]
    assert item["text"] == "Water bill"
    assert item["detail"].startswith("Arkania · Passed on 3 Mar 2031; next")
    assert item["detail"].endswith(" · also called Act on Rivers")
