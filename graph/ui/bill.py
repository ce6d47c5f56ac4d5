"""One bill: where it stands by its legislature's procedure, what must still happen, promises and their fate,
contradictions, votes, who is for and against it, and what it covers.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import streamlit as st

from graph import wording
from graph.checks.procedure.reported import Reported
from graph.checks.procedure.rules import GENERIC, TWO_CHAMBERS
from graph.checks.procedure.standing import Standing, Whereabouts
from graph.ui.about import covers_payload, named_payload, sides_payload
from graph.ui.address import address
from graph.ui.components.bill import bill as drawing
from graph.ui.components.links import links
from graph.ui.course import tracks
from graph.ui.disputes import disputes_payload
from graph.ui.lesson import file_name as lesson_name
from graph.ui.plain import literal
from graph.ui.promised import plans_payload, promises_payload
from graph.ui.shelf import Version, library_of
from graph.ui.subject import as_of, choose_bill, choose_until, first_bill, framed, no_such_bill, told_bill
from graph.ui.told import votes_payload
from graph.views import overview, standing
from graph.views.library import Library
from graph.views.names import place
from graph.views.tellers import tellers
from graph.views.timeline import Choice


def page() -> None:
    """Draw the page."""
    state, whole, shelf, until = as_of()
    if no_such_bill(whole):
        return
    bill = told_bill(whole) or first_bill(whole)
    if bill is None:
        st.title("No bill yet")
        st.text("None of the articles names a bill. Add articles that tell of one.")
        return
    boxes = (lambda: choose_bill(whole, bill, all_of_them=False), lambda: choose_until(whole, bill))
    with framed(*boxes) as title:
        with title:
            st.title(literal(wording.titled(whole.name(bill))))
            if bill in shelf.bills:
                st.text(overview.placed(overview.card(shelf, bill)))
        if bill not in shelf.bills:
            st.info(
                "Until this day no article tells of this bill. Move **As reported until** to a later day."
            )
            return
        with st.container(horizontal=True, vertical_alignment="center"):
            with st.container(width=600):  # beside the button where both have room, above it elsewhere
                links(ways_payload(shelf, bill, until), key="ways")
            if bill in shelf.courses:
                _lesson(state, bill, until)
        drawing(bill_payload(shelf, bill), key="bill")
        if bill not in shelf.courses:
            links(named_payload(shelf, bill), key="named")
        covers = covers_payload(shelf, bill)
        if covers["groups"]:
            st.subheader("What is in it")
            links(covers, key="covers")


@st.cache_resource(max_entries=16, show_spinner=False)
def lesson_of(state: Version, bill: str, until: dt.date | None) -> bytes:
    """Return the lesson about a bill; made when somebody first asks for it."""
    from graph.ui.lesson.page import lesson  # not above: it shows what this module makes

    return lesson(library_of(state, until), bill)


def _lesson(state: Version, bill: str, until: dt.date | None) -> None:
    name = library_of(state, until).name(bill)
    st.download_button(
        "Take it to class: one file, no network needed",
        lambda: lesson_of(state, bill, until),
        file_name=lesson_name(name),
        mime="text/html",
        icon=":material/school:",
        help="Steps, timeline, sentences, quiz and a worksheet to print, in one HTML file for a USB stick.",
        on_click="ignore",
    )


def ways_payload(shelf: Library, bill: str, until: dt.date | None = None) -> dict[str, Any]:
    """Return the links to the other pages about a bill, as of the same day."""
    day = until.isoformat() if until else None
    number = len(overview.card(shelf, bill).articles)
    shown = [{"text": "Present", "to": address("present", bill=bill, until=day)}]
    beside = [{"text": "Outlets side by side", "to": address("compare", bill=bill)}]
    items = [
        {"text": "Timeline", "to": address("timeline", bill=bill, until=day)},
        {"text": "Relations", "to": address("relations", focus=bill)},
        *(shown if bill in shelf.courses else []),
        {"text": "1 article" if number == 1 else f"{number} articles", "to": address("articles", bill=bill)},
        *(beside if len(tellers(shelf, bill)) > 1 else []),
    ]
    return {"groups": [{"items": items, "row": True}]}


def bill_payload(shelf: Library, bill: str) -> dict[str, Any]:
    """Return the page of a bill as the drawing takes it."""
    found = standing.where(shelf, bill)
    return {
        "about": _about(found, place(shelf, bill)) if found else "",
        "tracks": tracks(found) if found else [],
        "path": [_left(shelf, found, step) for step in found.path] if found else [],
        "unknown": [_odd(found.bill, event) for event in found.unknown] if found else [],
        "disorder": [[_dated(found.bill, one) for one in pair] for pair in found.out_of_order]
        if found
        else [],
        "loops": disputes_payload(shelf, bill),
        "plans": _overtaken(shelf, bill),
        "promises": promises_payload(shelf, shelf.promises_beside(bill)),
        "votes": votes_payload(shelf, Choice(bill=bill)),
        "sides": sides_payload(shelf, bill),
    }


def _about(found: Whereabouts, state: str | None) -> str:
    generic = found.procedure.key in (GENERIC, TWO_CHAMBERS)
    unknown = f", as the procedure of {state} is not described here" if generic and state else ""
    until = f" What the articles tell until {wording.day(found.as_of)}." if found.as_of else ""
    ended = f" It ended: {overview.step_done(found.ended.assessment).lower()}." if found.ended else ""
    return f"{found.procedure.name}{unknown}.{until}{ended}"


def _event(bill: str, event: Reported | None) -> str | None:
    return address("timeline", bill=bill, event=event.id) if event else None


def _left(shelf: Library, found: Whereabouts, one: Standing) -> dict[str, Any]:
    return {
        "name": found.procedure.label(one.step),
        "when": standing.when(one),
        "room": standing.movable(one) if standing.when(one) else "",
        "kept": standing.kept(one),
        "waits": ", ".join(standing.name_of(found, name) for name in one.waits_for),
        "to": _event(found.bill, one.told),
    }


def _odd(bill: str, event: Reported) -> dict[str, Any]:
    return {"text": event.assessment.label, "to": _event(bill, event)}


def _dated(bill: str, event: Reported) -> dict[str, Any]:
    window = event.assessment.window
    when = "" if window.is_open else f" ({wording.when(window)})"
    return {"text": f"{event.assessment.label}{when}", "to": _event(bill, event)}


def _overtaken(shelf: Library, bill: str) -> list[dict[str, Any]]:
    """Return the plans for a bill that a later report overtook."""
    found = [one for one in shelf.consistency.superseded if bill in one.bills]
    return plans_payload(one for one in found if one.plan.quotes and one.by.quotes)
