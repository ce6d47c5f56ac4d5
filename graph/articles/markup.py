"""HTML as a stream of tokens, read in one pass whose time grows with the length only.

The tokens are those of the HTML Standard's tokeniser (https://html.spec.whatwg.org/multipage/parsing.html),
less what no article needs. Two readers use them: pages, which are written anew from their tokens before a
tree is built (so that no parser ever meets an unbounded tag), and feeds, whose items hold pieces of HTML.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from graph.articles import limits

_OPENING = re.compile(r"<(?=[a-zA-Z/!?])")  # any other `<` is a mere sign
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
_ATTRIBUTE = re.compile(r"""([^\s/>][^\s/>=]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>"'][^\s>]*)?)?""")
_FILLING = re.compile(r"[\s/]*")
_COMMENT_END = re.compile(r"--!?>")
_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
_UNSEEN = frozenset({"script", "style", "textarea", "title", "iframe", "noembed", "noframes"})
_BREAKS = re.compile(  # names of the elements that begin or end a line
    r"address|article|aside|blockquote|body|br|button|caption|center|dd|details|dialog|div|dl"
    r"|dt|fieldset|figcaption|figure|footer|form|h1|h2|h3|h4|h5|h6|head|header|hr|html|li|main"
    r"|nav|ol|option|p|pre|section|select|summary|table|tbody|td|tfoot|th|thead|tr|ul"
)


class Tag(NamedTuple):
    """A start or end tag; names in lower case, attribute values with their references resolved."""

    name: str
    closing: bool
    attributes: tuple[tuple[str, str], ...]


class Raw(NamedTuple):
    """What stands between the tags of an element that holds no markup."""

    name: str
    content: str


def tokens(page: str, place: str) -> Iterator[str | Tag | Raw]:
    """Yield text (references resolved), tags and raw content in the order of the page.

    Raises:
        LimitError: too many tags or links, or too many attributes in one tag.
    """
    position, tags, links, attributes = 0, 0, 0, 0
    while position < len(page):
        found = _OPENING.search(page, position)
        opening = found.start() if found else len(page)
        if text := html.unescape(page[position:opening]):  # "&#1" is a reference to nothing
            yield text
        name = _TAG.match(page, opening)
        if not name:
            position = _after_no_tag(page, opening)
            continue
        tag, position = _tag(page, name, place)
        if tag is None:
            return
        tags, links = tags + (not tag.closing), links + (tag.name == "a" and not tag.closing)
        attributes += len(tag.attributes)
        if tags > limits.HTML_TAGS:
            raise limits.beyond(
                "too many tags in the HTML", "HTML_TAGS", place=place, remedy="save it as text"
            )
        if links > limits.HTML_LINKS:
            raise limits.beyond(
                "too many links in the HTML", "HTML_LINKS", place=place, remedy="save it as text"
            )
        if attributes > limits.HTML_ALL_ATTRIBUTES:
            raise limits.beyond("too many attributes in the HTML", "HTML_ALL_ATTRIBUTES", place=place)
        yield tag
        if tag.name in _RAW and not tag.closing:
            closing = _end_of(tag.name).search(page, position)
            end = closing.start() if closing else len(page)
            yield Raw(tag.name, page[position:end])
            position = end


@lru_cache(maxsize=16)
def _end_of(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE | re.ASCII)


def _after_no_tag(page: str, opening: int) -> int:
    """Where the page goes on after a `<` that begins a comment or a declaration, or stands at its end."""
    if page.startswith("<!--", opening):
        end = _COMMENT_END.search(page, opening + 2)
        return end.end() if end else len(page)
    closing = page.find(">", opening)
    return closing + 1 if closing >= 0 else len(page)


def _tag(page: str, found: re.Match[str], place: str) -> tuple[Tag | None, int]:
    """The tag that begins at a match, and the position after it; None where the page ends within it."""
    attributes = []
    position = found.end()
    while True:
        position = _filled_to(page, position)
        if position >= len(page):
            return None, position
        if page[position] == ">":
            break
        attribute = _ATTRIBUTE.match(page, position)
        if not attribute:  # cannot be: any other character begins a name
            return None, len(page)
        position = attribute.end()
        value = attribute[2] or ""
        attributes.append((attribute[1].lower(), html.unescape(value[1:-1] if value[:1] in "\"'" else value)))
        if len(attributes) > limits.HTML_ATTRIBUTES:
            raise limits.beyond("too many attributes in one tag", "HTML_ATTRIBUTES", place=place)
    return Tag(found[2].lower(), found[1] == "/", tuple(attributes)), position + 1


def _filled_to(page: str, position: int) -> int:
    filling = _FILLING.match(page, position)
    return filling.end() if filling else position


@lru_cache(maxsize=1)
def _mark_runs() -> re.Pattern[str]:
    """More combining marks in a row than MARKS, in one piece of text."""
    marks = [number for number in range(0x300, 0x1F000) if unicodedata.combining(chr(number))]
    ranges: list[list[int]] = []
    for number in marks:
        if ranges and ranges[-1][1] == number - 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    marked = "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)
    return re.compile(f"([{marked}]{{{limits.MARKS}}})[{marked}]+")


def without_mark_runs(text: str) -> tuple[str, int]:
    """Return the text with at most MARKS combining marks in a row, and in how many places some were cut.

    Marks at the beginning, which belong to no letter of this text, count as a run that is already full.
    """
    if text.isascii():
        return text, 0
    first = next((number for number, sign in enumerate(text) if not unicodedata.combining(sign)), len(text))
    kept, cut = _mark_runs().subn(r"\1", text[first:])
    return kept, cut + (first > 0)


def lines(page: Iterable[str | Tag | Raw]) -> str:
    """Return the visible text, a line for each block, white space joined as a browser does."""
    made: list[str] = []
    pieces: list[str] = []
    for token in page:
        if isinstance(token, str):
            pieces.append(token)
        elif isinstance(token, Raw):
            if token.name not in _UNSEEN:
                pieces.append(token.content)
        elif _BREAKS.fullmatch(token.name):
            made.append(" ".join("".join(pieces).split()))
            pieces = []
    made.append(" ".join("".join(pieces).split()))
    return "\n".join(line for line in made if line)
