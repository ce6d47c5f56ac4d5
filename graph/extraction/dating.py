"""When: gives each time adverbial to the one event that its words hang on, and distances between events.

An adverbial climbs the dependency tree until it meets an event; a noun on the way that is no session or the
like keeps it ("the death in July 2023"). Weekdays look ahead once it is known that the event does.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from graph.extraction.day_words import (
    dating_words,
    is_budget_year,
    is_counted_from,
    is_day_of_putting_off,
    is_day_of_the_matter,
    is_expected,
    is_measure,
    is_of_no_day,
    is_open,
    is_put_on_a_ballot,
)
from graph.extraction.draft import Draft, EventMention, When
from graph.extraction.givens import LET_THROUGH
from graph.extraction.leads import date_by_others
from graph.extraction.lexicon import word_class
from graph.extraction.owners import Claim, Owners
from graph.extraction.sequels import (
    after_the_first,
    after_told,
    at_once,
    by_distances,
    by_lengths,
    in_one_breath,
    so_long_before,
)
from graph.extraction.settling import planned, settled
from graph.extraction.times import times_of
from graph.language.roles import auxiliaries, is_finite_past, is_infinitive
from graph.language.tree import Tree, children, first_conjunct, governors, prepositions
from graph.model import Article, Part, TimeExpression, Window
from graph.temporal import Adverbial, find_adverbials, nearest, toward
from graph.terms import LASTING, EventType, Factuality, Outcome
from graph.vocabulary import article_id

_AGAIN_AND_AGAIN = frozenset((EventType.PASSAGE, EventType.ASSENT, EventType.VETO, EventType.INTRODUCTION))
"""What is done to one bill after another since a day."""
_AHEAD = (Factuality.SCHEDULED, Factuality.PROMISED, Factuality.REQUIRED, Factuality.EXPECTED)
_FACED = ("ahead of ", "before ", "prior to ")
"""Before a step with a day: what lies nearest, "made concessions ahead of Thursday's vote"."""


def find_dates(draft: Draft) -> Draft:
    """Return the draft with its time expressions, and each mention with what its own time words say."""
    times = times_of(draft.text.article)
    article, found, adverbials = times.article, times.expressions, times.adverbials
    mentions = [m for m in draft.mentions if not _is_time(draft.tree(m.place), m, found)]
    for index, tree in enumerate(draft.text.trees):
        here = [position for position, m in enumerate(mentions) if m.place[0] == index]
        inside = _inside(adverbials[tree.sentence.part], tree)
        if here:
            _share_out(draft, tree, mentions, here, inside, article)
            in_one_breath(tree, mentions, here, inside)
            by_distances(tree, mentions, here)
            at_once(tree, mentions, here)
            after_the_first(tree, mentions, here)
            by_lengths(tree, mentions, here, _lengths(found[tree.sentence.part], tree), article.published)
        elif tree.kind == "caption":
            for adverbial in inside:
                for position in _in_caption(draft, mentions, index):
                    mentions[position] = _dated(draft, mentions[position], adverbial, article)
    date_by_others(draft, mentions, adverbials)
    kept = tuple(m for m in mentions if m.when.expression or not m.needs_time or _is_measured(draft, m))
    return replace(draft, expressions=(*found["title"], *found["text"]), mentions=kept)


def _is_time(tree: Tree, mention: EventMention, found: Mapping[Part, tuple[TimeExpression, ...]]) -> bool:
    """Whether a trigger is a word of a time: "March" is no protest in "on 4 March"."""
    start, end = tree.spans[mention.place[1]]
    return any(e.start <= start and end <= e.end for e in found[tree.sentence.part])


def _share_out(
    draft: Draft,
    tree: Tree,
    mentions: list[EventMention],
    here: list[int],
    adverbials: list[Adverbial],
    article: Article,
) -> None:
    """Give each mention of a sentence the time that has the best claim on it, and finer ones of that day."""
    owners = Owners(tree, tuple((position, mentions[position]) for position in here))
    claims = defaultdict[int, list[tuple[Claim, Adverbial]]](list)
    for adverbial in adverbials:
        for claim in () if is_counted_from(tree, adverbial) else owners.of(adverbial):
            claims[claim.position].append((claim, adverbial))
    used = list[Adverbial]()
    for position, held in claims.items():
        rank: int | None = None
        for claim, adverbial in sorted(held, key=lambda pair: pair[0]):
            if rank not in (None, claim.rank):
                break
            dated = _dated(draft, mentions[position], adverbial, article)
            dated = so_long_before(tree, mentions[position], dated, adverbial)
            dated = after_told(tree, mentions, dated, adverbial)
            if dated != mentions[position]:  # "voted on Thursday to shelve it until next year": the first
                rank = claim.rank
                used.append(adverbial)
            mentions[position] = dated
    for before, adverbial in pairwise(adverbials):
        if before in used and adverbial not in used:
            _date_between(draft, tree, mentions, here, before, adverbial)


def _date_between(
    draft: Draft,
    tree: Tree,
    mentions: list[EventMention],
    here: list[int],
    before: Adverbial,
    adverbial: Adverbial,
) -> None:
    """Give a time that nothing took to the event noun between the time before and itself: "signed it on
    Tuesday following approval by the Senate on Dec. 30".
    """
    between = [p for p in here if before.end <= tree.spans[mentions[p].place[1]][0] < adverbial.start]
    nouns = [p for p in between if draft.token(mentions[p].place).pos_ == "NOUN"]
    if nouns and nouns == between and not mentions[nouns[-1]].when.expression:
        mentions[nouns[-1]] = _dated(draft, mentions[nouns[-1]], adverbial, draft.text.article)


def _is_measured(draft: Draft, mention: EventMention) -> bool:
    """Whether the clause of a mention counts its time from elsewhere: "follows two years later"."""
    if mention.type is not EventType.COMMENCEMENT:
        return False
    clause = draft.token(mention.clause)
    for noun in (
        n for word in (clause, *children(clause, "advmod")) for n in children(word, "obl", "obl:unmarked")
    ):
        later = noun.i + 1 < len(noun.doc) and noun.nbor().lower_ in ("later", "after")
        counted = noun.lemma_.lower() in ("month", "year") and children(noun, "nummod", "det")
        if counted and (later or set(prepositions(noun)) & {"after", "within", "in", "over"}):
            return True
    return False


def _in_caption(draft: Draft, mentions: list[EventMention], index: int) -> list[int]:
    """Return the events of the caption that a lone date ("January 30, 2026.") stands in."""
    first = index
    while first and draft.text.trees[first - 1].kind == "caption":
        first -= 1
    return [position for position, m in enumerate(mentions) if first <= m.place[0] < index]


def _lengths(expressions: tuple[TimeExpression, ...], tree: Tree) -> list[TimeExpression]:
    sentence = tree.sentence
    return [e for e in expressions if sentence.start <= e.start < sentence.end]


def _inside(adverbials: tuple[Adverbial, ...], tree: Tree) -> list[Adverbial]:
    sentence = tree.sentence
    here = [a for a in adverbials if sentence.start <= a.start < sentence.end]
    of_hours = {b for a, b in pairwise(here) if _is_day_of_an_hour(a, b)}
    return [
        a
        for a in here
        if a not in of_hours
        and a.use == "when"
        and not is_of_no_day(tree.kind, a)
        and not is_budget_year(tree, a)
        and not is_measure(tree, a)
    ]


def _is_day_of_an_hour(hour: Adverbial, day: Adverbial) -> bool:
    """Whether a day only says of which an hour is that something is done until: "by midnight | on Friday"."""
    timed = hour.expressions[-1].type == "TIME" and hour.relation != "at"
    return timed and day.relation == "at" and day.start == hour.end + 1


def _dated(draft: Draft, mention: EventMention, adverbial: Adverbial, article: Article) -> EventMention:
    """Return the mention with the window of an adverbial; a finer one replaces a coarser one."""
    if mention.status.is_fact and adverbial.expressions[0].value == "FUTURE_REF":
        return mention  # "soon walked out"
    before = adverbial.start < draft.tree(mention.place).spans[mention.place[1]][0]
    if (before and mention.because[-1] == "promised: agreed to") or mention.because[-1].endswith(LET_THROUGH):
        return mention  # "agreed on Monday to withdraw it"
    way = _direction(mention)
    open_step = mention.status is Factuality.POSSIBLE and mention.type.is_stage
    if (open_step and is_open(draft.token(mention.clause))) or is_put_on_a_ballot(
        draft.token(mention.place), article.part(adverbial.part)[adverbial.end :]
    ):
        way = "future"
    if mention.status.lies_ahead and adverbial.text.lower().startswith("since "):
        return mention  # "the law, on the books since 2004, would be repealed"
    clause = draft.token(mention.clause)
    # "the bill, passed in June by peers, is …"
    told = first_conjunct(clause).dep_ in ("acl", "advcl")
    done = clause.tag_ == "VBN" and told and not auxiliaries(clause)
    if mention.status.is_fact and (done or adverbial.text.lower().startswith("since ")):
        way = "past"
    called_off = mention.status is Factuality.CANCELLED and adverbial.relation != "until"
    if called_off and is_day_of_putting_off(draft.tree(mention.place), adverbial):
        called_off, way = False, "past"
    faced = adverbial.text.lower().startswith(_FACED) and _is_owned(draft, mention, adverbial)
    near = called_off or faced or fell_through(mention)
    if near or (way == "future" and _looked_ahead(draft, mention, adverbial)):
        turned = [nearest(e, article.published) for e in adverbial.expressions]
    else:
        turned = [toward(e, way, article.published) if way else e for e in adverbial.expressions]
    (resolved,) = find_adverbials(article.part(adverbial.part), turned, published=article.published)[:1] or (
        adverbial,
    )
    window = resolved.window
    if resolved.relation == "from" and mention.type not in LASTING:
        window = Window(window.start, None, None, window.end)  # "votes at its session of 10-13 May"
    elif mention.type in LASTING and draft.token(mention.clause).lemma_.lower() in word_class("begins"):
        window = Window(window.earliest_begin, window.latest_end, None, None)
    if _is_owned(draft, mention, adverbial):
        window = Window(turned[0].earliest, None, None, turned[-1].latest)
    first, last = resolved.expressions[0], resolved.expressions[-1]
    put_off = resolved.relation == "until" or mention.outcome is Outcome.POSTPONED
    stopped = mention.status is Factuality.CANCELLED and mention.type.is_stage
    if mention.type is EventType.COMMENCEMENT and put_off:
        window = Window(last.earliest, None, None, last.latest)  # "waits until December 2", "put off to 2027"
    elif _comes_later(mention) and resolved.relation in ("until", "before"):
        span = first.earliest != last.latest and is_expected(draft.token(mention.clause))
        meant = resolved.relation == "until" or span  # "is not expected before late May": then
        window = Window(first.earliest, None, None, last.latest if meant else None)
    elif put_off and (mention.status.is_fact or stopped) and _is_later_day(resolved, article):
        return mention  # "voted on Thursday to shelve it until next year"
    elif mention.type not in LASTING and mention.status.lies_ahead and resolved.relation == "until":
        window = Window(None, None, None, window.end)  # "has until Friday to sign"
    if resolved.relation == "since" and _is_repeated(draft, mention):
        bill = draft.bill_of(mention.bill)
        once = mention.type is EventType.INTRODUCTION and bill is not None and not bill.plural
        until = last.latest if once else article.published  # "was laid in Parliament since 2018"
        window = Window(window.earliest_begin, None, None, until)
    empty = window.is_open and resolved.at_least is None and resolved.at_most is None
    told = mention.status is Factuality.HAPPENED and mention.place == mention.clause
    coming = article.published is not None and (window.start or dt.date.min) > article.published
    if empty or (told and coming and is_day_of_the_matter(draft.tree(mention.place), clause, adverbial)):
        return mention  # "now" tells no day
    old = mention.when.window
    if mention.when.expression is not None and not (_touch(window, old) and _is_finer(window, old)):
        return mention
    ahead = window.start and article.published and window.start > article.published
    if ahead and mention.because[-1].endswith("as its author"):
        return mention  # "votes on Monday on the bill, which is sponsored by Holm"
    if window.start and window.start > (article.published or dt.date.max) and mention.type.is_stage:
        mention = planned(draft, mention, resolved)
    mention = settled(mention, window, article.published)
    unknown = window.is_open and (resolved.at_least is not None or resolved.at_most is not None)
    when = When(
        window,
        resolved.text if len(resolved.expressions) > 1 else resolved.expressions[0].text,
        resolved.expressions[0].value,
        article_id(article.id) if unknown else None,
        resolved.at_least if unknown else None,
        resolved.at_most if unknown else None,
    )
    return replace(mention, when=when, because=(*mention.because, f"time “{resolved.text}”"))


def _is_later_day(adverbial: Adverbial, article: Article) -> bool:
    """Whether a time is the one to which something is put off: "until next year", "to 16 May"."""
    before = article.part(adverbial.part)[: adverbial.start].split()[-1:]
    return adverbial.relation == "until" or before == ["to"]


def _is_repeated(draft: Draft, mention: EventMention) -> bool:
    """Whether a fact may have come again and again: "has passed forty bills since May"."""
    verb = draft.token(mention.clause).lemma_.lower()
    return mention.status.is_fact and mention.type in _AGAIN_AND_AGAIN and verb not in ("be", "have")


def _is_owned(draft: Draft, mention: EventMention, adverbial: Adverbial) -> bool:
    """Whether a trigger is that of the day said before it: "after Tuesday's vote" is a vote on Tuesday."""
    tree = draft.tree(mention.place)
    owners = children(draft.token(mention.place), "nmod:poss")
    return any(adverbial.start <= tree.spans[owner.i][0] < adverbial.end for owner in owners)


def fell_through(mention: EventMention) -> bool:
    """Whether a mention tells a plan from behind, of which nothing came: "had been due on Tuesday"."""
    return any(reason.startswith("denied: had ") for reason in mention.because)


def _comes_later(mention: EventMention) -> bool:
    """Whether "not until" or "not before" tells when a mention comes about."""
    return any(reason.endswith((": not until", ": not till", ": not before")) for reason in mention.because)


def _direction(mention: EventMention) -> Literal["past", "future"] | None:
    """Return which way the mention's status points; None where the words around the time know better."""
    reason = next(
        (b.partition(": ")[2] for b in reversed(mention.because) if b.startswith(mention.status)), ""
    )
    if mention.status.is_fact:
        return None if reason in dating_words("unsure") else "past"
    unless = mention.status is Factuality.CONDITIONAL and reason.startswith("present")
    return "future" if mention.status in _AHEAD or unless else None  # "lapses in March unless renewed"


def _looked_ahead(draft: Draft, mention: EventMention, adverbial: Adverbial) -> bool:
    """Whether a step lay ahead only of something past: "was to vote on 26 April", "had expected it by May",
    "on Thursday carried a motion that rejects".
    """
    clause = draft.token(mention.clause)
    if {"was", "were", "had"} & set(auxiliaries(clause)):
        return True
    above = next((g for g in governors(clause) if g.pos_ in ("VERB", "AUX") or auxiliaries(g)), None)
    if above is None or not is_finite_past(above):
        return False
    if is_infinitive(clause) and {"was", "were"} & set(auxiliaries(above)):
        return True
    before = adverbial.start < draft.tree(mention.place).spans[mention.place[1]][0]
    return "had" in auxiliaries(above) or (clause.dep_ == "acl:relcl" and before)


def _touch(a: Window, b: Window) -> bool:
    """Whether two windows share a day."""
    if a.start and b.end and a.start > b.end:
        return False
    return not (b.start and a.end and b.start > a.end)


def _is_finer(new: Window, old: Window) -> bool:
    def days(window: Window) -> int:
        if window.start is None or window.end is None:
            return 10**6
        return (window.end - window.start).days

    return days(new) < days(old)
