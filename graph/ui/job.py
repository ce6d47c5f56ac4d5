"""Reading articles into the store while the pages stay usable.

The work runs in a thread of its own, so that going to another page, or closing the browser, does not stop it:
what was begun is finished and saved. One job of this process writes at a time; others wait for it.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from graph.articles.fetching import Web, read_address
from graph.errors import InputError, LawpathError, StoreMissingError
from graph.model import Account, Article
from graph.pipeline import EXTRACTOR, Outcome, accounts_of, save
from graph.rdf.digests import source_digest
from graph.rdf.store import Store

WRITING = threading.Lock()
"""Held by whoever of this process writes to a store."""


@dataclass
class _Work:
    """Work in a thread of its own, which can be stopped and waited for.

    Whoever works sets `_ended` when it is over, and looks at `_cancelled` between its pieces.
    """

    _cancelled: threading.Event = field(default_factory=threading.Event, init=False)
    _ended: threading.Event = field(default_factory=threading.Event, init=False)

    def cancel(self) -> None:
        """Stop before the next piece."""
        self._cancelled.set()

    @property
    def ended(self) -> bool:
        """Whether it is over, one way or the other."""
        return self._ended.is_set()

    def wait(self, seconds: float) -> bool:
        """Wait until it is over; return whether it is."""
        return self._ended.wait(seconds)


@dataclass
class Job(_Work):
    """Articles on their way into a store; nothing of a cancelled job is saved.

    Attributes:
        folder: of the store.
        articles: what is to be read; errors among them are reported as refused.
        outcomes: what became of each so far, in their order.
        saving: whether all are read and the store is being written.
        saved: whether everything stands in the store now.
        problem: why it ended without, in plain words.
    """

    folder: Path
    articles: Sequence[Article | InputError]
    outcomes: list[Outcome] = field(default_factory=list)
    saving: bool = False
    saved: bool = False
    problem: str = ""

    def start(self) -> None:
        """Begin in a thread of its own."""
        threading.Thread(target=self._run, name="reading", daemon=False).start()

    def _run(self) -> None:
        try:
            with WRITING:
                self._read_and_save()
        except LawpathError as error:
            self.problem = f"{error} Nothing was saved; your articles are still here."
        finally:
            if not self.saved and not self.problem:
                cancelled = (
                    "You stopped the reading." if self._cancelled.is_set() else "The reading broke off."
                )
                self.problem = f"{cancelled} Nothing was saved; your articles are still here."
            self._ended.set()

    def _read_and_save(self) -> None:
        known, fresh = known_sources(self.folder), dict[str, Account]()
        for article in self.articles:
            if self._cancelled.is_set():
                return
            if isinstance(article, Article) and known.get(article.id) == source_digest(article, EXTRACTOR):
                self.outcomes.append(Outcome(article.id, "unchanged"))
                continue
            for account, outcome in accounts_of([article]):
                if account is not None:
                    fresh[account.article.id] = account
                self.outcomes.append(outcome)
        if self._cancelled.is_set():
            return
        self.saving = True
        if fresh:
            with Store.open(self.folder, create=True) as store:
                save(store, fresh)
        self.saved = True


@dataclass
class Fetching(_Work):
    """Addresses whose articles are on their way; what has come stays when it is cancelled, nothing is saved.

    Attributes:
        urls: in the order in which they are asked.
        web: the way to the internet.
        found: the articles and refusals so far.
        done: how many addresses have been asked.
    """

    urls: Sequence[str]
    web: Web
    found: list[Article | InputError] = field(default_factory=list)
    done: int = 0

    def start(self) -> None:
        """Begin in a thread of its own."""
        threading.Thread(target=self._run, name="fetching", daemon=True).start()

    def _run(self) -> None:
        web = replace(self.web, stopped=self._cancelled)
        try:
            for url in self.urls:
                self.found.extend(read_address(url, web))
                self.done += 1
        finally:
            self._ended.set()


def known_sources(folder: Path) -> dict[str, str]:
    """Return the digest of each article as the store has it; nothing where there is no store yet."""
    try:
        with Store.read(folder) as store:
            return {saved.id: saved.source for saved in store.articles()}
    except StoreMissingError:
        return {}


def told_apart(
    articles: Iterable[Article | InputError], known: Iterable[Article]
) -> list[Article | InputError]:
    """Return articles with identifiers under which the store has nothing else.

    The same title and text under the same identifier is the same article, read again; another article whose
    file happens to have the same name gets a number behind it, so that neither replaces the other.
    """
    taken = {article.id: (article.title, article.text) for article in known}
    found = list[Article | InputError]()
    for article in articles:
        if isinstance(article, Article):
            name, number, said = article.id, 1, (article.title, article.text)
            while taken.get(article.id, said) != said:
                number += 1
                article = replace(article, id=f"{name}-{number}")
            taken[article.id] = said
        found.append(article)
    return found
