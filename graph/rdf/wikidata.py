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
    states, bodies = _table()
    named_bodies = {name for name, _ in bodies}
    kinds = {actor.id: actor.kind for account in collection.accounts for actor in account.actors}
    named = {actor: collection.names.get(actor, "") for actor in kinds}
    sought = {actor for actor, name in named.items() if name in named_bodies and kinds[actor] in _BODIES}
    homes = _homes(collection, sought)
    found = dict[str, str]()
    for actor in sorted(kinds):
        item = bodies.get((named[actor], homes[actor])) if actor in homes else None
        if kinds[actor] is ActorKind.STATE:
            item = states.get(named[actor])
        if item is not None:
            found[actor] = item
    return found


def _homes(collection: Collection, actors: set[str]) -> dict[str, str]:
    """Return the state whose bills an actor takes part in most; nothing where two come first."""
    states = {
        bill.id: bill.jurisdiction
        for account in collection.accounts
        for bill in account.bills
        if bill.jurisdiction is not None
    }
    told = defaultdict[str, Counter[str]](Counter)
    for account in collection.accounts if actors else ():
        for event in account.events:
            if event.bill in states:
                for part in event.participants:
                    if part.actor in actors:
                        told[part.actor][states[event.bill]] += 1
    first = {actor: counts.most_common(2) for actor, counts in told.items()}
    return {actor: best[0][0] for actor, best in first.items() if len(best) == 1 or best[0][1] > best[1][1]}
