"""Parts: some articles extracted together, and the N-Quads file that holds what they say.

A part is named after what it is made of, so it has the same name on every machine and in every run, and one
that is there need not be made again. Its last line says how many statements it has: one without it was cut
off while it was written and counts as missing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from graph.articles.elsewhere import is_address, read_at, remove_at, write_at
from graph.errors import EngineError
from graph.linking.account import read_account
from graph.model import Account
from graph.pipeline import EXTRACTOR
from graph.rdf.files import written_whole
from graph.rdf.lines import accounts_in, lines_of
from graph.scale.listing import Listed, Reading, articles_of, as_read

MOST = 25
"""Articles of a part: some ten seconds of work, so that little is lost with a worker."""
FEWEST = 16
"""Parts that few articles are cut into, so that every worker gets some."""
_END = b"# statements: "


@dataclass(frozen=True, slots=True)
class Part:
    """Some articles to extract together.

    Attributes:
        articles: what was found of them, in the order of reading.
        reading: how they are read.
        location: folder or address where the file is put.
    """

    articles: tuple[Listed, ...]
    reading: Reading
    location: str

    @property
    def name(self) -> str:
        """The file's name, out of the articles and the version that reads them."""
        made = hashlib.sha256("\n".join(one.source for one in self.articles).encode())
        return f"part-{made.hexdigest()[:24]}.nq"


def parts_of(articles: Sequence[Listed], reading: Reading, location: str) -> list[Part]:
    """Return articles cut into parts; the cuts depend on the articles alone, not on who works."""
    size = min(MOST, -(-len(articles) // FEWEST)) or 1
    starts = range(0, len(articles), size)
    return [Part(tuple(articles[start : start + size]), reading, location) for start in starts]


def extracted(part: Part) -> int:
    """Extract a part and write its file, unless that is there; return how many articles it has.

    Raises:
        EngineError: this process has another version of the program.
        InputError: a file changed since it was listed, or the location cannot be used.
        ModelError, LexiconError: a file of the program is missing or wrong.
    """
    if part.reading.extractor != EXTRACTOR:
        raise EngineError(
            f"a worker has another version of the program: {EXTRACTOR}, not {part.reading.extractor}",
            remedy="give every worker the same files",
        )
    if _written(part) is None:
        _write(part, b"".join(_lines(part)))
    return len(part.articles)


def _lines(part: Part) -> Iterator[bytes]:
    count = 0
    for file, notes in groupby(part.articles, key=lambda one: one.file):
        several = list(notes)
        for one, article in zip(several, articles_of(file, several), strict=True):
            account = read_account(as_read(article, one.id, part.reading))
            lines = lines_of(account)
            count += lines.count(b"\n")
            yield lines
    yield _END + str(count).encode() + b"\n"


def accounts_of(part: Part) -> tuple[Account, ...]:
    """Return what the file of a part holds.

    Raises:
        EngineError: the file is not there.
        StoreDamagedError: it is none of ours.
    """
    written = _written(part)
    if written is None:
        raise EngineError(
            "a part is missing that was written before",
            place=f"{part.location}/{part.name}",
            remedy="name a place with --parts that all workers share, and build again",
        )
    return accounts_in(written)


def _written(part: Part) -> bytes | None:
    """Return the file of a part; None where it is missing or was cut off."""
    if is_address(part.location):
        found = read_at(part.location, part.name)
    else:
        path = Path(part.location, part.name)
        found = path.read_bytes() if path.exists() else None
    if found is None:
        return None
    lines, _, end = found.rstrip(b"\n").rpartition(b"\n")
    return found if end == _END + str(lines.count(b"\n") + bool(lines)).encode() else None


def _write(part: Part, content: bytes) -> None:
    if is_address(part.location):
        write_at(part.location, part.name, content)
        return
    folder = Path(part.location)
    folder.mkdir(parents=True, exist_ok=True)
    with written_whole(folder / part.name) as file:
        file.write(content)


def remove(parts: Sequence[Part]) -> None:
    """Remove the files of parts, and their folder where nothing else is in it."""
    for part in parts:
        if is_address(part.location):
            remove_at(part.location, part.name)
        else:
            Path(part.location, part.name).unlink(missing_ok=True)
    for location in {part.location for part in parts if not is_address(part.location)}:
        if not any(Path(location).iterdir()):
            Path(location).rmdir()
