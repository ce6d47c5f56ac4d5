"""An annotated corpus on disk: which part an article belongs to, what it holds, how extraction does on it.

Rules are written against one part, names and figures learnt from a second, and the third is only ever looked
at in totals, so that its figures say how the program does on articles that nobody fitted it to. An article's
part follows from its name alone and never changes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from graph.articles import read_inputs
from graph.errors import FormatError, InputError
from graph.evaluation import Entry, ScoreCard, read_gold, score
from graph.extraction.steps import STEPS, Step
from graph.linking.account import read_account
from graph.model import Article
from graph.records import extraction_record


class Split(StrEnum):
    """The parts of a corpus."""

    DEVELOP = "develop"
    """Read freely while rules are written: half of the articles."""
    TRAIN = "train"
    """Material for what is learnt from examples: a fifth."""
    MEASURE = "measure"
    """Looked at in totals only: three tenths."""


_TENTHS = (Split.DEVELOP,) * 5 + (Split.TRAIN,) * 2 + (Split.MEASURE,) * 3


def split_of(article: str) -> Split:
    """Return the part that an article belongs to, by the SHA-256 of its name."""
    return _TENTHS[int(hashlib.sha256(article.encode()).hexdigest(), 16) % 10]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Annotations with their articles, all of a folder or one part of it.

    Attributes:
        split: the part; None where it is the whole.
        annotations: in the order of their articles' names.
        articles: by name; an annotation may lack its article.
        refused: what could not be read.
    """

    split: Split | None
    annotations: tuple[Entry, ...]
    articles: Mapping[str, Article]
    refused: tuple[InputError, ...] = ()

    @property
    def missing(self) -> list[str]:
        """The names of annotated articles that are not there."""
        return [a["article"] for a in self.annotations if a["article"] not in self.articles]

    @property
    def digest(self) -> str:
        """Twelve hexadecimal digits that change with any text, day or annotation of the corpus."""
        found = hashlib.sha256()
        for annotation in self.annotations:
            article = self.articles.get(annotation["article"])
            said = article and [article.title, article.text, str(article.published)]
            found.update(json.dumps([annotation, said], sort_keys=True).encode() + b"\n")
        return found.hexdigest()[:12]

    @property
    def heading(self) -> str:
        """The part's name, its size and its digest, in one line."""
        count = len(self.annotations)
        return f"{self.split or 'all'}: {count} article{'s' * (count != 1)}, corpus {self.digest}"


def read_corpus(gold: Path, inputs: Iterable[Path], split: Split | None = None, names: str = "*") -> Corpus:
    """Return the annotations of a folder, or of some of it, with their articles.

    Args:
        gold: folder of annotations (`*.json`).
        inputs: files and folders of articles, as `graph.articles.read_inputs` takes them.
        split: the part; None for all.
        names: what their names look like, as file names do ("news-*").

    Raises:
        FormatError: the folder holds no such annotation.
        DamagedError: an annotation is no JSON.
    """
    chosen = tuple(
        annotation
        for annotation in read_gold(gold)
        if split in (None, split_of(annotation["article"])) and fnmatchcase(annotation["article"], names)
    )
    if not chosen:
        part = f"belongs to the part {split}" if split else "is there"
        raise FormatError(
            f"no annotation {part}" + f" and is named {names}" * (names != "*"), place=str(gold)
        )
    wanted = {annotation["article"] for annotation in chosen}
    articles, refused = dict[str, Article](), list[InputError]()
    for article in read_inputs(inputs):
        if isinstance(article, InputError):
            refused.append(article)
        elif article.id in wanted:
            articles[article.id] = article
    return Corpus(split, chosen, articles, tuple(refused))


def measured(
    corpus: Corpus, progress: Callable[[str], None] | None = None, steps: Iterable[Step] = STEPS
) -> ScoreCard:
    """Extract every article of a corpus by itself and return the score card.

    Args:
        corpus: what to read; an annotation without its article counts as one with nothing found.
        progress: called with the name of each article before it is read.
        steps: those of extraction to take.

    Raises:
        ModelError, LexiconError: a file of the program is missing or wrong.
    """
    records = dict[str, Mapping[str, Any]]()
    for name, article in corpus.articles.items():
        if progress is not None:
            progress(name)
        records[name] = extraction_record(read_account(article, steps))
    return score(corpus.annotations, records)
