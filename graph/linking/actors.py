"""Actors of several articles as one node each; of two persons with one surname none is guessed.

What articles call an actor in exactly the same way, in the same state, is one variant; variants are compared,
not records, so that the thousandth article on a parliament costs no more than the tenth. Full names come
first, then short forms, titles and abbreviations find their node.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from graph.extraction.lexicon import folded
from graph.language.names import surname
from graph.lexicons import load_lexicon
from graph.linking.grouping import Doubtful
from graph.linking.houses import named_house
from graph.linking.judged import Judged
from graph.linking.likeness import BODIES, body_words, is_description, same_body, same_person, spelt
from graph.linking.parties import parties_meant
from graph.linking.shelf import Gist, Thing, Variant
from graph.linking.territories import state_meant
from graph.model import Actor
from graph.terms import ActorKind

_SHARED_NAMES = frozenset(
    (
        ActorKind.LEGISLATURE,
        ActorKind.CHAMBER,
        ActorKind.COMMITTEE,
        ActorKind.COURT,
        ActorKind.GOVERNMENT,
        ActorKind.OFFICE,
    )
)
"""Kinds of which every state has one of the same name ("parliament")."""


def majority(values: Iterable[str]) -> str | None:
    """Return the most frequent value, of equals the first by name; None where there is none."""
    counts = Counter(values)
    return min(counts, key=lambda one: (-counts[one], one), default=None)


def variant_of(actor: Actor, gist: Gist, judged: Judged) -> tuple[str, Variant]:
    """Return the variant of an actor in an article, with its name; one that a person judged has a variant for
    itself, and a surname alone has one for each year.
    """
    own = actor.id if judged.knows(actor.id) else ""
    plain = Actor("", actor.name, actor.kind, actor.aliases)
    about = gist.bills if _depends(plain, gist.state) else frozenset[str]()
    variant = Variant(plain, gist.state, own, bills=about)
    published = gist.account.article.published
    year = str(published.year) if published and _is_alone(variant) else ""
    parts = (actor.kind, actor.name, gist.state or "", own, year, *actor.aliases, *sorted(about))
    return "\x1f".join(parts), variant


def _depends(actor: Actor, state: str | None) -> bool:
    """Whether it depends on the bills that are told of who is meant."""
    if actor.kind is ActorKind.PERSON:
        return False
    if actor.kind in _SHARED_NAMES and state is None:
        return True
    return any(is_description(name, actor.kind) for name in body_words(actor, state))


def keys_of(variant: Variant) -> frozenset[str]:
    """Return what two variants share that can be one: a surname, a name or its initials."""
    actor = variant.actor
    if actor.kind is ActorKind.PERSON:
        last = surname(actor.name)
        return frozenset([f"person {spelt(last) or folded(last)}"])
    if actor.kind is ActorKind.STATE:
        return frozenset([f"state {state_meant(actor.name, variant.state)}"])
    words = {word for name in body_words(actor, variant.state) for word in re.findall(r"\w+", name)}
    called = [name for name in (actor.name, *actor.aliases) if " " in name]
    short = {"".join(re.findall("[A-Z]", name)).lower() for name in called}
    home = f" {variant.state or ''}" if actor.kind in _SHARED_NAMES else ""
    words |= {"legislature"} if actor.kind is ActorKind.LEGISLATURE else set()
    if actor.kind in BODIES and (house := named_house(actor, variant.state)):
        words |= {house}
    if actor.kind is ActorKind.PARTY:
        words |= parties_meant((actor.name, *actor.aliases), variant.state)
    return frozenset(f"{word}{home}" for word in (words - {"of", "the", "and", "for"}) | short)


def comparable(one: Variant, other: Variant) -> bool:
    """Whether two variants can come to stand in one block, through others perhaps."""
    kinds = {one.actor.kind, other.actor.kind}
    if kinds & {ActorKind.PERSON, ActorKind.STATE}:
        return len(kinds) == 1 and bool(keys_of(one) & keys_of(other))
    return (len(kinds) == 1 or kinds <= BODIES) and _of_one_state(one, other)


def related(one: Variant, other: Variant) -> bool:
    """Whether two variants that share a key belong in one block: all persons of a surname do."""
    if one.actor.kind is ActorKind.PERSON or other.actor.kind is ActorKind.PERSON:
        return one.actor.kind is other.actor.kind
    together = bool(one.bills & other.bills)
    if one.actor.kind in _SHARED_NAMES and one.state is None and not together:
        return False
    return _of_one_state(one, other) and same_body(
        one.actor, other.actor, one.state, other.state, together=together
    )


def _of_one_state(one: Variant, other: Variant) -> bool:
    """Whether two bodies can belong to one state, as far as their kind has the same names everywhere."""
    return one.actor.kind not in _SHARED_NAMES or one.state == other.state


@dataclass(slots=True)
class _Node:
    """Variants that are one."""

    variants: list[Thing] = field(default_factory=list)

    @property
    def identity(self) -> str:
        """The first record of all."""
        firsts: list[tuple[str, str]] = [thing.value.first for thing in self.variants]
        return min(firsts)[1]

    @property
    def owners(self) -> set[str]:
        """The records among them that a person judged."""
        return {thing.value.own for thing in self.variants} - {""}

    def open_to(self, thing: Thing, judged: Judged) -> bool:
        """Whether no article has both, and nobody said that they are two."""
        beside = any(one.id in thing.value.beside for one in self.variants)
        return not beside and not (thing.value.own and judged.parts(thing.value.own, self.owners))


@dataclass(slots=True)
class _Cast:
    """A block of variants on the way to nodes; `unsure` are those left apart until a person says, and why."""

    judged: Judged
    nodes: list[_Node] = field(default_factory=list)
    unsure: list[tuple[Thing, _Node, str]] = field(default_factory=list)

    def add(self, thing: Thing) -> None:
        """Put a variant where it fits, or into a node of its own."""
        open_nodes = [node for node in self.nodes if node.open_to(thing, self.judged)]
        node = next(self._finding(thing, open_nodes), None)
        if node is None:
            self.nodes.append(node := _Node())
        node.variants.append(thing)

    def _finding(self, thing: Thing, nodes: Sequence[_Node]) -> Iterator[_Node]:
        """Yield the nodes that a variant is of: by a person's word, by its very name, by one alike."""
        own, name = thing.value.own, folded(thing.value.actor.name)
        if own:
            yield from (node for node in nodes if self.judged.joins(own, node.owners))
        if _is_alone(thing.value):
            yield from self._of_surname(thing, nodes)
            return
        fitting = [node for node in nodes if any(_fits(thing.value, one.value) for one in node.variants)]
        yield from (n for n in fitting if any(folded(one.value.actor.name) == name for one in n.variants))
        yield from fitting

    def _of_surname(self, thing: Thing, nodes: Sequence[_Node]) -> Iterator[_Node]:
        """Yield the one person whom a surname alone can mean in its state, else others called by it alone:
        those of the same office, or told of in the same years.
        """
        near = [node for node in self.nodes if any(_near_by(thing.value, v.value) for v in node.variants)]
        full = [node for node in near if any(not _is_alone(one.value) for one in node.variants)]
        if len(full) > 1:
            full = [node for node in full if _tie(thing.value, node) is _Tie.OFFICE] or full
        if len(full) == 1 and full[0] in nodes and _tie(thing.value, full[0]):
            yield full[0]
        yield from (node for node in near if node not in full and node in nodes and _tie(thing.value, node))
        why = "several people have this surname" if len(full) > 1 else "told years apart"
        told = [node for node in full if node in nodes and (len(full) == 1 or _tie(thing.value, node))]
        self.unsure += [(thing, node, why) for node in told]


class _Tie(Enum):
    """What speaks for a person whom an article calls by a surname alone."""

    OFFICE = 1
    YEARS = 2


def _is_alone(variant: Variant) -> bool:
    """Whether a variant is a person's surname alone."""
    return variant.actor.kind is ActorKind.PERSON and " " not in variant.actor.name


def _near_by(one: Variant, other: Variant) -> bool:
    """Whether the articles can be about the same state."""
    return one.state == other.state or not one.state or not other.state


def _tie(alone: Variant, node: _Node) -> _Tie | None:
    """Return what ties a surname alone to a person; None where nothing does."""
    others = [one.value for one in node.variants]
    offices = {folded(name) for name in alone.actor.aliases}
    if any(folded(name) in offices for one in others for name in one.actor.aliases):
        return _Tie.OFFICE
    apart = load_lexicon("linking")["persons"]["alone"]
    near = any(abs(_day(alone) - _day(one)).days <= apart for one in others)
    return _Tie.YEARS if near else None


def _day(variant: Variant) -> dt.date:
    """Return the day of the first article that has a variant."""
    return dt.date.fromisoformat(variant.first[0][:10])


def _fits(one: Variant, other: Variant) -> bool:
    if one.actor.kind is ActorKind.PERSON:
        return same_person(one.actor.name, other.actor.name)
    return related(one, other)


def cast(things: Sequence[Thing], judged: Judged) -> tuple[dict[str, str], tuple[Doubtful, ...]]:
    """Return the node of each variant of a block, and the pairs of nodes that are left to a person."""
    found = _Cast(judged)
    for thing in sorted(things, key=_fullest_first):
        found.add(thing)
    identities = {one.id: node.identity for node in found.nodes for one in node.variants}
    doubts = dict[tuple[str, str], Doubtful]()
    for thing, node, problem in found.unsure:
        one, other = sorted((identities[thing.id], node.identity))
        if one != other:
            why = f"{surname(thing.value.actor.name)} alone"
            doubts[one, other] = Doubtful(one, other, 0.5, (why,), problem)
    return identities, tuple(doubts.values())


def _fullest_first(thing: Thing) -> tuple[bool, int, str, str]:
    """Return what sorts proper names before descriptions ("second reading deputies"), the longest of those
    and the shortest of these first.
    """
    name = thing.value.actor.name
    words = name.split()
    proper = all(word[0].isupper() or word in ("of", "the", "and", "for", "on") for word in words)
    return not proper, -len(words) if proper else len(words), name, thing.id
