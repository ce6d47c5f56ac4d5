"""What a judgement may change, and how each value is written in the log.

Days are written as EDTF intervals (https://www.loc.gov/standards/datetime/): `2026-02-09/2026-02-15`, one
day `2026-02-09`, an open end `..`. Votes are for, against and abstentions: `41:7:2`, `41:7`. A part in an
event is `agent: National Assembly`, with the kind of a name that the article's actors lack:
`agent: Ada Holm (person)`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType

from graph.articles.record import one_line
from graph.errors import CorrectionError
from graph.model import Votes, Window
from graph.terms import ActorKind, Capacity, EventType, Factuality, Outcome, Role, Stance

LONGEST = 500
"""Characters of a value; names and titles are far shorter."""
_PART = re.compile(r"(?P<role>[a-z]+): (?P<name>.+?)(?: \((?P<kind>[a-z]+)\))?")
_VOTES = re.compile(r"(\d{0,7}):(\d{0,7})(?::(\d{0,7}))?", re.ASCII)


class Thing(StrEnum):
    """What a judgement can be about."""

    CLAIM = "claim"
    POSITION = "position"
    TENURE = "tenure"
    ACTOR = "actor"
    BILL = "bill"
    ARTICLE = "article"


Value = str | dt.date | Window | Votes | tuple[Role, str, ActorKind | None] | None
"""A value as the records of `graph.model` hold it; None takes away what stands there."""


def window(text: str) -> Window:
    """Return the window of an interval.

    Raises:
        ValueError: a day is none, the days are out of order, or there is none.
    """
    first, slash, last = text.partition("/")
    start = None if first == ".." else dt.date.fromisoformat(first)
    end = (None if last == ".." else dt.date.fromisoformat(last)) if slash else start
    if (start is None and end is None) or (start and end and end < start):
        raise ValueError(text)
    return Window(earliest_begin=start, latest_end=end)


def window_text(found: Window) -> str | None:
    """Return a window as `window` reads it, None where it is open; inner bounds are left out."""
    if found.start is None and found.end is None:
        return None
    if found.is_one_day:
        return str(found.start)
    return f"{found.start or '..'}/{found.end or '..'}"


def votes(text: str) -> Votes:
    """Return figures.

    Raises:
        ValueError: they are written otherwise, or there is none.
    """
    match = _VOTES.fullmatch(text)
    figures = [int(figure) if figure else None for figure in match.groups()] if match else []
    if not any(figure is not None for figure in figures):
        raise ValueError(text)
    return Votes(*figures)


def votes_text(found: Votes | None) -> str | None:
    """Return figures as `votes` reads them."""
    if found is None or found == Votes():
        return None
    figures = [found.in_favour, found.against, *([found.abstain] if found.abstain is not None else [])]
    return ":".join("" if figure is None else str(figure) for figure in figures)


def part(text: str) -> tuple[Role, str, ActorKind | None]:
    """Return role, name and, where given, kind of a part in an event.

    Raises:
        ValueError: it is written otherwise, or the role is in no list.
    """
    match = _PART.fullmatch(text)
    if match is None:
        raise ValueError(text)
    kinds = set(ActorKind)
    known = match["kind"] in kinds
    name = match["name"] if known or not match["kind"] else f"{match['name']} ({match['kind']})"
    return Role(match["role"]), name, ActorKind(match["kind"]) if known else None


def _words(text: str) -> str:
    if not text or one_line(text) != text:
        raise ValueError(text)
    return text


_Reader = Callable[[str], Value]
_LISTS: Mapping[_Reader, str] = {
    kind: ", ".join(kind) for kind in (EventType, Factuality, Outcome, Stance, ActorKind, Capacity)
}
_FORMS: Mapping[_Reader, str] = {
    window: "a day like 2026-02-09 or an interval like 2026-02-09/2026-02-15, an open end as ..",
    votes: "figures like 41:7 or 41:7:2",
    part: f"a role ({', '.join(Role)}) and a name, like “agent: National Assembly”",
    dt.date.fromisoformat: "a day like 2026-02-07",
    _words: "words on one line",
}
_CLAIM: dict[str, tuple[_Reader, bool]] = {  # the reader, and whether nothing may stand there
    "type": (EventType, False),
    "status": (Factuality, False),
    "outcome": (Outcome, True),
    "window": (window, True),
    "votes": (votes, True),
    "bill": (_words, True),
    "speaker": (_words, True),
    "add": (part, False),
    "remove": (part, False),
}
FIELDS: Mapping[Thing, Mapping[str, tuple[_Reader, bool]]] = MappingProxyType(
    {
        Thing.CLAIM: _CLAIM,
        Thing.POSITION: {
            "stance": (Stance, False),
            "holder": (_words, False),
            "bill": (_words, True),
            "status": (Factuality, False),
            "speaker": (_words, True),
        },
        Thing.TENURE: {
            "title": (_words, False),
            "organisation": (_words, True),
            "capacity": (Capacity, False),
        },
        Thing.ACTOR: {"name": (_words, False), "kind": (ActorKind, False)},
        Thing.BILL: {"name": (_words, False), "number": (_words, True), "jurisdiction": (_words, True)},
        Thing.ARTICLE: {"published": (dt.date.fromisoformat, True)},
    }
)
"""By what a judgement is about: the fields it may change."""
SEVERAL = frozenset(("add", "remove"))
"""Fields of which a later judgement does not overrule an earlier one."""


def read_value(thing: Thing, field: str, text: str | None) -> Value:
    """Return the value that a text stands for; None stands for nothing there.

    Raises:
        CorrectionError: there is no such field, or it cannot hold this.
    """
    known = FIELDS[thing]
    if field not in known:
        raise CorrectionError(
            f"a judgement on {a(thing)} cannot change {field[:60]!r}",
            remedy=f"choose one of {', '.join(known)}",
        )
    reader, may_be_empty = known[field]
    if text is None:
        if not may_be_empty:
            raise CorrectionError(f"{field} cannot be taken away", remedy=_remedy(reader))
        return None
    try:
        if len(text) > LONGEST:
            raise ValueError(text)
        return reader(text)
    except ValueError as error:
        raise CorrectionError(f"{field} cannot be {text[:60]!r}", remedy=_remedy(reader)) from error


def a(thing: Thing) -> str:
    """Return the word with its article: "a claim", "an actor"."""
    return f"an {thing}" if thing[0] in "aeiou" else f"a {thing}"


def _remedy(reader: _Reader) -> str:
    return f"write {_FORMS[reader]}" if reader in _FORMS else f"choose one of {_LISTS[reader]}"
