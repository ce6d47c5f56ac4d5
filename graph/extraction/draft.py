"""What the steps of extraction pass on: the parsed article, its actors and bills, and event mentions that
fill up.

A mention is one trigger word in one sentence; several mentions may turn out to be one event, which is for
`graph.linking.coreference` to say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.extraction.actors import Actors
from graph.extraction.bill_referents import BillReferent
from graph.extraction.bills import Bills
from graph.language.tree import Text, Tree
from graph.model import Quote, TimeExpression, Votes, Window
from graph.terms import DECISIONS, EventType, Factuality, Outcome, ProvisionKind, Role, Stance

if TYPE_CHECKING:
    from graph.extraction.detector import Detections
    from graph.language.words import Token

Place = tuple[int, int]
"""Index of a tree and of a token in it."""


@dataclass(frozen=True, slots=True)
class When:
    """What the time words of a mention say.

    `anchor` is the place of the event mention that the words hang on, or "published"; `at_least` and
    `at_most` are days from it.
    """

    window: Window = field(default_factory=Window)
    expression: str | None = None
    timex: str | None = None
    anchor: Place | str | None = None
    at_least: int | None = None
    at_most: int | None = None


@dataclass(frozen=True, slots=True)
class EventMention:
    """One trigger of one event about one bill.

    Attributes:
        place: the trigger word.
        clause: the word that carries tense, negation and time for it.
        parts: (referent key, role) of who takes part.
        bill: key of the bill's referent.
        source: key of the actor whose word it is; None for the article's own voice.
        after, before, conditions: places of other mentions.
        because: the rules that fired, in order.
    """

    place: Place
    clause: Place
    type: EventType
    because: tuple[str, ...]
    stage: str | None = None
    outcome: Outcome | None = None
    bill: int | None = None
    parts: tuple[tuple[str, Role], ...] = ()
    status: Factuality = Factuality.HAPPENED
    source: str | None = None
    when: When = field(default_factory=When)
    votes: Votes | None = None
    after: tuple[Place, ...] = ()
    before: tuple[Place, ...] = ()
    conditions: tuple[Place, ...] = ()
    announces: tuple[Place, ...] = ()
    needs_time: bool = False  # dropped unless time words hang on it
    present: Factuality | None = None  # how real the present tense makes it, where the words say so
    detected: Factuality | None = None  # how real the event detector finds what it alone read
    confidence: float = 0.8

    @property
    def decides(self) -> bool:
        """Whether it comes to a result: a decision, or one on the debate ("voted to end debate")."""
        return self.type in DECISIONS or (self.type is EventType.DEBATE and self.outcome is not None)

    @property
    def key(self) -> tuple[Place, EventType, int | None]:
        """What tells this mention from every other one of the article."""
        return (self.place, self.type, self.bill)


@dataclass(frozen=True, slots=True)
class PositionMention:
    """One actor's stance towards a bill in one sentence."""

    place: Place
    holder: str
    stance: Stance
    bill: int | None
    quote: Quote
    because: str
    status: Factuality = Factuality.HAPPENED
    source: str | None = None
    confidence: float = 0.7


@dataclass(frozen=True, slots=True)
class ProvisionMention:
    """What one sentence says a bill does."""

    bill: int
    kind: ProvisionKind
    words: str
    quote: Quote
    scope: Window


@dataclass(frozen=True, slots=True)
class Draft:
    """An article while it is being read."""

    text: Text
    actors: Actors
    bills: Bills
    country: str | None
    expressions: tuple[TimeExpression, ...] = ()
    mentions: tuple[EventMention, ...] = ()
    positions: tuple[PositionMention, ...] = ()
    provisions: tuple[ProvisionMention, ...] = ()
    detections: Detections = ()
    reading: Callable[[], Detections] | None = None  # gives what the detector reads beside the parser
    notes: dict[int, str] = field(default_factory=dict)  # tree index -> why its sentence was set aside

    def tree(self, place: Place) -> Tree:
        """Return the tree of a place."""
        return self.text.trees[place[0]]

    def token(self, place: Place) -> Token:
        """Return the token at a place."""
        return self.text.trees[place[0]].doc[place[1]]

    def taking_part(
        self, index: int, nouns: Iterable[Token], role: Role = Role.AGENT
    ) -> tuple[tuple[str, Role], ...]:
        """Return the keys of the actors that nouns of tree `index` mean, each once, with their role."""
        referents = (self.actors.resolve(index, noun) for noun in nouns)
        return tuple(dict.fromkeys((one.key, role) for one in referents if one is not None))

    def bill_of(self, key: int | None) -> BillReferent | None:
        """Return a bill's referent by its key."""
        return None if key is None else self.bills.referents[key]
