"""One article: every used sentence marked, and what was read from it beside it.

The payload is plain JSON; `to` is an address made by `graph.ui.address`::

    {"blocks": [{"kind": "running",              # or what is set aside: "caption", "byline", …
                 "heading": False,
                 "stretches": [{"text": "…",
                                "id": "text:120",     # of a mark; left out for plain text
                                "readings": [{"status": "promised", "says": "…", "to": "…",
                                              "more": ["…"],        # lines shown when the mark is chosen
                                              "how": "…"}]}]}]}     # the rule, shown on demand
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.ui.components.kit import drawn
from graph.ui.components.selection import selection

_MOUNT = drawn("article")


def article(payload: Mapping[str, Any], *, key: str, selected: str | None = None) -> str | None:
    """Draw the article and return the chosen mark, None where none is; a click on a link goes where it leads.

    Args:
        payload: what to show, as described in this module's docstring.
        key: Streamlit's key; to be another one for another article.
        selected: the mark that the page wants chosen and in sight, for instance from its address.
    """
    agreed = selection(key, selected)
    _MOUNT(
        key=key,
        data={
            "picture": dict(payload),
            "opened": agreed.opened,
        },
        on_selected_change=lambda: None,
    )
    return agreed.shown
