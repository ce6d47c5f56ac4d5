import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.articles.dates import stated_date

DAY = dt.date(2026, 2, 7)


@pytest.mark.parametrize(
    "words",
    [
        "2026-02-07",
        "20260207",
        "2026/02/07",
        "2026.02.07",
        "2026-02-07T23:30:00-05:00",
        "2026-02-07T01:00:00.000Z",
        "2026-02-07 10:30",
        "2026-02-07T10:30:00+0200",
        "7 February 2026",
        "7th February 2026",
        "February 7, 2026",
        "Feb. 7, 2026, 10:30 p.m. EST",
        "Saturday, February 7, 2026",
        "Sat, 07 Feb 2026 10:00:00 GMT",
        "Sat, 07 Feb 2026 10:00:00 +0000 (UTC)",
        "07-Feb-2026",
        " 7  Feb  2026 ",
    ],
)
def test_a_stated_day_is_read(words: str) -> None:
    assert stated_date(words) == DAY


@pytest.mark.parametrize(
    "words",
    [
        "",
        "2024-02-30",
        "2024-02-30T25:61",
        "2024-02-03T25:61",
        "2026-13-01",
        "02/07/2026",
        "07.02.26",
        "2026-02",
        "February 2026",
        "May",
        "Sunday",
        "now",
        "today",
        "10",
        "1770460200",
        "1s",
        "1111-11-11",
        "0000-00-00",
        "2026-02-07 and some more",
        "2026-0207",
        "٢٠٢٦-٠٢-٠٧",
        "1" * 100_000,
        "3 " * 20_000,
        "null",
    ],
)
def test_nothing_is_guessed(words: str) -> None:
    assert stated_date(words) is None


@given(
    st.dates(min_value=dt.date(1605, 1, 1)), st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%Y%m%d"])
)
def test_every_day_comes_back(day: dt.date, form: str) -> None:
    assert stated_date(day.strftime(form)) == day


@given(st.text(max_size=40))
def test_any_words_give_a_day_or_nothing(words: str) -> None:
    assert stated_date(words) is None or any(sign.isdigit() for sign in words)
