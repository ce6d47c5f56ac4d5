"""Parts of a corpus: which article is in which, what the command prints, what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from graph.__main__ import app
from graph.commands.reading import Part
from graph.corpus import Split, read_corpus, split_of
from graph.errors import FormatError
from graph.lexicons import ROOT
from tests.corpus.checking import gathered_first

CORPUS = ROOT / "data" / "corpus"
# One name for each part, found by trying; written down so that a change of the rule is noticed.
NAMES = {"water-bill-1": Split.DEVELOP, "water-bill-5": Split.TRAIN, "water-bill-2": Split.MEASURE}
ARTICLE = "---\ntitle: Vote\npublished: 2031-03-02\n---\n\nThe Senate passed the water bill on Saturday.\n"


def annotation(name: str) -> dict[str, object]:
    event = {
        "type": "passage",
        "outcome": "approved",
        "status": "happened",
        "anchors": ["passed the water bill"],
        "bill": "water bill",
        "date": {"earliest": "2031-03-01", "latest": "2031-03-01"},
        "participants": [{"actor": "Senate", "role": "agent"}],
        "votes": None,
    }
    return {
        "article": name,
        "published": "2031-03-02",
        "bills": [{"name": "water bill", "aliases": []}],
        "actors": [{"name": "Senate", "kind": "organisation", "aliases": []}],
        "events": [event],
    }


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for folder in ("gold", "articles"):
        (tmp_path / folder).mkdir()
    for name in NAMES:
        (tmp_path / "gold" / f"{name}.json").write_text(json.dumps(annotation(name)), encoding="utf-8")
        (tmp_path / "articles" / f"{name}.md").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def evaluate(corpus: Path, *options: str) -> Result:
    return CliRunner().invoke(app, ["evaluate", str(corpus / "gold"), str(corpus / "articles"), *options])


def test_an_article_s_part_follows_from_its_name() -> None:
    assert {name: split_of(name) for name in NAMES} == NAMES


def test_the_parts_of_our_own_corpus_are_about_half_a_fifth_and_three_tenths() -> None:
    names = gathered_first(CORPUS)
    shares = {split: sum(split_of(name) is split for name in names) / len(names) for split in Split}
    assert shares == pytest.approx({Split.DEVELOP: 0.5, Split.TRAIN: 0.2, Split.MEASURE: 0.3}, abs=0.1)


def test_parts_do_not_meet_and_make_the_whole(corpus: Path) -> None:
    whole = read_corpus(corpus / "gold", [corpus / "articles"])
    parts = [read_corpus(corpus / "gold", [corpus / "articles"], split) for split in Split]
    assert sorted(name for part in parts for name in part.articles) == sorted(whole.articles)
    assert all(split_of(name) is part.split for part in parts for name in part.articles)


def test_the_digest_knows_texts_and_annotations_but_not_the_layout(corpus: Path) -> None:
    def digest() -> str:
        return read_corpus(corpus / "gold", [corpus / "articles"]).digest

    before = digest()
    gold, article = corpus / "gold" / "water-bill-1.json", corpus / "articles" / "water-bill-1.md"
    gold.write_text(json.dumps(annotation("water-bill-1"), indent=3), encoding="utf-8")
    assert digest() == before
    gold.write_text(json.dumps(annotation("water-bill-1") | {"bills": []}), encoding="utf-8")
    changed = digest()
    article.write_text(ARTICLE.replace("Saturday", "Friday"), encoding="utf-8")
    assert len({before, changed, digest()}) == 3


def test_a_part_without_annotations_is_an_error(corpus: Path) -> None:
    (corpus / "gold" / "water-bill-5.json").unlink()
    with pytest.raises(FormatError, match="no annotation belongs to the part train"):
        read_corpus(corpus / "gold", [], Split.TRAIN)


def test_the_card_names_part_size_and_digest(corpus: Path) -> None:
    result = evaluate(corpus, "--split", "develop")
    assert result.exit_code == 0, result.output
    digest = read_corpus(corpus / "gold", [corpus / "articles"], Split.DEVELOP).digest
    assert result.stdout.splitlines()[0] == f"develop: 1 article, corpus {digest}"
    assert evaluate(corpus).stdout.startswith("all: 3 articles, corpus ")
    figures = json.loads(evaluate(corpus, "--split", "develop", "--json").stdout)
    assert (figures["split"], figures["articles"], figures["corpus"]) == ("develop", 1, digest)
    assert figures["stages"]["gold"] == 1


def test_only_articles_of_some_names_are_read(corpus: Path) -> None:
    assert evaluate(corpus, "--names", "*-bill-[12]").stdout.startswith("all: 2 articles, corpus ")
    refused = evaluate(corpus, "--names", "fishing-*")
    assert refused.exit_code == 1
    assert "no annotation is there and is named fishing-*" in refused.output


def test_measure_is_shown_in_totals_only(corpus: Path) -> None:
    refused = evaluate(corpus, "--split", "measure", "--misses")
    assert refused.exit_code == 2
    assert "measure is looked at in totals only" in " ".join(refused.output.replace("│", " ").split())
    allowed = evaluate(corpus, "--split", "measure")
    assert allowed.exit_code == 0
    assert "water-bill" not in allowed.output


def test_an_annotation_without_its_article_is_told(corpus: Path) -> None:
    (corpus / "articles" / "water-bill-2.md").unlink()
    result = evaluate(corpus, "--split", "measure")
    assert result.exit_code == 1
    assert "no article for the annotation water-bill-2" in result.stderr


def test_the_command_offers_the_parts_there_are() -> None:
    assert [part.value for part in Part] == [split.value for split in Split]
