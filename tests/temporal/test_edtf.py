"""Windows in the Extended Date/Time Format, read back by another program."""

from __future__ import annotations

import datetime as dt

import pytest
from edtf import parse_edtf, struct_time_to_date
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Window
from graph.temporal.edtf import edtf
from tests import strategies

FEB = [dt.date(2026, 2, day) for day in range(1, 29)]
CASES = [
    (Window(FEB[4], None, None, FEB[4]), False, "2026-02-05"),
    (Window(FEB[8], None, None, FEB[14]), False, "[2026-02-09..2026-02-15]"),
    (Window(FEB[0], None, None, FEB[27]), False, "2026-02"),
    (Window(dt.date(2025, 1, 1), None, None, dt.date(2025, 12, 31)), False, "2025"),
    (Window(dt.date(2025, 1, 1), None, None, dt.date(2026, 12, 31)), False, "[2025-01-01..2026-12-31]"),
    (Window(FEB[8]), False, "[2026-02-09..]"),
    (Window(latest_end=FEB[8]), False, "[..2026-02-09]"),
    (Window(latest_begin=FEB[8]), False, "[..2026-02-09]"),
    (Window(FEB[8], FEB[8], FEB[14], FEB[14]), True, "2026-02-09/2026-02-15"),
    (Window(FEB[8], FEB[8]), True, "2026-02-09/"),
    (Window(FEB[8], FEB[8], None, FEB[14]), True, "2026-02-09/"),
    (Window(None, None, FEB[8], FEB[8]), True, "/2026-02-09"),
    (Window(FEB[8], None, None, FEB[14]), True, None),
    (Window(FEB[8], None, None, FEB[8]), True, "2026-02-09"),
    (Window(latest_begin=FEB[8]), True, None),
    (Window(), False, None),
]


@pytest.mark.parametrize(("window", "lasting", "written"), CASES)
def test_windows_are_written(window: Window, lasting: bool, written: str | None) -> None:
    assert edtf(window, lasting=lasting) == written


@strategies.calm
@given(st.dates(dt.date(1000, 1, 1)), st.integers(0, 2000), st.booleans())
def test_the_bounds_come_back(first: dt.date, days: int, lasting: bool) -> None:
    last = min(first.toordinal() + days, dt.date.max.toordinal() - 1)
    window = Window(first, None, None, dt.date.fromordinal(last))
    if lasting:
        window = Window(first, first, window.end, window.end)
    read = parse_edtf(edtf(window, lasting=lasting))
    assert struct_time_to_date(read.lower_strict()) == window.start
    assert struct_time_to_date(read.upper_strict()) == window.end
