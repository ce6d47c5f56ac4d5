"""A store out of an N-Quads export of another: the way back from a backup, and from one machine to the next.

The quads are loaded in bulk; the ledger is made from the lines, so the store knows every article again and a
build reads none of them anew. Judgements of people are a file of their own, `corrections.jsonl`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from graph.errors import StoreError
from graph.linking.corrections.stated import as_stated
from graph.rdf.described import describe
from graph.rdf.digests import source_digest, total_of
from graph.rdf.files import written_whole
from graph.rdf.ledger import FILE, Ledger, Saved
from graph.rdf.places import address_of
from graph.rdf.reading import read_account, read_article
from graph.rdf.store import Store
from graph.rdf.terms import ASSESSMENT, term

_REMEDY = "make the file by `export --format nquads`"


def restore(file: Path | str, folder: Path | str, *, log: Path | None = None, replace: bool = False) -> Store:
    """Make the store of a folder hold what an N-Quads export holds, in one step, and return it open.

    Args:
        file: made by `graph.rdf.export.export`.
        folder: of the store.
        log: of judgements, put into the folder.
        replace: whether what the folder holds may be replaced.

    Raises:
        StoreError: the file cannot be read, is no such export, there is a store or a log already, or the
            store refuses.
        LogError: the log of judgements cannot be read.
        ExportError: the log cannot be written.
    """
    source, target = Path(file), Path(folder)
    judgements = _checked(target, log, replace=replace)

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

    store = Store.changed(folder, lambda store: store.renew(fill))
    if judgements is not None:
        place, written = judgements
        with written_whole(place) as copy:
            copy.write(written)
    return store


def _checked(folder: Path, log: Path | None, *, replace: bool) -> tuple[Path, bytes] | None:
    """Return where a log goes and what is in it; refuse a place where something would be lost."""
    from graph.linking.corrections.log import NAME, read_log  # brings the readers of articles

    if (address := address_of(folder)) is not None:
        raise StoreError(
            "only a folder can be restored", place=address, remedy="load the file with the server's own tool"
        )
    if not replace and (folder / FILE).exists():
        ledger = Ledger(folder)
        held = len(ledger.articles())
        ledger.close()
        if held:
            raise StoreError(
                f"there is a store here with {held} article{'s' * (held != 1)}",
                place=str(folder),
                remedy="--replace replaces it; another --store keeps both",
            )
    if log is None:
        return None
    if not replace and (folder / NAME).exists():
        raise StoreError(
            "there is a log of judgements here", place=str(folder / NAME), remedy="--replace replaces it"
        )
    if not log.is_file():
        raise StoreError("there is no such file", place=str(log), remedy="check the name")
    read_log(log)
    return folder / NAME, log.read_bytes()


def digests(lines: Iterable[bytes], place: str) -> dict[str, str]:
    """Return a digest of each graph in lines of N-Quads, as `content_of` makes them, and `total_of` that of
    what follows from all articles.

    Raises:
        StoreError: a line has no graph, or the lines of a graph do not stand together.
    """
    found = dict[str, str]()
    for graph, triples in _blocks(lines, place):
        if graph in found:
            raise StoreError(
                "the lines of an article do not stand together", place=f"{place}, {graph}", remedy=_REMEDY
            )
        if graph == ASSESSMENT.value:
            found[graph] = total_of(triples)
        else:
            found[graph] = hashlib.sha256(b"\n".join([b"", *sorted(triples)])).hexdigest()
    return found


def _blocks(lines: Iterable[bytes], place: str) -> Iterator[tuple[str, list[bytes]]]:
    """Yield each graph with the triples of its lines, as long as they stand together."""
    graph, end, triples = "", b"", list[bytes]()
    for number, line in enumerate(lines, 1):
        line = line.rstrip(b"\r\n")
        if not end or not line.endswith(end):
            if triples:
                yield graph, triples
            _, sign, rest = line.rpartition(b" <")
            if not sign or not rest.endswith(b"> ."):
                raise StoreError(
                    "the line is no statement of a graph", place=f"{place}, line {number}", remedy=_REMEDY
                )
            graph, end, triples = rest[:-3].decode(), sign + rest, []
        triples.append(line[: -len(end)] + b" .")
    if triples:
        yield graph, triples


def noted(quads: ox.Store, found: dict[str, str], place: str) -> tuple[list[Saved], str]:
    """Return what a ledger notes of each article in some quads, and of what follows from all of them.

    Args:
        quads: of articles and what follows from them, no others.
        found: made by `digests`.
        place: where they come from, for errors.

    Raises:
        StoreError: a graph holds no article.
    """
    assessments = found.get(ASSESSMENT.value, total_of(()))
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
