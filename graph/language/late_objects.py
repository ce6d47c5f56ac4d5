"""Find what is acted on behind other things that are said of a verb: "approved on Tuesday, in second reading,
the mining law".
"""

from __future__ import annotations

from itertools import islice

from graph.language.tree import governors
from graph.language.words import Token

_LOOSE = ("appos", "obl", "obl:unmarked", "obj", "nmod", "nmod:unmarked")
_GIVEN = frozenset(("blessing", "backing"))
_GIVEN_TO_IT = frozenset(
    ("reading", "approval", "assent", "blessing", "backing", "consent", "endorsement", "imprimatur")
)
_LONGEST = 4
"""Words between "gave" or "its" and what is given, at most."""
_NOUNS = ("debate", "discussion", "delay", "amendment")
_LEADS = frozenset(("under", "by", "in", "for", "with", "through"))
"""Prepositions before "which" that open a clause on what a bill does."""
_NUMBERED = "Bill"
"""What a bill told by its number or title is to the parser."""
_INSIDE = ("det", "amod", "nummod", "compound", "nmod:poss")


def make_noun(reading: Token, ordinals: frozenset[str]) -> None:
    """Make a noun of "reading" in "rejected at first reading a bill" and of "debate" in "passed without
    debate the bill", read as verbs, and the bill what was rejected or passed.
    """
    if reading.lower_ in _GIVEN_TO_IT:
        _give(reading)
    if reading.dep_ == "compound" and reading.lower_ == "reading":
        _free_bill(reading)
    if reading.lower_ in _GIVEN and reading.tag_ == "VBG" and reading.dep_ == "ccomp":
        _make_object(reading)
    if reading.lower_ == "passing" and reading.dep_ == "conj" and reading.head.pos_ == "NOUN":
        _join_to_purpose(reading)
    if reading.dep_ not in ("advcl", "obl", "conj") or reading.head.pos_ != "VERB":
        return
    below = {child.lower_ for child in reading.children}
    if reading.lower_ == "reading":
        misread = reading.tag_ == "VBG" and below & ordinals and below & {"at", "in", "on"}
    else:
        misread = reading.lower_ in _NOUNS and reading.tag_ in ("VB", "VBP") and below & {"without", "after"}
    if not misread:
        return
    reading.tag_, reading.pos_, reading.lemma_, reading.dep_ = "NN", "NOUN", reading.lower_, "obl"
    for child in list(reading.children):
        if child.dep_ == "mark":
            child.dep_ = "case"
        elif child.dep_ == "obj":
            child.hang(reading.head, "obj")


def _join_to_purpose(passing: Token) -> None:
    """Make a noun of "passing" in "moved the bill for consideration and | passing", read as a verb."""
    if not any(c.lower_ == "for" for c in passing.head.children) or any(
        c.dep_ != "cc" for c in passing.children
    ):
        return
    passing.tag_, passing.pos_, passing.lemma_ = "NN", "NOUN", passing.lower_


def _give(given: Token) -> None:
    """Hang on "gave" what a bill was given behind the clause that describes it: "gave the bill to ban hunting
    | its first reading".
    """
    before = given.doc[max(given.i - _LONGEST, 0) : given.i]
    its = next((word for word in before if word.lower_ in ("its", "their")), None)
    giving = next((word for word in islice(governors(given.head), _LONGEST) if word.lemma_ == "give"), None)
    if its is None or giving is None or any(child.dep_ == "case" for child in given.children):
        return
    for bill in [child for child in giving.children if child.dep_ == "obj"]:
        bill.dep_ = "iobj"
    given.tag_, given.pos_, given.lemma_ = "NN", "NOUN", given.lower_
    given.hang(giving, "obj")
    for word in given.doc[its.i : given.i]:
        if not its.i <= word.head.i <= given.i:
            word.hang(given, "nmod:poss" if word is its else "amod")
    for child in [c for c in given.children if c.i > given.i and c.dep_ in ("obl", "nmod", "obl:unmarked")]:
        child.hang(giving, "obl")


def _make_object(given: Token) -> None:
    """Make a noun of what is given: "gave it | its blessing", read as a clause."""
    if not any(child.dep_ == "nmod:poss" for child in given.children):
        return
    given.tag_, given.pos_, given.lemma_, given.dep_ = "NN", "NOUN", given.lower_, "obj"
    for child in [c for c in given.children if c.dep_.startswith("obl") and c.i > given.i]:
        child.hang(given.head, child.dep_)


def _free_bill(reading: Token) -> None:
    """Take a bill out of the reading before it: "passed on third reading | House Bill 7"."""
    bill, verb = reading.head, reading.head.head
    if bill.lemma_ != _NUMBERED or bill.dep_ != "obl" or verb.pos_ != "VERB" or reading.i != bill.i - 1:
        return
    reading.take_before(bill)
    reading.hang(verb, "obl")
    bill.hang(verb, "obj")


def verb_before_time(time: Token, decides: frozenset[str]) -> None:
    """Make the verb of a sentence of what was read to describe the body before a time: "The plenum | approved
    on Monday night a bill".
    """
    done = [c for noun in time.children for c in noun.children if c.dep_ == "acl" and c.i < time.i]
    verb = next((c for c in done if c.tag_ == "VBN" and c.lemma_ in decides), None)
    if verb is None:
        return
    body = verb.head
    verb.lift()
    verb.tag_, verb.pos_ = "VBD", "VERB"
    for child in [c for c in time.children if c is not body and (c.i > time.i or c.i < body.i)]:
        child.hang(*((body, child.dep_) if child.i < body.i else (verb, child.dep_)))
    body.hang(verb, "nsubj")
    time.hang(verb, "obl")


def find_late_object(verb: Token, pointed_at: frozenset[str]) -> None:
    """Hang on a verb the object that stands behind what else is said of it: "approved on Tuesday, in second
    reading, the mining law", "passed with 75 votes the farming act".
    """
    passive = {"aux:pass", "nsubj:pass"} & {c.dep_ for c in (*verb.children, *verb.head.children)}
    loose = verb.dep_ == "amod" or (verb.dep_ == "acl" and verb.head.dep_ != "ROOT")
    _free_from_doer(verb)
    if passive or loose or any(_is_told(c) for c in verb.children):
        return
    if verb.following == ",":
        _behind_stray_comma(verb)
    taken = [c for c in verb.children if c.dep_ == "obj" and c.i > verb.i and not _is_cased(c)]
    noun = None if any(c.lower_ not in pointed_at and not _is_day(c) for c in taken) else _late_object(verb)
    if noun is None:
        return
    for time in taken:
        time.dep_ = "obl:unmarked"
    first = max((c.i for c in noun.children if _opens(c) and c.i < noun.i), default=0)
    for child in [c for c in noun.children if c.i < noun.i and (c.dep_ not in _INSIDE or c.i < first)]:
        inner = noun.doc[first - 1] if child.dep_ == "case" and child.i < first - 1 else None
        if inner is not None and inner.head in (noun, child) and not inner.is_punct:
            child.hang(inner, "case")  # "on Tuesday | a law", "as a whole | the law", read as "on … a law"
            inner.hang(verb, "obl")
            continue
        child.hang(verb, "punct" if child.is_punct else "obl")
        if child.i and child.nbor(-1).dep_ == "compound:prt":
            child.nbor(-1).hang(child, "case")  # "promulgated on Tuesday the law", read as "promulgated on"
    if noun.tag_ == "VBZ":
        noun.tag_, noun.pos_ = "NNS", "NOUN"
    noun.hang(verb, "obj")
    if noun.lemma_ == _NUMBERED:
        _gather_behind(noun, verb)


def _behind_stray_comma(verb: Token) -> None:
    """Make the object of a bill's number set off by commas: "approved, | H.R. 12, | the Ports Act"."""
    for thing in verb.children:
        if thing.i == verb.i + 2 and thing.lemma_ == _NUMBERED and thing.dep_ == "dep":
            thing.dep_ = "obj"


def _free_from_doer(verb: Token) -> None:
    """Make the object of a verb, and what somebody did to it, of what was read as a clause of its own:
    "received Thursday | a bill approved by the deputies".
    """
    for clause in [
        c
        for c in verb.children
        if c.dep_ in ("ccomp", "conj") and c.tag_ in ("VBD", "VBN", "VBG") and c.i > verb.i
    ]:
        if clause.tag_ == "VBG":
            _describe(clause, verb)
            continue
        if clause.dep_ == "conj" and not _is_behind_aside(clause, verb):
            continue
        below = {child.dep_ for child in clause.children}
        doer = next((c for c in clause.children if any(w.lower_ == "by" for w in c.children)), None)
        noun = next(
            (c for c in clause.children if c.dep_ in ("nsubj", "nsubj:pass") and c.i < clause.i), None
        )
        if noun is None or doer is None or below & {"aux", "aux:pass", "mark", "obj"}:
            continue
        doer.dep_ = "obl:agent"
        for child in [c for c in clause.children if c.i < noun.left_edge.i]:
            child.hang(verb, child.dep_)
        noun.hang(verb, "obj")
        clause.hang(noun, "acl")
        clause.tag_ = "VBN"


def _describe(gerund: Token, verb: Token) -> None:
    """Make the object of a verb of what was read as who does what the bill is to do: "approved on Monday, in
    its final form, | the law regulating the trade".
    """
    noun = next((c for c in gerund.children if c.dep_ == "nsubj" and c.i == gerund.i - 1), None)
    if noun is None or noun.tag_ not in ("NN", "NNS") or any(c.dep_ == "aux" for c in gerund.children):
        return
    if any(c.dep_ in ("obj", "xcomp", "ccomp") and c is not gerund for c in verb.children):
        return
    for child in [c for c in gerund.children if c.i < noun.left_edge.i]:
        child.hang(verb, child.dep_)
    noun.hang(verb, "obj")
    gerund.hang(noun, "acl")


def _is_behind_aside(clause: Token, verb: Token) -> bool:
    """Whether a second verb is but part of what a first, which has no object, acts on behind an aside:
    "approved, by a large majority, rules | proposed by the council".
    """
    joined = any(c.dep_ in ("cc", "punct") and c.i < clause.i for c in clause.children)
    own = any(c.dep_ in ("obj", "xcomp") and c.i > verb.i for c in verb.children)
    noun = next((c for c in clause.children if c.dep_.startswith("nsubj") and c.i < clause.i), None)
    if joined or own or noun is None or verb.following != ",":
        return False
    first = noun.left_edge.i
    return noun.tag_ in ("NN", "NNS") and "," in (noun.doc[first].text, noun.doc[first - 1].text)


def _is_told(clause: Token) -> bool:
    """Whether a clause tells what a verb says, and not what a bill is to do: "that would ban bags"."""
    told = clause.dep_ in ("ccomp", "xcomp") and clause.pos_ != "NOUN"
    if not told or any(c.tag_ == "WDT" and c.dep_ == "nsubj" for c in clause.children):
        return False
    opening = clause.doc[max(clause.left_edge.i, clause.head.i + 1) : clause.i]
    return not any(w.tag_ == "WDT" and w.preceding in _LEADS for w in opening)  # "a law under which they …"


def _gather_behind(bill: Token, verb: Token) -> None:
    """Hang on a bill told by its number who brought it in and what it is to do: "Bill 7 | by Ana Holm"."""
    for child in [c for word in (verb, bill.nbor(-1)) for c in word.children if c.i > bill.i]:
        if child.dep_ in ("obl:agent", "nmod", "acl:relcl"):
            child.hang(bill, "nmod" if child.dep_ == "obl:agent" else child.dep_)
        elif child.dep_ in ("ccomp", "parataxis") and any(c.tag_ == "WDT" for c in child.children):
            child.hang(bill, "acl:relcl")


def object_behind_how(how: Token, texts: frozenset[str], decides: frozenset[str]) -> None:
    """Take apart how or when something was done and the thing right behind it that was acted on: "adopted at
    first reading | amendments to the code", "approved on Thursday | legislative changes", read as amendments
    of a reading.

    Args:
        how: a noun for a reading, a vote or a day.
        texts: nouns for bills and changes of them.
        decides: verbs of deciding.
    """
    thing, verb = how.head, how.head.head
    if how.dep_ not in ("compound", "amod", "nmod:desc") or thing.i < how.i or verb.lemma_ not in decides:
        return
    inside = [word for word in how.doc[verb.i + 1 : how.i] if word.head in (thing, how, verb)]
    led = inside[:1] and inside[0].tag_ == "IN" and len(inside) == how.i - verb.i - 1
    if not led or thing.lemma_.lower() not in texts or thing.dep_ not in ("obl", "obj", "obl:agent"):
        return
    if any(child.dep_ in ("obj", "nsubj:pass", "aux:pass") and child is not thing for child in verb.children):
        return
    for word in inside:
        word.hang(how, "case" if word is inside[0] else word.dep_)
    how.hang(verb, "obl")
    thing.hang(verb, "obj")


def object_behind_in(particle: Token, texts: frozenset[str], brings: frozenset[str]) -> None:
    """Make a particle of "in" between a verb and the new bill or changes brought before a house: "brought |
    in a bill last week", "put | in six amendments".
    """
    noun, verb = particle.head, particle.nbor(-1) if particle.i else particle
    if particle.dep_ != "case" or noun.head is not verb or verb.lemma_ not in brings or verb.pos_ != "VERB":
        return
    known = any(c.lower_ in ("the", "this", "that") for c in noun.children)
    passive = any(c.dep_ in ("aux:pass", "nsubj:pass") for c in verb.children)
    if known or passive or noun.lemma_.lower() not in texts:
        return
    for time in [c for c in verb.children if c.dep_ == "obj" and c.i > noun.i]:
        time.dep_ = "obl:unmarked"
    noun.hang(verb, "obj")
    particle.hang(verb, "compound:prt")


def _is_day(number: Token) -> bool:
    """Whether a number is the day of a month between commas: "adopted, on Monday, May | 2, 2022, a bill"."""
    month = number.nbor(-1) if number.i else number
    return number.tag_ == "CD" and month.tag_ == "NNP" and month.head is number


def _is_cased(noun: Token) -> bool:
    return any(child.dep_ == "case" for child in noun.children)


def _opens(word: Token) -> bool:
    """Whether a noun phrase begins with an article, or a number behind a noun: "into law | 61 bills"."""
    return word.dep_ == "det" or (word.dep_ == "nummod" and word.i > 0 and word.nbor(-1).dep_ == "compound")


def _late_object(verb: Token) -> Token | None:
    """Return the first noun phrase without preposition behind those with one that follow a verb."""
    behind = verb.doc[verb.i + 1 :]
    opening = next((word for word in behind[:2] if word.text != ","), verb)
    how = opening.dep_ == "advmod" or (opening.dep_ == "obl:unmarked" and opening.tag_ == "NNP")
    if opening.dep_ not in ("case", "compound:prt") and opening.lower_ != "this" and not how:
        return None
    commas = 0
    for word in behind:
        commas += word.text == ","
        near = word.head is verb or verb.i < word.head.i < word.i
        near |= verb.dep_ == "acl" and word.head is verb.head  # "the governor | signed into law a bill"
        numbered = word.lemma_ == _NUMBERED and word.dep_ in ("flat", "appos")  # "on Monday | House Bill 7"
        opens = word.lemma_ == _NUMBERED or _opens(word.left_edge)
        apart = (verb.head is verb or verb.dep_ == "conj") and word.head is word and opens
        near |= apart  # "on third reading Tuesday | a bill", read as a sentence of its own
        loose = word.dep_ in _LOOSE or (word.dep_ == "xcomp" and word.pos_ == "NOUN")
        loose |= word.dep_ == "parataxis" and any(c.dep_ == "nummod" for c in word.children)
        # "with 77 votes, | changes to the act", "to Congress | a law"
        loose |= word.dep_ == "conj" and not any(c.dep_ == "cc" for c in word.children)
        apart &= word.pos_ == "NOUN" or word.lemma_ == _NUMBERED
        if near and not _is_day(word) and (loose or numbered or apart):
            inside = [c.i for c in word.children if c.i < word.i and c.dep_ in _INSIDE]
            first = max([c.i for c in word.children if _opens(c)] or [min(inside, default=word.i)])
            start = word.doc[first - 1]
            parted = start.text == "," and commas and commas % 2 == 0  # "and none against, | a bill"
            if (
                _is_cased(word)
                and (first == word.i or start.pos_ not in ("NOUN", "PROPN", "NUM"))
                and not parted
            ):
                continue
            told = inside or word.lemma_ == _NUMBERED or word.tag_ == "NNS"
            if told and start.dep_ != "case" and start.i > opening.i:
                if commas % 2 == 0:
                    return word
                continue  # "in a sitting that lasted barely an hour, | a new law"
        if word.pos_ in ("VERB", "AUX") and not (commas % 2 and word.dep_ in ("acl", "acl:relcl", "aux")):
            return None  # but "approved, at a session chaired by Ana Holm, | the draft law"
    return None
