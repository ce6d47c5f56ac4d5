"""Relations: one bill, person, body or event and what it is linked to; the way between two."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import streamlit as st

from graph.ui import evidence
from graph.ui.address import address, day_in, put
from graph.ui.choices import choose, choose_step, choose_view
from graph.ui.components.links import links
from graph.ui.components.physics import physics
from graph.ui.components.relations import relations
from graph.ui.components.selection import adopt
from graph.ui.plain import literal
from graph.ui.shelf import cards_of, library_of, network_of, opened
from graph.ui.theme import KIND_MARKS
from graph.views.library import Library
from graph.views.network import neighbourhood, path_payload, shortest_path
from graph.wording import day, titled

if TYPE_CHECKING:
    from networkx import MultiDiGraph

_VIEWS = {"drawing": "Drawing", "free": "Free play", "list": "List"}
_NOBODY = "none"
_HINT = "Choose a name or a line to see the sentences behind it."
_LINES = (
    "A line joins two names that an article puts together; its style says how real that is.",
    "Press e on a name, or click it twice, to see its neighbours too; again to put them away.",
)


def page() -> None:
    """Draw the page."""
    state, whole = opened()
    until = day_in("until")
    shelf = library_of(state, until) if until else whole
    graph = network_of(state, until)
    title = st.container()
    focus, goal, view = _controls(whole)
    with title:
        st.title(literal(titled(whole.name(focus))))
    if focus not in graph:
        st.info("Until this day no article tells of it. Move **As reported until** to a later day.")
        return
    payload = _payload(graph, focus, goal)
    if payload is None:
        st.info("No way leads from one to the other in what the articles tell. Choose another goal.")
        return
    _drawing(shelf, payload, view)


def _controls(shelf: Library) -> tuple[str, str | None, str]:
    names = _names(shelf)
    first = next((card.bill for card in cards_of(shelf)), names[0])
    told = st.query_params.get("focus")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        with st.container(width=330):
            extra = [told] if told and told in shelf.assessments else []
            focus = choose(
                "In the middle",
                [*extra, *names],
                name="focus",
                words=lambda n: _called(shelf, n),
                default=first,
                forgets=("node", "open"),
            )
        with st.container(width=280):
            goal = choose(
                "Show the way to",
                [_NOBODY, *names],
                name="to",
                words=lambda n: "–" if n == _NOBODY else _called(shelf, n),
                default=_NOBODY,
                forgets=("node", "open"),
            )
        with st.container(width=240):
            _until(shelf)
        view = choose_view("View", list(_VIEWS), name="view", words=lambda v: _VIEWS[v])
    return focus, None if goal == _NOBODY else goal, view


def _names(shelf: Library) -> list[str]:
    """Return bills, those most is told of first, then actors by name."""
    bills = [card.bill for card in cards_of(shelf)]
    return [*bills, *sorted(shelf.actors, key=lambda a: (shelf.name(a).casefold(), a))]


def _called(shelf: Library, identity: str) -> str:
    kind = "bill" if identity in shelf.bills else "event"
    kind = shelf.kind(identity).value if identity in shelf.actors else kind
    return f"{titled(shelf.name(identity))} ({KIND_MARKS[kind].word})"


def _until(shelf: Library) -> None:
    days = sorted({a.article.published for a in shelf.collection.accounts if a.article.published})
    if len(days) > 1:
        choose_step(
            "As reported until",
            [d.isoformat() for d in days],
            name="until",
            words=lambda text: day(dt.date.fromisoformat(text)),
            help="What a reader knew on that day: later articles are left out.",
            forgets=("node",),
        )


def _payload(graph: MultiDiGraph[str], focus: str, goal: str | None) -> dict[str, Any] | None:
    if goal is not None and goal != focus:
        path = shortest_path(graph, focus, goal)
        return path_payload(graph, path) if path else None
    expanded = frozenset(node for node in st.query_params.get_all("open") if node in graph)
    return neighbourhood(graph, focus, expanded=expanded)


def _expand(node: str) -> None:
    """Show the neighbours of a node too, or put them away again."""
    shown = st.query_params.get_all("open")
    put(open=[one for one in shown if one != node] if node in shown else [*shown, node])


def _drawing(shelf: Library, payload: dict[str, Any], view: str) -> None:
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
            if node != wanted:
                put(node=node)
                adopt(key, node)
    with right:
        evidence.draw(shelf, node or payload["focus"], key="relations evidence", hint=_HINT, lines=_LINES)


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
