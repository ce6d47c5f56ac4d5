"""The score card: extracted events against annotated ones, by the project's annotation guidelines.

Events pair one to one where their types agree and an annotated anchor lies inside (or overlaps) a quoted
sentence; of all pairings the one with most pairs and most right attributes is taken (maximum weight
matching). A strict pair is right in type, status, outcome, bill and date.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import networkx as nx

from graph.errors import DamagedError, FormatError
from graph.terms import COARSER, STAGES, Stance

Entry = Mapping[str, Any]
_STAGES = frozenset(str(kind) for kind in STAGES)
_POSITIONS = frozenset(str(stance) for stance in Stance)
_QUOTES = str.maketrans("‘’“”–—\u00a0", "''\"\"-- ")


def levelled(text: str) -> str:
    """Return a text with quotation marks, dashes and hard spaces levelled, each sign in its place."""
    return text.translate(_QUOTES)


def plain(text: str | None) -> str:
    """Return a text with case, quotation marks, dashes and white space levelled."""
    return re.sub(r"\s+", " ", levelled(text or "")).strip().casefold()


def name_words(name: str | None) -> frozenset[str]:
    """Return the words of a name, without article and punctuation."""
    bare = re.sub(r"[^\w ]", "", plain(name))
    return frozenset(re.sub(r"^(the|a|an) ", "", bare).split())


def same_name(name: str | None, names: Iterable[str | None]) -> bool:
    """Whether a name is one of some, or the longer of two has the shorter one's words (two at least)."""
    words = name_words(name)
    for other in names:
        gold = name_words(other)
        if (
            words
            and gold
            and (words == gold or (len(gold) > 1 and gold < words) or (len(words) > 1 and words < gold))
        ):
            return True
    return False


def any_of(value: object) -> list[Any]:
    """Return the values that an annotation accepts, the best first."""
    return value if isinstance(value, list) else [value]


def days(start: str | None, end: str | None) -> tuple[int, int] | None:
    """Return first and last day as ordinals; a missing one is the other."""
    if not start and not end:
        return None
    first, last = (dt.date.fromisoformat(str(d)[:10]) for d in (start or end, end or start))
    return first.toordinal(), last.toordinal()


def overlap(a: tuple[int, int], b: tuple[int, int]) -> float:
    """Return the shared days of two windows as a share of all their days."""
    both = min(a[1], b[1]) - max(a[0], b[0]) + 1
    return max(0, both) / (max(a[1], b[1]) - min(a[0], b[0]) + 1)


@dataclass(slots=True)
class Tally:
    """Counts behind precision, recall and F1."""

    hit: int = 0
    gold: int = 0
    system: int = 0

    @property
    def precision(self) -> float:
        """Share of the found that is right."""
        return self.hit / self.system if self.system else 0.0

    @property
    def recall(self) -> float:
        """Share of the annotated that is found."""
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Rate:
    """Counts behind an accuracy."""

    right: int = 0
    of: int = 0

    def add(self, right: bool) -> None:
        """Count one more."""
        self.right += right
        self.of += 1

    @property
    def accuracy(self) -> float | None:
        """Share that is right; None where nothing was counted."""
        return self.right / self.of if self.of else None


@dataclass(slots=True)
class ScoreCard:
    """All figures over some articles, and in words what is missed, extra or wrong."""

    articles: int = 0
    tallies: dict[str, Tally] = field(
        default_factory=lambda: {
            k: Tally() for k in ("stages", "positions", "strict stages", "participants", "actors", "bills")
        }
    )
    rates: dict[str, Rate] = field(
        default_factory=lambda: {
            k: Rate() for k in ("status", "outcome", "bill", "date exact", "date close", "votes", "evidence")
        }
    )
    misses: list[str] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        """Yield the card as text."""
        for name, tally in self.tallies.items():
            yield (
                f"{name:14} precision {tally.precision:.4f}  recall {tally.recall:.4f}  f1 {tally.f1:.4f}"
                f"  hit {tally.hit}  gold {tally.gold}  system {tally.system}"
            )
        for name, rate in self.rates.items():
            share = "none" if rate.accuracy is None else f"{rate.accuracy:.4f}"
            yield f"{name:14} accuracy {share}  right {rate.right}  of {rate.of}"

    def figures(self) -> dict[str, Any]:
        """Return the card as plain values."""
        found: dict[str, Any] = {"articles": self.articles}
        for name, tally in self.tallies.items():
            found[name] = {
                "precision": tally.precision,
                "recall": tally.recall,
                "f1": tally.f1,
                "hit": tally.hit,
                "gold": tally.gold,
                "system": tally.system,
            }
        for name, rate in self.rates.items():
            found[name] = {"accuracy": rate.accuracy, "right": rate.right, "of": rate.of}
        return found


def is_quoted(gold: Entry, quotes: Iterable[str]) -> bool:
    """Return whether a quote holds an anchor of an annotated event, or an anchor a quote."""
    anchors = [plain(anchor) for anchor in gold["anchors"]]
    given = [plain(quote) for quote in quotes]
    return any(a in q or q in a for a in anchors for q in given if a and q)


def _right(gold: Entry, system: Entry, bills: Mapping[str, list[str]]) -> dict[str, bool | None]:
    """Return what of one pair is right; None where the annotation says nothing."""
    date = gold.get("date") or {}
    wanted, given = (
        days(date.get("earliest"), date.get("latest")),
        days(system.get("start"), system.get("end")),
    )
    votes = {k: v for k, v in (gold.get("votes") or {}).items() if v is not None}
    found = system.get("votes") or {}
    status = system.get("status")
    return {
        "status": bool({status, COARSER.get(str(status))} & set(any_of(gold["status"]))),
        "outcome": (system.get("outcome") or None) in any_of(gold.get("outcome")),
        "bill": same_name(system.get("bill"), bills.get(gold["bill"], [gold["bill"]]))
        if gold.get("bill")
        else None,
        "date exact": None if wanted is None else wanted == given,
        "date close": None if wanted is None else given is not None and overlap(wanted, given) >= 0.5,
        "votes": all(found.get(k) == v for k, v in votes.items()) if votes else None,
    }


def _shared_parts(gold: Entry, system: Entry, actors: Mapping[str, list[str]]) -> int:
    left, hit = [(p.get("name"), p.get("role")) for p in system.get("participants") or []], 0
    for part in gold.get("participants") or []:
        names = actors.get(part["actor"], [part["actor"]])
        match = next(
            (given for given in left if given[1] == part["role"] and same_name(given[0], names)), None
        )
        if match is not None:
            left.remove(match)
            hit += 1
    return hit


def paired(
    gold: Sequence[Entry],
    system: Sequence[Entry],
    actors: Mapping[str, list[str]],
    bills: Mapping[str, list[str]],
) -> list[tuple[Entry, Entry]]:
    """Return annotated events with the found ones that they are paired with, as many as can be, the likest.

    Args:
        gold, system: annotated and found events.
        actors, bills: all names of each by the name that the annotation prefers.
    """
    graph: nx.Graph[tuple[str, int]] = nx.Graph()
    for i, wanted in enumerate(gold):
        for j, given in enumerate(system):
            if given.get("type") in any_of(wanted["type"]) and is_quoted(wanted, given.get("quotes") or []):
                worth = (
                    10
                    + sum(bool(v) for v in _right(wanted, given, bills).values())
                    + _shared_parts(wanted, given, actors)
                )
                graph.add_edge(("g", i), ("s", j), weight=worth)
    matched = nx.max_weight_matching(graph, maxcardinality=True)
    ordered = sorted((a[1], b[1]) if a[0] == "g" else (b[1], a[1]) for a, b in matched)
    return [(gold[i], system[j]) for i, j in ordered]


def _with_aliases(entries: Iterable[Entry] | None) -> dict[str, list[str]]:
    return {entry["name"]: [entry["name"], *(entry.get("aliases") or [])] for entry in entries or []}


def _score_events(
    card: ScoreCard,
    gold: Entry,
    found: Entry,
    actors: Mapping[str, list[str]],
    bills: Mapping[str, list[str]],
) -> None:
    for kind, types in (("stages", _STAGES), ("positions", _POSITIONS)):
        wanted = [e for e in gold["events"] if any_of(e["type"])[0] in types]
        given = [e for e in found.get("events") or [] if e.get("type") in types]
        pairs = paired(wanted, given, actors, bills)
        for name in (kind, "strict stages") if kind == "stages" else (kind,):
            card.tallies[name].gold += len(wanted)
            card.tallies[name].system += len(given)
        card.tallies[kind].hit += len(pairs)
        for event, answer in pairs:
            _score_pair(card, gold["article"], kind, event, answer, actors, bills)
        if kind == "stages":
            hit_gold, hit_system = {id(g) for g, _ in pairs}, {id(s) for _, s in pairs}
            card.misses += [
                f"{gold['article']}: missed {any_of(e['type'])[0]} “{e['anchors'][0]}”"
                for e in wanted
                if id(e) not in hit_gold
            ]
            card.misses += [
                f"{gold['article']}: extra {e['type']} “{(e.get('quotes') or [''])[0][:120]}”"
                for e in given
                if id(e) not in hit_system
            ]


def _score_pair(
    card: ScoreCard,
    article: str,
    kind: str,
    gold: Entry,
    system: Entry,
    actors: Mapping[str, list[str]],
    bills: Mapping[str, list[str]],
) -> None:
    right = _right(gold, system, bills)
    parts = card.tallies["participants"]
    parts.hit += _shared_parts(gold, system, actors)
    parts.gold += len(gold.get("participants") or [])
    parts.system += len(system.get("participants") or [])
    if kind != "stages":
        return
    for name, value in right.items():
        if value is not None:
            card.rates[name].add(value)
    for quote in system.get("quotes") or []:
        card.rates["evidence"].add(is_quoted(gold, [quote]))
    card.tallies["strict stages"].hit += all(
        v for k, v in right.items() if v is not None and k not in ("date close", "votes")
    )
    wrong = [name for name, value in right.items() if value is False]
    if wrong:
        card.misses.append(
            f"{article}: {any_of(gold['type'])[0]} “{gold['anchors'][0]}”: wrong {', '.join(wrong)}"
        )


def _score_names(card: ScoreCard, found: Entry, gold: Mapping[str, Mapping[str, list[str]]]) -> None:
    for kind, table in gold.items():
        left = [entry.get("name") for entry in found.get(kind) or []]
        card.tallies[kind].gold += len(table)
        card.tallies[kind].system += len(left)
        for names in table.values():
            match = next((name for name in left if same_name(name, names)), None)
            if match is not None:
                left.remove(match)
                card.tallies[kind].hit += 1


def read_gold(folder: Path) -> Iterator[Entry]:
    """Yield the annotations of a folder in the order of their names.

    Raises:
        FormatError: the folder holds no annotation.
        DamagedError: a file is no JSON.
    """
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise FormatError("no annotations (*.json) in this folder", place=str(folder))
    for path in paths:
        try:
            yield json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            raise DamagedError(f"not valid JSON: {error}", place=str(path)) from error


def score(gold: Iterable[Entry], records: Mapping[str, Entry]) -> ScoreCard:
    """Return the score card of extraction records by article against annotations."""
    card = ScoreCard()
    for annotation in gold:
        card.articles += 1
        found = records.get(annotation["article"], {})
        actors, bills = _with_aliases(annotation.get("actors")), _with_aliases(annotation.get("bills"))
        _score_events(card, annotation, found, actors, bills)
        _score_names(card, found, {"actors": actors, "bills": bills})
    return card
