"""What ends a bill's way, and what shows that it goes on."""

from __future__ import annotations

from collections.abc import Mapping

from graph.checks.procedure.matching import Matched
from graph.checks.procedure.reported import Reported, same_days
from graph.terms import EventType, Factuality, Outcome

_ANNOUNCED = (Factuality.SCHEDULED, Factuality.EXPECTED, Factuality.PROMISED)
"""What tells that a bill is not dead, though it was rejected."""


def ended_by(matched: Matched, events: tuple[Reported, ...]) -> Reported | None:
    """Return what ended a bill's way, where nothing that was reported later took it further.

    A rejection ends it, so do a withdrawal, a lapse, a repeal, and a court that strikes it down.
    """
    at = {
        event.id: number
        for number, step in enumerate(matched.steps)
        for event in matched.events.get(step.name, ())
    }
    last, ahead = None, [event for event in events if event.assessment.status in _ANNOUNCED]
    for event in events:
        number = at.get(event.id)
        if not event.took_place:
            continue
        if event in matched.closing or (event in matched.anywhere and _struck_down(event)):
            last = event
        elif number is None:
            continue
        elif event.assessment.outcome is Outcome.REJECTED and matched.steps[number].rejection_ends:
            last = event if not _passed(event, matched.events[matched.steps[number].name]) else last
        elif last is not None and _goes_on(event, number, last, at.get(last.id)):
            last = None
    if last and last.id in at and any(_follows(event, last, at) for event in ahead):
        return None  # the other chamber may have the last word
    return last


def _struck_down(event: Reported) -> bool:
    return event.assessment.type is EventType.JUDICIAL_REVIEW and event.assessment.outcome is Outcome.REJECTED


def _goes_on(event: Reported, number: int, last: Reported, ended_at: int | None) -> bool:
    """Whether a step took a bill further that had ended: it is of a later day, only later articles tell it,
    or it has its place behind the step in which the bill was rejected.
    """
    if number == ended_at and event.assessment.outcome is None and same_days(event, last):
        return False  # a vote told without what it came to
    if event.assessment.window.start is not None and event.moment > last.moment:
        return True
    if event.told and last.told and event.told[0] > last.told[1]:
        return True
    again = event.assessment.outcome is Outcome.APPROVED
    return ended_at is not None and (number > ended_at or (number == ended_at and again))


def _passed(event: Reported, beside: tuple[Reported, ...]) -> bool:
    """Whether the same vote is also told as won: what was lost was a part of the bill, or a motion."""
    return any(
        other.assessment.outcome is Outcome.APPROVED
        and other.took_place
        and same_days(other, event)
        and other.moment >= event.moment
        for other in beside
    )


def _follows(event: Reported, last: Reported, at: Mapping[str, int]) -> bool:
    """Whether a step that lies ahead is announced, no earlier than a rejection, as what comes after it."""
    told = not (event.told and last.told) or event.told[1] >= last.told[0]
    end = event.assessment.window.end
    return told and at.get(event.id, -1) > at[last.id] and not (end and end < last.moment)
