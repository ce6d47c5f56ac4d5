"""Frames at event nouns: "final approval", "the release of the prisoners", "its passage by the Senate".

An event noun has its agent as owner, compound or by-phrase, or in the light verb that carries it: the subject
of "gave its approval" approves, the subject of "won approval" is approved.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from graph.extraction.authors import behind, set_beside
from graph.extraction.law_senses import is_the_constitution
from graph.extraction.lexicon import Frame, by_lemma, word_class
from graph.extraction.nouns import is_purpose, is_time_word
from graph.extraction.scene import ACTORS, LAWMAKERS, Found, Scene
from graph.extraction.undone import is_done_without, is_passed_up
from graph.language.roles import agents, is_infinitive, is_passive, subjects
from graph.language.tree import children, clause_of, conjuncts, kept, obliques, possessors, prepositions
from graph.lexicons import load_lexicon
from graph.terms import DECISIONS, EventType

if TYPE_CHECKING:
    from graph.language.words import Token

_CARRIED = ("obj", "nsubj", "nsubj:pass", "obl", "xcomp", "ccomp", "obl:unmarked", "iobj")
_CARRIES_BY_PREPOSITION = frozenset(("wait", "go", "put", "come", "vote"))
_ONE_PARTICULAR = frozenset(("after", "following", "during", "amid"))
_DECIDE = LAWMAKERS | {"committee", "head", "voters"}
_SPEAKERS = frozenset(("his", "her", "my", "their"))
_DEFINITE = frozenset(("the", "this", "that", "these", "final", "its", "their"))


@lru_cache(maxsize=1)
def _light() -> dict[str, str]:
    """Return "give", "get" or "both" for each light verb: which side its subject is on."""
    words = load_lexicon("stages")["light"]
    return {
        word: "both" if word in words["give"] and word in words["get"] else side
        for side in ("give", "get")
        for word in words[side]
    }


def carrier(noun: Token) -> tuple[Token, str]:
    """Return the verb that carries an event noun (the noun itself without one), and which side its subject is
    on.
    """
    head = noun.head
    if children(noun, "cop"):
        return noun, ""
    if noun.dep_ == "conj" or _is_power_used(noun):
        return carrier(head)
    if (course := _course(noun)) is not None:
        return course, ""
    follows = noun.dep_ == "obl:agent" and head.lemma_.lower() == "follow"  # "will be followed by a vote"
    if head.pos_ not in ("VERB", "AUX") or not (follows or noun.dep_ in _CARRIED):
        return noun, ""
    word = head.lemma_.lower()
    by_preposition = noun.dep_ == "obl" and word in _CARRIES_BY_PREPOSITION
    misread = noun.dep_ == "iobj" and not children(head, "obj")  # "gave its nod to the bill"
    if noun.dep_ in ("obj", "nsubj:pass", "xcomp") or by_preposition or misread:
        return head, _light().get(word, "")
    return head, ""


def _is_power_used(noun: Token) -> bool:
    """Whether somebody makes use of a power to do what a noun before it names: "used her veto power"."""
    power = noun.head
    used = noun.dep_ == "compound" and power.dep_ == "obj" and power.lemma_.lower() in word_class("powers")
    return used and power.head.lemma_.lower() in word_class("makes_use")


def _course(noun: Token) -> Token | None:
    """Return the verb that says how an expected event goes: "expects the release to start on Monday"."""
    below = children(noun, "acl") + (children(noun.head, "xcomp", "advcl") if noun.dep_ == "obj" else [])
    goes = [verb for verb in below if is_infinitive(verb) and verb.lemma_.lower() in word_class("courses")]
    return goes[0] if goes else None


def at_noun(scene: Scene, lexicon: str, index: int, noun: Token) -> Found | None:
    """Return what the first frame of a lexicon says that holds at an event noun of tree `index`."""
    known = by_lemma(lexicon, "nouns")
    names = [name for name in _names(noun) if name in known]
    if not names or is_time_word(noun):
        return None  # "in early March" is no march
    made = (f for name in names for f in known[name] if f.bill_itself)
    if lexicon == "stages" and (
        found := next((m for f in made if (m := _made_by(scene, index, noun, f))), None)
    ):
        return found
    if noun.tag_ == "NNP" and noun.text[0].isupper() and scene.draft.bills.is_mention(index, noun):
        return None  # "ratified the Oslo Accord"
    if "under" in prepositions(noun) and children(noun, "cop"):
        return None  # "is under discussion" is a predicate
    if "without" in prepositions(noun) and is_done_without(noun):
        return None
    if noun.lower_ in ("submission", "presentation") and {t.lower_ for t in possessors(noun)} & _SPEAKERS:
        return None  # "in her submission she said"
    if is_passed_up(noun, carrier(noun)[0]) or any(is_the_constitution(t) for t in possessors(noun)):
        return None
    for name in names:
        for frame in known[name]:
            found = None if frame.bill_itself else _matched(scene, index, noun, frame)
            if found is not None:
                return found
    return None


@kept
def _names(noun: Token) -> list[str]:
    """Return the words to look an event noun up by: with the word before or after it ("green light",
    "stage two"), then alone.
    """
    plain = noun.lemma_.lower()
    joined = [f"{c.lemma_.lower()} {plain}" for c in children(noun, "amod", "compound")]
    joined += [
        f"{plain} {c.lower_}" for c in children(noun, "nummod", "flat", "nmod:unmarked") if c.i > noun.i
    ]
    if noun.i > 1 and noun.preceding == "-":
        joined.append(f"{noun.nbor(-2).lower_}-{plain}")  # "go-ahead", cut at its hyphen
    return [*joined, plain]


def _matched(scene: Scene, index: int, noun: Token, frame: Frame) -> Found | None:
    if frame.countries and scene.draft.country not in frame.countries:
        return None
    modifiers = {c.lemma_.lower() for c in children(noun, "amod", "compound")}
    if frame.modifiers and not modifiers & frame.modifiers:
        return None
    if frame.with_ and not any(other.lemma_.lower() in frame.with_ for other in _near(noun)):
        return None
    if frame.case and not (frame.case & set(prepositions(_counting(noun))) and _is_beside_a_decision(noun)):
        return None
    verb, light = carrier(noun)
    if frame.needs_light and light not in ("get", "both"):
        return None
    acting = agents_of(scene, index, noun, frame.with_prep)
    if light == "give" and verb.lemma_.lower() in word_class("calls_for_votes") and "vote" in frame.nouns:
        acting = [t for t in acting if scene.sort(index, t) in _DECIDE - {"head"}]
    if frame.agent_itself and "to" in prepositions(noun):
        return None  # "goes back to its authors"
    if frame.agent_itself:
        acting = scene.acting(index, [set_beside(noun)])
    if frame.acts_on == "people":
        acting = [t for t in acting if t not in possessors(noun)]
    sort = scene.sort(index, acting[0]) if acting else _adjective_sort(modifiers)
    if frame.after and frame.by_agent.get(sort) == "-" and "after" in prepositions(noun):
        acting, sort = [], "none"  # "after a debate, 31 members voted for it"
    if frame.after and not acting and _is_of_a_committee(scene, index, noun):
        return None
    if frame.agents and sort not in frame.agents:
        return None
    patient, bills = patient_of(scene, index, noun)
    if not bills and frame.agent_itself and _is_of_the_bill(noun):
        bills = tuple(bill for bill in (scene.implied_bill(index, noun),) if bill is not None)
    if not _acts_on(scene, index, noun, frame, patient):
        return None
    if not bills and frame.acts_on == "amendment" and patient is not None:
        bills = scene.about(index, patient)
    if not bills and frame.acts_on == "bill" and frame.type in DECISIONS:
        beside = (scene.new_bill(index, other, sort) for other in _beside(noun))
        bills = next((found for found in beside if found), ())
    if not bills and (frame.named_bill or _is_of_others(scene, index, noun, frame)):
        return None
    if not bills and (frame.acts_on == "bill" or frame.needs_bill):
        follows = frame.after and (_measured(noun) or _is_particular(noun) or _takes_its_course(noun))
        sure = acting or light or sort != "none" or is_definite(noun) or is_purpose(noun) or follows
        bills = scene.implied_bills(index, noun, verb) if sure or frame.needs_bill else ()
        alone = frame.type is EventType.REFERENDUM and scene.draft.bills.main is None  # "a vote on the flag"
        if not bills and not alone:
            return None
    return Found(frame, verb, patient, bills, tuple(acting), (), sort, light, noun.lemma_.lower())


def _near(noun: Token) -> list[Token]:
    """Return the nouns that stand behind an event noun with a preposition, those before whom something is
    told of another too: "the hearing of the referral before the court".
    """
    near = [other for _, other in obliques(noun)]
    return near + [inner for other in near for mark, inner in obliques(other) if mark == "before"]


def _made_by(scene: Scene, index: int, bill: Token, frame: Frame) -> Found | None:
    """Return what a frame says of a bill with a person right behind "by" or "from" ("also by Ana Holm"),
    unless both hang on another noun: "support for the bill from Ana Holm".
    """
    if bill.dep_ in ("nmod", "compound") or not (bills := scene.bills_of(index, bill)):
        return None
    makers = [noun for noun in scene.acting(index, behind(bill)) if scene.sort(index, noun) in frame.agents]
    if not makers:
        return None
    return Found(frame, bill, None, bills, tuple(makers), (), "person", why=bill.lemma_.lower())


def _is_of_the_bill(noun: Token) -> bool:
    """Whether who stands behind a bill is told without naming it: "its author", "one of the sponsors"."""
    its = any(owner.lower_ == "its" for owner in possessors(noun))
    the = any(child.lower_ == "the" for child in children(noun, "det"))
    return (its and noun.dep_ != "conj") or (
        the and noun.lemma_.lower() in word_class("behind_bills") and not obliques(noun)
    )


def _is_of_others(scene: Scene, index: int, noun: Token, frame: Frame) -> bool:
    """Whether a consent is that of one who decides on no bill, or a decision or debate is on what no bill is:
    "with the approval of the security agency", "his rejection of their policies", "the adjournment debate".
    """
    if "debate" in frame.nouns and {c.lower_ for c in children(noun, "compound")} & word_class(
        "no_bill_debated"
    ):
        return True
    of = [other for mark, other in obliques(noun) if mark == "of"]
    if frame.outcome and of and all(other.lemma_.lower() in word_class("never_a_bill") for other in of):
        return True
    if noun.lemma_.lower() not in word_class("consents_of"):
        return False
    if {c.lower_ for c in children(noun, "amod")} & {"previous", "prior"} and "with" in prepositions(noun):
        return True  # "licences given with prior approval by the agency"
    sorts = {scene.sort(index, other) for other in of}
    return bool(sorts & ACTORS) and not sorts & _DECIDE


def _is_beside_a_decision(noun: Token) -> bool:
    """Whether an event noun tells with what a decision was taken: "passed it with two amendments"."""
    without = {t.lower_ for t in noun.subtree} & {"no", "without", "any"}
    verb = clause_of(noun).lemma_.lower()
    return verb in word_class("decides_for") - word_class("gives_back") and not without


def _is_particular(noun: Token) -> bool:
    """Whether an event noun means one event by how it stands: "after a debate", "in a heated debate"."""
    marks = set(prepositions(noun))
    held = "in" in marks and {c.lower_ for c in children(noun, "amod")} & word_class("of_a_sitting")
    return bool(marks & _ONE_PARTICULAR or held)


def _takes_its_course(noun: Token) -> bool:
    """Whether an event noun is told to begin, go on or end: "debate opened on Tuesday"."""
    return noun.dep_ == "nsubj" and noun.head.lemma_.lower() in word_class("courses") | word_class("begins")


def _counting(noun: Token) -> Token:
    """Return the number or the like that counts what a noun names: "with | a series of amendments"."""
    counted = noun.dep_ == "nmod" and noun.head.lemma_.lower() in word_class("numbers_of")
    return noun.head if counted and "of" in prepositions(noun) else noun


def _measured(noun: Token) -> bool:
    """Whether an event noun is told by its length or end: "an hour of debate", "the end of a debate"."""
    return noun.dep_ == "nmod" and noun.head.lemma_.lower() in word_class("lengths") | word_class("ends_of")


def _is_of_a_committee(scene: Scene, index: int, noun: Token) -> bool:
    """Whether an event came before what a committee did: "after hours of debate the panel voted"."""
    first = noun.head if _measured(noun) else noun
    doing = agents(first.head) if "after" in prepositions(first) and first.dep_ == "obl" else []
    return any(scene.sort(index, body) == "committee" for body in doing)


def _acts_on(scene: Scene, index: int, noun: Token, frame: Frame, patient: Token | None) -> bool:
    """Whether what the noun is done to is of the sort that the frame wants."""
    if frame.acts_on == "people":
        return people_of(scene, index, noun) is not None or is_definite(noun)
    if frame.acts_on == "article":
        return patient is not None and patient.lemma_.lower() in word_class("articles")
    if frame.acts_on in ("amendment", "veto"):
        return patient is not None and scene.sort(index, patient) == frame.acts_on
    if frame.acts_on == "government":
        near = [*_beside(noun), *children(noun.head, "iobj")]
        near += [t for mark, t in obliques(noun.head) if mark == "on"]
        return any(scene.sort(index, other) == "government" for other in near)
    return True


def is_definite(noun: Token) -> bool:
    """Whether an event noun means one particular event."""
    return bool({c.lower_ for c in children(noun, "det", "amod")} & _DEFINITE or possessors(noun))


def _adjective_sort(modifiers: set[str]) -> str:
    known = load_lexicon("words")["acting_adjectives"]
    return next((str(known[word]) for word in sorted(modifiers) if word in known), "none")


def people_of(scene: Scene, index: int, noun: Token) -> Token | None:
    """Return the people that an event noun is done to: "the arrest of the president", "his release"."""
    named = [other for mark, other in obliques(noun) if mark == "of"] + possessors(noun)
    return next((other for other in named if scene.is_person(index, other)), None)


def agents_of(scene: Scene, index: int, noun: Token, joint: frozenset[str] = frozenset()) -> list[Token]:
    """Return who acts in an event noun; with `joint` prepositions ("with", "between") all who take part."""
    verb, light = carrier(noun)
    named = possessors(noun)
    named += [body for child in children(noun, "compound", "nmod:desc") for body in conjuncts(child)]
    named += [other for mark, other in obliques(noun) if mark in ("by", "from", "in", "at")]
    if noun.lemma_.lower() in word_class("consents_of"):
        by_name = [other for mark, other in obliques(noun) if mark == "of"]
        named += [other for other in by_name if scene.sort(index, other) in _DECIDE | {"court"}]
    if is_purpose(noun):
        goals = [other for mark, other in obliques(clause_of(noun)) if mark == "to"]
        if scene.acting(index, goals):  # "sent to the president for his signature"
            named = [other for other in named if other.pos_ != "PRON"]
        named += goals
    if light in ("give", "both") and not is_passive(verb) and (giving := subjects(verb)):
        own = ("his", "her", "its", "their")  # "the president gives his assent"
        named = [other for other in named if other.lower_ not in own] + giving
    if light in ("get", "both"):
        named += [other for mark, other in obliques(verb) if mark in ("from", "by", "in")]
    if light and is_passive(verb) and noun.dep_ == "nsubj:pass":
        named += agents(verb)
    if joint:
        named += [other for mark, other in obliques(noun) if mark in joint]
        if noun.dep_ in ("obl", "nmod"):
            named += agents(verb)
    return scene.acting(index, list(dict.fromkeys(named)))


def patient_of(scene: Scene, index: int, noun: Token) -> tuple[Token | None, tuple[int, ...]]:
    """Return what an event noun is done to, and the bills that means."""
    near = _beside(noun)
    for other in near:
        if scene.bills_of(index, other):
            told = (bill for one in conjuncts(other) for bill in scene.bills_of(index, one))
            return other, tuple(dict.fromkeys(told))
    return next((other for other in near if scene.sort(index, other) in ("amendment", "veto")), None), ()


def _beside(noun: Token) -> list[Token]:
    """Return the nouns beside an event noun that it may be done to, by the light verb too that carries it."""
    verb, light = carrier(noun)
    marks = ("of", "on", "for", "to", "over", "about", "against")
    named = [noun, noun.head] if _is_power_used(noun) else [noun]
    near: list[Token] = [other for word in named for mark, other in obliques(word) if mark in marks]
    units = word_class("time_units")  # "a debate of 21 hours on the bill"
    near += [t for of in near if of.lemma_.lower() in units for mark, t in obliques(of) if mark in marks]
    near += possessors(noun) + children(noun, "compound")
    if noun.dep_ == "obj" and not light:  # "resumed debate on Saturday on the bill"
        near += [other for mark, other in obliques(verb) if mark in ("on", "over")]
    if light:
        goals = ("to", "for", "on", "of", *(("against", "over") if len(named) > 1 else ()))
        near += [other for mark, other in obliques(verb) if mark in goals]
        taken = light in ("get", "both") or is_passive(verb)
        near += children(verb, "iobj") + children(verb, "obj")[:-1] + (subjects(verb) if taken else [])
    return near
