"""Present: one bill step by step for a class, in the teacher's choice and order, with notes and questions."""

from __future__ import annotations

import datetime as dt
from typing import Any

import streamlit as st

from graph.ui.address import address, day_in
from graph.ui.components.links import links
from graph.ui.components.present import present
from graph.ui.lesson import file_name
from graph.ui.lesson.page import lesson
from graph.ui.lesson.plan import Plan, everything
from graph.ui.lesson.quiz import quiz
from graph.ui.lesson.story import Story, slides_of
from graph.ui.plain import literal
from graph.ui.shelf import Version, library_of, opened
from graph.ui.subject import choose_bill, choose_until, first_bill, no_such_bill, told_bill
from graph.views.library import Library
from graph.wording import titled


def page() -> None:
    """Draw the page."""
    state, whole = opened()
    if no_such_bill(whole, among=whole.courses):
        return
    until = day_in("until")
    bill = told_bill(whole) or first_bill(whole)
    if bill is None:
        st.title("No bill yet")
        st.text("None of the articles names a bill. Add articles that tell of one.")
        return
    shelf = library_of(state, until) if until else whole
    with st.container(horizontal_alignment="center"), st.container(width=1000):
        st.title(literal(f"Present: {titled(whole.name(bill))}"))
        st.markdown(
            "Choose what your class sees, in which order, and what you want to say to it."
            " Order and notes are kept in this browser, and leave it only in the lesson that you make."
        )
        with st.container(horizontal=True, vertical_alignment="bottom"):
            with st.container(width=330):
                choose_bill(whole, bill, all_of_them=False, among=whole.courses)
            with st.container(width=330):
                choose_until(whole, bill)
        if bill not in shelf.bills:
            st.info(
                "Until this day no article tells of this bill. Move **As reported until** to a later day."
            )
            return
        if bill not in shelf.courses:
            st.info(
                "No article tells of a step of this bill: there is nothing to present. Choose another bill."
            )
            return

        def made(plan: Plan) -> tuple[str, bytes]:
            return file_name(shelf.name(bill)), lesson(shelf, bill, plan)

        present(payload_of(state, bill, until), key="present", lesson=made)
        links(_ways(bill, until), key="ways")


@st.cache_resource(max_entries=16, show_spinner=False)
def payload_of(state: Version, bill: str, until: dt.date | None) -> dict[str, Any]:
    """Return the steps and questions of a bill as the drawing takes them."""
    return present_payload(library_of(state, until), bill)


def present_payload(shelf: Library, bill: str) -> dict[str, Any]:
    """Return the same of a library.

    Raises:
        KeyError: no article names the bill.
    """
    story = Story(shelf, bill)
    told = slides_of(story) | {"quiz": quiz(story)}
    return {"bill": bill, "told": told | {"show": everything(story, told)}}


def _ways(bill: str, until: dt.date | None) -> dict[str, Any]:
    day = until.isoformat() if until else None
    items = [
        {"text": "The bill, step by step", "to": address("bill", bill=bill, until=day)},
        {"text": "Timeline", "to": address("timeline", bill=bill, until=day)},
    ]
    return {"groups": [{"items": items, "row": True}]}
