"""Actors against the steps of a bill."""

from __future__ import annotations

from graph.terms import EventType, Factuality
from graph.views.library import Library
from graph.views.matrix import cell_id, counted, matrix
from tests.views.conftest import event_of


def test_the_columns_of_a_bill_are_its_procedures_steps_in_order(water: Library) -> None:
    found = matrix(water, next(iter(water.bills)))
    names = [column.name for column in found.columns]
    assert names[:3] == ["Introduction", "Passage", "Signature"]
    assert all(any(column.key in row.cells for row in found.rows) for column in found.columns)


def test_every_part_of_every_event_of_the_bill_is_in_one_cell(water: Library) -> None:
    bill = next(iter(water.bills))
    found = matrix(water, bill)
    told = {(row.actor, one.event) for row in found.rows for events in row.cells.values() for one in events}
    assert told == {
        (part.actor, event)
        for event in water.assessments
        if water.bill_of(event) == bill
        for part in water.participants(event)
    }
    assert [row.acts for row in found.rows] == sorted((row.acts for row in found.rows), reverse=True)


def test_around_an_actor_columns_are_kinds_and_everybody_beside_has_a_row(water: Library) -> None:
    event = event_of(water, EventType.ASSENT)
    (actor, *_) = water.agents(event)
    found = matrix(water, actor)
    assert actor in {row.actor for row in found.rows}
    assert all(column.key.startswith("kind ") for column in found.columns)


def test_a_cell_is_found_by_its_identifier_and_counts_by_status(water: Library) -> None:
    event = event_of(water, EventType.ASSENT)
    (actor, *_) = water.agents(event)
    found = matrix(water, next(iter(water.bills)))
    (row,) = [row for row in found.rows if row.actor == actor]
    key = next(key for key, events in row.cells.items() if event in {one.event for one in events})
    told = found.cell(cell_id(actor, key))
    assert told is not None
    assert (told[0].actor, told[1].key) == (actor, key)
    assert counted(row.cells[key]) == [(Factuality.PROMISED, 1)]
    for wrong in (None, "", actor, cell_id(actor, "none"), cell_id("actor/none", key)):
        assert found.cell(wrong) is None
