"""Windows of annotated articles, labelled for training the event detector."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from graph.corpus import Corpus, Split, read_corpus
from graph.evaluation import Entry, any_of, levelled, plain
from graph.extraction.detector import Reading, Stretch, windows
from graph.language import parse
from graph.language.wordpieces import WordPieces
from graph.model import Article, Sentence
from graph.terms import COARSER, STAGES, Outcome, Stance
from graph.training.passages import Mark, Passage

if TYPE_CHECKING:
    from graph.extraction.detector import Array

TYPES = [*sorted(map(str, STAGES)), *sorted(map(str, Stance))]
OUTCOMES = ["none", *(str(outcome) for outcome in Outcome)]
STATUSES = ["happened", "ongoing", "scheduled", "required", "promised", "possible", "denied"]

Told = tuple[tuple[int, int], Sequence[str], Sequence[str], Sequence[str | None]]
"""A span of a sentence with the types, statuses and outcomes that it may be read as, the best first."""


@dataclass(frozen=True, slots=True)
class Example:
    """A window and what its pieces should be read as, each of shape (pieces, labels).

    `counts` is 0 where the annotation accepts the type too, beside the one that it prefers, and for pieces
    that the window only carries along.
    """

    reading: Reading
    types: Array
    counts: Array
    outcomes: Array
    statuses: Array


def corpora(first: Path, whole: Iterable[Path]) -> Iterator[Corpus]:
    """Yield what is to be learnt from."""
    for split in (Split.DEVELOP, Split.TRAIN):
        yield read_corpus(first / "gold", [first / "articles"], split)
    for folder in whole:
        inputs = folder / "articles"
        yield read_corpus(folder / "gold", [inputs if inputs.is_dir() else folder])


def _spans(anchor: str, sentence: str) -> tuple[int, int] | None:
    """Return where an anchor stands in a sentence, which it may also hold as a whole; None where neither."""
    wanted, whole = plain(anchor), plain(sentence)
    if not wanted or not (wanted in whole or whole in wanted):
        return None
    same = levelled(sentence).casefold()
    pattern = r"\s+".join(re.escape(word) for word in wanted.split(" "))
    match = re.search(pattern, same if len(same) == len(sentence) else sentence.lower())
    return match.span() if match else (0, len(sentence))


def examples(corpus: Corpus, pieces: WordPieces) -> Iterator[Example]:
    """Yield the windows of a corpus, labelled."""
    for annotation in corpus.annotations:
        if (article := corpus.articles.get(annotation["article"])) is not None:
            yield from _labelled(article, pieces, partial(_annotated, annotation["events"]))


def passage_examples(passages: Iterable[Passage], pieces: WordPieces) -> Iterator[Example]:
    """Yield the windows of marked passages, labelled.

    They begin with a piece of their own where those of articles begin with [CLS]: passages are denser than
    news and marked more freely, and the network can so learn their wordings without that manner.
    """
    for passage in passages:
        for example in _labelled(passage.article, pieces, partial(_marked, passage.marks)):
            ids = (pieces.spare, *example.reading.ids[1:])
            yield replace(example, reading=replace(example.reading, ids=ids))


def _annotated(events: Iterable[Entry], sentence: Sentence) -> Iterator[Told]:
    """Yield what the annotated events say of a sentence."""
    for event in events:
        for anchor in event["anchors"]:
            if (span := _spans(anchor, sentence.text)) is not None:
                yield span, any_of(event["type"]), any_of(event["status"]), any_of(event.get("outcome"))


def _marked(marks: Iterable[Mark], sentence: Sentence) -> Iterator[Told]:
    """Yield what the marks say of a sentence."""
    for mark in marks:
        if mark.stands_in(sentence):
            span = mark.start - sentence.start, mark.end - sentence.start
            yield span, mark.types, mark.statuses, mark.outcomes


def _labelled(
    article: Article, pieces: WordPieces, telling: Callable[[Sentence], Iterable[Told]]
) -> Iterator[Example]:
    """Yield the windows of an article, labelled by what `telling` says of each sentence."""
    text = parse(article)
    for reading in windows(text.trees, pieces):
        example = _blank(reading)
        for stretch in reading.stretches:
            for told in telling(text.trees[stretch.index].sentence):
                _label(example, stretch, *told)
        yield example


def _blank(reading: Reading) -> Example:
    """Return a window that tells of nothing."""
    kinds = (TYPES, TYPES, OUTCOMES, STATUSES)
    example = Example(reading, *(np.zeros((len(reading.ids), len(k)), np.float32) for k in kinds))
    for stretch in reading.stretches:
        example.counts[stretch.start : stretch.start + len(stretch.pieces)] = 1
    return example


def _label(
    example: Example,
    stretch: Stretch,
    span: tuple[int, int],
    types: Sequence[str],
    statuses: Sequence[str],
    outcomes: Sequence[str | None],
) -> None:
    """Label the pieces in a span of a stretch's sentence with what it may be read as, the best type first."""
    accepted = [kind for kind in types if kind in TYPES]
    pieces = enumerate(stretch.pieces, stretch.start)
    at = [place for place, piece in pieces if piece.start < span[1] and span[0] < piece.end]
    if not accepted or not at:
        return
    for kind in accepted[1:]:
        number = TYPES.index(kind)
        example.counts[at, number] = example.types[at, number]
    number = TYPES.index(accepted[0])
    example.types[at, number] = example.counts[at, number] = 1
    for outcome in outcomes:
        example.outcomes[at, OUTCOMES.index(outcome or "none")] = 1
    for status in statuses:
        coarse = COARSER.get(status, status)
        if coarse in STATUSES:
            example.statuses[at, STATUSES.index(coarse)] = 1
