"""What an article bears on: the events that must be weighed anew, the names that may be others, and no more.

Two events bear on each other where a claim links them, or where both are steps of one bill.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from graph.linking.naming import with_names
from graph.linking.resolver import Linking
from graph.linking.shelf import Gist, Thing
from graph.model import Account, Claim


@dataclass(slots=True)
class Region:
    """Nodes that something new is known of.

    Attributes:
        accounts: without sentences, each with the events of the region that it tells; shared identifiers.
        events: the nodes of these events.
        names: the preferred names of bills and actors of the accounts.
        parts: the bills and actors of the articles that were changed.
        gone: nodes that nothing is left of.
    """

    accounts: list[Account]
    events: set[str]
    names: Mapping[str, str]
    parts: set[str]
    gone: set[str]


def region(linking: Linking, articles: Collection[str]) -> Region:
    """Return the region of articles that were changed; names are noted on the shelf."""
    found, shelf = _Region(linking), linking.shelf
    left = linking.left - {""}
    parts = {node for article in articles for node in linking.parts(article).values()}
    parts |= {one for one in left if not one.startswith("event/")}
    renamed, gone = found.renamed(parts), {one for one in left if not found.members(one)}
    keys = {f"{how} {node}" for node in renamed for how in ("by", "with")}
    keys |= {f"step {node}" for node in parts if node.startswith("bill/")}
    told = [one for article in articles for one in shelf.of_article("event", article)]
    seeds = {shelf.node("event", one) for one in (*told, *shelf.found("event", keys))}
    seeds |= {one for one in left if one.startswith("event/")} - gone
    events = found.closed(seeds)
    accounts = found.accounts(events)
    within = [event for account in accounts for event in account.events]
    named = {part.actor for event in within for part in event.participants} | renamed
    named |= {event.bill for event in within if event.bill} | (parts - gone)
    names = {identity: found.name(identity) for identity in named}
    return Region(accounts, events, names, parts - gone, gone)


@dataclass(slots=True)
class _Region:
    linking: Linking
    _gists: dict[str, Gist] = field(default_factory=dict)
    _links: dict[str, Mapping[str, set[str]]] = field(default_factory=dict)

    def _gist(self, article: str) -> Gist:
        if article not in self._gists:
            thing = self.linking.shelf.get("gist", article)
            assert thing is not None
            self._gists[article] = thing.value
        return self._gists[article]

    def members(self, node: str) -> list[str]:
        """Return the things, or variants, that are a node."""
        sort = node.split("/", 1)[0]
        return self.linking.shelf.of_node("variant" if sort == "actor" else sort, node)

    # --- names

    def renamed(self, nodes: Iterable[str]) -> set[str]:
        """Return those of some bills and actors whose preferred name is another than noted, and note it."""
        found, shelf = set[str](), self.linking.shelf
        for node in sorted(nodes):
            known, name = shelf.get("name", node), self.name(node) if self.members(node) else None
            if known is not None and known.value == name:
                continue
            shelf.drop("name", node)
            if name is not None:
                shelf.put("name", Thing(node, "", "", name))
                found.add(node)
        return found

    def name(self, node: str) -> str:
        """Return the name of a bill or actor that most articles use, of equals the longer."""
        shelf, counts = self.linking.shelf, Counter[str]()
        for one in self.members(node):
            thing = shelf.get("variant" if node.startswith("actor/") else "bill", one)
            assert thing is not None
            if node.startswith("actor/"):
                counts[thing.value.actor.name] += shelf.count("actor", one)
            else:
                bills = self._gist(thing.article).account.bills
                counts[next(bill.name for bill in bills if bill.id == one)] += 1
        return min(counts, key=lambda name: (-counts[name], -len(name), name))

    # --- events

    def closed(self, seeds: Iterable[str]) -> set[str]:
        """Return events with all that bear on them, directly or through others."""
        shelf, seen, bills, queue = self.linking.shelf, set[str](), set[str](), [*seeds]
        while queue:
            if (node := queue.pop()) in seen:
                continue
            seen.add(node)
            for one in shelf.of_node("event", node):
                thing = shelf.get("event", one)
                assert thing is not None
                queue += [shelf.node("event", other) for other in self._linked(thing.article)[one]]
                bill = thing.value.event.bill
                if bill and thing.value.type.is_stage and bill not in bills:
                    bills.add(bill)
                    queue += [shelf.node("event", step) for step in shelf.found("event", [f"step {bill}"])]
        return seen - {""}

    def _linked(self, article: str) -> Mapping[str, set[str]]:
        """Return the events of an article that its claims link with each, by its own identifiers."""
        if article not in self._links:
            found = defaultdict[str, set[str]](set)
            for claim in self._gist(article).account.claims:
                for other in named_by(claim):
                    found[claim.event].add(other)
                    found[other].add(claim.event)
            self._links[article] = found
        return self._links[article]

    def accounts(self, events: set[str]) -> list[Account]:
        """Return what the articles tell of some events."""
        shelf, told = self.linking.shelf, defaultdict[str, set[str]](set)
        for event in events:
            for one in shelf.of_node("event", event):
                thing = shelf.get("event", one)
                assert thing is not None
                told[thing.article].add(event)
        return [self._part(article, several) for article, several in sorted(told.items())]

    def _part(self, article: str, events: set[str]) -> Account:
        return part_of(with_names(self._gist(article).account, self.linking.names(article)), events)


def part_of(account: Account, events: Collection[str]) -> Account:
    """Return an account with what it tells of some events, and nothing of others."""
    return replace(
        account,
        events=tuple(event for event in account.events if event.id in events),
        claims=tuple(claim for claim in account.claims if claim.event in events),
    )


def named_by(claim: Claim) -> Iterator[str]:
    """Yield the events that a claim names beside its own."""
    yield from (*claim.after, *claim.before, *claim.conditions)
    if claim.distance is not None and claim.distance.anchor.startswith("event/"):
        yield claim.distance.anchor
