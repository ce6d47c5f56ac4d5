"""What is told as planned, tried, made possible or left undone, and did not come about by that alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from graph.extraction.conjunctions import by_conjunction
from graph.extraction.lexicon import actor_sorts, word_class
from graph.extraction.tenses import Judgement, by_modal, by_tense, class_of, may_be
from graph.language.roles import auxiliaries, is_finite_past, is_infinitive, is_negated
from graph.language.tree import SUBJECTS, children, conjuncts, first_conjunct, lemma, obliques, prepositions
from graph.terms import Factuality

if TYPE_CHECKING:
    from graph.language.words import Token

_F = Factuality
_TIES = frozenset(("tie", "deadlock", "draw"))
_MOTIONS = frozenset(("motion", "resolution"))


def fell_through(verb: Token) -> bool:
    """Whether a plan is told from behind, which says that nothing came of it: "had been due to vote", "was
    meant to become law".
    """
    reported = verb.dep_ == "ccomp" and verb.tag_ == "VBN" and bool(children(verb, "obj"))
    if is_negated(verb) or reported:  # "said he had scheduled a vote": the tense of what is reported
        return False
    words, name = set(auxiliaries(verb)), verb.lemma_.lower()
    meant = name in word_class("is_meant") and verb.tag_ == "VBN" and bool(words & {"was", "were"})
    planned = name in word_class("is_meant") | word_class("is_planned")
    tried = planned or name in word_class("tries")
    return meant or (planned and "had" in words) or (tried and given_up(verb))


def bring_themselves(verb: Token) -> Judgement | None:
    """Return what "could bring themselves to" says of what it stands above: so many did, or nobody did."""
    oneself = any(noun.lower_.endswith(("self", "selves")) for noun in children(verb, "obj"))
    if not oneself or verb.lemma_.lower() != "bring" or {"will", "would"} & set(auxiliaries(verb)):
        return None
    if is_negated(verb):
        return Judgement(_F.DENIED, f"not {verb.lower_} themselves to")
    return Judgement(_F.HAPPENED, f"{verb.lower_} themselves to")


def given_up(plan: Token) -> bool:
    """Whether what is joined to a plan of the past says that nothing came of it: "planned to table it but
    never did", "was to be debated on Monday but was put off".
    """
    if not (is_finite_past(plan) or {"was", "were"} & set(auxiliaries(plan))):
        return False
    if any(c.lower_ in ("originally", "initially") for c in children(plan, "advmod")):
        return True  # "was originally slated to be debated on Monday"
    if plan.dep_ == "acl:relcl" and plan.head.dep_ in ("nsubj", "nsubj:pass"):
        ended = plan.head.head  # "the sitting at which it was to be presented fell through"
        off = is_negated(ended) and ended.lemma_.lower() in word_class("happens")
        return off or class_of(ended) == "cancelled" or lemma(ended) == "fall through"
    joined = [other for verb in (plan, *children(plan, "xcomp")) for other in children(verb, "conj")]
    return any(_is_undoing(other) for other in joined if any(c.lower_ == "but" for c in other.children))


def _is_undoing(verb: Token) -> bool:
    """Whether a verb says of what stands before it that it did not come about: "but never did", "but could
    not", "but was unable to do so".
    """
    word = verb.lemma_.lower()
    undone = is_negated(verb) and (word in word_class("comes_about") or verb.pos_ == "AUX" or word == "able")
    undone = undone or word in ("fail", "unable")
    named = [c for c in children(verb, "obj", "xcomp") if c.lower_ not in ("so", "it", "that", "this", "do")]
    dropped = class_of(verb) == "cancelled" or verb.lemma_.lower() in word_class("gives_up")
    return (undone or dropped) and not named


def heads_for(step: Token, verb: Token) -> bool:
    """Whether a bill is on its way to a step: "is headed for defeat"."""
    return verb.lemma_.lower() in word_class("heads_for") and "for" in prepositions(step)


def is_dropped(plan: Token) -> bool:
    """Whether a plan is what somebody gave up: "dropped plans to introduce it"."""
    acted_on = plan.pos_ == "NOUN" and plan.dep_ in ("obj", "nsubj:pass") and not is_infinitive(plan.head)
    return (
        acted_on and class_of(plan) not in ("", "fact") and plan.head.lemma_.lower() in word_class("gives_up")
    )


def leads_to(step: Token, governor: Token) -> bool:
    """Whether what is still to be begun leads to a step: "must launch a procedure | to override it"."""
    begun = governor if step.dep_ == "acl" else next(iter(children(governor, "obj")), governor)
    verb = governor.head if begun == governor else governor
    return begun.lemma_.lower() in word_class("proceedings") and is_infinitive(verb)


def was_first(verb: Token) -> bool:
    """Whether something was done first: "closed its session, not before passing the bill"."""
    ahead = [c.i for c in children(verb, "mark", "case") if c.lower_ in ("before", "until")]
    led = bool(ahead) and ahead[0] > 0 and verb.doc[ahead[0] - 1].lower_ == "not"
    return led and verb.tag_ == "VBG" and is_finite_past(verb.head)


def is_yet_to(verb: Token) -> bool:
    """Whether "yet to" says of a verb that it has not come about: "has yet to schedule a hearing"."""
    above = verb.head
    late = any(c.lower_ == "yet" for word in (verb, above) for c in word.children if c.i < verb.i)
    led = above.lemma_.lower() in ("have", "be") and above.i < verb.i
    led = led or bool({"has", "have", "had", "is", "are"} & set(auxiliaries(verb)))
    return late and led and is_infinitive(verb)


def is_still_to(verb: Token) -> bool:
    """Whether "has still to" says so: "the bill has still to be put to a vote"."""
    before = " ".join(word.lower_ for word in verb.doc[max(verb.i - 4, 0) : verb.i])
    return any(f"{have} still to" in before for have in ("has", "have", "had"))


def is_refused(verb: Token) -> bool:
    """Whether somebody did not do what a verb says: "refused to allow a vote"."""
    return verb.dep_ == "xcomp" and is_infinitive(verb) and class_of(verb.head) == "denied"


def left_undone(clause: Token) -> Judgement | None:
    """Return what "without" and "away from" say of a gerund: "adjourned without voting", "cannot pass it
    without amending it", "one step away from becoming law"; and "either" of a bare verb: "he has two options:
    either sign it or return it".
    """
    first = first_conjunct(clause)
    if first.tag_ == "VB" and not auxiliaries(first) and is_choice(first):
        return Judgement(_F.POSSIBLE, "either")
    afar = [c for c in children(clause, "mark", "case") if c.lower_ == "from" and c.i]
    if afar and afar[0].preceding == "away":
        return Judgement(_F.POSSIBLE, "away from")
    if afar and clause.head.lemma_.lower() == "keep":
        nothing = is_negated(clause.head) or any(c.lower_ == "nothing" for c in clause.head.children)
        left = nothing or is_infinitive(clause.head)
        return Judgement(_F.POSSIBLE if left else _F.DENIED, "kept from it")
    if not (any(c.lower_ == "without" for c in children(clause, "mark", "case")) or _behind_without(clause)):
        return None
    above = clause.head
    open_still = is_negated(above) or may_be(above)
    return Judgement(_F.POSSIBLE if open_still else _F.DENIED, "without")


def _behind_without(clause: Token) -> bool:
    """Whether a gerund has a subject of its own behind "without": "without the bill being put to a vote"."""
    gerund = next((c for c in children(clause, "aux", "aux:pass") if c.lower_ in ("being", "having")), clause)
    if gerund.tag_ != "VBG" or clause.dep_ not in ("advcl", "acl"):
        return False
    for word in reversed(clause.doc[max(0, gerund.i - 9) : gerund.i]):
        if word.lower_ == "without":
            return True
        if word.pos_ in ("VERB", "AUX", "PUNCT"):
            return False
    return False


def kept_from_starting(verb: Token) -> bool:
    """Whether people are kept from starting ("bans schools from starting early"), or a time or stage is."""
    if any(noun.lemma_.lower() in word_class("begun_by_bills") for noun in children(verb, "obj")):
        return True
    which = next((c for c in children(verb, "nsubj") if c.lower_ in ("that", "which") and c.i), None)
    if which is not None and which.nbor(-1).lemma_.lower() in word_class("time_units"):
        return True
    starts = verb.tag_ == "VBG" and verb.lemma_.lower() in ("start", "begin") and bool(children(verb, "obj"))
    return starts and any(c.lower_ == "from" for c in children(verb, "mark"))


def without(step: Token) -> Judgement | None:
    """Return what "without", "no" and "prevent" say of an event noun: "adjourned without a vote on it",
    "without the House taking a vote", "no vote on the bill", "prevented its tabling".
    """
    above = step.head
    if any(c.preceding in ("delay", "delays") for c in children(step, "case")):
        return Judgement(_F.CANCELLED, "delay")
    if step.dep_ == "obj" and above.tag_ != "VB" and above.lemma_.lower() in word_class("forestalls"):
        return Judgement(_F.DENIED, above.lower_)
    if any(c.tag_ == "VBG" and c.lemma_.lower() in word_class("forestalls") for c in children(step, "amod")):
        return Judgement(_F.DENIED, "kept from it")  # "is blocking passage of the bill"
    whole = step.head if step.dep_ == "nmod" and above.lemma_.lower() in word_class("time_units") else step
    if "without" in prepositions(whole) and step.lemma_.lower() in word_class("talk_left_out"):
        return Judgement(_F.DENIED, "without")  # "without a single hour of debate"
    if step.lemma_.lower() not in word_class("decisions_left_out"):
        return None
    taken = any("without" in prepositions(noun) for noun in children(above.head, "obl"))
    if "without" in prepositions(step) or (above.tag_ == "VBG" and above.dep_ == "advcl" and taken):
        return Judgement(_F.DENIED, "without")
    alone = step == above and any(c.lower_ == "no" for c in children(step, "det"))
    return Judgement(_F.DENIED, "no") if alone else None


def not_able(governor: Token, alone: bool) -> Judgement:
    """Return what "not able" says of the infinitive below it, `alone` where nothing stands between them."""
    failed = alone and by_modal(governor) is None
    status = _F.POSSIBLE if may_be(governor) else _F.HAPPENED if failed else _F.DENIED
    return Judgement(status, "not able", failed)


def put_later(verb: Token) -> Judgement | None:
    """Return what "not" says of a verb that comes about later: "will not be signed until March", "cannot be
    debated before Monday", "was not passed until 3 May", "will not be held for weeks"; bodies that it
    does not come before are no time.
    """
    past = is_finite_past(verb) or bool({"was", "were", "did"} & set(auxiliaries(verb)))
    verbs = (verb, *children(verb, "xcomp"))  # "is not expected to start before May"
    marks = [mark for v in verbs for mark, noun in obliques(v) if noun.lemma_.lower() not in actor_sorts()]
    marks += [c.lower_ for below in children(verb, "advcl") for c in children(below, "mark")]
    mark = next((m for m in marks if m in ("until", "till") or (m == "before" and not past)), None)
    if mark is None:
        units = word_class("time_units")
        barred = past or bool(
            {"can", "could", "may"} & set(auxiliaries(verb))
        )  # "cannot be tabled for a year"
        waits = not barred and any(m == "for" and noun.lemma_.lower() in units for m, noun in obliques(verb))
        return Judgement(_F.EXPECTED, "not for") if waits else None
    return Judgement(_F.HAPPENED if past else _F.EXPECTED, f"not {mark}")


def wants_of_others(step: Token, governor: Token) -> bool:
    """Whether somebody wants a step that others take: "wants the House to vote", "wants to see it pass"."""
    seen = children(step, "xcomp") if (step.lower_, governor.lemma_) == ("see", "want") else []
    others = [*seen, *children(governor, "obj", "ccomp"), *children(first_conjunct(step), *SUBJECTS)]
    return governor.lemma_.lower() in word_class("wants") and (step.pos_ == "NOUN" or bool(others))


def makes_way(governor: Token) -> bool:
    """Whether a verb or its object says that a step can come: "paves | the way", "set the | stage"."""
    near = (governor, *children(governor, "obj", "obl:unmarked"))
    others = [noun for noun in near if not children(noun, "nmod:poss")]  # a bill makes its own way
    said = {f"{noun.head.lemma_.lower()} {noun.lemma_.lower()}" for noun in others}
    return bool(said & word_class("makes_way"))


def decided_against(step: Token, governor: Token) -> Judgement | None:
    """Return what "against" says of a gerund: "opted against signing it", "cautioned the governor against
    signing it", "voted 60-20 against passing it".
    """
    if step.tag_ != "VBG" or not any(c.lower_ == "against" for c in children(step, "mark", "case")):
        return None
    if governor.lemma_.lower() in word_class("chooses"):
        return Judgement(_F.DENIED, "not")
    if governor.lemma_.lower() == "vote":
        return by_modal(governor) or Judgement(_F.HAPPENED, "voted against", failed=True)
    verb = governor if governor.pos_ == "VERB" else step.head.head
    warned = verb.lemma_.lower() in word_class("warns")
    return Judgement(_F.POSSIBLE, f"{governor.lower_} against") if warned else None


def _fell_short(near: Iterable[Token], verb: Token) -> bool:
    """Whether there were not votes enough in a vote held: "cast not enough votes", "did not get enough"."""
    none = is_negated(verb) or any(word.preceding == "not" or is_negated(word) for word in near)
    return none and is_finite_past(verb) and verb.lemma_.lower() != "be"


def left_open(step: Token, governor: Token) -> Judgement | None:
    """Return what "has" and "uses" with an object say of an infinitive: "has the votes to override", "has
    until Friday to sign or veto it" leave it open, "used its majority to push it through" does not; "needs a
    majority to pass" demands it.
    """
    if not is_infinitive(first := first_conjunct(step)):
        return None
    asked = governor.dep_ == "obj" and governor.lemma_.lower() in word_class("majorities")
    if asked and class_of(governor.head) == "required" and not is_finite_past(governor.head):
        return Judgement(_F.REQUIRED, f"{governor.head.lower_} {governor.lower_}")
    if governor.lemma_.lower() == "do" and "would" in auxiliaries(governor):
        return Judgement(_F.POSSIBLE, "would do")  # "half the house would have done to pass it"
    if first.dep_ == "xcomp":
        return None
    if governor.lemma_.lower() in word_class("reasons"):
        return Judgement(_F.POSSIBLE, f"{governor.lower_} to")  # "found a reason to veto it"
    near = (governor, *children(governor, "amod", "obl"))  # "is not enough votes to override it"
    verb = governor if governor.pos_ in ("VERB", "AUX") else governor.head
    if any(word.lemma_.lower() in word_class("suffices") for word in near):
        votes = "vote" in (governor.lemma_.lower(), governor.head.lemma_.lower())
        if votes and not children(governor, "cop") and _fell_short(near, verb):
            return Judgement(_F.HAPPENED, f"not enough {governor.lower_}", failed=True)
        return Judgement(_F.POSSIBLE, governor.lower_)
    if governor.lower_ == "time" and verb.lemma_.lower() in ("give", "buy", "allow", "leave"):
        return Judgement(_F.POSSIBLE, "time to")  # "the break gave them time to pass it"
    if governor.dep_ == "acl" and governor.tag_ == "VBN" and governor.head.dep_ == "obj":
        governor, verb = governor.head, governor.head.head  # "used a tool known as … to push it through"
    broken = verb.lemma_.lower() == "break" and {c.lower_ for c in children(verb, "obj")} & _TIES
    if broken or (verb.lemma_.lower() in word_class("makes_use") and governor.dep_ in ("obj", "obl")):
        return by_modal(verb) or by_conjunction(verb, "running") or by_tense(verb, "running")
    if governor.lower_ == "votes" and governor.dep_ == "ROOT":
        return None  # "Senate votes to pass it", read as nouns
    if governor.pos_ == "NOUN" and governor.lemma_.lower() in ("vote", "number"):
        if class_of(verb) == "denied":
            return Judgement(_F.HAPPENED, verb.lower_, failed=True)  # "fails by one vote to override it"
        gets = verb.lemma_.lower() in ("have", "get", "secure", "muster", "find", "gather")
        at_hand = gets or governor.lower_ == "votes"
        return Judgement(_F.POSSIBLE, f"{governor.lower_} to") if at_hand else None
    held = children(verb, "obj", "obl") if verb.lemma_.lower() == "have" else []
    if not held or is_negated(verb) or not any(verb.i < noun.i < step.i for noun in held):
        return None
    until = any(mark in ("until", "till") for mark, _ in obliques(verb))
    timed = any(word.lemma_.lower() in word_class("time_units") for noun in held for word in noun.subtree)
    one = timed and not until and len(conjuncts(first)) == 1
    return Judgement(_F.REQUIRED if one else _F.POSSIBLE, f"{verb.lower_} time" if timed else verb.lower_)


def took_time(governor: Token) -> bool:
    """Whether a verb tells how long something past took, or what: "it took two votes to get it through"."""
    if governor.lemma_.lower() not in ("need", "take", "spend") or not is_finite_past(governor):
        return False
    it = any(c.lower_ == "it" for c in children(governor, "nsubj", "expl"))
    return (it and governor.lemma_.lower() == "take") or any(
        word.lemma_.lower() in word_class("time_units")
        for child in children(governor, "obj", "obl", "obl:unmarked", "nsubj")
        for word in child.subtree
    )


def moved(clause: Token) -> Judgement | None:
    """Return as done what a motion says that was carried: "carried a motion that rejects the bill", "adopted
    a resolution to refer it to a committee", "a motion sending it back was agreed".
    """
    noun, deciding = clause.head, clause.head.head
    decided = word_class("decides_for")
    told = noun.dep_ in ("obj", "nsubj:pass", "nsubj") or (deciding.lemma_ == "agree" and noun.dep_ == "obl")
    carried = told and (deciding.lemma_.lower() in decided or _wins_votes(deciding))
    rejects = clause.dep_ == "acl:relcl" and noun.lemma_.lower() in word_class("attempts")
    sends = clause.dep_ == "acl" and clause.lemma_.lower() in word_class("moved_to")
    if not carried or not (rejects or (sends and noun.lower_ in _MOTIONS)):
        return None
    when = by_tense(deciding, "running")
    return when if when.status is _F.HAPPENED and not by_modal(deciding) else None


def _wins_votes(verb: Token) -> bool:
    """Whether something gets votes: "received 87 votes"."""
    got = verb.lemma_.lower() in word_class("collects_votes") | {"receive", "get", "win", "gain"}
    return got and any(noun.lemma_.lower() == "vote" for noun in children(verb, "obj"))


def is_choice(verb: Token) -> bool:
    """Whether "either" stands before the first of two things of which one will be done, or a colon behind
    "options" before both.
    """
    either = any(c.lower_ == "either" for c in verb.children) and bool(children(verb, "conj"))
    return either or (verb.dep_ in ("ROOT", "parataxis") and _is_option(verb))


def is_for_or_against(verb: Token) -> bool:
    """Whether "or" joins to a verb what undoes it, or the other way about: "will sign it or veto it"."""
    others = children(verb, "conj")
    against = [lemma(one) in word_class("lets_nothing_pass") for one in (verb, *others)]
    led = any(c.lower_ == "or" for other in others for c in children(other, "cc"))
    return led and any(against) and not all(against)


def _is_option(verb: Token) -> bool:
    """Whether a verb stands in a list of options: "has three choices: sign it, return it, veto it"."""
    before = verb.doc[: verb.i]
    colon = next((token.i for token in before if token.text == ":"), None)
    return colon is not None and any(t.lemma_.lower() in word_class("options") for t in before[:colon])


def took_place(participle: Token) -> bool:
    """Whether a participle says of an event noun that it is over ("a hearing conducted in early July")."""
    given = participle.lemma_ == "give" and "with" in prepositions(participle.head)
    return (participle.lemma_.lower() in word_class("takes_place") or given) and not is_infinitive(participle)


def is_unreal(token: Token) -> bool:
    """Whether something is told as it would have been: "had it not been passed, pay would have stopped",
    "nearly derailed it".
    """
    words = token.doc
    if {c.lower_ for c in children(token, "advmod")} & {"nearly", "almost"}:
        return True
    return (
        words[0].lower_ == "had"
        and any(word.lower_ in ("would", "could", "might") for word in words[token.i :])
        and not any(word.text == "," for word in words[: token.i])
    )
