"""The store as the pages see it: a read-only whole in memory, shared by all, renewed when it changes.

The store is opened only to read it into memory and only to save; in between nobody holds it.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from graph.articles import read_inputs
from graph.errors import InputError, LawpathError, StoreMissingError
from graph.lexicons import ROOT
from graph.linking.corrections.log import NAME
from graph.model import Article, Collection
from graph.rdf.store import Store
from graph.ui.job import Job
from graph.ui.plain import literal
from graph.views.library import Library, library
from graph.views.overview import Card, cards

if TYPE_CHECKING:
    from networkx import MultiDiGraph

    from graph.views.central import Central

SAMPLES = ROOT / "data" / "articles"

READ_ONLY = "LAWPATH_READ_ONLY"
"""The variable that, set to 1, keeps the pages from changing anything."""

Version = tuple[str, int, int]
"""Which state of which store: its folder, its revision, and when its ledger was written (a store that was
deleted and built again may have the same revision).
"""


def folder() -> Path:
    """Return the folder of the store: LAWPATH_STORE, or `store` beside the program."""
    return Path(os.environ.get("LAWPATH_STORE") or ROOT / "store")


def hindrance() -> str:
    """Return why nothing in the store can be changed from here, in plain words; empty where it can."""
    if os.environ.get(READ_ONLY) == "1":
        return "The program was started for reading only: nothing can be added or corrected here."
    place = folder()
    needed = [one for one in (place, place / "ledger.sqlite", place / NAME) if one.exists()]
    if all(os.access(one, os.W_OK) for one in needed):
        return ""
    return "The store cannot be written to, so nothing can be added or corrected here."


def version() -> Version:
    """Return which state of the store is the current one.

    Raises:
        StoreError: there is none, or it cannot be read.
    """
    place = folder()
    revision = Store.revision_at(place)
    return str(place), revision, (place / "ledger.sqlite").stat().st_mtime_ns


@st.cache_resource(max_entries=2, show_spinner=False)
def collection(state: Version) -> Collection:
    """Return everything in a state of the store."""
    with Store.read(state[0]) as store:
        return store.collection()


@st.cache_resource(max_entries=24, show_spinner=False)
def library_of(state: Version, until: dt.date | None) -> Library:
    """Return a state of the store with its indexes, as of a day where one is given."""
    return library(collection(state), until=until)


@st.cache_resource(max_entries=8, show_spinner=False)
def network_of(state: Version, until: dt.date | None) -> MultiDiGraph[str]:
    """Return a state of the store as a graph of relations, as of a day where one is given."""
    from graph.views.linked import multigraph

    return multigraph(library_of(state, until))


@st.cache_resource(max_entries=8, show_spinner="Looking for who stands out…")
def central_of(state: Version, until: dt.date | None, ahead: bool) -> list[Central]:
    """Return how everything in a state of the store stands among the rest, see `graph.views.central`."""
    from graph.views.central import central

    return central(network_of(state, until), ahead=ahead)


@lru_cache(maxsize=24)
def cards_of(shelf: Library) -> tuple[Card, ...]:
    """Return the cards of all bills, those told by most articles first."""
    return tuple(cards(shelf))


def warm() -> None:
    """Read the current state before anybody asks for it; what is wrong with it, the pages say."""
    with contextlib.suppress(LawpathError):
        cards_of(library_of(version(), None))


def opened(until: dt.date | None = None) -> tuple[Version, Library]:
    """Return the current state and its library; where there is nothing to show, say what to do and stop."""
    state = current()
    if state is None:
        _offer()
        st.stop()
    return state, library_of(state, until)


def current() -> Version | None:
    """Return the current state of the store; None where there is none or it is empty.

    What is wrong with a store that cannot be read is said on the page, which stops there.
    """
    try:
        state = version()
        return state if collection(state).accounts else None
    except StoreMissingError:
        return None
    except LawpathError as error:
        st.title("The store cannot be opened")
        st.error(literal(f"{error.problem}. {error.remedy}".strip()))
        st.caption("Where it is:")
        st.code(str(folder()), language=None)
        st.stop()


def _offer() -> None:
    """Offer to read the sample stories, and show how far that is."""
    st.title("Nothing here yet")
    if hindered := hindrance():
        st.info(literal(hindered))
        return
    job: Job | None = st.session_state.get("samples")
    if job is not None and not job.ended:
        progress(job)
        return
    if job is not None and job.problem:
        st.error(literal(job.problem))
    st.markdown(
        "This program reads news about bills and shows what happened, what is only promised, and the sentence"
        " behind each fact. Read the five sample stories first (about a quarter of a minute),"
        " or add articles of your own."
    )
    with st.container(horizontal=True):
        if st.button("Read the sample stories", type="primary"):
            st.session_state["samples"] = begun(list(read_inputs([SAMPLES])))
            st.rerun()
        if st.button("Add articles of my own"):
            from graph.ui.pages import follow

            follow("add")


def begun(articles: Sequence[Article | InputError]) -> Job:
    """Start to read articles into the store of the pages."""
    job = Job(folder(), articles)
    job.start()
    return job


@st.fragment(run_every=0.5)
def progress(job: Job) -> None:
    """Show how far a job is; runs the whole page again when it is over."""
    if job.ended:
        st.rerun()
    total = max(len(job.articles), 1)
    done = len(job.outcomes)
    said = "Putting everything together …" if job.saving else f"Read {done} of {total}"
    last = f": {job.outcomes[-1].place}" if job.outcomes and not job.saving else ""
    st.progress(min(done / total, 1.0), text=literal(said + last))
    st.caption("You can go on reading other pages; this continues.")
    st.button("Stop", on_click=job.cancel, disabled=job.saving)
