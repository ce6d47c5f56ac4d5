"""Laws that hold for all texts, and the functions around the grammar."""

from __future__ import annotations

import datetime as dt
import sys
from types import FrameType

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graph.temporal import find_expressions, month_first, toward
from graph.temporal.expressions import TimeExpression

SATURDAY = dt.date(2026, 2, 7)
VOCABULARY = """
the a last next this early late end of in on at by until from to and or - , . / ' 's Monday Friday
March May 5 12th 12 2026 1999 Feb. week weeks month months year years two few ago later earlier
morning night noon p.m. 8 : 14 every past coming quarter third half Easter now second Act will was
said 1990s 70s '90s Q3 through all dawn ahead every yearlong 2½ couple new year's
today following same that day fiscal mid recently hours century decades before
after
"""
WORDS = st.sampled_from([*VOCABULARY.split(), "\n"])
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(WORDS, max_size=40).map(" ".join),
    st.lists(WORDS, max_size=40).map("".join),
)
HANGING = [
    "It passed yesterday.",
    "It will pass tomorrow.",
    "It passed last week.",
    "It will pass next week.",
    "It will pass this week.",
    "They met two weeks ago.",
    "They met three months ago.",
    "They met five years ago.",
    "It passed last month.",
    "It will pass next month.",
    "It will pass next year.",
    "It passed last year.",
    "It passed this year.",
    "It passed on Thursday.",
    "They will vote on Thursday.",
    "They met last Thursday.",
    "They will meet next Thursday.",
    "They will meet this coming Thursday.",
    "They met this Thursday.",
    "They met at the weekend.",
    "They will meet this weekend.",
    "It passed in March.",
    "It will pass in March.",
    "It passed on March 5.",
    "They will vote on March 5.",
    "They met on February 29.",
    "They will meet by Christmas.",
    "They met at Easter.",
    "They will meet next Easter.",
    "It fell in the third quarter.",
    "It will fall in the first half.",
    "They met last summer.",
    "They will meet next winter.",
    "They met on the 31st.",
    "They will meet on Friday of next week.",
    "They met in May last year.",
    "It passed earlier this year.",
    "They will meet at the end of next month.",
    "They met in the second week of March.",
    "It passed over the past two weeks.",
    "It will pass within the next three months.",
    "They met a decade ago.",
    "A few weeks ago they met.",
    "They met last night.",
]


@given(TEXTS, st.one_of(st.none(), st.dates()), st.one_of(st.none(), st.booleans()))
@example("May 9999 years ago, 99999 weeks later, 31 April 2026, 30 Feb., 2/30", dt.date(1, 1, 1), None)
@example("last year, next century, the coming Thursday, in 9999 years", dt.date(9999, 12, 31), True)
@example("next week the following day, a century ago and Easter", dt.date(1, 1, 1), False)
def test_spans_are_exact_in_order_and_apart(
    text: str, published: dt.date | None, month_first: bool | None
) -> None:
    found = find_expressions(text, published=published, month_first=month_first)
    end = 0
    for expression in found:
        assert end <= expression.start < expression.end
        assert text[expression.start : expression.end] == expression.text
        assert expression.text.strip() == expression.text
        end = expression.end
        if expression.earliest and expression.latest:
            assert expression.earliest <= expression.latest
        low, high = expression.after_reference, expression.before_reference
        assert low is None or high is None or low <= high
    assert find_expressions(text, published=published, month_first=month_first) == found


@given(TEXTS)
def test_without_a_publication_day_only_what_is_said_in_full_is_dated(text: str) -> None:
    figures = {str(expression.earliest.year) for expression in find_expressions(text) if expression.earliest}
    for year in figures:
        # the year, or the decade, century, short form or fiscal year that gave it, stands in the text
        decade = f"{year[2]}0"  # "late 50s"
        forms = (year, year[:3], year[2:], decade, str(int(year) + 1), "ies", "centur", "9/11", "11", "'")
        assert any(part in text for part in forms)


@given(st.sampled_from(HANGING), st.dates(dt.date(1950, 1, 1), dt.date(2150, 1, 1)))
def test_distances_from_publication_hold_whatever_the_day(sentence: str, published: dt.date) -> None:
    (undated,) = find_expressions(sentence)
    (dated,) = find_expressions(sentence, published=published)
    assert undated.earliest is None
    assert undated.latest is None
    low, high = undated.after_reference, undated.before_reference
    assert low is not None or high is not None
    # which of two places a name means may itself depend on the day; then both distances hold
    for expression in (dated, toward(dated, "past", published), toward(dated, "future", published)):
        low, high = expression.after_reference, expression.before_reference
        if expression.earliest and low is not None:
            assert (expression.earliest - published).days >= low
        if expression.latest and high is not None:
            assert (expression.latest - published).days <= high


@pytest.mark.parametrize(
    ("text", "way", "day"),
    [
        ("on Thursday", "past", "2026-02-05"),
        ("on Thursday", "future", "2026-02-12"),
        ("on Saturday", "past", "2026-02-07"),
        ("on Saturday", "future", "2026-02-07"),
        ("in March", "past", "2025-03-01"),
        ("in March", "future", "2026-03-01"),
        ("on 1 February", "future", "2027-02-01"),
        ("by Christmas", "past", "2025-12-25"),
        ("last Thursday", "future", "2026-02-05"),
        ("next week", "past", "2026-02-09"),
        ("on 5 March 2020", "future", "2020-03-05"),
    ],
)
def test_toward(text: str, way: str, day: str) -> None:
    (expression,) = find_expressions(text, published=SATURDAY)
    turned = toward(expression, "past" if way == "past" else "future", SATURDAY)
    assert turned.earliest == dt.date.fromisoformat(day)
    assert (turned.start, turned.end, turned.text) == (expression.start, expression.end, expression.text)


def test_toward_leaves_alone_what_its_sentence_decided() -> None:
    tuesday, friday = find_expressions("between Tuesday and Friday of next week", published=SATURDAY)
    assert toward(tuesday, "past", SATURDAY).earliest in (dt.date(2026, 2, 3), tuesday.earliest)
    assert toward(friday, "past", SATURDAY) == friday


def test_toward_without_a_publication_day() -> None:
    (expression,) = find_expressions("They met on Thursday.")
    assert (expression.after_reference, expression.before_reference) == (-7, 0)
    turned = toward(expression, "future", None)
    assert (turned.value, turned.after_reference, turned.before_reference) == ("XXXX-WXX-4", 0, 7)
    assert turned.earliest is None


def test_the_part_is_kept() -> None:
    (expression,) = find_expressions("A vote on 3 May 2024", part="title")
    assert expression == TimeExpression(
        "title", 10, 20, "3 May 2024", "DATE", "2024-05-03", dt.date(2024, 5, 3), dt.date(2024, 5, 3)
    )


def calls(text: str) -> int:
    """How many functions are called to read a text: a measure of work that no clock disturbs."""
    count = 0

    def note(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        find_expressions(text, published=SATURDAY)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(
    "unit",
    [
        "Monday and ",
        "the ",
        "last ",
        "5, 6 and ",
        "1/",
        "early end of the ",
        "2024-",
        "two two two ",
        "He was to vote on Thursday, ",
        "Q1",
        "...'\"",
        "the 12th and ",
        "every Monday and ",
        "to put it off to May - June ",
        "the week before last all night ",
    ],
)
def test_work_grows_no_faster_than_the_text(unit: str) -> None:
    find_expressions(unit * 10)  # fills the caches
    once, twice = calls(unit * 150), calls(unit * 300)
    assert twice < 2.2 * once + 100


@pytest.mark.parametrize(
    ("address", "value"),
    [
        ("https://news.example.gov/2025/03/07/x", "2025-03-07"),
        ("https://www.paper.co.uk/x", "2025-07-03"),
        ("https://paper.example.com/x", None),
        (None, None),
    ],
)
def test_the_country_of_an_outlet_decides_between_day_and_month(
    address: str | None, value: str | None
) -> None:
    found = find_expressions("It was read on 3/7/2025.", published=SATURDAY, month_first=month_first(address))
    assert [each.value for each in found] == ([value] if value else [])
