"""The verb of a sentence behind what is said between commas of who acts: "The law, which replaces the Act, |
keeps the searches", "Another, put forward by the party, | got past its first reading".
"""

from __future__ import annotations

from graph.language.words import SUBJECT_LABELS, Doc, Token

_FINITE = ("VBD", "VBZ", "VBP")
_BEHIND = ("parataxis", "advcl", "ccomp")
_VERBAL = frozenset(("aux", "aux:pass", "obj", "ccomp"))
_OWN = frozenset(("mark", "aux", "aux:pass", "cop", *SUBJECT_LABELS, "expl"))


def verb_behind_aside(doc: Doc) -> None:
    """Make the verb of a sentence of the one behind an aside, where the sentence was read as a noun that it
    says something of, or as what was done to that in the aside.
    """
    roots = doc.roots()
    if len(roots) != 1:
        return
    root = roots[0]
    verb = next((child for child in root.children if _goes_on(child, root)), None)
    if verb is None:
        return
    if root.pos_ in ("NOUN", "PROPN"):
        actor: Token | None = root
        if any(child.dep_ in ("case", "cop", *SUBJECT_LABELS) for child in root.children):
            return
    else:
        actor = _acts_before_participle(root)
    if actor is None:
        return
    verb.lift()
    for child in [c for c in root.children if c.i > verb.i]:
        child.hang(verb, child.dep_)
    actor.hang(verb, "nsubj")
    if actor is not root:
        root.hang(actor, "acl")
        root.tag_ = "VBN"


def _goes_on(verb: Token, root: Token) -> bool:
    """Whether a verb without a subject stands behind a comma as one that a sentence can have."""
    told = verb.tag_ in _FINITE and verb.pos_ == "VERB" and verb.dep_ in _BEHIND and verb.i > root.i
    labels = {child.dep_ for child in verb.children}
    if verb.lemma_ == "say" and "ccomp" not in labels:
        return False  # "ready by autumn, says Holm"
    return told and verb.preceding == "," and not labels & _OWN


def _acts_before_participle(root: Token) -> Token | None:
    """Return the subject of what can be a participle right behind a comma: "Another, | put forward"."""
    labels = {child.dep_ for child in root.children}
    if root.tag_ not in ("VBN", "VBD") or root.preceding != "," or labels & _VERBAL:
        return None
    subjects = [child for child in root.children if child.dep_ == "nsubj" and child.i < root.i]
    return subjects[0] if len(subjects) == 1 and subjects[0].i == root.i - 2 else None
