"""An answer as its table shows it: names in place of identifiers, each leading to its page."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import unquote

from graph.rdf.answers import Table
from graph.terms import Factuality
from graph.ui.address import address, shown_in_article
from graph.views.library import Library
from graph.vocabulary import ID, PREFIXES
from graph.wording import day

MOST_SHOWN = 1000
"""Rows that the page shows; the file has all."""

Cell = str | dict[str, Any] | None

_SENTENCE = re.compile(r"(article/[^/]+)/([ht])(\d+)-(\d+)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_STATUSES = {status.value for status in Factuality}


def answer_payload(shelf: Library, found: Table) -> dict[str, Any]:
    """Return an answer as the table takes it.

    A column of identifiers whose names stand in a column of their own is folded into that one, as its links.
    """
    rows = found.rows[:MOST_SHOWN]
    texts = {name: [row[at] for row in rows] for at, name in enumerate(found.columns)}
    goals = {
        name: [shown(shelf, value) if value else None for value in values]
        for name, values in texts.items()
        if _identifiers(values)
    }
    cells: dict[str, list[Cell]] = {}
    for name, values in texts.items():
        if name not in goals:
            cells[name] = _plain(values)
    for name, told in goals.items():
        linked: list[Cell] = [None if one is None else _link(*one) for one in told]
        names = [None if one is None else one[0] for one in told]
        home = next((n for n, values in texts.items() if n not in goals and values == names), None)
        cells[home or name] = linked
    order = [name for name in found.columns if name in cells]
    return {
        "columns": [{"name": name.replace("_", " "), "number": _numbers(texts[name])} for name in order],
        "rows": [list(row) for row in zip(*(cells[name] for name in order), strict=True)],
    }


def shown(shelf: Library, value: str) -> tuple[str, str | None]:
    """Return what an address of the graph is called, and where it can be seen; None where it has no page."""
    identity = unquote(value.removeprefix(ID)) if value.startswith(ID) else ""
    sentence = _SENTENCE.fullmatch(identity)
    if sentence and sentence[1] in shelf.accounts:
        article = shelf.accounts[sentence[1]].article
        part, words = ("title", article.title) if sentence[2] == "h" else ("text", article.text)
        start, end = int(sentence[3]), int(sentence[4])
        return words[start:end], shown_in_article(article.id, part, start)
    if identity in shelf.assessments:
        return shelf.name(identity), address("timeline", bill=shelf.bill_of(identity), event=identity)
    if identity in shelf.bills:
        return shelf.name(identity), address("bill", bill=identity)
    if identity in shelf.actors:
        return shelf.name(identity), address("actor", actor=identity)
    if identity in shelf.accounts:
        article = shelf.accounts[identity].article
        return article.title, address("articles", article=article.id)
    return _prefixed(value), None


def _prefixed(value: str) -> str:
    """Return an address with the prefix that its beginning has: `lp:Bill`."""
    for prefix, beginning in PREFIXES.items():
        if value.startswith(beginning) and value != beginning:
            return f"{prefix}:{value.removeprefix(beginning)}"
    return value


def _link(text: str, to: str | None) -> Cell:
    return {"text": text, "to": to} if to else text


def _told(values: Sequence[str | None]) -> list[str]:
    return [value for value in values if value]


def _identifiers(values: Sequence[str | None]) -> bool:
    told = _told(values)
    return bool(told) and all(value.startswith(tuple(PREFIXES.values())) for value in told)


def _numbers(values: Sequence[str | None]) -> bool:
    told = _told(values)
    return bool(told) and all(_NUMBER.fullmatch(value) for value in told)


def _plain(values: Sequence[str | None]) -> list[Cell]:
    """Return the cells of a column of texts: days in words, statuses with their signs."""
    told = _told(values)
    if told and all(value in _STATUSES for value in told):
        return [{"text": value, "status": value} if value else None for value in values]
    if told and all(_DAY.fullmatch(value) for value in told):
        return [_day(value) if value else None for value in values]
    return list(values)


def _day(value: str) -> Cell:
    try:
        return {"text": day(dt.date.fromisoformat(value)), "sort": value}
    except ValueError:  # a text such as 2026-02-30
        return value
