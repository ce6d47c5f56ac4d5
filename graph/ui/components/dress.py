"""A small style sheet for the whole page: spacing that Streamlit's theme has no setting for."""

from __future__ import annotations

import streamlit as st

from graph.ui.components.sources import page_style

_MOUNT = st.components.v2.component("lawpath_dress", css=page_style(), isolate_styles=False)


def dress() -> None:
    """Put the style sheet on the page; to be called once a run."""
    with st.container(key="dress"):
        _MOUNT(key="dress sheet")
