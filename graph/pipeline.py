"""From files to the store: read, extract, link, assess, save; only what changed is read again.

Articles are extracted one by one, then all accounts of the store are linked together, since a new article may
change what older ones are known to mean. An article is in the store completely or not at all.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from graph.articles import read_inputs
from graph.errors import InputError
from graph.lexicons import rules_digest
from graph.linking.account import read_account
from graph.linking.assessment import collect
from graph.model import Account, Article
from graph.rdf.digests import source_digest
from graph.rdf.store import Store

EXTRACTOR = f"lawpath 0.1.0 {rules_digest()}"
"""Name and version that every article in the store is marked with; a new version reads all articles again."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article or one refused record: "read", "unchanged" or "refused"."""

    place: str
    result: str
    events: int = 0
    problem: str = ""
    notices: tuple[str, ...] = ()


@dataclass(slots=True)
class Report:
    """What a build did, record by record."""

    outcomes: list[Outcome] = field(default_factory=list)

    def count(self, result: str) -> int:
        """Return how many records had a result."""
        return sum(outcome.result == result for outcome in self.outcomes)

    @property
    def refused(self) -> list[Outcome]:
        """The records that were refused."""
        return [outcome for outcome in self.outcomes if outcome.result == "refused"]


Progress = Callable[[Outcome], None]


def accounts_of(articles: Iterable[Article | InputError]) -> Iterator[tuple[Account | None, Outcome]]:
    """Yield the account of each article, or None for a refused record, with what became of it."""
    for article in articles:
        if isinstance(article, InputError):
            yield None, Outcome(article.place or "input", "refused", problem=str(article))
        else:
            account = read_account(article)
            yield account, Outcome(article.id, "read", len(account.events), notices=article.notices)


def add(store: Store, articles: Iterable[Article | InputError], progress: Progress | None = None) -> Report:
    """Read articles into an open store, link everything in it, and return what was done.

    An article that the store holds from the same text and the same program version is not read again. Nothing
    is saved before all articles are read; then all changes are saved, each article whole.

    Args:
        store: open for writing.
        articles: as the readers of `graph.articles` give them; errors among them are reported.
        progress: called after each article.

    Raises:
        StoreError: the store refuses.
        ModelError, LexiconError: a file of the program is missing or wrong.
    """
    report, fresh = Report(), dict[str, Account]()
    known = {saved.id: saved.source for saved in store.articles()}

    def told(outcome: Outcome) -> None:
        report.outcomes.append(outcome)
        if progress is not None:
            progress(outcome)

    for article in articles:
        if isinstance(article, Article) and known.get(article.id) == source_digest(article, EXTRACTOR):
            told(Outcome(article.id, "unchanged"))
            continue
        for account, outcome in accounts_of([article]):
            if account is not None:
                fresh[account.article.id] = account
            told(outcome)
    if fresh:
        save(store, fresh)
    return report


def save(store: Store, fresh: dict[str, Account]) -> None:
    """Link new accounts with those of the store, and save what changed."""
    old = [account for account in store.collection().accounts if account.article.id not in fresh]
    collection = collect([*old, *fresh.values()])
    store.replace_all(collection.accounts, extractor=EXTRACTOR)
    store.replace_assessments(collection)


def remove(store: Store, article: str) -> bool:
    """Take one article out of the store and link the rest anew; return whether it was there."""
    if not store.remove(article):
        return False
    collection = collect(store.collection().accounts)
    store.replace_all(collection.accounts, extractor=EXTRACTOR)
    store.replace_assessments(collection)
    return True


def dated(
    articles: Iterable[Article | InputError], published: dt.date | None
) -> Iterator[Article | InputError]:
    """Yield the articles with a day of publication put in where they state none."""
    for article in articles:
        if isinstance(article, Article) and article.published is None and published is not None:
            yield replace(article, published=published)
        else:
            yield article


def build(
    inputs: Iterable[Path],
    folder: Path,
    *,
    published: dt.date | None = None,
    rebuild: bool = False,
    progress: Progress | None = None,
) -> Report:
    """Read files and folders into the store of a folder, creating it where there is none.

    Args:
        inputs: files and folders as `graph.articles.read_inputs` takes them.
        folder: of the store.
        published: the day of publication of articles that state none.
        rebuild: read everything again and replace the whole store by it, in one step.
        progress: called after each article.

    Raises:
        StoreError: the store refuses.
        ModelError, LexiconError: a file of the program is missing or wrong.
    """
    articles = dated(read_inputs(inputs), published)
    if not rebuild:
        with Store.open(folder, create=True) as store:
            return add(store, articles, progress)
    report, fresh = Report(), list[Account]()
    for account, outcome in accounts_of(articles):
        report.outcomes.append(outcome)
        if account is not None:
            fresh.append(account)
        if progress is not None:
            progress(outcome)
    Store.build(folder, collect(fresh), extractor=EXTRACTOR).close()
    return report
