"""Reports whose days turn the order of the procedure round are not taken for its steps, and are told."""

from __future__ import annotations

from graph.checks.procedure.standing import Whereabouts
from graph.checks.procedure.states import State
from tests.checks.procedure.test_standing import F, R, T, Told, day, on, stands, states_by_name

HOUSE, SENATE = ("House of Representatives",), ("Senate",)


def disorder(found: Whereabouts) -> set[tuple[str, str]]:
    """Return the numbers of the events that are told in the wrong order."""
    return {(one.id.partition("/")[2], two.id.partition("/")[2]) for one, two in found.out_of_order}


def test_a_plain_vote_before_the_first_reading_is_not_the_second() -> None:
    found = stands(
        "Ukraine",
        on(T.INTRODUCTION, 1),
        Told(T.PASSAGE, first=day(2), last=day(5), outcome=R.APPROVED),
        on(T.FIRST_READING, 6),
        Told(T.FIRST_READING, last=day(6)),
    )
    states = states_by_name(found)
    assert states["adoption"] is State.DUE
    assert disorder(found) == {("2", "1")}


def test_a_plain_vote_after_the_first_reading_is_the_second() -> None:
    found = stands("Ukraine", on(T.INTRODUCTION, 1), on(T.FIRST_READING, 2), on(T.PASSAGE, 6))
    assert states_by_name(found)["adoption"] is State.DONE
    assert disorder(found) == set()


def test_a_vote_goes_to_the_chamber_whose_turn_it_was() -> None:
    """The Lords had not read it for the second time when it was passed."""
    found = stands(
        "United Kingdom",
        on(T.FIRST_READING, 1, agents=("House of Commons",)),
        on(T.THIRD_READING, 2, agents=("House of Commons",)),
        on(T.PASSAGE, 4),
        on(T.SECOND_READING, 9, agents=("House of Lords",)),
    )
    assert states_by_name(found)["upper/third-reading"] is not State.DONE


def test_a_signature_before_both_votes_is_not_this_bills() -> None:
    found = stands(
        "United States",
        Told(T.ASSENT, last=day(1)),
        on(T.PASSAGE, 4, agents=HOUSE),
        on(T.PASSAGE, 5, agents=SENATE),
    )
    assert states_by_name(found)["assent"] is State.DUE
    assert disorder(found) == {("1", "0")}


def test_one_day_misread_unseats_no_step_told_by_its_own_name() -> None:
    found = stands("United States", on(T.PASSAGE, 4, agents=HOUSE), on(T.INTRODUCTION, 6, agents=HOUSE))
    assert states_by_name(found)["lower/passage"] is State.DONE
    assert disorder(found) == {("1", "0")}


def test_the_later_of_two_tellings_is_the_step_where_the_first_came_too_early() -> None:
    found = stands(
        "United States",
        on(T.PASSAGE, 2, agents=HOUSE),
        on(T.INTRODUCTION, 4, agents=HOUSE),
        on(T.PASSAGE, 6, agents=HOUSE),
    )
    (passage,) = [s for s in found.standings if s.step.name == "lower/passage"]
    assert [event.id for event in passage.events] == ["step/2"]
    assert disorder(found) == {("1", "0")}


def test_a_bill_whose_veto_was_overridden_was_not_signed() -> None:
    told = (
        on(T.PASSAGE, 2, agents=HOUSE),
        on(T.PASSAGE, 3, agents=SENATE),
        Told(T.ASSENT, first=day(4), last=day(5)),
        on(T.VETO, 5),
    )
    assert states_by_name(stands("United States", *told))["assent"] is State.DONE
    over = (on(T.OVERRIDE, 6, agents=HOUSE), on(T.OVERRIDE, 7, agents=SENATE))
    states = states_by_name(stands("United States", *told, *over))
    assert states["assent"] is State.NO_LONGER_POSSIBLE
    assert states["commencement"] is State.DUE


def test_what_is_only_planned_shows_no_disorder() -> None:
    found = stands("Ukraine", on(T.PASSAGE, 2), Told(T.FIRST_READING, F.SCHEDULED, first=day(6), last=day(6)))
    assert disorder(found) == set()
