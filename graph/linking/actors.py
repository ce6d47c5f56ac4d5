"""Actors of several articles grouped into one node each; of two persons with one surname none is guessed.

Articles come in their fixed order. An actor is compared with those that share a surname, a word of a name or
its initials; in each article equal names find their node first, then short forms, titles and abbreviations.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graph.extraction.lexicon import folded, states
from graph.language.names import surname
from graph.linking.grouping import Doubtful
from graph.linking.judged import Judged
from graph.linking.likeness import body_words, same_body, same_person, spelt
from graph.model import Account, Actor
from graph.terms import ActorKind

_SHARED_NAMES = frozenset(
    (ActorKind.LEGISLATURE, ActorKind.CHAMBER, ActorKind.COMMITTEE, ActorKind.COURT, ActorKind.GOVERNMENT)
)
"""Kinds of which every state has one of the same name ("parliament")."""


@dataclass(slots=True)
class _Node:
    """The actors of several articles that are one.

    `articles` have one each, `about` are their bills, `called` their folded names,
    `place` is how many nodes were made before.
    """

    identity: str
    place: int
    about: set[str] = field(default_factory=set)
    actors: dict[tuple[Actor, str | None], None] = field(default_factory=dict)
    called: set[str] = field(default_factory=set)
    members: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)

    @property
    def states(self) -> set[str]:
        """The states of the articles that name it."""
        return {state for _, state in self.actors if state}


@dataclass(frozen=True, slots=True)
class _Scene:
    """An article as actors need it: its identifier, the state and the nodes of its bills."""

    article: str
    state: str | None
    bills: frozenset[str]


def states_of(accounts: Iterable[Account], names: Mapping[str, str]) -> dict[str, str | None]:
    """Return the state that the bills of each article belong to, as most articles have it; `names` are the
    nodes of bills.
    """
    kept = list(accounts)
    told = defaultdict[str, Counter[str]](Counter)
    for account in kept:
        for bill in account.bills:
            if bill.jurisdiction:
                told[names.get(bill.id, bill.id)][bill.jurisdiction] += 1
    state = {node: min(counts, key=lambda one: (-counts[one], one)) for node, counts in told.items()}
    found = dict[str, str | None]()
    for account in kept:
        nodes = [names.get(bill.id, bill.id) for bill in account.bills]
        here = Counter(state[node] for node in nodes if node in state)
        found[account.article.id] = min(here, key=lambda one: (-here[one], one)) if here else None
    return found


@dataclass(slots=True)
class Cast:
    """The nodes of actors with an index of what they share."""

    judged: Judged
    lone: Mapping[str, int]
    nodes: dict[str, _Node] = field(default_factory=dict)
    doubts: dict[tuple[str, str], Doubtful] = field(default_factory=dict)
    _index: defaultdict[str, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))

    @property
    def names(self) -> dict[str, str]:
        """The identifier of the node of each actor."""
        return {member: node.identity for node in self.nodes.values() for member in node.members}

    def add(self, scene: _Scene, actors: Sequence[Actor]) -> None:
        """Take the actors of one article in."""
        left = {actor.id: actor for actor in sorted(actors, key=lambda actor: actor.id)}
        for find in (self._named, self._called_the_same, self._called_alike):
            for identity, actor in list(left.items()):
                node = next(find(actor, scene), None)
                if node is not None:
                    self._put(left.pop(identity), scene, node)
        for identity, actor in left.items():
            self.nodes[identity] = node = _Node(identity, len(self.nodes))
            self._put(actor, scene, node)

    def _put(self, actor: Actor, scene: _Scene, node: _Node) -> None:
        plain = Actor("", actor.name, actor.kind, actor.aliases)
        node.actors[plain, scene.state] = None
        node.called.add(folded(actor.name))
        node.members.add(actor.id)
        node.articles.add(scene.article)
        node.about |= scene.bills
        for key in _keys(actor, scene.state):
            self._index[key][node.identity] = None

    def _open(self, actor: Actor, scene: _Scene) -> Iterator[_Node]:
        """Yield the nodes that an actor may be compared with, in the order in which they were made."""
        known = {identity for key in _keys(actor, scene.state) for identity in self._index[key]}
        for node in sorted((self.nodes[identity] for identity in known), key=lambda node: node.place):
            if scene.article not in node.articles and not self.judged.parts(actor.id, node.members):
                yield node

    def _named(self, actor: Actor, scene: _Scene) -> Iterator[_Node]:
        """Yield the nodes that a person put an actor into."""
        if self.judged.speaks_of(actor.id):
            for node in self.nodes.values():
                if scene.article not in node.articles and self.judged.joins(actor.id, node.members):
                    yield node

    def _called_the_same(self, actor: Actor, scene: _Scene) -> Iterator[_Node]:
        for node in self._open(actor, scene):
            if folded(actor.name) in node.called and self._fits(actor, scene, node):
                yield node

    def _called_alike(self, actor: Actor, scene: _Scene) -> Iterator[_Node]:
        for node in self._open(actor, scene):
            if self._fits(actor, scene, node):
                yield node

    def _fits(self, actor: Actor, scene: _Scene, node: _Node) -> bool:
        if actor.kind is ActorKind.PERSON:
            return any(
                other.kind is ActorKind.PERSON and self._same_person(actor, other, scene.state, state, node)
                for other, state in node.actors
            )
        if not _of_one_state(actor, scene, node):
            return False
        return any(
            other.kind is not ActorKind.PERSON and same_body(actor, other, scene.state, state)
            for other, state in node.actors
        )

    def _same_person(
        self, actor: Actor, other: Actor, state: str | None, other_state: str | None, node: _Node
    ) -> bool:
        """Whether two are one person; a surname alone is enough where only one person has it."""
        if same_person(actor.name, other.name):
            return True
        if " " in actor.name and " " in other.name:
            return False
        if spelt(surname(actor.name)) != spelt(surname(other.name)):
            return False
        if self.lone.get(spelt(surname(actor.name)), 0) > 1:
            pair = min(actor.id, node.identity), max(actor.id, node.identity)
            why = f"{surname(actor.name)} alone"
            self.doubts[pair] = Doubtful(*pair, 0.5, (why,), "several people have this surname")
            return False
        return state == other_state or not state or not other_state


def _of_one_state(actor: Actor, scene: _Scene, node: _Node) -> bool:
    """Whether a body can belong to the state of a node's; where none is known, a bill must be shared."""
    if actor.kind not in _SHARED_NAMES:
        return True
    if scene.state and node.states:
        return node.states == {scene.state}
    return bool(scene.bills & node.about) or (not scene.state and not node.states)


def _keys(actor: Actor, state: str | None) -> set[str]:
    """Return what two actors share that can be one: a surname, a word of a name or its initials."""
    if actor.kind is ActorKind.PERSON:
        return {f"person {spelt(surname(actor.name))}"}
    if actor.kind is ActorKind.STATE:
        return {f"state {states().by_name.get(folded(actor.name)) or folded(actor.name)}"}
    words = {word for name in body_words(actor, state) for word in re.findall(r"\w+", name)}
    called = [name for name in (actor.name, *actor.aliases) if " " in name]
    return words - {"of", "the", "and", "for"} | {
        "".join(re.findall("[A-Z]", name)).lower() for name in called
    }


def cast(accounts: Sequence[Account], bills: Mapping[str, str], judged: Judged) -> Cast:
    """Return the actors of accounts, which come in their order, as nodes; `bills` are the nodes of bills."""
    found = Cast(judged, _lone_surnames(accounts))
    states = states_of(accounts, bills)
    for account in accounts:
        about = frozenset(bills.get(bill.id, bill.id) for bill in account.bills)
        found.add(_Scene(account.article.id, states[account.article.id], about), account.actors)
    return found


def _lone_surnames(accounts: Iterable[Account]) -> Mapping[str, int]:
    """Return how many different given names each surname goes with."""
    firsts = defaultdict[str, set[str]](set)
    for account in accounts:
        for actor in account.actors:
            if actor.kind is ActorKind.PERSON and " " in actor.name:
                firsts[spelt(surname(actor.name))].add(spelt(actor.name.split()[0]))
    return {word: len(found) for word, found in firsts.items()}
