"""Which corrections the articles of a store carry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import pyoxigraph as ox

from graph.rdf.store import Store
from graph.rdf.terms import local

_CARRIED = "SELECT ?article ?one { GRAPH ?g { ?g dcterms:identifier ?article . ?one a lp:Correction } }"


def carried(store: Store) -> Mapping[str, set[str]]:
    """Return the identifiers of the corrections that each article carries, by the article's identifier."""
    found = defaultdict[str, set[str]](set)
    rows = store.query(_CARRIED, trusted=True)
    assert isinstance(rows, ox.QuerySolutions)
    for row in rows:
        found[row["article"].value].add(local(row["one"]))
    return found
