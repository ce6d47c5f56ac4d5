"""The records of the promises check: a promise, its due day, its conditions, its fate."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from graph.model import Quote, Window
from graph.terms import EventType


class Fate(StrEnum):
    """What became of a promise, as far as articles published until a day tell."""

    OPEN = "open"  # the due day is not past, or none is told; or a condition is not met yet
    KEPT = "kept"  # reported as happened, and nothing says that it was late
    KEPT_LATE = "kept late"  # reported as happened, and certainly after the due day
    BROKEN = "broken"  # taken back, called off, or reported as not done after the due day
    OVERTAKEN = "overtaken"  # another word of the same giver took its place, or it can no longer be
    UNKNOWN = "unknown"  # the due day is past and no article says what became of it


@dataclass(frozen=True, slots=True)
class Due:
    """The last day on which a promise is kept in time.

    It is some day from `earliest` to `latest`: one and the same where the words name a day, several where it
    hangs on an event whose own day is not known exactly. `earliest` is None where nothing bounds it.
    `begins` where the thing has to have begun by then, not to be over.
    """

    earliest: dt.date | None
    latest: dt.date
    begins: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """An event that must come first.

    Attributes:
        met: True once it is reported; False once it can no longer be; None before.
        binding: whether the promise holds only if it takes place ("if the Senate agrees"); otherwise the
            words only put it first ("after the final vote").
        when: the days of the event, after all articles are weighed.
    """

    event: str
    label: str
    met: bool | None
    binding: bool
    when: Window


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with the article that makes it, by the article's own identifier; `source` is an actor, or None
    for the article's own voice.
    """

    claim: str
    event: str
    article: str
    outlet: str | None
    published: dt.date | None
    source: str | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Promise:
    """One word given, and its fate.

    Attributes:
        claim: the first telling's claim; it identifies the promise.
        event, type, label: what was promised.
        givers: actors who gave their word; empty where no article names one.
        to: actors to whom it was given; empty where none is told.
        bill: the bill of the event, or of what must come first.
        given: the day of the first article that tells it; None where that day is unknown.
        due: None where no day is told.
        late: fewest and most days after the due day; (0, 0) is in time, most is None where open. For a
            promise kept only.
        tellings: each claim that tells it, by publication, first told first.
        evidence: the later claim that decides its fate; None where none does.
    """

    claim: str
    event: str
    type: EventType
    label: str
    givers: tuple[str, ...]
    to: tuple[str, ...]
    bill: str | None
    given: dt.date | None
    due: Due | None
    conditions: tuple[Condition, ...]
    fate: Fate
    late: tuple[int, int | None]
    tellings: tuple[Told, ...]
    evidence: Told | None
