"""Short ways to read in tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from graph.articles import read_bytes
from graph.errors import InputError
from graph.model import Article

SENTENCE = "Parliament passed the water bill on Tuesday after a debate that went on for nine hours."
PROSE = f"{SENTENCE} The president has thirty days to sign it or to send it back to the deputies."


def read(name: str, content: str | bytes) -> list[Article | InputError]:
    return list(read_bytes(name, content.encode() if isinstance(content, str) else content))


def one(name: str, content: str | bytes) -> Article:
    items = read(name, content)
    assert len(items) == 1, items
    assert isinstance(items[0], Article), items[0]
    return items[0]


def refused(name: str, content: str | bytes) -> InputError:
    items = read(name, content)
    assert len(items) == 1, items
    assert isinstance(items[0], InputError), items[0]
    return items[0]


def articles(items: list[Article | InputError]) -> list[Article]:
    return [item for item in items if isinstance(item, Article)]


def errors(items: list[Article | InputError]) -> list[InputError]:
    return [item for item in items if isinstance(item, InputError)]


def aside(article: Article) -> list[tuple[str, str]]:
    return [(passage.kind, article.text[passage.start : passage.end]) for passage in article.set_aside]


def packed(members: Mapping[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()
