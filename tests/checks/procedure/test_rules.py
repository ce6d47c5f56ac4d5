"""The procedures keep their form, name only what exists, and a file that breaks the form is refused."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from graph.checks.procedure import rules
from graph.checks.procedure.rules import (
    FOLDER,
    GENERIC,
    TWO_CHAMBERS,
    Chamber,
    Step,
    procedure_of,
    procedures,
)
from graph.errors import LexiconError
from graph.extraction.lexicon import states
from graph.terms import STAGES, EventType

CLOSING = {EventType.WITHDRAWAL, EventType.LAPSE}
CROWN = {EventType.VETO, EventType.OVERRIDE}
PLACELESS = {
    "canada": CROWN,  # assent is not refused
    "european-union": {*CROWN, EventType.REFERENDUM},
    "iraq": CROWN,
    "israel": CROWN,
    "kenya": set[EventType](),
    "new-zealand": CROWN,
    "united-kingdom": CROWN,
    "venezuela": {EventType.CONCILIATION},  # one chamber, nobody to agree with
}
"""Stages that some legislatures do not have at all."""

STATES = (
    "Canada",
    "European Union",
    "Germany",
    "India",
    "Iraq",
    "Israel",
    "Kenya",
    "New Zealand",
    "Philippines",
    "Poland",
    "Ukraine",
    "United Kingdom",
    "United States",
    "Venezuela",
)
KEYS = sorted(procedures())
WAYS: list[tuple[str, Chamber | None]] = [
    (key, first)
    for key, procedure in sorted(procedures().items())
    for first in (procedure.chambers if procedure.either_begins else (None,))
]
EVERY = pytest.mark.parametrize("key", KEYS)
EACH_WAY = pytest.mark.parametrize(("key", "first"), WAYS)


def steps(key: str, first: Chamber | None = None) -> tuple[Step, ...]:
    return procedures()[key].steps(first)


@pytest.mark.parametrize("state", STATES)
def test_a_state_has_the_procedure_of_its_name(state: str) -> None:
    assert procedure_of(state).state == state
    assert procedure_of(state).key == state.lower().replace(" ", "-")


def test_no_other_procedures_and_one_for_all_the_rest() -> None:
    assert {procedure.state for procedure in procedures().values()} == {*STATES, None}
    assert procedure_of("Atlantis").key == procedure_of(None).key == GENERIC


def test_two_chambers_without_a_procedure_of_their_own_share_one_unless_one_only_advises() -> None:
    found = procedure_of("Ireland")
    assert (found.key, found.state) == (TWO_CHAMBERS, "Ireland")
    assert [found.label(step) for step in found.steps("upper") if "passage" in step.name] == [
        "Passage, Seanad",
        "Passage, Dáil",
    ]
    assert {procedure_of(state).key for state in ("Malta", "Indonesia", "Tamil Nadu")} == {GENERIC}
    assert all(states().chamber(state, role) for state in found.one_decides for role in ("lower", "upper"))


@EVERY
def test_its_chambers_are_roles_of_the_state(key: str) -> None:
    procedure = procedures()[key]
    assert all(
        states().chamber(procedure.state, chamber) for chamber in procedure.chambers if procedure.state
    )
    assert {step.chamber for step in procedure.steps()} <= {*procedure.chambers, None}


@EVERY
def test_says_where_it_is_from_and_what_ends_a_bill(key: str) -> None:
    procedure = procedures()[key]
    assert all(procedure.sources)
    assert procedure.sources
    assert procedure.lapse.endswith(".")
    assert procedure.note.endswith(".")
    assert procedure.gazette or key in (GENERIC, TWO_CHAMBERS)


@EACH_WAY
def test_ends_in_force(key: str, first: Chamber | None) -> None:
    last = steps(key, first)[-1]
    assert last.types == (EventType.COMMENCEMENT,)
    assert not last.optional


@EACH_WAY
def test_a_needed_step_follows_needed_ones(key: str, first: Chamber | None) -> None:
    """The regular one of each group is needed, and only the first step follows none."""
    found = steps(key, first)
    optional = {step.name for step in found if step.optional}
    needed = [step for step in found if not step.optional]
    assert not [step.name for step in needed for group in step.after if group[0] in optional]
    assert [step for step in needed if not step.after] == needed[:1]


@EACH_WAY
def test_a_limit_counts_from_a_step_before(key: str, first: Chamber | None) -> None:
    names = [step.name for step in steps(key, first)]
    for at, step in enumerate(steps(key, first)):
        if step.within:
            assert step.within.of in names[:at]
            assert step.within.days > 0


@EVERY
def test_only_an_optional_step_becomes_needed(key: str) -> None:
    assert all(step.optional for step in steps(key) if step.needed_if)


@EVERY
def test_says_in_a_sentence_what_happens(key: str) -> None:
    for step in steps(key):
        assert len(step.meaning) <= 160, step.name
        assert step.meaning.endswith("."), step.name
        assert step.meaning[0].isupper(), step.name
        assert step.label[0].isupper(), step.name


@EVERY
def test_a_label_and_chamber_name_one_step(key: str) -> None:
    told = [(procedures()[key].label(step), step.chamber) for step in steps(key)]
    assert len(set(told)) == len(told)


@EVERY
def test_every_stage_has_its_place(key: str) -> None:
    placed = {kind for step in steps(key) for kind in step.types}
    anywhere = procedures()[key].anywhere
    assert not placed & anywhere
    assert not (placed | anywhere) & CLOSING
    assert STAGES - placed - anywhere - CLOSING == PLACELESS.get(key, set())


@EVERY
def test_no_kind_stands_twice_in_a_step(key: str) -> None:
    assert all(len(set(step.types)) == len(step.types) for step in steps(key))


def test_the_second_chamber_begins_when_the_first_hands_over() -> None:
    by_name = {step.name: step for step in steps("united-kingdom", "upper")}
    assert by_name["lower/first-reading"].after == (("upper/third-reading",),)
    assert by_name["upper/first-reading"].after == ()
    assert by_name["assent"].after == (("lower/third-reading",),)


def test_chambers_that_work_side_by_side_are_both_waited_for() -> None:
    by_name = {step.name: step for step in steps("united-states")}
    assert by_name["upper/passage"].after == (("introduction",),)
    assert by_name["assent"].after == (("lower/passage",), ("upper/passage",))


GOOD = """
name = "Nowhere"
chambers = ["legislature"]
begins = "legislature"
lapse = "Never."
anywhere = []
sources = ["x"]

[[step]]
name = "first"
label = "First"
types = ["introduction"]
meaning = "It begins."

[[step]]
name = "second"
label = "Second"
types = ["passage"]
after = ["first"]
meaning = "It ends."
"""
BROKEN = {
    "unknown key": (
        'label = "Second"',
        'label = "Second"\ncolour = "red"',
        "unknown key 'colour' in step 'second'",
    ),
    "unknown step": ('after = ["first"]', 'after = ["third"]', "there is no step 'third'"),
    "wrong order": (
        'label = "First"',
        'label = "First"\nafter = ["second"]',
        "'first' stands before 'second'",
    ),
    "twice": ('name = "second"', 'name = "first"', "stands there twice"),
    "unknown kind": ('"passage"', '"triumph"', "triumph"),
    "no stage": ('"passage"', '"election"', "is no stage"),
    "no sources": ('sources = ["x"]', "", "sources is missing"),
    "no meaning": ('meaning = "It ends."', "", "meaning is missing"),
    "no TOML": ('name = "Nowhere"', "name = Nowhere", "not valid TOML"),
}


def load(folder: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read one file as the only procedure besides the generic ones."""
    (folder / "nowhere.toml").write_text(text, encoding="utf-8")
    for key in (GENERIC, TWO_CHAMBERS):
        generic = (FOLDER / f"{key}.toml").read_text(encoding="utf-8")
        (folder / f"{key}.toml").write_text(generic, encoding="utf-8")
    monkeypatch.setattr(rules, "FOLDER", folder)
    rules.procedures.__wrapped__()


def test_the_file_to_be_broken_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(tmp_path, GOOD, monkeypatch)


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_refused_by_name(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new, said = BROKEN[name]
    assert GOOD.count(old) == 1
    with pytest.raises(LexiconError) as caught:
        load(tmp_path, GOOD.replace(old, new), monkeypatch)
    assert said in caught.value.problem
    assert "nowhere.toml" in caught.value.place


def test_without_the_generic_procedure_nothing_loads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "FOLDER", tmp_path)
    with pytest.raises(LexiconError, match="generic"):
        rules.procedures.__wrapped__()


@EVERY
def test_the_file_is_written_in_the_order_that_the_others_are(key: str) -> None:
    """What holds for the whole comes first, steps last."""
    raw = tomllib.loads((FOLDER / f"{key}.toml").read_text(encoding="utf-8"))
    order = (
        "name",
        "state",
        "chambers",
        "begins",
        "handover",
        "gazette",
        "lapse",
        "note",
        "one_decides",
        "anywhere",
        "sources",
    )
    assert list(raw) == [name for name in (*order, "step") if name in raw]
