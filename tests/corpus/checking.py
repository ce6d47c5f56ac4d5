"""What must hold of an annotation and its article; faults in plain words."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from graph.corpus import Split, split_of
from graph.evaluation import any_of
from graph.model import Article
from graph.temporal.words import words
from graph.terms import STAGES, Stance

Entry = Mapping[str, Any]

TYPES = frozenset(map(str, STAGES)) | frozenset(map(str, Stance))
STATUSES = frozenset({"happened", "ongoing", "scheduled", "promised", "required", "possible", "denied"})
OUTCOMES = frozenset({"approved", "rejected", "postponed", None})
ROLES = frozenset({"agent", "recipient", "affected"})
KINDS = frozenset({"person", "organisation"})
SIDES = frozenset({"for", "against", "abstain"})
KEYS = {
    "annotation": {"article", "published", "bills", "actors", "events"},
    "bill": {"name", "aliases"},
    "person": {"name", "kind", "aliases", "offices"},
    "organisation": {"name", "kind", "aliases", "offices"},
    "event": {"type", "outcome", "status", "anchors", "bill", "date", "participants", "votes"},
}
NOTHING = ("nil", "no", "nobody", "none", "unanimous", "unanimously", "without")
LONG = 12  # words from which on two equal sentences are a copy, not chance


def gathered_first(corpus: Path) -> list[str]:
    """Return the articles that were gathered before the rules were written, in a fixed proportion of parts:
    those whose names were marked, and those of `measure`; of later ones only those in the manner of their
    pages ("news-…") fall in `measure` too.
    """
    lines = (corpus / "names.jsonl").read_text(encoding="utf-8").splitlines()
    marked = {json.loads(line)["article"] for line in lines}
    names = [path.stem for path in (corpus / "gold").glob("*.json")]
    return sorted(
        name
        for name in names
        if name in marked or (split_of(name) is Split.MEASURE and not name.startswith("news-"))
    )


def _keys(entry: Entry, kind: str, *, optional: frozenset[str] = frozenset()) -> Iterator[str]:
    if unknown := entry.keys() - KEYS[kind]:
        yield f"unknown keys {sorted(unknown)}"
    if lacking := KEYS[kind] - optional - entry.keys():
        yield f"lacks {sorted(lacking)}"


def _values(name: str, value: object, allowed: frozenset[Any]) -> Iterator[str]:
    if not any_of(value):
        yield f"no {name}"
    yield from (f"unknown {name} {v!r}" for v in any_of(value) if v not in allowed)


def _day(value: object) -> dt.date | None:
    """Return a day written as YYYY-MM-DD, None for anything else."""
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return None
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        return None


def _date(date: object) -> Iterator[str]:
    if date is None:
        return
    if not isinstance(date, dict) or date.keys() != {"earliest", "latest"}:
        yield f"date has not exactly earliest and latest: {date!r}"
        return
    first, last = _day(date["earliest"]), _day(date["latest"])
    if first is None or last is None:
        yield f"date is not in days of the form 2026-02-07: {date!r}"
    elif first > last:
        yield f"date ends before it begins: {date!r}"


def _stands_as_number(figure: int, text: str) -> bool:
    """Whether a figure is written in a text, in digits or in words."""
    if re.search(rf"(?<![\d.,]){figure:,}(?!\d)|(?<![\d.,]){figure}(?!\d)", text):
        return True
    spoken = {word for word, number in words().numbers.items() if number == figure}
    for ten, tens in words().numbers.items():
        if tens in range(20, 100, 10):
            spoken |= {f"{ten}-{one}" for one, number in words().numbers.items() if tens + number == figure}
    if figure == 0:
        spoken |= set(NOTHING)
    return any(re.search(rf"\b{re.escape(word)}\b", text.casefold()) for word in spoken)


def _votes(votes: object, text: str) -> Iterator[str]:
    if votes is None:
        return
    if not isinstance(votes, dict) or votes.keys() != SIDES:
        yield f"votes have not exactly for, against and abstain: {votes!r}"
        return
    figures = [figure for figure in votes.values() if figure is not None]
    if not figures:
        yield "votes without a figure"
    for figure in figures:
        if not isinstance(figure, int) or isinstance(figure, bool) or figure < 0:
            yield f"vote figure {figure!r} is no count"
        elif not _stands_as_number(figure, text):
            yield f"vote figure {figure} does not stand in the article"


def _event(event: Entry, article: Article, actors: set[str], bills: set[str]) -> Iterator[str]:
    yield from _keys(event, "event")
    yield from _values("type", event.get("type"), TYPES)
    yield from _values("status", event.get("status"), STATUSES)
    yield from _values("outcome", event.get("outcome"), OUTCOMES)
    anchors = event.get("anchors") or []
    if not anchors:
        yield "no anchor"
    for anchor in anchors:
        if not anchor.strip() or (anchor not in article.title and anchor not in article.text):
            yield f"anchor does not stand in the article: {anchor!r}"
    if event.get("bill") is not None and event["bill"] not in bills:
        yield f"bill {event['bill']!r} is not among the bills"
    for part in event.get("participants") or []:
        if part.get("actor") not in actors:
            yield f"participant {part.get('actor')!r} is not among the actors"
        yield from _values("role", part.get("role"), ROLES)
    yield from _date(event.get("date"))
    yield from _votes(event.get("votes"), f"{article.title}\n{article.text}")


def _names(entries: Iterable[Entry], article: Article) -> Iterator[str]:
    told = f"{article.title}\n{article.text}".casefold()  # headlines have capitals of their own
    counts = Counter[str]()
    for entry in entries:
        counts[entry["name"]] += 1
        for name in (entry["name"], *(entry.get("aliases") or [])):
            if not name.strip() or name.casefold() not in told:
                yield f"name does not stand in the article: {name!r}"
    yield from (f"{name!r} is listed {count} times" for name, count in counts.items() if count > 1)


def _actor(actor: Entry) -> Iterator[str]:
    yield from _values("kind", actor.get("kind"), KINDS)
    kind = "person" if actor.get("kind") == "person" else "organisation"
    optional = frozenset({"offices"}) if kind == "organisation" else frozenset[str]()
    yield from (f"actor {actor.get('name')!r} {fault}" for fault in _keys(actor, kind, optional=optional))
    for office in actor.get("offices") or []:
        if office.keys() != {"title", "organisation"} or not any(office.values()):
            yield f"office of {actor.get('name')!r} has not title and organisation, or neither"


def annotation_faults(annotation: Entry, article: Article) -> Iterator[str]:
    """Yield what is wrong with one annotation of an article."""
    yield from _keys(annotation, "annotation")
    if annotation.get("article") != article.id:
        yield f"is said to be of {annotation.get('article')!r}"
    published = article.published.isoformat() if article.published else None
    if annotation.get("published") != published:
        yield f"published {annotation.get('published')!r}, the article says {published!r}"
    bills, actors = annotation.get("bills") or [], annotation.get("actors") or []
    for bill in bills:
        yield from (f"bill {bill.get('name')!r} {fault}" for fault in _keys(bill, "bill"))
    for actor in actors:
        yield from _actor(actor)
    yield from _names(bills, article)
    yield from _names(actors, article)
    for nth, event in enumerate(annotation.get("events") or []):
        kind = any_of(event.get("type"))[:1]
        known_actors, known_bills = ({e["name"] for e in entries} for entries in (actors, bills))
        for fault in _event(event, article, known_actors, known_bills):
            yield f"event {nth} {kind}: {fault}"
    seen = Counter(repr(event) for event in annotation.get("events") or [])
    yield from (f"listed {count} times: {event}" for event, count in seen.items() if count > 1)


def article_faults(article: Article) -> Iterator[str]:
    """Yield what is lacking in an article's front matter."""
    for name in ("title", "outlet", "published", "url", "text"):
        if not getattr(article, name):
            yield f"no {name}"
    if article.url and not re.match(
        r"https?://[^/\s]+\.[^/\s]+/\S*$|https?://[^/\s]+\.[^/\s]+$", article.url
    ):
        yield f"url is no address: {article.url!r}"
    if not article.retold:
        yield "is not marked as retold"
    yield from article.notices


def shared_sentences(articles: Iterable[Article]) -> list[tuple[str, list[str]]]:
    """Return the sentences of twelve or more words that several articles have, with their names."""
    found = defaultdict[str, set[str]](set)
    for article in articles:
        for sentence in re.split(r"(?<=[.!?])[\"”’')]*\s+|\n+", article.text):
            told = re.findall(r"\w+", sentence.casefold())
            if len(told) >= LONG:
                found[" ".join(told)].add(article.id)
    return [(sentence, sorted(names)) for sentence, names in sorted(found.items()) if len(names) > 1]
