"""The relations of one focus: actors, bills and events around it, drawn by our own SVG component.

The payload is plain JSON::

    {"focus": "…",                                 # id of the node in the middle
     "nodes": [{"id": "…", "label": "…",
                "kind": "person",                  # a value of graph.terms.ActorKind, "bill" or "event"
                "degree": 4,                       # all its links, drawn or not
                "status": "promised"}],            # of an event: a value of graph.terms.Factuality
     "edges": [{"source": "…", "target": "…",
                "label": "introduces",             # role or stance in plain words
                "status": "happened", "count": 1,
                "id": "…"}],                       # what a click on the line selects; may be left out
     "hidden": 12,                                 # neighbours that are not among the nodes
     "opened": True}                               # whether somebody asked for more; may be left out

At most 60 nodes are drawn, those with most links first; the rest counts as hidden. The places of the nodes
follow from the payload and the width alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from graph.ui.components.kit import drawn
from graph.ui.components.selection import selection

_MOUNT = drawn("relations")


def relations(
    payload: Mapping[str, Any],
    *,
    key: str,
    selected: str | None = None,
    height: int | None = None,
    on_expand: Callable[[str], None] | None = None,
) -> str | None:
    """Draw the relations and return the id of the selected node (or line), None where none is.

    Args:
        payload: what to draw, as described in this module's docstring.
        key: Streamlit's key; zoom, pins, filters and selection are remembered under it.
        selected: the node that the page wants selected, for instance from its address.
        height: pixels of the frame; None lets it grow with the number of nodes.
        on_expand: called with the id of a node (before the script runs again) when the person asks for its
            neighbours, by a double click or the key e; asked again for the same node, the page may collapse.
    """
    agreed = selection(key, selected)

    def expand() -> None:
        wanted = st.session_state[key].get("expand")
        if on_expand is not None and isinstance(wanted, str):
            on_expand(wanted)

    _MOUNT(
        key=key,
        data={
            "key": key,
            "picture": dict(payload),
            "opened": agreed.opened,
            "height": height,
        },
        on_selected_change=lambda: None,
        on_expand_change=expand,
    )
    return agreed.shown
