"""What a clause says that a bill does, by which a bill goes that has no other name: "a bill to ban hunting",
"a measure that would raise fines".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction.lexicon import bill_words, by_lemma, changes, folded, word_class
from graph.extraction.nouns import is_time_word, sort_of
from graph.language.roles import is_infinitive
from graph.language.tree import Tree, children, obliques, possessors, prepositions

if TYPE_CHECKING:
    from graph.language.words import Token

LONGEST_CLAUSE = 12
"""Words of a describing clause that become part of a name."""
_OVER = 4
"""By how many words a clause may be longer before it is cut."""
_GOALS = frozenset((
    "floor", "desk", "vote", "reading", "committee", "house", "senate", "chamber", "parliament", "president",
    "majority", "hurdle", "stage", "court", "law", "approval", "support", "hearing", "debate", "agenda",
))  # fmt: skip
"""Where a bill goes and what it gets: an infinitive with them tells of its way, not of what it does."""
_ONE = frozenset(("one", "another"))
_AT_A_TIME = frozenset(("on", "late", "early", "last", "yesterday", "today", "night", "morning", "afternoon"))


def is_act_of(noun: Token) -> bool:
    """Whether a noun is the act that any bill is for: "a bill for an Act to establish a tea board"."""
    about = {c.lower_ for c in children(noun, "case", "det")}
    return noun.lemma_.lower() == "act" and about >= {"for", "an"}


def describing(token: Token) -> list[Token]:
    """Return the clauses that may say what a bill does, those right behind it ("rejected the bill to ban
    hunting", "debated legislation on banning it") even where the parser hung them further up.
    """
    acts = [child for child in children(token, "nmod") if is_act_of(child)]
    found = [clause for noun in (token, *acts) for clause in children(noun, "acl", "acl:relcl")]
    found += [clause for clause in children(token, "advcl") if is_infinitive(clause)]
    above = (token.head, token.head.head) if token.dep_ == "nmod" else (token.head,)  # "work on a bill to …"
    behind = [t for head in above for t in children(head, "advcl", "xcomp") if _can_describe(t)]
    place = token.i + 1
    while place < len(token.doc) and token.doc[place].lower_ in word_class("calendar") | _AT_A_TIME:
        place += 1  # "passed a bill late on Tuesday to ban hunting"
    if "for" in prepositions(token) and token.left_edge.lower_ in ("for", "the"):
        found = [clause for clause in found if not is_infinitive(clause)]  # "a problem for the bill to solve"
    found = [clause for clause in found if clause.preceding not in _ONE]  # "including one banning"
    return found + [t for t in behind if min(w.i for w in t.subtree) in (token.i + 1, place)]


def _can_describe(clause: Token) -> bool:
    """Whether a clause that the parser hung on a verb has a form in which bills are described: "to ban
    hunting", "on banning it".
    """
    on = clause.tag_ == "VBG" and {c.lower_ for c in children(clause, "mark")} & {"on", "about"}
    return is_infinitive(clause) or bool(on)


def _describes(clause: Token) -> bool:
    """Whether a clause says what a bill does: "to ban hunting", "allowing", "that would let them vote"."""
    verb = clause.lemma_.lower()
    if _is_ruled_by(clause):
        return True
    if clause.tag_ == "VBG" and {c.lower_ for c in children(clause, "mark")} & {"on", "about"}:
        return True  # "a bill on registering land"
    to_be = [c for c in children(clause, "cop") if not (is_infinitive(clause) and c.tag_ in ("VBZ", "VBD"))]
    if to_be or not (clause.tag_.startswith("VB") or children(clause, "aux")):
        return False  # "a law to be in force by May", "refers bills to committees"
    if verb in word_class("describes_bill"):
        if verb == "set" and clause.tag_ == "VBN":
            return False  # "which was set to be debated"
        return clause.tag_ != "VBN" or bool(children(clause, "aux", "nsubj"))
    relative = any(noun.lower_ in ("that", "which") for noun in children(clause, "nsubj"))
    if verb in word_class("approves_in_a_bill"):
        return bool(children(clause, "obj")) and (clause.tag_ == "VBG" or relative)
    if verb in word_class("no_content") or (
        verb in by_lemma("stages", "verbs") and not _acts_on_other(clause)
    ):
        return False
    would = {"would", "will"} & {c.lower_ for c in children(clause, "aux")}
    does = clause.tag_ == "VBZ" and bool(children(clause, "obj"))
    does = does and clause.head.lemma_.lower() == "bill"  # "a bill that spreads the burden of debt"
    return is_infinitive(clause) or clause.tag_ == "VBG" or bool((would or does) and relative)


def _acts_on_other(clause: Token) -> bool:
    """Whether a verb that can tell a step acts on something of which it tells none: "a bill to find the
    money", but "a bill to find its way", "to be put to a vote".
    """
    frames = by_lemma("stages", "verbs")[clause.lemma_.lower()]
    texts = bill_words()["strong"] | changes()["amendment"] | changes()["veto"]
    taken = texts.union(*(frame.with_ for frame in frames))
    done = children(clause, "obj") or [noun for mark, noun in obliques(clause)[:1] if mark == "for"]
    goals = {noun.lemma_.lower() for _, noun in obliques(clause)} & _GOALS
    return (
        bool(done)
        and not goals
        and all(noun.pos_ in ("NOUN", "PROPN") and noun.lemma_.lower() not in taken | _GOALS for noun in done)
    )


def _is_ruled_by(clause: Token) -> bool:
    """Whether a clause says what is so under a bill that is new: "a bill under which members may stand"."""
    new = any(c.lower_ in ("a", "an") for c in children(clause.head, "det"))
    ruling = {"under", "by", "through"}
    return new and any(c.lower_ == "which" and ruling & set(prepositions(c)) for c in children(clause, "obl"))


def by_clause(tree: Tree, token: Token, words: str) -> tuple[frozenset[str], str]:
    """Return the telling words and the name of a bill that only a clause describes: "a bill that would ban
    hunting", "the bill to lift the ban".
    """
    for clause in describing(token):
        if not _describes(clause):
            continue
        none = [word for word in clause.subtree if _is_no_content(word)]
        if any(c.lower_ == "for" for c in children(clause, "mark")):
            none += children(clause, "mark", "nsubj")[:2]  # "a bill for an Act to ban hunting"
        apart = {t.i for word in none for t in word.subtree if t.lower_ != "to"}
        told = token.head.i if token.head.i > token.i else len(token.doc)
        told = min((t.i - 1 for t in clause.subtree if _is_the_bill(t)), default=told)
        inside = [t for t in clause.subtree if t.dep_ != "punct" and t.i not in apart and t.i < told]
        tokens = _short(inside)  # "a bill to change how judges are chosen | ran aground"
        telling = [
            t
            for t in tokens
            if len(t.text) > 2 and not t.text[0].isdigit() and t.lemma_.lower() not in ("act", "law")
        ]
        found = {
            folded(t.lemma_)
            for t in telling
            if t.pos_ in ("NOUN", "PROPN", "ADJ") and sort_of(tree, t) not in ("chamber", "legislature")
        }
        found = found or {folded(t.lemma_) for t in tokens if t.pos_ == "VERB"}
        if found:
            stop = min((i for i in apart if i > clause.i), default=len(token.doc))
            before = [t for t in tokens if t.i < stop]  # "to ban hunting | last week, with a vote on fees"
            name = f"{tree.words([token])} {tree.words(before if len(before) > 2 else tokens)}"
            return frozenset(found - bill_words()["generic_modifiers"]), name
    return frozenset(), words


def _is_the_bill(word: Token) -> bool:
    """Whether a clause behind the description of a bill is about it: "to end a tax | the Bill should"."""
    return word.lower_ == "bill" and word.preceding == "the" and word.following != "of"


def _short(clause: list[Token]) -> list[Token]:
    """Return the words of a clause up to where one that is not much too long may end."""
    tokens = clause if len(clause) <= LONGEST_CLAUSE + _OVER else clause[:LONGEST_CLAUSE]
    last = tokens[-1].i if tokens else 0
    while tokens and (
        tokens[-1].pos_ in ("ADP", "DET", "CCONJ", "SCONJ", "PART", "AUX")
        or (len(tokens) < len(clause) and tokens[-1].tag_ in ("WP", "WDT", "VBG"))
        or (tokens[-1].head.i > last and tokens[-1].pos_ in ("NOUN", "PROPN", "ADJ", "NUM"))
    ):
        tokens = tokens[:-1]
    return tokens


def _is_no_content(word: Token) -> bool:
    """Whether a word in the clause that describes a bill starts what no longer does: a time, a reading, or
    what goes on beside it ("amid concerns", ", sending it to the Senate").
    """
    follows = word.dep_ == "advcl" and word.tag_ == "VBG" and word.doc[word.i - 1].text == ","
    reading = word.lemma_.lower() in changes()["reading"]
    reading = reading and ("in" in prepositions(word) or bool(possessors(word)))  # "banning bags its reading"
    timed = is_time_word(word) or word.dep_ == "obl:unmarked"  # "banning plastic bags last week"
    return timed or follows or reading or bool(set(prepositions(word)) & word_class("beside"))
