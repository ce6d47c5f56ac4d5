"""From files to the store: read, extract, correct, link, assess, save; only what changed is read again.

Articles are extracted one by one, then the judgements of people are carried out and what is new is linked
with what the store holds, since a new article may change what older ones are known to mean. An article is in
the store completely or not at all.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from pathlib import Path

from graph.articles import read_inputs
from graph.errors import CorrectionError, InputError, StoreError, UnreadError
from graph.lexicons import rules_digest
from graph.linking.account import read_account
from graph.linking.corrections.judgements import Judgement, checked
from graph.linking.corrections.log import NAME, append, read_log
from graph.linking.corrections.relinking import relinked
from graph.linking.corrections.replay import by_article, linked
from graph.model import Account, Article, Correction
from graph.rdf.carried import carried, extractors
from graph.rdf.digests import source_digest
from graph.rdf.linked import note_names, shelf_of, stored, write_region
from graph.rdf.places import address_of
from graph.rdf.remote import open_store
from graph.rdf.store import Store
from graph.terms import Standing

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
            continue
        try:
            account = read_account(article)
        except UnreadError as error:
            yield None, Outcome(article.id, "refused", problem=str(error))
        else:
            yield account, Outcome(article.id, "read", len(account.events), notices=article.notices)


def add(
    store: Store,
    articles: Iterable[Article | InputError],
    progress: Progress | None = None,
    log: Path | None = None,
) -> Report:
    """Read articles into an open store, link everything in it, and return what was done.

    An article that the store holds from the same text and the same program version is not read again, unless
    the log of judgements says other things of it than were carried out. Nothing is saved before all articles
    are read; then all changes are saved, each article whole.

    Args:
        store: open for writing.
        articles: as the readers of `graph.articles` give them; errors among them are reported.
        progress: called after each article.
        log: of judgements; the one in the store's folder where None.

    Raises:
        StoreError: the store refuses.
        LogError: the log of judgements cannot be read.
        ModelError, LexiconError: a file of the program is missing or wrong.
    """
    report, fresh, judgements = Report(), dict[str, Account](), judgements_of(store, log)

    def told(outcome: Outcome) -> None:
        report.outcomes.append(outcome)
        if progress is not None:
            progress(outcome)

    for article in articles:
        if isinstance(article, Article) and store.source(article.id) == source_digest(article, EXTRACTOR):
            told(Outcome(article.id, "unchanged"))
            continue
        for account, outcome in accounts_of([article]):
            if account is not None:
                fresh[account.article.id] = account
            told(outcome)
    if fresh or not store.whole or _out_of_step(store, judgements):
        save(store, fresh, log)
    return report


def judgements_of(store: Store, log: Path | None = None) -> tuple[Judgement, ...]:
    """Return the whole log of judgements: the one given, or the one in the store's folder.

    Raises:
        LogError: it cannot be read, or a line of it is no judgement.
    """
    place = _log_of(store, log)
    return () if place is None else read_log(place).judgements


def _log_of(store: Store, log: Path | None) -> Path | None:
    return log if log or store.path is None else store.path / NAME


def _out_of_step(store: Store, judgements: Iterable[Judgement]) -> set[str]:
    """Return the articles of the store that carry other corrections than the log has for them."""
    ours, found = by_article(judgements), carried(store)
    return {
        article
        for article in {*ours, *found}
        if found.get(article, set()) != {one.id for one in ours.get(article, ())} and store.source(article)
    }


def save(store: Store, fresh: dict[str, Account], log: Path | None = None) -> None:
    """Correct new accounts, link them with those of the store, and save what changed."""
    _save(store, fresh, judgements_of(store, log))


def _save(
    store: Store,
    fresh: Mapping[str, Account],
    judgements: Sequence[Judgement],
    gone: Set[str] = frozenset(),
    agreed: Callable[[Sequence[Account]], None] = lambda accounts: None,
) -> None:
    """Link what is new, or all where what linking knows of the store is not in step with it, and save what
    changed; `agreed` may look at the accounts and raise before anything is written.
    """
    reading = _Reading()
    with shelf_of(store, EXTRACTOR) as (shelf, in_step):
        if not in_step:
            old = {one.article.id: one for one in store.collection().accounts if one.article.id not in gone}
            accounts = [*(one for name, one in old.items() if name not in fresh), *fresh.values()]
            whole = linked(accounts, judgements, read=reading, shelf=shelf)
            note_names(shelf, whole)
            agreed(whole.accounts)
            _put(store, whole.accounts, old, {*fresh, *reading.again})
            _take_out(store, gone)
            store.replace_assessments(whole)
            return
        apart = {one: store.account(one) for one in _out_of_step(store, judgements) - {*fresh, *gone}}
        found = relinked(
            shelf,
            [*fresh.values(), *apart.values()],
            gone,
            judgements,
            stored=lambda article: stored(store, article),
            read=reading,
        )
        agreed(found.accounts)
        kept = {one.article.id: stored(store, one.article.id) for one in found.accounts}
        _put(store, found.accounts, kept, {*fresh, *reading.again})
        _take_out(store, gone)
        write_region(store, shelf, found.region)


def renew(store: Store, accounts: Iterable[Account], log: Path | None = None) -> None:
    """Correct and link accounts of this version, and make a store hold them alone, in one step."""
    with shelf_of(store, EXTRACTOR, anew=True) as (shelf, _):
        whole = linked(accounts, judgements_of(store, log), shelf=shelf)
        note_names(shelf, whole)
        store.replace_everything(whole, extractor=EXTRACTOR)


def refuse_server(place: Path) -> None:
    """Refuse to replace all of a store on a server.

    Raises:
        StoreError: the place is the address of one.
    """
    if (address := address_of(place)) is not None:
        raise StoreError(
            "a store on a server cannot be replaced in one step",
            place=address,
            remedy="leave out --rebuild, or build a folder and load its N-Quads export into the server",
        )


class _Reading:
    """Reads articles, and keeps which ones."""

    def __init__(self) -> None:
        self.again = set[str]()

    def __call__(self, article: Article) -> Account:
        self.again.add(article.id)
        return read_account(article)


def _put(
    store: Store, accounts: Iterable[Account], old: Mapping[str, Account | None], read: Set[str]
) -> None:
    """Save what differs from the old accounts; only articles that were read now bear this version's name."""
    changed = [
        account
        for account in accounts
        if account.article.id in read or account != old.get(account.article.id)
    ]
    versions = extractors(store, (one.article.id for one in changed)) | dict.fromkeys(read, EXTRACTOR)
    store.replace_all(changed, extractor=versions)


def _take_out(store: Store, articles: Iterable[str]) -> None:
    for article in articles:
        store.remove(article)


def remove(store: Store, article: str, log: Path | None = None) -> bool:
    """Take one article out of the store and link the rest anew; return whether it was there.

    Judgements on it stay in the log, and hold again when the article comes back.
    """
    if not store.source(article):
        return False
    _save(store, {}, judgements_of(store, log), {article})
    return True


def judge(
    store: Store, judgements: Sequence[Judgement], *, log: Path | None = None
) -> tuple[Correction, ...]:
    """Add judgements to the log, carry them out, and return what became of each; all of them or none.

    They stand in the log, on disk, before the store changes: whatever happens then, the next call of `judge`
    or `build` carries them out.

    Args:
        store: open for writing.
        judgements: what `graph.linking.corrections.finding.target_of` describes, judged.
        log: where to add them; the log in the store's folder where None.

    Raises:
        CorrectionError: one breaks a rule or cannot be carried out; then nothing is written.
        LogError: the log cannot be read or written.
        StoreError: the store refuses.
    """
    place = _log_of(store, log)
    if place is None:
        raise CorrectionError("a store in memory has no log", remedy="name a file for it")
    new = {checked(judgement).id for judgement in judgements}
    known = read_log(place).judgements
    for judgement in judgements:
        if judgement.undoes is not None and judgement.undoes not in {one.id for one in known}:
            raise CorrectionError(
                f"there is no judgement {judgement.undoes[:80]!r}",
                remedy="`python -m graph correct list` lists them",
            )
    fates = dict[str, Correction]()

    def agreed(accounts: Sequence[Account]) -> None:
        fates.update({one.id: one for account in accounts for one in account.corrections if one.id in new})
        for judgement in judgements:
            fate = fates.get(judgement.id)
            if judgement.undoes is None and fate is None:
                raise CorrectionError(f"the store holds no article {judgement.articles[0][:80]!r}")
            if fate is not None and fate.standing not in (Standing.APPLIED, Standing.OVERRULED):
                raise CorrectionError(fate.problem, place=judgement.articles[0], remedy="nothing was changed")
        append(place, judgements)

    _save(store, {}, [*known, *judgements], agreed=agreed)
    return tuple(fates[judgement.id] for judgement in judgements if judgement.id in fates)


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
    inputs: Iterable[Path | str],
    folder: Path,
    *,
    published: dt.date | None = None,
    rebuild: bool = False,
    progress: Progress | None = None,
    log: Path | None = None,
) -> Report:
    """Read files and folders into the store of a folder, creating it where there is none.

    Args:
        inputs: files and folders as `graph.articles.read_inputs` takes them.
        folder: of the store, or the address of a SPARQL server.
        published: the day of publication of articles that state none.
        rebuild: read everything again and replace the whole store by it, in one step.
        progress: called after each article.
        log: of judgements; the one in the store's folder where None.

    Raises:
        StoreError: the store refuses.
        LogError: the log of judgements cannot be read.
        ModelError, LexiconError: a file of the program is missing or wrong.
    """
    articles = dated(read_inputs(inputs), published)
    if not rebuild:
        with open_store(folder, create=True) as store:
            return add(store, articles, progress, log)
    refuse_server(folder)
    judgements = read_log(log or folder / NAME).judgements
    report, fresh = Report(), list[Account]()
    for account, outcome in accounts_of(articles):
        report.outcomes.append(outcome)
        if account is not None:
            fresh.append(account)
        if progress is not None:
            progress(outcome)
    Store.build(folder, linked(fresh, judgements), extractor=EXTRACTOR).close()
    return report
