"""How far two readers agree on the corpus: `python -m tests.corpus.agreement`.

Some of the articles are annotated a second time, without sight of the first annotation
(`data/corpus/second`): a fifth of the first ones, and those of `measure` in the manner of their pages. That
annotation is scored as if the program had written it, with the sentences of its anchors as quotes, so that
the figures compare with those of the score card. Totals only: some of the articles belong to the part
`measure`.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from graph.articles import read_inputs
from graph.evaluation import Entry, ScoreCard, any_of, read_gold, score
from graph.language.sentences import cut
from graph.lexicons import ROOT
from graph.model import Article

CORPUS = ROOT / "data" / "corpus"


def fifth(names: Collection[str]) -> list[str]:
    """Return the articles that are annotated twice, by the SHA-256 of "second" and their name."""
    ordered = sorted(names, key=lambda name: hashlib.sha256(f"second {name}".encode()).hexdigest())
    return ordered[: len(names) // 5]


def _sentences(anchors: Iterable[str], article: Article) -> Iterator[str]:
    """Yield the sentences in which some exact words of an article stand, an anchor after the other."""
    for anchor in anchors:
        part = article.text if anchor in article.text else article.title
        start = part.index(anchor)
        yield from (part[a:b] for a, b in cut(part) if a < start + len(anchor) and start < b)


def as_found(annotation: Entry, article: Article) -> dict[str, Any]:
    """Return an annotation in the form of an extraction record; of equally good readings the best."""
    events = [
        {
            "type": any_of(event["type"])[0],
            "status": any_of(event["status"])[0],
            "outcome": any_of(event["outcome"])[0],
            "bill": event["bill"],
            "start": (event["date"] or {}).get("earliest"),
            "end": (event["date"] or {}).get("latest"),
            "participants": [{"name": p["actor"], "role": p["role"]} for p in event["participants"]],
            "votes": event["votes"],
            "quotes": list(dict.fromkeys(_sentences(event["anchors"], article))),
        }
        for event in annotation["events"]
    ]
    return {"events": events, "actors": annotation["actors"], "bills": annotation["bills"]}


def agreement(first: Iterable[Entry], second: Iterable[Entry], articles: Mapping[str, Article]) -> ScoreCard:
    """Return the score card of second annotations against the first ones of the same articles."""
    found = {a["article"]: as_found(a, articles[a["article"]]) for a in second}
    return score((a for a in first if a["article"] in found), found)


def read_articles(names: Iterable[str], folder: Path) -> dict[str, Article]:
    """Return some articles of a folder by name."""
    found = read_inputs([folder / f"{name}.md" for name in names])
    return {article.id: article for article in found if isinstance(article, Article)}


def main() -> int:
    """Print a card for each group of articles."""
    second = list(read_gold(CORPUS / "second"))
    articles = read_articles((a["article"] for a in second), CORPUS / "articles")
    for in_manner in (False, True):
        group = [a for a in second if a["article"].startswith("news-") is in_manner]
        card = agreement(read_gold(CORPUS / "gold"), group, articles)
        kind = "retold in the manner of their pages" if in_manner else "of the first 170"
        print(f"second annotation against the first: {card.articles} articles {kind}")
        print(*card.lines(), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
