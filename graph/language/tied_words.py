"""Words that a hyphen ties together, which the tokenizer takes apart: "non-binding", "intelligence-gathering
bill", "right-to-work law".
"""

from __future__ import annotations

from functools import lru_cache

from graph.lexicons import load_lexicon

_MOST_PARTS = 5


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    tied = load_lexicon("english")["tied"]
    return {
        name: frozenset(tied[name]) for name in ("prefixes", "adverbs", "describing", "inner", "not_before")
    }


def tied(words: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Return words with their offsets, those that a hyphen ties together as one."""
    if all(word != "-" for word, _, _ in words):
        return words
    found, place = list[tuple[str, int, int]](), 0
    while place < len(words):
        end = _end_of(words, place)
        text, start, _ = words[place]
        whole = "".join(word for word, _, _ in words[place:end]) if end > place + 1 else text
        found.append((whole, start, words[end - 1][2]))
        place = end
    return found


def _end_of(words: list[tuple[str, int, int]], place: int) -> int:
    """Return where the word at a place ends with what is tied to it."""
    parts, end = [words[place][0]], place + 1
    while len(parts) < _MOST_PARTS and end + 1 < len(words) and _is_tie(words, end):
        parts.append(words[end + 1][0])
        end += 2
    following = words[end][0] if end < len(words) else ""
    if len(parts) > 1 and describes("-".join(parts), following):
        return end
    return place + 3 if len(parts) > 1 and _makes_another_word(parts[0].lower(), parts[1]) else place + 1


def _makes_another_word(first: str, rest: str) -> bool:
    """Whether a first part makes one word with what is tied to it: "non-binding", "rubber-stamped"."""
    verb = load_lexicon("english")["tied"]["verbs"].get(first, "-")
    return first in _lists()["prefixes"] or rest.startswith(verb)


def _is_tie(words: list[tuple[str, int, int]], place: int) -> bool:
    """Whether a word is a hyphen without blanks before a word in lower case."""
    (_, _, before), (mark, start, end), (word, after, _) = words[place - 1 : place + 2]
    return mark == "-" and before == start and end == after and word[:1].islower()


def describes(word: str, following: str) -> bool:
    """Whether a word with hyphens describes a noun as an adjective does: "gender-based", "cost-of-living",
    "water-saving" before what it describes.
    """
    first, *inner = word.lower().split("-")
    if not inner or not all(part.isalpha() for part in (first, *inner)):
        return False
    *joints, last = inner
    if joints:
        return all(part in _lists()["inner"] for part in joints)
    if _makes_another_word(first, last) or first in _lists()["adverbs"]:
        return False
    before_noun = following[:1].islower() and following not in _lists()["not_before"]
    return last in _lists()["describing"] or (len(last) > 5 and last.endswith("ing") and before_noun)
