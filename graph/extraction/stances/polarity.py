"""Which way an actor's deeds point: a predicate's sign for or against a bill, put together along its tree.

A word for or against takes the sign of what it is aimed at ("supported the veto" is against the bill), a
negation or a refusal turns it round ("refuses to back it"), and a word of asking, promising or saying passes
on the sign of what is asked, promised or said ("vowed to fight it", "asked members to vote no").
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.extraction.draft import Draft
from graph.extraction.stances.aims import DEEP, Aims, aimed_at
from graph.extraction.stances.appraisal import praise
from graph.extraction.stances.words import act_words, classes_in
from graph.language.roles import is_negated, patients, subjects
from graph.language.tree import children, conjuncts, lemma, obliques, possessors, prepositions
from graph.lexicons import load_lexicon

if TYPE_CHECKING:
    from graph.language.words import Token

_OWN = frozenset(("i", "we", "he", "she", "they", "it", "who", "that", "which"))
_ITS = frozenset(("his", "her", "their", "its", "our", "my"))


@dataclass(frozen=True, slots=True)
class Pointed:
    """Where a predicate points.

    Attributes:
        way: "act", "ballot", "deed", "ask", "commit", "say", "judge" or "none".
        sign: 1 for the bill, -1 against it, 0 neither.
        target: what it is aimed at: "bill", "refusal", "result", "camp", "other" or "none".
    """

    way: str
    sign: int
    target: str = "none"

    def turned(self) -> Pointed:
        """Return the opposite."""
        return Pointed(self.way, -self.sign, self.target)


_WAYS = {"threaten": "commit", "state": "say", "judge": "say"}
_CAST = frozenset(("vote", "say", "call", "answer"))
_NAYS = frozenset(("no", "nay", "dissenting", "negative", "opposing", "against"))
_YEAS = frozenset(("yes", "aye", "yea", "affirmative", "supporting"))
_NOWHERE = Pointed("none", 0)
_SIDES = {"opposition": -1, "supporters": 1}
"""The sign of the camps that a word by itself tells."""


class Polarity:
    """Reads which way predicates of one article point."""

    def __init__(self, draft: Draft, outcomes: list[str], camps: dict[str, int]) -> None:
        """Take an article, how the last decision before each sentence ended, and the side of known camps."""
        self.draft, self._aims = draft, Aims(draft, outcomes, camps, lambda *place: self.of(*place).sign)

    def deeds(self, index: int, verbs: Iterable[Token]) -> list[Pointed]:
        """Return where the deeds of one actor point; one that hangs on another is read with that."""
        verbs = list(verbs)
        found = list[Pointed]()
        for verb in verbs:
            above = verb.head if verb.dep_ in ("xcomp", "advcl", "ccomp") and verb.head != verb else None
            if above is not None and above in verbs and self.of(index, above).sign:
                continue
            read = self.of(index, verb)
            if above is not None and above not in verbs and above.lemma_.lower() in act_words()["ask"]:
                read = Pointed("asked", read.sign, read.target)
            found.append(read)
        return found

    def of(self, index: int, verb: Token, depth: int = 0) -> Pointed:
        """Return where a verb, or an adjective or noun with "be", points."""
        found = self._plain(index, verb, depth)
        if found.sign and is_negated(verb) and not _votes_no(verb):
            return found.turned()
        return found

    def _plain(self, index: int, verb: Token, depth: int) -> Pointed:
        words, base, word = act_words(), verb.lemma_.lower(), lemma(verb)
        if found := self._by_preposition(index, verb):
            return found
        if base == "cast" and (said := _vote_cast(verb)):
            return Pointed("ballot", said)
        if base in _CAST and (said := _ballot_word(verb)):
            on_a_change = any(noun.lemma_ == "amendment" for noun in patients(verb))
            return _NOWHERE if on_a_change else Pointed("ballot", said)
        if _does_the_same(verb) and depth < DEEP:
            return self.of(index, verb.head, depth + 1)
        below = self._below(index, verb, depth)
        if base in words["denied"] and children(verb, "xcomp"):
            return below.turned() if below.sign else _NOWHERE
        for name, sign in (("for", 1), ("against", -1)):
            if word in words[name] or (base in words[name] and word == base):
                aim, target = self._aims.of(index, aimed_at(verb), depth)
                if target == "other" and (why := self._reason(index, verb, depth)):
                    return Pointed("act", sign * why, "plan")
                return Pointed("act", sign * aim, target)
        for name, sign in (("do", 1), ("undo", -1)):
            if word in words[name] and (nouns := patients(verb)):
                aim, target = self._aims.of(index, nouns, depth)
                if target != "other":
                    return Pointed("deed", sign * aim, target)
        forms = {base, word, *(f"{base} {mark}" for mark, _ in obliques(verb))}
        if base == "call" and patients(verb):
            forms.discard("call")  # "called it a step back"
        if forms & (words["judge"] | words["state"]) and (voiced := self._voiced(index, verb)):
            return voiced
        for way in ("commit", "threaten", "ask", "state"):
            if forms & words[way]:
                if not below.sign and way in ("ask", "threaten", "commit"):
                    below = self._sought(index, verb, way, depth)
                if (
                    way in ("state", "judge")
                    and not depth
                    and not below.sign
                    and (tone := self._praise(index, verb))
                ):
                    return Pointed("judge", tone, "bill")
                return Pointed(_WAYS.get(way, way), below.sign, below.target)
        if not below.sign and (voiced := self._voiced(index, verb)):
            return voiced
        if base in words["pass_on"] and below.sign:
            return Pointed("ballot" if base == "vote" else "act", below.sign, below.target)
        return self._of_one(index, verb, depth)

    def _sought(self, index: int, verb: Token, way: str, depth: int) -> Pointed:
        """Return where a verb points whose object is asked for or promised: "wants the law"."""
        nouns = aimed_at(verb)
        aim, target = self._aims.of(index, nouns, depth)
        wanted = target == "plan" or (
            way == "ask"
            and not children(verb, "xcomp", "ccomp")
            and any(self.draft.bills.is_mention(index, noun) for noun in nouns)
        )
        return Pointed(way, -1 if aim < 0 else int(wanted), target)

    def _of_one(self, index: int, noun: Token, depth: int) -> Pointed:
        """Return where a noun points that tells what somebody is: "a critic", "among those who voted no"."""
        if noun.pos_ not in ("NOUN", "PROPN", "PRON"):
            return _NOWHERE
        if side := _SIDES.get(_camp(noun), 0):
            return Pointed("act", side)
        for clause in children(noun, "acl:relcl", "acl"):
            if depth < DEEP and (found := self.of(index, clause, depth + 1)).sign:
                return found
        return _NOWHERE

    def of_noun(self, index: int, noun: Token, role: str) -> Pointed:
        """Return where a noun points that is an actor's: "support from the Greens", "their objections"."""
        sign = _noun_sign(noun)
        if not sign or role not in ("owner", "of", "from", "by", "among"):
            return _NOWHERE
        about = [deep for mark, deep in obliques(noun) if mark in ("for", "to", "against", "on", "of")]
        bills = [deep for deep in about if self.draft.bills.is_mention(index, deep)]
        aim, target = self._aims.of(index, bills, 0)
        return Pointed("noun", sign * aim, target)

    def _praise(self, index: int, verb: Token) -> int:
        """Return what is said of a bill below a verb of saying."""
        clauses = children(verb, "ccomp", "xcomp", "parataxis", "obj", "advcl")
        if verb.dep_ in ("parataxis", "ccomp", "conj"):
            clauses.append(verb.head)
        return praise(self.draft, index, clauses)

    def quoted(self, index: int) -> Pointed:
        """Return where a whole sentence points that somebody says."""
        root = next(token for token in self.draft.text.trees[index].doc if token.head == token)
        found = self.of(index, root)
        tone = 0 if found.sign else praise(self.draft, index, [root])
        return Pointed("judge", tone, "bill") if tone else found

    def _reason(self, index: int, verb: Token, depth: int) -> int:
        """Return the sign of what somebody is praised or blamed for: "criticised them for blocking it"."""
        for clause in children(verb, "advcl", "acl"):
            if depth < DEEP and {c.lower_ for c in children(clause, "mark")} & {"for", "of"}:
                return self.of(index, clause, depth + 1).sign
        return 0

    def _voiced(self, index: int, verb: Token) -> Pointed | None:
        """Read what a verb gives voice to: "raised objections", "called it a disgrace"."""
        base = verb.lemma_.lower()
        for noun in patients(verb):
            if f"{base} {noun.lemma_.lower()}" in act_words()["break_away"]:
                return Pointed("act", -1)
            called = base in act_words()["judge"] and children(verb, "xcomp")  # "called the veto a mistake"
            if noun.pos_ == "NOUN" and not called and (sign := _noun_sign(noun)):
                return Pointed("noun", -sign if {base, lemma(verb)} & act_words()["withhold"] else sign)
        if base in act_words()["judge"] or (base == "speak" and not patients(verb)):
            told = (
                children(verb, "xcomp")
                or patients(verb)[1:]
                or [
                    word
                    for noun in patients(verb)
                    for clause in children(noun, "acl:relcl")
                    for word in children(clause, "xcomp", "obj")
                    if word.tag_ == "JJ"  # "called the bill that passed unjust"
                ]
            )
            told += [noun for mark, noun in obliques(verb) if mark in ("as", "of", "to")]
            tone = sum(_tone(word) for first in told for word in conjuncts(first))
            aim, target = self._aims.of(index, patients(verb)[:1], DEEP)
            if any(noun.lemma_.lower() in act_words()["ending"] for noun in told):
                aim, target = self._aims.ended(index), "result"
            return Pointed("judge", aim * ((tone > 0) - (tone < 0)), target) if tone else None
        return None

    def _by_preposition(self, index: int, verb: Token) -> Pointed | None:
        """Read "voted against it", "is in favour of the plan", "is behind the bill"."""
        words = act_words()
        base = verb.lemma_.lower()
        way = "ballot" if base in ("vote", "ballot", "cast") else "act"
        if children(verb, "cop"):
            marks = prepositions(verb)
            if verb.lower_ == "against":
                return Pointed("act", -1)
            if "against" in marks:
                aim, target = self._aims.of(index, [verb], 0)
                return Pointed("act", -aim, target)
            if ("in" in marks and verb.lemma_.lower() in ("favour", "favor")) or "behind" in marks:
                aim, target = self._aims.of(index, [noun for _, noun in obliques(verb)], 0)
                return Pointed("act", aim, target)
        if base not in words["sided"]:
            return None
        for mark, noun in obliques(verb):
            favour = mark in ("in", "in favour of", "in favor of", "in support of") and (
                noun.lemma_.lower() in ("favour", "favor", "support") or " " in mark
            )
            sign = (
                -1 if mark in ("against", "opposed to") else 1 if favour or mark in ("for", "behind") else 0
            )
            if sign:
                nouns = [deep for _, deep in obliques(noun)] if favour and " " not in mark else [noun]
                aim, target = self._aims.of(index, nouns, 0)
                if mark == "for" and way != "ballot" and target == "other":
                    continue
                return Pointed(way, sign * aim, target)
        if base in words["allied"]:
            for mark, noun in obliques(verb):
                aim, target = self._aims.of(index, [noun], 0) if mark == "with" else (0, "none")
                if target == "camp":
                    return Pointed(way, aim, target)
        for child in children(verb, "advmod", "obl", "xcomp"):
            if child.lower_ == "against":
                return Pointed(way, -1)
            if child.lower_ in ("favour", "favor"):
                return Pointed(way, 1)
        return None

    def _below(self, index: int, verb: Token, depth: int) -> Pointed:
        """Return where what a verb governs points; nowhere where somebody else acts in it."""
        if depth >= DEEP:
            return _NOWHERE
        clauses = children(verb, "xcomp", "ccomp", "advcl")
        if verb.dep_ == "parataxis" and verb.lemma_.lower() in act_words()["state"]:
            clauses = [*clauses, verb.head]
        for first in clauses:
            for clause in conjuncts(first):
                if clause.dep_ == "advcl" and not any(
                    c.lower_ in ("to", "in") for c in children(clause, "mark", "aux", "case")
                ):
                    continue
                if clause.dep_ in ("ccomp", "ROOT") and not self._own(clause):
                    continue
                if (found := self.of(index, clause, depth + 1)).sign:
                    return found
        return _NOWHERE

    def _own(self, clause: Token) -> bool:
        """Whether who acts in a clause may be who says it."""
        return all(
            noun.lower_ in _OWN
            or (
                noun.lemma_.lower() in act_words()["own_side"]
                and any(owner.lower_ in _ITS for owner in possessors(noun))
            )
            for noun in subjects(clause)
        )


def _camp(noun: Token) -> str:
    """Return the camp that a word for a person speaks for, "" for none."""
    table = load_lexicon("stance")["holders"]
    return next((camp for camp in _SIDES if noun.lemma_.lower() in table[camp]), "")


def _noun_sign(noun: Token) -> int:
    """Return the sign of a noun by itself: 1 for "support", -1 for "objection", else 0."""
    word, words = noun.lemma_.lower(), act_words()
    if noun.pos_ not in ("NOUN", "PROPN"):
        return 0
    return (word in words["for"]) - (word in words["against"] | words["noes"])


def _tone(word: Token) -> int:
    """Return whether a word and those that describe it praise (1) or blame (-1)."""
    near = [word, *children(word, "amod", "compound", "advmod", "nmod", "obj")]
    names = {name for _, name in classes_in(sorted(near, key=lambda t: t.i))}
    return ("good" in names or "praise" in names) - ("bad" in names or "blame" in names)


def _ballot_word(verb: Token) -> int:
    """Return the sign of a vote cast by a word: "voted no", "vote yes", "voted in favour"."""
    for token in verb.doc[verb.i + 1 : verb.i + 3]:
        if token.lower_ in ("no", "nay", "down"):
            return -1
        if token.lower_ in ("yes", "aye", "yea"):
            return 1
    return 0


def _vote_cast(verb: Token) -> int:
    """Return the sign of a vote cast: "cast the only no vote", "two nay votes were cast by A"."""
    for vote in patients(verb):
        told = {child.lower_ for child in vote.children if child.dep_ != "det"}
        told |= {mark for mark, _ in obliques(vote)}
        if vote.lemma_.lower() in ("vote", "ballot") and not told.isdisjoint(_NAYS | _YEAS):
            return 1 if told.isdisjoint(_NAYS) else -1
    return 0


def _does_the_same(verb: Token) -> bool:
    """Whether a clause tells that somebody does what the clause before tells: "and B did the same"."""
    if verb.dep_ not in ("conj", "parataxis") or verb.lemma_.lower() not in ("do", "follow"):
        return False
    return any(child.lower_ in ("same", "likewise", "so", "suit") for child in verb.children)


def _votes_no(verb: Token) -> bool:
    return verb.lemma_.lower() in _CAST and _ballot_word(verb) < 0
