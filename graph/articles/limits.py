"""How much of anything is read; every refusal names the constant that it rests on.

The numbers come from measurements of the parsers behind the readers: each is far above what news needs and
low enough that the worst input found for it takes seconds, not minutes.
"""

from __future__ import annotations

from graph.errors import LimitError

ARTICLE_BYTES = 5_000_000
"""UTF-8 bytes of one article's text."""
ARTICLE_LINES = 100_000
"""Lines of one article's text; each is compared with the patterns of stretches that are no running text."""
TITLE_CHARACTERS = 1_000
"""Characters of a title; what goes beyond is cut, with a notice."""
NAME_CHARACTERS = 300
"""Characters of an identifier, an outlet's name or a date's words."""
URL_CHARACTERS = 2_000
"""Characters of an address."""
HEADLINE_CHARACTERS = 300
"""A first line of plain text that is longer than this is running text, not a title."""
MARKS = 30
"""Combining marks in a row; Unicode's own stream-safe format (UAX 15) allows as many. More make the
normalisation inside HTML extraction quadratic (CPython issue 149079)."""

TEXT_FILE_BYTES = 20_000_000
"""A .txt or .md file (an article of ARTICLE_BYTES can be four times as long in UTF-32)."""
FRONT_MATTER_CHARACTERS = 20_000
"""The YAML block at the head of a Markdown file."""

HTML_BYTES = 5_000_000
HTML_TAGS = 20_000
"""Start tags of a page; extraction takes about a second for as many, and grows faster than the page."""
HTML_LINKS = 5_000
"""Links of a page; 5,000 take one second, 10,000 take ten."""
HTML_ATTRIBUTES = 200
"""Attributes of one tag; the parser compares each with all others."""
HTML_ALL_ATTRIBUTES = 100_000
"""Attributes of a whole page."""

FEED_BYTES = 10_000_000
FEED_ITEMS = 5_000
FEED_ELEMENTS = 100_000
FEED_DEPTH = 200
FEED_ATTRIBUTES = 100
FEED_FIELD_CHARACTERS = 10_000
"""Characters of an attribute, or of an element other than those that hold an article's text."""

JSON_BYTES = 50_000_000
RECORDS_BYTES = 200_000_000
"""A .jsonl or .csv file."""
RECORD_BYTES = 20_000_000
"""One line of a .jsonl file."""
RECORDS = 200_000
"""Articles out of one file."""
REFUSALS = 1_000
"""Refused records of one file, after which the rest of it is not read."""

ZIP_BYTES = 200_000_000
ZIP_MEMBERS = 2_000
ZIP_TOTAL_BYTES = 200_000_000
"""Everything in an archive, unpacked."""
ZIP_RATIO = 100
"""Unpacked bytes for each packed byte of a member, once it has given ZIP_RATIO_FROM."""
ZIP_RATIO_FROM = 1_000_000

ADDRESSES = 20
"""Addresses that are asked in one go."""
REDIRECTS = 5
"""Times that an address may lead to another one."""
FETCH_SECONDS = 20
"""For one address with all that it leads to, from the first connection to the last byte."""


def beyond(found: str, name: str, *, place: str, remedy: str = "") -> LimitError:
    """Return the error for a limit that is exceeded.

    Args:
        found: what was met, as "the page has 30,000 tags".
        name: the constant of this module; its value is looked up.
        place: file and record.
        remedy: what to do about it.
    """
    limit: int = globals()[name]
    return LimitError(f"{found}; the limit is {limit:,} ({name})", place=place, remedy=remedy)
