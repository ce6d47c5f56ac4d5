"""Where a bill stands, in plain words: the steps of its procedure and the way that is left, for the command
line and for the bill's page.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graph import wording
from graph.checks.procedure.reported import Reported
from graph.checks.procedure.standing import Standing, Whereabouts, whereabouts
from graph.checks.procedure.states import State
from graph.model import Claim, Window
from graph.views.library import Library, Telling

MEANINGS = {
    State.DONE: "An article reports it.",
    State.DUE: "All that must come before it is done; it comes next.",
    State.POSSIBLE: "It may come next; the bill can do without it.",
    State.NOT_YET: "Something else must come first.",
    State.NO_LONGER_POSSIBLE: "The bill got no further, or took another way.",
    State.NOT_TOLD: "The bill has gone past it; no article here tells whether it took place.",
    State.MISSING: "It must have taken place, since a later step did; no article here reports it.",
}
"""Each state in a plain sentence."""


def where(shelf: Library, bill: str) -> Whereabouts | None:
    """Return where a bill stands by its legislature's procedure; None where no step of it is told."""
    return next(iter(whereabouts(shelf.collection, [bill])), None)


def when(standing: Standing) -> str:
    """Return when a step took or can take place: "5 Feb 2026", "not before 10 Feb 2026", "" where nothing is
    known but that it lay ahead when an article told it.
    """
    window, told = standing.window, standing.told and standing.told.told
    ahead = window.start is not None and window.end is None and window.latest_begin is None
    if window.is_open or (ahead and told and window.start in told and standing.state is not State.DONE):
        return ""
    return wording.when(window)


def movable(standing: Standing) -> str:
    """Return by how much the day of a step ahead can still move: "6 days to spare", "no last day"."""
    if standing.slack is None:
        return "no last day"
    if standing.slack == 0:
        return "day fixed"
    return f"{standing.slack} {'day' if standing.slack == 1 else 'days'} to spare"


def kept(standing: Standing) -> str:
    """Return the window if every promise is kept, "" where that changes nothing."""
    return wording.when(standing.if_kept) if standing.if_kept else ""


def name_of(found: Whereabouts, step: str) -> str:
    """Return the label of a step by its name."""
    labels = {s.step.name: found.procedure.label(s.step) for s in found.standings}
    return labels[step]


def best_telling(shelf: Library, event: Reported) -> Telling:
    """Return the claim that tells an event best: of its status, the surest, from the text."""
    tellings = [t for t in shelf.claims[event.id] if isinstance(t.said, Claim)]

    def worth(telling: Telling) -> tuple[bool, bool, float]:
        said = telling.said
        assert isinstance(said, Claim)
        of_status = said.factuality is event.assessment.status
        return of_status, said.quotes[0].part == "text", said.confidence

    return max(tellings, key=worth)


def _quoted(shelf: Library, event: Reported) -> str:
    telling = best_telling(shelf, event)
    article = telling.account.article
    told = wording.day(article.published) if article.published else "day unknown"
    words = wording.shortened(wording.telling_quote(telling.quotes).exact, 300)
    return f"“{words}” ({article.outlet or article.id}, {told})"


def findings(shelf: Library, found: Whereabouts) -> list[str]:
    """Return what is wrong or unreported, a line each: steps missing, unknown and out of order."""
    lines = [
        f"missing: {found.procedure.label(s.step)} – no article reports it, though a later step needs it"
        for s in found.of_state(State.MISSING)
    ]
    lines += [
        f"unknown to the procedure: {event.assessment.label} {_quoted(shelf, event)}"
        for event in found.unknown
    ]
    lines += [
        f"out of order: {one.assessment.label} ({wording.when(one.assessment.window)}) comes before"
        f" {two.assessment.label} ({wording.when(two.assessment.window)}) by the procedure:"
        f" {_quoted(shelf, one)} – {_quoted(shelf, two)}"
        for one, two in found.out_of_order
    ]
    return lines


def report(shelf: Library, found: Whereabouts) -> Iterator[str]:
    """Yield where a bill stands as lines of text: each step with its sentence, and the way that is left."""
    until = f", as of {wording.day(found.as_of)}" if found.as_of else ""
    yield f"{wording.titled(shelf.name(found.bill))} ({found.procedure.name}){until}"
    if found.ended:
        ending = found.ended.assessment
        yield f"  ended: {ending.label} {wording.on(ending.window)} {_quoted(shelf, found.ended)}"
    for standing in found.standings:
        details = ", ".join(filter(None, (when(standing), _ahead(found, standing))))
        yield f"  {standing.state:<18}  {found.procedure.label(standing.step)}{details and f': {details}'}"
        if standing.told is not None:
            yield f"    {standing.told.assessment.status.value}: {_quoted(shelf, standing.told)}"
    if found.path:
        steps = " → ".join(found.procedure.label(s.step) for s in found.path)
        yield f"  until in force: {steps}"


def _ahead(found: Whereabouts, standing: Standing) -> str:
    if not standing.state.lies_ahead:
        return ""
    said = [movable(standing)] if standing.needed else ["not needed"]
    if standing.if_kept:
        said.append(f"if promises are kept {kept(standing)}")
    if standing.waits_for:
        said.append(f"waits for {', '.join(name_of(found, step) for step in standing.waits_for)}")
    return ", ".join(said)


def record(shelf: Library, found: Whereabouts) -> dict[str, Any]:
    """Return where a bill stands as plain JSON: days as ISO, `None` for open."""

    def iso(window: Window | None) -> dict[str, str | None] | None:
        days = (window.start, window.end) if window else (None, None)
        start, end = (day.isoformat() if day else None for day in days)
        return {"start": start, "end": end} if window else None

    return {
        "bill": shelf.name(found.bill),
        "id": found.bill,
        "procedure": found.procedure.key,
        "as_of": found.as_of.isoformat() if found.as_of else None,
        "ended": found.ended.id if found.ended else None,
        "steps": [
            {
                "step": s.step.name,
                "label": found.procedure.label(s.step),
                "state": s.state,
                "needed": s.needed,
                "window": iso(s.window),
                "if_kept": iso(s.if_kept),
                "slack": s.slack,
                "waits_for": list(s.waits_for),
                "events": [event.id for event in s.events],
            }
            for s in found.standings
        ],
        "path": [s.step.name for s in found.path],
        "unknown": [event.id for event in found.unknown],
        "out_of_order": [[one.id, two.id] for one, two in found.out_of_order],
    }
