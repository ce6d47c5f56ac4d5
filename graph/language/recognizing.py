"""Which words of a sentence the model takes for names; sentences that cannot have any are left out."""

from __future__ import annotations

from functools import lru_cache

from graph.language.names import Label, Token
from graph.language.pipeline import load_pipeline
from graph.lexicons import load_lexicon

BATCH = 256
"""Sentences that the model reads at once: those of almost any article."""


def typed(word: str) -> str:
    """Return a word as the model was taught to read it: "n’t" with the apostrophe of a keyboard."""
    return word.replace("’", "'") if len(word) > 1 else word


def model_names(sentences: list[list[Token]]) -> list[list[tuple[int, int, Label]]]:
    """Return the model's name spans by token indices for each sentence."""
    from spacy.tokens import Doc

    pipeline = load_pipeline()
    recognizer = pipeline.get_pipe("ner")
    found: list[list[tuple[int, int, Label]]] = [[] for _ in sentences]
    naming = [n for n, tokens in enumerate(sentences) if _may_name(tokens)]
    docs = (Doc(pipeline.vocab, words=[typed(word) for word, _, _ in sentences[n]]) for n in naming)
    read = recognizer.pipe(docs, batch_size=BATCH)  # type: ignore[attr-defined]
    for n, doc in zip(naming, read, strict=True):
        found[n] = [(span.start, span.end, span.label_) for span in doc.ents]
    return found


def _may_name(tokens: list[Token]) -> bool:
    """Whether a sentence has a capital beside those of a small word at its start, of days, months and what
    some news writes with a capital ("the Bill", "MPs"): the quarter without one costs no time.
    """
    first = next((n for n, (word, _, _) in enumerate(tokens) if word[0].isalnum()), 0)
    return any(
        word != (small := word.lower())
        and small not in _nameless()
        and (n != first or small not in _small_words())
        for n, (word, _, _) in enumerate(tokens)
    )


@lru_cache(maxsize=1)
def _nameless() -> frozenset[str]:
    """Return words with capitals that name nobody by themselves."""
    listed = (load_lexicon("english")["names"]["nameless"], load_lexicon("words")["calendar"])
    return frozenset(word for words in listed for word in words) - {"may"}


@lru_cache(maxsize=1)
def _small_words() -> frozenset[str]:
    """Return the words that name nothing at the start of a sentence; "May" and "Will" may."""
    from spacy.lang.en.stop_words import STOP_WORDS

    return frozenset(STOP_WORDS) - {"may", "will", "us"}
