"""Which actors are items of Wikidata: states, legislatures and chambers of `data/wikidata.toml`, no others.

A name must be equal to one in the table. A body must, besides, take part in bills of its own state more than
in those of any other: there are many senates.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import lru_cache

from graph.errors import LexiconError
from graph.lexicons import ROOT, load_toml
from graph.model import Collection
from graph.terms import ActorKind

ITEM = "http://www.wikidata.org/entity/"
_BODIES = frozenset((ActorKind.LEGISLATURE, ActorKind.CHAMBER, ActorKind.GOVERNMENT, ActorKind.ORGANISATION))


@lru_cache(maxsize=1)
def _table() -> tuple[Mapping[str, str], Mapping[tuple[str, str], str]]:
    """Return the items of states by name, and of bodies by name and state.

    Raises:
        LexiconError: the file is missing, or gives two items to one name.
    """
    found = load_toml(ROOT / "data" / "wikidata.toml")
    bodies = dict[tuple[str, str], str]()
    for body in found["body"]:
        for name in body["names"]:
            if bodies.setdefault((name, body["of"]), body["item"]) != body["item"]:
                raise LexiconError(f"{name!r} of {body['of']} has two items", place="data/wikidata.toml")
    return found["states"], bodies


def items(collection: Collection) -> dict[str, str]:
    """Return the item of each actor that is in the table, such as `Q717`, by the actor's identifier."""
    kinds = dict[str, ActorKind]()
    for account in collection.accounts:
        for actor in account.actors:
            kinds[actor.id] = min(actor.kind, kinds.get(actor.id, actor.kind))
    sought = {actor for actor in kinds if _in_table(collection.names.get(actor, ""))}
    homes = _homes(collection, sought)
    found = {
        actor: item_of(collection.names[actor], kinds[actor], homes.get(actor, {}))
        for actor in sorted(sought)
    }
    return {actor: item for actor, item in found.items() if item is not None}


def item_of(name: str, kind: ActorKind, homes: Mapping[str, int]) -> str | None:
    """Return the item of an actor; None where the table has none, or two states are as good.

    `homes` counts, for each state, the tellings of events of its bills in which the actor takes part.
    """
    states, bodies = _table()
    if kind is ActorKind.STATE:
        return states.get(name)
    if kind not in _BODIES:
        return None
    first = Counter(homes).most_common(2)
    alone = len(first) == 1 or (len(first) > 1 and first[0][1] > first[1][1])
    return bodies.get((name, first[0][0])) if alone else None


def _in_table(name: str) -> bool:
    states, bodies = _table()
    return name in states or name in {body for body, _ in bodies}


def _homes(collection: Collection, actors: set[str]) -> Mapping[str, Mapping[str, int]]:
    """Return how many tellings of events of each state's bills actors take part in."""
    told = defaultdict[str, Counter[str]](Counter)
    for account in collection.accounts if actors else ():
        states = {bill.id: bill.jurisdiction for bill in account.bills}
        for event in account.events:
            state = states.get(event.bill or "")
            for actor in {part.actor for part in event.participants} & actors:
                if state is not None:
                    told[actor][state] += 1
    return told
