"""RSS and Atom by feedparser (https://feedparser.readthedocs.io), fed with bytes in memory only.

Before feedparser sees a feed, it is walked once by expat: a document type declaration (the seat of entity
bombs and of external entities), damage, and anything beyond the limits are refused there. Dates are taken
from the words of the item, never from feedparser's own reading of them, which guesses.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any
from xml.parsers import expat

from graph.articles import limits
from graph.articles.decoding import decode
from graph.articles.markup import lines, tokens
from graph.articles.record import assemble
from graph.articles.source import PARSER_FAILURES, Source
from graph.errors import DamagedError, FormatError, InputError, NoTextError
from graph.model import Article
from graph.vocabulary import digest

_DECLARED = re.compile(rb"<\?xml[^>]{0,200}encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})[\"']")
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,400}\?>")
_ROOTS = frozenset({"rss", "feed", "rdf"})
_LONG = frozenset({"description", "encoded", "content", "summary", "body", "fulltext", "tagline", "subtitle"})
"""Local names of the elements that hold an article's text, within which length is not limited."""
_TAG = re.compile(r"<[a-zA-Z/!]")


def read(source: Source) -> Iterator[Article | InputError]:
    """Yield the articles of a feed; items that are refused are yielded as errors.

    An article's identifier is the file's name and a digest of the item's guid, else its link, else its words.

    Raises:
        InputError: it is no feed, is damaged, declares a document type, or is beyond a limit.
    """
    declared = _DECLARED.search(source.content[:400])
    text, notices = decode(
        source.content, place=source.place, declared=declared[1].decode("ascii") if declared else None
    )
    declaration = _DECLARATION.match(text)
    if declaration:  # it is decoded already; its lines still count
        text = "\n" * declaration.group().count("\n") + text[declaration.end() :]
    begins = _Walk(source.place).begins(text)
    parsed = _parsed(text.encode("utf-8")[begins:], source.place)
    outlet = parsed.feed.get("title")
    if not parsed.entries:
        raise NoTextError("the feed has no items", place=source.place)
    for number, entry in enumerate(parsed.entries, 1):
        if number > limits.FEED_ITEMS:
            yield limits.beyond(
                f"the feed has {len(parsed.entries):,} items", "FEED_ITEMS", place=source.place
            )
            return
        try:
            yield _article(entry, outlet, source, number, notices)
        except InputError as error:
            yield error


def _parsed(feed: bytes, place: str) -> Any:  # noqa: ANN401  # feedparser has no types
    """feedparser's reading of a feed that is known to be well-formed XML.

    Raises:
        DamagedError: feedparser stumbles nevertheless.
        FormatError: it is no feed.
    """
    import feedparser  # costs 100 ms, and only feeds need it

    # a stream: feedparser tries to open even bytes as a file name
    try:
        parsed = feedparser.parse(
            io.BytesIO(feed),
            sanitize_html=False,  # nothing but text is kept of it
            resolve_relative_uris=False,
            response_headers={"content-type": "application/xml; charset=utf-8"},
        )
    except PARSER_FAILURES as error:
        raise DamagedError(f"not readable as a feed: {error}", place=place) from error
    if parsed.bozo:
        raise DamagedError(f"not readable as a feed: {parsed.bozo_exception}", place=place)
    if not parsed.version:
        raise FormatError("no RSS or Atom feed that we read", place=place)
    return parsed


class _Walk:
    """One walk through a feed's XML, without building anything."""

    def __init__(self, place: str) -> None:
        self._place = place
        self._begins = -1
        self._path: list[str] = []
        self._within = 0  # elements open that hold an article's text
        self._elements = 0
        self._lengths: list[int] = []
        self._expat = expat.ParserCreate("utf-8")
        self._expat.StartDoctypeDeclHandler = self._doctype
        self._expat.StartElementHandler = self._start
        self._expat.EndElementHandler = self._end
        self._expat.CharacterDataHandler = self._characters

    def begins(self, text: str) -> int:
        """Return the byte of the UTF-8 text at which the root element begins.

        Raises:
            FormatError: the root is no feed's, or a document type is declared.
            DamagedError: it is no well-formed XML.
            LimitError: it is beyond a limit.
        """
        try:
            self._expat.Parse(text.encode("utf-8"), True)
        except expat.ExpatError as error:
            reason = expat.ErrorString(error.code)
            place = f"{self._place}, line {error.lineno}"
            raise DamagedError(f"not well-formed XML: {reason}", place=place) from error
        return self._begins

    def _doctype(self, *declared: object) -> None:
        raise FormatError(
            "a document type is declared; feeds need none", place=self._here(), remedy="remove it"
        )

    def _here(self) -> str:
        return f"{self._place}, line {self._expat.CurrentLineNumber}"

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2].lower()
        if self._begins < 0:
            self._begins = self._expat.CurrentByteIndex
            if local not in _ROOTS:
                raise FormatError(
                    f"no RSS or Atom feed: the root element is “{name[:40]}”", place=self._place
                )
        self._path.append(local)
        self._lengths.append(0)
        self._within += local in _LONG
        self._elements += 1
        if self._elements > limits.FEED_ELEMENTS:
            raise limits.beyond("too many elements", "FEED_ELEMENTS", place=self._here())
        if len(self._path) > limits.FEED_DEPTH:
            raise limits.beyond("nested too deep", "FEED_DEPTH", place=self._here())
        if len(attributes) > limits.FEED_ATTRIBUTES:
            raise limits.beyond("too many attributes of one element", "FEED_ATTRIBUTES", place=self._here())
        if any(len(value) > limits.FEED_FIELD_CHARACTERS for value in attributes.values()):
            raise limits.beyond("an attribute is too long", "FEED_FIELD_CHARACTERS", place=self._here())

    def _end(self, name: str) -> None:
        self._within -= self._path.pop() in _LONG
        self._lengths.pop()

    def _characters(self, text: str) -> None:
        if self._within:
            return
        self._lengths[-1] += len(text)
        if self._lengths[-1] > limits.FEED_FIELD_CHARACTERS:
            found = f"the element “{self._path[-1][:40]}” is too long"
            raise limits.beyond(found, "FEED_FIELD_CHARACTERS", place=self._here())


def _article(
    entry: Any,  # noqa: ANN401
    outlet: str | None,
    source: Source,
    number: int,
    notices: tuple[str, ...],
) -> Article:
    """The article of one item.

    Raises:
        InputError: it has no text, or too much.
    """
    place = source.at(f"item {number}")
    contents = [(part.get("value") or "", part.get("type") or "") for part in entry.get("content", [])]
    told = list(notices)
    if not contents and entry.get("summary"):
        contents = [(entry["summary"], entry.get("summary_detail", {}).get("type") or "")]
        told.append("the text is the item's description, which may be only a summary")
    if not contents:
        raise NoTextError("the item has no text", place=place)
    text = _text(*max(contents, key=lambda content: len(content[0])), place)
    title = _text(entry.get("title") or "", entry.get("title_detail", {}).get("type") or "", place)
    changed = dict.get(entry, "updated")  # the mapping's own `get` answers with another date and a warning
    if not entry.get("published") and changed:
        told.append(f"publication date unknown: “{str(changed)[:40]}” may be the day of a change")
    link = entry.get("link")
    if link == entry.get("id") and not str(link).startswith("http"):
        link = None  # feedparser takes any identifier for an address
    known_by = entry.get("id") or link or f"{title}\n{text}"
    return assemble(
        place=place,
        fallback=f"{source.stem}-{digest(known_by)}",
        title=title,
        text=text,
        published=entry.get("published"),
        outlet=outlet,
        url=link,
        notices=tuple(told),
    )


def _text(value: str, kind: str, place: str) -> str:
    """Plain text as it is, HTML as lines; what calls itself HTML but has no tag keeps its own line ends."""
    if kind == "text/plain":
        return value
    if not _TAG.search(value):
        return "".join(token for token in tokens(value, place) if isinstance(token, str))
    return lines(tokens(value, place))
