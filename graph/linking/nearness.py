"""Steps of one bill that are told apart and may be one all the same: what speaks for it, and what against.

The weights stand in `data/lexicon/linking.toml`.
"""

from __future__ import annotations

import datetime as dt

from graph.lexicons import load_lexicon
from graph.linking.counted import other_figures
from graph.linking.tellings import (
    REPEATED,
    SLIP,
    UNCOMPARED,
    Telling,
    between,
    bodies_agree,
)


def nearly(a: Telling, b: Telling) -> tuple[float, tuple[str, ...], str] | None:
    """Return how near two steps that are told apart come to being one, what speaks for it, and why they are
    apart; None where nothing much speaks for it.
    """
    if a.type in (*REPEATED, *UNCOMPARED) or not (a.status.is_fact and b.status.is_fact):
        return None
    if not (a.window.is_closed and b.window.is_closed) or other_figures(a.votes, b.votes):
        return None
    days = between(a.window, b.window)
    if days > SLIP or not bodies_agree(a, b):
        return None
    weights, score, reasons = load_lexicon("linking")["events"], 0.0, list[str]()
    signs = {
        "touch": (days <= dt.timedelta(0), "their days can be the same"),
        "near": (days > dt.timedelta(0), "told of days a week apart at most"),
        "body": (bool(a.bodies & b.bodies), "the same body acts"),
        "outcome": (a.outcome is not None and a.outcome is b.outcome, "the same came of it"),
        "type": (a.type is b.type, "the same kind of step"),
    }
    for name, (holds, words) in signs.items():
        if holds:
            score += weights[name]
            reasons.append(words)
    if score < weights["doubtful"]:
        return None
    other = a.outcome is not b.outcome and a.outcome and b.outcome
    problem = "told with different outcomes" if other else "told as different kinds of step"
    if a.type is b.type and not other:
        problem = "told of different days" if a.window != b.window else "not told alike"
    return round(score, 2), tuple(reasons), problem
