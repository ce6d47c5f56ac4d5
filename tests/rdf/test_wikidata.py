"""Links to Wikidata: by exact name and state, and only for what is in the table."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from graph.lexicons import ROOT, load_lexicon, load_toml
from graph.model import Actor, Bill, Collection, Event, Participant
from graph.rdf.export import exported
from graph.rdf.tables import tables
from graph.rdf.wikidata import items
from graph.terms import ActorKind, EventType, Role
from tests.rdf import accounts

TABLE = load_toml(ROOT / "data" / "wikidata.toml")
K = ActorKind


def told(name: str, kind: ActorKind, *states: str) -> Collection:
    """One actor that takes part in one event of one bill of each state."""
    bills = tuple(Bill(f"bill/{number}", f"Bill {number}", (), None, s) for number, s in enumerate(states))
    events = tuple(
        Event(f"event/{bill.id}", EventType.PASSAGE, bill.id, None, (Participant("actor/one", Role.AGENT),))
        for bill in bills
    )
    account = replace(
        accounts.water(),
        actors=(Actor("actor/one", name, kind),),
        bills=bills,
        events=events,
        claims=(),
        positions=(),
        tenures=(),
    )
    return Collection((account,), (), {"actor/one": name})


@pytest.mark.parametrize(
    ("collection", "item"),
    [
        (told("Venezuela", K.STATE), "Q717"),
        (told("Venezuela", K.ORGANISATION), None),
        (told("venezuela", K.STATE), None),
        (told("Arkania", K.STATE), None),
        (told("Senate", K.CHAMBER, "United States"), "Q66096"),
        (told("Senate", K.CHAMBER, "Canada", "Canada", "United States"), "Q841180"),
        (told("Senate", K.CHAMBER, "Canada", "United States"), None),
        (told("Senate", K.CHAMBER, "Arkania"), None),
        (told("Senate", K.CHAMBER), None),
        (told("Senate", K.PERSON, "United States"), None),
        (told("US Senate", K.CHAMBER, "France"), None),
    ],
)
def test_a_name_and_its_state_make_the_link(collection: Collection, item: str | None) -> None:
    assert items(collection).get("actor/one") == item
    (row,) = tables(collection)["actors"]
    assert row["wikidata"] == item
    written = exported(collection, "turtle", vocabulary=False)[0].decode()
    assert written.count("skos:exactMatch") == (item is not None)
    assert item is None or f"skos:exactMatch <http://www.wikidata.org/entity/{item}>" in written


def test_the_table_names_states_of_the_lexicon_and_no_item_twice() -> None:
    states = {state["name"] for state in load_lexicon("states")["state"]}
    assert set(TABLE["states"]) | {body["of"] for body in TABLE["body"]} <= states
    found = [*TABLE["states"].values(), *(body["item"] for body in TABLE["body"])]
    assert len(set(found)) == len(found)
    assert all(re.fullmatch(r"Q[1-9]\d*", item) for item in found)


def test_no_name_of_a_state_in_the_table_is_shared() -> None:
    named = [
        name for state in load_lexicon("states")["state"] for name in (state["name"], *state.get("also", ()))
    ]
    assert [name for name in TABLE["states"] if named.count(name) > 1] == []
