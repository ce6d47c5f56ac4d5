"""One event however often an article mentions it: mentions become events, each with its claims.

Two mentions are one event where type, bill, bodies, dates, votes and outcome can all be the same and both lie
behind or both ahead. A plain "approval" is the reading told elsewhere where just one reading fits.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from graph.extraction.anaphors import is_counted
from graph.extraction.dating import fell_through
from graph.extraction.draft import Draft, EventMention, Place, When
from graph.extraction.lexicon import word_class
from graph.extraction.tenses import lay_ahead_then
from graph.language.tree import children
from graph.linking.chambers import nested, of_another_state
from graph.linking.counted import are_partial
from graph.linking.courts import asked_and_ruled
from graph.linking.headlines import by_full_name, by_headline
from graph.linking.parallels import side_by_side
from graph.linking.votes_told import is_another_step
from graph.model import Votes, Window
from graph.terms import DECISIONS, EventType, Factuality, Outcome, Role

_READINGS = (EventType.FIRST_READING, EventType.SECOND_READING, EventType.THIRD_READING)
_BY_SEVERAL = (
    EventType.INTRODUCTION, EventType.DRAFTING, EventType.CONCILIATION, EventType.OVERRIDE, EventType.RELEASE,
    EventType.PROMISE,
)  # fmt: skip
_BODIES = ("legislature", "chamber", "committee", "court")
_FINAL = ("final", "finally", "definitive")
_ONCE = (
    EventType.ASSENT,
    EventType.VETO,
    EventType.RETURN,
    EventType.WITHDRAWAL,
    EventType.REPEAL,
    EventType.LAPSE,
)
"""Steps that a bill takes once, whoever an article says does them."""
_OPEN_THEN = (Factuality.SCHEDULED, Factuality.EXPECTED, Factuality.REQUIRED)
_OLD = 14
"""Days after which what is dated is no news."""
_VOTES = frozenset(("vote", "ballot", "division", "voting"))


@dataclass(slots=True)
class Merged:
    """An event while its mentions are gathered, the first mention in front."""

    type: EventType
    bill: int | None
    mentions: list[EventMention] = field(default_factory=list)

    @property
    def places(self) -> set[Place]:
        """Where its triggers stand."""
        return {mention.place for mention in self.mentions}

    @property
    def ahead(self) -> bool:
        """Whether it is told as future."""
        return self.mentions[0].status.lies_ahead

    @property
    def negative(self) -> bool:
        """Whether it is told as not taking place."""
        return self.mentions[0].status in (Factuality.DENIED, Factuality.CANCELLED)

    @property
    def parts(self) -> tuple[tuple[str, Role], ...]:
        """Who takes part, each once: the agents of the first mention that has any, and all others."""
        found = dict.fromkeys(part for mention in self.mentions for part in mention.parts)
        return tuple(found)

    @property
    def votes(self) -> Votes | None:
        """The fullest figures that a mention has."""
        return fullest(m.votes for m in self.mentions)

    @property
    def outcome(self) -> Outcome | None:
        """The outcome of the first mention that has one."""
        return next((m.outcome for m in self.mentions if m.outcome), None)

    @property
    def windows(self) -> list[Window]:
        """All windows that the words set."""
        return [m.when.window for m in self.mentions if not m.when.window.is_open]


def fullest(told: Iterable[Votes | None]) -> Votes | None:
    """Return the figures that tell most sides, the first of equals; None where there are none."""

    def sides(votes: Votes) -> int:
        return sum(side is not None for side in (votes.in_favour, votes.against, votes.abstain))

    return max((votes for votes in told if votes is not None), key=sides, default=None)


def _touch(a: Window, b: Window) -> bool:
    """Whether two windows share a day; open ends reach as far as needed."""
    if a.start and b.end and a.start > b.end:
        return False
    return not (b.start and a.end and b.start > a.end)


def _same_bodies(draft: Draft, a: Merged, b: Merged) -> bool:
    """Whether the agents of both can be the same: no two different bodies, no two different persons alone."""

    def agents(event: Merged) -> tuple[set[str], set[str]]:
        keys = {key for key, role in event.parts if role is Role.AGENT}
        bodies = {key for key in keys if draft.actors.referents[key].sort in _BODIES}
        return bodies - _counted(draft, bodies), keys - bodies

    bodies_a, others_a = agents(a)
    bodies_b, others_b = agents(b)
    if bodies_a and bodies_b and a.type not in _ONCE:
        one = bool(bodies_a & bodies_b) or nested(bodies_a, bodies_b)
        return one or by_headline(draft, (a.mentions, b.mentions), bodies_a | bodies_b)
    if others_a and others_b and not bodies_a and not bodies_b:
        return bool(others_a & others_b) or a.type in _BY_SEVERAL or a.type in _ONCE
    elsewhere = of_another_state(bodies_a, others_b) or of_another_state(bodies_b, others_a)
    return a.type is not EventType.PASSAGE or not elsewhere


def _counted(draft: Draft, bodies: set[str]) -> set[str]:
    """Return those who are only so many members of some body: "280 lawmakers"."""
    names = {key: draft.actors.referents[key].name for key in bodies}
    return {k for k, name in names.items() if is_counted(name) and _members() & set(name.lower().split())}


@lru_cache(maxsize=1)
def _members() -> frozenset[str]:
    """Return the plurals of those who hold an office."""
    return frozenset(
        plural for word in word_class("office_holders") for plural in (f"{word}s", f"{word[:-1]}ies")
    )


def _same_recipients(a: Merged, b: Merged) -> bool:
    first = {key for key, role in a.parts if role is Role.RECIPIENT}
    second = {key for key, role in b.parts if role is Role.RECIPIENT}
    return not first or not second or bool(first & second)


def _can_be_one(draft: Draft, a: Merged, b: Merged) -> bool:
    """Whether two groups of mentions can be one event."""
    put_off = a.outcome is b.outcome is Outcome.POSTPONED  # as done, or as called off
    if (a.bill, a.ahead) != (b.bill, b.ahead) or (a.negative != b.negative and not put_off):
        return False
    if a.votes and b.votes and a.votes != b.votes and not are_partial(a.votes, b.votes):
        return False
    told = {m.status for m in a.mentions + b.mentions} if a.type is EventType.DEBATE else set()
    if a.outcome is not b.outcome and (Factuality.ONGOING in told or (a.outcome and b.outcome)):
        return False  # a motion to end the debate that is going on
    if any(not _touch(x, y) for x in a.windows for y in b.windows):
        return False
    if asked_and_ruled(draft, a.mentions, b.mentions):
        return False
    return _same_bodies(draft, a, b) and _same_recipients(a, b)


def _come_true(draft: Draft) -> list[EventMention]:
    """Return the mentions, those as facts that lay ahead only then of what the article tells as done:
    "passed it by 66 to 20; it had needed 60 votes to pass".
    """
    done = [
        Merged(m.type, m.bill, [replace(m, when=When(), votes=None, outcome=None)])
        for m in draft.mentions
        if m.status is Factuality.HAPPENED and m.outcome is not Outcome.POSTPONED
    ]
    found = list[EventMention]()
    for mention in draft.mentions:
        then = replace(mention, status=Factuality.HAPPENED, outcome=None, votes=None)
        single = Merged(mention.type, mention.bill, [then])
        in_force = mention.type is EventType.COMMENCEMENT and "scheduled: present" in mention.because
        open_then = mention.status in _OPEN_THEN and not mention.when.expression
        lay_ahead = open_then and (in_force or lay_ahead_then(draft.token(mention.place)))
        lay_ahead = lay_ahead or (open_then and _is_named_again(draft, mention))
        planned = fell_through(mention) and not mention.when.expression
        if (lay_ahead or planned) and any(
            d.type is mention.type and _can_be_one(draft, d, single) for d in done
        ):
            found.append(replace(then, because=(*mention.because, "happened: told as done")))
        else:
            found.append(mention)
    return found


def _is_named_again(draft: Draft, mention: EventMention) -> bool:
    """Whether a step is only named as what something else is told of: "the publication starts the clock"."""
    token = draft.token(mention.place)
    named = token.dep_ == "nsubj" and token.head.pos_ == "VERB" and "scheduled: present" in mention.because
    told = mention.type in (EventType.PASSAGE, EventType.PUBLICATION, EventType.ASSENT, EventType.VETO)
    return told and named and any(child.lower_ == "the" for child in token.children)


def merge(draft: Draft) -> list[Merged]:
    """Return the events of a draft in the order of their first mention."""
    events = list[Merged]()
    for mention in _come_true(draft):
        single = Merged(mention.type, mention.bill, [mention])
        fitting = [
            e
            for e in events
            if e.type is mention.type
            and _can_be_one(draft, e, single)
            and not side_by_side(draft, e.mentions, mention)
            and not (_is_vote_only(draft, single) and _comes_after(single, e))
            and not (_is_vote_only(draft, e) and _comes_after(e, single))
        ]
        if fitting:
            fitting[-1].mentions.append(mention)
        else:
            events.append(single)
    for event in events:
        event.mentions[:] = by_full_name(draft, event.mentions)
    events = _bare_votes_absorbed(draft, _readings_absorb(draft, events))
    return sorted(events, key=lambda e: min(e.places))


def _is_vote_only(draft: Draft, event: Merged) -> bool:
    """Whether an event is nothing but "the vote", with no outcome of its own."""
    return (
        event.type is EventType.PASSAGE
        and not event.outcome
        and all(draft.token(m.place).lemma_.lower() in _VOTES for m in event.mentions)
    )


def _is_bare_vote(event: Merged) -> bool:
    """Whether "the vote" is told without figures, day or body."""
    named = any(role is Role.AGENT for mention in event.mentions for _, role in mention.parts)
    return not (event.votes or event.windows or named)


def _is_the_vote(draft: Draft, event: Merged) -> bool:
    """Whether a vote is told as one that the reader knows: "the vote"."""
    return any(c.lower_ == "the" for m in event.mentions for c in children(draft.token(m.place), "det"))


def _bare_votes_absorbed(draft: Draft, events: list[Merged]) -> list[Merged]:
    """Give each "vote" to the decision that it can be: a bare one to the nearest before it, else to the first
    after it, one with a day, a body or figures to one that agrees with it.
    """
    votes = [event for event in events if _is_vote_only(draft, event)]
    kept = [event for event in events if event not in votes]
    maybe = [e for e in kept if all(m.status is Factuality.POSSIBLE for m in e.mentions)]
    decisions = [e for e in kept if e.type in DECISIONS or (e.type is EventType.REPEAL and e not in maybe)]
    for event in votes:
        place = min(event.places)
        same = _decisions_meant(draft, event, decisions)
        before = [d for d in same if min(d.places) < place]
        if before:
            nearest = max(before, key=lambda d: max(p for p in d.places if p < place))
            nearest.mentions.extend(event.mentions)
        elif same:
            min(same, key=lambda d: min(d.places)).mentions.extend(event.mentions)
        elif not event.negative or not _is_bare_vote(event):
            kept.append(event)
    return kept


def _decisions_meant(draft: Draft, event: Merged, decisions: list[Merged]) -> list[Merged]:
    """Return the decisions that a vote can be, of the best sort that there is."""
    decisions = [d for d in decisions if not _comes_after(event, d)]
    here = [d for d in decisions if d.bill == event.bill]
    if _is_bare_vote(event):
        alike = [d for d in here if d.ahead == event.ahead]
        needed = all(m.status is Factuality.REQUIRED for m in event.mentions)  # "awaits a floor vote"
        # "a panel passed it", then "hope to put it to a vote"
        needed |= event.ahead and {(d.type, d.ahead) for d in here} == {(EventType.COMMITTEE, False)}
        return alike or ([] if needed and not _is_the_vote(draft, event) else here or decisions)
    told = [d for d in here if not is_another_step(draft, d, event)]
    one = [d for d in told if d.negative == event.negative and _can_be_one(draft, d, event)]
    counted = all(draft.token(m.place).lower_ == "votes" for m in event.mentions)
    if one or not counted or event.votes is None:
        return one
    given = event.votes.in_favour or 0
    return [d for d in here if d.votes and given <= (d.votes.in_favour or 0)]


def _comes_after(vote: Merged, decision: Merged) -> bool:
    """Whether a vote is what has to follow where something else is decided: "if the Senate passes it, it goes
    back to the deputies for a vote".
    """
    told = {m.place[0] for m in decision.mentions if m.status is Factuality.POSSIBLE}
    return all(m.status is Factuality.REQUIRED and m.place[0] in told for m in vote.mentions)


def _told_as_earlier(draft: Draft, event: Merged) -> bool:
    """Whether all mentions of an event lie before what the article tells: "it had passed a first reading"."""
    clauses = [draft.token(mention.clause) for mention in event.mentions]
    return all(any(c.lower_ == "had" for c in children(word, "aux")) for word in clauses)


def _is_news(draft: Draft, event: Merged) -> bool:
    """Whether an event is told first, without a day of its own, and so is of the day of the article."""
    first = min(event.places)[0]
    return (not event.windows and first == 0) or draft.tree(min(event.places)).kind == "headline"


def _is_background(draft: Draft, event: Merged) -> bool:
    """Whether an event is told to have been over weeks before publication."""
    published = draft.text.article.published
    ends = [window.end for window in event.windows if window.end]
    return published is not None and bool(ends) and (published - max(ends)).days > _OLD


def _through_all(draft: Draft, event: Merged) -> bool:
    """Whether a passage is told as that through all stages, and so is no single early reading."""
    clauses = [draft.token(mention.clause) for mention in event.mentions]
    beside = [child for clause in clauses for child in children(clause, "obj", "obl")]
    return any(c.lower_ == "all" for child in beside for c in children(child, "det") if child.tag_ == "NNS")


def _readings_absorb(draft: Draft, events: list[Merged]) -> list[Merged]:
    """Give each plain passage to the one reading that it can be, a "final" one to the last reading ahead."""
    kept = list[Merged]()
    for event in events:
        if event.type not in (EventType.PASSAGE, EventType.DEBATE):
            kept.append(event)
            continue
        held = {e.type for e in events if e.bill == event.bill and not (e.ahead or e.negative)}
        readings = [
            e
            for e in events
            if e.type in _READINGS
            and not (e.ahead and e.type in held)
            and _can_be_one(draft, e, event)
            and not (_is_news(draft, event) and _is_background(draft, e))
            and (_told_as_earlier(draft, event) or not _told_as_earlier(draft, e))
        ]
        final = any(
            child.lower_ in _FINAL
            for m in event.mentions
            for token in (draft.token(m.place), draft.token(m.clause))
            for child in token.children
        )
        if event.type is EventType.DEBATE and not any(
            m.place[0] == r.place[0] for e in readings for m in e.mentions for r in event.mentions
        ):
            readings = []
        if len(readings) > 1 and draft.tree(min(event.places)).kind == "headline":
            readings = [min(readings, key=lambda e: min(e.places))]
        if final and len(readings) > 1:
            readings = [max(readings, key=lambda e: _READINGS.index(e.type))]
        if _through_all(draft, event):
            readings = [e for e in readings if e.type is EventType.THIRD_READING]
        if len(readings) == 1 and (event.type is EventType.PASSAGE or not event.outcome):
            readings[0].mentions.extend(event.mentions)
        else:
            kept.append(event)
    return kept
