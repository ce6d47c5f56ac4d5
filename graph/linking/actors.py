"""Actors of several articles as one node each; of two persons with one surname none is guessed.

What articles call an actor in exactly the same way, in the same state, is one variant; variants are compared,
not records, so that the thousandth article on a parliament costs no more than the tenth. Full names come
first, then short forms, titles and abbreviations find their node.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from graph.extraction.lexicon import folded, states
from graph.language.names import surname
from graph.linking.grouping import Doubtful
from graph.linking.houses import named_house
from graph.linking.judged import Judged
from graph.linking.likeness import BODIES, body_words, is_description, same_body, same_person, spelt
from graph.linking.parties import parties_meant
from graph.linking.shelf import Thing, Variant
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


def variant_of(actor: Actor, state: str | None, bills: frozenset[str], judged: Judged) -> tuple[str, Variant]:
    """Return the variant of an actor in an article on a state and some bills, with its name; one that a
    person judged has a variant for itself.
    """
    own = actor.id if judged.knows(actor.id) else ""
    plain = Actor("", actor.name, actor.kind, actor.aliases)
    about = bills if _depends(plain, state) else frozenset[str]()
    name = "\x1f".join((actor.kind, actor.name, state or "", own, *actor.aliases, *sorted(about)))
    return name, Variant(plain, state, own, bills=about)


def _depends(actor: Actor, state: str | None) -> bool:
    """Whether it depends on the bills that are told of who is meant."""
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
        return frozenset([f"state {states().by_name.get(folded(actor.name)) or folded(actor.name)}"])
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
    """A block of variants on the way to nodes."""

    judged: Judged
    several: bool
    nodes: list[_Node] = field(default_factory=list)
    unsure: list[tuple[Thing, _Node]] = field(default_factory=list)

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
        fitting = [node for node in nodes if self._fits(thing, node)]
        yield from (n for n in fitting if any(folded(one.value.actor.name) == name for one in n.variants))
        yield from fitting

    def _fits(self, thing: Thing, node: _Node) -> bool:
        if thing.value.actor.kind is ActorKind.PERSON:
            return any(self._same_person(thing, other, node) for other in node.variants)
        return any(related(thing.value, other.value) for other in node.variants)

    def _same_person(self, thing: Thing, other: Thing, node: _Node) -> bool:
        """Whether two are one person; a surname alone is enough where only one person has it."""
        a, b = thing.value.actor.name, other.value.actor.name
        if same_person(a, b):
            return True
        if " " in a and " " in b:
            return False
        if self.several:
            self.unsure.append((thing, node))
            return False
        return thing.value.state == other.value.state or not thing.value.state or not other.value.state


def cast(things: Sequence[Thing], judged: Judged) -> tuple[dict[str, str], tuple[Doubtful, ...]]:
    """Return the node of each variant of a block, and the pairs of nodes that are left to a person."""
    persons = [one.value.actor.name for one in things if one.value.actor.kind is ActorKind.PERSON]
    firsts = {spelt(name.split()[0]) for name in persons if " " in name}
    found = _Cast(judged, len(firsts) > 1)
    for thing in sorted(things, key=_fullest_first):
        found.add(thing)
    identities = {one.id: node.identity for node in found.nodes for one in node.variants}
    doubts = dict[tuple[str, str], Doubtful]()
    for thing, node in found.unsure:
        one, other = sorted((identities[thing.id], node.identity))
        if one != other:
            why = f"{surname(thing.value.actor.name)} alone"
            doubts[one, other] = Doubtful(one, other, 0.5, (why,), "several people have this surname")
    return identities, tuple(doubts.values())


def _fullest_first(thing: Thing) -> tuple[bool, int, str, str]:
    """Return what sorts proper names before descriptions ("second reading deputies"), the longest of those
    and the shortest of these first.
    """
    name = thing.value.actor.name
    words = name.split()
    proper = all(word[0].isupper() or word in ("of", "the", "and", "for", "on") for word in words)
    return not proper, -len(words) if proper else len(words), name, thing.id
