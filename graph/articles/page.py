"""Web pages: the article's text by trafilatura (trafilatura.readthedocs.io), its facts by `pagefacts`.

The page is first written anew from its tokens, within limits and without scripts, so that the tree builder
meets nothing unbounded. Where text would still be lost (the tree builder stops at 256 levels), or no article
is recognised, the page's longer lines are read instead, and a notice says so.
"""

from __future__ import annotations

import html
import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.articles.decoding import decode
from graph.articles.markup import Raw, Tag, lines, tokens, without_mark_runs
from graph.articles.pagefacts import page_facts
from graph.articles.record import assemble, storable
from graph.articles.source import PARSER_FAILURES, Source
from graph.errors import DamagedError, InputError, NoTextError
from graph.model import Article

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})", re.IGNORECASE)
_NAME = re.compile(r"[a-z][a-z0-9:_-]*")
_LINKED = re.compile(r"application/ld\+json", re.IGNORECASE)
_LONGER_LINE = 80
"""Characters; where no article is recognised, a line of this length is taken as a paragraph, a shorter one as
menu."""
_SENTENCE = 40
"""Characters; an extract without a single line of this length is no article but what the menu left."""


def read(source: Source) -> Iterator[Article | InputError]:
    """Yield the one article of a web page.

    Raises:
        InputError: too many tags, links or attributes; no text; too much of it.
    """
    declared = _CHARSET.search(source.content[:2048])
    text, notices = decode(
        source.content, place=source.place, declared=declared[1].decode("ascii") if declared else None
    )
    text, replaced = storable(text)
    notices = (*notices, *replaced)
    written, linked, cut = _written_anew(text, source.place)
    if cut:
        notices = (*notices, f"combining marks cut in {cut:,} place{'s'[: cut > 1]}")
    tree, complete = _tree(written, source.place)
    visible = without_mark_runs(lines(tokens(text, source.place)))[0]
    facts = page_facts(tree, linked)
    body = _extract(tree) if complete else None
    if body is None:
        reason = "no article was recognised" if complete else "it is nested too deep and text would be lost"
        body, note = _longer_lines(visible, reason, source.place)
    else:
        note = f"the article is {len(body):,} of the page's {len(visible):,} characters of text"
    yield assemble(
        place=source.place,
        fallback=source.stem,
        title=facts.title,
        text=body,
        published=facts.published,
        outlet=facts.outlet,
        url=facts.url,
        notices=(*notices, *facts.notices, note),
    )


def _written_anew(page: str, place: str) -> tuple[str, tuple[str, ...], int]:
    """The page without scripts and styles, its JSON-LD, and in how many places marks were cut."""
    made: list[str] = []
    linked: list[str] = []
    cut = 0
    script: Tag | None = None
    for token in tokens(page, place):
        if isinstance(token, str):
            kept, places = without_mark_runs(token)
            cut += places
            made.append(html.escape(kept, quote=False))
        elif isinstance(token, Raw):
            if token.name == "script" and script and _is_linked(script):
                linked.append(token.content)
            elif token.name not in ("script", "style"):
                made.append(html.escape(html.unescape(token.content), quote=False))
        elif token.name in ("script", "style"):
            script = token
        elif _NAME.fullmatch(token.name):
            made.append(_tag_anew(token))
    return "".join(made), tuple(linked), cut


def _is_linked(script: Tag) -> bool:
    return any(name == "type" and _LINKED.match(value.strip()) for name, value in script.attributes)


def _tag_anew(tag: Tag) -> str:
    if tag.closing:
        return f"</{tag.name}>"
    attributes = "".join(
        f' {name}="{html.escape(without_mark_runs(value)[0])}"'
        for name, value in tag.attributes
        if _NAME.fullmatch(name)
    )
    return f"<{tag.name}{attributes}>"


def _tree(page: str, place: str) -> tuple[HtmlElement, bool]:
    """The page's tree, and whether it holds the whole page.

    Raises:
        DamagedError: no tree can be made of it.
    """
    import lxml.html  # costs 50 ms, and only pages need it
    from lxml import etree

    if not page.strip():
        raise NoTextError("the page is empty", place=place)
    parser = lxml.html.HTMLParser(encoding="utf-8", collect_ids=False, default_doctype=False)
    try:
        tree = lxml.html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise DamagedError(f"not readable as HTML: {error}", place=place) from error
    return tree, not any("depth" in entry.message for entry in parser.error_log)


def _extract(tree: HtmlElement) -> str | None:
    """The article's text, or None where trafilatura finds none."""
    import trafilatura  # costs 500 ms, and only pages need it

    # its remarks on the page go to our notices, not to standard error
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    try:
        found = trafilatura.bare_extraction(tree, include_comments=False, with_metadata=False)
    except PARSER_FAILURES:
        return None  # the caller tells that no article was recognised
    text = getattr(found, "text", None)
    if not isinstance(text, str) or all(len(line) < _SENTENCE for line in text.splitlines()):
        return None
    return text


def _longer_lines(visible: str, reason: str, place: str) -> tuple[str, str]:
    """The lines that are long enough to be paragraphs, and the notice that they were taken.

    Raises:
        NoTextError: there is none.
    """
    all_lines = visible.splitlines()
    kept = [line for line in all_lines if len(line) >= _LONGER_LINE]
    if not kept:
        raise NoTextError(f"there is no article text on the page: {reason}", place=place)
    return "\n".join(kept), (
        f"the page's structure was not used, because {reason}: "
        f"read {len(kept):,} of its {len(all_lines):,} lines, those of at least {_LONGER_LINE} characters"
    )
