"""When two articles mean the same person or body: comparisons of names.

Names are compared folded (no accents, lower case), by transliteration-proof spellings, initials and
abbreviations.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from graph.extraction.lexicon import folded, states
from graph.language.names import surname
from graph.lexicons import load_lexicon
from graph.linking.houses import are_members, house_of, is_at_home, named_house
from graph.linking.parties import is_of_one_state, parties_meant
from graph.linking.territories import state_meant, whole
from graph.model import Actor
from graph.terms import ActorKind

_SPELLINGS = (
    ("yy", "y"),
    ("iy", "y"),
    ("yi", "y"),
    ("ii", "y"),
    ("ij", "y"),
    ("kh", "h"),
    ("oo", "u"),
    ("w", "v"),
    ("ph", "f"),
    ("j", "y"),
)
BODIES = frozenset((ActorKind.LEGISLATURE, ActorKind.CHAMBER))
_DESCRIBED = (ActorKind.COMMITTEE, ActorKind.COURT, ActorKind.GROUP, ActorKind.PARTY)
_SHORTENED = (ActorKind.PARTY, ActorKind.ORGANISATION, ActorKind.COMMITTEE)


@lru_cache(maxsize=65536)
def spelt(word: str) -> str:
    """Return a word so that common transliterations of one name agree: Zelensky, Zelenskyy, Zelenskiy."""
    plain = re.sub(r"[^a-z]", "", folded(word))
    for left, right in _SPELLINGS:
        plain = plain.replace(left, right)
    return re.sub(r"(.)\1", r"\1", plain)


def person_words(name: str) -> list[str]:
    """Return the spelt words of a person's name."""
    return [word for part in name.replace("-", " ").split() if (word := spelt(part))]


def same_person(a: str, b: str) -> bool:
    """Whether two full names can be one person: same surname, and first names equal, or one an initial of the
    other, or one name the end of the other ("Lula da Silva").
    """
    first, second = person_words(a), person_words(b)
    if not first or not second or spelt(surname(a)) != spelt(surname(b)):
        return False
    if len(first) == 1 or len(second) == 1:
        return len(first) == len(second)
    ends, name = sorted((first, second), key=len)
    if name[-len(ends) :] == ends:
        return True
    short, long = sorted((first[0], second[0]), key=len)
    return (
        short == long
        or bool(_forms().get(short, frozenset()) & _forms().get(long, frozenset()))
        or (len(short) == 1 and long.startswith(short))
        or (len(short) > 2 and long.startswith(short))
    )


@lru_cache(maxsize=1)
def _forms() -> Mapping[str, frozenset[int]]:
    """Return the groups of given names that a spelt short form or full form belongs to ("jim": "james")."""
    found = defaultdict[str, set[int]](set)
    for number, forms in enumerate(load_lexicon("linking")["persons"]["forms"]):
        for form in forms:
            found[spelt(form)].add(number)
    return {form: frozenset(numbers) for form, numbers in found.items()}


def body_words(actor: Actor, jurisdiction: str | None) -> frozenset[str]:
    """Return the folded names of a body, party, state or group, with the state's own adjectives and name left
    out.
    """
    found = set[str]()
    for name in (actor.name, *actor.aliases):
        plain = re.sub(r"^(?:the|a|an) ", "", folded(name))
        table = states()
        words = [
            w
            for w in re.sub(r"'s?\b", "", plain).split()
            if table.by_adjective.get(w) != jurisdiction and table.by_name.get(w) != jurisdiction
        ]
        told = " ".join(words) or plain
        found.add(told.partition(" in ")[0] if actor.kind is ActorKind.COURT else told)
    return frozenset(found)


def is_description(name: str, kind: ActorKind) -> bool:
    """Whether a folded name of a body or group only says what sort it is ("the committee", "two opposition
    parties"), so that who is meant depends on what is told.
    """
    words = re.findall(r"[^\W\d_]+", name)
    return kind in _DESCRIBED and all(word in _described()[kind] for word in words)


@lru_cache(maxsize=1)
def _described() -> Mapping[ActorKind, frozenset[str]]:
    bodies = load_lexicon("linking")["bodies"]
    counts = load_lexicon("votes")["numbers"].keys() | bodies["any"]
    return {kind: frozenset(bodies[kind]) | counts for kind in _DESCRIBED}


def same_body(a: Actor, b: Actor, state_a: str | None, state_b: str | None, *, together: bool = True) -> bool:
    """Whether two actors that are no persons can be one: kinds agree, a name agrees, states do not differ.

    Args:
        a, b: the actors.
        state_a, state_b: those that the articles are about.
        together: whether these tell of one bill, so that "the committee" is the same.
    """
    if a.kind is not b.kind and not ({a.kind, b.kind} <= BODIES):
        return False
    if a.kind is ActorKind.STATE:
        return state_meant(a.name, state_a) == state_meant(b.name, state_b)
    if a.kind is b.kind is ActorKind.PARTY:
        return _same_party(a, b, state_a, state_b, together)
    if state_a and state_b and state_a != state_b:
        return a.kind is ActorKind.ORGANISATION and folded(a.name) == folded(b.name)
    if a.kind in BODIES and _of_other_house(a, b, state_a or state_b):
        return False
    first, second = body_words(a, state_a or state_b), body_words(b, state_b or state_a)
    if _share(first, second, a.kind, together):
        return True
    if a.kind is b.kind is ActorKind.LEGISLATURE and state_a and _is_plain(a, b, state_a):
        return True
    if a.kind in BODIES:
        house = named_house(a, state_a) if state_a == state_b else None
        if house and house == named_house(b, state_b):
            return True
        return _bare(first, second) or _bare(second, first) or _last(first, second) or _last(second, first)
    return a.kind in _SHORTENED and (_abbreviated(a, b) or _abbreviated(b, a))


def _of_other_house(a: Actor, b: Actor, state: str | None) -> bool:
    """Whether two are known to be different houses, or a house and parliament as a whole."""
    if a.kind is b.kind is ActorKind.LEGISLATURE:
        return False
    one, other = house_of(a, state), house_of(b, state)
    return one is not None and other is not None and one != other


def _share(first: frozenset[str], second: frozenset[str], kind: ActorKind, together: bool) -> bool:
    """Whether two bodies have a name in common that tells which they are."""
    return any(together or not is_description(name, kind) for name in first & second)


def _same_party(a: Actor, b: Actor, state_a: str | None, state_b: str | None, together: bool) -> bool:
    """Whether two parties can be one: a party that is known by two names is, and in different states only one
    whose name tells which it is ("Labour" does not).
    """
    first, second = body_words(a, state_a), body_words(b, state_b)
    one, other = parties_meant(_called(a), state_a), parties_meant(_called(b), state_b)
    if whole(state_a) != whole(state_b):
        known_apart = one and other and not one & other
        names = [name for name in _called(a) & _called(b) if not is_description(folded(name), a.kind)]
        return not known_apart and any(is_of_one_state(name) for name in names)
    if one and other and (one & other or state_a == state_b):
        return bool(one & other)
    return _share(first, second, a.kind, together) or _abbreviated(a, b) or _abbreviated(b, a)


def _called(actor: Actor) -> frozenset[str]:
    return frozenset(re.sub(r"^(?:[Tt]he|[Aa]n?) ", "", name) for name in (actor.name, *actor.aliases))


def _is_plain(a: Actor, b: Actor, state: str) -> bool:
    """Whether one of two legislatures is called by a common noun, and the other is one of the state's own."""
    return (_common(a.name) and is_at_home(b, state)) or (_common(b.name) and is_at_home(a, state))


def _common(name: str) -> bool:
    """Whether a body is called by a common noun alone, as a state's one legislature can be."""
    return name.isalpha() and name.islower()


def _last(names: frozenset[str], others: frozenset[str]) -> bool:
    """Whether a name is the last word of another, as parliaments are called: "Assembly", "Rada"."""
    shorts = [name for name in names if " " not in name and not are_members(name)]
    return any(other.endswith(f" {name}") for name in shorts for other in others)


def _abbreviated(a: Actor, b: Actor) -> bool:
    """Whether a name in capitals has the initials of the other's: "SNP", "Scottish National Party"."""
    shorts = {name for name in (a.name, *a.aliases) if name.isupper() and 2 < len(name) < 7}
    words = [re.findall(r"[A-Z]", name) for name in (b.name, *b.aliases) if " " in name]
    return bool(shorts & {"".join(letters) for letters in words})


def _bare(names: frozenset[str], others: frozenset[str]) -> bool:
    """Whether a name without its state is among some with it: "Parliament", "Parliament of Arkania"."""
    return bool(names & {other.partition(" of ")[0] for other in others})
