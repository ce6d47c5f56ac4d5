"""Which bills are joined where few articles belong together: `python -m tests.linking.strangers`.

Links the readable articles of the annotated corpus, nearly all of which tell of different bills in different
years and states, and prints the bills that stand in several of them, for a reader to say which are one.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable

from graph.articles import read_inputs
from graph.corpus import Split, split_of
from graph.lexicons import ROOT
from graph.linking.account import read_account
from graph.linking.resolver import resolve
from graph.model import Account, Article

ARTICLES = ROOT / "data" / "corpus" / "articles"


def joined(accounts: Iterable[Account]) -> tuple[int, list[list[str]]]:
    """Return how many bills there are after linking, and of those in several articles how each calls it."""
    told = defaultdict[str, list[str]](list)
    for account in resolve(accounts):
        for bill in account.bills:
            told[bill.id].append(f"{account.article.published} {bill.jurisdiction or '-'}: {bill.name}")
    return len(told), sorted(names for names in told.values() if len(names) > 1)


def main() -> int:
    """Print them."""
    read = (article for article in read_inputs([ARTICLES]) if isinstance(article, Article))
    accounts = [read_account(article) for article in read if split_of(article.id) is not Split.MEASURE]
    bills, several = joined(accounts)
    print(f"{len(accounts)} articles, {bills} bills, of which in several articles: {len(several)}")
    for names in several:
        print(*names, sep="\n", end="\n\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
