"""When two articles mean the same person, body or bill: explained comparisons of names.

Names are compared folded (no accents, lower case), by transliteration-proof spellings, initials,
abbreviations and the words that tell one bill from another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.extraction.lexicon import bill_words, folded, states
from graph.language.names import surname
from graph.model import Actor, Bill
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
_BODIES = frozenset((ActorKind.LEGISLATURE, ActorKind.CHAMBER))


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
    other.
    """
    first, second = person_words(a), person_words(b)
    if not first or not second or spelt(surname(a)) != spelt(surname(b)):
        return False
    if len(first) == 1 or len(second) == 1:
        return len(first) == len(second)
    short, long = sorted((first[0], second[0]), key=len)
    return (
        short == long
        or (len(short) == 1 and long.startswith(short))
        or (len(short) > 2 and long.startswith(short))
    )


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
        found.add(" ".join(words) or plain)
    return frozenset(found)


def same_body(a: Actor, b: Actor, state_a: str | None, state_b: str | None) -> bool:
    """Whether two actors that are no persons can be one: kinds agree, a name agrees, states do not differ."""
    if a.kind is not b.kind and not ({a.kind, b.kind} <= _BODIES):
        return False
    if a.kind is ActorKind.STATE:
        table = states().by_name
        return (table.get(folded(a.name)) or folded(a.name)) == (table.get(folded(b.name)) or folded(b.name))
    if state_a and state_b and state_a != state_b:
        return a.kind in (ActorKind.ORGANISATION, ActorKind.PARTY) and folded(a.name) == folded(b.name)
    first, second = body_words(a, state_a or state_b), body_words(b, state_b or state_a)
    return bool(first & second) or (a.kind in _BODIES and (_bare(first, second) or _bare(second, first)))


def _bare(names: frozenset[str], others: frozenset[str]) -> bool:
    """Whether a name without its state is among some with it: "Parliament", "Parliament of Arkania"."""
    return bool(names & {other.partition(" of ")[0] for other in others})


def telling_words(bill: Bill) -> frozenset[str]:
    """Return the folded words of a bill's names that tell it from others."""
    known = bill_words()
    noise = (
        known["generic_modifiers"]
        | known["strong"]
        | known["weak"]
        | {"of", "the", "and", "on", "for", "to", "a", "an", "in", "no", "as", "that", "would", "s"}
    )
    found = set[str]()
    for name in (bill.name, *bill.aliases):
        for word in re.findall(r"[^\W_]+", folded(name)):
            single = word[:-1] if word.endswith("s") and len(word) > 4 else word
            if word not in noise and single not in noise and not _own(word, bill) and not word.isdigit():
                found.add(single)
    return frozenset(found)


def _own(word: str, bill: Bill) -> bool:
    """Whether a word only names the state whose bill it is."""
    table = states()
    return bill.jurisdiction is not None and bill.jurisdiction in (
        table.by_adjective.get(word),
        table.by_name.get(word),
    )


def _initials(names: Iterable[str]) -> set[str]:
    """Return the initials of runs of two and more words in some names ("artificial intelligence" -> "ai")."""
    found = set[str]()
    for name in names:
        words = [
            w
            for w in re.findall(r"[^\W\d_]+", folded(name))
            if w not in ("of", "the", "and", "on", "for", "to")
        ]
        for first in range(len(words)):
            for last in range(first + 2, min(len(words), first + 5) + 1):
                found.add("".join(word[0] for word in words[first:last]))
    return found


def likeness_of_bills(a: Bill, b: Bill) -> tuple[float, str]:
    """Return how sure it is (0 to 1) that two bills of one state are one, and why."""
    if a.number and b.number:
        return (1.0, f"same number {a.number}") if a.number == b.number else (0.0, "different numbers")
    if a.jurisdiction and b.jurisdiction and a.jurisdiction != b.jurisdiction:
        return 0.0, "different states"
    words_a, words_b = telling_words(a), telling_words(b)
    shared = words_a & words_b
    short_a = {w for w in words_a if len(w) < 6} & _initials((b.name, *b.aliases))
    short_b = {w for w in words_b if len(w) < 6} & _initials((a.name, *a.aliases))
    if short_a or short_b:
        return 0.9, f"abbreviation {sorted(short_a | short_b)[0]}"
    if not shared:
        return 0.0, "no telling word in common"
    smaller = min(len(words_a), len(words_b))
    return len(shared) / smaller, "same words: " + ", ".join(sorted(shared))
