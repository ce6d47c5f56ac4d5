"""The teacher's desk and the presentation, step by step; all steps are in the browser.

The payload is plain JSON::

    {"bill": "bill/…",                        # the choice is kept in the browser under this name
     "told": {…, "quiz": […], "show": […]}}   # see graph.ui.lesson.story and graph.ui.lesson.plan
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from graph.ui.components.kit import drawn
from graph.ui.lesson.plan import Plan, parsed_plan

_MOUNT = drawn("present")


def present(payload: Mapping[str, Any], *, key: str, lesson: Callable[[Plan], tuple[str, bytes]]) -> None:
    """Draw the desk; where the teacher wants a lesson of what was chosen, make it and hand it to the browser.

    Args:
        payload: what to draw, as described in this module's docstring.
        key: Streamlit's key.
        lesson: makes name and content of the file.
    """
    wish = st.session_state.get(key, {}).get("lesson")
    plan, file = parsed_plan(wish), None
    if plan is not None:
        name, content = lesson(plan)
        file = {"turn": wish.get("turn"), "name": name, "content": content.decode("utf-8")}
    _MOUNT(key=key, data={"picture": dict(payload), "file": file}, on_lesson_change=lambda: None)
