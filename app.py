"""The explorer: `streamlit run app.py`, or `python -m graph serve`."""

from __future__ import annotations

import gc
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from starlette.middleware import Middleware

from graph.lexicons import ROOT
from graph.ui.guard import Guard, apologise, failed


def _prepare() -> None:
    from graph.ui import pages, shelf

    shelf.warm()
    pages.load()
    gc.collect()
    gc.freeze()  # what was read stays; looking for garbage in it again and again takes long


@asynccontextmanager
async def _ready(_: st.App) -> AsyncIterator[None]:
    """Answer at once, and meanwhile do what the first visitor would have to wait for."""
    threading.Thread(target=_prepare, name="preparing", daemon=True).start()
    yield


app = st.App(
    ROOT / "graph" / "ui" / "explorer.py",
    lifespan=_ready,
    middleware=[Middleware(Guard)],
    exception_handlers={500: failed},
    on_script_error=apologise,
)
