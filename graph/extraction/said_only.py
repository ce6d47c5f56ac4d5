"""What verbs of speech and of plans seem to do to a bill, and only say of what is told below them: "as
reported", "the law is complete, media reported", "it is planned to review the amendments".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.language.roles import is_infinitive, is_passive
from graph.language.tree import children, obliques

if TYPE_CHECKING:
    from graph.extraction.scene import Found
    from graph.language.words import Token


def is_said_only(verb: Token, found: Found) -> bool:
    """Whether a verb governs what happens to a bill, and tells of no step itself."""
    if found.frame.name == "fail" and verb.lemma_.lower() == "fall" and _falls_to(verb):
        return True  # "it fell to the speaker to announce it"
    if verb.lemma_.lower() == "vote" and verb.dep_ == "acl" and verb.head.lemma_.lower() == "right":
        return not obliques(verb)  # "the right to vote"
    if found.frame.name == "plan-bill":
        return bool(children(verb, "xcomp", "csubj"))
    if found.why != "report" or found.sort == "committee":
        return False
    led = {child.lower_ for child in children(verb, "mark", "advmod")}
    told = not is_passive(verb) and not children(verb, "obj")
    return told or "as" in led or bool(children(verb, "ccomp", "parataxis"))


def _falls_to(verb: Token) -> bool:
    """Whether something is somebody's to do: "it fell to her to announce it"."""
    below = children(verb, "advcl", "xcomp", "ccomp")
    return any(mark == "to" for mark, _ in obliques(verb)) and any(map(is_infinitive, below))
