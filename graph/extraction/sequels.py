"""When, by what was told before: "hours later", "took effect at once", "after five hours of debate".

Such words name no day. They measure the days from another step, which may get its own day from elsewhere.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extraction.day_words import dating_words, goes_on
from graph.extraction.draft import EventMention, Place, When
from graph.extraction.lexicon import word_class
from graph.language.tree import SUBJECTS, Tree, children, clause_of, first_conjunct, prepositions
from graph.model import TimeExpression, Window
from graph.temporal import Adverbial, RelativeDistance, find_distances
from graph.terms import LASTING, READINGS, EventType, Factuality

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graph.language.words import Token

_RECALLED = 3
"""Sentences; further back a step is no longer the one that "hours later" counts from."""
_BESIDE = 60
"""Characters between "at once" and the trigger that it belongs to, at most."""
_AT_HAND = 4
"""Characters between a body and the words that count the days to what it did."""
_BEHIND = 3
"""Words between what counts the days from a step and the step, at most: "a week after the final vote"."""
_SITTING = 8
"""Hours. A longer debate before a vote may have begun on the day before."""
_MEASURES = re.compile(
    r"\b(?:after|before|following|upon|eve|by the time|same|as soon|within|from|ahead|prior)\b", re.IGNORECASE
)
"""Every distance from what is named after it has one of these words."""
_HOURS = re.compile(r"PT(\d+)H")
_FEW_DAYS_OR_HOURS = re.compile(r"PT|P\dD$")
_DAYS = re.compile(r"P(\d+)([DW])")


def _told_before(mentions: Sequence[EventMention], mention: EventMention) -> Place | None:
    """Return the place of the last step told before as past on a day, or measured from one."""
    found = [
        m.place
        for m in mentions
        if m.place < mention.place
        and mention.place[0] - m.place[0] <= _RECALLED
        and m.status is Factuality.HAPPENED
        and m.when.expression
        and (isinstance(m.when.anchor, tuple) or _is_day(m.when.window))
    ]
    return max(found, default=None)


def _is_day(window: Window) -> bool:
    return window.start is not None and window.start == window.end


def _measured(
    mention: EventMention, words: str, anchor: Place, least: int | None, most: int | None
) -> EventMention:
    """Return the mention with its time as days from another."""
    when = When(expression=words, anchor=anchor, at_least=least, at_most=most)
    return replace(mention, when=when, because=(*mention.because, f"“{words}”"))


def after_told(
    tree: Tree, mentions: Sequence[EventMention], mention: EventMention, adverbial: Adverbial
) -> EventMention:
    """Return the mention counted from what was told last where its time words do so: "hours later"."""
    if mention.when.expression or not mention.status.is_fact:
        return mention
    begin = tree.sentence.start
    for distance in find_distances(tree.sentence.text, part=tree.sentence.part):
        here = distance.start + begin < adverbial.end and adverbial.start < distance.end + begin
        anchor = _told_before(mentions, mention) if here and distance.anchor == "told" else None
        if anchor is not None:
            return _measured(mention, distance.text, anchor, distance.at_least, distance.at_most)
    return mention


def at_once(tree: Tree, mentions: list[EventMention], here: Iterable[int]) -> None:
    """Put what followed "at once" on the day of what was told before."""
    text = tree.sentence.text.lower()
    for phrase in sorted(dating_words("at_once")):
        found = re.search(rf"\b{phrase}\b(?! (?:after|before|following|upon))", text)
        if found is None:
            continue

        def apart(position: int, place: int = found.start()) -> int:
            return abs(tree.spans[mentions[position].place[1]][0] - tree.sentence.start - place)

        nearest = min((p for p in here if mentions[p].type.is_stage), key=apart, default=None)
        if nearest is None or apart(nearest) > _BESIDE:
            continue
        mention = mentions[nearest]
        anchor = _told_before(mentions, mention)
        if anchor is not None and mention.when.expression is None and mention.status is Factuality.HAPPENED:
            mentions[nearest] = _measured(mention, found.group(), anchor, 0, 0)


def after_the_first(tree: Tree, mentions: list[EventMention], here: Sequence[int]) -> None:
    """Count what a second body did from what the first did: "passed the House in May and the Senate a week
    later".
    """
    for position in here:
        mention = mentions[position]
        if mention.when.expression or mention.place == mention.clause or not mention.status.is_fact:
            continue
        start = tree.spans[mention.place[1]][1] - tree.sentence.start
        first = next((m for p in here if (m := mentions[p]).place == mention.clause == m.clause), None)
        if first is None or first.type is not mention.type or not first.when.expression:
            continue
        for distance in find_distances(tree.sentence.text, part=tree.sentence.part):
            if distance.anchor == "told" and 0 < distance.start - start < _AT_HAND:
                mentions[position] = _measured(
                    mention, distance.text, first.place, distance.at_least, distance.at_most
                )


def _ends_in(debate: Token, verb: Token) -> bool:
    """Whether a verb tells what a debate ended in: "passed it after a debate", "at the end of a debate"."""
    end = debate.head
    at_its_end = debate.dep_ == "nmod" and end.lemma_.lower() in word_class("ends_of") and end.head == verb
    return at_its_end or (end == verb and "after" in prepositions(debate))


def in_one_breath(
    tree: Tree, mentions: list[EventMention], here: Sequence[int], adverbials: Iterable[Adverbial]
) -> None:
    """Put what a verb adds by "and" onto the day of the first: "vetoed it on Friday and sent it back"."""
    for position in here:
        mention = mentions[position]
        verb = tree.doc[mention.clause[1]]
        if verb.dep_ == "xcomp" and verb.head.lemma_ == "vote":
            verb = verb.head  # "met on Monday and voted to pass it"
        if mention.when.expression:
            continue
        told = [mentions[p] for p in here if _left_to_choose(tree.doc[mentions[p].clause[1]], verb)]
        if mention.because[0].startswith("the same"):  # "was passed on Friday, as was the Ports Act"
            told += [
                m for p in here if (m := mentions[p]).clause == mention.clause and m.parts == mention.parts
            ]
        told += [mentions[p] for p in here if _in_a_row(tree.doc[mentions[p].clause[1]], verb)]
        if mention.status is Factuality.HAPPENED and goes_on(verb):
            later = any(adverbial.start > tree.spans[verb.i][0] for adverbial in adverbials)
            before = [mentions[p] for p in here if mentions[p].clause[1] == verb.head.i]
            first_verb = tree.spans[verb.head.i][0]  # "last week debated and passed"
            of_both = {a.expressions[0].text for a in adverbials if a.end <= first_verb}
            told += [
                m for m in before if (_is_day(m.when.window) or m.when.expression in of_both) and not later
            ]
        if verb.tag_ == "VBG" and {c.lower_ for c in children(verb, "mark")} in ({"before"}, {"by"}):
            told += [  # "debated it on Monday before passing it", "killed it on Monday by not signing it"
                m for p in here if (m := mentions[p]).clause[1] == verb.head.i and _is_day(m.when.window)
            ]
        told += [  # "passed it after a debate on Monday"
            m
            for p in here
            if (m := mentions[p]).type is EventType.DEBATE
            and _ends_in(tree.doc[m.place[1]], verb)
            and _is_day(m.when.window)
        ]
        if mention.type is EventType.AMENDMENT or mention.type in READINGS:
            # "passed it on Friday with five amendments", "rejected a change at second reading on Friday"
            told += [m for p in here if (m := mentions[p]).place == mention.clause and _is_day(m.when.window)]
        first = next((m for m in told if m.status is mention.status and m.when.expression), None)
        if first is not None:
            because = (
                *mention.because,
                f"time “{first.when.expression}” of “{tree.doc[first.clause[1]].text}”",
            )
            when, window = first.when, first.when.window
            if first.type in LASTING and mention.type not in LASTING:
                when = replace(when, window=Window(window.start, None, None, window.end))
            mentions[position] = replace(mention, when=when, because=because)


def _left_to_choose(verb: Token, first: Token) -> bool:
    """Whether two verbs are a choice: "must sign it or veto it by Friday"."""
    return verb.dep_ == "conj" and verb.head == first and any(c.lower_ == "or" for c in children(verb, "cc"))


def _in_a_row(verb: Token, other: Token) -> bool:
    """Whether two bare verbs share a modal: "will debate and vote on the bill on Tuesday"."""
    if verb == other or "VB" not in (verb.tag_, other.tag_) or first_conjunct(verb) != first_conjunct(other):
        return False
    later = max(verb, other, key=lambda word: word.i)
    apart = children(later, "aux", "mark", *SUBJECTS) or {"then", "later"} & {
        c.lower_ for c in later.children
    }
    return later.tag_ == "VB" and not apart


def by_lengths(
    tree: Tree,
    mentions: list[EventMention],
    here: Sequence[int],
    lengths: Sequence[TimeExpression],
    published: dt.date | None,
) -> None:
    """Date what a length of time tells: a debate before a decision, a step that somebody has days for."""
    _debated_before(tree, mentions, here, lengths)
    _all_night(mentions, here)
    if published is not None:
        _within_what_is_left(tree, mentions, here, lengths, published)


def _debated_before(
    tree: Tree, mentions: list[EventMention], here: Sequence[int], lengths: Iterable[TimeExpression]
) -> None:
    """Put a debate whose hours are told onto the day of the decision after it, or on the day before too; one
    of some days onto as many, of which the decision's is the last.
    """
    clock = [e for e in lengths if e.type == "DURATION" and _FEW_DAYS_OR_HOURS.match(e.value)]
    for position in here:
        mention = mentions[position]
        if mention.type is not EventType.DEBATE or mention.when.expression or not mention.status.is_fact:
            continue
        start = tree.spans[mention.place[1]][0]
        told = next((e for e in clock if -_BESIDE // 2 < e.start - start < _BESIDE // 2), None)
        clause = clause_of(tree.doc[mention.place[1]]).i
        decided = [
            m.place
            for m in (mentions[p] for p in here)
            if m.place[1] == clause or (m.clause[1] == clause and m.place != mention.place)
        ]
        if told is None or not decided:
            continue
        hours, days = _HOURS.fullmatch(told.value), _DAYS.fullmatch(told.value)
        least = -1 if hours and int(hours.group(1)) > _SITTING else 0
        if days:
            least = (0 if "more than" in told.text.lower() else 1) - int(days.group(1))
        debated = _measured(mention, told.text, decided[0], least, 0)
        mentions[position] = replace(debated, before=(decided[0],))


def _all_night(mentions: list[EventMention], here: Sequence[int]) -> None:
    """Let what went on all night have begun on the day before: that of the decision that it ended in, where
    its sentence names it.
    """
    for position in here:
        mention = mentions[position]
        words, window = mention.when.expression or "", mention.when.window
        if not words.lower().endswith(("all night", "through the night", "whole night")) or not window.end:
            continue
        ends = [m.when.window.end for p in here if (m := mentions[p]).decides and _is_day(m.when.window)]
        end = next((day for day in ends if day), window.end)
        when = replace(mention.when, window=Window(end - dt.timedelta(1), None, None, end))
        mentions[position] = replace(mention, when=when)


def _within_what_is_left(
    tree: Tree,
    mentions: list[EventMention],
    here: Sequence[int],
    lengths: Iterable[TimeExpression],
    published: dt.date,
) -> None:
    """Let the time that somebody has for a step end that long after the publication: "has 15 days to sign
    it".
    """
    told = [(e, match) for e in lengths if (match := _DAYS.fullmatch(e.value))]
    for position in here:
        mention = mentions[position]
        due = any(reason.endswith(" has time") for reason in mention.because)
        start = tree.spans[mention.place[1]][0]
        left = next(((e, match) for e, match in reversed(told) if e.end <= start), None)
        if not due or left is None or mention.when.expression:
            continue
        days = int(left[1].group(1)) * (7 if left[1].group(2) == "W" else 1)
        window = Window(None, None, None, published + dt.timedelta(days=days))
        when = replace(mention.when, window=window, expression=left[0].text)
        mentions[position] = replace(mention, when=when, because=(*mention.because, f"time “{left[0].text}”"))


def _from_what_follows(tree: Tree) -> list[RelativeDistance]:
    """Return the distances of a sentence from what is named after them: "the day after"."""
    sentence = tree.sentence
    if not _MEASURES.search(sentence.text):
        return []
    told = find_distances(sentence.text, part=sentence.part)
    return [distance for distance in told if distance.anchor == "following"]


def so_long_before(
    tree: Tree, mention: EventMention, dated: EventMention, adverbial: Adverbial
) -> EventMention:
    """Return a mention with its day where the day told is that of what comes after it: "expected on
    Thursday, a week after the vote".

    Args:
        mention, dated: the mention without the day told, and as if that day were its own.
    """
    start, begin = tree.spans[mention.place[1]][0], tree.sentence.start
    for distance in _from_what_follows(tree):
        between = adverbial.end <= distance.start + begin and distance.end + begin <= start
        near = len(tree.sentence.text[distance.end : start - begin].split()) <= _BEHIND
        if not between or not near or dated.when == mention.when:
            continue
        window, least, most = dated.when.window, distance.at_least, distance.at_most
        if window.start is None or window.end is None or least is None or most is None or least < 0:
            return mention
        shifted = Window(window.start - dt.timedelta(most), None, None, window.end - dt.timedelta(least))
        because = (*mention.because, f"“{distance.text}” before “{dated.when.expression}”")
        return replace(mention, when=replace(dated.when, window=shifted), because=because)
    return dated


def by_distances(tree: Tree, mentions: list[EventMention], here: Sequence[int]) -> None:
    """Put distances like "the day after X" between the mentions on both sides of the words."""
    for distance in _from_what_follows(tree):
        start, end = distance.start + tree.sentence.start, distance.end + tree.sentence.start

        def at(position: int) -> int:
            return tree.spans[mentions[position].place[1]][0]

        behind = [p for p in here if at(p) < start]
        ahead = sorted((p for p in here if at(p) >= end), key=at)
        if not ahead:
            continue
        anchor = ahead[0]
        dated = max(behind, key=at) if behind else next((p for p in ahead if at(p) > at(anchor)), None)
        if dated is None or mentions[dated].place == mentions[anchor].place:
            continue
        old = mentions[dated].when
        when = replace(
            old,
            expression=old.expression or distance.text,
            anchor=mentions[anchor].place,
            at_least=distance.at_least,
            at_most=distance.at_most,
        )
        because = (*mentions[dated].because, f"“{distance.text}”")
        mentions[dated] = replace(mentions[dated], when=when, because=because)
