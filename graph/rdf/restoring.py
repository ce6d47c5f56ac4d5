"""A store out of an N-Quads export of another: the way back from a backup, and from one machine to the next.

The quads are loaded in bulk; the ledger is made from the lines, so the store knows every article again and a
build reads none of them anew. Judgements of people are a file of their own, `corrections.jsonl`: copy it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import pyoxigraph as ox

from graph.errors import StoreError
from graph.linking.corrections.stated import as_stated
from graph.rdf.described import describe
from graph.rdf.digests import source_digest
from graph.rdf.ledger import Saved
from graph.rdf.reading import read_account, read_article
from graph.rdf.store import Store
from graph.rdf.terms import ASSESSMENT, term

_REMEDY = "make the file by `export --format nquads`"


def restore(file: Path | str, folder: Path | str) -> Store:
    """Make the store of a folder hold what an N-Quads export holds, in one step, and return it open.

    Raises:
        StoreError: the file cannot be read, is no such export, or the store refuses.
    """
    source = Path(file)

    def fill(quads: ox.Store) -> tuple[list[Saved], str]:
        try:
            with source.open("rb") as lines:
                found = digests(lines, str(source))
            quads.bulk_load(path=str(source), format=ox.RdfFormat.N_QUADS)
        except FileNotFoundError as error:
            raise StoreError("there is no such file", place=str(source)) from error
        except (SyntaxError, UnicodeDecodeError) as error:
            raise StoreError(f"the file is no N-Quads: {error}", place=str(source)) from error
        return noted(quads, found, str(source))

    return Store.renewed(folder, fill)


def digests(lines: Iterable[bytes], place: str) -> dict[str, str]:
    """Return a digest of each graph in lines of N-Quads, as `graph.rdf.digests.content_of` makes them.

    Raises:
        StoreError: a line has no graph, or the lines of a graph do not stand together.
    """
    found = dict[str, str]()
    for graph, several in groupby(_triples(lines, place), key=itemgetter(0)):
        if graph in found:
            raise StoreError(
                "the lines of an article do not stand together", place=f"{place}, {graph}", remedy=_REMEDY
            )
        triples = sorted(triple for _, triple in several)
        found[graph] = hashlib.sha256(b"\n".join([b"", *triples])).hexdigest()
    return found


def _triples(lines: Iterable[bytes], place: str) -> Iterator[tuple[str, bytes]]:
    """Yield the graph and the triple of each line."""
    for number, line in enumerate(lines, 1):
        triple, sign, rest = line.rstrip(b"\r\n").rpartition(b" <")
        if not sign or not rest.endswith(b"> ."):
            raise StoreError(
                "the line is no statement of a graph", place=f"{place}, line {number}", remedy=_REMEDY
            )
        yield rest[:-3].decode(), triple + b" ."


def noted(quads: ox.Store, found: dict[str, str], place: str) -> tuple[list[Saved], str]:
    """Return what a ledger notes of each article in some quads, and of what follows from all of them.

    Args:
        quads: of articles and what follows from them, no others.
        found: made by `digests`.
        place: where they come from, for errors.

    Raises:
        StoreError: a graph holds no article.
    """
    assessments = found.get(ASSESSMENT.value, hashlib.sha256(b"").hexdigest())
    return list(_saved(quads, {g: d for g, d in found.items() if g != ASSESSMENT.value}, place)), assessments


def _saved(quads: ox.Store, found: dict[str, str], place: str) -> Iterator[Saved]:
    corrected = {
        quad.graph_name for quad in quads.quads_for_pattern(None, term("rdf:type"), term("lp:Correction"))
    }
    for address, content in found.items():
        graph = ox.NamedNode(address)
        about = list(quads.quads_for_pattern(graph, None, None, graph))
        nodes = describe(about).get(graph, {})
        if graph not in nodes:
            raise StoreError("a graph in it holds no article", place=f"{place}, {address}")
        article = read_article(nodes[graph])
        if graph in corrected:
            article = as_stated(read_account(quads.quads_for_pattern(None, None, None, graph), graph))
        version = nodes[graph].text("lp:extractor")
        yield Saved(article.id, source_digest(article, version), content)
