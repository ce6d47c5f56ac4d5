"""A page that breaks where its address says so, served as the explorer is."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from graph.ui.guard import Guard, apologise, failed

app = st.App(
    Path(__file__).with_name("breaking_page.py"),
    middleware=[Middleware(Guard)],
    exception_handlers={500: failed},
    on_script_error=apologise,
)
