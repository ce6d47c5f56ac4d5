"""Words that look like a step of a bill and are none: signatures below a petition, a veto-proof majority, a
text "as written", the step from whose day a term runs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction.lexicon import bill_words, changes, status_words, word_class
from graph.extraction.scene import Found
from graph.language.roles import (
    auxiliaries,
    is_finite_past,
    is_infinitive,
    is_negated,
    is_passive,
    patients,
    subjects,
)
from graph.language.tree import children, clause_of, lemma, obliques, possessors, prepositions
from graph.terms import EventType, Outcome

if TYPE_CHECKING:
    from graph.language.words import Token

_SITTINGS = frozenset(("session", "sitting", "meeting", "conference", "election"))
_BESIDE_LAWS = frozenset(("referendum", "plebiscite", "election", "recess", "campaign"))
_TEXTS = frozenset(("bill", "law", "legislation", "act", "measure", "it", "proposal", "reform", "amendment"))


def is_given_to_the_press(release: Token) -> bool:
    """Whether a release is what was given to the press: "the release said", "in a news release"."""
    says = release.dep_ == "nsubj" and release.head.lemma_.lower() in status_words()["reporting"]["say"]
    kinds = {child.lower_ for child in children(release, "compound", "amod")}
    return says or bool({"news", "press", "media"} & kinds)


def only_looks_so(token: Token, found: Found) -> bool:
    """Whether a word only looks as if it told a step."""
    return (
        _is_signed_by_many(token)
        or _is_proof(token)
        or _brings_in_line(token)
        or _as_it_stands(token)
        or _was_never_before(token)
        or _is_made_of(found)
        or _falls_short_of_an_aim(token)
        or _starts_a_term(token)
        or _is_of_a_case(token, found)
        or _lasts(token, found)
        or _is_answered_by_a_bill(token, found)
        or _is_where_amended(token, found)
        or (found.frame.type is EventType.COMMITTEE and found.sort == "court")  # "opens court hearings"
        or _is_still_in_force(token, found)
        or _is_how_a_plea_came(token, found)
        or _is_somebodys_defeat(token)
        or _is_consent_to_open(token, found)
        or _is_of_the_house(found)
        or (found.frame.name == "put-in" and _is_another_bill(token))
        or _is_to_a_motion(found)
        or _is_held_now(found)
        or (found.frame.name == "vote-article-by-article" and not _is_one_by_one(token))
        or (found.frame.name == "action-on-a-bill" and _is_no_floors(token))
        or _is_treaty_signed(found)
        or (found.frame.name == "commence" and _begins_no_law(token, found))
        or (found.frame.name == "on-the-agenda" and _is_left_there(token))
        or (found.frame.name == "draft" and _were_once_written(token))
        or (found.frame.outcome is Outcome.POSTPONED and _is_the_sitting(found))
        or (token.text == "Division" and _is_a_courts(token))
        or (found.frame.name == "taken-out" and _is_taken_over(token))
        or (found.frame.type is EventType.PASSAGE and (_is_of_voters(token, found) or _is_mourned(found)))
    )


def _is_one_by_one(vote: Token) -> bool:
    """Whether a bill is voted on by its parts: "clause by clause", not "by 24 to 19 for a new clause"."""
    return any(
        word.lemma_.lower() in ("article", "clause", "chapter") and word.preceding == "by"
        for word in vote.doc
    )


def _is_no_floors(action: Token) -> bool:
    """Whether action is taken outside parliament: "legal action on the bill"."""
    which = {child.lower_ for child in children(action, "amod", "compound")}
    return bool(which & {"legal", "court", "executive", "industrial", "strike", "protest", "class"})


def _were_once_written(verb: Token) -> bool:
    """Whether laws are only told by when or how they were made: "would replace laws written in the 1950s"."""
    laws = verb.head
    told = verb.tag_ == "VBN" and verb.dep_ == "acl" and laws.tag_ == "NNS"
    return told and laws.lemma_ in ("law", "rule", "act", "statute") and not children(laws, "det", "nummod")


def _is_left_there(paper: Token) -> bool:
    """Whether a bill only waits to be called: "has been on the order paper since 2021", "for three years"."""
    waits = [verb for verb in (paper, paper.head) if verb.dep_ in ("ROOT", "conj", "ccomp", "acl:relcl")]
    around = [pair for verb in waits for pair in obliques(verb)]
    lengths = word_class("time_units")
    return any(mark == "since" or (mark == "for" and on.lemma_.lower() in lengths) for mark, on in around)


def _is_the_sitting(found: Found) -> bool:
    """Whether "it", which is put off, is the sitting that its sentence tells of: "the session usually
    begins in May, but this year | it | was deferred".
    """
    it = found.patient
    if it is None or it.lower_ != "it":
        return False
    before = it.doc[: it.i]
    sits = any(w.lemma_.lower() in _SITTINGS and w.dep_ in ("nsubj", "nsubj:pass") for w in before)
    return sits and not any(word.lemma_.lower() in bill_words()["strong"] for word in before)


def _is_a_courts(division: Token) -> bool:
    """Whether a division is that of a court, not a vote: "the High Court Division"."""
    named = {c.lower_ for part in children(division, "compound", "amod") for c in part.subtree}
    return bool(named & {"court", "appellate", "appeals", "bench", "chancery"})


def _is_of_voters(vote: Token, found: Found) -> bool:
    """Whether a vote is that of voters in an election: "ballots cast by mail", "to exercise their votes"."""
    if vote.lemma_.lower() not in ("vote", "ballot") or vote.pos_ != "NOUN" or found.sort == "voters":
        return False
    cast = [noun for mark, noun in obliques(vote.head) if mark == "by"] if vote.head.lemma_ == "cast" else []
    near = {word.lemma_.lower() for word in (*children(vote, "amod", "compound"), *cast)}
    return vote.head.lemma_ == "exercise" or bool(near & {"mail", "mail-in", "post", "postal", "absentee"})


def _is_taken_over(token: Token) -> bool:
    """Whether something was only used again: "the number, | taken from a bill of 2018"."""
    return token.lower_ == "taken" and token.dep_ == "acl" and token.following != "out"


def _is_mourned(found: Found) -> bool:
    """Whether a house only remembers its dead: "passed obituary references"."""
    thing = found.patient
    kinds = (
        {c.lemma_.lower() for c in children(thing, "amod", "compound")} if thing is not None else set[str]()
    )
    return bool(kinds & {"obituary", "condolence"})


def _is_another_bill(verb: Token) -> bool:
    """Whether what is introduced is a bill itself: "introduced a companion bill to the Ports Act"."""
    return any(thing.lemma_.lower() in bill_words()["strong"] for thing in children(verb, "obj"))


def _is_treaty_signed(found: Found) -> bool:
    """Whether governments sign a treaty among themselves; a head of state who signs it alone assents."""
    patient = found.patient
    if found.frame.type is not EventType.ASSENT or patient is None:
        return False
    if found.sort == "head" and not _with_another(found):
        return False
    if patient.lower_ in ("which", "that") and found.clause.dep_ == "acl:relcl":
        patient = found.clause.head
    return patient.lemma_.lower() in word_class("treaties") and lemma(found.clause) == "sign"


def _with_another(found: Found) -> bool:
    """Whether a head of state signs with that of another state: "the two presidents signed the pact"."""
    acting = [noun for noun in found.clause.children if noun.dep_ in ("nsubj", "fixed")]
    acting += found.agents
    return any(noun.tag_ == "NNS" or "and" in {word.lower_ for word in noun.subtree} for noun in acting)


def _is_where_amended(token: Token, found: Found) -> bool:
    """Whether the committee stage is only when a bill is amended: "moved changes at the committee stage"."""
    if found.frame.name != "committee-stage" or not {"at", "in", "during"} & set(prepositions(token)):
        return False
    known = changes()["amendment"] | {"they", "them"}
    verb = clause_of(token)
    return verb.lemma_ == "amend" or any(noun.lemma_.lower() in known for noun in patients(verb))


def _begins_no_law(token: Token, found: Found) -> bool:
    """Whether what begins is no law: "talks on the bill are to begin next week"."""
    begun = {noun.lemma_.lower() for noun in (*subjects(token), *subjects(found.clause))}
    return (
        bool(begun & (word_class("talks") | _BESIDE_LAWS))
        or _is_only_behind(token, found)
        or _is_up_to(token)
    )


def _is_only_behind(token: Token, found: Found) -> bool:
    """Whether what follows starts nothing: "is followed by a debate", "the articles follow on Tuesday"."""
    behind = is_passive(found.clause) or bool(children(token, "obj"))
    votes = found.patient is not None and found.patient.lemma_.lower() == "article"
    return found.why == "follow" and (behind or votes)


def _is_up_to(token: Token) -> bool:
    """Whether a time says until when something applies, not from when: "applies until 2027"."""
    marks = {mark for mark, _ in obliques(token)}
    return bool(marks & {"until", "till", "through"}) and "from" not in marks and not is_negated(token)


def _lasts(token: Token, found: Found) -> bool:
    """Whether members only vote for as long as that: "votes through the night"."""
    through = [*children(token, "obj"), *(noun for mark, noun in obliques(token) if mark == "through")]
    timed = word_class("time_units") | {"night", "weekend", "morning", "evening", "day"}
    return found.why.endswith(" through") and any(noun.lemma_.lower() in timed for noun in through)


def _is_of_a_case(token: Token, found: Found) -> bool:
    """Whether judges decide on what judges had held before and on no law: "overturned Roe v. Wade"."""
    if found.frame.type is not EventType.JUDICIAL_REVIEW or token.pos_ != "VERB":
        return False
    acted_on = [*children(token, "obj", "nsubj:pass"), *([found.patient] if found.patient else [])]
    return any(_is_case(noun) for noun in acted_on)


def _is_case(noun: Token) -> bool:
    """Whether a noun names a case in court, or what courts held: "Roe v. Wade", "the precedent"."""
    return noun.lemma_.lower() == "precedent" or any(
        word.lower_ in ("v.", "vs.", "v") for word in noun.subtree
    )


def _is_still_in_force(token: Token, found: Found) -> bool:
    """Whether a law is only told to be in force as before: "the law of 2008, which is still in force"."""
    how = {c.lower_ for word in (token, found.clause) for c in children(word, "advmod")}
    return found.frame.name == "in-force" and bool(how & {"still", "currently"})


def _is_how_a_plea_came(token: Token, found: Found) -> bool:
    """Whether it is a plea that was brought, not the law it is against: "heard a challenge to the law brought
    by two unions".
    """
    told = found.frame.type is EventType.INTRODUCTION and token.tag_ == "VBN" and token.dep_ == "acl"
    return told and any(noun.lemma_.lower() in word_class("pleas") for noun in (token.head, token.head.head))


def _is_held_now(found: Found) -> bool:
    """Whether members are only told to be for a bill: "it is supported by MPs who rent"."""
    verb = found.clause
    if found.frame.name != "back" or verb.tag_ != "VBN":
        return False
    return {c.lower_ for c in children(verb, "aux:pass", "aux")} in ({"is"}, {"are"})


def _is_consent_to_open(token: Token, found: Found) -> bool:
    """Whether a consent is one to bring a bill in, or to a part of it: "can be put on the agenda only with
    the consent of the president", "the clause that needed her consent".
    """
    if token.lemma_.lower() != "consent":
        return False
    verb = found.clause
    part = verb.dep_ == "acl:relcl" and verb.head.lemma_.lower() in word_class("parts")
    near = {verb.lemma_.lower(), *(noun.lemma_.lower() for _, noun in obliques(verb))}
    return part or bool(near & (word_class("brings_in_a_bill") | {"agenda", "discuss", "debate"}))


def _is_of_the_house(found: Found) -> bool:
    """Whether what is changed is how a house works, no bill: "changed the standing orders of the house"."""
    if found.frame.type is not EventType.AMENDMENT or found.patient is None:
        return False
    return any(
        mark in ("to", "of", "in")
        and not word_class("ways_of_a_house").isdisjoint(t.lower_ for t in noun.subtree)
        for mark, noun in obliques(found.patient)
    )


def _is_somebodys_defeat(token: Token) -> bool:
    """Whether a defeat is what a decision told before was for somebody: "the defeat comes at a bad time"."""
    bare = token.lower_ == "defeat" and token.pos_ == "NOUN" and token.dep_ == "nsubj"
    return bare and not obliques(token) and bool({c.lower_ for c in children(token, "det")} & {"the", "this"})


def _starts_a_term(token: Token) -> bool:
    """Whether an event noun says only from when a term runs that is still open: "must be signed within ten
    days of its passage".
    """
    term = token.head
    half = term.lemma_.lower() == "half"  # "within a year and a half of"
    unit = half or term.lemma_.lower() in word_class("time_units")
    if token.pos_ != "NOUN" or token.dep_ != "nmod" or not unit:
        return False
    clause = clause_of(term)
    past = is_finite_past(clause) or bool({"has", "had", "have", "was", "were"} & set(auxiliaries(clause)))
    terms = [term, *(c for c in children(clause, "obl") if half and c.lower_ in ("year", "month"))]
    within = any("within" in prepositions(one) for one in terms)
    given = term.dep_ == "obj" and "from" in prepositions(token)  # "have two years from its publication"
    return (within or given) and not past


def _is_answered_by_a_bill(token: Token, found: Found) -> bool:
    """Whether a ruling is told only as what a bill came after: "the bill follows a judgment of the court"."""
    if found.frame.type is not EventType.JUDICIAL_REVIEW or token.pos_ != "NOUN":
        return False
    verb = token.head
    answers = verb.lemma_.lower() in word_class("answers_a_ruling") and token.dep_ in ("obj", "obl")
    return answers and any(subject.lower_ in _TEXTS for subject in children(verb, "nsubj"))


def _is_signed_by_many(token: Token) -> bool:
    """Whether signatures are those below a petition, not a head of state's."""
    if token.lemma_.lower() == "signature" and token.head.lemma_.lower() in ("collect", "gather"):
        return True
    return token.lower_ == "signatures" and (
        bool(children(token, "nummod")) or not (possessors(token) or "by" in {m for m, _ in obliques(token)})
    )


def _is_proof(token: Token) -> bool:
    """Whether a veto is only what a majority is proof against or what an override is of: "a veto-proof
    majority", "the veto override session".
    """
    behind = [word.lower_ for word in token.doc[token.i + 1 : token.i + 3]]
    return token.lower_ == "veto" and ("proof" in behind or behind[:1] in (["override"], ["overrides"]))


def _brings_in_line(token: Token) -> bool:
    """Whether a bill is only made to agree with something: "bring the law into accordance with it"."""
    return token.lemma_.lower() == "bring" and any(
        noun.lemma_.lower() in word_class("conformity") for _, noun in obliques(token)
    )


def _as_it_stands(token: Token) -> bool:
    """Whether a participle only says which text is meant: "would veto the bill as written"."""
    others = [c for c in token.children if c.dep_ != "punct"]
    return token.tag_ == "VBN" and len(others) == 1 and others[0].lower_ == "as"


def _was_never_before(token: Token) -> bool:
    """Whether something is told never to have happened until then: "had never before vetoed a budget"."""
    around = {c.lower_ for c in children(token, "advmod")}
    return {"never", "before"} <= around and bool({"had", "has", "have"} & set(auxiliaries(token)))


def _is_made_of(found: Found) -> bool:
    """Whether what holds changes is no body that made them: "the package includes amendments"."""
    finite = found.clause.tag_ in ("VBZ", "VBP", "VBD") and not is_passive(found.clause)
    finite |= is_infinitive(found.clause) and is_passive(found.clause.head)  # "was found to include"
    return found.frame.type is EventType.AMENDMENT and found.why == "include" and finite and not found.agents


def _falls_short_of_an_aim(token: Token) -> bool:
    """Whether a bill only does less than somebody wants: "falls short of what patients need", which does not
    hold for "fell short of the majority".
    """
    if token.lemma_.lower() not in ("fall", "come") or token.pos_ != "VERB":
        return False
    short = next((t for t in token.doc[token.i + 1 : token.i + 5] if t.lower_ == "short"), None)
    if short is None:
        return False
    aims = [noun for mark, noun in obliques(short) if mark == "of"] or children(short, "advcl")
    wanted = word_class("needed") | word_class("reached_by_votes")
    told = [word for aim in aims for word in aim.subtree]
    return bool(told) and not any(t.lemma_.lower() in wanted or t.tag_ == "CD" for t in told)


def _is_to_a_motion(found: Found) -> bool:
    """Whether what is amended is a motion: "will move an amendment to Dr Holm's motion"."""
    if found.frame.type is not EventType.AMENDMENT:
        return False
    changed = [noun for noun in patients(found.clause) if noun.lemma_.lower() in changes()["amendment"]]
    near = [pair for noun in (*changed, *([found.clause] if changed else ())) for pair in obliques(noun)]
    return any(mark == "to" and on.lemma_.lower() == "motion" for mark, on in near)
