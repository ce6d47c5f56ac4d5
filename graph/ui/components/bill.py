"""The bill's page: steps by chamber, the way that is left, promises, contradictions, votes, for and against.

The payload is plain JSON; `to` is an address made by `graph.ui.address`; an empty list leaves a section out::

    {"about": "By the procedure of …",
     "tracks": [{"name": "House of Commons",
                 "steps": [{"name": "Second reading", "state": "done",      # graph.checks.procedure State
                            "status": None,              # of what is announced: graph.terms.Factuality
                            "when": "12 Dec 2023", "meaning": "…", "word": "done", "to": "…"}]}],
     "path": [{"name": "…", "when": "…", "room": "6 days to spare", "kept": "…", "waits": "…", "to": "…"}],
     "promises": [{"fate": "open", "word": "open", "meaning": "…", "text": "…",
                   "quote": "…", "where": "…", "to": "…",
                   "then": {"quote": "…", "where": "…", "to": "…"}}],
     "loops": [{"text": "…", "beside": False,              # whether it is about events beside the bill
                "links": [{"says": "…", "quote": "…", "where": "…", "to": "…"}]}],
     "plans": [the same as promises, for plans that a later report overtook],
     "votes": [{"name": "…", "when": "…", "outcome": "…", "to": "…",
                "bars": [{"word": "for", "count": 319}]}],
     "sides": [{"heading": "For it", "items": [{"text": "…", "kind": "person", "who": {"to": "…"},
                                                  "detail": "…", "to": "…"}]}],
     "unknown": [{"text": "…", "to": "…"}],
     "disorder": [[what should have come first, what is told as earlier, each as in "unknown"]]}
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.ui.components.kit import drawn

_MOUNT = drawn("bill")


def bill(payload: Mapping[str, Any], *, key: str) -> None:
    """Draw the sections; a click on a link goes where it leads."""
    _MOUNT(key=key, data={"picture": dict(payload)})
