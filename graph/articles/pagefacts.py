"""What a web page states about itself: title, outlet, address, day of publication.

Only what stands there in so many words: Open Graph (https://ogp.me), schema.org's JSON-LD and microdata, the
meta names that publishers use for the day of publication, and `<time>` where it is marked as that day. No
date is taken from an address, a running text, or an element that may be about something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.articles.dates import stated_date
from graph.articles.jsonrecords import parse
from graph.errors import DamagedError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PUBLISHED = (  # in the order of trust; the second group are publishers' and libraries' habits
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "citation_publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "publication_date",
    "publish-date",
    "publishdate",
    "pubdate",
)
_ARTICLE = re.compile(r"(?:\w*Article|BlogPosting|LiveBlogPosting|Report|\w*Newsletter)")
_MARKED = re.compile(r"publi|pubdate|posted|entry-date", re.IGNORECASE)
_CHANGED = re.compile(r"updat|modif", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the page states, in its own words; None where it states nothing."""

    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    notices: tuple[str, ...]


def page_facts(tree: HtmlElement, linked: tuple[str, ...]) -> PageFacts:
    """Return the facts of a page.

    Args:
        tree: the page.
        linked: the contents of its JSON-LD scripts.
    """
    metas = dict(reversed(list(_metas(tree))))  # of several, the first counts
    articles, notices = _articles(linked)
    stated = next(iter(articles), {})
    publisher = stated.get("publisher")
    outlet = metas.get("og:site_name") or (
        _words(publisher.get("name")) if isinstance(publisher, dict) else None
    )
    published, disagreement = _published(tree, metas, articles)
    return PageFacts(
        title=metas.get("og:title") or _words(stated.get("headline")) or _heading(tree, outlet),
        outlet=outlet,
        url=_first(tree.xpath("//link[@rel='canonical']/@href")) or metas.get("og:url"),
        published=published,
        notices=(*notices, *disagreement),
    )


def _metas(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    for meta in tree.xpath("//meta[@content]"):
        for attribute in ("property", "name", "itemprop"):
            name = (meta.get(attribute) or "").strip().lower()
            if name and meta.get("content").strip():
                yield name, meta.get("content")


def _words(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _first(values: list[Any]) -> str | None:
    return str(values[0]) if values else None


def _heading(tree: HtmlElement, outlet: str | None) -> str | None:
    """The only first-level heading, or else the window's title without the outlet's name."""
    headings = [" ".join(heading.text_content().split()) for heading in tree.xpath("//h1")]
    headings = [words for words in headings if words]
    if len(headings) == 1:
        return headings[0]
    title = " ".join((_first(tree.xpath("//title/text()")) or "").split())
    if outlet:
        title = re.sub(rf" [-–—|·•:] {re.escape(outlet)}$", "", title)
    return title or (headings[0] if headings else None)


def _articles(linked: tuple[str, ...]) -> tuple[list[dict[str, Any]], list[str]]:
    """The JSON-LD objects that describe an article, and notices of what could not be read."""
    found, notices = [], []
    for script in linked:
        try:
            content = parse(script.strip(), "JSON-LD")
        except DamagedError:
            notices.append("a JSON-LD block of the page is no JSON; not used")
            continue
        for thing in _things(content):
            types = thing.get("@type")
            names = types if isinstance(types, list) else [types]
            if any(isinstance(name, str) and _ARTICLE.fullmatch(name) for name in names):
                found.append(thing)
    return found, notices


def _things(content: object) -> Iterator[dict[str, Any]]:
    """The objects at the top of a JSON-LD block: itself, its list, its graph."""
    listed = content if isinstance(content, list) else [content]
    for thing in listed:
        if isinstance(thing, dict):
            yield thing
            graph = thing.get("@graph")
            yield from (part for part in (graph if isinstance(graph, list) else []) if isinstance(part, dict))


def _published(
    tree: HtmlElement, metas: dict[str, str], articles: list[dict[str, Any]]
) -> tuple[str | None, list[str]]:
    """The words that state the day of publication, most trusted first, and a notice where others differ."""
    candidates = [_words(article.get("datePublished")) for article in articles[:1]]
    candidates += [metas.get(name) for name in _PUBLISHED]
    candidates += list(_marked_times(tree))
    stated = [words for words in candidates if words]
    days = [(words, day) for words in stated if (day := stated_date(words))]
    if not days:
        return (stated[0] if stated else None), []
    words, day = days[0]
    others = sorted({other.isoformat() for _, other in days} - {day.isoformat()})
    if others:
        return words, [
            f"the page states {day.isoformat()} and also {', '.join(others)} as day of publication"
        ]
    return words, []


def _marked_times(tree: HtmlElement) -> Iterator[str]:
    for element in tree.xpath("//*[@itemprop='datePublished'] | //time[@datetime]"):
        marks = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
        marked = element.get("pubdate") is not None or _MARKED.search(marks)
        if marked and not _CHANGED.search(marks):
            words = element.get("datetime") or element.get("content") or element.text_content()
            yield words.strip()
