"""RDF files that come out the same byte for byte from the same content.

The quads are sorted as N-Quads lines, then written by pyoxigraph, read back, and counted. Turtle and JSON-LD
of single triples stand for all graphs together; TriG, N-Quads and JSON-LD keep one graph an article.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from graph.errors import ExportError
from graph.model import Collection
from graph.rdf.files import written_whole
from graph.rdf.jsonld import to_jsonld
from graph.rdf.ontology import vocabulary as vocabulary_triples
from graph.rdf.store import Store
from graph.rdf.terms import VOCABULARY, term
from graph.rdf.writing import account_quads, assessment_quads
from graph.vocabulary import ID, PREFIXES


@dataclass(frozen=True, slots=True)
class Format:
    """A file format of exports."""

    name: str
    suffix: str
    media_type: str
    rdf: ox.RdfFormat
    graphs: bool  # whether it keeps one graph an article


FORMATS = {
    one.name: one
    for one in (
        Format("turtle", ".ttl", "text/turtle", ox.RdfFormat.TURTLE, False),
        Format("trig", ".trig", "application/trig", ox.RdfFormat.TRIG, True),
        Format("nquads", ".nq", "application/n-quads", ox.RdfFormat.N_QUADS, True),
        Format("jsonld", ".jsonld", "application/ld+json", ox.RdfFormat.JSON_LD, True),
    )
}

# A prefix for each kind of record: `event:…` instead of `id:event\\/…`.
_KINDS = ("actor", "article", "bill", "claim", "correction", "event", "position", "provision", "tenure")
_PREFIXES = PREFIXES | {kind: f"{ID}{kind}/" for kind in _KINDS}
_TYPE = f" {term('rdf:type')} ".encode()


def export(
    source: Store | Collection, format: str, path: Path | str, *, vocabulary: bool | None = None
) -> int:
    """Write everything in a store or collection to one file, whole or not at all.

    Args:
        source: what to write.
        format: a name in `FORMATS`.
        path: the file, replaced where it exists.
        vocabulary: whether the vocabulary is written along; None means in Turtle only.

    Returns:
        how many triples (Turtle) or quads of data were written, the vocabulary not counted.

    Raises:
        ExportError: no such format, the place cannot be written to, or the file did not read back.
    """
    with written_whole(path) as file:
        written, count = exported(source, format, vocabulary=vocabulary, place=str(path))
        file.write(written)
    return count


def exported(
    source: Store | Collection, format: str, *, vocabulary: bool | None = None, place: str = ""
) -> tuple[bytes, int]:
    """Return what `export` writes, and how many triples or quads of data are in it.

    Raises:
        ExportError: no such format, or the bytes did not read back.
    """
    chosen = FORMATS.get(format)
    if chosen is None:
        raise ExportError(f"no RDF format {format!r}", remedy=f"choose one of {', '.join(FORMATS)}")
    lines = sorted_lines(source)
    if not chosen.graphs:
        lines = _in_one_graph(lines)
    count = len(lines)
    if vocabulary if vocabulary is not None else chosen.name == "turtle":
        lines = sorted({*lines, *_vocabulary_lines(in_graph=chosen.graphs)}, key=_type_first)
    written = _serialised(lines, chosen)
    _check(written, chosen, len(lines), place)
    return written, count


def sorted_lines(source: Store | Collection) -> list[bytes]:
    """Return the canonical N-Quads lines of a store or collection, graph by graph, types first."""
    if isinstance(source, Store):
        written = source.nquads()
    else:
        found = ox.serialize(_quads(source), format=ox.RdfFormat.N_QUADS)
        assert found is not None
        written = found
    return sorted(written.splitlines(), key=lambda line: (_graph_of(line), _type_first(line)))


def _quads(collection: Collection) -> Iterator[ox.Quad]:
    for account in collection.accounts:
        yield from account_quads(account)
    yield from assessment_quads(collection)


def _graph_of(line: bytes) -> bytes:
    return line[line.rindex(b" <") :]


def _type_first(line: bytes) -> bytes:
    """Return a key that puts what a node is before what is said of it."""
    return line.replace(_TYPE, b" !", 1)


def _in_one_graph(lines: Iterable[bytes]) -> list[bytes]:
    """Return N-Triples lines of the union of all graphs: what two articles both say stands once."""
    return sorted({line[: line.rindex(b" <")] + b" ." for line in lines}, key=_type_first)


def _vocabulary_lines(*, in_graph: bool) -> list[bytes]:
    graph = VOCABULARY if in_graph else ox.DefaultGraph()
    quads = (ox.Quad(one.subject, one.predicate, one.object, graph) for one in vocabulary_triples())
    written = ox.serialize(quads, format=ox.RdfFormat.N_QUADS)
    assert written is not None
    return written.splitlines()


def _serialised(lines: list[bytes], chosen: Format) -> bytes:
    joined = b"\n".join(lines) + b"\n" if lines else b""
    if chosen.rdf == ox.RdfFormat.N_QUADS:
        return joined
    quads = ox.parse(joined, format=ox.RdfFormat.N_QUADS)
    if chosen.rdf == ox.RdfFormat.JSON_LD:
        return to_jsonld(quads)
    written = ox.serialize(quads, format=chosen.rdf, prefixes=_PREFIXES)
    assert written is not None
    return written


def _check(written: bytes, chosen: Format, expected: int, place: str) -> None:
    """Read the bytes back and count."""
    try:
        found = sum(1 for _ in ox.parse(written, format=chosen.rdf))
    except SyntaxError as error:
        raise ExportError(f"the file did not read back: {error}", place=place) from error
    if found != expected:
        raise ExportError(f"{expected} statements were written, {found} read back", place=place)
