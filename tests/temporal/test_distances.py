"""Days counted from another event."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.temporal import find_distances

# text | distance | days | anchor
CASES = """
They met the day after parliament approved the bill. | the day after | 1..1 | following
It came weeks after a raid by the police. | weeks after | 14.. | following
It was signed a day after the vote. | a day after | 1..1 | following
It was signed two days before the vote. | two days before | -2..-2 | following
A week later the king signed. | A week later | 6..8 | told
Three weeks earlier it had failed. | Three weeks earlier | -24..-18 | told
It takes effect one month after publication. | one month after | 25..34 | following
It takes effect within two months of its passage. | within two months of | 0..62 | following
It must be signed no later than 10 days after it. | no later than 10 days after | 0..10 | following
Notice is due at least 30 days before the vote. | at least 30 days before | ..-30 | following
It passed more than a year after the petition. | more than a year after | 365.. | following
It passed about six weeks after the petition. | about six weeks after | 36..48 | following
It passed ten to twelve weeks after the petition. | ten to twelve weeks after | 67..87 | following
It passed hours after the petition. | hours after | 0..1 | following
It passed 48 hours after the petition. | 48 hours after | 2..2 | following
They are freed immediately after the final vote. | immediately after | 0..1 | following
They were freed shortly after the final vote. | shortly after | 0.. | following
By the time he signed, it was too late. | By the time | ..0 | following
On the eve of the vote he gave way. | On the eve of | -1..-1 | following
The next day he gave way. | The next day | 1..1 | told
The previous evening he had not. | The previous evening | -1..-1 | told
The same day he gave way. | The same day | 0..0 | told
The following week he gave way. | The following week | 1..13 | told
The year before, it had failed. | The year before | -730..-1 | told
The year before the war it had failed. | The year before | -730..-1 | following
Twenty days after that it enters into force. | Twenty days after | 20..20 | told
It enters into force a month from publication. | a month from | 25..34 | following
It was printed five days ahead of the vote. | five days ahead of | -5..-5 | following
"""


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_distance(case: str) -> None:
    text, words, days, anchor = case.split(" | ")
    low, high = (int(part) if part else None for part in days.split(".."))
    (found,) = find_distances(text)
    assert (found.text, found.at_least, found.at_most, found.anchor) == (words, low, high, anchor)


@pytest.mark.parametrize(
    "text",
    [
        "It passed two years ago, and ten days from now it lapses.",
        "It came two weeks later than planned.",
        "After the vote and before the summer they left.",
        "At the same time, they left.",
        "The day before yesterday and the day after tomorrow are far.",
        "Over the next year they wait; he is 17 years older.",
    ],
)
def test_no_distance(text: str) -> None:
    assert find_distances(text) == ()


PIECES = "the a day days week weeks after before later earlier two next same within of 5 at least , . that"


@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES.split()), max_size=30).map(" ".join)))
def test_spans_are_exact_and_bounds_in_order(text: str) -> None:
    end = 0
    for found in find_distances(text):
        assert end <= found.start < found.end
        assert text[found.start : found.end] == found.text
        end = found.end
        assert found.at_least is not None or found.at_most is not None
        if found.at_least is not None and found.at_most is not None:
            assert found.at_least <= found.at_most
