"""Who takes part: persons, bodies, parties, states and groups of one article, each one referent however it is
called.

Persons are one by surname and full name; bodies of the article's country by their part in its legislature
("MPs", "the lower house", "House of Commons"); offices lead to their holders; pronouns to the last one that
fits.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.extraction.heads import does_as_head, find_head
from graph.extraction.lexicon import folded, party_called, states, word_class
from graph.extraction.nouns import (
    bodies_named,
    is_some_of,
    is_the_government,
    mask_kind,
    nouns,
    own_body_sort,
    plain_phrase,
    sort_of,
    state_named,
)
from graph.extraction.offices import called, capacity_told, office_sort, offices_beside
from graph.extraction.referents import (
    BY_CAPITAL,
    Referent,
    cabinet_before,
    does_as_a_court,
    does_with_a_bill,
    everyday_phrase,
    owning_state,
    who_says_of_themselves,
)
from graph.extraction.seats import (
    house_by_members,
    is_member_told_again,
    is_resistance,
    is_the_opposition,
    named_behind,
    person_named,
)
from graph.extraction.short_forms import LongForm, are_initials, long_form
from graph.extraction.short_names import LongName, is_part_of_name, long_names, plain_name, short_for
from graph.language.names import Name, surname
from graph.language.tree import Text, Tree
from graph.model import Actor
from graph.terms import ActorKind, Capacity

if TYPE_CHECKING:
    from graph.language.words import Token

_KINDS = {str(kind): kind for kind in ActorKind} | {
    "head": ActorKind.OFFICE,
    "official": ActorKind.OFFICE,
    "voters": ActorKind.GROUP,
}
"""The kind of actor of each sort of noun."""
_ROLES = {"members": "lower", "upper_members": "upper", "seat": "legislature"}
_EXECUTIVE = re.compile(
    r"(?:\w+ )?(?:government|cabinet|administration|executive(?: branch)?|authorities)", re.IGNORECASE
)
_SIDE = re.compile(r"\b(lower|upper) (?:house|chamber)\b", re.IGNORECASE)
_LOWER = re.compile(r"\b(?:mps?|commons)\b", re.IGNORECASE)
_UPPER = re.compile(r"\b(?:peers?|lords|senators?)\b", re.IGNORECASE)
_MEMBERS_OF_ALL = re.compile(r"\bmeps?\b", re.IGNORECASE)
"""Members of a parliament that is no house of two: those of the European Parliament."""
_WHAT_ONE_IS = {"NNP": ("party",), "NN": ("party", "person", "official", "court", "group")}


class Actors:
    """The actors of one article, found on demand and kept by key."""

    def __init__(self, text: Text, country: str | None) -> None:
        """Find all persons with their offices first, so that surnames and offices lead to them."""
        self.text, self.country = text, country
        self.referents: dict[str, Referent] = {}
        self._persons: dict[str, list[str]] = {}
        self._long: list[LongName] | None = None
        self._memo: dict[tuple[int, int], str | None] = {}
        self._read_persons()
        find_head(text, self.referents, self.resolve)

    def _read_persons(self) -> None:
        told = ((index, name) for index, tree in enumerate(self.text.trees) for name in tree.names)
        trees = self.text.trees
        full = [(i, n) for i, n in told if n.label == "PERSON" and not are_initials(trees[i], n)]
        for _, name in sorted(full, key=lambda pair: -len(pair[1].text.split())):
            key = self._person_key(name)
            if key not in self.referents:
                self.referents[key] = Referent(key, "person")
                self._persons.setdefault(folded(surname(name.text)), []).append(key)
        for index, name in full:
            tree = self.text.trees[index]
            referent = self._person(index, name)
            referent.names[called(tree, name) if " " not in referent.key else name.text] += 1
            referent.seen.append((index, name.start))
            for office in offices_beside(tree, name):
                known = {(folded(o.title), o.capacity) for o, _ in referent.offices}
                if (folded(office.title), office.capacity) not in known:
                    referent.offices.append((office, tree.sentence.quote))

    def _person_key(self, name: Name) -> str:
        """Return the key of a full name; one that differs only in middle names or an initial is the same
        person, and so is one that lacks only what stands first ("Leyla van Dalen", "Van Dalen").
        """
        words, last = folded(name.text).split(), folded(surname(name.text))
        for key in self._persons.get(last, []):
            other = key.removeprefix("person:").split()
            if len(words) == 1 or words == other:
                return key if len(words) > 1 or len(self._persons[last]) == 1 else "person:" + " ".join(words)
            if words[0] == other[0] or (len(words[0].strip(".")) == 1 and other[0][:1] == words[0][:1]):
                return key
            if other[-len(words) :] == words:
                return key
        if len(words) == 1:  # "Uhuru" of one Uhuru Kenyatta
            first = [k for k in self.referents if k.startswith(f"person:{words[0]} ")]
            return first[0] if len(first) == 1 else f"person:{words[0]}"
        return "person:" + " ".join(words)

    def _person(self, index: int, name: Name) -> Referent:
        """Return the person that a name means: of several with one surname the last one named before, else
        the first.
        """
        keys = self._persons.get(folded(surname(name.text)), [])
        if " " in name.text or not keys:
            key = self._person_key(name)
            return self.referents.setdefault(key, Referent(key, "person"))
        before = [
            (seen, key) for key in keys for seen in self.referents[key].seen if seen < (index, name.start)
        ]
        return self.referents[max(before)[1] if before else keys[0]]

    def resolve(self, index: int, token: Token) -> Referent | None:
        """Return who a noun or pronoun of tree `index` means; None for what is no actor."""
        place = (index, token.i)
        if place not in self._memo:
            self._memo[place] = None  # a phrase never leads back to itself
            found = self._find(index, token)
            self._memo[place] = found.key if found else None
        key = self._memo[place]
        return self.referents[key] if key else None

    def _find(self, index: int, token: Token) -> Referent | None:
        tree = self.text.trees[index]
        if (long := long_form(token)) is not None:
            return self._by_initials(index, token, long)
        person = person_named(tree, token)
        if person is not None:
            return self._person(index, person)
        if token.pos_ == "PRON" or token.lower_ in ("he", "she", "they", "him", "her"):
            return self._pronoun(tree, index, token)
        if is_member_told_again(token) and (member := self._last_seen(index, token, ("person",))):
            return member
        sort = own_body_sort(tree, token, self.country) or sort_of(tree, token)
        if sort not in _KINDS or is_resistance(token) or mask_kind(tree, token) == "share":
            return None  # nor who two-thirds are
        sort = "party" if is_the_opposition(token, sort) else sort
        if (named := named_behind(tree, token, sort)) is not None:
            return self.resolve(index, named)  # "its ally, the Movement Party"
        first = token.head if token.dep_ == "conj" else token
        one = first.dep_ == "appos" and sort in _WHAT_ONE_IS.get(token.tag_, ())
        if one and person_named(tree, first.head) is not None:
            return self.resolve(index, first.head)  # "Ana Holm, an Ohio Democrat", "Ana Holm, a judge"
        words = everyday_phrase(tree, token) if sort == "group" else plain_phrase(tree, token)
        if sort in ("head", "government", "person", "group", "legislature", "official"):
            holder = self._holder(words, owning_state(tree, token))
            if holder is not None:
                holder.descriptions.add(words)
                return holder
        title, _, of = words.partition(" of ")
        if sort == "head" and of and "head" not in (office_sort(title, of), office_sort(words, None)):
            sort = "group"
        key, name, sort = self._key_in(index, token, sort, words)
        referent = self.referents.setdefault(key, Referent(key, sort))
        referent.names[name] += 1
        referent.seen.append((index, tree.spans[token.i][0]))
        return referent

    def _by_initials(self, index: int, token: Token, named: LongForm) -> Referent | None:
        """Return whose initials a word is: "the HWU"."""
        if (referent := self.resolve(named[0], named[2])) is not None:
            referent.names[token.text] += 1
            referent.seen.append((index, self.text.trees[index].spans[token.i][0]))
        return referent

    def adopt(self, index: int, token: Token) -> Referent:
        """Take a capitalised noun that no lexicon knows ("BEUC") for a group; it does what only people do."""
        long = long_form(token)
        words = plain_phrase(*(long[1:] if long else (self.text.trees[index], token))) or token.text
        key = f"group:{folded(words)}"
        referent = self.referents.setdefault(key, Referent(key, "group"))
        referent.names[words] += 1
        referent.seen.append((index, self.text.trees[index].spans[token.i][0]))
        self._memo[(index, token.i)] = key
        return referent

    def _pronoun(self, tree: Tree, index: int, token: Token) -> Referent | None:
        if token.lower_ in ("he", "she", "him", "her", "his", "hers"):
            if does_as_head(token) and (head := self._last_seen(index, token, ("head",))):
                return head
            wanted: tuple[str, ...] = ("person",)
        elif token.lower_ in ("they", "them", "their"):
            wanted = ("chamber", "legislature", "party", "group", "committee")
            if (several := who_says_of_themselves(tree, token)) and (who := self.resolve(index, several)):
                return who
        elif token.lower_ == "it" and does_with_a_bill(tree, token):
            if cabinet := cabinet_before(self.text, index):
                return self.resolve(index - 1, cabinet)
            wanted = ("chamber", "legislature", "committee")
        elif token.lower_ == "it" and does_as_a_court(token):
            wanted = ("court",)
        else:
            return None
        return self._last_seen(index, token, wanted)

    def _last_seen(self, index: int, token: Token, sorts: tuple[str, ...]) -> Referent | None:
        """Return the actor of one of some sorts named last in the four sentences before a word; of persons of
        one sentence the one that it is about.
        """
        one = sorts == ("person",)
        start = self.text.trees[index].spans[token.i][0]
        best = max(
            (
                ((seen[0], one and self._is_subject(seen), seen[1]), referent.key)
                for referent in self.referents.values()
                if referent.sort in sorts or referent.acts_as in sorts
                for seen in referent.seen
                if (index - 4, 0) <= seen < (index, start)
            ),
            default=None,
        )
        return self.referents[best[1]] if best else None

    def _is_subject(self, place: tuple[int, int]) -> bool:
        """Whether the word at a tree and offset is what a clause that stands by itself is about."""
        words = self.text.trees[place[0]].tokens_in(place[1], place[1] + 1)
        heads = [word.head if word.dep_ in ("nmod:desc", "compound", "flat") else word for word in words]
        return any(
            w.dep_ in ("nsubj", "nsubj:pass") and w.head.dep_ in ("ROOT", "conj", "ccomp")
            for w in (*words, *heads)
        )

    def _holder(self, words: str, owner: str | None) -> Referent | None:
        """Return the one person whose office these words name ("the interim president", "speaker of
        parliament").
        """
        plain = folded(words)
        head_words = re.split(r"\s(?:of|for)\s", plain)[0]
        sort = (
            "head"
            if plain in ("head of state",)
            else office_sort(head_words, plain.partition(" of ")[2] or None)
        )
        over = capacity_told(words) is Capacity.FORMER
        matching = list[Referent]()
        for referent in self.referents.values():
            for office, _ in referent.offices:
                if (office.capacity is Capacity.FORMER) is not over:
                    continue
                same_sort = sort in ("head", "presiding", "government") and office.sort == sort
                title = folded(office.title)
                if (sort in ("head", "presiding") and same_sort) or (
                    title == head_words and sort != "legislator" and sort != "other"
                ):
                    of = folded(office.organisation or "")
                    if owner and of in states().by_name and states().by_name[of] != owner:
                        continue
                    matching.append(referent)
                    break
        return matching[0] if len(matching) == 1 else None

    def _key_in(self, index: int, token: Token, sort: str, words: str) -> tuple[str, str, str]:
        """Return key, name and sort: of a body called by a short name, key and sort of the longer one."""
        tree = self.text.trees[index]
        state = owning_state(tree, token) or self.country or ""
        if not any(body.state == state for body in bodies_named(tree, token)):
            if self._long is None:
                self._long = long_names(self.text)
            if name := short_for(self._long, tree, index, token):
                full = self.text.trees[name.index]
                key, _ = self._key(full, name.token, name.sort, plain_phrase(full, name.token))
                return key, words, name.sort
        return *self._key(tree, token, sort, words), sort

    def _key(self, tree: Tree, token: Token, sort: str, words: str) -> tuple[str, str]:
        """Return the key and the name of a body, state, party or group."""
        table, plain = states(), plain_name(tree, token, sort)
        if sort == "state":
            named = state_named(tree, token) or words
            return f"state:{named}", words if plain in table.by_name else named
        party = party_called(plain, self.country) or (
            party_called(token.text, self.country) if token.text[:1].isupper() else None
        )
        if sort == "party" and party:
            return f"party:{party}", words
        state = owning_state(tree, token) or self.country or ""
        if sort in ("legislature", "chamber"):
            return self._body_key(tree, token, state, words), words
        if sort == "government" and _EXECUTIVE.fullmatch(words):
            return f"government:{state}:{'executive' if 'executive' in plain else 'government'}", words
        if is_the_opposition(token, sort):
            return f"opposition:{state}", words
        return f"{sort}:{plain}", words

    def _body_key(self, tree: Tree, token: Token, state: str, words: str) -> str:
        """Return the key of a legislature or chamber by its state and its part: lower, upper or the whole."""
        if token.lemma_.lower() in word_class("office_holders") and is_some_of(token):
            return f"group:{folded(words)}"
        named = bodies_named(tree, token) or house_by_members(tree, token, self.country)
        own = next((body for body in named if body.state == state), None)
        if own is None and len({body.state for body in named}) == 1:
            own, state = named[0], named[0].state
        role = _ROLES.get(own.role, own.role) if own else ""
        if side := _SIDE.search(words):
            role = side.group(1).lower()  # "the Upper House", where "the House" is the lower one
        elif not role:
            role = "upper" if _UPPER.search(words) else "lower" if _LOWER.search(words) else "legislature"
            if named and role == "legislature":
                # "Parliament of Arkania", a state no lexicon knows, is also called "Parliament"
                return f"body:{state}:{folded(words).partition(' of ')[0]}"
        if role == "lower" and (states().is_unicameral(state) or _MEMBERS_OF_ALL.search(words)):
            role = "legislature"
        return f"body:{state}:{role}"

    def all_named(self) -> None:
        """Find the actors behind every capitalised name, also those that take part in nothing."""
        for index, tree in enumerate(self.text.trees):
            for token in nouns(tree):
                name = tree.name_at(token)
                named = name is not None and name.label in ("PERSON", "ORG")
                sort = sort_of(tree, token)
                capital = token.text[:1].isupper() and token.i > 0 and sort in BY_CAPITAL
                capital &= token.lemma_.lower() not in word_class("office_holders")
                if is_part_of_name(tree, token):
                    continue
                whole = is_the_government(token)
                if (named and sort in _KINDS) or capital or whole:
                    referent = self.resolve(index, token)
                    if referent is not None:
                        referent.proper |= not whole
                        referent.takes_part |= whole

    def listed(self) -> dict[str, Actor]:
        """Return, by referent key, the actors of the story or its events; their identifiers are the keys."""
        return {
            key: Actor(
                key,
                referent.name,
                _KINDS[referent.sort],
                tuple(sorted(referent.others())),
            )
            for key, referent in self.referents.items()
            if referent.names and (referent.takes_part or referent.is_of_the_story)
        }
