"""Which bill is meant: a registry of the bills of one article by number, title, describing words and
salience.

"The amnesty bill", "draft law No. 10449 on mobilisation", "the Rwanda Act 2024", "the document" and "it" lead
to one referent each. Describing words ("amnesty") tell bills apart; words for the kind of text ("draft",
"Senate") do not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.extraction.lexicon import bill_words, by_lemma, folded, states, word_class
from graph.extraction.nouns import is_bill_noun, is_time_word, mask_kind, nouns, plain_phrase
from graph.language.tree import Text, Tree, children, lemma, patients, possessors, prepositions
from graph.model import Bill

if TYPE_CHECKING:
    from spacy.tokens import Token

_TITLE_NOISE = re.compile(
    r"\b(?:act|bill|law|code|treaty|of|the|and|on|for|to|no|draft|regulation|eu|\d{4})\b|[^\w\s]"
)
_DEFINITE = frozenset(("the", "this", "that", "these", "those", "both"))
_NUMBER = re.compile(r"\d[\d/.,-]*\d|\d")


@dataclass(slots=True)
class BillReferent:
    """One bill while the article is being read."""

    key: int
    names: Counter[str] = field(default_factory=Counter)
    content: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    seen: list[tuple[int, int]] = field(default_factory=list)
    weight: float = 0.0
    concerned: bool = False  # an event or a position is about it

    @property
    def name(self) -> str:
        """The name it goes by: a title, else the describing phrase used most."""

        def fitness(name: str) -> tuple[bool, int, int, str]:
            return (name not in self.titles, -self.names[name], abs(len(name) - 24), name)

        return min(self.names, key=fitness) if self.names else "bill"


@dataclass(frozen=True, slots=True)
class BillMention:
    """A noun phrase that can name a bill."""

    index: int
    token: Token
    start: int
    words: str
    strong: bool
    definite: bool
    other: bool
    plural: bool
    content: frozenset[str]
    numbers: frozenset[str]
    title: bool


def _content(tree: Tree, token: Token) -> frozenset[str]:
    """Return the folded words that say which bill it is."""
    generic, found = bill_words()["generic_modifiers"], set[str]()
    table = states()
    for child in token.children:
        if (
            child.dep_ in ("amod", "compound", "nmod", "nmod:poss", "nmod:unmarked", "nmod:desc", "acl")
            and child.dep_ != "acl"
        ):
            before = child.i < token.i
            if child.dep_ == "nmod:poss" and folded(child.text) in table.by_name:
                continue
            marks = {c.lower_ for c in child.children if c.dep_ == "case"}
            if not before and not marks & {
                "on",
                "about",
                "for",
                "of",
                "regarding",
                "concerning",
                "to",
                "against",
                "governing",
            }:
                continue
            if not before and "of" in marks and not child.text[:1].isupper():
                continue  # "a law of substance" says nothing, "the Treaty of Lisbon" does
            if is_time_word(child):
                continue
            for part in child.subtree:
                if part.pos_ in ("NOUN", "PROPN", "ADJ", "VERB", "X") and part.dep_ not in ("case", "det"):
                    found.add(folded(part.lemma_ if part.pos_ != "PROPN" else part.text))
    return frozenset(
        word for word in found if word not in generic and word not in table.by_adjective and len(word) > 1
    )


def _by_clause(tree: Tree, token: Token, words: str) -> tuple[frozenset[str], str]:
    """Return the telling words and the name of a bill that only a clause describes: "a bill that would ban
    hunting".
    """
    for clause in children(token, "acl", "acl:relcl"):
        if clause.lemma_.lower() not in word_class("describes_bill"):
            continue
        tokens = [t for t in clause.subtree if t.dep_ != "punct"][:_LONGEST_CLAUSE]
        found = {folded(t.lemma_) for t in tokens if t.pos_ in ("NOUN", "PROPN", "ADJ") and len(t.text) > 2}
        if found:
            return frozenset(found - bill_words()["generic_modifiers"]), tree.words([token, *tokens])
    return frozenset(), words


_LONGEST_CLAUSE = 12
"""Words of a describing clause that become part of a name."""


def _bill_inside(tree: Tree, token: Token) -> Token | None:
    """Return the bill that a version, a text or a part is of ("the final version of the bill")."""
    if token.lemma_.lower() not in bill_words()["weak"] or mask_kind(tree, token):
        return None
    for child in children(token, "nmod"):
        if "of" in prepositions(child) and is_bill_noun(tree, child) == "strong":
            return child
    return None


def _is_constitutional(token: Token) -> bool:
    """Whether an amendment or change is a bill of its own: a change of the constitution."""
    if token.lemma_.lower() not in ("amendment", "change", "reform", "revision"):
        return False
    return any(
        part.lemma_.lower() in ("constitutional", "constitution")
        for child in children(token, "amod", "compound", "nmod")
        for part in child.subtree
    )


def _legislated(token: Token) -> bool:
    """Whether a verb or event noun of the stages acts on the noun."""
    verbs, events = by_lemma("stages", "verbs"), by_lemma("stages", "nouns")
    for governor in (token.head, token.head.head):
        acted = any(frame.acts_on == "bill" and not frame.with_ for frame in verbs.get(lemma(governor), ()))
        if acted and governor.pos_ == "VERB" and token in patients(governor):
            return True
    head = token.head
    return (
        token.dep_ == "nmod"
        and any(frame.acts_on == "bill" for frame in events.get(head.lemma_.lower(), ()))
        and any(c.lower_ in ("of", "on", "for") for c in children(token, "case"))
    )


class Bills:
    """The bills of one article."""

    def __init__(self, text: Text) -> None:
        """Group the mentions that carry describing words, then decide which bill the article is about."""
        self.text = text
        self.referents: list[BillReferent] = []
        self._at: dict[tuple[int, int], BillReferent] = {}
        self._leads: dict[tuple[int, int], tuple[int, int]] = {}  # "version of the bill" -> "bill"
        self._mentions = [m for index, tree in enumerate(text.trees) for m in self._in_tree(index, tree)]
        self._group_described()
        self.main = max(self.referents, key=lambda r: (r.weight, -r.key), default=None)
        self._group_others()

    def _in_tree(self, index: int, tree: Tree) -> Iterator[BillMention]:
        for token in nouns(tree):
            kind = "strong" if _is_constitutional(token) else is_bill_noun(tree, token)
            if not kind:
                continue
            inner = _bill_inside(tree, token)
            if inner is not None:
                self._leads[(index, token.i)] = (index, inner.i)
                continue
            start, end = tree.spans[token.i]
            words = plain_phrase(tree, token)
            masked = mask_kind(tree, token)
            own = tree.sentence.text[start - tree.part_start : end - tree.part_start]
            numbers = frozenset(_NUMBER.findall(own)) if masked == "number" else frozenset[str]()
            inside = [t for t in token.subtree if mask_kind(tree, t) == "number" and t != token]
            for part in inside:
                a, b = tree.spans[part.i]
                numbers |= frozenset(
                    _NUMBER.findall(tree.sentence.text[a - tree.part_start : b - tree.part_start])[:1]
                )
            content = _content(tree, token)
            if kind == "strong" and not content and not numbers and not masked:
                content, words = _by_clause(tree, token, words)
            if masked == "title":
                words = own
                content |= frozenset(w for w in _TITLE_NOISE.sub(" ", folded(own)).split() if len(w) > 2)
            determiners = {c.lower_ for c in children(token, "det", "amod", "nummod", "det:predet")}
            yield BillMention(
                index,
                token,
                start,
                words,
                strong=kind == "strong",
                definite=bool(determiners & _DEFINITE or possessors(token) or masked),
                other=bool(determiners & word_class("other_bill")),
                plural=token.tag_ in ("NNS", "NNPS") and token.lemma_.lower() not in ("rules", "changes"),
                content=content,
                numbers=numbers,
                title=masked == "title",
            )

    def _join(self, referent: BillReferent, mention: BillMention) -> None:
        referent.seen.append((mention.index, mention.start))
        referent.content |= mention.content
        referent.numbers |= mention.numbers
        if mention.title:
            referent.titles.add(mention.words)
        if mention.content or mention.numbers or mention.title:
            referent.names[mention.words] += 1
        tree = self.text.trees[mention.index]
        place = 3.0 if tree.kind == "headline" else 2.0 if mention.index < 3 else 1.0
        referent.weight += place * (1.0 if mention.strong else 0.6)
        self._at[(mention.index, mention.token.i)] = referent

    def _new(self) -> BillReferent:
        referent = BillReferent(len(self.referents))
        self.referents.append(referent)
        return referent

    def _described(self, mention: BillMention) -> BillReferent | None:
        """Return the bill that a mention's number or describing words fit best."""
        for referent in self.referents:
            if mention.numbers & referent.numbers:
                return referent
        head = self._at.get((mention.index, mention.token.head.i))
        if (
            head is not None
            and mention.token.dep_ in ("appos", "nmod", "flat", "nmod:desc", "nmod:unmarked")
            and mention.numbers
        ):
            return head
        best, closeness = None, 0.0
        for referent in self.referents:
            if mention.numbers and referent.numbers:
                continue
            shared = len(mention.content & referent.content)
            if not shared:
                continue
            smaller = min(len(mention.content), len(referent.content))
            share = shared / smaller
            if share >= 0.5 and share + shared / 100 > closeness:
                best, closeness = referent, share + shared / 100
        return best

    def _group_described(self) -> None:
        telling = [m for m in self._mentions if m.content or m.numbers]
        for mention in telling:
            if mention.strong and not (mention.plural and not mention.title):
                self._join(self._described(mention) or self._new(), mention)
        for mention in telling:
            if (mention.index, mention.token.i) in self._at or (mention.strong and not mention.plural):
                continue
            referent = self._described(mention)
            if referent is None and mention.content and (_legislated(mention.token) or mention.strong):
                referent = self._new()
            if referent is not None:
                self._join(referent, mention)

    def _group_others(self) -> None:
        """Lead mentions without describing words to the bill last spoken of, or to the main one."""
        for mention in sorted(self._mentions, key=lambda m: (m.index, m.start)):
            if (mention.index, mention.token.i) in self._at:
                continue
            if mention.plural or (mention.content and not mention.definite):
                continue
            referent = self.last_before(mention.index, mention.start)
            if mention.other and mention.strong:
                referent = self._new()
                referent.names[mention.words] += 1
            if (
                referent is None
                and mention.strong
                and (mention.definite or _legislated(mention.token) or mention.index < 3)
            ):
                referent = self._new()
                self.main = self.main or referent
            anaphoric = mention.token.lemma_.lower() in bill_words()["anaphoric"]
            if referent is not None and (mention.strong or (mention.definite and anaphoric)):
                self._join(referent, mention)

    def last_before(self, index: int, start: int) -> BillReferent | None:
        """Return the bill that "it" or "the bill" means at a place: told of in this or the sentence before,
        else the main.
        """
        near = [
            (seen, referent.weight, referent.key)
            for referent in self.referents
            for seen in referent.seen
            if (index - 1, 0) <= seen < (index, start)
        ]
        if near:
            return self.referents[max(near)[2]]
        return self.main

    def resolve(self, index: int, token: Token) -> BillReferent | None:
        """Return the bill that a noun or pronoun of tree `index` means; None where it means none."""
        place = (index, token.i)
        found = self._at.get(self._leads.get(place, place))
        if found is not None:
            return found
        if token.lower_ in ("it", "them", "which") and token.pos_ == "PRON":
            return self.last_before(index, self.text.trees[index].spans[token.i][0])
        return None

    def is_mention(self, index: int, token: Token) -> bool:
        """Whether the noun names a bill of the registry."""
        place = (index, token.i)
        return self._leads.get(place, place) in self._at

    def adopt(self, index: int, token: Token) -> BillReferent:
        """Take a noun phrase that a legislature acts on ("rules on posted workers") for a bill."""
        tree = self.text.trees[index]
        content = _content(tree, token) | {folded(token.lemma_)}
        mention = BillMention(
            index,
            token,
            tree.spans[token.i][0],
            plain_phrase(tree, token),
            False,
            False,
            False,
            False,
            content,
            frozenset(),
            False,
        )
        referent = self._described(mention) or self._new()
        self._join(referent, mention)
        return referent

    def listed(self, jurisdiction: str | None) -> dict[int, Bill]:
        """Return, by referent key, the bills that something is said about; their identifiers are
        provisional.
        """
        return {
            referent.key: Bill(
                str(referent.key),
                referent.name,
                tuple(sorted(name for name in referent.names if name != referent.name)),
                min(referent.numbers, default=None),
                jurisdiction,
            )
            for referent in self.referents
            if referent.concerned
        }
