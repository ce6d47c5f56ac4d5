"""Export: everything in the store as files, how each begins, and what the rules say of the data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from graph.checks.shapes import Finding, rules
from graph.rdf.store import Store
from graph.ui.address import address, shown_in_article
from graph.ui.bill import lesson_of
from graph.ui.choices import choose
from graph.ui.components.links import links
from graph.ui.lesson import file_name as lesson_name
from graph.ui.shelf import Version, opened
from graph.ui.subject import choose_bill, first_bill, told_bill
from graph.views.exports import EXPORTS, Made, checked, first_lines, made
from graph.views.library import Library
from graph.vocabulary import ID
from graph.wording import shortened

_FIRST = next(iter(EXPORTS))
_HEADINGS = {
    "violation": "Faults: the data contradicts itself",
    "warning": "To look at again: a misreading, or the article's own",
}


@st.cache_resource(max_entries=16, show_spinner=False)
def file_of(state: Version, name: str) -> Made:
    """Return one file of a state of the store; made when somebody first asks for it."""
    with Store.read(state[0]) as store:
        return made(store, name)


@st.cache_resource(max_entries=2, show_spinner=False)
def report_of(state: Version) -> tuple[Finding, ...]:
    """Return what the rules find in a state of the store."""
    with Store.read(state[0]) as store:
        return checked(store)


def page() -> None:
    """Draw the page."""
    state, shelf = opened()
    st.title("Export")
    st.markdown(
        "Everything that was read, as files to keep, to cite and to compute with."
        " The same articles always give the same file, byte for byte."
    )
    left, right = st.columns([1.15, 1], gap="large")
    with left:
        for name in EXPORTS:
            _row(state, name)
        _lesson(state, shelf)
    with right:
        _look(state)
    _report(shelf, report_of(state))


def _row(state: Version, name: str) -> None:
    one = EXPORTS[name]
    with st.container(key=f"export-{name}", horizontal=True, vertical_alignment="center", wrap=False):
        with st.container(gap=None):
            st.markdown(f"**{one.title}**")
            st.caption(one.purpose)
        st.download_button(
            "Download",
            lambda: file_of(state, name).content,
            file_name=one.file,
            mime=one.media_type,
            key=f"download {name}",
            icon=":material/download:",
            help=one.file,
            on_click="ignore",
        )


def _lesson(state: Version, shelf: Library) -> None:
    """Offer the lesson about one bill, whole or after a choice."""
    bill = told_bill(shelf) or first_bill(shelf)
    if bill is None:
        return
    st.subheader("For the class")
    st.caption("One bill as one HTML file: steps, sentences, quiz and worksheet. It needs no network.")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        choose_bill(shelf, bill, all_of_them=False, among=shelf.courses)
        st.download_button(
            "Lesson",
            lambda: lesson_of(state, bill, None),
            file_name=lesson_name(shelf.name(bill)),
            mime="text/html",
            icon=":material/school:",
            on_click="ignore",
        )
    choice = {"text": "Choose steps, order and notes first", "to": address("present", bill=bill)}
    links({"groups": [{"items": [choice], "row": True}]}, key="to present")


def _look(state: Version) -> None:
    """Draw how a file begins."""
    name = choose("Look inside", list(EXPORTS), name="look", words=lambda n: EXPORTS[n].title, default=_FIRST)
    with st.spinner("Making the file …"):
        found = file_of(state, name)
    st.caption(f"{EXPORTS[name].file}: {size(len(found.content))}, {found.holds}")
    st.code(first_lines(found.content, name), language=None, wrap_lines=True)


def size(number: int) -> str:
    """Return a number of bytes in words: 493 kB."""
    if number < 1_000_000:
        return f"{max(round(number / 1000), 1)} kB"
    return f"{number / 1_000_000:.1f} MB"


def _report(shelf: Library, found: Sequence[Finding]) -> None:
    st.subheader("Does the data keep the rules?")
    number = len(rules())
    st.markdown(
        f"{number} rules (SHACL shapes) say what must hold: every claim has its sentence, every quoted"
        " sentence stands in its article, no event ends before it begins."
    )
    if not found:
        st.success(f"It conforms: none of the {number} rules is broken.", icon=":material/check_circle:")
        return
    faults = sum(finding.severity == "violation" for finding in found)
    others = len(found) - faults
    told = [f"{faults} {'fault' if faults == 1 else 'faults'}"] if faults else []
    told += [f"{others} to look at again"] if others else []
    st.warning(
        f"{'It does not conform' if faults else 'It conforms, with remarks'}: {', '.join(told)}.",
        icon=":material/rule:",
    )
    links(report_payload(shelf, found), key="report")


def report_payload(shelf: Library, found: Sequence[Finding]) -> dict[str, Any]:
    """Return findings as lists of links, faults first, each leading to what it is about."""
    places = _places(shelf)
    groups = []
    for severity, heading in _HEADINGS.items():
        items = [
            {
                "text": finding.message,
                "to": _goal(shelf, places, finding.node.removeprefix(ID)),
                "detail": f"“{shortened(finding.quote)}”" if finding.quote else "",
            }
            for finding in found
            if finding.severity == severity
        ]
        if items:
            groups.append({"heading": heading, "items": items})
    return {"groups": groups}


def _places(shelf: Library) -> dict[str, str]:
    """Return the address of the first sentence behind each claim, position, office and provision."""
    groups = (shelf.claims, shelf.positions, shelf.tenures, shelf.provisions)
    tellings = (telling for group in groups for found in group.values() for telling in found)
    return {
        telling.said.id: shown_in_article(telling.account.article.id, quote.part, quote.start)
        for telling in tellings
        for quote in telling.quotes[:1]
    }


def _goal(shelf: Library, places: dict[str, str], identity: str) -> str | None:
    """Return where a node of the graph can be seen; None where it has no page."""
    if identity in shelf.assessments:
        return address("timeline", bill=shelf.bill_of(identity), event=identity)
    if identity in shelf.actors:
        return address("actor", actor=identity)
    if identity in shelf.bills:
        return address("bill", bill=identity)
    if identity in shelf.accounts:
        return address("articles", article=shelf.accounts[identity].article.id)
    return places.get(identity)
