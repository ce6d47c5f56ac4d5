"""Noun phrases that can name a bill, each with the words that tell it from other bills.

"The amnesty bill", "draft law No. 10449 on mobilisation", "a bill to ban hunting", "ten bills": what stands
before the noun, after its prepositions, or in the clause that describes it. Words for the kind of text
("draft", "Senate", "tougher") tell nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.extraction.bill_clauses import LONGEST_CLAUSE, by_clause
from graph.extraction.bill_owners import is_this_kind, owners_of
from graph.extraction.bill_phrases import (
    before_gerund,
    beside,
    complement_of,
    content_of,
    gerund_before,
    in_clause,
    name_of,
    own_phrase,
    year_before,
)
from graph.extraction.bill_stand_ins import behind, further_name, telling
from graph.extraction.bill_standing import (
    is_changed,
    is_drafted,
    is_earlier,
    is_elsewhere,
    is_existing,
    is_in_passing,
    is_new_bill,
    is_new_law,
    is_of_another_year,
    like_another,
    titled_by_its_verb,
)
from graph.extraction.bill_wordings import YEAR, tidied
from graph.extraction.lexicon import bill_words, by_lemma, folded, singular, word_class
from graph.extraction.nouns import is_bill_noun, mask_kind, plain_phrase
from graph.language.tree import Tree, children, lemma, phrase, possessors, prepositions
from graph.lexicons import load_lexicon

if TYPE_CHECKING:
    from graph.language.words import Token

LEAD = 3
"""Trees that count as the lead, the headline among them: there the bill of the article is named."""
_TITLE_NOISE = re.compile(
    r"\b(?:act|bill|law|code|treaty|of|the|and|on|for|to|no|draft|regulation|amendments?|eu|\d{4})\b|[^\w\s]"
)
_DEFINITE = frozenset(("the", "this", "that", "these", "those", "both", "such"))
_AS = frozenset(("as", "under"))
_SEVERAL = frozenset(("several", "multiple", "numerous", "various", "key", "priority", "important", "twin"))
_FURTHER = frozenset(("more", "additional"))
_NUMBER = re.compile(r"\d[\d/.,-]*\d|\d")
TITLE_NUMBER = re.compile(r"\b(?:No\.?|Number)\s?(\d{1,4})\b(?!/)")
_QUOTES = re.compile('["“”«»‘]|’(?=\\s|$)')
_CALLED = re.compile(
    r"^[\w ]+?,? (?:also )?(?:entitled|titled|named|called|dubbed|known as) (?:the )?(?=[\"“‘'«])"
)
_OF_YEAR = re.compile(r" of (?:19|20)\d\d\b")


def count_of(words: Iterable[str]) -> int:
    """Return the number of bills among some words in lower case ("both", "twelve", "12"); 0 for none."""
    for word in sorted(words):
        if word == "both":
            return 2
        if (number := load_lexicon("votes")["numbers"].get(word, 0)) > 1:
            return int(number)
        if re.fullmatch(r"\d{1,3}(?:,\d{3})*|\d{4,}", word) and int(word.replace(",", "")) > 1:
            return int(word.replace(",", ""))
    return 0


def title_content(title: str) -> frozenset[str]:
    """Return the folded words of a title that tell it from others."""
    return frozenset(singular(w) for w in _TITLE_NOISE.sub(" ", folded(title)).split() if len(w) > 2)


@dataclass(frozen=True, slots=True)
class BillMention:
    """A noun phrase that can name a bill.

    Attributes:
        words: the phrase without article and owner.
        phrase: the phrase with owner and describing clause, by which a bill goes that has no other name.
        strong: whether the noun alone says that it is a bill.
        official: whether it is a title or a number.
        existing: whether it is named as a law that stands already ("under the Parliament Act").
        standing: whether it is said to stand ("existing gun laws").
        aside: whether it is another bill that the article's own is only compared with ("a similar bill").
        passing: whether it only says where or by what something is done ("a clause in last year's tax bill").
        changed: whether an amendment of it is spoken of.
        amends: whether it is a change of a law that stands, told by that law.
        registered: whether it is the number or title under which a bill named beside it goes its way.
        stands_in: whether it is a word that only stands for a bill ("another").
        counted: whether it is a number of bills ("ten bills"); `count` is that number, 0 where none is told.
        new: whether it can start a bill of its own: "the revised text" cannot.
    """

    index: int
    token: Token
    start: int
    words: str
    strong: bool
    definite: bool
    indefinite: bool = False
    other: bool = False
    plural: bool = False
    content: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    title: bool = False
    existing: bool = False
    standing: bool = False
    aside: bool = False
    passing: bool = False
    changed: bool = False
    amends: bool = False
    registered: bool = False
    stands_in: bool = False
    counted: bool = False
    count: int = 0
    new: bool = True
    phrase: str = ""

    @property
    def official(self) -> bool:
        """Whether it is a title or a number."""
        return self.title or bool(self.numbers)


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun that may mean a bill."""

    index: int
    token: Token
    start: int


def _is_new_by_its_clause(token: Token) -> bool:
    """Whether a noun that can name a bill is new to the reader, whom a clause tells which one it is: "a
    measure that would raise fines", "a plan to ban hunting".
    """
    word = token.lemma_.lower()
    able = word in bill_words()["anaphoric"] and word not in word_class("versions")
    return able and any(c.lower_ in ("a", "an") for c in children(token, "det"))


def _is_whole_of_a_part(token: Token) -> bool:
    """Whether a clause behind a bill tells of the part before it: "a section of the bill that would share out
    road funds".
    """
    part = token.head if token.dep_ == "nmod" and "of" in prepositions(token) else None
    return part is not None and part.lemma_.lower() in word_class("parts")


def _goes_on(token: Token) -> bool:
    """Whether a clause only adds to a bill that the reader knows: "the bill, which would raise fines"."""
    behind = token.doc[token.i + 1 : token.i + 3]
    known = bool({c.lower_ for c in children(token, "det")} & {"the", "this"})
    return known and [word.lower_ for word in behind] == [",", "which"]


def _many(token: Token) -> Token | None:
    """Return the noun that says how many bills there are: "a slew of bills", "two pieces of legislation"."""
    head = token.head
    return head if head.lemma_.lower() in word_class("numbers_of") and "of" in prepositions(token) else None


def mention_of(index: int, tree: Tree, token: Token, *, strong: bool) -> BillMention:
    """Return what a noun phrase says of the bill that it names."""
    start, end = tree.spans[token.i]
    gerund = gerund_before(token)
    words = name_of(tree, token)
    if complement := complement_of(token):
        places = [t.i for t in phrase(complement) if t.i <= complement.i or t.pos_ != "ADJ"]
        rest = token.doc[token.i + 1 : max(places) + 1]  # without "rejected the bill on hunting | outright"
        words = f"{words} {tree.words(rest)}"
    if gerund is not None:
        words = tree.words([*before_gerund(gerund), gerund, token])
    masked = mask_kind(tree, token)
    own = tree.sentence.text[start - tree.part_start : end - tree.part_start]
    if masked == "title" and folded(own) in bill_words()["strong"]:
        masked = ""  # "the Draft Law on property rights"
    numbers = frozenset(_NUMBER.findall(own)) if masked == "number" else frozenset[str]()
    inside = [t for t in token.subtree if mask_kind(tree, t) == "number" and not in_clause(t, token)]
    inside = [t for t in inside if not (masked == "title" and beside(t, token))]
    for part in inside if masked != "number" else ():
        a, b = tree.spans[part.i]
        numbers |= frozenset(
            _NUMBER.findall(tree.sentence.text[a - tree.part_start : b - tree.part_start])[:1]
        )
    if len(numbers) > 1 and token.tag_ == "NNS":
        numbers = frozenset()  # "three bills: SB 1, SB 2 and SB 3"
    content = content_of(tree, token) | (frozenset() if masked else year_before(token))
    versioned = token.dep_ == "nmod" and token.head.lemma_.lower() == "version"  # "a version of the bill"
    described = (strong and not versioned and not _is_whole_of_a_part(token)) or _is_new_by_its_clause(token)
    bare = False
    if described and not numbers and not masked and content <= owners_of(token):
        telling, words = by_clause(tree, token, words)
        bare = bool(telling) and token.lower_ == "legislation" and not children(token, "det", "nmod:poss")
        content = (frozenset() if _goes_on(token) else telling) or content - owners_of(token)
    if masked == "number":
        for noun in (token, *children(token, "appos")):
            content |= by_clause(tree, noun, "")[0]
        words = own + (
            year.group() if (year := _OF_YEAR.match(tree.sentence.text, end - tree.part_start)) else ""
        )
    if masked == "title":
        called = _CALLED.match(own)
        own = own[called.end() :].strip("'") if called else own
        words = (_QUOTES.sub("", own) if "‘" in own else re.sub('["“”«»]', "", own)).rstrip(" ,")
        numbers |= frozenset(TITLE_NUMBER.findall(re.sub(r"\(.*?\)", "", own)))
        content |= title_content(own)
    named = [token, token.head] if token.dep_ == "appos" else [token]  # "an earlier law, the Ports Act"
    other = any(
        c.lower_ in word_class("other_bill")
        for one in named
        for c in children(one, "det", "amod", "nummod", "det:predet", "compound")
    )
    other |= _is_somebodys_own(token)
    leading = next((t for t in token.doc[token.left_edge.i : token.i] if t.dep_ != "det"), token)
    other |= (
        leading.lower_ in word_class("told_aside") and leading.dep_ == "amod"
    )  # "an earlier | voter ID law"
    is_registered = masked == "number" and token.dep_ != "conj" and bool(_AS & set(prepositions(token)))
    is_registered |= masked == "title" and any(is_bill_noun(tree, b) for b in titled_by_its_verb(token))
    if (
        other
        and strong
        and not masked
        and (not content or (behind(token) and not children(token, "compound")))
    ):
        content, name = further_name(tree, token)
        words = name if content or " " not in words else words
    sorts = [n for n in possessors(token) if n.lemma_.lower() == "member" and children(n, "amod", "nummod")]
    determiners = {c.lower_ for noun in (token, *sorts) for c in children(noun, "det", "amod", "det:predet")}
    if token.tag_ == "NN":  # "a new | ports bill", read as of a new port
        kinds = children(token, "compound")
        determiners |= {c.lower_ for kind in kinds for c in children(kind, "det") if c.lower_ in ("a", "an")}
    if token.left_edge.lower_ == "this" and strong and not masked and not children(token, "compound", "nmod"):
        content = frozenset()  # "this horrible legislation"
    parts = word_class("parts") | word_class("articles")  # "amended a clause of the Ports Bill"
    in_the_making = masked == "title" and own.split()[-1] == "Bill" and token.head.lemma_.lower() in parts
    word, many = token.lemma_.lower(), _many(token)
    several = many is not None or token.tag_ in ("NNS", "NNPS")
    before = [inner for noun in children(token, "compound") for inner in noun.subtree]
    how_many = [number for noun in (token, *sorts) for number in children(noun, "nummod")]
    how_many += [n for n in before if n.dep_ == "nummod" and not YEAR.fullmatch(n.text)]
    determiners |= {c.lower_ for c in how_many}  # "two gun control bills"
    further = several and not how_many and bool(determiners & _FURTHER)  # "signed more bills"
    other |= further
    counted = many is not None or further or (several and bool(how_many or determiners & _SEVERAL))
    if several and token.head.pos_ == "NUM" and "of" in prepositions(token) and possessors(token):
        counted, words = True, tree.words([token.head, token])  # "eleven of her bills"
    if many is not None:
        words = plain_phrase(tree, many)
        determiners |= {c.lower_ for c in children(many, "nummod")}
        other |= any(c.lower_ in word_class("other_bill") for c in children(many, "amod"))
    standing = bool(determiners & {"existing", "current", "present"})
    standing |= index >= LEAD and "a" in determiners and is_new_law(token)
    other |= strong and not content and is_of_another_year(token)
    aside = other and bool((determiners | {leading.lower_}) & word_class("told_aside"))
    aside |= other and (is_elsewhere(token) or _is_somebodys_own(token))
    if strong and not masked and (like := like_another(token)):
        other, aside, words = True, True, tree.words([token, *like])
    words = words if masked else tidied(words)
    return BillMention(
        index,
        token,
        start,
        words,
        strong=strong,
        definite=bool(determiners & _DEFINITE or masked or is_earlier(token))
        or possessors(token) != sorts
        or any(map(is_this_kind, children(token, "nmod"))),
        indefinite=bare
        or (bool(determiners & {"a", "an", "third", "fourth", "fifth"}) and "such" not in determiners),
        other=other,
        aside=aside,
        passing=is_in_passing(token),
        plural=several and (counted or word not in ("rule", "change", "reform", "amendment")),
        content=content,
        numbers=numbers,
        title=masked == "title",
        existing=(is_existing(tree, token) and not (is_registered or in_the_making or is_new_bill(token)))
        or (folded(own) in word_class("standing_laws") and not is_drafted(token))
        or standing
        or (word == "law" and "in force" in words),
        standing=standing,
        changed=is_changed(token),
        registered=is_registered,
        count=count_of(determiners) if several else 0,
        counted=counted,
        new=word not in word_class("versions") or any(c.lower_ == "draft" for c in token.children),
        phrase=words if " " in words else _own_phrase(tree, token),
    )


def _own_phrase(tree: Tree, token: Token) -> str:
    """Return the phrase of a bill that no words name: with what a new one did ("a bill that undid the law"),
    not what became of it ("a bill that passed the House").
    """
    new = any(c.lower_ in ("a", "an") for c in children(token, "det"))
    done = [c for c in children(token, "acl:relcl") if c.tag_ == "VBD" and children(c, "obj") and new]
    undergoes = by_lemma("stages", "verbs")
    clause = [
        word
        for verb in done
        if verb.preceding in ("that", "which") and not any(f.bare for f in undergoes.get(lemma(verb), ()))
        for word in verb.subtree
        if word.i < token.i + LONGEST_CLAUSE
    ]
    return tree.words([token, *clause]) if clause else own_phrase(tree, token)


def _is_somebodys_own(token: Token) -> bool:
    """Whether a bill is told as that of somebody else than the one before: "a tax bill of her own"."""
    a = any(c.lower_ in ("a", "an") for c in children(token, "det"))
    return a and any(c.lower_ == "own" and "of" in prepositions(c) for c in children(token, "nmod"))


def stand_in_mention(index: int, tree: Tree, token: Token, clause: list[Token]) -> BillMention:
    """Return what "another, on prisons" says of the further bill that it stands for; "one that would raise
    fines" by the words of its clause.
    """
    content, words = further_name(tree, token)
    if clause:
        finite = clause[0].tag_ == "MD" or clause[0].lower_.endswith("s")  # "One | would tax fuel"
        content, words = telling(clause), f"bill {'that ' * finite}{tree.words(clause)}"
    start = tree.spans[token.i][0]
    return BillMention(
        index,
        token,
        start,
        words,
        strong=True,
        definite=True,
        other=True,
        content=content,
        phrase=words,
        stands_in=True,
    )
