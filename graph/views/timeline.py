"""Timelines: the events of a bill, an actor or everything, as the timeline drawing takes them and as a
table.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal

from graph import wording
from graph.linking.windows import ORDER
from graph.model import Assessment, Claim, Distance, Window
from graph.terms import ActorKind, EventType, Factuality
from graph.views.library import Library
from graph.views.names import called, place

Tracks = Literal["institution", "actor", "bill", "place"]
_BODIES = (ActorKind.LEGISLATURE, ActorKind.CHAMBER, ActorKind.COMMITTEE, ActorKind.COURT)
_HEADS = frozenset((EventType.ASSENT, EventType.VETO, EventType.RETURN))
_EFFECT = frozenset((EventType.PUBLICATION, EventType.COMMENCEMENT, EventType.REPEAL, EventType.LAPSE))


@dataclass(frozen=True, slots=True)
class Choice:
    """Which events a timeline shows; an empty field chooses everything.

    `first` and `last` choose what may have taken place between two days, both included.
    """

    bill: str | None = None
    actor: str | None = None
    types: frozenset[EventType] = frozenset()
    statuses: frozenset[Factuality] = frozenset()
    stages_only: bool = False
    first: dt.date | None = None
    last: dt.date | None = None


def chosen(shelf: Library, choice: Choice) -> list[Assessment]:
    """Return the assessed events of a choice in the order of time, those without any date last."""
    found = list[Assessment]()
    for assessment in shelf.assessments.values():
        bill = shelf.bill_of(assessment.event)
        if (
            choice.bill
            and bill != choice.bill
            and not (bill is None and _told_beside(shelf, assessment.event, choice.bill))
        ):
            continue
        if choice.actor and choice.actor not in {p.actor for p in shelf.participants(assessment.event)}:
            continue
        if choice.types and assessment.type not in choice.types:
            continue
        if choice.statuses and assessment.status not in choice.statuses:
            continue
        if choice.stages_only and not assessment.type.is_stage:
            continue
        if not _may_fall(assessment.window, choice.first, choice.last):
            continue
        found.append(assessment)
    return sorted(found, key=lambda a: _moment(a, shelf))


def _may_fall(window: Window, first: dt.date | None, last: dt.date | None) -> bool:
    """Whether something with this window may take place between two days."""
    ends = window.latest_end  # an end that is open may lie on any later day
    return not (
        (first is not None and ends is not None and ends < first)
        or (last is not None and window.start is not None and window.start > last)
    )


def _told_beside(shelf: Library, event: str, bill: str) -> bool:
    """Whether an event of no bill is told in an article that is about this bill."""
    return any(bill in {b.id for b in account.bills} for account in shelf.articles_of(event))


def _moment(assessment: Assessment, shelf: Library) -> tuple[dt.date, int, str]:
    window = assessment.window
    known = window.start or window.end or shelf.reported(assessment.event) or dt.date.max
    rank = ORDER.index(assessment.type) if assessment.type in ORDER else len(ORDER) // 2
    return known, rank, assessment.label


def institution(shelf: Library, assessment: Assessment, named: Callable[[str], str]) -> str:
    """Return the body an event belongs to: the chamber or court that acts, the head of state, government, or
    the public; `named` says what a body is called.
    """
    agents = shelf.agents(assessment.event)
    for agent in agents:
        if shelf.kind(agent) in _BODIES:
            return named(agent)
    if assessment.type in _HEADS:
        return "Head of state"
    if assessment.type in _EFFECT:
        return "In force"
    if not assessment.type.is_stage:
        return "Around the bill"
    if any(shelf.kind(agent) is ActorKind.GOVERNMENT for agent in agents):
        return "Government"
    return "Not named"


def _track(shelf: Library, by: Tracks, bill: str | None) -> Callable[[Assessment], str]:
    """Return what finds the track of an event; over several bills, those of one name are told apart."""

    def named(identity: str) -> str:
        return shelf.name(identity) if bill else called(shelf, identity)

    if by == "place":
        return lambda a: _place(shelf, a) or "State not named"
    if by == "bill":
        return lambda a: named(own) if (own := shelf.bill_of(a.event)) else "No bill"
    if by == "actor":
        return lambda a: named(agents[0]) if (agents := shelf.agents(a.event)) else "Nobody named"
    return lambda a: institution(shelf, a, named)


def _place(shelf: Library, assessment: Assessment) -> str | None:
    bill = shelf.bill_of(assessment.event)
    return place(shelf, bill) if bill else None


_LAST = (
    "Head of state",
    "In force",
    "Around the bill",
    "Not named",
    "Nobody named",
    "No bill",
    "State not named",
)


def _tracks(names: Iterable[str]) -> list[str]:
    """Return track names by first appearance, general ones at the end."""
    seen = list(dict.fromkeys(names))
    return [n for n in seen if n not in _LAST] + [n for n in _LAST if n in seen]


def _iso(date: dt.date | None) -> str | None:
    return date.isoformat() if date else None


def _mark(shelf: Library, assessment: Assessment, track: str, bill: str) -> dict[str, Any]:
    window, kept = assessment.window, assessment.if_kept
    words = [
        t.said.expression
        for t in shelf.claims[assessment.event]
        if isinstance(t.said, Claim) and t.said.expression
    ]
    return {
        "id": assessment.event,
        "label": wording.beside(assessment.label, bill) if bill else assessment.label,
        "track": track,
        "type": assessment.type.value,
        "aside": None if assessment.type.is_stage else True,
        "status": assessment.status.value,
        "start": _iso(window.earliest_begin),
        "end": _iso(window.latest_end),
        "latest_begin": _iso(window.latest_begin),
        "earliest_end": _iso(window.earliest_end),
        "if_kept": {"start": _iso(kept.start or window.start), "end": _iso(kept.end or window.end)}
        if kept
        else None,
        "outcome": wording.outcome(assessment.outcome) or None,
        "by": ", ".join(shelf.name(agent) for agent in shelf.agents(assessment.event)) or None,
        "reported": _iso(shelf.reported(assessment.event)),
        "articles": len(shelf.articles_of(assessment.event)),
        "words": words[0] if words else None,
    }


def _links(shelf: Library, shown: frozenset[str]) -> list[dict[str, Any]]:
    """Return conditions, and measured distances, between events that are shown."""
    found = dict[tuple[str, str], dict[str, Any]]()
    for event in sorted(shown):
        for telling in shelf.claims.get(event, ()):
            claim = telling.said
            assert isinstance(claim, Claim)
            for earlier in claim.conditions:
                found[event, earlier] = {"source": event, "target": earlier, "kind": "requires", "days": None}
            if claim.distance is not None and claim.distance.anchor in shown:
                found[event, claim.distance.anchor] = {
                    "source": event,
                    "target": claim.distance.anchor,
                    "kind": "follows",
                    "days": _apart(claim.distance),
                }
            for earlier in claim.after:
                found.setdefault(
                    (event, earlier), {"source": event, "target": earlier, "kind": "follows", "days": None}
                )
    return [link for (_, earlier), link in sorted(found.items()) if earlier in shown]


def _apart(distance: Distance) -> str:
    low, high = distance.at_least, distance.at_most
    if low is not None and low == high:
        return f"{low} day later" if low == 1 else f"{low} days later"
    return f"at least {low} days later" if low else "later"


def in_known_order(shelf: Library, events: Iterable[Assessment]) -> list[str]:
    """Return events so that each stands after those it is known to follow (a topological order, ties by
    identifier).
    """
    left = {a.event: set(a.follows) for a in events}
    order = list[str]()
    while left:
        ready = sorted(
            (e for e, before in left.items() if not before & left.keys() - {e}), key=lambda e: _rank(shelf, e)
        )
        nearest = ready[0] if ready else min(left)
        order.append(nearest)
        del left[nearest]
    return order


def _rank(shelf: Library, event: str) -> tuple[int, str]:
    kind = shelf.assessments[event].type
    return (ORDER.index(kind) if kind in ORDER else 0, event)


def timeline_payload(
    shelf: Library,
    choice: Choice,
    *,
    by: Tracks = "institution",
    as_of: dt.date | None = None,
    title: str | None = None,
) -> dict[str, Any]:
    """Return what the timeline drawing takes (see `graph.ui.components.timeline`)."""
    events = chosen(shelf, choice)
    track = _track(shelf, by, choice.bill)
    placed = [(assessment, track(assessment)) for assessment in events]
    named = shelf.name(choice.bill) if choice.bill else ""
    undated = [a for a in events if a.window == Window()]
    return {
        "title": title,
        "tracks": [
            {"id": name, "label": wording.titled(name)} for name in _tracks(name for _, name in placed)
        ],
        "events": [_mark(shelf, assessment, name, named) for assessment, name in placed],
        "links": _links(shelf, frozenset(a.event for a in events)),
        "as_of": _iso(as_of),
        "undated_order": in_known_order(shelf, undated),
    }


def table(shelf: Library, choice: Choice) -> list[dict[str, Any]]:
    """Return the events of a choice as rows for tables and CSV, in the order of time."""
    rows = list[dict[str, Any]]()
    for assessment in chosen(shelf, choice):
        bill = shelf.bill_of(assessment.event)
        rows.append(
            {
                "event": assessment.label,
                "type": assessment.type.value,
                "status": assessment.status.value,
                "when": wording.when(assessment.window),
                "start": _iso(assessment.window.start),
                "end": _iso(assessment.window.end),
                "outcome": wording.outcome(assessment.outcome),
                "votes": wording.votes(assessment.votes) if assessment.votes else "",
                "by": ", ".join(shelf.name(agent) for agent in shelf.agents(assessment.event)),
                "bill": shelf.name(bill) if bill else "",
                "articles": len(shelf.articles_of(assessment.event)),
                "id": assessment.event,
            }
        )
    return rows
