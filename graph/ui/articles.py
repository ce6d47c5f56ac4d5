"""Articles: what was read, story by story; one article with every used sentence marked."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import Any
from urllib.parse import urlsplit

import streamlit as st

from graph import wording
from graph.extraction.lexicon import folded
from graph.model import Account, Part
from graph.ui.address import address, put
from graph.ui.choices import choose, worded
from graph.ui.components.article import article as draw_article
from graph.ui.components.links import links
from graph.ui.components.selection import adopt
from graph.ui.correcting import add, publish
from graph.ui.judgements import act_on, list_judgements
from graph.ui.judging import announce, marks, said
from graph.ui.plain import literal
from graph.ui.removing import remove_article
from graph.ui.shelf import hindrance, opened
from graph.views.evidence import Reading, Stretch, marked
from graph.views.library import Library
from graph.views.names import by_name, called
from graph.vocabulary import article_id

ALL = "all"
_HOW = (
    "Marked sentences are those that something was read from; beside each stands what. Choose one for more."
)
_AND_CORRECT = "There you can correct it; to add what was missed, select the words."
_OTHER = "Without a bill"
_ALONE = "One article each"


def page() -> None:
    """Draw the page."""
    _, shelf = opened()
    told = st.query_params.get("article")
    account = shelf.accounts.get(article_id(told)) if told else None
    if account is not None:
        _one(shelf, account)
        return
    st.title("Articles")
    announce()
    if told:
        st.warning("There is no such article here; it may have been removed. Choose one of these.")
    _list(shelf)


# --- the list


def _list(shelf: Library) -> None:
    accounts = list(shelf.collection.accounts)
    outlets = sorted({a.article.outlet for a in accounts if a.article.outlet}, key=str.casefold)
    counts = Counter(bill for a in accounts for bill in shelf.bills_of(a)[:1])
    stories = [bill for bill, _ in counts.most_common()]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        with st.container(width=330):
            words = worded("Search headlines", name="q", placeholder="Search headlines and outlets")
        with st.container(width=280):
            bill = choose(
                "Bill",
                [ALL, *by_name(shelf, shelf.bills)],
                name="bill",
                words=lambda b: "All bills" if b == ALL else called(shelf, b),
                default=ALL,
            )
        with st.container(width=240):
            outlet = choose(
                "Outlet",
                [ALL, *outlets],
                name="outlet",
                words=lambda o: "All outlets" if o == ALL else o,
                default=ALL,
            )
    kept = [a for a in accounts if _fits(shelf, a, words, bill, outlet)]
    if not kept:
        st.info("No article fits. Take a filter away, or **add articles** of your own.")
        return
    st.caption(f"{len(kept)} of {len(accounts)} articles")
    links(list_payload(shelf, kept, stories), key="articles")


def _fits(shelf: Library, account: Account, words: str, bill: str, outlet: str) -> bool:
    text = folded(f"{account.article.title} {account.article.outlet or ''}")
    return (
        all(word in text for word in folded(words).split())
        and (bill == ALL or any(b.id == bill for b in account.bills))
        and (outlet == ALL or account.article.outlet == outlet)
    )


def list_payload(shelf: Library, accounts: list[Account], stories: list[str]) -> dict[str, Any]:
    """Return articles as lists of links, one a story: the bill that most of an article is about.

    Stories of one article stand together at the end, each with its bill; those without a bill after them.
    """
    told = defaultdict[str | None, list[Account]](list)
    for account in sorted(accounts, key=lambda a: (str(a.article.published or ""), a.article.id)):
        told[next(iter(shelf.bills_of(account)), None)].append(account)
    groups = [
        {
            "heading": called(shelf, bill),
            "items": [_line(account) for account in told[bill]],
            "all": True,
        }
        for bill in stories
        if len(told[bill]) > 1
    ]
    alone = [(found[0], bill) for bill, found in told.items() if bill and len(found) == 1]
    if alone:
        items = [_line(account, called(shelf, bill)) for account, bill in alone]
        groups.append({"heading": _ALONE if groups else "", "items": items})
    if told[None]:
        groups.append({"heading": _OTHER, "items": [_line(account) for account in told[None]], "all": True})
    return {"groups": groups}


def _line(account: Account, bill: str = "") -> dict[str, Any]:
    found = account.article
    events = wording.counted(len({claim.event for claim in account.claims}), "event")
    return {
        "text": found.title or found.id,
        "to": address("articles", article=found.id),
        "before": wording.day(found.published) if found.published else "day unknown",
        "detail": " · ".join(filter(None, (bill, ", ".join(filter(None, (found.outlet, events)))))),
    }


# --- one article


def _one(shelf: Library, account: Account) -> None:
    found = account.article
    links({"groups": [{"items": _around(shelf, account), "all": True}]}, key="around")
    st.title(literal(found.title or found.id))
    told = [found.outlet, wording.day(found.published) if found.published else "day of publication unknown"]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.text(", ".join(filter(None, told)))
        if found.retold:
            st.badge(
                "retold",
                color="gray",
                help="A retelling in other words of what the outlet reported; the source has the original.",
            )
        if found.url and safe(found.url):
            st.link_button("Source", found.url, icon=":material/open_in_new:", type="tertiary")
    for notice in found.notices:
        st.caption(literal(notice))
    wanted = mark_at(shelf, account, _part(), st.query_params.get("at"))
    hindered = hindrance()
    st.caption(_HOW if hindered else f"{_HOW} {_AND_CORRECT}")
    key = f"article {found.id}"
    chosen, act = draw_article(article_payload(shelf, account, judge=not hindered), key=key, selected=wanted)
    if chosen != wanted and chosen is not None:
        part, _, start = chosen.partition(":")
        put(at=start, part=part if part == "title" else None)
        adopt(key, chosen)
    _judging(shelf, account, act, hindered)


def _judging(shelf: Library, account: Account, act: dict[str, Any] | None, hindered: str) -> None:
    """Open what the person asked for; draw what can be done with the whole article below it."""
    if hindered:
        st.caption(literal(hindered))
    else:
        announce()
        if act is not None:
            act_on(shelf, account, act)
        with st.container(horizontal=True):
            if st.button("Add an event that was missed", icon=":material/add:", type="tertiary"):
                add(account, None)
            if st.button("Correct the day of publication", icon=":material/event:", type="tertiary"):
                publish(account)
            if st.button("Remove this article", icon=":material/delete:", type="tertiary"):
                remove_article(account)
    list_judgements(account, judge=not hindered)


def _part() -> Part:
    return "title" if st.query_params.get("part") == "title" else "text"


def safe(url: str) -> bool:
    """Whether an address that came with an article may become a link: a web page, and nothing else."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"[\s<>\"'()\\]", url)


def _around(shelf: Library, account: Account) -> list[dict[str, Any]]:
    """Return the links above an article: back to the list, and to its neighbours in the story."""
    items: list[dict[str, Any]] = [{"text": "All articles", "to": address("articles")}]
    bills = shelf.bills_of(account)
    if not bills:
        return items
    items.append({"text": f"Timeline of {shelf.name(bills[0])}", "to": address("timeline", bill=bills[0])})
    return items


def mark_at(shelf: Library, account: Account, part: Part, at: str | None) -> str | None:
    """Return the mark of a part that holds an offset of it; None where none does."""
    if at is None or not at.isdecimal() or len(at) > 9:
        return None
    place = int(at)
    for stretch in marked(shelf, account, part):
        if stretch.readings and stretch.start <= place < stretch.start + len(stretch.text):
            return f"{part}:{stretch.start}"
    return None


def article_payload(shelf: Library, account: Account, *, judge: bool = False) -> dict[str, Any]:
    """Return the article as the drawing takes it: one block a paragraph; `judge` where one may correct."""
    blocks = list[dict[str, Any]]()
    title = marked(shelf, account, "title")
    if any(stretch.readings for stretch in title):
        blocks.append(_block(shelf, account, "title", title, "headline"))
    lines: list[list[Stretch]] = [[]]
    for stretch in marked(shelf, account, "text"):
        start = stretch.start
        for at, piece in enumerate([stretch.text] if stretch.readings else stretch.text.split("\n")):
            if at:
                lines.append([])
                start += 1
            if piece:
                lines[-1].append(Stretch(piece, start, stretch.readings, stretch.kind))
            start += len(piece)
    for line in lines:
        if any(stretch.text.strip() for stretch in line):
            kinds = {stretch.kind for stretch in line if stretch.text.strip()}
            blocks.append(_block(shelf, account, "text", line, kinds.pop() if len(kinds) == 1 else "running"))
    return {"blocks": blocks, "judge": judge}


def _block(
    shelf: Library, account: Account, part: Part, stretches: list[Stretch], kind: str
) -> dict[str, Any]:
    return {
        "kind": kind,
        "part": part,
        "heading": False,
        "stretches": [
            {
                "text": stretch.text,
                **(
                    {"id": f"{part}:{stretch.start}", "readings": _notes(shelf, account, stretch.readings)}
                    if stretch.readings
                    else {}
                ),
            }
            for stretch in stretches
        ],
    }


def _notes(shelf: Library, account: Account, readings: tuple[Reading, ...]) -> list[dict[str, Any]]:
    """Return what was read from a sentence, with who judged it; what reads the same stands once."""
    notes, judged = list[dict[str, Any]](), marks(account)
    for one in readings:
        event = one.about in shelf.assessments
        goal = (
            address("timeline", bill=shelf.bill_of(one.about), event=one.about)
            if event
            else address("actor", actor=one.about)
            if one.about in shelf.actors
            else address("bill", bill=one.about)
        )
        more = [f"In the words of {one.source}." if one.source else ""]
        more += [f"Time words: “{one.words}”." if one.words else ""]
        note = {
            "status": one.status.value,
            "says": one.says,
            "to": goal,
            "more": [text for text in more if text],
            "how": f"Why: {one.because}." if one.because else "",
            "same": one.about if event else None,
            "judged": [{"id": x.id, "text": said(x)} for x in judged.get(one.record or "", ())],
        }
        known = next((x for x in notes if note.items() <= x.items()), None)
        if known is None:
            notes.append(note | {"records": []})
            known = notes[-1]
        if one.record and one.record not in known["records"]:
            known["records"].append(one.record)
    return notes
