"""Sentences whose trees once led back to themselves are read to their end."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.articles import read_pasted
from graph.language import parse


@pytest.mark.parametrize(
    "text",
    [
        "The Water Bill is stuck in the Senate. the Lords amendment to the Water Bill by 317 votes to 247.",
        "The Water Bill has many critics. (AP)",
    ],
)
def test_every_word_leads_to_a_root(text: str) -> None:
    article = read_pasted(text, title="", published=dt.date(2026, 2, 6))
    for tree in parse(article).trees:
        for word in tree.doc:
            seen = {word.i}
            while word.head is not word:
                word = word.head
                assert word.i not in seen
                seen.add(word.i)
            assert word not in word.children
