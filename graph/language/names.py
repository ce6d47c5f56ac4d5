"""Names in a sentence: what the model finds, mended where a small model is weak.

The model's borders are good and its types poor, so: offices before a name are cut off, particles and further
capitals are taken in, the last word of an organisation or a place decides its type, a capitalised run after
an office is a person, and a name once known is known everywhere in the article.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from graph.language.known_names import is_known_body, parties, peoples, places, plain_bodies
from graph.lexicons import load_lexicon

Label = Literal["PERSON", "ORG", "PLACE", "EVENT"]


@dataclass(frozen=True, slots=True)
class Name:
    """A name by its span in a part of an article. `known` is False where only the model vouches for it."""

    start: int
    end: int
    text: str
    label: Label
    known: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    courtesy: frozenset[str]
    particles: frozenset[str]
    articles: tuple[str, ...]
    stops: frozenset[str]
    organisations: frozenset[str]
    places: frozenset[str]
    offices: dict[str, tuple[tuple[str, ...], ...]]  # by their first word, longer ones first


_OWNS = ("'s", "’s", "'", "’")


@lru_cache(maxsize=1)
def _words() -> _Words:
    names = load_lexicon("english")["names"]
    before_names = [*load_lexicon("offices")["before_names"], *names["courtesy"]]
    offices = defaultdict[str, list[tuple[str, ...]]](list)
    for words in sorted({tuple(phrase.split()) for phrase in before_names}, key=lambda w: (-len(w), w)):
        offices[words[0]].append(words)
    return _Words(
        courtesy=frozenset(names["courtesy"]),
        particles=frozenset(names["particles"]),
        articles=tuple(names["articles"]),
        stops=frozenset(names["stops"]),
        organisations=frozenset(names["organisation_heads"]),
        places=frozenset(names["place_heads"]),
        offices={first: tuple(phrases) for first, phrases in offices.items()},
    )


Token = tuple[str, int, int]
"""Text, start, end."""


def _plain(token: str) -> str:
    return token.lower().strip(".")


def _is_capital(token: str) -> bool:
    return token[:1].isupper() and token[:1].isalpha()


def office_at(tokens: Sequence[Token], index: int) -> int:
    """Return how many tokens from `index` on are an office or a courtesy title, 0 where none is."""
    for phrase in _words().offices.get(_plain(tokens[index][0]), ()) if index < len(tokens) else ():
        last = index + len(phrase)
        if last <= len(tokens) and all(
            _plain(tokens[index + step][0]) == word for step, word in enumerate(phrase)
        ):
            return len(phrase)
    return 0


_NO_SECOND_PART = frozenset((
    "led", "backed", "run", "era", "based", "style", "like", "elect", "born", "controlled", "dominated",
    "wide",
))  # fmt: skip


def _hyphenated(tokens: Sequence[Token], end: int) -> int:
    """Return the end of a name with the parts that a hyphen ties to it: "Han Kuo-yu", "Al-Khorafi"."""
    while (
        end + 1 < len(tokens)
        and tokens[end][0] in ("-", "–")
        and tokens[end][1] == tokens[end - 1][2]
        and tokens[end + 1][1] == tokens[end][2]
        and tokens[end + 1][0][:1].isalpha()
        and _plain(tokens[end + 1][0]) not in _NO_SECOND_PART
    ):
        end += 2
    return end


def _run_from(tokens: Sequence[Token], index: int) -> int:
    """Return the end of the run of name words that starts at `index`."""
    words, end = _words(), index

    def continues(place: int) -> bool:
        token = tokens[place][0] if place < len(tokens) else ""
        return _is_capital(token) and _plain(token) not in words.stops

    while end < len(tokens):
        token = tokens[end][0]
        linked = _plain(token) in words.particles and not _is_capital(token)
        twice = end + 1 < len(tokens) and _plain(tokens[end + 1][0]) in words.particles
        initial = token == "." and end > index and len(tokens[end - 1][0]) == 1
        article = f"{_plain(token)}-" in words.articles and continues(end + 2) and tokens[end + 1][0] == "-"
        if continues(end) or (end > index and initial):
            end += 1
        elif end > index and linked and (continues(end + 1) or (twice and continues(end + 2))):
            end += 1 if continues(end + 1) else 2
        elif article and tokens[end][2] == tokens[end + 1][1]:
            end += 3  # "Leila | al-Amin"
        elif end > index and (tied := _hyphenated(tokens, end)) > end:
            end = tied  # "Jean-Claude | Juncker"
        else:
            break
    return end


def after_offices(tokens: Sequence[Token], text: str, is_common: Callable[[str], bool]) -> list[Name]:
    """Return the persons named right after an office, a courtesy title or their party, and that party
    ("President Yoon Suk Yeol", "Labour's Phil Twyford"); `is_common` tells whether a dictionary has a word.
    """
    words, found, index = _words(), list[Name](), 0
    while index < len(tokens):
        if tokens[index][0] not in _OWNS and _plain(tokens[index][0]) not in words.offices:
            index += 1
            continue
        length = office_at(tokens, index)
        if party := _party_of(tokens, index, is_common):
            start, stop = party[0][1], party[-1][2]
            found.append(Name(start, stop, text[start:stop], "ORG", known=True))
            length = 1
        if not length:
            index += 1
            continue
        begin = index + length
        if begin < len(tokens) and tokens[begin][0] == ".":
            begin += 1
        end = _run_from(tokens, begin)
        run = [token[0] for token in tokens[begin:end]]
        if run and not ({_plain(word) for word in run} & (words.organisations | words.places)):
            start, stop = tokens[begin][1], tokens[end - 1][2]
            if not office_at(tokens, begin):
                found.append(Name(start, stop, text[start:stop], "PERSON", known=True))
                found += _joined(tokens, index, end, text)
        index = max(begin, index + 1)
    return found


def _party_of(tokens: Sequence[Token], index: int, is_common: Callable[[str], bool]) -> Sequence[Token]:
    """Return the party, of at most three words, that owns what follows, where that is called as a person is:
    "Labour | 's | Ann Lee"; nothing elsewhere.
    """
    if tokens[index][0] not in _OWNS:
        return ()
    party = _party_ending(tokens, index)
    named = tokens[index + 1 : _run_from(tokens, index + 1)]
    return party if party and _is_called_as_person(named, is_common) else ()


def _joined(tokens: Sequence[Token], title: int, end: int, text: str) -> Iterator[Name]:
    """Yield the second of two persons with one title: "Senators Holm and Brandt"."""
    several = _plain(tokens[title][0]).endswith("s") and end < len(tokens) and tokens[end][0] == "and"
    stop = _run_from(tokens, end + 1) if several else end + 1
    if stop > end + 1 and not office_at(tokens, end + 1):
        start, last = tokens[end + 1][1], tokens[stop - 1][2]
        yield Name(start, last, text[start:last], "PERSON", known=True)


def _party_ending(tokens: Sequence[Token], end: int) -> Sequence[Token]:
    """Return the longest run of at most three words up to `end` that names a party."""
    runs = (tokens[begin:end] for begin in range(max(0, end - 3), end))
    return next((run for run in runs if " ".join(token[0] for token in run).lower() in parties()), ())


def _is_called_as_person(run: Sequence[Token], is_common: Callable[[str], bool]) -> bool:
    """Whether a run of two or three capitalised words is a person's name rather than a thing's."""
    plain = [_plain(token[0]) for token in run]
    things = _words().organisations | _words().places | _words().stops
    return (
        len(run) in (2, 3)
        and all(_is_capital(token[0]) for token in run)
        and not set(plain) & things
        and not all(is_common(word) for word in plain)
        and not any(office_at(run, place) for place in range(len(run)))
    )


def _is_no_person(run: Sequence[Token]) -> bool:
    """Whether what the model takes for a person is a bill, a people or a number."""
    if any(letter.isdigit() for token in run for letter in token[0]):
        return True
    if _plain(run[-1][0]) in ("bill", "bills", "act", "law", "assent", "gazette", "mps"):
        return True
    return len(run) == 1 and _plain(run[0][0]) in peoples() | plain_bodies()


def _typed(label: Label, run: Sequence[Token]) -> Label:
    words, whole = _words(), " ".join(token[0] for token in run).lower()
    if whole in places():
        return "PLACE"
    if is_known_body(whole):
        return "ORG"
    last = _plain(run[-1][0])
    parts = {_plain(token[0]) for token in run}
    if last in words.organisations or (label != "PLACE" and parts & words.organisations and len(run) > 1):
        return "ORG"
    if last in words.places and len(run) > 1:
        return "PLACE"
    return label


def _beside_party(
    tokens: Sequence[Token], begin: int, end: int, is_common: Callable[[str], bool]
) -> tuple[int, int]:
    """Return the person in a run that names their party or seat too: "Scottish Green | Gillian Mackay",
    "Poole MP | Ann Roe", "Phil Twyford | of Labour"; (0, 0) where it is no such run.
    """
    for place in range(begin + 1, end - 1):
        words = " ".join(token[0] for token in tokens[begin:place]).lower()
        after = place + (office_at(tokens, place) if _is_capital(tokens[place][0]) else 0)
        named = after > place or words in parties() or f"{words}s" in parties() or is_known_body(words)
        if named and _is_called_as_person(tokens[after:end], is_common):
            return after, end
        if tokens[place][0] == "of" and _party_ending(tokens[place + 1 : end], end - place - 1):
            return (begin, place) if _is_called_as_person(tokens[begin:place], is_common) else (0, 0)
    return 0, 0


def _is_a_member(tokens: Sequence[Token], end: int) -> bool:
    """Whether it is told behind a name what it belongs to, as of members of a party: ", also of the PSUV"."""
    behind = [token[0] for token in tokens[end : end + 5]]
    rest = [word for word in behind[1:] if word not in ("also", "the")]
    return behind[:1] == [","] and rest[:1] in (["of"], ["from"]) and bool(rest[1:]) and _is_capital(rest[1])


def mended(
    tokens: Sequence[Token],
    spans: Iterable[tuple[int, int, Label]],
    text: str,
    is_common: Callable[[str], bool],
) -> list[Name]:
    """Return names from the model's spans (token indices, label), with borders and types mended; `is_common`
    tells whether a dictionary has a word.
    """
    words, found = _words(), list[Name]()
    for begin, end, label in spans:
        while begin < end and (skipped := office_at(tokens, begin)) and begin + skipped <= end:
            begin += skipped
        while begin < end and not any(letter.isalnum() for letter in tokens[begin][0]):
            begin += 1
        while begin < end and (
            tokens[end - 1][0] in ("'s", "’s", "'", "’")
            or not any(c.isalnum() for c in tokens[end - 1][0])
            or _plain(tokens[end - 1][0]) in words.stops  # "National Assembly today"
        ):
            end -= 1
        while begin < end and _plain(tokens[begin][0]) in words.stops:
            begin += 1
        if begin >= end or not any(_is_capital(token[0]) for token in tokens[begin:end]):
            continue
        if last := (person := _beside_party(tokens, begin, end, is_common))[1]:
            begin, end, label = person[0], last, "PERSON"
        if (
            label == "ORG"
            and _is_a_member(tokens, end)
            and _is_called_as_person(tokens[begin:end], is_common)
        ):
            label = "PERSON"
        if label == "PERSON" and (last := _run_from(tokens, begin)) > begin:
            end = last
        if label != "PLACE":
            end = _hyphenated(tokens, end)
        if label == "PERSON" and _is_no_person(tokens[begin:end]):
            continue
        if label == "ORG" and _plain(tokens[end - 1][0]) == "assent":
            continue
        for first, last in _apart(tokens, begin, end):
            start, stop = tokens[first][1], tokens[last - 1][2]
            found.append(Name(start, stop, text[start:stop], _typed(label, tokens[first:last])))
    return found


def _apart(tokens: Sequence[Token], begin: int, end: int) -> list[tuple[int, int]]:
    """Return the runs of a run of names that are two bodies joined by "and": "Fine Gael and Sinn Féin"."""

    def known(first: int, last: int) -> bool:
        return is_known_body(" ".join(token[0] for token in tokens[first:last]))

    for place in range(begin + 1, end - 1):
        if tokens[place][0] == "and" and known(begin, place) and known(place + 1, end):
            return [(begin, place), (place + 1, end)]
    return [(begin, end)]


def without_overlaps(names: Iterable[Name]) -> list[Name]:
    """Return the names sorted; of two that overlap the known one stays, then the longer."""
    kept = list[Name]()
    starts = list[int]()
    for name in sorted(names, key=lambda n: (not n.known, n.start - n.end, n.start, n.label)):
        place = bisect_left(starts, name.start)
        before_ends = kept[place - 1].end if place else name.start
        after_starts = kept[place].start if place < len(kept) else name.end
        if before_ends <= name.start and name.end <= after_starts:
            kept.insert(place, name)
            starts.insert(place, name.start)
    return kept


def surname(name: str) -> str:
    """Return the word a person is called by later on: the last one, without particles and article.

    >>> surname("Ursula von der Leyen"), surname("Leila al-Amin")
    ('Leyen', 'Amin')
    """
    parts = [part for part in name.split() if part.strip(".,").lower() not in ("jr", "sr", "ii", "iii", "iv")]
    last = parts[-1] if parts else name
    article = last[: last.find("-") + 1]
    return last[len(article) :] if article.lower() in _words().articles else last


def spread(
    names: Sequence[Name], text: str, spans: Iterable[tuple[int, int]], elsewhere: Iterable[Name] = ()
) -> list[Name]:
    """Return the names with every further place in `spans` where a person of several words is named again.

    Surnames alone count too; `elsewhere` are names of another part of the article.
    """
    persons = {n.text for n in (*names, *elsewhere) if n.label == "PERSON" and " " in n.text}
    surnames = {surname(person) for person in persons}
    forms = sorted(
        persons | {word for word in surnames if len(word) > 2 and word[0].isupper()},
        key=lambda form: (-len(form), form),
    )
    if not forms:
        return list(names)
    pattern = re.compile(r"(?<![\w-])(?:" + "|".join(re.escape(form) for form in forms) + r")(?![\w-])")
    again = [
        Name(found.start(), found.end(), found.group(), "PERSON", known=True)
        for begin, end in spans
        for found in pattern.finditer(text, begin, end)
    ]
    organisations = [n for n in names if n.label != "PERSON" and " " in n.text]
    known = [replace(n, known=True) for n in organisations]  # "the Kennedy Center" is no Kennedy
    return without_overlaps([*again, *known, *names])
