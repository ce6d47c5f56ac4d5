"""Names in lists of many: those of one name told apart, general words left out."""

from __future__ import annotations

from dataclasses import replace

from graph.model import Actor, Bill, Tenure
from graph.terms import ActorKind, Capacity
from graph.views.library import Library
from graph.views.names import alphabetic, apart, by_name, called, other_names, place
from tests.views.many import reported, shelf_of

K = ActorKind


def test_a_name_that_nothing_else_has_stands_alone(water: Library) -> None:
    (bill,) = water.bills
    assert called(water, bill) == "Water Bill"
    assert {apart(water, one) for one in (*water.actors, bill)} == {""}
    assert place(water, bill) == "Arkania"


def test_bills_of_one_name_are_told_apart_by_state_else_by_article() -> None:
    shelf = shelf_of(reported(1, "Arkania"), reported(2, "Borduria"), reported(3, None))
    assert called(shelf, "bill/budget-1") == "Budget (Arkania)"
    assert called(shelf, "bill/budget-2") == "Budget (Borduria)"
    assert called(shelf, "bill/budget-3") == "Budget (Outlet 3, 3 Apr 2031)"
    again = shelf_of(reported(1, "Arkania"), reported(2, "Arkania"))
    assert called(again, "bill/budget-2") == "Budget (Arkania, Outlet 2, 2 Apr 2031)"


def test_bodies_of_one_name_have_the_state_whose_bills_they_decide() -> None:
    shelf = shelf_of(reported(1, "Arkania"), reported(2, "Borduria", decided=False))
    assert called(shelf, "actor/senate-1", "chamber") == "Senate (chamber, Arkania)"
    assert called(shelf, "actor/senate-2", "chamber") == "Senate (chamber, Outlet 2, 2 Apr 2031)"
    assert called(shelf, "actor/senate-1", "senate") == "Senate (Arkania)"


def test_general_words_are_no_other_names() -> None:
    told = reported(1, "Arkania")
    actors = (
        Actor("actor/senate-1", "Senate", K.CHAMBER, ("house", "Senate of Arkania")),
        Actor("actor/vey", "Ona Vey", K.PERSON, ("Prime Minister", "Vey")),
        Actor("actor/government", "government", K.GOVERNMENT, ("cabinet",)),
    )
    bills = (Bill("bill/budget-1", "Budget", ("text", "Finance Bill", "bill on taxes", "finance bill")),)
    tenures = (Tenure("tenure/1", "actor/vey", "prime minister", None, Capacity.INCUMBENT, ()),)
    shelf = shelf_of(replace(told, actors=actors, bills=bills, tenures=tenures))
    assert other_names(shelf, "actor/senate-1") == ["Senate of Arkania"]
    assert other_names(shelf, "actor/vey") == ["Vey"]
    assert other_names(shelf, "actor/government") == ["cabinet"]
    assert other_names(shelf, "bill/budget-1") == ["bill on taxes", "Finance Bill"]


def test_what_most_articles_say_comes_first() -> None:
    told = [
        replace(reported(number, "Arkania"), bills=(Bill("bill/one", "Budget", aliases),))
        for number, aliases in ((1, ("A Bill", "Z Bill")), (2, ("Z Bill",)))
    ]
    assert other_names(shelf_of(*told), "bill/one") == ["Z Bill", "A Bill"]


def test_lists_by_name_look_at_letters_and_have_figures_last() -> None:
    names = ["10 Bills", "'Reasonableness' bill", "amnesty law", "Budget", "“Dosimetry” bill"]
    assert sorted(names, key=alphabetic) == [
        "amnesty law",
        "Budget",
        "“Dosimetry” bill",
        "'Reasonableness' bill",
        "10 Bills",
    ]
    shelf = shelf_of(reported(1, "Borduria"), reported(2, "Arkania"))
    assert by_name(shelf, shelf.bills) == ["bill/budget-2", "bill/budget-1"]
