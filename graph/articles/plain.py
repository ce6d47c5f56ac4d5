"""Plain text: the first line is the title, the rest is the text.

Blank lines before and after the text are not part of it. A first line longer than HEADLINE_CHARACTERS, or one
that nothing follows, is text. The publication date is taken only from a line at the head that says
`Published: …`; no other date in the text is one.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from graph.articles import limits
from graph.articles.decoding import decode
from graph.articles.passages import HEAD_LINES
from graph.articles.record import assemble
from graph.articles.source import Source
from graph.errors import FormatError, InputError
from graph.model import Article
from graph.vocabulary import digest

_STATED = re.compile(
    r"(?:first published|published|publication date|date published|posted)(?: on)? ?:"
    r" ?(?P<words>[^|\n]+?) ?(?:\|.*)?",
    re.IGNORECASE,
)
_PAGE = re.compile(r"\s*<(?:!doctype\s+html|html)\b", re.IGNORECASE)


def read(source: Source) -> Iterator[Article | InputError]:
    """Yield the one article of a .txt file.

    Raises:
        InputError: it is no text, has none, or too much of it.
    """
    text, notices = decode(source.content, place=source.place)
    if _PAGE.match(text[:2000]):
        raise FormatError(
            "the content is an HTML page", place=source.place, remedy="give it a name that ends in .html"
        )
    title, body, notices = split_title(text, notices)
    yield assemble(
        place=source.place,
        fallback=source.stem,
        title=title,
        text=body,
        published=stated_at_head(body),
        notices=notices,
    )


def read_pasted(
    text: str,
    *,
    title: str | None = None,
    published: dt.date | None = None,
    outlet: str | None = None,
    url: str | None = None,
) -> Article:
    """Return the article that someone pasted.

    Args:
        text: what was pasted; its first line is the title where `title` is None, as in a .txt file.
        title: the title; the whole of `text` is then text.
        published: the day of publication; None takes it from a `Published: …` line at the head.
        outlet, url: where it stood.

    Returns:
        An article whose identifier is made from title and text.

    Raises:
        InputError: there is no text in it, or too much.
    """
    notices: tuple[str, ...] = ()
    body = text
    if title is None:
        title, body, notices = split_title(text, ())
    return assemble(
        place="the pasted text",
        fallback=f"pasted-{digest(title, body)}",
        title=title,
        text=body,
        published=published or stated_at_head(body),
        outlet=outlet,
        url=url,
        notices=notices,
    )


def without_blank_edges(text: str) -> str:
    """Return the text from its first line with words to its last."""
    kept = text.rstrip()
    first = len(kept) - len(kept.lstrip())
    return kept[max(kept.rfind("\n", 0, first), kept.rfind("\r", 0, first)) + 1 :]


def split_title(text: str, notices: tuple[str, ...]) -> tuple[str, str, tuple[str, ...]]:
    """Return title, text and notices of a plain text."""
    body = without_blank_edges(text)
    first = re.match(r"[^\r\n]*", body)
    line = first.group() if first else ""
    rest = without_blank_edges(body[len(line) :])
    if not rest:
        return "", body, notices
    if len(line.strip()) > limits.HEADLINE_CHARACTERS:
        long = (
            f"the first line is longer than {limits.HEADLINE_CHARACTERS} characters: read as text, no title"
        )
        return "", body, (*notices, long)
    return line, rest, notices


def stated_at_head(text: str) -> str | None:
    """Return the words after `Published:` in one of the first lines, or None."""
    head = [line.strip() for line in text[:4000].splitlines() if line.strip()][:HEAD_LINES]
    for line in head:
        found = _STATED.fullmatch(line) if len(line) <= 120 else None
        if found:
            return found["words"]
    return None
