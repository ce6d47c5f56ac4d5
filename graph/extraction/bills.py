"""Which bill is meant: a registry of the bills of one article by number, title, describing words and
salience.

"The amnesty bill", "draft law No. 10449 on mobilisation", "the Rwanda Act 2024", "the document" and "it" lead
to one referent each. Describing words ("amnesty") tell bills apart; words for the kind of text ("draft",
"Senate") do not. An article that calls its main bill by a description and names just one bill by title or
number means one bill.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.extraction.bill_mentions import BillMention, mention_of
from graph.extraction.bill_phrases import (
    ANOTHER_NAME,
    bill_inside,
    content_of,
    is_constitutional,
    legislated,
)
from graph.extraction.bill_referents import BillReferent, can_be_main, initials, same_title, shortened
from graph.extraction.lexicon import bill_words, folded, word_class
from graph.extraction.nouns import is_bill_noun, nouns, plain_phrase
from graph.language.tree import Text, Tree, children
from graph.model import Bill

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLACES = {"headline": 3.0, "lead": 2.0}
"""How much a mention weighs for the question what the article is about; elsewhere 1."""
_ALL = frozenset(("all", "the", "both"))
_LEAD = 3
"""Trees that count as the lead, the headline among them."""


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
        self._unite()
        self.main = self._heaviest()
        self._group_others()
        self._name_by_headline()
        self._find_initials()

    def _in_tree(self, index: int, tree: Tree) -> Iterator[BillMention]:
        for token in nouns(tree):
            kind = "strong" if is_constitutional(token) else is_bill_noun(tree, token)
            inner = bill_inside(tree, token) if kind else None
            if inner is not None:
                self._leads[(index, token.i)] = (index, inner.i)
            elif kind:
                mention = mention_of(index, tree, token, strong=kind == "strong")
                if folded(mention.words) not in word_class("general_laws"):
                    yield mention

    def _join(self, referent: BillReferent, mention: BillMention) -> None:
        referent.seen.append((mention.index, mention.start))
        referent.content |= mention.content
        referent.numbers |= mention.numbers
        if mention.title:
            referent.titles.add(mention.words)
            referent.titled_in.add(mention.index)
        if " " in mention.phrase:
            referent.phrases[mention.phrase] += 1
        referent.existing &= mention.existing
        referent.apart |= mention.other
        referent.plural |= mention.plural
        if mention.content or mention.numbers or mention.title:
            referent.names[mention.words] += 1
            if not mention.strong:
                referent.loose.add(mention.words)
        tree = self.text.trees[mention.index]
        place = _PLACES.get(tree.kind, _PLACES["lead"] if mention.index < _LEAD else 1.0)
        referent.weight += place * (1.0 if mention.strong else 0.6) * (0.3 if mention.existing else 1.0)
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
        if (named := self._named_before(mention)) is not None:
            return named
        if mention.other and mention.strong and mention.content:
            return None
        best, closeness = None, 0.0
        for referent in self.referents:
            if mention.numbers and referent.numbers:
                continue
            if mention.title and mention.index in referent.titled_in:
                continue  # two titles side by side are two bills
            if shortened(mention, referent):
                return referent
            shared = len(mention.content & referent.content)
            if mention.plural != referent.plural and (mention.title or referent.titles):
                continue  # "four tax bills" are not the Tax Bill
            if not shared or (mention.title and not same_title(mention, referent)):
                continue
            smaller = min(len(mention.content), len(referent.content))
            share = shared / smaller
            if share >= 0.5 and share + shared / 100 > closeness:
                best, closeness = referent, share + shared / 100
        return best

    def _named_before(self, mention: BillMention) -> BillReferent | None:
        """Return the bill that the words right before give another name: "Bill 28, the Heat Act", "the Heat
        Act (HB 12)".
        """
        tree = self.text.trees[mention.index]
        before = [m for m in self._mentions if m.index == mention.index and m.start < mention.start]
        if not before or not (mention.official or before[-1].official):
            return None
        last = before[-1]
        referent = self._at.get((last.index, last.token.i))
        _, end = tree.spans[last.token.i]
        between = tree.sentence.text[end - tree.part_start : mention.start - tree.part_start]
        if referent is None or not ANOTHER_NAME.fullmatch(between):
            return None
        both = (mention.numbers and referent.numbers) or (mention.title and referent.titles)
        return None if both or mention.plural != referent.plural else referent

    def _group_described(self) -> None:
        telling = [m for m in self._mentions if m.content or m.numbers]
        for mention in telling:
            if mention.strong and not (mention.plural and not mention.title):
                self._join(self._described(mention) or self._new(), mention)
        for mention in telling:
            if (mention.index, mention.token.i) in self._at or (mention.strong and not mention.plural):
                continue
            referent = self._described(mention)
            acted_on = mention.new and legislated(mention.token)
            if referent is None and mention.content and (acted_on or mention.strong):
                referent = self._new()
            if referent is not None:
                self._join(referent, mention)

    def _heaviest(self) -> BillReferent | None:
        """Return the bill the article is about."""
        return max(self.referents, key=lambda r: (not r.existing, r.weight, -r.key), default=None)

    def _unite(self) -> None:
        """Make one of the bill that the article describes and the only one that it names officially.

        A law that stands already, or that carries the year of an earlier one, is another; so is what the
        article itself tells apart ("a separate bill").
        """
        official = [r for r in self.referents if can_be_main(r, self.text.article.published)]
        numbered, titled = [r for r in official if r.numbers], [r for r in official if r.titles]
        apart = [r for r in (*numbered, *titled) if r.apart or r.plural]
        if len(official) == 2 and len(numbered) == len(titled) == 1 and not apart:
            self._merge(titled[0], numbered[0])
            official = titled
        described = [r for r in self.referents if not r.official and not r.apart and not r.existing]
        main = max(described, key=lambda r: (r.weight, -r.key), default=None)
        if len(official) != 1 or main is None or official[0].apart or main.plural != official[0].plural:
            return
        if main.weight >= 1.0:
            self._merge(official[0], main)

    def _merge(self, kept: BillReferent, gone: BillReferent) -> None:
        kept.names.update(gone.names)
        kept.phrases.update(gone.phrases)
        kept.content |= gone.content
        kept.numbers |= gone.numbers
        kept.seen = sorted([*kept.seen, *gone.seen])
        kept.weight += gone.weight
        for place, referent in self._at.items():
            if referent is gone:
                self._at[place] = kept
        self.referents.remove(gone)
        for key, referent in enumerate(self.referents):
            referent.key = key

    def _name_by_headline(self) -> None:
        """Take "the slaughter ban" in a headline for a name of the main bill where none is named there."""
        if self.main is None:
            return
        for index, tree in enumerate(self.text.trees[:1]):
            if tree.kind != "headline" or any(place[0] == index for place in self._at):
                return
            for token in nouns(tree):
                content = content_of(tree, token)
                known = word_class("headline_bills") | bill_words()["weak"]
                if token.lemma_.lower() in known and content:
                    self.main.names[plain_phrase(tree, token)] += 1
                    self.main.content |= content
                    self._at[(index, token.i)] = self.main
                    return

    def _find_initials(self) -> None:
        """Lead "JASTA" to the Justice Against Sponsors of Terrorism Act."""
        short = {word: referent for referent in self.referents for word in initials(referent.titles)}
        for index, tree in enumerate(self.text.trees):
            for token in tree.doc if short else ():
                referent = short.get(token.text)
                if referent is None or (index, token.i) in self._at:
                    continue
                self._at[(index, token.i)] = referent
                referent.seen.append((index, tree.spans[token.i][0]))
                referent.names[token.text] += 1

    def group(self) -> BillReferent | None:
        """Return the bills that "both" and "they" mean: those told together."""
        groups = [referent for referent in self.referents if referent.plural and not referent.existing]
        return max(groups, key=lambda r: (r.weight, -r.key), default=None)

    def _group_others(self) -> None:
        """Lead mentions without describing words to the bill last spoken of, or to the main one."""
        for mention in sorted(self._mentions, key=lambda m: (m.index, m.start)):
            if (mention.index, mention.token.i) in self._at:
                continue
            if mention.plural:
                self._group_plural(mention)
                continue
            if mention.content and not mention.definite:
                continue
            referent = self.last_before(mention.index, mention.start)
            if mention.other and mention.strong and not children(mention.token, "cop"):
                referent = self._new()
                referent.names[mention.words] += 1
            if (
                referent is None
                and mention.strong
                and (mention.definite or legislated(mention.token) or mention.index < _LEAD)
            ):
                referent = self._new()
                self.main = self.main or referent
            if referent is not None and self._is_another(mention, referent):
                referent = self._new()
                referent.names[mention.words] += 1
            if referent is None and mention.definite and mention.new and legislated(mention.token):
                referent = self.main = self._new()  # "the budget was approved", where no bill is named
                referent.names[mention.words] += 1
            anaphoric = mention.token.lemma_.lower() in bill_words()["anaphoric"]
            if referent is not None and (mention.strong or (mention.definite and anaphoric)):
                self._join(referent, mention)

    def _is_another(self, mention: BillMention, referent: BillReferent) -> bool:
        """Whether a mention without describing words cannot be the bill last spoken of: another kind of text
        ("the budget"), or one that is new to the reader ("a law") after the lead.
        """
        word, known = mention.token.lemma_.lower(), bill_words()["own_kind"]
        if not legislated(mention.token) or children(mention.token, "cop"):
            return False
        if word in known and mention.definite:
            return not any(word in name.lower() for name in (*referent.names, *referent.titles))
        return mention.indefinite and mention.index >= _LEAD and " " in mention.phrase

    def _group_plural(self, mention: BillMention) -> None:
        """Lead "ten bills" and then "the bills" to one referent for all of them together."""
        known = self.group()
        if not mention.strong or mention.existing or mention.other:
            return
        if mention.counted and not mention.content:
            referent = known or self._new()
            referent.names[mention.words] += 1
            self._join(referent, mention)
            self.main = self.main or referent
        elif known is not None and mention.definite and not mention.content:
            self._join(known, mention)

    def last_before(self, index: int, start: int) -> BillReferent | None:
        """Return the bill that "it" or "the bill" means at a place: told of in this or the sentence before,
        else the main.
        """
        near = [
            (seen, referent)
            for referent in self.referents
            for seen in referent.seen
            if (index - 1, 0) <= seen < (index, start) and not referent.existing
        ]
        here = [pair for pair in near if pair[0][0] == index]
        if here:
            return max(here, key=lambda pair: pair[0])[1]
        # what the sentence before is about stands first in it
        return min(near, key=lambda pair: pair[0])[1] if near else self.main

    def resolve(self, index: int, token: Token) -> BillReferent | None:
        """Return the bill that a noun or pronoun of tree `index` means; None where it means none."""
        place = (index, token.i)
        found = self._at.get(self._leads.get(place, place))
        if found is not None:
            return found
        if token.lower_ in ("both", "they", "them", "all", "these") and (group := self.group()):
            return group
        if token.pos_ == "NUM" and _ALL & {c.lower_ for c in token.children} and (group := self.group()):
            return group  # "all three"
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
        content = content_of(tree, token) | {folded(token.lemma_)}
        start = tree.spans[token.i][0]
        mention = BillMention(
            index, token, start, plain_phrase(tree, token), strong=False, definite=False, content=content
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
