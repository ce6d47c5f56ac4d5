"""What is written of an account: its triples, the digests that the ledger keeps, the update that puts them
in place of what was there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from graph.linking.corrections.stated import as_stated
from graph.model import Account, Collection
from graph.rdf.digests import content_of, source_digest, total_of, triples_of
from graph.rdf.ledger import Saved
from graph.rdf.writing import account_quads, assessment_quads

Extractor = str | Mapping[str, str] | None
"""The version of the program that read every article, or that of each article by its identifier."""


@dataclass(frozen=True, slots=True)
class Written:
    """An account as N-Triples, with what the ledger notes of it."""

    triples: str
    saved: Saved


def version_of(article: str, extractor: Extractor) -> str | None:
    """Return the version that read one article; None where it is not known."""
    return extractor.get(article) if isinstance(extractor, Mapping) else extractor


def written_account(account: Account, extractor: Extractor) -> Written:
    """Return an account as it is put into a store.

    Raises:
        DamagedError: the account contradicts its own article.
    """
    version = version_of(account.article.id, extractor)
    triples, content = content_of(account_quads(account, extractor=version))
    return Written(triples, Saved(account.article.id, source_digest(as_stated(account), version), content))


def replacement(graph: ox.NamedNode, triples: str) -> str:
    """Return the one update that puts triples in place of all that a graph held."""
    return f"DROP SILENT GRAPH {graph} ; INSERT DATA {{ GRAPH {graph} {{\n{triples}}} }}"


def alteration(graph: ox.NamedNode, gone: Iterable[bytes], new: Iterable[bytes]) -> str:
    """Return the one update that takes lines of N-Triples out of a graph and puts others in."""
    out, into = (b"\n".join(lines).decode() for lines in (gone, new))
    return f"DELETE DATA {{ GRAPH {graph} {{\n{out}\n}} }} ; INSERT DATA {{ GRAPH {graph} {{\n{into}\n}} }}"


def quads_of(collection: Collection, extractor: Extractor, saved: list[Saved]) -> Iterator[ox.Quad]:
    """Yield all quads of a collection, and add what the ledger notes of each article to `saved`."""
    for account in collection.accounts:
        version = version_of(account.article.id, extractor)
        found = list(account_quads(account, extractor=version))
        source = source_digest(as_stated(account), version)
        saved.append(Saved(account.article.id, source, content_of(found)[1]))
        yield from found
    yield from assessment_quads(collection)


def filled(quads: ox.Store, collection: Collection, extractor: Extractor) -> tuple[list[Saved], str]:
    """Write a collection to quads that are empty; return what the ledger notes of each article, and of what
    follows from all.
    """
    saved = list[Saved]()
    quads.bulk_extend(quads_of(collection, extractor, saved))
    return saved, total_of(triples_of(assessment_quads(collection)).splitlines())
