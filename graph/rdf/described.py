"""What a graph says about each of its nodes, asked for by property name."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, TypeVar

from pyoxigraph import Literal, NamedNode, Quad

from graph.errors import StoreDamagedError
from graph.model import Votes, Window
from graph.rdf import order
from graph.rdf.terms import local, term
from graph.rdf.writing import BOUNDS, FIGURES

Value = TypeVar("Value")


class Described:
    """What one graph says about one node."""

    def __init__(self, address: NamedNode, statements: dict[str, list[NamedNode | Literal]]) -> None:
        """Keep the node's address and its values by property address."""
        self.address, self.statements = address, statements

    @property
    def id(self) -> str:
        """The local identifier."""
        return local(self.address)

    def values(self, name: str) -> list[NamedNode | Literal]:
        """Return all values of a property, in no order."""
        return self.statements.get(term(name).value, [])

    def nodes(self, name: str) -> list[NamedNode]:
        """Return the values that are nodes."""
        return [value for value in self.values(name) if isinstance(value, NamedNode)]

    def ids(self, name: str) -> tuple[str, ...]:
        """Return the local identifiers of the values, sorted."""
        return order.names(map(local, self.nodes(name)))

    def texts(self, name: str) -> tuple[str, ...]:
        """Return the strings, sorted."""
        return order.names(value.value for value in self.values(name))

    def maybe(self, name: str) -> NamedNode | Literal | None:
        """Return the one value, or None.

        Raises:
            StoreDamagedError: there are several.
        """
        found = self.values(name)
        if len(found) > 1:
            raise StoreDamagedError(f"{name} is given more than once", place=self.address.value)
        return found[0] if found else None

    def one(self, name: str) -> NamedNode | Literal:
        """Return the one value.

        Raises:
            StoreDamagedError: there is none, or several.
        """
        found = self.maybe(name)
        if found is None:
            raise StoreDamagedError(f"{name} is missing", place=self.address.value)
        return found

    def text(self, name: str) -> str | None:
        """Return the one string, or None."""
        found = self.maybe(name)
        return None if found is None else found.value

    def identity(self, name: str) -> str | None:
        """Return the local identifier of the one value, or None."""
        found = self.maybe(name)
        return local(found) if isinstance(found, NamedNode) else None

    def coded(self, name: str, codes: dict[Value, NamedNode]) -> Value | None:
        """Return the value of a closed list whose address stands there, or None."""
        found = self.maybe(name)
        if found is None:
            return None
        for value, address in codes.items():
            if address == found:
                return value
        raise StoreDamagedError(
            f"{name} has a value that is in no list: {found.value}", place=self.address.value
        )

    def needed(self, name: str, codes: dict[Value, NamedNode]) -> Value:
        """Return the value of a closed list whose address stands there."""
        self.one(name)
        value = self.coded(name, codes)
        assert value is not None
        return value

    def window(self, suffix: str = "") -> Window:
        """Return the four bounds."""
        days = {bound: self.text(name + suffix) for bound, name in BOUNDS.items()}
        return Window(**{bound: dt.date.fromisoformat(value) for bound, value in days.items() if value})

    def whole(self, name: str) -> int | None:
        """Return the one whole number, or None."""
        found = self.text(name)
        return None if found is None else int(found)

    def votes(self) -> Votes | None:
        """Return the figures of a vote, None without any."""
        return order.votes(Votes(**{figure: self.whole(name) for figure, name in FIGURES.items()}))


Graph = dict[NamedNode, Described]


def describe(quads: Iterable[Quad]) -> dict[NamedNode, Graph]:
    """Return the nodes of each named graph with what it says about them."""
    graphs = defaultdict[NamedNode, dict[NamedNode, dict[str, list[Any]]]](dict)
    for quad in quads:
        if isinstance(quad.graph_name, NamedNode) and isinstance(quad.subject, NamedNode):
            statements = graphs[quad.graph_name].setdefault(quad.subject, {})
            statements.setdefault(quad.predicate.value, []).append(quad.object)
    return {
        name: {subject: Described(subject, found) for subject, found in nodes.items()}
        for name, nodes in graphs.items()
    }
