"""Measure a pipeline on corpora that it has not seen: raw text in, so words and sentences are its own too.

UAS and LAS (head right; head and relation right) leave punctuation out, as spaCy's scorer does
(https://spacy.io/api/scorer#score_deps); names count where borders and type are right.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import spacy
from spacy.scorer import get_ner_prf
from spacy.tokens import DocBin
from spacy.training import Example

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

TREES = {
    "UPOS": "pos_acc",
    "UAS": "dep_uas",
    "LAS": "dep_las",
    "lemmas": "lemma_acc",
    "sentences F": "sents_f",
}
NAMES = {"names P": "ents_p", "R": "ents_r", "F": "ents_f"}


def measure(model: Path, corpora: list[Path]) -> Iterator[tuple[str, int, dict[str, float]]]:
    """Yield name, number of words and figures (0 to 1) of each corpus: of trees where it has them, else of
    names. Types of names that a corpus does not mark at all are left out.
    """
    pipeline = spacy.load(model)
    for path in corpora:
        gold = list(DocBin().from_disk(path).get_docs(pipeline.vocab))
        figures = _trees(pipeline, gold) if gold[0].has_annotation("DEP") else _names(pipeline, gold)
        yield path.stem, sum(len(doc) for doc in gold), figures


def _trees(pipeline: Language, gold: list[Doc]) -> dict[str, float]:
    with pipeline.select_pipes(disable=["ner"]):
        scores = pipeline.evaluate([Example(pipeline.make_doc(doc.text), doc) for doc in gold])
    return {name: scores[key] or 0.0 for name, key in TREES.items()}


def _names(pipeline: Language, gold: list[Doc]) -> dict[str, float]:
    marked = {name.label_ for doc in gold for name in doc.ents}
    with pipeline.select_pipes(enable=["ner"]):
        read = list(pipeline.pipe(doc.text for doc in gold))
    for doc in read:
        doc.set_ents([name for name in doc.ents if name.label_ in marked])
    scores = get_ner_prf([Example(found, doc) for found, doc in zip(read, gold, strict=True)])
    figures = {name: scores[key] or 0.0 for name, key in NAMES.items()}
    return figures | {f"{label} F": each["f"] for label, each in sorted(scores["ents_per_type"].items())}
