"""How long before or after something was done, read as a part of what was done or of who did it: "passed the
bill | hours earlier", "five days after | the Senate approved them".
"""

from __future__ import annotations

from graph.language.words import SUBJECT_LABELS, Token

_AROUND = ("after", "before")


def free_length(noun: Token, lengths: frozenset[str], bills: frozenset[str]) -> None:
    """Take an object out of the length of time behind it: "passed the bill | hours earlier", "blocked the
    law | days before it was to take effect", "signed the bill | weeks ago".
    """
    if noun.lemma_ not in lengths or noun.tag_ != "NNS" or noun.head is noun:
        return
    inside = [child for child in noun.children if child.dep_ == "compound"]
    if not inside or noun.following not in (*_AROUND, "earlier", "later", "ago"):
        return
    whole = inside[-1]
    if noun.following not in ("earlier", "later") and whole.lemma_.lower() not in bills:
        return
    whole.take_before(noun)
    if noun.head.lower_ == "ago":
        whole.hang(noun.head.head, "obj")
        return
    whole.hang(noun.head, noun.dep_)
    noun.hang(noun.head, "obl:unmarked")


def ago_in_relative(ago: Token) -> None:
    """Hang on a relative clause the length of time that ends it, read with the main verb: "the chamber that
    killed it two months | ago made it law".
    """
    verb = ago.head
    if ago.lower_ != "ago" or verb.i != ago.i + 1:
        return
    for subject in [c for c in verb.children if c.dep_ in SUBJECT_LABELS and c.i < ago.i]:
        told = [c for c in subject.children if c.dep_ == "acl:relcl" and c.i < ago.i]
        if told and all(word.text != "," for word in ago.doc[told[-1].i : ago.i]):
            ago.hang(told[-1], "advmod")


def find_subject(verb: Token, lengths: frozenset[str]) -> None:
    """Make a clause of "days after the Assembly passed it", read as a noun phrase before another verb."""
    if verb.tag_ not in ("VBD", "VBN", "VBZ", "VBP"):
        return
    for noun in [c for c in verb.children if c.dep_ in ("nsubj", "nsubj:pass")]:
        marks = [c for c in noun.children if c.dep_ == "case" and c.lower_ in _AROUND]
        times = [c for c in noun.children if c.i < noun.i and c.lemma_.lower() in lengths]
        if marks and times and times[0].i == marks[0].i - 1:
            marks[0].hang(verb, "mark")
            times[0].hang(verb, "obl:unmarked")
            verb.dep_ = "advcl" if verb.head is not verb else verb.dep_
        if noun.lemma_.lower() not in lengths:
            return
    if verb.dep_ == "acl" and _find_who_acts_after(verb, lengths):
        return
    if verb.i and verb.dep_ in ("conj", "parataxis") and _find_who_acts_before(verb, verb.nbor(-1), lengths):
        return
    for time in verb.children:
        if time.i > verb.i or time.lemma_.lower() not in lengths:
            continue
        for noun in time.children:
            marks = [c for c in noun.children if c.dep_ == "case" and c.lower_ in _AROUND]
            between = noun.doc[noun.i + 1 : verb.i]
            if marks and time.i < noun.i and all(word.pos_ == "ADV" for word in between):
                noun.hang(verb, "nsubj")
                marks[0].hang(verb, "mark")
                time.dep_ = "obl:unmarked"
                if verb.dep_ in ("parataxis", "conj", "dep"):
                    verb.dep_ = "advcl"
                for day in [c for c in verb.children if c.dep_ == "obl" and c.i < time.i]:
                    day.hang(verb.head, "obl")  # "passed it by 9 to 1, | on Monday, a day after …"
                return


def _find_who_acts_after(verb: Token, lengths: frozenset[str]) -> bool:
    """Make a clause of "a day after the committee | signed off on it", read as what describes who acts;
    whether it was.
    """
    noun = verb.head
    time = noun.head
    mark = next((c for c in noun.children if c.dep_ == "case" and c.lower_ in _AROUND), None)
    if mark is None or noun.dep_ != "nmod" or time.lemma_.lower() not in lengths or time.i != mark.i - 1:
        return False
    if verb.i != noun.i + 1 or verb.following in ("by", "in", "at") or verb.tag_ not in ("VBN", "VBD"):
        return False
    verb.hang(time, "advcl")
    verb.tag_, verb.pos_ = "VBD", "VERB"
    noun.hang(verb, "nsubj")
    mark.hang(verb, "mark")
    return True


def _find_who_acts_before(verb: Token, noun: Token, lengths: frozenset[str]) -> bool:
    """Make a clause of "five days after the Senate approved them", read with the day before it; whether it
    was one.
    """
    marks = [c for c in noun.children if c.dep_ == "case" and c.lower_ in _AROUND]
    time = noun.doc[marks[0].i - 1] if marks and marks[0].i else verb
    if noun.dep_ not in ("nmod", "obl") or time.lemma_.lower() not in lengths:
        return False
    noun.hang(verb, "nsubj")
    marks[0].hang(verb, "mark")
    time.hang(verb, "obl:unmarked")
    verb.dep_ = "advcl"
    return True
