"""A query from outside can neither end the process nor reach the network."""

from __future__ import annotations

import pytest

from graph.errors import QueryError
from graph.rdf.guard import check_query
from graph.rdf.store import Store


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }",
        "SELECT * { sErViCe SILENT ?s { ?s ?p ?o } }",
        "SELECT * {SERVICE?s{?s ?p ?o}}",
        "SELECT * { ?a ?b 'x' . SERVICE<http://e.org/>{ } }",
        'SELECT * { ?a ?b "\\"" . SERVICE <http://e.org/> { } }',
        "SELECT * { ?a ?b '''it's''' . SERVICE <http://e.org/> { } }",
        "SELECT * { FILTER(?a<?b) SERVICE <http://e.org/> { } }",
        "# SERVICE\nSELECT * { SERVICE <http://e.org/> { } }",
    ],
)
def test_another_server_is_never_asked(text: str) -> None:
    with pytest.raises(QueryError, match="SERVICE"):
        check_query(text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?s rdfs:label 'public SERVICE' }",
        "SELECT ?service { ?service a lp:Organisation } # SERVICE here",
        "SELECT * { ?s <http://example.org/SERVICE> ?o }",
        "SELECT * { ?s <http://example.org/#x> ?o }",
    ],
)
def test_the_word_alone_is_harmless(text: str) -> None:
    check_query(text)
    Store.memory().query(text)


@pytest.mark.parametrize(
    "text",
    [
        "ASK { FILTER(" + "(" * 200 + "1" + ")" * 200 + ") }",
        "ASK " + "{" * 200 + "}" * 200,
        "ASK { FILTER(" + "!" * 5000 + "1) }",
        "ASK { FILTER(" + "||".join("1" * 1200) + ") }",
        "ASK { " + " ".join(f"?a{i} ?b ?a{i + 1} ." for i in range(120)) + " }",
        "ASK { ?a " + "/".join(["lp:x"] * 120) + " ?b }",
        "ASK { ?a lp:name '" + "x" * 20000 + "' }",
    ],
)
def test_what_would_end_or_hang_the_process_is_refused(text: str) -> None:
    with pytest.raises(QueryError):
        check_query(text)
