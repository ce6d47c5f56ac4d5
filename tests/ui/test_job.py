"""The job that reads articles: what it saves, what it leaves, and how it ends."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from graph.articles import read_inputs, read_pasted
from graph.errors import InputError
from graph.model import Article
from graph.rdf.store import Store
from graph.ui import job
from graph.ui.job import Job, known_sources, told_apart
from tests.conftest import SMALL, STORY

TEXT = "The Senate of Arkania adopted the water bill on 3 March 2031."


def article(name: str, text: str = TEXT) -> Article:
    return replace(read_pasted(text, title="Water bill adopted"), id=name)


def ran(folder: Path, *given: Article | InputError) -> Job:
    made = Job(folder, given)
    made.start()
    assert made.wait(60)
    return made


def test_what_is_read_stands_in_the_store(tmp_path: Path) -> None:
    done = ran(tmp_path / "s", article("one"), InputError("is broken", place="two.txt"))
    assert (done.saved, done.problem, done.ended) == (True, "", True)
    assert [(o.place, o.result) for o in done.outcomes] == [("one", "read"), ("two.txt", "refused")]
    assert list(known_sources(tmp_path / "s")) == ["one"]


def test_what_the_store_has_is_not_read_again(own_store: Path) -> None:
    before = Store.revision_at(own_store)
    done = ran(own_store, *read_inputs([STORY / f"{SMALL[0]}.md"]))
    assert [o.result for o in done.outcomes] == ["unchanged"]
    assert done.saved
    assert Store.revision_at(own_store) == before


def test_refused_records_alone_make_no_store(tmp_path: Path) -> None:
    assert ran(tmp_path / "s", InputError("is broken", place="x")).saved
    assert known_sources(tmp_path / "s") == {}


def test_a_cancelled_job_saves_nothing(tmp_path: Path) -> None:
    made = Job(tmp_path / "s", [article("one")])
    made.cancel()
    made.start()
    assert made.wait(60)
    assert not made.saved
    assert made.problem.startswith("You stopped the reading.")
    assert not (tmp_path / "s").exists()


def test_a_store_in_use_is_said_and_nothing_is_saved(own_store: Path) -> None:
    with Store.open(own_store):
        done = ran(own_store, article("one"))
    assert not done.saved
    assert "Nothing was saved" in done.problem
    assert "one" not in known_sources(own_store)


def test_a_fault_of_the_program_ends_the_job_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(articles: object) -> None:
        raise RuntimeError("a fault")

    monkeypatch.setattr(job, "accounts_of", broken)
    made = Job(tmp_path / "s", [article("one")])
    with pytest.raises(RuntimeError, match="a fault"):
        made._run()
    assert made.ended
    assert made.problem.startswith("The reading broke off.")


def test_two_jobs_at_once_both_save(tmp_path: Path) -> None:
    one = Job(tmp_path / "s", [article("one")])
    two = Job(tmp_path / "s", [article("two", TEXT + " The President signed it.")])
    one.start()
    two.start()
    assert one.wait(60)
    assert two.wait(60)
    assert set(known_sources(tmp_path / "s")) == {"one", "two"}


def test_another_article_of_the_same_name_gets_a_number() -> None:
    known = [article("news"), article("news-2", "Something else was said.")]
    other = article("news", "The House rejected it.")
    same = article("news")
    again, third, error = told_apart([same, other, wrong := InputError("x")], known)
    assert again is same
    assert isinstance(third, Article)
    assert third.id == "news-3"
    assert error is wrong
    ids = [
        one.id
        for one in told_apart([other, article("news", "A third text.")], [])
        if isinstance(one, Article)
    ]
    assert ids == ["news", "news-2"]
