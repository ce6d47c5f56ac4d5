"""Things of one sort in blocks: what may be one stands in one block, and a block is settled by itself.

Two things that share a key and are alike stand in one block, and so does what is alike to either. Which
things of a block are one node follows from the block alone, so that a thing that comes or goes changes its
own blocks and no other: the same as when all things come at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph.linking.grouping import Doubtful
from graph.linking.shelf import Shelf, Thing
from graph.temporal.parts import Groups

Settled = tuple[Mapping[str, str], tuple[Doubtful, ...]]
"""The node of each thing of a block, and what is left apart until a person says."""


@dataclass(slots=True)
class Stirred:
    """What a change did: every thing of the blocks that were settled anew, and the nodes before and after of
    those that got another.
    """

    things: set[str] = field(default_factory=set)
    moved: dict[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(slots=True)
class Pool:
    """The things of a sort.

    Attributes:
        alike: whether two things that share a key belong in one block.
        settle: finds the nodes of a block, whose things come by place and identifier.
        doubts: of each block settled so far, by its name.
    """

    shelf: Shelf
    sort: str
    alike: Callable[[Thing, Thing], bool]
    settle: Callable[[Sequence[Thing]], Settled]
    doubts: dict[str, tuple[Doubtful, ...]] = field(default_factory=dict)

    def change(self, gone: Iterable[str], new: Iterable[Thing]) -> Stirred:
        """Take things out, put things in or in place of others, and settle the blocks that this touches."""
        fresh = {thing.id: thing for thing in new}
        old = {identity: self.shelf.settled(self.sort, identity) for identity in {*gone, *fresh}}
        opened = {block for block, _ in old.values() if block}
        moving = {one for block in opened for one in self.shelf.in_block(self.sort, block)}
        before = {one: self.shelf.node(self.sort, one) for one in moving}
        for block in opened:
            self.doubts.pop(block, None)
        for identity in old:
            self.shelf.drop(self.sort, identity)
        for _, thing in sorted(fresh.items()):
            self.shelf.put(self.sort, thing)
        stirred = Stirred(moved={one: (before[one], "") for one in set(old) & set(before) - set(fresh)})
        for together in self._joined((moving - set(old)) | set(fresh), set(fresh)):
            self._settle(together, before, stirred)
        return stirred

    def _joined(self, moving: set[str], fresh: set[str]) -> list[list[str]]:
        """Return the things that move in their blocks, with those of the blocks that they join."""
        groups = Groups[tuple[str, bool]]()
        for identity in sorted(moving):
            thing = self._get(identity)
            for other in self.shelf.found(self.sort, thing.looks):
                if (other in moving and other <= identity) or not (other in moving or identity in fresh):
                    continue  # compared from the other side, or known not to be alike
                whole = (other, False) if other in moving else (self.shelf.settled(self.sort, other)[0], True)
                one, two = groups.of((identity, False)), groups.of(whole)
                if one != two and self.alike(thing, self._get(other)):
                    groups.join(one, two)
        found = dict[tuple[str, bool], list[str]]()
        for identity in sorted(moving):
            found.setdefault(groups.of((identity, False)), []).append(identity)
        for atom in list(groups.parent):
            if atom[1] and groups.of(atom) in found:
                found[groups.of(atom)] += self.shelf.in_block(self.sort, atom[0])
                self.doubts.pop(atom[0], None)
        return list(found.values())

    def _settle(self, identities: Iterable[str], before: Mapping[str, str], stirred: Stirred) -> None:
        things = sorted((self._get(one) for one in identities), key=lambda thing: (thing.place, thing.id))
        nodes, doubts = self.settle(things)
        name = min(thing.id for thing in things)
        if doubts:
            self.doubts[name] = doubts
        for thing in things:
            block, now = self.shelf.settled(self.sort, thing.id)
            was, node = before.get(thing.id, now), nodes[thing.id]
            if (block, now) != (name, node):
                self.shelf.settle(self.sort, thing.id, name, node)
            if was != node:
                stirred.moved[thing.id] = was, node
            stirred.things.add(thing.id)

    def _get(self, identity: str) -> Thing:
        found = self.shelf.get(self.sort, identity)
        assert found is not None
        return found
