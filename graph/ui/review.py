"""Review: what a person should look at, one thing at a time, as `python -m graph review` lists it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from graph import wording
from graph.errors import LogError
from graph.linking.corrections.judgements import Judgement
from graph.linking.corrections.log import NAME, read_log
from graph.linking.corrections.reviewing import Doubt, Reason, Side, doubts, naming_quote
from graph.model import Account, Claim, Quote
from graph.terms import Verdict
from graph.ui.address import address, put, shown_in_article
from graph.ui.choices import choose
from graph.ui.components.links import links
from graph.ui.components.review import review
from graph.ui.correcting import Chosen, accept, change, record_of, retract, undo
from graph.ui.judging import announce, ask_name, ask_reason, said
from graph.ui.pairing import say
from graph.ui.plain import literal
from graph.ui.shelf import Version, collection, folder, hindrance, opened
from graph.ui.told import sure
from graph.views.evidence import Reading, readings_from
from graph.views.library import Library, Telling
from graph.vocabulary import article_id

ALL = "all"
MOST = 3
"""Sentences of one reading that are shown."""
_LATER = "review later"
_WHY = {
    Reason.STALE: "This judgement is kept but no longer applied",
    Reason.CONFLICTING: "This judgement cannot be carried out",
    Reason.OVERRULED: "Somebody else judged otherwise later",
    Reason.ALIKE: "These two may be one, and are left apart until somebody says",
}
_EMPTY = (
    "Nothing waits for you: every judgement fits, nothing is left apart in doubt, and the program is sure of"
    " what it read. It can still be wrong; every reading can be judged under **Articles**."
)


def page() -> None:
    """Draw the page."""
    state, shelf = opened()
    st.title("Review")
    st.markdown(
        "Does the sentence really say so? What you answer is kept with your name, and can be taken back."
    )
    try:
        judgements = read_log(folder() / NAME).judgements
    except LogError as error:
        st.error(literal(str(error)), icon=":material/error:")
        return
    found = queue(state, tuple(one.id for one in judgements), judgements)
    hindered = hindrance()
    if hindered:
        st.info(literal(hindered))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if not hindered:
            with st.container(width=300):
                ask_name("review")
        with st.container(width=420):
            kept = _of_article(shelf, found)
    announce()
    if not kept:
        st.success(_EMPTY, icon=":material/check_circle:")
        return
    first = _first(kept)
    _count(kept)
    log = {one.id: one for one in judgements}
    review(payload(shelf, first, log.get(first.identity)), key="review item")
    if not hindered:
        _buttons(shelf, first, log.get(first.identity))
    rest = [one for one in kept if one is not first]
    if rest:
        st.subheader("What else waits")
        links(waiting_payload(shelf, rest, log), key="review waiting")


@st.cache_resource(max_entries=4, show_spinner="Looking for what is in doubt…")
def queue(state: Version, log: tuple[str, ...], _judgements: Sequence[Judgement]) -> tuple[Doubt, ...]:
    """Return what to look at in a state of the store; `log` are the identifiers of the judgements."""
    return doubts(collection(state), _judgements)


def _of_article(shelf: Library, found: Sequence[Doubt]) -> list[Doubt]:
    """Draw the box for the article, and return what is to be looked at in the chosen one."""
    articles = sorted({article for one in found for article in one.articles})
    chosen = choose(
        "Article",
        [ALL, *articles],
        name="article",
        words=lambda one: "All articles" if one == ALL else _titled(shelf, one),
        default=ALL,
        forgets=("item",),
    )
    return [one for one in found if chosen in (ALL, *one.articles)]


def _titled(shelf: Library, article: str) -> str:
    account = shelf.accounts.get(article_id(article))
    return (account.article.title if account else "") or article


def _name(one: Doubt) -> str:
    """Return what tells one thing to look at from all others."""
    return f"{one.identity} {one.other.identity}" if one.other else f"{one.identity}@{one.article}"


def _first(kept: Sequence[Doubt]) -> Doubt:
    """Return what the address asks for, else the first that was not put off in this session."""
    later = st.session_state.get(_LATER, [])
    wanted = st.query_params.get("item")
    chosen = next((one for one in kept if _name(one) == wanted), None)
    fresh = [one for one in kept if _name(one) not in later]
    put_off = sorted(kept, key=lambda one: later.index(_name(one)) if _name(one) in later else -1)
    return chosen or (fresh or put_off)[0]


def _count(kept: Sequence[Doubt]) -> None:
    later = {*st.session_state.get(_LATER, [])}
    put_off = sum(_name(one) in later for one in kept)
    counted = f"{len(kept)} to look at"
    st.caption(counted + (f", {put_off} of them put off" if put_off else ""))


# --- what is drawn


def payload(shelf: Library, one: Doubt, judgement: Judgement | None) -> dict[str, Any]:
    """Return one thing to look at as the drawing takes it."""
    account = shelf.accounts.get(article_id(one.article))
    if one.other is not None:
        sides = [_side(shelf, one), _side(shelf, one.other)]
        return {
            "heading": _asked(one.what, one.other.what),
            "status": None,
            "reason": f"{_WHY[one.reason]}: {one.problem}.",
            "how": [],
            "pair": True,
            "sides": sides,
        }
    if one.confidence is None or account is None:
        return {
            "heading": said(judgement) if judgement else one.what,
            "status": None,
            "reason": f"{_WHY[one.reason]}: {one.problem}.",
            "how": [],
            "pair": False,
            "sides": [_quoted(shelf, one.article, None, one.quote)],
        }
    readings, record = _readings(shelf, account, one.identity), record_of(account, one.identity)
    return {
        "heading": wording.titled(readings[0].says),
        "status": readings[0].status.value if isinstance(record, Claim) else None,
        "reason": sure(one.confidence),
        "how": [f"Why: {readings[0].because}."] if readings[0].because else [],
        "pair": False,
        "sides": [_quoted(shelf, one.article, x.quote, x.quote.exact) for x in readings[:MOST]],
    }


def _asked(one: str, other: str) -> str:
    if one.casefold() == other.casefold():
        return f"Are the two called “{wording.titled(one)}” the same?"
    return f"Are {wording.titled(one)} and {wording.titled(other)} the same?"


def _readings(shelf: Library, account: Account, identity: str) -> list[Reading]:
    return readings_from(shelf, Telling(account, record_of(account, identity)))


def _side(shelf: Library, one: Doubt | Side) -> dict[str, Any]:
    account = shelf.accounts[article_id(one.article)]
    return _quoted(shelf, one.article, naming_quote(account, one.identity), one.quote) | {
        "name": wording.titled(one.what)
    }


def _quoted(shelf: Library, article: str, quote: Quote | None, words: str) -> dict[str, Any]:
    account = shelf.accounts.get(article_id(article))
    if account is None:
        return {"name": "", "quote": words, "where": article, "to": None}
    found = account.article
    day = wording.day(found.published) if found.published else "day unknown"
    return {
        "name": "",
        "quote": words,
        "where": f"{found.outlet or found.title or article}, {day}",
        "to": shown_in_article(article, quote.part, quote.start)
        if quote
        else address("articles", article=article),
    }


def waiting_payload(shelf: Library, rest: Sequence[Doubt], log: dict[str, Judgement]) -> dict[str, Any]:
    """Return what else waits, as a list of links to it."""

    def line(one: Doubt) -> dict[str, Any]:
        told = payload(shelf, one, log.get(one.identity))
        return {
            "text": wording.shortened(told["heading"]),
            "to": address("review", article=st.query_params.get("article"), item=_name(one)),
            "detail": "; ".join(dict.fromkeys(side["where"] for side in told["sides"])),
        }

    return {"groups": [{"items": [line(one) for one in rest]}]}


# --- what can be done


def _buttons(shelf: Library, one: Doubt, judgement: Judgement | None) -> None:
    """Draw the buttons that fit the thing to look at."""
    with st.container(horizontal=True):
        if one.other is not None:
            _pair_buttons(one, one.other)
        elif one.confidence is None:
            if st.button("Take it back", icon=":material/undo:", type="primary"):
                undo(one.identity, said(judgement) if judgement else one.what)
        else:
            _reading_buttons(shelf, one)
        if st.button("Later", icon=":material/schedule:"):
            _put_off(one)


def _reading_buttons(shelf: Library, one: Doubt) -> None:
    account = shelf.accounts[article_id(one.article)]
    says = _readings(shelf, account, one.identity)[0].says
    chosen = Chosen(account, (one.identity,), says)
    if st.button("Accept", icon=":material/check:", type="primary"):
        accept(chosen)
    if st.button("Correct …", icon=":material/edit:"):
        change(chosen)
    if st.button("Retract …", icon=":material/remove_circle:"):
        retract(chosen)


def _pair_buttons(one: Doubt, other: Side) -> None:
    if st.button("Same", icon=":material/link:"):
        decide(Verdict.SAME, one.identity, other.identity)
    if st.button("Not the same", icon=":material/link_off:"):
        decide(Verdict.NOT_SAME, one.identity, other.identity)


@st.dialog("Why?", icon=":material/compare_arrows:")
def decide(verdict: Verdict, one: str, other: str) -> None:
    """Ask who says so and why, and save it."""
    who, why = ask_name("decide"), ask_reason("decide", placeholder="For instance: both sign as president")
    if st.button("Save", type="primary"):
        if who and why:
            say(verdict, one, other, who, why)
        else:
            st.warning("Say who you are and why, so that others can follow.", icon=":material/edit:")


def _put_off(one: Doubt) -> None:
    later = [name for name in st.session_state.get(_LATER, []) if name != _name(one)]
    st.session_state[_LATER] = [*later, _name(one)]
    put(item=None)
    st.rerun()
