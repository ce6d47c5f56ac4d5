"""What the words on the pages mean, from the vocabulary's own definitions (`ontology/lawpath.ttl`)."""

from __future__ import annotations

from graph.rdf.ontology import glossary
from graph.terms import ActorKind, EventType, Factuality, Role
from graph.vocabulary import camel

_NAMES = {EventType.COMMITTEE: "CommitteeStage"}
"""Kinds of events whose class has another name."""


def of_event_type(kind: EventType) -> str:
    """Return what a kind of event is, with its word: "release: Someone is set free."."""
    word = glossary()[f"lp:{_NAMES.get(kind, camel(kind.value))}"]
    return f"{word.label}: {word.definition}"


def of_status(status: Factuality) -> str:
    """Return what a status says."""
    return glossary()[f"lpf:{status.value}"].definition


def of_role(role: Role) -> str:
    """Return what part in an event a role is."""
    return glossary()[f"lp:{role.value}"].definition


def of_kind(kind: ActorKind | str) -> str:
    """Return what a kind of actor is; also of "bill" and "event"."""
    return glossary()[f"lp:{camel(str(kind))}"].definition
