"""How fast articles are read: `python -m tests.benchmarks.reading [FOLDER]`, in one process.

Prints words a second of the spaCy pipeline alone, given the articles' sentences, of the event detector alone,
given their trees, and of the whole reading (sentences, names, trees, steps, positions, dates, one account an
article); then the reading's rate as a share of the pipeline's, and of that of both models together, all in
processor time. By the clock a reading takes less where a second processor is free, since the detector reads
beside the parser and the rules: that is printed last. The articles of the part `develop`, or of FOLDER, are
taken sixteen at a time, by each in turn, the best of three rounds each, so that a machine that is slow for a
while is so for all.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from graph.articles import read_inputs
from graph.corpus import split_of
from graph.extraction.detector import load_detector
from graph.language import parse
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


def seconds(run: Callable[[], object]) -> tuple[float, float]:
    """Seconds of processor time, all threads together, and by the clock, of one run."""
    busy, start = time.process_time(), time.perf_counter()
    run()
    return time.process_time() - busy, time.perf_counter() - start


def each(read: Sequence[Article]) -> tuple[float, ...]:
    """Seconds that the pipeline, the detector and the whole reading take, each of the processor and by the
    clock; the best of each.
    """
    texts = [[one.text[a:b] for a, b in cut(one.text)] for one in read]
    parsed = [parse(one) for one in read]
    detector = load_detector()
    rounds = [
        (
            *seconds(lambda: bare(texts)),
            *seconds(lambda: [detector.read(one.trees) for one in parsed]),
            *seconds(lambda: [read_account(one) for one in read]),
        )
        for _ in range(ROUNDS)
    ]
    return tuple(min(taken) for taken in zip(*rounds, strict=True))


def main(arguments: list[str]) -> None:
    """Print the rates and their ratios."""
    read = articles(Path(arguments[0]) if arguments else ARTICLES)
    words = sum(len(one.text.split()) for one in read)
    read_account(read[0])  # loads model and lexicons
    taken = [each(read[start : start + AT_ONCE]) for start in range(0, len(read), AT_ONCE)]
    pipeline, clock, detector, _, whole, by_clock = (sum(times) for times in zip(*taken, strict=True))
    print(f"{len(read)} articles, {words:,} words")
    print(f"pipeline alone    {words / pipeline:8,.0f} words/s")
    print(f"detector alone    {words / detector:8,.0f} words/s")
    print(f"whole reading     {words / whole:8,.0f} words/s")
    print(f"of the pipeline's {pipeline / whole:8.2f}")
    print(f"of both models'   {(pipeline + detector) / whole:8.2f}")
    print(f"by the clock      {words / by_clock:8,.0f} words/s")
    print(f"of the pipeline's {clock / by_clock:8.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
