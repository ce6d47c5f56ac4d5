"""The explorer: `streamlit run app.py`, or `python -m graph serve`."""

from __future__ import annotations

import streamlit as st

from graph.ui.components.dress import dress
from graph.ui.pages import pages

st.set_page_config(page_title="Lawpath", layout="wide")
dress()
st.navigation(list(pages().values()), position="top").run()
