"""What speaks for a candidate's holding a position, and which: features with readable names.

Two questions, two lots of features: does the sentence tell a position of this actor at all (`of`), and if so,
which one (`leaning`). For the second, words of praise and blame count with their sign, turned round by
negation and where what is praised is a refusal of the bill (a veto, a defeat, the result of a lost vote).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from graph.extraction.draft import Draft, EventMention, PositionMention
from graph.extraction.lexicon import folded, word_class
from graph.extraction.stances.bystanders import acts_as
from graph.extraction.stances.candidates import Candidate
from graph.extraction.stances.polarity import Pointed, Polarity
from graph.extraction.stances.tones import Toned
from graph.extraction.stances.words import act_words
from graph.language.roles import is_negated, patients
from graph.language.tree import children, lemma, obliques
from graph.lexicons import load_lexicon
from graph.terms import EventType, Factuality, Outcome, Role

if TYPE_CHECKING:
    from graph.language.words import Token

_MODALS = {
    "will": "will",
    "'ll": "will",
    "wo": "will",
    "would": "would",
    "could": "could",
    "may": "could",
    "might": "could",
    "should": "should",
    "must": "must",
    "can": "could",
}
_ANAPHORS = ("it", "this", "that", "them", "both")
_DOING = ("subject", "by", "continued", "with", "together with", "alongside")
"""Roles in which an actor does what its predicates tell."""
_DEEDS = {EventType.VETO: -1, EventType.RETURN: -1, EventType.INTRODUCTION: 1}
"""On which side a step puts whoever takes it."""
_REFUSALS = (EventType.VETO, EventType.RETURN, EventType.WITHDRAWAL, EventType.LAPSE)


@lru_cache(maxsize=1)
def _holders() -> dict[str, str]:
    """Return the camp that a word for an actor speaks for."""
    return {word: camp for camp, words in load_lexicon("stance")["holders"].items() for word in words}


def _sign(number: int) -> str:
    return "+" if number > 0 else "-" if number < 0 else "0"


class Features:
    """Names what speaks for and against each candidate of one article."""

    def __init__(
        self, draft: Draft, ruled: Iterable[PositionMention], some: Iterable[Candidate] = ()
    ) -> None:
        """Take an article with its events, the positions that explicit words tell in it, and its
        candidates.
        """
        self.draft = draft
        self._authors = {one.holder for one in some if self._is_author(one)}
        self._ruled: dict[tuple[int, str], set[str]] = {}
        for position in ruled:
            told = self._ruled.setdefault((position.place[0], position.holder), set())
            told.add(str(position.stance))
        self._events: dict[int, list[EventMention]] = {}
        self._acts: dict[str, set[str]] = {}
        for mention in draft.mentions:
            self._events.setdefault(mention.place[0], []).append(mention)
            for key, role in mention.parts:
                if role is Role.AGENT:
                    self._acts.setdefault(key, set()).add(str(mention.type))
        self._outcomes = self._outcome_by_sentence()
        self._polarity = Polarity(draft, self._outcomes, self._sides())
        self._sentences: dict[int, Toned] = {}
        self._bills: dict[int, bool] = {}
        self._told: dict[object, list[tuple[Token, list[Token]]]] = {}
        self._deeds: dict[tuple[int, str], list[Pointed]] = {}

    def _sentence(self, index: int) -> Toned:
        if index not in self._sentences:
            self._sentences[index] = Toned(list(self.draft.text.trees[index].doc))
        return self._sentences[index]

    def _outcome_by_sentence(self) -> list[str]:
        """Return how the last decision spoken of ended, for each sentence."""
        found = list[str]()
        last = "none"
        for index in range(len(self.draft.text.trees)):
            for mention in self._events.get(index, ()):
                if mention.status is not Factuality.HAPPENED:
                    continue
                if mention.type in _REFUSALS or mention.outcome is Outcome.REJECTED:
                    last = "rejected"
                elif mention.outcome is Outcome.APPROVED:
                    last = "approved"
            found.append(last)
        return found

    def _sides(self) -> dict[str, int]:
        """Return the side that the name of an actor tells: the opposition is against, the government for."""
        table = {"opposition": -1, "supporters": 1, "government": 1}
        found = dict[str, int]()
        for key, referent in self.draft.actors.referents.items():
            words = {word for name in referent.names for word in folded(name).split()}
            sides = {table[camp] for word in words if (camp := _holders().get(word)) in table}
            if len(sides) == 1 and referent.sort != "person":
                found[key] = sides.pop()
        for mentions in self._events.values():
            for mention in mentions:
                if mention.status is Factuality.HAPPENED and (side := _DEEDS.get(mention.type)):
                    for key, role in mention.parts:
                        if role is Role.AGENT:
                            found.setdefault(key, side)
        return found

    def _is_author(self, one: Candidate) -> bool:
        """Whether a bill is an actor's own: "Reid's bill", "she sponsored it", "funding that he secured"."""
        for word in one.predicates:
            if one.role == "owner" and self.draft.bills.is_mention(one.index, word):
                return True
            if one.role in ("subject", "by") and lemma(word) in act_words()["author"] and patients(word):
                return True
        return False

    def _distance(self, index: int) -> str:
        """Return where the bill is named that a sentence may be about: "here", "before" or "far"."""
        return "here" if self._names_bill(index) else "before" if self._names_bill(index - 1) else "far"

    def _names_bill(self, index: int) -> bool:
        if index not in self._bills:
            words = self.draft.text.trees[index].doc if index >= 0 else ()
            self._bills[index] = any(self.draft.bills.is_mention(index, word) for word in words)
        return self._bills[index]

    def pointed(self, candidate: Candidate) -> list[Pointed]:
        """Return where each of the deeds of a candidate points."""
        place = (candidate.index, candidate.holder)
        if place not in self._deeds:
            index, found = candidate.index, candidate.predicates
            if candidate.role in ("continued", "according to"):
                read = [self._polarity.quoted(index)]
            elif candidate.role in _DOING:
                read = self._polarity.deeds(index, found)
            else:
                read = [self._polarity.of_noun(index, noun, candidate.role) for noun in found]
            self._deeds[place] = read
        return self._deeds[place]

    def _scope(self, candidate: Candidate, verb: Token) -> list[Token]:
        """Return the words of what a predicate says, without who acts in it."""
        sentence = self._sentence(candidate.index)
        tokens = sentence.tokens
        if candidate.role not in ("subject", "continued"):
            return sorted(verb.subtree, key=lambda t: t.i)
        own = {t.i for t in verb.subtree}
        if candidate.role == "continued" or (
            verb.dep_ in ("parataxis", "ccomp", "conj")
            and not children(verb, "ccomp", "obj", "xcomp", "obl", "advcl")
        ):
            own = set(range(len(tokens)))  # "…, he said"
        if candidate.role == "subject":
            for child in children(verb, "nsubj", "nsubj:pass", "nsubj:outer"):
                own -= {t.i for t in child.subtree}
        for child in children(verb, "conj", "parataxis"):
            if children(child, "nsubj", "nsubj:pass"):
                own -= {t.i for t in child.subtree}
        return [tokens[i] for i in sorted(own)]

    def camps(self, candidate: Candidate) -> set[str]:
        """Return the camps that the words for an actor, the offices held and the acts told speak for."""
        referent = self.draft.actors.referents[candidate.holder]
        words = set[str]()
        for name in (*referent.names, *referent.descriptions):
            if referent.sort != "person" or name in referent.descriptions:
                words |= set(folded(name).replace("-", " ").split())
        for office, _ in referent.offices:
            words |= set(folded(office.title).replace("-", " ").split())
        near = [
            candidate.token,
            *children(candidate.token, "appos", "compound", "amod", "nmod", "nmod:desc", "nmod:poss"),
        ]
        words |= {token.lemma_.lower() for token in near}
        if referent.sort == "group":
            words -= word_class("alliances")  # a coalition of groups does not govern
        table = _holders()
        found = {table[word] for word in words if word in table}
        if candidate.holder in self._authors:
            found.add("author")
        found |= {f"act:{kind}" for kind in self._acts.get(candidate.holder, ())}
        return found

    def of(self, candidate: Candidate) -> dict[str, float]:
        """Return what bears on whether a candidate holds a position, each with its strength."""
        found = dict[str, float]()
        found.update(dict.fromkeys(self._words(candidate), 1.0))
        found.update(dict.fromkeys(self._frame(candidate), 1.5))
        return found

    def leaning(self, candidate: Candidate) -> dict[str, float]:
        """Return what bears on which position it is."""
        found = dict.fromkeys(self._words(candidate), 0.7)
        found.update(dict.fromkeys(self._tones(candidate), 2.0))
        return found

    def _parts(self, candidate: Candidate) -> list[tuple[Token, list[Token]]]:
        """Return each predicate with the words of what it says."""
        key = (candidate.index, candidate.role, candidate.predicates)
        if key not in self._told:
            scopes = [self._scope(candidate, verb) for verb in candidate.predicates]
            self._told[key] = list(zip(candidate.predicates, scopes, strict=True))
        return self._told[key]

    def _words(self, candidate: Candidate) -> Iterator[str]:
        subject = candidate.role in ("subject", "continued")
        content, lemmas = self._sentence(candidate.index).content, self._sentence(candidate.index).lemmas
        tag, below = ("v", "c") if subject else (candidate.role, "n")
        for verb, scope in self._parts(candidate):
            negated = "not " if is_negated(verb) else ""
            yield f"{tag}={negated}{lemma(verb)}"
            marks = [mark for mark, _ in obliques(verb)]
            for mark in marks + [c.lower_ for c in children(verb, "advmod", "compound:prt")]:
                yield f"{tag}={lemma(verb)} {mark}"
            for token in scope:
                if content[token.i] and token.i != verb.i:
                    yield f"{below}={lemmas[token.i]}"

    def _frame(self, candidate: Candidate) -> Iterator[str]:
        index, role = candidate.index, candidate.role
        tree, sentence = self.draft.text.trees[index], self._sentence(index)
        subject = role in ("subject", "continued")
        side = "subj" if subject else "non"
        for stance in self._ruled.get((index, candidate.holder), ()):
            yield f"rule={stance}"
        for deed in self.pointed(candidate):
            yield f"deed={deed.way}{'' if not deed.sign else '!'}"
            yield f"deed={deed.way}{'' if not deed.sign else '!'}:{deed.target}"
        yield f"bill={self._distance(index)}"
        yield f"{side}.bill={self._distance(index)}"
        yield f"role={role}"
        yield f"sort={acts_as(self.draft, candidate)}"
        yield f"role={role}&sort={acts_as(self.draft, candidate)}"
        yield f"kind={tree.kind}"
        if candidate.token.pos_ == "PRON":
            yield "pronoun"
        for camp in self.camps(candidate):
            yield f"camp={camp}"
        for name in sentence.whole:
            yield f"{side}&s:{name}"
        verbs, said = set[str](), set[str]()
        for verb, scope in self._parts(candidate):
            negated = "not-" if is_negated(verb) else ""
            verbs |= {negated + name for name in sentence.classes.get(verb.i, ["other"])}
            said |= sentence.said(t.i for t in scope if t != verb)
            for aux in children(verb, "aux"):
                if aux.lower_ in _MODALS:
                    yield f"{side}.{_MODALS[aux.lower_]}"
            for token in scope:
                if token.pos_ in ("NOUN", "PROPN", "X") and self.draft.bills.is_mention(index, token):
                    yield f"{side}.about=bill"
                elif token.pos_ == "PRON" and sentence.lower[token.i] in _ANAPHORS:
                    yield f"{side}.about=it"
        for name in verbs:
            yield f"{role}.V:{name}"
            for other in said:
                yield f"{side}.V:{name}&C:{other}"
        for name in said:
            yield f"{side}.C:{name}"
        if not said:
            yield f"{side}.C:none"
        if any(mark in tree.sentence.text for mark in '“"'):
            yield f"{side}.quoted"
        for mention in self._events.get(index, ()):
            if (candidate.holder, Role.AGENT) in mention.parts:
                yield f"ev={mention.type} {mention.outcome or ''}"
            yield f"sev={mention.type}"

    def _tones(self, candidate: Candidate) -> Iterator[str]:
        index, sentence = candidate.index, self._sentence(candidate.index)
        outcome = self._outcomes[index]
        for stance in self._ruled.get((index, candidate.holder), ()):
            yield f"rule={stance}"
        yield f"sort={acts_as(self.draft, candidate)}"
        yield f"outcome={outcome}"
        for deed in self.pointed(candidate):
            yield f"deed{_sign(deed.sign)}"
            yield f"deed={deed.way}{_sign(deed.sign)}"
            yield f"deed={deed.way}{_sign(deed.sign)}:{deed.target}"
        subject = candidate.role in ("subject", "continued")
        if not subject:
            yield f"role={candidate.role}"
        camps = self.camps(candidate)
        for camp in camps:
            yield f"camp={camp}"
        done, said, verbs, turned = 0, 0, set[str](), 1
        refused = act_words()["refusal"]
        for verb, scope in self._parts(candidate):
            done += sentence.tone([verb.i])
            below = [t for t in scope if t != verb]
            said += sentence.tone(t.i for t in below)
            verbs |= set(sentence.classes.get(verb.i, ["other"]))
            for name in sentence.classes.get(verb.i, ()):
                yield f"V:{name}{'-not' if sentence.negated.get(verb.i) else ''}"
            for name in sentence.said(t.i for t in below):
                yield f"C:{name}"
            if not refused.isdisjoint(sentence.lemmas[t.i] for t in scope):
                turned = -1
                yield "refusal spoken of"
            elif outcome == "rejected" and "result" in sentence.said(t.i for t in below):
                turned = -1
                yield "lost vote spoken of"
            forms = {sentence.lower[t.i] for t in scope}
            if "against" in forms or "against" in [mark for mark, _ in obliques(verb)]:
                yield "against"
            if forms & {"favour", "favor", "for"}:
                yield "for"
        yield f"done{_sign(done)}"
        yield f"said{_sign(said)}"
        yield f"done{_sign(done)}turned{_sign(turned)}"
        yield f"said{_sign(said)}turned{_sign(turned)}"
        both = (done or said) if abs(done) else said
        yield f"tone{_sign(both * turned)}"
        yield f"done{_sign(done)}said{_sign(said)}"
        for name in verbs & {"ask", "state", "judge", "commit", "threaten"}:
            yield f"{name}&said{_sign(said)}"
            yield f"{name}&said{_sign(said)}turned{_sign(turned)}"
        yield f"next{_sign(sentence.nearest(candidate.token.i))}"
        yield f"next{_sign(sentence.nearest(candidate.token.i) * turned)}turned"
        if index:
            before = self._sentence(index - 1)
            yield f"before{_sign(before.tone(before.classes))}"
        for mention in self._events.get(index, ()):
            if (candidate.holder, Role.AGENT) in mention.parts:
                yield f"ev={mention.type} {mention.outcome or ''}"
