"""Many files in one go: found, read in a fixed order, told apart.

Files are read in the order of their paths, whatever the order in which they are named, so that the same files
give the same identifiers. A second article with an identifier that is taken is skipped, with a report, if
nothing in it differs; otherwise its identifier gets the suffix `-2` (`-3`, …) and a notice says so.
"""

from __future__ import annotations

import dataclasses
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from graph.articles import limits
from graph.articles.elsewhere import Elsewhere, files_at, is_address
from graph.articles.formats import most_bytes, read_source
from graph.articles.source import Source, missing, shown
from graph.errors import FormatError, InputError
from graph.model import Article
from graph.vocabulary import digest

File = Path | Elsewhere
"""A file on this machine, or at an address."""


def read_inputs(inputs: Iterable[Path | str]) -> Iterator[Article | InputError]:
    """Yield the articles of files and folders; whatever is refused is yielded as an error in its place.

    Folders are searched to the bottom; links to folders are not followed. Hidden files and names of no kind
    that we read are refused, each once. A file that is named twice is read once.

    Args:
        inputs: paths, and addresses that `graph.articles.elsewhere` describes.
    """
    yield from _told_apart(item for file in files_in(inputs) for item in _read(file))


def files_in(inputs: Iterable[Path | str]) -> list[File | InputError]:
    """Return the files of some inputs in the order in which they are read; errors for what is refused."""
    found = dict[str, File | InputError]()
    for given in inputs:
        for key, file in _at(str(given)) if is_address(str(given)) else _files(Path(given)):
            found.setdefault(key, file)
    return [found[key] for key in sorted(found, key=lambda key: Path(key).parts)]


def read_bytes(name: str, content: bytes) -> Iterator[Article | InputError]:
    """Yield the articles of an upload; whatever is refused is yielded as an error in its place.

    Args:
        name: the file's name, which decides the format; folders in it are left off.
        content: its bytes.
    """
    plain = name.replace("\\", "/").rpartition("/")[2]
    source = Source(plain, shown(plain), content)
    yield from _told_apart((source.place, item) for item in read_source(source))


def _files(path: Path) -> Iterator[tuple[str, Path | InputError]]:
    """Every file at or under a path with the key that it is sorted by; what cannot be read as an error."""
    if not os.path.isdir(path):  # unlike Path.is_dir, never raises
        gone = not os.path.lexists(path) and not path.suffix
        yield os.path.abspath(path), missing(shown(str(path))) if gone else path
        return
    failed: list[OSError] = []
    for folder, folders, names in os.walk(path, onerror=failed.append):
        for name in sorted(folders):
            inner = Path(folder, name)
            if name.startswith("."):
                yield os.path.abspath(inner), _refusal("hidden folders are not read", inner)
            elif os.path.islink(inner):
                yield os.path.abspath(inner), _refusal("links to folders are not followed", inner)
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            file = Path(folder, name)
            hidden = name.startswith(".")
            yield os.path.abspath(file), _refusal("hidden files are not read", file) if hidden else file
    for error in failed:
        place = str(error.filename)
        yield os.path.abspath(place), InputError(f"cannot be opened: {error.strerror}", place=shown(place))


def _refusal(problem: str, path: Path) -> FormatError:
    return FormatError(problem, place=shown(str(path)))


def _at(address: str) -> Iterator[tuple[str, Elsewhere | InputError]]:
    """Every file at an address with the key that it is sorted by."""
    try:
        for file in files_at(address):
            yield str(file), file
    except InputError as error:
        yield address, error


def place_of(file: File | InputError) -> str:
    """Return how messages name a file."""
    return file.place if isinstance(file, InputError) else shown(str(file))


def _read(file: File | InputError) -> Iterator[tuple[str, Article | InputError]]:
    """Yield the place of a file with each of its articles and refusals."""
    place = place_of(file)
    try:
        opened = opened_file(file)
    except InputError as error:
        yield place, error
        return
    yield from ((place, item) for item in read_source(opened))


def opened_file(file: File | InputError) -> Source:
    """Return a file with its bytes, no more than its kind may have.

    Raises:
        InputError: no such file, not readable, no plain file, of no known kind, or too large.
    """
    if isinstance(file, InputError):
        raise file
    place = place_of(file)
    most, constant = most_bytes(file.name, place)
    content = file.content(most) if isinstance(file, Elsewhere) else _content(file, most, place)
    if len(content) > most:
        raise limits.beyond("the file is too large", constant, place=place, remedy="split it")
    return Source(file.name, place, content)


def _content(path: Path, most: int, place: str) -> bytes:
    """The bytes of a file, `most` + 1 of them at most.

    Raises:
        InputError: no such file, not readable, or no plain file.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise FormatError("no plain file", place=place)
        with path.open("rb") as file:
            return file.read(most + 1)
    except FileNotFoundError as error:
        raise missing(place) from error
    except (OSError, ValueError) as error:
        problem = error.strerror if isinstance(error, OSError) else str(error)
        raise InputError(f"cannot be opened: {problem}", place=place) from error


def _told_apart(items: Iterable[tuple[str, Article | InputError]]) -> Iterator[Article | InputError]:
    """The same items, with identifiers that no two articles share."""
    identifiers = Identifiers()
    for place, item in items:
        if isinstance(item, InputError):
            yield item
            continue
        try:
            yield called(item, identifiers.given(item.id, said(item), place))
        except InputError as error:
            yield error


def said(article: Article) -> str:
    """Return a digest of what an article says, as it was read."""
    return digest(
        *(article.title, article.text, str(article.published)),
        *(str(article.outlet), str(article.url), str(article.retold)),
    )


class Identifiers:
    """The identifiers of articles that are taken, and by what."""

    def __init__(self) -> None:
        """Begin with none."""
        self._taken: dict[str, dict[str, str]] = {}  # identifier -> what is said -> place

    def given(self, identity: str, said: str, place: str) -> str:
        """Return the identifier that the next article gets.

        Args:
            identity: what it would be called.
            said: made by `said`.
            place: the file that it comes from.

        Raises:
            InputError: the same article was there before.
        """
        before = self._taken.setdefault(identity, {})
        if said in before:
            same = f"the article “{shown(identity)}” is the same as one in {before[said]}; read once"
            raise InputError(same, place=place, remedy="nothing is lost")
        before[said] = place
        if len(before) == 1:
            return identity
        number = len(before)
        while f"{identity}-{number}" in self._taken:
            number += 1
        free = f"{identity}-{number}"
        self._taken[free] = {said: place}
        return free


def called(article: Article, identity: str) -> Article:
    """Return an article under the identifier that it was given; a new one is told in a notice."""
    if article.id == identity:
        return article
    notice = (
        f"another article has the identifier “{shown(article.id)}”: this one is called “{shown(identity)}”"
    )
    return dataclasses.replace(article, id=identity, notices=(*article.notices, notice))
