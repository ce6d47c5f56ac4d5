"""One article: every used sentence marked, and what was read from it beside it.

The payload is plain JSON; `to` is an address made by `graph.ui.address`::

    {"judge": True,                              # whether readings may be judged and events added
     "blocks": [{"kind": "running",              # or what is set aside: "caption", "byline", …
                 "part": "text",                 # or "title"
                 "heading": False,
                 "stretches": [{"text": "…",
                                "id": "text:120",     # of a mark; left out for plain text
                                "readings": [{"status": "promised", "says": "…", "to": "…",
                                              "more": ["…"],        # lines shown when the mark is chosen
                                              "how": "…",           # the rule, shown on demand
                                              "records": ["claim/…"],       # what can be judged
                                              "same": "event/…",            # what may be one with another
                                              "judged": [{"id": "…", "text": "Ana accepted this …"}]}]}]}]}

What a person asks for comes back as one of::

    {"do": "accept" | "change" | "retract" | "pair", "records": ["claim/…"], "same": "event/…"}
    {"do": "undo", "judgement": "correction/…", "text": "…"}
    {"do": "add", "part": "text", "exact": "…", "prefix": "…", "suffix": "…"}
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.ui.components.kit import drawn
from graph.ui.components.selection import selection

_MOUNT = drawn("article")


def article(
    payload: Mapping[str, Any], *, key: str, selected: str | None = None
) -> tuple[str | None, dict[str, Any] | None]:
    """Draw the article; a click on a link goes where it leads.

    Args:
        payload: what to show, as described in this module's docstring.
        key: Streamlit's key; to be another one for another article.
        selected: the mark that the page wants chosen and in sight, for instance from its address.

    Returns:
        The chosen mark and what the person asks for, each None where there is none.
    """
    agreed = selection(key, selected)
    state = _MOUNT(
        key=key,
        data={
            "picture": dict(payload),
            "opened": agreed.opened,
        },
        on_selected_change=lambda: None,
        on_act_change=lambda: None,
    )
    act = state.get("act")
    return agreed.shown, act if isinstance(act, dict) else None
