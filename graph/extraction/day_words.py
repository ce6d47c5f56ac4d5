"""Words around a day that tell whose it is: sessions that pass it on, clauses of their own, who reports."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from graph.extraction.lexicon import bill_words, changes, status_words, word_class
from graph.extraction.tenses import class_of, may_be
from graph.extraction.verb_words import makes_clear
from graph.language.roles import auxiliaries, is_finite_past, is_infinitive
from graph.language.tree import SUBJECTS, Tree, children, clause_of, governors, lemma, prepositions
from graph.lexicons import load_lexicon
from graph.temporal import Adverbial
from graph.terms import EventType

if TYPE_CHECKING:
    from graph.language.words import Token

DOCUMENTS = frozenset(("law", "bill", "act", "it", "proposal", "draft", "reform", "measure"))
"""Lemmas of texts that tell no time themselves."""

_DONE = frozenset(("was", "were", "has", "have", "had"))
_BETWEEN = frozenset(("since", "before", "after"))
_IN_A_ROW = frozenset(("first", "second", "third", "last", "final", "only", "next"))


def is_expected(verb: Token) -> bool:
    """Whether what a verb says is expected, or not yet: "is not expected to start before May"."""
    return any(class_of(word) == "expected" for word in (verb, verb.head))


def dates_rather(word: Token, first: Token) -> bool:
    """Whether a later word of a time stands for it, the first being hung on what is before it: "late | on
    Thursday", "filed it against the law in March | last year".
    """
    late = first.pos_ == "ADV" and bool(children(word, "case"))
    return late or (first.dep_ == "nmod" and word.head.pos_ == "VERB")


@lru_cache(maxsize=16)
def dating_words(name: str) -> frozenset[str]:
    """Return a list of words of the lexicon `dating`."""
    return frozenset(load_lexicon("dating")[name])


def is_counted_from(tree: Tree, adverbial: Adverbial) -> bool:
    """Whether a time only says among which a thing is the first, the last or the greatest: "the first reform
    since 1997", "its last session before the summer".
    """
    told = tree.tokens_in(adverbial.expressions[0].start, adverbial.expressions[0].end)
    top = next((word for word in told if word.dep_ == "nmod" and _BETWEEN & set(prepositions(word))), None)
    if top is None or top.head.pos_ != "NOUN":
        return False
    return any(c.tag_ == "JJS" or c.lower_ in _IN_A_ROW for c in children(top.head, "amod"))


def gathers(event_type: EventType, trigger: Token) -> bool:
    """Whether an event passes its day on to what is decided there: "ministers meeting on Monday approved",
    "was approved when the committee met on Monday".
    """
    meets = event_type is EventType.MEETING and (
        (trigger.pos_ == "VERB" and trigger.dep_ == "acl")
        or (trigger.pos_ == "NOUN" and trigger.dep_ == "obl")
        or tells_of_a_sitting(trigger)
    )
    return event_type is EventType.SITTING or meets


def meets_to(event_type: EventType, trigger: Token) -> bool:
    """Whether people meet for what is told below, on the same day: "will meet on Monday to discuss it"."""
    meets = event_type in (EventType.MEETING, EventType.SITTING) and trigger.pos_ == "VERB"
    return meets and any(is_infinitive(aim) for aim in children(trigger, "advcl", "xcomp"))


def is_of_who_decides(content: Token, adverbial: Adverbial) -> bool:
    """Whether a weekday behind what a bill is to do is that of the vote: "passed a bill to cap rents on
    Tuesday".
    """
    if not is_infinitive(content) or not any(word.endswith("day") for word in adverbial.text.lower().split()):
        return False
    verb = clause_of(content.head)
    while verb.dep_ == "xcomp" and is_infinitive(verb):
        verb = verb.head
    return is_finite_past(verb)


def tells_of_a_sitting(verb: Token) -> bool:
    """Whether a clause only says that a house sat or who led it, so that a day in it is that of what it did:
    "was approved when it met on Monday", "by a committee chaired by the mayor on Monday".
    """
    if verb.dep_ == "acl":
        return verb.tag_ == "VBN" and verb.lemma_.lower() in dating_words("leads_a_body")
    return verb.lemma_.lower() in dating_words("sits") and marks(verb) == {"when"}


def is_reporting(verb: Token) -> bool:
    """Whether a verb says who said something."""
    says = status_words()["reporting"]["say"]
    return makes_clear(verb) or (lemma(verb) in says and verb.lemma_.lower() not in ("expect", "plan"))


def is_predicate(token: Token) -> bool:
    """Whether a word is the head of a clause."""
    return token.pos_ in ("VERB", "AUX") or bool(children(token, "cop", *SUBJECTS, "nsubj:pass"))


def is_misread_infinitive(verb: Token) -> bool:
    """Whether a verb joined to a finite one is an infinitive that goes with another: "needed an hour to work
    through it and pass it".
    """
    return verb.tag_ == "VB" and verb.head.tag_ != "VB" and not children(verb, "aux", *SUBJECTS)


def is_open(clause: Token) -> bool:
    """Whether a clause in the present leaves a step open: "a vote is possible as early as Thursday", "wants
    it passed by May".
    """
    states = children(clause, "cop") + children(clause.head, "cop")
    states += [word for word in islice(governors(clause), 2) if class_of(word) in ("possible", "promised")]
    return may_be(clause) or any(state.tag_ in ("VBZ", "VBP") for state in states)


def goes_on(verb: Token) -> bool:
    """Whether a verb is joined to a finite one in the past, with its subject and without words for later; not
    where it alone is perfect: "was tabled on Friday and has been delayed".
    """
    later = {c.lower_ for c in children(verb, "advmod", "obl:unmarked")} & dating_words("afterwards")
    alike = verb.tag_ in ("VBD", "VBN") and verb.head.tag_ in ("VBD", "VBN")
    since = {"has", "have"} & (set(auxiliaries(verb)) - set(auxiliaries(verb.head)))
    return (
        verb.dep_ == "conj"
        and alike
        and not later
        and not since
        and not children(verb, *SUBJECTS, "nsubj:pass")
    )


def is_put_on_a_day(word: Token) -> bool:
    """Whether a day beside it is that of its subject: "the vote on Monday was close", "was 40 yeas to 31"."""
    return word.pos_ in ("ADJ", "NUM") or word.lemma_.lower() in ("yea", "aye", "vote")


def marks(token: Token) -> set[str]:
    """Return the words before a clause or noun that tie it to what stands above."""
    return {c.lower_ for c in children(token, "mark", "case", "advmod") if c.i < token.i}


def sessions() -> frozenset[str]:
    """Return the lemmas of meetings and of what is done in one."""
    return frozenset(changes()["session"]) | {"vote", "reading", "meeting", "debate", "hearing", "ballot"}


def is_put_on_a_ballot(verb: Token, behind: str) -> bool:
    """Whether a time before `behind` is that of a ballot onto which a bill was put: "landed on the November
    ballot".
    """
    puts = verb.lemma_.lower() in dating_words("puts_on_a_ballot")
    return puts and behind.lstrip().startswith("ballot")


def passes(noun: Token) -> bool:
    """Whether a noun passes the time beside it on to what it belongs to."""
    name = noun.lemma_.lower()
    return name in word_class("passes_time_on") or name in changes()["session"]


_HOUR = re.compile(r"[\d-]+T(?:\d\d:\d\d|MO)")
_TODAY = frozenset(("this", "today", "tonight", "early"))


def is_of_no_day(kind: str, adverbial: Adverbial) -> bool:
    """Whether a time is an hour of a headline that does not say of which day ("passed at three in the
    morning"), or the year that money is for.
    """
    told = set(adverbial.text.lower().split()) & _TODAY
    hour = kind == "headline" and not told and _HOUR.fullmatch(adverbial.expressions[0].value) is not None
    return (hour and len(adverbial.expressions) == 1) or _is_of_money(adverbial)


def _is_of_money(adverbial: Adverbial) -> bool:
    """Whether a time is the year that money is for: "act for fiscal year 2021", "passed the FY2021 bill"."""
    said = {word.rstrip("0123456789") for word in adverbial.text.lower().split()}
    bare = adverbial.start == adverbial.expressions[0].start
    return (adverbial.relation == "for" or bare) and bool(said & dating_words("years_of_money"))


def is_measure(tree: Tree, adverbial: Adverbial) -> bool:
    """Whether something is cut or extended to a day: "cut the period to February 28"."""
    if adverbial.start < adverbial.expressions[0].start:
        return False  # "was agreed to on Tuesday"
    before = tree.sentence.text[: adverbial.start - tree.sentence.start].split()[-1:]
    moved = any(token.lemma_.lower() in dating_words("moves_day") for token in tree.doc)
    return before == ["to"] and not moved


def is_budget_year(tree: Tree, adverbial: Adverbial) -> bool:
    """Whether a time is the year that a bill is for: "the appropriations bill for 2026"."""
    first = adverbial.expressions[0]
    before = [t for t in tree.doc if tree.spans[t.i][1] <= first.start]
    named = len(before) > 1 and before[-1].lower_ == "for" and before[-2].pos_ in ("NOUN", "PROPN")
    bills = bill_words()["strong"] | bill_words()["weak"]
    return named and len(first.value) == 4 and before[-2].lemma_.lower() in bills


def is_day_of_putting_off(tree: Tree, adverbial: Adverbial) -> bool:
    """Whether a day is the one on which something was put off, not the one it was planned for: "the vote was
    postponed on Monday".
    """
    if not adverbial.text.lower().startswith("on "):
        return False
    day = tree.tokens_in(adverbial.expressions[0].start, adverbial.expressions[0].end)
    verbs = {word.head for word in day if word.head not in day}
    return any(class_of(verb) == "cancelled" and is_finite_past(verb) for verb in verbs)


def is_day_of_the_matter(tree: Tree, verb: Token, adverbial: Adverbial) -> bool:
    """Whether a day to come stands before a verb that tells something as done, in what it was done to: "the
    bill to put off the election in 2027 was passed".
    """
    return adverbial.start < tree.spans[verb.i][0] and bool(_DONE & set(auxiliaries(verb)))


def conjoined(verb: Token) -> Token | None:
    """Return the verb right after "and", hung elsewhere by the parser: "considered and rejected"."""
    doc = verb.doc
    if verb.i + 2 < len(doc) and doc[verb.i + 1].lower_ == "and" and doc[verb.i + 2].pos_ == "VERB":
        return doc[verb.i + 2]
    return None
