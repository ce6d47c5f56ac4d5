"""What the way from files to the store keeps apart: what was read now, and what was read before."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer

from graph.articles import read_inputs
from graph.commands.reading import extract
from graph.language.tree import Text
from graph.linking.assessment import collect
from graph.pipeline import EXTRACTOR, add, save
from graph.rdf.carried import extractors
from graph.rdf.store import Store
from tests.rdf import accounts, rich


def test_only_articles_that_were_read_now_bear_this_version() -> None:
    with Store.memory(collect([accounts.water()]), extractor="an older one") as store:
        (before,) = store.articles()
        save(store, {"sarvia-pardon": rich.rich()})
        assert extractors(store) == {"arkania-water": "an older one", "sarvia-pardon": EXTRACTOR}
        assert before in store.articles()


def test_an_article_that_breaks_a_rule_is_refused_and_the_next_is_read(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def country_of(text: Text) -> str | None:
        return text.article.text.split()[9999] if "Odd" in text.article.text else None

    monkeypatch.setattr("graph.extraction.steps.country_of", country_of)
    (tmp_path / "odd.txt").write_text("The House passed the Odd Bill on Monday.", encoding="utf-8")
    (tmp_path / "plain.txt").write_text("The House passed the Plain Bill on Monday.", encoding="utf-8")
    with Store.memory(collect([])) as store:
        report = add(store, read_inputs([tmp_path]))
        (refused,) = report.refused
        assert report.count("read") == 1
        assert [article.id for article in store.articles()] == ["plain"]
    assert "IndexError in test_pipeline.py" in refused.problem
    assert "the other articles are read" in refused.problem
    with pytest.raises(typer.Exit):
        extract([str(tmp_path)])
    told = capsys.readouterr()
    assert "refused: odd: a rule of the program breaks on it" in told.err
    assert "Plain Bill" in told.out
