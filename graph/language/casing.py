"""Give headlines the case of running text, so that the parser, which learnt from running text, can read them.

"House Approves Stimulus Package" and "LORDS THROW OUT BILL" lose their capitals where the body, or else a
dictionary, says that a word is a common one. Every text keeps its length, so that offsets stay true.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from graph.language.tied_words import describes
from graph.lexicons import load_lexicon

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_MOSTLY = 0.6
"""Share of longer words that must be capitalised for a headline to be in title case; running text stays below
0.4.
"""


def _lowered(word: str) -> str:
    if word.isascii():
        return word.lower()
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in word)


def _titled(word: str) -> str:
    return word[:1] + _lowered(word[1:])


def unknown_verbs(words: Sequence[str]) -> dict[int, tuple[str, str]]:
    """Return, by place, the word that the parser sees instead of a verb that it does not know, and the lemma
    that the tree keeps: "to override" reads as two prepositions otherwise.

    Of a word with a prefix tied to it the parser sees the rest, whose lemma belongs behind the prefix ("re-"
    before "adopt") or, where the prefix says nothing, is the word's own ("" for "co-sponsored").
    """
    english = load_lexicon("english")
    table, by_noun, pairs = english["stand_ins"], english["behind_bill"], english["before_nouns"]
    nouns, between, tied = frozenset(by_noun["nouns"]), by_noun["between"], english["tied"]
    members, does, opening = english["behind_members"], _does(), english["openings"]
    openers = english["opening_nouns"]
    found = dict[int, tuple[str, str]]()
    low = [_lowered(word) for word in words]
    for place, (word, plain) in enumerate(zip(words, low, strict=True)):
        behind = low[place - 1] if place else ""
        subject = low[place - 2] if behind in between and place > 1 else behind
        pair = f"{plain} {low[place + 1]}" if place + 1 < len(low) else ""
        following = low[place + 1] if place + 1 < len(low) else ""
        apart = not place or behind == ","
        if apart and pair in english["asides"] and low[place + 2 : place + 3] == [","]:
            first, second = english["asides"][pair]
            found[place], found[place + 1] = (first, plain), (second, following)
        elif pair in pairs:
            found[place] = pairs[pair], plain
        elif not place and plain in opening and following in opening["before"]:
            instead, lemma = opening[plain]
            found[place] = instead.capitalize(), lemma
        elif not place and plain in openers["words"] and following in openers["before"]:
            found[place] = openers["words"][plain], plain
        elif following == "to" and plain in english["means_to"]:
            found[place] = "wants", english["means_to"][plain]
        elif f"{behind} {plain}" in english["topics"]:
            found[place] = english["topics"][f"{behind} {plain}"], plain
        elif behind == "to" and plain in english["behind_to"] and following[:1].isalpha():
            if following not in tied["not_before"] or following in ("a", "an", "the", "it"):
                found[place] = english["behind_to"][plain], plain
        elif plain in table and behind not in ("the", "an", "a", "’s", "'s"):
            instead, lemma = table[plain]
            found[place] = instead, lemma
        elif (
            plain in by_noun["verbs"]
            and (subject in nouns or _goes_on_behind_figures(words, place) or _heads_for(words, place))
            and not _has_object(words[place + 1 :])
        ):
            instead, lemma = by_noun["verbs"][plain]
            found[place] = instead, lemma
        elif plain in members["words"] and behind in members["nouns"]:
            if not _has_object(words[place + 1 :]):
                instead, lemma = members["words"][plain]
                found[place] = instead, lemma
        elif plain in does and (
            (subject in nouns and not _has_object(words[place + 1 :]))
            or low[place - 2 : place] == ["into", "law"]
        ):
            found[place] = by_noun["does"], does[plain]
        elif behind == "to" and place > 1 and _is_done(words, place, nouns):
            found[place] = by_noun["does"].removesuffix("s"), plain
        elif "-" in word:
            prefix, tie, rest = word.partition("-")
            if describes(word, words[place + 1] if place + 1 < len(words) else ""):
                found[place] = tied["describing_stand_in"], plain
            elif tie and rest and _lowered(prefix) in tied["prefixes"]:
                found[place] = rest, "" if _lowered(prefix) in tied["silent"] else f"{_lowered(prefix)}-"
    return found


@lru_cache(maxsize=1)
def _does() -> dict[str, str]:
    """Return, by form, the verbs for what a bill does that are no nouns in the plural ("bans", "raises")."""
    verbs = set(load_lexicon("words")["describes_bill"])
    verbs -= set(load_lexicon("english")["behind_bill"]["nouns_too"])
    return {f"{verb}{'es' if verb.endswith(('sh', 's', 'x')) else 's'}": verb for verb in verbs}


def _is_done(words: Sequence[str], place: int, nouns: frozenset[str]) -> bool:
    """Whether a word that is a noun too tells what a bill is to do: "legislation to cap rents"."""
    done = (
        _lowered(words[place - 2]).removesuffix("s") in nouns and _lowered(words[place]) in _does().values()
    )
    return done and not _has_object(words[place + 1 :])


def _goes_on_behind_figures(words: Sequence[str], place: int) -> bool:
    """Whether a word goes on behind figures: "passed the House 62-38 and heads to the Senate"."""
    figures = place > 1 and words[place - 1] == "and" and words[place - 2][:1].isdigit()
    return figures and words[place + 1 : place + 2] in (["to"], ["back"])


def _heads_for(words: Sequence[str], place: int) -> bool:
    """Whether "heads" is a verb by what follows it: "the bill passed by the committee heads to the House"."""
    body = words[place + 2 : place + 3]
    return (
        words[place : place + 2] == ["heads", "to"]
        and bool(body)
        and (body[0] == "the" or body[0][:1].isupper())
    )


def _has_object(following: Sequence[str]) -> bool:
    """Whether a noun phrase begins right behind a verb, which the parser then knows for one."""
    return bool(following) and (following[0] in ("the", "a", "its", "both") or following[0][:1].isupper())


def stand_ins(words: Sequence[str]) -> dict[int, tuple[str, str]]:
    """Return, by place, the word that the parser sees instead of one of a headline, and the lemma it keeps.

    "Senate backs bill" and "senate rejects fireworks ban" read as one long noun otherwise.
    """
    table = load_lexicon("english")["headlines"]
    verbs, nouns, never = table["verbs"], frozenset(table["nouns"]), frozenset(table["not_after"])
    found = unknown_verbs(words)
    for place in range(1, len(words)):
        word, before = _lowered(words[place]), words[place - 1]
        if not before[:1].isalpha() or _lowered(before) in never:
            continue
        following = _lowered(words[place + 1]) if place + 1 < len(words) else ""
        if following in table["not_before"]:
            continue
        lemma = verbs.get(f"{word} {following}") or verbs.get(word)
        if lemma is None and "through" in words[place + 1 :]:
            lemma = table["through"].get(word)
        if lemma is None and word in table["by_members"] and _lowered(before) in table["members"]:
            lemma = word
        if lemma and following:
            found[place] = table["verb_stand_in"], lemma
        elif word in nouns and before[:1].islower() and place - 1 not in found:
            found[place] = table["noun_stand_in"], word
    return found


@lru_cache(maxsize=4)
def spellings(body: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that stand in lower case in the body, and those capitalised inside a sentence."""
    lower, upper = set[str](), set[str]()
    for found in _WORD.finditer(body):
        word = found.group()
        if word[0].islower():
            lower.add(word)
        elif found.start() > 1 and body[found.start() - 2].isalnum() and body[found.start() - 1] == " ":
            upper.add(word)
    return frozenset(lower), frozenset(upper)


def recased(headline: str, body: str, is_common: Callable[[str], bool]) -> str:
    """Return the headline, as long as before, in the case of running text.

    Args:
        headline: any line; one that is in sentence case comes back unchanged.
        body: the running text of the same article.
        is_common: whether a lower-case word stands in a dictionary.
    """
    words = [found for found in _WORD.finditer(headline) if len(found.group()) > 3]
    shouted = sum(found.group().isupper() for found in words) > _MOSTLY * len(words)
    capital = sum(found.group()[0].isupper() for found in words)
    if len(words) < 3 or capital <= _MOSTLY * len(words):
        return headline
    lower, upper = spellings(body)

    def in_running_text(found: re.Match[str]) -> str:
        word = found.group()
        plain, titled = _lowered(word), _titled(word)
        if titled in upper or word in upper:
            return word if word in upper else titled
        if plain in lower or is_common(plain):
            return plain
        return titled if shouted and len(word) > 3 else word

    return _WORD.sub(in_running_text, headline)
