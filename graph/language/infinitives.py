"""Infinitives told one behind another."""

from __future__ import annotations

from graph.language.words import Token

_IS_TO_DO = frozenset((
    "choice", "option", "plan", "aim", "goal", "task", "idea", "intention", "purpose", "step", "way", "job",
    "alternative", "duty", "point", "proposal", "offer", "promise", "hope", "objective", "move", "role",
    "decision", "mission", "priority", "effect", "thing", "hurdle", "challenge", "strategy", "all",
))  # fmt: skip
"""What may be to do something: "the other choice was to return it"."""


def beside_infinitive(verb: Token) -> None:
    """Coordinate an infinitive with the one before it, not with what describes a noun between them: "asked
    her to note the points made and | to redraft it".
    """
    if verb.tag_ != "VB" or verb.dep_ != "conj":
        return
    above = verb.head
    if not _has_to(verb):
        _beside_what_is_had(verb, above)
        return
    if above.tag_ != "VBN" or above.dep_ not in ("acl", "acl:relcl") or _has_to(above):
        return
    while above.dep_ != "ROOT":
        above = above.head
        if _has_to(above):
            verb.hang(above, "conj")
            return


def is_to_be_done(verb: Token) -> None:
    """Make an auxiliary of "is" before an infinitive, read as what something is: "debate | is to resume"."""
    be = next((c for c in verb.children if c.dep_ == "cop" and c.i < verb.i), None)
    if be is None or verb.tag_ != "VB" or be.following != "to" or not _has_to(verb):
        return
    subjects = [c for c in verb.children if c.dep_ == "nsubj:outer"]
    if any(subject.lemma_.lower() in _IS_TO_DO for subject in subjects):
        return
    be.dep_ = "aux"
    for subject in subjects:
        subject.dep_ = "nsubj"


def _beside_what_is_had(verb: Token, above: Token) -> None:
    """Coordinate a bare verb with the infinitive of what somebody has, not with that: "has ten days to sign
    it or | return it".
    """
    bare = not any(c.dep_ in ("aux", "nsubj", "nsubj:pass") for c in verb.children)
    if above.tag_ not in ("VBZ", "VBP", "VBD") or not bare:
        return
    before = [t for t in above.doc[above.i : verb.i] if t.tag_ == "VB" and _has_to(t)]
    if before and above.is_ancestor(before[-1]) and before[-1].dep_ in ("acl", "xcomp", "advcl"):
        verb.hang(before[-1], "conj")


def _has_to(verb: Token) -> bool:
    """Whether "to" stands before a verb as its infinitive."""
    return any(child.lower_ == "to" and child.dep_ == "mark" for child in verb.children)
