"""The timeline: events on tracks by time, drawn by our own SVG component.

The payload is plain JSON; days are ISO days (`2026-02-06`), unknown is None or left out::

    {"title": "Amnesty bill",                      # names the saved files; may be left out
     "tracks": [{"id": "…", "label": "…"}],        # from top to bottom
     "events": [{"id": "…", "label": "…", "track": "…", "type": "…",
                 "aside": None,                    # True where it is no step of a bill, as an election
                 "status": "…",                    # a value of graph.terms.Factuality
                 "start": None, "end": None,       # first and last possible day
                 "latest_begin": None, "earliest_end": None,  # where tighter, as in graph.model.Window
                 "if_kept": {"start": None, "end": None},     # with all promises kept, or None
                 "outcome": None, "by": None,      # plain words
                 "reported": None, "articles": 1,  # first day on which an article tells it; how many do
                 "words": None}],                  # the article's own words for the time
     "links": [{"source": "…", "target": "…",      # the source requires, or follows, the target:
                "kind": "requires",                # the arrow runs from target to source
                "days": "1 day later"}],
     "as_of": None,                                # draws a line where the shown span holds this day
     "undated_order": ["…"]}                       # ids of events without any date, in known order
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.ui.components.kit import drawn
from graph.ui.components.selection import selection

_MOUNT = drawn("timeline")


def picture_of(payload: Mapping[str, Any]) -> dict[str, Any]:
    """Return the payload without the fields of its events that are None: they are most of its bytes."""
    events = [
        {name: value for name, value in event.items() if value is not None} for event in payload["events"]
    ]
    return {**payload, "events": events}


def timeline(
    payload: Mapping[str, Any], *, key: str, selected: str | None = None, height: int | None = None
) -> str | None:
    """Draw the timeline and return the id of the selected event, None where none is.

    Args:
        payload: what to draw, as described in this module's docstring.
        key: Streamlit's key; zoom and selection are remembered under it.
        selected: the event that the page wants selected, for instance from its address.
        height: pixels above which the picture scrolls in its own box; None lets it grow.
    """
    agreed = selection(key, selected)
    _MOUNT(
        key=key,
        data={
            "key": key,
            "picture": picture_of(payload),
            "opened": agreed.opened,
            "height": height,
        },
        on_selected_change=lambda: None,
    )
    return agreed.shown
