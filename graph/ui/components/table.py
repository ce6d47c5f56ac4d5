"""A table of an answer: cells of any length, some of them links, sorted by a click on a heading.

The payload is plain JSON; a cell is null, a text, or a text with more::

    {"label": "…",                                             # what it is a table of; may be left out
     "columns": [{"name": "in favour", "number": True}],
     "rows": [["41", None,
               {"text": "First reading of …", "to": "…"},      # an address made by graph.ui.address
               {"text": "3 Mar 2031", "sort": "2031-03-03"},
               {"text": "promised", "status": "promised"}]]}   # a value of graph.terms.Factuality
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.ui.components.kit import drawn

_MOUNT = drawn("table")


def table(payload: Mapping[str, Any], *, key: str) -> None:
    """Draw the table; a click on a link goes where it leads."""
    _MOUNT(key=key, data={"picture": dict(payload)})
