"""What one word above a trigger says of how real it is: "plans | to pass it", "failed | to sign it"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction.attempts import (
    bring_themselves,
    decided_against,
    fell_through,
    heads_for,
    is_choice,
    is_dropped,
    is_refused,
    leads_to,
    left_open,
    makes_way,
    not_able,
    put_later,
    took_time,
    wants_of_others,
)
from graph.extraction.carriers import is_occasion
from graph.extraction.conjunctions import by_conjunction, is_condition
from graph.extraction.due import by_due, by_reach, decided_to_bring
from graph.extraction.lexicon import actor_sorts, bill_words, word_class
from graph.extraction.questions import depends, is_out_of_the_question, is_turned_down
from graph.extraction.tenses import (
    TAKES_PLACE_FIRST,
    Judgement,
    by_modal,
    by_tense,
    class_of,
    is_bare,
    is_caused,
    may_be,
)
from graph.extraction.turned_out import came_out, has_faded, would_lead
from graph.extraction.verb_words import words_of
from graph.language.roles import (
    auxiliaries,
    is_finite_past,
    is_infinitive,
    is_negated,
    is_passive,
    is_side,
)
from graph.language.tree import children, clause_of, first_conjunct, lemma, prepositions
from graph.terms import Factuality

if TYPE_CHECKING:
    from graph.language.words import Token

_F = Factuality


def where_it_depends(clause: Token, judgement: Judgement) -> Judgement:
    """Return a judgement as conditional where a condition stands beside what "will" or the present tells:
    "if they agree, the bill goes to the president", "should it pass, it will be signed".
    """
    if judgement.why not in ("will", "shall", "'ll", "present", "present passive"):
        return judgement
    opening = depends(clause_of(clause))
    return Judgement(_F.CONDITIONAL, f"{judgement.why}, {opening.lower_}") if opening else judgement


def _had_to(step: Token, had: Token) -> bool:
    """Whether what had to be done is told as done: "had to go back", "has had to shelve it", not "said it had
    to pass".
    """
    told = is_infinitive(first_conjunct(step)) and step.dep_ == "xcomp" and had.tag_ in ("VBD", "VBN")
    wanted = any(is_infinitive(c) and c.i < had.i for c in children(had, "advcl"))  # "to pass, it had to …"
    bare = set(auxiliaries(had)) <= {"has", "have", "had"} and not is_negated(had) and not wanted
    return told and bare and had.dep_ in ("ROOT", "conj")


def _swings_a_vote(lets: Token) -> bool:
    """Whether who votes or takes sides thereby lets something be done, which is done with that."""
    if lets.tag_ != "VBG" or lets.dep_ != "advcl" or not is_finite_past(lets.head):
        return False
    verb = lets.head.lemma_.lower()
    voted = verb in word_class("swings") or any(
        noun.lemma_.lower() == "vote" for noun in children(lets.head, "obj")
    )
    return voted and lets.lemma_.lower() in word_class("empowers") | word_class("lets")


def by_governor(current: Token, governor: Token, steps: int) -> Judgement | None:
    """Return what one governing word says of an infinitive, a gerund or a noun below it."""
    if _sets_rules_aside(governor) and is_finite_past(governor) and not is_negated(governor):
        return Judgement(_F.HAPPENED, f"{governor.lower_} rules to")
    name, why = "fact" if _sets_rules_aside(governor) else class_of(governor), governor.lower_
    if governor.dep_ == "obj" and _sets_rules_aside(governor.head):
        return None  # "bent the rules to pass it": as who bent them
    if why == "expected" and governor.preceding == "than":
        return None  # "with a larger than expected vote"
    if (brought := bring_themselves(governor)) is not None:
        return brought
    if has_faded(governor):
        return Judgement(_F.DENIED, f"{why} {governor.head.lower_}")
    if heads_for(current, governor) or ("for" in prepositions(current) and makes_way(governor)):
        return Judgement(_F.SCHEDULED, "the way for")
    if _is_deemed(current, governor):
        return where_it_depends(governor, by_modal(governor) or Judgement(_F.HAPPENED, why))
    put_off = governor.dep_ in ("obj", "nsubj:pass") and class_of(governor.head) == "cancelled"
    if put_off and governor.pos_ == "NOUN" and name in ("scheduled", "promised") and is_bare(current):
        return Judgement(_F.CANCELLED, governor.head.lower_)  # "plans to table it were delayed"
    if is_dropped(governor) or (
        name == "possible" and (is_refused(governor) or is_turned_down(governor, current))
    ):
        return Judgement(_F.DENIED, governor.head.lower_)
    if is_bare(current) and (out_of_reach := by_reach(governor)):
        return out_of_reach
    if came_of := came_out(current, governor):
        return came_of
    if is_out_of_the_question(governor):
        return Judgement(_F.DENIED, governor.lower_)
    if governor.lower_ == "away" and current.tag_ == "VBG":
        return Judgement(_F.REQUIRED, "away from")  # "a signature away from becoming law"
    if governor.lower_ == "short" and current.tag_ == "VBG":
        return Judgement(_F.HAPPENED, "short of", failed=True)  # "fell short of overriding the veto"
    if (
        current.dep_ == "advcl"
        and governor.lemma_.lower() != "vote"
        and (
            _is_done_in(current) or TAKES_PLACE_FIRST & {c.lower_ for c in children(current, "mark", "case")}
        )
        and not (governor.following == "on" and name in ("expected", "promised"))
    ):
        modal = by_modal(governor) if {"by", "in"} & {*prepositions(current)} else None
        if modal is not None and modal.status in (_F.EXPECTED, _F.POSSIBLE, _F.CONDITIONAL):
            return Judgement(_F.CONDITIONAL, f"by it, {modal.why}")  # "would harm itself by passing the bill"
        if "by" in prepositions(current) and is_condition(governor):
            return Judgement(_F.POSSIBLE, "if")  # "if the House acts by passing it"
        return None  # "adjourned after passing the bill", but "counts on passing it"
    if current.dep_ == "advcl" and current.tag_ == "VBG" and steps:
        marks = [c.lower_ for c in children(current, "mark")]
        if marks[:1] in (["before"], ["prior"]):
            return by_conjunction(current, "running")  # "debated it before voting to pass it"
    if _swings_a_vote(governor):
        return Judgement(_F.HAPPENED, "past")  # "cast the deciding vote, enabling the House to pass it"
    if name == "possible" and current.dep_ == "nmod" and prepositions(current) == ["with"]:
        return None  # "debate ends with passage of the bill"
    if (
        name == "cancelled"
        and current.dep_ in ("obl", "nmod")
        and set(prepositions(current)) & TAKES_PLACE_FIRST
    ):
        return None  # "after ten hours of debate it adjourned"
    if (
        name in ("scheduled", "possible")
        and current.dep_ == "advcl"
        and current.tag_ == "VBG"
        and not children(current, "mark")
        and (name == "scheduled" or current.preceding == ",")
    ):
        return None  # "tabled the bill, killing it", "was supported by both, passing the House 82-17"
    if is_side(governor) or is_caused(current) or (name == "possible" and is_occasion(current, governor)):
        return None
    to = is_infinitive(current) or "from" in prepositions(current)  # "blocking the law from taking effect"
    if name in ("denied", "cancelled") and current.dep_ == "advcl" and not to and governor.following != "out":
        return None  # "rejected the claim, ruling that …"
    if name == "denied" and current.pos_ == "NOUN" and current.dep_ in ("obl", "nmod"):
        return None  # "rejected it with a vote of 16 to 14"
    if governor.lemma_.lower() == "have" and current.lemma_.lower() in word_class("time_units"):
        return Judgement(_F.POSSIBLE, f"{why} time")  # "has 15 days to veto it", read as nouns
    perfect = current.tag_ in ("VBD", "VBN") and not is_infinitive(first_conjunct(current))
    if governor.lemma_.lower() == "have" and perfect:
        return Judgement(_F.HAPPENED, "perfect")  # "has vetoed", read as a verb and its object
    if governor.lemma_.lower() in word_class("begins") and is_finite_past(governor):
        return by_due(governor) or Judgement(_F.HAPPENED, why)  # "was due to begin debating it"
    tried = governor.lemma_.lower() in word_class("attempts") and governor.dep_ in ("obl", "nmod")
    if tried and lemma(governor.head) == "vote":
        return None  # "to vote on an attempt to override": as the vote
    if is_bare(current) and (left := left_open(current, governor)):
        return left
    if is_infinitive(first_conjunct(current)) and is_choice(first_conjunct(current)):
        return Judgement(_F.POSSIBLE, "either")  # "is sent to her to be either signed or vetoed"
    if governor.lemma_.lower() in word_class("attempts") and (ended := _came_to_nothing(current, governor)):
        return Judgement(_F.HAPPENED, ended.lower_, failed=True)
    if governor.lemma_.lower() in word_class("popular_votes") and is_infinitive(current):
        return Judgement(_F.POSSIBLE, why)  # "seek a referendum to have it repealed"
    if took_time(governor):
        return Judgement(_F.HAPPENED, f"{why} time")
    if governor.lemma_.lower() in word_class("lets") and current.lemma_.lower() == "become":
        if is_choice(first_conjunct(governor)):
            return Judgement(_F.POSSIBLE, "either")
        if governor.lower_ == "let" and governor.dep_ == "ROOT" and not auxiliaries(governor):
            return Judgement(_F.HAPPENED, "let")  # read as the present or as an order
        return by_modal(governor) or (None if is_bare(governor) else by_tense(governor, "running"))
    if governor.lower_ == "had" and _had_to(current, governor):
        return Judgement(_F.HAPPENED, "had to")
    becomes = governor.head if governor.dep_ == "xcomp" and lemma(governor.head) == "become" else governor
    if name == "required" and may_be(becomes) and not is_negated(becomes):
        return Judgement(_F.POSSIBLE, f"may {why}")  # "it may become necessary to pass it"
    if name in ("possible", "required") and _would_have(governor):
        return Judgement(_F.DENIED, f"would have {why}")  # "would have allowed the House to debate it"
    needed = governor.lemma_.lower() in word_class("is_needed") and governor.pos_ != "NOUN"
    if name == "required" and _is_no_need(governor):  # "ruled out the need for a referendum"
        return Judgement(_F.POSSIBLE if may_be(governor.head) else _F.DENIED, f"no {why}")
    if name == "required" and needed and is_negated(governor):
        return Judgement(_F.DENIED, f"not {why}")  # "neither a debate nor a referendum would be necessary"
    if name == "required" and "would" in auxiliaries(governor):
        still = any(c.lower_ in ("still", "first") for c in children(governor, "advmod"))
        if still and depends(governor) is None:
            return Judgement(_F.REQUIRED, f"would still {why}")  # "would still have to be signed"
        return Judgement(_F.CONDITIONAL, f"would {why}")
    if name == "fact" and is_negated(governor) and governor.lemma_.lower() in ("manage", "succeed"):
        return Judgement(_F.HAPPENED if steps == 0 else _F.DENIED, f"not {why}", failed=True)
    if name == "possible" and governor.lemma_.lower() == "able" and is_negated(governor):
        return not_able(governor, steps == 0)
    if name == "denied":
        if is_negated(governor):
            return Judgement(_F.POSSIBLE, f"not {why}")  # "cannot refuse to sign it"
        if why in ("reluctant", "reluctance"):
            return Judgement(_F.POSSIBLE, why)
        asked = is_infinitive(governor) and class_of(governor.head) != "fact"
        if asked and governor.lemma_.lower() in word_class("forestalls"):
            return Judgement(_F.POSSIBLE, f"to {why}")  # "asked a court to stop her from signing it"
        if is_condition(governor) or (why == "fail" and may_be(governor)) or would_lead(governor):
            return Judgement(_F.POSSIBLE, "if")  # "if Congress fails to pass it", "may fail to pass"
        tried = steps == 0 and governor.lemma_.lower() not in word_class("forestalls")
        return Judgement(_F.HAPPENED if tried else _F.DENIED, why, failed=tried)
    if governor.pos_ == "NOUN" and why in ("start", "beginning") and is_finite_past(governor.head):
        return Judgement(_F.HAPPENED, f"the {why}")  # "the hearing marked the start of the debate"
    if fell_through(governor):
        return Judgement(_F.DENIED, f"had {why}")
    if name == "promised" and wants_of_others(current, governor):
        return Judgement(_F.POSSIBLE, why)
    if name == "expected" and any(c.lower_ == "less" for c in children(governor, "advmod")):
        return Judgement(_F.POSSIBLE, f"less {why}")
    if name and name != "fact":
        tried = governor.lemma_.lower() in word_class("tries") | {"effort", "move"}  # "made no effort to"
        denied = is_negated(governor) or (tried and is_negated(governor.head))
        denied = denied and (tried or name in ("promised", "scheduled", "expected"))
        if denied and not tried and (later := put_later(current) or put_later(governor)):
            return later
        return Judgement(_F.DENIED if denied else _F(name), why)
    if governor.lemma_.lower() in word_class("takes_for_done"):
        return where_it_depends(governor, by_modal(governor) or by_tense(governor, "running"))
    if settled := decided_against(current, governor) or decided_to_bring(current, governor):
        return settled
    above = class_of(governor.head) if governor.dep_ in ("obj", "nsubj:pass") else ""
    asked = above == "cancelled" or (above == "possible" and governor.dep_ == "obj")
    if is_infinitive(current) and current.dep_ == "acl" and asked:
        # "urged them to vote", "would have allowed them to vote"
        return Judgement(_F.DENIED if _would_have(governor.head) else _F(above), governor.head.lower_)
    over = is_infinitive(current) and "have" in auxiliaries(current)
    if over and (is_finite_past(governor) or governor.pos_ == "ADJ"):
        return Judgement(_F.HAPPENED, "to have")  # "was reported to have passed", "proud to have passed"
    if is_infinitive(current) and current.tag_ == "VBG" and "be" in auxiliaries(current) and not name:
        return Judgement(_F.ONGOING, "present progressive")  # "is said to be weighing some changes"
    if in_a_row := _in_a_row(current, governor):
        return in_a_row
    if is_infinitive(current) and leads_to(current, governor):
        return None  # "will have to launch a procedure to override it": as the launch
    if is_infinitive(current) and governor.lower_ in ("next", "turn") and children(governor, "cop"):
        # "it is their turn to vote on it", "is next to be debated"
        return by_modal(governor) or Judgement(_F.SCHEDULED, f"is {why} to")
    judged = governor.pos_ == "ADJ" and any(c.lower_ == "it" for c in children(governor, "nsubj", "expl"))
    judged = judged and not any(c.tag_ == "VBD" for c in children(governor, "cop"))
    too = governor.pos_ in ("ADJ", "ADV") and any(c.lower_ == "too" for c in children(governor, "advmod"))
    if (judged or too) and is_infinitive(current):
        return Judgement(_F.POSSIBLE, f"is {why} to")  # "it would be improper for the bill to be sent on"
    if is_infinitive(current) and is_infinitive(governor) and class_of(governor.head) == "required":
        return None  # "would need to be recalled to vote on it"
    if governor.tag_ in ("VBZ", "VBP", "VBG", "NNS") and governor.lemma_.lower() in word_class("assembles"):
        return Judgement(_F.SCHEDULED, f"{why} to")  # "parliament meets to vote on it"
    if is_infinitive(current) and _is_power(governor, current):
        return Judgement(_F.POSSIBLE, "power to")
    fronted = current.dep_ == "advcl" and current.i < governor.i  # "to block the vote, they agreed to …"
    first = first_conjunct(current)  # "so as to halt it and | force a vote"
    aims = current.dep_ in ("acl", "advcl", "xcomp") or (first is not current and first.dep_ == "advcl")
    if is_infinitive(first) and aims and (name != "fact" or fronted):
        meant = governor.lemma_.lower() in ("go", "about") and is_negated(governor)
        told = by_modal(governor)
        if fronted and (name == "required" or (told is not None and told.status is _F.REQUIRED)):
            return Judgement(_F.REQUIRED, f"to {current.lower_}")  # "to become law, it must pass there too"
        if any(c.lower_ == "only" for c in children(first, "advmod")) and is_finite_past(governor):
            return Judgement(_F.HAPPENED, f"only to {current.lower_}")  # "was signed, only to be struck down"
        if _is_left(current):
            return Judgement(_F.REQUIRED, f"still to be {current.lower_}")
        return Judgement(_F.DENIED if meant else _F.SCHEDULED, f"to {current.lower_}")
    if governor.pos_ in ("VERB", "AUX") or children(governor, "cop"):
        if is_negated(governor) and name == "fact":
            return Judgement(_F.DENIED, "not")
        copula = next(iter(children(governor, "cop")), None)
        if copula is not None and copula.tag_ != "VBD" and current.dep_ == "csubj" and is_infinitive(current):
            return Judgement(_F.POSSIBLE, f"is {why} to")  # "it is important to pass the bill"
        return by_modal(governor)
    return None


def _is_deemed(step: Token, governor: Token) -> bool:
    """Whether a bill counts as what was done to it: "is deemed adopted", "is considered passed"."""
    counts = governor.lemma_.lower() in ("deem", "consider", "regard") and is_passive(governor)
    counts = counts and governor.dep_ != "acl:relcl" and depends(governor) is None
    return counts and step.dep_ == "xcomp" and step.tag_ == "VBN" and not is_infinitive(step)


def _sets_rules_aside(verb: Token) -> bool:
    """Whether a verb tells what was done to come to something: "bent its rules | to pass it"."""
    if verb.lemma_.lower() not in word_class("sets_rules_aside"):
        return False
    return any(noun.lemma_.lower() in word_class("rules_set_aside") for noun in children(verb, "obj"))


def _is_done_in(step: Token) -> bool:
    """Whether a sentence opens with a step by which something is done: "In tabling it, they seek to …"."""
    return step.tag_ == "VBG" and step.left_edge.i == 0 and step.left_edge.lower_ == "in"


def _is_power(verb: Token, step: Token) -> bool:
    """Whether a step is what a power or right that somebody has is to, hung on the verb by the parser:
    "retains the authority | to make changes".
    """
    before = step.left_edge.i - 1
    return any(noun.i == before and class_of(noun) == "possible" for noun in children(verb, "obj"))


def _would_have(verb: Token) -> bool:
    """Whether a verb tells what it did not come to."""
    return {"would", "have"} <= set(auxiliaries(verb))


def _is_no_need(need: Token) -> bool:
    """Whether there is no need for something: "saw no need for a vote", "ruled out the need to vote"."""
    none = any(c.lower_ == "no" for c in children(need, "det"))
    denied = need.dep_ == "obj" and class_of(need.head) == "denied"
    return need.lemma_.lower() in ("need", "requirement") and need.pos_ == "NOUN" and (none or denied)


def _in_a_row(current: Token, governor: Token) -> Judgement | None:
    """Return as a fact what somebody or something was the first to do, or one of several: "was the first bill
    to clear the Senate", "is the third to be vetoed this year", "was one of 18 bills to go through".
    """
    if not is_infinitive(current) or current.dep_ not in ("acl", "advcl", "xcomp"):
        return None
    noun, ordinals = governor.lemma_.lower(), word_class("ordinals")
    doing = noun in bill_words()["strong"] | bill_words()["weak"] or noun in actor_sorts()
    told = [c.lower_ for c in children(governor, "amod")]
    counted = noun in ordinals or (doing and any(w in ordinals or w[0].isdigit() for w in told))
    one = doing and governor.dep_ == "nmod" and governor.head.lower_ == "one"
    predicate = governor.head if one else governor
    if counted and (modal := by_modal(predicate)):
        return modal
    was = one and any(c.tag_ == "VBD" for c in children(predicate, "cop"))
    if counted or (was and "be" not in auxiliaries(current)):
        return Judgement(_F.HAPPENED, f"{predicate.lower_} to")
    return None


def _came_to_nothing(tried: Token, attempt: Token) -> Token | None:
    """Return the verb by which an attempt failed: "the bid to override the veto was defeated", "a bid to
    shelve it, which went down".
    """
    told = [attempt.head, *children(tried, "xcomp", "advcl", "ccomp"), *children(attempt, "acl:relcl")]
    told = [verb for verb in told if {lemma(verb), *words_of(verb)} & word_class("comes_to_nothing")]
    return next((verb for verb in told if verb.tag_ in ("VBD", "VBN")), None)


def _is_left(step: Token) -> bool:
    """Whether "still" or "yet" leads to an infinitive: "the bill, | still to be approved by the senators"."""
    left = any(c.lower_ in ("still", "yet") for c in children(step, "advmod"))
    return left and is_passive(step)
