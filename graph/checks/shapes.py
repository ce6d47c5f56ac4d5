"""The rules of `ontology/shapes.ttl` (SHACL), run over a graph; findings in plain words.

The same rules run in two ways: by pySHACL, the reference, and as plain queries on Oxigraph, in milliseconds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import pyoxigraph as ox

from graph.errors import DamagedError, LexiconError
from graph.lexicons import ROOT
from graph.vocabulary import PREFIXES

SHAPES: Path = ROOT / "ontology" / "shapes.ttl"
VOCABULARY: Path = ROOT / "ontology" / "lawpath.ttl"
_SH = "http://www.w3.org/ns/shacl#"

Severity = Literal["violation", "warning"]
Format = Literal["turtle", "nquads"]
Query = Callable[[str], Iterable[Any]]
"""Answers a SELECT over one graph with rows that can be indexed by variable name."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A node that breaks a rule.

    Attributes:
        severity: a violation is a fault of the graph; a warning may well stand in the articles.
        shape: the rule's name in `ontology/shapes.ttl`.
        node: the address of the node.
        message: what is wrong, in plain words.
        quote: the words of an article behind the node; empty where there are none.
    """

    severity: Severity
    shape: str
    node: str
    message: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule as a query that finds the nodes (`?this`) that break it."""

    shape: str
    severity: Severity
    message: str
    select: str


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """Return the rules of `ontology/shapes.ttl`, by name.

    Raises:
        LexiconError: the file is missing, is no Turtle, or a rule is incomplete.
    """
    store = ox.Store()
    store.extend(_parsed(SHAPES))
    rows = store.query(
        f"""PREFIX sh: <{_SH}>
        SELECT ?shape ?severity ?message ?select WHERE {{
          ?shape a sh:NodeShape . OPTIONAL {{ ?shape sh:severity ?severity }}
          ?shape sh:sparql ?rule . ?rule sh:message ?message ; sh:select ?select }} ORDER BY ?shape"""
    )
    assert isinstance(rows, ox.QuerySolutions)
    found = tuple(
        Rule(
            shape=row["shape"].value.rsplit("#", 1)[1],
            severity="warning" if row["severity"] else "violation",
            message=row["message"].value,
            select=row["select"].value.replace("$this", "?this"),
        )
        for row in rows
    )
    shapes = sum(1 for _ in store.quads_for_pattern(None, None, ox.NamedNode(_SH + "NodeShape")))
    if len(found) != shapes:
        raise LexiconError(f"{shapes - len(found)} rules are incomplete", place=str(SHAPES.relative_to(ROOT)))
    return found


def quick_check(content: bytes | Path, *, format: Format = "turtle") -> tuple[Finding, ...]:
    """Run the rules as queries on Oxigraph over all graphs of a file together.

    Args:
        content: the bytes of a Turtle or N-Quads file, or its path.
        format: which of the two.

    Raises:
        DamagedError: it cannot be parsed.
    """
    store = _union(content, format)
    return findings(lambda select: _rows(store, select))


def findings(query: Query) -> tuple[Finding, ...]:
    """Run the rules through a query function that answers over all graphs together, and sort what they find.

    Rules that need the vocabulary's classes find nothing in a graph without it.
    """
    prefixes = "".join(f"PREFIX {name}: <{start}>\n" for name, start in PREFIXES.items())
    found = set[Finding]()
    for rule in rules():
        for row in query(prefixes + rule.select):
            address = row["this"].value
            quote = _quote(query, address) if isinstance(row["this"], ox.NamedNode) else ""
            found.add(Finding(rule.severity, rule.shape, address, rule.message, quote))
    return tuple(sorted(found))


def check_shapes(content: bytes | Path, *, format: Format = "turtle") -> tuple[Finding, ...]:
    """Validate all graphs of a file together by pySHACL.

    Args:
        content: the bytes of a Turtle or N-Quads file, or its path.
        format: which of the two.

    Raises:
        DamagedError: it cannot be parsed.
    """
    from pyshacl import validate
    from rdflib import RDF, Graph, URIRef

    store = _union(content, format)
    triples = store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    assert triples is not None
    _, report, _ = validate(
        Graph().parse(data=triples, format="nt"),
        shacl_graph=Graph().parse(SHAPES, format="turtle"),
        inference="none",
        advanced=False,
    )
    named = {rule.shape: rule for rule in rules()}
    found = set[Finding]()
    for result in report.subjects(RDF.type, URIRef(_SH + "ValidationResult")):
        rule = named[str(report.value(result, URIRef(_SH + "sourceShape"))).rsplit("#", 1)[1]]
        focus = report.value(result, URIRef(_SH + "focusNode"))
        quote = _quote(lambda select: _rows(store, select), str(focus)) if isinstance(focus, URIRef) else ""
        found.add(Finding(rule.severity, rule.shape, str(focus), rule.message, quote))
    return tuple(sorted(found))


def _quote(query: Query, address: str) -> str:
    """Return the first words of an article that stand behind a node."""
    node = f"<{address}>"
    said = query(
        f"""PREFIX lp: <{PREFIXES["lp"]}> PREFIX oa: <{PREFIXES["oa"]}>
        SELECT ?x WHERE {{
          {{ {node} oa:exact ?x }}
          UNION {{ {node} lp:evidence ?v . ?v oa:exact ?x }}
          UNION {{ ?c lp:about {node} ; lp:evidence ?v . ?v oa:exact ?x }}
        }} ORDER BY ?x LIMIT 1"""
    )
    return next((str(row["x"].value) for row in said), "")


def _union(content: bytes | Path, format: Format) -> ox.Store:
    """Return all graphs of a file, and the vocabulary, as one default graph."""
    kind = ox.RdfFormat.TURTLE if format == "turtle" else ox.RdfFormat.N_QUADS
    try:
        quads = (
            ox.parse(path=str(content), format=kind)
            if isinstance(content, Path)
            else ox.parse(content, format=kind)
        )
        store = ox.Store()
        store.extend(ox.Quad(quad.subject, quad.predicate, quad.object) for quad in quads)
    except (SyntaxError, OSError) as error:
        place = str(content) if isinstance(content, Path) else ""
        raise DamagedError(f"no {format} that can be read: {error}", place=place) from error
    store.extend(_parsed(VOCABULARY))
    return store


def _parsed(path: Path) -> Iterator[ox.Quad]:
    place = str(path.relative_to(ROOT))
    try:
        return iter(list(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)))
    except OSError as error:
        raise LexiconError("the file is missing", place=place, remedy="install the program again") from error
    except SyntaxError as error:
        raise LexiconError(f"not valid Turtle: {error}", place=place) from error


def _rows(store: ox.Store, select: str) -> Iterable[Any]:
    rows = store.query(select)
    assert isinstance(rows, ox.QuerySolutions)
    return rows
