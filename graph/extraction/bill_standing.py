"""Whether a law is told as one that stands already, that is changed, or that is new or older."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.extraction.lexicon import bill_words, changes, states, word_class
from graph.extraction.nouns import mask_kind
from graph.language.roles import auxiliaries, is_infinitive, patients, subjects
from graph.language.tree import Tree, children, first_conjunct, lemma, prepositions

if TYPE_CHECKING:
    from graph.language.words import Token


_TREATY = re.compile(r"(?:Treaty|Convention|Charter|Covenant)$")
_GROUNDS = frozenset(("after", "since", "following", "because of", "by", "in", "with", "before"))
"""How a treaty stands that only tells since when or on what ground something is so."""

_PLACES = frozenset(("in", "through", "unlike", "within", "inside", "outside"))
"""Words before a bill that only says where or by what something is done."""
_SPARED = frozenset(("from", "with", "by", "than", "despite", "without"))
_TELLS_WHICH = ("det", "nummod", "nmod", "nmod:poss", "acl", "acl:relcl", "appos")
"""How hangs what tells some laws from any of their kind."""
_HOW_LIKE = frozenset(("much", "just", "very", "almost", "nearly", "largely", "closely", "quite", "rather"))


def is_existing(tree: Tree, token: Token) -> bool:
    """Whether a law is named as one that stands: what is changed, or the ground of something done."""
    beside = token.dep_ == "conj" or (token.head.dep_ == "acl" and "as" in prepositions(token))
    if beside and mask_kind(tree, token) == "title":
        told = first_conjunct(token) if token.dep_ == "conj" else token.head.head
        if mask_kind(tree, told) == "title":
            return is_existing(tree, told)  # "amends the Ports Act, known as Holm's Law, and the Dam Act"
    if token.dep_ in ("nmod", "compound") and token.head.lemma_.lower() in word_class("changes_a_law"):
        return True
    part = token.head if token.dep_ == "nmod" and "of" in prepositions(token) else token
    detail = part.lemma_.lower() in word_class("parts") | word_class("articles")
    undone = detail and lemma(part.head) in word_class("replaces_a_law") | word_class("uses_a_law")
    if undone and part in patients(part.head) and token.lemma_.lower() != "bill":
        return True  # "a bill to undo a clause of the Ports Act"
    if "under" in prepositions(token) or "by virtue of" in prepositions(token):
        return True
    laws = token.tag_ == "NNS" and token.lemma_.lower() == "law"  # "in line with the relevant laws"
    if laws and "with" in prepositions(token) and token.head.lemma_.lower() in word_class("conformity"):
        return True
    if laws and _SPARED & set(prepositions(token)) and not children(token, *_TELLS_WHICH):
        return True  # "is exempt from environmental laws"
    if _TREATY.match(token.text) and _GROUNDS & set(prepositions(token)):
        return True  # "property lost after the Treaty of Port Sarn"
    head = token.head
    if lemma(head) in word_class("stands_in_force") and token in subjects(head) and children(head, "case"):
        return "have" in {c.lemma_.lower() for c in children(head, "aux")}  # "has been in place for years"
    if token.dep_ == "appos" and lemma(head) in word_class("replaces_a_law"):
        return True  # "; Repeal the Ports Act", in a list
    if lemma(head) in word_class("replaces_a_law") and token in patients(head):
        above = [head.head] if head.dep_ in ("acl", "acl:relcl") else []  # "a bill to repeal it"
        return any(noun.lemma_.lower() in ("bill", "it") for noun in (*subjects(head), *above))
    return lemma(head) in word_class("uses_a_law") and token in patients(head)


def acts_stand(country: str | None) -> bool:
    """Whether "Act" is what a state calls its laws in force; the United States and others name so what is
    only proposed.
    """
    whole = states().tables.get(country or "", {}).get("part_of", country)
    return whole not in bill_words()["proposed_as_acts"]


def is_in_passing(token: Token) -> bool:
    """Whether a bill only says where or by what something is done: "a clause in last year's tax bill"."""
    while token.dep_ == "conj":
        token = token.head
    return token.dep_ in ("nmod", "obl") and bool(_PLACES & set(prepositions(token)))


def is_new_bill(token: Token) -> bool:
    """Whether a noun is for a bill that the reader does not know, or for so many of them, which are no laws
    that stand: "sections of a bill", "parts of the two bills".
    """
    new = any(c.lower_ in ("a", "an") for c in children(token, "det")) or bool(children(token, "nummod"))
    return is_drafted(token) or (token.lemma_.lower() == "bill" and new)


def is_drafted(token: Token) -> bool:
    """Whether a constitution is one in the making: "the draft constitution", "a proposed charter"."""
    return drafted_word(token) is not None


def drafted_word(token: Token) -> Token | None:
    """Return the word that tells that a constitution is one in the making."""
    if token.lemma_.lower() not in ("constitution", "charter"):
        return None
    words = children(token, "amod", "compound", "nmod")
    return next((word for word in words if word.lower_ in ("draft", "proposed", "new")), None)


def is_changed(token: Token) -> bool:
    """Whether what is spoken of is a change of the law: "the amendment to the Water Act"."""
    changed = changes()["amendment"] & word_class("changes_a_law")
    changed -= word_class("parts") | word_class("articles")
    return token.dep_ in ("nmod", "compound") and token.head.lemma_.lower() in changed


def is_dealt_with_too(bill: Token) -> bool:
    """Whether "also" tells a bill as one more that is dealt with: "must also vote on the Ports Bill"."""
    while bill.dep_ == "nmod" and is_changed(bill):
        bill = bill.head  # "also passed amendments to the Ports Law"
    verb = bill.head
    if bill.dep_ not in ("obj", "obl", "nsubj:pass") or verb.pos_ != "VERB":
        return False
    return any(c.lower_ in ("also", "then") and c.i <= verb.i for c in children(verb, "advmod"))


def is_earlier(token: Token) -> bool:
    """Whether a version is one that the bill had before: "an earlier version passed the House in 2019"."""
    before = {c.lower_ for c in children(token, "amod")} & word_class("had_before")
    return bool(before) and token.lemma_.lower() in word_class("versions")


def like_another(token: Token) -> list[Token]:
    """Return the words by which a bill is only compared with the one spoken of: "a bill | much like it | was
    vetoed in May".
    """
    if not any(c.lower_ in ("a", "an", "another") for c in children(token, "det")):
        return []
    behind = list(token.doc[token.i + 1 : token.i + 6])
    told = [(place, w.lower_) for place, w in enumerate(behind, 1) if w.lower_ not in _HOW_LIKE]
    words = [word for _, word in told]
    if words[:1] in (["like"], ["resembling"]) and words[1:2] in (["it"], ["this"]):
        return behind[: told[1][0]]
    if words[:3] in (["with", "the", "same"], ["to", "the", "same"], ["along", "the", "same"]):
        return behind[: min(told[2][0] + 1, len(behind))]  # "a bill with the same purpose"
    alike = words[:2] in (["similar", "to"], ["identical", "to"], ["akin", "to"])
    return behind[: told[2][0]] if alike and words[2:3] in (["it"], ["this"]) else []


def is_elsewhere(token: Token) -> bool:
    """Whether another bill is only where something else is dealt with: "will follow in a separate bill"."""
    apart = any(c.lower_ in ("separate", "different", "another") for c in children(token, "amod", "det"))
    return apart and token.dep_ == "obl" and bool({"in", "through", "via", "by"} & set(prepositions(token)))


def is_of_another_year(token: Token) -> bool:
    """Whether a bill without another name is told apart by its time: "last year's bill"."""
    whose = [c for c in children(token, "nmod:poss") if c.lower_ in ("year", "month", "session", "summer")]
    last = any(word.lower_ in ("last", "previous") for noun in whose for word in children(noun, "amod"))
    return last and token.lemma_.lower() in ("bill", "measure", "proposal")


def is_new_law(token: Token) -> bool:
    """Whether a law is told as one made of late beside the bill at hand: "a recently signed law"."""
    late = word_class("of_late")
    made = [c for c in children(token, "amod") if c.tag_ == "VBN" and c.lemma_ in word_class("makes_a_law")]
    return token.lemma_.lower() == "law" and any(
        c.lower_ in late for verb in made for c in children(verb, "advmod")
    )


def is_new_to_come(token: Token) -> bool:
    """Whether a new bill is told that is still to be brought in: "plans to introduce a new ports bill"."""
    if token.head.tag_ != "VB" or lemma(token.head) not in word_class("brings_a_bill"):
        return False
    if token.left_edge.lower_ not in ("a", "an"):
        return False
    before = token.doc[token.left_edge.i : token.i]
    return any(word.lower_ in ("new", "fresh", "replacement", "revised") for word in before)


def titled_by_its_verb(title: Token) -> list[Token]:
    """Return the bill that goes its way by a title: "the measure went before MPs as the Heat Bill", "it was
    passed as the Heat Act".
    """
    verb = title.head
    if title.dep_ != "obl" or verb.pos_ != "VERB" or verb.dep_ == "acl" or prepositions(title) != ["as"]:
        return []  # "the ports law, known as the Holm Act"
    return [*patients(verb), *subjects(verb)]


def is_to_come(token: Token) -> bool:
    """Whether a bill is told as one that nobody has brought in yet: "plans to introduce a bill", "will not
    table a bill", "is preparing a bill".
    """
    verb = token.head
    if token.dep_ != "obj" or not word_class("brings_in_a_bill") & {lemma(verb), verb.lemma_.lower()}:
        return False
    said, above = auxiliaries(verb), verb.head
    later = bool({"will", "'ll", "would"} & set(said))
    planned = is_infinitive(verb) and above.tag_ in ("VBZ", "VBP") and above.pos_ == "VERB"
    return later or planned or (verb.tag_ == "VBG" and bool({"is", "are"} & set(said)))
