"""The questions of a lesson, made from what the articles leave no doubt of; the same for the same store.

A question is plain JSON::

    {"ask": "…", "quoted": False,          # whether the sentence stands in the question
     "options": ["…"], "right": 1,         # number of the right option
     "sentence": 12,                       # number of the sentence that answers it
     "because": "…"}                       # the answer in words

Nothing is asked of an event that shares its name with another one that took place, that articles contradict,
or that a single unsure reading tells.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import Any

from graph import wording
from graph.lexicons import ROOT, load_toml
from graph.model import Assessment, Quote
from graph.terms import DECISIONS, SPEECH, ActorKind, Factuality
from graph.ui.lesson.alike import alike
from graph.ui.lesson.story import Shown, Story

Question = dict[str, Any]
Twins = Mapping[str, frozenset[str]]
"""The events that may be the same as one, by its identifier."""
Shows = Callable[[Shown], bool]
"""Whether a sentence, as it was read, shows the answer."""
OPTIONS = 4
"""Options of a question at most."""
_ASKED = (Factuality.PROMISED, Factuality.HAPPENED, Factuality.REQUIRED, Factuality.SCHEDULED)
"""The statuses that pupils are to tell apart, in the order in which they are asked for."""


@lru_cache(maxsize=1)
def _words() -> dict[str, Any]:
    return load_toml(ROOT / "data" / "lesson" / "questions.toml")


def quiz(story: Story) -> list[Question]:
    """Return the questions about a bill, the sorts in turn; fewer where the articles tell little for sure."""
    most = _words()["most"]
    facts, twins = _certain_facts(story), alike(story)
    sorts: dict[str, Iterable[Question]] = {
        "happened": _happened(story, facts, twins),
        "real": _real(story),
        "who": _who(story, facts),
        "day": _day(story, facts, twins),
        "ended": _ended(story, facts),
        "first": _first(story, facts, twins),
        "votes": _votes(story, facts),
    }
    rows = zip_longest(*(list(found)[: most[name]] for name, found in sorts.items()))
    return [one for row in rows for one in row if one is not None][: most["questions"]]


# ---- what is certain ---------------------------------------------------------------------------------------


def _certain_facts(story: Story) -> list[Assessment]:
    """Return the steps of the bill that took place for certain on a known day, in the order of time."""
    return [one for one in story.own if _day_of(one) and _is_certain(story, one)]


def _is_certain(story: Story, one: Assessment) -> bool:
    """Whether a step took place for certain, and no other step that took place has its name."""
    names = Counter(story.label(other) for other in story.own if other.status.is_fact)
    certain, kinds = _words()["certain"], {other.type.value for other in story.own}
    return (
        one.status is Factuality.HAPPENED
        and names[story.label(one)] == 1
        and not kinds & set(certain["undone"].get(one.type.value, ()))
        and bool(_day_of(one) or one.type.value not in certain["dated"])
        and _is_sure(story, one)
    )


def _may_be_one(one: Assessment, other: Assessment, twins: Twins) -> bool:
    return other.event in twins.get(one.event, ())


def _day_of(one: Assessment) -> str:
    """Return the day of an event in words, "" where it is not known exactly."""
    start, end = one.window.start, one.window.end
    return wording.day(start) if start is not None and start == end else ""


def _is_sure(story: Story, one: Assessment) -> bool:
    """Whether nobody denies an event, and a sure reading or several articles tell it."""
    certain, claims = _words()["certain"], story.claims(one)
    if any(said.factuality in (Factuality.DENIED, Factuality.CANCELLED) for _, said in claims):
        return False
    telling = [(account, said) for account, said in claims if said.factuality is one.status]
    surest = max((said.confidence for _, said in telling), default=0.0)
    articles = {account.article.id for account, _ in telling}
    return bool(surest >= certain["confidence"] or len(articles) >= certain["articles"])


# ---- the sorts of questions --------------------------------------------------------------------------------


def _happened(story: Story, facts: Sequence[Assessment], twins: Twins) -> Iterator[Question]:
    """Yield: which of these had happened by a day? One had, the others certainly came later, and none of them
    may be the same step told twice.
    """
    for one in facts[::2]:
        day = one.window.end
        others = [
            a
            for a in facts
            if day and a.window.start and a.window.start > day and not _may_be_one(one, a, twins)
        ]
        if len(others) < 2:
            continue
        said = f"{story.label(one)}: {_day_of(one)}. The others came later."
        ask = f"Which of these had happened by {_day_of(one)}?"
        later = [story.label(other) for other in others]
        yield from _question(story, one, ask, story.label(one), later, said, _of_day(one))


def _day(story: Story, facts: Sequence[Assessment], twins: Twins) -> Iterator[Question]:
    """Yield: on which day did it take place? Days of what may be the same step are no wrong answers."""
    for one in reversed(facts):
        days = dict.fromkeys(_day_of(other) for other in facts if not _may_be_one(one, other, twins))
        if len(days) > 2:
            ask = f"{story.label(one)}: on which day did it take place?"
            said = f"It took place on {_day_of(one)}."
            yield from _question(story, one, ask, _day_of(one), days, said, _of_day(one))


def _first(story: Story, facts: Sequence[Assessment], twins: Twins) -> Iterator[Question]:
    """Yield: which came first? Two days that are known."""
    for one, other in zip(facts[::3], facts[2::3], strict=False):
        if _may_be_one(one, other, twins):
            continue
        if one.window.end and other.window.start and one.window.end < other.window.start:
            said = f"{story.label(one)}: {_day_of(one)}; {story.label(other)}: {_day_of(other)}."
            ask, pair = "Which came first?", (story.label(one), story.label(other))
            yield from _question(story, one, ask, pair[0], pair, said, _of_day(one))


def _of_day(one: Assessment) -> Shows:
    """Return whether a sentence by itself puts an event on its day, in words that stand in it."""

    def shows(one_of: Shown) -> bool:
        said, words = one_of.said, one_of.said.expression
        return bool(words and words in one_of.quote.exact) and said.window.start == said.window.end == day

    day = one.window.start
    return shows


def _who(story: Story, facts: Sequence[Assessment]) -> Iterator[Question]:
    """Yield: who did it? One person in every article, among persons that share no name with them."""
    shelf, asked = story.shelf, _words()["who"]
    persons = {
        shelf.name(part.actor)
        for one in story.events
        for part in shelf.participants(one.event)
        if shelf.kind(part.actor) is ActorKind.PERSON and len(_parts(shelf.name(part.actor))) > 1
    }
    for one in facts:
        names = [shelf.name(agent) for agent in shelf.agents(one.event)]
        if one.type.value in asked and len(names) == 1 and names[0] in persons:
            right = names[0]
            others = sorted(name for name in persons if not _parts(name) & _parts(right))
            ask, said = asked[one.type.value], f"It was {right}."
            yield from _question(story, one, ask, right, others, said, _with_words(right.split()[-1]))


def _with_words(words: str) -> Shows:
    return lambda shown: words in shown.quote.exact


def _parts(name: str) -> frozenset[str]:
    return frozenset(name.casefold().split())


def _ended(story: Story, facts: Sequence[Assessment]) -> Iterator[Question]:
    """Yield: how did it end? Asked where every article that says so says the same."""
    endings: dict[str, str] = _words()["ended"]
    for one in facts:
        told = {said.outcome for _, said in story.claims(one)}
        if one.outcome and one.type in DECISIONS and told <= {one.outcome, None}:
            right, ask = endings[one.outcome.value], f"{story.label(one)}: how did it end?"
            yield from _question(story, one, ask, right, endings.values(), right, _with_outcome)


def _with_outcome(shown: Shown) -> bool:
    return shown.said.outcome is not None and shown.quote == shown.said.quotes[0]


def _votes(story: Story, facts: Sequence[Assessment]) -> Iterator[Question]:
    """Yield: how many voted for it? Asked where both sides are told, and the same by all articles."""
    for one in facts:
        told = {said.votes for _, said in story.claims(one)} - {None}
        if one.votes is None or told != {one.votes} or None in (one.votes.in_favour, one.votes.against):
            continue
        yes, no = one.votes.in_favour or 0, one.votes.against or 0
        others = [str(number) for number in (no, yes + no, yes - no) if number > 0]
        ask, said = f"{story.label(one)}: how many voted for it?", f"{wording.votes(one.votes)}."
        yield from _question(story, one, ask, str(yes), others, said, _with_words(str(yes)))


def _real(story: Story) -> Iterator[Question]:
    """Yield: is this done, or only promised? Asked of a sentence from which one status alone was read."""
    sorts = (_with_status_asked(story, status) for status in _ASKED)
    yield from (one for row in zip_longest(*sorts) for one in row if one is not None)


def _with_status_asked(story: Story, status: Factuality) -> Iterator[Question]:
    sides = _words()["real"]
    right = sides["done" if status.is_fact else "open"]
    for one in story.own:
        if not status.is_fact or _is_certain(story, one):
            ask = f"Done, or not yet? {story.label(one)}, by this sentence:"
            said = f"The sentence tells it as {status.value}."
            for found in _question(story, one, ask, right, sides.values(), said, _with_status(story, status)):
                yield {**found, "quoted": True}


def _with_status(story: Story, status: Factuality) -> Shows:
    """Return whether a sentence tells a status for sure; a plan has to name a day after the article's own."""
    certain = _words()["certain"]

    def shows(shown: Shown) -> bool:
        said, published = shown.said, shown.article.published
        ahead = bool(said.window.start and published and said.window.start > published)
        return (
            shown.quote.part == "text"
            and said.confidence >= certain["confidence"]
            and len(shown.quote.exact) >= certain["letters"]
            and (status is not Factuality.SCHEDULED or ahead)
            and _statuses(story, shown.quote) == {status}
        )

    return shows


def _statuses(story: Story, quote: Quote) -> set[Factuality]:
    """Return the statuses that are read from one sentence, whatever the event; saying it does not count."""
    events = (one for one in story.events if one.type not in SPEECH)
    claims = (said for one in events for _, said in story.claims(one))
    return {said.factuality for said in claims if quote in said.quotes}


# ---- a question --------------------------------------------------------------------------------------------


def _question(
    story: Story, one: Assessment, ask: str, right: str, others: Iterable[str], because: str, shows: Shows
) -> Iterator[Question]:
    """Yield a question, if there is a sentence that shows its answer and something else to choose.

    The options stand in an order that tells nothing and is the same on each machine.
    """

    def mixed(text: str) -> bytes:
        return hashlib.sha256(f"{ask} {text}".encode("utf-8", "replace")).digest()

    places = [place for place, shown in story.told(one).items() if shows(shown)]
    wrong = sorted({other for other in others if other != right}, key=mixed)
    options = sorted([right, *wrong[: OPTIONS - 1]], key=mixed)
    known = [place for place in places if place in story.sentence]
    if wrong and known:
        yield {
            "ask": ask,
            "quoted": False,
            "options": options,
            "right": options.index(right),
            "sentence": story.sentence[known[0]],
            "because": because,
        }
