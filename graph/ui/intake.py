"""What someone gives to read: pasted text and uploads as articles, and what became of them, in words."""

from __future__ import annotations

import datetime as dt
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from graph import wording
from graph.articles import read_bytes
from graph.errors import InputError
from graph.model import Account, Article
from graph.pipeline import Outcome
from graph.ui.address import address
from graph.views import overview
from graph.views.library import Library
from graph.vocabulary import article_id

Given = Article | InputError

TYPES = ("txt", "md", "html", "json", "jsonl", "csv", "xml", "zip")
"""Endings of files that may be chosen; what is in them decides whether they are read."""
WITHOUT_A_DAY = "without its day of publication, words like “yesterday” or “next week” stay without a date"


def uploaded(files: Iterable[tuple[str, bytes]]) -> list[Given]:
    """Return the articles of some files by name and content; what is refused is an error in its place."""
    return [item for name, content in files for item in read_bytes(name, content)]


def network_allowed() -> bool:
    """Whether whoever started the program lets it fetch pages from the internet (`serve --allow-network`)."""
    return os.environ.get("LAWPATH_NETWORK") == "1"


def addresses_in(text: str) -> list[str]:
    """Return the addresses of a text, one a line, each once."""
    return list(dict.fromkeys(filter(None, map(str.strip, text.splitlines()))))


def undated(given: Sequence[Given]) -> list[int]:
    """Return the places of the articles that state no day of publication."""
    return [at for at, item in enumerate(given) if isinstance(item, Article) and item.published is None]


def with_days(given: Sequence[Given], days: Mapping[int, dt.date | None]) -> list[Given]:
    """Return the same with days of publication put in by place, where an article states none."""
    return [
        replace(item, published=days[at])
        if isinstance(item, Article) and item.published is None and days.get(at)
        else item
        for at, item in enumerate(given)
    ]


def called(article: Article) -> str:
    """Return the title of an article, or what identifies it where it has none."""
    return article.title or article.id


def told(error: InputError) -> str:
    """Return what is wrong with an input and what to do about it, as sentences."""
    sentences = [error.problem, error.remedy]
    return " ".join(f"{wording.titled(one)}." for one in sentences if one)


def given_payload(given: Sequence[Given]) -> dict[str, Any]:
    """Return what was found in files as lists: articles with their days, and what is refused and why."""
    articles = [
        {
            "text": called(item),
            "before": wording.day(item.published) if item.published else "day unknown",
            "detail": ", ".join(filter(None, (item.outlet, *item.notices))),
        }
        for item in given
        if isinstance(item, Article)
    ]
    return {"groups": [*_group("What is in them", articles), *_group("Not readable", _refused(given))]}


def _group(heading: str, items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"heading": heading, "items": items}] if items else []


def _refused(given: Sequence[Given]) -> list[dict[str, Any]]:
    return [{"text": e.place or "input", "detail": told(e)} for e in given if isinstance(e, InputError)]


def result_payload(shelf: Library, given: Sequence[Given], outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Return what became of each article as lists of links: read, read without finding a bill, unchanged,
    refused, and the bills told of.

    Args:
        shelf: the library after the reading.
        given: what was to be read.
        outcomes: of the reading, in the same order.
    """
    read, empty, unchanged = list[dict[str, Any]](), list[dict[str, Any]](), list[dict[str, Any]]()
    bills = Counter[str]()
    for account, outcome in _accounts(shelf, given, outcomes):
        found = read if account.bills else empty
        (found if outcome.result == "read" else unchanged).append(_link(account))
        bills.update(shelf.bills_of(account))
    about = [
        {
            "text": wording.titled(shelf.name(bill)),
            "to": address("timeline", bill=bill),
            "detail": overview.where_it_stands(overview.card(shelf, bill)),
        }
        for bill, _ in bills.most_common()
    ]
    return {
        "groups": [
            *_group("Read", read),
            *_group("Read, but no bill found", empty),
            *_group("Already here, unchanged", unchanged),
            *_group("Refused", _refused(given)),
            *_group("Bills they tell of", about),
        ]
    }


def _link(account: Account) -> dict[str, Any]:
    article = account.article
    bills = wording.counted(len(account.bills), "bill") if account.bills else "no bill found"
    notes = [f"{wording.counted(events_of(account), 'event')}, {bills}"]
    notes += [] if article.published else [WITHOUT_A_DAY]
    return {
        "text": called(article),
        "to": address("articles", article=article.id),
        "before": wording.day(article.published) if article.published else "day unknown",
        "detail": "; ".join([*notes, *article.notices]),
    }


def events_of(account: Account) -> int:
    """Return how many events an article tells."""
    return len({claim.event for claim in account.claims})


def summary(shelf: Library, given: Sequence[Given], outcomes: Sequence[Outcome]) -> str:
    """Return in one sentence what came out: "2 articles read: 9 events, 1 bill; no bill found in 1 of them; 1
    refused.".
    """
    fresh = [a for a, outcome in _accounts(shelf, given, outcomes) if outcome.result == "read"]
    parts = list[str]()
    if fresh:
        events = {claim.event for account in fresh for claim in account.claims}
        bills = {bill.id for account in fresh for bill in account.bills}
        found = f"{wording.counted(len(events), 'event')}, {wording.counted(len(bills), 'bill')}"
        without = sum(not account.bills for account in fresh)
        none = "no bill found" if without == len(fresh) else found
        parts.append(f"{wording.counted(len(fresh), 'article')} read: {none}")
        parts += [f"no bill found in {without} of them"] if 0 < without < len(fresh) else []
    for result, words in (("unchanged", "already here"), ("refused", "refused")):
        number = sum(outcome.result == result for outcome in outcomes)
        parts += [f"{number} {words}"] if number else []
    return f"{'; '.join(parts)}." if parts else "There was nothing to read."


def is_of_use(shelf: Library, given: Sequence[Given], outcomes: Sequence[Outcome]) -> bool:
    """Whether a bill was found in every article that was not refused."""
    return all(account.bills for account, _ in _accounts(shelf, given, outcomes))


def _accounts(
    shelf: Library, given: Sequence[Given], outcomes: Sequence[Outcome]
) -> Iterator[tuple[Account, Outcome]]:
    """Yield what the library has of each article that was read, with what became of it."""
    for item, outcome in zip(given, outcomes, strict=True):
        if isinstance(item, Article) and article_id(item.id) in shelf.accounts:
            yield shelf.accounts[article_id(item.id)], outcome
