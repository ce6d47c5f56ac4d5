"""Nothing that articles say is lost on the way into the graph and back: real articles, and every field."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import given, settings

from graph import model
from graph.articles import read_inputs
from graph.lexicons import ROOT
from graph.linking.account import read_account as account_of
from graph.linking.assessment import collect
from graph.model import Account, Article, Assessment, Collection, Votes, Window
from graph.rdf.export import FORMATS, exported
from graph.rdf.mapping import (
    account_in_order,
    account_quads,
    collection_in_order,
    read_account,
    read_collection,
)
from graph.rdf.store import Store
from graph.rdf.terms import article_node
from tests import strategies

STORY = ROOT / "data" / "articles" / "venezuela-amnesty-2026"
ASIDE = {(Account, "sentences"), (Account, "expressions")}  # found again by reading the article again


@pytest.fixture(scope="module")
def accounts() -> list[Account]:
    return [account_of(found) for found in read_inputs([STORY]) if isinstance(found, Article)]


def unordered(value: object) -> object:
    """Return a record as plain values in which only the order of its parts is lost."""
    if is_dataclass(value) and not isinstance(value, type):
        told = {
            part.name: unordered(getattr(value, part.name))
            for part in fields(value)
            if (type(value), part.name) not in ASIDE
        }
        if isinstance(value, Assessment | model.Claim) and value.votes == Votes():
            told["votes"] = None  # no figure at all
        if isinstance(value, Assessment) and value.if_kept == Window():
            told["if_kept"] = None  # no bound at all
        return type(value).__name__, told
    if isinstance(value, tuple):
        return sorted({repr(unordered(part)) for part in value})
    return dict(sorted(value.items())) if isinstance(value, dict) else value


def parts(value: object) -> Iterator[Any]:
    """Every record in a record, itself included."""
    if is_dataclass(value) and not isinstance(value, type):
        yield value
        for part in fields(value):
            yield from parts(getattr(value, part.name))
    elif isinstance(value, tuple):
        for one in value:
            yield from parts(one)


def test_what_real_articles_say_comes_back(accounts: list[Account]) -> None:
    assert len(accounts) == 10
    assert sum(len(account.claims) for account in accounts) > 50
    for account in accounts:
        back = read_account(account_quads(account), article_node(account.article.id))
        assert unordered(back) == unordered(account)


@pytest.mark.parametrize("format", [name for name, one in FORMATS.items() if one.graphs])
def test_what_they_say_together_comes_back_from_files(format: str, accounts: list[Account]) -> None:
    found = collect(accounts)
    written, _ = exported(found, format)
    assert unordered(read_collection(ox.parse(written, format=FORMATS[format].rdf))) == unordered(found)


def test_what_they_say_together_comes_back_from_a_store(accounts: list[Account]) -> None:
    found = collect(accounts)
    with Store.memory(found) as store:
        assert unordered(store.collection()) == unordered(found)
        for account in found.accounts:
            assert unordered(store.account(account.article.id)) == unordered(account)


@strategies.calm
@given(strategies.collections())
def test_bringing_into_order_loses_nothing_but_order(found: Collection) -> None:
    assert unordered(collection_in_order(found)) == unordered(found)


@strategies.calm
@given(strategies.accounts())
def test_two_accounts_that_say_different_things_are_different_graphs(account: Account) -> None:
    quads = set(account_quads(account))
    for name in ("tenures", "provisions", "claims", "positions"):
        for record in getattr(account, name):
            fewer: dict[str, Any] = {name: tuple(r for r in getattr(account, name) if r is not record)}
            assert set(account_quads(replace(account, **fewer))) < quads, name
    for claim in account.claims:
        bare = replace(claim, window=Window(), source=None, distance=None, votes=None, outcome=None)
        if unordered(bare) != unordered(claim):
            others = tuple(bare if one is claim else one for one in account.claims)
            assert set(account_quads(replace(account, claims=others))) < quads


def test_generated_records_vary_in_every_field() -> None:
    seen = defaultdict[tuple[type, str], set[str]](set)

    @settings(deadline=None, max_examples=25, derandomize=True, database=None)
    @given(strategies.collections())
    def look(found: Collection) -> None:
        for record in parts(found):
            for part in fields(record):
                seen[type(record), part.name].add(repr(getattr(record, part.name)))

    look()
    kinds = {kind for kind, _ in seen}
    records = {one for one in vars(model).values() if isinstance(one, type) and is_dataclass(one)}
    assert {kind.__name__ for kind in records - kinds} == {"Sentence", "TimeExpression"}
    assert [f"{kind.__name__}.{name}" for (kind, name), values in seen.items() if len(values) < 2] == [
        f"{kind.__name__}.{name}" for kind, name in sorted(ASIDE, key=lambda one: one[1], reverse=True)
    ]


def test_the_order_of_an_account_is_that_of_its_graph(accounts: list[Account]) -> None:
    for account in accounts:
        back = read_account(account_quads(account), article_node(account.article.id))
        assert back == account_in_order(account)
