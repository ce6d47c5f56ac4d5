"""One thing to look at: what was read or judged, why it is asked about, and its sentences.

The payload is plain JSON; `to` is an address made by `graph.ui.address`::

    {"heading": "…", "status": "promised",       # a value of graph.terms.Factuality, or None
     "reason": "…", "how": ["…"],                # why it is asked about; the rule, shown on demand
     "pair": False,                              # whether the two sides stand beside each other
     "sides": [{"name": "…",                     # of one of two things; empty for a reading
                "quote": "…", "where": "Outlet, 7 Feb 2026", "to": "…"}]}
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.ui.components.kit import drawn

_MOUNT = drawn("review")


def review(payload: Mapping[str, Any], *, key: str) -> None:
    """Draw it; a click on a link goes where it leads."""
    _MOUNT(key=key, data={"picture": dict(payload)})
