"""The shipped spaCy pipeline, loaded once, offline, and the dictionary that comes with it.

It may be any spaCy pipeline over Universal Dependencies (https://universaldependencies.org/guidelines.html).
"""

from __future__ import annotations

import gc
from functools import lru_cache
from typing import TYPE_CHECKING

from graph.errors import ModelError
from graph.lexicons import ROOT, load_lexicon

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = ROOT / "data" / "model"


@lru_cache(maxsize=1)
def load_pipeline() -> Language:
    """Return the language pipeline of `data/model`.

    Raises:
        ModelError: it is missing, or made for another spaCy.
    """
    import spacy

    try:
        pipeline = spacy.load(MODEL)
    except (OSError, ValueError) as error:
        raise ModelError(
            f"the language model does not load: {error}", place="data/model", remedy="install it again"
        ) from error
    for title in load_lexicon("english")["names"]["dotted"]:
        pipeline.tokenizer.add_special_case(title, [{"ORTH": title}])  # type: ignore[union-attr]
    gc.freeze()  # the model is never garbage: looking for some in it takes 3 % of the time of reading
    gc.set_threshold(20_000)  # words hang on one another: sought every 700 objects they take 3 % again
    return pipeline


@lru_cache(maxsize=1)
def _common_words() -> frozenset[str]:
    """Lower-case words that the lemmatizer's tables list as verb, noun, adjective or adverb."""
    tables = load_pipeline().get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    found = set[str]()
    for table in ("lemma_index", "lemma_exc"):
        for words in tables.get_table(table).values():
            found.update(words)
    return frozenset(found)


def is_common(word: str) -> bool:
    """Whether a lower-case word, or the word it is a plain inflection of, stands in the dictionary."""
    known = _common_words()
    if word in known:
        return True
    for ending, instead in (
        ("s", ""),
        ("es", ""),
        ("ies", "y"),
        ("ed", ""),
        ("ed", "e"),
        ("ing", ""),
        ("ing", "e"),
    ):
        if word.endswith(ending) and len(word) > len(ending) + 2 and word[: -len(ending)] + instead in known:
            return True
    return False
