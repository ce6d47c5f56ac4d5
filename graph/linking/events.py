"""Events of several articles as one node each: the tellings of a block, taken article by article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, groupby

from graph.linking.grouping import Doubtful
from graph.linking.judged import Judged
from graph.linking.nearness import nearly
from graph.linking.shelf import Thing
from graph.linking.tellings import PASSAGES, UNCOMPARED, Telling, apart, fits, same_event, slipped


def keys_of(telling: Telling) -> frozenset[str]:
    """Return what two tellings share that can be of one event: the kind of step with the bill, or, of what
    concerns no bill, with somebody who takes part.
    """
    if telling.type in UNCOMPARED:
        return frozenset()
    kind = "decision" if telling.type in PASSAGES else str(telling.type)
    about = [telling.event.bill] if telling.event.bill else [p.actor for p in telling.event.participants]
    return frozenset(f"{kind} {one}" for one in about)


def places_of(telling: Telling, home: str | None) -> frozenset[str]:
    """Return what a telling is found by besides: who takes part, in the affairs of which state, and, of a
    step, its bill.
    """
    actors = {part.actor for part in telling.event.participants}
    found = {f"by {actor}" for actor in actors} | {f"home {actor} {home}" for actor in actors if home}
    if telling.event.bill:
        found.add(f"with {telling.event.bill}")
        if telling.type.is_stage:
            found.add(f"step {telling.event.bill}")
    return frozenset(found)


def related(one: Telling, other: Telling) -> bool:
    """Whether two tellings that share a key belong in one block."""
    return same_event(one, other) or slipped(one, other)


@dataclass(slots=True)
class _Cluster:
    """The tellings of one event; `members` are the articles' own identifiers."""

    identity: str
    articles: set[str] = field(default_factory=set)
    told: list[Telling] = field(default_factory=list)
    members: set[str] = field(default_factory=set)

    def take(self, thing: Thing) -> None:
        """Take a telling in."""
        self.told.append(thing.value)
        self.articles.add(thing.article)
        self.members.add(thing.id)


def gathered(things: Sequence[Thing], judged: Judged) -> dict[str, str]:
    """Return the node of each telling of a block; of an article the telling closest to earlier ones comes
    first.
    """
    clusters, names = list[_Cluster](), dict[str, str]()

    def join(thing: Thing, cluster: _Cluster) -> None:
        cluster.take(thing)
        names[thing.id] = cluster.identity

    for article, several in groupby(things, key=lambda thing: thing.article):
        told = sorted(several, key=lambda thing: thing.id)
        for thing in told:
            if (named := next(_named(thing, clusters, judged), None)) is not None:
                join(thing, named)
        fitting = [
            (apart(thing.value, cluster.told), cluster.identity, thing.id, thing, cluster)
            for thing in told
            for cluster in clusters
            if not judged.parts(thing.id, cluster.members) and fits(thing.value, cluster.told)
        ]
        for *_, thing, cluster in sorted(fitting, key=lambda item: item[:3]):
            if thing.id not in names and article not in cluster.articles:
                join(thing, cluster)
        for thing in told:
            if thing.id not in names:
                clusters.append(new := _Cluster(thing.id))
                join(thing, new)
    return names


def left_apart(things: Sequence[tuple[Thing, str]], judged: Judged) -> Iterator[Doubtful]:
    """Yield the pairs of nodes of some tellings, each with its node, that may be one; no article has both."""
    nodes = dict[str, list[Thing]]()
    for thing, node in things:
        nodes.setdefault(node, []).append(thing)
    for (one, first), (other, second) in combinations(sorted(nodes.items()), 2):
        members = [thing.id for thing in second]
        if {thing.article for thing in first} & {thing.article for thing in second}:
            continue
        if any(judged.parts(thing.id, members) for thing in first):
            continue
        found = [near for a in first for b in second if (near := nearly(a.value, b.value))]
        if found:
            score, reasons, problem = max(found)
            yield Doubtful(one, other, score, reasons, problem)


def _named(thing: Thing, clusters: Sequence[_Cluster], judged: Judged) -> Iterator[_Cluster]:
    """Yield the clusters that a person put a telling into."""
    if judged.speaks_of(thing.id):
        for cluster in clusters:
            if thing.article not in cluster.articles and judged.joins(thing.id, cluster.members):
                yield cluster
