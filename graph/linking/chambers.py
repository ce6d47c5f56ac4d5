"""Whether chambers of no known state can be one body, and whether bodies and states belong together."""

from __future__ import annotations

_RANKS = {
    "lower": "lower",
    "house": "lower",
    "assembly": "lower",
    "deputies": "lower",
    "upper": "upper",
    "senate": "upper",
}


def nested(a: set[str], b: set[str]) -> bool:
    """Whether bodies of no known state can be one: a chamber and "parliament", not its two chambers."""

    def ranks(keys: set[str]) -> set[str | None]:
        words = [key.rpartition(":")[2].split() for key in keys]
        return {next((_RANKS[word] for word in each if word in _RANKS), None) for each in words}

    stateless = any(key.startswith("body::") for key in a | b)
    one, other = ranks(a) - {None}, ranks(b) - {None}
    return stateless and (not one or not other or bool(one & other))


def of_another_state(bodies: set[str], others: set[str]) -> bool:
    """Whether bodies are of other states than those that are told to act: "the Danish parliament ratified the
    treaty", "Chad has ratified it".
    """
    homes = {key.split(":")[1] for key in bodies if key.startswith("body:")} - {""}
    acting = {key.removeprefix("state:") for key in others if key.startswith("state:")}
    return bool(homes and acting) and homes.isdisjoint(acting)
