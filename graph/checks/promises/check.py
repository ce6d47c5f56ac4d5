"""What became of each promise as of a day, by the articles published until then.

The fates, in the order in which they are tried:

*kept*: the deed is reported as happened (or begun, where it only has to begin), and its days do not put it
after the due day. `Promise.late` is (0, 0) where its last possible day is no later than the first possible
due day, so that it was certainly in time; otherwise its second figure says how late it may have been.
Without a due day whatever is done is in time. A report counts until a later one denies it.

*overtaken*: on the due day or before, the same giver set another date, or the vote on the deed or on the
bill failed, or the bill was withdrawn or lapsed, or a condition failed: by then it could no longer be.

*kept late*: the deed is reported as happened, and its first possible day is after the last possible due day.

*broken*: a later article says that it will not be, or that it was called off, or that its contrary was done
(a veto where assent was promised); or, published after the due day, that it has not happened; or after that
day the same giver sets another date, a vote fails, or a step not yet done is announced for a day still ahead.

*open*: a binding condition is not met yet, or the due day is not past, or no day was told.

*unknown*: the due day is past, by the latest article on the bill, and no article says what became of it.

Only what is reported bears on a promise: the day of the article is that of its report, and silence is no
evidence.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from graph.checks.promises.bearings import conditions_of, end_of_bill, is_for_good, is_refused
from graph.checks.promises.records import Condition, Due, Fate, Promise, Told
from graph.checks.promises.reports import Report, Reports, reports_until
from graph.checks.promises.words import Word, words
from graph.model import Collection
from graph.terms import LASTING, EventType, Factuality, Outcome

_CONTRARY = {EventType.ASSENT: EventType.VETO, EventType.VETO: EventType.ASSENT}
_IN_TIME: tuple[int, int | None] = (0, 0)
_ANNOUNCED = (Factuality.SCHEDULED, Factuality.PROMISED)


@dataclass(frozen=True, slots=True)
class _Verdict:
    fate: Fate
    evidence: Report | None = None
    late: tuple[int, int | None] = _IN_TIME


@dataclass(frozen=True, slots=True)
class _Ending:
    fate: Fate
    evidence: Report


def promises_of(collection: Collection, as_of: dt.date | None = None) -> tuple[Promise, ...]:
    """Return the promises of a collection and their fates, first given first (undated last).

    Args:
        collection: accounts with shared identifiers, as `graph.linking.assessment.collect` or a store gives
            them.
        as_of: only articles published until this day count, and due days before it are past; None is, for
            each promise, the day of the latest article on its bill. Articles without a day always count.
    """
    reports = reports_until(collection, as_of)
    found = [_promise(word, reports) for word in words(reports)]
    return tuple(sorted(found, key=lambda p: (p.given is None, p.given or dt.date.max, p.event, p.claim)))


def _promise(word: Word, reports: Reports) -> Promise:
    weighed = conditions_of(word, reports)
    bills = (reports.bill(event) for event in (word.event, *weighed))
    bill = next((bill for bill in bills if bill), None)
    verdict = _verdict(word, reports, weighed, reports.known_until(bill, word.tellings))
    conditions = tuple(condition for condition, _ in weighed.values())
    first = word.tellings[0].claim
    return Promise(
        claim=first.id,
        event=word.event,
        type=reports.assessments[word.event].type,
        label=reports.label(word.event),
        givers=tuple(sorted(word.givers)),
        to=tuple(sorted(word.to)),
        bill=bill,
        given=word.given,
        due=word.due,
        conditions=conditions,
        fate=verdict.fate,
        late=verdict.late,
        tellings=tuple(_told(report) for report in word.tellings),
        evidence=_told(verdict.evidence) if verdict.evidence else None,
    )


def _told(report: Report) -> Told:
    article, claim = report.account.article, report.claim
    return Told(
        claim.id, claim.event, article.id, article.outlet, article.published, claim.source, claim.quotes
    )


def _verdict(
    word: Word,
    reports: Reports,
    weighed: dict[str, tuple[Condition, Report | None]],
    until: dt.date | None,
) -> _Verdict:
    """Return what became of a word, by articles that could tell it until a day."""
    due, done = _owed(word, weighed), _done(word, reports)
    late = _late(word, done, reports) if done else _IN_TIME
    if done and late[0] == 0:
        return _Verdict(Fate.KEPT, done, late)
    ended = min(_endings(word, reports, weighed), key=_when_told, default=None)
    if done and not (ended and ended.fate is Fate.OVERTAKEN and not _is_past(word, ended.evidence)):
        return _Verdict(Fate.KEPT_LATE, done, late)
    if ended:
        return _Verdict(ended.fate, ended.evidence)
    if any(condition.binding and condition.met is None for condition, _ in weighed.values()):
        return _Verdict(Fate.OPEN)
    if due is None or until is None or until <= due.latest:
        return _Verdict(Fate.OPEN)
    return _Verdict(Fate.UNKNOWN)


def _when_told(ending: _Ending) -> tuple[dt.date, bool, str]:
    day = ending.evidence.published or dt.date.max
    return day, ending.fate is Fate.BROKEN, ending.evidence.claim.id


def _owed(word: Word, weighed: dict[str, tuple[Condition, Report | None]]) -> Due | None:
    """Return the due day; none where what it depends on came only after it."""
    due = word.due
    met_late = due is not None and any(
        condition.binding and condition.met and condition.when.start and condition.when.start > due.latest
        for condition, _ in weighed.values()
    )
    return None if met_late else due


def _heard(word: Word, reports: Reports, kind: EventType | None = None) -> Iterator[Report]:
    """Yield the reports that can bear on a word: told no earlier, and of no earlier day. What the article
    that gives the word tells of the same deed counts only where the word is recalled or has no due day.
    """
    own = {telling.claim.id for telling in word.tellings}
    first = word.tellings[0].account.article.id
    fresh = word.due is not None and not word.is_recalled
    for report in reports.of_deed(word.event, kind):
        if report.claim.id in own or (fresh and report.account.article.id == first):
            continue
        if word.given is not None and not word.is_recalled:
            ended = reports.when(report.claim.event).end if report.claim.factuality.is_fact else None
            if (report.published or dt.date.max) < word.given or (ended and ended < word.given):
                continue
        yield report


def _is_done(word: Word, report: Report, reports: Reports) -> bool:
    status = report.claim.factuality
    if status is Factuality.ONGOING and reports.assessments[word.event].type in LASTING:
        return word.due is not None and word.due.begins
    return status.is_fact and report.claim.outcome not in (Outcome.REJECTED, Outcome.POSTPONED)


def _undone(word: Word, reports: Reports) -> Iterator[Report]:
    """Yield the reports by which a word is not kept: it will not be, or was not when the due day was past."""
    contrary = _CONTRARY.get(reports.assessments[word.event].type)
    for report in _heard(word, reports, contrary) if contrary else ():
        if report.claim.factuality is Factuality.HAPPENED and _is_later(word, report):
            yield report
    for report in _heard(word, reports):
        denied = report.claim.factuality is Factuality.DENIED
        missed = _is_past(word, report) and (denied or _is_still_ahead(word, report, reports))
        if missed or (is_for_good(report) and _is_later(word, report)):
            yield report


def _is_past(word: Word, report: Report) -> bool:
    """Whether a report appeared after the due day."""
    return word.due is not None and report.published is not None and report.published > word.due.latest


def _is_later(word: Word, report: Report) -> bool:
    """Whether a report appeared after the word was given."""
    day = report.published
    return day is not None and (word.given is None or day > word.given or _is_past(word, report))


def _is_still_ahead(word: Word, report: Report, reports: Reports) -> bool:
    """Whether an article announces the deed for a day after its own."""
    end = report.claim.window.end
    announced = report.claim.factuality in _ANNOUNCED and end is not None and report.published is not None
    once = reports.assessments[word.event].type not in LASTING
    return bool(announced and once and end and report.published and end > report.published)


def _done(word: Word, reports: Reports) -> Report | None:
    """Return the report that the deed is done, the latest settled one unless a later article denies it."""
    done = [r for r in _heard(word, reports) if _is_done(word, r, reports)]
    undone = [r.published for r in _undone(word, reports) if r.published]
    standing = [r for r in done if r.published is None or all(day <= r.published for day in undone)]
    return min(
        standing,
        key=lambda r: (r.published or dt.date.max, r.claim.source is not None, r.claim.id),
        default=None,
    )


def _late(word: Word, done: Report, reports: Reports) -> tuple[int, int | None]:
    """Return the fewest and the most days by which what is done was late."""
    if word.due is None:
        return _IN_TIME
    when = reports.when(done.claim.event)
    first, last = when.earliest_end or when.earliest_begin, when.latest_end
    if word.due.begins:
        first, last = when.earliest_begin, when.latest_begin or when.latest_end
    denied = [r.published for r in _heard(word, reports) if r.claim.factuality is Factuality.DENIED]
    not_yet = [day for day in denied if day and done.published and day < done.published]
    known = [day for day in (first, *not_yet) if day]
    first = max(known, default=None)
    if first and last:
        first = min(first, last)
    fewest = max(0, (first - word.due.latest).days) if first else 0
    if last is None or word.due.earliest is None:
        return fewest, None
    return fewest, max(0, (last - word.due.earliest).days)


def _endings(
    word: Word, reports: Reports, weighed: dict[str, tuple[Condition, Report | None]]
) -> Iterator[_Ending]:
    """Yield all that ends a promise otherwise than by keeping it."""
    for report in _undone(word, reports):
        yield _Ending(Fate.BROKEN, report)
    for report in _heard(word, reports):
        if is_refused(report):
            yield _Ending(Fate.OVERTAKEN if _may_be_in_time(word, report, reports) else Fate.BROKEN, report)
    if word.successor is not None:
        yield _Ending(Fate.BROKEN if _is_past(word, word.successor) else Fate.OVERTAKEN, word.successor)
    bill = reports.bill(word.event)
    over = [end_of_bill(bill, reports)] if bill else []
    over += [report for condition, report in weighed.values() if condition.met is False]
    for ending in over:
        if ending is None or reports.same_deed(ending.claim.event, word.event):
            continue
        day = ending.published
        before = word.given is not None and day is not None and day < word.given and not word.is_recalled
        if not before and _may_be_in_time(word, ending, reports):
            yield _Ending(Fate.OVERTAKEN, ending)


def _may_be_in_time(word: Word, report: Report, reports: Reports) -> bool:
    """Whether what is reported may have come about on the due day or before."""
    start = reports.when(report.claim.event).start
    return word.due is None or start is None or start <= word.due.latest
