"""Judging what was read, from the pages: whether it may be done here, who does it, and doing it.

What a page asks for is made into judgements by the same functions that the command line uses, while nobody
else writes; readers go on with what they have, and see the change when they look again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

import streamlit as st

from graph import wording
from graph.errors import LawpathError, LogError, StoreInUseError
from graph.linking.corrections.fields import window
from graph.linking.corrections.judgements import WHO, WHY, Judgement
from graph.model import Account, Correction
from graph.pipeline import judge
from graph.rdf.store import Store
from graph.terms import Standing, Verdict
from graph.ui.job import WRITING
from graph.ui.plain import literal
from graph.ui.shelf import folder
from graph.views.library import Library

PATIENCE = 10
"""Seconds to wait for another writer of this process."""

Make = Callable[[Sequence[Account]], Sequence[Judgement]]
"""From the accounts of the store as it is now, the judgements to add."""

NOBODY: Mapping[str, Sequence[str]] = MappingProxyType({})
"""Nobody judged anything."""
_NAME, _DONE = "judging name", "judging done"
_FIELDS = {
    "type": "what happens",
    "status": "how real it is",
    "window": "the days",
    "speaker": "whose word it is",
    "holder": "who holds it",
    "stance": "for or against",
    "published": "the day of publication",
    "jurisdiction": "the country",
    "organisation": "the body",
}


def name() -> str:
    """Return by which name the person of this session judges; empty where not yet told."""
    return str(st.session_state.get(_NAME, ""))


def ask_name(key: str) -> str:
    """Draw the field for the person's name, which is kept for this session, and return it."""
    st.session_state.setdefault(f"{key} who", name())
    told = st.text_input(
        "Your name",
        key=f"{key} who",
        max_chars=WHO,
        placeholder="Stands beside every judgement of yours",
    )
    st.session_state[_NAME] = " ".join((told or "").split())
    return name()


def ask_reason(key: str, *, usual: str = "", placeholder: str = "One line") -> str:
    """Draw the field for the reason and return it."""
    told = st.text_input("Why", value=usual, key=f"{key} why", max_chars=WHY, placeholder=placeholder)
    return " ".join((told or "").split())


def carry_out(make: Make, done: str) -> str:
    """Add judgements and carry them out; return what went wrong in plain words, empty where nothing did.

    Args:
        make: makes the judgements.
        done: what to say on the page when they are carried out.
    """
    return change_store(lambda store: judge(store, make(store.collection().accounts)), done)


def change_store(change: Callable[[Store], object], done: str) -> str:
    """Change the store while nobody else of this process does; return what went wrong, as `carry_out`.

    Args:
        change: writes.
        done: what to say on the page when it has.
    """
    if not WRITING.acquire(timeout=PATIENCE):
        return "Articles are being read into the store just now. Try again when that is done."
    try:
        with st.spinner("Saving …"), Store.open(folder()) as store:
            change(store)
    except LawpathError as error:
        return _in_plain_words(error)
    finally:
        WRITING.release()
    st.session_state[_DONE] = done
    return ""


def _in_plain_words(error: LawpathError) -> str:
    if isinstance(error, StoreInUseError):
        return "Another program writes to the store just now. Try again in a moment; nothing was changed."
    remedy = f" {wording.titled(error.remedy)}." if isinstance(error, LogError) and error.remedy else ""
    return f"{wording.titled(error.problem)}.{remedy} Nothing was changed."


def announce() -> None:
    """Say once what the last judgement did; to be called where that moves nothing a person looks at."""
    if done := st.session_state.pop(_DONE, ""):
        st.success(literal(done), icon=":material/check_circle:")


def said(one: Judgement | Correction) -> str:
    """Return who judged what and why: "Ana Díaz changed the days to 2026-02-05 on 28 Nov 2026: …"."""
    day = wording.day(one.when.date())
    return f"{one.who} {_deed(one)} on {day}: {one.why}"


def _deed(one: Judgement | Correction) -> str:
    match one.verdict:
        case Verdict.CHANGE:
            field, now = one.fields[0] if isinstance(one, Judgement) else (str(one.field), one.now)
            return _change(field, now, one.was if isinstance(one, Correction) else None)
        case Verdict.ACCEPT:
            return "accepted this"
        case Verdict.RETRACT:
            return "took this out"
        case Verdict.ADD:
            return "added this"
        case Verdict.SAME:
            return "said that this and another are the same"
        case Verdict.NOT_SAME:
            return "said that this and another are not the same"
        case _:
            return "took a judgement back"


def _change(field: str, now: str | None, was: str | None) -> str:
    if field == "add":
        return f"added {now}"
    if field == "remove":
        return f"took {now or was} out"
    what = _FIELDS.get(field, f"the {field}")
    return f"changed {what} to {_value(field, now)}" if now else f"took {what} away"


def _value(field: str, now: str) -> str:
    if field == "window":
        return wording.when(window(now))
    return now.replace("-", " ") if field == "type" else now


def judged_in(shelf: Library) -> Mapping[str, list[str]]:
    """Return who judged a claim, position or tenure and why, by its identifier."""
    accounts = shelf.collection.accounts
    return {record: [said(one) for one in several] for a in accounts for record, several in marks(a).items()}


def marks(account: Account) -> dict[str, list[Correction]]:
    """Return the judgements that hold, by the claim, position, tenure, actor or bill that they are about."""
    found = dict[str, list[Correction]]()
    for one in account.corrections:
        if one.standing is Standing.APPLIED and one.about:
            found.setdefault(one.about, []).append(one)
    return found
