"""Comma-separated values (RFC 4180) with a header row: id, title, published, url, outlet, text.

Only the column text is required. The header also tells the separator: comma, semicolon or tab.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Protocol

from graph.articles import limits
from graph.articles.decoding import decode
from graph.articles.markdown import language_notice
from graph.articles.record import assemble
from graph.articles.source import Source
from graph.errors import DamagedError, InputError, NoTextError
from graph.model import Article

_SEPARATORS = (",", ";", "\t")


class Rows(Protocol):
    """What `csv.reader` returns."""

    line_num: int

    def __next__(self) -> list[str]:
        """Return the next row."""
        ...


def read(source: Source) -> Iterator[Article | InputError]:
    """Yield the articles of a .csv file; rows that are refused are yielded as errors.

    An article without identifier is named after the file and the number of its row.

    Raises:
        InputError: the file is empty or has no column `text`.
    """
    text, notices = decode(source.content, place=source.place)
    if not text.strip():
        raise NoTextError("the file is empty", place=source.place)
    # the limit is the whole process's; it is only ever raised, to what one article may have
    csv.field_size_limit(max(csv.field_size_limit(), limits.ARTICLE_BYTES))
    columns, table = _opened(text, source.at("line 1"))
    number = 0
    while True:
        line = table.line_num + 1
        place = source.at(f"row {number + 1} (line {line})")
        try:
            row = next(table)
        except StopIteration:
            break
        except csv.Error as error:
            number += 1
            yield _unreadable(error, place)
            continue
        if not row:
            continue
        number += 1
        try:
            yield _article(columns, row, place=place, fallback=f"{source.stem}-{number}", notices=notices)
        except InputError as error:
            yield error
    if not number:
        raise NoTextError("there is no row under the header", place=source.place)


def _opened(text: str, place: str) -> tuple[list[str], Rows]:
    """The names in the header row, and a reader that stands behind it.

    Raises:
        DamagedError: the first row is no header that we know.
    """
    for separator in _SEPARATORS:
        table = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        try:
            columns = [name.strip().lower() for name in next(table)]
        except (csv.Error, StopIteration):
            continue
        if "text" not in columns:
            continue
        twice = sorted({name for name in columns if name in _COLUMNS and columns.count(name) > 1})
        if twice:
            raise DamagedError(f"the column “{twice[0]}” stands twice", place=place)
        return columns, table
    raise DamagedError(
        "there is no column “text”",
        place=place,
        remedy="the first line names the columns: id,title,published,url,outlet,text",
    )


def _unreadable(error: csv.Error, place: str) -> InputError:
    if "field larger" in str(error):
        return limits.beyond("a field is too long", "ARTICLE_BYTES", place=place, remedy="split it")
    return DamagedError(
        f"not valid CSV: {error}", place=place, remedy="double the quotation marks inside a field"
    )


def _article(
    columns: list[str], row: list[str], *, place: str, fallback: str, notices: tuple[str, ...]
) -> Article:
    """The article of one row.

    Raises:
        InputError: the row has more or fewer fields than the header, no text, or too much.
    """
    if len(row) != len(columns):
        raise DamagedError(f"the row has {len(row)} fields, the header {len(columns)}", place=place)
    fields = dict(zip(columns, row, strict=True))
    return assemble(
        place=place,
        fallback=fallback,
        identifier=fields.get("id"),
        title=fields.get("title"),
        text=fields["text"],
        published=fields.get("published"),
        outlet=fields.get("outlet"),
        url=fields.get("url"),
        retold=fields.get("retold", "").strip().lower() == "true",
        notices=(*notices, *language_notice(fields.get("language"))),
    )


_COLUMNS = frozenset({"id", "title", "published", "url", "outlet", "text", "language", "retold"})
