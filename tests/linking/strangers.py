"""Which bills and actors are joined where few articles belong together: `python -m tests.linking.strangers`.

Links the readable articles of the annotated corpus, nearly all of which tell of different bills in different
years and states, and prints the bills that stand in several of them, for a reader to say which are one; with
`--actors` those who act in several. Other articles can be named instead.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from graph.articles import read_inputs
from graph.corpus import Split, split_of
from graph.lexicons import ROOT
from graph.linking.account import read_account
from graph.linking.resolver import Linking, in_order
from graph.linking.shelf import Shelf
from graph.model import Account, Article

ARTICLES = ROOT / "data" / "corpus" / "articles"


def joined(accounts: Iterable[Account], kind: str = "bills") -> tuple[int, list[list[str]]]:
    """Return how many bills, or actors, there are after linking, and of those in several articles how each
    calls it.
    """
    ordered, linking, told = in_order(accounts), Linking(Shelf.open()), defaultdict[str, list[str]](list)
    linking.change(ordered)
    for account in ordered:
        gist = linking.shelf.get("gist", account.article.id)
        assert gist is not None
        named, day = linking.named(account), account.article.published
        for bill in named.bills if kind == "bills" else ():
            told[bill.id].append(f"{day} {bill.jurisdiction or '-'}: {bill.name}")
        for actor in named.actors if kind == "actors" else ():
            names = "; ".join((actor.name, *actor.aliases))
            told[actor.id].append(f"{actor.kind} {day} {gist.value.state or '-'}: {names}")
    return len(told), sorted(names for names in told.values() if len(names) > 1)


def measured(article: Article) -> bool:
    """Whether an article belongs to the part of the corpus that nobody reads."""
    return (ARTICLES / f"{article.id}.md").exists() and split_of(article.id) is Split.MEASURE


def main(arguments: Sequence[str] | None = None) -> int:
    """Print them."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("inputs", nargs="*", type=Path, default=[ARTICLES], help="articles and folders")
    parser.add_argument("--actors", action="store_true", help="actors instead of bills")
    asked = parser.parse_args(arguments)
    kind = "actors" if asked.actors else "bills"
    read = (article for article in read_inputs(asked.inputs) if isinstance(article, Article))
    accounts = [read_account(article) for article in read if not measured(article)]
    count, several = joined(accounts, kind)
    print(f"{len(accounts)} articles, {count} {kind}, of which in several articles: {len(several)}")
    for names in several:
        print(*names, sep="\n", end="\n\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
