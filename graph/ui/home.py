"""Home: the bills, where each stands and why, and a search over everything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import streamlit as st

from graph import wording
from graph.checks.procedure.standing import Whereabouts
from graph.checks.procedure.states import State
from graph.model import Assessment
from graph.ui.address import address, shown_in_article
from graph.ui.choices import choose, worded
from graph.ui.components.cards import cards
from graph.ui.components.links import links
from graph.ui.course import tracks
from graph.ui.pages import follow
from graph.ui.shelf import cards_of, opened
from graph.ui.subject import column
from graph.views import overview
from graph.views.evidence import readings_of
from graph.views.library import Library
from graph.views.names import apart

_PAGES = {"bill": ("bill", "bill"), "actor": ("actor", "actor"), "event": ("timeline", "event")}
TOLD_BY = 2
"""Articles that must tell a bill for a card of its own: a bill named once is mostly named in passing."""
WELL_TOLD = 5
"""Kinds of step that one article alone must tell for the same: then it is about the bill."""
MOST_CARDS = 30
"""Bills that have a card; more are listed below by name, those of which most steps are told first."""
MANY = 30
"""Bills up to which no box for the state is needed."""
MOST_FOUND = 100
"""Bills, people and bodies, events and articles each that a search lists."""
EVERYWHERE = "all"


def page() -> None:
    """Draw the page."""
    with column():
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
    hits = overview.search(shelf, words, most=MOST_FOUND)
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
            first = f" (the first {len(items)})" if len(items) == MOST_FOUND else ""
            groups.append({"heading": heading + first, "items": items})
    return {"groups": groups}


def _hit(shelf: Library, hit: overview.Hit) -> dict[str, Any]:
    if hit.page == "article":
        return {"text": hit.name, "detail": hit.detail, "to": address("articles", article=hit.identity)}
    page, parameter = _PAGES[hit.page]
    bill = shelf.bill_of(hit.identity) if hit.page == "event" else None
    item = {"text": wording.titled(hit.name), "to": address(page, **{"bill": bill, parameter: hit.identity})}
    if hit.page == "event":
        return {**item, "status": hit.detail, "detail": wording.when(shelf.assessments[hit.identity].window)}
    bills = (card for card in cards_of(shelf) if card.bill == hit.identity)
    told = overview.placed(next(bills)) if hit.page == "bill" else apart(shelf, hit.identity)
    by = f"also called {hit.by}" if hit.by else ""
    return {**item, "kind": hit.detail, "detail": " · ".join(filter(None, (told, by)))}


def _bills(shelf: Library) -> None:
    shown, more, named = sorted_out(_of_place(cards_of(shelf)))
    cards({"cards": [card_payload(shelf, card) for card in shown]}, key="bills")
    st.caption(
        "A filled mark: an article tells that it took place. A hollow mark: it lies ahead, and its word says"
        " how sure that is. A question mark: it must have taken place, but no article here tells it."
    )
    if more:
        st.subheader("More bills")
        links({"groups": [{"items": [_line(card) for card in more]}]}, key="more")
    if named:
        st.subheader("Also mentioned")
        links({"groups": [{"items": [_line(card) for card in named]}]}, key="passing")


def _of_place(found: Sequence[overview.Card]) -> list[overview.Card]:
    """Draw the box for the state where there are many bills, and return those of the chosen one."""
    if len(found) <= MANY:
        return list(found)
    counts = Counter(card.jurisdiction for card in found if card.jurisdiction)
    with st.container(width=330):
        chosen = choose(
            "Where",
            [EVERYWHERE, *sorted(counts)],
            name="place",
            words=lambda p: (
                "Everywhere" if p == EVERYWHERE else f"{p} ({wording.counted(counts[p], 'bill')})"
            ),
            default=EVERYWHERE,
        )
    return [card for card in found if chosen in (EVERYWHERE, card.jurisdiction)]


def sorted_out(
    found: Sequence[overview.Card],
) -> tuple[list[overview.Card], list[overview.Card], list[overview.Card]]:
    """Return the bills that have a card, more of which a step is told, and those that are only named."""
    ranked = sorted(
        found, key=lambda card: (-len(card.articles), -card.steps * (len(card.articles) < TOLD_BY))
    )
    told = [card for card in ranked if _worth_a_card(card)] or [card for card in ranked if _stepped(card)]
    shown = (told or ranked)[:MOST_CARDS]
    have = {card.bill for card in shown}
    left = [card for card in ranked if card.bill not in have]
    more = [card for card in left if _stepped(card)]
    return shown, more, [card for card in left if not _stepped(card)]


def _stepped(card: overview.Card) -> bool:
    return bool(card.latest or card.following)


def _worth_a_card(card: overview.Card) -> bool:
    told = len(card.articles) >= TOLD_BY and _stepped(card)
    return told or card.steps >= WELL_TOLD


def _line(card: overview.Card) -> dict[str, Any]:
    return {
        "text": wording.titled(card.name),
        "to": address("bill", bill=card.bill),
        "detail": overview.placed(card),
    }


def card_payload(shelf: Library, card: overview.Card) -> dict[str, Any]:
    """Return the card of a bill as the drawing takes it."""
    number = len(card.articles)
    to = address("bill", bill=card.bill)
    return {
        "bill": card.bill,
        "name": wording.titled(card.name),
        "to": to,
        "place": card.jurisdiction,
        "stands": overview.where_it_stands(card),
        "tracks": tracks(card.course, needed=True) if card.course and _begun(card.course) else [],
        "lines": [
            *_told(shelf, "Latest", card.latest),
            *_due(card, to),
            *_told(shelf, "Later" if card.due else "Next", card.following),
        ],
        "articles": {
            "text": f"{number} article" if number == 1 else f"{number} articles",
            "to": address("articles", bill=card.bill),
        },
        "retold": card.retold,
    }


def _begun(course: Whereabouts) -> bool:
    return bool(course.of_state(State.DONE, State.DUE))


def _told(shelf: Library, word: str, assessment: Assessment | None) -> list[dict[str, Any]]:
    """Return the sentence behind a step, with its status where it lies ahead."""
    if assessment is None:
        return []
    readings = readings_of(shelf, assessment.event)
    best = max(readings, key=lambda r: (r.status is assessment.status, r.quote.part == "text", r.confidence))
    return [
        {
            "word": word,
            "text": f"“{wording.shortened(best.quote.exact)}”",
            "to": shown_in_article(best.article, best.quote.part, best.quote.start),
            "status": assessment.status.value if assessment.status.lies_ahead else None,
        }
    ]


def _due(card: overview.Card, to: str) -> list[dict[str, Any]]:
    """Return the step that comes next by the procedure, where the articles tell of no nearer one."""
    step = card.due
    if step is None or card.course is None:
        return []
    line = {"word": "Next", "text": card.course.procedure.label(step.step)}
    if step.told is None:
        return [{**line, "to": to, "status": None, "note": "by the procedure; no article tells of it"}]
    status = step.told.assessment.status.value
    return [{**line, "to": address("timeline", bill=card.bill, event=step.told.id), "status": status}]
