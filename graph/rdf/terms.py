"""Addresses for records and closed lists: the RDF side of `graph.terms` and `graph.vocabulary`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar
from urllib.parse import quote, unquote

from pyoxigraph import Literal, NamedNode

from graph.errors import DamagedError, StoreDamagedError
from graph.terms import (
    STAGES,
    ActorKind,
    Capacity,
    EventType,
    Factuality,
    Outcome,
    ProvisionKind,
    Role,
    Stance,
)
from graph.vocabulary import CONCEPTS, ID, NS, PREFIXES, article_id, camel

Value = TypeVar("Value", bound=StrEnum)

ASSESSMENT = NamedNode(ID + "assessment")
"""The graph of what follows from all articles together."""
VOCABULARY = NamedNode(NS.rstrip("#"))
"""The vocabulary's own address, and the graph it stands in where an export has graphs."""

_SAFE = "/:@!$&'()*+,;=-._~"  # what an address may hold unescaped after its scheme and host (RFC 3986)


@lru_cache(maxsize=512)
def term(name: str) -> NamedNode:
    """Return the term of a prefixed name: `lp:about`, `rdf:type`."""
    prefix, local = name.split(":", 1)
    return NamedNode(PREFIXES[prefix] + local)


@lru_cache(maxsize=65536)
def node(local: str) -> NamedNode:
    """Return the address of a local identifier; any text gives a valid one, different texts different
    ones.
    """
    return fresh_node(local)


def fresh_node(local: str) -> NamedNode:
    """Return what `node` returns and keep nothing of it: for what is asked for once."""
    return NamedNode(ID + quote(local, safe=_SAFE))


def local(address: NamedNode) -> str:
    """Return the local identifier that `node` was given.

    Raises:
        StoreDamagedError: the address is not one of ours.
    """
    if not address.value.startswith(ID):
        raise StoreDamagedError("not an identifier of this vocabulary", place=address.value)
    return unquote(address.value[len(ID) :])


def article_node(identifier: str) -> NamedNode:
    """Return the address of an article, which is also that of its graph."""
    return node(article_id(identifier))


def _concepts(prefix: str, values: Iterable[Value]) -> dict[Value, NamedNode]:
    return {value: NamedNode(CONCEPTS[prefix] + value.value) for value in values}


# `committee` names a body and a step of a bill; the step's class takes the fuller name.
EVENT_CLASS = {
    kind: term("lp:CommitteeStage" if kind is EventType.COMMITTEE else f"lp:{camel(kind)}")
    for kind in EventType
}
ACTOR_CLASS = {kind: term(f"lp:{camel(kind)}") for kind in ActorKind}
ROLE = {role: term(f"lp:{role}") for role in Role}
FACTUALITY = _concepts("lpf", Factuality)
OUTCOME = _concepts("lpo", Outcome)
PROVISION = _concepts("lpp", ProvisionKind)
CAPACITY = _concepts("lpc", Capacity)
STANCE = _concepts("lpst", Stance)

EVENT_TYPE = {address: kind for kind, address in EVENT_CLASS.items()}
ACTOR_KIND = {address: kind for kind, address in ACTOR_CLASS.items()}
STAGE_CLASSES = frozenset(EVENT_CLASS[kind] for kind in STAGES)


def stage_node(stage: str) -> NamedNode:
    """Return the concept of a finer stage, such as `committee-report`."""
    return NamedNode(CONCEPTS["lps"] + quote(stage, safe=_SAFE))


def stage_name(address: NamedNode) -> str:
    """Return the finer stage of a concept that `stage_node` made."""
    return unquote(address.value[len(CONCEPTS["lps"]) :])


def text(value: str) -> Literal:
    """Return a plain string.

    Raises:
        DamagedError: it holds half a character (a lone surrogate), which no file can.
    """
    try:
        return Literal(value)
    except ValueError as error:
        raise DamagedError(
            "a text holds half a character (a lone surrogate)", place=ascii(value[:60])
        ) from error


def day(value: dt.date) -> Literal:
    """Return an `xsd:date`."""
    return Literal(value.isoformat(), datatype=term("xsd:date"))


def moment(value: dt.datetime) -> Literal:
    """Return an `xsd:dateTime` of a moment in UTC, to the second."""
    return Literal(f"{value:%Y-%m-%dT%H:%M:%SZ}".zfill(20), datatype=term("xsd:dateTime"))


def uncertain(value: str) -> Literal:
    """Return a date of the Extended Date/Time Format (`graph.temporal.edtf`)."""
    return Literal(value, datatype=term("loc:EDTF"))


def number(value: int) -> Literal:
    """Return an `xsd:integer`."""
    return Literal(str(int(value)), datatype=term("xsd:integer"))


def share(value: float) -> Literal:
    """Return a number from 0 to 1 as canonical `xsd:decimal`: `1`, `0.8`.

    The store writes decimals so; writing them alike keeps exports the same with and without it.

    Raises:
        DamagedError: the number lies outside 0 to 1.
    """
    if not 0 <= value <= 1:
        raise DamagedError("a confidence lies outside 0 to 1", place=repr(value))
    digits = format(Decimal(repr(float(value))), "f")
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return Literal("0" if digits == "-0" else digits, datatype=term("xsd:decimal"))
