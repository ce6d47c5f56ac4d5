"""On whose word: the speaker behind each event, by reporting verbs, "according to", quotations and "this was
announced by".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extraction.draft import Draft, EventMention, Place
from graph.extraction.lexicon import status_words, word_class
from graph.extraction.referents import Referent
from graph.extraction.verb_words import makes_clear
from graph.language.roles import agents, auxiliaries, is_finite_past, is_passive, subjects
from graph.language.tree import children, governors, lemma, obliques, possessors, prepositions
from graph.terms import SPEECH, EventType, Factuality

if TYPE_CHECKING:
    from graph.language.words import Token


_SPEAKS_FOR_HEAD = frozenset(("government", "head", "official"))
_REPORTED = frozenset(("ccomp", "parataxis", "xcomp", "obj", "csubj", "ROOT"))
_PRESUPPOSING = frozenset(("after", "before", "until", "since", "once", "following", "when"))


def speaker_above(token: Token) -> tuple[Token, Token] | None:
    """Return (reporting verb, speaker) of the nearest report that a word stands in.

    What stands in "after X" or "before X" inside a report is taken for granted by the speaker, not said.
    """
    says = status_words()["reporting"]["say"]
    current = token
    for governor in governors(token):
        if current.dep_ in ("obl", "advcl", "nmod") and set(prepositions(current)) & _PRESUPPOSING:
            return None
        reported = current.dep_ in _REPORTED
        if current.dep_ == "obj" and governor.lemma_.lower() in word_class("carries_on"):
            reported = False  # "to continue the debate"
        clearly = makes_clear(governor) and (reported or current.dep_ == "advcl")
        if clearly or (
            reported
            and governor.pos_ == "VERB"
            and lemma(governor) in says | {v.split()[0] for v in says if " " not in v}
        ):
            who = agents(governor) if is_passive(governor) else subjects(governor)
            told = [noun for noun in who if token in noun.subtree and governor not in noun.subtree]
            if who and token not in who and not told:
                return governor, who[0]
        current = governor
    for child in token.children:  # "…, he said" hung below the main verb
        apart = child.dep_ == "conj" and not children(child, "cc") and child.following in (".", "")
        if (
            (child.dep_ in ("parataxis", "ccomp") or apart)
            and child.pos_ == "VERB"
            and lemma(child) in says
            and not children(child, "ccomp", "obj")
        ):
            who = subjects(child)
            if who:
                return child, who[0]
    return None


def _according_to(token: Token) -> Token | None:
    """Return the noun after "according to" in the clause of a word or above it."""
    for word in (token, *governors(token)):
        for mark, noun in obliques(word):
            if mark == "according to":
                return noun
    return None


def _announced_afterwards(draft: Draft, index: int) -> Token | None:
    """Return who vouches for the sentence before tree `index`: "This was announced by X"."""
    if index >= len(draft.text.trees):
        return None
    for token in draft.text.trees[index].doc:
        if token.pos_ != "VERB" or lemma(token) not in status_words()["reporting"]["say"]:
            continue
        passive_subjects = children(token, "nsubj:pass", "nsubj")
        objects = children(token, "obj")
        if is_passive(token) and passive_subjects and passive_subjects[0].lower_ in ("this", "it", "that"):
            who = agents(token)
            return who[0] if who else None
        if objects and objects[0].lower_ in ("this", "it", "that") and subjects(token):
            return subjects(token)[0]
    return None


def find_sources(draft: Draft) -> Draft:
    """Return the draft with the actor on whose word each mention rests, and promises told from plans."""
    found = [_sourced(draft, mention) for mention in draft.mentions]
    return replace(draft, mentions=tuple(_announcing(draft, found)))


def _by_nobody(mention: EventMention) -> EventMention:
    """Return a mention that nobody is reported to have told: what "would" happen without a day for it is what
    the bill or a plan would do, and nothing expected.
    """
    would = mention.because and mention.because[-1].startswith("expected: would")
    if not would or mention.when.expression is not None:
        return mention
    return replace(mention, status=Factuality.CONDITIONAL, because=(*mention.because, "on nobody's word"))


def _announcing(draft: Draft, mentions: list[EventMention]) -> list[EventMention]:
    """Return the mentions with what each statement and promise announces: the events told below its verb."""
    told = dict[Place, list[Place]]()
    speech = {mention.place for mention in mentions if mention.type in SPEECH}
    for mention in mentions:
        report = speaker_above(draft.token(mention.place)) if mention.type not in SPEECH else None
        verb = (mention.place[0], report[0].i) if report else None
        if verb in speech:
            told.setdefault(verb, []).append(mention.place)
    return [replace(m, announces=tuple(told[m.place])) if m.place in told else m for m in mentions]


def _speaks_of_own(draft: Draft, mention: EventMention, speaker: Referent) -> bool:
    """Whether the subject is the speaker again, or the speaker's own: "they would", "her government will"."""
    for noun in subjects(draft.token(mention.clause)):
        word = noun.lower_
        if word in ("he", "she", "we", "i", "they") or (word == "it" and speaker.sort != "person"):
            return True
        if any(owner.lower_ in ("his", "her", "their", "its", "our", "my") for owner in possessors(noun)):
            return True
    return False


def _only_causes(draft: Draft, mention: EventMention) -> bool:
    """Whether it is told what a decision would do, not that it comes: "she said its passage would help"."""
    if mention.status not in (Factuality.SCHEDULED, Factuality.EXPECTED) or mention.when.expression:
        return False
    noun, verb = draft.token(mention.place), draft.token(mention.clause)
    named = noun.dep_ == "nsubj" and noun.head == verb and noun.lemma_.lower() in word_class("causes")
    modal = bool({"will", "'ll", "would", "'d"} & set(auxiliaries(verb))) or verb.tag_ in ("VBZ", "VBP")
    return named and modal and verb.lemma_.lower() not in word_class("happens")


def _sourced(draft: Draft, mention: EventMention) -> EventMention:
    index, token = mention.place[0], draft.token(mention.place)
    if mention.type in SPEECH:
        return mention
    only_causes = _only_causes(draft, mention)
    if only_causes:
        because = (*mention.because, "for what it would do")
        mention = replace(mention, status=Factuality.CONDITIONAL, because=because)
    report = speaker_above(token)
    verb, noun, where = report[0] if report else None, report[1] if report else None, index
    if noun is None:
        noun = _according_to(token)
    if noun is None and index + 1 < len(draft.text.trees) and mention.status.lies_ahead:
        noun, where = _announced_afterwards(draft, index + 1), index + 1
    if noun is None:
        return _by_nobody(mention)
    set_already = is_finite_past(draft.token(mention.clause))  # "he had scheduled a vote, he said"
    referent = draft.actors.resolve(where, noun)
    if referent is None:
        said = [n.lower_ for n in subjects(draft.token(mention.clause))]
        own = bool({"he", "she", "they", "we", "i"} & set(said))
        if not own or mention.status is not Factuality.SCHEDULED or set_already:
            return mention
        because = (*mention.because, "promised: own act or pledge")  # "she will be back, she announced"
        return replace(mention, status=Factuality.PROMISED, because=because)
    referent.takes_part = True
    because = (*mention.because, f"said by {referent.name}")
    mention = replace(mention, source=referent.key, because=because)
    commits = verb is not None and verb.lemma_.lower() in word_class("commits")
    own_act = any(key == referent.key for key, _ in mention.parts) or _speaks_of_own(draft, mention, referent)
    foresees = verb is not None and verb.lemma_.lower() in word_class("foresees")
    ahead = (
        mention.status in (Factuality.SCHEDULED, Factuality.EXPECTED, Factuality.CONDITIONAL)
        and not foresees
        and not only_causes
    )
    would = any(reason.startswith("expected: would") for reason in mention.because)
    signs = mention.type in (EventType.ASSENT, EventType.VETO) and referent.sort in _SPEAKS_FOR_HEAD
    clause = draft.token(mention.clause)
    will = clause.pos_ == "VERB" and bool({"will", "'ll", "shall"} & set(auxiliaries(clause)))
    own_power = own_act or signs or not mention.type.is_stage or would or will
    if ahead and (commits or own_power) and not set_already:
        return replace(mention, status=Factuality.PROMISED, because=(*because, "promised: own act or pledge"))
    return mention
