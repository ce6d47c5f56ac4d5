"""A dialog in which a person says that two events, people, bodies or bills are the same, or are not."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from graph import wording
from graph.extraction.lexicon import folded
from graph.linking.corrections.finding import names_in
from graph.linking.corrections.making import on_pair, told
from graph.linking.corrections.reviewing import naming_quote
from graph.model import Account, Claim, Quote
from graph.terms import Verdict
from graph.ui.judging import ask_name, ask_reason, carry_out
from graph.ui.plain import literal
from graph.ui.shelf import opened
from graph.views.library import Library
from graph.wording import shortened

NEEDED = "Choose one, and say who you are and why."


@dataclass(frozen=True, slots=True)
class Telling:
    """One article's word on a thing: which article, and its first sentence."""

    account: Account
    quote: Quote | None

    @property
    def article(self) -> str:
        """Identifier of the article."""
        return self.account.article.id

    @property
    def where(self) -> str:
        """Outlet and day."""
        article = self.account.article
        day = wording.day(article.published) if article.published else "day unknown"
        return f"{article.outlet or article.title or article.id}, {day}"


def tellings(shelf: Library, identity: str) -> list[Telling]:
    """Return what each article tells of an event, actor or bill, by day of publication."""
    if identity in shelf.assessments:
        first = dict[str, Telling]()
        for one in shelf.claims.get(identity, ()):
            if isinstance(one.said, Claim):
                first.setdefault(one.account.article.id, Telling(one.account, one.quotes[0]))
        return list(first.values())
    having = [account for account in shelf.accounts.values() if identity in names_in(account)]
    return [Telling(account, naming_quote(account, identity)) for account in having]


def candidates(shelf: Library, identity: str) -> list[str]:
    """Return what may be the same: events of the same bill, actors or bills, those of a like name first."""
    if identity in shelf.assessments:
        bill, type = shelf.bill_of(identity), shelf.assessments[identity].type
        found = [one for one in shelf.assessments if shelf.bill_of(one) == bill]
        found.sort(key=lambda one: (shelf.assessments[one].type is not type, _named(shelf, one)))
    else:
        known, words = (shelf.actors if identity in shelf.actors else shelf.bills), _words(shelf, identity)
        found = sorted(known, key=lambda one: (words.isdisjoint(_words(shelf, one)), _named(shelf, one)))
    return [one for one in found if one != identity]


def _words(shelf: Library, identity: str) -> set[str]:
    return {word for word in folded(shelf.name(identity)).split() if len(word) > 3}


def _named(shelf: Library, identity: str) -> str:
    """Return a name, with days and status where it is an event."""
    assessment = shelf.assessments.get(identity)
    if assessment is None:
        return wording.titled(shelf.name(identity))
    days = "" if assessment.window.is_open else f", {wording.when(assessment.window)}"
    return f"{assessment.label}{days} ({assessment.status})"


@st.dialog("Same or not the same", width="medium", icon=":material/compare_arrows:")
def pair(identity: str) -> None:
    """Ask whether articles speak of one thing."""
    pair_form(opened()[1], identity)


def pair_form(shelf: Library, identity: str) -> None:
    """Draw who tells of a thing and what may be the same, and save what the person says."""
    key = f"pair {identity}"
    found, others = tellings(shelf, identity), candidates(shelf, identity)
    st.markdown(f"**{literal(_named(shelf, identity))}**")
    ways = ["same", "apart"] if len(found) > 1 else ["same"]
    way = ways[0]
    if len(found) > 1:
        way = str(
            st.segmented_control(
                "What is wrong?",
                ways,
                default=ways[0],
                key=f"{key} way",
                required=True,
                format_func=lambda one: (
                    "Another one is the same" if one == "same" else "One article means something else"
                ),
            )
        )
    other = _other(shelf, identity, others, key) if way == "same" else None
    stranger = _stranger(found, key) if way == "apart" else None
    who, why = (
        ask_name(key),
        ask_reason(key, placeholder="For instance: both tell of the same vote"),
    )
    if not st.button("Save", type="primary", key=f"{key} save"):
        return
    if not (who and why and (other or stranger)):
        st.warning(NEEDED, icon=":material/edit:")
    elif other:
        say(Verdict.SAME, identity, other, who, why)
    elif stranger:
        rest = next(one.article for one in found if one.article != stranger)
        say(Verdict.NOT_SAME, f"{identity}@{rest}", f"{identity}@{stranger}", who, why)


def say(verdict: Verdict, one: str, other: str, who: str, why: str) -> None:
    """Save that two things are the same, or are not, and draw the page again; say what went wrong, if it did.

    Args:
        verdict: same or not the same.
        one, other: identifiers, of what one article tells with `@` and the article behind.
        who, why: name and reason.
    """
    done = "They are one now." if verdict is Verdict.SAME else "They are told apart now."
    problem = carry_out(
        lambda accounts: on_pair(verdict, told(accounts, one), told(accounts, other), who, why), done
    )
    if problem:
        st.error(literal(problem), icon=":material/error:")
    else:
        st.rerun()


def _other(shelf: Library, identity: str, others: list[str], key: str) -> str | None:
    """Draw the box for the other one, and a sentence of each side by side."""
    other = st.selectbox(
        "Which is the same?",
        others,
        index=None,
        key=f"{key} other",
        format_func=lambda one: _named(shelf, one),
        placeholder="Choose, or type to search",
    )
    if other:
        for column, thing in zip(st.columns(2), (identity, other), strict=True):
            with column:
                for one in tellings(shelf, thing)[:1]:
                    st.markdown(f"> {literal(one.quote.exact if one.quote else '')}")
                    st.caption(literal(one.where))
    return other


def _stranger(found: list[Telling], key: str) -> str | None:
    """Draw the tellings, of which one is to be chosen; return its article."""
    by_article = {one.article: one for one in found}
    return st.radio(
        "Which article means something else?",
        list(by_article),
        index=None,
        key=f"{key} stranger",
        format_func=lambda article: literal(by_article[article].where),
        captions=[literal(shortened(one.quote.exact, 200)) if one.quote else "" for one in found],
    )
