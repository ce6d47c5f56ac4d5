"""Two outlets side by side: events in rows, what each says of them, and the sentences of both.

The payload is plain JSON; `to` is an address made by `graph.ui.address`, a verdict a value of
`graph.views.comparison.Verdict`; the values of a matter with `marks` are those of graph.terms.Factuality::

    {"a": "The Arkanian", "b": "The Evening", "days": {"a": "4 Mar 2031", "b": "2 articles, 5–10 Mar 2031"},
     "counts": [{"verdict": "both", "text": "8 events told by both"},     # or a verdict
                {"verdict": "agree", "text": "6 told alike"}],
     "rows": [{"name": "Passage in the Senate", "to": "…", "verdict": "conflict",
               "since": "",         # "it has happened since" where one reports later
               "matters": [{"name": "Votes", "verdict": "conflict", "marks": False,
                            "a": ["41 for"], "b": ["42 for"]}],
               "alone": None,       # told by one only: {"statuses": ["happened"], "text": "3 Mar 2031"}
               "a": [{"quote": "…", "where": "The Arkanian, 4 Mar 2031", "to": "…"}], "b": []}]}
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from types import MappingProxyType
from typing import Any

from graph.terms import Factuality
from graph.ui.components.kit import drawn
from graph.ui.theme import StateMark
from graph.views.comparison import Verdict

_LATER = StateMark("reports later", "M-7 0H6M1.5-4.5L6 0 1.5 4.5M-7-4.5V4.5", False, Factuality.ONGOING)
VERDICT_MARKS: Mapping[Verdict, StateMark] = MappingProxyType(
    {
        Verdict.CONFLICT: StateMark(
            "contradiction", "M2-8L-4.5 1H.5L-2 8L4.5-1.5H-.5z", True, Factuality.DENIED
        ),
        Verdict.DIFFER: StateMark("differs", "M-6-2.8H6M-6 2.8H6M3.6-7L-3.6 7", False, Factuality.PROMISED),
        Verdict.LATER_A: _LATER,
        Verdict.LATER_B: _LATER,
        Verdict.MORE: StateMark("one tells more", "M-6-3.5H6M-6 0H6M-6 3.5H0", False, Factuality.HAPPENED),
        Verdict.AGREE: StateMark("told alike", "M-6-2.8H6M-6 2.8H6", False, Factuality.HAPPENED),
    }
)
"""How each verdict on what both tell is drawn and named; who tells alone has a letter."""

_MOUNT = drawn("compare")


def compare(payload: Mapping[str, Any], *, key: str) -> None:
    """Draw the rows; a click on a link goes where it leads."""
    verdicts = {verdict.value: asdict(mark) for verdict, mark in VERDICT_MARKS.items()}
    _MOUNT(key=key, data={"picture": dict(payload), "verdicts": verdicts})
