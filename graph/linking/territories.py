"""Which state a name means, and which whole a part of a state belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from graph.extraction.lexicon import folded, states


def whole(state: str | None) -> str | None:
    """Return the state that a part of it belongs to ("Tamil Nadu" -> "India"), or the state itself."""
    found: str | None = states().tables.get(state or "", {}).get("part_of", state)
    return found


def state_meant(name: str, around: str | None) -> str:
    """Return the state that a name means in an article on some state, of several so called the one that is
    this or a part of it ("Georgia" in the United States); of names that are no state's, the folded name.
    """
    plain = folded(name)
    near = [one for one in _so_called().get(plain, ()) if around in (one, whole(one))]
    return near[0] if len(near) == 1 else states().by_name.get(plain, plain)


@lru_cache(maxsize=1)
def _so_called() -> Mapping[str, tuple[str, ...]]:
    """Return by folded name the states so called."""
    found = defaultdict[str, tuple[str, ...]](tuple)
    for state, entry in states().tables.items():
        for name in {folded(name) for name in (state, *entry.get("also", ()))}:
            found[name] += (state,)
    return found
