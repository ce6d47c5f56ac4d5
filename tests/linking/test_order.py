"""Linking finds the same whatever order articles, and records within an article, come in."""

from __future__ import annotations

import random
from collections.abc import Iterable

import pytest

from graph.articles import read_inputs
from graph.lexicons import ROOT
from graph.linking.account import read_account
from graph.linking.assessment import collect
from graph.model import Account, Article, Collection
from graph.rdf.order import account_in_order, collection_in_order

Stories = dict[str, list[Account]]


@pytest.fixture(scope="module")
def stories() -> Stories:
    """The accounts of the sample stories."""
    folders = sorted(path for path in (ROOT / "data" / "articles").iterdir() if path.is_dir())
    return {
        folder.name: [read_account(a) for a in read_inputs([folder]) if isinstance(a, Article)]
        for folder in folders
    }


def linked(accounts: Iterable[Account]) -> Collection:
    return collection_in_order(collect(accounts))


def test_articles_in_any_order(stories: Stories) -> None:
    chance = random.Random(7)
    for name, accounts in stories.items():
        once = linked(accounts)
        for _ in range(3):
            assert linked(chance.sample(accounts, len(accounts))) == once, name


def test_records_in_any_order(stories: Stories) -> None:
    for name, accounts in stories.items():
        assert linked(map(account_in_order, accounts)) == linked(accounts), name


def test_linking_again_changes_nothing(stories: Stories) -> None:
    for name, accounts in stories.items():
        once = linked(accounts)
        assert linked(once.accounts) == once, name


def test_an_article_that_comes_later_is_linked_as_if_it_had_been_there(stories: Stories) -> None:
    for name, accounts in stories.items():
        found = Collection()
        for account in reversed(accounts):
            found = linked([*found.accounts, account])
        assert found == linked(accounts), name
