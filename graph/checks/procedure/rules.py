"""The procedures of legislatures, as `data/procedures/*.toml` has them: which steps make a bill law, in which
order, in which chamber.

A step of one chamber that both take (`chamber = "each"`) is written once. Which of the two begins is known
for each bill only, so that a procedure is spread out (`Procedure.steps`) once the first chamber is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, Literal

from graph.errors import LexiconError
from graph.extraction.lexicon import states
from graph.lexicons import ROOT, load_toml
from graph.terms import STAGES, EventType

Chamber = Literal["legislature", "lower", "upper"]

FOLDER = ROOT / "data" / "procedures"
GENERIC = "generic"
TWO_CHAMBERS = "two-chambers"


@dataclass(frozen=True, slots=True)
class Limit:
    """A step takes place at most so many days after another, unless a third has taken place."""

    of: str
    days: int
    unless: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a procedure.

    Attributes:
        name: its name, with the chamber where both chambers take it ("lower/second-reading").
        types: the kinds of events that news tells it as, the usual one first.
        chamber: the chamber that takes it; None where it is no chamber's, or both chambers'.
        by: who takes it, in words, where it is no single chamber's.
        after: what must have come before: one of each group, in which the regular one stands first.
        optional: whether a bill can become law without it.
        needed_if: the step that makes an optional one needed.
        unless: steps after which it can no longer take place.
        rejection_ends: whether the bill is dead if it comes to nothing here.
        meaning: what happens in it, in plain words.
    """

    name: str
    label: str
    types: tuple[EventType, ...]
    chamber: Chamber | None = None
    by: str | None = None
    after: tuple[tuple[str, ...], ...] = ()
    optional: bool = False
    needed_if: str | None = None
    unless: tuple[str, ...] = ()
    within: Limit | None = None
    rejection_ends: bool = True
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Procedure:
    """How a bill becomes law somewhere.

    Attributes:
        key: the file's name without suffix.
        state: the state or union, as `data/lexicon/states.toml` names it; None for the two generic ones.
        chambers: those that decide, in the order in which they do where that is fixed.
        either_begins: whether either chamber can be the first.
        handover: the last step of the first chamber, after which the second one begins.
        anywhere: kinds of events that have no place of their own in the order.
        one_decides: states that have the chambers and yet another procedure, as one of them only advises.
    """

    key: str
    name: str
    state: str | None
    chambers: tuple[Chamber, ...]
    either_begins: bool
    handover: str | None
    anywhere: frozenset[EventType]
    gazette: str | None
    lapse: str
    note: str
    sources: tuple[str, ...]
    written: tuple[Mapping[str, Any], ...] = field(repr=False)
    one_decides: frozenset[str] = frozenset()

    def steps(self, first: Chamber | None = None) -> tuple[Step, ...]:
        """Return all steps in their order, for a bill that begins in one of the chambers.

        Raises:
            LexiconError: a step names another that there is none of.
        """
        order = self.chambers
        if first is not None and self.either_begins:
            order = tuple(sorted(self.chambers, key=lambda chamber: chamber != first))
        spread = _spread(self.written, order)
        return tuple(_linked(entry, chamber, spread, order, self) for entry, chamber in spread)

    def label(self, step: Step) -> str:
        """Return a step's label with its chamber where there are two: "Second reading, House of Commons"."""
        chamber = step.chamber and len(self.chambers) > 1 and states().chamber(self.state, step.chamber)
        return f"{step.label}, {chamber}" if chamber else step.label


def _spread(
    written: Iterable[Mapping[str, Any]], order: tuple[Chamber, ...]
) -> list[tuple[Mapping[str, Any], Chamber | None]]:
    """Return the steps, those of each chamber once a chamber: one chamber's track, then the other's."""
    found, track = list[tuple[Mapping[str, Any], Chamber | None]](), list[Mapping[str, Any]]()

    def close() -> None:
        found.extend((entry, chamber) for chamber in order for entry in track)
        track.clear()

    for entry in written:
        if entry.get("chamber") == "each":
            track.append(entry)
            continue
        close()
        found.append((entry, entry.get("chamber")))
    close()
    return found


def _named(entry: Mapping[str, Any], chamber: Chamber | None) -> str:
    return f"{chamber}/{entry['name']}" if entry.get("chamber") == "each" else str(entry["name"])


def _linked(
    entry: Mapping[str, Any],
    chamber: Chamber | None,
    spread: list[tuple[Mapping[str, Any], Chamber | None]],
    order: tuple[Chamber, ...],
    procedure: Procedure,
) -> Step:
    """Return a step whose references are names of steps.

    Outside a chamber's track, the name of a step of each chamber means that of the chamber that comes last.
    """
    names = {_named(other, of): None for other, of in spread}
    place = f"data/procedures/{procedure.key}.toml, step {entry['name']}"

    def resolved(name: str) -> str:
        for candidate in (f"{chamber}/{name}", name, f"{order[-1]}/{name}"):
            if candidate in names:
                return candidate
        raise LexiconError(f"there is no step {name!r}", place=place)

    own = _named(entry, chamber)
    after = [tuple(resolved(name) for name in group.split("|")) for group in entry.get("after", ())]
    if _handed_over(entry, after, chamber, procedure) and chamber != order[0]:
        after.append((f"{order[0]}/{procedure.handover}",))
    limit = entry.get("within")
    within = limit and Limit(
        resolved(limit["of"]), limit["days"], resolved(limit["unless"]) if "unless" in limit else None
    )
    return Step(
        own,
        entry["label"],
        tuple(EventType(kind) for kind in entry["types"]),
        chamber,
        entry.get("by"),
        tuple(after),
        entry.get("optional", False),
        resolved(entry["needed_if"]) if "needed_if" in entry else None,
        tuple(resolved(name) for name in entry.get("unless", ())),
        within or None,
        entry.get("rejection_ends", True),
        entry["meaning"],
    )


def _handed_over(
    entry: Mapping[str, Any],
    after: list[tuple[str, ...]],
    chamber: Chamber | None,
    procedure: Procedure,
) -> bool:
    """Whether a step is among those up to the handover that come after none of their own chamber."""
    if entry.get("chamber") != "each" or not procedure.handover:
        return False
    names = [other["name"] for other in procedure.written]
    within = names.index(entry["name"]) <= names.index(procedure.handover)
    return not after or (within and not any(name.startswith(f"{chamber}/") for g in after for name in g))


_STEP_KEYS = frozenset(
    (
        "name",
        "label",
        "types",
        "chamber",
        "by",
        "after",
        "optional",
        "needed_if",
        "unless",
        "within",
        "rejection_ends",
        "meaning",
    )
)


@lru_cache(maxsize=1)
def procedures() -> Mapping[str, Procedure]:
    """Return all procedures by key.

    Raises:
        LexiconError: a file breaks the form that the others have.
    """
    found = {path.stem: _read(path.stem, load_toml(path)) for path in sorted(FOLDER.glob("*.toml"))}
    if missing := {GENERIC, TWO_CHAMBERS} - found.keys():
        raise LexiconError(
            f"the procedure {min(missing)!r} is missing",
            place="data/procedures",
            remedy="install the program again",
        )
    return found


def procedure_of(state: str | None) -> Procedure:
    """Return the procedure of a state or union; where it has none here, what most legislatures of as many
    chambers share.
    """
    by_state = {procedure.state: procedure for procedure in procedures().values() if procedure.state}
    if own := by_state.get(state or ""):
        return own
    shared = procedures()[TWO_CHAMBERS]
    both = all(states().chamber(state, chamber) for chamber in shared.chambers)
    return replace(shared, state=state) if both and state not in shared.one_decides else procedures()[GENERIC]


def _read(key: str, raw: Mapping[str, Any]) -> Procedure:
    place = f"data/procedures/{key}.toml"
    try:
        procedure = Procedure(
            key,
            raw["name"],
            raw.get("state"),
            tuple(raw["chambers"]),
            raw["begins"] == "either",
            raw.get("handover"),
            frozenset(EventType(kind) for kind in raw["anywhere"]),
            raw.get("gazette"),
            raw["lapse"],
            raw.get("note", ""),
            tuple(raw["sources"]),
            tuple(raw["step"]),
            frozenset(raw.get("one_decides", ())),
        )
        for entry in procedure.written:
            if unknown := set(entry) - _STEP_KEYS:
                raise LexiconError(f"unknown key {min(unknown)!r} in step {entry.get('name')!r}", place=place)
        steps = procedure.steps()
    except (KeyError, ValueError) as error:
        raise LexiconError(f"{error.args[0]} is missing or in no list", place=place) from error
    _checked(steps, place)
    return procedure


def _checked(steps: tuple[Step, ...], place: str) -> None:
    """Refuse steps that stand before what they come after, twice, or under a kind that is no stage."""
    seen = set[str]()
    for step in steps:
        if step.name in seen:
            raise LexiconError(f"the step {step.name!r} stands there twice", place=place)
        if late := [name for group in step.after for name in group if name not in seen]:
            raise LexiconError(f"the step {step.name!r} stands before {late[0]!r}", place=place)
        if strange := [kind for kind in step.types if kind not in STAGES]:
            raise LexiconError(f"{strange[0]!r} in step {step.name!r} is no stage", place=place)
        seen.add(step.name)
