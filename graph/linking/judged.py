"""What people said of pairs: two things of two articles are one, or are not."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Judged:
    """Pairs of articles' own identifiers (`graph.linking.identifiers`) of events, actors and bills."""

    same: frozenset[Pair] = frozenset()
    apart: frozenset[Pair] = frozenset()

    @property
    def written(self) -> str:
        """All pairs, as `read` reads them."""
        return json.dumps([sorted(self.same), sorted(self.apart)])

    @classmethod
    def read(cls, written: str) -> Judged:
        """Return what was written; nothing where that is empty."""
        same, apart = json.loads(written or "[[], []]")
        return cls(frozenset((a, b) for a, b in same), frozenset((a, b) for a, b in apart))

    def joins(self, identity: str, members: Iterable[str]) -> bool:
        """Whether a thing is said to be the same as one of some others."""
        return _paired(self.same, identity, members)

    def parts(self, identity: str, members: Iterable[str]) -> bool:
        """Whether a thing is said not to be the same as one of some others."""
        return _paired(self.apart, identity, members)

    def knows(self, identity: str) -> bool:
        """Whether anything is said of a thing."""
        return any(identity in pair for pair in self.same | self.apart)

    def keys(self, identity: str) -> frozenset[str]:
        """Return a key for each thing that a thing is said to be the same as: that of the pair."""
        return frozenset(" ".join(sorted(pair)) for pair in self.same if identity in pair)

    def speaks_of(self, identity: str) -> bool:
        """Whether a thing is said to be the same as any other."""
        return any(identity in pair for pair in self.same)


def _paired(pairs: frozenset[Pair], identity: str, members: Iterable[str]) -> bool:
    return bool(pairs) and any((identity, one) in pairs or (one, identity) in pairs for one in members)


NOTHING = Judged()
"""No pair was judged."""
