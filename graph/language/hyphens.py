"""Hang what stands before a hyphen on the noun that the compound describes: "a world-first ban", "the
party-switching law".
"""

from __future__ import annotations

from graph.language.words import Token

_PREFIXES = ("non", "anti", "pro", "ex")
_LED = (*_PREFIXES, "pan", "neo", "vice", "co", "ultra")
"""What stands before a hyphen and is no word by itself."""
_INSIDE = ("amod", "compound", "nummod")
_OFFICES = ("governor", "attorney", "secretary", "solicitor", "auditor", "director", "inspector")
"""Offices with "-general" behind them."""


def join_hyphened(hyphen: Token, bills: frozenset[str]) -> None:
    """Mend the tree around a hyphen in place.

    Args:
        hyphen: any word; what is no hyphen between words is left alone.
        bills: nouns for bills.
    """
    if hyphen.text != "-" or not 0 < hyphen.i < len(hyphen.doc) - 1:
        return
    before, after = hyphen.nbor(-1), hyphen.nbor()
    if after.lower_ == "general" and before.lower_ in _OFFICES:
        _make_office(before, after, hyphen)
        return
    noun = after.head
    if before.lower_ == "no" and before.dep_ == "det" and after.dep_ in _INSIDE:
        before.hang(after, "compound")  # "the | no-fault divorce bill"
        return
    if before.lower_ in _PREFIXES and noun.i > after.i and before.head not in (noun, before):
        _put_in_place(noun, before)  # "councils of | non-Muslim sects"
        return
    if before.lower_ in _LED and after.dep_ == "nsubj" and before in (noun.head, *noun.children):
        _make_subject(after, before)
        return
    if before.lower_ == "then" and before.dep_.startswith("obl") and noun.i > after.i and noun.tag_ == "NNP":
        _make_former(noun, before)
        return
    described = after.dep_ in _INSIDE and noun.i > after.i
    alike = before.dep_ == noun.dep_ or (noun.dep_ == "appos" and noun.lemma_.lower() in bills)
    if described and before.head is noun.head and alike and before.head is not before:
        _put_in_place(noun, before)
    elif described and noun.dep_ == "appos" and noun.head is before and before.tag_ == "NN":
        _put_in_place(noun, before)  # "her | line-item veto"
    elif after.tag_ == "VBG" and before.lemma_.lower() not in bills and (bill := _bill_behind(after, bills)):
        _make_compound(before, after, bill)


def _make_office(officer: Token, general: Token, hyphen: Token) -> None:
    """Make one name of an office in two parts: "the Governor-General signed it", "the Attorney-General's
    advice".
    """
    owned = general.head
    if general.dep_ == "nmod:poss" and owned.head is officer:
        if officer.head is officer:
            owned.lift()
        else:
            owned.hang(officer.head, officer.dep_)
        officer.hang(owned, "nmod:poss")
    elif general.head is not officer:
        if general.head is general:
            officer.lift()
        elif not officer.is_ancestor(general):
            officer.hang(general.head, general.dep_)
    for child in [c for c in general.children if c is not officer]:
        child.hang(officer, child.dep_)
    general.hang(officer, "flat")
    hyphen.hang(officer, "punct")


def _put_in_place(noun: Token, before: Token) -> None:
    """Hang a noun where what describes it hangs."""
    noun.hang(before.head, before.dep_)
    for child in list(before.children):
        child.hang(noun, child.dep_)
    before.hang(noun, "compound")


def _make_former(person: Token, then: Token) -> None:
    """Make one name of who held an office then: "was signed by then | -President Ann Holm"."""
    verb, role = then.head, then.dep_
    by = any(c.dep_ == "case" and c.lower_ == "by" for c in then.children)
    for child in list(then.children):
        child.hang(person, child.dep_)
    if person is not verb and not person.is_ancestor(verb):
        person.hang(verb, "obl:agent" if by and verb.tag_ == "VBN" else role)
    then.hang(person, "amod")


def _make_subject(noun: Token, before: Token) -> None:
    """Make the subject one noun whose start was read as another, with a clause about it or before the verb:
    "the pan | -democrats left".
    """
    verb = noun.head
    if verb.head is before and before.head is before:
        verb.lift()
    elif verb.head is before:
        verb.hang(before.head, before.dep_)
    for child in list(before.children):
        child.hang(noun, child.dep_)
    before.hang(noun, "compound")


def _bill_behind(doing: Token, bills: frozenset[str]) -> Token | None:
    """Return the bill right behind a word in -ing that was read as what is done to it."""
    for noun in doing.children:
        bare = all(c.dep_ in _INSIDE and c.i > doing.i for c in noun.children if c.i < noun.i)
        first = min(word.i for word in noun.subtree)
        if noun.dep_ == "obj" and noun.lemma_.lower() in bills and bare and first == doing.i + 1:
            return noun
    return None


def _make_compound(before: Token, doing: Token, bill: Token) -> None:
    """Make a bill of what was read as an act on it: "passed the party | switching the law"."""
    above = before.head
    if above is before or doing.is_ancestor(before):
        return
    bill.hang(above, before.dep_)
    for child in list(before.children):
        if child is not doing:
            child.hang(bill, child.dep_)
    for child in list(doing.children):
        if not child.is_punct:
            child.hang(above if above.pos_ == "VERB" else bill, child.dep_)
    doing.hang(bill, "amod")
    before.hang(bill, "compound")
