"""Queries by users, answered in a process of their own that can be stopped.

Oxigraph has no time limit, and a query can end the process that runs it; so it runs beside ours, over a copy
of the store, and is ended when its time is up. `graph.rdf.worker` is that process.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from graph.errors import QueryError
from graph.lexicons import ROOT
from graph.rdf.disk import copied
from graph.rdf.guard import check_query, unreadable
from graph.rdf.ledger import Ledger
from graph.rdf.ontology import PATH
from graph.rdf.terms import VOCABULARY

SECONDS = 10.0
"""How long a query may run."""
ROWS = 10_000
"""How many rows or triples are given back; more are cut off, and the answer says so."""

Kind = Literal["rows", "yes or no", "triples"]


@dataclass(frozen=True, slots=True)
class Table:
    """An answer: `rows` under `columns`, one yes or no, or a graph as Turtle.

    Addresses in cells are written out, numbers and days as text; None is a variable without a value.
    """

    kind: Kind
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str | None, ...], ...] = ()
    yes: bool = False
    turtle: str = ""
    cut: bool = False


def ask(folder: Path, text: str, *, seconds: float = SECONDS, most: int = ROWS) -> Table:
    """Answer a SPARQL SELECT, ASK, CONSTRUCT or DESCRIBE over the store in a folder and the vocabulary.

    All articles count together; the prefixes of `graph.vocabulary` are known. Nothing can be changed, and
    nothing outside the store is reached.

    Args:
        folder: the folder of the store.
        text: the query.
        seconds: after how long it is stopped.
        most: how many rows or triples are given back.

    Raises:
        QueryError: it is refused, cannot be read, took too long, or ended its process.
        StoreError: the store does not open.
    """
    check_query(text)
    Ledger(folder).close()  # nothing is made in a folder that holds no store
    beside = folder if os.access(folder, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="snapshot-", dir=beside, ignore_cleanup_errors=True) as scratch:
        quads = Path(scratch).resolve() / "quads"
        copied(folder, quads)
        request = {
            "quads": str(quads),
            "vocabulary": str(PATH),
            "graph": VOCABULARY.value,
            "text": text,
            "most": most,
        }
        reply = _reply(request, seconds)
    if "unreadable" in reply:
        raise unreadable(SyntaxError(reply["unreadable"]), text)
    if "beyond" in reply:
        raise QueryError(reply["beyond"])
    return as_table(reply["answer"])


def as_table(found: Mapping[str, Any]) -> Table:
    """Return an answer whose lists came through JSON."""
    rows = tuple(tuple(row) for row in found.get("rows", ()))
    return Table(**{**found, "columns": tuple(found.get("columns", ())), "rows": rows})


def _reply(request: Mapping[str, Any], seconds: float) -> dict[str, Any]:
    with subprocess.Popen(
        [sys.executable, "-m", "graph.rdf.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    ) as worker:
        try:
            written, complaint = worker.communicate(json.dumps(request).encode(), timeout=seconds)
        except subprocess.TimeoutExpired as error:
            raise QueryError(
                f"the query ran longer than {seconds:g} seconds and was stopped",
                remedy="ask for less: fewer patterns, a narrower filter, a LIMIT",
            ) from error
        finally:
            worker.kill()
    if worker.returncode == 1:
        raise RuntimeError(complaint.decode(errors="replace"))  # a fault of the program, not of the query
    if worker.returncode:
        raise QueryError(
            "the query took too much memory or nests too deep, and ended the process that ran it",
            remedy="ask for less",
        )
    return dict(json.loads(written))
