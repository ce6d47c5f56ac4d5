"""The model's lemmas, each looked up once for a form with its part of speech and features."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.pipeline import Lemmatizer
    from spacy.tokens import Doc

_MOST = 200_000
"""Forms kept; then all are forgotten, so that a long run takes no ever growing memory."""
_known: dict[tuple[int, int, int, int], str] = {}
_PLAIN = ("VB", "VBP")
"""Tags of forms that are their own lemma: the lemmatizer takes the end of "need" or "press" for an ending."""


def lemmas(parsed: Doc, lemmatizer: Lemmatizer) -> list[str]:
    """Return the lemma of each word of a tagged sentence as the lemmatizer gives it."""
    found = list[str]()
    keys = parsed.to_array(["ORTH", "POS", "MORPH", "TAG"]).tolist()
    for place, (form, kind, features, tag) in enumerate(keys):
        asked = (form, kind, features, tag)
        if asked not in _known:
            if len(_known) >= _MOST:
                _known.clear()
            word = parsed[place]
            plain = word.pos_ == "VERB" and word.tag_ in _PLAIN
            _known[asked] = word.lower_ if plain else lemmatizer.lemmatize(word)[0]
        found.append(_known[asked])
    return found
