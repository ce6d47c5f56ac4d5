"""Numbers of votes that a bill has to get, or did not get, told by the words before them."""

from __future__ import annotations

from collections.abc import Sequence

from graph.lexicons import load_lexicon

_HAS_TO = frozenset(("had to be", "has to be", "have to be"))


def is_what_it_takes(before: Sequence[str]) -> bool:
    """Whether the words before a number make it what it takes: "had to be approved by (160 votes)", "failed
    to collect (160 votes)".
    """
    if before[-1:] == ["by"] and "and" not in before:
        return any(" ".join(before[at : at + 3]) in _HAS_TO for at in range(len(before)))
    collects = load_lexicon("votes")["words"]["collects"]
    return len(before) > 2 and before[-3:-1] == ["failed", "to"] and before[-1] in collects
