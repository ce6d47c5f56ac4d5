"""The steps of a bill by its legislature's procedure, as the page of a bill and the cards draw them."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from graph import wording
from graph.checks.procedure.standing import Standing, Whereabouts
from graph.checks.procedure.states import State
from graph.extraction.lexicon import states
from graph.terms import AHEAD
from graph.ui.address import address
from graph.ui.theme import STATE_MARKS
from graph.views import standing

MOST_BOXES = 4


def tracks(found: Whereabouts, *, needed: bool = False) -> list[dict[str, Any]]:
    """Return the steps in boxes, those of one chamber together; in one box where chambers take many turns.

    Args:
        found: where the bill stands.
        needed: whether to leave out what the bill can do without, unless it took place or comes next.
    """
    shown = [one for one in found.standings if not needed or _worth(one)]
    turns = [(chamber, list(steps)) for chamber, steps in groupby(shown, lambda s: s.step.chamber)]
    if len(found.procedure.chambers) < 2 or len(turns) > MOST_BOXES:
        return [{"name": "", "steps": [_step(found, one, found.procedure.label(one.step)) for one in shown]}]
    boxes = list[dict[str, Any]]()
    for chamber, standings in turns:
        name = states().chamber(found.procedure.state, chamber) if chamber else None
        steps = [_step(found, one, one.step.label) for one in standings]
        between = "" if needed else "Then" if boxes else "First"
        boxes.append({"name": name or between, "steps": steps})
    return boxes


def _worth(one: Standing) -> bool:
    return one.needed or one.state in (State.DONE, State.DUE, State.MISSING)


def _said(one: Standing) -> tuple[str, str]:
    """Return what has become of a step in a word or two, and when: "comes next", "9–15 Feb 2026"."""
    word, told = STATE_MARKS[one.state].word, one.told
    if one.state in (State.MISSING, State.NOT_TOLD) and told and told.assessment.status in AHEAD:
        plan = told.assessment
        return f"{plan.status.value}, not reported", "" if plan.window.is_open else wording.when(plan.window)
    if one.state is State.NO_LONGER_POSSIBLE and told and told.took_place and told.assessment.outcome:
        lost = told.assessment
        return wording.outcome(lost.outcome), "" if lost.window.is_open else wording.when(lost.window)
    if not one.needed and (one.state.lies_ahead or one.state is State.MISSING):
        word = f"{word}, not needed"
    return word, standing.when(one) if one.state is State.DONE or told else ""


def _step(found: Whereabouts, one: Standing, name: str) -> dict[str, Any]:
    by = f" By {one.step.by}." if one.step.by else ""
    word, when = _said(one)
    status = one.told.assessment.status if one.told and one.state.lies_ahead else None
    return {
        "name": name,
        "state": one.state.value,
        "status": status.value if status and status.lies_ahead else None,
        "word": word,
        "when": when,
        "meaning": f"{one.step.meaning}{by} {standing.MEANINGS[one.state]}",
        "to": address("timeline", bill=found.bill, event=one.told.id) if one.told else None,
    }
