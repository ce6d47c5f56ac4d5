"""Words that tell of another step than theirs, or of none, by what they act on and who acts: "the repeal of
the act cleared the Senate", "44 voted to uphold it" of a veto, "Holm voted to override it", "it brings the
law up to date".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extraction.draft import Draft, EventMention
from graph.extraction.lexicon import by_lemma, word_class
from graph.extraction.scene import Scene
from graph.language.roles import agents, is_infinitive, is_passive, subjects
from graph.language.tree import children
from graph.terms import EventType

if TYPE_CHECKING:
    from graph.extraction.scene import Found
    from graph.language.words import Token

_DECIDED = ("nsubj", "nsubj:pass", "obj")


def is_decided_on(noun: Token, found: Found) -> bool:
    """Whether the repeal that a noun names is only what members pass or turn down: "adopted its repeal", "the
    abolition of the law, which the House approved, failed".
    """
    if found.frame.name != "repeal" or noun.lemma_.lower() not in word_class("undoings"):
        return False
    verbs = [noun.head] if noun.dep_ in _DECIDED else []
    verbs += [noun.head] if noun.dep_ == "obl" and noun.head.lemma_.lower() == "vote" else []
    return any(_decides(verb) for verb in (*verbs, *children(noun, "acl", "acl:relcl")))


def _decides(verb: Token) -> bool:
    """Whether a verb can tell how members decide on a bill."""
    frames = by_lemma("stages", "verbs").get(verb.lemma_.lower(), ())
    return any(f.type is EventType.PASSAGE and f.outcome is not None and f.acts_on == "bill" for f in frames)


def is_told_of_another(scene: Scene, index: int, token: Token, found: Found) -> bool:
    """Whether a frame holds at a word that tells of no such step."""
    return (
        is_decided_on(token, found)
        or _is_of_a_veto(token, found)
        or _is_done_by_its_words(scene, index, token, found)
        or _is_of_a_term(scene, index, token, found)
    )


def _is_of_a_term(scene: Scene, index: int, verb: Token, found: Found) -> bool:
    """Whether what expired is a period told before: "The term ended in June. She had hoped for more before it
    expired".
    """
    if found.frame.type is not EventType.LAPSE or found.patient is None or found.patient.lower_ != "it":
        return False
    above = scene.draft.text.trees[index - 1].doc if index else ()
    before = (word for word in (*above, *verb.doc[: verb.i]) if word.dep_ in ("nsubj", "nsubj:pass", "obj"))
    return any(word.lemma_.lower() in word_class("terms_that_end") for word in before)


def _is_of_a_veto(verb: Token, found: Found) -> bool:
    """Whether what is upheld is a veto told before: "81 voted to override her veto and 44 to uphold it"."""
    upholds = found.frame.type is EventType.JUDICIAL_REVIEW and found.why == "uphold" and found.sort == "none"
    it = any(child.lower_ == "it" for child in children(verb, "obj"))
    return upholds and it and any(word.lemma_.lower() == "veto" for word in verb.doc[: verb.i])


def without_members(draft: Draft) -> Draft:
    """Return the draft without overrides for which only members told by name voted: "Holm voted to override
    the veto"; until its dates are told they say of the veto that it came before.
    """
    scene = Scene(draft)
    kept = (m for m in draft.mentions if not (m.type is EventType.OVERRIDE and _is_of_persons(scene, m)))
    return replace(draft, mentions=tuple(kept))


def _is_of_persons(scene: Scene, mention: EventMention) -> bool:
    index, verb = mention.place[0], scene.draft.token(mention.place)
    vote = verb.head
    if not is_infinitive(verb) or vote.lemma_.lower() != "vote" or vote.pos_ != "VERB":
        return False
    acting = agents(vote) or [who for clause in children(vote, "advcl") for who in subjects(clause)]
    single = all(noun.tag_ != "NNS" for noun in acting)  # not "members voted 102 to 47 to override it"
    return bool(acting) and single and all(scene.is_person(index, noun) for noun in acting)


def _is_done_by_its_words(scene: Scene, index: int, verb: Token, found: Found) -> bool:
    """Whether a bill does by its words what a verb of bringing in tells: "it brings the law up to date"."""
    if found.frame.type is not EventType.INTRODUCTION or verb.pos_ != "VERB" or is_passive(verb):
        return False
    if verb.dep_ == "ccomp":
        return False  # "says it will bring in the bill"
    acting = [noun for noun in subjects(verb) if noun != found.patient]
    return bool(children(verb, "obj")) and any(scene.bills_of(index, noun) for noun in acting)
