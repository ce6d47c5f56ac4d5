"""What a verb acts on: its own objects, those it shares with verbs beside it, and bills left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.language.roles import is_infinitive, is_passive, patients, subjects
from graph.language.tree import SUBJECTS, children, conjuncts, obliques

if TYPE_CHECKING:
    from graph.language.words import Token

_RELATIVE = frozenset(("which", "that", "whom"))


def objects_of(verb: Token) -> list[Token]:
    """Return what a verb acts on, the object of a second verb taken from the first where the parser hung it
    there: "signed the one bill and vetoed the other".
    """

    def own(first: Token, noun: Token) -> Token:
        later = [c for c in children(first, "conj") if c.pos_ == "VERB" and first.i < c.i < noun.i]
        return later[-1] if later and noun in children(first, "obj") else first

    if verb.dep_ == "acl:relcl" and _leaves_to_aim(verb):
        return []
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not children(verb, "obj"):
        taken = [noun for noun in children(verb.head, "obj") if own(verb.head, noun) == verb]
        if taken:
            return [noun for first in taken for noun in conjuncts(first)]
    done = [noun for noun in patients(verb) if not (noun.lower_ == "it" and _says_what(verb))]
    found = [noun for noun in done if own(verb, noun) == verb] or done  # shared: "sign or veto the bill"
    told = children(verb, "obj", "obl", "ccomp", "xcomp")
    if found or is_passive(verb) or any(word.dep_ == "obj" or word.i > verb.i for word in told):
        return found
    row = verb.head if verb.dep_ == "conj" else verb  # "debated, amended and passed the bill"
    joined = [c for c in children(row, "conj") if c.pos_ == "VERB" and c.i > verb.i]
    if any(children(c, *SUBJECTS) or is_passive(c) for c in joined):
        return []
    shared = [noun for c in joined[-1:] for child in children(c, "obj") for noun in conjuncts(child)]
    return shared or [
        noun for c in joined[-1:] for mark, noun in obliques(c) if mark == "on"
    ]  # "debate and vote on it"


def _leaves_to_aim(verb: Token) -> bool:
    """Whether what a clause is hung on undergoes what its infinitive tells, and not its verb: "the bill that
    she had refused | to sign".
    """
    aims = [c for c in children(verb, "xcomp") if is_infinitive(c) and not children(c, "cop")]
    own = [noun for word in (verb, *aims) for noun in children(word, "obj") if noun.lower_ not in _RELATIVE]
    return bool(aims) and not own and not is_passive(verb) and bool(subjects(verb))


def _says_what(verb: Token) -> bool:
    """Whether "it" only stands for what a clause tells: "it was proposed | that talks be held"."""
    return (
        is_passive(verb) and verb.following == "that" and bool(children(verb, "ccomp", "csubj:pass", "csubj"))
    )


def is_form_of_it(verb: Token) -> bool:
    """Whether a participle tells in which form something was passed: "passed it as amended by the house"."""
    as_done = verb.tag_ == "VBN" and verb.dep_ in ("advcl", "obl") and verb.i > 0
    return as_done and verb.preceding == "as" and bool(children(verb, "obl", "obl:agent"))


def opens_a_note(verb: Token) -> bool:
    """Whether a sentence is a note that leaves out the bill: "Passed the Senate on Tuesday.", "Signed by the
    governor on March 3."
    """
    first = verb.i == 0 and verb.dep_ == "ROOT" and verb.tag_ in ("VBN", "VBD", "VBZ")
    return first and not subjects(verb)
