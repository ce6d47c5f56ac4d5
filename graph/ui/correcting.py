"""Dialogs in which a person accepts, changes, retracts, adds and undoes what was read from one article."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

import streamlit as st

from graph.language.sentences import cut
from graph.linking.corrections.anchoring import anchor_of
from graph.linking.corrections.fields import Thing
from graph.linking.corrections.judgements import Judgement, Target
from graph.linking.corrections.making import OF_EVENTS, Fields, made, on_one, told
from graph.model import Account, Claim, Part, Position, Quote, Tenure
from graph.terms import Verdict
from graph.ui.fields import claim_fields, day_field, position_fields, tenure_fields
from graph.ui.judging import ask_name, ask_reason, carry_out, name
from graph.ui.plain import literal
from graph.wording import shortened

RIGHT = "it is read rightly"
_NEEDED = "Say who you are and why, so that others can follow."


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a person wants to judge: records of one article that say the same, and how they read."""

    account: Account
    records: tuple[str, ...]
    says: str

    @property
    def record(self) -> Claim | Position | Tenure:
        """The first of them."""
        return record_of(self.account, self.records[0])


def record_of(account: Account, identity: str) -> Claim | Position | Tenure:
    """Return the claim, position or tenure with an identifier.

    Raises:
        KeyError: the account has none, since somebody changed it meanwhile.
    """
    known = dict[str, Claim | Position | Tenure]()
    known |= {one.id: one for one in account.claims}
    known |= {one.id: one for one in account.positions}
    known |= {one.id: one for one in account.tenures}
    return known[identity]


def _quoted(text: str) -> None:
    st.markdown(f"> {literal(text)}")


def _saved(judging: Callable[[Sequence[Account]], list[Judgement]], done: str) -> None:
    """Carry out, and close the dialog; stay in it where that failed."""
    if problem := carry_out(judging, done):
        st.error(literal(problem), icon=":material/error:")
    else:
        st.rerun()


def _on_each(
    chosen: Chosen, verdict: Verdict, who: str, why: str, values: Fields = ()
) -> Callable[[Sequence[Account]], list[Judgement]]:
    def judging(accounts: Sequence[Account]) -> list[Judgement]:
        found = list[Judgement]()
        for nth, record in enumerate(chosen.records):
            wanted = tuple(one for one in values if nth == 0 or one[0] not in OF_EVENTS)
            if wanted or not values:
                subject = told(accounts, f"{record}@{chosen.account.article.id}")
                found += on_one(verdict, subject, who, why, wanted)
        return found

    return judging


# --- accept


def accept(chosen: Chosen) -> None:
    """Accept what was read: at once where the person's name is known, else in a dialog that asks for it."""
    if not name():
        _accept(chosen)
    elif problem := carry_out(_on_each(chosen, Verdict.ACCEPT, name(), RIGHT), f"Accepted: {chosen.says}"):
        st.error(literal(problem), icon=":material/error:")
    else:
        st.rerun()


@st.dialog("Accept", icon=":material/check:")
def _accept(chosen: Chosen) -> None:
    accept_form(chosen)


def accept_form(chosen: Chosen) -> None:
    """Draw what is accepted and ask who does."""
    _head(chosen)
    who = ask_name("accept")
    why = ask_reason("accept", usual=RIGHT)
    if _button("Accept", who and why):
        _saved(_on_each(chosen, Verdict.ACCEPT, who, why), f"Accepted: {chosen.says}")


def _head(chosen: Chosen) -> None:
    _quoted(chosen.record.quotes[0].exact)
    st.text(chosen.says)


def _button(label: str, complete: object) -> bool:
    """Draw the button that saves; where name or reason is missing, say so, and return False."""
    if not st.button(label, type="primary", key=f"save {label}"):
        return False
    if not complete:
        st.warning(_NEEDED, icon=":material/edit:")
    return bool(complete)


# --- change


@st.dialog("Correct what was read", width="medium", icon=":material/edit:")
def change(chosen: Chosen) -> None:
    """Ask what it should say instead."""
    change_form(chosen)


def change_form(chosen: Chosen) -> None:
    """Draw the fields of what was read, and save those that the person changed."""
    account, record, key = chosen.account, chosen.record, f"change {chosen.records[0]}"
    _head(chosen)
    match record:
        case Claim():
            values = claim_fields(account, record, key)
        case Position():
            values = position_fields(account, record, key)
        case _:
            values = tenure_fields(record, key)
    who = ask_name(key)
    why = ask_reason(key, placeholder="For instance: it was on Friday, the article says")
    if _button("Save the correction", who and why):
        if values:
            _saved(_on_each(chosen, Verdict.CHANGE, who, why, values), f"Corrected: {chosen.says}")
        else:
            st.info("Nothing is changed yet.")


# --- retract


@st.dialog("Retract", icon=":material/remove_circle:")
def retract(chosen: Chosen) -> None:
    """Ask why the words do not say so."""
    retract_form(chosen)


def retract_form(chosen: Chosen) -> None:
    """Draw what is taken out, and ask who does and why."""
    _head(chosen)
    st.markdown("The article does not say this? It is taken out, and can be brought back at any time.")
    key = f"retract {chosen.records[0]}"
    who, why = ask_name(key), ask_reason(key, placeholder="For instance: the sentence speaks of another bill")
    if _button("Retract", who and why):
        _saved(_on_each(chosen, Verdict.RETRACT, who, why), f"Retracted: {chosen.says}")


# --- undo


@st.dialog("Take a judgement back", icon=":material/undo:")
def undo(judgement: str, words: str) -> None:
    """Ask why a judgement is taken back."""
    undo_form(judgement, words)


def undo_form(judgement: str, words: str) -> None:
    """Draw the judgement, and ask who takes it back and why."""
    _quoted(words)
    st.markdown("Only this judgement is taken back; all others stand.")
    key = f"undo {judgement}"
    who, why = ask_name(key), ask_reason(key)
    if _button("Take it back", who and why):
        _saved(lambda _: [made(Verdict.UNDO, who, why, undoes=judgement)], "The judgement is taken back.")


# --- the day of publication


@st.dialog("Correct the day of publication", icon=":material/event:")
def publish(account: Account) -> None:
    """Ask when an article was published."""
    publish_form(account)


def publish_form(account: Account) -> None:
    """Draw the day on which an article was published, and save another one."""
    article, key = account.article, f"publish {account.article.id}"
    st.markdown("Words like “yesterday” and “next week” are read anew from this day.")
    day = day_field("Day of publication", article.published, f"{key} day")
    who, why = ask_name(key), ask_reason(key, placeholder="For instance: the printed paper bears this day")
    if not _button("Save the day", who and why):
        return
    if day == article.published:
        st.info("Nothing is changed yet.")
        return
    values: Fields = (("published", day.isoformat() if day else None),)
    _saved(
        lambda accounts: on_one(Verdict.CHANGE, told(accounts, article.id), who, why, values),
        "The day is corrected, and the article is read anew.",
    )


# --- add


@st.dialog("Add an event", width="medium", icon=":material/add:")
def add(account: Account, quote: Quote | None) -> None:
    """Ask what the words of an article tell."""
    add_form(account, quote)


def sentences(account: Account) -> Iterator[Quote]:
    """Yield the sentences of an article, its title first."""
    for part in get_args(Part):
        text = account.article.part(part)
        for start, end in cut(text):
            yield Quote(part, start, end, text[start:end])


def add_form(account: Account, quote: Quote | None) -> None:
    """Draw the words, or let the person choose a sentence, and the fields of the event that they tell."""
    article, key = account.article, f"add {quote}"
    if quote is None:
        quote = st.selectbox(
            "The sentence that tells it",
            list(sentences(account)),
            index=None,
            format_func=lambda one: shortened(one.exact),
            key=f"{key} sentence",
            placeholder="Choose a sentence",
        )
    if quote is None:
        st.caption("You can also select words in the article.")
        return
    _quoted(quote.exact)
    values = claim_fields(account, None, key)
    who = ask_name(key)
    why = ask_reason(key, placeholder="For instance: the sentence tells of a vote that was overlooked")
    ready = {"type", "status"} <= {field for field, value in values if value}
    if _button("Add the event", who and why):
        if not ready:
            st.warning("Choose what happens and how real it is.", icon=":material/edit:")
            return
        target = Target(article.id, Thing.CLAIM, anchor_of(article, quote))
        _saved(lambda _: [made(Verdict.ADD, who, why, target, values)], "The event is added.")
