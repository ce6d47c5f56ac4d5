"""Bills told together: "three bills", "both laws", "two bills: the Water Act and the Ports Act", and which
bills named singly they are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from graph.extraction.bill_kinds import kinds_before
from graph.extraction.bill_mentions import LEAD, BillMention, count_of
from graph.extraction.bill_one_by_one import opens_in_order, told_in_items, told_singly
from graph.extraction.bill_referents import BillReferent
from graph.extraction.lexicon import bill_words, changes, word_class
from graph.extraction.nouns import is_bill_noun
from graph.language.tree import Text, children, first_conjunct, obliques, prepositions

if TYPE_CHECKING:
    from graph.language.words import Doc, Token

Place = tuple[int, int]
_THEM = frozenset(("they", "them"))
_POINTING = _THEM | {"these", "those"}
_OF_TWO = frozenset(("neither", "either"))
_KNOWN = _POINTING | _OF_TWO | {"both", "the", "all"}
_TWO = 2
_MOST_SINGLY = 3
"""How many bills told together a step is told of singly; what is done to more is one step of them all."""
_MOST_LISTED = 8
"""How many bills that a sentence lists by their names a step is told of singly."""
_FAR = 8
"""Within how many words behind several bills some of them are named."""
_LONG = 16
"""Within how many words behind several bills "namely" and "among them" name some of them."""
_SHORTEST = 4
"""Words of a sentence that names bills."""
_OF_THEM = frozenset(("them", "which"))
_SUBJECT = ("nsubj", "nsubj:pass")
_OF_ITS_OWN = ("nsubj", "nsubj:pass", "obj", "obl", "nmod", "conj")
_FINITE = ("VBD", "VBZ", "VBP")


def is_of_versions(token: Token) -> bool:
    """Whether two bills are those that two houses made of one: "the differences between the two bills"."""
    apart = token.head.lemma_.lower() in word_class("differences") and "between" in prepositions(token)
    return apart and token.dep_ == "nmod" and token.tag_ == "NNS"


def heaviest_group(referents: Sequence[BillReferent]) -> BillReferent | None:
    """Return the bills that "both" and "they" mean: those told together."""
    groups = [r for r in referents if r.plural and not r.existing and not r.members]
    return max(groups, key=lambda r: (r.weight, -r.key), default=None)


def group_before(referents: Sequence[BillReferent], mention: BillMention) -> BillReferent | None:
    """Return the bills told together that others told together can be: as many where both numbers are told,
    the last spoken of before them if any, not some of them ("five laws … Two laws are on mines. The laws").
    """
    place = (mention.index, mention.start)
    groups = [r for r in referents if r.plural and not r.existing and not (mention.counted and r.apart)]
    fitting = [r for r in groups if not (mention.count and r.count) or mention.count == r.count]
    before = [(max(p for p in r.seen if p < place), r) for r in fitting if r.first_seen < place]
    if before and not mention.count and mention.definite:
        most = max(r.count for _, r in before)
        before = [(seen, r) for seen, r in before if r.content or not 0 < r.count < most] or before
    if before:
        return max(before, key=lambda pair: pair[0])[1]
    if mention.words.lower() == "laws" and (laws := _laws_of_the_lead(referents)) is not None:
        return laws
    return heaviest_group([r for r in fitting if r.count == mention.count] if mention.counted else fitting)


def same_group(known: BillReferent | None, mention: BillMention, *, listed: bool) -> BillReferent | None:
    """Return the bills told together before if a mention can mean them; where it lists some by name, only if
    they are as many, or nobody has told how many they are ("several bills … Four bills: …").
    """
    if known is None or mention.other:
        return None
    new = mention.counted and not known.count
    return known if new or not listed or (mention.definite and 0 < mention.count == known.count) else None


def _laws_of_the_lead(referents: Sequence[BillReferent]) -> BillReferent | None:
    """Return the only laws told together that an article opens with and that stand already, which "the laws"
    can mean: "A court struck down parts of two gun laws".
    """
    stand = [r for r in referents if r.plural and r.existing and min(r.seen, default=(LEAD,))[0] < LEAD]
    return stand[0] if len(stand) == 1 and "laws" in stand[0].nouns else None


def is_told_too_late(mention: BillMention, group: BillReferent) -> bool:
    """Whether bills told together are first told of behind the lead by words of their own, which those that
    an article opens with cannot mean: "Senate passes laws …", far below "the minister's initiatives".
    """
    first = group.first_seen
    return mention.index <= LEAD < first[0] and mention.strong and bool(group.content) and not group.count


def are_done(bills: Token) -> bool:
    """Whether bills are told by what one body did to them: "the bills passed by the Assembly"."""
    if bills.lemma_.lower() != "bill":
        return False  # "laws made by the Assembly" are any
    done = [doer for verb in children(bills, "acl") for doer in children(verb, "obl:agent")]
    return any(doer.tag_ != "NNS" and any(c.lower_ == "the" for c in children(doer, "det")) for doer in done)


def is_of_other_laws(mention: BillMention, group: BillReferent) -> bool:
    """Whether laws that a clause describes are none of some bills: "the laws that it thinks necessary"."""
    law = mention.token.lemma_.lower() == "law" and not group.nouns & {"law", "laws"}
    return law and bool(children(mention.token, "acl:relcl"))


def part_groups(text: Text, referents: Sequence[BillReferent]) -> None:
    """Lead "two bills" to the two that the article names singly, where it names just two; "three bills" to
    those told in order ("The first is the Ports Bill. … Secondly, …"); and "four bills" to the three and the
    one that it names.
    """
    single = [r for r in referents if not (r.plural or r.aside) and (r.changed or not r.existing)]
    official = [r for r in single if r.official]
    others = [r for r in referents if r.plural and not r.existing and r.count]
    in_order = [r for r in official if opens_in_order(text.trees[r.first_seen[0]].doc)]
    for group in referents:
        if not group.plural or group.members or not group.count or group.apart:
            continue
        if group.count == 2 and (two := single if len(single) == 2 else official) and len(two) == 2:
            group.members = (two[0], two[1])
        elif 2 <= group.count <= _MOST_SINGLY and len(told := _told_next(group, single)) == group.count:
            group.members = tuple(told)
        elif _TWO < group.count == len(in_order) <= _MOST_SINGLY:
            group.members = tuple(in_order)
        elif len(single) == 1:
            smaller = [r for r in others if r is not group and r.count == group.count - 1 and r.content]
            if len(smaller) == 1:
                group.members = (smaller[0], single[0])


def _told_next(group: BillReferent, single: Sequence[BillReferent]) -> list[BillReferent]:
    """Return the bills that are first told of, by words of their own, in the sentences right behind one that
    tells how many there are.
    """
    start = group.first_seen[0]
    near = [r for r in single if r.names and not (r.apart or r.new)]
    return [r for r in near if start < r.first_seen[0] <= start + group.count + 1]


def listed_behind(
    text: Text, mention: BillMention, mentions: Sequence[BillMention], at: Mapping[Place, BillReferent]
) -> tuple[BillReferent, ...]:
    """Return the bills that the words behind "two bills" list by their names ("two bills: the Water Act and
    the Ports Act", "among the bills passed were the Water Act and the Ports Act"), where it is as many as
    told; or those that the next sentences or lines tell one by one.
    """
    if singly := told_singly(mention, mentions, at) or told_in_items(text, mention, mentions, at):
        return singly
    token = mention.token
    behind = [*children(token, "acl"), *(c for c in children(token.head, "xcomp") if c.i == token.i + 1)]
    titled = [c for c in behind if c.lemma_.lower() in word_class("gives_a_name")]
    told_by = (*children(token, "appos"), *titled, *_equated(token), *_examples(token))
    below = {t.i for part in told_by for t in part.subtree}
    named = [m for m in mentions if m.index == mention.index and m.token.i > token.i]
    named = [m for m in named if (m.official or m.stands_in) and not m.existing]
    told = mention.count or (count_of([token.head.lower_]) if token.head.pos_ == "NUM" else 0)
    if not told or not _set_off(named):
        named = [m for m in named if m.token.i in below]
    found = list(dict.fromkeys(r.key for m in named if (r := at.get((m.index, m.token.i))) and not r.plural))
    some = "among" in prepositions(token) or token.head.lemma_.lower() == "include"
    least = 1 if some else 2  # "among the bills passed was the Water Act"
    if not least <= len(found) <= _MOST_LISTED or (told and told != len(found)):
        return ()
    by_key = {r.key: r for r in at.values()}
    return tuple(by_key[key] for key in found)


def named_as_examples(
    text: Text, mention: BillMention, mentions: Sequence[BillMention], at: Mapping[Place, BillReferent]
) -> list[BillReferent]:
    """Return the bills that "including" names as some of several: "six bills, including the Water Act and one
    that would tax fuel", "six bills were passed, among them the Water Act"; those that the next sentence does
    ("They include the Water Act"); and those told with the last by what they are on: "the rent and water
    bills".
    """
    words, first = mention.token.doc, mention.token.i
    if not mention.plural:
        kinds = kinds_before(text.trees[mention.index], mention.token)
        by_kind = {r.key: r for kind in kinds if (r := at.get((mention.index, kind[-1].i))) is not None}
        return list(by_kind.values())
    index, opener = mention.index, _opens_examples(words, first)
    if opener is None and mention.index + 1 < len(text.trees):
        index, opener = index + 1, _opens_next(text.trees[index + 1].doc)
    if opener is None:
        return []
    found = list[BillMention]()
    for other in mentions:
        if index == mention.index < other.index or (other.index, other.token.i) <= (mention.index, first):
            continue
        if (other.index, other.token.i) < (index, opener.i):
            return []
        if other.index > index:
            break
        opens = not found and other.token.left_edge.i <= opener.i + 1
        if opens or (found and first_conjunct(other.token) == found[0].token):
            found.append(other)
    if index > mention.index and len(found) > _MOST_SINGLY:
        return []  # one step of them all
    group = at.get((mention.index, first))
    bills = [at.get((m.index, m.token.i)) for m in found if not m.plural and (m.strong or m.official)]
    return [bill for bill in bills if bill is not None and bill is not group][:_MOST_SINGLY]


def _opens_examples(words: Doc, first: int) -> Token | None:
    """Return the word that opens examples of several bills in their sentence."""
    for word in words[first + 1 : first + _LONG]:
        if word.lower_ == "including":
            before = words[first + 1 : word.i]
            return None if word.i >= first + _FAR or any(w.tag_ in _FINITE for w in before) else word
        if word.lower_ == "namely" or (word.lower_ in _OF_THEM and word.preceding == "among"):
            return word
    return None


def _opens_next(words: Doc) -> Token | None:
    """Return the verb by which a sentence names some of the bills that the one before counts: "They | include
    the Water Act", "Among them | is the Water Act"; "They are …" names them all, as one step.
    """
    if len(words) < _SHORTEST:
        return None
    at = 2 if (words[0].lower_, words[1].lower_) == ("among", "them") else 1
    if at == 1 and words[0].lower_ not in ("they", "these"):
        return None
    verb = words[at]
    names = verb.lemma_ == "include" or (verb.lemma_ == "be" and at == _TWO)
    return verb if names and verb.tag_ in _FINITE else None


def _set_off(named: Sequence[BillMention]) -> bool:
    """Whether a comma, colon or dash opens a list of bills: "two bills to the Senate: HB 12 and HB 15"."""
    if not named:
        return False
    before = list(named[0].token.doc[: named[0].token.i])
    while before and before[-1].tag_ == "DT":
        before.pop()
    return bool(before) and before[-1].text in (",", ":", "–", "—", "-")


def _examples(token: Token) -> list[Token]:
    """Return what is named of several: "bills such as the Water Act and the Ports Act"."""
    return [noun for mark, noun in obliques(token) if mark in ("like", "such as", "as", "including")]


def _equated(token: Token) -> list[Token]:
    """Return what a noun is said to be: "some of the bills were the Water Act and the Ports Act", "the bills
    passed include the Water Act".
    """
    subject = token.head if token.dep_ == "nmod" and "of" in prepositions(token) else token
    if subject.dep_ != "nsubj":
        return []
    named = children(subject.head, "obj") if subject.head.lemma_.lower() == "include" else []
    return [subject.head] if children(subject.head, "cop") else named


def points_back(text: Text, index: int, token: Token) -> bool:
    """Whether a word of tree `index` can stand for the bill told of last: "it", "which", "that one"; "this"
    where the sentence before says something of a bill ("The Ports Bill raises fees. This was passed").
    """
    if token.lower_ == "one":
        return any(c.lower_ in ("this", "that") for c in children(token, "det")) and not children(
            token, "nmod"
        )
    if token.lower_ == "this" and token.dep_ == "nsubj:pass" and index:
        before = text.trees[index - 1]
        told = [t for t in before.doc if t.dep_ in _SUBJECT and t.head.dep_ == "ROOT"]
        return any(is_bill_noun(before, noun) for noun in told)
    return token.lower_ in ("it", "them", "which") and token.pos_ == "PRON"


def as_pronoun(token: Token, told: BillReferent | None) -> BillReferent | None:
    """Return the bill told of last where a pronoun can mean it: "them" only one that is several, or that goes
    by a plural ("the changes").
    """
    if told is None or told.plural or token.lower_ != "them":
        return told
    texts = bill_words()["strong"] | bill_words()["weak"] | changes()["amendment"]
    return told if any(word.endswith("s") and word[:-1] in texts for word in told.nouns) else None


def one_of_two(text: Text, index: int, token: Token, referents: Sequence[BillReferent]) -> tuple[int, ...]:
    """Return the key of the bill that "the former" or "the latter" means: of the two named last before it."""
    if token.lower_ not in ("former", "latter") or token.dep_ not in _OF_ITS_OWN:
        return ()
    place = (index, text.trees[index].spans[token.i][0])
    before = [
        (max(p for p in r.seen if p < place), r.key)
        for r in referents
        if r.first_seen < place and not r.plural
    ]
    two = sorted(before)[-2:]
    return (two[token.lower_ == "latter"][1],) if len(two) == 2 else ()


def _are_the_bills(token: Token) -> bool:
    """Whether a noun is "the bills" without a word that tells which."""
    plain = all(c.dep_ in ("det", "case", "punct") for c in token.children)
    the = any(c.lower_ == "the" for c in children(token, "det"))
    return token.tag_ == "NNS" and the and plain and token.lemma_.lower() in bill_words()["strong"]


def counted_singly(
    text: Text, index: int, token: Token, referents: Sequence[BillReferent]
) -> tuple[int, ...]:
    """Return the keys of the bills that "both bills", "neither bill", "the three laws", "these bills" or
    "them" mean in tree `index`: as many as told that its sentence or the one before names singly, else that
    the article names.
    """
    all_of_them = token.tag_ == "CD" and any(child.lower_ == "all" for child in token.children)
    of_two = token.lower_ in _OF_TWO or any(child.lower_ in _OF_TWO for child in children(token, "det"))
    alone = token.lower_ in ("both", "them", *_OF_TWO) or all_of_them  # "all three"
    alone |= token.lower_ == "they" and token.dep_ == "nsubj:pass"  # "they were passed on Monday"
    if not alone and not of_two and token.tag_ not in ("NNS", "NNPS"):
        return ()
    near_groups = [r for r in referents if r.members and any(index - 1 <= s[0] <= index for s in r.seen)]
    if alone and len(near_groups) == 1 and not all_of_them:
        return tuple(r.key for r in near_groups[0].members)  # "Two more bills are …. Both …"
    if token.lower_ in _THEM and heaviest_group(referents) is not None:
        return ()
    words = {c.lower_ for c in (token, *children(token, "det", "nummod", "cc:preconj", "det:predet", "amod"))}
    wanted = 2 if of_two else count_of(words)
    single = [r for r in referents if not (r.plural or r.existing or r.aside)]
    bare = _are_the_bills(token) and heaviest_group(referents) is None
    if words & word_class("other_bill") or not (wanted or bare or words & _POINTING):
        return ()
    if not alone and not is_bill_noun(text.trees[index], token):
        return ()
    place = (index, text.trees[index].spans[token.i][0])
    above = (index, index - 1) if words & _KNOWN else ()
    near = [[r for r in single if any(s[0] == i and s < place for s in r.seen)] for i in above]
    before = [r for r in single if r.first_seen < place]
    two = of_two or (bare and len(before) == _TWO)
    for named in (*near, single if wanted else [], before if two else []):
        if 1 < len(named) <= _MOST_SINGLY and len(named) == (wanted or len(named)):
            return tuple(r.key for r in named)
    return ()
