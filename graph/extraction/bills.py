"""Which bill is meant: a registry of an article's bills by number, title, describing words and salience.

"The amnesty bill", "draft law No. 10449 on mobilisation", "the Rwanda Act 2024", "the document" and "it" lead
to one referent each. Describing words ("amnesty") tell bills apart; words for the kind of text ("draft",
"Senate") do not. An article that calls its main bill by a description and names just one bill by title or
number means one bill.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction.bill_first_numbers import told_before_its_number
from graph.extraction.bill_gathering import gather, pronouns
from graph.extraction.bill_groups import (
    are_done,
    as_pronoun,
    counted_singly,
    group_before,
    heaviest_group,
    is_of_other_laws,
    is_of_versions,
    is_told_too_late,
    listed_behind,
    named_as_examples,
    one_of_two,
    part_groups,
    points_back,
    same_group,
)
from graph.extraction.bill_headlines import first_bare, headline_and_lead, only_in_headline, only_of_headline
from graph.extraction.bill_mentions import LEAD, BillMention, Pronoun
from graph.extraction.bill_names_beside import named_before, named_behind, told_as
from graph.extraction.bill_official_names import official_name
from graph.extraction.bill_one_by_one import counted_behind, named_in_order
from graph.extraction.bill_phrases import beside, content_of, legislated, own_phrase
from graph.extraction.bill_referents import BillReferent, of_another_bill, told_by_initials
from graph.extraction.bill_salience import (
    by_order,
    goes_on,
    headline_noun,
    is_subject_at,
    laws_to_go,
    newest,
    told_above,
)
from graph.extraction.bill_sponsors import by_sponsor, sponsors_of, told_by_sponsor
from graph.extraction.bill_standing import acts_stand
from graph.extraction.bill_unions import (
    fitting,
    is_another,
    is_told_apart,
    is_what_stands,
    laws_found,
    named_twice,
    told_around,
    told_around_it,
    told_below,
    told_by_its_verb,
)
from graph.extraction.bill_wordings import tidied
from graph.extraction.lexicon import bill_words, folded
from graph.extraction.nouns import plain_phrase
from graph.language.tree import Text
from graph.model import Bill

if TYPE_CHECKING:
    from graph.language.words import Token

_PLACES = {"headline": 3.0, "lead": 2.0}
"""How much a mention weighs for the question what the article is about; elsewhere 1."""
_ALL = frozenset(("all", "the", "both"))
_TELLING_NOUNS = frozenset(("bill", "law", "treaty", "budget", "motion", "resolution", "directive"))
"""Nouns by which a text is called that is not called by any other of them."""


class Bills:
    """The bills of one article."""

    def __init__(self, text: Text, country: str | None) -> None:
        """Group the mentions that carry describing words, then decide which bill the article is about."""
        self.text = text
        self.referents: list[BillReferent] = []
        self._at: dict[tuple[int, int], BillReferent] = {}
        self._examples: dict[tuple[int, int], tuple[int, ...]] = {}
        self._acts_stand = acts_stand(country)
        self._mentions, self._leads = gather(text, country)
        self._group_described()
        for law in laws_found(self._mentions, self._at):
            law.existing = True  # where it is told of later too
        told = (self._mentions, self._at)
        for _, gone in (counted := [*counted_behind(*told)]):
            gone.names.clear()  # "bill that would repeal the act" of one with a title
        found = (*told_as(text, *told), *told_by_sponsor(*told), *named_in_order(*told))
        for kept, gone in (*found, *counted):
            if kept in self.referents and gone in self.referents:
                self._merge(kept, gone)
        for kept, gone in named_twice(self.referents, text.article.published, acts_stand=self._acts_stand):
            self._merge(kept, gone)
        if pair := headline_and_lead(text, self._mentions, self._at):
            self._merge(*pair)
        if pair := official_name(*told, self.referents):
            self._merge(*pair)
        for law in laws_to_go(self._mentions, self._at):
            law.existing = True
        while pair := told_around_it(text, self._mentions, self._at):
            self._merge(*pair)
        self._part_groups()
        self._find_initials()
        self._group_others()
        self._part_groups()
        self._name_by_headline()
        self._find_initials()

    def _join(self, referent: BillReferent, mention: BillMention) -> None:
        referent.take(mention)
        referent.sponsors |= sponsors_of(mention.token)
        tree = self.text.trees[mention.index]
        place = _PLACES.get(tree.kind, _PLACES["lead"] if mention.index < LEAD else 1.0)
        sure, slight = 1.0 if mention.strong else 0.6, mention.existing or mention.stands_in
        referent.weight += place * sure * (0.3 if slight else 1.0)
        self._at[(mention.index, mention.token.i)] = referent

    def _new(self, name: str = "") -> BillReferent:
        referent = BillReferent(len(self.referents))
        if name:
            referent.names[name] += 1
        self.referents.append(referent)
        return referent

    def _described(self, mention: BillMention) -> BillReferent | None:
        """Return the bill that a mention's number or describing words fit best."""
        for referent in self.referents:
            if mention.numbers & referent.numbers and not of_another_bill(mention, referent):
                return referent
        head = self._at.get((mention.index, mention.token.head.i))
        if (
            head is not None
            and not head.numbers
            and mention.token.dep_ in ("appos", "nmod", "flat", "nmod:desc", "nmod:unmarked")
            and mention.numbers
            and not beside(mention.token, mention.token.head)
        ):
            return head
        named = named_before(self.text, mention, self._mentions, self._at)
        if (known := named or told_before_its_number(mention, self._at)) is not None:
            return known
        around = told_around(mention, self._at)
        others = [referent for referent in self.referents if referent not in around]
        if mention.other and mention.strong and mention.content:
            others = only_of_headline(self.text, others)
        return fitting(mention, others, acts_stand=self._acts_stand)

    def _group_described(self) -> None:
        telling = [m for m in self._mentions if (m.content or m.numbers) and not m.registered]
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
        return max((r for r in self.referents if not r.members), key=lambda r: r.prominence, default=None)

    def _merge(self, kept: BillReferent, gone: BillReferent) -> None:
        kept.names.update(gone.names)
        kept.phrases.update(gone.phrases)
        kept.content |= gone.content
        kept.numbers |= gone.numbers
        kept.titles |= gone.titles
        kept.titled_in |= gone.titled_in
        kept.sponsors |= gone.sponsors
        kept.loose |= gone.loose
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
        token = headline_noun(self.text, self._at) if self.main is not None else None
        if self.main is not None and token is not None:
            self.main.names[plain_phrase(self.text.trees[0], token)] += 1
            self.main.content |= content_of(self.text.trees[0], token)
            self._at[(0, token.i)] = self.main

    def _find_initials(self) -> None:
        """Lead "JASTA" to the Justice Against Sponsors of Terrorism Act."""
        for index, token, referent in told_by_initials(self.text, self.referents, self._at):
            if (index, token.i) not in self._at:
                self._at[(index, token.i)] = referent
                referent.seen.append((index, self.text.trees[index].spans[token.i][0]))
                referent.names[token.text] += 1

    def _part_groups(self) -> None:
        """Find the main bill, and lead bills told together to those told singly, it among them."""
        self.main = self._heaviest()
        for mention in self._mentions:
            group = self._at.get(place := (mention.index, mention.token.i))
            if group is not None and group.plural and not group.members:
                group.members = listed_behind(self.text, mention, self._mentions, self._at)
            if group is not None:
                examples = named_as_examples(self.text, mention, self._mentions, self._at)
                self._examples[place] = tuple(r.key for r in examples)
        part_groups(self.text, self.referents)
        if self.main is not None and self.main.members:
            self.main = max(self.main.members, key=lambda r: (r.weight, -r.key))

    def several(self, index: int, token: Token) -> tuple[int, ...]:
        """Return the keys of the bills that "both bills" or "the three laws" counts, where as many are named
        singly.
        """
        place = self._leads.get((index, token.i), (index, token.i))
        group, examples = self._at.get(place), self._examples.get(place, ())
        if group is not None and (group.members or examples):
            return (*(member.key for member in group.members or (group,)), *examples)
        told = (self.text, index, token, self.referents)
        return one_of_two(*told) or counted_singly(*told)

    def group(self) -> BillReferent | None:
        """Return the bills that "both" and "they" mean: those told together."""
        return heaviest_group(self.referents)

    def _group_others(self) -> None:
        """Lead mentions without describing words to the bill last spoken of, or to the main one."""
        told: list[BillMention | Pronoun] = [*self._mentions, *pronouns(self.text)]
        for mention in sorted(told, key=lambda m: (m.index, m.start)):
            if isinstance(mention, Pronoun):
                self._center(mention)
                continue
            if (mention.index, mention.token.i) in self._at:
                continue
            if mention.plural:
                self._group_plural(mention)
                continue
            if mention.content and not mention.definite:
                continue
            referent = self.last_before(mention.index, mention.start, mention.token.lemma_.lower())
            if (named := named_behind(self.text, mention, self._mentions, self._at)) is not None:
                self._join(named, mention)
                continue
            nth = by_order(mention, self.referents) or by_sponsor(mention, self.referents)
            referent = nth or newest(mention.token, referent, self.referents)
            apart = is_told_apart(mention) or is_what_stands(mention, referent)
            if nth is None and apart:
                referent = self._new(mention.words)
            tells = mention.definite or legislated(mention.token) or mention.index < LEAD
            if referent is None and mention.strong and tells:
                referent = self._new(mention.words if " which " in mention.words else "")
                self.main = self.main or referent  # "the bill, which would raise fines"
            if not apart and referent is not None and is_another(mention, referent, self._mentions, self._at):
                ahead = " " in mention.words and referent is self.main and told_below(mention, referent)
                referent = self._new(mention.words)
                self.main = referent if ahead else self.main
            if referent is None and mention.definite and mention.new and legislated(mention.token):
                referent = self.main = self._new(mention.words)  # "the budget was approved", none named
            anaphoric = mention.token.lemma_.lower() in bill_words()["anaphoric"]
            if referent is not None and (mention.strong or apart or (mention.definite and anaphoric)):
                self._join(referent, mention)

    def _group_plural(self, mention: BillMention) -> None:
        """Lead "ten bills" and then "the bills" to one referent for all of them together."""
        if is_of_versions(mention.token) and (one := self.last_before(mention.index, mention.start)):
            self._at[(mention.index, mention.token.i)] = one
            return
        known = group_before(self.referents, mention)
        late = known is not None and is_told_too_late(mention, known)
        able = mention.new and mention.token.lemma_.lower() in bill_words()["anaphoric"]  # "two measures"
        listed = bool(listed_behind(self.text, mention, self._mentions, self._at))
        counted = mention.count and able and legislated(mention.token)
        if not (mention.strong or counted or listed) or mention.existing:
            return
        if (mention.counted or mention.other or listed or are_done(mention.token)) and not mention.content:
            referent = (None if late else same_group(known, mention, listed=listed)) or self._new()
            if mention.count or not any(" " in name for name in referent.names):
                referent.names[mention.words] += 1
            self._join(referent, mention)
            self.main = self.main or referent
        elif known is None or mention.content or is_of_other_laws(mention, known):
            return
        elif mention.definite or (mention.index < LEAD and legislated(mention.token)):
            self._join(self._new(mention.phrase) if late else known, mention)  # "passed bills that …"

    def _center(self, pronoun: Pronoun) -> None:
        """Note that bills are spoken of by a pronoun, so that the next sentence can go on with them."""
        place, token = (pronoun.index, pronoun.start), pronoun.token
        one = self.last_before(*place) if token.lower_ == "it" else None
        for referent in [one] if one else [self.referents[key] for key in self.several(place[0], token)]:
            referent.seen.append(place)

    def last_before(self, index: int, start: int, noun: str = "") -> BillReferent | None:
        """Return the bill that "it" or "the bill" means at a place: told of in this or the sentence before,
        else the main; one that has been called by the noun before any other.
        """
        near = [
            (seen, referent)
            for referent in self.referents
            for seen in referent.seen
            if (index - 1, 0) <= seen < (index, start) and goes_on(self.text, referent, seen[0], index, noun)
        ]
        if noun and self.main is not None:  # "is paid for by the Spending Bills. | The bill will be sent on"
            near = [p for p in near if p[1] is self.main or not p[1].passing or p[0][0] == index]
        if noun == "bill":
            near = [pair for pair in near if not pair[1].plural] or near
        if noun in _TELLING_NOUNS:
            called = [pair for pair in near if noun in pair[1].nouns]
            if not called and self.main is not None and noun in self.main.nouns:
                return told_above(self.text, self.referents, index, noun) or self.main
            above = [p for p in near if p[0][0] < index and not p[1].nouns & (_TELLING_NOUNS | {"act"})]
            near = called + above if called and noun == "bill" else called or near
        here = [pair for pair in near if pair[0][0] == index]
        if here:
            return max(here, key=lambda pair: pair[0])[1]
        about = [pair for pair in near if is_subject_at(self.text, pair[0])] or near
        first = min(about, key=lambda pair: pair[0])[1] if about else None  # what it is about
        told = first or told_above(self.text, self.referents, index) or self.main
        return told if told is None or told.can_be_called(noun) else None

    def resolve(self, index: int, token: Token) -> BillReferent | None:
        """Return the bill that a noun or pronoun of tree `index` means; None where it means none."""
        found = self._at.get(self._leads.get((index, token.i), (index, token.i)))
        if found is not None:
            return found.members[0] if found.members else found
        three = token.pos_ == "NUM" and _ALL & {c.lower_ for c in token.children}  # "all three"
        if (three or token.lower_ in ("both", "they", "them", "all", "these")) and (group := self.group()):
            return group
        if points_back(self.text, index, token):
            return as_pronoun(token, self.last_before(index, self.text.trees[index].spans[token.i][0]))
        return None

    def is_mention(self, index: int, token: Token) -> bool:
        """Whether the noun names a bill of the registry."""
        place = (index, token.i)
        return self._leads.get(place, place) in self._at

    def adopt(self, index: int, token: Token) -> BillReferent:
        """Take a noun phrase that a legislature acts on for a bill; in a headline for the lead's bill."""
        tree = self.text.trees[index]
        if tree.kind == "headline" and self.main is not None and self.main.first_seen[0] < LEAD:
            self._at[(index, token.i)] = self.main
            self.main.names[plain_phrase(tree, token)] += 1
            self.main.loose.add(plain_phrase(tree, token))
            return self.main
        content, start = content_of(tree, token) | {folded(token.lemma_)}, tree.spans[token.i][0]
        name = tidied(plain_phrase(tree, token))
        words = name if " " in name else own_phrase(tree, token)  # "a ban on smoking"
        mention = BillMention(index, token, start, words, strong=False, definite=False, content=content)
        described = self._described(mention)
        told = told_by_its_verb(token, self.referents)
        if told is None and described is None:
            told = only_in_headline(self.main, index, self.text, self.referents)
        if told is not None:
            self._at[(index, token.i)] = told
            return told
        referent = described or first_bare(mention, self.referents) or self._new()
        self._join(referent, mention)
        self.main = self.main or referent  # "approved a ban on furs. The ban takes effect in May."
        return referent

    def listed(self, jurisdiction: str | None) -> dict[int, Bill]:
        """Return, by referent key, the bills that something is said about; their identifiers are
        provisional.
        """
        return {bill.key: bill.as_told(jurisdiction) for bill in self.referents if bill.concerned}
