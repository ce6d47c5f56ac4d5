"""Which events of a bill are which steps of its procedure.

Events are taken in the order of time: what happened by its day, what is only announced by the day on which it
was last announced. Each goes to the first step of its kind and chamber that has not taken place yet, so that
the second "first reading" of a bill is the other chamber's.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.checks.procedure.order import fits, shown_early
from graph.checks.procedure.reported import Reported, same_days
from graph.checks.procedure.rules import Chamber, Procedure, Step
from graph.terms import READINGS, EventType, Factuality, Outcome

CLOSING = (EventType.WITHDRAWAL, EventType.LAPSE, EventType.REPEAL)
"""Kinds that end the way of any bill, or law, in every legislature."""

_PASSED = (EventType.PASSAGE, EventType.THIRD_READING)
_NEWS = dt.timedelta(days=2)
"""Within these days before an article a step is its news."""


@dataclass(frozen=True, slots=True)
class Matched:
    """The events of a bill by step, and those that the procedure has no place for.

    Attributes:
        steps: all steps of the procedure in order, spread out for the chamber that began.
        events: by step name, in the order of time.
        anywhere: events that may take place at any time.
        unknown: events of a kind, or in a chamber, that no step has.
        early: events that took place before what must come first in whichever step they could be, each behind
            the one that shows it.
        closing: withdrawals, lapses and repeals.
    """

    steps: tuple[Step, ...]
    events: Mapping[str, tuple[Reported, ...]]
    anywhere: tuple[Reported, ...]
    unknown: tuple[Reported, ...]
    early: tuple[tuple[Reported, Reported], ...]
    closing: tuple[Reported, ...]


def does(step: Step, event: Reported) -> bool:
    """Whether an event is a step done: it happened, was not put off, and a bill that failed in it goes on all
    the same.
    """
    if event.assessment.status is not Factuality.HAPPENED:
        return False
    outcome = event.assessment.outcome
    return outcome in (None, Outcome.APPROVED) or (outcome is Outcome.REJECTED and not step.rejection_ends)


def first_chamber(procedure: Procedure, events: Sequence[Reported]) -> Chamber | None:
    """Return the chamber in which a bill began, by the first event that one of them took; None if unknown."""
    if not procedure.either_begins:
        return None
    placed = {EventType(kind) for entry in procedure.written if "chamber" in entry for kind in entry["types"]}
    placed.add(EventType.INTRODUCTION)
    for event in sorted(events, key=_told_before_the_news):
        named = event.chambers & set(procedure.chambers)
        if not event.took_place or event.assessment.type not in placed:
            continue
        if len(named) == 1:
            return next(iter(named))
        others = _passed_later(event, events, procedure.chambers)
        if not named and len(others) == 1:
            return next(chamber for chamber in procedure.chambers if chamber not in others)
    return None


def _told_before_the_news(event: Reported) -> tuple[dt.date, bool]:
    """Order a step without a first day just before one of the same day or the day before its article: that
    one is the news, the other what led to it.
    """
    start = event.assessment.window.start
    return (event.moment - (_NEWS if start is None else dt.timedelta()), start is not None)


def _passed_later(event: Reported, events: Iterable[Reported], chambers: tuple[Chamber, ...]) -> set[Chamber]:
    """Return the chambers that, by name, passed later what an unnamed one has passed."""
    if event.assessment.type not in _PASSED or event.assessment.outcome is not Outcome.APPROVED:
        return set()
    return {
        next(iter(named))
        for other in events
        if other.assessment.type in _PASSED
        and other.took_place
        and not same_days(event, other)
        and event.moment < other.moment
        and len(named := other.chambers & set(chambers)) == 1
    }


def match(procedure: Procedure, events: Sequence[Reported]) -> Matched:
    """Return which events, given in the order of time, are which steps."""
    steps = procedure.steps(first_chamber(procedure, events))
    taken, done = defaultdict[str, list[Reported]](list), defaultdict[str, list[Reported]](list)
    anywhere, unknown, closing = list[Reported](), list[Reported](), list[Reported]()
    early = list[tuple[Reported, Reported]]()
    apart = _by_one_chamber(steps, events, procedure.chambers)
    for event in events:
        sent = event.assessment.type is EventType.TRANSMISSION  # which no bill begins with
        fitting = [step for step in steps[sent:] if fits(step, event, procedure.chambers)]
        again = next((step for step in steps if _tells_again(event, done.get(step.name, ()))), None)
        shown = [shown_early(step, event, steps, events, procedure.chambers) for step in fitting]
        if fitting and not again and all(shown):
            early += [(first, event) for first in shown[:1] if first]
            continue
        fitting = [step for step, first in zip(fitting, shown, strict=True) if not first]
        if again or fitting:
            chosen = again or _chosen(fitting, event, done, apart)
            twin = _also_by_the_other(chosen, fitting, event, apart)
            for step in (chosen, twin) if twin else (chosen,):
                taken[step.name].append(event)
                if does(step, event):
                    done[step.name].append(event)
        elif event.assessment.type in CLOSING:
            closing.append(event)
        elif event.assessment.type in procedure.anywhere:
            anywhere.append(event)
        else:
            unknown.append(event)
    return Matched(
        steps,
        {name: tuple(found) for name, found in taken.items()},
        tuple(anywhere),
        tuple(unknown),
        tuple(early),
        tuple(closing),
    )


def _by_one_chamber(
    steps: Sequence[Step], events: Sequence[Reported], chambers: tuple[Chamber, ...]
) -> Mapping[str, tuple[Reported, ...]]:
    """Return the events that by name are one chamber's, by the name of each step of that chamber."""
    return {
        step.name: tuple(
            event
            for event in events
            if event.assessment.type in step.types
            and event.assessment.status is not Factuality.DENIED
            and event.chambers & set(chambers) == {step.chamber}
        )
        for step in steps
        if step.chamber is not None and len(chambers) > 1
    }


def _also_by_the_other(
    step: Step, fitting: Sequence[Step], event: Reported, apart: Mapping[str, Sequence[Reported]]
) -> Step | None:
    """Return the other chamber's step where a bill is said to have passed both, or the whole legislature,
    and nothing is told of the other chamber by itself.
    """
    whole = "legislature" in event.chambers or {"lower", "upper"} <= event.chambers
    if not whole or event.assessment.outcome is not Outcome.APPROVED or step.chamber is None:
        return None
    own = step.name.partition("/")[2]
    other = next((s for s in fitting if s is not step and s.name.partition("/")[2] == own), None)
    return other if own and other and not apart.get(other.name) else None


def _tells_again(event: Reported, earlier: Sequence[Reported]) -> bool:
    """Whether a plain passage is a reading of the same day and chamber, told in other words."""
    return event.assessment.type is EventType.PASSAGE and any(
        other.assessment.type in READINGS
        and event.assessment.window.is_one_day
        and event.assessment.window == other.assessment.window
        and (event.chambers & other.chambers or not event.chambers or not other.chambers)
        for other in earlier
    )


def _chosen(
    fitting: Sequence[Step],
    event: Reported,
    done: Mapping[str, Sequence[Reported]],
    apart: Mapping[str, Sequence[Reported]],
) -> Step:
    """Return the step that an event is; `done` are the events by which steps are done so far, `apart` those
    that by name are one chamber's.

    What no chamber is named for is not what one is named for on another day. Then, best is one that is open
    and reached; then one that is done and of which this may be another telling; then an open one before which
    something went unreported.
    """

    unnamed = not event.chambers

    def rank(at: int) -> tuple[bool, int, bool, bool, int]:
        step = fitting[at]
        earlier = done.get(step.name, ())
        reached = all(any(name in done for name in group) for group in step.after)
        if not earlier:
            group = 0 if reached else 2
        else:
            group = 1 if any(same_days(event, other) for other in earlier) else 3
        usual = step.types[0] is event.assessment.type
        elsewhere = step.chamber is None and bool(event.chambers)
        named = [other for other in apart.get(step.name, ()) if other.took_place] if unnamed else []
        others = bool(named) and not any(same_days(event, other) for other in named)
        return others, group, elsewhere, not usual, -at if earlier else at

    return fitting[min(range(len(fitting)), key=rank)]
