"""Promises, and plans that came to nothing, with a fate that says what it means."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from graph.checks.contradictions import Superseded
from graph.checks.promises import Promise
from graph.checks.promises.wording import fate_explained
from graph.ui.told import linked, promise_payload
from graph.views.library import Library


def promises_payload(shelf: Library, promises: Iterable[Promise]) -> list[dict[str, Any]]:
    """Return promises as the drawings take them, each with its fate and what that means."""
    return [{**promise_payload(shelf, one), "meaning": fate_explained(one)} for one in promises]


def plans_payload(plans: Iterable[Superseded]) -> list[dict[str, Any]]:
    """Return plans that a later report overtook, as promises are told."""
    return [
        {
            "fate": "overtaken",
            "word": "overtaken",
            "meaning": "A later report gives another day, so that this one no longer counts.",
            "text": one.plan.says,
            **linked(one.plan),
            "then": linked(one.by),
        }
        for one in plans
    ]
