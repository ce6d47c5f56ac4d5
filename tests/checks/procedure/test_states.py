"""Steps of which no article tells, told apart from those that are known not to have been taken."""

from __future__ import annotations

from graph.checks.procedure.states import State
from tests.checks.procedure.test_standing import F, R, T, Told, day, on, stands, states_by_name


def test_a_step_that_the_bill_has_gone_past_is_not_told_to_be_out_of_the_question() -> None:
    """It may well have been taken; all that is known is that no article tells of it."""
    found = stands(
        "Venezuela",
        on(T.FIRST_READING, 2, outcome=R.APPROVED),
        on(T.SECOND_READING, 3, outcome=R.APPROVED),
        on(T.ASSENT, 4),
    )
    states = states_by_name(found)
    assert {states[name] for name in ("committee", "transmission", "return")} == {State.NOT_TOLD}
    assert State.NO_LONGER_POSSIBLE not in states.values()


def test_a_law_that_was_repealed_may_have_been_published_all_the_same() -> None:
    found = stands("Venezuela", on(T.SECOND_READING, 3), on(T.ASSENT, 4), on(T.REPEAL, 9))
    assert found.ended is not None
    states = states_by_name(found)
    assert (states["publication"], states["commencement"]) == (State.NOT_TOLD, State.NOT_TOLD)


def test_what_came_before_the_vote_that_was_lost_is_not_ruled_out() -> None:
    found = stands("Venezuela", on(T.SECOND_READING, 3, outcome=R.REJECTED))
    states = states_by_name(found)
    assert (states["first-reading"], states["second-reading"]) == (State.NOT_TOLD, State.NO_LONGER_POSSIBLE)
    assert states["assent"] is State.NO_LONGER_POSSIBLE


def test_a_step_that_was_called_off_is_not_untold() -> None:
    """A hearing was called off, and the law was signed without it."""
    found = stands(
        "Venezuela",
        on(T.FIRST_READING, 2),
        on(T.COMMITTEE, 3, outcome=R.POSTPONED),
        Told(T.COMMITTEE, F.CANCELLED, first=day(4), last=day(4)),
        on(T.SECOND_READING, 5),
        on(T.ASSENT, 6),
    )
    assert states_by_name(found)["committee"] is State.NO_LONGER_POSSIBLE
