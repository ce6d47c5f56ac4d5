"""Sentences, offices, promises and votes as the drawings of one bill and of one actor take them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from graph import wording
from graph.checks.links import Link
from graph.checks.promises import Promise, Told
from graph.checks.promises.wording import fate_in_words, promised_in_words
from graph.extraction.offices import capacity_told
from graph.model import Quote, Tenure
from graph.terms import Capacity
from graph.ui.address import address, shown_in_article
from graph.views.library import Library, Telling
from graph.views.timeline import Choice, chosen


def sentence(quote: Quote, article: str, outlet: str | None, published: dt.date | None) -> dict[str, Any]:
    """Return a sentence with where it stands: "Outlet, 7 Feb 2026"."""
    day = wording.day(published) if published else "day unknown"
    return {
        "quote": quote.exact,
        "where": f"{outlet or article}, {day}",
        "to": shown_in_article(article, quote.part, quote.start),
    }


def linked(link: Link) -> dict[str, Any]:
    """Return the sentence of a link; none where it is an order of the procedure or a day of publication."""
    if not link.quotes or link.article is None:
        return {"quote": "", "where": "", "to": ""}
    return sentence(quote_linked(link), link.article, link.outlet, link.published)


def quote_linked(link: Link) -> Quote:
    """Return the sentence that shows best what a link says; the link has one at least."""
    return wording.telling_quote(link.quotes, wording.words_in(link.says))


def best_quote(telling: Telling) -> Quote:
    """Return the sentence that shows best what a claim, position, tenure or provision says."""
    return wording.telling_quote(telling.quotes, wording.words_of(telling.said))


def best_sentence(telling: Telling) -> dict[str, Any]:
    """Return the same with where it stands."""
    article = telling.account.article
    return sentence(best_quote(telling), article.id, article.outlet, article.published)


def sure(confidence: float) -> str:
    """Return how sure the program is of a reading, in words."""
    words = "very sure" if confidence >= 0.85 else "fairly sure" if confidence >= 0.65 else "not very sure"
    return f"The program is {words} that it read this rightly ({round(confidence * 100)} of 100)."


def office(one: Tenure) -> str:
    """Return an office with its capacity and body: "acting president, Arkania"."""
    told = one.capacity in (Capacity.INCUMBENT, capacity_told(one.title))
    title = one.title if told else f"{one.capacity.value} {one.title}"
    named = one.organisation is None or one.organisation.casefold() in title.casefold()
    return title if named else f"{title}, {one.organisation}"


def promise_payload(shelf: Library, one: Promise) -> dict[str, Any]:
    """Return a promise with its fate, the sentence that tells it, and the one that decides it."""
    return {
        "fate": one.fate.value,
        "word": fate_in_words(one),
        "text": promised_in_words(one, shelf.collection.names),
        **_quoted(shelf, word_given(shelf, one)),
        "then": _quoted(shelf, one.evidence) if one.evidence else None,
    }


def word_given(shelf: Library, one: Promise) -> Told:
    """Return the telling that a promise is shown by: the first that names a time where a day is told."""
    timed = [
        told for told in one.tellings if (said := shelf.claim(told.claim, told.event)) and said.expression
    ]
    return timed[0] if one.due and timed else one.tellings[0]


def quote_told(shelf: Library, told: Told) -> Quote:
    """Return the sentence that shows best what a telling of a promise or of a deed says."""
    said = shelf.claim(told.claim, told.event)
    return wording.telling_quote(told.quotes, wording.words_of(said) if said else ())


def _quoted(shelf: Library, told: Told) -> dict[str, Any]:
    return sentence(quote_told(shelf, told), told.article, told.outlet, told.published)


def votes_payload(shelf: Library, choice: Choice) -> list[dict[str, Any]]:
    """Return the votes with figures among some events, in the order of time."""
    found = []
    for one in chosen(shelf, choice):
        bill = shelf.bill_of(one.event)
        if one.votes is None or not one.status.is_fact or (choice.bill and bill != choice.bill):
            continue
        figures = (
            ("for", one.votes.in_favour),
            ("against", one.votes.against),
            ("abstained", one.votes.abstain),
        )
        found.append(
            {
                "name": wording.beside(one.label, shelf.name(bill)) if choice.bill and bill else one.label,
                "when": "" if one.window.is_open else wording.when(one.window),
                "outcome": wording.outcome(one.outcome),
                "bars": [{"word": word, "count": count} for word, count in figures if count is not None],
                "to": address("timeline", bill=bill, event=one.event),
            }
        )
    return found
