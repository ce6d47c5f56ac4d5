"""What verbs of speech and of plans seem to do to a bill, and only say of what is told below them: "as
reported", "the law is complete, media reported", "it is planned to review the amendments".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.language.roles import is_passive
from graph.language.tree import children

if TYPE_CHECKING:
    from graph.extraction.scene import Found
    from graph.language.words import Token


def is_said_only(verb: Token, found: Found) -> bool:
    """Whether a verb governs what happens to a bill, and tells of no step itself."""
    if found.frame.name == "plan-bill":
        return bool(children(verb, "xcomp", "csubj"))
    if found.why != "report" or found.sort == "committee":
        return False
    led = {child.lower_ for child in children(verb, "mark", "advmod")}
    told = not is_passive(verb) and not children(verb, "obj")
    return told or "as" in led or bool(children(verb, "ccomp", "parataxis"))
