"""What a page is about: a bill or somebody, and the day up to which articles count, both in the address; and
the frame that such pages share.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Container, Iterator, Sequence
from contextlib import contextmanager

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from graph.ui.address import day_in
from graph.ui.choices import choose, choose_anew, choose_step
from graph.ui.plain import literal
from graph.ui.shelf import Version, cards_of, library_of, opened
from graph.ui.theme import KIND_MARKS
from graph.views.library import Library
from graph.views.names import by_name, called
from graph.wording import day

ALL = "all"


def as_of() -> tuple[Version, Library, Library, dt.date | None]:
    """Return the state of the store, all that is in it, what was known by the day of the address, and it."""
    state, whole = opened()
    until = day_in("until")
    return state, whole, library_of(state, until) if until else whole, until


@contextmanager
def framed(*boxes: Callable[[], None]) -> Iterator[DeltaGenerator]:
    """Draw the column of a page about one thing, with boxes to choose from; yield the place of its title."""
    with column():
        title = st.container()
        with st.container(horizontal=True, vertical_alignment="bottom"):
            for box in boxes:
                with st.container(width=330):
                    box()
        yield title


@contextmanager
def column() -> Iterator[None]:
    """Draw in a column as wide as text can be read."""
    with st.container(horizontal_alignment="center"), st.container(width=1160):
        yield


def first_bill(shelf: Library) -> str | None:
    """Return the bill that most articles tell of; None where there is none."""
    ranked = cards_of(shelf)
    return ranked[0].bill if ranked else None


def is_dead(name: str, known: Container[str]) -> bool:
    """Whether the address names something that there is not: an old link, or one cut short."""
    told = st.query_params.get(name)
    return bool(told) and told not in known


def no_such(what: str, box: Callable[[], None]) -> None:
    """Say that there is nothing of the address, with the box to choose another one; nothing else is shown."""
    with column():
        st.title(literal(f"No such {what}"))
        st.warning(
            f"{literal(f'There is no such {what} here')}: the link may be cut short, or be of other articles."
            " Choose one below."
        )
        with st.container(width=330):
            box()


def no_such_bill(shelf: Library, *, all_of_them: bool = False, among: Container[str] | None = None) -> bool:
    """Say so where the address names a bill that there is not; return whether it does."""
    if not shelf.bills or not is_dead("bill", {*shelf.bills, *([ALL] if all_of_them else [])}):
        return False
    ranked = _ranked(shelf, among)
    options = [ALL, *ranked] if all_of_them else ranked
    no_such(
        "bill", lambda: choose_anew("Bill", options, name="bill", words=_words(shelf), forgets=("event",))
    )
    return True


def no_such_actor(shelf: Library, *others: str) -> bool:
    """Say so where the address names a person or body that there is not; return whether it does.

    Args:
        shelf: everything.
        others: values that stand for no actor and are fine.
    """
    if not shelf.actors or not is_dead("actor", {*shelf.actors, *others}):
        return False

    def box() -> None:
        choose_anew(
            "Person or body",
            by_name(shelf, shelf.actors),
            name="actor",
            words=lambda one: called(shelf, one, KIND_MARKS[shelf.kind(one)].word),
        )

    no_such("person or body", box)
    return True


def _ranked(shelf: Library, among: Container[str] | None, bill: str | None = None) -> list[str]:
    return [card.bill for card in cards_of(shelf) if among is None or card.bill in among or card.bill == bill]


def _words(shelf: Library) -> Callable[[str], str]:
    return lambda bill: "All bills" if bill == ALL else called(shelf, bill)


def choose_bill(
    shelf: Library, bill: str | None, *, all_of_them: bool = True, among: Container[str] | None = None
) -> None:
    """Draw the box for the bill, those that most articles tell first; "all" stands first where it may.

    Args:
        shelf: everything.
        bill: the chosen one.
        all_of_them: whether it may be all bills.
        among: the bills of which the page has something to show; the others and not chosen ones are left out.
    """
    ranked = _ranked(shelf, among, bill)
    choose(
        "Bill",
        [ALL, *ranked] if all_of_them else ranked,
        name="bill",
        words=_words(shelf),
        default=bill or ALL,
        forgets=("event",),
        always=True,
    )


def choose_until(shelf: Library, bill: str | None, actor: str | None = None) -> None:
    """Draw the slider that shows what readers knew on an earlier day; nothing where all is of one day."""
    told = [
        account.article.published
        for account in shelf.collection.accounts
        if account.article.published
        and (bill is None or any(b.id == bill for b in account.bills))
        and (actor is None or any(a.id == actor for a in account.actors))
    ]
    slide_until(sorted(set(told)))


def slide_until(days: Sequence[dt.date], *, forgets: Sequence[str] = ()) -> None:
    """Draw the slider over the days of articles; nothing where all is of one day, unless the day of the
    address lies before it: one must be able to come back.
    """
    until = day_in("until")
    if len(days) == 1 and until and until < days[0]:
        days = [until, *days]
    if len(days) < 2:
        return
    choose_step(
        "As reported until",
        [d.isoformat() for d in days],
        name="until",
        words=lambda text: day(dt.date.fromisoformat(text)),
        help="What a reader knew on that day: later articles are left out.",
        forgets=forgets,
    )


def told_bill(shelf: Library) -> str | None:
    """Return the bill of the address, None where it names none that there is."""
    told = st.query_params.get("bill")
    return told if told in shelf.bills else None
