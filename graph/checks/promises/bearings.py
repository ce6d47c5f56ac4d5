"""What can end a promise before it is kept: bills that are dead, conditions that fail, words taken back."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from graph.checks.promises.records import Condition
from graph.checks.promises.reports import Report, Reports
from graph.checks.promises.words import Word, announcements
from graph.lexicons import load_lexicon
from graph.terms import READINGS, EventType, Factuality, Outcome
from graph.vocabulary import article_id

_ENDS = (EventType.WITHDRAWAL, EventType.LAPSE)
_VOTES = (EventType.PASSAGE, *READINGS)
_UNREAL = (Factuality.DENIED, Factuality.CANCELLED)


@lru_cache(maxsize=1)
def _final_words() -> re.Pattern[str]:
    phrases = sorted(load_lexicon("promises")["denied"]["for_good"], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b", re.IGNORECASE)


def is_for_good(report: Report) -> bool:
    """Whether a report says that something will not be, rather than that it has not been so far."""
    if report.claim.factuality is Factuality.CANCELLED:
        return True
    return report.claim.factuality is Factuality.DENIED and any(
        _final_words().search(quote.exact) for quote in report.claim.quotes
    )


def is_refused(report: Report) -> bool:
    """Whether a report tells a vote that went against it."""
    return report.claim.factuality is Factuality.HAPPENED and report.claim.outcome is Outcome.REJECTED


def end_of_bill(bill: str, reports: Reports) -> Report | None:
    """Return the report by which a bill is dead: withdrawn, lapsed or voted down, and no later step told."""
    said = [
        report
        for kind in EventType
        if kind.is_stage
        for event in reports.types.get(kind, ())
        if reports.bill(event) == bill
        for report in reports.claims.get(event, ())
        if report.claim.factuality is Factuality.HAPPENED
    ]
    kinds = {report.claim.id: reports.assessments[report.claim.event].type for report in said}

    def ends(report: Report) -> bool:
        kind = kinds[report.claim.id]
        return kind in _ENDS or (kind in _VOTES and report.claim.outcome is Outcome.REJECTED)

    endings = [report for report in said if ends(report)]
    alive = [start for r in said if not ends(r) and (start := reports.when(r.claim.event).start)]
    for report in sorted(endings, key=lambda r: (r.published or dt.date.max, r.claim.id)):
        last = reports.when(report.claim.event).end
        if last is None or not any(start > last for start in alive):
            return report
    return None


def is_met(event: str, reports: Reports) -> tuple[bool | None, Report | None]:
    """Return whether a condition is met (None: not yet), with the report that says so."""
    said = reports.of_deed(event)
    done = [r for r in said if r.claim.factuality.is_fact and not is_refused(r)]
    if done:
        return True, done[0]
    bill = reports.bill(event)
    over = next((r for r in said if is_refused(r) or is_for_good(r)), None)
    over = over or (end_of_bill(bill, reports) if bill else None)
    return (None, None) if over is None else (False, over)


def conditions_of(word: Word, reports: Reports) -> dict[str, tuple[Condition, Report | None]]:
    """Return what must come first by any telling of a word, by event, each with the report that decides
    it.
    """
    binding, order = set[str](), set[str]()
    for telling in word.tellings:
        own = article_id(telling.account.article.id)
        acts = [claim for _, claim in announcements(telling.account, telling.claim)]
        for claim in (telling.claim, *acts):
            binding.update(claim.conditions)
            order.update(claim.after)
        distance = telling.claim.distance
        if distance is not None and distance.anchor != own and (distance.at_least or 0) >= 0:
            order.add(distance.anchor)
    found = dict[str, tuple[Condition, Report | None]]()
    for event in sorted((binding | order) & set(reports.assessments)):
        if reports.same_deed(event, word.event):
            continue
        met, report = is_met(event, reports)
        condition = Condition(event, reports.label(event), met, event in binding, reports.when_done(event))
        found[event] = (condition, report)
    return found
