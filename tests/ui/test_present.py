"""Presenting: what the page gives to the browser, and the lesson that is made of a teacher's choice."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import Any

import pytest

from graph.ui.components.present import present
from graph.ui.lesson.page import lesson
from graph.ui.lesson.plan import LONGEST_NOTE, Plan, everything, parsed_plan, planned
from graph.ui.lesson.quiz import quiz
from graph.ui.lesson.story import Story, story_of
from graph.ui.present import present_payload
from graph.views import overview
from graph.views.library import Library, library
from tests.rdf import accounts
from tests.ui.conftest import Show, pictures
from tests.ui.test_lesson import Page


@pytest.fixture(scope="module")
def story(small_shelf: Library) -> Story:
    return Story(small_shelf, overview.cards(small_shelf)[0].bill)


@pytest.fixture(scope="module")
def told(story: Story) -> dict[str, Any]:
    return story_of(story) | {"quiz": quiz(story)}


def unpacked(content: bytes) -> dict[str, Any]:
    """Return the story of a lesson."""
    found: dict[str, Any] = json.loads(Page(content).unpacked("story"))
    return found


# ---- the page ----------------------------------------------------------------------------------------------


def test_the_page_has_every_step_and_question_of_the_lesson(
    show: Show, story: Story, told: dict[str, Any]
) -> None:
    shown = show("present", bill=story.bill)
    assert not shown.exception
    (picture,) = pictures(shown, "present")
    assert picture["bill"] == story.bill
    given = picture["told"]
    assert [one["step"] for one in given["show"] if "step" in one] == told["steps"]
    assert [one["question"] for one in given["show"] if "question" in one] == list(range(len(told["quiz"])))
    assert given["sentences"] == told["sentences"]
    for slide, event in zip(given["events"], told["events"], strict=True):
        assert slide.items() <= event.items()


def test_what_lies_ahead_is_told_apart(story: Story, small_shelf: Library, told: dict[str, Any]) -> None:
    """On the day of the first article promises lie ahead; once the law is in force, plans are over."""
    early = library(small_shelf.collection, until=dt.date(2026, 2, 7))
    before = story_of(Story(early, story.bill))["events"]
    for events in (before, told["events"]):
        announced = [one for one in events if "ahead" in one or "past" in one]
        assert {one["status"] for one in announced} >= {"promised", "scheduled"}
        assert not {one["status"] for one in announced} & {"happened", "ongoing", "cancelled", "denied"}
        assert not [one for one in announced if "ahead" in one and "past" in one]
    assert "promised" in {one["status"] for one in before if "ahead" in one}
    assert "scheduled" not in {one["status"] for one in told["events"] if "ahead" in one}


def test_the_page_is_that_of_an_earlier_day(show: Show, story: Story) -> None:
    (early,) = pictures(show("present", bill=story.bill, until="2026-02-07"), "present")
    (late,) = pictures(show("present", bill=story.bill), "present")
    assert 0 < len(early["told"]["sources"]) < len(late["told"]["sources"])


def test_a_day_before_the_first_article_says_what_to_do(show: Show, story: Story) -> None:
    shown = show("present", bill=story.bill, until="1500-01-01")
    assert not pictures(shown, "present")
    assert "Move **As reported until**" in shown.info[0].value


def test_keys_do_not_change_when_articles_are_left_out(story: Story, small_shelf: Library) -> None:
    until = sorted(a.article.published for a in small_shelf.collection.accounts if a.article.published)[-2]
    before = present_payload(library(small_shelf.collection, until=until), story.bill)["told"]
    after = present_payload(small_shelf, story.bill)["told"]
    events = [one["key"] for one in before["show"] if "step" in one]
    assert set(events) <= {one["key"] for one in after["show"]}


def test_no_two_keys_are_equal(story: Story, told: dict[str, Any]) -> None:
    keys = [one["key"] for one in everything(story, told)]
    assert len(keys) == len(set(keys)) > 10


# ---- the plan ----------------------------------------------------------------------------------------------


def test_a_lesson_keeps_choice_order_and_notes(story: Story, told: dict[str, Any]) -> None:
    items = everything(story, told)
    steps = [one for one in items if "step" in one]
    question = next(one for one in items if one.get("question") == 1)
    wanted = (steps[3], question, steps[0])
    plan = Plan(tuple(one["key"] for one in wanted), {steps[0]["key"]: "Ask why.", "gone": "x"})
    found = unpacked(lesson(story.shelf, story.bill, plan))
    assert found["steps"] == [steps[3]["step"], steps[0]["step"]]
    assert found["quiz"] == [told["quiz"][1]]
    assert found["show"] == [
        {"step": steps[3]["step"]},
        {"question": 0},
        {"step": steps[0]["step"], "note": "Ask why."},
    ]


def test_without_a_plan_a_lesson_has_no_notes(story: Story) -> None:
    assert "show" not in unpacked(lesson(story.shelf, story.bill))


def test_what_the_store_no_longer_has_is_left_out(story: Story, told: dict[str, Any]) -> None:
    (first, *_) = everything(story, told)
    found = planned(story, told, Plan(("event/gone-0123456789", first["key"])))
    assert found["show"] == [{"step": first["step"]}]
    assert found["quiz"] == []


@pytest.mark.parametrize(
    "sent", [None, "x", 3, [], {}, {"keys": None}, {"keys": "x", "notes": 3}, {"keys": [], "notes": []}]
)
def test_what_is_no_plan_is_none(sent: object) -> None:
    assert parsed_plan(sent) is None


def test_a_plan_is_words_within_bounds() -> None:
    sent = {"keys": ["a", 1, "a"], "notes": {"a": "n" * 99_999, "b": ""}, "turn": "7"}
    found = parsed_plan(sent)
    assert found == Plan(("a", "1"), {"a": "n" * LONGEST_NOTE})


def test_a_note_cannot_break_out_of_the_file() -> None:
    shelf = library(accounts.collection())
    story = Story(shelf, next(iter(shelf.bills)))
    told = story_of(story) | {"quiz": quiz(story)}
    (item, *_) = everything(story, told)
    note = "</script><script>window.hit=1</script>"
    made = lesson(shelf, story.bill, Plan((item["key"],), {item["key"]: note}))
    assert note.encode() not in made
    assert unpacked(made)["show"][0]["note"] == note
    assert len(re.findall(rb"<script", made)) == 4


def test_the_drawing_makes_a_file_only_when_it_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    sent = list[dict[str, Any]]()
    monkeypatch.setattr("graph.ui.components.present._MOUNT", lambda **told: sent.append(told["data"]))
    monkeypatch.setattr("streamlit.session_state", {})

    def made(plan: Plan) -> tuple[str, bytes]:
        return "lesson.html", " ".join(plan.keys).encode()

    present({}, key="p", lesson=made)
    wish = {"turn": "7", "keys": ["a", "b"], "notes": {}}
    monkeypatch.setattr("streamlit.session_state", {"p": {"lesson": wish}})
    present({}, key="p", lesson=made)
    assert [one["file"] for one in sent] == [None, {"turn": "7", "name": "lesson.html", "content": "a b"}]
