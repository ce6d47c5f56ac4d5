"""Windows in their canonical form (`graph.model.Window`) from bounds in ordinals of days."""

from __future__ import annotations

import datetime as dt

from graph.model import Window

_LAST = dt.date.max.toordinal()


def window_of(
    earliest_begin: int | None, latest_begin: int | None, earliest_end: int | None, latest_end: int | None
) -> Window:
    """Make a window of four bounds, each the ordinal of a day or None for open.

    `latest_begin` is dropped unless tighter than `latest_end`, `earliest_end` unless tighter than
    `earliest_begin`. What lies outside the calendar (before year 1, after 9999) sets no bound.
    """
    if latest_begin is not None and latest_end is not None and latest_begin >= latest_end:
        latest_begin = None
    if earliest_end is not None and earliest_begin is not None and earliest_end <= earliest_begin:
        earliest_end = None
    return Window(_date(earliest_begin), _date(latest_begin), _date(earliest_end), _date(latest_end))


def _date(ordinal: int | None) -> dt.date | None:
    return dt.date.fromordinal(ordinal) if ordinal is not None and 1 <= ordinal <= _LAST else None
