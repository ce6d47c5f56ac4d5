"""What stands in the files, before anything is extracted: a small note of each article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from graph.articles.batch import File, Identifiers, called, opened_file, place_of, said
from graph.articles.formats import read_plain, sources
from graph.errors import InputError
from graph.model import Article
from graph.rdf.digests import source_digest

At = tuple[int, int]
"""Where an article stands in a file: which file in it (0 where it is no archive), which record in that."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How articles are read: the day of publication of those that state none, the version that reads them."""

    published: date | None
    extractor: str


@dataclass(frozen=True, slots=True)
class Listed:
    """An article that was found.

    Attributes:
        file: it stands in.
        at: where in the file.
        id: its identifier; no other article's, once `told_apart` has seen it.
        said: digest of the article as the file has it.
        source: digest that a ledger keeps of it, see `graph.rdf.digests.source_digest`.
        notices: what the reader had to say of it.
    """

    file: File
    at: At
    id: str
    said: str
    source: str
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shelf:
    """Some files to look through together."""

    files: tuple[File | InputError, ...]
    reading: Reading


def listed(shelf: Shelf) -> list[Listed | InputError]:
    """Return what stands in some files, in the order of reading."""
    found = list[Listed | InputError]()
    for file in shelf.files:
        if isinstance(file, InputError):
            found.append(file)
            continue
        for at, item in items(file):
            found.append(item if isinstance(item, InputError) else _note(file, at, item, shelf.reading))
    return found


def items(file: File, wanted: Iterable[At] | None = None) -> Iterator[tuple[At, Article | InputError]]:
    """Yield the articles and refusals of a file with their places in it.

    Args:
        file: to read.
        wanted: only these; what stands in other files of an archive is not even parsed. All where None.
    """
    chosen = None if wanted is None else set(wanted)
    try:
        for number, source in enumerate(sources(opened_file(file))):
            if chosen is not None and all(first != number for first, _ in chosen):
                continue
            found: Iterable[Article | InputError]
            found = (source,) if isinstance(source, InputError) else read_plain(source)
            for record, item in enumerate(found):
                if chosen is None or (number, record) in chosen:
                    yield (number, record), item
    except InputError as error:
        yield (0, 0), error


def as_read(article: Article, identity: str, reading: Reading) -> Article:
    """Return an article as it is extracted: under its identifier, with the day that it lacks."""
    article = called(article, identity)
    return article if article.published else replace(article, published=reading.published)


def _note(file: File, at: At, article: Article, reading: Reading, identity: str | None = None) -> Listed:
    final = as_read(article, identity or article.id, reading)
    source = source_digest(final, reading.extractor)
    return Listed(file, at, final.id, said(article), source, final.notices)


def told_apart(found: Iterable[Listed | InputError], reading: Reading) -> Iterator[Listed | InputError]:
    """Yield the same, with the identifiers that `graph.articles.read_inputs` gives them."""
    identifiers = Identifiers()
    for one in found:
        if isinstance(one, InputError):
            yield one
            continue
        try:
            free = identifiers.given(one.id, one.said, place_of(one.file))
            yield one if free == one.id else _renamed(one, free, reading)
        except InputError as error:
            yield error


def _renamed(one: Listed, identity: str, reading: Reading) -> Listed:
    article = article_of(one)
    return _note(one.file, one.at, article, reading, identity)


def article_of(one: Listed) -> Article:
    """Return the article behind a note, as the file has it.

    Raises:
        InputError: the file holds something else by now.
    """
    (article,) = articles_of(one.file, [one])
    return article


def articles_of(file: File, notes: Sequence[Listed]) -> list[Article]:
    """Return the articles behind some notes of one file, in the order of the notes.

    Raises:
        InputError: the file holds something else by now.
    """
    found = dict(items(file, {one.at for one in notes}))
    articles = list[Article]()
    for one in notes:
        article = found.get(one.at)
        if not isinstance(article, Article) or said(article) != one.said:
            raise InputError(
                "it changed while it was read", place=place_of(file), remedy="build again; what is done stays"
            )
        articles.append(article)
    return articles
