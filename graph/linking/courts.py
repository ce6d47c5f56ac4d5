"""Those who turn to a court, the court that rules and the time that it grants: events of their own."""

from __future__ import annotations

from collections.abc import Sequence

from graph.extraction.draft import Draft, EventMention
from graph.terms import EventType, Role

_PLEAS = frozenset(
    (
        "file-a-plea",
        "case-brought",
        "lawsuit",
        "go-to-court",
        "petition-court",
        "petition-against",
        "ready-a-plea",
    )
)
"""Frames by which somebody goes to court."""


def asked_and_ruled(draft: Draft, a: Sequence[EventMention], b: Sequence[EventMention]) -> bool:
    """Whether mentions tell that somebody turns to a court, and others what it made of that, or the other way
    round.
    """
    if a[0].type is not EventType.JUDICIAL_REVIEW:
        return False
    return _by_frames(a, b) or _grants_time(a) != _grants_time(b) or _by_roles(draft, a, b)


def _by_frames(a: Sequence[EventMention], b: Sequence[EventMention]) -> bool:
    """Whether only pleas are told on one side, and the outcome on one only."""
    ruled = [any(mention.outcome for mention in told) for told in (a, b)]
    return ruled[0] != ruled[1] and any(_are_pleas(told) for told in (a, b))


def _grants_time(mentions: Sequence[EventMention]) -> bool:
    """Whether a court is told only to have given somebody more time, which is no ruling on the law."""
    return all(mention.because[0].startswith("court-grants-time ") for mention in mentions)


def _are_pleas(mentions: Sequence[EventMention]) -> bool:
    return all(mention.because[0].split()[0] in _PLEAS for mention in mentions)


def _by_roles(draft: Draft, a: Sequence[EventMention], b: Sequence[EventMention]) -> bool:
    """Whether a court is turned to on one side and rules on the other, told in sentences of their own: not
    "asks the court | to strike it down".
    """
    if {m.place[0] for m in a} & {m.place[0] for m in b}:
        return False
    one, other = _roles(draft, a), _roles(draft, b)
    rules = (Role.AGENT in one) + (Role.AGENT in other)
    return rules == 1 and Role.RECIPIENT in one | other and bool(one) and bool(other)


def _roles(draft: Draft, mentions: Sequence[EventMention]) -> set[Role]:
    """Return in which roles courts take part."""
    parts = [part for mention in mentions for part in mention.parts]
    return {role for key, role in parts if draft.actors.referents[key].sort == "court"}
