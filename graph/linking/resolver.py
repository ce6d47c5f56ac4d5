"""One node for what several articles mean: bills, actors and events with shared identifiers.

Things of one article are never merged with each other: that is coreference's task. The first article, by day
of publication, that tells of a thing lends it its identifier. Bills come first, then actors, then events,
each in blocks (`graph.linking.pool`); an article that is new, changed or gone stirs its own blocks only, and
what comes out is the same as when all articles are linked at once, in any order.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph.linking import actors, bills, events
from graph.linking.grouping import Doubtful, grouped
from graph.linking.identifiers import local_identifiers
from graph.linking.judged import NOTHING, Judged
from graph.linking.naming import named_telling, with_names
from graph.linking.pool import Pool, Settled
from graph.linking.profiles import Profile, profile
from graph.linking.shelf import Gist, Shelf, Thing, Variant
from graph.linking.tellings import tellings
from graph.model import Account


def in_order(accounts: Iterable[Account]) -> list[Account]:
    """Return the accounts by day of publication (undated ones last) and identifier."""
    return sorted(accounts, key=place_of)


def place_of(account: Account) -> str:
    """Return what sorts an account among others."""
    return f"{account.article.published or dt.date.max} {account.article.id}"


def resolve(
    accounts: Iterable[Account], judged: Judged = NOTHING, shelf: Shelf | None = None
) -> tuple[Account, ...]:
    """Return the accounts with one identifier for each bill, actor and event that several of them mean.

    What people said of pairs goes before what the program would make of them. `shelf` is an empty one.
    """
    ordered, linking = in_order(accounts), Linking(shelf or Shelf.open(), judged)
    linking.change(ordered)
    return tuple(linking.named(account) for account in ordered)


def doubtful(accounts: Iterable[Account], judged: Judged = NOTHING) -> tuple[Doubtful, ...]:
    """Return the pairs of bills, of actors and of events that may be one and are left apart until a person
    says, the surest first.
    """
    linking = Linking(Shelf.open(), judged)
    linking.change(accounts)
    return tuple(sorted(linking.doubts(), key=lambda doubt: (-doubt.score, doubt.one, doubt.other)))


@dataclass(slots=True)
class Linking:
    """What is linked so far, on a shelf.

    Attributes:
        judged: what people say of pairs now.
        left: the nodes that anything was taken from since this object was made.
    """

    shelf: Shelf
    judged: Judged = NOTHING
    left: set[str] = field(default_factory=set)
    _bills: Pool = field(init=False)
    _variants: Pool = field(init=False)
    _events: Pool = field(init=False)

    def __post_init__(self) -> None:
        """Make the pools."""
        self._bills = Pool(self.shelf, "bill", self._bills_alike, self._bills_settled)
        self._variants = Pool(self.shelf, "variant", self._variants_alike, self._variants_settled)
        self._events = Pool(self.shelf, "event", self._events_alike, self._events_settled)

    # --- in and out

    def change(self, accounts: Iterable[Account], gone: Iterable[str] = ()) -> set[str]:
        """Take accounts in, in place of those of the same articles, and others out.

        Args:
            accounts: with any identifiers.
            gone: articles that are no longer there.

        Returns:
            The articles of which anything got another node, the accounts given among them.
        """
        gists = {gist.account.article.id: gist for gist in map(gist_of, accounts)}
        lost = {*gone} - set(gists)
        for article in self._judged_anew():
            known = self.shelf.get("gist", article)
            if known is not None and article not in lost:
                gists.setdefault(article, known.value)
        old = {*gists, *lost}
        near, touched = self._change_bills(gists, old)
        placed = self._placed(gists, (near | set(gists)) - lost)
        touched |= self._change_actors(placed, old)
        return (touched | self._change_events(touched, old)) - lost

    def names(self, article: str) -> dict[str, str]:
        """Return the nodes of an article's bills, actors and events, by its own identifiers."""
        return self.parts(article) | {
            one: self.shelf.node("event", one) for one in self.shelf.of_article("event", article)
        }

    def named(self, account: Account) -> Account:
        """Return an account with the identifiers of the nodes."""
        own = local_identifiers(account)
        nodes = self.names(account.article.id)
        return with_names(account, {one: nodes[local] for one, local in own.items() if local in nodes})

    def doubts(self) -> set[Doubtful]:
        """Return the pairs that were left apart in blocks settled by this object."""
        found = set[Doubtful]()
        for pool in (self._bills, self._variants):
            for doubt in (one for several in pool.doubts.values() for one in several):
                one, other = sorted(
                    pool.shelf.node(pool.sort, side) or side for side in (doubt.one, doubt.other)
                )
                if one != other:
                    found.add(replace(doubt, one=one, other=other))
        return found | self._events_in_doubt()

    def _events_in_doubt(self) -> set[Doubtful]:
        told = defaultdict[str, list[tuple[Thing, str]]](list)
        for thing in self.shelf.every("event"):
            if thing.value.event.bill:
                for key in events.keys_of(thing.value):
                    told[key].append((thing, self.shelf.node("event", thing.id)))
        return {doubt for several in told.values() for doubt in events.left_apart(several, self.judged)}

    def parts(self, article: str) -> dict[str, str]:
        """Return the nodes of an article's bills and actors, by its own identifiers."""
        found = {one: self.shelf.node("bill", one) for one in self.shelf.of_article("bill", article)}
        for one in self.shelf.of_article("actor", article):
            actor = self.shelf.get("actor", one)
            assert actor is not None
            found[one] = self.shelf.node("variant", actor.value)
        return found

    def _judged_anew(self) -> set[str]:
        """Return the articles with things of which people say other things than before."""
        before = Judged.read(self.shelf.state("judged"))
        self.shelf.note("judged", self.judged.written)
        pairs = (before.same ^ self.judged.same) | (before.apart ^ self.judged.apart)
        found = set[str]()
        for identity in {one for pair in pairs for one in pair}:
            for sort in ("bill", "actor", "event"):
                thing = self.shelf.get(sort, identity)
                if thing is not None:
                    found.add(thing.article)
        return found

    def _articles(self, sort: str, things: Iterable[str]) -> set[str]:
        found = (self.shelf.get(sort, one) for one in things)
        return {thing.article for thing in found if thing is not None}

    # --- bills

    def _change_bills(self, gists: Mapping[str, Gist], old: Collection[str]) -> tuple[set[str], set[str]]:
        """Put the bills of accounts in place of what their articles had; return the articles of all bills
        that were settled anew, and those with other nodes, the accounts' own among them.
        """
        gone = [one for article in old for one in self.shelf.of_article("bill", article)]
        new = list[Thing]()
        for article, gist in gists.items():
            for bill in gist.account.bills:
                known, said = gist.profiles[bill.id], self.judged.keys(bill.id)
                posts = {*(f"of {key}" for key in known.keys), *(f"for {key}" for key in known.sought), *said}
                looks = {*(f"of {key}" for key in known.sought), *(f"for {key}" for key in known.keys), *said}
                place = place_of(gist.account)
                new.append(Thing(bill.id, article, place, known, frozenset(posts), frozenset(looks)))
        stirred = self._bills.change(gone, new)
        self.left |= {before for before, _ in stirred.moved.values()}
        near = self._articles("bill", stirred.things)
        return near, self._articles("bill", stirred.moved) | set(old)

    def _bills_alike(self, one: Thing, other: Thing) -> bool:
        return (
            self.judged.joins(one.id, (other.id,))
            or bills.weigh(one.value, other.value).score >= (bills.weights()["doubtful"])
        )

    def _bills_settled(self, things: Sequence[Thing]) -> Settled:
        if len(things) == 1:
            return {things[0].id: things[0].id}, ()
        told = dict[str, list[tuple[str, Profile]]]()
        for thing in things:
            told.setdefault(thing.article, []).append((thing.id, thing.value))
        found = grouped(told.items(), self.judged)
        return found.names, tuple(found.doubts.values())

    # --- actors

    def _placed(self, gists: Mapping[str, Gist], articles: Iterable[str]) -> dict[str, Gist]:
        """Note the state and the bills that each article is about, and return those that are new or have
        others.
        """
        found, states = dict[str, Gist](), dict[str, str | None]()
        for article in sorted(articles):
            known = self.shelf.get("gist", article)
            gist = gists.get(article) or (known.value if known else None)
            assert gist is not None
            here = list[str]()
            nodes = [self.shelf.node("bill", bill) for bill in self.shelf.of_article("bill", article)]
            for node in nodes:
                if node not in states:
                    states[node] = self._state_of(node)
                here += [state for state in (states[node],) if state]
            placed = replace(gist, state=actors.majority(here), bills=frozenset(nodes))
            if article in gists or placed != gist:
                found[article] = placed
        return found

    def _state_of(self, node: str) -> str | None:
        things = (self.shelf.get("bill", one) for one in self.shelf.of_node("bill", node))
        return actors.majority(state for thing in things if thing for state in thing.value.states)

    def _change_actors(self, placed: Mapping[str, Gist], old: Collection[str]) -> set[str]:
        """Put the actors of articles in place of what these had; return the articles with other nodes."""
        touched = set[str]()
        for article in {*placed, *old}:
            self.left.update(self.parts(article).values())
            touched |= self._taken_out(article)
        described = dict[str, Variant]()
        for article, gist in placed.items():
            described |= self._put_actors(article, gist)
        touched |= set(described)
        gone, new = list[str](), list[Thing]()
        for name in sorted(touched):
            first, known = self.shelf.first("actor", name), self.shelf.get("variant", name)
            if not first[1]:
                gone.append(name)
                continue
            variant = described.get(name) or (known and known.value)
            assert isinstance(variant, Variant)
            variant = replace(variant, first=first, beside=self._beside(name))
            if known is None or known.value != variant or variant.own:  # of whom people may say other things
                keys = actors.keys_of(variant) | self.judged.keys(variant.own)
                new.append(Thing(name, "", "", variant, keys, keys))
        moved = self._variants.change(gone, new).moved
        self.left |= {before for before, _ in moved.values()}
        articles = self._articles("actor", self.shelf.found("actor", moved))
        return articles | set(placed)

    def _taken_out(self, article: str) -> set[str]:
        """Take an article's actors away, and return the variants that they were."""
        variants = set[str]()
        for identity in self.shelf.of_article("actor", article):
            actor = self.shelf.get("actor", identity)
            assert actor is not None
            variants.add(actor.value)
            self.shelf.drop("actor", identity)
        self.shelf.drop("company", article)
        self.shelf.drop("gist", article)
        return variants

    def _put_actors(self, article: str, gist: Gist) -> dict[str, Variant]:
        """Put an article's actors, and return their variants by name."""
        place, variants = place_of(gist.account), dict[str, Variant]()
        self.shelf.put("gist", Thing(article, article, place, gist))
        for actor in gist.account.actors:
            name, variant = actors.variant_of(actor, gist, self.judged)
            variants[name] = variant
            self.shelf.put("actor", Thing(actor.id, article, place, name, frozenset([name])))
        pairs = {
            _pair(one, other)
            for one, a in variants.items()
            for other, b in variants.items()
            if one != other and actors.comparable(a, b)
        }
        self.shelf.put("company", Thing(article, article, place, None, frozenset(pairs)))
        return variants

    def _beside(self, name: str) -> frozenset[str]:
        start = _pair(name, "")
        return frozenset(key[len(start) :] for key in self.shelf.keys("company", start))

    def _variants_alike(self, one: Thing, other: Thing) -> bool:
        own = one.value.own and self.judged.joins(one.value.own, (other.value.own,))
        return bool(own) or actors.related(one.value, other.value)

    def _variants_settled(self, things: Sequence[Thing]) -> Settled:
        return actors.cast(things, self.judged)

    # --- events

    def _change_events(self, articles: Iterable[str], old: Collection[str]) -> set[str]:
        """Put the events of articles as they are told with the nodes of bills and actors in place of what
        these had; return the articles with other nodes.
        """
        gone = {one for article in old for one in self.shelf.of_article("event", article)}
        new = list[Thing]()
        for article in sorted(articles):
            gist = self.shelf.get("gist", article)
            if gist is None:
                continue
            names = self.parts(article)
            homes = {bill.id: bill.jurisdiction for bill in gist.value.account.bills}
            for telling in gist.value.told:
                told, identity = named_telling(telling, names), telling.event.id
                said = self.judged.keys(identity)
                keys = events.keys_of(told) | said
                posts = keys | events.places_of(told, homes.get(telling.event.bill or ""))
                thing = Thing(identity, article, gist.place, told, posts, keys)
                if (
                    identity in gone
                    or self.shelf.get("event", identity) != thing
                    or self.judged.knows(identity)
                ):
                    new.append(thing)
        moved = self._events.change(gone, new).moved
        self.left |= {before for before, _ in moved.values()}
        return self._articles("event", moved)

    def _events_alike(self, one: Thing, other: Thing) -> bool:
        return self.judged.joins(one.id, (other.id,)) or events.related(one.value, other.value)

    def _events_settled(self, things: Sequence[Thing]) -> Settled:
        return events.gathered(things, self.judged), ()


def _pair(one: str, other: str) -> str:
    return f"{one}\x1e{other}"


def gist_of(account: Account) -> Gist:
    """Return what linking needs of an account, with the article's own identifiers."""
    own = with_names(account, local_identifiers(account))
    told = tellings(own, {actor.id: actor.kind for actor in own.actors})
    profiles = {bill.id: profile(bill, own, told) for bill in own.bills}
    bare = replace(
        own,
        article=replace(own.article, title="", text="", set_aside=(), notices=()),
        sentences=(),
        tenures=(),
        provisions=(),
        claims=tuple(replace(claim, quotes=(), because="") for claim in own.claims),
        positions=(),
        expressions=(),
        corrections=(),
    )
    return Gist(bare, tuple(told), profiles)
