"""JSON (one article, or a list of them) and JSON Lines (one article a line, https://jsonlines.org).

Numbers are kept as written, so that none is too long; `NaN` and `Infinity`, which are no JSON (RFC 8259), are
taken as unknown with a notice; of a field that stands twice the last is used, with a notice.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any

from graph.articles import limits
from graph.articles.decoding import decode
from graph.articles.markdown import language_notice
from graph.articles.record import assemble
from graph.articles.source import Source
from graph.errors import DamagedError, InputError, NoTextError
from graph.model import Article


class _Fields(dict[str, Any]):
    """A JSON object that remembers which of its fields stood twice with different values."""

    repeated: tuple[str, ...] = ()


class _NoNumber:
    """What stands for NaN and Infinity until a notice has told of it."""


def _fields(pairs: list[tuple[str, Any]]) -> _Fields:
    made = _Fields(pairs)
    if len(made) < len(pairs):
        first: dict[str, Any] = {}
        twice = [name for name, value in pairs if first.setdefault(name, value) != value]
        made.repeated = tuple(sorted(set(twice)))
    return made


def parse(text: str, place: str) -> Any:  # noqa: ANN401  # JSON is anything
    """Return the value of a JSON text; its numbers are text as written.

    Raises:
        DamagedError: it is no JSON, or nested deeper than the parser goes (about a thousand levels).
    """
    try:
        return json.loads(
            text,
            object_pairs_hook=_fields,
            parse_int=str,
            parse_float=str,
            parse_constant=lambda word: _NoNumber(),
        )
    except json.JSONDecodeError as error:
        where = (
            f"line {error.lineno}, character {error.colno}" if "\n" in text else f"character {error.colno}"
        )
        raise DamagedError(f"not valid JSON: {error.msg} ({where})", place=place) from error
    except RecursionError as error:
        raise DamagedError("not read: JSON nested deeper than about 1,000 levels", place=place) from error


def read(source: Source) -> Iterator[Article | InputError]:
    """Yield the articles of a .json file; records that are refused are yielded as errors.

    Raises:
        InputError: the file as a whole is no JSON, or holds neither an object nor a list.
    """
    text, notices = decode(source.content, place=source.place)
    content = parse(text, source.place)
    if isinstance(content, _Fields):
        yield article(content, place=source.place, fallback=source.stem, notices=notices)
        return
    if not isinstance(content, list):
        raise DamagedError("neither an object nor a list of objects", place=source.place)
    if not content:
        raise NoTextError("the list is empty", place=source.place)
    for number, record in enumerate(content, 1):
        try:
            place = source.at(f"record {number}")
            yield article(record, place=place, fallback=f"{source.stem}-{number}", notices=notices)
        except InputError as error:
            yield error


def read_lines(source: Source) -> Iterator[Article | InputError]:
    """Yield the articles of a .jsonl file, one a line; lines that are refused are yielded as errors.

    Blank lines are no records. An article without identifier is named after the file and its line.

    Raises:
        InputError: there is no line in it.
    """
    content, file_notices = source.content, ()  # type: tuple[bytes, tuple[str, ...]]
    if (
        content[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in content[:4]
    ):  # lines of UTF-16 do not end in a byte
        text, file_notices = decode(content, place=source.place)
        content = text.encode("utf-8")
    empty = True
    for number, line in enumerate(io.BytesIO(content), 1):
        if not line.strip():
            continue
        empty = False
        place = source.at(f"line {number}")
        try:
            if len(line) > limits.RECORD_BYTES:
                raise limits.beyond(f"the line has {len(line):,} bytes", "RECORD_BYTES", place=place)
            text, notices = decode(line, place=place)
            record = parse(text, place)
            fallback = f"{source.stem}-{number}"
            yield article(record, place=place, fallback=fallback, notices=(*file_notices, *notices))
        except InputError as error:
            yield error
    if empty:
        raise NoTextError("the file is empty", place=source.place)


def article(record: object, *, place: str, fallback: str, notices: tuple[str, ...] = ()) -> Article:
    """Return the article of one record with the fields id, title, published, url, outlet, text.

    Raises:
        InputError: the record is no object, or has no text, or too much.
    """
    if not isinstance(record, _Fields):
        raise DamagedError("the record is no object with a field “text”", place=place)
    told = [
        f"the field “{name}” stands twice; the last is used" for name in record.repeated if name in _NAMES
    ]
    found: dict[str, str | None] = {}
    for name in _NAMES:
        value = record.get(name)
        if isinstance(value, _NoNumber):
            told.append(f"the field “{name}” is NaN, which is no JSON; taken as unknown")
        elif isinstance(value, str):
            found[name] = value
        elif value is not None and name != "retold":
            if name == "text":
                raise DamagedError("the field “text” holds no text", place=place)
            told.append(f"the field “{name}” holds no text; not used")
    text = found.get("text")
    if text is None:
        raise NoTextError("there is no field “text”", place=place, remedy="the text belongs in “text”")
    return assemble(
        place=place,
        fallback=fallback,
        identifier=found.get("id"),
        title=found.get("title"),
        text=text,
        published=found.get("published"),
        outlet=found.get("outlet"),
        url=found.get("url"),
        retold=record.get("retold") is True,
        notices=(*notices, *told, *language_notice(found.get("language"))),
    )


_NAMES = ("id", "title", "published", "url", "outlet", "text", "language", "retold")
