"""Bills of several articles grouped into one node each; whatever is doubtful is left apart and listed.

Articles come in their fixed order, and of an article the bill that fits best comes first. A bill is compared
only with groups that share a word, an abbreviation, a number or a step with it. When all are read, groups
that a later article made alike are joined.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from graph.linking.bills import Likeness, weigh, weights
from graph.linking.judged import Judged
from graph.linking.profiles import Profile

_NAMED = Likeness(9.0, ("said by a person",))


@dataclass(frozen=True, slots=True)
class Doubtful:
    """Two things that may be one, left apart until a person says.

    Attributes:
        one, other: identifiers, the smaller in front.
        score: how alike they are.
        reasons: what speaks for it.
        problem: why they are left apart.
    """

    one: str
    other: str
    score: float
    reasons: tuple[str, ...]
    problem: str


@dataclass(slots=True)
class Group:
    """The bills of several articles that are one.

    `articles` have one each; `place` tells which of two groups was made first.
    """

    identity: str
    place: int
    profile: Profile
    members: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Grouping:
    """Groups of bills with an index of what they share."""

    judged: Judged
    groups: dict[str, Group] = field(default_factory=dict)
    doubts: dict[tuple[str, str], Doubtful] = field(default_factory=dict)
    _index: defaultdict[tuple[str, object], dict[str, None]] = field(
        default_factory=lambda: defaultdict(dict)
    )

    @property
    def names(self) -> dict[str, str]:
        """The identifier of the group of each bill."""
        return {member: group.identity for group in self.groups.values() for member in group.members}

    def add(self, article: str, bills: Sequence[tuple[str, Profile]]) -> None:
        """Take the bills of one article in."""
        left = dict(bills)
        while left:
            fitting = [
                (likeness, group, identity)
                for identity, found in sorted(left.items())
                for likeness, group in self._fitting(article, identity, found)
            ]
            chosen = self._best(fitting)
            if chosen is None:
                break
            group, identity = chosen
            self._join(group, Group(identity, group.place, left.pop(identity), {identity}, {article}))
        for identity, found in sorted(left.items()):
            self.groups[identity] = group = Group(identity, len(self.groups), found, {identity}, {article})
            self._index_group(group)

    def _fitting(self, article: str, identity: str, found: Profile) -> Iterator[tuple[Likeness, Group]]:
        named = self.judged.speaks_of(identity)
        for group in list(self.groups.values()) if named else self._alike(found):
            if article in group.articles or self.judged.parts(identity, group.members):
                continue
            if self.judged.joins(identity, group.members):
                yield _NAMED, group
            else:
                yield weigh(found, group.profile), group

    def _alike(self, found: Profile) -> list[Group]:
        """Return the groups that share something with a profile, in the order in which they were made."""
        known = {identity for key in found.sought for identity in self._index.get(key, ())}
        here = [self.groups[identity] for identity in known if identity in self.groups]
        return sorted(here, key=lambda group: group.place)

    def _best(self, fitting: Sequence[tuple[Likeness, Group, str]]) -> tuple[Group, str] | None:
        """Return the surest pair of a bill and a group, and note what is doubtful."""
        ranked = sorted(fitting, key=lambda pair: (-pair[0].score, pair[2], pair[1].identity))
        for likeness, group, identity in ranked:
            rivals = [
                other
                for found, other, bill in ranked
                if bill == identity
                and other is not group
                and likeness.score - found.score < weights()["margin"]
            ]
            if not likeness.same:
                break
            if rivals and likeness is not _NAMED:
                for other in (group, *rivals):
                    self._doubt(identity, other, likeness, "it fits another bill as well")
                continue
            return group, identity
        for likeness, group, identity in ranked:
            if likeness.doubtful:
                self._doubt(identity, group, likeness, "too little in common")
        return None

    def _doubt(self, identity: str, group: Group, likeness: Likeness, problem: str) -> None:
        one, other = sorted((identity, group.identity))
        self.doubts[one, other] = Doubtful(one, other, likeness.score, likeness.reasons, problem)

    def _join(self, group: Group, other: Group) -> None:
        group.profile |= other.profile
        group.members |= other.members
        group.articles |= other.articles
        self._index_group(group)

    def _index_group(self, group: Group) -> None:
        for key in group.profile.keys:
            self._index[key][group.identity] = None

    def settle(self) -> None:
        """Join groups that later articles made alike, the surest pair first, until none is left."""
        while (pair := self._surest()) is not None:
            first, second = pair
            self._join(first, self.groups.pop(second.identity))
        home = {member: group for group in self.groups.values() for member in group.members}
        self.doubts = {
            pair: doubt
            for pair, doubt in self.doubts.items()
            if home[doubt.one] is not home[doubt.other]
            and weigh(home[doubt.one].profile, home[doubt.other].profile).score
        }

    def _surest(self) -> tuple[Group, Group] | None:
        """Return the two groups that are surest to be one; none that fit a third one as well."""
        scores = dict[tuple[int, int], float]()
        for group in self.groups.values():
            for other in self._alike(group.profile):
                pair = group.place, other.place
                if pair[0] < pair[1] and self._may_join(group, other):
                    likeness = weigh(group.profile, other.profile)
                    if likeness.same:
                        scores[pair] = likeness.score
        rivals = defaultdict[int, list[int]](list)
        for one, two in scores:
            rivals[one].append(two)
            rivals[two].append(one)

        def clear(pair: tuple[int, int]) -> bool:
            least = scores[pair] - weights()["margin"]
            return not any(
                scores[min(one, third), max(one, third)] > least
                and (min(two, third), max(two, third)) not in scores
                for one, two in (pair, pair[::-1])
                for third in rivals[one]
                if third != two
            )

        groups = {group.place: group for group in self.groups.values()}
        best = min(filter(clear, scores), key=lambda pair: (-scores[pair], pair), default=None)
        return (groups[best[0]], groups[best[1]]) if best else None

    def _may_join(self, group: Group, other: Group) -> bool:
        parted = any(self.judged.parts(member, other.members) for member in group.members)
        return not group.articles & other.articles and not parted


def grouped(articles: Iterable[tuple[str, Sequence[tuple[str, Profile]]]], judged: Judged) -> Grouping:
    """Return the bills of articles, which come in their order, as groups."""
    found = Grouping(judged)
    for article, bills in articles:
        found.add(article, bills)
    found.settle()
    return found
