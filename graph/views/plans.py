"""What became of a step that was announced: whether it still lies ahead, by all that the articles tell."""

from __future__ import annotations

import datetime as dt

from graph.checks.procedure.standing import Standing, Whereabouts
from graph.checks.procedure.states import State
from graph.checks.promises import Fate
from graph.checks.promises.wording import fate_in_words
from graph.model import Assessment
from graph.terms import EventType
from graph.views.library import Library
from graph.views.progress import BESIDE, rank_of, taken

UNTOLD = "No article tells that it took place"
DONE = "An earlier plan: this step is done"

_ANYTIME = frozenset((EventType.JUDICIAL_REVIEW, EventType.REFERENDUM, EventType.REPEAL))
"""What befalls a law as well as a bill."""


def gone_past(shelf: Library, bill: str, one: Assessment) -> str:
    """Return what a step of a bill that was announced has become, in a few words, where the bill has gone
    past it; "" where it still lies ahead.
    """
    course, own = shelf.courses.get(bill), shelf.bill_of(one.event) == bill
    start, until = one.window.start, _known_until(shelf, bill)
    if not own or not one.type.is_stage or not one.status.lies_ahead or (start and until and start > until):
        return ""
    over = UNTOLD if course and course.ended else ""
    if found := taken(course, one.event):
        at, standing, _ = found
        if standing.state.lies_ahead:
            return ""
        if standing.state is State.DONE and not _again(one, standing):
            return DONE
        return UNTOLD if standing.state is not State.DONE or _further(course, at) else over
    if one.type in _ANYTIME:
        return over
    reached = max((rank_of(a.type) for a in _facts(shelf, bill) if a.type not in BESIDE), default=-1)
    last = rank_of(EventType.ASSENT if one.type in BESIDE else one.type)
    return UNTOLD if reached >= last >= 0 else over


def become(shelf: Library, bill: str, one: Assessment) -> str:
    """Return what became of anything that was announced beside a bill: of a promise its fate, else what
    `gone_past` says, or that its days are over and no article tells of it; "" where it lies ahead.
    """
    if not one.status.lies_ahead:
        return ""
    fates = [p for p in shelf.promises if one.event in {p.event, *(told.event for told in p.tellings)}]
    settled = next((p for p in fates if p.fate not in (Fate.OPEN, Fate.UNKNOWN)), None)
    if settled is not None:
        return f"Promised; {fate_in_words(settled)}"
    if past := gone_past(shelf, bill, one):
        return past
    last = one.window.latest_begin or one.window.latest_end
    until = _known_until(shelf, bill)
    return UNTOLD if last and until and last < until else ""


def _again(plan: Assessment, standing: Standing) -> bool:
    """Whether a plan is for a day after the one on which a step was done: to take it once more."""
    start, done = plan.window.start, standing.told.assessment.window.end if standing.told else None
    return bool(start and done and start > done)


def _further(course: Whereabouts | None, at: int) -> bool:
    """Whether a bill has taken a step behind one of its procedure."""
    return any(s.state is State.DONE and s.needed for s in (course.standings[at + 1 :] if course else ()))


def _facts(shelf: Library, bill: str) -> list[Assessment]:
    return [a for a in shelf.assessments.values() if a.status.is_fact and shelf.bill_of(a.event) == bill]


def _known_until(shelf: Library, bill: str) -> dt.date | None:
    told = [a.article for a in shelf.collection.accounts if bill in {b.id for b in a.bills}]
    return max((a.published for a in told if a.published), default=None)
