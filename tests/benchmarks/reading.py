"""How fast articles are read: `python -m tests.benchmarks.reading [FOLDER]`, in one process on one thread.

Prints words a second of the spaCy pipeline alone, given the articles' sentences, and of the whole reading
(sentences, names, trees, steps, positions, dates, one account an article), and the second as a share of the
first. Takes the best of three rounds over the articles of the part `develop`, or of FOLDER.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from graph.articles import read_inputs
from graph.corpus import split_of
from graph.language.pipeline import load_pipeline
from graph.language.sentences import cut
from graph.linking.account import read_account
from graph.model import Article

ARTICLES = Path(__file__).parents[2] / "data" / "corpus" / "articles"
ROUNDS = 3


def articles(folder: Path) -> list[Article]:
    """The articles of a folder; of the corpus, those of the part `develop`."""
    found = [one for one in read_inputs([folder]) if isinstance(one, Article)]
    return [one for one in found if split_of(one.id) == "develop"] if folder == ARTICLES else found


def bare(texts: list[list[str]]) -> None:
    """Run nothing but the pipeline over the sentences of each article."""
    pipeline = load_pipeline()
    for sentences in texts:
        for _ in pipeline.pipe(sentences, batch_size=64):
            pass


def seconds(run: Callable[[], object]) -> float:
    """CPU seconds of the fastest of some rounds."""
    taken = []
    for _ in range(ROUNDS):
        start = time.process_time()
        run()
        taken.append(time.process_time() - start)
    return min(taken)


def main(arguments: list[str]) -> None:
    """Print both rates and their ratio."""
    read = articles(Path(arguments[0]) if arguments else ARTICLES)
    texts = [[one.text[a:b] for a, b in cut(one.text)] for one in read]
    words = sum(len(one.text.split()) for one in read)
    read_account(read[0])  # loads model and lexicons
    alone = words / seconds(lambda: bare(texts))
    whole = words / seconds(lambda: [read_account(one) for one in read])
    print(f"{len(read)} articles, {words:,} words")
    print(f"pipeline alone {alone:8,.0f} words/s")
    print(f"whole reading  {whole:8,.0f} words/s")
    print(f"ratio          {whole / alone:8.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
