"""Taking one article out of the store, from its page."""

from __future__ import annotations

import streamlit as st

from graph import wording
from graph.model import Account
from graph.pipeline import remove
from graph.ui.address import put
from graph.ui.judging import change_store
from graph.ui.plain import literal


@st.dialog("Remove this article", icon=":material/delete:")
def remove_article(account: Account) -> None:
    """Ask whether an article is to go, and take it out."""
    ask_to_remove(account)


def ask_to_remove(account: Account) -> None:
    """Draw what goes with an article, and the button that takes it out; the list of articles comes next."""
    found = account.article
    title = wording.shortened(found.title or found.id)
    st.markdown(f"> {literal(title)}")
    st.markdown(
        "What was read from it goes too; what other articles tell stays. Judgements on it are kept, and hold"
        " again when the same article is added once more."
    )
    if not st.button("Remove it", type="primary", icon=":material/delete:"):
        return
    if problem := change_store(lambda store: remove(store, found.id), f"Removed: {title}"):
        st.error(literal(problem), icon=":material/error:")
        return
    put(article=None, at=None, part=None)
    st.rerun()
