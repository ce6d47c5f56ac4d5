"""JSON-LD 1.1 with a context of ours: short keys for scripts, and still RDF.

https://www.w3.org/TR/json-ld11/
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import pyoxigraph as ox

from graph.rdf.ontology import kinds_of_values
from graph.rdf.terms import term
from graph.vocabulary import ID, NS, PREFIXES

_XSD = PREFIXES["xsd"]


@lru_cache(maxsize=1)
def context() -> dict[str, Any]:
    """Return the context: our terms without prefix, others with theirs, values of known kind as strings."""
    terms: dict[str, Any] = {"@version": 1.1, "@vocab": NS, **PREFIXES}
    for address, kind in kinds_of_values().items():
        terms[_name(address)] = {"@type": kind if kind == "@id" else _name(kind)}
    return terms


def to_jsonld(quads: Iterable[ox.Quad]) -> bytes:
    """Return quads as one JSON-LD document, in the order they come in; quads of one node must stand together.

    Nodes of the default graph stand at the top, named graphs each in an object of their own.
    """
    top = list[Any]()
    graphs = dict[str, list[Any]]()
    nodes = dict[tuple[str, str], dict[str, Any]]()
    for quad in quads:
        graph = quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else ""
        assert isinstance(quad.subject, ox.NamedNode)
        key = (graph, quad.subject.value)
        if key not in nodes:
            nodes[key] = {"@id": _address(quad.subject.value)}
            (graphs.setdefault(graph, []) if graph else top).append(nodes[key])
        if quad.predicate == term("rdf:type") and isinstance(quad.object, ox.NamedNode):
            name, value = "@type", _name(quad.object.value)
        else:
            name, value = _name(quad.predicate.value), _value(quad)
        nodes[key].setdefault(name, []).append(value)
    for found in nodes.values():
        for name, values in found.items():
            if isinstance(values, list) and len(values) == 1:
                found[name] = values[0]
    top.extend({"@id": _address(graph), "@graph": inside} for graph, inside in graphs.items())
    written = json.dumps({"@context": context(), "@graph": top}, ensure_ascii=False, indent=1)
    return written.encode() + b"\n"


def _value(quad: ox.Quad) -> Any:  # noqa: ANN401  # whatever JSON can hold
    kind = kinds_of_values().get(quad.predicate.value)
    value = quad.object
    if isinstance(value, ox.NamedNode):
        return _address(value.value) if kind == "@id" else {"@id": _address(value.value)}
    assert isinstance(value, ox.Literal)
    if value.language:
        return {"@value": value.value, "@language": value.language}
    datatype = value.datatype.value
    if datatype == _XSD + "string":
        return value.value if kind is None else {"@value": value.value}
    if datatype == kind:
        return value.value
    if kind is None and datatype == _XSD + "integer" and str(int(value.value)) == value.value:
        return int(value.value)
    if kind is None and datatype == _XSD + "boolean" and value.value in ("true", "false"):
        return value.value == "true"
    return {"@value": value.value, "@type": _name(datatype)}


def _address(address: str) -> str:
    """Return a short form that the context expands to the address again."""
    for prefix in ("id", "lpf", "lpo", "lpp", "lpc", "lpst", "lps"):
        start = PREFIXES[prefix]
        if address.startswith(start) and not address.startswith("//", len(start)):
            return f"{prefix}:{address[len(start) :]}"
    return address


def _name(address: str) -> str:
    """Return the key or class name: without prefix in our vocabulary."""
    if address.startswith(NS) and address[len(NS) :].isalnum():
        return address[len(NS) :]
    for prefix, start in PREFIXES.items():
        if start not in (NS, ID) and address.startswith(start):
            return f"{prefix}:{address[len(start) :]}"
    return address
