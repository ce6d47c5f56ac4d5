"""A SPARQL 1.1 server as this program talks to it, and nothing else of it.

The address is the one that the user gave; nothing is looked for elsewhere, and no redirect is followed. Under
it stand `query` (SPARQL 1.1 Protocol, results as JSON) and `store` (Graph Store Protocol), as with Oxigraph:
https://www.w3.org/TR/sparql11-protocol/ and https://www.w3.org/TR/sparql11-http-rdf-update/
"""

from __future__ import annotations

import http.client
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from urllib.parse import SplitResult, urlencode, urlsplit

import pyoxigraph as ox

from graph.errors import LawpathError, QueryError, StoreError

SECONDS = 60.0
"""How long an answer may be waited for."""
LARGEST = 200_000_000
"""Bytes that the answer to a user's query may have."""

_JSON, _TRIPLES = "application/sparql-results+json", "application/n-triples"


@dataclass(frozen=True, slots=True)
class Server:
    """A server under an address."""

    address: str

    def select(self, query: str, *, seconds: float = SECONDS, most: int | None = None) -> ox.QuerySolutions:
        """Return the rows of a SELECT.

        Raises:
            StoreError: nobody answers, or it is no SPARQL server.
            QueryError: the server refuses the query.
        """
        found = self._results(query, seconds, most)
        if not isinstance(found, ox.QuerySolutions):
            raise self._strange("rows were asked for")
        return found

    def ask(self, query: str, *, seconds: float = SECONDS) -> bool:
        """Return the answer to an ASK; raises as `select`."""
        found = self._results(query, seconds, None)
        if not isinstance(found, ox.QueryBoolean):
            raise self._strange("yes or no was asked for")
        return bool(found)

    def construct(self, query: str, *, seconds: float, most: int | None = None) -> list[ox.Triple]:
        """Return the triples of a CONSTRUCT or DESCRIBE; raises as `select`."""
        written = self._query(query, _TRIPLES, seconds, most)
        try:
            return [quad.triple for quad in ox.parse(written, format=ox.RdfFormat.N_TRIPLES)]
        except SyntaxError as error:
            raise self._strange(str(error)) from error

    def put(self, graph: ox.NamedNode, triples: bytes, kind: str = _TRIPLES) -> None:
        """Put triples in place of all that a graph held, in one request.

        Raises:
            StoreError: nobody answers, or the server refuses.
        """
        self._send("PUT", f"store?{urlencode({'graph': graph.value})}", triples, {"Content-Type": kind})

    def delete(self, graph: ox.NamedNode) -> None:
        """Take a graph out, whether or not it is there; raises as `put`."""
        self._send("DELETE", f"store?{urlencode({'graph': graph.value})}", b"", {}, also=(404,))

    def _results(
        self, query: str, seconds: float, most: int | None
    ) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        written = self._query(query, _JSON, seconds, most)
        try:
            return ox.parse_query_results(written, format=ox.QueryResultsFormat.JSON)
        except SyntaxError as error:
            raise self._strange(str(error)) from error

    def _query(self, query: str, accept: str, seconds: float, most: int | None) -> bytes:
        # Oxigraph's name for what the store in a folder does: all graphs count together. Others ignore it.
        form = urlencode({"query": query, "union-default-graph": "true"}).encode()
        kind = {"Content-Type": "application/x-www-form-urlencoded", "Accept": accept}
        return self._send("POST", "query", form, kind, seconds=seconds, most=most)

    def _send(
        self,
        method: str,
        path: str,
        body: bytes,
        headers: Mapping[str, str],
        *,
        seconds: float = SECONDS,
        most: int | None = None,
        also: tuple[int, ...] = (),
    ) -> bytes:
        parts = urlsplit(self.address)
        try:
            with closing(_connection(parts, seconds)) as connection:
                connection.request(method, f"{parts.path}/{path}", body, dict(headers))
                response = connection.getresponse()
                written = response.read() if most is None else response.read(most + 1)
        except TimeoutError as error:
            raise StoreError(
                f"the server did not answer within {seconds:g} seconds", place=self.address
            ) from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise StoreError(
                f"the server cannot be reached: {error}",
                place=self.address,
                remedy="start it, or look at the address again",
            ) from error
        if most is not None and len(written) > most:
            raise QueryError(f"the answer has more than {most} bytes", remedy="ask for less, or set a LIMIT")
        if response.status not in (200, 201, 204, *also):
            raise self._refusal(response.status, path, written)
        return written

    def _refusal(self, status: int, path: str, written: bytes) -> LawpathError:
        told = " ".join(written[:300].decode(errors="replace").split())
        if status in (401, 403):
            return StoreError(
                f"the server lets only those in who log in (status {status})",
                place=self.address,
                remedy="this program knows no passwords; ask for an address that needs none",
            )
        if status == 400 and path == "query":
            return QueryError(f"the server refuses the query: {told}", place=self.address)
        if status in (404, 405):
            return self._strange(f"{path.split('?')[0]} is not there, status {status}")
        return StoreError(f"the server answers with status {status}: {told}", place=self.address)

    def _strange(self, why: str) -> StoreError:
        return StoreError(
            f"what answers is no SPARQL server ({why})",
            place=self.address,
            remedy="give the address under which `query` and `store` stand, as in http://127.0.0.1:7878",
        )


def _connection(parts: SplitResult, seconds: float) -> http.client.HTTPConnection:
    """Return a connection that is not yet made.

    Raises:
        ValueError: the address names no host, or no possible port.
    """
    if not parts.hostname or parts.username is not None:
        raise ValueError("the address must name a host, and no user")
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    return kind(parts.hostname, parts.port, timeout=seconds)
