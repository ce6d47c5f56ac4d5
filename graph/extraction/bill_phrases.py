"""How a bill is named by the words around its noun: what it is on and whose it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.extraction.bill_clauses import LONGEST_CLAUSE, is_act_of
from graph.extraction.bill_owners import is_this_kind
from graph.extraction.lexicon import (
    Frame,
    actor_sorts,
    bill_words,
    by_lemma,
    folded,
    singular,
    states,
    word_class,
)
from graph.extraction.nouns import (
    bodies_named,
    is_bill_noun,
    is_conference_report,
    is_time_word,
    mask_kind,
    plain_phrase,
)
from graph.language.roles import patients, subjects
from graph.language.tree import Tree, children, lemma, obliques, phrase, possessors, prepositions
from graph.terms import DECISIONS, EventType

if TYPE_CHECKING:
    from graph.language.words import Token

_YEAR = re.compile(r"\b(1[6-9]\d\d|20\d\d)\b")
_SELF = re.compile(r"(?:self|co|anti|pro|non)-")  # "self-government", two words in titles
_ON = frozenset(("on", "about", "regarding", "concerning", "against", "governing"))
_TAKES_BILLS = ("chamber", "legislature", "committee")
_CONSENTS = frozenset(("agree", "consent", "accede", "assent"))
_TAKEN_ON_BILLS = frozenset(("position", "mandate", "approach"))
_ABOUT = _ON | {"for", "of", "to"}


def run_before(token: Token) -> list[Token]:
    """Return the nouns and adjectives between an article or owner and a noun in the singular, which all
    belong to its phrase wherever the parser hung them: "gave the harbour safety bill an easy ride".
    """
    found: list[Token] = []
    for before in reversed(list(token.doc[: token.i])):
        if before.dep_ == "det" or before.tag_ in ("PRP$", "POS"):
            return found[::-1] if token.tag_ in ("NN", "NNP") else []
        if before.tag_ not in ("NN", "NNP", "JJ"):
            return []
        found.append(before)
    return []


def gerund_before(token: Token) -> Token | None:
    """Return the word in -ing right before a noun that describes it: "the heating law", "roaming rules"."""
    if token.i == 0:
        return None
    before = token.doc[token.i - 1]
    if before.tag_ != "VBG" or token not in children(before, "obj") or children(before, "aux", "mark"):
        return None
    word = before.lemma_.lower()
    done = any(f.takes_bills and word not in f.bare for f in by_lemma("stages", "verbs").get(word, ()))
    if done or word in word_class("no_content"):
        return None  # "the government passing bills"
    led = before.i > 0 and before.nbor(-1).pos_ in ("DET", "ADJ", "PRON", "PROPN")
    return before if led or before.dep_ not in ("advcl", "xcomp", "ROOT") else None


def before_gerund(gerund: Token) -> list[Token]:
    """Return the words right before a gerund that describe it: "assisted dying", "hate crime reporting"."""
    found: list[Token] = []
    for token in reversed(list(gerund.doc[: gerund.i])):
        if token.tag_ not in ("VBN", "JJ", "NN", "NNP") or children(token, "case"):
            break
        found.append(token)
    return found[::-1]


def _kind_only(child: Token) -> bool:
    """Whether an adjective only says how a text is, or that it was changed: "tougher", "amended"; or is what
    is done to any, misread: "loves passing bills".
    """
    changed = child.tag_ in ("VBN", "VBD") and child.dep_ in ("amod", "compound")
    done = child.pos_ == "VERB" and child.lower_ in bill_words()["generic_modifiers"]
    return child.tag_ in ("JJR", "JJS") or changed or done


def complement_of(token: Token) -> Token | None:
    """Return what a bill is on where the parser hung it on the verb: "adopted a law on prisons", "ended the
    debate of the law on prisons".
    """
    whole = token.head if token.dep_ == "nmod" and token.head.dep_ == "obj" else token
    for noun in children(whole.head, "obl") if whole.dep_ in ("obj", "nsubj:pass") else []:
        near = [c for c in children(noun, "case") if c.i == token.i + 1 and c.lower_ in _ON]
        if _is_place(noun):
            continue  # "rejected the law on the grounds that it was late"
        if near and not any(t.lower_ in word_class("calendar") or t.pos_ == "NUM" for t in noun.subtree):
            return noun
    return None


def content_of(tree: Tree, token: Token) -> frozenset[str]:
    """Return the folded words that say which bill it is."""
    generic, found = bill_words()["generic_modifiers"], set[str]()
    table = states()
    for child in token.children:
        if child.dep_ not in ("amod", "compound", "nmod", "nmod:poss", "nmod:unmarked", "nmod:desc"):
            continue
        before = child.i < token.i
        if child.dep_ == "nmod:poss" and folded(child.text) in table.by_name:
            continue
        if _kind_only(child) or (not before and is_this_kind(child)):
            continue
        marks = {c.lower_ for c in child.children if c.dep_ == "case"}
        if (not before and not marks & _ABOUT) or is_act_of(child):
            continue
        if not before and "to" in marks and (name := tree.name_at(child)) and name.label == "PERSON":
            continue  # "sent the measure to President Holm, who will sign it"
        weak = token.lemma_.lower() in bill_words()["weak"]
        if not before and (_is_its_vote(child) or _is_step(child) or (not weak and _is_apart(child))):
            continue  # "referred the bill to the standing committee"
        if (
            not before
            and not weak
            and "of" in marks
            and (not child.text[:1].isupper() or bodies_named(tree, child))
        ):
            continue  # "a law of substance" says nothing, "the Treaty of Lisbon" does
        timed = not before and child.pos_ == "NUM" and any(map(is_time_word, child.children))
        if timed or is_time_word(child) or (not before and _is_place(child)):
            continue  # "the reforms on May 7"
        for part in child.subtree:
            if part.pos_ not in ("NOUN", "PROPN", "ADJ", "VERB", "X") or part.dep_ in ("case", "det"):
                continue
            if before or not _is_where(part, child):
                found.add(folded(part.lemma_ if part.pos_ != "PROPN" else part.text))
    found |= {folded(part.lemma_ if part.pos_ != "PROPN" else part.text) for part in run_before(token)}
    if gerund := gerund_before(token):
        found.add(folded(gerund.text))
    if complement := complement_of(token):
        found |= {folded(t.lemma_) for t in phrase(complement) if t.pos_ in ("NOUN", "PROPN", "ADJ")}
    parts = {part for word in found for part in (word.split("-") if _SELF.match(word) else (word,))}
    return frozenset(
        singular(word).replace("constitutional", "constitution")
        for word in parts
        if word not in generic and word not in table.by_adjective and len(word) > 1
    )


def _is_where(part: Token, child: Token) -> bool:
    """Whether a word of what a bill is on only says where: "a bill on fishing quotas in the Sund Region"."""
    while part != child:
        if part.pos_ == "PROPN" and "in" in prepositions(part):
            return True
        part = part.head
    return False


def own_phrase(tree: Tree, token: Token) -> str:
    """Return a noun phrase with its owner, adjectives and complements, without its article."""
    exclaimed = {t for word in children(token, "discourse") for t in word.subtree}  # "a yes for the bill"
    tokens = [t for t in phrase(token) if t not in exclaimed]
    while tokens and tokens[0] != token and tokens[0].dep_ in ("det", "case", "mark", "cc", "punct"):
        tokens = tokens[1:]
    labels = ("nmod", "obl", "nummod", "advmod", "flat")
    behind = [c for c in token.children if c.i > token.i and c.dep_ in labels]
    apart = {
        t.i
        for child in behind
        if child.dep_ == "advmod" or _is_apart(child) or mask_kind(tree, child) == "tally"
        for t in child.subtree
    }
    apart |= {t.i for time in tokens if is_time_word(time) for t in time.subtree}
    kept = [t for t in tokens if t.i <= token.i + LONGEST_CLAUSE and t.i not in apart]
    return tree.words(kept) if token in kept else ""


def bill_inside(tree: Tree, token: Token) -> Token | None:
    """Return the bill that a version, a text or a part is of ("the final version of the bill"), or the bills
    that there are many of ("dozens of bills").
    """
    word = token.lemma_.lower()
    report = is_conference_report(token)
    if not (report or word in bill_words()["weak"] | word_class("numbers_of")) or mask_kind(tree, token):
        return None
    if word == "version":
        for owner in possessors(token):
            if owner.text.lower() in bill_words()["strong"] and is_bill_noun(tree, owner) == "strong":
                return owner  # "the bill's final version"
    for child in children(token, "compound") if report else ():
        if mask_kind(tree, child) == "number":
            return child  # "the H.R. 6 conference report"
    for child in children(token, "nmod"):
        kind = is_bill_noun(tree, child)
        of_measure = kind == "weak" and word == "version"
        if {"of", *(("on", "for", "to") if report else ())} & set(prepositions(child)) and (
            kind == "strong" or of_measure
        ):
            return child
    return None


def legislated(token: Token) -> bool:
    """Whether a verb or event noun of the stages acts on the noun."""
    verbs, events = by_lemma("stages", "verbs"), by_lemma("stages", "nouns")
    if token.dep_ == "nmod" and token.head.lemma_.lower() == "version" and "of" in prepositions(token):
        return legislated(token.head)
    below = children(token, "acl:relcl") + children(token.head, "xcomp")
    below += [c for c in children(token, "acl") if c.tag_ == "VBN"]  # "a measure vetoed in May"
    # "Tabled in May, the measure has many friends"
    below += [c for c in children(token.head, "advcl") if c.tag_ == "VBN" and c.i < token.i]
    for governor in (token.head, token.head.head, *below):
        if governor.pos_ != "VERB":
            continue
        found = [f for f in verbs.get(lemma(governor), ()) if f.takes_bills and _has_with(governor, f)]
        if any(not f.by_oblique and not f.with_sort for f in found) and token in patients(governor):
            return True
        if any(lemma(governor) in f.bare for f in found) and token in subjects(governor):
            return True
    head, marks = token.head, {c.lower_ for c in children(token, "case")}
    if token.dep_ == "nsubj" and _is_before_a_body(head):
        return True
    if head.lemma_.lower() in ("vote", "reading"):
        return bool(marks & {"on", "for", "against", "of"})
    if "to" in marks and lemma(head) in _CONSENTS:
        by = {lemma(noun) for noun in subjects(head)}
        return "state" in by or any(actor_sorts().get(word) in _TAKES_BILLS for word in by)
    taken = [head] if head.dep_ == "obj" else children(head, "obj")
    if "on" in marks and any(noun.lemma_ in _TAKEN_ON_BILLS for noun in taken):
        return True  # "adopted its position on a proposal to cap rents"
    if head.pos_ == "VERB" and "to" in marks and head.lemma_.lower() in word_class("lends"):
        return any(f.type is EventType.PASSAGE for c in children(head, "obj") for f in _frames_at(c))
    return (
        token.dep_ == "nmod"
        and any(frame.takes_bills for frame in events.get(head.lemma_.lower(), ()))
        and bool(marks & {"of", "on", "for", "to"})
    )


def _has_with(verb: Token, frame: Frame) -> bool:
    """Whether a verb stands with what makes a decision of it: "the reform came | to grief"."""
    if not frame.with_:
        return True
    near = {child.lemma_.lower() for child in verb.children}
    return frame.type in DECISIONS and not near.isdisjoint(frame.with_)


def _is_before_a_body(noun: Token) -> bool:
    """Whether a predicate tells before whom something lies: "is before the Senate", "is back before MPs"."""
    if not children(noun, "cop"):
        return False
    goals = [(mark, body) for mark, body in obliques(noun) if noun.lower_ == "back"]
    goals += [(mark, noun) for mark in prepositions(noun)]
    return any(mark == "before" and actor_sorts().get(lemma(body)) in _TAKES_BILLS for mark, body in goals)


def _frames_at(noun: Token) -> tuple[Frame, ...]:
    return by_lemma("stages", "nouns").get(noun.lemma_.lower(), ())


def in_clause(inner: Token, noun: Token) -> bool:
    """Whether a word stands in a clause below a noun ("Bill 35, which repeals Bill 28")."""
    while inner != noun:
        if inner.dep_ in ("acl", "acl:relcl", "advcl", "ccomp", "parataxis"):
            return True
        inner = inner.head
    return False


def beside(inner: Token, noun: Token) -> bool:
    """Whether a word below a noun is of another thing named beside it: "the Heat Act and HB 12", "the Heat
    Act as well as HB 12".
    """
    while inner != noun:
        if inner.dep_ == "conj" or {"as", "with"} & set(prepositions(inner)):
            return True
        inner = inner.head
    return False


def year_before(token: Token) -> frozenset[str]:
    """Return the year that tells a law from others: "the 1997 law", "the law of 2005"."""
    near = children(token, "nummod", "compound", "nmod", "amod", "nmod:unmarked", "obl")
    return frozenset(t.text for t in near if _YEAR.fullmatch(t.text))


def _with_run(tree: Tree, token: Token, words: str) -> str:
    """Return a name with the words before it that the parser hung elsewhere."""
    run = run_before(token)
    missed = [word for word in run if not (word.is_ancestor(token) or token.is_ancestor(word))]
    return f"{tree.words([*run, token])}{words.partition(token.text)[2]}" if missed else words


def _is_place(child: Token) -> bool:
    """Whether what hangs on a bill says where it is: "the bills on the table"."""
    return "on" in prepositions(child) and child.lower_ in word_class("places_of_bills")


def _is_apart(child: Token) -> bool:
    """Whether what hangs on a bill says what becomes of it, not what it is called."""
    marks = set(prepositions(child))
    if _is_step(child):
        return True
    if child.dep_ == "nummod" or marks & word_class("no_name_after"):
        return True
    return _is_place(child) or _is_its_vote(child)


def _is_step(child: Token) -> bool:
    """Whether what hangs on a bill is a step that it waits for: "the bill for second reading in May"."""
    return "for" in prepositions(child) and child.lemma_.lower() in word_class("waits_for")


def _is_its_vote(child: Token) -> bool:
    """Whether what hangs on a bill is how it was voted on: "two bills on identical votes of 35-0"."""
    if child.lemma_.lower() != "vote" or not {"on", "by", "in", "with"} & set(prepositions(child)):
        return False
    figures = [*children(child, "nummod"), *(n for n in children(child, "nmod") if "of" in prepositions(n))]
    return any(figure.pos_ == "NUM" for figure in figures)


def name_of(tree: Tree, token: Token) -> str:
    """Return the phrase that names a bill, without what only says what becomes of it: "laws to parliament",
    "bills for reconsideration", "the resubmitted bills 338-138".
    """
    words = _with_run(tree, token, plain_phrase(tree, token))
    apart = [
        child
        for child in children(token, "nmod", "obl", "nummod", "nmod:unmarked", "advmod")
        if child.i > token.i and _is_apart(child) and not _YEAR.fullmatch(child.text)
    ]
    becomes = any({"into", "before"} & set(prepositions(child)) or _is_its_vote(child) for child in apart)
    if not apart or (token.lemma_.lower() not in bill_words()["strong"] and not becomes):
        return words
    first = tree.spans[min(t.i for child in apart for t in child.subtree)][0]
    start = tree.spans[token.i][0]
    place = words.rfind(tree.words([token]))
    return words[: place + first - start].rstrip(" ,(–—:;") if place >= 0 else words


def is_no_legal_plan(plan: Token) -> bool:
    """Whether a plan is no bill: one for so many days or years, or of what somebody is to do ("the five-year
    plan", "an action plan").
    """
    before = [word for child in children(plan, "amod", "compound", "nummod") for word in child.subtree]
    units, others = word_class("time_units"), word_class("plans_of_others")
    return any(word.lower_.rpartition("-")[2] in units or word.lower_ in others for word in before)
