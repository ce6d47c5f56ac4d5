"""networkx graphs as GraphML and GEXF, for Gephi and other programs.

What a graph shows is decided in `graph.views`; here it only becomes a file that comes out the same byte for
byte, holds nothing that XML cannot, and has been read back.
"""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

from graph.errors import ExportError
from graph.rdf.files import written_whole

if TYPE_CHECKING:
    from networkx import MultiDiGraph

GRAPH_FORMATS = {"graphml": ".graphml", "gexf": ".gexf"}

# Control characters, lone surrogates and the two non-characters: XML 1.0 has no way to write them.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# GEXF gives these keys a meaning of its own (dynamic graphs, drawing); ours get an underscore.
_RESERVED = frozenset(
    {"start", "end", "pid", "parents", "viz", "slices", "spells", "type", "kind", "id", "key"}
)


def write_graph(graph: MultiDiGraph[Any], format: str, path: Path | str) -> None:
    """Write a graph to a file, whole or not at all.

    Nodes and edges are sorted; lists become texts joined by "; "; attributes that are None are left out.

    Raises:
        ExportError: no such format, the place cannot be written to, or the file did not read back.
    """
    written = graph_bytes(graph, format, place=str(path))
    with written_whole(path) as file:
        file.write(written)


def graph_bytes(graph: MultiDiGraph[Any], format: str, *, place: str = "") -> bytes:
    """Return what `write_graph` writes.

    Raises:
        ExportError: no such format, or the bytes did not read back.
    """
    import networkx as nx

    if format not in GRAPH_FORMATS:
        raise ExportError(f"no graph format {format!r}", remedy=f"choose one of {', '.join(GRAPH_FORMATS)}")
    plain = _plain(graph, reserved=_RESERVED if format == "gexf" else frozenset())
    if format == "graphml":
        file = io.BytesIO()
        nx.write_graphml_xml(plain, file)
        written = file.getvalue()
    else:
        text = "\n".join(nx.generate_gexf(plain)) + "\n"
        # networkx writes today's date, which would make each day's file another one.
        written = re.sub(r' lastmodifieddate="[0-9-]*"', "", text, count=1).encode()
    try:
        read = nx.read_graphml if format == "graphml" else nx.read_gexf
        found = read(io.BytesIO(written))
    except (ParseError, nx.NetworkXError, ValueError, KeyError) as error:
        raise ExportError(f"the file did not read back: {error}", place=place) from error
    expected = (graph.number_of_nodes(), graph.number_of_edges())
    if (found.number_of_nodes(), found.number_of_edges()) != expected:
        raise ExportError(
            f"{expected[0]} nodes and {expected[1]} edges were written,"
            f" {found.number_of_nodes()} and {found.number_of_edges()} read back",
            place=place,
        )
    return written


def _plain(graph: MultiDiGraph[Any], *, reserved: frozenset[str]) -> MultiDiGraph[Any]:
    """Return the graph sorted, with attributes that both formats can hold."""
    import networkx as nx

    nodes = sorted(graph.nodes(data=True), key=lambda node: str(node[0]))
    # networkx numbers parallel edges as they come, so what they say goes before their key.
    edges = sorted(
        graph.edges(keys=True, data=True),
        key=lambda edge: (str(edge[0]), str(edge[1]), _said(edge[3]), str(edge[2])),
    )
    mixed = _mixed(data for _, data in nodes), _mixed(data for *_, data in edges)
    plain: MultiDiGraph[Any] = nx.MultiDiGraph()
    for node, data in nodes:
        name = _text(str(node))
        plain.add_node(name)
        plain.nodes[name].update(_attributes(data, mixed[0], reserved))
    for number, (source, target, _, data) in enumerate(edges):
        ends, key = (_text(str(source)), _text(str(target))), f"e{number}"
        plain.add_edge(*ends, key=key)
        plain.edges[*ends, key].update(_attributes(data, mixed[1], reserved))
    return plain


def _attributes(data: Mapping[str, Any], mixed: set[str], reserved: frozenset[str]) -> dict[str, Any]:
    found = dict[str, Any]()
    for name, value in sorted(data.items()):
        simple = _simple(value)
        if simple is not None:
            found[f"{name}_" if name in reserved else name] = str(simple) if name in mixed else simple
    return found


def _said(data: Mapping[str, Any]) -> str:
    return repr(sorted((name, _simple(value)) for name, value in data.items()))


def _mixed(records: Iterable[Mapping[str, Any]]) -> set[str]:
    """Return the attributes that have values of more than one type."""
    types = dict[str, set[type]]()
    for data in records:
        for name, value in data.items():
            simple = _simple(value)
            if simple is not None:
                types.setdefault(name, set()).add(type(simple))
    return {name for name, found in types.items() if len(found) > 1}


def _simple(value: object) -> bool | int | float | str | None:
    match value:
        case None:
            return None
        case bool() | int() | float():
            return value
        case dt.date():
            return value.isoformat()
        case list() | tuple() | set() | frozenset():
            parts = [_text(str(part)) for part in value]
            return "; ".join(sorted(parts) if isinstance(value, set | frozenset) else parts)
        case _:
            return _text(str(value))


def _text(value: str) -> str:
    return _NOT_XML.sub("\ufffd", value)
