"""A store that is made of an export is the store that was exported."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from graph.__main__ import app
from graph.errors import StoreError
from graph.linking.corrections.log import HEADING
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
    with restore(tmp_path / "backup.nq", tmp_path / "store", replace=True) as store:
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
        restore(tmp_path / "bad.nq", tmp_path / "store", replace=True)
    with Store.open(tmp_path / "store") as store:
        assert [one.id for one in store.articles()] == ["sarvia-pardon"]
    assert len(list((tmp_path / "store").glob("quads-*"))) == 1


def test_a_missing_file_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no such file"):
        restore(tmp_path / "none.nq", tmp_path / "store")


def command(*words: object) -> Result:
    return CliRunner().invoke(app, ["restore", *map(str, words)])


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    with Store.build(tmp_path / "old", noted(), extractor="one") as store:
        export(store, "nquads", tmp_path / "backup.nq")
    return tmp_path / "backup.nq"


def test_the_command_restores_to_the_same_bytes(backup: Path, tmp_path: Path) -> None:
    log = tmp_path / "judged.jsonl"
    log.write_bytes(HEADING)
    result = command(backup, "--store", tmp_path / "new", "--log", log)
    assert result.exit_code == 0, result.stderr
    count = backup.read_bytes().count(b"\n")
    assert result.stdout == f"restored 2 articles, {count} statements; {tmp_path / 'new'}\n"
    with Store.read(tmp_path / "new") as store:
        export(store, "nquads", tmp_path / "again.nq")
    assert (tmp_path / "again.nq").read_bytes() == backup.read_bytes()
    assert (tmp_path / "new" / "corrections.jsonl").read_bytes() == HEADING


def test_the_command_overwrites_nothing_unasked(backup: Path, tmp_path: Path) -> None:
    Store.build(tmp_path / "store", rich.collection()).close()
    result = command(backup, "--store", tmp_path / "store")
    assert result.exit_code == 1
    assert "there is a store here with 1 article (--replace replaces it" in result.stderr
    with Store.read(tmp_path / "store") as store:
        assert [one.id for one in store.articles()] == ["sarvia-pardon"]
    assert command(backup, "--store", tmp_path / "store", "--replace").exit_code == 0
    with Store.read(tmp_path / "store") as store:
        assert [one.id for one in store.articles()] == ["arkania-water", "sarvia-pardon"]


def test_a_log_of_judgements_is_not_overwritten_unasked(backup: Path, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "corrections.jsonl").write_bytes(HEADING + b"{}\n")
    (tmp_path / "judged.jsonl").write_bytes(HEADING)
    result = command(backup, "--store", tmp_path / "new", "--log", tmp_path / "judged.jsonl")
    assert result.exit_code == 1
    assert "there is a log of judgements here (--replace replaces it)" in result.stderr
    assert (tmp_path / "new" / "corrections.jsonl").read_bytes() == HEADING + b"{}\n"


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (["none.nq", "--store", "new"], "none.nq: there is no such file"),
        (["backup.nq", "--store", "new", "--log", "none.jsonl"], "none.jsonl: there is no such file"),
        (["backup.nq", "--store", "new", "--log", "backup.nq"], "the file is no log of judgements"),
        (["backup.nq", "--store", "http://127.0.0.1:9"], "only a folder can be restored"),
    ],
)
def test_the_command_says_what_is_wrong(
    words: list[str], problem: str, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(backup.parent)
    result = command(*words)
    assert result.exit_code == 1
    assert problem in result.stderr
    assert "Traceback" not in result.stderr
