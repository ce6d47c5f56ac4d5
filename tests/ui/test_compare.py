"""The page that sets two outlets side by side: which two, what it counts, what filters leave out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.linking.assessment import collect
from graph.rdf.store import Store
from graph.terms import Factuality
from graph.ui.address import address
from graph.ui.bill import ways_payload
from graph.ui.compare import compare_payload
from graph.views import overview
from graph.views.comparison import compare
from graph.views.library import Library, library
from graph.views.tellers import closest_pair, tellers
from tests.rdf import accounts
from tests.ui.conftest import Show, pictures, texts
from tests.ui.test_payloads import goals, leads
from tests.views.conftest import later
from tests.views.test_comparison import BILL, HOLM, account, claim, on, shelf_of


@pytest.fixture
def bill(small_shelf: Library) -> str:
    """The bill that most articles tell of."""
    return overview.cards(small_shelf)[0].bill


@pytest.fixture
def two() -> Library:
    """The small bill, told by two outlets; the later one leaves two events out."""
    return library(collect([accounts.water(), later()]))


def test_the_two_who_tell_most_of_the_same_come_first(show: Show, bill: str, small_shelf: Library) -> None:
    (picture,) = pictures(show("compare", bill=bill), "compare")
    assert (picture["a"], picture["b"]) == closest_pair(tellers(small_shelf, bill))


def test_the_address_chooses_the_two(show: Show, bill: str, small_shelf: Library) -> None:
    first, *_, last = tellers(small_shelf, bill)
    (picture,) = pictures(show("compare", bill=bill, a=last, b=first), "compare")
    assert (picture["a"], picture["b"]) == (last, first)


def test_an_outlet_is_never_set_beside_itself(show: Show, bill: str, small_shelf: Library) -> None:
    first, *_ = tellers(small_shelf, bill)
    (picture,) = pictures(show("compare", bill=bill, a=first, b=first), "compare")
    assert picture["a"] == first != picture["b"]


def test_choosing_the_second_outlet_puts_it_into_the_address(
    show: Show, bill: str, small_shelf: Library
) -> None:
    shown = show("compare", bill=bill)
    box = shown.selectbox(key="choose b")
    chosen = next(one for one in box.options if not one.startswith(str(box.value)))
    name = chosen.rpartition(" (")[0]
    shown = box.set_value(name).run()
    assert shown.query_params["b"] == name
    assert pictures(shown, "compare")[0]["b"] == name


def test_only_differences_leaves_out_what_one_tells_alone_or_both_alike(show: Show, bill: str) -> None:
    whole = pictures(show("compare", bill=bill), "compare")[0]
    both = pictures(show("compare", bill=bill, show="both"), "compare")[0]
    differ = pictures(show("compare", bill=bill, show="differences"), "compare")[0]
    assert {row["verdict"] for row in differ["rows"]} <= {"differ", "conflict"}
    assert len(differ["rows"]) <= len(both["rows"]) < len(whole["rows"])
    assert whole["counts"] == both["counts"] == differ["counts"]


def test_on_an_earlier_day_only_what_was_published_by_then_is_compared(
    show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Store.build(tmp_path / "store", collect([accounts.water(), later()])).close()
    monkeypatch.setenv("LAWPATH_STORE", str(tmp_path / "store"))
    whole, early = show("compare"), show("compare", until="2031-03-05")
    assert [slider.label for slider in whole.select_slider] == ["As reported until"]
    assert pictures(whole, "compare")
    assert not pictures(early, "compare")
    assert "Until this day fewer than two outlets tell of this bill." in texts(early)
    (link, *_) = pictures(show("compare", until="2031-03-10"), "links")[0]["groups"][0]["items"]
    assert link["to"].endswith("until=2031-03-10")


def test_a_bill_of_one_outlet_says_what_to_do(
    show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Store.build(tmp_path / "store", accounts.collection()).close()
    monkeypatch.setenv("LAWPATH_STORE", str(tmp_path / "store"))
    shown = show("compare")
    assert not pictures(shown, "compare")
    assert "Choose another bill" in texts(shown)


def test_the_page_of_a_bill_leads_here_where_two_tell_of_it(two: Library) -> None:
    for shelf, leads_here in ((two, True), (library(accounts.collection()), False)):
        (bill,) = shelf.bills
        assert (address("compare", bill=bill) in goals(ways_payload(shelf, bill))) is leads_here


def test_the_counts_are_of_the_rows(two: Library) -> None:
    (bill,) = two.bills
    found = compare(two, bill, "The Arkanian", "The Evening")
    payload = compare_payload(two, found)
    assert [one["text"] for one in payload["counts"]] == [
        "2 events told by both",
        "2 told alike",
        "2 only by The Arkanian",
    ]
    assert payload["days"] == {"a": "4 Mar 2031", "b": "10 Mar 2031"}


def test_what_one_tells_alone_is_told_in_short(two: Library) -> None:
    (bill,) = two.bills
    payload = compare_payload(two, compare(two, bill, "The Evening", "The Arkanian"))
    (promise,) = [row for row in payload["rows"] if row["name"].startswith("Promise")]
    assert promise["verdict"] == "only b"
    assert promise["a"] == []
    assert promise["alone"]["statuses"] == ["happened"]
    assert "Ilmar Tosk" in promise["alone"]["text"]


@pytest.mark.parametrize(
    ("source", "names"), [(None, ["How real", "When"]), (HOLM.id, ["How real", "When", "On whose word"])]
)
def test_where_nobody_is_quoted_there_is_no_line_for_it(source: str | None, names: list[str]) -> None:
    shelf = shelf_of(account("A", claim(window=on(3))), account("B", claim(window=on(4), source=source)))
    (row,) = compare_payload(shelf, compare(shelf, BILL, "A", "B"))["rows"]
    assert [one["name"] for one in row["matters"]] == names
    assert row["verdict"] == "conflict"


def test_every_sentence_of_both_is_there_and_every_link_leads_somewhere(small_shelf: Library) -> None:
    for bill in small_shelf.bills:
        pair = closest_pair(tellers(small_shelf, bill))
        if pair is None:
            continue
        found = compare(small_shelf, bill, *pair)
        payload = compare_payload(small_shelf, found)
        assert [goal for goal in goals(payload) if not leads(small_shelf, goal)] == []
        assert json.loads(json.dumps(payload)) == payload
        for row, drawn in zip(found.rows, payload["rows"], strict=True):
            for side, tellings in (("a", row.a), ("b", row.b)):
                told = {quote.exact for telling in tellings for quote in telling.quotes}
                assert {one["quote"] for one in drawn[side]} == told


def test_verdicts_are_counted_where_there_are_any(small_shelf: Library, bill: str) -> None:
    found = compare(small_shelf, bill, *(closest_pair(tellers(small_shelf, bill)) or ("", "")))
    told = {one["verdict"] for one in compare_payload(small_shelf, found)["counts"]}
    assert told == {"both", *(row.verdict.value for row in found.rows)}


def test_what_one_reports_later_says_what_came_of_it_and_is_no_difference() -> None:
    shelf = shelf_of(account("A", claim(Factuality.REQUIRED), day=7), account("B", claim(), day=21))
    found = compare(shelf, BILL, "A", "B")
    payload = compare_payload(shelf, found)
    (row,) = payload["rows"]
    assert (row["verdict"], row["since"]) == ("later b", "it has happened since")
    assert payload["counts"][1] == {"verdict": "later b", "text": "1 where B reports later"}
