"""Give a bill what is told of it at some distance: behind what it is said to be, behind a comma and an
adverb, as what is still to be done to it.
"""

from __future__ import annotations

from graph.language.words import SUBJECT_LABELS, Token

_TEXTS = frozenset(("law", "act", "bill", "measure", "legislation", "statute"))
_OF_TIME = frozenset(
    ("already", "since", "earlier", "previously", "recently", "just", "only", "first", "later", "twice")
)
_DONE_TO_BILLS = frozenset((
    "challenge", "contest", "debate", "discuss", "examine", "approve", "adopt", "reject", "refer", "defeat",
    "veto", "withdraw", "return", "amend", "shelve", "introduce", "table", "endorse", "ratify",
))  # fmt: skip
_TELLS = frozenset(("tell", "inform", "assure", "remind", "promise", "warn", "convince", "persuade"))
_FORESEEN = frozenset(
    ("expected", "planned", "announced", "promised", "predicted", "feared", "hoped", "intended")
)
_CLOSED = frozenset((*SUBJECT_LABELS, "aux", "cop", "cc"))
_BELOW = ("xcomp", "csubj", "advcl")
_LIKELY = frozenset(("likely", "unlikely", "certain", "sure", "set", "bound", "due", "poised", "destined"))


def told_of_bill(word: Token, bills: frozenset[str]) -> None:
    """Mend the tree around one word in place."""
    if word.dep_ in ("acl", "acl:relcl", "xcomp"):
        _told_that(word)
    if word.dep_ in _BELOW:
        _is_likely_to_be(word)
    if word.lower_ in _FORESEEN and word.i > 1 and word.preceding == "as":
        _behind_as_expected(word)
    if word.tag_ == "VBN" and word.i > 1:
        _behind_predicate(word)
        _behind_object(word, bills)
    elif word.tag_ == "VBD" and word.dep_ == "conj":
        _one_more_done(word)
    elif word.dep_ == "obl" and word.lower_ in bills:
        _object_behind_figures(word)


def _behind_object(participle: Token, bills: frozenset[str]) -> None:
    """Hang on a bill what was or is to be done to it: "approved the bill, | already | passed by the
    deputies", "adopted a bill, | to be | sent to parliament".
    """
    verb = participle.head
    own = {c.dep_ for c in participle.children}
    if participle.dep_ != "advcl" or own & _CLOSED:
        return
    bill = next((c for c in verb.children if c.dep_ == "obj" and c.i < participle.i), None)
    if bill is None or bill.lower_ not in bills:
        return
    at = participle.i - 1
    while participle.doc[at].lower_ in _OF_TIME:
        at -= 1
    ahead = "aux:pass" in own and participle.preceding == "be" and participle.nbor(-2).lower_ == "to"
    at -= 2 * ahead
    short = at < participle.i - 1 or not own & {"aux:pass", "mark"}
    if participle.doc[at].text == "," and short and max(w.i for w in bill.subtree) < at:
        participle.hang(bill, "acl")


def _told_that(verb: Token) -> None:
    """Make what somebody was told what is told, not what tells more of them: "told reporters | that it would
    be withdrawn".
    """
    noun, telling = verb.head, verb.head.head
    that = any(c.lower_ == "that" and c.dep_ == "mark" for c in verb.children)
    if verb.dep_ == "xcomp" or not that or telling.lemma_ not in _TELLS or noun.i < telling.i:
        return
    if any(c.dep_ in SUBJECT_LABELS for c in verb.children) and noun.dep_ in ("obj", "iobj", "obl"):
        verb.hang(telling, "ccomp")


def _is_likely_to_be(verb: Token) -> None:
    """Tell of a bill what is told of "it": "It is unlikely | to be passed", "It is set | to become law"."""
    judged, own = verb.head, {c.dep_ for c in verb.children}
    if judged.pos_ != "ADJ" or verb.tag_ not in ("VB", "VBN") or judged.i > verb.i:
        return
    passive = verb.dep_ == "xcomp" and "aux:pass" in own
    if not passive and (judged.lower_ not in _LIKELY or "mark" not in own or "nsubj" in own):
        return
    for it in [c for c in judged.children if c.dep_ == "expl" and c.lower_ == "it"]:
        it.dep_, verb.dep_ = "nsubj", "xcomp"


def _behind_as_expected(aside: Token) -> None:
    """Free the sentence around "as expected" between commas: "was adopted, as expected, | by the senators",
    "was, as expected, | approved".
    """
    doc, verb = aside.doc, aside.head
    if aside.i + 2 >= len(doc) or doc[aside.i + 1].text != "," or doc[aside.i - 2].text != ",":
        return
    if aside.head is not aside:
        for child in [c for c in aside.children if c.i > aside.i + 1]:
            agent = child.dep_ == "obl" and any(c.lower_ == "by" for c in child.children)
            child.hang(verb, "obl:agent" if agent else child.dep_)
        return
    done = next((c for c in aside.children if c.dep_ == "conj" and c.tag_ in ("VBN", "VBD")), None)
    if done is None:
        return
    done.lift()
    for child in [c for c in aside.children if c.i < aside.i - 2 or c.i > done.i]:
        passive = {"nsubj": "nsubj:pass", "cop": "aux:pass"} if done.tag_ == "VBN" else {}
        for subject in [c for c in child.children if c.dep_ == "nsubj" and child.dep_ == "cop"]:
            subject.hang(done, passive.get("nsubj", "nsubj"))
        child.hang(done, passive.get(child.dep_, child.dep_))
    aside.hang(done, "advcl")


def _one_more_done(verb: Token) -> None:
    """Read what was done as well as done to a bill: "was gazetted in May and | challenged in court"."""
    first = verb.head
    passive = first.tag_ == "VBN" and any(c.dep_ == "aux:pass" for c in first.children)
    own = {c.dep_ for c in verb.children}
    if (
        passive
        and verb.lemma_ in _DONE_TO_BILLS
        and not own & {*SUBJECT_LABELS, "obj", "ccomp", "xcomp", "aux"}
    ):
        verb.tag_ = "VBN"


def _object_behind_figures(bill: Token) -> None:
    """Make what is acted on of a bill behind the figures of a vote: "approved, with 64 votes in favour and 29
    against, | a bill that bans it".
    """
    verb, first = bill.head, bill.left_edge
    parted = first.text == "," or first.preceding == ","
    led = any(c.dep_ == "case" for c in bill.children) or not parted
    article = any(c.dep_ == "det" and c.lower_ in ("a", "an", "the") for c in bill.children)
    if led or not article or verb.pos_ != "VERB" or verb.i > bill.i:
        return
    if not any(c.dep_ in ("obj", "nsubj:pass", "ccomp", "aux:pass") for c in verb.children):
        bill.dep_ = "obj"
        if verb.tag_ == "VBN" and not any(c.dep_ == "aux" for c in verb.children):
            verb.tag_ = "VBD"


def _behind_predicate(participle: Token) -> None:
    """Hang what was done to a bill on it, not on what it is said to be: "The bill was the last of its kind, |
    passed in June".
    """
    noun = participle.head
    if participle.dep_ != "acl" or participle.preceding != ",":
        return
    subject = next((c for c in noun.children if c.dep_ == "nsubj"), None)
    told = noun.head is noun and any(c.dep_ == "cop" for c in noun.children)
    between = {word.lower_ for word in participle.doc[noun.i : participle.i]}
    if between & _TEXTS:
        return  # "is the copy of a law, passed elsewhere"
    if told and subject is not None and noun.i < participle.i:
        participle.hang(subject, "acl")
