"""The model's lemmas, each looked up once for a form with its part of speech and features."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.pipeline import Lemmatizer
    from spacy.tokens import Doc

_MOST = 200_000
"""Forms kept; then all are forgotten, so that a long run takes no ever growing memory."""
_known: dict[tuple[int, int, int], str] = {}


def lemmas(parsed: Doc, lemmatizer: Lemmatizer) -> list[str]:
    """Return the lemma of each word of a tagged sentence as the lemmatizer gives it."""
    found = list[str]()
    for place, (form, kind, features) in enumerate(parsed.to_array(["ORTH", "POS", "MORPH"]).tolist()):
        asked = (form, kind, features)
        if asked not in _known:
            if len(_known) >= _MOST:
                _known.clear()
            _known[asked] = lemmatizer.lemmatize(parsed[place])[0]
        found.append(_known[asked])
    return found
