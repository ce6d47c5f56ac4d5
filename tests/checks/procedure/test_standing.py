"""Where a bill stands, worked out by hand; and that a step taken out of a finished story is the one named."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from graph.checks.procedure.rules import TWO_CHAMBERS, Chamber, procedure_of, procedures
from graph.checks.procedure.standing import Whereabouts, whereabouts
from graph.checks.procedure.states import State
from graph.model import Window
from graph.terms import EventType, Factuality, Outcome
from tests.checks.procedure.stories import BILL, CASES, Told, collection, finished, read_story

T, F, R = EventType, Factuality, Outcome
STORIES = sorted(CASES.glob("*.toml"))
HERE = {key: procedure_of("Ireland" if key == TWO_CHAMBERS else p.state) for key, p in procedures().items()}
WAYS: list[tuple[str, Chamber | None]] = [
    (key, first)
    for key, procedure in HERE.items()
    for first in (procedure.chambers if procedure.either_begins else (None,))
]


def day(number: int) -> dt.date:
    return dt.date(2029, 1, number)


def on(type: EventType, number: int, **more: object) -> Told:
    return Told(type, first=day(number), last=day(number), **more)  # type: ignore[arg-type]


def stands(state: str | None, *steps: Told, published: dt.date | None = dt.date(2030, 1, 1)) -> Whereabouts:
    (found,) = whereabouts(collection(state, steps, published))
    return found


def states_by_name(found: Whereabouts) -> dict[str, State]:
    return {standing.step.name: standing.state for standing in found.standings}


def missing(found: Whereabouts) -> set[str]:
    return {standing.step.name for standing in found.of_state(State.MISSING)}


@pytest.mark.parametrize(("key", "first"), WAYS)
def test_a_finished_bill_has_every_needed_step_done(key: str, first: Chamber | None) -> None:
    procedure = HERE[key]
    found = stands(procedure.state, *finished(procedure, first))
    assert found.procedure.key == key
    assert all(s.state is State.DONE for s in found.standings if s.needed)
    assert (found.path, found.unknown, found.out_of_order, found.ended) == ((), (), (), None)


@pytest.mark.parametrize(("key", "first"), WAYS)
def test_a_step_taken_out_is_named(key: str, first: Chamber | None) -> None:
    """Each needed step but the last; the last is due then."""
    procedure = HERE[key]
    told = finished(procedure, first)
    needed = [step.name for step in procedure.steps(first) if not step.optional]
    for at, name in enumerate(needed[:-1]):
        if at == 0 and procedure.either_begins:
            continue  # nothing else tells where it began
        assert missing(stands(procedure.state, *told[:at], *told[at + 1 :])) == {name}
    assert [s.step.name for s in stands(procedure.state, *told[:-1]).path] == needed[-1:]


def test_without_days_states_are_the_same_and_steps_have_the_days_that_are_told() -> None:
    told = [on(T.INTRODUCTION, 1), on(T.FIRST_READING, 2, outcome=R.APPROVED)]
    whole = collection("Venezuela", told)
    (slow,), (quick,) = whereabouts(whole), whereabouts(whole, days=False)
    assert states_by_name(quick) == states_by_name(slow)
    windows = {s.step.label: s.window for s in quick.standings}
    assert windows["First discussion"] == Window(day(2), None, None, day(2))
    assert windows["Second discussion"] == Window()


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_a_step_taken_out_of_a_real_story_is_named(path: Path) -> None:
    state, told = read_story(path)
    whole = stands(state, *told)
    done = {s.step.name: s for s in whole.of_state(State.DONE) if s.needed}
    before = missing(whole)
    needed = [step.name for step in (s.step for s in whole.standings) if not step.optional]
    last = max(at for at, name in enumerate(needed) if name in done)
    tried = 0
    for name in needed[:last]:
        if name not in done:
            continue
        gone = {event.id for event in done[name].events}
        rest = [step for at, step in enumerate(told) if f"step/{at}" not in gone]
        less = stands(state, *rest)
        taken_over = {s.step.name for s in less.of_state(State.DONE)}  # by a later vote of the same kind
        assert missing(less) == before | ({name} - taken_over)
        tried += 1
    assert tried >= 2


def test_the_bill_of_the_first_article() -> None:
    """A first reading is over, a second is to come next week, then signature and publication."""
    found = stands(
        "Venezuela",
        on(T.FIRST_READING, 5, outcome=R.APPROVED, agents=("National Assembly",)),
        Told(T.SECOND_READING, F.SCHEDULED, first=day(9), last=day(15)),
        Told(T.ASSENT, F.REQUIRED),
        published=day(7),
    )
    states = states_by_name(found)
    assert states["introduction"] is State.MISSING
    assert states["first-reading"] is State.DONE
    assert states["second-reading"] is State.DUE
    assert (states["assent"], states["publication"]) == (State.NOT_YET, State.NOT_YET)
    assert states["committee"] is State.POSSIBLE
    assert [s.step.name for s in found.path] == ["second-reading", "assent", "publication", "commencement"]
    second, assent = found.path[0], found.path[1]
    assert second.window == Window(day(9), None, None, day(15))
    assert second.slack == 6
    assert assent.window == Window(earliest_begin=day(9))
    assert assent.slack is None
    assert assent.waits_for == ("second-reading",)


def test_the_procedure_sets_a_last_day() -> None:
    found = stands(
        "Venezuela",
        on(T.FIRST_READING, 1),
        on(T.SECOND_READING, 2),
        on(T.TRANSMISSION, 3),
        Told(T.ASSENT, F.EXPECTED),
        published=day(4),
    )
    (assent,) = [s for s in found.standings if s.step.name == "assent"]
    assert assent.window == Window(day(4), None, None, day(13))
    assert assent.slack == 9


def test_a_promise_tightens_only_the_window_if_kept() -> None:
    found = stands(
        "Venezuela",
        on(T.FIRST_READING, 1),
        Told(T.SECOND_READING, F.PROMISED, first=day(9), last=day(10), source="actor/x"),
        published=day(4),
    )
    (second,) = [s for s in found.standings if s.step.name == "second-reading"]
    assert second.state is State.DUE
    assert second.window == Window(earliest_begin=day(1))
    assert second.if_kept == Window(day(9), None, None, day(10))


def test_a_rejected_bill_goes_no_further() -> None:
    found = stands("Venezuela", on(T.INTRODUCTION, 1), on(T.FIRST_READING, 2, outcome=R.REJECTED))
    assert found.ended is not None
    assert found.ended.assessment.type is T.FIRST_READING
    later = [s.state for s in found.standings if s.step.name not in ("introduction", "first-reading")]
    assert set(later) == {State.NO_LONGER_POSSIBLE}
    assert found.path == ()


def test_a_bill_rejected_and_then_passed_goes_on() -> None:
    found = stands(
        "Venezuela",
        on(T.INTRODUCTION, 1),
        on(T.FIRST_READING, 2, outcome=R.REJECTED),
        on(T.FIRST_READING, 9, outcome=R.APPROVED),
    )
    assert found.ended is None
    assert states_by_name(found)["second-reading"] is State.DUE


def test_a_withdrawn_bill_is_dead() -> None:
    found = stands("Kenya", on(T.FIRST_READING, 1), on(T.WITHDRAWAL, 2))
    assert found.ended is not None
    assert found.of_state(State.DUE, State.POSSIBLE, State.NOT_YET) == ()


def test_a_step_put_off_is_not_done() -> None:
    found = stands(
        "Venezuela",
        on(T.INTRODUCTION, 1),
        on(T.FIRST_READING, 2),
        on(T.SECOND_READING, 3, outcome=R.POSTPONED),
    )
    assert states_by_name(found)["second-reading"] is State.DUE


def test_the_other_chamber_reads_again() -> None:
    """The second "second reading" without a named chamber is the other chamber's."""
    found = stands(
        "United Kingdom",
        on(T.FIRST_READING, 1, agents=("House of Lords",)),
        on(T.SECOND_READING, 2, agents=("House of Lords",)),
        on(T.THIRD_READING, 3, agents=("House of Lords",)),
        on(T.FIRST_READING, 4),
        on(T.SECOND_READING, 5),
    )
    states = states_by_name(found)
    assert states["lower/second-reading"] is State.DONE
    assert states["lower/third-reading"] is State.DUE
    assert list(states).index("upper/first-reading") < list(states).index("lower/first-reading")


def test_an_old_plan_does_not_announce_the_other_chamber() -> None:
    found = stands(
        "United Kingdom",
        on(T.FIRST_READING, 1, agents=("House of Commons",)),
        Told(T.SECOND_READING, F.SCHEDULED, first=day(2), last=day(2), agents=("House of Commons",)),
    )
    assert states_by_name(found)["upper/second-reading"] is State.NOT_YET


def test_a_veto_needs_an_override() -> None:
    vetoed = (
        on(T.INTRODUCTION, 1, agents=("House of Representatives",)),
        on(T.PASSAGE, 2, agents=("House of Representatives",)),
        on(T.PASSAGE, 3, agents=("Senate",)),
        on(T.VETO, 4),
    )
    found = stands("United States", *vetoed)
    states = states_by_name(found)
    assert states["assent"] is State.NO_LONGER_POSSIBLE
    assert {s.step.types[0] for s in found.of_state(State.DUE) if s.needed} == {T.OVERRIDE}


def test_a_veto_told_as_a_rejection_is_a_veto_all_the_same() -> None:
    found = stands(
        "United States",
        on(T.INTRODUCTION, 1),
        on(T.PASSAGE, 2, agents=("House of Representatives",)),
        on(T.PASSAGE, 3, agents=("Senate",)),
        on(T.VETO, 4, outcome=R.REJECTED),
    )
    assert found.ended is None
    assert states_by_name(found)["veto"] is State.DONE


def test_a_passage_on_the_day_of_a_reading_is_that_reading() -> None:
    found = stands(
        "Venezuela", on(T.INTRODUCTION, 1), on(T.FIRST_READING, 2), on(T.PASSAGE, 2, outcome=R.APPROVED)
    )
    assert [event.id for event in found.standings[1].events] == ["step/1", "step/2"]
    assert states_by_name(found)["second-reading"] is State.DUE


def test_the_introduction_tells_in_which_chamber_a_bill_begins() -> None:
    found = stands(
        "United States",
        on(T.INTRODUCTION, 1, agents=("House of Representatives",)),
        on(T.COMMITTEE, 2, agents=("Senate Finance Committee",)),
    )
    names = [standing.step.name for standing in found.standings]
    assert names.index("lower/passage") < names.index("upper/passage")


def test_what_goes_to_a_person_goes_to_no_chamber() -> None:
    found = stands(
        "United States",
        on(T.INTRODUCTION, 1),
        on(T.PASSAGE, 2, agents=("House of Representatives",)),
        on(T.TRANSMISSION, 3, agents=("Ada Holm",)),
    )
    assert states_by_name(found)["transmission"] is State.DONE


def test_a_reported_step_that_the_procedure_does_not_know_is_flagged() -> None:
    found = stands("Venezuela", on(T.INTRODUCTION, 1), on(T.CONCILIATION, 2))
    assert [event.id for event in found.unknown] == ["step/1"]


def test_steps_in_the_wrong_order_are_told() -> None:
    found = stands("Venezuela", on(T.INTRODUCTION, 9), on(T.FIRST_READING, 2))
    assert [(a.id, b.id) for a, b in found.out_of_order] == [("step/0", "step/1")]


def test_without_a_known_legislature_the_shared_steps_hold() -> None:
    found = stands(None, on(T.INTRODUCTION, 1), on(T.PASSAGE, 2))
    assert found.procedure is procedure_of(None)
    assert [s.step.name for s in found.path] == ["assent", "commencement"]


def test_only_the_bills_asked_for() -> None:
    told = collection("Kenya", [on(T.INTRODUCTION, 1)])
    assert [w.bill for w in whereabouts(told, [BILL])] == [BILL]
    assert whereabouts(told, ["bill/other"]) == ()


def test_a_veto_holds_the_signature_up_until_it_is_overridden() -> None:
    told = [on(T.INTRODUCTION, 1), on(T.PASSAGE, 2), on(T.VETO, 3, outcome=R.REJECTED)]
    found = stands("Malta", *told)
    assert [(s.step.name, s.state) for s in found.path] == [
        ("override", State.DUE),
        ("assent", State.NOT_YET),
        ("commencement", State.NOT_YET),
    ]
    assert found.path[1].waits_for == ("override",)
    found = stands("Malta", *told, on(T.OVERRIDE, 4, outcome=R.APPROVED))
    assert [s.step.name for s in found.path] == ["commencement"]
    assert states_by_name(found)["assent"] is State.POSSIBLE


def test_a_court_that_strikes_a_law_down_ends_its_way_until_it_is_passed_again() -> None:
    told = [on(T.PASSAGE, 2, outcome=R.APPROVED), on(T.JUDICIAL_REVIEW, 3, outcome=R.REJECTED)]
    found = stands("Kenya", *told)
    assert found.ended is not None
    assert found.path == ()
    assert stands("Kenya", *told[:1], on(T.JUDICIAL_REVIEW, 3, outcome=R.APPROVED)).ended is None
    assert stands("Kenya", *told, on(T.PASSAGE, 9, outcome=R.APPROVED)).ended is None


def test_a_vote_told_again_without_its_outcome_does_not_pass_a_rejected_bill() -> None:
    found = stands(
        "Malta", on(T.INTRODUCTION, 1), on(T.PASSAGE, 5, outcome=R.REJECTED), Told(T.PASSAGE, last=day(6))
    )
    assert found.ended is not None
    assert found.path == ()


def test_what_has_no_day_does_not_revive_a_bill_that_lapsed() -> None:
    ways = [Told(T.PASSAGE, outcome=R.APPROVED, last=day(9)), on(T.LAPSE, 8)]
    ended = stands("Malta", *ways).ended
    assert ended is not None
    assert ended.assessment.type is T.LAPSE
    assert stands("Malta", on(T.INTRODUCTION, 9), on(T.LAPSE, 8)).ended is None


def test_a_bill_is_not_dead_where_a_step_behind_its_rejection_is_announced() -> None:
    lost = [
        on(T.PASSAGE, 2, outcome=R.APPROVED, agents=("Chamber of Deputies",)),
        on(T.PASSAGE, 9, outcome=R.REJECTED, agents=("Senate",)),
    ]
    assert stands("Czech Republic", *lost).ended is not None
    assert stands("Czech Republic", *lost, Told(T.TRANSMISSION, F.SCHEDULED, first=day(10))).ended is None
    assert stands("Czech Republic", *lost, Told(T.TRANSMISSION, F.SCHEDULED, last=day(3))).ended is not None


def test_what_is_told_as_passed_and_as_rejected_on_one_day_lost_a_part_only() -> None:
    votes = [on(T.PASSAGE, 9, outcome=outcome) for outcome in (R.APPROVED, R.REJECTED)]
    assert stands("Malta", *votes).ended is stands("Malta", *votes[::-1]).ended is None


def test_a_bill_in_committee_was_introduced() -> None:
    assert missing(stands("Malta", on(T.REFERRAL, 2))) == {"introduction"}
    assert missing(stands("Malta", Told(T.REFERRAL, F.SCHEDULED))) == set()
