"""Who tells of a bill, and which two tell most of the same at the same time.

Whoever tells is an outlet, or an article whose outlet is not named.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from itertools import combinations
from typing import Final

from graph.model import Account
from graph.views.library import Library
from graph.views.timeline import Choice, chosen

Told = Mapping[str, frozenset[dt.date]]
"""The events that somebody tells, with the days of the articles, as far as these are known."""
NEAR: Final = dt.timedelta(days=3)
"""Days up to which two reports are of the same time: further apart, one may know what the other could not."""


def teller(account: Account) -> str:
    """Return who tells an article: its outlet, or the article itself by its identifier."""
    return account.article.outlet or account.article.id


def called(shelf: Library, name: str) -> str:
    """Return what a teller is called: the outlet, or the headline of an article without one."""
    titles = (a.article.title for a in shelf.accounts.values() if a.article.id == name)
    return next(titles, "") or name


def tellers(shelf: Library, bill: str) -> dict[str, Told]:
    """Return who tells of a bill, by name, each with the events told."""
    found = defaultdict[str, dict[str, set[dt.date]]](dict)
    for one in chosen(shelf, Choice(bill=bill)):
        for telling in shelf.claims.get(one.event, ()):
            days = found[teller(telling.account)].setdefault(one.event, set())
            if telling.account.article.published:
                days.add(telling.account.article.published)
    return {
        name: {event: frozenset(days) for event, days in found[name].items()}
        for name in sorted(found, key=str.casefold)
    }


def nearest(told: Mapping[str, Told], name: str) -> str | None:
    """Return who tells most of the same events as a teller at the same time, else at any; None where nobody
    else tells.
    """
    others = [other for other in told if other != name]
    return max(others, key=lambda other: _closeness(told[name], told[other]), default=None)


def closest_pair(told: Mapping[str, Told]) -> tuple[str, str] | None:
    """Return the two who tell most of the same events at the same time, else at any; None where fewer than
    two tell.
    """
    return max(combinations(told, 2), key=lambda pair: _closeness(told[pair[0]], told[pair[1]]), default=None)


def _closeness(one: Told, other: Told) -> tuple[int, int, int]:
    """Return how many events both tell within days of each other, how many at all, and how many there are."""
    shared = one.keys() & other.keys()
    near = sum(any(abs(a - b) <= NEAR for a in one[event] for b in other[event]) for event in shared)
    return near, len(shared), len(one.keys() | other.keys())
