"""Stretches of an article that are no running text: captions, bylines, share lines, copyright lines.

The rules stand in `data/lexicon/passages.toml`. Each speaks of one whole line; a line that no rule describes
from its first to its last character is running text. Datelines before running text stay in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, get_args

from graph.errors import LexiconError
from graph.lexicons import load_lexicon
from graph.model import Passage

Kind = Literal["caption", "byline", "share", "copyright", "comments", "other"]
Place = Literal["any", "head", "tail", "edge"]

HEAD_LINES = 6
"""Lines with words at the head of an article among which bylines and datelines stand."""
TAIL_LINES = 8
"""Lines with words at its end among which credits, share lines and comments stand."""
_LINE = re.compile(r"[^\n]+")
_FRAGMENT = re.compile(r"<(\w+)>")


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of line that is no running text.

    Attributes:
        name: what such a line is.
        kind: of the passage.
        pattern: what the line must match from end to end.
        place: where in the article such a line can stand.
        longest: characters; a longer line is never matched.
        sentences: at most so many sentence ends; captions are short.
    """

    name: str
    kind: Kind
    pattern: re.Pattern[str]
    place: Place
    longest: int
    sentences: int

    def describes(self, line: str, *, at_head: bool, at_tail: bool) -> bool:
        """Whether the line, without white space around it, is of this kind."""
        if len(line) > self.longest:
            return False
        stands = {"any": True, "head": at_head, "tail": at_tail, "edge": at_head or at_tail}
        if not stands[self.place]:
            return False
        return self.pattern.fullmatch(line) is not None and len(_STOP.findall(line)) <= self.sentences


_STOP = re.compile(r"[a-z0-9)”\"][.!?](?=\s+[A-Z“\"])")


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """Return the rules in the order of the lexicon; the first that describes a line names its kind.

    Raises:
        LexiconError: an unknown kind, place or fragment, or a pattern that is no regular expression.
    """
    table = load_lexicon("passages")
    fragments: dict[str, str] = {}
    for name, pattern in table["fragments"].items():
        fragments[name] = _filled(pattern, fragments)
    return tuple(_rule(name, entry, fragments) for name, entry in table["rules"].items())


def _filled(pattern: str, fragments: dict[str, str]) -> str:
    def fragment(found: re.Match[str]) -> str:
        if found[1] not in fragments:
            raise LexiconError(f"no fragment <{found[1]}>", place="passages.toml")
        return f"(?:{fragments[found[1]]})"

    return _FRAGMENT.sub(fragment, pattern)


def _rule(name: str, entry: dict[str, Any], fragments: dict[str, str]) -> Rule:
    kind, place = entry["kind"], entry.get("place", "any")
    if kind not in get_args(Kind) or place not in get_args(Place):
        raise LexiconError(f"rule {name}: unknown kind {kind!r} or place {place!r}", place="passages.toml")
    flags = re.IGNORECASE if entry.get("any_case") else re.NOFLAG
    try:
        pattern = re.compile(_filled(entry["line"], fragments), flags)
    except re.error as error:
        raise LexiconError(f"rule {name}: {error}", place="passages.toml") from error
    return Rule(name, kind, pattern, place, entry.get("longest", 160), entry.get("sentences", 1))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """The span of each line with words, without the white space around it."""
    for found in _LINE.finditer(text):
        line = found.group()
        start = found.start() + len(line) - len(line.lstrip())
        end = found.start() + len(line.rstrip())
        if start < end:
            yield start, end


def passages(text: str, title: str = "") -> tuple[Passage, ...]:
    """Return the stretches of a stored text that are no running text, in order, never overlapping.

    A first line that repeats the title is one of them.
    """
    spans = list(_lines(text))
    return tuple(_told_apart(text, title, spans))


def _told_apart(text: str, title: str, spans: list[tuple[int, int]]) -> Iterator[Passage]:
    longest = max(rule.longest for rule in rules())
    wanted = " ".join(title.split()).casefold()
    for number, (start, end) in enumerate(spans):
        at_head, at_tail = number < HEAD_LINES, number >= len(spans) - TAIL_LINES
        if number == 0 and wanted and " ".join(text[start:end].split()).casefold() == wanted:
            yield Passage(start, end, "other")
            continue
        if end - start > longest:
            continue
        line = text[start:end]
        for rule in rules():
            if rule.describes(line, at_head=at_head, at_tail=at_tail):
                yield Passage(start, end, rule.kind)
                break


def is_running(text: str, apart: tuple[Passage, ...]) -> bool:
    """Whether any letter stands outside the stretches set apart."""
    begin = 0
    for passage in apart:
        if _has_letter(text, begin, passage.start):
            return True
        begin = passage.end
    return _has_letter(text, begin, len(text))


_LETTER = re.compile(r"[^\W\d_]")


def _has_letter(text: str, start: int, end: int) -> bool:
    return _LETTER.search(text, start, end) is not None
