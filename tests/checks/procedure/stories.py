"""Stories of bills as lists of steps, made into collections as if one article had told them all."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.checks.procedure.rules import Chamber, Procedure
from graph.extraction.lexicon import folded, states
from graph.linking.assessment import assess
from graph.model import (
    Account,
    Actor,
    Article,
    Bill,
    Claim,
    Collection,
    Event,
    Participant,
    Quote,
    Window,
)
from graph.terms import ActorKind, EventType, Factuality, Outcome, Role

BILL = "bill/b"
CASES = Path(__file__).parents[2] / "cases" / "procedure"


@dataclass(frozen=True, slots=True)
class Told:
    """One step as told: what, how real, when, and by whom (names of bodies)."""

    type: EventType
    status: Factuality = Factuality.HAPPENED
    outcome: Outcome | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    agents: tuple[str, ...] = ()
    source: str | None = None


def collection(
    state: str | None, steps: Iterable[Told], published: dt.date | None = dt.date(2030, 1, 1)
) -> Collection:
    """Return a collection of one account; events are named `step/0`, `step/1` … in the order given."""
    told = list(steps)
    names = sorted({name for step in told for name in step.agents})
    account = Account(
        Article("a", "", "x", published),
        actors=tuple(Actor(f"actor/{name}", name, _kind(name, state)) for name in names),
        bills=(Bill(BILL, "the bill", jurisdiction=state),),
        events=tuple(
            Event(
                f"step/{at}",
                step.type,
                BILL,
                participants=tuple(
                    Participant(
                        f"actor/{name}",
                        Role.RECIPIENT if step.type is EventType.TRANSMISSION else Role.AGENT,
                    )
                    for name in step.agents
                ),
            )
            for at, step in enumerate(told)
        ),
        claims=tuple(
            Claim(
                f"claim/{at}",
                f"step/{at}",
                step.status,
                (Quote("text", 0, 1, "x"),),
                "test",
                0.9,
                source=step.source,
                window=Window(step.first, None, None, step.last),
                outcome=step.outcome,
            )
            for at, step in enumerate(told)
        ),
    )
    return Collection((account,), assess([account]), {})


def _kind(name: str, state: str | None) -> ActorKind:
    roles = {body.role for body in states().bodies.get(folded(name), ()) if body.state == state}
    if roles & {"lower", "upper"}:
        return ActorKind.CHAMBER
    if "legislature" in roles:
        return ActorKind.LEGISLATURE
    return ActorKind.COMMITTEE if "Committee" in name else ActorKind.ORGANISATION


def read_story(path: Path) -> tuple[str, list[Told]]:
    """Return the state and the steps of a story in `tests/cases/procedure`."""
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    return raw["state"], [_told(entry) for entry in raw["step"]]


def _told(entry: dict[str, Any]) -> Told:
    outcome = entry.get("outcome")
    return Told(
        EventType(entry["type"]),
        Factuality(entry["status"]),
        Outcome(outcome) if outcome else None,
        entry.get("first"),
        entry.get("last"),
        tuple(entry.get("agents", ())),
    )


def finished(procedure: Procedure, first: Chamber | None = None) -> list[Told]:
    """Return the plainest way through a procedure: every needed step, one a day, told by its usual kind."""
    day = dt.date(2029, 1, 1)
    steps = [step for step in procedure.steps(first) if not step.optional]
    return [
        Told(
            step.types[0],
            first=day + dt.timedelta(days=at),
            last=day + dt.timedelta(days=at),
            agents=(_body(procedure, step.chamber),) if step.chamber and procedure.state else (),
        )
        for at, step in enumerate(steps)
    ]


def _body(procedure: Procedure, chamber: Chamber) -> str:
    name = states().chamber(procedure.state, chamber)
    assert name is not None
    return name
