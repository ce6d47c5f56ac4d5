"""Small stories of several outlets: which bills, people and events are one, and which are not."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph.articles import read_pasted
from graph.lexicons import ROOT
from graph.linking.account import read_account
from graph.linking.assessment import collect
from graph.model import Collection

CASES = sorted((ROOT / "tests" / "cases" / "identity").glob("*.toml"))


@pytest.fixture(scope="module", params=CASES, ids=lambda path: path.stem)
def case(request: pytest.FixtureRequest) -> tuple[dict[str, Any], Collection]:
    path: Path = request.param
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    articles = [
        replace(read_pasted(one["text"], title=one["title"], published=one["published"]), id=one["id"])
        for one in told["article"]
    ]
    return told, collect(map(read_account, articles))


def nodes(collection: Collection, group: dict[str, list[str]]) -> list[str]:
    """Return the identifiers of things named "article: name"."""
    found = list[str]()
    for name in (*group.get("bills", ()), *group.get("actors", ())):
        article, _, called = name.partition(": ")
        account = next(one for one in collection.accounts if one.article.id == article)
        things = [*account.bills] if "bills" in group else [*account.actors]
        here = {one.id for one in things if called.lower() in [n.lower() for n in (one.name, *one.aliases)]}
        assert len(here) == 1, f"{name}: {[(one.name, one.aliases) for one in things]}"
        found += here
    return found


def test_what_is_one(case: tuple[dict[str, Any], Collection]) -> None:
    told, collection = case
    for group in told.get("one", ()):
        assert len({*nodes(collection, group)}) == 1, group


def test_what_is_not(case: tuple[dict[str, Any], Collection]) -> None:
    told, collection = case
    for group in told.get("apart", ()):
        found = nodes(collection, group)
        assert len({*found}) == len(found), group


def test_events_of_several_outlets(case: tuple[dict[str, Any], Collection]) -> None:
    told, collection = case
    articles = {one.event: set[str]() for one in collection.assessments}
    for account in collection.accounts:
        for claim in account.claims:
            articles[claim.event].add(account.article.id)
    found = [
        {
            "type": str(one.type),
            "articles": sorted(articles[one.event]),
            "status": str(one.status),
            "first": one.window.start,
            "last": one.window.end,
        }
        | ({"outcome": str(one.outcome)} if one.outcome else {})
        for one in collection.assessments
    ]
    for event in told.get("event", ()):
        assert any(event.items() <= one.items() for one in found), found
