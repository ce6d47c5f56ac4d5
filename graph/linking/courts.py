"""Those who turn to a court and the court that rules, which are two events."""

from __future__ import annotations

from collections.abc import Sequence

from graph.extraction.draft import Draft, EventMention
from graph.terms import EventType, Role


def asked_and_ruled(draft: Draft, a: Sequence[EventMention], b: Sequence[EventMention]) -> bool:
    """Whether in one event a court is turned to and in the other it rules, told in sentences of their own:
    not "asks the court | to strike it down".
    """
    if a[0].type is not EventType.JUDICIAL_REVIEW or {m.place[0] for m in a} & {m.place[0] for m in b}:
        return False
    one, other = _roles(draft, a), _roles(draft, b)
    rules = (Role.AGENT in one) + (Role.AGENT in other)
    return rules == 1 and Role.RECIPIENT in one | other and bool(one) and bool(other)


def _roles(draft: Draft, mentions: Sequence[EventMention]) -> set[Role]:
    """Return in which roles courts take part."""
    parts = [part for mention in mentions for part in mention.parts]
    return {role for key, role in parts if draft.actors.referents[key].sort == "court"}
