"""The rules that `states.toml` and `parties.toml` set for themselves."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest

from graph.lexicons import load_lexicon

ORDER = (
    *("name", "also", "adjectives", "people", "capital", "seat", "legislature", "lower", "upper", "members"),
    *("upper_members", "head", "government", "government_head", "executive", "courts", "gazette"),
    *("domain", "kind", "part_of"),
)
PARTY_ORDER = ("name", "also", "members", "state")
TEXTS = {"name", "capital", "domain", "kind", "part_of", "state"}
MEMBERS = {"members", "upper_members"}
BODIES = {"also", "legislature", "lower", "upper", "government", "courts", "gazette"}
CAPITALISED_MEMBERS = {"Länder", "Laender"}  # German nouns that English news keeps as they are
SPELT = str.maketrans({"ø": "o", "þ": "th", "ð": "d", "ı": "i", "æ": "ae", "ł": "l", "ß": "ss", "đ": "d"})
EVERYWHERE = {"lower house", "upper house", "lower chamber", "upper chamber", "government", "cabinet"}

STATES: list[dict[str, Any]] = load_lexicon("states")["state"]
PARTIES: list[dict[str, Any]] = load_lexicon("parties")["party"]
EVERY_STATE = pytest.mark.parametrize("state", STATES, ids=lambda state: state["name"])
EVERY_TABLE = [(table, ORDER) for table in STATES] + [(table, PARTY_ORDER) for table in PARTIES]


def plain(name: str) -> str:
    parts = unicodedata.normalize("NFD", name)
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def fold(name: str) -> str:
    return plain(name).casefold()


def names(table: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Each name in a table with the key that it stands under, but `kind`, `part_of` and `state`."""
    for key, value in table.items():
        if key not in {"domain", "kind", "part_of", "state"}:
            yield from ((key, name) for name in ([value] if isinstance(value, str) else value))


def test_keys_are_known_and_in_order() -> None:
    for table, order in EVERY_TABLE:
        assert list(table) == [key for key in order if key in table], table["name"]


def test_values_are_names_or_lists_of_names() -> None:
    for table, _ in EVERY_TABLE:
        for key, value in table.items():
            assert isinstance(value, str if key in TEXTS else list), (table["name"], key)
            assert value, f"{table['name']}: {key} is empty, leave it out"
        for _, name in names(table):
            assert name == " ".join(name.split())
            assert unicodedata.normalize("NFC", name) == name
            assert not set(name) & set("’‘“”;|"), name


def test_letters_without_accent_form_have_a_plain_variant() -> None:
    for table, _ in EVERY_TABLE:
        for key, name in names(table):
            spelt = plain(name).translate(SPELT)
            assert spelt.replace("–", "-").isascii(), name
            if spelt != plain(name):
                assert spelt in ([table["name"], *table.get("also", [])] if key == "name" else table[key]), (
                    name
                )


def test_states_are_sorted_and_unique() -> None:
    order = [fold(state["name"]) for state in STATES]
    assert order == sorted(set(order))


@EVERY_STATE
def test_no_name_twice_in_a_state(state: dict[str, Any]) -> None:
    seen: dict[str, str] = {}
    for key, name in names(state):
        assert seen.setdefault(fold(name), key) == key, f"{name} stands under {seen[fold(name)]} and {key}"
    assert len(seen) == sum(1 for _ in names(state))


@EVERY_STATE
def test_a_state_has_what_makes_laws(state: dict[str, Any]) -> None:
    assert state["legislature"]
    assert state["members"]
    if "upper_members" in state:
        assert "upper" in state
    if state["kind"] != "union":  # the union's parliament is no lower house
        assert ("lower" in state) == ("upper" in state)


@EVERY_STATE
def test_capitals_in_names_and_none_in_words_for_members(state: dict[str, Any]) -> None:
    for key, name in names(state):
        first = name.split()[0]
        if key in MEMBERS and name not in CAPITALISED_MEMBERS:
            acronym = sum(letter.isupper() for letter in first) > 1
            assert acronym or first.islower(), name
        elif key not in MEMBERS:
            assert name[0].isupper() or name[0].isdigit(), name
        assert key not in BODIES or not name.startswith("The "), name
        assert fold(name) not in EVERYWHERE, name


@EVERY_STATE
def test_part_of_names_a_state(state: dict[str, Any]) -> None:
    assert state["kind"] in {"state", "union", "subnational"}
    assert (state["kind"] == "subnational") == ("part_of" in state)
    whole = {other["name"] for other in STATES if other["kind"] == "state"}
    assert "part_of" not in state or state["part_of"] in whole


def test_all_members_of_the_united_nations_are_there() -> None:
    beside = {"Cook Islands", "Holy See", "Kosovo", "Palestine", "Taiwan"}
    whole = {state["name"] for state in STATES if state["kind"] == "state"}
    assert beside <= whole
    assert len(whole - beside) == 193
    assert [state["name"] for state in STATES if state["kind"] == "union"] == ["European Union"]
    fifty = [s for s in STATES if s.get("part_of") == "United States" and s["head"] == ["Governor"]]
    assert len(fifty) == 52  # with Guam and Puerto Rico


def test_parties_are_sorted_and_belong_to_states() -> None:
    order = [(fold(party["state"]), fold(party["name"])) for party in PARTIES]
    assert order == sorted(set(order))
    assert {party["state"] for party in PARTIES} <= {state["name"] for state in STATES}


def test_no_name_belongs_to_two_parties_of_a_state() -> None:
    owner: dict[tuple[str, str], str] = {}
    for party in PARTIES:
        own = [party["name"], *party.get("also", [])]
        assert len({plain(name) for name in own}) == len(own), party["name"]
        for name in own:
            assert owner.setdefault((party["state"], fold(name)), party["name"]) == party["name"], name


def test_words_for_party_members_are_capitalised_and_no_other_partys_name() -> None:
    names_in: dict[tuple[str, str], str] = {
        (party["state"], fold(name)): party["name"]
        for party in PARTIES
        for name in [party["name"], *party.get("also", [])]
    }
    for party in PARTIES:
        assert any(letter.isupper() for letter in party["name"])
        for word in party.get("members", []):
            assert word[0].isupper(), word
            assert names_in.get((party["state"], fold(word)), party["name"]) == party["name"], word


def test_a_party_is_not_named_like_its_legislature() -> None:
    bodies = {
        (state["name"], fold(body))
        for state in STATES
        for key in ("legislature", "lower", "upper")
        for body in state.get(key, [])
    }
    for party in PARTIES:
        for name in [party["name"], *party.get("also", [])]:
            assert (party["state"], fold(name)) not in bodies, name
