"""The annotated corpus keeps its own rules (`data/corpus/README.md`), and the checker notices when not."""

from __future__ import annotations

import copy
import datetime as dt
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph.articles import read_inputs
from graph.corpus import Split, split_of
from graph.lexicons import ROOT
from graph.model import Article
from tests.corpus.checking import annotation_faults, article_faults, shared_sentences

CORPUS = ROOT / "data" / "corpus"


def articles_in(*folders: Path) -> dict[str, Article]:
    found = {}
    for article in read_inputs(folders):
        assert isinstance(article, Article), article
        found[article.id] = article
    return found


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    return articles_in(CORPUS / "articles")


def annotations_in(folder: str) -> dict[str, Any]:
    return {p.stem: json.loads(p.read_text(encoding="utf-8")) for p in (CORPUS / folder).glob("*.json")}


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:
    return annotations_in("gold")


def test_every_article_has_an_annotation_and_the_reverse(
    articles: dict[str, Article], gold: dict[str, Any]
) -> None:
    assert len(gold) >= 286
    assert sorted(articles) == sorted(gold)


@pytest.mark.parametrize("folder", ["gold", "second"])
def test_annotations_have_no_faults(articles: dict[str, Article], folder: str) -> None:
    faults = [
        f"{name}: {fault}"
        for name, annotation in sorted(annotations_in(folder).items())
        for fault in annotation_faults(annotation, articles[name])
    ]
    assert not faults, "\n".join(faults)


def test_what_is_not_learnt_from_is_of_the_parts_that_may_be(articles: dict[str, Article]) -> None:
    names = (CORPUS / "not-learnt.txt").read_text(encoding="utf-8").split()
    assert names == sorted(set(names) & set(articles))
    assert Split.MEASURE not in {split_of(name) for name in names}


def test_front_matter_is_complete(articles: dict[str, Article]) -> None:
    faults = [f"{name}: {fault}" for name, article in articles.items() for fault in article_faults(article)]
    assert not faults, "\n".join(faults)


def test_no_two_articles_retell_one_page(articles: dict[str, Article]) -> None:
    assert len({article.url for article in articles.values()}) == len(articles)


def test_no_two_articles_share_a_long_sentence(articles: dict[str, Article]) -> None:
    stories = articles_in(*sorted(path for path in (ROOT / "data" / "articles").iterdir() if path.is_dir()))
    assert shared_sentences([*articles.values(), *stories.values()]) == []


ARTICLE = Article(
    id="water",
    title="WATER BILL PASSES",
    text="The Senate passed the water bill on Saturday by 1,041 votes to seven, with twenty-one abstentions.",
    published=dt.date(2031, 3, 2),
    outlet="The Paper",
    url="https://paper.example/water",
    retold=True,
)
ANNOTATION: dict[str, Any] = {
    "article": "water",
    "published": "2031-03-02",
    "bills": [{"name": "Water Bill", "aliases": []}],
    "actors": [{"name": "Senate", "kind": "organisation", "aliases": []}],
    "events": [
        {
            "type": ["passage", "third-reading"],
            "outcome": "approved",
            "status": "happened",
            "anchors": ["passed the water bill", "WATER BILL PASSES"],
            "bill": "Water Bill",
            "date": {"earliest": "2031-03-01", "latest": "2031-03-01"},
            "participants": [{"actor": "Senate", "role": "agent"}],
            "votes": {"for": 1041, "against": 7, "abstain": 21},
        }
    ],
}


def test_a_right_annotation_passes() -> None:
    assert list(annotation_faults(ANNOTATION, ARTICLE)) == []
    assert list(article_faults(ARTICLE)) == []


@pytest.mark.parametrize(
    ("key", "value", "fault"),
    [
        ("type", "passing", "unknown type 'passing'"),
        ("type", ["passage", "release"], "unknown type 'release'"),
        ("type", [], "no type"),
        ("outcome", "accepted", "unknown outcome 'accepted'"),
        ("status", ["happened", "expected"], "unknown status 'expected'"),
        ("status", None, "unknown status None"),
        ("anchors", [], "no anchor"),
        ("anchors", ["Passed the water bill"], "anchor does not stand"),
        ("anchors", ["PASSES\nThe Senate"], "anchor does not stand"),
        ("bill", "fire bill", "'fire bill' is not among the bills"),
        ("date", {"earliest": "2031-03-01", "latest": None}, "not in days"),
        ("date", {"earliest": "1 March", "latest": "2031-03-01"}, "not in days"),
        ("date", {"earliest": "2031-02-30", "latest": "2031-03-01"}, "not in days"),
        ("date", {"earliest": "2031-03-02", "latest": "2031-03-01"}, "ends before it begins"),
        ("date", {"earliest": "2031-03-02"}, "not exactly earliest and latest"),
        ("participants", [{"actor": "House", "role": "agent"}], "'House' is not among the actors"),
        ("participants", [{"actor": "Senate", "role": "sponsor"}], "unknown role 'sponsor'"),
        ("votes", {"for": 41, "against": 7, "abstain": None}, "41 does not stand"),
        ("votes", {"for": -1, "against": 7, "abstain": None}, "is no count"),
        ("votes", {"for": 1041, "against": 0, "abstain": None}, "0 does not stand"),
        ("votes", {"for": None, "against": None, "abstain": None}, "without a figure"),
        ("votes", {"yes": 1041}, "not exactly for, against"),
        ("label", "Passage", "unknown keys ['label']"),
    ],
)
def test_a_fault_in_an_event_is_found(key: str, value: object, fault: str) -> None:
    wrong = copy.deepcopy(ANNOTATION)
    wrong["events"][0][key] = value
    assert any(fault in found for found in annotation_faults(wrong, ARTICLE))


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"article": "fire"}, "is said to be of 'fire'"),
        ({"published": "2031-03-03"}, "the article says '2031-03-02'"),
        ({"notes": ""}, "unknown keys ['notes']"),
        ({"bills": [*ANNOTATION["bills"], {"name": "fire bill", "aliases": []}]}, "'fire bill'"),
        ({"bills": ANNOTATION["bills"] * 2}, "'Water Bill' is listed 2 times"),
        ({"bills": [{"name": "Water Bill"}]}, "lacks ['aliases']"),
        ({"actors": [{"name": "Senate", "kind": "chamber", "aliases": []}]}, "unknown kind 'chamber'"),
        ({"actors": [{"name": "Senate", "kind": "person", "aliases": []}]}, "lacks ['offices']"),
        ({"events": ANNOTATION["events"] * 2}, "listed 2 times"),
    ],
)
def test_a_fault_around_the_events_is_found(change: dict[str, Any], fault: str) -> None:
    assert any(fault in found for found in annotation_faults(ANNOTATION | change, ARTICLE))


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"title": ""}, "no title"),
        ({"outlet": None}, "no outlet"),
        ({"published": None}, "no published"),
        ({"url": None}, "no url"),
        ({"url": "paper.example"}, "url is no address"),
        ({"retold": False}, "not marked as retold"),
        ({"notices": ("cut",)}, "cut"),
    ],
)
def test_a_fault_of_the_front_matter_is_found(change: dict[str, Any], fault: str) -> None:
    assert any(fault in found for found in article_faults(replace(ARTICLE, **change)))


def test_a_shared_sentence_is_found_however_it_is_set() -> None:
    other = replace(ARTICLE, id="copy", text=f"Yes.\n\n“{ARTICLE.text.replace(', ', ' – ')}” So it said.")
    short = "The Senate passed the water bill on Saturday by 41 votes."
    alike = [replace(ARTICLE, id=name, text=short) for name in ("one", "two")]
    ((_, names),) = shared_sentences([ARTICLE, other, *alike])
    assert names == ["copy", "water"]
