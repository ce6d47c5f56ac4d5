"""Find the verb of a headline that was read as a noun, or has none but the word that sets a day."""

from __future__ import annotations

from functools import lru_cache

from graph.language.words import SUBJECT_LABELS, Doc, Token
from graph.lexicons import load_lexicon

_NODS = frozenset(("nod", "okay", "approval", "clearance", "assent"))
_SETS = {
    "set": "set",
    "slated": "slate",
    "due": "due",
    "scheduled": "schedule",
    "planned": "plan",
    "expected": "expect",
}
_HELD = frozenset(
    ("debate", "vote", "voting", "hearing", "reading", "deliberation", "discussion", "consideration")
)
_HALTS = frozenset(
    ("cancel", "postpone", "delay", "defer", "adjourn", "scrap", "suspend", "scuttle", "reschedule")
)
_BEFORE_DAY = frozenset(("for", "on", "next", "this", "in", "today", "tomorrow", "tonight"))
_OPENS = frozenset(("as", "after", "while", "when", "before", "if"))
"""Words that open a clause of its own in a headline."""
_LEADS_ON = frozenset(("to", "on", "for", "against", "banning", "allowing", "requiring", "regulating"))
_DECIDED_ON = (
    "veto",
    "decision",
    "ruling",
    "order",
    "ban",
    "plan",
    "deal",
    "decree",
    "treaty",
    "budget",
    "rule",
)
"""What may be passed or overturned itself: "Bill to undo ban | approved by voters"."""
_FINITE = ("VBZ", "VBP", "MD")
_BELOW = ("acl", "advcl", "xcomp", "amod", "conj", "parataxis")
_LONGEST_SUBJECT = 5
"""Within how many words the bill of a headline stands."""
_DAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))


def find_headline_day(doc: Doc) -> None:
    """Make a verb of the word that sets a day in a headline: "Debate on rent bill | set Monday"."""
    for word in doc[2:-1]:
        following = word.nbor()
        if word.lower_ not in _SETS or not (following.lower_ in _BEFORE_DAY or following.lower_ in _DAYS):
            continue
        event = doc[0]
        while event.head is not event and event.head.i < word.i:
            event = event.head
        if event.lemma_.lower() not in _HELD or event is word or word.head not in (word, event):
            return
        event.tag_, event.pos_, event.lemma_ = "NN", "NOUN", event.lower_
        word.lift()
        word.tag_, word.pos_, word.lemma_ = "VBN", "VERB", _SETS[word.lower_]
        event.hang(word, "nsubj:pass")
        for child in [c for c in event.children if c.i > word.i]:
            child.hang(word, child.dep_)
        return


def find_headline_verb(doc: Doc, bills: frozenset[str], becomes: frozenset[str]) -> None:
    """Make a verb of the word that tells what becomes of a bill: "Rent bill | stalls in upper house"."""
    for word in doc[1:]:
        if word.lower_ in _NODS and word.dep_ in ("appos", "flat"):
            _make_head(word)
    verb = next((word for word in doc[1:] if word.lower_.endswith("s") and _becomes(word, becomes)), None)
    if verb is None or verb.nbor(-1).lemma_.lower() not in bills:
        return
    bill, last = verb.nbor(-1), verb.head
    opens = (w.i for w in doc[: bill.i] if w.lower_ in _OPENS)
    cut = max(opens, default=-1)  # "MPs protest as | tax bill passes"
    verb.lift()
    verb.tag_, verb.pos_, verb.lemma_ = "VBZ", "VERB", _becomes(verb, becomes)
    for word in (last, *last.children) if last is not verb else ():
        if word.i > cut and (word.head is word or (word.head is last and word.i < verb.i)):
            word.hang(verb, "obj" if word.i > verb.i else "compound")
    for word in list(verb.children):
        if cut < word.i < verb.i:
            word.hang(*((verb, "nsubj") if word is bill else (bill, "compound")))
        elif word.dep_ in ("nmod", "flat", "compound"):
            cased = any(child.dep_ == "case" for child in word.children)
            word.dep_ = "obl" if cased else "obj"


def find_headline_halt(doc: Doc) -> None:
    """Make a verb of what befell a vote or a hearing in a headline: "Rent bill vote | called off"."""
    event = next((word for word in doc if word.head is word), None)
    if event is None or event.pos_ != "NOUN" or event.lemma_.lower() not in _HELD:
        return
    told = [c for c in event.children if c.dep_ == "acl" and c.tag_ == "VBN" and c.i > event.i]
    verb = next((c for c in told if c.lemma_ in _HALTS or c.following == "off"), None)
    if verb is not None:
        verb.lift()
        event.hang(verb, "nsubj:pass")


def find_headline_deed(doc: Doc, bills: frozenset[str]) -> None:
    """Make a verb of what was done to a bill in a headline, read as done to what the bill is for: "Bill to
    raise pension age | passed in Senate", "Bill on school meals | signed".
    """
    bill = next((word for word in doc[:_LONGEST_SUBJECT] if word.lemma_.lower() in bills), None)
    if bill is None or bill.following not in _LEADS_ON or any(w.tag_ in _FINITE for w in doc[bill.i + 3 :]):
        return
    verb = next((w for w in doc[bill.i + 3 :] if w.tag_ in ("VBN", "VBD") and w.lemma_ in _done()), None)
    if verb is None or verb.dep_ not in _BELOW or not (bill.is_ancestor(verb) or bill.head.is_ancestor(verb)):
        return
    told = verb.nbor(-1)
    if told.pos_ not in ("NOUN", "PROPN") or told.lemma_.lower() in (*bills, *_DECIDED_ON):
        return  # "Bill to amend the law | passed last year"
    if any(c.dep_ in (*SUBJECT_LABELS, "obj", "aux", "aux:pass", "mark") for c in verb.children):
        return
    clause = bill.head
    verb.lift()
    verb.tag_, verb.pos_ = "VBN", "VERB"
    if clause is not bill and bill.dep_ in SUBJECT_LABELS:
        bill.lift()
        clause.hang(bill, "acl")
    bill.hang(verb, "nsubj:pass")


@lru_cache(maxsize=1)
def _done() -> frozenset[str]:
    """Return the verbs for what is done to bills."""
    english = load_lexicon("english")
    return frozenset((*english["late_objects"]["verbs"], *english["units"]["befalls"]))


def _becomes(word: Token, becomes: frozenset[str]) -> str:
    """Return the dictionary form of a word in -s that may tell what becomes of a bill, "" for others."""
    bare = (word.lower_.removesuffix("s"), word.lower_.removesuffix("es"))
    noun = word.tag_ != "VBZ" or any(c.dep_ == "flat" for c in word.children)
    return next((form for form in bare if noun and form in becomes), "")


def _make_head(nod: Token) -> None:
    """Make a noun of the last word of "Senate | nod to the water bill", read as part of a name."""
    body = nod.head
    if body.i > nod.i or any(body.i < word.i < nod.i and word.dep_ == "case" for word in nod.doc):
        return
    if body.head is body:
        nod.lift()
    else:
        nod.hang(body.head, body.dep_)
    for word in [child for child in body.children if child.i > nod.i]:
        word.hang(nod, word.dep_)
    body.hang(nod, "compound")
    nod.tag_, nod.pos_, nod.lemma_ = "NN", "NOUN", nod.lower_
