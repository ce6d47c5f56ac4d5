"""What every format ends in: the fields of one record become an `Article`, or are refused.

The stored text keeps the input's text code point for code point. Only control characters (C0 but tab and line
feed, DEL, C1), lone surrogates and the two noncharacters that XML forbids are replaced, one for one, so that
an offset into the stored text is an offset into the text that the file had.
"""

from __future__ import annotations

import datetime as dt
import re
from urllib.parse import urlsplit

from graph.articles import limits
from graph.articles.dates import stated_date
from graph.articles.passages import is_running, passages
from graph.articles.writing import is_foreign, is_mostly_signs
from graph.errors import NoTextError
from graph.model import Article
from graph.vocabulary import digest

FOREIGN = "it has next to none of the commonest English words; only English is understood"
"""What is noticed of a text in another language."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_NO_CHARACTER = re.compile(r"[\ud800-\udfff\ufffe\uffff]")
_DIRECTION = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_ADDRESS = re.compile(r"https?://[^\s\x00-\x20\x7f-\x9f\ud800-\udfff]+", re.IGNORECASE)


def storable(text: str) -> tuple[str, list[str]]:
    """Return the text with unstorable characters replaced one for one, and notices that count them.

    A carriage return before a line feed becomes a space, one by itself a line feed: both are line ends and
    not counted.
    """
    notices = []
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    text, controls = _CONTROL.subn(" ", text)
    if controls:
        notices.append(f"{controls:,} control character{'s'[: controls > 1]} replaced by spaces")
    text, broken = _NO_CHARACTER.subn("\ufffd", text)
    if broken:
        notices.append(f"{broken:,} lone surrogate{'s'[: broken > 1]} or noncharacters replaced by U+FFFD")
    return text, notices


def one_line(words: str) -> str:
    """Return a title, name or identifier on one line: white space joined, no control characters."""
    return " ".join(storable(words)[0].split())


def kept_url(address: str | None) -> tuple[str | None, str | None]:
    """Return the address if it is an absolute http or https one, and otherwise a notice with the address."""
    if address is None or not address.strip():
        return None, None
    plain = address.strip()
    try:
        kept = (
            len(plain) <= limits.URL_CHARACTERS
            and _ADDRESS.fullmatch(plain) is not None
            and bool(urlsplit(plain).hostname)
        )
    except ValueError:  # brackets without an IPv6 address between them
        kept = False
    return (plain, None) if kept else (None, f"address not kept, no http address: {_shortened(address)}")


def _shortened(words: str, longest: int = 80) -> str:
    plain = one_line(words[: 2 * longest])
    return f"“{plain}”" if len(plain) <= longest else f"“{plain[:longest]}…”"


def kept_date(published: dt.date | str | None) -> tuple[dt.date | None, str | None]:
    """Return the stated day, and otherwise a notice with the words that state none."""
    if published is None or isinstance(published, dt.date):
        return published, None
    if not published.strip():
        return None, None
    day = stated_date(published)
    return day, None if day else f"publication date unknown: {_shortened(published)} states no day"


def _kept_title(title: str) -> tuple[str, list[str]]:
    stored, replaced = storable(title)
    plain, notices = " ".join(stored.split()), [f"title: {notice}" for notice in replaced]
    if len(plain) > limits.TITLE_CHARACTERS:
        plain = plain[: limits.TITLE_CHARACTERS].rstrip()
        notices.append(f"title cut to {limits.TITLE_CHARACTERS:,} characters")
    return plain, notices


def _kept_name(name: str | None, what: str) -> tuple[str | None, str | None]:
    plain = one_line(name or "")
    if len(plain) > limits.NAME_CHARACTERS:
        return None, f"{what} not kept: longer than {limits.NAME_CHARACTERS} characters"
    return plain or None, None


def assemble(
    *,
    place: str,
    fallback: str,
    text: str,
    identifier: str | None = None,
    title: str | None = None,
    published: dt.date | str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    retold: bool = False,
    notices: tuple[str, ...] = (),
) -> Article:
    """Return the article made from one record's fields.

    Args:
        place: file and record, for messages.
        fallback: the identifier if the record gives none that can be used.
        text: running text without the title, as in the input.
        identifier, title, outlet, url: as in the input.
        published: a day, or the words that state it.
        retold: whether the text retells the page at `url` in other words.
        notices: what the reader already changed.

    Raises:
        LimitError: the text is longer than ARTICLE_BYTES or ARTICLE_LINES.
        NoTextError: there is no letter in it outside the stretches that are no running text, or next to none
            stands in a word.
    """
    refuse_long(text, place)
    stored, replaced = storable(text)
    hidden = len(_DIRECTION.findall(stored))
    if hidden:
        replaced.append(f"{hidden:,} invisible direction mark{'s'[: hidden > 1]} kept in the text")
    name, name_notice = _kept_name(identifier, "identifier")
    heading, heading_notices = _kept_title(title or "")
    day, day_notice = kept_date(published)
    house, house_notice = _kept_name(outlet, "outlet")
    address, address_notice = kept_url(url)
    apart = passages(stored, heading)
    if not is_running(stored, apart):
        raise NoTextError("there is no article text", place=place)
    if is_mostly_signs(stored):
        raise NoTextError(
            "most of it is no words", place=place, remedy="save the article as plain text or HTML"
        )
    foreign = FOREIGN if is_foreign(stored) else None
    told = (foreign, name_notice, day_notice, house_notice, address_notice)
    return Article(
        id=name or one_line(fallback) or f"article-{digest(heading, stored)}",
        title=heading,
        text=stored,
        published=day,
        outlet=house,
        url=address,
        retold=retold,
        set_aside=apart,
        notices=(*notices, *replaced, *heading_notices, *(notice for notice in told if notice)),
    )


def refuse_long(text: str, place: str) -> None:
    """Refuse a text beyond the limits of one article.

    Raises:
        LimitError: it has too many bytes or lines.
    """
    size = len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))
    if size > limits.ARTICLE_BYTES:
        raise limits.beyond(f"the text has {size:,} bytes", "ARTICLE_BYTES", place=place, remedy="split it")
    lines = text.count("\n") + text.count("\r") + 1
    if lines > limits.ARTICLE_LINES:
        raise limits.beyond(f"the text has {lines:,} lines", "ARTICLE_LINES", place=place, remedy="split it")
