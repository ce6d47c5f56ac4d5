"""Infinitives told one behind another."""

from __future__ import annotations

from graph.language.words import Token


def beside_infinitive(verb: Token) -> None:
    """Coordinate an infinitive with the one before it, not with what describes a noun between them: "asked
    her to note the points made and | to redraft it".
    """
    if verb.tag_ != "VB" or verb.dep_ != "conj" or not _has_to(verb):
        return
    above = verb.head
    if above.tag_ != "VBN" or above.dep_ not in ("acl", "acl:relcl") or _has_to(above):
        return
    while above.dep_ != "ROOT":
        above = above.head
        if _has_to(above):
            verb.hang(above, "conj")
            return


def _has_to(verb: Token) -> bool:
    """Whether "to" stands before a verb as its infinitive."""
    return any(child.lower_ == "to" and child.dep_ == "mark" for child in verb.children)
