"""The relations alone, on an invented web chosen by the address: `?story=sixty&height=500&node=ada`."""

from __future__ import annotations

import streamlit as st
from payloads import relation_webs

from graph.ui.components.kit import bring_kit
from graph.ui.components.relations import relations

st.set_page_config(page_title="Relations", layout="wide")
bring_kit()
st.header("Harbour act")


def expanded(identifier: str) -> None:
    st.session_state["expanded"] = identifier


height = st.query_params.get("height")
chosen = relations(
    relation_webs(st.query_params.get("story", "story")),
    key="demo",
    selected=st.query_params.get("node"),
    height=int(height) if height else None,
    on_expand=expanded,
)
st.text(f"Selected: {chosen}")
st.text(f"Expanded: {st.session_state.get('expanded')}")
if st.toggle("Another widget"):
    st.text("The toggle is on")
