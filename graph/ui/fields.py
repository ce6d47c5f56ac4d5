"""The fields of what was read, as a person changes them: drawn with their values, returned where changed.

Values go to and fro as judgements write them (`graph.linking.corrections.fields`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import streamlit as st

from graph.linking.corrections.applying import event_of
from graph.linking.corrections.fields import votes_text, window_text
from graph.linking.corrections.finding import names_in
from graph.linking.corrections.making import Fields
from graph.model import Account, Claim, Position, Tenure, Votes, Window
from graph.terms import ActorKind, Capacity, EventType, Factuality, Outcome, Role, Stance
from graph.ui.glossary import of_event_type
from graph.ui.plain import literal
from graph.ui.theme import STATUS_MARKS
from graph.wording import STANCE_WORDS, titled

FIRST, LAST = dt.date(1000, 1, 1), dt.date(2999, 12, 31)
_NOBODY = "the article itself"
_NO_BILL = "no bill"
_PARTS = {Role.AGENT: "Who does it", Role.RECIPIENT: "To whom", Role.AFFECTED: "Whom it concerns"}

Values = Mapping[str, str | None]


def kind_in_words(kind: str) -> str:
    """Return a kind of event as a title: "First reading"."""
    return titled(kind.replace("-", " "))


def _pick(label: str, options: Sequence[str], now: str | None, key: str, **more: object) -> str | None:
    """Draw a box with the value of now chosen; empty where there is none yet."""
    place = options.index(now) if now in options else None
    return st.selectbox(label, options, index=place, key=f"{key} {label}", **more)  # type: ignore[call-overload, no-any-return]


def day_field(label: str, day: dt.date | None, key: str, *, help: str | None = None) -> dt.date | None:
    """Draw a field for a day, of any year that articles tell of."""
    return st.date_input(
        label, value=day, key=key, min_value=FIRST, max_value=LAST, format="YYYY-MM-DD", help=help
    )


def _days(window: Window, key: str) -> str | None:
    """Draw the first and the last day, and return them as an interval."""
    left, right = st.columns(2)
    with left:
        first = day_field("First possible day", window.start, f"{key} first")
    with right:
        last = day_field(
            "Last possible day",
            window.end,
            f"{key} last",
            help="The same day twice is a known day; an empty field is an open end.",
        )
    return window_text(Window(earliest_begin=first, latest_end=last))


def _votes(votes: Votes, key: str) -> str | None:
    figures = (
        ("Votes for", votes.in_favour),
        ("Votes against", votes.against),
        ("Abstained", votes.abstain),
    )
    told = list[int | None]()
    for column, (label, now) in zip(st.columns(3), figures, strict=True):
        with column:
            told.append(st.number_input(label, min_value=0, value=now, step=1, key=f"{key} {label}"))
    return votes_text(Votes(*told))


def _bill(account: Account, now: str | None, key: str) -> str | None:
    names = [bill.name for bill in account.bills]
    told = _pick("Bill", [_NO_BILL, *names], now or _NO_BILL, key, accept_new_options=True)
    return None if told in (None, _NO_BILL) else told


def _speaker(account: Account, now: str | None, key: str) -> str | None:
    names = [actor.name for actor in account.actors]
    told = _pick("In whose words", [_NOBODY, *names], now or _NOBODY, key)
    return None if told == _NOBODY else told


def _status(now: str | None, key: str) -> str | None:
    def worded(value: str) -> str:
        mark = STATUS_MARKS[Factuality(value)]
        return f"{mark.symbol} {mark.word}: {mark.meaning}"

    return _pick("How real is it", list(Factuality), now, key, format_func=worded)


def _parts(account: Account, now: Mapping[Role, list[str]], roles: Sequence[Role], key: str) -> Fields:
    """Draw who takes part, and return who comes in and who goes."""
    names, found, new = [actor.name for actor in account.actors], list[tuple[str, str | None]](), list[str]()
    for role in roles:
        before = now.get(role, [])
        told = st.multiselect(
            _PARTS[role],
            list(dict.fromkeys([*before, *names])),
            default=before,
            key=f"{key} {role}",
            placeholder="Choose, or type a name as the article writes it",
            accept_new_options=True,
        )
        found += [("remove", f"{role}: {one}") for one in before if one not in told]
        found += [("add", f"{role}: {one}") for one in told if one not in before]
        new += [one for one in told if one not in {*before, *names}]
    kinds = dict[str, ActorKind | None]()
    for one in dict.fromkeys(new):
        kinds[one] = st.selectbox(literal(f"What is {one}?"), list(ActorKind), key=f"{key} kind {one}")
    return tuple(
        (field, f"{text} ({kinds[name]})" if (name := str(text).partition(": ")[2]) in kinds else text)
        for field, text in found
    )


def claim_fields(account: Account, claim: Claim | None, key: str) -> Fields:
    """Draw the fields of a claim and its event, or those of one to add; return what differs."""
    names, event = names_in(account), event_of(account, claim.id) if claim else None
    before: Values = {
        "type": event.type if event else None,
        "status": claim.factuality if claim else None,
        "window": window_text(claim.window) if claim else None,
        "bill": names.get(event.bill or "") if event else None,
        "outcome": claim.outcome if claim else None,
        "votes": votes_text(claim.votes) if claim else None,
        "speaker": names.get(claim.source or "") if claim else None,
    }
    parts = {
        role: [names[p.actor] for p in (event.participants if event else ()) if p.role is role]
        for role in Role
    }
    told = dict[str, str | None]()
    told["type"] = _pick(
        "What happens", list(EventType), before["type"], key, format_func=kind_in_words, placeholder="Choose"
    )
    if told["type"]:
        st.caption(literal(of_event_type(EventType(told["type"]))))
    told["status"] = _status(before["status"], key)
    told["window"] = _days(claim.window if claim else Window(), key)
    told["bill"] = _bill(account, before["bill"], key)
    changed = _parts(account, parts, (Role.AGENT,), key)
    with st.expander("Outcome, votes, whose words, and whom it concerns"):
        outcome = _pick("Outcome", ["none told", *Outcome], before["outcome"] or "none told", key)
        told["outcome"] = None if outcome == "none told" else outcome
        told["votes"] = _votes(claim.votes or Votes() if claim else Votes(), key)
        told["speaker"] = _speaker(account, before["speaker"], key)
        changed += _parts(account, parts, (Role.RECIPIENT, Role.AFFECTED), key)
    return (*_differing(before, told), *changed)


def position_fields(account: Account, position: Position, key: str) -> Fields:
    """Draw the fields of a position and return what differs."""
    names = names_in(account)
    before: Values = {
        "holder": names[position.holder],
        "stance": position.stance,
        "bill": names.get(position.bill or ""),
        "status": position.factuality,
        "speaker": names.get(position.source or ""),
    }
    actors = [actor.name for actor in account.actors]
    told: Values = {
        "holder": _pick("Who", actors, before["holder"], key),
        "stance": _pick(
            "What they say of it",
            list(Stance),
            before["stance"],
            key,
            format_func=lambda one: STANCE_WORDS[Stance(one)],
        ),
        "bill": _bill(account, before["bill"], key),
        "status": _status(before["status"], key),
        "speaker": _speaker(account, before["speaker"], key),
    }
    return _differing(before, told)


def tenure_fields(tenure: Tenure, key: str) -> Fields:
    """Draw the fields of an office that somebody holds and return what differs."""
    before: Values = {
        "title": tenure.title,
        "organisation": tenure.organisation,
        "capacity": tenure.capacity,
    }
    told: Values = {
        "title": _line("Office", tenure.title, key),
        "organisation": _line("Of which body", tenure.organisation or "", key),
        "capacity": _pick("How it is held", list(Capacity), before["capacity"], key),
    }
    return _differing(before, told)


def _line(label: str, now: str, key: str) -> str | None:
    told = st.text_input(label, value=now, key=f"{key} {label}", max_chars=500)
    return " ".join((told or "").split()) or None


def _differing(before: Values, told: Values) -> Fields:
    return tuple((name, value and str(value)) for name, value in told.items() if value != before[name])
