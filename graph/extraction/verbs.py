"""Frames at verbs: who does it, what is acted on, who receives, and whether the words beside it fit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extraction.attempts import makes_way
from graph.extraction.companions import has_companions
from graph.extraction.day_words import tells_of_a_sitting
from graph.extraction.goals import given_to, goals_of
from graph.extraction.lexicon import Frame, bill_words, by_lemma, word_class
from graph.extraction.nouns import mask_kind
from graph.extraction.objects import is_form_of_it, objects_of, opens_a_note
from graph.extraction.scene import BODIES, LAWMAKERS, Found, Scene
from graph.extraction.tallies import find_tallies
from graph.extraction.verb_words import is_no_step, is_opinion, words_of
from graph.language.roles import agents, is_infinitive, is_passive, judged, patients, subjects
from graph.language.tree import (
    children,
    conjuncts,
    first_conjunct,
    obliques,
    possessors,
    prepositions,
)
from graph.terms import DECISIONS, EventType, Outcome

if TYPE_CHECKING:
    from graph.language.words import Token

_AROUND = frozenset(("in", "by", "through", "at", "from", "before"))
_AT_WHICH = frozenset(("in", "at", "during", "before", "after", "by"))
_OF_OUTLINES = frozenset((EventType.PASSAGE, EventType.DEBATE, EventType.COMMITTEE))
_TELL_WHAT = DECISIONS | {EventType.INTRODUCTION, EventType.DRAFTING}
_TAKES_NEW_BILLS = frozenset(
    ("pass", "reject", "legalise", "refer", "debate", "vote", "veto-new", "push-through")
)
"""Frames by which a legislature shows that any noun is a bill ("passed rules on posted workers")."""


def at_verb(scene: Scene, lexicon: str, index: int, verb: Token) -> Found | None:
    """Return what the first frame of a lexicon says that holds at a verb of tree `index`."""
    known = by_lemma(lexicon, "verbs")
    past = [
        f"{verb.lemma_.lower()} {mark}"
        for mark, noun in obliques(verb)
        if mark in word_class("past_a_body") and scene.sort(index, noun) in BODIES | {"vote", "reading"}
    ]
    named = [word for word in dict.fromkeys((*past, *words_of(verb))) if word in known]
    if named and is_no_step(verb):
        return None
    acting = scene.acting(index, judged(verb) or agents(verb)) if named else []
    for word in named:
        for frame in known[word]:
            found = _matched(scene, index, verb, acting, frame, word)
            if found is not None:
                return found
    return None


def _matched(
    scene: Scene, index: int, verb: Token, acting: list[Token], frame: Frame, word: str
) -> Found | None:
    if frame.countries and scene.draft.country not in frame.countries:
        return None
    sort = scene.sort(index, acting[0]) if acting else "none"
    if (frame.needs_object and not patients(verb)) or (
        frame.no_object and children(verb, "obj", "xcomp", "ccomp") and verb.following != "it"
    ):
        return None
    if frame.no_bill and scene.implied_bill(index, verb) is not None:
        return None
    if frame.needs_figures and not find_tallies(scene.draft.text.trees[index].sentence.text):
        return None
    if (frame.agents and sort not in frame.agents) or not has_companions(scene, index, verb, frame):
        return None
    recipients = goals_of(scene, index, verb, frame.to) or given_to(scene, index, verb, frame)
    if (frame.to and not recipients) or goals_of(scene, index, verb, frame.not_to):
        return None
    acted = _acted_on(scene, index, verb, frame, word, sort)
    if acted is None or (
        word in frame.needs_court and sort != "court" and not _names_court(scene, index, verb)
    ):
        return None
    patient, bills = acted
    if _is_done_by_a_bill(scene, index, verb, word, patient) or is_opinion(verb):
        return None
    found = Found(frame, verb, patient, bills, tuple(acting), tuple(recipients), sort, why=word)
    if patient is not None and patient in acting:
        found = replace(found, agents=(), sort="none")
    elif word in word_class("receives") and frame.type is not EventType.COMMITTEE:
        found = replace(found, agents=(), recipients=tuple(acting))
    return found if found.agents else _with_agents_around(scene, index, verb, found)


def _is_done_by_a_bill(scene: Scene, index: int, verb: Token, word: str, patient: Token | None) -> bool:
    """Whether a bill does by its words what a verb tells: "the bill, which enacts wide changes", "a section
    that would modify the Ports Act".
    """
    if patient is None or is_passive(verb):
        return False
    if word in word_class("changes_by_words"):
        return any(
            noun.lemma_.lower() in word_class("parts") | word_class("articles") for noun in subjects(verb)
        )
    if word not in word_class("passes_laws"):
        return False
    acting = [noun for noun in subjects(verb) if noun.pos_ in ("NOUN", "PROPN")]
    return patient not in acting and any(scene.draft.bills.is_mention(index, noun) for noun in acting)


_Acted = tuple["Token | None", tuple[int, ...]]


def _acted_on(scene: Scene, index: int, verb: Token, frame: Frame, word: str, sort: str) -> _Acted | None:
    """Return what the verb acts on and the bills it means; None where the frame wants something else."""
    if frame.acts_on == "none":
        if frame.needs_bill and scene.implied_bill(index, verb) is None:
            return None
        if sort == "court" and any(_is_no_law(noun) for noun in objects_of(verb)):
            return None  # "the court annulled the election"
        if (
            sort == "court"
            and word in word_class("done_to_people")
            and _is_done_to_somebody(scene, index, verb)
        ):
            return None  # "the court suspended the minister"
        for_it = [noun for mark, noun in governed(verb) if mark in frame.by_prep]
        judged_so = [n for c in children(verb, "ccomp") for n in subjects(c)] if sort == "court" else []
        told = [*objects_of(verb), *for_it, *judged_so]  # "ruled that | sections of the act | were void"
        acted_on = tuple(dict.fromkeys(bill for noun in told for bill in scene.bills_of(index, noun)))
        of_it = next((bills for noun in told if (bills := scene.about(index, noun))), ())
        return None, scene.about(index, verb) or acted_on or of_it  # "received | views on the bill"
    acted = objects_of(verb)
    if frame.by_oblique:
        around = [verb, *children(verb, "obj", "nsubj:pass")] if frame.needs_object else [verb]
        acted = [noun for near in around for mark, noun in governed(near) if mark in frame.with_prep]
    if frame.with_ and not frame.by_oblique and (given := children(verb, "iobj")):
        acted = [*acted, *given]  # "gave | it | short shrift"
    if not acted and is_form_of_it(verb):
        acted = [*objects_of(verb.head), *subjects(verb.head)]
    if not acted and " " in word:  # "struck down the law", read as a preposition
        acted = [noun for mark, noun in obliques(verb) if mark in ("", word.split()[-1])]
    bare = not makes_way(verb) and not is_passive(verb) and {word, word.split()[0]} & frame.bare
    if bare and not any(scene.bills_of(index, noun) for noun in acted):  # "it passed the bill": a house
        acted = [*acted, *subjects(verb), *children(verb, "expl")]
    if frame.no_bill and acted and acted[0].lemma_.lower() in word_class("never_a_bill"):
        return None  # "voted to extend the session"
    if frame.acts_on == "any":
        return (acted[0] if acted else None), scene.about(index, verb)
    parts = frame.acts_on in ("part", "article")  # "rewrote | parts of the bill"
    acted = [n if parts and n.pos_ not in ("NUM", "ADJ") else _counted(scene, index, n, verb) for n in acted]
    for noun in acted:
        if frame.acts_on == "bill":
            if bills := _bills_acted_on(scene, index, noun, frame, sort):
                also = [_bills_acted_on(scene, index, other, frame, sort) for other in acted if other != noun]
                return noun, tuple(dict.fromkeys((*bills, *(bill for more in also for bill in more))))
            if frame.provisions and noun.lemma_.lower() in word_class("provisions"):
                implied = scene.implied_bill(index, noun)
                return noun, scene.about(index, noun) or (() if implied is None else (implied,))
        elif frame.acts_on == "people":
            if scene.is_person(index, noun):
                return noun, ()
        elif frame.acts_on in ("part", "article", "rule", "deal"):
            if noun.lemma_.lower() in word_class(f"{frame.acts_on}s") and (
                bills := _whole(scene, index, noun)
            ):
                return noun, bills
        elif frame.acts_on == scene.sort(index, noun) and not _goes_with_its_bill(scene, index, noun):
            return noun, scene.about(index, noun) or scene.about(index, verb)
    if frame.acts_on == "bill" and opens_a_note(verb):
        implied = scene.implied_bill(index, verb)
        return None if implied is None else (None, (implied,))
    return _within(scene, index, verb, frame, acted)


def _is_no_law(noun: Token) -> bool:
    """Whether what a court undoes is no law: "the election", "some of the steps"."""
    if any(c.lower_ == "its" for c in children(noun, "nmod:poss")):
        return False  # "reserved its verdict"
    named = [noun, *(inner for mark, inner in obliques(noun) if mark == "of")]
    return any(word.lemma_.lower() in word_class("no_laws") for word in named)


def _is_done_to_somebody(scene: Scene, index: int, verb: Token) -> bool:
    """Whether people undergo a verb, who are not kept from anything: "barred the minister from office"."""
    kept = any(mark == "from" for mark, _ in obliques(verb))
    return not kept and any(scene.is_person(index, noun) for noun in objects_of(verb))


def _goes_with_its_bill(scene: Scene, index: int, noun: Token) -> bool:
    """Whether changes are told as decided with the bill itself: "the bill and its own amendments"."""
    first = first_conjunct(noun)
    its = any(owner.lower_ in ("its", "their") for owner in possessors(noun))
    return its and first is not noun and scene.sort(index, first) == "bill"


def _within(scene: Scene, index: int, verb: Token, frame: Frame, acted: list[Token]) -> _Acted | None:
    """Return the bill of a clause hung on what it is on: "the law on mines | that the House passed"."""
    bill, others = verb.head, [n for n in acted if n != verb.head and n.lower_ not in ("that", "which")]
    if frame.acts_on != "bill" or verb.dep_ not in ("acl", "acl:relcl") or is_infinitive(verb):
        return None
    if bill.lower_ == "what" and frame.type in _TELL_WHAT:
        return bill, _whole(scene, index, bill)  # "what the Senate passed is a milder version"
    if others:
        return None
    while bill.dep_ == "nmod" and not scene.bills_of(index, bill) and not _AT_WHICH & set(prepositions(bill)):
        bill = bill.head  # not "the bill in the autumn session, | which begins in May"
    bills = _bills_acted_on(scene, index, bill, frame, "none") if acted and bill != verb.head else ()
    return (bill, bills) if bills else None


def governed(word: Token) -> list[tuple[str, Token]]:
    """Return (preposition, noun) for what stands beside a word, "in favour" with what it governs."""
    found: list[tuple[str, Token]] = []
    for mark, noun in obliques(word):
        inner = [below for of, below in obliques(noun) if of in ("of", "to")]
        joint = f"{mark} {noun.lower_}" in word_class("joint_prepositions") and inner
        found += [(f"{mark} {noun.lower_}", below) for below in inner] if joint else [(mark, noun)]
    return found


def _counted(scene: Scene, index: int, noun: Token, verb: Token) -> Token:
    """Return what a number or share of it is spoken of: "12 of the amendments", "all of which"."""
    shares = word_class("shares" if verb.dep_ != "acl" else "parts")  # "provisions of the bill | passed"
    one = noun.lower_ in ("first", "second", "third", "last", "latest")  # "the first of her vetoes"
    if not one and noun.pos_ not in ("NUM", "PRON", "DET", "ADJ") and noun.lemma_.lower() not in shares:
        return noun
    near = [noun]
    if noun.lower_ == "what":  # "signed what was left of the bill"
        near += [c for c in children(noun, "acl:relcl") if c.lemma_.lower() in ("leave", "remain", "survive")]
    inside = (pair for word in near for pair in obliques(word))
    whole = next((inner for mark, inner in inside if mark in ("of", "out of")), noun)
    if whole.lower_ == "which" and verb.dep_ == "acl:relcl":
        return verb.head
    return noun if scene.bills_of(index, noun) else whole


def _whole(scene: Scene, index: int, noun: Token) -> tuple[int, ...]:
    """Return the bills that a part is of, by its own words or those before it."""
    implied = scene.implied_bill(index, noun)
    return scene.about(index, noun) or (() if implied is None else (implied,))


def _bills_acted_on(scene: Scene, index: int, noun: Token, frame: Frame, sort: str) -> tuple[int, ...]:
    if frame.indefinite and {c.lower_ for c in children(noun, "det")} & {"the", "this", "that"}:
        return ()
    if noun.lower_.split()[-1] in frame.not_of:
        return ()
    bills = scene.bills_of(index, noun)
    if not bills and noun.pos_ == "NUM" and frame.type is EventType.ASSENT:
        return _whole(scene, index, noun)  # "sent 130 bills to him, and he signed 20"
    in_general = frame.type in _OF_OUTLINES and noun.lemma_.lower() in word_class("outlines")
    if not bills and (in_general or noun.lemma_.lower() in word_class("parts")):
        bills = scene.about(index, noun)
    if not bills and noun.lower_ == "matter" and frame.type is EventType.REFERRAL:
        return _whole(scene, index, noun)
    if not bills and noun.lemma_.lower() in word_class("wordings") and frame.acts_on == "bill":
        others = word_class("other_bill") - {"identical"}
        plain = not {c.lower_ for c in children(noun, "det", "amod")} & others
        of_it = scene.about(index, noun) or not any(mark == "of" for mark, _ in obliques(noun))
        return _whole(scene, index, noun) if plain and of_it else ()
    if not bills and noun.lemma_.lower() in word_class("undoings"):
        bills = scene.about(index, noun)  # "the repeal of the act cleared the Senate"
    if not bills and frame.type in DECISIONS | {EventType.ASSENT}:
        bills = scene.new_bill(index, noun, "chamber" if "chamber" in frame.with_sort else sort)
    if bills or frame.name not in _TAKES_NEW_BILLS or (sort not in LAWMAKERS and not frame.agents):
        return bills
    everyday = noun.pos_ == "NOUN" and not scene.sort(index, noun)
    unmasked = not mask_kind(scene.draft.text.trees[index], noun)
    acted = _counting(noun).dep_ in ("obj", "nsubj:pass", "conj")
    acted |= frame.name == "push-through" and noun.dep_ == "obl"  # "pushed through | a tax"
    if everyday and (whole := scene.about(index, noun)):
        return whole  # "the principles of the bill"
    never = noun.lemma_.lower() in word_class("never_a_bill") or _is_divided_on(scene, index, noun, frame)
    if everyday and unmasked and acted and not never:
        return (scene.draft.bills.adopt(index, noun).key,)
    return ()


def _counting(noun: Token) -> Token:
    """Return the number or share that counts some of what a noun names: "passed | nine of the measures"."""
    head = noun.head
    counts = head.pos_ == "NUM" or head.lemma_.lower() in word_class("shares")
    return head if noun.dep_ == "nmod" and counts and "of" in prepositions(noun) else noun


def _is_divided_on(scene: Scene, index: int, noun: Token, frame: Frame) -> bool:
    """Whether figures reject what would change a bill told before: "threw out a cap on fees by 60 to 40"."""
    indefinite = bool({c.lower_ for c in children(noun, "det")} & {"a", "an"})
    new = indefinite and noun.lemma_.lower() not in bill_words()["weak"]
    told = frame.outcome is Outcome.REJECTED and scene.implied_bill(index, noun) is not None
    return new and told and bool(find_tallies(scene.draft.text.trees[index].sentence.text))


def _names_court(scene: Scene, index: int, verb: Token) -> bool:
    if {token.lemma_.lower() for token in verb.subtree} & word_class("before_a_court"):
        return True
    nouns = [token for token in verb.subtree if token.pos_ in ("NOUN", "PROPN")]
    return any(scene.sort(index, token) == "court" for token in nouns)


def _with_agents_around(scene: Scene, index: int, verb: Token, found: Found) -> Found:
    """Return what was found with the body that the words around it name: "passed the House", "in the
    Senate", "at a meeting of the committee".
    """
    near = [noun for child in children(verb, "obj") for noun in conjuncts(child)]
    around = [pair for mark, noun in obliques(verb) for pair in ((mark, noun), *_in_the_vote(mark, noun))]
    idiom = [c for c in children(verb, "xcomp", "obl") if c.lemma_.lower() in found.frame.with_]
    around += [pair for word in idiom for pair in obliques(word)]  # "came to grief before the judges"
    near += [noun for mark, noun in around if mark in _AROUND]
    near += _where(verb)
    if not any(noun.lower_ in ("it", "they") for noun in subjects(verb)):
        near += [owner for child in children(verb, "obj") for owner in possessors(child)]
    sat = [noun for noun in (*near, *subjects(verb)) if noun.lemma_.lower() in word_class("sits_as_a_body")]
    whose = [n for noun in sat for c in children(noun, "compound", "nmod", "nmod:poss") for n in conjuncts(c)]
    whose = [n for n in whose if scene.sort(index, n) == "committee"] or whose
    bodies = [n for n in near if scene.sort(index, n) in BODIES and n not in found.recipients]
    bodies += [n for n in whose if scene.sort(index, n) in BODIES | {"government"}]
    asked = "court" in found.frame.to | found.frame.with_sort
    by_one = found.frame.type in (EventType.ASSENT, EventType.VETO)
    if (
        found.why in word_class("pleads_against")
        and scene.sort(index, bodies[0] if bodies else verb) == "court"
    ):
        return replace(found, recipients=tuple(bodies))  # "was challenged in court"
    if not bodies or asked or by_one or not found.frame.type.is_stage:
        return found
    with_body = replace(found, sort=scene.sort(index, bodies[0]))
    if found.why in word_class("arrives_at"):
        return replace(with_body, recipients=tuple(bodies))
    return replace(with_body, agents=tuple(bodies))


def _where(verb: Token) -> list[Token]:
    """Return of what a clause tells that goes on there: "sent to the Senate, where it was thrown out", "was
    approved when the committee met".
    """
    sat = [noun for then in children(verb, "advcl") if tells_of_a_sitting(then) for noun in subjects(then)]
    while verb.dep_ in ("xcomp", "conj") and verb.head.pos_ == "VERB":
        verb = verb.head
    there = verb.dep_ == "acl:relcl" and any(c.lower_ == "where" for c in children(verb, "advmod"))
    return [verb.head] if there else sat


def _in_the_vote(mark: str, vote: Token) -> list[tuple[str, Token]]:
    """Return what stands behind the vote by which something was done: "by a 7-5 vote | in committee"."""
    return obliques(vote) if mark in ("by", "on", "in") and vote.lemma_.lower() == "vote" else []
