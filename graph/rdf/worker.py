"""The process that answers one query: `python -m graph.rdf.worker`, a request in, an answer out, as JSON.

It is given a copy of the store of its own, adds the vocabulary to it, and then gives up the right to open
files or connections and to take much memory. So a query can neither read a file, nor reach a server, nor
change the store, whatever the guard has overlooked. It starts for every query and imports little.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from typing import Any

import pyoxigraph as ox

from graph.errors import QueryError
from graph.vocabulary import PREFIXES

MEMORY = 2 << 30
"""Bytes that the process may take."""
CHARACTERS = 5_000_000
"""How many characters an answer may have."""


def opened(quads: str, vocabulary: str, graph: str) -> ox.Store:
    """Open a copy that `graph.rdf.disk.copied` made, and add the vocabulary in a file to it as a graph."""
    store = ox.Store(quads)
    store.load(path=vocabulary, format=ox.RdfFormat.TURTLE, to_graph=ox.NamedNode(graph))
    return store


def confine() -> None:
    """Give up opening files and connections, and taking more than MEMORY; Windows has no such limits."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def answer(store: ox.Store, text: str, most: int) -> dict[str, Any]:
    """Return an answer as the fields of `graph.rdf.answers.Table`.

    Raises:
        SyntaxError: it is no SPARQL; `graph.rdf.guard.unreadable` says so in plain words.
        QueryError: it asks for what this process has given up.
    """
    try:
        return table(store.query(text, prefixes=PREFIXES, use_default_graph_as_union=True), most)
    except OSError as error:
        raise QueryError(f"the query reaches beyond the store: {error}") from error


def table(found: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, most: int) -> dict[str, Any]:
    """Return what a query gives as the fields of `graph.rdf.answers.Table`."""
    if isinstance(found, ox.QueryBoolean):
        return {"kind": "yes or no", "yes": bool(found)}
    if isinstance(found, ox.QueryTriples):
        return graph_table(found, most)
    columns = [variable.value for variable in found.variables]
    rows, left, cut = list[list[str | None]](), CHARACTERS, False
    for solution in found:
        row = [None if cell is None else str(getattr(cell, "value", cell)) for cell in solution]
        left -= sum(len(cell or "") for cell in row)
        cut = len(rows) == most or left < 0
        if cut:
            break
        rows.append(row)
    return {"kind": "rows", "columns": columns, "rows": rows, "cut": cut}


def graph_table(found: Iterable[ox.Triple], most: int) -> dict[str, Any]:
    """Return triples as the fields of `graph.rdf.answers.Table`."""
    triples = sorted({triple for _, triple in zip(range(most + 1), found, strict=False)}, key=str)
    plain = " ".join(map(str, triples[:most]))
    used = {name: beginning for name, beginning in PREFIXES.items() if f"<{beginning}" in plain}
    written = ox.serialize(triples[:most], format=ox.RdfFormat.TURTLE, prefixes=used)
    return {"kind": "triples", "turtle": (written or b"").decode(), "cut": len(triples) > most}


def main() -> None:
    """Read a request from standard input; write its answer, or what is to be told, to standard output."""
    request = json.load(sys.stdin)
    reply: dict[str, Any]
    try:
        store = opened(request["quads"], request["vocabulary"], request["graph"])
        confine()
        reply = {"answer": answer(store, request["text"], request["most"])}
    except SyntaxError as error:
        reply = {"unreadable": str(error.msg or error)}
    except QueryError as error:
        reply = {"beyond": error.problem}
    sys.stdout.buffer.write(json.dumps(reply).encode())
    sys.stdout.buffer.flush()
    os._exit(0)  # closing the copy takes RocksDB a second, and it is thrown away


if __name__ == "__main__":
    main()
