"""Everything in the store as files to take away: the one way of the command line and the pages.

Each file is the same, byte for byte, from the same content, and has been read back before anyone gets it.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from graph.checks.shapes import Finding, quick_check
from graph.rdf.csvfiles import zip_bytes
from graph.rdf.export import FORMATS, exported
from graph.rdf.graphfiles import graph_bytes
from graph.rdf.store import Store
from graph.rdf.tables import COLUMNS, tables
from graph.views.linked import multigraph

DATA_ONLY: Final = "turtle-data"
_NETWORKS = ("graphml", "gexf")
_LINE_BYTES = 20_000  # more of a file is not decoded for each line that is looked at


@dataclass(frozen=True, slots=True)
class Export:
    """A file that can be made of a store.

    Attributes:
        name: as addresses and the command line have it.
        title: as pages have it.
        purpose: what it is good for, one line in plain words.
        file: a name for it, with its suffix.
        media_type: as registered with IANA, or what is usual where nothing is.
    """

    name: str
    title: str
    purpose: str
    file: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Made:
    """The bytes of a file, and what is in it: "8248 triples of data"."""

    content: bytes
    holds: str


EXPORTS: Mapping[str, Export] = MappingProxyType(
    {
        one.name: one
        for one in (
            Export(
                "turtle",
                "Turtle",
                "The whole graph with its vocabulary: to read, to cite, to load anywhere.",
                "lawpath.ttl",
                "text/turtle",
            ),
            Export(
                DATA_ONLY,
                "Turtle, data only",
                "The same without the vocabulary, where that is known already.",
                "lawpath-data.ttl",
                "text/turtle",
            ),
            Export(
                "trig",
                "TriG",
                "One graph for each article, so that every statement keeps its source.",
                "lawpath.trig",
                "application/trig",
            ),
            Export(
                "nquads",
                "N-Quads",
                "One statement a line, in a fixed order: to compare two states of the data.",
                "lawpath.nq",
                "application/n-quads",
            ),
            Export(
                "jsonld",
                "JSON-LD",
                "The same statements as JSON, for programs on the web.",
                "lawpath.jsonld",
                "application/ld+json",
            ),
            Export(
                "graphml",
                "GraphML",
                "Who is linked to what, for Gephi, Cytoscape, yEd and networkx.",
                "lawpath.graphml",
                "application/graphml+xml",
            ),
            Export("gexf", "GEXF", "The same network, for Gephi.", "lawpath.gexf", "application/gexf+xml"),
            Export(
                "csv",
                "CSV tables",
                "Events, people, bills, claims, positions and articles for a spreadsheet.",
                "lawpath-tables.zip",
                "application/zip",
            ),
        )
    }
)
"""What can be made, by name, in the order in which it is offered."""


def made(store: Store, name: str) -> Made:
    """Return a file of `EXPORTS` with everything that is in an open store.

    Raises:
        KeyError: there is no such export.
        ExportError: the bytes did not read back.
        StoreDamagedError: the store holds a record that lacks what it needs.
    """
    wanted = EXPORTS[name]
    if name in _NETWORKS:
        graph = multigraph(store)
        holds = f"{graph.number_of_nodes()} nodes and {graph.number_of_edges()} edges"
        return Made(graph_bytes(graph, name), holds)
    if name == "csv":
        found = tables(store.collection())
        return Made(zip_bytes(found, COLUMNS), f"{len(found)} tables")
    format = "turtle" if name == DATA_ONLY else name
    content, count = exported(
        store, format, vocabulary=False if name == DATA_ONLY else None, place=wanted.file
    )
    return Made(content, f"{count} {'quads' if FORMATS[format].graphs else 'triples'} of data")


def first_lines(content: bytes, name: str, *, lines: int = 40, longest: int = 160) -> str:
    """Return how a file begins, to be looked at; of a zip how each of its tables begins.

    Args:
        content: made under this name.
        name: a name in `EXPORTS`.
        lines: how many lines at most.
        longest: characters of a line; an ellipsis stands for the rest of it.
    """
    if name == "csv":
        return "\n".join(_tables_begin(content, lines, longest))
    found = content[: lines * _LINE_BYTES].decode("utf-8", "ignore").split("\n")
    kept = [_cut(line, longest) for line in found[:lines]]
    return "\n".join([*kept, *(["…"] if len(found) > lines else [])])


def _tables_begin(content: bytes, lines: int, longest: int) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        found = {one.filename: archive.read(one).decode("utf-8") for one in archive.infolist()}
    each = max(lines // len(found) - 2, 1)
    for at, (name, text) in enumerate(found.items()):
        yield from ([""] if at else [])
        yield f"# {name}"
        yield from (_cut(line, longest) for line in text.splitlines()[:each])


def _cut(line: str, longest: int) -> str:
    return line if len(line) <= longest else f"{line[:longest]}…"


def checked(store: Store) -> tuple[Finding, ...]:
    """Return what the rules of `graph.checks.shapes` find in an open store, faults first."""
    return quick_check(store.nquads(), format="nquads")
