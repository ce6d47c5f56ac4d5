"""Which mark is selected: agreed between page and browser without sending the picture again.

The selection is no part of a drawing's picture, so a click changes nothing that Streamlit would send back to
the browser. Only where the page itself selects something else (a row of a table, another address) does the
browser get a new `opened`, told apart by its turn.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import streamlit as st


@dataclass(frozen=True, slots=True)
class Agreement:
    """What page and browser know of each other.

    Attributes:
        asked: what the page asked for in its last run.
        sent: what the browser was last told to select.
        turn: how often the browser was told.
        heard: the last click that came back, as the browser numbered it.
        shown: what the browser shows as selected.
    """

    asked: str | None
    sent: str | None
    turn: int
    heard: tuple[str, int] | None
    shown: str | None

    @property
    def opened(self) -> dict[str, Any]:
        """The browser's part of it, plain JSON."""
        return {"id": self.sent, "turn": self.turn}


def _click(state: Any) -> tuple[str, int] | None:  # noqa: ANN401 - what the browser sends may be anything
    told = state.get("selected") if hasattr(state, "get") else None
    if not isinstance(told, dict):
        return None
    identifier, turn = told.get("id"), told.get("turn")
    return (identifier, turn) if isinstance(identifier, str) and isinstance(turn, int) else None


def agree(
    before: Agreement | None, *, asked: str | None, fresh: bool, click: tuple[str, int] | None
) -> Agreement:
    """Return what holds after one more run.

    A drawing that is new on the page (`fresh`) shows what the page asks for. Later, a new click wins over
    what the page asks for; without one, the page wins where it asks for something new.
    """
    if before is None or fresh:
        return Agreement(asked, asked, before.turn + 1 if before else 1, None, asked)
    if click is not None and click != before.heard:
        return Agreement(asked, before.sent, before.turn, click, click[0])
    if asked not in (before.asked, before.shown):
        return Agreement(asked, asked, before.turn + 1, before.heard, asked)
    return Agreement(asked, before.sent, before.turn, before.heard, before.shown)


def selection(key: str, asked: str | None) -> Agreement:
    """Return what holds in this run for the drawing with this key, and keep it for the next.

    To be called once a run, before the drawing is mounted.
    """
    memory = f"{key} selection"
    state = st.session_state.get(key)
    agreed = agree(st.session_state.get(memory), asked=asked, fresh=state is None, click=_click(state))
    st.session_state[memory] = agreed
    return agreed


def adopt(key: str, identifier: str | None) -> None:
    """Take note that the page now asks for what was chosen in the drawing with this key.

    For pages that keep the choice in their address: going back to an earlier address is then a new wish.
    """
    memory = f"{key} selection"
    agreed = st.session_state.get(memory)
    if isinstance(agreed, Agreement):
        st.session_state[memory] = replace(agreed, asked=identifier)
