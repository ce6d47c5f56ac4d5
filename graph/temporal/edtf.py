"""Windows as dates of the Extended Date/Time Format (ISO 8601-2:2019; https://www.loc.gov/standards/datetime/).

An event that is over on the day it begins took place on one day of its window: one of a set, `[a..b]`, or a
month or year where the window is just that. One that may last is an interval `a/b`, of which an end that is
not known to the day is left empty: the format has no interval whose ends are sets.
"""

from __future__ import annotations

import datetime as dt

from graph.model import Window


def edtf(window: Window, *, lasting: bool = False) -> str | None:
    """Return a window in the Extended Date/Time Format, level 2; None where it cannot say more than nothing.

    Args:
        window: bounds in days.
        lasting: whether what it bounds may go on for more than a day.

    >>> edtf(Window(dt.date(2026, 2, 9), None, None, dt.date(2026, 2, 15)))
    '[2026-02-09..2026-02-15]'
    """
    first, last = window.earliest_begin, window.latest_end
    if lasting and not window.is_one_day:
        begun = first.isoformat() if first and first == window.latest_begin else ""
        over = last.isoformat() if last and last == window.earliest_end else ""
        return f"{begun}/{over}" if begun or over else None
    last = last or window.latest_begin
    if first is None and last is None:
        return None
    if first is not None and last is not None:
        return _whole(first, last) or f"[{first.isoformat()}..{last.isoformat()}]"
    return f"[{first.isoformat()}..]" if first else f"[..{last.isoformat()}]" if last else None


def _whole(first: dt.date, last: dt.date) -> str | None:
    """Return the day, month or year that two days are the first and last of."""
    if first == last:
        return first.isoformat()
    after = last + dt.timedelta(days=1) if last < dt.date.max else None
    if after is None or first.day != 1 or after.day != 1:
        return None
    if (first.month, after.month) == (1, 1) and after.year == first.year + 1:
        return f"{first.year:04}"
    months = (after.year - first.year) * 12 + after.month - first.month
    return f"{first.year:04}-{first.month:02}" if months == 1 else None
