"""Find who acts behind what opens a sentence, or apart from its verb: "Under Article 106 | the bill must be
presented", "The Supreme Court | yesterday upheld it".
"""

from __future__ import annotations

from graph.language.days import take_from_day, tells_a_day
from graph.language.words import SUBJECT_LABELS, Doc, Token

_HUNG = ("appos", "conj", "nmod", "nmod:unmarked", "obj", "obl:unmarked")
_FINITE = ("VBD", "VBZ", "VBP")
_MARKS = frozenset(('"', "“", "”", ";", ":", "?", "!", "(", ")"))
_APART = frozenset((":", ";", "?", "!", "*", "**"))
_NAMED_DAYS = frozenset(("yesterday", "today", "tonight"))


def acts_apart(doc: Doc) -> None:
    """Hang on the verb of a sentence who acts, where both were read as sentences of their own: "A group
    called "Open Wells" | gathered signatures", "Minister Ann Holm, addressing the house, | said".
    """
    roots = doc.roots()
    if len(roots) != 2 or roots[0].pos_ not in ("NOUN", "PROPN") or not _lacks_subject(roots[1]):
        return
    actor, verb = roots
    if any(word.text in _APART for word in doc[actor.left_edge.i : verb.i]):
        return
    cased = any(child.dep_ == "case" for child in actor.children)
    actor.hang(verb, "obl" if cased else _subject_of(verb))


def opening_of_sentence(opening: Token) -> None:
    """Hang on the verb what opens a sentence, hung on who acts: "After two days of debate, | the House early
    on Thursday voted for it".
    """
    actor = opening.head
    if opening.dep_ != "obl" or actor.dep_ not in SUBJECT_LABELS or actor.pos_ not in ("NOUN", "PROPN"):
        return
    if opening.left_edge.i == 0 and any(word.text == "," for word in opening.doc[opening.i : actor.i]):
        opening.hang(actor.head, "obl")


def find_fronted_subject(doc: Doc, times: frozenset[str]) -> None:
    """Hang on the only verb of a sentence, where it has no subject, who acts: a noun phrase without a
    preposition right before it that was hung on what opens the sentence, or on a day.

    Args:
        doc: the sentence.
        times: words of the calendar.
    """
    roots = doc.roots()
    if len(roots) != 1 or not _lacks_subject(roots[0]):
        return
    verb = roots[0]
    if any(child.dep_.startswith("csubj") for child in verb.children):
        return
    label = _subject_of(verb)
    for noun in reversed(doc[: verb.i]):
        if noun.text in _MARKS:
            return
        if noun.dep_ == "compound" and noun.head.head is verb and _is_before_day(noun, times):
            take_from_day(noun, label)
            return
        if noun.dep_ in _HUNG and _can_act(noun, verb, times):
            noun.hang(verb, label)
            return


def _lacks_subject(verb: Token) -> bool:
    """Whether a finite verb has no subject."""
    labels = {child.dep_ for child in verb.children}
    finite = verb.tag_ in _FINITE or bool(labels & {"aux", "aux:pass"})
    none = not labels & {*SUBJECT_LABELS, "expl"}
    return verb.pos_ == "VERB" and finite and none


def _subject_of(verb: Token) -> str:
    """Return what the subject of a verb is to it, by its auxiliaries."""
    return "nsubj:pass" if any(child.dep_ == "aux:pass" for child in verb.children) else "nsubj"


def _can_act(noun: Token, verb: Token, times: frozenset[str]) -> bool:
    """Whether a noun hung on what stands before it opens a phrase of its own right before the verb."""
    if noun.pos_ not in ("NOUN", "PROPN") or noun.head.i > noun.i or noun.lower_ in times:
        return False
    if any(child.dep_ in ("case", "cc", "mark") for child in noun.children):
        return False
    first = noun.left_edge
    opened = first.dep_ in ("det", "nmod:poss", "nummod") or noun.tag_ in ("NNS", "NNP", "NNPS")
    if first.i < noun.head.i or first.preceding in (",", "and", "or", "of") or not opened:
        return False
    if noun.dep_ == "obj" and noun.head.preceding != "of":
        return False  # "praising the law, said"
    if first.i and first.nbor(-1).tag_ in ("IN", "TO"):
        return False
    last = max(word.i for word in noun.subtree)
    return all(_may_stand_between(word, verb, times) for word in noun.doc[last + 1 : verb.i])


def _may_stand_between(word: Token, verb: Token, times: frozenset[str]) -> bool:
    """Whether a word between who acts and the verb is part of the verb, an adverb or a day."""
    of_verb = word.head is verb and word.dep_ in ("aux", "aux:pass", "advmod", "cc")
    return of_verb or word.is_punct or tells_a_day(word, times)


def _is_before_day(noun: Token, times: frozenset[str]) -> bool:
    """Whether a noun was read as a part of the day right behind it: "the Supreme Court | yesterday"."""
    day = noun.head
    named = day.lower_ in _NAMED_DAYS or (day.tag_ == "NNP" and day.lower_ in times)
    return named and day.i == noun.i + 1 and noun.pos_ in ("NOUN", "PROPN") and noun.lower_ not in times
