"""What happened another time to any bill is no step of the bill told of: "the last time a veto was overridden
was in 1998".
"""

from __future__ import annotations

from dataclasses import replace

from graph.extraction.draft import Draft
from graph.language.roles import patients
from graph.language.tree import children
from graph.language.words import Token

_WHICH = frozenset(("last", "previous", "only", "first"))
_ANY = frozenset(("a", "an", "any", "such"))


def find_other_times(draft: Draft) -> Draft:
    """Return the draft, without a bill what is told of the last or only time that it happened to any."""
    return replace(
        draft,
        mentions=tuple(
            replace(mention, bill=None) if _is_another_time(draft.token(mention.clause)) else mention
            for mention in draft.mentions
        ),
    )


def _is_another_time(verb: Token) -> bool:
    """Whether a verb stands behind "the last time", its object new to the reader."""
    time = verb.head
    if verb.dep_ not in ("acl:relcl", "acl") or time.lower_ != "time" or time.dep_ != "nsubj":
        return False  # "it was the first time that senators rejected a budget"
    if not _WHICH & {c.lower_ for c in children(time, "amod")}:
        return False
    return any(_ANY & {c.lower_ for c in children(noun, "det", "amod")} for noun in patients(verb))
