"""A sentence as the words, numbers and marks that votes are read from, one by one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from graph.lexicons import load_lexicon

Side = Literal["for", "against", "abstain"]
SIDES: tuple[Side, ...] = ("for", "against", "abstain")

_WORD = re.compile(
    r"(?:2[4-9]|[3-9]\d|\d{3})(?=:\d{2,3}\b)"  # "54:54" is no time of day
    r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?|[^\W\d_]+(?:['’.][^\W\d_]+)*|[-–—−]|[%$£€.,;:!?()/]"
)
_COUNT = re.compile(r"\d{1,3}(?:,\d{3})*")  # "6367" is part of a telephone number, "6,367" are votes
_PARTS = frozenset("23456789")
DASHES = frozenset("-–—−")


class Word(NamedTuple):
    """A word, number or mark of a sentence, with its offsets; `text` is in lower case."""

    text: str
    start: int
    end: int
    capital: bool

    @property
    def is_dash(self) -> bool:
        """Whether it can join the figures of a tally."""
        return self.text in DASHES


@dataclass(frozen=True, slots=True)
class Count:
    """A number: words `first` up to, not including, `end`."""

    value: int
    first: int
    end: int
    in_words: bool


@lru_cache(maxsize=1)
def vote_words() -> dict[str, frozenset[str]]:
    """Return the word lists of the lexicon by name; the sides' phrases under "for", "against" and so on."""
    read = load_lexicon("votes")
    tables = {**read["words"], **read["sides"], **read["attachment"], "zero": read["zero"]["phrases"]}
    tables |= {"zero_counted": read["zero"]["counted"], "or_side": [*tables["voters"], "opposition"]}
    return {name: frozenset(listed) for name, listed in tables.items()}


@lru_cache(maxsize=1)
def _numbers() -> dict[str, int]:
    return dict(load_lexicon("votes")["numbers"])


@cache
def phrases(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the phrases of a list as words, the longest first."""
    return tuple(sorted((tuple(p.split()) for p in vote_words()[name]), key=lambda p: (-len(p), p)))


@lru_cache(maxsize=4096)
def _beginning(name: str, word: str) -> tuple[tuple[str, ...], ...]:
    """Return the phrases of a list that begin with a word, the longest first."""
    return tuple(phrase for phrase in phrases(name) if phrase[0] == word)


def words_in(text: str) -> list[Word]:
    """Return the words, numbers and marks of a sentence; quotation marks are left out."""
    return [
        Word(m.group().lower().replace("’", "'"), m.start(), m.end(), m.group()[0].isupper())
        for m in _WORD.finditer(text)
    ]


def tells_number(text: str) -> bool:
    """Whether a sentence has a word with which a number can begin."""
    return any(begins_number(word.lower()) for word in _WORD.findall(text))


def reads(line: list[Word], at: int, name: str) -> int:
    """Return the index after the longest phrase of a list that stands at an index; 0 where none does."""
    for phrase in _beginning(name, low(line, at)):
        if len(line) - at >= len(phrase) and all(line[at + i].text == w for i, w in enumerate(phrase)):
            return at + len(phrase)
    return 0


def low(line: list[Word], at: int) -> str:
    """Return the word at an index, "" outside the sentence."""
    return line[at].text if 0 <= at < len(line) else ""


def number_at(line: list[Word], at: int) -> Count | None:
    """Return the number at an index of a sentence."""
    text = line[at].text
    if text.isdigit() and low(line, at + 1) == "/" and low(line, at + 2) in _PARTS:
        return Count(-1, at, at + 3, False)  # "a 2/3 majority"
    if text[0].isdigit():
        plain = text.replace(",", "") if _COUNT.fullmatch(text) else ""
        return Count(int(plain) if plain else -1, at, at + 1, False)
    table, total, step = _numbers(), 0, at
    while (value := table.get(low(line, step))) is not None:
        if total and not (total % 100 == 0 or (total % 10 == 0 and 0 < value < 10)):
            break
        total, step = total + value, step + 1
        if low(line, step) == "hundred" and total < 100:
            total, step = total * 100, step + 1
            step += low(line, step) == "and" and low(line, step + 1) in table
        elif low(line, step) in DASHES and total % 100 >= 20 and 0 < table.get(low(line, step + 1), 0) < 10:
            step += 1
    return Count(total, at, step, True) if step > at else None


def begins_number(word: str) -> bool:
    """Whether a number can begin with a word, "no" and "without" included."""
    return word[:1].isdigit() or word in _numbers() or word in ("no", "not", "without")


def starts_number(line: list[Word], at: int) -> bool:
    """Whether a number starts at an index."""
    return low(line, at)[:1].isdigit() or low(line, at) in _numbers()
