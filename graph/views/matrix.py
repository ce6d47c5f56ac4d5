"""Who takes part in what: actors against the steps of a bill's procedure, or against kinds of events.

Around a bill the columns are the steps of its procedure in their order, then the kinds of events that the
procedure has no step for; around an actor or an event they are kinds of events alone. What only lies ahead
counts as well, and says so.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph import wording
from graph.model import Assessment
from graph.terms import EventType, Factuality
from graph.views import standing
from graph.views.library import Library
from graph.views.timeline import Choice, chosen

_BETWEEN = "~"
"""Stands between actor and column in the identifier of a cell."""


@dataclass(frozen=True, slots=True)
class Column:
    """A step or a kind of events: `meaning` is a plain sentence, "" for a kind."""

    key: str
    name: str
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """An actor with the events in each column, by the column's key, in the order of time."""

    actor: str
    cells: Mapping[str, tuple[Assessment, ...]]

    @property
    def acts(self) -> int:
        """In how many events the actor takes part."""
        return sum(map(len, self.cells.values()))


@dataclass(frozen=True, slots=True)
class Matrix:
    """Actors with most acts first, and the columns in which anybody takes part."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def cell(self, identity: str | None) -> tuple[Row, Column] | None:
        """Return row and column of a cell's identifier; None where it names none that holds an event."""
        actor, _, key = (identity or "").partition(_BETWEEN)
        row = next((row for row in self.rows if row.actor == actor and key in row.cells), None)
        column = next((column for column in self.columns if column.key == key), None)
        return (row, column) if row and column else None


def cell_id(actor: str, column: str) -> str:
    """Return the identifier of a cell, as drawing and address use it."""
    return f"{actor}{_BETWEEN}{column}"


def matrix(shelf: Library, focus: str) -> Matrix:
    """Return who takes part in what around a bill, an actor or an event."""
    if focus in shelf.assessments:
        focus = shelf.bill_of(focus) or focus
    events = _around(shelf, focus)
    columns, places = _columns(shelf, focus, events)
    cells = defaultdict[str, dict[str, list[Assessment]]](lambda: defaultdict(list))
    for one in events:
        for actor in {part.actor for part in shelf.participants(one.event)}:
            cells[actor][places[one.event]].append(one)
    rows = [Row(actor, {key: tuple(found) for key, found in told.items()}) for actor, told in cells.items()]
    used = {key for row in rows for key in row.cells}
    return Matrix(
        tuple(column for column in columns if column.key in used),
        tuple(sorted(rows, key=lambda row: (-row.acts, shelf.name(row.actor).casefold(), row.actor))),
    )


def counted(events: Iterable[Assessment]) -> list[tuple[Factuality, int]]:
    """Return how many events have which status, in the order of statuses."""
    found = Counter(one.status for one in events)
    return [(status, found[status]) for status in Factuality if found[status]]


def _around(shelf: Library, focus: str) -> list[Assessment]:
    if focus in shelf.bills:
        return [one for one in chosen(shelf, Choice(bill=focus)) if shelf.bill_of(one.event) == focus]
    if focus in shelf.actors:
        return chosen(shelf, Choice(actor=focus))
    return [shelf.assessments[focus]]


def _columns(shelf: Library, focus: str, events: list[Assessment]) -> tuple[list[Column], dict[str, str]]:
    """Return all columns, and the key of the column of each event."""
    found = standing.where(shelf, focus) if focus in shelf.bills else None
    columns, places = list[Column](), dict[str, str]()
    for step in found.standings if found else ():
        assert found is not None
        columns.append(Column(step.step.name, found.procedure.label(step.step), step.step.meaning))
        places |= {event.id: step.step.name for event in step.events}
    for one in events:
        places.setdefault(one.event, f"kind {one.type.value}")
    kinds = [kind for kind in EventType if f"kind {kind.value}" in places.values()]
    kinds.sort(key=lambda kind: not kind.is_stage)
    columns += [Column(f"kind {kind.value}", wording.titled(kind.value.replace("-", " "))) for kind in kinds]
    return columns, places
