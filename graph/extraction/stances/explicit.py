"""Positions told in explicit words, by the frames of `positions.toml`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.extraction.draft import Draft, PositionMention
from graph.extraction.event_nouns import carrier
from graph.extraction.lexicon import StanceFrame, folded, stance_frames, stance_words, word_class
from graph.extraction.modality import judge
from graph.extraction.reporting import speaker_above
from graph.extraction.scene import ACTORS, Scene
from graph.language.roles import agents, is_infinitive, patients, subjects
from graph.language.tree import children, clause_of, lemma, obliques, possessors
from graph.terms import Factuality, Stance

if TYPE_CHECKING:
    from graph.language.words import Token

_TELLS = ("VERB", "AUX", "NOUN")
_HOLDERS = ACTORS - {"legislature", "chamber", "voters"}


class _Stances:
    """Finds the positions of one article."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.scene = draft, Scene(draft)

    def target(self, index: int, noun: Token) -> int | None:
        """Return the bill that a noun is about: a mention of it, a word of its name, a change to it, "this
        idea".
        """
        bills = self.scene.bills_of(index, noun)
        if bills:
            return bills[0]
        word = folded(noun.lemma_)
        for referent in self.draft.bills.referents:
            if word in referent.content and len(word) > 4 and noun.pos_ in ("NOUN", "PROPN"):
                return referent.key
        if word in word_class("position_targets"):
            about = self.scene.about(index, noun)
            if about:
                return about[0]
            if {c.lower_ for c in children(noun, "det")} & {"this", "that", "the", "these"} or word in (
                "approval",
                "passage",
                "adoption",
            ):
                return self.scene.implied_bill(index, noun)
        return None

    def first_target(self, index: int, nouns: list[Token]) -> int | None:
        """Return the bill of the first noun that is about one."""
        return next((bill for noun in nouns if (bill := self.target(index, noun)) is not None), None)

    def holders(self, index: int, nouns: list[Token], stance: Stance) -> list[str]:
        """Return the keys of those of the nouns that can hold a position."""
        found = list[str]()
        for noun in nouns:
            sort = self.scene.sort(index, noun)
            allowed = ACTORS if stance is Stance.DEMAND else _HOLDERS
            if sort in allowed and (referent := self.draft.actors.resolve(index, noun)) is not None:
                found.append(referent.key)
        return list(dict.fromkeys(found))

    def at_verb(self, index: int, verb: Token, frame: StanceFrame) -> tuple[list[str], int | None]:
        """Return the holders and the bill that a verb of a frame speaks of."""
        holders = self.holders(index, agents(verb), frame.stance)
        if verb.lemma_ == "call" and not {mark for mark, _ in obliques(verb)} & {"for", "on", "upon"}:
            return [], None  # "called the bill a monstrosity"
        if frame.preps:
            nouns = [
                noun
                for mark, noun in obliques(verb)
                if mark in frame.preps
                or (mark == "in" and noun.lemma_.lower() in ("favour", "favor", "support"))
            ]
            nouns += [
                deep
                for noun in nouns
                if noun.lemma_.lower() in ("favour", "favor", "support")
                for _, deep in obliques(noun)
            ]
        else:
            nouns = patients(verb) + [
                noun
                for mark, noun in obliques(verb)
                if mark in ("to", "for", "against", "on", "about", "with")
            ]
            if frame.stance is Stance.DEMAND:
                below = children(verb, "xcomp", "ccomp", "advcl")
                nouns += [noun for clause in below for noun in patients(clause) + subjects(clause)]
        return holders, self.first_target(index, nouns)

    def at_noun(self, index: int, noun: Token, frame: StanceFrame) -> tuple[list[str], int | None]:
        """Return the holders and the bill that an event noun of a frame speaks of."""
        verb, light = carrier(noun)
        who = possessors(noun) + [
            other for mark, other in obliques(noun) if mark in ("of", "from", "by", "among")
        ]
        about = [other for mark, other in obliques(noun) if mark in ("for", "to", "against", "on")]
        if verb != noun:
            who += [other for mark, other in obliques(verb) if mark in ("from", "by")]
            about += [other for mark, other in obliques(verb) if mark in ("to", "for", "against")]
            if light == "give":
                who += subjects(verb)
            if light in ("get", "both") or verb.lemma_.lower() in (
                "remain",
                "be",
                "have",
                "enjoy",
                "draw",
                "attract",
                "meet",
                "spark",
                "face",
            ):
                about += subjects(verb)
        clause = clause_of(noun)
        if children(noun, "cop"):
            about += subjects(noun)
        elif clause.lemma_.lower() in ("remain", "be", "become", "meet") or children(clause, "cop"):
            about += subjects(clause)
        return self.holders(index, who, frame.stance), self.first_target(index, about)

    def in_tree(self, index: int) -> Iterator[PositionMention]:
        """Yield the positions that a sentence tells."""
        tree, telling = self.draft.text.trees[index], stance_words()
        for token in tree.doc:
            if token.pos_ not in _TELLS or not {token.lemma_.lower(), lemma(token)} & telling:
                continue
            for frame in stance_frames():
                if token.pos_ in ("VERB", "AUX") and (
                    lemma(token) in frame.verbs or token.lemma_.lower() in frame.verbs
                ):
                    holders, bill = self.at_verb(index, token, frame)
                elif token.pos_ == "NOUN" and token.lemma_.lower() in frame.nouns:
                    holders, bill = self.at_noun(index, token, frame)
                else:
                    continue
                if bill is None or not holders:
                    continue
                clause = token if token.pos_ != "NOUN" else carrier(token)[0]
                if is_asked(clause):
                    break  # "urged the president to reject it": not what the president thinks
                found = judge(token, clause, tree.kind)
                status, why = found.status, found.why
                stance = frame.stance
                if status is Factuality.DENIED or found.failed:
                    stance, status = _turned(stance), Factuality.HAPPENED
                if status not in (
                    Factuality.HAPPENED,
                    Factuality.PROMISED,
                    Factuality.POSSIBLE,
                    Factuality.EXPECTED,
                ):
                    status = Factuality.HAPPENED
                report = speaker_above(token)
                source = self.draft.actors.resolve(index, report[1]) if report else None
                for holder in holders:
                    self.draft.actors.referents[holder].takes_part = True
                    yield PositionMention(
                        place=(index, token.i),
                        holder=holder,
                        stance=stance,
                        bill=bill,
                        quote=tree.sentence.quote,
                        because=f"{stance} “{token.text}”; {why}",
                        status=status,
                        source=source.key if source and source.key != holder else None,
                    )
                break


def is_asked(clause: Token) -> bool:
    """Whether somebody is asked to do what a clause tells."""
    asking = clause.head
    if not is_infinitive(clause):
        return False
    if clause.dep_ == "acl":
        return asking.dep_ == "obj" and not possessors(asking)  # "forces unions to accept it", read as a noun
    return (
        clause.dep_ in ("xcomp", "ccomp", "advcl", "obl")
        and bool({asking.lemma_.lower(), lemma(asking)} & word_class("asks_others"))
        and bool(children(asking, "obj", "iobj", "obl", "nsubj:pass"))
    )


def _turned(stance: Stance) -> Stance:
    """Return what the denial of a stance says."""
    return (
        Stance.OPPOSITION
        if stance is Stance.SUPPORT
        else Stance.SUPPORT
        if stance is Stance.OPPOSITION
        else stance
    )


def explicit_positions(draft: Draft) -> list[PositionMention]:
    """Return the positions that a frame finds, in text order."""
    stances = _Stances(draft)
    return [position for index in range(len(draft.text.trees)) for position in stances.in_tree(index)]
