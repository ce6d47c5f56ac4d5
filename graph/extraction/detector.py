"""The event detector: a small language model that tells, word by word, which steps of a bill are told.

It reads an article in windows of word pieces, each behind the headline and the end of the sentence before it,
and gives every piece a probability for each type of step and each stance. `graph.training.detector` made it
from the annotated corpus; `data/detector/README.md` is its card.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from graph.errors import ModelError
from graph.language.wordpieces import Piece, WordPieces
from graph.lexicons import ROOT
from graph.model import Sentence

if TYPE_CHECKING:
    import numpy as np
    from onnxruntime import InferenceSession

    Array = np.ndarray[Any, np.dtype[np.float32]]
    Told = tuple[Array, Array, Array]

FOLDER = ROOT / "data" / "detector"
WINDOW = 256
"""Word pieces that are read at once, [CLS] and [SEP] included."""
_HEADLINE = 40
"""Pieces of the headline that stand before every window but the one that it is in."""
_BEFORE = 60
"""Pieces of the sentence before a window that stand in front of it, for what its pronouns mean."""

_TOLD = 0.8
"""Probability from which an outcome is taken to be told."""

Labels = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Stretch:
    """The pieces of a sentence in a window: tree index, place of the first, and the pieces."""

    index: int
    start: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A window: the numbers of its pieces, and the sentences that it is to tell about."""

    ids: tuple[int, ...]
    stretches: tuple[Stretch, ...]


class Readable(Protocol):
    """A sentence of an article, parsed or still to be; `kind` as that of a tree."""

    @property
    def sentence(self) -> Sentence:
        """The sentence with its place."""

    @property
    def kind(self) -> str:
        """What it is in the article."""


def windows(sentences: Sequence[Readable], pieces: WordPieces) -> Iterator[Reading]:
    """Yield an article's sentences in windows, each in one of them; what is too long for one is cut short."""
    cut = [pieces.cut(one.sentence.text, WINDOW) for one in sentences]
    headline = cut[0][:_HEADLINE] if sentences and sentences[0].kind == "headline" else []
    index = 0
    while index < len(cut):
        ids, stretches = [pieces.start], list[Stretch]()
        if index > 0:
            ids += [*(piece.id for piece in headline), pieces.separator]
        if index > 1:
            ids += [piece.id for piece in cut[index - 1][-_BEFORE:]]
        while index < len(cut) and (not stretches or len(ids) + len(cut[index]) < WINDOW - 1):
            told = cut[index][: WINDOW - 1 - len(ids)]
            stretches.append(Stretch(index, len(ids), tuple(told)))
            ids += [piece.id for piece in told]
            index += 1
        yield Reading((*ids, pieces.separator), tuple(stretches))


@dataclass(frozen=True, slots=True)
class Detection:
    """That a sentence tells of a type of event: how sure it is, 0 to 1, the span in the article's part of the
    word that tells most so, and what that word says of outcome ("none" where nothing) and status.
    """

    probability: float
    span: tuple[int, int]
    outcome: str
    status: str


class Seen:
    """What is detected in one sentence."""

    def __init__(self, start: int, pieces: tuple[Piece, ...], labels: Labels, told: Told) -> None:
        """Keep what the network says of each piece.

        Args:
            start: offset of the sentence in its part.
            pieces: those that were read.
            labels: the names of types, outcomes and statuses.
            told: their probabilities, arrays of shape (pieces, labels).
        """
        self._start, self._pieces, self._labels = start, pieces, labels
        self._types, self._outcomes, self._statuses = told

    def surest(self, kind: str) -> Detection:
        """Return how sure it is that the sentence tells of a type of step or a stance."""
        column = self._types[:, self._labels["types"].index(kind)]
        best = int(column.argmax())
        piece = self._pieces[best]
        span = (self._start + piece.start, self._start + piece.end)
        likely = int(self._outcomes[best].argmax())
        outcome = self._labels["outcomes"][likely] if self._outcomes[best][likely] >= _TOLD else "none"
        status = self._labels["statuses"][int(self._statuses[best].argmax())]
        return Detection(float(column[best]), span, outcome, status)

    def at(self, kind: str, start: int, end: int) -> float:
        """Return how likely a span of the part tells of a type; of a span that was not read, the sentence."""
        column = self._types[:, self._labels["types"].index(kind)]
        here = [
            number
            for number, piece in enumerate(self._pieces)
            if piece.start < end - self._start and start - self._start < piece.end
        ]
        return float(column[here].max() if here else column.max())


Detections = tuple[Seen | None, ...]
"""What is detected in each tree of an article; None where nothing of it was read."""


class Detector:
    """The network with its vocabulary and labels."""

    def __init__(self, folder: Path = FOLDER) -> None:
        """Load the network.

        Raises:
            ModelError: a file is missing or broken.
        """
        from onnxruntime import InferenceSession, SessionOptions

        options = SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # articles are read side by side
        options.log_severity_level = 3
        try:
            self.labels: Labels = json.loads((folder / "labels.json").read_text("utf-8"))
            self.pieces = WordPieces(folder / "vocabulary.txt")
            self._session: InferenceSession = InferenceSession(
                folder / "model.onnx", options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:
            raise ModelError(
                f"the event detector does not load: {error}", place="data/detector", remedy="install it again"
            ) from error

    def read(self, sentences: Sequence[Readable]) -> Detections:
        """Return what each sentence of an article is detected to tell, however unlikely: of the trees of a
        text, or of the same sentences before they are parsed.
        """
        import numpy as np

        found: list[Seen | None] = [None] * len(sentences)
        for reading in windows(sentences, self.pieces):
            ids = np.asarray([reading.ids], dtype=np.int64)
            told = [each[0] for each in self._session.run(None, {"ids": ids})]
            for stretch in reading.stretches:
                if stretch.pieces:
                    part = slice(stretch.start, stretch.start + len(stretch.pieces))
                    start = sentences[stretch.index].sentence.start
                    said = (told[0][part], told[1][part], told[2][part])
                    found[stretch.index] = Seen(start, stretch.pieces, self.labels, said)
        return tuple(found)


@lru_cache(maxsize=1)
def load_detector() -> Detector:
    """Return the detector of `data/detector`.

    Raises:
        ModelError: a file is missing or broken.
    """
    return Detector()
