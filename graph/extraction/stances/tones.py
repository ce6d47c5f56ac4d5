"""The words of one sentence with their classes, and what they praise or blame together."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from graph.extraction.lexicon import status_words
from graph.extraction.stances.words import classes_in
from graph.language.roles import is_negated

if TYPE_CHECKING:
    from graph.language.words import Token

_CONTENT = ("NOUN", "VERB", "ADJ", "ADV")
_FOR, _AGAINST = ("back", "praise", "good"), ("resist", "blame", "bad")
_SIGNS = dict.fromkeys(_FOR, 1) | dict.fromkeys(_AGAINST, -1)


@lru_cache(maxsize=1)
def _refusing() -> frozenset[str]:
    """Return the verbs that deny what they govern: "refused to support"."""
    return status_words()["governors"]["denied"]


class Toned:
    """The classes of the words of one sentence, each looked up once."""

    def __init__(self, tokens: list[Token]) -> None:
        """Take the words of a sentence."""
        self.tokens = tokens
        self.lower = [token.lower_ for token in tokens]
        self.lemmas = [token.lemma_.lower() for token in tokens]
        self.content = [token.pos_ in _CONTENT and token.is_alpha for token in tokens]
        self.classes: dict[int, list[str]] = {}
        for token, name in classes_in(tokens):
            self.classes.setdefault(token.i, []).append(name)
        self.negated = {i: self._is_negated(tokens[i]) for i in self.classes}
        self.tones = {i: tone for i in self.classes if (tone := self._tone(i))}
        self.whole = frozenset(self.said(self.classes))

    def _is_negated(self, token: Token) -> bool:
        refused = token.dep_ == "xcomp" and token.head.lemma_.lower() in _refusing()
        return is_negated(token) != refused or (
            token.dep_ in ("xcomp", "obj", "acomp", "obl") and is_negated(token.head)
        )

    def nearest(self, place: int) -> int:
        """Return the sign of the first word for or against behind a place, up to the next semicolon."""
        for i in range(place + 1, len(self.tokens)):
            if self.lower[i] == ";":
                return 0
            if i in self.tones:
                return self.tones[i]
        return 0

    def said(self, places: Iterable[int]) -> set[str]:
        """Return the classes of some words, negated ones marked."""
        return {
            f"{name}-not" if self.negated[i] else name
            for i in places
            if i in self.classes
            for name in self.classes[i]
        }

    def tone(self, places: Iterable[int]) -> int:
        """Return the words for less those against, among some words."""
        return sum(self.tones.get(i, 0) for i in places)

    def _tone(self, place: int) -> int:
        signs = {_SIGNS[name] for name in self.classes[place] if name in _SIGNS}
        sign = signs.pop() if len(signs) == 1 else 0
        return -sign if self.negated[place] else sign
