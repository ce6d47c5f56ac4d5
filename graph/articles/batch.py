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
from graph.articles.formats import most_bytes, read_source
from graph.articles.source import Source, shown
from graph.errors import FormatError, InputError
from graph.model import Article
from graph.vocabulary import digest


def read_inputs(inputs: Iterable[Path]) -> Iterator[Article | InputError]:
    """Yield the articles of files and folders; whatever is refused is yielded as an error in its place.

    Folders are searched to the bottom; links to folders are not followed. Hidden files and names of no kind
    that we read are refused, each once. A file that is named twice is read once.
    """
    found: dict[str, Path | InputError] = {}
    for path in inputs:
        for key, file in _files(path):
            found.setdefault(key, file)
    yield from _told_apart(_each_file(found))


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
        yield os.path.abspath(path), path
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


def _each_file(found: dict[str, Path | InputError]) -> Iterator[tuple[str, Article | InputError]]:
    for key in sorted(found, key=lambda key: Path(key).parts):
        file = found[key]
        if isinstance(file, InputError):
            yield file.place, file
            continue
        place = shown(str(file))
        try:
            source = Source(file.name, place, _content(file, place))
        except InputError as error:
            yield place, error
            continue
        for item in read_source(source):
            yield place, item


def _content(path: Path, place: str) -> bytes:
    """The bytes of a file, no more than its kind may have.

    Raises:
        InputError: no such file, not readable, no plain file, of no known kind, or too large.
    """
    most, constant = most_bytes(path.name, place)
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise FormatError("no plain file", place=place)
        with path.open("rb") as file:
            content = file.read(most + 1)
    except FileNotFoundError as error:
        raise InputError("there is no such file or folder", place=place, remedy="check the name") from error
    except (OSError, ValueError) as error:
        problem = error.strerror if isinstance(error, OSError) else str(error)
        raise InputError(f"cannot be opened: {problem}", place=place) from error
    if len(content) > most:
        raise limits.beyond("the file is too large", constant, place=place, remedy="split it")
    return content


def _told_apart(items: Iterable[tuple[str, Article | InputError]]) -> Iterator[Article | InputError]:
    """The same items, with identifiers that no two articles share."""
    taken: dict[str, dict[str, str]] = {}  # identifier -> digest of the content as read -> place
    for place, item in items:
        if isinstance(item, InputError):
            yield item
            continue
        said = digest(
            item.title, item.text, str(item.published), str(item.outlet), str(item.url), str(item.retold)
        )
        before = taken.setdefault(item.id, {})
        if said in before:
            same = f"the article “{shown(item.id)}” is the same as one in {before[said]}; read once"
            yield InputError(same, place=place, remedy="nothing is lost")
            continue
        before[said] = place
        if len(before) > 1:
            item = _renamed(item, taken, len(before))
            taken[item.id] = {said: place}
        yield item


def _renamed(article: Article, taken: dict[str, dict[str, str]], number: int) -> Article:
    """The article under an identifier of its own."""
    while f"{article.id}-{number}" in taken:
        number += 1
    free = f"{article.id}-{number}"
    notice = f"another article has the identifier “{shown(article.id)}”: this one is called “{shown(free)}”"
    return dataclasses.replace(article, id=free, notices=(*article.notices, notice))
