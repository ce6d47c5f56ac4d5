"""Timeline: the events of a bill, an actor or everything, the evidence beside them, the same as a table."""

from __future__ import annotations

import datetime as dt
from typing import Any

import streamlit as st

from graph.terms import EventType, Factuality
from graph.ui import evidence
from graph.ui.address import address, day_in, put
from graph.ui.choices import choose, choose_day, choose_some, switched
from graph.ui.components.links import links
from graph.ui.components.selection import adopt
from graph.ui.components.table import table as drawn_table
from graph.ui.components.timeline import timeline
from graph.ui.plain import literal
from graph.ui.subject import (
    ALL,
    as_of,
    choose_bill,
    choose_until,
    first_bill,
    is_dead,
    no_such_actor,
    no_such_bill,
    told_bill,
)
from graph.ui.theme import STATUS_MARKS, status_word
from graph.views import overview
from graph.views.library import Library
from graph.views.names import by_name, called
from graph.views.timeline import Choice, Tracks, chosen, table, timeline_payload
from graph.wording import titled

_ROWS: dict[str, str] = {
    "institution": "Who decides",
    "actor": "Who acts",
    "bill": "Bills",
    "place": "Where",
}
_MANY = 30
"""Bills above which a timeline of all has a row for each state rather than for each body."""
_FILTERS = ("actor", "type", "status", "steps", "from", "to")
_HINT = "Choose a mark to see what the articles say about it, sentence by sentence."
_LINES = (
    "A point is a known day. A bar means some day within it; where it fades, nobody says how far it reaches.",
    "What is filled took place. What is hollow has not happened yet.",
)


def page() -> None:
    """Draw the page."""
    _, whole, shelf, until = as_of()
    if no_such_bill(whole, all_of_them=True) or no_such_actor(whole, ALL):
        return
    title = st.container()
    bill = _bill(whole)
    actor = st.query_params.get("actor")
    actor = actor if actor in whole.actors else None
    with title:
        _title(shelf, bill, actor)
    by = _controls(whole, bill, actor)
    choice = Choice(
        bill=bill,
        actor=actor,
        types=frozenset(EventType(t) for t in st.query_params.get_all("type") if t in set(EventType)),
        statuses=frozenset(Factuality(s) for s in st.query_params.get_all("status") if s in set(Factuality)),
        stages_only=st.query_params.get("steps") == "1",
        first=day_in("from"),
        last=day_in("to"),
    )
    dead = st.query_params["event"] if is_dead("event", whole.assessments) else None
    _drawing(shelf, choice, by, until, dead)
    rows = table(shelf, choice)
    if rows:
        st.subheader("The same as a table")
        drawn_table(table_payload(rows), key="timeline table")


def _title(shelf: Library, bill: str | None, actor: str | None) -> None:
    parts = [shelf.name(actor)] if actor else []
    parts += [shelf.name(bill)] if bill else []
    st.title(literal(titled(" – ".join(parts)) or "All bills"))
    if actor:
        way = {"text": "Offices, acts, votes, with whom", "to": address("actor", actor=actor)}
        links({"groups": [{"items": [way]}]}, key="to actor")
    if bill and not actor and bill in shelf.bills:
        st.text(overview.placed(overview.card(shelf, bill)))
        way = {"text": "Where it stands, step by step", "to": address("bill", bill=bill)}
        links({"groups": [{"items": [way]}]}, key="to bill")


def _bill(shelf: Library) -> str | None:
    """Return the bill of the address; without one the bill that most is told of, or that of the chosen event
    where the event is not on that timeline.
    """
    event = st.query_params.get("event", "")
    if told := told_bill(shelf):
        return told
    if st.query_params.get("bill") == ALL or "actor" in st.query_params:
        return None
    first = first_bill(shelf)
    if event not in shelf.assessments or event in {one.event for one in chosen(shelf, Choice(bill=first))}:
        return first
    return shelf.bill_of(event)


def _controls(shelf: Library, bill: str | None, actor: str | None) -> Tracks:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        with st.container(width=330):
            choose_bill(shelf, bill)
        with st.container(width=330):
            choose_until(shelf, bill, actor)
        with st.container(width=160):
            first = "place" if bill is None and actor is None and len(shelf.bills) > _MANY else "institution"
            by = choose("Rows", list(_ROWS), name="by", words=lambda b: _ROWS[b], default=first)
        on = sum(bool(st.query_params.get(name)) for name in _FILTERS)
        with st.popover(f"Filters ({on} on)" if on else "Filters", icon=":material/filter_list:"):
            _filters(shelf)
    return by  # type: ignore[return-value]  # a key of _ROWS


def _filters(shelf: Library) -> None:
    choose(
        "Who",
        [ALL, *by_name(shelf, shelf.actors)],
        name="actor",
        words=lambda a: "Everyone" if a == ALL else called(shelf, a),
        default=ALL,
        forgets=("event",),
    )
    choose_some(
        "What",
        [kind.value for kind in EventType],
        name="type",
        words=lambda t: t.replace("-", " "),
        placeholder="Everything",
    )
    choose_some(
        "How real",
        [status.value for status in Factuality],
        name="status",
        words=lambda s: status_word(Factuality(s)),
        placeholder="Happened or not",
    )
    switched(
        "Only steps of the bill", name="steps", help="Leaves out protests, arrests, statements and the like."
    )
    left, right = st.columns(2)
    with left:
        choose_day("From", name="from")
    with right:
        choose_day("To", name="to")


@st.fragment
def _drawing(
    shelf: Library, choice: Choice, by: Tracks, until: dt.date | None, dead: str | None = None
) -> None:
    """Draw the timeline and the evidence beside it; a click on a mark runs this alone.

    `dead` is the event of an address that leads nowhere.
    """
    wanted = st.query_params.get("event")
    left, right = st.columns([2.1, 1], gap="large")
    with left:
        payload = timeline_payload(
            shelf, choice, by=by, as_of=until, title=shelf.name(choice.bill) if choice.bill else "All bills"
        )
        key = f"timeline {choice.bill} {choice.actor} {by}"
        if payload["events"]:
            event = timeline(payload, key=key, selected=wanted)
            if event != wanted:
                put(event=event)
                adopt(key, event)
        else:
            st.info(_nothing(choice, until))
            event = wanted
    with right:
        if event and event == dead:
            st.warning("There is no such event here: the link may be cut short, or be of other articles.")
        evidence.draw(shelf, event, key="timeline evidence", hint=_HINT, lines=_LINES)


def _nothing(choice: Choice, until: dt.date | None) -> str:
    if choice.types or choice.statuses or choice.stages_only or choice.first or choice.last:
        return "No event fits all filters. Take one out under **Filters**."
    if until:
        return "Until this day no article tells of an event. Move **As reported until** to a later day."
    return "No article tells of an event here. Choose another bill."


def table_payload(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the rows of a table; the name of an event leads to its evidence on the same timeline."""
    kept = {name: st.query_params.get_all(name) for name in st.query_params if name != "event"}
    names = ("Event", "How real", "When", "Who", "Outcome")
    return {
        "label": "The events of the timeline",
        "columns": [*({"name": name} for name in names), {"name": "Articles", "number": True}],
        "rows": [
            [
                {"text": titled(row["event"]), "to": address("timeline", **{**kept, "event": row["id"]})},
                {"text": STATUS_MARKS[Factuality(row["status"])].word, "status": row["status"]},
                {"text": row["when"], "sort": row["start"] or row["end"] or "9999"},
                row["by"],
                ", ".join(filter(None, (row["outcome"], row["votes"]))),
                str(row["articles"]),
            ]
            for row in rows
        ],
    }
