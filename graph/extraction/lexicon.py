"""The extraction's lexicons as typed tables: frames, sorts of nouns, bodies by country, status words,
offices.

The words stand in `data/lexicon/*.toml`; here they are read once, checked, and indexed by lemma.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache, lru_cache
from typing import Any

from graph.errors import LexiconError
from graph.lexicons import load_lexicon
from graph.terms import EventType, Outcome, ProvisionKind, Stance


@lru_cache(maxsize=1 << 15)
def folded(text: str) -> str:
    """Return the text in lower case, without accents, with straight apostrophes."""
    if text.isascii():
        return text[:200].lower()
    plain = unicodedata.normalize("NFKD", text[:200])
    return "".join(c for c in plain if not unicodedata.combining(c)).lower().replace("’", "'")


def singular(word: str) -> str:
    """Return a folded word without the "s" of a plural, so that "pensions reform" is the pension reform."""
    return (
        word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
    )


@dataclass(frozen=True, slots=True)
class Frame:
    """What a verb or an event noun means where its conditions hold; keys as in `stages.toml`."""

    name: str
    type: EventType
    verbs: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    acts_on: str = "none"
    outcome: Outcome | None = None
    bare: frozenset[str] = frozenset()
    with_: frozenset[str] = frozenset()
    not_with: frozenset[str] = frozenset()
    under: frozenset[str] = frozenset()
    into: frozenset[str] = frozenset()
    with_prep: frozenset[str] = frozenset()
    with_sort: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    copula: frozenset[str] = frozenset()
    to: frozenset[str] = frozenset()
    for_: frozenset[str] = frozenset()
    agents: frozenset[str] = frozenset()
    by_agent: Mapping[str, str] = field(default_factory=dict)
    by_country: Mapping[str, str] = field(default_factory=dict)
    by_word: Mapping[str, str] = field(default_factory=dict)
    by_prep: Mapping[str, str] = field(default_factory=dict)
    needs_court: frozenset[str] = frozenset()
    needs_bill: bool = False
    needs_time: bool = False
    needs_figures: bool = False
    not_to: frozenset[str] = frozenset()
    by_oblique: bool = False
    needs_object: bool = False
    no_object: bool = False
    plain: bool = False
    needs_light: bool = False
    named_bill: bool = False
    agent_itself: bool = False
    bill_itself: bool = False
    after: bool = False
    provisions: bool = False
    not_of: frozenset[str] = frozenset()
    indefinite: bool = False
    no_bill: bool = False
    speech: bool = False
    position: str = ""
    case: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    present: str = ""

    @property
    def takes_bills(self) -> bool:
        """Whether what it acts on is a bill; a veto's too, which holds without one."""
        return self.acts_on == "bill" or self.type is EventType.VETO


_KEYS = {f.name.rstrip("_"): f for f in fields(Frame)}


def _frame(entry: Mapping[str, Any], place: str) -> Frame:
    unknown = set(entry) - set(_KEYS)
    if unknown:
        raise LexiconError(f"unknown key {sorted(unknown)[0]!r} in frame {entry.get('name')!r}", place=place)
    values = dict[str, Any]()
    for key, value in entry.items():
        values[_KEYS[key].name] = frozenset(value) if isinstance(value, list) else value
    try:
        values["type"] = EventType(entry["type"])
        values["outcome"] = Outcome(entry["outcome"]) if "outcome" in entry else None
    except (KeyError, ValueError) as error:
        raise LexiconError(f"frame {entry.get('name')!r}: {error}", place=place) from error
    return Frame(**values)


@lru_cache(maxsize=4)
def frames(lexicon: str = "stages") -> tuple[Frame, ...]:
    """Return the frames of `stages` or `events`, in order.

    Raises:
        LexiconError: a frame has an unknown key, type or outcome.
    """
    place = f"data/lexicon/{lexicon}.toml"
    return tuple(_frame(entry, place) for entry in load_lexicon(lexicon)["frame"])


@lru_cache(maxsize=8)
def by_lemma(lexicon: str, words: str) -> Mapping[str, tuple[Frame, ...]]:
    """Return the frames of a lexicon by their `verbs` or `nouns`."""
    table = defaultdict[str, list[Frame]](list)
    for frame in frames(lexicon):
        for word in getattr(frame, words):
            table[word].append(frame)
    return {word: tuple(found) for word, found in table.items()}


@dataclass(frozen=True, slots=True)
class StanceFrame:
    """Words that take a position; keys as in `positions.toml`."""

    stance: Stance
    verbs: frozenset[str]
    nouns: frozenset[str]
    preps: frozenset[str]


@lru_cache(maxsize=1)
def stance_frames() -> tuple[StanceFrame, ...]:
    """Return the position frames, in order."""
    return tuple(
        StanceFrame(
            Stance(entry["stance"]),
            frozenset(entry["verbs"]),
            frozenset(entry.get("nouns", ())),
            frozenset(entry.get("preps", ())),
        )
        for entry in load_lexicon("positions")["position"]
    )


@lru_cache(maxsize=1)
def stance_words() -> frozenset[str]:
    """Return the lemmas of all position frames, particles with them."""
    return frozenset[str]().union(*(frame.verbs | frame.nouns for frame in stance_frames()))


@dataclass(frozen=True, slots=True)
class Body:
    """A body, office or member's word of a state: `role` is a key of states.toml ("lower", "members", "head"
    …).
    """

    state: str
    role: str
    name: str

    @property
    def sort(self) -> str:
        """What sort of actor it is."""
        return _SORT_OF_ROLE[self.role]


_SORT_OF_ROLE = {
    "legislature": "legislature",
    "seat": "legislature",
    "lower": "chamber",
    "upper": "chamber",
    "members": "chamber",
    "upper_members": "chamber",
    "head": "head",
    "government": "government",
    "government_head": "government",
    "executive": "head",
    "courts": "court",
    "gazette": "gazette",
}


@dataclass(frozen=True, slots=True)
class States:
    """All states, and indexes of their names (folded), peoples and bodies; `begin_bodies` are first words,
    `own_bodies` those of a state without its gazette.
    """

    by_name: Mapping[str, str]
    by_adjective: Mapping[str, str]
    peoples: frozenset[str]
    bodies: Mapping[str, tuple[Body, ...]]
    begin_bodies: frozenset[str]
    own_bodies: Mapping[tuple[str, str], tuple[Body, ...]]
    tables: Mapping[str, Mapping[str, Any]]

    def chamber(self, state: str | None, role: str) -> str | None:
        """Return the plain name of a state's `lower`, `upper` or `legislature`; None where it has none."""
        names = self.tables.get(state or "", {}).get(role) or []
        return names[0] if names else None

    def is_unicameral(self, state: str | None) -> bool:
        """Whether the state is known to have a single chamber."""
        table = self.tables.get(state or "")
        return table is not None and not table.get("upper") and not table.get("lower")


@lru_cache(maxsize=1)
def states() -> States:
    """Return the table of states."""
    names, adjectives = dict[str, str](), dict[str, str]()
    bodies = defaultdict[str, list[Body]](list)
    own = defaultdict[tuple[str, str], list[Body]](list)
    tables = {entry["name"]: entry for entry in load_lexicon("states")["state"]}
    for key in ("name", "capital", "also"):  # Victoria is a state and a capital, Washington the capital
        for state, entry in tables.items():
            told = entry.get(key, ())
            for name in [told] if isinstance(told, str) else told:
                names.setdefault(folded(name), state)
    for state, entry in tables.items():
        for word in (*entry.get("adjectives", ()), *entry.get("people", ())):
            adjectives.setdefault(folded(word), state)
        for role in _SORT_OF_ROLE:
            listed = entry.get(role, ())
            for name in [listed] if isinstance(listed, str) else listed:
                bodies[folded(name)].append(body := Body(state, role, name))
                if role != "gazette":
                    own[state, folded(name)].append(body)
    peoples = frozenset(folded(word) for entry in tables.values() for word in entry.get("people", ()))
    firsts = frozenset(name.split()[0] for name in bodies)
    every, apart = {k: tuple(v) for k, v in bodies.items()}, {k: tuple(v) for k, v in own.items()}
    return States(names, adjectives, peoples, every, firsts, apart, tables)


@lru_cache(maxsize=1)
def parties() -> Mapping[str, str]:
    """Return folded names and members' words of parties, each with the party's plain name."""
    table = dict[str, str]()
    for entry in load_lexicon("parties")["party"]:
        for name in (entry["name"], *entry.get("also", ()), *entry.get("members", ())):
            table.setdefault(folded(name), entry["name"])
    return table


@lru_cache(maxsize=1)
def party_names() -> frozenset[str]:
    """Return the folded names of parties, without the words for their members ("Tories")."""
    entries = load_lexicon("parties")["party"]
    return frozenset(folded(name) for entry in entries for name in (entry["name"], *entry.get("also", ())))


@lru_cache(maxsize=1)
def _parties_of_states() -> Mapping[tuple[str, str], str]:
    """Return the plain name of each party by state and folded name."""
    table = dict[tuple[str, str], str]()
    for entry in load_lexicon("parties")["party"]:
        for name in (entry["name"], *entry.get("also", ()), *entry.get("members", ())):
            table.setdefault((entry["state"], folded(name)), entry["name"])
    return table


def party_called(name: str, state: str | None) -> str | None:
    """Return the plain name of the party that a name means, of several so called the one of a state:
    "People's Party" in Spain and in Austria.
    """
    plain = folded(name)
    return _parties_of_states().get((state or "", plain)) or parties().get(plain)


@lru_cache(maxsize=1)
def actor_sorts() -> Mapping[str, str]:
    """Return the sort of actor by head noun (lemma); the first list that has a word wins."""
    table = dict[str, str]()
    for sort, words in load_lexicon("kinds")["actors"].items():
        for word in words:
            table.setdefault(word, sort)
    return table


@lru_cache(maxsize=1)
def provision_verbs() -> Mapping[str, ProvisionKind]:
    """Return what a bill does by the verb (lemma) of which it is the subject; the first list wins."""
    table = dict[str, ProvisionKind]()
    for kind, words in load_lexicon("provisions")["kinds"].items():
        for word in words:
            table.setdefault(word, ProvisionKind(kind))
    return table


@lru_cache(maxsize=1)
def bill_words() -> Mapping[str, frozenset[str]]:
    """Return the lists `strong`, `weak` and `generic_modifiers` of bill nouns."""
    return {key: frozenset(words) for key, words in load_lexicon("kinds")["bills"].items()}


@lru_cache(maxsize=1)
def changes() -> Mapping[str, frozenset[str]]:
    """Return the lists `amendment`, `veto`, `vote`, `reading`, `session` of nouns."""
    return {key: frozenset(words) for key, words in load_lexicon("kinds")["changes"].items()}


@lru_cache(maxsize=1)
def offices() -> Mapping[str, tuple[str, ...]]:
    """Return office titles by sort ("head_of_state", "presiding_officer", "minister", …), longer ones
    first.
    """
    return {
        sort: tuple(sorted(words, key=lambda w: (-len(w), w)))
        for sort, words in load_lexicon("offices")["sorts"].items()
    }


@lru_cache(maxsize=1)
def status_words() -> Mapping[str, Mapping[str, frozenset[str]]]:
    """Return the word classes of `status.toml`."""
    return {
        group: {name: frozenset(words) for name, words in classes.items()}
        for group, classes in load_lexicon("status").items()
    }


@cache
def word_class(name: str) -> frozenset[str]:
    """Return a word class of `words.toml`."""
    return frozenset(load_lexicon("words")[name])
