"""How fast articles are read: `python -m tests.benchmarks.reading [FOLDER]`, in one process on one thread.

Prints words a second of the spaCy pipeline alone, given the articles' sentences, and of the whole reading
(sentences, names, trees, steps, positions, dates, one account an article), and the second as a share of the
first. The articles of the part `develop`, or of FOLDER, are taken sixteen at a time, by the pipeline and by
the reading in turn, the best of three rounds each, so that a machine that is slow for a while is so for both.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from graph.articles import read_inputs
from graph.corpus import split_of
from graph.language.pipeline import load_pipeline
from graph.language.sentences import cut
from graph.linking.account import read_account
from graph.model import Article

ARTICLES = Path(__file__).parents[2] / "data" / "corpus" / "articles"
ROUNDS = 3
AT_ONCE = 16


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
    """CPU seconds of one run."""
    start = time.process_time()
    run()
    return time.process_time() - start


def both(read: Sequence[Article]) -> tuple[float, float]:
    """CPU seconds that some articles take the pipeline alone, and the whole reading; the best of each."""
    texts = [[one.text[a:b] for a, b in cut(one.text)] for one in read]
    rounds = [
        (seconds(lambda: bare(texts)), seconds(lambda: [read_account(one) for one in read]))
        for _ in range(ROUNDS)
    ]
    return min(alone for alone, _ in rounds), min(whole for _, whole in rounds)


def main(arguments: list[str]) -> None:
    """Print both rates and their ratio."""
    read = articles(Path(arguments[0]) if arguments else ARTICLES)
    words = sum(len(one.text.split()) for one in read)
    read_account(read[0])  # loads model and lexicons
    taken = [both(read[start : start + AT_ONCE]) for start in range(0, len(read), AT_ONCE)]
    alone, whole = (words / sum(times) for times in zip(*taken, strict=True))
    print(f"{len(read)} articles, {words:,} words")
    print(f"pipeline alone {alone:8,.0f} words/s")
    print(f"whole reading  {whole:8,.0f} words/s")
    print(f"ratio          {whole / alone:8.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
