"""A promise and its fate in one line, the same on the command line and on pages."""

from __future__ import annotations

from collections.abc import Mapping

from graph.checks.promises.records import Condition, Due, Fate, Promise, Told
from graph.wording import day

_MET = {True: "met", False: "failed", None: "not yet met"}


def in_words(promise: Promise, names: Mapping[str, str]) -> str:
    """Return one line: fate, who promised what to whom by when on which condition, and who reports it.

    Args:
        promise: as `promises_of` gives it.
        names: preferred name of each actor by identifier (`graph.model.Collection.names`).
    """
    return f"{fate_in_words(promise)}: {promised_in_words(promise, names)} ({_source(promise)})"


def promised_in_words(promise: Promise, names: Mapping[str, str]) -> str:
    """Return who promised what to whom by when on which condition."""
    who = _listed([names.get(giver, giver) for giver in promise.givers]) or "someone"
    to = f" {_listed([names.get(one, one) for one in promise.to])}" if promise.to else ""
    what = f"the {promise.label[:1].lower()}{promise.label[1:]}"
    return f"{who} promised{to} {what}{_by(promise.due)}{_if(promise.conditions)}"


def fate_in_words(promise: Promise) -> str:
    """Return the fate with the days it was late: "kept late by at least 2 days"."""
    fewest, most = promise.late
    if promise.fate is Fate.KEPT and most != 0:
        return f"kept, at most {_days(most)} late" if most else "kept, not told whether in time"
    if promise.fate is not Fate.KEPT_LATE:
        return str(promise.fate)
    if most is None:
        return f"kept late by at least {_days(fewest)}"
    return f"kept late by {_days(most)}" if most == fewest else f"kept late by {fewest} to {_days(most)}"


def fate_explained(promise: Promise) -> str:
    """Return what the fate of a promise means, in a plain sentence with its day."""
    due = promise.due
    by = f" by {_days_due(due)}" if due else ""
    match promise.fate:
        case Fate.OPEN if any(one.binding and one.met is None for one in promise.conditions):
            return "It hangs on a condition that is not met yet, as far as the articles tell."
        case Fate.OPEN if due:
            return f"It was to be done{by}; the articles about it do not reach further yet."
        case Fate.OPEN:
            return "No day was named for it, and no article tells that it is done."
        case Fate.KEPT | Fate.KEPT_LATE:
            return f"It was to be done{by}, and an article reports it as done{_lateness(promise)}."
        case Fate.BROKEN:
            return f"It was to be done{by}, and an article says that it was not, or will not be."
        case Fate.OVERTAKEN:
            return "The same giver named another day before this one came, or it could no longer be."
        case Fate.UNKNOWN:
            return f"It was to be done{by}; that day is past, and no article here tells what became of it."


def _lateness(promise: Promise) -> str:
    fewest, most = promise.late
    if promise.fate is Fate.KEPT:
        after = f" in time, or at most {_days(most)} late" if most else ", not whether in time"
        return (" in time" if promise.due else "") if most == 0 else after
    if most is None:
        return f", at least {_days(fewest)} after that"
    return f", {_days(most)} after that" if most == fewest else f", {fewest} to {_days(most)} after that"


def _by(due: Due | None) -> str:
    if due is None:
        return ", with no day told"
    begin = " to begin" if due.begins else ""
    return f"{begin} by {_days_due(due)}"


def _days_due(due: Due) -> str:
    if due.earliest is None:
        return f"{day(due.latest)} at the latest"
    if due.earliest == due.latest:
        return day(due.latest)
    return f"a day between {day(due.earliest)} and {day(due.latest)}"


def _if(conditions: tuple[Condition, ...]) -> str:
    told = [
        f"{'on condition of' if one.binding else 'after'} {_the(one.label)} ({_MET[one.met]})"
        for one in conditions
    ]
    return f", {_listed(told)}" if told else ""


def _source(promise: Promise) -> str:
    if promise.evidence is not None:
        return f"report of {_article(promise.evidence)}"
    return f"told on {_article(promise.tellings[0])}"


def _article(told: Told) -> str:
    when = day(told.published) if told.published else "an unknown day"
    return f"{when}, {told.outlet or told.article}"


def _the(label: str) -> str:
    return f"the {label[:1].lower()}{label[1:]}"


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"


def _listed(words: list[str]) -> str:
    return " and ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else "".join(words)
