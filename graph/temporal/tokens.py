"""Words, numbers and marks of a text with their offsets, in one pass."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Literal, NamedTuple, TypeVar

from graph.temporal.words import words

Kind = Literal["word", "number", "date", "clock", "mark"]

_TOKEN = re.compile(
    r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}(?![0-9]))"
    r"|(?P<clock>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:]))"
    r"|(?P<number>[0-9]+(?:,[0-9]{3}(?![0-9]))*(?:\.[0-9]+|½)?)"
    r"|(?P<word>(?:[^\W\d_]\.){2,}|[^\W\d_]+)"
    r"|(?P<mark>\S)"
)
"""No part may match what its neighbour could, so the scan never goes back more than one token."""

_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "–": "-", "—": "-", "‑": "-", "−": "-"})
_Entry = TypeVar("_Entry")
_CLOSING = frozenset("\"'”’)]»")


class Token(NamedTuple):
    """One word, number or mark.

    `lower` is lower case with straight apostrophes and plain hyphens; `close` says that no white space stands
    before it; `sentence` counts sentences from 0.
    """

    start: int
    end: int
    text: str
    lower: str
    kind: Kind
    close: bool
    sentence: int

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


END = Token(-1, -1, "", "", "mark", False, -1)
"""Stands for what lies beyond either end of the text."""


class Line:
    """The tokens of a text; asking beyond an end gives `END`."""

    __slots__ = ("ends", "lows", "starts", "text", "tokens")

    def __init__(self, text: str) -> None:
        """Read the tokens of `text`; `starts` are their indices by first offset, `ends` those after them by
        last offset.
        """
        self.text = text
        self.tokens = _tokens(text)
        self.lows = [token.lower for token in self.tokens]
        self.starts = {token.start: at for at, token in enumerate(self.tokens)}
        self.ends = {token.end: at + 1 for at, token in enumerate(self.tokens)}

    def __len__(self) -> int:
        """Count the tokens."""
        return len(self.tokens)

    def __getitem__(self, at: int) -> Token:
        """Return the token at an index."""
        return self.tokens[at] if 0 <= at < len(self.tokens) else END

    def low(self, at: int) -> str:
        """Return the lower-case form of the token at an index, empty beyond an end."""
        return self.lows[at] if 0 <= at < len(self.lows) else ""

    def reads(self, at: int, *forms: str) -> bool:
        """Whether the tokens from an index on are these lower-case forms, all in one sentence."""
        end = at + len(forms)
        if at < 0 or self.low(at) != forms[0] or tuple(self.lows[at:end]) != forms:
            return False
        return self.tokens[at].sentence == self.tokens[end - 1].sentence

    def span(self, first: int, end: int) -> tuple[int, int]:
        """Return the offsets of the tokens from `first` up to, not including, `end`."""
        return self.tokens[first].start, self.tokens[end - 1].end


def by_word(entries: Iterable[_Entry], word: Callable[[_Entry], str]) -> Mapping[str, tuple[_Entry, ...]]:
    """Return the entries of a table by the one word of each that is looked at first, in their order."""
    found: dict[str, tuple[_Entry, ...]] = {}
    for entry in entries:
        found[word(entry)] = (*found.get(word(entry), ()), entry)
    return found


@lru_cache(maxsize=64)
def line_of(text: str) -> Line:
    """Return the tokens of a text; those of the texts asked for last are kept."""
    return Line(text)


def _tokens(text: str) -> list[Token]:
    found: list[Token] = []
    sentence = 0
    before = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        gap = text[before:start]
        word = match.group()
        if found and gap and ("\n" in gap or _ends_sentence(found, word)):
            sentence += 1
        kind: Kind = match.lastgroup  # type: ignore[assignment]
        lower = word.lower() if word.isascii() else word.lower().translate(_APOSTROPHES)
        found.append(Token(start, end, word, lower, kind, not gap, sentence))
        before = end
    return found


def _ends_sentence(found: list[Token], following: str) -> bool:
    """Whether a sentence ends after the tokens found, with white space and `following` next."""
    at = len(found) - 1
    while at > 0 and found[at].text in _CLOSING and at > len(found) - 4:
        at -= 1
    mark = found[at].text
    if mark in ("!", "?", "…"):
        return True
    if mark != "." or following[:1].islower():
        return False
    ended = found[at - 1] if at else END
    one_letter = len(ended.text) == 1 and ended.capital
    return not (found[at].close and (ended.lower in words().text["abbreviations"] or one_letter))
