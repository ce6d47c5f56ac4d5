"""Stores as the process that answers queries has them, and answers as plain rows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pyoxigraph as ox

from graph.rdf.questions import filled, question
from graph.rdf.worker import answer, snapshot
from graph.vocabulary import ID

Row = dict[str, str | None]
Asked = Callable[..., list[Row]]


def asking(folder: Path, scratch: Path) -> Asked:
    """Return a function that answers a named question over a store; identifiers come back as local ones."""
    copy: ox.Store = snapshot(folder, scratch)

    def asked(name: str, **values: str) -> list[Row]:
        found = answer(copy, filled(question(name), values), 100_000)
        return [dict(zip(found["columns"], map(_local, row), strict=True)) for row in found["rows"]]

    return asked


def _local(cell: str | None) -> str | None:
    return unquote(cell.removeprefix(ID)) if cell and cell.startswith(ID) else cell
