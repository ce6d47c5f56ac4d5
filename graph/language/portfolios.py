"""Persons named behind what their office is for: "Minister for Social Services | Gwenda Holm"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from graph.language.known_names import is_known_body, places
from graph.language.names import Name, Token, office_at

_LINKS = frozenset(("and", "&", ",", "the"))
_FOR = frozenset(("for", "of"))


def after_portfolios(tokens: Sequence[Token], text: str, is_common: Callable[[str], bool]) -> Iterator[Name]:
    """Yield the persons named by two words right behind what an office is for, of which no dictionary has
    both; `is_common` tells whether one has a word.
    """
    for index, (word, _, _) in enumerate(tokens):
        if word not in _FOR or index == 0 or not _is_office_before(tokens, index):
            continue
        end = index + 1
        while end < len(tokens) and (_is_capital(tokens[end][0]) or tokens[end][0] in _LINKS):
            end += 1
        first = end - 2
        if first < index + 2:
            continue
        before, named = (_plain(tokens[a:b]) for a, b in ((index + 1, first), (first, end)))
        able = all(_is_capital(word) for word, _, _ in tokens[first:end])
        able = able and not all(map(is_common, named.split()))
        able = able and named not in places() and not is_known_body(named)
        if able and (is_common(before.split()[-1]) or before in places()):
            start, stop = tokens[first][1], tokens[end - 1][2]
            yield Name(start, stop, text[start:stop], "PERSON", known=True)


def _is_office_before(tokens: Sequence[Token], index: int) -> bool:
    """Whether an office ends right before a word."""
    return any(office_at(tokens, first) == index - first for first in range(max(0, index - 4), index))


def _is_capital(word: str) -> bool:
    return word[:1].isupper() and word[1:].islower()


def _plain(tokens: Sequence[Token]) -> str:
    return " ".join(word for word, _, _ in tokens).lower()
