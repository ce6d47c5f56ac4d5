"""Marked passages: short news of our own writing in which the words that tell of an event are marked.

    == Kenya | agency | 2023-06-21
    # MPs {passage happened approved|pass} finance bill

    NAIROBI - The bill now {assent required -|awaits the president's signature}.

A passage opens with country, manner and day; `#` stands before its headline. A mark holds types, statuses and
outcomes (`-` where there is none), each one or more with `/` between, the best first, then the words. Marks
of one step have one number (`{passage#2 …}`); the first of its type goes without.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.articles import read_pasted
from graph.errors import FormatError
from graph.model import Article, Part, Sentence
from graph.terms import EventType, Factuality, Outcome, Stance

_HEAD = re.compile(r"== (?P<country>[^|]+) \| (?P<manner>[^|]+) \| (?P<day>\d{4}-\d\d-\d\d)")
_MARK = re.compile(
    r"\{(?P<types>[\w/-]+)(?:#(?P<number>\d+))? (?P<statuses>[\w/]+) (?P<outcomes>[\w/-]+)"
    r"\|(?P<words>[^{}|]+)\}"
)
_NONE = "-"


@dataclass(frozen=True, slots=True)
class Mark:
    """The span of a part that tells of an event, and what it may be read as, the best first.

    `number` says which event of its first type it tells of, from 1; of positions it says nothing.
    """

    part: Part
    start: int
    end: int
    types: tuple[EventType | Stance, ...]
    statuses: tuple[Factuality, ...]
    outcomes: tuple[Outcome | None, ...]
    number: int = 1

    def stands_in(self, sentence: Sentence) -> bool:
        """Whether it begins in a sentence."""
        return self.part == sentence.part and sentence.start <= self.start < sentence.end


@dataclass(frozen=True, slots=True)
class Passage:
    """A short report with its marks."""

    article: Article
    marks: tuple[Mark, ...]


def passages_in(folder: Path) -> Iterator[Passage]:
    """Yield the passages of all files of a folder.

    Raises:
        FormatError: a heading or a mark is not of the form above.
    """
    for path in sorted(folder.glob("*.txt")):
        yield from read_passages(path)


def read_passages(path: Path) -> Iterator[Passage]:
    """Yield the passages of a file.

    Raises:
        FormatError: a heading or a mark is not of the form above.
    """
    heading, lines = 0, list[str]()
    for number, line in enumerate([*path.read_text(encoding="utf-8").splitlines(), "=="], 1):
        if not line.startswith("=="):
            lines.append(line)
            continue
        if heading:
            yield _passage(lines, f"{path.name}:{heading}")
        elif any(lines):
            raise FormatError("no heading stands before the text", place=f"{path.name}:1")
        heading, lines = number, [line]


def _passage(lines: list[str], place: str) -> Passage:
    head = _HEAD.fullmatch(lines[0])
    if head is None:
        raise FormatError("the heading is not “== COUNTRY | MANNER | DAY”", place=place)
    try:
        day = dt.date.fromisoformat(head["day"])
    except ValueError as error:
        raise FormatError(f"the heading names no day: {error}", place=place) from error
    titles = [line[1:] for line in lines[1:] if line.startswith("#")]
    body = "\n".join(line for line in lines[1:] if not line.startswith("#"))
    title, in_title = _read(" ".join(titles).strip(), "title", place)
    text, in_text = _read(body.strip(), "text", place)
    article = read_pasted(text, title=title, published=day, outlet=head["manner"])
    if (article.title, article.text) != (title, text):
        raise FormatError("the text holds signs that an article does not keep", place=place)
    return Passage(article, (*in_title, *in_text))


def _kind(name: str) -> EventType | Stance:
    return Stance(name) if name in tuple(Stance) else EventType(name)


def _read(marked: str, part: Part, place: str) -> tuple[str, list[Mark]]:
    """Return the text without its marks, and the marks."""
    text, marks, last = "", list[Mark](), 0
    try:
        for match in _MARK.finditer(marked):
            text += marked[last : match.start()]
            types = tuple(map(_kind, match["types"].split("/")))
            statuses = tuple(Factuality(name) for name in match["statuses"].split("/"))
            outcomes = tuple(
                None if name == _NONE else Outcome(name) for name in match["outcomes"].split("/")
            )
            span, number = (len(text), len(text) + len(match["words"])), int(match["number"] or 1)
            marks.append(Mark(part, *span, types, statuses, outcomes, number))
            text += match["words"]
            last = match.end()
    except ValueError as error:
        raise FormatError(f"a mark is wrong: {error}", place=place) from error
    text += marked[last:]
    if set("{}") & set(text):
        raise FormatError("a brace stands outside a mark", place=place)
    return text, marks
