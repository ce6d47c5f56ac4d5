"""Widgets whose choice stands in the address: set from it before they are drawn, writing back when changed.

Labels are words of ours; options may come from articles, since these widgets take them as text.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

import streamlit as st

from graph.ui.address import day_in, put


def _kept(key: str, name: str, default: str | None, forgets: Sequence[str]) -> None:
    value = st.session_state[key]
    put(**{name: None if value == default else value}, **dict.fromkeys(forgets))


def choose(
    label: str,
    options: Sequence[str],
    *,
    name: str,
    words: Callable[[str], str],
    default: str,
    forgets: Sequence[str] = (),
    help: str | None = None,
    always: bool = False,
) -> str:
    """Draw a select box whose choice stands in the address under `name`; return the choice.

    Args:
        label: plain words of ours.
        options: values as they stand in the address.
        name: the parameter.
        words: what a value is called on the page; taken as text, not as Markdown.
        default: the choice where the address has none of the options; it is left out of the address.
        forgets: parameters that a new choice takes out of the address.
        help: shown on hover; Markdown of ours.
        always: whether the default, once chosen, stands in the address too.
    """
    key = f"choose {name}"
    told = st.query_params.get(name)
    st.session_state[key] = told if told in options else default
    left_out = None if always else default
    return (
        st.selectbox(
            label,
            options,
            format_func=words,
            key=key,
            help=help,
            on_change=_kept,
            args=(key, name, left_out, forgets),
        )
        or default
    )


def choose_anew(
    label: str,
    options: Sequence[str],
    *,
    name: str,
    words: Callable[[str], str],
    forgets: Sequence[str] = (),
) -> None:
    """Draw the box of `choose` with nothing chosen, where the address names none of the options."""
    key = f"choose {name}"
    st.session_state[key] = None
    st.selectbox(
        label,
        options,
        index=None,
        placeholder="Choose one",
        format_func=words,
        key=key,
        on_change=_kept,
        args=(key, name, None, forgets),
    )


def choose_some(
    label: str, options: Sequence[str], *, name: str, words: Callable[[str], str], placeholder: str
) -> list[str]:
    """Draw a box for several choices, which stand in the address under `name`; none chosen means all."""
    key = f"choose {name}"
    st.session_state[key] = [value for value in st.query_params.get_all(name) if value in options]
    return st.multiselect(
        label,
        options,
        format_func=words,
        key=key,
        placeholder=placeholder,
        on_change=_kept,
        args=(key, name, None, ()),
    )


def choose_view(label: str, options: Sequence[str], *, name: str, words: Callable[[str], str]) -> str:
    """Draw a row of buttons of which one is on; the first stands for the bare address. Words are ours."""
    key = f"choose {name}"
    told = st.query_params.get(name)
    st.session_state[key] = told if told in options else options[0]
    return (
        st.segmented_control(
            label,
            options,
            format_func=words,
            key=key,
            required=True,
            label_visibility="collapsed",
            on_change=_kept,
            args=(key, name, options[0], ()),
        )
        or options[0]
    )


def switched(label: str, *, name: str, help: str | None = None, forgets: Sequence[str] = ()) -> bool:
    """Draw a switch that stands in the address as `name=1` when it is on."""
    key = f"choose {name}"
    st.session_state[key] = st.query_params.get(name) == "1"

    def keep() -> None:
        put(**{name: "1" if st.session_state[key] else None}, **dict.fromkeys(forgets))

    return st.toggle(label, key=key, help=help, on_change=keep)


def worded(label: str, *, name: str, placeholder: str) -> str:
    """Draw a search field whose words stand in the address under `name`."""
    key = f"choose {name}"
    st.session_state[key] = st.query_params.get(name, "")
    return (
        st.text_input(
            label,
            key=key,
            type="search",
            placeholder=placeholder,
            label_visibility="collapsed",
            max_chars=200,
            on_change=_kept,
            args=(key, name, "", ()),
        )
        or ""
    )


def choose_day(label: str, *, name: str) -> dt.date | None:
    """Draw a field for a day, which stands in the address under `name`; empty is no day."""
    key = f"choose {name}"
    st.session_state[key] = day_in(name)

    def keep() -> None:
        value = st.session_state[key]
        put(**{name: value.isoformat() if value else None})

    return st.date_input(
        label,
        value=None,
        key=key,
        on_change=keep,
        min_value=dt.date(1000, 1, 1),
        max_value=dt.date(2999, 12, 31),
    )


def choose_step(
    label: str,
    options: Sequence[str],
    *,
    name: str,
    words: Callable[[str], str],
    help: str | None = None,
    forgets: Sequence[str] = (),
) -> str:
    """Draw a slider over some values in their order; the last one stands for the bare address."""
    key = f"choose {name}"
    told = st.query_params.get(name, "")
    near = [value for value in options if told and value <= told]
    st.session_state[key] = (near[-1] if near else options[0]) if told else options[-1]
    return str(
        st.select_slider(
            label,
            options,
            key=key,
            format_func=words,
            help=help,
            on_change=_kept,
            args=(key, name, options[-1], forgets),
        )
    )
