"""Which events a time adverbial dates, by the tree and, where the tree fails, by what stands nearest.

An adverbial climbs the dependency tree until it meets an event. A noun on the way that happened at that time
keeps it ("the death in July 2023"), and so does a clause that tells of something else ("talks that ended in
April").
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.extraction.day_words import (
    DOCUMENTS,
    conjoined,
    dates_rather,
    dating_words,
    gathers,
    goes_on,
    is_misread_infinitive,
    is_of_who_decides,
    is_predicate,
    is_put_on_a_day,
    is_reporting,
    marks,
    meets_to,
    passes,
    sessions,
    tells_of_a_sitting,
)
from graph.extraction.draft import EventMention
from graph.extraction.lexicon import changes, word_class
from graph.extraction.voters import is_popular_vote
from graph.language.roles import subjects
from graph.language.tree import SUBJECTS, Tree, children, governors, prepositions
from graph.temporal import Adverbial
from graph.terms import EventType

if TYPE_CHECKING:
    from graph.language.words import Token

_CARRIED = frozenset((
    "xcomp", "ccomp", "conj", "advcl", "obj", "obl", "obl:agent", "nsubj", "nsubj:pass", "acl", "nmod",
    "parataxis", "csubj",
))  # fmt: skip
_OWN_CLAUSE = frozenset(("acl:relcl", "advcl", "ccomp", "csubj", "parataxis", "acl"))
_ON_THE_DAY = frozenset((EventType.DEBATE, EventType.COMMITTEE, EventType.SITTING, EventType.MEETING))
"""What is told to come before a decision on the same day: "passed it after a debate on Monday"."""
_DIRECT, _BELOW, _SHARED, _NEAREST = range(4)
"""How surely a time belongs to an event: it hangs on it; on what governs it; on what is coordinated with it;
it only stands nearest.
"""
_PUT_ON_A_DAY = frozenset(
    ("vote", "ballot", "reading", "debate", "hearing", "session", "sitting", "referendum")
)
"""What is done to these is done on another day than theirs, as a rule: "called off Friday's vote"."""
_WHEN = re.compile(r",? (?:when|in which|on which|during which)\b")


def _comes_first(step: Token) -> bool:
    """Whether a step is told only as what came before another: "was broken off in March after amendments"."""
    return step.dep_ == "obl" and bool({"after", "following"} & set(prepositions(step)))


@dataclass(frozen=True, slots=True, order=True)
class Claim:
    """One adverbial's claim to date one mention: the lower, the better."""

    rank: int
    distance: int
    position: int


@dataclass(frozen=True, slots=True)
class Owners:
    """The mentions of one sentence, among which its times are shared out."""

    tree: Tree
    mentions: tuple[tuple[int, EventMention], ...]

    def of(self, adverbial: Adverbial) -> list[Claim]:
        """Return the claims of an adverbial on the mentions that it dates."""
        word = self._head(adverbial)
        if word is None:
            return []
        earlier = self._told_when(adverbial) or self._of_what_came_first(adverbial, word)
        found = [(_DIRECT, position) for position in earlier]
        if not found:
            start = self._verb_behind(adverbial, word) or word
            found = self._climb(adverbial, word, start)
        if self.tree.kind == "headline":
            found = [(rank, p) for rank, p in found if not self._is_apart(adverbial, p)]
        return [Claim(rank, self._distance(position, adverbial), position) for rank, position in found]

    def _distance(self, position: int, adverbial: Adverbial) -> int:
        mention = dict(self.mentions)[position]
        return abs(self.tree.spans[mention.place[1]][0] - adverbial.start)

    def _head(self, adverbial: Adverbial) -> Token | None:
        """Return the topmost word of the expressions that an adverbial is made of."""
        tokens = self.tree.tokens_in(adverbial.expressions[0].start, adverbial.expressions[-1].end)
        places = {t.i for t in tokens}
        tops = [t for t in tokens if t.head.i not in places or t.head == t]
        return next((t for t in tops[1:] if dates_rather(t, tops[0])), tops[0] if tops else None)

    def _told_when(self, adverbial: Adverbial) -> list[int]:
        """Return the event of the verb before and of the clause behind: "put off to May, when it passed"."""
        start = adverbial.end - self.tree.sentence.start
        if _WHEN.match(self.tree.sentence.text, start) is None:
            return []
        after = [p for p, m in self.mentions if self.tree.spans[m.place[1]][0] > adverbial.end]
        places = sorted({self.tree.spans[dict(self.mentions)[p].place[1]][0] for p in after})
        if not places or "," in self.tree.sentence.text[start + 1 : places[0] - self.tree.sentence.start]:
            return []
        verb = word.head.i if (word := self._head(adverbial)) is not None else -1
        own = [p for p, m in self.mentions if m.clause[1] == verb and p not in after]
        return own + [p for p in after if self.tree.spans[dict(self.mentions)[p].place[1]][0] == places[0]]

    def _of_what_came_first(self, adverbial: Adverbial, word: Token) -> list[int]:
        """Return the step after which its clause tells another, where a day behind it was read with that:
        "was signed following approval by the Senate on May 3".
        """
        doc, verb = self.tree.doc, word.head
        before = [t.i for t in doc if self.tree.spans[t.i][1] <= adverbial.start]
        return [
            p
            for p, m in self.mentions
            if doc[m.place[1]].head == verb
            and doc[m.place[1]].dep_ == "obl"
            and m.type not in _ON_THE_DAY
            and set(prepositions(doc[m.place[1]])) & {"after", "following", "upon"}
            and before[-1:] == [max(t.i for t in doc[m.place[1]].subtree)]
        ]

    def _verb_behind(self, adverbial: Adverbial, word: Token) -> Token | None:
        """Return the verb right behind an adverbial behind its subject: "the House on Thursday passed"."""
        rest = [t for t in self.tree.doc if self.tree.spans[t.i][0] >= adverbial.end]
        if rest and rest[0].text == ",":  # "on Monday, 29 June, gave", but not "who took office in May, gave"
            told = any(t.pos_ == "VERB" for t in self.tree.doc if self.tree.spans[t.i][0] < adverbial.start)
            rest = [] if told else rest[1:]
        before = [t for t in self.tree.doc if self.tree.spans[t.i][1] <= adverbial.start][-1:]
        above = word.head.head if word.head.dep_ == "obl:agent" else word.head
        told_of = above.dep_ in ("acl:relcl", "acl") and above.i < word.i
        if told_of and above.i in {m.place[1] for _, m in self.mentions}:
            return None  # "a bill he signed on Monday changes the rules", "the bill passed in May was signed"
        if not rest or not before or before[0].pos_ not in ("NOUN", "PROPN", "PUNCT", "PRON"):
            return None
        while len(rest) > 1 and (rest[0].pos_ in ("AUX", "ADV") or rest[0].tag_ == "RB"):
            rest = rest[1:]
        heads = {i for _, m in self.mentions for i in (m.place[1], m.clause[1])}
        finite = rest[0].tag_ in ("VBD", "VBZ", "VBP") or rest[0].i in heads
        return rest[0] if rest[0].pos_ == "VERB" and finite and word.i < rest[0].i else None

    def _is_apart(self, adverbial: Adverbial, position: int) -> bool:
        """Whether a comma and more words stand between an event of a headline and a time."""
        tree = self.tree
        start, end = tree.spans[dict(self.mentions)[position].place[1]]
        low, high = sorted((end, adverbial.start)) if end <= adverbial.start else (adverbial.end, start)
        between = tree.sentence.text[low - tree.sentence.start : high - tree.sentence.start]
        return bool(re.search(r"[,:;–—] *\w", between))

    def _climb(self, adverbial: Adverbial, word: Token, start: Token) -> list[tuple[int, int]]:
        triggers, clauses = dict[int, list[int]](), dict[int, list[int]]()
        for position, mention in self.mentions:
            triggers.setdefault(mention.place[1], []).append(position)
            clauses.setdefault(mention.clause[1], []).append(position)
        if is_on_day := self._predicated(start, triggers):
            return is_on_day
        by_position, passed, rank = dict(self.mentions), list[tuple[int, int]](), _DIRECT
        below: Token | None = None
        for current in (start, *governors(start)):
            if below is not None and below.dep_ == "conj" and is_predicate(below):
                if children(below, "aux", "aux:pass", *SUBJECTS, "nsubj:pass"):
                    return passed
                rank = _SHARED
            held = triggers.get(current.i)
            if held is not None and current != word and self._is_part_of_step(current, triggers, adverbial):
                held = None
            if held is not None:
                passed += [(rank, position) for position in held]
                if meets_to(by_position[held[0]].type, current):
                    return passed + self._nearest(adverbial, self._under(adverbial, current, passed), _BELOW)
                if not gathers(by_position[held[0]].type, current):
                    return passed  # a session passes its day on to what is decided in it
            elif current.i in clauses:
                steps = [p for p in clauses[current.i] if by_position[p].type is not EventType.SITTING]
                main = [p for p in steps if not _comes_first(self.tree.doc[by_position[p].place[1]])]
                passed += self._nearest(adverbial, main or steps or clauses[current.i], rank)
                if steps:
                    return passed
                return passed + self._nearest(adverbial, self._under(adverbial, current, passed), _BELOW)
            elif is_put_on_a_day(current) and (told := self._predicated(current, triggers)):
                return passed + told
            elif current != word and any(c.lower_ == "having" for c in children(current, "aux")):
                return passed  # "having passed the House yesterday, it …"
            elif current != word and (current.pos_ in ("VERB", "AUX") or is_reporting(current)):
                under = self._under(adverbial, current)
                if is_reporting(current):
                    under = (
                        under if self.tree.kind == "headline" else self._reported(adverbial, word, current)
                    )
                    return passed + self._nearest(adverbial, under, max(rank, _BELOW))
                if under:
                    return passed + self._nearest(adverbial, under, max(rank, _BELOW))
                leads_on = self._leads_on(current, triggers) or is_of_who_decides(current, adverbial)
                leads_on |= tells_of_a_sitting(current)
                if current.dep_ in _OWN_CLAUSE and not leads_on:
                    return passed
            elif (
                current != word
                and not self._is_companion(current, triggers, adverbial)
                and self._keeps(adverbial, current, word)
            ):
                return passed
            below = current
        return passed or self._linear(adverbial, below)

    def _is_companion(self, noun: Token, triggers: dict[int, list[int]], adverbial: Adverbial) -> bool:
        """Whether a noun before a day is what a step is done with: "reached a deal on the bill on Friday"."""
        first = adverbial.text.split()[0].lower()
        beside = noun.dep_ == "obj" or (noun.dep_ == "obl" and bool(set(prepositions(noun)) & {"with"}))
        return (
            beside
            and noun.head.i in triggers
            and self.tree.spans[noun.i][1] <= adverbial.start
            and (
                first in dating_words("bare") | {"on"}
                or (first == "in" and noun.lemma_.lower() not in dating_words("happenings"))
            )
        )

    def _is_part_of_step(self, noun: Token, triggers: dict[int, list[int]], adverbial: Adverbial) -> bool:
        """Whether the time dates what is done to an event noun before it: "overrode the veto on Friday"."""
        undone = noun.head.lemma_.lower() in word_class("undoes") and noun.head.i in triggers
        return (
            noun.pos_ == "NOUN"
            and noun.dep_ == "obj"
            and undone
            and self.tree.spans[noun.i][1] <= adverbial.start
        )

    def _predicated(self, word: Token, triggers: dict[int, list[int]]) -> list[tuple[int, int]]:
        """Return the events that a sentence puts on a day: "the first reading was on 23 November", "is due on
        23 November".
        """
        put = subjects(word) if children(word, "cop") else []
        return [(_DIRECT, position) for noun in put for position in triggers.get(noun.i, ())]

    def _under(self, adverbial: Adverbial, verb: Token, besides: Iterable[tuple[int, int]] = ()) -> list[int]:
        doc, known = self.tree.doc, {position for _, position in besides}
        return [
            p
            for p, m in self.mentions
            if p not in known and self._hangs_below(doc[m.clause[1]], verb, adverbial)
        ]

    def _reported(self, adverbial: Adverbial, word: Token, verb: Token) -> list[int]:
        """Return what is reported before a time that stands before who says it: "must sign it by May 3, aides
        said".
        """
        speakers = [noun for noun in children(verb, *SUBJECTS) if word.i < noun.i < verb.i]
        inserted = verb.following == "," and any(noun.left_edge.preceding == "," for noun in speakers)
        told = [c for c in children(verb, "ccomp") if inserted or c.i < word.i < verb.i]
        if not told or not speakers:
            return []
        doc = self.tree.doc
        of_clause = [p for p, m in self.mentions if doc[m.clause[1]] == told[0]]
        return of_clause + [p for p in self._under(adverbial, told[0]) if p not in of_clause]

    def _hangs_below(self, clause: Token, verb: Token, adverbial: Adverbial) -> bool:
        """Whether a clause is part of what a verb tells, and of the same time."""
        current = clause
        while current.head != current and current != verb:
            if current.dep_ not in _CARRIED or marks(current) & dating_words("other_time"):
                return False
            if current.dep_ == "nmod" and "on" in marks(current) and passes(current.head):
                return False  # "in the vote on the veto on Tuesday"
            head = current.head
            between = self.tree.spans[head.i][0] < adverbial.start < self.tree.spans[current.i][0]
            same_day = is_misread_infinitive(current) or (current == clause and goes_on(current))
            if current.dep_ == "conj" and between and not same_day:
                return False  # "got through on Friday and now faces a vote"
            current = head
        return current == verb

    def _leads_on(self, verb: Token, triggers: dict[int, list[int]]) -> bool:
        """Whether a subordinate clause tells only when its noun happens: "a vote set for Friday"; what a bill
        does, and when a session began, is another time.
        """
        if verb.dep_ not in ("acl", "acl:relcl"):
            return False
        if verb.head.lower_ == "what" and verb.lemma_ == "leave":
            return True  # "signed what was left of it on 20 May"
        told = verb.dep_ == "acl:relcl" and verb.head.lemma_.lower() in DOCUMENTS
        began = verb.lemma_.lower() in word_class("begins")
        if began and verb.head.lemma_.lower() in changes()["session"]:
            return False
        if is_popular_vote(verb.head):
            return True  # "approved it in a referendum held on Sunday"
        return verb.head.i in triggers or (passes(verb.head) and not told)

    def _nearest(self, adverbial: Adverbial, positions: list[int], rank: int) -> list[tuple[int, int]]:
        """Return the mentions at the one trigger that stands nearest to an adverbial."""
        by_position = dict(self.mentions)
        if any(by_position[p].type is EventType.OVERRIDE for p in positions):
            positions = [p for p in positions if by_position[p].type is not EventType.VETO]
        ranked = sorted(positions, key=lambda p: (self._distance(p, adverbial), p))
        if not ranked:
            return []
        best = by_position[ranked[0]]
        joined = {best.place}
        if adverbial.end <= self.tree.spans[best.place[1]][0]:  # "has until Friday to sign it or to veto it"
            clause = self.tree.doc[best.clause[1]]
            verbs = {c.i for c in children(clause, "conj") if not children(c, "aux", *SUBJECTS, "nsubj:pass")}
            joined |= {by_position[p].place for p in ranked if by_position[p].clause[1] in verbs}
        return [(rank, p) for p in ranked if by_position[p].place in joined]

    def _keeps(self, adverbial: Adverbial, noun: Token, word: Token) -> bool:
        """Whether a noun on the way up is something else that happened at that time."""
        if noun.pos_ not in ("NOUN", "PROPN"):
            return False
        name, first = noun.lemma_.lower(), adverbial.text.split()[0].lower()
        if word.dep_ == "nmod:poss" and noun.dep_ == "obj" and name in _PUT_ON_A_DAY:
            return True  # "halted Friday's vote"
        if first in dating_words("bare") and word.dep_ == "nmod:unmarked" and word.i > noun.i:
            return word.head == noun and name in dating_words("happenings")
        before = adverbial.start < self.tree.spans[noun.i][0]
        if before and word.dep_ in ("compound", "nmod:desc", "amod", "nummod") and name not in sessions():
            return True  # "June 4 Treaty Day bill", "the 2019 law"
        if first in ("of", "for") and name not in word_class("passes_time_on") - DOCUMENTS:
            return True
        named = self.tree.name_at(noun)
        if passes(noun) or (named is not None and named.label != "EVENT"):
            return False
        if name in dating_words("happenings"):  # but "will go on the November ballot"
            asked = name == "ballot" or is_popular_vote(noun)
            return not asked or all(m.type is not EventType.REFERENDUM for _, m in self.mentions)
        if noun.dep_ == "obl:agent":
            return False  # "was submitted by the ruling party in May"
        text = self.tree.sentence.text[: adverbial.start - self.tree.sentence.start].rstrip()
        if text.endswith(",") or (adverbial.expressions[0].value.count("-") == 2 and first != "from"):
            return False  # a day seldom tells of a thing that does not happen
        return noun.dep_ in ("nmod", "obl", "appos", "compound") or word.dep_ not in (
            "obl", "obl:unmarked", "advmod",
        )  # fmt: skip

    def _linear(self, adverbial: Adverbial, top: Token | None) -> list[tuple[int, int]]:
        """Return the mention next to an adverbial with no other verb between, where the tree has no verb to
        hang it on.
        """
        fronted = adverbial.start - self.tree.sentence.start < 4
        if fronted and len(self.mentions) == 1:
            return [(_NEAREST, self.mentions[0][0])]
        if top is None or top.pos_ in ("VERB", "AUX"):
            return []
        verbs = [t for t in self.tree.doc if t.pos_ == "VERB" and t.dep_ not in ("aux", "amod")]
        after = [t for t in verbs if self.tree.spans[t.i][0] >= adverbial.end][:1]
        behind = [t for t in verbs if self.tree.spans[t.i][1] <= adverbial.start][-1:]
        for near in (*after, *behind):
            joined = {near.i, *(c.i for c in children(near, "conj") if c.pos_ == "VERB")}
            if following := conjoined(near):
                joined.add(following.i)
            at = [p for p, m in self.mentions if m.place[1] in joined or m.clause[1] in joined]
            if at:
                return [(_NEAREST, position) for position in at]
        return []
