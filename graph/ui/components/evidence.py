"""The evidence panel: one event, actor, bill or link in short, and the sentences behind it.

The payload is plain JSON; `to` is an address made by `graph.ui.address`::

    {"title": "…", "status": "promised",     # a value of graph.terms.Factuality, or None
     "kind": None, "about": "…",             # as in graph.ui.theme.KIND_MARKS; a line that explains the kind
     "facts": [{"name": "Who", "value": "…", "note": "…", "meaning": "…"}],    # what the name means, or none
     "sentences": [{"quote": "…", "where": "Outlet, 7 Feb 2026", "to": "…",
                    "said": [{"status": "…", "says": "…", "by": "…",      # what was read from it
                              "judged": ["Ana accepted this …"]}],        # left out where nobody judged
                    "how": ["…"]}],                                       # the rules that read it
     "groups": [{"heading": "…", "items": [{"text": "…", "to": "…", "status": None}]}],
     "actions": [{"text": "…", "to": "…"}, {"text": "…", "act": "pair"}]}

or, where nothing is chosen, ``{"legend": {"title": "…", "hint": "…", "lines": ["…"]}}``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.ui.components.kit import drawn

_MOUNT = drawn("evidence")


def evidence(payload: Mapping[str, Any], *, key: str, turn: int = 0) -> str | None:
    """Draw the panel; a click on a link goes where it leads. Return the act that the person asks for, if any.

    Args:
        payload: what to show, as described in this module's docstring.
        key: Streamlit's key.
        turn: a number that changes when a person chose something else on this page: only then does the panel
            bring itself into sight where the screen is narrow.
    """
    state = _MOUNT(key=key, data={"picture": dict(payload), "turn": turn}, on_act_change=lambda: None)
    act = state.get("act")
    return act if isinstance(act, str) else None
