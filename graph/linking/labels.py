"""Plain names for events: "First reading of the amnesty bill", "Release of political prisoners"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.lexicons import load_lexicon
from graph.model import Event
from graph.terms import SPEECH, ActorKind, EventType, Outcome, Role

_BY = SPEECH | {EventType.OPERATION, EventType.RESIGNATION}


def _the(name: str) -> str:
    """Return a name with its article, where it can take one."""
    owned = name.split(" ", 1)[0].lower() in ("the", "a", "an", "his", "her", "its", "their")
    return name if owned or name.endswith("’s") else f"the {name}"


def _named(events: Sequence[Event], role: Role, names: Mapping[str, str]) -> list[str]:
    found = dict.fromkeys(p.actor for event in events for p in event.participants if p.role is role)
    return [names[actor] for actor in found if actor in names]


def label_of(
    kind: EventType,
    outcome: Outcome | None,
    tellings: Sequence[Event],
    names: Mapping[str, str],
    kinds: Mapping[str, str],
) -> str:
    """Return the label of an event.

    Args:
        kind: its type as assessed.
        outcome: what it came to.
        tellings: the event as each article has it.
        names: preferred name of actors and bills by identifier.
        kinds: kind of actors by identifier.
    """
    if not kind.is_stage:
        return _other(kind, tellings, names)
    words = load_lexicon("labels")
    verb: str = words.get(kind, {}).get(outcome, words["stages"][kind])
    bill = next((names[event.bill] for event in tellings if event.bill and event.bill in names), None)
    if bill is None:
        label = verb.removesuffix(" on").removesuffix(" of")
    else:
        label = f"{verb} {_the(bill)}" if verb.endswith((" on", " of")) else f"{verb} of {_the(bill)}"
    if kind is EventType.TRANSMISSION and (recipients := _named(tellings, Role.RECIPIENT, names)):
        return f"{label} to {_the(recipients[0]) if recipients[0][:1].islower() else recipients[0]}"
    chambers = [
        names[p.actor]
        for event in tellings
        for p in event.participants
        if p.role is Role.AGENT and kinds.get(p.actor) == ActorKind.CHAMBER and p.actor in names
    ]
    return f"{label} in {_the(chambers[0])}" if chambers else label


def _other(kind: EventType, tellings: Sequence[Event], names: Mapping[str, str]) -> str:
    """Return the label of an event that is no stage: what is done to whom, or who does it."""
    words = load_lexicon("labels")["others"][kind]
    affected, agents = _named(tellings, Role.AFFECTED, names), _named(tellings, Role.AGENT, names)
    if kind is EventType.MEETING and agents and affected:
        return f"{words} of {agents[0]} with {affected[0]}"
    if affected:
        return f"{words} of {affected[0]}"
    if kind is EventType.ELECTION:  # who calls it, or where it is held, is not who is elected
        return str(words)
    if kind in _BY and agents:
        return f"{words} by {agents[0]}"
    return f"{words} of {' and '.join(agents[:2])}" if agents else str(words)
