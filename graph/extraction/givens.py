"""Events that a sentence takes for granted while it tells something else: "the president's veto will be put
to the committee", "the approval follows months of protest".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction.attempts import heads_for, makes_way
from graph.extraction.conjunctions import is_condition
from graph.extraction.event_nouns import is_definite
from graph.extraction.lexicon import status_words, word_class
from graph.extraction.nouns import is_purpose
from graph.extraction.tenses import Judgement, by_modal, class_of, may_be
from graph.extraction.voters import is_by_popular_vote
from graph.language.roles import agents, auxiliaries, is_finite_past, is_infinitive, is_negated
from graph.language.tree import (
    children,
    clause_of,
    first_conjunct,
    governors,
    obliques,
    possessors,
    prepositions,
)
from graph.terms import Factuality

if TYPE_CHECKING:
    from graph.language.words import Token

_LOOSE = frozenset(("a", "an", "any", "no", "another"))
_LEFT_OPEN = frozenset(("possible", "expected", "promised", "denied", "cancelled", "required"))
_BESIDE = frozenset(("before", "until", "after", "following", "ahead", "ahead of", "prior to"))
_PRESENT = ("VBZ", "VBP")
LET_THROUGH = "its approval"
"""Why a step that a cabinet has let others take lies ahead."""
_WHAT = ("how", "that", "what", "why")
_PAST = frozenset(("was", "were", "had", "did", "has"))


def _subjects_ahead(verb: Token) -> bool:
    """Whether what includes an event lies ahead: "the next steps include approval by the Senate"."""
    return any(c.lemma_.lower() in word_class("lie_ahead") for c in children(verb, "nsubj"))


def _is_all_that_lacks(noun: Token) -> bool:
    """Whether a step is what something waits for: "all that is wanting now is her signature"."""
    wholes = children(noun, "nsubj") if children(noun, "cop") else []
    lacks = word_class("lacks")
    return any(c.lemma_.lower() in lacks for whole in wholes for c in children(whole, "acl:relcl", "acl"))


def _is_the_one_exception(noun: Token) -> bool:
    """Whether a step is the one thing that is still wanting: "needs nothing but her signature"."""
    but = bool({"but", "except", "save"} & set(prepositions(noun)))
    return but and any(word.lower_ == "nothing" for word in (noun.head, *children(noun.head, "obj", "nsubj")))


def is_taken_for_granted(noun: Token) -> bool:
    """Whether a verb says that what it acts on is there: "could not override the veto", "do not agree with
    its passage".
    """
    loose = {c.lower_ for c in children(noun, "det")} & _LOOSE
    if noun.pos_ == "NOUN" and "with" in prepositions(noun):
        return noun.head.lemma_.lower() in word_class("agrees_with") and not loose
    undone = noun.pos_ == "NOUN" and noun.dep_ == "obj" and noun.head.lemma_.lower() in word_class("undoes")
    return undone and not loose


def came_about(clause: Token) -> Judgement | None:
    """Return as done what somebody was able to do, or is glad that they could: "were able to pass it", "had
    no trouble passing it", "I am proud that we could come together to pass it".
    """
    up, above = clause, clause.head
    if clause.tag_ == "VBG" and above.lemma_.lower() in word_class("troubles") and above.dep_ == "obj":
        none = is_negated(above) or is_negated(above.head) or any(c.lower_ == "no" for c in above.children)
        done = Judgement(Factuality.HAPPENED, "no trouble") if is_finite_past(above.head) else None
        return by_modal(above.head) or done if none else None
    while up.dep_ in ("xcomp", "advcl") and is_infinitive(up) and up.head.i < up.i:
        up = up.head
        if up.lower_ == "able" and {c.lower_ for c in children(up, "cop")} & {"was", "were"}:
            return None if is_negated(up) or is_condition(up) else Judgement(Factuality.HAPPENED, "was able")
    glad = up.dep_ == "ccomp" and up.head.lemma_.lower() in word_class("gladdens")
    if not glad or "could" not in auxiliaries(up) or is_negated(up) or by_modal(up.head):
        return None
    return Judgement(Factuality.HAPPENED, f"{up.head.lower_} it could")


def is_pledged(clause: Token) -> bool:
    """Whether a noun says that what a clause tells is promised: "gave an assurance that it would pass"."""
    if clause.dep_ not in ("acl", "acl:relcl", "ccomp") or not _opens_with_that(clause):
        return False
    above = clause.head
    verb = above.head if above.dep_ in ("obl:agent", "obl") else above  # "assurance was given by her | that"
    near = [above, *children(verb, "obj", "nsubj:pass")]
    return any(
        noun.lemma_.lower() in word_class("pledges") and noun.pos_ in ("NOUN", "PROPN") for noun in near
    )


def _opens_with_that(clause: Token) -> bool:
    return any(c.lower_ == "that" for c in children(clause, "mark"))


def is_given(noun: Token, verb: Token) -> bool:
    """Whether an event is what something negated is said of: "the vote does not make law", or when that is
    so: "during the debate nothing was changed".
    """
    if noun.head == verb and noun.dep_ == "obl" and {"during", "after"} & set(prepositions(noun)):
        return True
    return (
        noun.pos_ == "NOUN"
        and noun.head == verb
        and noun.dep_ == "nsubj"
        and verb.lemma_.lower() not in word_class("happens")
        and not any(c.lower_ in ("no", "neither") for c in noun.children)
    )


def meant_for(noun: Token) -> Judgement | None:
    """Return what is still to be done for what a noun names: "was sent to her for signature", "may go back
    for debate"; no purpose is what somebody asks or a bill is up for.
    """
    if any(c.lower_ == "due" for c in children(noun, "case")):
        return Judgement(Factuality.SCHEDULED, "due")  # "the bill, due for second reading, may be changed"
    near = [noun.head, *children(noun.head, "obj", "nmod", "advmod", "obl")]
    if "quorum" in {word.lower_ for word in near} and clause_of(noun).lemma_ == "lack":
        return Judgement(Factuality.CANCELLED, "lacks quorum")  # "lacks a quorum for a vote on it"
    if "for" in prepositions(noun) and any(w.lemma_.lower() in word_class("rallies") for w in near):
        return Judgement(Factuality.POSSIBLE, "rallies for")  # "saw rallies for its withdrawal"
    first = first_conjunct(noun)  # "listed for introduction and passage"
    asked = class_of(noun.head) in ("possible", "promised") or heads_for(noun, noun.head)
    if not is_purpose(noun) or asked or first.head.lemma_.lower() in word_class("comes_up"):
        return None
    may = is_condition(clause_of(noun)) or may_be(clause_of(noun))
    return Judgement(Factuality.POSSIBLE if may else Factuality.REQUIRED, f"for {noun.lower_}")


def _is_let_through(noun: Token) -> bool:
    """Whether a cabinet is told to have let a bill be brought in: "approved the introduction of the bill"."""
    verb = noun.head
    if noun.dep_ not in ("obj", "nsubj:pass") or verb.lemma_.lower() not in word_class("decides_for"):
        return False
    return any(who.lemma_.lower() in ("cabinet", "government") for who in agents(verb))


def given(noun: Token) -> Judgement | None:
    """Return an event noun as what happened before the clause it stands in, where that shows."""
    outer = _whole(noun)
    verb = outer.head
    if _is_over(noun) or _has_a_result(noun):
        return Judgement(Factuality.HAPPENED, "it lies behind")
    if (noun.dep_ == "obj" and verb.lower_ == "pending") or "pending" in prepositions(noun):
        return Judgement(Factuality.REQUIRED, "pending")  # "two bills pending her signature"
    if noun.dep_ == "obj" and verb.lemma_.lower() in word_class("come_after") and verb.tag_ != "VB":
        modal = by_modal(verb.head) if verb.dep_ == "advcl" else None
        if modal is not None and modal.why in ("would", "'d"):
            return modal  # "following approval by the Senate, it would take effect"
        return Judgement(Factuality.HAPPENED, f"{verb.lower_} it")  # "the law follows the capture"
    if noun.lemma_.lower() in word_class("ways_of_bringing_in") and _is_let_through(noun):
        return Judgement(Factuality.SCHEDULED, LET_THROUGH)
    led = noun.head if noun.dep_ == "nmod" else noun
    if led.dep_ == "obl" and "despite" in prepositions(led) and class_of(led) in ("", "fact"):
        return Judgement(Factuality.HAPPENED, "despite it")  # "despite flaws in the debate it is not void"
    now = noun.dep_ == "obj" and verb.tag_ in _PRESENT and not auxiliaries(verb)
    if now and verb.lemma_.lower() in ("declare", "proclaim", "pronounce"):
        return Judgement(Factuality.HAPPENED, f"{verb.lower_} it")  # "I declare parliament's approval"
    owes = verb.lemma_.lower() in word_class("owes_to") and not children(verb, "iobj")
    if noun.dep_ in ("obj", "nsubj:pass") and owes:
        return None if by_modal(verb) else Judgement(Factuality.HAPPENED, f"{verb.lower_} it")
    contains = noun.dep_ == "obj" and verb.lemma_.lower() == "include" and verb.tag_ in _PRESENT
    if contains and not auxiliaries(verb) and not _subjects_ahead(verb):
        return Judgement(Factuality.HAPPENED, f"{verb.lower_} it")  # "the week's news includes approval of"
    no_word = noun.dep_ == "nmod" and any(child.lower_ == "no" for child in children(noun.head, "det"))
    if no_word and noun.head.lemma_.lower() in word_class("word_of_it"):
        return Judgement(Factuality.DENIED, f"no {noun.head.lower_}")  # "no announcement of a veto"
    if _is_the_one_exception(noun):
        would = {"would", "'d"} & {w for above in governors(noun) for w in auxiliaries(above)}
        return Judgement(Factuality.CONDITIONAL if would else Factuality.REQUIRED, "nothing but it")
    if noun.dep_ == "nsubj" and verb.lemma_.lower() in word_class("matters_of_course"):
        return Judgement(Factuality.EXPECTED, verb.lower_)  # "her assent is a formality"
    if _is_all_that_lacks(noun):
        return Judgement(Factuality.REQUIRED, "all that is missing")
    if (pledge := _pledged_by(noun)) is not None:
        return Judgement(Factuality.PROMISED, pledge.lower_)
    told = verb.tag_ in _PRESENT and not auxiliaries(verb) and not children(verb, "mark")
    after = outer.dep_ == "obl" and bool({"after", "following"} & set(prepositions(outer)))
    if after and is_infinitive(verb) and verb.dep_ == "acl" and is_finite_past(verb.head.head):
        # "approved a proposal to raise it after a debate"
        return Judgement(Factuality.HAPPENED, "told after it")
    was = is_finite_past(verb) or any(c.tag_ == "VBD" for c in children(verb, "cop"))
    if outer.dep_ == "obl" and "during" in prepositions(outer) and was:
        return Judgement(Factuality.HAPPENED, "told during it")
    if after and noun.tag_ == "NNS" and class_of(verb) == "required":
        return Judgement(Factuality.REQUIRED, f"{verb.lower_} after them")  # "after two readings it needs …"
    if outer.dep_ == "obl" and noun.i < verb.i and "with" in prepositions(outer) and is_definite(noun):
        modal = by_modal(verb)  # "with the Senate's approval the bill now goes to her"
        if modal is None or modal.why not in ("would", "'d"):
            return Judgement(Factuality.HAPPENED, "with it")
        return Judgement(Factuality.CONDITIONAL, f"{modal.why}, with it")
    may = set(auxiliaries(verb)) & status_words()["modals"]["possible"]
    of_a_day = any(owner.lower_ in word_class("calendar") for owner in children(noun, "nmod:poss"))
    now = any(c.lower_ == "now" for c in children(verb, "advmod"))  # "after its approval it will now go to"
    if after and (told or now or (may and of_a_day)):  # "after Friday's vote it can be signed"
        return Judgement(Factuality.HAPPENED, f"{verb.lower_} after it")
    if is_definite(noun) and (mark := _timed_by(noun)) is not None:
        return Judgement(Factuality.SCHEDULED, f"{mark} it")
    if told and noun.dep_ == "nsubj" and is_definite(noun) and _says_more(verb):
        return Judgement(Factuality.HAPPENED, "told as given")
    if is_by_popular_vote(noun):
        return by_modal(clause_of(noun))  # "should be approved by the assembly and by referendum"
    if noun.lemma_.lower() == "veto" and noun.dep_ == "obj" and verb.lemma_.lower() == "face":
        return Judgement(Factuality.POSSIBLE, verb.lower_)  # "the bill faces a veto"
    if noun.lemma_.lower() == "veto" and _is_dealt_with(noun):
        if any(c.lower_ == "if" for c in noun.doc if c.dep_ == "mark"):
            return Judgement(Factuality.POSSIBLE, "if")  # "if she vetoes it I will uphold her veto"
        if noun.dep_ == "obl" and is_negated(verb):
            return Judgement(Factuality.DENIED, "not")  # "not one bill fell to her veto"
        return Judgement(Factuality.HAPPENED, "dealt with")
    return None


def _is_over(noun: Token) -> bool:
    """Whether a step lies behind a bill: "already through its second reading, it …", "which is past its
    committee stage", "with the first reading behind it".
    """
    mark = prepositions(noun)[:1]
    if noun.following == "behind" and mark == ["with"]:
        return True
    if not mark or mark[0] not in ("through", "past", "beyond"):
        return False
    if children(noun, "cop"):
        return by_modal(noun) is None
    opens = noun.left_edge.i == 0 and noun.following == ","
    return opens or (noun.dep_ == "appos" and noun.left_edge.i == noun.head.i + 2)


def _has_a_result(noun: Token) -> bool:
    """Whether something is told as what came of an event: "as a result of the vote, 26 states are in"."""
    result = noun.head
    of_it = noun.dep_ == "nmod" and "of" in prepositions(noun)
    if not of_it or result.lemma_.lower() not in word_class("comes_of_it") or is_condition(clause_of(noun)):
        return False
    modal = by_modal(clause_of(result)) if {"as", "in", "on"} & set(prepositions(result)) else None
    return bool(prepositions(result)) and (modal is None or modal.why not in ("would", "'d"))


def _pledged_by(noun: Token) -> Token | None:
    """Return the word that promises a step, where both hang on one verb: "repeated her | commitment | to its
    passage".
    """
    marks = children(noun, "case") if noun.dep_ == "obl" else []
    if not marks or not marks[0].i:
        return None
    before = marks[0].nbor(-1)
    promises = before.dep_ == "obj" and before.head == noun.head and class_of(before) == "promised"
    return before if promises else None


def _timed_by(noun: Token) -> str | None:
    """Return the word by which a clause that tells nothing past puts its time beside an event: "wants it
    changed before the third reading".
    """
    marks = prepositions(noun) if noun.dep_ in ("obl", "nmod") else []
    mark = next((mark for mark in marks if mark in _BESIDE), None)
    above = [noun.head, *governors(noun.head)]
    ahead = next(
        (place for place, word in enumerate(above) if {"will", "would"} & set(auxiliaries(word))), None
    )
    within = above if ahead is None else above[: ahead + 1]  # "said she would meet him before the vote"
    verbs = [word for word in within if word.pos_ in ("VERB", "AUX")]
    past = any(is_finite_past(verb) or set(auxiliaries(verb)) & _PAST for verb in verbs)
    return mark if verbs and not past else None


def _whole(noun: Token) -> Token:
    """Return the time that an event took, where it is told ("months of debate"), else the event."""
    long = noun.dep_ == "nmod" and noun.head.lemma_.lower() in word_class("time_units")
    return noun.head if long and "of" in prepositions(noun) else noun


def _says_more(verb: Token) -> bool:
    """Whether a verb says of an event something other than that it comes about."""
    word = verb.lemma_.lower()
    if makes_way(verb) or any(mark == "after" for mark, _ in obliques(verb)):
        return True
    happens = word in word_class("happens") - word_class("come_after")
    said = bool(children(verb, "obj", "ccomp")) or verb.following in _WHAT
    return said and not happens and class_of(verb) in ("", "fact")


def _is_dealt_with(veto: Token) -> bool:
    """Whether something is done about one particular veto: "will vote on the president's veto"."""
    verb, owned = veto.head, bool(possessors(veto))
    if veto.dep_ == "nsubj" and verb.lemma_.lower() in word_class("stands_firm"):
        return True  # "the veto will stand"
    can = set(auxiliaries(verb)) & status_words()["modals"]["possible"]
    named = owned or (not can and any(c.lower_ == "the" for c in children(veto, "det")))
    any_veto = bool({c.lower_ for c in children(veto, "det")} & {"a", "any"}) and not is_finite_past(verb)
    named = named or (not any_veto and any(mark == "by" for mark, _ in obliques(veto)))
    if verb.pos_ != "VERB" or not named or veto.dep_ not in ("obj", "obl", "nsubj:pass"):
        return False
    if verb.lemma_.lower() in word_class("undoes"):
        return False  # told by the override
    return class_of(verb) not in _LEFT_OPEN and verb.lemma_.lower() not in word_class("makes_a_veto")
