"""What is saved is whole, stays, and says so; who comes second hears it in plain words."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from graph.errors import (
    DamagedError,
    QueryError,
    SchemaError,
    StoreDamagedError,
    StoreError,
    StoreInUseError,
    StoreMissingError,
)
from graph.model import Account, Collection, Quote
from graph.rdf.digests import source_digest
from graph.rdf.ledger import FILE
from graph.rdf.mapping import collection_in_order
from graph.rdf.store import Store
from tests.rdf.accounts import WATER, collection, water
from tests.rdf.rich import rich
from tests.strategies import HOSTILE

SMALL = collection()


def named(name: str) -> Account:
    """The small account as another article."""
    return replace(water(), article=replace(WATER, id=name))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "store"


def lines(store: Store) -> list[bytes]:
    return sorted(store.nquads().splitlines())


def test_what_is_built_is_there_when_opened_again(folder: Path) -> None:
    with Store.build(folder, SMALL, extractor="1") as store:
        assert store.collection() == collection_in_order(SMALL)
    with Store.open(folder) as store:
        assert store.collection() == collection_in_order(SMALL)
        assert [one.id for one in store.articles()] == ["arkania-water"]
        assert store.articles()[0].source == source_digest(WATER, "1")
        assert store.account("arkania-water") == collection_in_order(SMALL).accounts[0]


def test_replacing_one_by_one_in_any_order_gives_the_same_as_building(folder: Path, tmp_path: Path) -> None:
    accounts = [rich(), water(), named("third")]
    whole = Collection(tuple(accounts), SMALL.assessments, SMALL.names)
    with Store.build(folder, whole) as built, Store.open(tmp_path / "other", create=True) as store:
        for account in random.Random(3).sample(accounts, 3):
            assert store.replace(account)
        store.replace_assessments(whole)
        assert lines(store) == lines(built)
        assert store.articles() == built.articles()


def test_the_same_again_writes_nothing(folder: Path) -> None:
    with Store.build(folder, SMALL) as store:
        before = store.revision
        assert not store.replace(water())
        assert not store.replace_assessments(SMALL)
        assert store.revision == before


def test_every_change_raises_the_revision_seen_from_outside(folder: Path) -> None:
    with Store.open(folder, create=True) as store:
        seen = [Store.revision_at(folder)]
        for change in (
            lambda: store.replace(water()),
            lambda: store.replace_assessments(SMALL),
            lambda: store.replace(replace(water(), positions=())),
            lambda: store.remove("arkania-water"),
        ):
            assert change()
            seen.append(Store.revision_at(folder))
        assert seen == sorted(set(seen))
        assert store.revision == seen[-1]


def test_a_replaced_article_leaves_nothing_behind(folder: Path) -> None:
    with Store.open(folder, create=True) as store:
        store.replace(water())
        store.replace(replace(water(), positions=(), claims=()))
        assert store.account("arkania-water").positions == ()
        store.remove("arkania-water")
        assert lines(store) == []
        assert store.articles() == ()
        assert not store.remove("arkania-water")
        with pytest.raises(StoreError, match="no article 'arkania-water'"):
            store.account("arkania-water")


def test_rebuilding_replaces_everything_and_keeps_one_folder_of_quads(folder: Path) -> None:
    Store.build(folder, SMALL).close()
    with Store.build(folder, Collection((rich(),))) as store:
        assert [one.id for one in store.articles()] == ["sarvia-pardon"]
    assert len(list(folder.glob("quads-*"))) == 1
    with Store.open(folder) as store:
        assert [account.article.id for account in store.collection().accounts] == ["sarvia-pardon"]


def test_a_build_that_fails_leaves_the_old_store(folder: Path) -> None:
    Store.build(folder, SMALL).close()
    broken = replace(water(), claims=(replace(water().claims[0], quotes=(Quote("text", 0, 1, "?"),)),))
    with pytest.raises(DamagedError):
        Store.build(folder, Collection((rich(), broken)))
    with Store.open(folder) as store:
        assert store.collection() == collection_in_order(SMALL)
    assert len(list(folder.glob("quads-*"))) == 1


def test_a_bad_account_in_a_batch_changes_nothing(folder: Path) -> None:
    broken = replace(water(), claims=(replace(water().claims[0], confidence=2),))
    with Store.open(folder, create=True) as store:
        with pytest.raises(DamagedError):
            store.replace_all([rich(), broken])
        assert store.articles() == ()
        assert lines(store) == []


def test_no_store_is_no_reason_to_make_one(folder: Path) -> None:
    for way in (Store.open, Store.read, Store.revision_at):
        with pytest.raises(StoreMissingError, match="no store here"):
            way(folder)
    assert not folder.exists()


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "holiday.txt").write_text("mine")
    with pytest.raises(StoreError, match=r"holiday\.txt.*choose an empty folder"):
        Store.open(tmp_path, create=True)
    assert [file.name for file in tmp_path.iterdir()] == ["holiday.txt"]


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("mine")
    with pytest.raises(StoreError, match="cannot be made"):
        Store.open(tmp_path / "store", create=True)


def test_a_second_writer_hears_that_the_store_is_in_use(folder: Path) -> None:
    code = f"from graph.rdf.store import Store; Store.open({str(folder)!r})"
    with Store.build(folder, SMALL):
        with pytest.raises(StoreInUseError, match=f"{folder}: the store is in use"):
            Store.open(folder)
        other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
        assert "the store is in use by another process" in other.stderr
    Store.open(folder).close()


def test_a_reader_sees_the_store_as_it_was_beside_a_writer(folder: Path) -> None:
    with Store.build(folder, SMALL) as writer, Store.read(folder) as reader:
        assert reader.revision == writer.revision
        writer.replace(rich())
        assert [one.article.id for one in reader.collection().accounts] == ["arkania-water"]
        assert reader.revision < writer.revision
        with pytest.raises(StoreError, match="reading only"):
            reader.replace(rich())
        with Store.read(folder) as later:
            assert len(later.articles()) == 2


def test_a_missing_graph_is_noticed_when_opened(folder: Path) -> None:
    with Store.build(folder, SMALL) as store:
        store._quads.update("DROP ALL")
        store._quads.flush()
    for way in (Store.open, Store.read):
        with pytest.raises(
            StoreDamagedError, match="1 saved articles are missing, the first 'arkania-water'"
        ):
            way(folder)


def test_missing_quads_are_damage(folder: Path) -> None:
    Store.build(folder, SMALL).close()
    for quads in folder.glob("quads-*"):
        quads.rename(folder / "gone")
    for way in (Store.open, Store.read):
        with pytest.raises(StoreDamagedError, match=r"missing.*build the store again"):
            way(folder)


def test_a_flipped_file_is_damage(folder: Path) -> None:
    Store.build(folder, Collection((rich(),))).close()
    for current in folder.glob("quads-*/CURRENT"):
        current.write_bytes(b"MANIFEST-999999\n")
    with pytest.raises(StoreDamagedError, match=r"the quads.*build the store again"):
        Store.open(folder)


def test_another_format_is_refused(folder: Path) -> None:
    Store.build(folder, SMALL).close()
    with sqlite3.connect(folder / FILE) as base:
        base.execute("UPDATE state SET value = '99' WHERE key = 'schema'")
    base.close()
    with pytest.raises(SchemaError, match=r"format 99, this version reads 1"):
        Store.open(folder)


def test_a_ledger_of_noise_is_damage(folder: Path) -> None:
    folder.mkdir()
    (folder / FILE).write_bytes(b"no ledger at all" * 100)
    for way in (Store.open, Store.read, Store.revision_at):
        with pytest.raises(StoreDamagedError, match="ledger cannot be read"):
            way(folder)


def test_an_interrupted_write_is_not_called_saved_and_is_written_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(folder, create=True) as store:
        store.replace(water())
        changed = replace(water(), positions=())
        with monkeypatch.context() as patch:
            patch.setattr(store, "_flush", lambda: (_ for _ in ()).throw(StoreError("no space")))
            with pytest.raises(StoreError, match="no space"):
                store.replace(changed)
        assert store.articles() == ()
        assert store.replace(changed)
        assert len(store.articles()) == 1
        with monkeypatch.context() as patch:
            patch.setattr(store, "_flush", lambda: (_ for _ in ()).throw(StoreError("no space")))
            with pytest.raises(StoreError):
                store.replace_assessments(SMALL)
        assert store.replace_assessments(SMALL)


def _write_for_ever(folder: Path, told: Connection) -> None:
    with Store.open(folder) as store:
        turn = 0
        while True:
            turn += 1
            names = [f"article-{turn % 5}-{i}" for i in range(2)]
            account = replace(named("x"), bills=(replace(water().bills[0], number=str(turn)),))
            store.replace_all(replace(account, article=replace(WATER, id=name)) for name in names)
            for name in names:
                told.send((name, str(turn)))


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill -9 on this system")
def test_kill_nine_loses_nothing_that_was_told_as_saved(folder: Path) -> None:
    Store.open(folder, create=True).close()
    spawn, chance = multiprocessing.get_context("spawn"), random.Random(5)
    saved: dict[str, int] = {}
    for _ in range(4):
        ours, theirs = spawn.Pipe(duplex=False)
        writer = spawn.Process(target=_write_for_ever, args=(folder, theirs))
        writer.start()
        theirs.close()
        saved.update([ours.recv()])
        time.sleep(chance.uniform(0, 0.3))
        os.kill(writer.pid, signal.SIGKILL)
        writer.join()
        while True:
            try:
                saved.update([ours.recv()])
            except EOFError:
                break
        writer.close()
        ours.close()
        with Store.open(folder) as store:
            accounts = {one.article.id: one for one in store.collection().accounts}
            assert all(len(one.claims) == len(water().claims) for one in accounts.values())
            for name, turn in saved.items():
                assert int(accounts[name].bills[0].number) >= int(turn)


def test_hostile_text_goes_through_an_update_unharmed(folder: Path) -> None:
    text = "".join(HOSTILE) + "".join(map(chr, range(0x250))) + "\u2028\ufffe\U0001f600"
    account = replace(water(), article=replace(WATER, outlet=text, url=text, notices=(text,)))
    with Store.open(folder, create=True) as store:
        store.replace(account)
        article = store.account("arkania-water").article
        assert (article.outlet, article.url, article.notices) == (text, text, (text,))


def test_a_query_sees_all_graphs_and_knows_the_prefixes() -> None:
    store = Store.memory(Collection((water(), rich()), SMALL.assessments, SMALL.names))
    found = store.query("SELECT DISTINCT ?n { ?c lp:factuality lpf:promised ; lp:attributedTo/lp:name ?n }")
    assert sorted(row["n"].value for row in found) == ["Ilmar Tosk", "Petra Alven"]
    assert bool(store.query("ASK { ?e lp:status lpf:promised }"))


@pytest.mark.parametrize("text", ["SELECT ?x WHERE { ?x ", "DROP ALL", "INSERT DATA { <a:b> <a:b> 1 }"])
def test_what_is_no_query_is_refused_with_the_place(text: str) -> None:
    with pytest.raises(QueryError, match=r"^line 1, column \d+: the"):
        Store.memory().query(text)
