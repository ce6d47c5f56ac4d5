"""What the articles of a store carry: corrections, and the version of the program that read them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import pyoxigraph as ox

from graph.rdf.store import Store
from graph.rdf.terms import article_node, local, term


def carried(store: Store) -> Mapping[str, set[str]]:
    """Return the identifiers of the corrections that each article carries, by the article's identifier."""
    found, look = defaultdict[str, set[str]](set), store.oxigraph.quads_for_pattern
    for quad in look(None, term("rdf:type"), term("lp:Correction")):
        graph = quad.graph_name
        assert isinstance(graph, ox.NamedNode)
        assert isinstance(quad.subject, ox.NamedNode)
        (named,) = look(graph, term("dcterms:identifier"), None, graph)
        assert isinstance(named.object, ox.Literal)
        found[named.object.value].add(local(quad.subject))
    return found


def extractors(store: Store, articles: Iterable[str] | None = None) -> dict[str, str]:
    """Return the version of the program that read each article, or some, by the article's identifier."""
    asked = (one.id for one in store.articles()) if articles is None else articles
    return {
        one: quad.object.value
        for one in asked
        for quad in store.oxigraph.quads_for_pattern(article_node(one), term("lp:extractor"), None)
        if isinstance(quad.object, ox.Literal)
    }
