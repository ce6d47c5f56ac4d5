"""What news calls a step is taken for the right one, legislature by legislature."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.checks.procedure.standing import Whereabouts, whereabouts
from graph.checks.procedure.states import State
from graph.terms import EventType, Factuality, Outcome
from tests.checks.procedure.stories import Told, collection

T, R = EventType, Outcome


def told(type: EventType, number: int, *agents: str, outcome: Outcome | None = None) -> Told:
    day = dt.date(2029, 1, number)
    return Told(type, Factuality.HAPPENED, outcome, day, day, agents)


def stands(state: str, *steps: Told) -> Whereabouts:
    (found,) = whereabouts(collection(state, steps))
    return found


def done(state: str, *steps: Told) -> set[str]:
    return {standing.step.name for standing in stands(state, *steps).of_state(State.DONE)}


def test_us_second_vote_of_a_chamber_is_on_the_final_text() -> None:
    found = done(
        "United States",
        told(T.INTRODUCTION, 1),
        told(T.PASSAGE, 2, "House of Representatives"),
        told(T.PASSAGE, 3, "Senate"),
        told(T.PASSAGE, 4, "House of Representatives"),
    )
    assert found == {"introduction", "lower/passage", "upper/passage", "lower/final-passage"}


@pytest.mark.parametrize(
    ("state", "first", "second", "name"),
    [
        ("United States", "House of Representatives", "Senate", "to-upper"),
        ("Poland", "Sejm", "Senate", "to-senate"),
        ("Kenya", "National Assembly", "Senate", "senate-first-reading"),
        ("India", "Lok Sabha", "Rajya Sabha", "upper/introduction"),
        ("Canada", "House of Commons", "Senate", "upper/first-reading"),
    ],
)
def test_what_goes_to_the_other_chamber_does_not_go_to_the_head_of_state(
    state: str, first: str, second: str, name: str
) -> None:
    found = done(state, told(T.INTRODUCTION, 1), told(T.PASSAGE, 2, first), told(T.TRANSMISSION, 3, second))
    assert name in found
    assert "transmission" not in found


@pytest.mark.parametrize(
    ("state", "first", "second"),
    [
        ("United States", "House of Representatives", "Senate"),
        ("Poland", "Sejm", "Senate"),
        ("India", "Lok Sabha", "Rajya Sabha"),
        ("Canada", "House of Commons", "Senate"),
        ("Philippines", "House of Representatives", "Senate"),
    ],
)
def test_what_both_chambers_passed_goes_to_the_head_of_state(state: str, first: str, second: str) -> None:
    steps = told(T.PASSAGE, 2, first), told(T.PASSAGE, 3, second), told(T.TRANSMISSION, 4)
    assert "transmission" in done(state, told(T.INTRODUCTION, 1), *steps)


def test_eu_council_speaks_before_and_after_parliament() -> None:
    found = done(
        "European Union",
        told(T.INTRODUCTION, 1),
        told(T.FIRST_READING, 2, "Council of the European Union"),
        told(T.PASSAGE, 3, "European Parliament"),
    )
    assert found == {"introduction", "general-approach", "parliament-first-reading"}


def test_eu_adoption_by_the_council_is_not_parliaments() -> None:
    found = stands(
        "European Union", told(T.INTRODUCTION, 1), told(T.PASSAGE, 2, "Council of the European Union")
    )
    assert [s.step.name for s in found.of_state(State.MISSING)] == ["parliament-first-reading"]


def test_philippine_bicameral_report_is_ratified_by_each_chamber() -> None:
    found = stands(
        "Philippines",
        told(T.PASSAGE, 1, "House of Representatives"),
        told(T.PASSAGE, 2, "Senate"),
        told(T.CONCILIATION, 3),
        told(T.CONCILIATION, 4, "Senate"),
    )
    states = {standing.step.name: standing.state for standing in found.standings}
    assert (states["bicam"], states["upper/ratification"]) == (State.DONE, State.DONE)
    assert states["lower/ratification"] is State.DUE


def test_polish_sejm_votes_again_after_the_senate() -> None:
    found = done(
        "Poland",
        told(T.PASSAGE, 1, "Sejm"),
        told(T.PASSAGE, 2, "Senate"),
        told(T.PASSAGE, 3, "Sejm"),
    )
    assert found == {"third-reading", "senate", "reconsideration"}


def test_ukrainian_bill_sent_back_to_its_authors_is_not_vetoed() -> None:
    found = stands("Ukraine", told(T.INTRODUCTION, 1), told(T.RETURN, 2, "Verkhovna Rada"))
    states = {standing.step.name: standing.state for standing in found.standings}
    assert (states["committee"], states["return"]) == (State.DONE, State.NOT_YET)


def test_ukrainian_law_sent_back_by_the_president_is_taken_up_again() -> None:
    found = stands(
        "Ukraine",
        told(T.INTRODUCTION, 1),
        told(T.FIRST_READING, 2),
        told(T.PASSAGE, 3),
        told(T.RETURN, 4),
    )
    assert "override" in [standing.step.name for standing in found.of_state(State.DUE)]


def test_indian_money_bill_is_returned_by_the_second_house() -> None:
    found = done(
        "India",
        told(T.INTRODUCTION, 1),
        told(T.PASSAGE, 2, "Lok Sabha"),
        told(T.RETURN, 3, "Rajya Sabha"),
    )
    assert {"lower/passage", "upper/passage"} <= found
    assert "return" not in found


def test_israeli_preliminary_and_first_reading_are_one_step_here() -> None:
    found = stands("Israel", told(T.INTRODUCTION, 1), told(T.FIRST_READING, 2), told(T.FIRST_READING, 9))
    (reading,) = [s for s in found.standings if s.step.name == "first-reading"]
    assert len(reading.events) == 2


def test_kenyan_bill_that_concerns_no_county_does_without_the_senate() -> None:
    found = stands(
        "Kenya",
        told(T.INTRODUCTION, 1),
        told(T.SECOND_READING, 2, "National Assembly"),
        told(T.THIRD_READING, 3, "National Assembly"),
    )
    assert [s.step.name for s in found.path] == ["assent", "publication", "commencement"]


def test_kenyan_bill_that_reached_the_senate_needs_it() -> None:
    found = stands(
        "Kenya",
        told(T.INTRODUCTION, 1),
        told(T.PASSAGE, 2, "National Assembly"),
        told(T.TRANSMISSION, 3, "Senate"),
    )
    assert {"senate-second-reading", "senate-third-reading"} <= {s.step.name for s in found.path}


def test_german_vote_by_nobody_named_is_the_bundestags() -> None:
    assert done("Germany", told(T.INTRODUCTION, 1), told(T.PASSAGE, 2)) == {"introduction", "third-reading"}


def test_where_two_chambers_decide_a_bill_that_one_passed_waits_for_the_other() -> None:
    found = stands("Uruguay", told(T.PASSAGE, 2, "Chamber of Representatives", outcome=R.APPROVED))
    assert next(s.step.name for s in found.path) == "upper/passage"


def test_what_the_whole_legislature_passed_both_chambers_passed() -> None:
    for agents in (("Parliament",), ("National Assembly", "Senate")):
        found = done("Pakistan", told(T.PASSAGE, 2, *agents, outcome=R.APPROVED))
        assert found == {"lower/passage", "upper/passage"}


def test_the_whole_legislature_is_not_meant_where_the_other_chamber_is_told_of_by_itself() -> None:
    found = stands(
        "Pakistan",
        told(T.PASSAGE, 2, "Parliament", outcome=R.APPROVED),
        Told(T.PASSAGE, Factuality.EXPECTED, agents=("Senate",)),
    )
    assert next(s.step.name for s in found.path) == "upper/passage"


def test_a_vote_of_no_named_chamber_before_that_of_a_named_one_is_the_other_chambers() -> None:
    found = stands(
        "Ireland",
        told(T.PASSAGE, 2, outcome=R.APPROVED),
        told(T.PASSAGE, 9, "Seanad", outcome=R.APPROVED),
    )
    assert [s.step.name for s in found.of_state(State.DONE)] == ["lower/passage", "upper/passage"]
    assert next(s.step.name for s in found.path) == "assent"


def test_of_two_chambers_the_one_whose_vote_is_the_news_comes_second() -> None:
    """The other's has no first day, so that it could as well be of the article's day."""
    published = dt.date(2029, 1, 9)
    (found,) = whereabouts(
        collection(
            "Jamaica",
            [
                Told(T.PASSAGE, outcome=R.APPROVED, last=published, agents=("House of Representatives",)),
                told(T.PASSAGE, 8, "Senate", outcome=R.APPROVED),
            ],
            published,
        )
    )
    names = [s.step.name for s in found.of_state(State.DONE)]
    assert names == ["lower/passage", "upper/passage"]


def test_steps_are_open_where_nothing_has_been_done_yet() -> None:
    found = stands("Israel", Told(T.THIRD_READING, Factuality.SCHEDULED))
    assert not found.of_state(State.NO_LONGER_POSSIBLE)


def test_a_chamber_that_is_only_called_lower_or_upper_is_that() -> None:
    found = stands("Netherlands", told(T.PASSAGE, 2, "Lower House Committee", outcome=R.APPROVED))
    assert [s.step.name for s in found.of_state(State.DONE)] == ["lower/passage"]
