"""What a verb says by itself of how real its clause is: its modals, conjunction and tense, and the classes of
words that govern others.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from graph.extraction.hurdles import takes_votes
from graph.extraction.lexicon import status_words, word_class
from graph.extraction.verb_words import is_a_verdict, is_at_a_stage, is_by_rule
from graph.language.roles import auxiliaries, is_finite_past, is_infinitive, is_negated
from graph.language.tree import children, first_conjunct, governors, lemma, obliques
from graph.terms import Factuality

if TYPE_CHECKING:
    from graph.language.words import Token

_F = Factuality
_GOVERNED_BY = ("fact", "denied", "cancelled", "required", "scheduled", "expected", "promised", "possible")
"""Classes of governing words in the order in which a word that is in several is read."""
_BY_MODAL = (
    ("required", _F.REQUIRED),
    ("possible", _F.POSSIBLE),
    ("required_soft", _F.POSSIBLE),
    ("scheduled", _F.SCHEDULED),
)


TAKES_PLACE_FIRST = frozenset(
    ("after", "by", "since", "following", "upon", "on", "having", "without", "despite")
)
"""Prepositions and conjunctions before what came first."""
_TOLD = ("ROOT", "ccomp", "parataxis")  # where a clause tells something by itself, or as somebody's words
_NOW = frozenset(("will", "'ll", "shall", "wo", "must", "may", "might", "can"))


@dataclass(frozen=True, slots=True)
class Judgement:
    """How real, by which word; `failed` where that word makes a rejection of it ("failed to pass")."""

    status: Factuality
    why: str
    failed: bool = False


@lru_cache(maxsize=1)
def modifiers() -> dict[str, Factuality]:
    """Return what the words before an event noun say of it ("planned", "failed")."""
    return {word: _F(name) for name, words in status_words()["modifiers"].items() for word in words}


def class_of(word: Token) -> str:
    """Return the class of a governing word in the status lexicon, "" where it has none."""
    names = status_words()["governors"]
    full, plain = lemma(word), word.lemma_.lower()
    near = {t.lower_ for t in word.doc[word.i + 1 : word.i + 3]}
    if (
        plain in word_class("promises_to")
        and "to" not in near
        and not any(is_infinitive(c) for c in word.children)
    ):
        return ""  # "offences committed from 1999 on"
    if (plain == "subject" and word.following != "to") or (plain == "count" and word.pos_ == "NOUN"):
        return ""  # "was the subject of a debate", "the vote count"
    forms = (full,) if full == "set up" else (full, f"{plain} {word.following}", plain)
    for form in dict.fromkeys(forms):
        for name in _GOVERNED_BY:
            if form in names[name] and not (name == "scheduled" and _is_own_plan(word)):
                return name
    return ""


def _is_own_plan(word: Token) -> bool:
    """Whether somebody says what they mean to do: "plans to sign it", not "a vote is planned"."""
    own = word.lemma_.lower() == "plan" and word.pos_ == "VERB" and bool(children(word, "nsubj"))
    return own and any(is_infinitive(c) for c in children(word, "xcomp"))


def by_modal(verb: Token) -> Judgement | None:
    """Return what the auxiliaries of a verb say."""
    words = status_words()["modals"]
    if verb.lemma_ == "have" and verb.following == "to" and verb.tag_ in ("VBZ", "VBP"):
        return Judgement(_F.REQUIRED, "has to")  # "a second reading has to follow"
    for auxiliary in auxiliaries(verb):
        for name, status in _BY_MODAL:
            if auxiliary in words[name]:
                if name == "required_soft" and "have" in auxiliaries(verb) and verb.tag_ == "VBN":
                    return Judgement(_F.DENIED, f"{auxiliary} have")  # "should have been tabled earlier"
                ruled = (name == "required_soft" or auxiliary == "shall") and is_by_rule(verb)
                return Judgement(_F.REQUIRED if ruled else status, auxiliary)
        if auxiliary in words["conditional"] and "have" in auxiliaries(verb):
            return Judgement(_F.DENIED, f"{auxiliary} have")  # it did not come to that
        if auxiliary in words["conditional"]:
            if_clause = any(
                c.lower_ == "if" for child in children(verb, "advcl") for c in children(child, "mark")
            )
            return Judgement(_F.CONDITIONAL if if_clause else _F.EXPECTED, auxiliary)
    return None


def may_be(verb: Token) -> bool:
    """Whether the auxiliaries of a verb leave open whether it comes about."""
    told = by_modal(verb)
    return told is not None and told.status is _F.POSSIBLE


def votes_now(word: Token) -> bool:
    """Whether "votes" is a verb that the parser took for a noun: "the House votes on the bill today"."""
    verbal = word.following == "on" or word.following in word_class("calendar")
    return word.lower_ == "votes" and verbal and bool(children(word, "compound"))


def is_bare(verb: Token) -> bool:
    """Whether a verb has no tense of its own: "to sign", "(demands it) be withdrawn", "(from) being read"."""
    own = set(auxiliaries(verb)) - {"to"}  # shared too: "to be approved and signed"
    return is_infinitive(verb) or verb.tag_ == "VB" or (verb.tag_ == "VBN" and own in ({"be"}, {"being"}))


def is_caused(verb: Token) -> bool:
    """Whether somebody is to see to what a verb says: "to have the House pass it", "to have it passed"."""
    above = verb.head
    had = verb.dep_ in ("xcomp", "ccomp") and above.lemma_.lower() == "have" and above.i < verb.i
    return (
        had and not is_infinitive(verb) and verb.tag_ in ("VB", "VBN", "VBP") and bool(children(above, "obj"))
    )


def is_subjunctive(clause: Token) -> bool:
    """Whether a clause says what ought to be: "asks that it be dropped", "recommends that she sign it"."""
    own = {c.lower_ for c in children(clause, "aux", "aux:pass", "cop")}
    if clause.dep_ not in ("ccomp", "csubj", "acl", "advcl"):
        return False
    if own == {"be"}:
        return clause.tag_ == "VBN" and not is_infinitive(clause)
    that = any(c.lower_ == "that" for c in children(clause, "mark"))
    one = any(c.tag_ in ("NN", "NNP") and not children(c, "conj") for c in children(clause, "nsubj"))
    one = one or class_of(clause.head) == "possible"  # "demands that deputies reject it"
    return that and one and not own and clause.tag_ in ("VB", "VBP")


def lay_ahead_then(trigger: Token) -> bool:
    """Whether what lies ahead did so only in the past: "needed 60 votes to pass it", "had to be put off"."""
    for word in (trigger, *governors(trigger)):
        own = set(auxiliaries(word))
        if not own and word.tag_ not in ("VBD", "VBZ", "VBP"):
            continue
        if own & (_NOW | {"is", "are", "has", "have", "would", "'d"}) or word.tag_ in ("VBZ", "VBP"):
            return False
        if is_finite_past(word) or own & {"was", "were", "had", "did"}:
            return True
    return False


def is_perfect(clause: Token) -> bool:
    """Whether a clause tells what is over: "when both have voted"; words above it say nothing of it then."""
    return bool({"has", "have"} & set(auxiliaries(clause))) and not is_infinitive(clause)


def _is_next(noun: Token) -> bool:
    """Whether a predicate names what comes next: "the next step is a vote in the Senate"."""
    ahead = status_words()["modifiers"]["scheduled"]
    return any(c.lower_ in ahead for subject in children(noun, "nsubj") for c in children(subject, "amod"))


def _is_left(step: Token) -> bool:
    """Whether a step is what is left to do: "her signature is the last step needed"."""
    said = {c.lower_ for c in children(step, "amod", "advmod", "acl")}
    for subject in children(step, "nsubj"):  # "all that remains is her signature", "what is left is a vote"
        if subject.lower_ in ("all", "what", "thing"):
            said |= {t.lower_ for t in subject.subtree}
    said |= {t.lower_ for c in children(step, "csubj") for t in c.subtree}
    return bool(said & word_class("left_to_do"))


def by_tense(verb: Token, kind: str) -> Judgement:
    """Return what the tense alone says; headlines and captions tell the past in the present."""
    words = set(auxiliaries(verb))
    copula = next(iter(children(verb, "cop")), None)
    present = copula is not None and copula.tag_ in ("VBZ", "VBP") and not words & {"has", "have", "had"}
    if verb.pos_ != "VERB" and present and _is_next(verb):
        return Judgement(_F.SCHEDULED, "next")
    steps = word_class("hurdles") | status_words()["purpose"]["nouns"]
    if present and verb.lemma_.lower() in steps and _is_left(verb):
        return Judgement(_F.REQUIRED, f"last {verb.lower_}")
    if verb.pos_ != "VERB" and present:
        if is_at_a_stage(verb):
            return Judgement(_F.ONGOING, "is at")  # "is still under second reading"
        ahead = verb.lower_ in word_class("calendar")  # "the final vote is on Friday"
        return Judgement(_F.SCHEDULED, "is on") if ahead else Judgement(_F.HAPPENED, "is")
    if verb.tag_ == "VBD" or {"was", "were", "had", "has", "have", "did", "'ve"} & words:
        return Judgement(_F.HAPPENED, "past")
    if "being" in words and {c.lower_ for c in children(verb, "mark", "case")} & TAKES_PLACE_FIRST:
        ahead = by_modal(verb.head) is not None  # "will not take effect until after being published"
        return Judgement(_F.REQUIRED if ahead else _F.HAPPENED, "after being")
    if (verb.tag_ == "VBG" and {"is", "are", "'s", "'re", "be"} & words) or "being" in words:
        return Judgement(_F.ONGOING, "present progressive")
    if word_class("performs") & {c.lower_ for c in children(verb, "advmod")}:
        return Judgement(_F.HAPPENED, "hereby")  # "the act is hereby struck down"
    if verb.tag_ == "VBN" and is_a_verdict(verb):
        return Judgement(_F.HAPPENED, "verdict", failed=is_negated(verb))  # "the motion is not agreed to"
    if (
        verb.tag_ == "VBN"
        and words & {"is", "are", "'s", "gets"}
        and kind == "running"
        and verb.lemma_.lower() not in word_class("says_whose_bill")
        and (verb.dep_ not in _TOLD or class_of(verb) == "scheduled")
        and not (verb.dep_ == "conj" and is_perfect(first_conjunct(verb)))  # "has come back and is adopted"
    ):
        return Judgement(_F.SCHEDULED, "present passive")
    ahead = verb.dep_ == "ROOT" or (verb.dep_ == "acl" and not class_of(verb.head))  # "sitting to pass it"
    if kind == "headline" and ahead and is_infinitive(verb):
        return Judgement(_F.SCHEDULED, "to")  # "Senate to vote on the bill"
    if verb.tag_ in ("VBZ", "VBP", "VB") and kind in ("headline", "caption"):
        return Judgement(_F.HAPPENED, f"{kind} present")
    several = any(noun.tag_ in ("NNS", "NNPS") for noun in children(verb, "nsubj"))
    bare = verb.tag_ == "VB" and verb.dep_ == "ROOT" and several and not words
    if verb.tag_ in ("VBZ", "VBP") or (bare and verb.lower_ not in word_class("same_in_the_past")):
        return Judgement(_F.SCHEDULED, "present")
    return Judgement(_F.HAPPENED, "present passive" if verb.tag_ == "VBN" else "no tense")


def by_clause_above(clause: Token) -> Judgement | None:
    """Return what the verb above a clause with a tense of its own says of it."""
    judgements = (_seen_to, _hoped, _wanted, _counted_ahead, _needs_votes)
    return next((found for judge in judgements if (found := judge(clause))), None)


def _seen_to(clause: Token) -> Judgement | None:
    """Return what a modal says of a clause that someone sees to: "would see to it that all were free", "must
    see this bill passed", "will have it passed".
    """
    above = clause.head
    seen = clause.dep_ == "xcomp" and clause.tag_ == "VBN" and not is_infinitive(clause)
    if seen and above.lemma_.lower() in ("see", "have", "get"):
        return by_modal(above)
    if clause.dep_ != "ccomp" or above.lemma_.lower() not in word_class("sees_to"):
        return None
    perceived = above.lemma_.lower() == "see" and not any(noun.lower_ == "it" for _, noun in obliques(above))
    return None if perceived else by_modal(above if above.pos_ == "VERB" else above.head)


def _hoped(clause: Token) -> Judgement | None:
    """Return as possible what somebody hopes in the present: "I hope the president signs the bill"."""
    hoped = clause.dep_ == "ccomp" and clause.head.lemma_.lower() in word_class("hopes")
    return Judgement(_F.POSSIBLE, clause.head.lower_) if hoped and clause.tag_ in ("VBZ", "VBP") else None


def _wanted(clause: Token) -> Judgement | None:
    """Return as possible what somebody wants done: "wants the bill passed by June"."""
    done = clause.dep_ == "xcomp" and clause.tag_ in ("VBN", "VBD") and not is_infinitive(clause)
    wanted = clause.head.lemma_.lower() in word_class("wants") and children(clause.head, "obj")
    return Judgement(_F.POSSIBLE, clause.head.lower_) if done and wanted else None


def _counted_ahead(clause: Token) -> Judgement | None:
    """Return as conditional what would be done for the first time: "would be the first time that …"."""
    modal = by_modal(clause.head) if clause.dep_ == "acl:relcl" and clause.head.lemma_ == "time" else None
    return None if modal is None else Judgement(_F.CONDITIONAL, modal.why)


def _needs_votes(clause: Token) -> Judgement | None:
    """Return as required what takes so many votes: "it takes 60 votes to pass the bill"."""
    needs = is_infinitive(clause) and (takes_votes(clause.head) or takes_votes(clause.head.head))
    return Judgement(_F.REQUIRED, "takes votes") if needs else None
