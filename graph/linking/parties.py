"""Which party a name means: parties of many states are called "Labour" or "the Greens".

The parties of a state and their names stand in `data/lexicon/parties.toml`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from graph.extraction.lexicon import folded
from graph.lexicons import load_lexicon
from graph.linking.territories import whole


@lru_cache(maxsize=1)
def _by_name() -> Mapping[str, Mapping[str, str]]:
    """Return by folded name the plain names of the parties so called, by state."""
    table = defaultdict[str, dict[str, str]](dict)
    for entry in load_lexicon("parties")["party"]:
        for name in (entry["name"], *entry.get("also", ()), *entry.get("members", ())):
            table[folded(name)].setdefault(entry["state"], entry["name"])
    return table


def parties_meant(names: Iterable[str], state: str | None) -> frozenset[str]:
    """Return the plain names of the parties of a state, or of the whole that it is part of, that go by any of
    some names; none where no such party is known.
    """
    found = set[str]()
    for name in names:
        homes = _by_name().get(folded(name), {})
        found |= {homes[home] for home in (state, whole(state)) if home and home in homes}
    return frozenset(found)


def is_of_one_state(name: str) -> bool:
    """Whether a name tells which party is meant, in whatever state: no party of another state is known to
    have it, and where none is known at all, it is more than a word.
    """
    plain = folded(name)
    homes = {whole(home) for home in _by_name().get(plain, {})}
    if plain in load_lexicon("linking")["parties"]["of_several_states"]:
        return True
    if homes:
        return len(homes) == 1
    return " " in name and any(word[:1].isupper() for word in name.split()[1:])
