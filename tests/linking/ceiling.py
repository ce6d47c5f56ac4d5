"""What linking alone loses on the sample stories: `python -m tests.linking.ceiling`.

In place of what the program reads, the annotation of each article is linked, and scored as
`tests.linking.stories` does: the most that linking can come to where all articles are read without a mistake.
Of several right types, statuses or outcomes the first is taken. Needs the shared material.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from statistics import fmean
from typing import Any

from graph.linking.actors import majority
from graph.linking.assessment import collect
from graph.model import Account, Actor, Bill, Claim, Event, Participant, Quote, Votes, Window
from graph.terms import ActorKind, EventType, Factuality, Outcome, Role
from tests.linking.stories import SHARED, STORIES, read_story, steps

Record = Mapping[str, Any]
BODIES = (
    (r"committee", ActorKind.COMMITTEE),
    (r"house|senate|commons|lords", ActorKind.CHAMBER),
    (r"parliament|congress|assembly|rada", ActorKind.LEGISLATURE),
)
"""Words in the names of bodies, of which annotations say no more than that they are organisations."""


def annotated(read: Account, told: Record) -> Account:
    """Return the account that an annotation of an article amounts to; the state is the one that was read."""
    name, state = read.article.id, majority(bill.jurisdiction for bill in read.bills if bill.jurisdiction)
    actors = {
        one["name"]: Actor(f"actor/{name}-{n}", one["name"], _kind(one), _aliases(one))
        for n, one in enumerate(told["actors"])
    }
    bills = {
        one["name"]: Bill(f"bill/{name}-{n}", one["name"], _aliases(one), _number(one), state)
        for n, one in enumerate(told["bills"])
    }
    events, claims = list[Event](), list[Claim]()
    for n, one in enumerate(told["events"]):
        if (kind := _first(one["type"])) not in [*EventType]:
            continue
        event, bill = f"event/{name}-{n}", bills.get(_first(one["bill"]) or "")
        parts = tuple(
            Participant(actors[part["actor"]].id, Role(part["role"]))
            for part in one["participants"]
            if part["actor"] in actors and part["role"] in [*Role]
        )
        events.append(Event(event, EventType(kind), bill.id if bill else None, None, parts))
        claims.append(_claim(f"claim/{name}-{n}", event, one))
    return replace(
        read,
        actors=tuple(actors.values()),
        bills=tuple(bills.values()),
        events=tuple(events),
        claims=tuple(claims),
        positions=(),
        tenures=(),
        provisions=(),
    )


def _claim(identity: str, event: str, told: Record) -> Claim:
    days, votes, outcome = told.get("date") or {}, told.get("votes") or {}, _first(told.get("outcome"))
    first, last = (
        dt.date.fromisoformat(d) if (d := days.get(end)) else None for end in ("earliest", "latest")
    )
    return Claim(
        identity,
        event,
        Factuality(_first(told["status"]) or "unknown"),
        (Quote("text", 0, 0, identity),),
        "annotated",
        1.0,
        window=Window(first, None, None, last),
        outcome=Outcome(outcome) if outcome else None,
        votes=Votes(votes.get("for"), votes.get("against"), votes.get("abstain")) if votes else None,
    )


def _first(value: str | list[str] | None) -> str | None:
    return value[0] if isinstance(value, list) else value


def _aliases(told: Record) -> tuple[str, ...]:
    return tuple(sorted(told.get("aliases") or ()))


def _number(told: Record) -> str | None:
    found = re.search(r"(?:H\.R\.|S\.|No\.|bill) ?(\d{2,5})\b", "\n".join((told["name"], *_aliases(told))))
    return found[1] if found else None


def _kind(told: Record) -> ActorKind:
    if told["kind"] in [*ActorKind] and told["kind"] != ActorKind.ORGANISATION:
        return ActorKind(told["kind"])
    name = told["name"].lower()
    return next((kind for words, kind in BODIES if re.search(words, name)), ActorKind.ORGANISATION)


def main() -> None:
    """Print the figures of every story."""
    figures = list[tuple[float, float]]()
    for folder in sorted((SHARED / "stories").iterdir()):
        if not (STORIES / folder.name).is_dir():
            continue
        files = {path.stem: path for path in (folder / "gold").glob("*.json")}
        accounts = [
            annotated(one, json.loads(files[one.article.id].read_text(encoding="utf-8")))
            for one in read_story(folder.name)
            if one.article.id in files
        ]
        found, right, _ = steps(collect(accounts), folder.name)
        print(
            f"{folder.name:32} steps {found:.3f}  right {right:.3f}  of {len(accounts)} articles", flush=True
        )
        figures.append((found, right))
    print(f"{'mean':32} steps {fmean(f for f, _ in figures):.3f}  right {fmean(r for _, r in figures):.3f}")


if __name__ == "__main__":
    main()
