"""The kit of all drawings: brought to a page once, so that each drawing sends only what it shows.

Streamlit sends a component whole whenever what it shows has changed, with its script and style sheet. So
these stand in one component that never changes, and each drawing is another one, of a few lines of script,
that hands on to the kit what is to be drawn (`kit.js`, `entrance.js`).
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from typing import Any

import streamlit as st

from graph.ui.components.sources import Drawing, kit, part
from graph.ui.theme import appearance, states


@cache
def _script() -> str:
    script, style = kit()
    ending = part("kit.js").replace('"STYLE"', json.dumps(style))
    return f"{script}\n{ending}"


_MOUNT = st.components.v2.component("lawpath_kit", js=_script(), isolate_styles=False)


def bring_kit() -> None:
    """Bring the scripts, the style sheet and the looks of all marks to the page; to be called once a run."""
    with st.container(key="kit"):
        _MOUNT(key="drawings", data={"states": states(), **appearance()})


def drawn(drawing: Drawing) -> Callable[..., Any]:
    """Return the component of a drawing, which draws as soon as the kit is there.

    It is mounted with `key`, `data` and callbacks; what the kit knows (statuses, kinds, states) need not be
    among the data.
    """
    entrance = part("entrance.js").replace("DRAWING", drawing)
    return st.components.v2.component(f"lawpath_{drawing}", js=entrance)
