"""Words for bills that mean none: the rule of law, what became law, a phone bill, an act of courage."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.extraction.lexicon import word_class
from graph.language.tree import children, prepositions

if TYPE_CHECKING:
    from graph.language.words import Token

_LAW_SENSES = re.compile(
    r"\b(?:rule of law|law enforcement|law and order|law firm|law school|international law|martial law"
    r"|law professor|law student|in law|by law|under (?:\w+ )?law|law office|case law|common law"
    r"|laws? of (?:war|islam|god|nature|the land)|islamic law"
    r"|human rights law|domestic law|eu law|constitutional law|criminal law|law society|law and justice"
    r"|(?<!\ba )(?<!new )(?<!the )(?:national|european|union|humanitarian|canon|sharia) law"
    r"|civil law|law(?:,| and|,? &) (?:\w+,? ){1,3}(?:committee|commission|ministry|minister|department))\b",
    re.IGNORECASE,
)
_COMPARED = ("more", "fewer")
"""Comparatives that only count: "four more bills"."""


def is_no_law(token: Token, word: str, around: str) -> bool:
    """Whether a noun for bills means none.

    Args:
        token: the noun.
        word: its dictionary form.
        around: the text from a few words before it to a few behind.
    """
    if word == "law":
        return bool(_LAW_SENSES.search(around)) or _is_state_of_law(token)
    if word == "decree":
        return _is_of_an_office(token)
    return (word == "act" and _is_deed(token)) or (word == "bill" and _is_invoice(token))


def _is_state_of_law(token: Token) -> bool:
    """Whether "law" names what something becomes: "signed into law", "it could be law"."""
    if any(c.lower_ == "becoming" for c in children(token, "amod")):
        return True  # "on its way to becoming law"
    if children(token, "det", "amod", "compound", "nmod", "nmod:poss", "nummod", "acl", "acl:relcl"):
        return False
    becomes = token.head.lemma_.lower() in ("become", "make", "be", "turn")
    return bool(children(token, "cop")) or "into" in prepositions(token) or becomes


def _is_of_an_office(decree: Token) -> bool:
    """Whether a decree calls a session or gives somebody a post: "a decree calling members to a sitting"."""
    behind = [c.lemma_.lower() for c in children(decree, "acl") if c.tag_ in ("VBG", "VB")]
    return bool(word_class("acts_of_office").intersection(behind))


def _is_invoice(token: Token) -> bool:
    """Whether a bill is none of law: "phone bills", "lower energy bills", "a clean bill of health"."""
    about = {child.lemma_.lower() for child in children(token, "compound", "amod", "nmod:poss")}
    paid = token.tag_ == "NNS" and any(c.tag_ == "JJR" and c.lower_ not in _COMPARED for c in token.children)
    of = token.doc[token.i + 1 : token.i + 3]
    no_law = len(of) == 2 and of[0].lower_ == "of" and of[1].lower_ in word_class("bills_of_no_law")
    return no_law or bool(about & word_class("invoices")) or paid


def _is_deed(act: Token) -> bool:
    """Whether an act is no law: "an act of courage", but "the shepherds' act"."""
    said = children(act, "det", "compound", "nummod") or any(
        c.tag_ == "NNS" for c in children(act, "nmod:poss")
    )
    behind = {mark for child in children(act, "nmod") for mark in prepositions(child)}
    return act.text[0].islower() and (not said or "of" in behind)


def is_the_constitution(pronoun: Token) -> bool:
    """Whether a pronoun behind "since" means the constitution that its sentence tells of: "the constitution
    was changed for the first time since its adoption".
    """
    if pronoun.lower_ not in ("it", "its") or "since" not in {
        w.lower_ for w in pronoun.doc[: pronoun.i][-2:]
    }:
        return False
    told = (word.lemma_.lower() for word in pronoun.doc[: pronoun.i] if word.dep_.startswith("nsubj"))
    return not word_class("basic_laws").isdisjoint(told)
