"""The shipped pipeline on whole articles: offsets, names as one word, passages set aside, hostile text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.articles import read_pasted
from graph.language import Text, parse
from graph.language.roles import agents, patients
from graph.model import Article, Passage
from graph.terms import SentenceUse


def parsed(text: str, title: str = "") -> Text:
    return parse(read_pasted(text, title=title))


def done_by(text: str, verb: str) -> tuple[list[str], list[str]]:
    (tree,) = parsed(text).trees
    token = next(token for token in tree.doc if token.text == verb)
    return [t.text for t in agents(token)], [t.text for t in patients(token)]


@pytest.mark.parametrize(
    ("text", "verb", "who", "what"),
    [
        ("The Senate passed the bill.", "passed", ["Senate"], ["bill"]),
        ("The bill was passed by the Senate.", "passed", ["Senate"], ["bill"]),
        ("The Senate and the House passed the bill.", "passed", ["Senate", "House"], ["bill"]),
        ("The Senate is expected to pass the bill.", "pass", ["Senate"], ["bill"]),
        ("It sat again after the House had passed the bill.", "passed", ["House"], ["bill"]),
        ("President Ada Maria Holm signed the bill.", "signed", ["Holm"], ["bill"]),
    ],
)
def test_who_did_what(text: str, verb: str, who: list[str], what: list[str]) -> None:
    assert done_by(text, verb) == (who, what)


def test_a_name_is_one_word_with_its_whole_span() -> None:
    (tree,) = parsed("President Ada Maria Holm signed the bill.").trees
    spans = {token.text: tree.spans[token.i] for token in tree.doc}
    start, end = spans["Holm"]
    assert tree.sentence.text[start:end] == "Ada Maria Holm"


@pytest.mark.parametrize(
    "opening",
    ["LUNDBY, Feb. 5 (staff) -- ", "LUNDBY 05/02 (NEA) = ", "Nord Lundby, February 5/2026 – ", "LUNDBY — "],
)
def test_where_a_report_comes_from_is_no_word_of_it(opening: str) -> None:
    (tree,) = parsed(f"{opening}The Senate passed the bill.").trees
    assert [token.text for token in tree.doc] == ["The", "Senate", "passed", "the", "bill", "."]


@pytest.mark.parametrize("opening", ["The House (which met) - ", "Bill 12/03 - "])
def test_what_only_looks_like_it_stays(opening: str) -> None:
    (tree,) = parsed(f"{opening}the Senate had passed it.").trees
    assert tree.doc[0].text in opening


def test_words_of_a_tree_are_the_articles_own() -> None:
    text = "The House passed H.R. 3093, the Clean Rivers Act, by 281-142 on July 26 (AP)."
    (tree,) = parsed(text).trees
    assert tree.words(tree.doc) == text.removesuffix(".") + "." or tree.words(tree.doc) in text


def test_passages_that_are_no_running_text_are_set_aside() -> None:
    text = "The Senate passed the bill.\nShare this article"
    article = Article("a", "", text, set_aside=(Passage(28, len(text), "share"),))
    found = parse(article)
    assert [tree.sentence.text for tree in found.trees] == ["The Senate passed the bill."]
    assert [(s.use, s.reason) for s in found.skipped] == [(SentenceUse.SET_ASIDE, "share")]


@pytest.mark.parametrize(
    "text",
    [
        '"' * 4_000 + " The Senate passed the bill.",
        "$" * 4_000,
        "word " * 100_000,
        "e" + "\u0301" * 100_000,
        "(" * 3_000 + ")" * 3_000,
    ],
    ids=["quotes", "dollars", "one sentence of 500,000 characters", "combining marks", "brackets"],
)
def test_hostile_texts_are_read_or_reported(text: str) -> None:
    found = parse(Article("a", "", text))
    told = [tree.sentence.text for tree in found.trees] + [sentence.text for sentence in found.skipped]
    assert "".join("".join(told).split()) == "".join(text.split())
    assert all(sentence.reason for sentence in found.skipped)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=300))
def test_every_span_stands_in_the_text(text: str) -> None:
    article = Article("a", "", text)
    found = parse(article)
    for tree in found.trees:
        assert article.text[tree.sentence.start : tree.sentence.end] == tree.sentence.text
        assert all(tree.sentence.start <= a < b <= tree.sentence.end for a, b in tree.spans)
        assert len(tree.spans) == len(tree.doc)


def test_a_title_that_only_opens_the_text_is_set_aside() -> None:
    text = parsed(
        "The Senate passed the harbour bill by 62-36 on Tuesday.",
        title="The Senate passed the harbour bill by 62-3",
    )
    assert ([tree.kind for tree in text.trees], text.skipped[0].reason) == (["running"], "opens the text")


def test_a_heading_that_runs_into_the_text_is_a_headline() -> None:
    text = parsed("Senate Approves Harbour Bill Washington-- The Senate approved it on Tuesday.")
    assert [tree.kind for tree in text.trees] == ["headline", "running"]
