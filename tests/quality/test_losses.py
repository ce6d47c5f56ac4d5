"""Where a missed step was lost is told apart."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from graph.articles import read_pasted
from graph.extraction.steps import RULES, read
from tests.quality.losses import GONE, NOT_READ, TAKEN, losses

PASSED, SIGNED = "The Senate passed the Water Bill on Monday.", "The president may sign it."


def step(kind: str, anchor: str) -> dict[str, Any]:
    return {"type": kind, "status": "happened", "anchors": [anchor], "bill": None, "participants": []}


@pytest.mark.parametrize(
    ("wanted", "given", "place"),
    [
        ([step("passage", "passed")], [], GONE),
        ([step("referral", "passed")], [], NOT_READ),
        ([step("passage", "passed the Water Bill"), step("passage", "Senate passed")], ["passage"], TAKEN),
    ],
)
def test_a_missed_step_is_lost_at_one_place(
    wanted: list[dict[str, Any]], given: list[str], place: str
) -> None:
    draft = read(read_pasted(f"{PASSED} {SIGNED}", title="", published=dt.date(2026, 2, 6)), RULES)
    events = [{"type": kind, "quotes": [PASSED]} for kind in given]
    ((lost, event),) = losses({"events": wanted}, draft, events)
    assert lost == place
    assert event in wanted


def test_what_is_found_is_not_lost() -> None:
    draft = read(read_pasted(PASSED, title="", published=dt.date(2026, 2, 6)), RULES)
    events = [{"type": "passage", "quotes": [PASSED]}]
    assert list(losses({"events": [step("passage", "passed")]}, draft, events)) == []
