"""How fast the language model reads: `python -m tests.benchmarks.language_model`.

Prints words per CPU second on the sample stories, for the pipeline alone and for the whole reading of an
article (parse, rules, links in the article). Pin it to one core to compare machines: `taskset -c 0 …`.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from graph.articles import read_inputs
from graph.language import load_pipeline
from graph.lexicons import ROOT
from graph.linking.account import read_account
from graph.model import Article


def seconds(task: Callable[[], object]) -> float:
    """CPU seconds of the quickest of three runs."""
    taken = []
    for _ in range(3):
        start = time.process_time()
        task()
        taken.append(time.process_time() - start)
    return min(taken)


def main() -> None:
    """Print the rates."""
    start = time.process_time()
    pipeline = load_pipeline()
    print(f"loading the model, import of spaCy included: {time.process_time() - start:.2f} s")
    articles = [each for each in read_inputs([ROOT / "data" / "articles"]) if isinstance(each, Article)]
    words = sum(len(article.text.split()) for article in articles)
    read_account(articles[0])  # lexicons are read once
    rates = {
        "language model": seconds(lambda: list(pipeline.pipe(article.text for article in articles))),
        "whole reading": seconds(lambda: [read_account(article) for article in articles]),
    }
    print(f"{len(articles)} articles, {words:,} words")
    for name, taken in rates.items():
        print(f"{name:16} {taken:6.2f} s {words / taken:9,.0f} words/s")


if __name__ == "__main__":
    main()
