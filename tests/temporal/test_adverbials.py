"""Prepositions, ranges, and the windows that they leave to an event."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Window
from graph.temporal import find_adverbials, find_expressions, window_of

SATURDAY = dt.date(2026, 2, 7)


def day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


# [adverbial] in its sentence | relation | earliest and latest begin, earliest and latest end | use
CASES = """
It passed [on Thursday]. | at | 2026-02-05 - - 2026-02-05 | when
It passed [last month]. | at | 2026-01-01 - - 2026-01-31 | when
It must pass [by Friday]. | by | - - - 2026-02-13 | when
It must pass [before Friday]. | before | - - - 2026-02-12 | when
It must pass [before the end of March]. | before | - - - 2026-03-31 | when
It must pass [before the year is out]. | before | - - - 2026-12-31 | when
It must pass [before the year's end]. | before | - - - 2026-12-31 | when
They debated it [in October and November]. | between | 2025-10-01 - - 2025-11-30 | when
It must pass [before the summer] recess. | before | - - - 2026-08-31 | when
It must pass [before the summer]. | before | - - - 2026-05-31 | when
It may come [in the next day or two]. | at | 2026-02-07 - - - | when
It will pass [no earlier than 5 March]. | not before | 2026-03-05 - - - | when
It will pass [after 5 March]. | after | 2026-03-06 - - - | when
He has ruled [since 2019]. | since | 2019-01-01 2019-12-31 - - | when
It applies [from 2 March 2026]. | since | 2026-03-02 2026-03-02 - - | when
They can file [until 21 February]. | until | - - 2026-02-21 2026-02-21 | when
The process begins [between Tuesday and Friday of next week]. | between | 2026-02-10 - - 2026-02-13 | when
The vote will last [from Nov. 20 to Dec. 11]. | from | 2026-11-20 2026-11-20 2026-12-11 2026-12-11 | when
They will sit [on 16-18 February]. | from | 2026-02-16 2026-02-16 2026-02-18 2026-02-18 | when
The law covers events [from 1999 to 2026]. | from | 1999-01-01 1999-12-31 2026-01-01 2026-12-31 | scope
It pardons crimes committed [since 1999]. | since | 1999-01-01 1999-12-31 - - | scope
They promise it [within the next week]. | within | 2026-02-07 - - 2026-02-14 | when
They promise it [within two weeks]. | within | 2026-02-07 - - 2026-02-21 | when
It will be law [in a few days]. | within | 2026-02-07 - - - | when
It was law [in two weeks]. | at | - - - - | how long
It applies [within two months] of its passage. | within | - - - - | how long
They debated [for 14 hours]. | for | - - - - | how long
They meet [every Tuesday]. | at | - - - - | how often
It passed [after noon]. | at | 2026-02-07 - - 2026-02-07 | when
They sat [on 4 and 6 March]. | between | 2026-03-04 - - 2026-03-06 | when
It grew [over the past two weeks]. | at | 2026-01-24 - - 2026-02-07 | when
"""


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_adverbial(case: str) -> None:
    marked, relation, window, use = case.split(" | ")
    words = marked.partition("[")[2].partition("]")[0]
    text = marked.replace("[", "").replace("]", "")
    expressions = find_expressions(text, published=SATURDAY)
    (found,) = find_adverbials(text, expressions, published=SATURDAY)
    bounds = [None if part == "-" else day(part) for part in window.split()]
    expected = window_of(*(bound.toordinal() if bound else None for bound in bounds))
    assert (found.text, found.relation, found.window, found.use) == (words, relation, expected, use)


def test_without_a_publication_day_distances_remain() -> None:
    text = "The process begins between Tuesday and Friday of next week."
    (found,) = find_adverbials(text, find_expressions(text))
    assert found.window == Window()
    assert (found.at_least, found.at_most) == (1, 13)
    text = "They promise it within two weeks."
    (found,) = find_adverbials(text, find_expressions(text))
    assert (found.at_least, found.at_most) == (0, 14)


@given(st.lists(st.one_of(st.none(), st.integers(1, 3_652_059)), min_size=4, max_size=4))
def test_windows_are_canonical(bounds: list[int | None]) -> None:
    window = window_of(*bounds)
    if window.latest_begin and window.latest_end:
        assert window.latest_begin < window.latest_end
    if window.earliest_begin and window.earliest_end:
        assert window.earliest_begin < window.earliest_end
    again = (window.earliest_begin, window.latest_begin, window.earliest_end, window.latest_end)
    assert window_of(*(each.toordinal() if each else None for each in again)) == window


def test_days_outside_the_calendar_bound_nothing() -> None:
    assert window_of(0, None, None, 4_000_000) == Window()


@given(st.text(max_size=60))
def test_every_expression_has_its_adverbial(text: str) -> None:
    expressions = find_expressions(text, published=SATURDAY)
    found = find_adverbials(text, expressions, published=SATURDAY)
    assert [each for adverbial in found for each in adverbial.expressions] == list(expressions)
    for adverbial in found:
        assert text[adverbial.start : adverbial.end] == adverbial.text
