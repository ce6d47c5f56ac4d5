"""Which house of a parliament a name means: the Senate is no Chamber of Deputies, whatever "the chamber" is.

The names of each state's houses and of their members stand in `data/lexicon/states.toml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Literal

from graph.extraction.lexicon import folded, states
from graph.lexicons import load_lexicon
from graph.model import Actor

House = Literal["legislature", "lower", "upper"]

HOUSE_OF: Mapping[str, House] = {
    "legislature": "legislature",
    "lower": "lower",
    "upper": "upper",
    "members": "lower",
    "upper_members": "upper",
}
"""The house that a body, or its members, are by the role that the lexicon of states gives it."""


def house_of(actor: Actor, state: str | None) -> str | None:
    """Return the house that an actor of a state is by its name, else by its other names: "lower", "upper" or
    the "legislature" as a whole; None where they do not tell, or the state has no two houses.
    """
    if state is None or state not in states().tables or states().is_unicameral(state):
        return None
    return _told((actor.name,), state) or _told(actor.aliases, state)


def named_house(actor: Actor, state: str | None) -> str | None:
    """Return the house that the name of an actor is one of, as `house_of`, unless it names members of it."""
    named = state is not None and not are_members(folded(actor.name))
    return house_of(Actor("", actor.name, actor.kind), state) if named else None


def are_members(name: str) -> bool:
    """Whether a folded name is a word for members of some house: "male MPs" are not all of them."""
    return any(body.role in ("members", "upper_members") for body in states().bodies.get(name, ()))


def is_at_home(actor: Actor, state: str) -> bool:
    """Whether a body can be one of a state's own: it has the name of one, or the state is unknown."""
    if state not in states().tables:
        return True
    plain = [folded(name) for name in (actor.name, *actor.aliases)]
    return any((state, name) in states().own_bodies or _houses(name, state) for name in plain)


def _told(names: Iterable[str], state: str) -> str | None:
    """Return the only house that some names tell."""
    houses = {house for name in names for house in _houses(folded(name), state)}
    return houses.pop() if len(houses) == 1 else None


@lru_cache(maxsize=4096)
def _houses(name: str, state: str) -> frozenset[str]:
    bodies = states().own_bodies.get((state, name), ())
    listed = {HOUSE_OF[body.role] for body in bodies if body.role in HOUSE_OF}
    common = load_lexicon("linking")["bodies"]["houses"]
    return frozenset(listed or {house for house, names in common.items() if name in names})
