"""Stores as the process that answers queries has them, and answers as plain rows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pyoxigraph as ox

from graph.rdf.disk import copied
from graph.rdf.ontology import PATH
from graph.rdf.questions import filled, question
from graph.rdf.terms import VOCABULARY
from graph.rdf.worker import answer, opened
from graph.vocabulary import ID

Row = dict[str, str | None]
Asked = Callable[..., list[Row]]


def copy_of(folder: Path, scratch: Path) -> ox.Store:
    """Return a copy of a store with the vocabulary, in a folder that does not exist yet."""
    copied(folder, scratch)
    return opened(str(scratch), str(PATH), VOCABULARY.value)


def asking(folder: Path, scratch: Path) -> Asked:
    """Return a function that answers a named question over a store; identifiers come back as local ones."""
    copy = copy_of(folder, scratch)

    def asked(name: str, **values: str) -> list[Row]:
        found = answer(copy, filled(question(name), values), 100_000)
        return [dict(zip(found["columns"], map(_local, row), strict=True)) for row in found["rows"]]

    return asked


def _local(cell: str | None) -> str | None:
    return unquote(cell.removeprefix(ID)) if cell and cell.startswith(ID) else cell
