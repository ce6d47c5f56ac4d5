"""The pages as Streamlit's navigation takes them, and how a link of ours leads to one."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module

import streamlit as st

from graph.ui.address import HOME, parsed

_TITLES = {
    HOME: "Bills",
    "bill": "One bill",
    "timeline": "Timeline",
    "actor": "People",
    "relations": "Relations",
    "compare": "Compare",
    "present": "Present",
    "articles": "Articles",
    "review": "Review",
    "query": "Query",
    "export": "Export",
    "add": "Add articles",
}
_MODULES = {HOME: "home", "export": "exports", "add": "adding"}


def _page(name: str) -> Callable[[], None]:
    """Return the function of a page; its module is imported when somebody opens it."""

    def draw() -> None:
        import_module(f"graph.ui.{_MODULES.get(name, name)}").page()

    draw.__name__ = name
    return draw


@cache
def _functions() -> dict[str, Callable[[], None]]:
    return {name: _page(name) for name in _TITLES}


def pages() -> dict[str, st.Page]:
    """Return the pages by path."""
    return {
        name: st.Page(draw, title=_TITLES[name], url_path="" if name == HOME else name, default=name == HOME)
        for name, draw in _functions().items()
    }


def load() -> None:
    """Import the modules of all pages, so that the first who opens one need not wait for it."""
    for name in _TITLES:
        import_module(f"graph.ui.{_MODULES.get(name, name)}")


def follow(link: object) -> None:
    """Go where a link of ours leads, if it is one; does not return then."""
    goal = parsed(link)
    if goal is not None:
        page, parameters = goal
        st.switch_page(pages()[page], query_params=parameters)
