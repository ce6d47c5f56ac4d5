"""Addresses: made, read back, and kept to what is ours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from graph.ui.address import HOME, PAGES, address, parsed, shown_in_article
from tests import strategies


@pytest.mark.parametrize("page", PAGES)
def test_an_address_leads_to_its_page(page: str) -> None:
    assert parsed(address(page)) == (page, [])
    assert parsed(address(page, q="a b")) == (page, [("q", "a b")])


def test_home_stands_at_the_root() -> None:
    assert address(HOME) == "./"
    assert address(HOME, q="x") == "./?q=x"


def test_what_is_empty_is_left_out_and_lists_are_repeated() -> None:
    assert (
        address("timeline", bill=None, event="", type=["vote", "", "debate"])
        == "timeline?type=vote&type=debate"
    )
    assert address("timeline", bill=None) == "timeline"


@strategies.calm
@given(st.text(min_size=1, max_size=30).filter(lambda text: not any("\ud800" <= c <= "\udfff" for c in text)))
def test_any_value_comes_back_as_it_was(value: str) -> None:
    assert parsed(address("articles", article=value)) == ("articles", [("article", value)])


@pytest.mark.parametrize(
    "told",
    [
        None,
        7,
        "",
        "javascript:alert(1)",
        "https://evil.example/",
        "//evil.example/timeline",
        "../timeline",
        "/timeline",
        "timeline/x",
        "nowhere?x=1",
    ],
)
def test_what_is_no_address_of_ours_leads_nowhere(told: object) -> None:
    assert parsed(told) is None


def test_the_address_of_a_sentence() -> None:
    assert shown_in_article("a", "text", 12) == "articles?article=a&at=12"
    assert shown_in_article("a", "title", 0) == "articles?article=a&part=title&at=0"


def put_and_days() -> None:
    import streamlit as st

    from graph.ui.address import day_in, put

    st.text(str(day_in("from")))
    put(bill="b", open=["x", "y"], event=None, gone="")


def test_put_changes_only_what_it_names() -> None:
    shown = AppTest.from_function(put_and_days)
    for name, value in {"event": "e", "gone": "g", "stays": "s", "from": "2026-02-30"}.items():
        shown.query_params[name] = value
    shown.run()
    assert not shown.exception
    assert dict(shown.query_params) == {
        "stays": "s",
        "from": "2026-02-30",
        "bill": "b",
        "open": ["x", "y"],
    }
    assert shown.text[0].value == "None"


@pytest.mark.parametrize(("told", "day"), [("2026-02-28", "2026-02-28"), ("yesterday", "None"), ("", "None")])
def test_a_day_in_the_address_is_a_day_or_none(told: str, day: str) -> None:
    shown = AppTest.from_function(put_and_days)
    shown.query_params["from"] = told
    assert shown.run().text[0].value == day
