"""Widgets and the address: each is set from it, and writes back what is changed."""

from __future__ import annotations

import datetime as dt

import pytest
from streamlit.testing.v1 import AppTest


def widgets() -> None:
    import streamlit as st

    from graph.ui.choices import choose, choose_day, choose_some, choose_step, choose_view, switched, worded

    days = ["2026-02-05", "2026-02-07", "2026-02-21"]
    found = {
        "bill": choose("Bill", ["a", "b"], name="bill", words=str.upper, default="a", forgets=("event",)),
        "kept": choose("Kept", ["a", "b"], name="kept", words=str.upper, default="a", always=True),
        "type": choose_some("What", ["x", "y", "z"], name="type", words=str.upper, placeholder="All"),
        "view": choose_view("View", ["one", "two"], name="view", words=str.title),
        "steps": switched("Steps", name="steps"),
        "q": worded("Search", name="q", placeholder="…"),
        "from": choose_day("From", name="from"),
        "until": choose_step("Until", days, name="until", words=str, forgets=("node",)),
    }
    st.json({name: str(value) for name, value in found.items()})


def shown(**parameters: str | list[str]) -> AppTest:
    made = AppTest.from_function(widgets)
    for name, value in parameters.items():
        made.query_params[name] = value
    made.run()
    assert not made.exception
    return made


def values(made: AppTest) -> dict[str, str]:
    import json

    return dict(json.loads(made.json[0].value))


def test_a_bare_address_means_the_defaults() -> None:
    assert values(shown()) == {
        "bill": "a",
        "kept": "a",
        "type": "[]",
        "view": "one",
        "steps": "False",
        "q": "",
        "from": "None",
        "until": "2026-02-21",
    }


def test_the_address_sets_every_widget() -> None:
    made = shown(
        bill="b", kept="b", type=["z", "x", "no"], view="two", steps="1", q="amnesty", until="2026-02-07",
        **{"from": "2026-02-06"},
    )  # fmt: skip
    assert values(made) == {
        "bill": "b",
        "kept": "b",
        "type": "['z', 'x']",
        "view": "two",
        "steps": "True",
        "q": "amnesty",
        "from": "2026-02-06",
        "until": "2026-02-07",
    }


def test_what_the_address_cannot_mean_is_the_default() -> None:
    made = shown(bill="c", kept="", type="no", view="three", steps="yes", until="never", **{"from": "x"})
    assert values(made)["bill"] == "a"
    assert values(made)["type"] == "[]"
    assert values(made)["view"] == "one"
    assert values(made)["steps"] == "False"
    assert values(made)["from"] == "None"


@pytest.mark.parametrize(
    ("told", "step"),
    [("2026-02-06", "2026-02-05"), ("2026-01-01", "2026-02-05"), ("2027-01-01", "2026-02-21")],
)
def test_a_day_between_two_steps_means_the_earlier(told: str, step: str) -> None:
    assert values(shown(until=told))["until"] == step


def test_a_change_is_written_to_the_address_and_forgets_what_hung_on_it() -> None:
    made = shown(event="e", node="n")
    made.selectbox(key="choose bill").select("b").run()
    assert dict(made.query_params) == {"node": "n", "bill": "b"}
    made.select_slider(key="choose until").set_value("2026-02-05").run()
    assert dict(made.query_params) == {"bill": "b", "until": "2026-02-05"}
    made.multiselect(key="choose type").select("y").run()
    made.toggle(key="choose steps").set_value(True).run()
    made.text_input(key="choose q").input("law").run()
    made.date_input(key="choose from").set_value(dt.date(2026, 2, 6)).run()
    assert {name: made.query_params[name] for name in ("type", "steps", "q", "from")} == {
        "type": "y",
        "steps": "1",
        "q": "law",
        "from": "2026-02-06",
    }


def test_going_back_to_the_default_takes_it_out_of_the_address() -> None:
    made = shown(bill="b", kept="b", steps="1", until="2026-02-05")
    made.selectbox(key="choose bill").select("a").run()
    made.selectbox(key="choose kept").select("a").run()
    made.toggle(key="choose steps").set_value(False).run()
    made.select_slider(key="choose until").set_value("2026-02-21").run()
    assert dict(made.query_params) == {"kept": "a"}
