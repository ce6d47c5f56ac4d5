"""Names of states, bodies and parties that the lexicons know, as sets in lower case."""

from __future__ import annotations

from functools import lru_cache

from graph.lexicons import load_lexicon

_CHAMBERS = ("legislature", "lower", "upper", "courts")
_ONE_WORD = ("legislature", "lower", "upper", "seat", "members", "upper_members")


@lru_cache(maxsize=1)
def places() -> frozenset[str]:
    """Names of states and capitals, in lower case."""
    found = set[str]()
    for state in load_lexicon("states")["state"]:
        found.update(
            name.lower() for name in (state["name"], *state.get("also", ()), state.get("capital", ""))
        )
    return frozenset(found - {""})


@lru_cache(maxsize=1)
def _bodies() -> frozenset[str]:
    """Names of parliaments, chambers and parties that have several words, in lower case."""
    states, listed = load_lexicon("states")["state"], load_lexicon("parties")["party"]
    named = [name for state in states for key in _CHAMBERS for name in state.get(key, ())]
    named += [name for party in listed for name in (party["name"], *party.get("also", ()))]
    return frozenset(name.lower() for name in named if " " in name)


@lru_cache(maxsize=1)
def plain_bodies() -> frozenset[str]:
    """Names of chambers, their seats and their members that have one word, in lower case."""
    states = load_lexicon("states")["state"]
    named = {name for state in states for key in _ONE_WORD for name in state.get(key, ())}
    return frozenset(name.lower() for name in named if " " not in name)


@lru_cache(maxsize=1)
def parties() -> frozenset[str]:
    """Names of parties and words for their members, in lower case."""
    listed = load_lexicon("parties")["party"]
    named = {name for p in listed for name in (p["name"], *p.get("also", ()), *p.get("members", ()))}
    return frozenset(name.lower() for name in named)


def is_known_body(name: str) -> bool:
    """Whether a name of several words is a parliament's, a chamber's, a court's or a party's."""
    return name.lower() in _bodies()


@lru_cache(maxsize=1)
def peoples() -> frozenset[str]:
    """Words for the people of states ("Canadians"), in lower case."""
    states = load_lexicon("states")["state"]
    words = {word for state in states for key in ("people", "adjectives") for word in state.get(key, ())}
    return frozenset(word.lower() for word in words)
