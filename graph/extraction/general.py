"""What tells no step of a bill although a frame holds: rules for any bill, votes of a few, its contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction.any_bill import is_rule, is_what_it_is_on
from graph.extraction.attempts import is_unreal, kept_from_starting
from graph.extraction.bill_one_by_one import opens_a_sentence
from graph.extraction.draft import Draft
from graph.extraction.hurdles import is_hurdle, is_what_any_takes
from graph.extraction.lawless import tells_of_no_law
from graph.extraction.lexicon import actor_sorts, bill_words, folded, parties, states, word_class
from graph.extraction.lookalikes import is_given_to_the_press, only_looks_so
from graph.extraction.motions import is_of_confidence
from graph.extraction.other_votes import (
    is_freedom,
    is_held,
    is_of_the_timetable,
    is_on_a_person,
    is_on_what_to_do,
    is_other_popular_vote,
    is_share_of_votes,
    is_side,
)
from graph.extraction.said_only import is_said_only
from graph.extraction.scene import LAWMAKERS, Found
from graph.extraction.undone import is_called_for_in_vain
from graph.extraction.verbs import governed
from graph.language.roles import agents, auxiliaries, is_infinitive, is_passive
from graph.language.tree import children, clause_of, lemma, obliques, prepositions
from graph.terms import EventType, Outcome

if TYPE_CHECKING:
    from graph.language.words import Token

_STOPS = frozenset(("block", "halt", "stop", "kill", "defeat", "down"))
_CONTENT = frozenset((EventType.REPEAL, EventType.AMENDMENT, EventType.PASSAGE))


def tells_no_step(draft: Draft, index: int, token: Token, found: Found) -> bool:
    """Whether a trigger with a frame that holds tells of no step of a bill of the article, nor of an event
    of its story.
    """
    if not found.frame.type.is_stage:
        return _is_forestalled(token) or (found.frame.name == "release" and is_given_to_the_press(token))
    return (
        is_rule(draft, index, found)
        or (found.frame.type is EventType.AMENDMENT and not found.bills and tells_of_no_law(draft))
        or _is_vote_of_some(token, found)
        or _is_one_member(found)
        or _is_looked_for(found)
        or _is_content(token, found)
        or (found.frame.type in _CONTENT and token.i < 3 and opens_a_sentence(token.doc) is not None)
        or is_what_it_is_on(draft, index, token)
        or _is_attribute(token)
        or _is_count(token)
        or is_hurdle(token)
        or (token.tag_ == "NNS" and token.lemma_.lower() in word_class("singular_only"))
        or token.lower_ in word_class("only_describe")
        or (found.why in ("consider", "present") and _is_judged(token))
        or (found.frame.name == "majority" and found.clause.dep_ == "ccomp")  # "believed it had a majority"
        or (found.frame.name == "majority-for-an-amendment" and found.clause.lemma_ in ("need", "require"))
        or only_looks_so(token, found)
        or _is_plea(token, found)
        or is_called_for_in_vain(found.clause)
        or is_of_confidence(token, found)
        or is_other_popular_vote(token, found)
        or is_on_a_person(token, found)
        or is_of_the_timetable(token, found)
        or is_on_what_to_do(token, found)
        or is_side(token, found)
        or is_unreal(token)
        or _is_voted_against(token)
        or _is_put_off_elsewhere(token, found)
        or (_is_in_a_name(token) and not found.why.startswith("be "))  # "bill on its way"
        or _is_brought_in(token, found)
        or is_freedom(token)
        or is_share_of_votes(token)
        or is_held(token)
        or is_said_only(token, found)
        or _is_habit(found.clause)
        or (found.frame.type is EventType.COMMENCEMENT and kept_from_starting(token))
        or _is_meant_for(token)
        or _is_of_the_way(token, found)
        or is_what_any_takes(token)
        or (token.head.lemma_.lower() == "lack" and "of" in prepositions(token))
    )


def _is_meant_for(token: Token) -> bool:
    """Whether "proposed" says what is to be reached: "a bill proposed to cap rents"."""
    behind = [word for word in token.doc[token.i + 1 : token.i + 3] if word.lower_ != "to"]
    to = token.lemma_.lower() == "propose" and len(behind) == 1
    return to and behind[0].tag_[:3] in ("VB", "NN") and behind[0].lemma_.lower() not in actor_sorts()


def _is_of_the_way(token: Token, found: Found) -> bool:
    """Whether what begins, is slow or is decided on is a part of a bill's way: "this stage began", "the delay
    in sending it", "approved the urgency of the bill".
    """
    through = children(token, "obj") + [noun for _, noun in obliques(token)] if "through" in found.why else []
    gone = any(noun.lemma_.lower() in word_class("gone_through") for noun in through)
    if gone or (found.patient is not None and found.patient.lemma_.lower() in word_class("ways_of_dealing")):
        return True
    slow = found.why == "delay" and token.pos_ == "NOUN" and found.patient is None and not obliques(token)
    stage = found.patient if found.frame.name == "commence" else None
    if stage is None or stage.lemma_.lower() not in ("stage", "phase"):
        return slow
    return bool({c.lower_ for c in children(stage, "det", "compound")} & word_class("stages_of_the_way"))


def _is_judged(considered: Token) -> bool:
    """Whether something is only held to be so: "is considered adopted", "is considered too costly", "how
    urgent they consider it".
    """
    if any(word.lower_ == "how" and word.nbor().pos_ == "ADJ" for word in considered.doc[: considered.i]):
        return True
    told = is_passive(considered) and considered.following in ("too", "a", "an", "the", "as")
    taken = (considered, *children(considered, "obj"))  # "considers it as the key bill"
    told = told or any(mark == "as" for word in taken for mark, _ in obliques(word))
    return told or any(
        considered.tag_ != "VBG" or not is_infinitive(c) for c in children(considered, "xcomp")
    )


def _is_voted_against(token: Token) -> bool:
    """Whether a decision is what members voted against: "voted against the approval of the bill"."""
    against = any(child.lower_ == "against" for child in children(token, "case", "mark"))
    return against and token.head.lemma_.lower() == "vote" and token.lemma_.lower() != "vote"


def _is_put_off_elsewhere(token: Token, found: Found) -> bool:
    """Whether what is put off is no bill: "the postponement of the election"."""
    if found.frame.name != "postpone" or token.pos_ != "NOUN" or found.patient is not None:
        return False
    return bool(children(token, "compound")) or "of" in {mark for mark, _ in obliques(token)}


def _is_habit(clause: Token) -> bool:
    """Whether a clause tells what is done time and again: "Congress usually passes it in June", "they often
    need help to pass it", "has passed every year since 1961".
    """
    if is_infinitive(clause) and clause.dep_ in ("xcomp", "advcl", "acl"):
        clause = clause_of(clause.head)
    present = clause.tag_ in ("VBZ", "VBP") or {"is", "are"} & set(auxiliaries(clause))
    how = children(clause, "advmod", "obl:unmarked")
    counted = {c.lower_ for word in how for c in children(word, "det")}
    told = {word.lower_ for word in how} | counted
    if clause.tag_ == "VBG" or {"has", "have"} & set(auxiliaries(clause)):
        return bool(counted & {"every", "each"})  # "prided themselves on passing it each year"
    return bool(present and told & word_class("time_and_again"))


def _is_forestalled(token: Token) -> bool:
    """Whether something is told only as what is to be kept from happening: "to prevent an attack"."""
    verb = token.head
    return (
        token.dep_ in ("obj", "conj")
        and is_infinitive(verb)
        and verb.lemma_.lower() in word_class("forestalls")
    )


def _is_vote_of_some(token: Token, found: Found) -> bool:
    """Whether only some members are told to have voted so: "nine Liberals voted against it", "115 rejected
    it", "those who voted for it", "with 204 members voting to approve it"; or to be behind it: "it has the
    support of four senators".
    """
    if token.pos_ == "NOUN" and token.dep_ == "obj" and token.head.lemma_.lower() in ("have", "enjoy"):
        return _are_some(list(found.agents))
    votes = token.lemma_.lower() == "vote"
    cut_off = votes and token.tag_ == "VBN" and not found.agents and not children(token, "aux:pass", "aux")
    if cut_off and "against" in {mark for mark, _ in governed(token)}:
        return True  # "the party, a coalition that governed until May, voted against it"
    if token.pos_ != "VERB" or is_passive(token) or not (votes or found.frame.outcome):
        return False  # "rejected by 319 to 249"
    if (
        token.dep_ == "xcomp"
        and token.head.lemma_.lower() == "vote"
        and token.head.dep_ in ("acl", "acl:relcl")
    ):
        return _are_some(agents(token.head))
    acting = agents(token)
    if token.dep_ in ("acl", "acl:relcl"):
        return _are_some([noun for noun in acting if votes or noun.pos_ in ("NUM", "PRON")])
    if not votes:
        rejected = found.frame.outcome is Outcome.REJECTED
        camps = [c for noun in acting for c in children(noun, "amod", "compound") if _is_camp(c)]
        members = [camp for camp in camps if camp.head.tag_ in ("NNS", "NNPS")]
        if found.frame.name == "back" and any(map(_is_of_a_party, members)):
            return True  # "both Greens MPs supported it"
        if any(children(word, "nummod") for camp in camps for word in (camp, camp.head)):
            return True  # "all 16 government senators supported it"
        if any(
            children(noun, "nummod") and {"only", "just"} & {c.lower_ for c in noun.subtree}
            for noun in acting
        ):
            return True  # "after only 40 deputies backed it"
        return rejected and any(noun.pos_ == "NUM" and not obliques(noun) for noun in acting)
    if any(noun.lower_ in ("i", "he", "she") for noun in acting):
        return True
    sides = {side for mark, _ in governed(token) for side in mark.split()}
    sides |= {child.lower_ for child in children(token, "advmod", "obl", "compound:prt")}
    sides |= {"against" for child in token.children if child.lower_ in ("no", "nay") and child.i > token.i}
    if "against" not in sides or sides & {"for", "favour", "favor", "yes"}:
        return False
    majority = any(t.lower_ == "majority" for t in token.doc)
    if not found.agents and any(_is_some_place_or_party(noun) for noun in acting):
        return True
    return _are_some(acting) and not (found.sort in LAWMAKERS and majority)


def _is_one_member(found: Found) -> bool:
    """Whether one member alone is told to decide: "one of the MPs backed it", "a deputy rejects it"."""
    decides = found.frame.type in (EventType.PASSAGE, EventType.OVERRIDE) and found.sort in LAWMAKERS
    if not decides or not found.agents or found.frame.outcome is Outcome.POSTPONED:
        return False  # a speaker takes a bill off the agenda
    first = found.agents[0]
    one = first.lower_ == "one" and "of" in {mark for mark, _ in obliques(first)}
    return one or (first.tag_ == "NN" and first.lemma_.lower() in word_class("office_holders"))


def _are_some(acting: list[Token]) -> bool:
    """Whether who acts is told by a number or as a few."""
    return any(
        children(noun, "nummod")
        or noun.pos_ == "NUM"
        or noun.lower_ in word_class("few")
        or any(_is_of_a_party(c) for c in children(noun, "amod", "compound"))
        for noun in acting
    )


def _is_some_place_or_party(noun: Token) -> bool:
    """Whether a noun is a name: "Limburg", "the Western Cape"."""
    return noun.text[:1].isupper() and (noun.pos_ == "PROPN" or bool(children(noun, "amod", "compound")))


def _is_camp(word: Token) -> bool:
    """Whether a word before counted members says of which camp they are: "government", "Conservative"."""
    known = states().by_adjective.keys() | states().by_name.keys()
    if word.text[:1].isupper() and word.i and folded(word.text) not in known:
        return actor_sorts().get(word.lemma_.lower()) not in LAWMAKERS
    return word.lower_ in word_class("camps")


def _is_looked_for(found: Found) -> bool:
    """Whether the support of some members is all that is told: "expects support from crossbench MPs"."""
    if found.frame.name != "backing" or not found.agents:
        return False
    return any(_is_camp(c) or _is_of_a_party(c) for c in children(found.agents[0], "amod", "compound"))


def _is_of_a_party(word: Token) -> bool:
    """Whether a word before "lawmakers" says of which camp they are: "Communist MPs"."""
    return word.lower_ in parties() or actor_sorts().get(word.lemma_.lower()) == "party"


def _is_content(token: Token, found: Found) -> bool:
    """Whether an infinitive or a relative clause beside "bill" says what is in it: "a bill to abolish the
    register", "a draft that changes the code", "it changes the code".
    """
    if token.head.lemma_.lower() in word_class("lets") and token.dep_ in ("xcomp", "ccomp"):
        content = token.head.dep_ in ("acl", "acl:relcl")
        return content and token.lemma_.lower() == "vote"  # "a bill that would let women vote"
    if found.frame.type not in _CONTENT:
        return False
    present = token.tag_ in ("VBZ", "VBP") and not auxiliaries(token)
    if present and any(c.lower_ in ("it", "they") for c in children(token, "nsubj")):
        return found.frame.type is EventType.AMENDMENT
    relative = {c.lower_ for c in children(token, "nsubj")} & {"that", "which"}
    described = present and token.dep_ == "acl:relcl" and relative
    noun, behind = token.head, token.dep_ == "advcl" and token.i > 1
    if behind and token.nbor(-2) in children(noun, "obj"):
        noun = token.nbor(-2)  # "approved the Water Bill to amend the code"
    elif token.dep_ in ("xcomp", "advcl") and noun.dep_ in ("acl", "acl:relcl"):
        noun = noun.head  # "a bill that she sent us to amend the code"
    elif not described and token.dep_ != "acl":
        return False
    if not described and not is_infinitive(token):
        return False
    moved = noun.lower_ == "motion" and token.lemma_.lower() in word_class("moved_to")
    if moved or token.lemma_.lower() in word_class("no_content"):
        return False  # "a motion to pass the bill"
    return noun.lemma_.lower() in bill_words()["strong"] | bill_words()["weak"]


def _is_count(token: Token) -> bool:
    """Whether "votes" only counts who votes how: "eight votes came from independents", "one vote short"."""
    if token.head.lower_ in ("short", "shy") and token.dep_ == "nsubj":
        return True  # "the tally was short of the 60 votes needed"
    if token.lower_ not in ("votes", "vote") or not children(token, "nummod"):
        return False
    if token.lower_ == "vote":
        return any(child.lower_ in ("short", "shy") for child in token.children)
    if any(child.lower_ in ("needed", "required") for child in children(token, "acl", "amod")):
        return True
    if any(child.lower_ in ("short", "shy") for child in (*token.head.children, token.head)):
        return True  # "two votes short of a majority"
    if token.head.lemma_.lower() == "come" and any(mark == "from" for mark, _ in obliques(token.head)):
        return True  # "support came from the Greens, with 178 votes"
    needed = token.dep_ == "obj" and token.head.lemma_.lower() in ("need", "require", "have", "lack")
    tried = lemma(token.head.head) == "fail" and is_infinitive(token.head)  # "failed to collect 160 votes"
    needed |= tried and token.dep_ == "obj" and token.head.lemma_.lower() in word_class("collects_votes")
    there = token.head.lemma_.lower() == "be"  # "there were 120 votes in favour"
    return needed or (token.dep_ in ("nsubj", "nsubj:pass") and not there)


def _is_plea(token: Token, found: Found) -> bool:
    """Whether it is a court that is asked to stop a law: "sued to block it", "sought an order halting it"."""
    if found.frame.type is not EventType.PASSAGE or found.sort != "none" or token.pos_ != "VERB":
        return False
    asked = {word.lemma_.lower() for word in token.doc} & word_class("pleads")
    return bool(asked) and token.dep_ in ("acl", "advcl", "xcomp") and token.lemma_.lower() in _STOPS


def _is_in_a_name(token: Token) -> bool:
    """Whether an event noun only says what a bill is on: "the law on the ratification of the treaty"."""
    marks = [c for c in children(token, "case") if c.lower_ in ("on", "about", "concerning", "regarding")]
    if token.pos_ not in ("NOUN", "PROPN") or not marks or not marks[0].i:
        return False
    before = marks[0].nbor(-1)
    return before.lemma_.lower() in bill_words()["strong"] and before.pos_ in ("NOUN", "PROPN")


def _is_brought_in(token: Token, found: Found) -> bool:
    """Whether what is introduced or withdrawn is no bill: "the introduction of sanctions"."""
    if found.frame.name not in ("introduce", "withdraw") or token.pos_ != "NOUN":
        return False
    things = [noun.lemma_.lower() for mark, noun in obliques(token) if mark == "of"]
    if "amendment" in things:
        return True
    return found.patient is None and any(thing not in bill_words()["weak"] for thing in things)


def _is_attribute(token: Token) -> bool:
    """Whether a trigger only says of what sort a thing is: "the veto session", "the referendum bill", "the
    most debated bill".
    """
    if token.dep_ == "amod":
        return token.lower_ == "proposed" or "most" in {child.lower_ for child in token.children}
    if token.lemma_.lower() == "veto" and token.head.lemma_.lower() in ("power", "right"):
        used = token.head.head.lemma_.lower() in ("use", "exercise", "wield", "invoke", "apply")
        owned = token.dep_ == "compound" or "of" in prepositions(token)
        return owned and not used  # "has a limited power of veto", "nobody doubts her veto power"
    if token.dep_ == "nmod" and {"concerning", "regarding", "about"} & set(prepositions(token)):
        return True  # "a provision concerning its entry into force"
    if token.pos_ not in ("NOUN", "PROPN") or token.dep_ != "compound":
        return False
    if prepositions(token) and not (token.head.i == token.i + 1 and "on" in prepositions(token)):
        return False  # "debate on the | referendum bill", read as on the referendum
    return token.head.lemma_.lower() in word_class("named_by_events") | bill_words()["strong"]
