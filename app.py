"""The explorer: `streamlit run app.py`, or `python -m graph serve`."""

from __future__ import annotations

import streamlit as st
from starlette.middleware import Middleware

from graph.lexicons import ROOT
from graph.ui.guard import Guard, apologise, failed

app = st.App(
    ROOT / "graph" / "ui" / "explorer.py",
    middleware=[Middleware(Guard)],
    exception_handlers={500: failed},
    on_script_error=apologise,
)
