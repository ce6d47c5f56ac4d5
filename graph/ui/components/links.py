"""Lists of links under headings, as text.

The payload is plain JSON; `to` is an address made by `graph.ui.address`; all but `text` may be left out::

    {"groups": [{"heading": "…",
                 "all": True,                     # show every item at once
                 "row": True,                     # side by side
                 "items": [{"text": "…", "to": "…",
                            "before": "7 Feb 2026",       # stands in a column before it
                            "detail": "…", "badge": "retold",
                            "status": "promised",         # a value of graph.terms.Factuality
                            "kind": "person"}]}]}         # as in graph.ui.theme.KIND_MARKS
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.ui.components.kit import drawn

_MOUNT = drawn("links")


def links(payload: Mapping[str, Any], *, key: str) -> None:
    """Draw the lists; a click on a link goes where it leads."""
    _MOUNT(key=key, data={"picture": dict(payload)})
