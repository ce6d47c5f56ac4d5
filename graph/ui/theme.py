"""How each status and each kind looks and reads: the one table behind pages, drawings and legends.

No status is told by colour alone: each has its own shape for a known day, its own outline and texture for a
window, and a word. Colours keep a contrast of at least 4.5:1 as text on Streamlit's light and dark
backgrounds (WCAG 2.2, 1.4.3), which is more than marks need (3:1, 1.4.11).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from types import MappingProxyType

from graph.checks.procedure.states import State
from graph.terms import ActorKind, Factuality
from graph.ui.glossary import of_kind, of_status

BACKGROUNDS = {"light": ("#ffffff", "#f0f2f6"), "dark": ("#0e1117", "#262730")}
"""Streamlit's own page and side backgrounds, against which the colours below were chosen."""


@dataclass(frozen=True, slots=True)
class StatusMark:
    """How a status is drawn and named.

    Attributes:
        word: the short word beside a mark, lower case.
        meaning: one plain sentence for a reader who does not know the word, as the vocabulary has it.
        symbol: one character that resembles the shape, for running text and tables.
        shape: SVG path of the mark of a known day, in a box from -8 to 8.
        solid: whether the shape is filled; whatever has not happened is hollow.
        dash: SVG stroke-dasharray of outline and bar; empty for a continuous line.
        texture: SVG path in a tile of 8 by 8 that fills a bar; empty for none.
        struck: whether the label is struck through.
        light: colour on a light background.
        dark: colour on a dark background.
    """

    word: str
    meaning: str
    symbol: str
    shape: str
    solid: bool
    dash: str
    texture: str
    struck: bool
    light: str
    dark: str


@dataclass(frozen=True, slots=True)
class KindMark:
    """How a kind of node is drawn and named: `shape` and `symbol` as in `StatusMark`."""

    word: str
    symbol: str
    shape: str


_CIRCLE = "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z"
_HATCH = "M-2 2L2-2M0 8L8 0M6 10L10 6"
_BACK_HATCH = "M-2 6L2 10M0 0L8 8M6-2L10 2"
_STRIPES = "M2 0V8M6 0V8"
_DOTS = "M2 2h.01M6 6h.01"

STATUS_MARKS: Mapping[Factuality, StatusMark] = MappingProxyType(
    {
        Factuality.HAPPENED: StatusMark(
            "happened",
            of_status(Factuality.HAPPENED),
            "●",
            _CIRCLE,
            True,
            "",
            "",
            False,
            "#0b5a8f",
            "#7cc4f5",
        ),
        Factuality.ONGOING: StatusMark(
            "ongoing",
            of_status(Factuality.ONGOING),
            "◐",
            "M-6.5 0a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0zM0-6.5a6.5 6.5 0 0 1 0 13z",
            True,
            "",
            "",
            False,
            "#00695c",
            "#5fd6c0",
        ),
        Factuality.SCHEDULED: StatusMark(
            "scheduled",
            of_status(Factuality.SCHEDULED),
            "▢",
            "M-5.5-5.5h11v11h-11zM-5.5-2.2h11",
            False,
            "5 2.5",
            "",
            False,
            "#4a3fb5",
            "#b3abff",
        ),
        Factuality.EXPECTED: StatusMark(
            "expected",
            of_status(Factuality.EXPECTED),
            "○",
            _CIRCLE,
            False,
            "3.5 2.5",
            _DOTS,
            False,
            "#6b4a9c",
            "#cfaef0",
        ),
        Factuality.PROMISED: StatusMark(
            "promised",
            of_status(Factuality.PROMISED),
            "◇",
            "M0-7.5L7.5 0 0 7.5-7.5 0z",
            False,
            "4 2.5",
            _HATCH,
            False,
            "#a63f00",
            "#ffb27a",
        ),
        Factuality.REQUIRED: StatusMark(
            "required",
            of_status(Factuality.REQUIRED),
            "△",
            "M0-7L7 5.5H-7z",
            False,
            "4 2.5",
            _STRIPES,
            False,
            "#7a5200",
            "#e8c06a",
        ),
        Factuality.CONDITIONAL: StatusMark(
            "conditional",
            of_status(Factuality.CONDITIONAL),
            "⬡",
            "M-3.7-6.4h7.4L7.4 0 3.7 6.4h-7.4L-7.4 0z",
            False,
            "4 2.5",
            _BACK_HATCH,
            False,
            "#8a2472",
            "#f3a0dc",
        ),
        Factuality.POSSIBLE: StatusMark(
            "possible",
            of_status(Factuality.POSSIBLE),
            "◌",
            _CIRCLE + "M-1 0a1 1 0 1 0 2 0a1 1 0 1 0-2 0z",
            False,
            "1.5 2.5",
            "",
            False,
            "#4f5b66",
            "#b4bfc9",
        ),
        Factuality.CANCELLED: StatusMark(
            "cancelled",
            of_status(Factuality.CANCELLED),
            "✕",
            "M-5.5-5.5L5.5 5.5M5.5-5.5L-5.5 5.5",
            False,
            "",
            "",
            True,
            "#9b1c2e",
            "#ff9a9a",
        ),
        Factuality.DENIED: StatusMark(
            "denied",
            of_status(Factuality.DENIED),
            "⊘",
            _CIRCLE + "M-4.2 4.2L4.2-4.2",
            False,
            "",
            "",
            True,
            "#9b1c2e",
            "#ff9a9a",
        ),
        Factuality.UNKNOWN: StatusMark(
            "unknown",
            of_status(Factuality.UNKNOWN),
            "?",
            "M-3-3.4a3 3 0 1 1 4.4 2.7C.5-.2 0 .4 0 1.9M0 5v.6",
            False,
            "",
            "",
            False,
            "#5a5f66",
            "#b5bac1",
        ),
    }
)

KIND_MARKS: Mapping[str, KindMark] = MappingProxyType(
    {
        ActorKind.PERSON: KindMark(
            "person", "♟", "M0-8a3.7 3.7 0 1 1 0 7.4a3.7 3.7 0 1 1 0-7.4zM-7 8c0-5 3-7 7-7s7 2 7 7z"
        ),
        ActorKind.LEGISLATURE: KindMark("legislature", "⌂", "M-8 6.5V-2L0-7.5 8-2V6.5z"),
        ActorKind.CHAMBER: KindMark("chamber", "◠", "M-8 5a8 8 0 0 1 16 0z"),
        ActorKind.COMMITTEE: KindMark("committee", "⬠", "M0-7.5L7.5-2 4.6 6.8H-4.6L-7.5-2z"),
        ActorKind.PARTY: KindMark("party", "⚑", "M-6-7.5H7L3.5-3.2 7 1H-3.6V7.5H-6z"),
        ActorKind.GOVERNMENT: KindMark("government", "■", "M-6.5-6.5h13v13h-13z"),
        ActorKind.COURT: KindMark(
            "court", "⚖", "M-8-3.5L0-8l8 4.5zM-5.5-3.5V5M0-3.5V5M5.5-3.5V5M-8 7.5H8V5H-8z"
        ),
        ActorKind.STATE: KindMark(
            "state", "★", "M0-8L2.4-2.9 7.8-2.4 3.8 1.3 4.9 6.7 0 4-4.9 6.7-3.8 1.3-7.8-2.4-2.4-2.9z"
        ),
        ActorKind.GROUP: KindMark(
            "group",
            "⚭",
            "M-8 0a4.6 4.6 0 1 0 9.2 0a4.6 4.6 0 1 0-9.2 0zM-1.2 0a4.6 4.6 0 1 0 9.2 0a4.6 4.6 0 1 0-9.2 0z",
        ),
        ActorKind.OFFICE: KindMark("office", "◈", "M-6.5-7H6.5V0C6.5 4 3.5 6.8 0 8-3.5 6.8-6.5 4-6.5 0z"),
        ActorKind.ORGANISATION: KindMark("organisation", "▬", "M-8-5H8V5H-8z"),
        "bill": KindMark("bill", "▤", "M-5.5-8H3L6-5V8H-5.5zM-3-2.5H3.4M-3 .6H3.4M-3 3.7H3.4"),
        "event": KindMark("event", "◦", "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z"),
    }
)


@dataclass(frozen=True, slots=True)
class StateMark:
    """How a step of a procedure is drawn, in the colour of a status; `shape`, `solid` as in `StatusMark`."""

    word: str
    shape: str
    solid: bool
    colour_of: Factuality


STATE_MARKS: Mapping[State, StateMark] = MappingProxyType(
    {
        State.DONE: StateMark("done", _CIRCLE, True, Factuality.HAPPENED),
        State.DUE: StateMark("comes next", "M-5.5-6.5L6.5 0-5.5 6.5z", False, Factuality.SCHEDULED),
        State.POSSIBLE: StateMark("possible", _CIRCLE, False, Factuality.POSSIBLE),
        State.NOT_YET: StateMark("not yet", "M-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0z", False, Factuality.UNKNOWN),
        State.NO_LONGER_POSSIBLE: StateMark("no longer possible", "M-5 0H5", False, Factuality.UNKNOWN),
        State.NOT_TOLD: StateMark(
            "no article tells of it", "M-5 0h.01M0 0h.01M5 0h.01", False, Factuality.UNKNOWN
        ),
        State.MISSING: StateMark(
            "not reported", "M-3-3.4a3 3 0 1 1 4.4 2.7C.5-.2 0 .4 0 1.9M0 5v.6", False, Factuality.PROMISED
        ),
    }
)


def status_word(status: Factuality) -> str:
    """Return symbol and word for running text: `◇ promised`."""
    mark = STATUS_MARKS[status]
    return f"{mark.symbol} {mark.word}"


def appearance() -> dict[str, dict[str, dict[str, str | bool]]]:
    """Return statuses and kinds as plain JSON for the drawings: `{"statuses": {…}, "kinds": {…}}`."""
    return {
        "statuses": {status.value: asdict(mark) for status, mark in STATUS_MARKS.items()},
        "kinds": {str(kind): asdict(mark) | {"meaning": of_kind(kind)} for kind, mark in KIND_MARKS.items()},
    }


def states() -> dict[str, dict[str, str | bool]]:
    """Return the states of steps as plain JSON for the drawings."""
    return {state.value: asdict(mark) for state, mark in STATE_MARKS.items()}
