"""The timeline alone, on an invented story chosen by the address: `?story=hundred&height=500&event=first`."""

from __future__ import annotations

import streamlit as st
from payloads import timelines

from graph.ui.components.kit import bring_kit
from graph.ui.components.timeline import timeline

st.set_page_config(page_title="Timeline", layout="wide")
bring_kit()
st.header("Harbour act")
name = st.query_params.get("story", "story")
height = st.query_params.get("height")
if st.button("Select the hearing"):
    st.session_state["wanted"] = "hearing"
chosen = timeline(
    timelines(name),
    key="demo",
    selected=st.session_state.get("wanted", st.query_params.get("event")),
    height=int(height) if height else None,
)
st.text(f"Selected: {chosen}")
if st.toggle("Another widget"):
    st.text("The toggle is on")
