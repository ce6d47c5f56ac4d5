"""The script that Streamlit runs for everybody who opens a page, and again whenever they do something."""

from __future__ import annotations

import streamlit as st

from graph.ui.components.dress import dress
from graph.ui.components.kit import bring_kit
from graph.ui.pages import pages


def main() -> None:
    """Draw the page of the address."""
    st.set_page_config(page_title="Lawpath", layout="wide")
    dress()
    bring_kit()
    st.navigation(list(pages().values()), position="top").run()


if __name__ == "__main__":
    main()
