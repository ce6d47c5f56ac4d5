"""The closed lists: kinds of events, actors and provisions, degrees of factuality, outcomes, roles, stances.

Each value is spelt as in records and exports; `ontology/lawpath.ttl` defines each in words, and a test
compares both.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class EventType(StrEnum):
    """What kind of event: a legislative stage of the annotation guidelines, or one of the other kinds."""

    DRAFTING = "drafting"
    INTRODUCTION = "introduction"
    REFERRAL = "referral"
    COMMITTEE = "committee"
    FIRST_READING = "first-reading"
    SECOND_READING = "second-reading"
    THIRD_READING = "third-reading"
    DEBATE = "debate"
    AMENDMENT = "amendment"
    PASSAGE = "passage"
    TRANSMISSION = "transmission"
    CONCILIATION = "conciliation"
    ASSENT = "assent"
    VETO = "veto"
    OVERRIDE = "override"
    RETURN = "return"
    PUBLICATION = "publication"
    COMMENCEMENT = "commencement"
    JUDICIAL_REVIEW = "judicial-review"
    REPEAL = "repeal"
    WITHDRAWAL = "withdrawal"
    LAPSE = "lapse"
    REFERENDUM = "referendum"
    # other events
    STATEMENT = "statement"
    PROMISE = "promise"
    MEETING = "meeting"
    SITTING = "sitting"
    PROTEST = "protest"
    ARREST = "arrest"
    RELEASE = "release"
    TRANSFER = "transfer"
    TRIAL = "trial"
    CONVICTION = "conviction"
    OPERATION = "operation"
    ATTACK = "attack"
    APPOINTMENT = "appointment"
    RESIGNATION = "resignation"
    REMOVAL = "removal"
    ACCESSION = "accession"
    ELECTION = "election"
    NEGOTIATION = "negotiation"
    AGREEMENT = "agreement"

    @property
    def is_stage(self) -> bool:
        """Whether it moves a bill, or fails to."""
        return self in STAGES


STAGES = frozenset(list(EventType)[: list(EventType).index(EventType.STATEMENT)])
READINGS = (EventType.FIRST_READING, EventType.SECOND_READING, EventType.THIRD_READING)
DECISIONS = frozenset(
    (*READINGS, EventType.PASSAGE, EventType.AMENDMENT, EventType.COMMITTEE, EventType.OVERRIDE)
)
"""Stages that come to a result, by a vote as a rule."""
SPEECH = frozenset((EventType.STATEMENT, EventType.PROMISE))
LASTING = frozenset(
    (
        EventType.DRAFTING,
        EventType.COMMITTEE,
        EventType.DEBATE,
        EventType.SECOND_READING,
        EventType.CONCILIATION,
        EventType.JUDICIAL_REVIEW,
        EventType.SITTING,
        EventType.PROTEST,
        EventType.RELEASE,
        EventType.TRIAL,
        EventType.OPERATION,
        EventType.ELECTION,
        EventType.NEGOTIATION,
    )
)
"""Kinds that may go on for more than a day; every other kind is over on the day it begins."""


class Factuality(StrEnum):
    """How real a source makes an event (FactBank's scale, with the future told apart)."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    SCHEDULED = "scheduled"  # has a place in a calendar
    EXPECTED = "expected"  # foreseen, without commitment
    PROMISED = "promised"  # committed to by someone with power over it
    REQUIRED = "required"  # must take place for something else to be possible
    CONDITIONAL = "conditional"  # will take place if something else does
    POSSIBLE = "possible"  # may, could, threatened
    CANCELLED = "cancelled"  # was to take place, called off
    DENIED = "denied"  # said not to have happened, or not to happen
    UNKNOWN = "unknown"

    @property
    def is_fact(self) -> bool:
        """Whether it took place or is taking place."""
        return self in (Factuality.HAPPENED, Factuality.ONGOING)

    @property
    def lies_ahead(self) -> bool:
        """Whether it is told as future."""
        return self in AHEAD


AHEAD = frozenset(list(Factuality)[2:8])
COARSER: Mapping[str, Factuality] = {
    Factuality.EXPECTED: Factuality.SCHEDULED,
    Factuality.CONDITIONAL: Factuality.POSSIBLE,
    Factuality.CANCELLED: Factuality.DENIED,
}
"""What degrees of factuality that the annotated corpus does not tell apart are there."""


class Outcome(StrEnum):
    """What a decision came to."""

    APPROVED = "approved"
    REJECTED = "rejected"
    POSTPONED = "postponed"


class Role(StrEnum):
    """What part an actor has in an event."""

    AGENT = "agent"  # decides, introduces, signs, speaks
    RECIPIENT = "recipient"  # to whom it is sent, referred, spoken
    AFFECTED = "affected"  # to whom it is done


class Stance(StrEnum):
    """An actor's attitude towards a bill or a provision of it."""

    SUPPORT = "support"
    OPPOSITION = "opposition"
    DEMAND = "demand"


class ActorKind(StrEnum):
    """What sort of actor."""

    PERSON = "person"
    LEGISLATURE = "legislature"
    CHAMBER = "chamber"
    COMMITTEE = "committee"
    PARTY = "party"
    GOVERNMENT = "government"
    COURT = "court"
    STATE = "state"
    GROUP = "group"  # people named only by a description: "the opposition", "relatives of the prisoners"
    OFFICE = "office"  # an office whose holder the article does not name: "the head of state"
    ORGANISATION = "organisation"  # any other body


class Capacity(StrEnum):
    """In what way an office is held."""

    INCUMBENT = "incumbent"
    ACTING = "acting"
    FORMER = "former"
    ELECT = "elect"


class ProvisionKind(StrEnum):
    """What a provision, as reported, does."""

    COVERS = "covers"
    EXCLUDES = "excludes"
    GRANTS = "grants"
    PURPOSE = "purpose"


class SentenceUse(StrEnum):
    """What became of a sentence."""

    USED = "used"  # evidence of at least one claim, position, tenure or provision
    BACKGROUND = "background"  # about no bill, and nothing taken from it
    SET_ASIDE = "set aside"  # no running text, or left out for a stated reason
    NOT_UNDERSTOOD = "not understood"  # speaks of a bill, and nothing taken from it


class Verdict(StrEnum):
    """What a person says of what was read."""

    ACCEPT = "accept"  # it is read rightly
    CHANGE = "change"  # one field is something else
    RETRACT = "retract"  # the words do not say so
    ADD = "add"  # the words tell an event that was not read
    SAME = "same"  # two are one
    NOT_SAME = "not-same"  # one is two
    UNDO = "undo"  # takes another judgement back


class Standing(StrEnum):
    """What became of a judgement."""

    APPLIED = "applied"
    OVERRULED = "overruled"  # a later one says otherwise
    STALE = "stale"  # what it is about is no longer found
    CONFLICTING = "conflicting"  # it cannot be carried out beside the others, or fits several things
