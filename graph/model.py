"""The one currency between modules: frozen records of what articles say.

What one article says is an `Account`: its actors, bills, events, and for every event one or more `Claim`s
(how real, on whose word, in which sentence, when). What several articles say together is a `Collection`: the
accounts with shared identifiers, and one `Assessment` for each event (status and window after all claims are
weighed).

Identifiers are local (`bill/amnesty-bill-…`, see `graph.vocabulary.mint`); RDF addresses are made from them
at the edge. Text spans are half-open and count code points; windows are whole days, both ends included.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

from graph.terms import (
    ActorKind,
    Capacity,
    EventType,
    Factuality,
    Outcome,
    ProvisionKind,
    Role,
    SentenceUse,
    Stance,
    Standing,
    Verdict,
)

Part = Literal["title", "text"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the stored text that is not running text."""

    start: int
    end: int
    kind: Literal["caption", "byline", "share", "copyright", "comments", "other"]


@dataclass(frozen=True, slots=True)
class Article:
    """One news text as read.

    `text` is the stored text without the title; control characters and lone surrogates are replaced one for
    one, so that offsets count what the file had. `published` is only ever a date that the source states.
    """

    id: str
    title: str
    text: str
    published: dt.date | None = None
    outlet: str | None = None
    url: str | None = None
    retold: bool = False  # a retelling in other words of what the page at `url` reported
    set_aside: tuple[Passage, ...] = ()
    notices: tuple[str, ...] = ()  # what the reader changed or could not use, in plain words

    def part(self, name: Part) -> str:
        """Return the title or the text."""
        return self.title if name == "title" else self.text


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """Words of an article, held by offsets into its title or text and by themselves."""

    part: Part
    start: int
    end: int
    exact: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the title or the text, and what became of it."""

    part: Part
    start: int
    end: int
    text: str
    use: SentenceUse = SentenceUse.BACKGROUND
    reason: str = ""

    @property
    def quote(self) -> Quote:
        """The whole sentence as evidence."""
        return Quote(self.part, self.start, self.end, self.text)


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression with its TIMEX3 type and value (TimeML 1.2.1) and its bounds in days.

    `earliest` and `latest` are None where the words, with what is known of the reference day, set no bound.
    `after_reference` and `before_reference` bound its distance in days from the publication day where the
    words hang on it; they hold whether or not that day is known.
    """

    part: Part
    start: int
    end: int
    text: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    earliest: dt.date | None = None
    latest: dt.date | None = None
    after_reference: int | None = None
    before_reference: int | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """When something begins and ends: four bounds in days, any of them open.

    `latest_begin` is None unless it is tighter than `latest_end`; `earliest_end` is None unless it is tighter
    than `earliest_begin`. An event of one day thus has `earliest_begin` and `latest_end` only.
    """

    earliest_begin: dt.date | None = None
    latest_begin: dt.date | None = None
    earliest_end: dt.date | None = None
    latest_end: dt.date | None = None

    @property
    def start(self) -> dt.date | None:
        """First day that it may fall on."""
        return self.earliest_begin

    @property
    def end(self) -> dt.date | None:
        """Last day that it may fall on, or by which it has begun where its end is open."""
        return self.latest_end or self.latest_begin

    @property
    def is_open(self) -> bool:
        """Whether nothing bounds it."""
        return self == Window()

    @property
    def is_closed(self) -> bool:
        """Whether both its first and its last day are known."""
        return self.earliest_begin is not None and self.latest_end is not None

    @property
    def is_one_day(self) -> bool:
        """Whether it is one known day."""
        return self.earliest_begin is not None and self.earliest_begin == self.latest_end


@dataclass(frozen=True, slots=True)
class Votes:
    """Figures of a vote; None where the article gives none."""

    in_favour: int | None = None
    against: int | None = None
    abstain: int | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone or something that takes part, speaks, or holds a position.

    `name` is the fullest name the article gives; `aliases` are the others, sorted.
    """

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tenure:
    """One holder of one office, as an article tells it. `organisation` names the body or state, not an
    identifier.
    """

    id: str
    holder: str
    title: str
    organisation: str | None
    capacity: Capacity
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Bill:
    """A law in the making or made. `jurisdiction` is the name of a state or union as the lexicon spells
    it.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    number: str | None = None
    jurisdiction: str | None = None


@dataclass(frozen=True, slots=True)
class Provision:
    """What an article says a bill covers, leaves out, grants or is for; `scope` is the period it speaks
    of.
    """

    id: str
    bill: str
    kind: ProvisionKind
    text: str
    quotes: tuple[Quote, ...]
    scope: Window = Window()


@dataclass(frozen=True, slots=True, order=True)
class Participant:
    """An actor's part in an event."""

    actor: str
    role: Role


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, is happening, or is told as to happen; how real it is, its claims say.

    `stage` is a finer stage of the vocabulary than `type`, or None. `announces` are the events that a
    statement or promise is about.
    """

    id: str
    type: EventType
    bill: str | None = None
    stage: str | None = None
    participants: tuple[Participant, ...] = ()
    announces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Distance:
    """Days from an anchor (an event's end, or an article's publication) to the event; None is open.

    Negative numbers lie before the anchor. The day after: 1, 1. Weeks after: 14, None.
    """

    anchor: str
    at_least: int | None
    at_most: int | None


@dataclass(frozen=True, slots=True)
class Claim:
    """What one source in one article says about one event.

    Attributes:
        source: the actor whose word it is; None for the article's own voice.
        quotes: the sentences, at least one.
        confidence: 0 to 1, of the extraction, not of the world.
        because: the rule that found it and the words it fired on.
        window: the bounds that this claim's own words set, before anything is propagated.
        expression, timex: the time words, and their TIMEX3 value.
        distance: where the words hang on another event or on the day of publication.
        after, before: events that this one follows or precedes.
        conditions: events that must take place first.
        reported_as: the type this article alone would give it, where the merged event has another.
    """

    id: str
    event: str
    factuality: Factuality
    quotes: tuple[Quote, ...]
    because: str
    confidence: float
    source: str | None = None
    window: Window = Window()
    expression: str | None = None
    timex: str | None = None
    distance: Distance | None = None
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    outcome: Outcome | None = None
    votes: Votes | None = None
    reported_as: EventType | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """What one source in one article says about an actor's stance towards a bill (or one of its
    provisions).
    """

    id: str
    holder: str
    stance: Stance
    bill: str | None
    quotes: tuple[Quote, ...]
    because: str
    confidence: float
    factuality: Factuality = Factuality.HAPPENED
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """A person's judgement on what was read from an article, and what became of it.

    Attributes:
        who, when, why: a name, a moment in UTC, and a reason in words.
        about: the claim, position, tenure, actor, bill or article that it is about; None where not found.
        field, was, now: what it changes, the value as the program reads it, and the person's; None is none.
        problem: why it is not applied, in plain words.
    """

    id: str
    verdict: Verdict
    who: str
    when: dt.datetime
    why: str
    standing: Standing
    about: str | None = None
    field: str | None = None
    was: str | None = None
    now: str | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """Everything taken from one article."""

    article: Article
    sentences: tuple[Sentence, ...] = ()
    actors: tuple[Actor, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    bills: tuple[Bill, ...] = ()
    provisions: tuple[Provision, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    positions: tuple[Position, ...] = ()
    expressions: tuple[TimeExpression, ...] = ()
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Assessment:
    """An event after all claims of all articles are weighed.

    `window` rests on facts, schedules and the procedure; `if_kept` holds the bounds that
    are tighter where every promise is kept, None where none is. `follows` are the events it comes right
    after.
    """

    event: str
    type: EventType
    label: str
    status: Factuality
    outcome: Outcome | None = None
    votes: Votes | None = None
    window: Window = Window()
    if_kept: Window | None = None
    follows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Collection:
    """Many accounts with shared identifiers, and what follows from all of them together.

    `names` gives the preferred name of each actor and bill.
    """

    accounts: tuple[Account, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    names: dict[str, str] = field(default_factory=dict)
