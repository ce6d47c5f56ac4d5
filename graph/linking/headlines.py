"""What a headline tells in short is what the text tells in full."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from graph.extraction.draft import Draft, EventMention
from graph.extraction.scene import LAWMAKERS
from graph.terms import Role

_HOUSES = frozenset(("house", "senate"))
_MEMBERS = frozenset(("lawmakers", "legislators", "parliamentarians", "mps", "deputies"))
_IN_SHORT = frozenset(("committee", "legislature"))
_BODIES = _IN_SHORT | {"chamber"}


def _is_headline(draft: Draft, mention: EventMention) -> bool:
    return draft.tree(mention.place).kind == "headline"


def by_headline(draft: Draft, events: Iterable[Collection[EventMention]], bodies: Collection[str]) -> bool:
    """Whether bodies are one because a headline calls one in short: "Senate panel shelves bill", "Parliament
    clears bill" of what its upper house did.

    Args:
        draft: the article.
        events: the mentions of two events.
        bodies: the keys of all that act in them.
    """
    if not any(all(_is_headline(draft, mention) for mention in mentions) for mentions in events):
        return False
    if _is_whole_and_house(bodies) or _is_by_members(draft, bodies):
        return True
    named = [draft.actors.referents[key] for key in bodies]
    houses = {word for body in named for word in body.name.lower().split()} & _HOUSES
    return all(body.sort == "committee" for body in named) and len(houses) <= 1


def _is_whole_and_house(bodies: Iterable[str]) -> bool:
    """Whether two bodies are a state's legislature and a chamber of it."""
    states = {key.rpartition(":")[0] for key in bodies}
    ranks = {key.rpartition(":")[2] for key in bodies}
    return len(states) == 1 and ranks in ({"legislature", "upper"}, {"legislature", "lower"})


def _is_by_members(draft: Draft, bodies: Collection[str]) -> bool:
    """Whether of two bodies one is only its members, and the other no upper house: "Iran lawmakers"."""
    named = [draft.actors.referents[key] for key in bodies]
    members = [body for body in named if body.name.lower().split()[-1] in _MEMBERS]
    lower = all(body.sort in LAWMAKERS and not body.key.endswith(":upper") for body in named)
    return lower and len(members) == 1 < len(named)


def by_full_name(draft: Draft, mentions: list[EventMention]) -> list[EventMention]:
    """Return the mentions of an event, a headline's without the body that the text names in full."""

    def acting(mention: EventMention, sorts: Collection[str]) -> set[str]:
        keys = {key for key, role in mention.parts if role is Role.AGENT}
        return {key for key in keys if draft.actors.referents[key].sort in sorts}

    full = {key for m in mentions if not _is_headline(draft, m) for key in acting(m, _BODIES)}
    found = list[EventMention]()
    for mention in mentions:
        short = acting(mention, _IN_SHORT) - full if full and _is_headline(draft, mention) else set()
        parts = tuple(part for part in mention.parts if part[0] not in short)
        found.append(replace(mention, parts=parts) if short else mention)
    return found
