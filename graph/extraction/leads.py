"""When, by the lead: headline and undated first sentence tell the news of the day that the lead names.

News puts the day of what it reports into the main clause of its first sentences ("The governor turned the
bill down on Sunday"). What the headline tells without a day, and the first sentence too ("has vetoed"), is
of that day where no sentence tells the same step with a day of its own. So is what the story goes on to tell
in the simple past, until it names another time.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extraction.day_words import dating_words, sessions
from graph.extraction.draft import Draft, EventMention, When
from graph.extraction.lexicon import word_class
from graph.extraction.news_days import (
    in_main_clause,
    is_main,
    is_news,
    is_perfect,
    is_told_from_before,
    news_days,
)
from graph.language.roles import auxiliaries, is_finite_past
from graph.language.tree import Tree, children
from graph.model import Part, Window
from graph.temporal import Adverbial
from graph.terms import READINGS, EventType, Factuality, Outcome, Role

if TYPE_CHECKING:
    from graph.language.words import Token

_PASSAGES = frozenset((*READINGS, EventType.PASSAGE, EventType.OVERRIDE))
_VOTED_ON_A_DAY = frozenset((EventType.AMENDMENT, EventType.DEBATE, EventType.PASSAGE, *READINGS))
_YEAR = 364
"""Days from the first to the last of the shortest year."""
_RUN = 5
"""Sentences over which votes of one sitting are told."""
_DECIDED = _PASSAGES | {
    EventType.AMENDMENT, EventType.ASSENT, EventType.VETO, EventType.RETURN, EventType.TRANSMISSION,
}  # fmt: skip
"""What takes no longer than a day and is seldom told in the simple past without one unless it is news."""
_AT_A_SITTING = frozenset((EventType.REFERRAL, EventType.DEBATE, EventType.COMMITTEE))
"""What a sitting does besides, in the order of the day."""
_BULLETS = frozenset("-–•*·")
_LEAD = 3
"""Sentences of running text that can name the day of the news."""
_AT_THE_MEETING = re.compile(
    r"(?:During|At|In) (?:the|this|that|its) (?:same )?(?:meeting|sitting|session)\b"
)
_MEETINGS = frozenset((EventType.MEETING, EventType.SITTING))


def date_by_others(
    draft: Draft, mentions: list[EventMention], adverbials: Mapping[Part, Sequence[Adverbial]]
) -> None:
    """Put what tells no day onto that of the lead, of the sitting or vote told before, or of the story."""
    _date_by_lead(draft, mentions, adverbials)
    _date_by_sitting(draft, mentions, adverbials)
    _date_by_meeting(draft, mentions)
    _date_by_votes(draft, mentions)
    _date_by_story(draft, mentions, adverbials)
    _date_by_period(draft, mentions)


def _date_by_lead(
    draft: Draft, mentions: list[EventMention], adverbials: Mapping[Part, Sequence[Adverbial]]
) -> None:
    """Put what headline and first sentence tell without a day onto the day that the lead names."""
    running = [index for index, tree in enumerate(draft.text.trees) if tree.kind == "running"][:_LEAD]
    days = [found for index in running for found in news_days(draft, index, adverbials["text"])]
    for position, mention in enumerate(mentions):
        place = mention.place[0]
        first = draft.tree(mention.place).sentence.part == "title" or place in running[:1]
        told = first and is_news(draft, mention) and not _is_acted_on(mentions, mention)
        if not told or _dated_elsewhere(mentions, mention):
            continue
        fitting = (
            when
            for index, when in days
            if index != place and (index == running[0] or not _of_another(mentions, index, mention))
        )
        if when := next(fitting, None):
            because = (*mention.because, f"time “{when.expression}” of the lead")
            mentions[position] = replace(mention, when=when, because=because)


def _is_acted_on(mentions: Sequence[EventMention], mention: EventMention) -> bool:
    """Whether a step is only what another step is done to: "Senate upholds veto"."""
    if mention.place == mention.clause:
        return False
    return any(other.place == mention.clause and other.type is not mention.type for other in mentions)


def _kinds(mention: EventMention) -> frozenset[EventType]:
    return _PASSAGES if mention.type in _PASSAGES else frozenset((mention.type,))


def _of_another(mentions: Sequence[EventMention], index: int, mention: EventMention) -> bool:
    """Whether a sentence tells another step with its day: "signed it. Parliament had passed it on Monday"."""
    dated = [m for m in mentions if m.place[0] == index and m.when.expression]
    return any(m.type.is_stage and m.type not in _kinds(mention) for m in dated)


def _dated_elsewhere(mentions: Sequence[EventMention], mention: EventMention) -> bool:
    """Whether the article tells the same step, or what may be it, with a time of its own."""
    return any(
        other.type in _kinds(mention)
        and other.bill == mention.bill
        and other.status.is_fact
        and other.when.expression
        and other.place != mention.place
        for other in mentions
    )


def _date_by_story(
    draft: Draft, mentions: list[EventMention], adverbials: Mapping[Part, Sequence[Adverbial]]
) -> None:
    """Put decisions that a story goes on to tell without a day onto the last day of the news told before:
    "passed it on Monday. Before the vote the senators rejected an amendment".
    """
    days, told = _story_days(draft, mentions, adverbials["text"]), tuple(mentions)
    for position, mention in enumerate(told):
        when = days.get(mention.place[0])
        if when is None or not _goes_on(draft, mention):
            continue
        others = [m for m in told if m.when.window != when.window or not _may_share_a_chamber(m, mention)]
        if not _dated_elsewhere(others, mention):
            because = (*mention.because, f"time “{when.expression}” of the story")
            mentions[position] = replace(mention, when=when, because=because)


def _story_days(
    draft: Draft, mentions: Sequence[EventMention], adverbials: Sequence[Adverbial]
) -> dict[int, When]:
    """Return by sentence the day that the story has come to: that of the lead until a main clause names
    another time, one told later for the next sentence only.
    """
    days, told, reach, lead = dict[int, When](), None, 0, None
    running = [index for index, tree in enumerate(draft.text.trees) if tree.kind == "running"]
    for number, index in enumerate(running):
        news = [when for _, when in news_days(draft, index, adverbials)]
        if news:
            told, reach = news[-1], len(running) if number < _LEAD else number + 2
            lead = told if number < _LEAD else lead
        elif _tells_another_time(draft, index, [m for m in mentions if m.when != told], adverbials):
            told = None
        elif told is not None and number < reach:
            days[index] = told
        elif lead is not None and _adds(draft.text.trees[index]):
            days[index] = lead
    return days


def _adds(tree: Tree) -> bool:
    """Whether a main clause tells what was done besides: "the House also passed the Ports Bill"."""
    return any(word.lower_ == "also" and word.dep_ == "advmod" and is_main(word.head) for word in tree.doc)


def _tells_another_time(
    draft: Draft, index: int, mentions: Sequence[EventMention], adverbials: Sequence[Adverbial]
) -> bool:
    """Whether a sentence puts something that is past onto a time of its own."""
    here = [m for m in mentions if m.place[0] == index and m.status.is_fact and m.when.expression]
    if any(is_main(draft.token(m.clause)) for m in here):
        return True
    tree, sentence = draft.text.trees[index], draft.text.trees[index].sentence
    inside = [a for a in adverbials if sentence.start <= a.start < sentence.end and a.use == "when"]
    return any(in_main_clause(tree, a) for a in inside)


def _goes_on(draft: Draft, mention: EventMention) -> bool:
    """Whether a mention tells a decision in the simple past, as the next thing done."""
    clause = draft.token(mention.clause)
    done = mention.type in _DECIDED | _AT_A_SITTING or _is_put_before_it(mention, clause)
    decided = done and is_news(draft, mention) and is_finite_past(clause)
    return decided and not is_told_from_before(clause) and not is_perfect(draft, mention)


def _is_put_before_it(mention: EventMention, verb: Token) -> bool:
    """Whether a bill is told to have been put before a sitting, rather than whose it is: "the minister moved
    the bill", not "it was sponsored by Mr Holm".
    """
    puts = mention.type is EventType.INTRODUCTION and verb.lemma_.lower() in dating_words("puts_before_it")
    return puts or (mention.type is EventType.DRAFTING and mention.outcome is Outcome.APPROVED)


def _date_by_sitting(
    draft: Draft, mentions: list[EventMention], adverbials: Mapping[Part, Sequence[Adverbial]]
) -> None:
    """Put what a main clause tells without a day onto that of the sitting told right before: "the House met
    on Tuesday. It passed the bill".
    """
    for position, mention in enumerate(mentions):
        sittings = _sittings_before(draft, mention.place[0])
        if not sittings:
            continue
        earlier = is_perfect(draft, mention) or is_told_from_before(draft.token(mention.clause))
        goes_on = not earlier and is_news(draft, mention)
        if not goes_on or _dated_elsewhere(mentions, mention):
            continue
        days = [when for index in sittings for _, when in news_days(draft, index, adverbials["text"])]
        listed = draft.tree(mention.place).sentence.text[:1] in _BULLETS
        same = listed and all(when.window == days[0].window for when in days)  # "on Tuesday at 9 a.m."
        if len(days) == 1 or (days and same):
            because = (*mention.because, f"time “{days[0].expression}” of the sitting")
            mentions[position] = replace(mention, when=days[0], because=because)


def _sittings_before(draft: Draft, index: int) -> list[int]:
    """Return the sentence right before tree `index` if it tells of a sitting; before an item of a list those
    of the two sentences before the list that do.
    """
    trees, first = draft.text.trees, index
    while first and trees[first].sentence.text[:1] in _BULLETS:
        first -= 1
    near = (index - 1,) if first == index else (first - 1, first)
    return [n for n in near if n >= 0 and trees[n].kind == "running" and _is_sitting(trees[n])]


def _date_by_meeting(draft: Draft, mentions: list[EventMention]) -> None:
    """Put what is to be done at a meeting onto the day for which it was told, and what else is to be done:
    "will meet on Friday. At the meeting the bill will be read. The budget will also be tabled".
    """
    of_it = set[int]()
    for position, mention in enumerate(mentions):
        index = mention.place[0]
        if mention.when.expression or mention.status is not Factuality.SCHEDULED:
            continue
        also = any(c.lower_ == "also" for c in children(draft.token(mention.clause), "advmod"))
        if _AT_THE_MEETING.match(draft.tree(mention.place).sentence.text):
            near = [m.when for m in mentions if m.place[0] in (index - 2, index - 1) and m.type in _MEETINGS]
        elif also and of_it & {index - 2, index - 1, index}:
            near = [m.when for m in mentions if m.place[0] in of_it & {index - 2, index - 1, index}]
        else:
            continue
        days = [when for when in near if when.expression and when.window.is_one_day]
        if days:
            of_it.add(index)
            because = (*mention.because, f"time “{days[-1].expression}” of the meeting")
            mentions[position] = replace(mention, when=days[-1], because=because)


def _date_by_votes(draft: Draft, mentions: list[EventMention]) -> None:
    """Put a vote on a change that tells no day onto that of the step told last: votes on a bill follow one
    upon another; and a reading that began onto the day on which the rest of it was put off.
    """
    for position, mention in enumerate(mentions):
        if mention.when.expression or mention.status is not Factuality.HAPPENED:
            continue
        voted, begun = mention.type is EventType.AMENDMENT and mention.votes, _has_begun(draft, mention)
        if (
            not (voted or begun)
            or "had" in auxiliaries(draft.token(mention.clause))
            or is_perfect(draft, mention)
        ):
            continue
        before = [
            other
            for other in mentions[:position]
            if other.type in _VOTED_ON_A_DAY
            and other.bill == mention.bill
            and (other.outcome is Outcome.POSTPONED if begun else other.status is Factuality.HAPPENED)
            and other.when.window.is_one_day
            and mention.place[0] - other.place[0] <= _RUN
            and _may_share_a_chamber(mention, other)
        ]
        if before:
            because = (*mention.because, f"time “{before[-1].when.expression}” of the vote before")
            mentions[position] = replace(mention, when=before[-1].when, because=because)


def _date_by_period(draft: Draft, mentions: list[EventMention]) -> None:
    """Put what came next into the year of what was told just before: "Last year a bill reached her
    desk, which she vetoed. The House then failed to override it".
    """
    for position, mention in enumerate(mentions):
        clause = draft.token(mention.clause)
        if mention.when.expression or mention.status is not Factuality.HAPPENED or not position:
            continue
        index, relative = mention.place[0], clause.dep_ == "acl:relcl" and is_finite_past(clause)
        told_next = [word for word in (clause, clause.head) if is_finite_past(word)]
        then = any(c.lower_ == "then" for word in told_next for c in children(word, "advmod"))
        if not (relative or then) or "had" in auxiliaries(clause):
            continue
        near = (index,) if relative else (index, index - 1)
        told = [m for m in mentions[:position] if m.place[0] in near and m.bill == mention.bill]
        if told and told[-1].status is Factuality.HAPPENED and _is_period(told[-1].when.window):
            because = (*mention.because, f"time “{told[-1].when.expression}” of what came before")
            mentions[position] = replace(mention, when=told[-1].when, because=because)


def _is_period(window: Window) -> bool:
    """Whether a time is a year or more, in which one step after another has its place."""
    start, end = window.start, window.end
    return start is not None and end is not None and (end - start).days >= _YEAR


def _may_share_a_chamber(one: EventMention, other: EventMention) -> bool:
    """Whether no lower house acts in one step and an upper house in the other."""
    sides = [{key.rpartition(":")[2] for key, role in m.parts if role is Role.AGENT} for m in (one, other)]
    return not ({"lower"} in sides and {"upper"} in sides)


def _has_begun(draft: Draft, mention: EventMention) -> bool:
    """Whether a reading is told to have begun, and no more."""
    begins = draft.token(mention.clause).lemma_.lower() in word_class("begins")
    return mention.type in READINGS and mention.outcome is None and begins


def _is_sitting(tree: Tree) -> bool:
    """Whether a sentence tells of a sitting, or of a debate or vote held."""
    words = {token.lemma_.lower() for token in tree.doc}
    return bool(words & (sessions() | dating_words("sits")))
