"""Clauses behind a noun that say what was done to it, read by the parser as what the noun tells."""

from __future__ import annotations

from collections.abc import Set

from graph.language.words import Token

_TAKEN = ("obj", "ccomp", "xcomp", "nsubj:pass", "aux:pass", "cop")


def make_relative(verb: Token, bills: Set[str]) -> None:
    """Make a relative clause of one that the parser hung on a noun as its content: "the law on mines that the
    House passed", "the text that the committee approved".
    """
    if verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
        return
    labels = {child.dep_ for child in verb.children}
    that = next((c for c in verb.children if c.lower_ == "that" and c.i < verb.i), None)
    if that is None or (verb.tag_ == "VBN" and "nsubj" not in labels):
        return
    noun = verb.head.lemma_.lower()
    if that.dep_ == "mark" and noun in bills and "nsubj" in labels and not labels & {*_TAKEN}:
        that.dep_ = "obj"
    if that.dep_ in ("obj", "nsubj"):
        verb.dep_ = "acl:relcl"
