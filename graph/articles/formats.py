"""Which name is read how, and how much of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from graph.articles import archive, csvtable, feed, jsonrecords, limits, markdown, page, plain
from graph.articles.decoding import refuse_binary
from graph.articles.source import Source
from graph.errors import FormatError, InputError, NoTextError
from graph.model import Article


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file.

    Attributes:
        suffixes: in lower case, with the dot.
        limit: name of the constant that says how many bytes of it are read.
        read: turns a source into articles and refusals.
    """

    suffixes: tuple[str, ...]
    limit: str
    read: Callable[[Source], Iterator[Article | InputError]]

    @property
    def most_bytes(self) -> int:
        """How many bytes of such a file are read."""
        most: int = getattr(limits, self.limit)
        return most


FORMATS = (
    Format((".txt",), "TEXT_FILE_BYTES", plain.read),
    Format((".md", ".markdown"), "TEXT_FILE_BYTES", markdown.read),
    Format((".html", ".htm"), "HTML_BYTES", page.read),
    Format((".json",), "JSON_BYTES", jsonrecords.read),
    Format((".jsonl", ".ndjson"), "RECORDS_BYTES", jsonrecords.read_lines),
    Format((".csv",), "RECORDS_BYTES", csvtable.read),
    Format((".xml", ".rss", ".atom"), "FEED_BYTES", feed.read),
)
ARCHIVE = ".zip"


def format_of(name: str, place: str) -> Format:
    """Return the format that a file's name says it has.

    Raises:
        FormatError: none that we read.
    """
    suffix = PurePosixPath(name).suffix.lower()
    for known in FORMATS:
        if suffix in known.suffixes:
            return known
    wanted = ", ".join(suffix for known in FORMATS for suffix in known.suffixes)
    what = f"names that end in {suffix}" if suffix else "names without suffix"
    raise FormatError(f"{what} are not read", place=place, remedy=f"we read {wanted}, {ARCHIVE}")


def most_bytes(name: str, place: str) -> tuple[int, str]:
    """Return how many bytes of a file are read, and the name of the constant that says so.

    Raises:
        FormatError: none, by its name.
    """
    if name.lower().endswith(ARCHIVE):
        return limits.ZIP_BYTES, "ZIP_BYTES"
    known = format_of(name, place)
    return known.most_bytes, known.limit


def read_source(source: Source) -> Iterator[Article | InputError]:
    """Yield the articles of a file, or of all files in an archive; what is refused is yielded as errors."""
    for one in sources(source):
        yield from (one,) if isinstance(one, InputError) else read_plain(one)


def sources(source: Source) -> Iterator[Source | InputError]:
    """Yield a file itself, or the files in an archive, unread; what is refused is yielded as errors."""
    if source.suffix != ARCHIVE:
        yield source
        return
    try:
        yield from archive.members(source, _allowed_in_archive)
    except InputError as error:
        yield error


def read_plain(source: Source) -> Iterator[Article | InputError]:
    """Yield the articles of a file that is no archive; what is refused is yielded as errors."""
    try:
        yield from _read_file(source)
    except InputError as error:
        yield error


def _allowed_in_archive(name: str, place: str) -> int:
    if name.startswith("."):
        raise FormatError("hidden files are not read", place=place)
    return format_of(name, place).most_bytes


def _read_file(source: Source) -> Iterator[Article | InputError]:
    """The articles of one file, as many and with as many refusals as the limits allow.

    Raises:
        InputError: the file as a whole is refused.
    """
    known = format_of(source.name, source.place)
    if len(source.content) > known.most_bytes:
        raise limits.beyond(
            f"the file has {len(source.content):,} bytes", known.limit, place=source.place, remedy="split it"
        )
    if not source.content:
        raise NoTextError("the file is empty", place=source.place)
    refuse_binary(source)
    articles = refusals = 0
    for item in known.read(source):
        yield item
        articles, refusals = articles + isinstance(item, Article), refusals + isinstance(item, InputError)
        if articles >= limits.RECORDS:
            raise limits.beyond(
                "too many articles; not read further", "RECORDS", place=source.place, remedy="split it"
            )
        if refusals >= limits.REFUSALS:
            raise limits.beyond("too much is refused; not read further", "REFUSALS", place=source.place)
