"""Times at the head of a sentence that the parser takes for who acts: "Monday saw the committee take it up",
"In 2017 parliament passed it", read as a parliament of that year.
"""

from __future__ import annotations

import re

from graph.language.words import SUBJECT_LABELS, Token

_YEAR = re.compile(r"(?:19|20)\d\d")
_DONE = frozenset(("VB", "VBP"))


def find_times_of_doers(token: Token, times: frozenset[str]) -> None:
    """Mend the tree around "saw" or a year where a time hides who does something."""
    if token.lower_ in ("saw", "sees"):
        _what_a_time_saw(token, times)
    elif token.tag_ == "CD":
        _year_before_doer(token)


def _what_a_time_saw(see: Token, times: frozenset[str]) -> None:
    """Tell what a time saw as what was done then: "Last week | saw | it clear the Senate"."""
    when = [c for c in see.children if c.dep_ in (*SUBJECT_LABELS, "obl:unmarked") and c.i < see.i]
    done = [c for c in see.children if c.dep_ in ("ccomp", "xcomp") and c.tag_ in _DONE and c.i > see.i]
    if see.head is not see or len(when) != 1 or len(done) != 1 or when[0].lower_ not in times:
        return
    verb, acting = done[0], [c for c in see.children if c.dep_ == "obj" and c.i < done[0].i]
    if any(c.dep_ in ("mark", "aux") for c in verb.children):
        return
    verb.lift()
    verb.tag_ = "VBD"
    for child in list(see.children):
        child.hang(verb, "nsubj" if child in acting else "obl:unmarked" if child is when[0] else child.dep_)
    see.hang(verb, "dep")


def _year_before_doer(year: Token) -> None:
    """Take a year out of who acts in it: "In 2017 | parliament passed it"."""
    doer, first = year.head, year.nbor(-1) if year.i else year
    if year.dep_ not in ("compound", "nummod") or doer.i != year.i + 1 or not _YEAR.fullmatch(year.text):
        return
    verb = doer.head
    led = first.lower_ in ("in", "since") and first.head is doer and first.dep_ == "case"
    if not led or verb.pos_ != "VERB" or verb.i < doer.i or doer.dep_ not in ("nsubj", "obl"):
        return
    if doer.dep_ == "obl" and any(c.dep_ in SUBJECT_LABELS for c in verb.children):
        return
    year.hang(verb, "obl")
    first.hang(year, "case")
    doer.dep_ = "nsubj"
