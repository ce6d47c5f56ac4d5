"""Query: named questions and SPARQL of one's own, answered read-only; the answer as a table and as a file."""

from __future__ import annotations

import re
import threading
from pathlib import Path

import streamlit as st

from graph.errors import QueryError
from graph.rdf.answers import ROWS, SECONDS, Table, ask
from graph.rdf.csvfiles import csv_bytes
from graph.rdf.questions import Parameter, Question, filled, questions
from graph.ui.address import put
from graph.ui.answer import answer_payload
from graph.ui.choices import choose, choose_day
from graph.ui.components.table import table
from graph.ui.plain import literal
from graph.ui.shelf import Version, opened
from graph.ui.subject import ALL, choose_bill, first_bill, told_bill
from graph.views.library import Library
from graph.views.names import by_name, called
from graph.wording import titled

OWN = "own"
"""The choice of a query of one's own, which stands in the address as `sparql`."""
LINES = 60
"""Lines of a graph that the page shows; the file has all."""
_LABELS = {
    "bill": "Bill",
    "actor": "Person or body",
    "outlet": "Newspaper or site",
    "from": "From",
    "to": "To",
    "until": "Until",
}
_EVERY = {"actor": "All persons and bodies", "outlet": "All newspapers and sites"}
_AT_ONCE = threading.BoundedSemaphore(2)  # so many queries run at a time; others wait for their turn


@st.cache_resource(max_entries=64, show_spinner=False)
def answer_of(state: Version, sparql: str) -> Table:
    """Return the answer of a state of the store to a query; asked once.

    Raises:
        QueryError: as `graph.rdf.answers.ask` raises.
    """
    with _AT_ONCE:
        return ask(Path(state[0]), sparql)


def page() -> None:
    """Draw the page."""
    state, shelf = opened()
    with st.container(horizontal_alignment="center"), st.container(width=1160):
        st.title("Query")
        st.markdown(
            "Ask everything that was read at once: choose a question and narrow it, or write SPARQL of your"
            " own. Nothing can be changed here."
        )
        asked = _chosen()
        sparql = _narrowed(shelf, asked) if asked else st.query_params["sparql"]
        _editor(sparql, own=asked is None)
        _answer(state, shelf, asked.name if asked else "answer", sparql)


def _chosen() -> Question | None:
    """Draw the box of questions; return the chosen one, None for a query of one's own."""
    own = bool(st.query_params.get("sparql"))
    known = questions()
    names = [*([OWN] if own else []), *known]
    if own:
        put(ask=OWN)
    name = choose(
        "Question",
        names,
        name="ask",
        words=lambda n: "A query of my own" if n == OWN else f"{known[n].topic}: {known[n].title}",
        default=OWN if own else next(iter(known)),
        forgets=("sparql", "event"),
    )
    if name == OWN:
        return None
    st.text(known[name].description)
    return known[name]


def _narrowed(shelf: Library, asked: Question) -> str:
    """Draw the fields of a question; return its SPARQL with what they say."""
    values = dict[str, str]()
    if asked.parameters:
        with st.container(horizontal=True, vertical_alignment="bottom"):
            for parameter in asked.parameters:
                with st.container(width=300 if parameter.kind != "day" else 160):
                    value = _value(shelf, parameter)
                if value:
                    values[parameter.name] = value
    return filled(asked, values)


def _value(shelf: Library, parameter: Parameter) -> str | None:
    """Draw the field of a parameter; return what it says, None for no limit."""
    name = parameter.name
    if parameter.kind == "day":
        told = choose_day(_LABELS[name], name=name)
        return told.isoformat() if told else None
    if parameter.kind == "bill":
        every = st.query_params.get(name) == ALL
        bill = None if every else told_bill(shelf) or first_bill(shelf)
        choose_bill(shelf, bill)
        return bill
    if parameter.kind == "actor":
        options = by_name(shelf, shelf.actors)
    else:
        told_by = {account.article.outlet for account in shelf.accounts.values()}
        options = sorted(outlet for outlet in told_by if outlet)
    chosen = choose(
        _LABELS[name],
        [ALL, *options],
        name=name,
        words=lambda v: _EVERY[name] if v == ALL else v if name == "outlet" else called(shelf, v),
        default=ALL,
    )
    return None if chosen == ALL else chosen


def _editor(sparql: str, *, own: bool) -> None:
    """Draw the text of the query; another text that is run goes into the address."""
    with st.expander("SPARQL", expanded=own, icon=":material/code:"):
        key = f"sparql text {hash(sparql)}"  # another query is another field
        with st.container(key="sparql"), st.form("sparql form", border=False):
            st.text_area(
                "SPARQL",
                sparql,
                key=key,
                height=min(max(22 * (sparql.count("\n") + 2), 120), 420),
                label_visibility="collapsed",
            )
            if st.form_submit_button("Run", type="primary", icon=":material/play_arrow:"):
                written = st.session_state[key]
                if written.strip() and written != sparql:
                    put(sparql=written, ask=OWN)
                    st.rerun()
        st.caption(
            f"SELECT, ASK, CONSTRUCT and DESCRIBE. Prefixes such as lp:, lpf: and rdfs: are known. After"
            f" {SECONDS:g} seconds or {ROWS:,} rows it stops."
        )


def _answer(state: Version, shelf: Library, name: str, sparql: str) -> None:
    """Draw the answer, or what is wrong with the query."""
    try:
        with st.spinner("Asking …"):
            found = answer_of(state, sparql)
    except QueryError as error:
        _wrong(error, sparql)
        return
    if found.kind == "yes or no":
        st.subheader("Yes" if found.yes else "No")
    elif found.kind == "triples":
        _bar(found, f"{name}.ttl", found.turtle.encode(), "Turtle")
        st.code("\n".join(found.turtle.splitlines()[:LINES]), language=None, wrap_lines=True)
    else:
        rows = [dict(zip(found.columns, row, strict=True)) for row in found.rows]
        _bar(found, f"{name}.csv", csv_bytes(rows, found.columns), "CSV")
        if found.rows:
            table(answer_payload(shelf, found), key="answer")


def _bar(found: Table, file: str, content: bytes, what: str) -> None:
    """Draw how much there is, and the button that takes it away."""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.markdown(_size(found))
        st.download_button(
            f"Download {what}", content, file_name=file, icon=":material/download:", on_click="ignore"
        )


def _size(found: Table) -> str:
    if found.kind == "triples":
        cut = f"; only the first {ROWS:,} triples are here" if found.cut else ""
        more = found.turtle.count("\n") - LINES
        begins = f", of which the first {LINES} lines are shown" if more > 0 else ""
        return f"**A graph**{begins}{cut}"
    if not found.rows:
        return "**Nothing fits.** No article tells of it, or the fields above leave it out."
    number = len(found.rows)
    cut = "; more were left out, as the answer would be too long" if found.cut else ""
    return f"**{number:,} {'row' if number == 1 else 'rows'}**{cut}"


def _wrong(error: QueryError, sparql: str) -> None:
    """Say what is wrong, and show the line with a sign under the place."""
    problem = f"{error.place}: {error.problem}" if error.place else titled(error.problem)
    st.error(literal(f"{titled(problem)}. {titled(error.remedy)}".strip()), icon=":material/error:")
    place = re.fullmatch(r"line (\d+), column (\d+)", error.place)
    if place is not None:
        line, column = int(place[1]), int(place[2])
        text = sparql.split("\n")[line - 1]
        st.code(f"{line} | {text}\n{' ' * (len(str(line)) + 2 + column)}^", language=None)
