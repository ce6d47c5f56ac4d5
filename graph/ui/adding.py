"""Add articles: paste a text, choose files or name addresses, say when they appeared, see what was read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import streamlit as st

from graph.articles import read_pasted
from graph.articles.fetching import Web
from graph.articles.limits import ADDRESSES
from graph.errors import InputError
from graph.model import Collection
from graph.ui.components.links import links
from graph.ui.intake import (
    TYPES,
    Given,
    addresses_in,
    called,
    given_payload,
    is_of_use,
    network_allowed,
    result_payload,
    summary,
    told,
    undated,
    uploaded,
    with_days,
)
from graph.ui.job import Fetching, Job, told_apart
from graph.ui.plain import literal
from graph.ui.shelf import begun, current, hindrance, library_of, progress
from graph.views.library import Library, library
from graph.wording import counted

_JOB, _WAY, _TURN, _GIVEN = "adding job", "adding way", "adding turn", "adding given"
_FETCHING, _ASKED = "adding fetching", "adding asked"
_FIELDS = {"text": "", "title": "", "outlet": "", "day": None}
DAY_FIELDS = 10
"""Articles that each get a field for their day; of more, all get the same day."""
_NO_DAY = (
    "Without the day of publication, words like “yesterday” or “next week” cannot be turned into dates:"
    " what they tell of stays without a day."
)

_NO_BILL = (
    "Is it news about a bill, in English? What is of no use here can be removed on the page of the article."
)


def page() -> None:
    """Draw the page."""
    with st.container(horizontal_alignment="center"), st.container(width=900):
        st.title("Add articles")
        if hindered := hindrance():
            st.info(literal(hindered))
            return
        st.markdown(
            "Paste a news article about a bill, or choose files. They are read on this machine and do not"
            " leave it."
        )
        web = network_allowed()
        job: Job | None = st.session_state.get(_JOB)
        state = current()
        shelf = library_of(state, None) if state else library(Collection())
        if job is not None:
            _outcome(job, shelf)
        reading = job is not None and not job.ended
        ways = ["Paste a text", "Choose files", "From the web"] if web else ["Paste a text", "Choose files"]
        paste, upload, *more = st.tabs(ways, key="adding ways")
        with paste:
            _paste(shelf, reading)
        with upload:
            _upload(shelf, reading)
        for tab in more:
            with tab:
                _from_web(shelf, reading)
        if not web:
            st.caption(
                "Web addresses are not fetched: this program was started without a network."
                " Save the page in your browser and choose the file."
            )


def _outcome(job: Job, shelf: Library) -> None:
    """Show how far a reading is, or how it ended."""
    if not job.ended:
        progress(job)
        return
    if not job.saved:
        st.error(literal(job.problem), icon=":material/error:")
        if st.button("Try again", icon=":material/refresh:"):
            _begin(job.articles, shelf, st.session_state.get(_WAY, ""))
        return
    _emptied()
    said = summary(shelf, job.articles, job.outcomes)
    if all(outcome.result == "refused" for outcome in job.outcomes):
        st.error(said, icon=":material/error:")
    elif is_of_use(shelf, job.articles, job.outcomes):
        st.success(said, icon=":material/check_circle:")
    else:
        st.warning(f"{said} {_NO_BILL}", icon=":material/warning:")
    links(result_payload(shelf, job.articles, job.outcomes), key="added")
    st.subheader("Add more")


def _emptied() -> None:
    """Empty the fields that a saved reading came from, once."""
    way = st.session_state.pop(_WAY, "")
    if way == "paste":
        for name, empty in _FIELDS.items():
            st.session_state[f"paste {name}"] = empty
    elif way:
        st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1
    if way == "web":
        st.session_state.pop(_FETCHING, None)
        st.session_state["addresses"] = ""


def _begin(given: Sequence[Given], shelf: Library, way: str) -> None:
    """Start to read; does not return."""
    known = [account.article for account in shelf.collection.accounts]
    st.session_state[_JOB] = begun(told_apart(given, known))
    st.session_state[_WAY] = way
    st.rerun()


def _paste(shelf: Library, reading: bool) -> None:
    text = st.text_area(
        "Text of the article",
        key="paste text",
        height=220,
        placeholder="Paste the whole text here.",
        persist_state="session",
    )
    left, middle, right = st.columns([2, 1, 1])
    with left:
        title = st.text_input(
            "Headline",
            key="paste title",
            placeholder="Left empty: the first line of the text",
            persist_state="session",
        )
    with middle:
        outlet = st.text_input(
            "Newspaper or site", key="paste outlet", placeholder="Optional", persist_state="session"
        )
    with right:
        day = st.date_input(
            "Day of publication",
            value=None,
            key="paste day",
            min_value=dt.date(1000, 1, 1),
            max_value=dt.date(2999, 12, 31),
            format="YYYY-MM-DD",
            persist_state="session",
        )
    if day is None:
        st.caption(_NO_DAY)
    if _pressed(day is None and bool((text or "").strip()), reading):
        try:
            article = read_pasted(
                text or "",
                title=(title or "").strip() or None,
                published=day,
                outlet=(outlet or "").strip() or None,
            )
        except InputError as error:
            st.error(f"{literal(told(error))} What you typed is still here.", icon=":material/error:")
        else:
            _begin([article], shelf, "paste")


def _pressed(undated: bool, reading: bool) -> bool:
    """Draw the button that reads a pasted text; where its day is missing, ask for it first."""
    if st.button("Read this article", type="primary", disabled=reading):
        if not undated:
            return True
        st.session_state[_ASKED] = True
    if not undated or reading:
        st.session_state.pop(_ASKED, None)
    if not st.session_state.get(_ASKED):
        return False
    st.warning("When was it published? Choose the day above, and read it then.", icon=":material/event:")
    return st.button("Read it without a day")


def _upload(shelf: Library, reading: bool) -> None:
    turn = st.session_state.get(_TURN, 0)
    files = st.file_uploader(
        "Files: plain text, Markdown, web pages, JSON, CSV, news feeds, or a zip of those",
        type=list(TYPES),
        accept_multiple_files=True,
        key=f"files {turn}",
    )
    if not files:
        st.caption("A file holds one article, or many: each row, line or entry is read by itself.")
        return
    given = _given(tuple(file.file_id for file in files), files)
    _offer(given, shelf, reading, "upload")


def _offer(given: Sequence[Given], shelf: Library, reading: bool, way: str) -> None:
    """Show what was found and what was refused, ask for missing days, and offer to read it."""
    turn = st.session_state.get(_TURN, 0)
    links(given_payload(given), key=f"given by {way}")
    days = _days(given, f"{way} {turn}")
    number = sum(not isinstance(item, InputError) for item in given)
    if number and st.button(
        f"Read {counted(number, 'article')}", type="primary", disabled=reading, key=f"read by {way}"
    ):
        _begin(with_days(given, days), shelf, way)
    if not number:
        st.error("There is no article in what you chose; the reasons stand above.", icon=":material/error:")


def _from_web(shelf: Library, reading: bool) -> None:
    text = st.text_area(
        "Addresses of articles, one a line",
        key="addresses",
        height=110,
        placeholder="https://…",
        persist_state="session",
    )
    urls = addresses_in(text or "")
    if st.button("Fetch", type="primary", disabled=reading, key="fetch"):
        if not urls:
            st.error("Paste an address first, such as that of a news article.", icon=":material/error:")
        elif len(urls) > ADDRESSES:
            st.error(f"At most {ADDRESSES} addresses at once.", icon=":material/error:")
        else:
            st.session_state[_FETCHING] = fetching = Fetching(urls, Web())
            fetching.start()
    work: Fetching | None = st.session_state.get(_FETCHING)
    if work is None:
        st.caption(
            "This machine asks the site for the page, and for nothing else. Pages of your own network are"
            " not asked."
        )
    elif not work.ended:
        _fetched(work)
    else:
        _offer(work.found, shelf, reading, "web")


@st.fragment(run_every=0.5)
def _fetched(work: Fetching) -> None:
    """Show how far a fetching is; runs the whole page again when it is over."""
    if work.ended:
        st.rerun()
    st.progress(work.done / len(work.urls), text=f"Fetched {counted(work.done, 'page')} of {len(work.urls)}")
    st.button("Stop", on_click=work.cancel, key="stop fetching")


def _given(
    chosen: tuple[str, ...], files: Sequence[st.runtime.uploaded_file_manager.UploadedFile]
) -> list[Given]:
    """Return the articles in the chosen files; taken apart once, not in every run."""
    kept: tuple[tuple[str, ...], list[Given]] | None = st.session_state.get(_GIVEN)
    if kept is None or kept[0] != chosen:
        with st.spinner("Looking into the files …"):
            kept = (chosen, uploaded((file.name, file.getvalue()) for file in files))
        st.session_state[_GIVEN] = kept
    return kept[1]


def _days(given: Sequence[Given], turn: str) -> dict[int, dt.date | None]:
    """Ask for the days of publication that articles do not state; by place."""
    places = undated(given)
    if not places:
        return {}
    st.subheader("When were they published?")
    st.caption(_NO_DAY)
    if len(places) > DAY_FIELDS:
        day = _day(f"The same day for {len(places)} articles that state none", f"day {turn} all")
        return dict.fromkeys(places, day)
    return {
        at: _day(literal(called(item)), f"day {turn} {at} {called(item)}")
        for at in places
        if not isinstance(item := given[at], InputError)
    }


def _day(label: str, key: str) -> dt.date | None:
    return st.date_input(
        label,
        value=None,
        key=key,
        min_value=dt.date(1000, 1, 1),
        max_value=dt.date(2999, 12, 31),
        format="YYYY-MM-DD",
    )
