"""What sort of thing a noun names: an actor, a bill, a change to it, a veto, a vote, a reading, people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.extraction.bodies import (
    are_asked_to_act,
    council_sort,
    is_a_party_there,
    is_local_body,
    is_named_for,
    is_of_a_committee,
    is_title_of_person,
)
from graph.extraction.law_senses import is_no_law
from graph.extraction.lexicon import (
    Body,
    actor_sorts,
    bill_words,
    changes,
    folded,
    parties,
    states,
    word_class,
)
from graph.extraction.pacts import is_ratified
from graph.extraction.short_forms import long_form
from graph.extraction.voters import is_a_people
from graph.language.tree import Tree, children, obliques, once, phrase, possessors, prepositions
from graph.lexicons import load_lexicon

if TYPE_CHECKING:
    from graph.language.words import Token

_CAPITAL = re.compile(r"[A-Z]")
OWNING = re.compile(r"[’']s?$")
"""The ending of an owner: "the Senate's"."""
_OPENING = re.compile(r"^(?:the|of) ")
_TIMES = frozenset(("night", "morning", "evening", "afternoon", "week", "month", "year", "noon", "midnight"))
_NOUNS = ("NOUN", "PROPN", "X")
_INSIDE = ("compound", "flat", "fixed", "goeswith")


def mask_kind(tree: Tree, token: Token) -> str:
    """Return the kind of mask ("title", "number", "sum" …) whose one word the token is, or ""."""
    if not tree.masks:
        return ""
    start, end = tree.spans[token.i]
    return next((mask.kind for mask in tree.masks if mask.start <= start and end <= mask.end), "")


def is_purpose(noun: Token) -> bool:
    """Whether an event noun names what something is done for: "sent to the president for signature"."""
    return noun.lemma_.lower() in load_lexicon("status")["purpose"]["nouns"] and "for" in prepositions(noun)


def is_time_word(noun: Token) -> bool:
    """Whether a noun names a day or a month, which is never part of the name of a thing."""
    return (
        noun.text[:1].isupper()
        and noun.lower_ in word_class("calendar")
        and noun.dep_ not in ("compound", "flat")
    )


def plain_phrase(tree: Tree, token: Token) -> str:
    """Return the words of a noun phrase without article, owner and clauses: "House of Commons"."""
    return once(_plain_phrase, tree, token)


def _plain_phrase(tree: Tree, token: Token) -> str:
    whole = phrase(token) if token.children else [token]
    left_out = {t.i for below in _apart(tree, token) for t in below.subtree} if len(whole) > 1 else ()
    tokens = [t for t in whole if t.i not in left_out] if left_out else whole
    if tree.masks:
        tokens = [t for t in tokens if mask_kind(tree, t) != "tally"]
    while tokens and tokens[0].following != "-" and _only_leads(tokens[0]):
        tokens = tokens[1:]
    while tokens and tokens[-1].is_punct and tokens[-1].text not in ("’", "'", ")"):
        tokens = tokens[:-1]
    return tree.words(tokens)


def _only_leads(word: Token) -> bool:
    labels = ("det", "case", "mark", "det:predet", "cc:preconj", "cc")
    return word.dep_ in labels or word.is_punct or word.lower_ in word_class("quantities")


def _apart(tree: Tree, token: Token) -> list[Token]:
    """Return what hangs on a noun without being part of its name: owners, times, purposes, loose groups."""
    found = [owner for owner in possessors(token) if not is_named_for(token, owner)]
    apart = (t for t in token.subtree if is_time_word(t) or is_purpose(t) or t.dep_ == "discourse")
    found += [t for t in apart if t is not token]
    behind, joined = children(token, "nmod"), children(token, "conj")
    found += [below for below in behind if any(c.i < below.i for c in joined)]  # "A, B | of either language"
    found += [
        below
        for below in behind
        if not {"of", "for"} & set(prepositions(below))
        and any(t.lower_ in word_class("calendar") or t.lower_ in _TIMES for t in below.subtree)
    ]
    if behind and not is_bill_noun(tree, token):
        found += [below for below in behind if _is_loose(below)]
    return found


def _is_loose(below: Token) -> bool:
    """Whether what hangs on a noun is no part of its name: "Labour with the Greens", "groups including X"."""
    marks, first = set(prepositions(below)), min((t.i for t in below.subtree if not t.is_punct), default=0)
    cut_off = first > 0 and below.doc[first - 1].text in (",", "–", "—", "(")
    led = marks | {f"{mark} {below.text}" for mark in marks}  # "the cabinet | at its meeting"
    return bool(led & word_class("no_part_of_name")) or (cut_off and not marks & {"of", "for", "on", ""})


def bodies_named(tree: Tree, token: Token) -> tuple[Body, ...]:
    """Return the bodies that the capitalised words ending in (or starting from) this noun may name."""
    return once(_bodies_named, tree, token)


def _bodies_named(tree: Tree, token: Token) -> tuple[Body, ...]:
    words = plain_phrase(tree, token)
    if not _CAPITAL.search(words) or token.lower_.strip(".") in word_class("courtesy"):
        return ()
    known, begin = states().bodies, states().begin_bodies
    parts = words.split()
    for first, word in enumerate(parts):
        if not word[:1].isupper() or not {folded(word), folded(OWNING.sub("", word.strip(",.")))} & begin:
            continue
        for last in range(len(parts), first, -1):
            stretch = parts[first:last]
            found = known.get(folded(OWNING.sub("", " ".join(stretch)).strip(",.")))
            apart = len(stretch) == 1 and first > 0 and parts[first - 1][:1].isupper()
            wide = apart or (len(stretch) == 1 and parts[last : last + 1] in (["for"], ["of"]))
            if wide and token.lemma_.lower() in ("commission", "council"):
                continue  # the Constitution Commission is not the European one
            if found and folded(token.text).strip(",.") in folded(" ".join(stretch)):
                return tuple(body for body in found if body.role != "gazette")
    return ()


def own_body_sort(tree: Tree, token: Token, country: str | None) -> str:
    """Return the sort of the body that a noun names in the article's own country, else what a short name is
    elsewhere, or "": "ministers" and "the Council" are a chamber in the European Union only.
    """
    if country is None or token.pos_ not in ("NOUN", "PROPN"):
        return ""
    if (long := long_form(token)) is not None:
        return own_body_sort(long[1], long[2], country)
    own, other = own_bodies(tree, token, country), bodies_named(tree, token)
    if not (own or other) or is_title_of_person(tree, token) or is_of_a_committee(token):
        return ""
    if is_local_body(token, folded(plain_phrase(tree, token))):
        return ""
    if own or is_a_party_there(token, country):
        return own[0].sort if own else "party"
    short = len({body.state for body in other}) == 1 and " " not in other[0].name
    return actor_sorts().get(token.lemma_.lower(), "") if short else ""


def own_bodies(tree: Tree, token: Token, country: str) -> tuple[Body, ...]:
    """Return the bodies of a country that a noun names, in capitals or not."""
    known = states().own_bodies
    named = known.get((country, folded(plain_phrase(tree, token))), ())
    return named + known.get((country, folded(token.text)), ())


def state_named(tree: Tree, token: Token) -> str | None:
    """Return the state, or the state by its capital, that the noun names."""
    if not token.text[:1].isupper():
        return None
    words, known = folded(OWNING.sub("", plain_phrase(tree, token))), states().by_name
    return known.get(words) or known.get(_OPENING.sub("", words)) or known.get(folded(token.text))


def _marks_behind(noun: Token) -> set[str]:
    """Return the prepositions of what hangs on a noun."""
    return {mark for child in children(noun, "nmod") for mark in prepositions(child)}


def is_bill_noun(tree: Tree, token: Token) -> str:
    """Return "strong" or "weak" where the noun can name a bill, else ""."""
    return once(_is_bill_noun, tree, token)


def _is_bill_noun(tree: Tree, token: Token) -> str:
    if mask_kind(tree, token) in ("title", "number", "resolution"):
        return "strong"
    name = tree.name_at(token)
    if is_ratified(token):
        return "strong" if token.text.isupper() else "weak"
    if name is not None and name.label in ("PERSON", "ORG") and " " not in name.text:
        return ""
    if name is not None and name.label == "ORG" and tree.spans[token.i][1] < name.end:
        return ""  # the Law and Justice Committee
    word, words = token.lemma_.lower(), bill_words()
    if token.pos_ not in ("NOUN", "PROPN", "X", "ADJ"):
        return ""
    if token.text == "ACT" and not tree.sentence.text.isupper():
        return ""  # a territory, a party
    if word in words["strong"]:
        start, end = tree.spans[token.i]
        around = tree.sentence.text[max(0, start - tree.part_start - 24) : end - tree.part_start + 18]
        if is_no_law(token, word, around):
            return ""
        if token.dep_ == "compound" and token.head.lemma_.lower() not in words["strong"] | words["weak"]:
            step = token.head.lemma_.lower() in word_class("goes_its_course") and token.following != "-"
            return "strong" if step and children(token, "compound", "amod") else ""
        return "strong"
    if token.text == "Initiative" and any(c.text.istitle() for c in children(token, "amod", "compound")):
        passed = token.dep_ in ("obj", "nsubj:pass") and token.head.lemma_ in word_class("passes_laws")
        return "weak" if passed else ""  # else a party by that name
    if word == "rulebook" and any(
        actor_sorts().get(n.lemma_.lower()) == "chamber" for n in possessors(token)
    ):
        return ""  # "the chamber's rulebook"
    if word in word_class("drafts_of_law") and any(
        child.lemma_.lower() in ("law", "bill") for child in children(token, "compound")
    ):
        return "strong"  # "the oil law draft"
    if word == "resolution" or (word == "measure" and _is_law_making(token)):
        return "strong" if _is_law_making(token) else ""
    if word == "decree" and is_no_law(token, word, ""):
        return ""
    return "weak" if word in words["weak"] or is_conference_report(token) else ""


def is_conference_report(token: Token) -> bool:
    """Whether a noun is what a conference of two chambers reports: the bill as both are to pass it."""
    return token.lemma_.lower() == "report" and any(
        word.lemma_.lower() == "conference" for word in token.doc[max(token.i - 1, 0) : token.i]
    )


def _is_law_making(resolution: Token) -> bool:
    """Whether a resolution is a bill by another name: "a joint resolution", "the funding resolution"."""
    about = {w for c in children(resolution, "compound", "amod") for w in (c.lemma_.lower(), c.lower_)}
    return bool(about & word_class("lawmaking_resolutions"))


def sort_of(tree: Tree, token: Token) -> str:
    """Return the sort of a noun, "" for an everyday one and for pronouns.

    Actors: person, legislature, chamber, committee, head, government, court, party, voters, state, group,
    organisation. Things: bill, amendment, veto, vote, reading, session.
    """
    return once(_sort_of, tree, token)


def _sort_of(tree: Tree, token: Token) -> str:
    if (long := long_form(token)) is not None:
        return sort_of(long[1], long[2])
    if mask_kind(tree, token) in ("title", "number"):
        return "bill"
    misread = token.tag_ == "VB" and token.lemma_.lower() in actor_sorts()  # "go to court"
    if token.pos_ not in ("NOUN", "PROPN", "ADJ", "X", "NUM") and not misread:
        return ""
    name = tree.name_at(token)
    if (name is not None and name.label == "PERSON") or is_title_of_person(tree, token):
        return "person"
    if token.lower_.strip(".") in word_class("courtesy"):
        beside = (tree.name_at(child) for child in children(token, "flat", "appos", "compound", "nmod:desc"))
        return "person" if any(n is not None and n.label == "PERSON" for n in beside) else ""
    word = token.lemma_.lower()
    words = folded(plain_phrase(tree, token))
    if words in states().by_name and token.text[:1].isupper():
        return "state"
    if word == "head" and words.startswith("head of state"):
        return "head"
    if is_of_a_committee(token):
        return "committee"
    if is_local_body(token, words):
        return "chamber"
    if named := bodies_named(tree, token):
        return named[0].sort
    if token.lower_ == "benches":
        return ""  # "the opposition benches"
    if token.lower_ == "justice" and not children(token, "det", "amod", "compound"):
        return ""  # "brought to justice"
    if word in ("council", "commission") and (sort := council_sort(token, words)):
        return sort
    if word == "opposition" and "to" in _marks_behind(token):
        return ""  # "came out in opposition to the bill" names nobody
    if words in parties() or (token.text[:1].isupper() and folded(token.text) in parties()):
        return "party"
    if is_a_people(token):
        return "voters"
    kinds = changes()
    changing = token.tag_ == "NNS" or token.preceding == "amendment"
    law = word == "proposal" and {"law", "bill"} & {c.lower_ for c in children(token, "compound")}
    if changing and not law and word in ("proposal", "change", "motion", "demand"):
        return "amendment"
    for sort in ("veto", "amendment", "vote", "reading", "session"):
        if word in kinds[sort]:
            return sort
    if word not in actor_sorts() and state_named(tree, token):
        return "state"
    if is_bill_noun(tree, token) == "strong":
        return "bill"
    if (
        word == "member"
        and token.tag_ in ("NNS", "NNPS")
        and not [c for c in token.children if c.dep_ != "punct"]
    ):
        return "chamber"  # "Members voted for the bill"
    if are_asked_to_act(token):
        return "chamber"
    if word in actor_sorts():
        return "group" if _is_alliance_of_groups(tree, token) else actor_sorts()[word]
    if state_named(tree, token):
        return "state"
    return "organisation" if name is not None and name.label == "ORG" else ""


def _is_alliance_of_groups(tree: Tree, token: Token) -> bool:
    """Whether "coalition", which mostly unites parties, unites others: "a coalition of rights groups"."""
    if token.lemma_.lower() not in word_class("alliances"):
        return False
    united = [noun for mark, noun in obliques(token) if mark == "of"]
    return any(sort_of(tree, noun) in ("group", "organisation", "person") for noun in united)


def is_the_government(token: Token) -> bool:
    """Whether a noun is "the government", who acts in the story of any bill, not one of several or of another
    state.
    """
    if token.lower_ != "government" or children(token, "amod", "compound", "nmod", "nmod:poss"):
        return False
    return any(c.lower_ == "the" for c in children(token, "det"))


def is_some_of(token: Token) -> bool:
    """Whether members are only some of theirs: "six senators", "a Liberal senator", "Islamist MPs"."""
    if token.tag_ in ("NN", "NNP") and token.text.lower() not in ("mps", "meps"):
        return True
    beside = children(token, "nummod", "amod", "compound", "nmod:desc")
    table = states()
    return any(
        folded(t.text) not in table.by_adjective and t.lower_ not in word_class("of_a_whole") for t in beside
    )


def nouns(tree: Tree) -> list[Token]:
    """Return the heads of noun phrases in text order."""
    known = tree.doc.known.get("nouns")
    if known is None:
        known = tree.doc.known["nouns"] = [t for t in tree.doc if t.pos_ in _NOUNS and t.dep_ not in _INSIDE]
    found: list[Token] = known
    return found
