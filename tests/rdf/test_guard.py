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
        "SELECT * { ?a ?b 'x'.SERVICE <http://e.org/>{ } }",
        "SELECT * { ?a ?b 1SERVICE <http://e.org/>{ } }",
        "SELECT * { ?a ?b lp:a+1SERVICE<http://e.org/>{ } }",
        "SELECT * { ?s <http://a\\u0041#> ?o SERVICE <http://e.org/> { } }",
    ],
)
def test_another_server_is_never_asked(text: str) -> None:
    with pytest.raises(QueryError, match="SERVICE"):
        check_query(text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { BIND(1 AS ?a) FILTER(?a<2#>'''\n) SERVICE <http://e.org/> { } #'''\n }",
        "SELECT * { FILTER(?a<'x>' || true) SERVICE <http://e.org/> { } FILTER('y'='y') }",
        "SELECT * { FILTER(?a<2).SERVICE?x#>\n{ ?s ?p ?o } }",
        "SELECT * { ?s <urn:x#y> ?o }",
    ],
)
def test_what_may_be_an_address_or_a_comparison_is_refused(text: str) -> None:
    with pytest.raises(QueryError, match="unclear"):
        check_query(text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?s ?p ?o FILTER(?s<?p&&?p>?o) }",
        "SELECT * { ?s <urn:x:y> 1 , <http://example.org/it's#service> }",
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


@pytest.mark.parametrize(
    ("text", "place", "told"),
    [
        ("SELECT * {\n ?a ?b\n}", "line 3, column 2", "cannot be read after “}”"),
        ("SELECT * { ?a\n wrong:b ?c }", "line 2, column 9", "the prefix wrong: is not known"),
        ("SELECT ?x { ?a ?b ?c } GROUP BY ?a", "line 1, column 35", "a variable that the groups do not give"),
        ("SELECT * {\n\n ?a <http://a b> ?c }", "line 3, column 17", "is not valid"),
        ("PREFIX x: <http://x/>\nDROP ALL", "line 2, column 9", "can be asked, not changed"),
        ("ASK {\n ?a ?b ?c .\n SERVICE ?a { } }", "line 3, column 2", "another server"),
        ("ASK {\n" + "(" * 200, "line 2, column 100", "nests more than 100"),
    ],
)
def test_errors_tell_line_and_column(text: str, place: str, told: str) -> None:
    with pytest.raises(QueryError, match=told) as caught:
        Store.memory().query(text)
    assert caught.value.place == place


def test_known_prefixes_are_named_and_added() -> None:
    with pytest.raises(QueryError) as caught:
        Store.memory().query("ASK { ?a foo:b ?c }")
    assert "lp:" in caught.value.remedy
    Store.memory().query("ASK { ?a lp:about ?c ; eli-dl:x id:assessment }")
