"""Cards of bills, drawn as text and signs; every part of one leads somewhere.

The payload is plain JSON; `to` is an address made by `graph.ui.address`::

    {"cards": [{"bill": "…", "name": "…", "to": "…", "place": "Venezuela",
                "stands": "Passed its first reading on …",      # one line, plain words
                "tracks": [{"name": "House of Commons", "steps": [as in graph.ui.components.bill]}],
                "lines": [{"word": "Latest", "text": "“…”", "to": "…", "status": None, "note": "…"}],
                "articles": {"text": "9 articles", "to": "…"},
                "retold": True}]}
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.ui.components.kit import drawn

_MOUNT = drawn("cards")


def cards(payload: Mapping[str, Any], *, key: str) -> None:
    """Draw the cards; a click on a link goes where it leads."""
    _MOUNT(key=key, data={"picture": dict(payload)})
