"""Give a task to those whose it is: "it is now for the Senate to decide on it", "it falls to the senators to
approve it", "it fell to Ana Holm to defend it", in which the parser sees nobody who does it.
"""

from __future__ import annotations

from graph.language.words import SUBJECT_LABELS, Token

_BE = frozenset(("is", "was", "'s", "be"))
_FALLS = frozenset(("falls", "fell", "fall"))
_NOW = frozenset(
    ("now", "then", "therefore", "thus", "ultimately", "entirely", "largely", "first", "again", "up")
)


def find_tasks(to: Token) -> None:
    """Mend the tree around "to" where it hides who does something."""
    _doer_of_task(to)
    _one_more_task(to)


def _doer_of_task(to: Token) -> None:
    """Give a task to those who stand between "to" or "for" and the "to" that leads to what the task is."""
    verb = to.head
    if to.dep_ != "mark" or verb.tag_ != "VB" or verb.i < to.i or to.i < 4:
        return
    doer = to.nbor(-1)
    while doer.head.i < to.i and doer.head is not doer and doer.dep_ in ("nmod", "flat", "conj", "compound"):
        doer = doer.head
    lead = next((c for c in doer.children if c.dep_ == "case" and c.i < doer.i), None)
    own = any(c.dep_ in (*SUBJECT_LABELS, "aux") for c in verb.children)
    if lead is None or own or verb.dep_ not in ("advcl", "csubj", "acl", "xcomp", "ccomp"):
        return
    at = lead.i - 1
    while at > 1 and doer.doc[at].lower_ in _NOW:
        at -= 1
    task = doer.doc[at]
    words = {word.lower_ for word in doer.doc[max(0, at - 3) : at]}
    is_up = lead.lower_ == "for" or (lead.lower_ == "to" and lead.preceding == "up")
    falls = task.lower_ in _FALLS and lead.lower_ == "to"
    if "it" not in words or not (falls or (task.lower_ in _BE and is_up)):
        return
    above = next((w for w in (doer, task, lead.nbor(-1)) if w.head is w), None)
    if above is None:
        doer.hang(verb, "nsubj")
        return
    verb.lift()
    beside = [*above.children, *(task.children if task is not above else ())]
    for child in beside:
        if child not in (doer, task) and (child.i < lead.i or child.i > doer.i):
            child.hang(verb, "dep" if child.lower_ == "it" else child.dep_)
    lead.dep_ = "dep"
    if above is not doer and above is not task:
        above.hang(verb, "advmod")
    task.hang(verb, "dep" if falls else "aux")
    if task.lower_ == "fell":
        to.dep_, verb.tag_ = "dep", "VBD"
    doer.hang(verb, "nsubj")


def _one_more_task(to: Token) -> None:
    """Coordinate two things that somebody has or wants to do: "has until March to sign the bill, | or to send
    it back".
    """
    verb, above = to.head, to.head.head
    if to.dep_ != "mark" or verb.tag_ != "VB" or verb.dep_ != "conj" or above.i > verb.i:
        return
    if any(c.dep_ in SUBJECT_LABELS for c in verb.children) or any(c.lower_ == "to" for c in above.children):
        return
    first = [c for c in above.children if c.dep_ in ("xcomp", "advcl") and c.tag_ == "VB" and c.i < verb.i]
    if above.tag_ in ("VBZ", "VBD", "VBP") and first and any(m.lower_ == "to" for m in first[-1].children):
        verb.hang(first[-1], "conj")
