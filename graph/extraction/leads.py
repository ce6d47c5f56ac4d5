"""When, by the lead: headline and undated first sentence tell the news of the day that the lead names.

News puts the day of what it reports into the main clause of its first sentences ("The governor turned the
bill down on Sunday"). What the headline tells without a day, and the first sentence too ("has vetoed"), is
of that day where no sentence tells the same step with a day of its own. So is what the story goes on to tell
in the simple past, until it names another time.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extraction.day_words import dating_words, sessions
from graph.extraction.draft import Draft, EventMention, When
from graph.extraction.lexicon import status_words, word_class
from graph.language.roles import auxiliaries, is_finite_past, is_infinitive
from graph.language.tree import Tree, children, governors, lemma
from graph.model import Part, Window
from graph.temporal import Adverbial, toward
from graph.terms import READINGS, EventType, Factuality, Outcome, Role

if TYPE_CHECKING:
    from graph.language.words import Token

_PASSAGES = frozenset((*READINGS, EventType.PASSAGE, EventType.OVERRIDE))
_VOTED_ON_A_DAY = frozenset((EventType.AMENDMENT, EventType.DEBATE, EventType.PASSAGE, *READINGS))
_RUN = 5
"""Sentences over which votes of one sitting are told."""
_DECIDED = _PASSAGES | {
    EventType.AMENDMENT, EventType.ASSENT, EventType.VETO, EventType.RETURN, EventType.TRANSMISSION,
}  # fmt: skip
"""What takes no longer than a day and is seldom told in the simple past without one unless it is news."""
_BULLETS = frozenset("-–•*·")
_LEAD = 3
"""Sentences of running text that can name the day of the news."""
_NEWS = 7
"""Days before publication after which a day is background."""
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


def _date_by_lead(
    draft: Draft, mentions: list[EventMention], adverbials: Mapping[Part, Sequence[Adverbial]]
) -> None:
    """Put what headline and first sentence tell without a day onto the day that the lead names."""
    running = [index for index, tree in enumerate(draft.text.trees) if tree.kind == "running"][:_LEAD]
    days = [found for index in running for found in _news_days(draft, index, adverbials["text"])]
    for position, mention in enumerate(mentions):
        place = mention.place[0]
        first = draft.tree(mention.place).sentence.part == "title" or place in running[:1]
        told = first and _is_news(draft, mention) and not _is_acted_on(mentions, mention)
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


def _news_days(draft: Draft, index: int, adverbials: Sequence[Adverbial]) -> Iterator[tuple[int, When]]:
    """Yield the days of the last week on which the main clause of a sentence puts something past."""
    tree, published = draft.text.trees[index], draft.text.article.published
    for adverbial in adverbials:
        if not tree.sentence.start <= adverbial.start < tree.sentence.end or published is None:
            continue
        one = toward(adverbial.expressions[0], "past", published)
        is_day = one.earliest is not None and one.earliest == one.latest
        if (
            len(adverbial.expressions) > 1
            or adverbial.relation != "at"
            or adverbial.use != "when"
            or not is_day
        ):
            continue
        told = one.earliest or dt.date.min
        if 0 <= (published - told).days <= _NEWS and _in_main_clause(tree, adverbial):
            yield index, When(Window(told, None, None, told), one.text, one.value)


def _in_main_clause(tree: Tree, adverbial: Adverbial) -> bool:
    """Whether a time hangs on a past main clause that tells what was done, not who said so."""
    word = next(iter(tree.tokens_in(adverbial.expressions[0].start, adverbial.expressions[0].end)), None)
    if word is None:
        return False
    verb = next((g for g in governors(word) if _can_tell(g)), None)
    if verb is None or is_infinitive(verb) or "had" in auxiliaries(verb):
        return False
    if not is_finite_past(verb) and not {"was", "were"} & {*auxiliaries(verb), *_copulas(verb)}:
        return False
    reports = lemma(verb) in status_words()["reporting"]["say"] and not children(verb, "obj")
    return _is_main(verb) and not reports and verb.lemma_.lower() not in word_class("begins")


def _can_tell(word: Token) -> bool:
    """Whether a word is the head of a clause: "passed", "was | successful"."""
    return (word.pos_ == "VERB" or bool(_copulas(word))) and not children(word, "case")


def _copulas(word: Token) -> list[str]:
    return [c.lower_ for c in children(word, "cop")]


def _is_main(verb: Token) -> bool:
    while verb.dep_ in ("conj", "parataxis") and verb.head != verb:
        verb = verb.head
    return verb.dep_ == "ROOT"


def _is_news(draft: Draft, mention: EventMention) -> bool:
    """Whether a step is told as done in a main clause, without a time of its own."""
    token, clause = draft.token(mention.place), draft.token(mention.clause)
    if token == clause and is_infinitive(clause) and clause.head.lemma_.lower() == "vote":
        token = clause = clause.head  # "voted 5-2 to approve it"
    marks = {c.lower_ for c in children(clause, "mark")}
    fronted = clause.dep_ == "ROOT" and marks == {"before"}  # "Before the vote members rejected", misread
    main = fronted or (marks <= {"as"} and (_is_main(clause) or clause.dep_ == "advcl"))
    if draft.tree(mention.place).kind == "headline":
        main |= clause.dep_ == "acl" and _is_main(clause.head)  # "Levy Bill Signed, Now Bound for Court"
    told = token == clause or (token.head == clause and token.dep_ in ("obj", "nsubj", "nsubj:pass"))
    done = mention.type.is_stage and mention.status is Factuality.HAPPENED and not mention.when.expression
    return main and told and done and "had" not in auxiliaries(clause)


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
        if when is not None and _goes_on(draft, mention) and not _dated_elsewhere(told, mention):
            because = (*mention.because, f"time “{when.expression}” of the story")
            mentions[position] = replace(mention, when=when, because=because)


def _story_days(
    draft: Draft, mentions: Sequence[EventMention], adverbials: Sequence[Adverbial]
) -> dict[int, When]:
    """Return by sentence the day that the story has come to: that of the lead until a main clause names
    another time, one told later for the next sentence only.
    """
    days, told, reach = dict[int, When](), None, 0
    running = [index for index, tree in enumerate(draft.text.trees) if tree.kind == "running"]
    for number, index in enumerate(running):
        news = [when for _, when in _news_days(draft, index, adverbials)]
        if news:
            told, reach = news[-1], len(running) if number < _LEAD else number + 2
        elif _tells_another_time(draft, index, [m for m in mentions if m.when != told], adverbials):
            told = None
        elif told is not None and number < reach:
            days[index] = told
    return days


def _tells_another_time(
    draft: Draft, index: int, mentions: Sequence[EventMention], adverbials: Sequence[Adverbial]
) -> bool:
    """Whether a sentence puts something that is past onto a time of its own."""
    here = [m for m in mentions if m.place[0] == index and m.status.is_fact and m.when.expression]
    if any(_is_main(draft.token(m.clause)) for m in here):
        return True
    tree, sentence = draft.text.trees[index], draft.text.trees[index].sentence
    inside = [a for a in adverbials if sentence.start <= a.start < sentence.end and a.use == "when"]
    return any(_in_main_clause(tree, a) for a in inside)


def _goes_on(draft: Draft, mention: EventMention) -> bool:
    """Whether a mention tells a decision in the simple past, as the next thing done."""
    clause = draft.token(mention.clause)
    decided = mention.type in _DECIDED and _is_news(draft, mention) and is_finite_past(clause)
    return decided and not _is_told_from_before(clause) and not _is_perfect(draft, mention)


def _is_told_from_before(clause: Token) -> bool:
    """Whether an adverb puts a clause before the story: "as it was first put down"."""
    how = {c.lower_ for c in children(clause, "advmod")}
    as_first = "first" in how and any(c.lower_ == "as" for c in children(clause, "mark"))
    return as_first or not how.isdisjoint(dating_words("told_from_before"))


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
        earlier = _is_perfect(draft, mention) or _is_told_from_before(draft.token(mention.clause))
        goes_on = not earlier and _is_news(draft, mention)
        if not goes_on or _dated_elsewhere(mentions, mention):
            continue
        days = [when for index in sittings for _, when in _news_days(draft, index, adverbials["text"])]
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
            or _is_perfect(draft, mention)
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


def _is_perfect(draft: Draft, mention: EventMention) -> bool:
    return bool({"has", "have"} & set(auxiliaries(draft.token(mention.clause))))
