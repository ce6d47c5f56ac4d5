"""Users' scripts see the store through rdflib."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import URIRef

from graph.errors import StoreMissingError
from graph.rdf.edge import open_dataset
from graph.rdf.store import Store
from graph.rdf.terms import article_node
from graph.vocabulary import NS
from tests.rdf.accounts import collection


# rdflib 7.6 calls parts of its own Dataset that it has deprecated.
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_rdflib_reads_the_union_and_each_article(tmp_path: Path) -> None:
    with Store.build(tmp_path / "store", collection()) as store:
        dataset = open_dataset(tmp_path / "store")
        assert set(dataset.objects(predicate=URIRef(NS + "number"))) == set()
        assert "Ona Vey" in {str(name) for name in dataset.objects(predicate=URIRef(NS + "name"))}
        rows = dataset.query("SELECT ?l { ?e lp:status lpf:promised ; rdfs:label ?l }")
        assert [str(row[0]) for row in rows] == ["assent of the Water Bill"]
        graph = dataset.graph(URIRef(article_node("arkania-water").value))
        assert len(graph) == sum(1 for _ in store.quads(article_node("arkania-water")))


def test_a_missing_store_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(StoreMissingError):
        open_dataset(tmp_path / "nowhere")
