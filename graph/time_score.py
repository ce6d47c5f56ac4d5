"""Found time expressions against annotated ones, counted as TempEval-3 counts them.

An annotation (`data/corpus/timex`) names exact words of title or text and which occurrence of them is meant.
Strict spans are equal, relaxed ones overlap; type and value are compared where spans overlap, and a value
counts in precision and recall like a span (UzZaman et al. 2013, https://aclanthology.org/S13-2001/).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graph.errors import DamagedError, FormatError
from graph.evaluation import Rate, Tally
from graph.model import Article, Part, TimeExpression
from graph.temporal import find_expressions, month_first

_PARTS: tuple[Part, ...] = ("title", "text")


@dataclass(frozen=True, slots=True)
class Timex:
    """One time expression: half-open code points of a part, TIMEX3 type and value."""

    part: Part
    start: int
    end: int
    words: str
    type: str
    value: str

    def overlaps(self, other: Timex) -> bool:
        """Whether both share a code point."""
        return self.part == other.part and self.start < other.end and other.start < self.end


@dataclass(slots=True)
class TimeCard:
    """Figures over some articles, and in words what is missed, extra or wrong."""

    articles: int = 0
    strict: Tally = field(default_factory=Tally)
    relaxed: Tally = field(default_factory=Tally)
    value: Tally = field(default_factory=Tally)
    type: Rate = field(default_factory=Rate)
    misses: list[str] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        """Yield the card as text."""
        for name, tally in (
            ("strict span", self.strict),
            ("relaxed span", self.relaxed),
            ("value", self.value),
        ):
            yield (
                f"{name:14} precision {tally.precision:.4f}  recall {tally.recall:.4f}  f1 {tally.f1:.4f}"
                f"  hit {tally.hit}  gold {tally.gold}  system {tally.system}"
            )
        rate = self.type
        yield f"{'type':14} accuracy {rate.accuracy or 0:.4f}  right {rate.right}  of {rate.of}"


def annotated(annotation: Mapping[str, Any], article: Article) -> tuple[Timex, ...]:
    """Return an article's annotated expressions with their offsets, in order.

    Raises:
        FormatError: words do not stand in the article as often as said.
    """
    found = []
    for entry in annotation["expressions"]:
        text = article.title if entry["part"] == "title" else article.text
        places = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(entry['words'])}(?!\w)", text or "")]
        if not 1 <= entry["occurrence"] <= len(places):
            raise FormatError(
                f"“{entry['words']}” does not occur {entry['occurrence']} times in the {entry['part']}",
                place=annotation["article"],
            )
        start = places[entry["occurrence"] - 1]
        end = start + len(entry["words"])
        found.append(Timex(entry["part"], start, end, entry["words"], entry["type"], entry["value"]))
    return tuple(sorted(found, key=lambda timex: (_PARTS.index(timex.part), timex.start)))


def read_annotations(folder: Path) -> dict[str, Mapping[str, Any]]:
    """Return the annotations of a folder by the names of their articles.

    Raises:
        DamagedError: a file is no JSON.
    """
    read = dict[str, Mapping[str, Any]]()
    for path in sorted(folder.glob("*.json")):
        try:
            read[path.stem] = json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            raise DamagedError(f"is no JSON: {error}", place=str(path)) from error
    return read


def found_in(article: Article) -> tuple[Timex, ...]:
    """Return the expressions that the program finds in an article, title first."""
    found: list[TimeExpression] = []
    order = month_first(article.url)
    for part in _PARTS:
        found += find_expressions(
            article.part(part), part=part, published=article.published, month_first=order
        )
    return tuple(Timex(each.part, each.start, each.end, each.text, each.type, each.value) for each in found)


def compared(card: TimeCard, name: str, gold: Sequence[Timex], system: Sequence[Timex]) -> None:
    """Add one article's expressions to a card; both sequences in order and without overlaps."""
    card.articles += 1
    spans = {(each.part, each.start, each.end) for each in gold}
    hits = sum((each.part, each.start, each.end) in spans for each in system)
    pairs = list(_pairs(gold, system))
    right = sum(one.value == two.value for one, two in pairs)
    for tally, hit in ((card.strict, hits), (card.relaxed, len(pairs)), (card.value, right)):
        tally.hit += hit
        tally.gold += len(gold)
        tally.system += len(system)
    for one, two in pairs:
        card.type.add(one.type == two.type)
    card.misses += _told(name, gold, system, pairs)


def _pairs(gold: Sequence[Timex], system: Sequence[Timex]) -> Iterator[tuple[Timex, Timex]]:
    """Yield overlapping expressions, each once, from left to right."""
    left = list(system)
    for one in gold:
        for two in left:
            if one.overlaps(two):
                left.remove(two)
                yield one, two
                break


def _told(
    name: str, gold: Sequence[Timex], system: Sequence[Timex], pairs: Iterable[tuple[Timex, Timex]]
) -> Iterator[str]:
    paired = list(pairs)
    for one in gold:
        if one not in [pair[0] for pair in paired]:
            yield f"{name}: missed “{one.words}” {one.type} {one.value}"
    for two in system:
        if two not in [pair[1] for pair in paired]:
            yield f"{name}: extra “{two.words}” {two.type} {two.value}"
    for one, two in paired:
        if (one.type, one.value) != (two.type, two.value):
            yield f"{name}: “{two.words}” is {two.type} {two.value}, annotated {one.type} {one.value}"
        elif one.words != two.words:
            yield f"{name}: “{two.words}” annotated as “{one.words}”"
