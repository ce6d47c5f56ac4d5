"""Addresses: what a page shows stands in its address, so that it can be sent to someone, and Back works.

The query parameters are the one truth; `graph.ui.choices` has the widgets that are set from them. Identifiers
in addresses are those of the store (`bill/amnesty-bill-…`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final
from urllib.parse import parse_qsl, urlencode

import streamlit as st

HOME: Final = "home"
PAGES: Final = (
    HOME,
    "bill",
    "timeline",
    "actor",
    "relations",
    "compare",
    "present",
    "articles",
    "review",
    "query",
    "export",
    "add",
)
"""The path of each page; the first stands at the root."""

Values = str | Iterable[str] | None


def _filled(value: Values) -> list[str]:
    return [one for one in ([value] if isinstance(value, str) else value or ()) if one]


def address(page: str, **parameters: Values) -> str:
    """Return the address of a page relative to any other; parameters that are None or empty are left out.

    >>> address("articles", article="a b", at="12")
    'articles?article=a+b&at=12'
    """
    told = [(name, one) for name, value in parameters.items() for one in _filled(value)]
    path = "./" if page == HOME else page
    return f"{path}?{urlencode(told)}" if told else path


def parsed(text: object) -> tuple[str, list[tuple[str, str]]] | None:
    """Return page and parameters of an address made by `address`; None for anything else."""
    if not isinstance(text, str):
        return None
    path, _, query = text.partition("?")
    page = HOME if path == "./" else path
    return (page, parse_qsl(query)) if page in PAGES else None


def shown_in_article(article: str, part: str, start: int) -> str:
    """Return the address of a sentence: the article opened at it, with the sentence marked."""
    return address("articles", article=article, part="title" if part == "title" else None, at=str(start))


def day_in(name: str) -> dt.date | None:
    """Return a day from the address; None where there is none, or none that exists."""
    try:
        return dt.date.fromisoformat(st.query_params.get(name, ""))
    except ValueError:
        return None


def put(**parameters: Values) -> None:
    """Change parameters of the address; None and empty take one out. Others stay."""
    for name, value in parameters.items():
        values = _filled(value)
        if not values:
            if name in st.query_params:
                del st.query_params[name]
        elif st.query_params.get_all(name) != values:
            st.query_params[name] = values
