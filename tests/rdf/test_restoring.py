"""A store that is made of an export is the store that was exported."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.model import Collection, Correction
from graph.rdf.export import export
from graph.rdf.restoring import restore
from graph.rdf.store import Store
from graph.terms import Standing, Verdict
from tests.rdf import accounts, rich
from tests.rdf.test_export import BOTH


def noted() -> Collection:
    """Two articles, one with notices out of order and a corrected day."""
    day = Correction(
        *("correction/day", Verdict.CHANGE, "Ana", dt.datetime(2031, 3, 9, tzinfo=dt.UTC), "print"),
        *(Standing.APPLIED, "article/arkania-water", "published", "2031-03-03", "2031-03-04"),
    )
    article = replace(accounts.WATER, notices=("second", "first"))
    return replace(
        BOTH, accounts=(replace(accounts.water(), article=article, corrections=(day,)), rich.rich())
    )


def lines(store: Store) -> list[bytes]:
    return sorted(store.nquads().splitlines())


def test_a_restored_store_has_the_same_dump_and_the_same_ledger(tmp_path: Path) -> None:
    versions = {"arkania-water": "one", "sarvia-pardon": "two"}
    with Store.build(tmp_path / "old", noted(), extractor=versions) as old:
        export(old, "nquads", tmp_path / "backup.nq")
        with restore(tmp_path / "backup.nq", tmp_path / "new") as new:
            assert lines(new) == lines(old)
            assert new.articles() == old.articles()
            assert not new.replace_all(noted().accounts, extractor=versions)
            assert not new.replace_assessments(noted())
    with Store.open(tmp_path / "new") as again:
        assert len(again.articles()) == 2


def test_restoring_replaces_what_was_there_in_one_step(tmp_path: Path) -> None:
    with Store.memory(accounts.collection()) as one:
        export(one, "nquads", tmp_path / "backup.nq")
    Store.build(tmp_path / "store", rich.collection()).close()
    with restore(tmp_path / "backup.nq", tmp_path / "store") as store:
        assert [one.id for one in store.articles()] == ["arkania-water"]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b'<a:a> <a:b> "c" .\n', r"line 1: .*no statement of a graph"),
        (b"nonsense\n", "no statement of a graph"),
        (b"<a:a> <a:b> nonsense <a:g> .\n", "no N-Quads"),
        (b"<a:a> <a:b> <a:c> <a:g> .\n", "a graph in it holds no article"),
        (b"<a:a> <a:b> <a:c> <a:%s> .\n" * 3 % (b"g", b"h", b"g"), "do not stand together"),
    ],
)
def test_what_is_no_export_is_refused_and_the_store_stays(
    tmp_path: Path, content: bytes, problem: str
) -> None:
    (tmp_path / "bad.nq").write_bytes(content)
    Store.build(tmp_path / "store", rich.collection()).close()
    with pytest.raises(StoreError, match=problem):
        restore(tmp_path / "bad.nq", tmp_path / "store")
    with Store.open(tmp_path / "store") as store:
        assert [one.id for one in store.articles()] == ["sarvia-pardon"]
    assert len(list((tmp_path / "store").glob("quads-*"))) == 1


def test_a_missing_file_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no such file"):
        restore(tmp_path / "none.nq", tmp_path / "store")
