"""A store on a SPARQL 1.1 server, with the same face as one in a folder.

When it is opened, the graphs of articles are read from the server; whatever else it holds is left alone. What
is written goes to the server first, each article whole in one request, then to the copy here. There is no
lock: of two programs that write to one server at a time, each links without the other's articles.
"""

from __future__ import annotations

from pathlib import Path
from typing import Self

import pyoxigraph as ox

from graph.rdf.answers import ROWS, SECONDS, Table, as_table
from graph.rdf.guard import check_query, unreadable
from graph.rdf.ledger import Ledger
from graph.rdf.ontology import PATH
from graph.rdf.places import address_of
from graph.rdf.restoring import digests, noted
from graph.rdf.server import LARGEST, Server
from graph.rdf.store import Store
from graph.rdf.terms import VOCABULARY
from graph.rdf.worker import graph_table, table
from graph.vocabulary import ID, PREFIXES

_OURS = f'SELECT ?s ?p ?o ?g WHERE {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), "{ID}")) }}'


class RemoteStore(Store):
    """An open store on a server."""

    def __init__(self, server: Server, ledger: Ledger, quads: ox.Store, *, read_only: bool) -> None:
        """Take over a copy of what the server holds, and what is noted of it."""
        super().__init__(None, ledger, quads, read_only=read_only)
        self._server = server

    @classmethod
    def on(cls, address: str, *, read_only: bool = False) -> Self:
        """Open the store under an address; where there is none yet, it is empty.

        Raises:
            StoreError: nobody answers, it is no SPARQL server, or a graph of ours in it is damaged.
        """
        server, quads, ledger = Server(address), ox.Store(), Ledger(None)
        quads.bulk_extend(ox.Quad(row["s"], row["p"], row["o"], row["g"]) for row in server.select(_OURS))
        written = quads.dump(format=ox.RdfFormat.N_QUADS)
        lines = sorted((written or b"").splitlines(), key=lambda line: line[line.rindex(b" <") :])
        saved, assessments = noted(quads, digests(lines, address), address)
        ledger.restart(saved, 1, assessments)
        return cls(server, ledger, quads, read_only=read_only)

    def _put(self, graph: ox.NamedNode, triples: str) -> None:
        if not self._server.ask(f"ASK {{ GRAPH {VOCABULARY} {{ ?s ?p ?o }} }}"):
            self._server.put(VOCABULARY, PATH.read_bytes(), "text/turtle")  # questions need its classes
        self._server.put(graph, triples.encode())
        super()._put(graph, triples)

    def _drop(self, graph: ox.NamedNode) -> None:
        self._server.delete(graph)
        super()._drop(graph)

    @property
    def _place(self) -> str:
        return self._server.address


def read_store(place: Path | str) -> Store:
    """Open the store in a folder or under an address for reading.

    Raises:
        StoreError: as `Store.read` and `RemoteStore.on` raise.
    """
    address = address_of(place)
    return RemoteStore.on(address, read_only=True) if address else Store.read(place)


def open_store(place: Path | str, *, create: bool = False) -> Store:
    """Open the store in a folder or under an address for writing.

    Raises:
        StoreError: as `Store.open` and `RemoteStore.on` raise.
    """
    address = address_of(place)
    return RemoteStore.on(address) if address else Store.open(place, create=create)


def ask_server(address: str, text: str, *, seconds: float = SECONDS, most: int = ROWS) -> Table:
    """Answer a query as `graph.rdf.answers.ask` does, over all that a server holds.

    Raises:
        QueryError: it is refused here or there, or cannot be read.
        StoreError: nobody answers in time, or it is no SPARQL server.
    """
    check_query(text)
    try:
        empty = ox.Store().query(text, prefixes=PREFIXES)
    except SyntaxError as error:
        raise unreadable(error, text) from error
    prefixes = " ".join(f"PREFIX {name}: <{start}>" for name, start in PREFIXES.items())
    server, whole = Server(address), f"{prefixes} {text}"
    if isinstance(empty, ox.QueryTriples):
        found = graph_table(server.construct(whole, seconds=seconds, most=LARGEST), most)
    elif isinstance(empty, ox.QueryBoolean):
        return Table("yes or no", yes=server.ask(whole, seconds=seconds))
    else:
        found = table(server.select(whole, seconds=seconds, most=LARGEST), most)
    return as_table(found)
