"""A store to which articles are added one by one holds what it would hold had all been there at once."""

from __future__ import annotations

import random
from collections.abc import Iterable
from pathlib import Path

import pytest

from graph.linking.account import read_account
from graph.linking.corrections.replay import linked
from graph.linking.judged import NOTHING
from graph.linking.resolver import Linking
from graph.model import Account
from graph.pipeline import EXTRACTOR, judge, judgements_of, remove, save
from graph.rdf.digests import total_of, triples_of
from graph.rdf.linked import FILE, shelf_of
from graph.rdf.store import Store
from graph.rdf.terms import ASSESSMENT
from tests.benchmarks.generator import accounts
from tests.linking.judging import judged, on, undone
from tests.linking.test_corrections_pairs import ONE, THREE, TWO


def together(held: Iterable[Account], store: Store) -> list[bytes]:
    """The lines of a store in memory that got all accounts at once."""
    collection = linked(held, judgements_of(store))
    return sorted(Store.memory(collection, extractor=EXTRACTOR).nquads().splitlines())


def lines(store: Store) -> list[bytes]:
    return sorted(store.nquads().splitlines())


@pytest.fixture
def store(tmp_path: Path) -> Iterable[Store]:
    with Store.open(tmp_path / "store", create=True) as found:
        yield found


@pytest.mark.parametrize("seed", range(2))
def test_articles_come_change_and_go(store: Store, seed: int) -> None:
    chance, held = random.Random(seed), dict[str, Account]()
    made = list(accounts(12, seed=seed))
    other = {one.article.id: one for one in accounts(12, seed=seed + 100)}
    for one in chance.sample(made, len(made)):
        name = one.article.id
        if held and chance.random() < 0.2:
            gone = chance.choice(sorted(held))
            del held[gone]
            assert remove(store, gone)
        new = {one.article.id: one for one in (one, *chance.sample(made, chance.randrange(2)))}
        save(store, new)
        held |= new
        if chance.random() < 0.2:
            held[name] = other[name]
            save(store, {name: other[name]})
        assert lines(store) == together(held.values(), store)
    assert store._ledger.state("assessments") == total_of(triples_of(store.quads(ASSESSMENT)).splitlines())


def test_what_people_say_of_pairs_holds_for_what_comes_later(store: Store) -> None:
    one, two, three = map(read_account, (ONE, TWO, THREE))
    save(store, {"one": one})
    save(store, {"two": two})
    apart = judged("not-same", on(one, "first-reading"), other=on(two, "first-reading"))
    judge(store, [apart])
    assert lines(store) == together([one, two], store)
    save(store, {"three": three})
    assert lines(store) == together([one, two, three], store)
    judge(store, [judged("same", on(one, "first-reading"), other=on(three, "passage")), undone(apart)])
    assert lines(store) == together([one, two, three], store)
    remove(store, "one")
    assert lines(store) == together([two, three], store)
    save(store, {"one": one})
    assert lines(store) == together([one, two, three], store)


def in_step(store: Store, version: str = EXTRACTOR) -> bool:
    with shelf_of(store, version) as (_, found):
        return found


def test_an_article_is_linked_by_what_is_known_of_the_others(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = list(accounts(6))
    save(store, {one.article.id: one for one in made[:5]})
    with monkeypatch.context() as patched:
        patched.setattr(Store, "collection", None)
        save(store, {made[5].article.id: made[5]})
    assert lines(store) == together(made, store)


@pytest.mark.parametrize("harm", ["missing", "noise", "older", "behind", "cut"])
def test_links_that_do_not_fit_are_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, harm: str
) -> None:
    made, file = list(accounts(6)), tmp_path / "store" / FILE
    with Store.open(tmp_path / "store", create=True) as store:
        save(store, {one.article.id: one for one in made[:4]})
        assert in_step(store)
        if harm == "missing":
            file.unlink()
        elif harm == "noise":
            file.write_bytes(b"noise" * 1000)
        elif harm == "older":
            with shelf_of(store, "an older version"):
                pass
        elif harm == "behind":
            kept = file.read_bytes()
            save(store, {made[4].article.id: made[4]})
            file.write_bytes(kept)
        else:
            with monkeypatch.context() as broken:
                broken.setattr(Store, "change_assessments", _fail)
                with pytest.raises(RuntimeError):
                    save(store, {made[4].article.id: made[4]})
        save(store, {one.article.id: one for one in made[4:]})
        assert in_step(store)
        assert lines(store) == together(made, store)


def _fail(*_: object) -> None:
    raise RuntimeError("the power is gone")


def test_the_shelf_is_empty_where_there_is_no_folder() -> None:
    with shelf_of(Store.memory(), EXTRACTOR) as (shelf, found):
        assert not found
        assert Linking(shelf, NOTHING).names("x") == {}
