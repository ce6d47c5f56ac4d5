"""The second annotation: of which articles it is, and how it is compared with the first."""

from __future__ import annotations

import copy

import pytest

from graph.corpus import Split, split_of
from tests.corpus.agreement import CORPUS, agreement, fifth, main
from tests.corpus.checking import gathered_first
from tests.corpus.test_annotations import ANNOTATION, ARTICLE

ARTICLES = {ARTICLE.id: ARTICLE}


def test_the_articles_annotated_twice_are_the_fifth_that_the_digest_picks_and_the_news_of_measure() -> None:
    names = {path.stem for path in (CORPUS / "gold").glob("news-*.json")}
    news = {name for name in names if split_of(name) is Split.MEASURE}
    assert {path.stem for path in (CORPUS / "second").glob("*.json")} == {
        *fifth(gathered_first(CORPUS)),
        *news,
    }


def test_an_annotation_agrees_with_itself() -> None:
    card = agreement([ANNOTATION], [ANNOTATION], ARTICLES)
    found = ("stages", "strict stages", "participants", "actors", "bills")
    assert [card.tallies[name].f1 for name in found] == [1.0] * len(found)
    assert {rate.accuracy for rate in card.rates.values()} == {1.0}


def test_anchors_of_one_sentence_meet_though_no_word_is_shared() -> None:
    other = copy.deepcopy(ANNOTATION)
    other["events"][0] |= {"anchors": ["by 1,041 votes to seven"], "status": ["promised", "happened"]}
    card = agreement([ANNOTATION], [other], ARTICLES)
    assert card.tallies["stages"].hit == 1
    assert card.rates["status"].accuracy == 0.0


def test_articles_annotated_once_do_not_count() -> None:
    card = agreement([ANNOTATION, ANNOTATION | {"article": "fire"}], [ANNOTATION], ARTICLES)
    assert (card.articles, card.tallies["stages"].gold) == (1, 1)


def test_the_corpus_s_description_states_what_the_command_prints(capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == 0
    assert capsys.readouterr().out in (CORPUS / "README.md").read_text(encoding="utf-8")
