"""Time expressions are compared as TempEval-3 compares them."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.errors import FormatError
from graph.model import Article
from graph.time_score import TimeCard, Timex, annotated, compared, found_in

ARTICLE = Article(
    id="water",
    title="Vote on Monday",
    text="It passed on Monday. A second Monday came, and Mondays followed.",
    published=dt.date(2031, 3, 5),
)


def timex(start: int, end: int, value: str = "2031", kind: str = "DATE") -> Timex:
    return Timex("text", start, end, "x" * (end - start), kind, value)


def entry(words: str, occurrence: int = 1, part: str = "text") -> dict[str, object]:
    return {"part": part, "words": words, "occurrence": occurrence, "type": "DATE", "value": "2031-03-03"}


def test_words_and_occurrence_give_offsets() -> None:
    found = annotated(
        {"article": "water", "expressions": [entry("Monday", 2), entry("Monday", 1, "title")]}, ARTICLE
    )
    assert [(each.part, each.start, each.end) for each in found] == [("title", 8, 14), ("text", 30, 36)]


def test_a_part_of_a_word_is_no_occurrence() -> None:
    with pytest.raises(FormatError, match="does not occur 3 times"):
        annotated({"article": "water", "expressions": [entry("Monday", 3)]}, ARTICLE)


def test_spans_that_overlap_count_as_relaxed_and_their_values_as_found() -> None:
    card = TimeCard()
    compared(card, "water", [timex(0, 9), timex(20, 30)], [timex(4, 9), timex(20, 30, "2032"), timex(40, 44)])
    assert (card.strict.hit, card.relaxed.hit, card.value.hit) == (1, 2, 1)
    assert (card.value.gold, card.value.system) == (2, 3)
    assert card.value.f1 == pytest.approx(0.4)


def test_one_long_span_answers_one_annotation_only() -> None:
    card = TimeCard()
    compared(card, "water", [timex(0, 4), timex(6, 9)], [timex(0, 9)])
    assert (card.relaxed.hit, card.relaxed.gold) == (1, 2)


def test_type_is_compared_where_spans_overlap() -> None:
    card = TimeCard()
    compared(card, "water", [timex(0, 4), timex(6, 9)], [timex(0, 4, kind="TIME")])
    assert (card.type.right, card.type.of) == (0, 1)


def test_misses_say_what_is_wrong() -> None:
    card = TimeCard()
    compared(card, "water", [timex(0, 2), timex(6, 9)], [timex(6, 9, "2032"), timex(20, 23)])
    assert card.misses == [
        "water: missed “xx” DATE 2031",
        "water: extra “xxx” DATE 2031",
        "water: “xxx” is DATE 2032, annotated DATE 2031",
    ]


def test_title_and_text_are_read() -> None:
    found = found_in(ARTICLE)
    assert [(each.part, each.words) for each in found][:2] == [("title", "Monday"), ("text", "Monday")]
