"""The script of breaking_demo.py."""

from __future__ import annotations

import streamlit as st

st.session_state["runs"] = st.session_state.get("runs", 0) + 1
st.title(f"Run {st.session_state['runs']} of {st.query_params.get('name')}")
if "break" in st.query_params:
    raise RuntimeError("secret of " + st.query_params["name"])
