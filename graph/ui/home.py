"""Home: the bills, where each stands and why, and a search over everything."""

from __future__ import annotations

from typing import Any

import streamlit as st

from graph import wording
from graph.terms import EventType
from graph.ui.address import address, shown_in_article
from graph.ui.choices import worded
from graph.ui.components.cards import cards
from graph.ui.components.links import links
from graph.ui.evidence import meaning
from graph.ui.pages import follow
from graph.ui.shelf import cards_of, opened
from graph.ui.theme import STATUS_MARKS
from graph.views import overview
from graph.views.evidence import readings_of
from graph.views.library import Library

_PAGES = {"bill": ("bill", "bill"), "actor": ("actor", "actor"), "event": ("timeline", "event")}
TOLD_BY = 2
"""Articles that must tell a bill for a card of its own: a bill named once is mostly named in passing."""


def page() -> None:
    """Draw the page."""
    with st.container(horizontal_alignment="center"), st.container(width=1160):
        _, shelf = opened()
        st.title("What happened to the bill?")
        st.markdown(
            "News articles tell how bills become laws. Here you see where each bill stands, what has"
            " happened, what is only promised – and the sentence that says so."
        )
        with st.container(horizontal=True, vertical_alignment="center"):
            words = worded("Search", name="q", placeholder="Search bills, people, events, articles")
            if st.button("Add articles", type="primary", icon=":material/add:"):
                follow(address("add"))
        if words:
            _found(shelf, words)
            return
        _bills(shelf)


def _found(shelf: Library, words: str) -> None:
    hits = overview.search(shelf, words, most=200)
    if not hits:
        st.text(f"Nothing is called “{words}”.")
        st.caption(
            "Try fewer letters or another spelling; names and headlines are searched, not whole texts."
        )
        return
    links(found_payload(shelf, hits), key="found")


def found_payload(shelf: Library, hits: list[overview.Hit]) -> dict[str, Any]:
    """Return what a search found as lists of links: bills, people and bodies, events, articles."""
    headings = {"bill": "Bills", "actor": "People and bodies", "event": "Events", "article": "Articles"}
    groups = []
    for kind, heading in headings.items():
        items = [_hit(shelf, hit) for hit in hits if hit.page == kind]
        if items:
            groups.append({"heading": heading, "items": items})
    return {"groups": groups}


def _hit(shelf: Library, hit: overview.Hit) -> dict[str, Any]:
    if hit.page == "article":
        return {"text": hit.name, "detail": hit.detail, "to": address("articles", article=hit.identity)}
    page, parameter = _PAGES[hit.page]
    bill = shelf.bill_of(hit.identity) if hit.page == "event" else None
    item = {"text": hit.name, "to": address(page, **{"bill": bill, parameter: hit.identity})}
    if hit.page == "event":
        return {**item, "status": hit.detail, "detail": wording.when(shelf.assessments[hit.identity].window)}
    return {**item, "kind": hit.detail}


def _bills(shelf: Library) -> None:
    found = cards_of(shelf)
    told = [card for card in found if len(card.articles) >= TOLD_BY] or found
    passing = [card for card in found if card not in told]
    cards({"cards": [card_payload(shelf, card) for card in told]}, key="bills")
    st.caption(
        "A filled mark: it took place. A hollow mark: it lies ahead, and its word says how sure that is."
        " A small dot: no article tells it."
    )
    if passing:
        st.subheader("Also mentioned")
        items = [
            {
                "text": card.name,
                "to": address("bill", bill=card.bill),
                "detail": " · ".join(filter(None, (card.jurisdiction, overview.where_it_stands(card)))),
            }
            for card in passing
        ]
        links({"groups": [{"items": items}]}, key="passing")


def card_payload(shelf: Library, card: overview.Card) -> dict[str, Any]:
    """Return the card of a bill as the drawing takes it."""
    number = len(card.articles)
    return {
        "bill": card.bill,
        "name": wording.titled(card.name),
        "to": address("bill", bill=card.bill),
        "place": card.jurisdiction,
        "stands": overview.where_it_stands(card),
        "steps": [_step(card, step) for step in card.steps],
        "lines": _lines(shelf, card),
        "articles": {
            "text": f"{number} article" if number == 1 else f"{number} articles",
            "to": address("articles", bill=card.bill),
        },
        "retold": card.retold,
    }


def _step(card: overview.Card, step: overview.Step) -> dict[str, Any]:
    kinds = next(kinds for name, kinds in overview.STEPS if name == step.name)
    stopped = step.outcome is not None and step.outcome != "approved"
    word = "not told" if step.status is None else STATUS_MARKS[step.status].word
    return {
        "name": step.name,
        "word": str(step.outcome) if stopped else word,
        "meaning": meaning(next(kind for kind in EventType if kind in kinds)),
        "status": step.status.value if step.status else None,
        "done": bool(step.status and step.status.is_fact and not stopped),
        "to": address("timeline", bill=card.bill, event=step.event) if step.event else None,
    }


def _lines(shelf: Library, card: overview.Card) -> list[dict[str, Any]]:
    """Return the sentences behind the latest and the next step."""
    found = []
    for word, assessment in (("Latest", card.latest), ("Next", card.following)):
        if assessment is None:
            continue
        readings = readings_of(shelf, assessment.event)
        best = max(
            readings, key=lambda r: (r.status is assessment.status, r.quote.part == "text", r.confidence)
        )
        found.append(
            {
                "word": word,
                "text": f"“{wording.shortened(best.quote.exact)}”",
                "to": shown_in_article(best.article, best.quote.part, best.quote.start),
                "status": assessment.status.value if word == "Next" else None,
            }
        )
    return found
