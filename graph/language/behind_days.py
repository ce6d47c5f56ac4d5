"""The verb of a sentence behind a day that was read to describe who acts: "Lawmakers on Tuesday | adopted
bill 12", "Rep. Ann Holm, who chairs the panel, today | introduced the Ports Act"; and days read as what was
acted on.
"""

from __future__ import annotations

from graph.language.days import tells_a_day
from graph.language.words import SUBJECT_LABELS, Token

_ALONE = frozenset(("today", "yesterday"))
_WHICH = frozenset(("last", "next", "this", "past", "coming", "following", "same", "previous"))
_FORMS = ("VBN", "VBD")
_NAMING = ("NN", "NNS", "NNP", "NNPS")
_BE = frozenset(("was", "were", "is", "are"))
_HAVE = frozenset(("has", "have", "had"))
_AUXILIARIES = _BE | _HAVE | {"will", "would", "shall", "may", "might", "must", "should", "could"}
_INSIDE = ("aux", "aux:pass", "mark", "cop", "obl:agent")


def verb_behind_day(
    verb: Token, decides: frozenset[str], doers: frozenset[str], times: frozenset[str]
) -> None:
    """Make the verb of a sentence of one right behind a day that was hung on who acts.

    Args:
        verb: any word of a sentence.
        decides: verbs of deciding, in the dictionary form.
        doers: nouns for those who decide.
        times: words of the calendar.
    """
    actor = verb.head
    if verb.dep_ not in ("acl", "parataxis") or verb.tag_ not in _FORMS or verb.lemma_ not in decides:
        return
    acts = actor.pos_ == "PROPN" or actor.lemma_.lower() in doers
    if actor.i > verb.i or not acts or any(c.dep_ in (*_INSIDE, *SUBJECT_LABELS) for c in verb.children):
        return
    first = _day_before(verb, times)
    if first is None or not _ends_at(actor, first):
        return
    if actor.head is actor:
        verb.lift()
    elif actor.dep_ in SUBJECT_LABELS and actor.head.head is actor.head and actor.head.i > verb.i:
        told = actor.head
        verb.lift()
        told.hang(verb, "parataxis")
    else:
        return
    verb.tag_, verb.pos_ = "VBD", "VERB"
    for child in [c for c in actor.children if c.i >= first.i or c.is_punct]:
        child.hang(verb, "obl" if child.dep_.startswith("nmod") or child.dep_ == "appos" else child.dep_)
    actor.hang(verb, "nsubj")


def set_behind_day(done: Token, times: frozenset[str]) -> None:
    """Make the verb of a sentence of what stands right behind a day read as what somebody is: "The committee
    is Tuesday | set to meet".
    """
    day = done.head
    if (
        done.dep_ not in ("acl", "acl:relcl", "amod", "xcomp")
        or day.lower_ not in times
        or done.i != day.i + 1
    ):
        return
    copula = next((c for c in day.children if c.dep_ == "cop"), None)
    if copula is None or copula.i != day.i - 1:
        return
    done.hang(day.head, day.dep_) if day.head is not day else done.lift()
    for child in list(day.children):
        child.hang(done, "aux:pass" if child is copula and done.tag_ == "VBN" else child.dep_)
    day.hang(done, "obl:unmarked")
    done.tag_, done.pos_ = "VBN", "VERB"
    for child in done.children:
        if child.tag_ == "VB" and child.dep_ in ("nmod", "acl", "advcl"):
            child.dep_ = "xcomp"


def deed_behind_day(
    verb: Token, decides: frozenset[str], texts: frozenset[str], times: frozenset[str]
) -> None:
    """Make the verb of a sentence of one behind a day that was read to describe its object: "A committee on
    Tuesday | advanced legislation on rents".
    """
    noun, lemma = verb.head, _lemma_of(verb, decides)
    if verb.dep_ != "amod" or noun.i < verb.i or noun.lemma_.lower() not in texts or not lemma:
        return
    if any(c.dep_ in ("det", "nmod:poss", "nsubj:pass", *_INSIDE) for c in (*noun.children, *verb.children)):
        return
    first, doers = _day_before(verb, times), [c for c in noun.children if c.dep_ == "nsubj"]
    if noun.head is not noun:
        doers = [noun.head] if noun.dep_ == "nmod" and noun.head.head is noun.head else []
    actor = doers[0] if len(doers) == 1 else None
    if first is None or actor is None or actor.i > first.i or actor.dep_ == "nsubj:pass":
        return
    day = verb.nbor(-1)
    behind = [c for c in (*actor.children, *noun.children) if c.is_punct and c.i > noun.i]
    verb.lift()
    verb.tag_, verb.pos_, verb.lemma_ = "VBD", "VERB", lemma
    for word in verb.doc[first.i : verb.i]:
        word.hang(day if word is not day else verb, "case" if word.lower_ == "on" else "obl:unmarked")
    if first.lower_ == "on":
        day.dep_ = "obl"
    for mark in behind:
        mark.hang(verb, "punct")
    actor.hang(verb, "nsubj")
    noun.hang(verb, "obj")


def _lemma_of(verb: Token, decides: frozenset[str]) -> str:
    """Return the dictionary form of a verb of deciding, also of one read as an adjective: "advanced"."""
    if verb.tag_ in _FORMS:
        return verb.lemma_ if verb.lemma_ in decides else ""
    forms = (verb.lower_[:-1], verb.lower_[:-2]) if verb.lower_.endswith("ed") else ()
    return next((form for form in forms if form in decides), "")


def _day_before(verb: Token, times: frozenset[str]) -> Token | None:
    """Return the first word of a day right before a verb: "on", "Tuesday", "yesterday"."""
    words = verb.doc[max(0, verb.i - 5) : verb.i]
    if not words or words[-1].lower_ in _ALONE:
        return words[-1] if words else None
    at = len(words)
    while at and (words[at - 1].lower_ in times or words[at - 1].tag_ == "CD"):
        at -= 1
    if at == len(words):
        return None
    led = at > 0 and words[at - 1].lower_ == "on"
    named = words[at].tag_ == "NNP"
    return words[at - 1] if led else words[at] if named else None


def _ends_at(actor: Token, day: Token) -> bool:
    """Whether nothing but what is said of who acts stands between that word and a day."""
    between = [w for w in actor.doc[actor.i + 1 : day.i] if not w.is_punct]
    return all(actor.is_ancestor(word) for word in between)


def doer_before_day(day: Token, times: frozenset[str]) -> None:
    """Make who acts of the noun before a day that was read as acting: "lawmakers | late Tuesday adopted"."""
    verb = day.head
    if day.dep_ != "nsubj" or day.lower_ not in times or day.i > verb.i:
        return
    before = [c for c in verb.children if c.dep_ == "obl:unmarked" and c.i < day.i and c.tag_ in _NAMING]
    if len(before) == 1 and before[0].lower_ not in times:
        before[0].dep_, day.dep_ = "nsubj", "obl:unmarked"


def day_no_object(day: Token, decides: frozenset[str], times: frozenset[str]) -> None:
    """Make a time of what was read as the object of deciding: "the law that parliament passed last
    | November".
    """
    verb = day.head
    if day.dep_ != "obj" or day.lower_ not in times or verb.lemma_ not in decides or day.i < verb.i:
        return
    beside = {c.lower_ for c in day.children if c.dep_ in ("amod", "det")}
    if beside & _WHICH or (day.tag_ == "NNP" and not beside):
        day.dep_ = "obl:unmarked"


def one_more_deed(verb: Token, undergoes: frozenset[str]) -> None:
    """Join to what was done to a bill what was done to it next, read as a clause of its own: "The bill was
    tabled on Monday, | debated that night and | approved at noon".
    """
    first = verb.head
    if verb.dep_ not in ("advcl", "conj") or verb.tag_ != "VBD" or verb.lemma_ not in undergoes:
        return
    if verb.i < first.i or first.tag_ != "VBN" or not any(c.dep_ == "aux:pass" for c in first.children):
        return
    before = verb.preceding if verb.preceding != "then" else verb.nbor(-1).preceding
    labels = {c.dep_ for c in verb.children}
    if before not in (",", "and") or labels & {"mark", "obj", "aux", "aux:pass", *SUBJECT_LABELS}:
        return
    verb.tag_, verb.dep_ = "VBN", "conj"
    for inner in [c for c in verb.children if c.dep_ == "conj" and c.tag_ == "VBD"]:
        inner.hang(first, "conj")
        inner.tag_ = "VBN"


def bill_of_its_own(
    bill: Token, decides: frozenset[str], times: frozenset[str], bills: frozenset[str]
) -> None:
    """Make the object of a verb of a bill right behind it, or behind a day, read as a sentence of its own:
    "introduced | H.R. 12", "ratified on Monday | Law 70 regulating charities".
    """
    clause = bill.head
    gerund = clause.tag_ == "VBG" and bill.dep_ == "nsubj" and clause.head is clause
    if bill.lemma_.lower() not in bills or not (clause is bill or gerund) or not bill.i:
        return
    if gerund and any(c.dep_.startswith("aux") or (c is not bill and c.i < bill.i) for c in clause.children):
        return
    edge = bill.left_edge
    at = edge.i - 1
    while at > 0 and tells_a_day(bill.doc[at], times):
        at -= 1
    verb = bill.doc[at]
    if (
        at < 0
        or verb.lemma_ not in decides
        or verb.tag_ not in ("VBD", "VBN", "VBZ")
        or verb.head is not verb
    ):
        return
    if any(c.dep_ in ("obj", "nsubj:pass", "aux:pass", "ccomp") for c in verb.children):
        return
    bill.hang(verb, "obj")
    if gerund:
        clause.hang(bill, "acl")


def verb_of_a_name(verb: Token, decides: frozenset[str], things: frozenset[str]) -> None:
    """Make the verb of a sentence of one between a person with a title and what was acted on, read as what
    describes that: "President Ann Holm | signed amendments in May, days after the Senate approved them".
    """
    noun, name = verb.head, verb.nbor(-1) if verb.i else verb
    if verb.dep_ != "amod" or verb.tag_ not in _FORMS or verb.lemma_ not in decides:
        return
    if noun.lemma_.lower() not in things or name.pos_ != "PROPN" or name.head not in (noun, verb):
        return
    titles = [c for c in (*noun.children, *name.children) if c.dep_ == "nmod:desc" and c.i < name.i]
    root = noun.head
    if not titles or not (root is noun or (noun.dep_ in SUBJECT_LABELS and root.head is root)):
        return
    before = [c for c in noun.children if c.i < verb.i and c is not name]
    verb.lift()
    verb.tag_, verb.pos_ = "VBD", "VERB"
    name.hang(verb, "nsubj")
    for child in before:
        child.hang(*((name, child.dep_) if child in titles else (verb, child.dep_)))
    noun.hang(verb, "obj")
    if root is not noun:
        root.hang(verb, "parataxis")


def auxiliary_before_day(aux: Token, decides: frozenset[str], times: frozenset[str]) -> None:
    """Make one verb of what a day parts: "the bill was on Thursday | referred to a panel", "has on Friday |
    signed it", "will on Monday | vote", read as being or having something on a day.
    """
    doc, at = aux.doc, aux.i + 2
    if aux.lower_ not in _AUXILIARIES or aux.following not in ("on", "in"):
        return
    while at < len(doc) and (doc[at].lower_ in times or doc[at].tag_ == "CD"):
        at += 1
    days = doc[aux.i + 2 : at]
    while at < len(doc) and doc[at].tag_ == "RB":
        at += 1
    been = [doc[at]] if at < len(doc) and doc[at].lower_ in ("been", "be") else []
    verb = doc[at + len(been)] if at + len(been) < len(doc) else aux
    if not days or not _goes_with(verb, aux, decides, passive=bool(been)):
        return
    parts = [aux, *days, *been, verb]
    top = next(word for word in parts if word.head is word or word.head not in parts)
    day = next(word for word in days if word.head not in days or word.head is word)
    passive = bool(been) or aux.lower_ in _BE
    if top.head is top:
        verb.lift()
    elif top is not verb:
        verb.hang(top.head, top.dep_)
    for word in (aux, *days, *been):
        for child in [c for c in word.children if c not in parts and not (word in days and c.dep_ == "case")]:
            child.hang(verb, child.dep_)
    for subject in [c for c in verb.children if c.dep_ in SUBJECT_LABELS and c.i < aux.i]:
        subject.dep_ = "nsubj:pass" if passive else "nsubj"
    day.hang(verb, "obl")
    aux.hang(verb, "aux:pass" if aux.lower_ in _BE else "aux")
    for word in been:
        word.hang(verb, "aux:pass")
    verb.pos_ = "VERB"
    verb.tag_ = "VBN" if passive or aux.lower_ in _HAVE else "VB"


def _goes_with(verb: Token, aux: Token, decides: frozenset[str], *, passive: bool) -> bool:
    """Whether a verb can be what an auxiliary before a day belongs to."""
    if verb is aux or verb.dep_ == "amod":
        return False
    if passive or aux.lower_ in _BE | _HAVE:
        return verb.tag_ in _FORMS
    return verb.tag_ in ("VB", "VBP") or (verb.tag_ == "NN" and verb.lemma_.lower() in decides | {"vote"})


def midnight_of_a_day(day: Token, times: frozenset[str]) -> None:
    """Join a day to the hour before it, and what is to be done by then to the verb: "has until midnight
    | Friday | to sign it", read as a sentence of its own.
    """
    hour = day.doc[day.i - 1] if day.i else day
    if day.dep_ != "ROOT" or day.lower_ not in times or hour.lower_ not in ("midnight", "noon"):
        return
    verb = hour.head
    if verb.pos_ not in ("VERB", "AUX") or verb.i > hour.i:
        return
    for child in [c for c in day.children if c.i > day.i]:
        child.hang(verb, "advcl" if child.dep_ == "acl" else child.dep_)
    day.hang(hour, "nmod:unmarked")
