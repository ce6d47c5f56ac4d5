"""Which chamber of its legislature a body is, or belongs to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.checks.procedure.rules import Chamber
from graph.extraction.lexicon import folded, states
from graph.linking.houses import HOUSE_OF
from graph.model import Actor
from graph.terms import ActorKind

_CHAMBERS: Mapping[str, Chamber] = {**HOUSE_OF, "seat": "legislature"}
_BODIES = frozenset((ActorKind.LEGISLATURE, ActorKind.CHAMBER, ActorKind.COMMITTEE))


def chamber_of(actor: Actor, state: str | None) -> Chamber | None:
    """Return the chamber that a body is, or that its name says it belongs to ("House Rules Committee")."""
    if actor.kind not in _BODIES:
        return None
    for name in (actor.name, *actor.aliases):
        for body in states().bodies.get(folded(name), ()):
            if body.role in _CHAMBERS and (state is None or body.state == state):
                return _CHAMBERS[body.role]
    words = [folded(name).split() for name in (actor.name, *actor.aliases)]
    table = states().tables.get(state or "", {})
    for role in ("upper", "lower"):
        named = [[role, "house"], [role, "chamber"], *(folded(name).split() for name in table.get(role, ()))]
        if any(_within(part, whole) for part in named for whole in words):
            return _CHAMBERS[role]
    return "legislature" if actor.kind is ActorKind.LEGISLATURE else None


def _within(part: Sequence[str], whole: Sequence[str]) -> bool:
    return any(whole[at : at + len(part)] == list(part) for at in range(len(whole) - len(part) + 1))
