"""Relations: one bill, person, body or event and what it is linked to; the way between two; who takes part in
which step.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import streamlit as st

from graph import wording
from graph.model import Account
from graph.ui import evidence
from graph.ui.address import address, put
from graph.ui.choices import choose, choose_anew, choose_view, switched
from graph.ui.components.links import links
from graph.ui.components.matrix import matrix as drawn_matrix
from graph.ui.components.physics import physics
from graph.ui.components.relations import relations
from graph.ui.components.selection import adopt
from graph.ui.plain import literal
from graph.ui.shelf import Version, cards_of, central_of, network_of
from graph.ui.subject import as_of, is_dead, no_such, slide_until
from graph.ui.theme import KIND_MARKS
from graph.views.central import Central
from graph.views.evidence import readings_of
from graph.views.library import Library
from graph.views.matrix import Matrix, Row, cell_id, counted, matrix
from graph.views.names import by_name, called
from graph.views.network import neighbourhood, path_payload, shortest_path
from graph.wording import titled

if TYPE_CHECKING:
    from networkx import MultiDiGraph

_VIEWS = {
    "drawing": "Drawing",
    "matrix": "Matrix",
    "free": "Free play",
    "list": "List",
    "central": "Standing out",
}
_MATRIX_HINT = (
    "Rows are people and bodies, columns the steps of the bill. Choose a number to see the sentences."
)
_MATRIX_LINES = ("A number says in how many events somebody takes part, its sign how real they are.",)
_GROUPS = 12
"""Groups that a page shows; those after them have two or three names."""
_NOBODY = "none"
_HINT = "Choose a name or a line to see the sentences behind it."
_LINES = (
    "A line joins two names that an article puts together; its style says how real that is.",
    "Choose a name and draw its neighbours too: with the button below its sentences, by a click on it twice,"
    " or with the key e; again to put them away.",
)


def page() -> None:
    """Draw the page."""
    state, whole, shelf, until = as_of()
    if is_dead("focus", {*whole.bills, *whole.actors, *whole.assessments}):
        no_such("name", lambda: _choose_anew(whole))
        return
    graph = network_of(state, until)
    title = st.container()
    focus, goal, view = _controls(whole)
    with title:
        st.title(literal(titled(whole.name(focus))))
    if focus not in graph:
        st.info("Until this day no article tells of it. Move **As reported until** to a later day.")
        return
    if view == "matrix":
        _matrix(shelf, focus)
    elif view == "central":
        _central(state, until)
    else:
        _drawing(shelf, graph, focus, goal, view)


def _controls(shelf: Library) -> tuple[str, str | None, str]:
    names = _names(shelf)
    first = next((card.bill for card in cards_of(shelf)), names[0])
    told = st.query_params.get("focus")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        with st.container(width=300):
            extra = [told] if told and told in shelf.assessments else []
            focus = choose(
                "In the middle",
                [*extra, *names],
                name="focus",
                words=lambda n: _called(shelf, n),
                default=first,
                forgets=("node", "open"),
            )
        with st.container(width=240):
            goal = choose(
                "Show the way to",
                [_NOBODY, *names],
                name="to",
                words=lambda n: "–" if n == _NOBODY else _called(shelf, n),
                default=_NOBODY,
                forgets=("node", "open"),
            )
        with st.container(width=200):
            everything = goal != _NOBODY or st.query_params.get("view") == "central"
            slide_until(days_of(shelf, None if everything else focus), forgets=("node",))
        view = choose_view("View", list(_VIEWS), name="view", words=lambda v: _VIEWS[v])
    return focus, None if goal == _NOBODY else goal, view


def _choose_anew(shelf: Library) -> None:
    choose_anew(
        "In the middle",
        _names(shelf),
        name="focus",
        words=lambda n: _called(shelf, n),
        forgets=("node", "open"),
    )


def _names(shelf: Library) -> list[str]:
    """Return bills, those most is told of first, then actors by name."""
    bills = [card.bill for card in cards_of(shelf)]
    return [*bills, *by_name(shelf, shelf.actors)]


def _called(shelf: Library, identity: str) -> str:
    kind = "bill" if identity in shelf.bills else "event"
    kind = shelf.kind(identity).value if identity in shelf.actors else kind
    return called(shelf, identity, KIND_MARKS[kind].word)


def days_of(shelf: Library, focus: str | None) -> list[dt.date]:
    """Return the days of the articles that name a bill or an actor or tell an event, or of all articles."""
    told = [
        account.article.published
        for account in shelf.collection.accounts
        if focus is None or _tells_of(account, focus)
    ]
    return sorted({day for day in told if day})


def _tells_of(account: Account, focus: str) -> bool:
    actors, events = {one.id for one in account.actors}, {one.id for one in account.events}
    return focus in actors or focus in events or any(one.id == focus for one in account.bills)


def _payload(graph: MultiDiGraph[str], focus: str, goal: str | None) -> dict[str, Any] | None:
    if goal is not None and goal != focus:
        path = shortest_path(graph, focus, goal)
        return path_payload(graph, path) if path else None
    expanded = frozenset(node for node in st.query_params.get_all("open") if node in graph)
    return neighbourhood(graph, focus, expanded=expanded) | {"opened": bool(expanded)}


def _expand(node: str) -> None:
    """Show the neighbours of a node too, or put them away again."""
    shown = st.query_params.get_all("open")
    put(open=[one for one in shown if one != node] if node in shown else [*shown, node])


@st.fragment
def _drawing(shelf: Library, graph: MultiDiGraph[str], focus: str, goal: str | None, view: str) -> None:
    """Draw what is around the focus and the evidence beside it; a click in the drawing runs this alone."""
    payload = _payload(graph, focus, goal)
    if payload is None:
        st.info("No way leads from one to the other in what the articles tell. Choose another goal.")
        return
    wanted = st.query_params.get("node")
    left, right = st.columns([2.1, 1], gap="large")
    with left:
        if view == "list":
            links(list_payload(shelf, payload), key="relations list")
            node = wanted
        else:
            key = f"{view} {payload['focus']}"
            node = (
                physics(payload, key=key, selected=wanted)
                if view == "free"
                else relations(payload, key=key, selected=wanted, on_expand=_expand)
            )
            _keep(key, node, wanted)
    with right:
        shown: str = node if node and evidence.panel_of(shelf, node) else payload["focus"]
        acts = _acts(graph, focus, shown) if goal is None else []
        if evidence.draw(shelf, shown, key="relations evidence", hint=_HINT, lines=_LINES, acts=acts):
            _expand(shown)
            st.rerun()


def _acts(graph: MultiDiGraph[str], focus: str, node: str) -> list[dict[str, Any]]:
    """Return the button that draws the neighbours of a chosen name too, or puts them away again."""
    if node == focus or node not in graph:
        return []
    shown = node in st.query_params.get_all("open")
    return [{"text": "Put its neighbours away" if shown else "Draw its neighbours too", "act": "neighbours"}]


def _keep(key: str, chosen: str | None, wanted: str | None) -> None:
    """Write what is chosen in a drawing into the address."""
    if chosen != wanted:
        put(node=chosen)
        adopt(key, chosen)


@st.fragment
def _matrix(shelf: Library, focus: str) -> None:
    """Draw who takes part in which step, and the evidence beside it; a click on a cell runs this alone."""
    found = matrix(shelf, focus)
    if not found.rows:
        st.info("No article says who took part. Choose another name in the middle.")
        return
    wanted = st.query_params.get("node")
    left, right = st.columns([2.1, 1], gap="large")
    with left:
        key = f"matrix {focus}"
        node = drawn_matrix(matrix_payload(shelf, found, shelf.name(focus)), key=key, selected=wanted)
        _keep(key, node, wanted)
    with right:
        evidence.draw(
            shelf,
            node,
            key="relations evidence",
            hint=_MATRIX_HINT,
            lines=_MATRIX_LINES,
            panel=cell_panel(shelf, found, node),
        )


def _central(state: Version, until: dt.date | None) -> None:
    """List who stands out in all relations, group by group; a name leads to what is around it."""
    ahead = switched(
        "Count what has not taken place",
        name="ahead",
        help="Events that are planned, promised, required or possible.",
    )
    found = [one for one in central_of(state, until, ahead) if one.kind != "event"]
    if not found:
        st.info("Nothing that took place joins two names. Count what has not taken place, too.")
        return
    st.caption("Names that articles join most stand together; the first lies on most ways between others.")
    links(central_payload(found), key="relations central")


def _standing(one: Central) -> str:
    """Return in words how something stands among the rest; a share of the ways only where there is one."""
    links = wording.counted(one.links, "link")
    return f"{links}, on {one.between:.0%} of the ways between others" if one.between >= 0.005 else links


def central_payload(found: Sequence[Central]) -> dict[str, Any]:
    """Return who stands out as lists, a group each; groups of one name are left out."""
    groups = dict[int, list[Central]]()
    for one in found:
        groups.setdefault(one.group, []).append(one)
    shown = sorted((g for g in groups.items() if len(g[1]) > 1), key=lambda g: (-len(g[1]), g[0]))[:_GROUPS]
    return {
        "groups": [
            {
                "heading": f"Around {titled(members[0].label)}",
                "items": [
                    {
                        "text": titled(one.label),
                        "to": address("relations", focus=one.node),
                        "kind": one.kind,
                        "detail": _standing(one),
                    }
                    for one in members
                ],
            }
            for _, members in shown
        ]
    }


def matrix_payload(shelf: Library, found: Matrix, name: str) -> dict[str, Any]:
    """Return a matrix as the drawing takes it."""

    def cell(row: Row, column: str) -> dict[str, Any] | None:
        if column not in row.cells:
            return None
        marks = [{"status": s.value, "count": number} for s, number in counted(row.cells[column])]
        return {"id": cell_id(row.actor, column), "marks": marks}

    return {
        "label": f"Who takes part in what: {name}",
        "columns": [{"name": column.name, "meaning": column.meaning} for column in found.columns],
        "rows": [
            {
                "name": titled(shelf.name(row.actor)),
                "kind": shelf.kind(row.actor).value,
                "acts": row.acts,
                "cells": [cell(row, column.key) for column in found.columns],
            }
            for row in found.rows
        ],
    }


def cell_panel(shelf: Library, found: Matrix, identity: str | None) -> evidence.Panel | None:
    """Return the panel of a cell: that of its event, or the sentences of all its events; None for no cell."""
    told = found.cell(identity)
    if told is None:
        return None
    row, column = told
    events = [one.event for one in row.cells[column.key]]
    if len(events) == 1:
        return evidence.of_event(shelf, events[0])
    return {
        "title": f"{titled(shelf.name(row.actor))} – {column.name}",
        "status": None,
        "kind": None,
        "about": column.meaning,
        "facts": [],
        "sentences": evidence.sentences(one for event in events for one in readings_of(shelf, event)),
        "groups": [{"heading": f"{len(events)} events", "items": evidence.listed(shelf, events)}],
        "actions": [{"text": "Offices, acts, votes, with whom", "to": address("actor", actor=row.actor)}],
    }


def list_payload(shelf: Library, payload: dict[str, Any]) -> dict[str, Any]:
    """Return the links of a drawing as lists in words, by what they say."""
    groups = dict[str, list[dict[str, Any]]]()
    for edge in payload["edges"]:
        source, target = shelf.name(edge["source"]), shelf.name(edge["target"])
        groups.setdefault(edge["label"], []).append(
            {
                "text": f"{source} → {target}",
                "to": address("relations", focus=payload["focus"], view="list", node=edge["id"]),
                "status": edge["status"],
                "detail": f"{edge['count']} articles" if edge["count"] > 1 else "",
            }
        )
    return {"groups": [{"heading": titled(label), "items": items} for label, items in groups.items()]}
