"""Quoted words are found again wherever they have moved to, and missed where they are no longer said."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graph.linking.corrections.anchoring import Anchor, anchor_at, anchor_words, find
from graph.model import Article, Quote
from tests.strategies import calm

TEXT = st.text(st.sampled_from("ab é.\n\U0001f600"), max_size=40)


def article(text: str) -> Article:
    return Article("a", "A title", text)


@calm
@given(TEXT, TEXT, TEXT)
def test_words_are_found_where_they_stand_whatever_is_put_before_and_after(
    before: str, after: str, more: str
) -> None:
    words = "The bill passed."
    anchor = anchor_at(article(f"{before}{words}{after}"), "text", len(before), len(before) + len(words))
    moved = f"{more}\n{before}{words}{after}{more}"
    assert find(article(moved), anchor) == Quote(
        "text", len(more) + 1 + len(before), len(more) + 1 + len(before) + len(words), words
    )


@calm
@given(TEXT, TEXT)
def test_of_two_places_the_surroundings_choose(first: str, second: str) -> None:
    text = f"First{first}. It passed. End.\nThen{second}, it did. It passed. Again?"
    place = text.rindex("It passed.")
    anchor = anchor_at(article(text), "text", place, place + 10)
    found = find(article(f"New.\n{text}"), anchor)
    assert isinstance(found, Quote)
    assert found.start == place + 5


def test_words_that_changed_are_gone() -> None:
    anchor = Anchor("text", "The bill passed.", "", "")
    assert find(article("The bill failed."), anchor) == "gone"
    assert find(Article("a", "The bill passed.", "Nothing."), anchor) == "gone"


def test_where_the_surroundings_agree_equally_nobody_can_say() -> None:
    assert find(article("It passed. It passed."), Anchor("text", "It passed.", "xx", "yy")) == "several"


def test_words_that_a_person_gives_must_stand_there_once() -> None:
    text = article("It passed. It failed. It passed.")
    assert anchor_words(text, "It failed.") == Anchor("text", "It failed.", "It passed. ", " It passed.")
    assert anchor_words(text, "It passed.") == "several"
    assert anchor_words(text, "It slept.") == "gone"
    assert anchor_words(text, "") == "gone"
