"""Amendments that are bills of their own: those of the constitution or of a law that stands ("amendments to
the Labour Code"), and "the amendments" after them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.extraction.bill_clauses import describing
from graph.extraction.bill_mentions import title_content
from graph.extraction.bill_phrases import content_of, legislated
from graph.extraction.lexicon import actor_sorts, folded, word_class
from graph.extraction.nouns import is_bill_noun, is_time_word, mask_kind, nouns
from graph.language.roles import patients
from graph.language.tree import Text, Tree, children, obliques

if TYPE_CHECKING:
    from graph.language.words import Token

Place = tuple[int, int]
"""Index of a tree and of a token in it."""
_LEGAL = frozenset(("legislative", "legal", "statutory"))
_OF_LAWS = re.compile(r"\b(?:legislative|legal|statutory) \w+s\b")
_CHANGES_IT = re.compile(
    r"\b(?:amend|chang|revis|alter|rewrit|overhaul)(?:e[sd]?|s|ed|ing)? (?:[\w’'.-]+ ){0,3}[Cc]onstitution\b"
)
_OF = frozenset(("to", "of", "in", "on"))
_GIVEN = frozenset(("legislature", "chamber", "committee", "head"))
_ON = ("on", "governing", "about")
_RULES = frozenset(("house", "parliamentary"))
"""What rules of procedure are told by."""
_PARTICULAR = frozenset(("the", "this", "these", "that", "those", "both"))


def is_constitutional(token: Token) -> bool:
    """Whether an amendment or change is one of the constitution."""
    if token.lemma_.lower() not in word_class("amending"):
        return False
    return any(
        part.lemma_.lower() in ("constitutional", "constitution")
        for child in (*children(token, "amod", "compound", "nmod"), *laws_behind(token))
        for part in child.subtree
    )


def is_numbered(token: Token, country: str | None) -> bool:
    """Whether a name is that of a change of the constitution by its number: "the 26th Amendment", "the 16th
    amendment"; those of the United States have stood for long.
    """
    if token.lower_ != "amendment" or country in (None, "United States"):
        return False
    small = token.text == "amendment"
    return any(
        child.text[: 1 + small].isdigit()
        or (not small and child.text[:1].isupper() and child.lower_ in word_class("ordinals"))
        for child in children(token, "amod")
    )


def amending_bills(text: Text, country: str | None) -> dict[Place, frozenset[str]]:
    """Return the places of nouns for changes of a standing law that are bills of their own, each with the
    folded words that say which law; none for "the amendments" after it.
    """
    changed = dict(_changes(text, country))
    inner = {(index, law.i) for (index, _), law in changed.items()}
    made = _made(text, inner)
    told = {place: _telling(text.trees[place[0]], law) for place, law in changed.items()}
    apart = {place: words for place, words in told.items() if not words & made}
    acted = [words for place, words in apart.items() if _is_acted_on(_token(text, place))]
    if apart and not acted and _are_brought_in(text, min(apart)):
        acted = list(apart.values())
    found = {place: words for place, words in told.items() if any(words & other for other in acted)}
    found |= _of_laws(text) | _of_what_is_to_change(text)
    first = [*found, *_of_the_constitution(text), *_others_that_amend(text)]
    if not first and "mendment" in f"{text.article.title} {text.article.text}":
        found |= (alone := _alone(text))
        first = list(alone)
    again = _again(text, min(first), inner) if first else ()
    return dict.fromkeys(again, frozenset[str]()) | found


def _are_brought_in(text: Text, first: Place) -> bool:
    """Whether "the proposed amendments" behind changes of a law are brought in or passed, in an article in
    which no bill is told of.
    """
    every = _every_noun(text)
    if any(_is_a_bill(tree, token) for _, tree, token in every):
        return False
    return any(
        (index, token.i) > first and _is_the_change(token) and _is_acted_on(token)
        for index, _, token in every
    )


def _is_a_bill(tree: Tree, token: Token) -> bool:
    """Whether a noun is a bill, not a law that stands."""
    words = folded(_title(tree, token) or token.text).split()
    return bool({"bill", "bills", "legislation"} & set(words)) or mask_kind(tree, token) == "number"


def _is_the_change(token: Token) -> bool:
    """Whether a noun points back to changes told before: "the amendments", "these proposed changes"."""
    described = {c.lower_ for c in children(token, "amod", "compound")} <= word_class("said_of_changes")
    the = bool({c.lower_ for c in children(token, "det")} & _PARTICULAR)
    return token.lemma_.lower() in word_class("amending") and token.tag_ == "NNS" and the and described


def _of_the_constitution(text: Text) -> list[Place]:
    """Return the places of amendments of the constitution that are dealt with as bills."""
    return [
        (index, token.i)
        for index, tree in enumerate(text.trees)
        if "onstitution" in tree.sentence.text
        for token in nouns(tree)
        if is_constitutional(token) and _is_acted_on(token)
    ]


def _of_laws(text: Text) -> dict[Place, frozenset[str]]:
    """Return the places of changes of no law named that are passed by themselves, with the words that tell
    them: "adopted legislative amendments on pensions".
    """
    return {
        (index, token.i): content_of(tree, token)
        for index, tree in enumerate(text.trees)
        if _OF_LAWS.search(tree.sentence.text)
        for token in nouns(tree)
        if token.tag_ == "NNS" and token.lemma_.lower() in word_class("amending")
        if _LEGAL & {child.lower_ for child in children(token, "amod")} and legislated(token)
        if not any(is_bill_noun(tree, law) for law in laws_behind(token))
    }


def _alone(text: Text) -> dict[Place, frozenset[str]]:
    """Return the amendments that are passed in an article that tells of no bill, law or motion, with the
    words that tell them: "Parliament approves no-confidence amendments".
    """
    every = _every_noun(text)
    if any(
        token.lemma_ in ("motion", "resolution") or is_bill_noun(tree, token) == "strong"
        for _, tree, token in every
    ):
        return {}
    return {
        (index, token.i): content_of(tree, token)
        for index, tree, token in every
        if token.lemma_.lower() == "amendment" and not children(token, "nmod:poss") and _is_acted_on(token)
    }


def _of_what_is_to_change(text: Text) -> dict[Place, frozenset[str]]:
    """Return the changes that are dealt with as bills in an article that tells of no bill, but of a
    constitution that is to be changed: "voted to amend the constitution. The changes passed 21 to 3".
    """
    if not any(_CHANGES_IT.search(tree.sentence.text) for tree in text.trees):
        return {}
    every = _every_noun(text)
    standing = word_class("standing_kinds")
    if any(is_bill_noun(tree, t) == "strong" and t.lemma_.lower() not in standing for _, tree, t in every):
        return {}
    return {
        (index, token.i): frozenset()
        if any(map(_is_given, children(token, "nmod")))
        else content_of(tree, token)
        for index, tree, token in every
        if token.lemma_.lower() in word_class("amending") and _is_acted_on(token)
    }


def _every_noun(text: Text) -> list[tuple[int, Tree, Token]]:
    """Return the nouns of an article, each with its tree and the tree's index."""
    return [(index, tree, token) for index, tree in enumerate(text.trees) for token in nouns(tree)]


def _is_given(noun: Token) -> bool:
    """Whether a noun behind "to" is that of a body that something goes to."""
    return actor_sorts().get(noun.lemma_.lower()) in _GIVEN


def _token(text: Text, place: Place) -> Token:
    return text.trees[place[0]].doc[place[1]]


def _changes(text: Text, country: str | None) -> Iterator[tuple[Place, Token]]:
    """Yield the place of each noun for a change, with the standing law that it changes."""
    standing = word_class("standing_kinds") - (
        word_class("bill_kinds") if country in word_class("acts_are_bills") else frozenset()
    )
    for index, tree in enumerate(text.trees):
        for token in nouns(tree):
            if token.lemma_.lower() in word_class("amending"):
                for law in (*laws_behind(token), *children(token, "compound")):
                    if _stands(tree, law, standing):
                        yield (index, token.i), law


def laws_behind(change: Token) -> list[Token]:
    """Return the nouns after "to" or "of" right behind a change, hung on its verb or not; not those who are
    given it: "presented the changes to parliament".
    """
    near = children(change, "nmod") + children(change.head, "obl", "nmod")
    near += children(whole.head, "obl") if (whole := _whole(change)) is not change else []
    led = [noun for noun in near if any(c.i == change.i + 1 and c.lower_ in _OF for c in noun.children)]
    found = [noun for noun in led if not (is_time_word(noun) or _is_given(noun))]
    many = [
        inner for noun in found if noun.lemma_.lower() in word_class("shares") for _, inner in obliques(noun)
    ]
    return many or found


def _others_that_amend(text: Text) -> Iterator[Place]:
    """Yield the places of changes of the constitution, and of bills to amend a law that stands, in an article
    that tells of no other amendments.
    """
    every = _every_noun(text)
    for _, _, token in every:
        particular = {c.lower_ for c in children(token, "det")} & _PARTICULAR
        if token.lemma_.lower() == "amendment" and not particular and not is_constitutional(token):
            return
    for index, tree, token in every:
        aims = [verb for verb in describing(token) if verb.lemma_.lower() in ("amend", "change", "revise")]
        amends = any(law.lemma_.lower() in word_class("standing_kinds") for v in aims for law in patients(v))
        if is_constitutional(token) or (amends and is_bill_noun(tree, token) == "strong"):
            yield index, token.i


def _title(tree: Tree, law: Token) -> str:
    """Return the words of a title, "" for other nouns."""
    start, end = tree.spans[law.i]
    titled = mask_kind(tree, law) == "title"
    return tree.sentence.text[start - tree.part_start : end - tree.part_start] if titled else ""


def _telling(tree: Tree, law: Token) -> frozenset[str]:
    """Return the folded words that say which law it is."""
    whole = law.head if law.dep_ == "compound" else law  # "election code amendments"
    told = title_content(_title(tree, law)) | content_of(tree, whole)
    return told or (frozenset((folded(law.text),)) if law.tag_ == "NNS" else told)


def _stands(tree: Tree, law: Token, kinds: frozenset[str]) -> bool:
    """Whether a noun is a particular law of a kind that stands: "the Labour Code", not "labour law"."""
    if title := _title(tree, law):
        words = set(folded(title).split())
        return bool(kinds & words) and "bill" not in words
    particular = not {c.lower_ for c in children(law, "det")} & {"a", "an", "any"}
    if law.lower_ == "rules":  # "a change to the rules on fishing", "to the house rules"
        return bool(_RULES & {c.lower_ for c in children(law, "compound", "amod")}) or any(
            mark in _ON for mark, _ in obliques(law)
        )
    whole = law.tag_ == "NN" and law.lower_ == "law" and not children(law, "det", "nmod:poss")
    return law.lemma_.lower() in kinds and particular and not whole and bool(_telling(tree, law))


def _made(text: Text, inner: set[Place]) -> frozenset[str]:
    """Return the telling words of the laws that are passed themselves, not only changed."""
    return frozenset(
        word
        for index, tree in enumerate(text.trees)
        for token in nouns(tree)
        if (index, token.i) not in inner and is_bill_noun(tree, token) == "strong" and legislated(token)
        if token.head.lemma_.lower() not in word_class("changes_by_words")  # "to amend the Ports Act"
        for word in _telling(tree, token)
    )


def _is_acted_on(change: Token) -> bool:
    """Whether something is done to a change that is done to a bill, or it is told to be a draft."""
    beside = [change.head, *(c for c in children(change.head, "obj", "nsubj:pass") if c.i < change.i)]
    drafted = any(word.lower_ == "draft" for word in children(change, "compound", "amod"))
    done = drafted or any(word.lemma_.lower() in ("veto", "return") for word in beside)
    return done or legislated(_whole(change))


def _whole(change: Token) -> Token:
    """Return the noun that counts some changes, else the changes: "a number | of amendments"."""
    counted = change.dep_ == "nmod" and change.head.lemma_.lower() in word_class("numbers_of")
    return change.head if counted else change


def _again(text: Text, first: Place, inner: set[Place]) -> Iterator[Place]:
    """Yield the places after the first where "the amendments" means them, in an article in which no bill is
    amended on its way.
    """

    def is_theirs(index: int, law: Token) -> bool:
        bare = law.lemma_.lower() in word_class("standing_kinds") and not content_of(text.trees[index], law)
        return bare or (index, law.i) in inner

    later = [
        ((index, token.i), tree, token)
        for index, tree in enumerate(text.trees)
        for token in nouns(tree)
        if token.lemma_.lower() in word_class("amending") and (index, token.i) > first
    ]
    if any(is_bill_noun(tree, law) and not is_theirs(place[0], law) for place, tree, law in _beside(later)):
        return
    for (index, at), _, token in later:
        told = children(token, "nmod:poss", "nummod", "amod", "acl:relcl")
        told = [word for word in told if word.lower_ not in word_class("said_of_changes")]
        told += [noun for _, noun in obliques(token) if not is_theirs(index, noun)]
        if {c.lower_ for c in children(token, "det")} & _PARTICULAR and not told:
            yield index, at


def _beside(changes: list[tuple[Place, Tree, Token]]) -> Iterator[tuple[Place, Tree, Token]]:
    """Yield what hangs on the changes."""
    for place, tree, token in changes:
        yield from ((place, tree, noun) for _, noun in obliques(token))
