"""A bill while the article is being read: what it is called, where it is spoken of, and what it can be."""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.extraction.bill_mentions import LEAD, TITLE_NUMBER, BillMention, title_content
from graph.extraction.bill_standing import is_dealt_with_too
from graph.extraction.bill_wordings import year_of
from graph.extraction.lexicon import bill_words, folded
from graph.extraction.short_forms import long_form
from graph.language.tree import Text
from graph.lexicons import load_lexicon
from graph.model import Bill

if TYPE_CHECKING:
    from graph.language.words import Token

_BARE_NUMBER = re.compile(r"(?:[Nn]o\.?|[Nn]umber|№|#)\W*[\d/-]+")
"""A number without the kind of text that it numbers, which is the last thing to call a bill."""
HOUSE = re.compile(r"(?:(House|H)|(Senate|S)|(Assembly|A))(?:\.|\b|(?=[BRFJC]?\.?\s?\d))")
"""How a number says in which house a bill began: "HB 12", "S. 12", "Assembly Bill 12"."""
_OF_HOUSES = {1: frozenset(("house",)), 2: frozenset(("senate",)), 3: frozenset(("assembly",))}
_NUMBERED = re.compile(r"(?:H\.?\s?[BR]|S\.?\s?B|A\.?\s?B|S)\.?\s?\d")
"""The number of a bill that does not say "bill": "HB 12", "S. 12"."""
_NOWHERE = (sys.maxsize, 0)
_EARLY = 6
"""Sentences within which an article calls its main bill by its name."""
_NO_BILL = re.compile(r"^(?!.*\b(?:Bill|Act|Law)\b).*\b(?:Treaty|Convention|Charter|Covenant)\b")
_AMENDS = re.compile(r"\b(?:Amendments?|Amending|Repeal)\b")
_STANDS = re.compile(r"\b(?:Act|Code|Law|Ordinance|Constitution)\b")
_ENACTED = re.compile(r" (?:Act|Code)(?:,? (?:of )?(?:19|20)\d\d)?$")
_TREATY = re.compile(r"\b(?:Treaty|Convention|Constitution|Charter|Code|Covenant)\b")


@dataclass(slots=True)
class BillReferent:
    """One bill while the article is being read."""

    key: int
    names: Counter[str] = field(default_factory=Counter)
    content: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    titled_in: set[int] = field(default_factory=set)  # trees in which a title of it stands
    phrases: Counter[str] = field(default_factory=Counter)  # what it is called where no words tell it apart
    loose: set[str] = field(default_factory=set)  # names whose noun alone does not say that it is a bill
    sponsors: set[str] = field(default_factory=set)  # folded names of who it is by
    seen: list[tuple[int, int]] = field(default_factory=list)
    weight: float = 0.0
    new: bool = False  # first told as one that the reader does not know ("a bill")
    concerned: bool = False  # an event or a position is about it
    existing: bool = True  # never named but as a law that stands already
    changed: bool = False  # spoken of as what is amended ("the amendment to the Water Act")
    amends: bool = False  # told as a change of a law that stands
    aside: bool = False  # only compared with another ("a similar bill")
    passing: bool = True  # never named but for where or by what something is done
    apart: bool = False  # told apart from others by a word ("another bill")
    plural: bool = False
    count: int = 0  # how many bills it is, 0 where that is not told
    members: tuple[BillReferent, ...] = ()  # the bills that two told together are

    def take(self, mention: BillMention) -> None:
        """Note what a mention of it says."""
        first = not self.seen
        self.new = mention.indefinite if first else self.new
        self.seen.append((mention.index, mention.start))
        self.content |= mention.content
        self.numbers |= mention.numbers
        if mention.title:
            self.titles.add(mention.words)
            self.titled_in.add(mention.index)
        if " " in mention.phrase:
            self.phrases[mention.phrase] += 1
        self.existing &= mention.existing
        self.passing &= mention.passing
        self.changed |= mention.changed
        self.amends |= mention.amends
        self.apart |= mention.other and (first or not mention.stands_in)
        named = mention.official or (mention.indefinite and mention.content)
        begun = self.first_seen[0] == mention.index > 0
        self.apart |= begun and bool(named) and is_dealt_with_too(mention.token)
        self.aside |= mention.aside
        self.plural |= mention.plural and (mention.strong or first)
        self.count = self.count or mention.count
        if mention.content or mention.numbers or mention.title:
            self.names[mention.words] += 1
            if not mention.strong or (mention.counted and not mention.content):
                self.loose.add(mention.words)

    @property
    def first_seen(self) -> tuple[int, int]:
        """Where it is first spoken of: tree and offset; behind everything for one that is only implied."""
        return min(self.seen, default=_NOWHERE)

    @property
    def name(self) -> str:
        """The name it goes by: a title, else the describing phrase used most."""

        def fitness(name: str) -> tuple[bool, bool, bool, bool, int, int, str]:
            loose = name in self.loose
            return (
                " " not in name,
                bool(_BARE_NUMBER.fullmatch(name)),
                name not in self.titles,
                loose,
                -self.names[name],
                abs(len(name) - 24),
                name,
            )

        best = min(self.names, key=fitness, default="bill")
        if best.lower() not in bill_words()["strong"] | bill_words()["weak"]:
            return best
        return next(iter(self.phrases), best)

    def as_told(self, jurisdiction: str | None) -> Bill:
        """Return the bill as the article tells it; its identifier is provisional."""
        others = sorted(name for name in self.names if name != self.name)
        return Bill(str(self.key), self.name, tuple(others), min(self.numbers, default=None), jurisdiction)

    @property
    def nouns(self) -> frozenset[str]:
        """The words of its names, titles and phrases; "bill" of one with a bill's number."""
        found = {word for name in (*self.names, *self.phrases) for word in folded(name).split()}
        return frozenset(found | ({"bill"} if any(map(_NUMBERED.match, self.names)) else set()))

    @property
    def in_the_making(self) -> bool:
        """Whether it is named officially and neither as a treaty nor only as a law that stands."""
        treaty = bool(self.titles) and all(_NO_BILL.search(title) for title in self.titles)
        return self.official and (self.changed or not self.existing) and (not treaty or bool(self.numbers))

    @property
    def can_go_on(self) -> bool:
        """Whether "it" or "the text" can mean it: no law that stands, nor "four alternative bills"."""
        return not (self.existing or self.members or (self.plural and self.apart))

    def can_be_called(self, noun: str) -> bool:
        """Whether a noun can mean it: "bill" no law that stands and is only changed or replaced."""
        return noun != "bill" or not self.existing or "bill" in self.nouns

    @property
    def background(self) -> bool:
        """Whether it is a law named officially behind the lead and called a law, never a bill, in the
        article's own words too: "Obama's healthcare law, the Affordable Care Act".
        """
        own = {word for name in self.names if name not in self.titles for word in folded(name).split()}
        late = min(self.seen, default=(0, 0))[0] > LEAD
        return self.official and late and "law" in own and "bill" not in self.nouns

    @property
    def enacted(self) -> bool:
        """Whether it is known by the title of a law alone, not by that of a bill or of what changes it."""
        laws = bool(self.titles) and all(map(_ENACTED.search, self.titles))
        return laws and not (self.numbers or self.changed or "bill" in self.nouns)

    @property
    def described(self) -> bool:
        """Whether it is also called by a phrase that is neither title nor number."""
        return any(name not in self.titles and not re.search(r"\d", name) for name in self.names)

    @property
    def prominence(self) -> tuple[bool, bool, bool, float, int]:
        """How much speaks for its being the bill that the article is about."""
        return (not self.existing, not self.apart, not self.background, self.weight, -self.key)

    @property
    def official(self) -> bool:
        """Whether a title or a number names it."""
        return bool(self.titles or self.numbers)


def can_be_main(referent: BillReferent, published: dt.date | None) -> bool:
    """Whether a bill named officially can be the one the article is about: a law in the making of these years
    that is named early or more than once.
    """
    years = [year for title in referent.titles if (year := year_of(title))]
    past = bool(published and years and max(years) < published.year - 1)
    treaty = any(_TREATY.search(title) and "Bill" not in title for title in referent.titles)
    early = len(referent.seen) > 1 or referent.first_seen[0] <= _EARLY
    return referent.official and not referent.existing and not past and not treaty and early


def can_be_one(short: BillReferent, other: BillReferent) -> bool:
    """Whether a bill of a headline can be another one by a name of different words: both of one number of
    bills, neither told apart or standing already, at most one with a number, at most one with a full title.
    """
    if short.plural != other.plural or short.apart or other.apart or short.existing or other.existing:
        return False
    full = [r for r in (short, other) if any(len(title.split()) > 2 for title in r.titles)]
    return len(full) < 2 and not (short.numbers and other.numbers)


def same_title(mention: BillMention, referent: BillReferent) -> bool:
    """Whether a title can be short or long for the titles of a bill: no other year, no other words."""
    if referent.titles and _law_before(mention, referent):
        return False
    year = year_of(mention.words)
    treaty = bool(_TREATY.search(mention.words))
    for title in referent.titles:
        other = year_of(title)
        of_other = {*TITLE_NUMBER.findall(title)} ^ {*TITLE_NUMBER.findall(mention.words)}
        if len(of_other) > 1:
            return False  # "the Finance Bill No. 2", "the Finance Bill No. 3"
        if (year and other and year != other) or bool(_TREATY.search(title)) != treaty:
            return False
        if one_changes_the_other(mention.words, title):
            return False
        full = (year and other) or (_AMENDS.search(mention.words) and _AMENDS.search(title))
        if full and title_content(mention.words) != title_content(title):
            return False  # "Media (Amendment) Bill", "Media Council (Amendment) Bill"
    smaller, larger = sorted((mention.content, frozenset(referent.content)), key=len)
    return not referent.titles or smaller <= larger


def _law_before(mention: BillMention, referent: BillReferent) -> bool:
    """Whether one is a law that stands and the other a bill of its name told later as new: "a Marriage Bill"
    behind "the Marriage Act".
    """
    told, laws = (mention.index, mention.start), (" Act", " Code", " Law")
    if mention.words.endswith(" Bill"):
        before = mention.indefinite and referent.first_seen < told
        return before and all(title.endswith(laws) for title in referent.titles)
    before = referent.new and told < referent.first_seen and mention.words.endswith(laws)
    return before and all(title.endswith(" Bill") for title in referent.titles)


def sides_of(words: Iterable[str]) -> set[str]:
    """Return the sides to which some folded words give a bill: "conservative", "compromise"."""
    names = frozenset(words)
    sides = load_lexicon("words")["sides_of_bills"]
    return {side for side, known in sides.items() if not names.isdisjoint(known)}


def is_act_beside_bill(mention: BillMention, referent: BillReferent) -> bool:
    """Whether one is a law known by its title alone and the other a bill without a title, which is hardly
    called by the same words but as the bill to change that law.
    """
    if mention.title:
        law = _ENACTED.search(mention.words) and not (mention.changed or mention.numbers)
        return bool(law) and "bill" in referent.nouns and not referent.titles
    return referent.enacted and mention.token.lemma_.lower() == "bill"


def of_another_bill(mention: BillMention, referent: BillReferent) -> bool:
    """Whether a number is that of another bill: "SB 12" beside "HB 12", "the Water Bill (No. 2)" beside "the
    Fuel Bill (No. 2)".
    """
    if TITLE_NUMBER.search(mention.words) and any(map(TITLE_NUMBER.search, referent.titles)):
        return mention.title and not same_title(mention, referent)
    house = HOUSE.match(mention.words)
    others = {found.lastindex for name in referent.names if (found := HOUSE.match(name))}
    return house is not None and bool(others) and house.lastindex not in others


def of_a_house(words: Set[str], referents: Iterable[BillReferent]) -> BillReferent | None:
    """Return the only bill with the number of a house that some words name, beside one of the other house:
    "the Senate bill" where there are HB 12 and SB 7.
    """
    named = [house for house, names in _OF_HOUSES.items() if words & names]
    by_house: dict[int | None, list[BillReferent]] = {}
    for referent in referents:
        for name in referent.names if len(named) == 1 else ():
            if referent.numbers and (found := HOUSE.match(name)) and name[-1].isdigit():
                by_house.setdefault(found.lastindex, []).append(referent)
    own = by_house.get(named[0], []) if named else []
    return own[0] if len(own) == 1 and len(by_house) > 1 else None


def one_changes_the_other(one: str, other: str) -> bool:
    """Whether one of two titles is that of a bill that changes the law of the other, whichever it is."""
    return _changes(one, other) or _changes(other, one)


def _changes(one: str, other: str) -> bool:
    """Whether one title is that of a bill that changes the law of the other: "Water (Amendment) Bill" beside
    "Water Act".
    """
    amends = _AMENDS.search(one) and "bill" in one.lower()
    return bool(amends and _STANDS.search(other) and not _AMENDS.search(other))


def shortened(mention: BillMention, referent: BillReferent) -> bool:
    """Whether one is the other by initials: "PVO Bill" for the Private Voluntary Organisations Bill, "IR
    bill" for the industrial relations bill.
    """
    if any(_is_short_for(mention.words, name) for name in referent.names):
        return True
    mine = {letters.lower() for letters in initials([mention.words])} if mention.title else set()
    theirs = {letters.lower() for letters in initials(referent.titles)}
    short = [word for word in mention.content if len(word) >= 3 and len(mention.content) == 1]
    long = [word for word in referent.content if len(word) >= 3 and len(referent.content) == 1]
    return any(letters.startswith(word) for letters in theirs for word in short) or any(
        letters.startswith(word) for letters in mine for word in long
    )


def _is_short_for(short: str, long: str) -> bool:
    """Whether a phrase is a longer one with the initials of all words before its noun."""
    letters, _, noun = short.partition(" ")
    words = long.split()
    return (
        letters.isupper()
        and len(letters) == len(words) - 1 > 1
        and noun.lower() == words[-1].lower()
        and letters.lower() == "".join(word[0] for word in words[:-1]).lower()
    )


def initials(titles: Iterable[str]) -> Iterator[str]:
    """Yield the initials by which some titles may be called, three letters or more."""
    for title in titles:
        words = [word for word in re.findall(r"[^\W\d_][\w’'-]*", title) if word[0].isupper()]
        letters = "".join(word[0] for word in words)
        if len(letters) >= 3:
            yield letters


def told_by_initials(
    text: Text, referents: Iterable[BillReferent], at: Mapping[tuple[int, int], BillReferent]
) -> Iterator[tuple[int, Token, BillReferent]]:
    """Yield the words that are the initials of a bill's title, or what brackets behind it call it, each with
    its tree and the bill.
    """
    short = {word: referent for referent in referents for word in initials(referent.titles)}
    told = short or "(" in text.article.text  # else no word is short for any
    for index, tree in enumerate(text.trees if told else ()):
        for token in tree.doc:
            long = long_form(token)
            referent = at.get((long[0], long[2].i)) if long else short.get(token.text)
            if referent is not None:
                yield index, token, referent
