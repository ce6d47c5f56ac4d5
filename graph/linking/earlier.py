"""A collection as it was on an earlier day: articles that appeared since are taken out, and what they bear on
is weighed anew.

Two events bear on each other as in `graph.linking.region`; what hangs together with no later article and with
nothing that they named otherwise is as it was, so a day costs what has changed since.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from graph.linking.assessment import assess, preferred_names
from graph.linking.region import named_by, part_of
from graph.model import Account, Collection, Event
from graph.temporal.parts import Groups


def as_of(collection: Collection, day: dt.date) -> Collection:
    """Return what articles told until a day, that day included; those without one always count.

    Args:
        collection: with the assessments of all its events.
        day: the last day that counts.
    """
    accounts, later = list[Account](), list[Account]()
    for account in collection.accounts:
        published = account.article.published
        (accounts if published is None or published <= day else later).append(account)
    if not later:
        return collection
    names = preferred_names(accounts)
    renamed = {one for one, name in names.items() if collection.names.get(one) != name}
    stirred = _stirred(accounts, later, renamed)
    told = {event.id for account in accounts for event in account.events}
    kept = [one for one in collection.assessments if one.event in told and one.event not in stirred]
    anew = assess([part_of(account, stirred) for account in accounts], names)
    assessments = tuple(sorted((*kept, *anew), key=lambda one: one.event))
    return Collection(tuple(accounts), assessments, names)


def _stirred(accounts: Sequence[Account], later: Sequence[Account], renamed: set[str]) -> set[str]:
    """Return the events that later articles or other names bear on, directly or through others."""
    groups, events = Groups[str](), dict[str, None]()
    stirred = [event.id for account in later for event in account.events]
    for account in (*accounts, *later):
        for claim in account.claims:
            for other in named_by(claim):
                groups.join(claim.event, other)
        for event in account.events:
            events[event.id] = None
            if event.bill and event.type.is_stage:
                groups.join(event.bill, event.id)
            if renamed and _names(event) & renamed:
                stirred.append(event.id)
    found = {groups.of(event) for event in stirred}
    return {event for event in events if groups.of(event) in found}


def _names(event: Event) -> set[str]:
    return {event.bill or "", *(part.actor for part in event.participants)}
