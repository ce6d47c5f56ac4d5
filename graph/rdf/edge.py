"""rdflib's API over a store, for scripts of researchers.

Queries are answered by Oxigraph; every term becomes an rdflib object, which costs several times the query
itself, and plain strings carry the datatype `xsd:string`: compare them by `str`. For work on the whole graph
use `graph.rdf.store` or an export.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from graph.rdf.store import Store
from graph.vocabulary import PREFIXES

if TYPE_CHECKING:
    from rdflib import Dataset


def open_dataset(path: Path | str) -> Dataset:
    """Return the store at a place as an rdflib `Dataset`: a snapshot, for reading only.

    Its default graph is the union of all graphs; each article's graph is named by the article's address.

    Raises:
        StoreMissingError: there is no store here.
        StoreDamagedError: it does not open, or lacks what its ledger says is saved.
        SchemaError: an incompatible version wrote it.
    """
    from oxrdflib import OxigraphStore
    from rdflib import Dataset

    class Snapshot(OxigraphStore):
        """A store whose graphs can be named without being made."""

        def add_graph(self, graph: object) -> None:
            """Do nothing: rdflib makes a graph when it is only asked for."""

    with Store.read(path) as store:
        dataset = Dataset(store=Snapshot(store=store.oxigraph), default_union=True)
    for prefix, start in PREFIXES.items():
        dataset.bind(prefix, start, replace=True)
    return dataset
