"""Judgements for tests: made at a moment of their own each, so that no two are the same."""

from __future__ import annotations

import datetime as dt
import itertools

from graph.linking.corrections.finding import target_of
from graph.linking.corrections.judgements import Judgement, Target, checked
from graph.model import Account
from graph.terms import Verdict

_SECONDS = itertools.count()
START = dt.datetime(2031, 3, 10, 8, tzinfo=dt.UTC)


def judged(
    verdict: str,
    target: Target | None,
    *fields: tuple[str, str | None],
    who: str = "Ana Díaz",
    why: str = "it says so",
    other: Target | None = None,
    undoes: str | None = None,
) -> Judgement:
    """Return a judgement a second later than the one before."""
    when = START + dt.timedelta(seconds=next(_SECONDS))
    return checked(Judgement(Verdict(verdict), who, when, why, target, other, fields, undoes))


def undone(judgement: Judgement) -> Judgement:
    """Return the judgement that takes another back."""
    return judged("undo", None, undoes=judgement.id)


def on(account: Account, kind: str, *, status: str | None = None) -> Target:
    """Return the target that is the claim on the first event of a kind."""
    events = {event.id for event in account.events if event.type == kind}
    claims = [c for c in account.claims if c.event in events and status in (None, c.factuality)]
    return target_of(account, claims[0].id)
