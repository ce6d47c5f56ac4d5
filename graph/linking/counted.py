"""When the figures of two reports are those of one vote, of another, or of a part of it."""

from __future__ import annotations

from graph.model import Votes


def same_figures(a: Votes | None, b: Votes | None) -> bool:
    """Whether two counts agree in those for and those against."""
    if a is None or b is None or None in (a.in_favour, a.against):
        return False
    return (a.in_favour, a.against) == (b.in_favour, b.against)


def other_figures(a: Votes | None, b: Votes | None) -> bool:
    """Whether two counts differ in every figure that both give, and neither is one party's part of the
    other.
    """
    if a is None or b is None or _part(a, b) or _part(b, a):
        return False
    pairs = ((a.in_favour, b.in_favour), (a.against, b.against))
    both = [(one, two) for one, two in pairs if one is not None and two is not None]
    return bool(both) and all(one != two for one, two in both)


def _part(a: Votes, b: Votes) -> bool:
    """Whether a count of those for alone can be a part of a whole one."""
    alone = a.in_favour is not None and a.against is None and a.abstain is None
    return alone and b.against is not None and (a.in_favour or 0) < (b.in_favour or 0)


def different(a: Votes | None, b: Votes | None) -> bool:
    """Whether two counts differ in a figure that both give."""
    if a is None or b is None:
        return False
    pairs = ((a.in_favour, b.in_favour), (a.against, b.against), (a.abstain, b.abstain))
    return any(one is not None and two is not None and one != two for one, two in pairs)


def are_partial(a: Votes, b: Votes) -> bool:
    """Whether one tells only part of the other's figures."""
    pairs = ((a.in_favour, b.in_favour), (a.against, b.against))
    return all(x is None or y is None or x == y for x, y in pairs)
