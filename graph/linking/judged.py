"""What people said of pairs: two things of two articles are one, or are not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Judged:
    """Pairs of articles' own identifiers (`graph.linking.identifiers`) of events, actors and bills."""

    same: frozenset[Pair] = frozenset()
    apart: frozenset[Pair] = frozenset()

    def joins(self, identity: str, members: Iterable[str]) -> bool:
        """Whether a thing is said to be the same as one of some others."""
        return _paired(self.same, identity, members)

    def parts(self, identity: str, members: Iterable[str]) -> bool:
        """Whether a thing is said not to be the same as one of some others."""
        return _paired(self.apart, identity, members)

    def speaks_of(self, identity: str) -> bool:
        """Whether a thing is said to be the same as any other."""
        return any(identity in pair for pair in self.same)


def _paired(pairs: frozenset[Pair], identity: str, members: Iterable[str]) -> bool:
    return bool(pairs) and any((identity, one) in pairs or (one, identity) in pairs for one in members)


NOTHING = Judged()
"""No pair was judged."""
