"""Some articles linked anew among all that are known, with all judgements carried out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from graph.linking.account import read_account
from graph.linking.corrections.finding import Read
from graph.linking.corrections.judgements import Judgement, active
from graph.linking.corrections.replay import by_article, judged_pairs, pair_articles, replay, with_pairs
from graph.linking.region import Region, region
from graph.linking.resolver import Linking
from graph.linking.shelf import Shelf
from graph.model import Account


@dataclass(frozen=True, slots=True)
class Relinked:
    """The accounts that may be others than before, whole, and the region of what follows from them."""

    accounts: tuple[Account, ...]
    region: Region


def relinked(
    shelf: Shelf,
    changed: Iterable[Account],
    gone: Iterable[str],
    judgements: Iterable[Judgement],
    *,
    stored: Callable[[str], Account | None],
    read: Read = read_account,
) -> Relinked:
    """Link accounts anew; what `linked` would say of all others stays as it is.

    Args:
        shelf: knows all articles as they were.
        changed: accounts of new articles, and of those whose judgements are others than they carry.
        gone: articles that are no longer there.
        judgements: the whole log.
        stored: finds the account of an article that is not among those; None where there is none.
        read: reads an article again.
    """
    kept, lost = tuple(judgements), set(gone)
    ours, known = by_article(kept), dict[str, Account]()

    def find(articles: Iterable[str]) -> None:
        for article in sorted(set(articles) - set(known) - lost):
            if (account := stored(article)) is not None:
                known[article] = account

    for account in changed:
        known[account.article.id] = replay(account, ours.get(account.article.id, ()), read=read)
    new, paired = list(known.values()), pair_articles(kept)
    find(paired)
    pairs, judged = judged_pairs(list(known.values()), active(kept))
    linking = Linking(shelf, judged)
    touched = linking.change(new, lost)
    find(touched)
    named = [linking.named(known[one]) for one in sorted(set(known) & (touched | paired))]
    return Relinked(with_pairs(named, pairs), region(linking, touched))
