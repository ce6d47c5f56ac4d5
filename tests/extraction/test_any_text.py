"""Whatever stands in an article, it is read: sentences spliced at any word have the oddest trees."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.articles import read_pasted
from graph.linking.account import read_account

CASES = Path(__file__).parents[1] / "cases"
ODD = (
    "(AP)",
    "[Report]",
    "—",
    "• Bill 12",
    "***",
    "1.",
    "…",
    "“",
    "The two bills",
    "(Two bills)",
    "#vote @house",
)
DAY = dt.date(2026, 2, 6)
NOTHING_BEFORE = (
    "The chamber has eight Bills before it. The latter was introduced in 2008; a second version lapsed.",
    '"We shall vote again," he told a packed news conference. "Maybe this year, maybe in September of \'96."',
)
"""Texts in which a rule looks for the first of what is not there."""


def sentences() -> list[list[str]]:
    """The words of each sentence of the cases of steps, and of the texts of the other cases."""
    found = list[list[str]]()
    for file in sorted((CASES / "steps").glob("*.toml")):
        table = tomllib.loads(file.read_text(encoding="utf-8"))
        found += [text.split() for told in table["told"] for text in told["sentences"]]
    for file in sorted((CASES / "extraction").glob("*.toml")):
        found += [
            line.split() for line in tomllib.loads(file.read_text(encoding="utf-8"))["text"].split(". ")
        ]
    return found


@st.composite
def spliced(draw: st.DrawFn) -> str:
    """The beginning of one sentence and the end of another, or what no sentence is."""
    if draw(st.integers(0, 4)) == 0:
        return draw(st.sampled_from(ODD))
    first, second = draw(st.sampled_from(SENTENCES)), draw(st.sampled_from(SENTENCES))
    begin, end = draw(st.integers(0, len(first))), draw(st.integers(0, len(second)))
    return " ".join([*first[:begin], *second[end:]]) or "."


SENTENCES = sentences()


@settings(max_examples=100, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(title=spliced(), body=st.lists(spliced(), min_size=1, max_size=12))
def test_spliced_sentences_are_read(title: str, body: list[str]) -> None:
    text = "\n".join(["The Water Bill has many critics.", *body])
    article = read_pasted(text, title=title, published=DAY)
    for claim in read_account(article).claims:
        assert claim.quotes
        assert all(article.part(q.part)[q.start : q.end] == q.exact for q in claim.quotes)


@pytest.mark.parametrize("text", NOTHING_BEFORE)
def test_what_is_never_named_is_no_stumbling_block(text: str) -> None:
    account = read_account(read_pasted(text, title="What happens in Parliament this week", published=DAY))
    assert [sentence.text for sentence in account.sentences]
