"""The free drawing alone, on an invented web chosen by the address: `?story=sixty`."""

from __future__ import annotations

import streamlit as st
from payloads import relation_webs

from graph.ui.components.kit import bring_kit
from graph.ui.components.physics import physics

st.set_page_config(page_title="Physics", layout="wide")
bring_kit()
st.header("Harbour act")
chosen = physics(relation_webs(st.query_params.get("story", "story")), key="demo")
st.text(f"Selected: {chosen}")
