"""The words by which a verb is looked up in the lexicons, alone and with what makes one verb with it, and
what it tells by where it stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction.bodies import are_a_camp, is_of_a_committee
from graph.extraction.lexicon import word_class
from graph.language.roles import patients
from graph.language.tree import children, first_conjunct, kept, lemma, obliques

if TYPE_CHECKING:
    from graph.language.words import Token

_BY_RULE = frozenset(("under", "according to", "by", "per", "in", "pursuant to"))
_APART = frozenset(("back", "apart"))


@kept
def words_of(verb: Token) -> list[str]:
    """Return the lemmas to look a verb up by: with its particle or adverb, then alone."""
    plain = verb.lemma_.lower().removeprefix("re-")  # what is re-tabled is tabled
    beside = [
        c.lower_ for c in children(verb, "advmod", "compound:prt") if c.lower_ in word_class("particles")
    ]
    beside += [c.lower_ for c in children(verb, "obl", "xcomp") if c.lower_ == "through" and not c.children]
    beside += [
        deep.lower_
        for c in children(verb, "advmod")
        if c.lower_ in ("again", "anew", "afresh")
        for deep in c.children
        if deep.lower_ in word_class("particles")
    ]  # "take the bill up again"
    following = verb.nbor() if verb.i + 1 < len(verb.doc) else verb
    apart = following.dep_ in ("case", "advmod", "mark") or following.lower_ == "forward"
    if following.lower_ in word_class("particles") and apart:
        beside.append(following.lower_)
    if plain in word_class("goes_in") and any(
        word.lower_ == "in" for word in (following, *children(verb, "advmod"))
    ):
        beside.append("in")  # "come in from April", "phased in over five years"
    if plain == "make" and following.lower_ == "it":
        beside.append("it")  # "made it to her desk"
    if plain in word_class("brings_in") and following.lower_ == "in" and following.dep_ == "compound:prt":
        beside.append("in")  # "brought in a bill", "put in six amendments"
    around = children(verb, "obl", "xcomp", "advmod", "obj")
    within = {deep.lower_ for child in around for deep in child.children}
    beside += sorted(within & _APART)  # "sent the bill back to parliament", back read with parliament
    if verb.i > 1 and verb.preceding == "-":
        plain = f"{verb.nbor(-2).lower_}-{plain}"  # "rubber-stamped", cut at its hyphen
    phrasal = children(verb, "compound:prt")
    down = plain == "vote" and following.lower_ == "down"  # "voted down a duty to consult"
    bare = [] if down or any(c.lower_ in word_class("changes_sense") for c in phrasal) else [plain]
    alone = [] if down or following.lower_ == "forward" else [lemma(verb).removeprefix("re-"), *bare]
    return list(dict.fromkeys([f"{plain} {adverb}" for adverb in beside] + alone))


def is_opinion(verb: Token) -> bool:
    """Whether "consider" tells only what somebody thinks of a bill: "considers the bill unfair", "considered
    it as a threat"; and "support" or "oppose" what members of a party on a committee do: "Greens on the panel
    opposed it".
    """
    if verb.lemma_.lower() in ("support", "oppose"):
        return any(are_a_camp(noun) and is_of_a_committee(noun) for noun in children(verb, "nsubj"))
    if verb.lemma_.lower() != "consider":
        return False
    taken = max((noun.i for noun in patients(verb)), default=verb.i)
    held = [c for c in children(verb, "xcomp", "obl", "advcl") if c.i > taken]
    return any(c.dep_ == "xcomp" or any(m.lower_ == "as" for m in children(c, "case", "mark")) for c in held)


def is_true_of_anybody(verb: Token) -> bool:
    """Whether "you" can or cannot do something, which is a manner of speaking: "you can't put it back"."""
    if not {"can", "ca", "could"} & {c.lower_ for c in children(verb, "aux")}:
        return False
    return any(c.lower_ == "you" for c in children(verb, "nsubj"))


def is_no_step(verb: Token) -> bool:
    """Whether a verb tells no step of a bill by how it stands: "a hotly debated bill", "may die from it"."""
    if verb.lemma_.lower() == "debate":
        described = verb.dep_ == "amod" and verb.tag_ == "VBN"
        return described and verb.preceding in word_class("debated_how") | {"-"}
    if verb.lemma_.lower() == "die":
        return any(mark in ("from", "of") for mark, _ in obliques(verb))
    return is_true_of_anybody(verb)


def makes_clear(word: Token) -> bool:
    """Whether somebody says something by making it clear: "made clear that", "left no doubt that", "is
    adamant that".
    """
    if word.lemma_.lower() in word_class("says_firmly"):
        said = children(word, "nsubj")
        return bool(children(word, "cop")) and bool(said) and said[0].lower_ not in ("it", "that", "what")
    if word.lemma_ == "make":
        return any(c.lower_ in ("clear", "plain", "known") for c in children(word, "xcomp", "advmod", "obj"))
    return word.lemma_ == "leave" and any(c.lower_ == "doubt" for c in children(word, "obj"))


def is_at_a_stage(noun: Token) -> bool:
    """Whether a predicate tells that something goes on: "is under second reading", "is under way", not "is on
    its way".
    """
    if noun.lower_ in ("underway", "ongoing"):
        return True
    marks = {c.lower_ for c in children(noun, "case")} - ({"on"} if noun.lower_ == "way" else set())
    return bool(marks) and noun.lemma_.lower() in word_class("stages_it_is_at")


def is_a_verdict(verb: Token) -> bool:
    """Whether a verb says what became of a motion or question that was put."""
    put = any(noun.lemma_.lower() in ("motion", "question") for noun in children(verb, "nsubj:pass"))
    return put and verb.lemma_.lower() in word_class("says_a_verdict")


def is_by_rule(verb: Token) -> bool:
    """Whether rules are named by which something should be done: "should go back under the charter", "Article
    9 says the president shall sign it".
    """
    told = first_conjunct(verb)
    says = children(told.head, "nsubj") if told.dep_ == "ccomp" else []
    if any(noun.lemma_.lower() in word_class("lays_down_steps") for noun in says):
        return True
    named = [noun for mark, noun in obliques(verb) if mark in _BY_RULE]
    named += [n for noun in named if noun.lower_ in ("line", "accordance") for _, n in obliques(noun)]
    return any(noun.lemma_.lower() in word_class("lays_down_steps") for noun in named)
