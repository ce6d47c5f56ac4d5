"""Actors against steps: how many events each takes part in, by status, as a table to walk through.

The payload is plain JSON; `status` is a value of graph.terms.Factuality, `kind` as in
graph.ui.theme.KIND_MARKS::

    {"label": "Who takes part in what: Water Bill",
     "columns": [{"name": "Second reading", "meaning": "…"}],      # in their order
     "rows": [{"name": "Ada Holm", "kind": "person", "acts": 3,
               "cells": [None,                                     # one for each column
                         {"id": "…", "marks": [{"status": "happened", "count": 2}]}]}]}
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.ui.components.kit import drawn
from graph.ui.components.selection import selection

_MOUNT = drawn("matrix")


def matrix(payload: Mapping[str, Any], *, key: str, selected: str | None = None) -> str | None:
    """Draw the table and return the id of the chosen cell, None where none is.

    Args:
        payload: what to draw, as described in this module's docstring.
        key: Streamlit's key; filter and selection are remembered under it.
        selected: the cell that the page wants chosen, for instance from its address.
    """
    agreed = selection(key, selected)
    _MOUNT(
        key=key,
        data={"key": key, "picture": dict(payload), "opened": agreed.opened},
        on_selected_change=lambda: None,
    )
    return agreed.shown
