"""Which state an article is about: by names, bodies, parties, its outlet and its address."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.corpus import Split, split_of
from graph.extraction.country import country_of
from graph.extraction.lexicon import states
from graph.extraction.steps import parse
from graph.lexicons import ROOT
from graph.model import Article
from tests.corpus.test_annotations import articles_in

_SHORT = {"us": "United States", "uk": "United Kingdom", "eu": "European Union", "korea": "South Korea"}


def country(
    text: str, title: str = "", outlet: str = "The Paper", url: str = "https://paper.example"
) -> str | None:
    article = Article(id="a", title=title, text=text, published=dt.date(2026, 2, 6), outlet=outlet, url=url)
    return country_of(parse(article))


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("The Sejm passed the bill.", "Poland"),
        ("The National Assembly of Kenya passed the bill.", "Kenya"),
        ("Victoria passed the bill. The Premier of Victoria is glad.", "Victoria"),
        ("The Executive asked Peru's Congress to pass the bill.", "Peru"),
        (
            "MP Aden Holm asked the National Assembly in Nairobi to pass it. Male heirs are glad.",
            "Kenya",
        ),
        ("The Senate and the House of Representatives passed the bill.", "United States"),
        ("The Senate in Manila and the House of Representatives passed the bill.", "Philippines"),
        (
            "Spain's Congress passed the Catalan amnesty bill. The Congress and the Senate heard Catalans.",
            "Spain",
        ),
        ("The minister read the bill.", None),
    ],
)
def test_names_and_bodies_tell_the_state(text: str, state: str | None) -> None:
    assert country(text) == state


@pytest.mark.parametrize(
    ("outlet", "url", "state"),
    [
        ("Jamaica Times", "https://paper.example.jm/1", "Jamaica"),
        ("The Paper", "https://paper.example.jm/1", None),
        ("The Paper", "https://paper.example.tv/1", None),
    ],
)
def test_outlet_and_address_tell_it_where_the_text_does_not(outlet: str, url: str, state: str | None) -> None:
    assert country("The minister read the bill.", outlet=outlet, url=url) == state


def _expected(name: str) -> str | None:
    """Return the state with which the name of an article of the corpus begins."""
    words, table = name.removeprefix("news-").split("-"), states()
    for last in (4, 3, 2, 1):
        told = " ".join(words[:last])
        state = _SHORT.get(told) or table.by_name.get(told)
        for further in (3, 2, 1) if state else ():
            part = table.by_name.get(" ".join(words[last : last + further]))
            if part and table.tables[part].get("part_of") == state:
                return part
        if state:
            return state
    return None


def test_the_states_of_the_annotated_articles() -> None:
    articles = articles_in(ROOT / "data" / "corpus" / "articles")
    found = [
        (name, _expected(name), country_of(parse(article)))
        for name, article in sorted(articles.items())
        if split_of(name) is not Split.MEASURE
    ]
    wrong = [each for each in found if each[2] is not None and each[1] != each[2]]
    right = [each for each in found if each[1] == each[2]]
    assert len(wrong) <= 0.03 * len(found), wrong
    assert len(right) >= 0.94 * len(found), [each for each in found if each not in right]
