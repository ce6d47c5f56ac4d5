"""What a person asks for in an article, and the list of judgements on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from graph.errors import LogError
from graph.linking.corrections.anchoring import Anchor, find
from graph.linking.corrections.judgements import Judgement
from graph.linking.corrections.log import NAME, read_log
from graph.model import Account, Correction, Quote
from graph.terms import Standing
from graph.ui.correcting import Chosen, accept, add, change, record_of, retract, undo
from graph.ui.judging import said
from graph.ui.pairing import pair
from graph.ui.plain import literal
from graph.ui.shelf import folder
from graph.views.evidence import readings_from
from graph.views.library import Library, Telling
from graph.wording import shortened

_GONE = "Somebody has changed this meanwhile. Choose it again."
_NOT_FOUND = "These words could not be told from others in the article. Select a whole sentence."


def act_on(shelf: Library, account: Account, act: Mapping[str, Any]) -> None:
    """Open what a person asked for on the page of an article."""
    match act:
        case {"do": "add", "part": "title" | "text" as part, "exact": str(exact), **around}:
            words = Anchor(part, exact, str(around.get("prefix", "")), str(around.get("suffix", "")))
            place = find(account.article, words)
            if isinstance(place, Quote):
                add(account, place)
            else:
                st.error(_NOT_FOUND, icon=":material/error:")
        case {"do": "undo", "judgement": str(judgement), "text": str(words)}:
            undo(judgement, words)
        case {"do": "pair", "same": str(identity)} if identity in shelf.assessments:
            pair(identity)
        case {"do": str(wanted), "records": [str(), *_] as records}:
            _judge(shelf, account, wanted, tuple(map(str, records)))


def _judge(shelf: Library, account: Account, wanted: str, records: tuple[str, ...]) -> None:
    doing = {"accept": accept, "change": change, "retract": retract}.get(wanted)
    try:
        told = record_of(account, records[0])
    except KeyError:
        st.error(_GONE, icon=":material/error:")
        return
    says = readings_from(shelf, Telling(account, told))[0].says
    if doing is not None:
        doing(Chosen(account, records, says))


def list_judgements(account: Account, *, judge: bool) -> None:
    """Draw all judgements on an article, those that no longer fit in front, each with the way to undo it."""
    found = sorted(account.corrections, key=lambda one: one.when, reverse=True)
    found.sort(key=lambda one: one.standing is Standing.APPLIED)
    if not found:
        return
    try:
        log = {one.id: one for one in read_log(folder() / NAME).judgements}
    except LogError as error:
        st.error(literal(f"{error}"), icon=":material/error:")
        return
    unfit = sum(one.standing is not Standing.APPLIED for one in found)
    number = "1 judgement" if len(found) == 1 else f"{len(found)} judgements"
    st.subheader(f"{number} on this article" + (f", {unfit} no longer applied" if unfit else ""))
    for one in found:
        with st.container(horizontal=True, vertical_alignment="center"):
            with st.container(width="content"):
                _one(one, log.get(one.id))
            if judge and st.button("Undo", key=f"undo {one.id}", type="tertiary", icon=":material/undo:"):
                undo(one.id, said(one))


def _one(one: Correction, judgement: Judgement | None) -> None:
    st.text(said(one))
    anchor = judgement.target.anchor if judgement and judgement.target else None
    told = [f"“{shortened(anchor.exact, 160)}”"] if anchor else []
    if one.standing is not Standing.APPLIED:
        told.append(f"Not applied: {one.problem}.")
    if told:
        st.caption(literal(" ".join(told)))
