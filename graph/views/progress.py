"""The last step that a bill took, what comes next by its procedure, the next one that is told, and whose
steps they are.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence

from graph.checks.procedure.reported import Reported
from graph.checks.procedure.standing import Standing, Whereabouts
from graph.checks.procedure.states import State
from graph.extraction.lexicon import states
from graph.model import Assessment
from graph.terms import EventType, Factuality, Outcome

_WAY: tuple[frozenset[EventType], ...] = (
    frozenset((EventType.DRAFTING,)),
    frozenset((EventType.INTRODUCTION,)),
    frozenset((EventType.REFERRAL, EventType.COMMITTEE)),
    frozenset((EventType.FIRST_READING,)),
    frozenset((EventType.DEBATE, EventType.AMENDMENT)),
    frozenset((EventType.SECOND_READING,)),
    frozenset((EventType.PASSAGE, EventType.THIRD_READING)),
    frozenset((EventType.CONCILIATION,)),
    frozenset((EventType.TRANSMISSION,)),
    frozenset((EventType.JUDICIAL_REVIEW, EventType.REFERENDUM)),
    frozenset((EventType.VETO, EventType.RETURN)),
    frozenset((EventType.OVERRIDE,)),
    frozenset((EventType.ASSENT,)),
    frozenset((EventType.PUBLICATION,)),
    frozenset((EventType.COMMENCEMENT,)),
)
"""The order that most legislatures share, for what is told of a bill on no better known days."""

_BEHIND_CHAMBERS = EventType.CONCILIATION
_ENDING = frozenset((EventType.WITHDRAWAL, EventType.LAPSE, EventType.REPEAL))
BESIDE = frozenset((EventType.DEBATE, EventType.AMENDMENT, EventType.JUDICIAL_REVIEW, EventType.RETURN))
"""What befalls a bill at any time, also when it is law; announced, it is not what comes next."""

_UNSURE = frozenset((Factuality.POSSIBLE, Factuality.CONDITIONAL))


def rank_of(type: EventType) -> int:
    """Return how far on the way of a bill a step stands; -1 for steps that have no place of their own."""
    return next((at for at, kinds in enumerate(_WAY) if type in kinds), -1)


def taken(course: Whereabouts | None, event: str) -> tuple[int, Standing, Reported] | None:
    """Return the step of the procedure that an event is, with its number."""
    return next(
        (
            (at, one, reported)
            for at, one in enumerate(course.standings if course else ())
            for reported in one.events
            if reported.id == event
        ),
        None,
    )


def latest(happened: Collection[Assessment], course: Whereabouts | None) -> Assessment | None:
    """Return the last step that took place: what ended the bill, else the last by its day, and by the usual
    order where days are open: what was told without a day may have been long before.

    What is told of a law that is in force, as if it were on its way, is about another bill that changes it;
    where parts of it begin to bind later, it is in force since the first one.
    """
    if course and course.ended:
        return course.ended.assessment
    in_force = any(a.type is EventType.COMMENCEMENT for a in happened)
    law = BESIDE | _ENDING | {EventType.COMMENCEMENT, EventType.REFERENDUM}
    left = [a for a in happened if not in_force or a.type in law]
    if in_force:
        begun = [a for a in left if a.type is EventType.COMMENCEMENT]
        first = min(
            begun, key=lambda a: (a.window.start or dt.date.max, a.window.end or dt.date.max, a.event)
        )
        left = [first, *(a for a in left if a not in begun)]
    starts = [a.window.start for a in left if a.window.start]
    last = max(starts, default=dt.date.min)
    return max(
        [a for a in left if not a.window.end or a.window.end >= last],
        key=lambda a: (
            *_way(a, course, last),
            a.window.start or a.window.end or dt.date.min,
            a.outcome is not None,
            a.window.end or dt.date.max,
        ),
        default=None,
    )


def _way(assessment: Assessment, course: Whereabouts | None, last: dt.date) -> tuple[int, int]:
    """Return how far a step is: in which chamber, or behind both, and which one there; debates and changes
    that need not be of the last day known may have been long before.
    """
    start = assessment.window.start or dt.date.min
    loose = assessment.type in (EventType.DEBATE, EventType.AMENDMENT) and start < last
    if loose or assessment.outcome is Outcome.POSTPONED:
        return 0, -1
    rank = rank_of(assessment.type)
    if rank >= rank_of(_BEHIND_CHAMBERS):
        return 2, rank
    found = taken(course, assessment.event)
    chambers = (
        list(dict.fromkeys(s.step.chamber for s in course.standings if s.step.chamber)) if course else []
    )
    second = found is not None and len(chambers) > 1 and found[1].step.chamber == chambers[-1]
    return int(second), rank


def following(
    happened: Sequence[Assessment], ahead: Sequence[Assessment], course: Whereabouts | None
) -> Assessment | None:
    """Return the nearest step ahead: what an article announced before the bill went further is no news."""
    if course.ended if course else any(a.type in _ENDING for a in happened):
        return None
    reached = max((rank_of(a.type) for a in happened if a.type not in BESIDE), default=-1)
    last = latest(happened, course)
    done = (last.window.start or last.window.end) if last else None
    places = {
        a.event: place
        for a in ahead
        if not (done and a.window.latest_end and a.window.latest_end < done)
        and (place := _place(a, reached, course)) is not None
    }
    return min(
        (a for a in ahead if a.event in places),
        key=lambda a: (places[a.event], a.window.start or dt.date.max, a.event),
        default=None,
    )


def _place(assessment: Assessment, reached: int, course: Whereabouts | None) -> float | None:
    """Return the number of a step that is to come, between two where it has no place of its own; None where
    its time is over, or it is only named as one that may be taken.
    """
    if assessment.type in BESIDE | _ENDING:
        return None
    if assessment.type in (EventType.VETO, EventType.REFERENDUM) and assessment.status in _UNSURE:
        return None
    if found := taken(course, assessment.event):
        at, standing, _ = found
        return at if standing.state in (State.DUE, State.NOT_YET) else None
    rank = rank_of(assessment.type)
    if rank <= reached:
        return None
    steps = enumerate(course.standings if course else ())
    before = (at for at, one in steps if one.state.lies_ahead and rank_of(one.step.types[0]) > rank)
    return next(before, len(_WAY)) - 0.5


def due(course: Whereabouts | None) -> Standing | None:
    """Return the step that comes next by the procedure; None where nothing is left, or nothing has begun."""
    if course is None or not course.of_state(State.DONE):
        return None
    return next((step for step in course.path if step.state is State.DUE), None)


def before(announced: Assessment | None, course: Whereabouts | None) -> Standing | None:
    """Return the step that comes next by the procedure where it comes before the one that is announced."""
    step = due(course)
    if step is None or course is None or announced is None:
        return step
    place = _place(announced, -2, course)  # it was chosen as one that is still to come
    return step if place is not None and place > course.standings.index(step) else None


def house(assessment: Assessment, course: Whereabouts | None) -> str | None:
    """Return the chamber that took a step, by its plain name, where a legislature has two and one is told."""
    found = taken(course, assessment.event)
    if course is None or found is None:
        return None
    named = found[2].chambers & set(course.procedure.chambers)
    if len(course.procedure.chambers) < 2 or len(named) != 1:
        return None
    return states().chamber(course.procedure.state, next(iter(named)))
