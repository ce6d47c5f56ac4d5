"""Compare: two outlets on one bill, event by event and matter by matter, with the sentences of both."""

from __future__ import annotations

import datetime as dt
from typing import Any

import streamlit as st

from graph import wording
from graph.terms import Factuality
from graph.ui.address import address
from graph.ui.choices import choose, choose_view
from graph.ui.components.compare import compare as drawing
from graph.ui.components.links import links
from graph.ui.plain import literal
from graph.ui.shelf import cards_of
from graph.ui.subject import (
    as_of,
    choose_bill,
    choose_until,
    column,
    first_bill,
    is_dead,
    no_such_bill,
    told_bill,
)
from graph.ui.told import sentence
from graph.views.comparison import ITSELF, Compared, Comparison, Matter, Row, Verdict, claim_of, compare
from graph.views.library import Library, Telling
from graph.views.tellers import Told, called, closest_pair, nearest, tellers

_VIEWS = {"all": "Everything", "both": "Told by both", "differences": "Only differences"}
_SHOWN = {
    "all": frozenset(Verdict),
    "both": frozenset(Verdict) - {Verdict.ONLY_A, Verdict.ONLY_B},
    "differences": frozenset((Verdict.CONFLICT, Verdict.DIFFER)),
}
_MATTERS = {
    Matter.STATUS: "How real",
    Matter.WHEN: "When",
    Matter.OUTCOME: "Outcome",
    Matter.VOTES: "Votes",
    Matter.WHO: "Who",
    Matter.SOURCE: "On whose word",
}
_SINCE = {
    Factuality.HAPPENED: "it has happened since",
    Factuality.ONGOING: "it has begun since",
    Factuality.CANCELLED: "it was called off since",
    Factuality.DENIED: "it did not come about",
}
"""What became of what lay ahead for the other side."""
_PLAIN = (Matter.SOURCE, ITSELF, ITSELF)
"""A matter that is not worth a line: nobody is quoted."""


def page() -> None:
    """Draw the page."""
    _, whole, shelf, until = as_of()
    if no_such_bill(whole, among=comparable(whole)):
        return
    with column():
        st.title("Two outlets side by side")
        st.text("What both tell of a bill, where they differ, and what only one of them tells.")
        bill = told_bill(whole) or first_bill(whole)
        if bill is None:
            st.text("None of the articles names a bill. Add articles that tell of one.")
            return
        with st.container(horizontal=True, vertical_alignment="bottom"):
            with st.container(width=280):
                choose_bill(whole, bill, all_of_them=False, among=comparable(whole))
            with st.container(width=200):
                choose_until(whole, bill)
            pair = _pair(shelf, bill)
        if pair is None:
            st.info(
                "Until this day fewer than two outlets tell of this bill. Move **As reported until** on."
                if until
                else "Fewer than two outlets tell of this bill. Choose another bill."
            )
            return
        _drawing(shelf, compare(shelf, bill, *pair), until)


def comparable(shelf: Library) -> set[str]:
    """Return the bills of which two outlets tell events."""
    several = [card.bill for card in cards_of(shelf) if len(card.articles) > 1]
    return {bill for bill in several if len(tellers(shelf, bill)) > 1}


def _pair(shelf: Library, bill: str) -> tuple[str, str] | None:
    """Draw the boxes for both outlets; those who tell most of the same events come first."""
    told = tellers(shelf, bill)
    closest = closest_pair(told)
    if closest is None:
        return None
    a = _teller(shelf, told, "a", "First outlet", list(told), closest[0])
    partner = closest[1] if a == closest[0] else nearest(told, a)
    others = [name for name in told if name != a]
    return a, _teller(shelf, told, "b", "Second outlet", others, partner or others[0])


def _teller(
    shelf: Library, told: dict[str, Told], name: str, label: str, options: list[str], default: str
) -> str:
    def words(one: str) -> str:
        number = len(told[one])
        return f"{called(shelf, one)} ({number} {'event' if number == 1 else 'events'})"

    with st.container(width=260):
        if is_dead(name, told):
            st.caption(literal(f"“{st.query_params[name]}” does not tell of this bill here."))
        return choose(label, options, name=name, words=words, default=default)


def _drawing(shelf: Library, found: Comparison, until: dt.date | None) -> None:
    shown = choose_view("Show", list(_VIEWS), name="show", words=lambda v: _VIEWS[v])
    payload = compare_payload(shelf, found, _SHOWN[shown])
    drawing(payload, key="compare")
    if not payload["rows"]:
        st.info(
            "In nothing that both tell do they differ. Choose **Everything** to see it."
            if shown == "differences" and found.of(*_SHOWN["both"])
            else "No event is told by both. Choose **Everything**, or another outlet."
        )
    links({"groups": [{"items": _ways(found, until), "row": True}]}, key="ways")


def _ways(found: Comparison, until: dt.date | None) -> list[dict[str, Any]]:
    day = until.isoformat() if until else None
    return [
        {"text": "Where the bill stands", "to": address("bill", bill=found.bill, until=day)},
        {"text": "Its timeline", "to": address("timeline", bill=found.bill, until=day)},
        {"text": "Its articles", "to": address("articles", bill=found.bill)},
    ]


def _counts(shelf: Library, found: Comparison) -> list[dict[str, str]]:
    """Return how many events are told by both, and how, and how many by one only."""
    both = len(found.of(*_SHOWN["both"]))
    told = [(verdict, len(found.of(verdict))) for verdict in Verdict if found.of(verdict)]
    words = {
        Verdict.CONFLICT: "with a contradiction",
        Verdict.DIFFER: "with differences",
        Verdict.LATER_A: f"where {called(shelf, found.a)} reports later",
        Verdict.LATER_B: f"where {called(shelf, found.b)} reports later",
        Verdict.MORE: "where one tells more",
        Verdict.AGREE: "told alike",
        Verdict.ONLY_A: f"only by {called(shelf, found.a)}",
        Verdict.ONLY_B: f"only by {called(shelf, found.b)}",
    }
    counts = [{"verdict": verdict.value, "text": f"{number} {words[verdict]}"} for verdict, number in told]
    events = "1 event" if both == 1 else f"{both or 'no'} events"
    return [{"verdict": "both", "text": f"{events} told by both"}, *counts]


def compare_payload(
    shelf: Library, found: Comparison, shown: frozenset[Verdict] = _SHOWN["all"]
) -> dict[str, Any]:
    """Return the events with some verdicts as the drawing takes them."""
    rows = found.of(*shown)
    return {
        "a": called(shelf, found.a),
        "b": called(shelf, found.b),
        "days": {
            "a": _days([telling for row in found.rows for telling in row.a]),
            "b": _days([telling for row in found.rows for telling in row.b]),
        },
        "counts": _counts(shelf, found),
        "rows": [_row(shelf, found.bill, row) for row in rows],
    }


def _days(tellings: list[Telling]) -> str:
    """Return when the articles of a side appeared: "4 Mar 2031", "2 articles, 5–10 Mar 2031"."""
    articles = {telling.account.article.id: telling.account.article.published for telling in tellings}
    days = [day for day in articles.values() if day]
    number = f"{len(articles)} articles" if len(articles) > 1 else ""
    return ", ".join(filter(None, (number, wording.days(min(days), max(days)) if days else "day unknown")))


def _row(shelf: Library, bill: str, row: Row) -> dict[str, Any]:
    assessment = shelf.assessments[row.event]
    return {
        "name": wording.titled(wording.beside(assessment.label, shelf.name(bill))),
        "to": address("timeline", bill=bill, event=row.event),
        "verdict": row.verdict.value,
        "since": _since(row),
        "matters": [_matter(one) for one in row.matters if (one.matter, *one.a, *one.b) != _PLAIN],
        "alone": _alone(row) if row.verdict in (Verdict.ONLY_A, Verdict.ONLY_B) else None,
        "a": _sentences(row.a),
        "b": _sentences(row.b),
    }


def _matter(one: Compared) -> dict[str, Any]:
    return {
        "name": _MATTERS[one.matter],
        "verdict": one.verdict.value,
        "marks": one.matter is Matter.STATUS,
        "a": list(one.a),
        "b": list(one.b),
    }


def _since(row: Row) -> str:
    """Return what came of an event, by the side that reports it later; "" where neither does."""
    if row.verdict not in (Verdict.LATER_A, Verdict.LATER_B):
        return ""
    tellings = row.a if row.verdict is Verdict.LATER_A else row.b
    return _SINCE.get(claim_of(tellings[-1]).factuality, "it is surer since")


def _alone(row: Row) -> dict[str, Any]:
    """Return in short what is told by one side only."""
    told = {one.matter: one.a or one.b for one in row.matters}
    quoted = [f"in the words of {name}" for name in told.pop(Matter.SOURCE) if name != ITSELF]
    statuses = told.pop(Matter.STATUS)
    words = ["; ".join(values) for values in told.values()]
    return {"statuses": list(statuses), "text": " · ".join([*words, *quoted])}


def _sentences(tellings: tuple[Telling, ...]) -> list[dict[str, Any]]:
    """Return the sentences of a side, each once: first what it amounts to, in most detail; headlines last."""
    latest = claim_of(tellings[-1]).factuality if tellings else None

    def rank(telling: Telling) -> tuple[bool, int, float]:
        claim = claim_of(telling)
        details = (claim.votes, claim.outcome, claim.expression)
        return claim.factuality is not latest, details.count(None), -claim.confidence

    found = {
        (telling.account.article.id, quote): telling.account.article
        for telling in sorted(tellings, key=rank)
        for quote in wording.most_telling(telling.quotes, wording.words_of(claim_of(telling)))
    }
    return [
        sentence(quote, article.id, article.outlet, article.published)
        for (_, quote), article in sorted(found.items(), key=lambda item: item[0][1].part != "text")
    ]
