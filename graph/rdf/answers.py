"""Queries by users, answered in a process of their own that can be stopped.

Oxigraph has no time limit, and a query can end the process that runs it; so it runs beside ours, over its own
read-only view of the store, and is ended when its time is up.
"""

from __future__ import annotations

import multiprocessing
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from graph.errors import LawpathError, QueryError
from graph.rdf.guard import check_query

if TYPE_CHECKING:
    from graph.rdf.store import Answer

SECONDS = 10.0
"""How long a query may run."""
ROWS = 10_000
"""How many rows or triples are given back; more are cut off, and the answer says so."""

Kind = Literal["rows", "yes or no", "triples"]


@dataclass(frozen=True, slots=True)
class Table:
    """An answer: `rows` under `columns`, one yes or no, or a graph as Turtle."""

    kind: Kind
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str | None, ...], ...] = ()
    yes: bool = False
    turtle: str = ""
    cut: bool = False


def ask(folder: Path, text: str, *, seconds: float = SECONDS, most: int = ROWS) -> Table:
    """Answer a SPARQL SELECT, ASK or CONSTRUCT over the store in a folder, read-only.

    Raises:
        QueryError: it is refused, cannot be read, took too long, or ended its process.
        StoreError: the store does not open.
    """
    check_query(text)
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    worker = context.Process(target=_answer, args=(theirs, str(folder), text, most), daemon=True)
    worker.start()
    theirs.close()
    try:
        if not ours.poll(seconds):
            raise QueryError(
                f"the query ran longer than {seconds:g} seconds and was stopped",
                remedy="ask for less: fewer patterns, a narrower filter, a LIMIT",
            )
        answer = ours.recv()
    except EOFError as error:
        raise QueryError("the query ended the process that ran it", remedy="simplify it") from error
    finally:
        worker.kill()
        worker.join()
        ours.close()
    if isinstance(answer, LawpathError):
        raise answer
    assert isinstance(answer, Table)
    return answer


def _answer(pipe: Connection, folder: str, text: str, most: int) -> None:
    """Answer in the worker; errors travel back as values."""
    from graph.rdf.store import Store

    try:
        with Store.read(folder) as store:
            pipe.send(_table(store.query(text), most))
    except LawpathError as error:
        pipe.send(error)


def _table(answer: Answer, most: int) -> Table:
    import pyoxigraph as ox

    if isinstance(answer, ox.QueryBoolean):
        return Table("yes or no", yes=bool(answer))
    if isinstance(answer, ox.QueryTriples):
        found = sorted({triple for _, triple in zip(range(most + 1), answer, strict=False)}, key=str)
        written = ox.serialize(found[:most], format=ox.RdfFormat.TURTLE)
        return Table("triples", turtle=(written or b"").decode(), cut=len(found) > most)
    columns = tuple(variable.value for variable in answer.variables)
    rows = list[tuple[str | None, ...]]()
    for solution in answer:
        if len(rows) == most:
            return Table("rows", columns, tuple(rows), cut=True)
        rows.append(tuple(None if cell is None else _value(cell) for cell in solution))
    return Table("rows", columns, tuple(rows))


def _value(term: object) -> str:
    return str(getattr(term, "value", term))
