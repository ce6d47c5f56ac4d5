"""Who does what by a tree: voices, subjects, agents and patients of verbs, looked for through passives,
control, relative and participle clauses, and coordination.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.language.control import controls, given_means, is_left_to_another, is_means
from graph.language.tree import (
    SUBJECTS,
    children,
    clause_of,
    conjuncts,
    dependents,
    kept,
    prepositions,
)
from graph.lexicons import load_lexicon

if TYPE_CHECKING:
    from graph.language.words import Token

_NEGATIONS = frozenset(("not", "n't", "never", "no", "neither", "nor", "hardly", "cannot"))
_WAYS = frozenset(("case", "circumstances", "circumstance", "account", "event", "way", "means", "time"))
_TAKES_AN_OBJECT = frozenset(("sent", "put", "brought", "laid", "handed"))
"""Forms of past and participle that without an object are the latter: "was vetoed and sent back"."""


@kept
def is_passive(verb: Token) -> bool:
    """Whether a verb is passive, by its auxiliaries and its subject; bare participles after a noun count
    too.
    """
    labels = {label for label, _ in dependents(verb)}
    if labels & {"aux:pass", "nsubj:pass", "csubj:pass"}:
        return True
    if has_auxiliary(verb, "have"):
        return False
    if (verb.tag_ == "VBN" or (verb.tag_ == "VBD" and verb.dep_ == "acl")) and "obl:agent" in labels:
        return True
    if verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod", "advcl", "xcomp"):
        return True
    participle = verb.tag_ == "VBN" or verb.lower_ in _TAKES_AN_OBJECT
    if participle and verb.dep_ == "conj" and "nsubj" not in labels and "obj" not in labels:
        return is_passive(verb.head)
    return False


def has_auxiliary(verb: Token, word: str) -> bool:
    """Whether the verb itself carries an auxiliary with this lemma."""
    forms = (word, "having") if word == "have" else (word,)
    return any(child.lemma_.lower() in forms for child in verb.children if child.dep_ in ("aux", "aux:pass"))


def auxiliaries(verb: Token) -> list[str]:
    """Return the auxiliaries in lower case; a coordinated verb without its own shares those of the first."""
    own = [child.lower_ for child in children(verb, "aux", "aux:pass", "cop")]
    # "the act, by which they may stay, got assent", "was published and enters into force"
    tied = verb.tag_ == "VBZ" or (verb.tag_, verb.head.tag_) == ("VBD", "VB")
    alone = not tied and not children(verb, *SUBJECTS, "nsubj:pass")
    if alone and (
        (verb.dep_ == "conj" and not own) or (verb.dep_ in ("conj", "parataxis") and own == ["be"])
    ):
        shared = auxiliaries(verb.head)
        told = (verb.tag_, verb.head.tag_, shared) == ("VBN", "VB", ["would"])  # "would cap it, and passed"
        return own if told else [*shared, *own]  # "must be adopted, be signed and be published"
    return own


@kept
def is_negated(token: Token) -> bool:
    """Whether a word, its subject or object is negated: "never", "no party", both in "did not sit or pay"."""
    labels = {label for label, _ in dependents(token)}
    if (
        token.dep_ == "conj"
        and token.tag_ in ("VB", "VBN")
        and not labels & {"aux", "aux:pass", "mark", *SUBJECTS, "nsubj:pass"}
        and any(label == "cc" and child.lower_ == "or" for label, child in dependents(token))
    ):
        return is_negated(token.head)
    for label, child in dependents(token):
        sided = child.preceding in ("voting", "voted") and child.following != "to"  # "with six voting no"
        denies = child.lower_ in _NEGATIONS and not sided
        denies |= child.lower_ == "longer" and child.preceding == "no"
        if denies and label in ("advmod", "det", "cc", "neg", "cc:preconj"):
            return True
        if label in ("nsubj", "obj", "nsubj:pass") and any(
            c.lower_ in ("no", "neither", "none") for c in children(child, "det", "advmod", "cc:preconj")
        ):
            return True
        if label in ("nsubj", "obj", "nsubj:pass") and child.lower_ == "one" and child.preceding == "not":
            return True  # "not one of the bills was passed"
        if label in ("nsubj", "nsubj:pass") and child.lower_ in ("nobody", "none", "neither", "nothing"):
            return True
        nothing = child.lower_ == "nothing" and child.following != "but" and token.lemma_ != "do"
        if label == "obj" and (nothing or child.lower_ in ("none", "neither")):
            return True  # "vetoed none of the bills", "will sign nothing"
        if label == "obl" and child.lower_ in _WAYS and any(c.lower_ == "no" for c in child.children):
            return True  # "in no case does it go back to them"
    return False


def _relative_gap(verb: Token) -> str:
    """Return which part the noun before a relative clause plays in it: "nsubj", "obj", "nsubj:pass" or ""."""
    for label, child in dependents(verb):
        if label in ("nsubj", "nsubj:pass", "obj", "obl", "iobj") and child.lower_ in (
            "which", "that", "who", "whom",
        ):  # fmt: skip
            return label
    labels = {label for label, _ in dependents(verb)}
    if labels & {"nsubj", "csubj"}:
        return "" if "obj" in labels else "obj"
    return "nsubj:pass" if is_passive(verb) else "nsubj"


def subjects(verb: Token) -> list[Token]:
    """Return the heads of the grammatical subject, own or shared, with what is coordinated with them."""
    return list(_subjects(verb))


@kept
def _subjects(verb: Token) -> list[Token]:
    return _subjects_above(verb, 0)


def _subjects_above(verb: Token, depth: int) -> list[Token]:
    own = children(verb, *SUBJECTS, "nsubj:pass", "csubj:pass")
    relative = [child for child in own if child.lower_ in ("which", "that", "who")]
    if own and not relative:
        return [noun for child in own for noun in conjuncts(child)]
    if depth > 6:
        return []
    head = verb.head
    if verb.dep_ == "acl" and is_infinitive(verb) and (whose := _whose_will(head)):
        return whose
    if verb.dep_ == "acl" and is_infinitive(verb) and head.dep_ == "obj" and is_means(head):
        return given_means(head) or _subjects_above(
            head.head, depth + 1
        )  # "the Senate has the votes to pass it"
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and is_side(head):
        return _subjects_above(head.head, depth + 1)
    if verb.dep_ in ("acl:relcl", "acl"):
        return _described(verb) if _relative_gap(verb) in ("nsubj", "nsubj:pass") or relative else []
    if relative and verb.dep_ == "conj" and head.dep_ in ("acl:relcl", "acl"):
        return _described(head)
    if head == verb:
        return _subjects_above(main, depth + 1) if (main := _main_behind(verb)) is not None else []
    if verb.dep_ == "xcomp" or is_left_to_another(verb, infinitive=is_infinitive(verb)):
        objects = [] if controls(head, "subject") else children(head, "obj", "iobj")
        return (
            [noun for child in objects for noun in conjuncts(child)]
            if objects
            else _subjects_above(head, depth + 1)
        )
    if verb.dep_ == "parataxis" and _is_cut_off(verb):
        return conjuncts(head)
    if verb.dep_ == "conj" and head.pos_ in ("NOUN", "PROPN"):
        head = clause_of(head)
    if verb.dep_ in ("conj", "advcl", "parataxis", "advmod") and head != verb:
        return _subjects_above(head, depth + 1)
    return []


def _main_behind(verb: Token) -> Token | None:
    """Return the main clause behind a participle that the parser took for it: "having passed the Senate, it
    goes to the House".
    """
    first = any(child.lower_ == "having" for child in children(verb, "aux"))
    behind = [c for c in children(verb, "parataxis") if c.i > verb.i and c.pos_ in ("VERB", "AUX")]
    return behind[0] if first and behind else None


def _is_cut_off(verb: Token) -> bool:
    """Whether commas cut a verb from its subject: "House Bill 9, a school bill, easily passed the Senate"."""
    head = verb.head
    bare = head.dep_ == "ROOT" and head.pos_ in ("NOUN", "PROPN") and not children(head, "cop")
    return bare and head.i < verb.i and verb.tag_ in ("VBD", "VBZ", "VBP")


def judged(gerund: Token) -> list[Token]:
    """Return who is praised or blamed for doing something: "criticised the king for refusing it", "took issue
    with the king for refusing it".
    """
    above, marks = gerund.head, {c.lower_ for c in children(gerund, "mark", "case")}
    if (
        gerund.dep_ != "advcl"
        or gerund.tag_ != "VBG"
        or not marks & {"for", "of"}
        or not controls(above, "judges")
    ):
        return []
    told = children(above, "obj")
    with_ = [c for noun in told for c in children(noun, "nmod") if "with" in prepositions(c)]
    if above.lemma_.lower() == "take":
        told = with_ if any(noun.lemma_.lower() == "issue" for noun in told) else []
    return [one for noun in told for one in conjuncts(noun)]


def _whose_will(noun: Token) -> list[Token]:
    """Return whose refusal, decision or attempt a noun names: "the king's refusal to sign it"."""
    if noun.lemma_.lower() not in load_lexicon("english")["control"]["wills"]:
        return []
    behind = [c for c in children(noun, "nmod") if {"by", "of", "from"} & set(prepositions(c))]
    owners = [*children(noun, "nmod:poss"), *behind]
    if owners and owners[0].tag_ == "PRP$" and noun.dep_ in ("obj", "obl"):
        return subjects(noun.head)  # "defended his decision not to sign it", "stuck to his vow to veto it"
    return [one for owner in owners for one in conjuncts(owner)]


def is_side(noun: Token) -> bool:
    """Whether a noun is the side that is voted for: "voted in favour of adopting it", "60 were in favour"."""
    if noun.lemma_.lower() not in load_lexicon("english")["control"]["sides"]:
        return False
    of_some = any(who.pos_ == "NUM" or children(who, "nummod") for who in children(noun, "nsubj"))
    return (of_some and bool(children(noun, "cop"))) or (
        noun.dep_ == "obl" and noun.head.lemma_.lower() == "vote"
    )


def agents(verb: Token) -> list[Token]:
    """Return who does it: the subject of an active verb, the by-phrase of a passive one."""
    return list(_agents(verb))


@kept
def _agents(verb: Token) -> list[Token]:
    if is_passive(verb):
        around = children(verb, "obl:agent", "obl", "nmod")
        around += [c for goal in around if "to" in prepositions(goal) for c in children(goal, "nmod")]
        doers = [child for child in around if "by" in prepositions(child) and not is_measure(child)]
        return [noun for child in doers for noun in conjuncts(child)]
    return subjects(verb)


def is_measure(noun: Token) -> bool:
    """Whether a by-phrase says by how much, not by whom: "by a wide majority", "by a majority of 64"."""
    several = noun.lower_ == "majority" and any(c.lower_ in ("a", "an") for c in children(noun, "det"))
    return several and all(
        inner.pos_ == "NUM" for inner in children(noun, "nmod") if "of" in prepositions(inner)
    )


def patients(verb: Token) -> list[Token]:
    """Return to whom or what it is done: the object of an active verb, the subject of a passive one."""
    return list(_patients(verb))


@kept
def _patients(verb: Token) -> list[Token]:
    if is_passive(verb):
        if verb.dep_ in ("acl", "amod") and not children(verb, "nsubj:pass", "nsubj"):
            return _described(verb)
        return subjects(verb)
    if outer := _said_of(verb):
        return outer
    own = [noun for child in children(verb, "obj") for noun in conjuncts(child)]
    own = [noun for noun in own if noun.lower_ not in ("which", "that", "whom")]
    if own:
        return own
    if verb.dep_ == "acl:relcl" and _relative_gap(verb) == "obj":
        return _described(verb)
    if behind := _set_off(verb):
        return behind
    if verb.dep_ == "xcomp" and (before := _before_relative(verb)):
        return before
    if verb.dep_ == "advcl" and is_purpose_clause(verb) and children(verb, "nsubj"):
        return patients(verb.head)  # "sent it to the palace for the president to sign"
    if (
        verb.dep_ == "conj"
        and verb.head.dep_ != "ROOT"
        and not children(verb, *SUBJECTS, "obj", "obl", "ccomp")
    ):
        return patients(verb.head) if verb.head.pos_ == "VERB" else []
    if (
        verb.dep_ == "conj"
        and verb.head.pos_ == "VERB"
        and not children(verb, *SUBJECTS, "obj", "ccomp", "xcomp", "obl")
    ):
        return patients(verb.head)  # "debated and approved the bill" read from the left
    shared = [c for c in children(verb, "conj") if c.pos_ == "VERB" and not children(c, *SUBJECTS)]
    if shared and not any(c.i < shared[0].i for c in children(verb, "obl", "ccomp", "xcomp")):
        return [noun for child in children(shared[0], "obj") for noun in conjuncts(child)]
    return []


def _described(verb: Token) -> list[Token]:
    """Return what a clause behind a noun describes: what is coordinated before it, not after it, as in
    "a treaty, which she signed, and the bill".
    """
    return [noun for noun in conjuncts(verb.head) if noun == verb.head or noun.i < verb.i]


def _set_off(verb: Token) -> list[Token]:
    """Return the object that commas cut from its verb: "threw out, by 153 votes to 114, an amendment"."""
    behind = [c for c in children(verb, "parataxis") if c.i > verb.i and c.pos_ in ("NOUN", "PROPN")]
    whole = [c for c in behind if not children(c, *SUBJECTS, "cop", "case")]
    return [noun for child in whole[:1] for noun in conjuncts(child)]


def _said_of(verb: Token) -> list[Token]:
    """Return what a clause that somebody is told to have said in a relative clause acts on, the noun before
    that: "a bill that the government confirmed it will introduce next week".
    """
    above = verb.head
    if verb.dep_ != "ccomp" or above.dep_ != "acl:relcl" or not children(verb, *SUBJECTS):
        return []
    taken = [
        c for c in children(verb, "obj") if not {"next", "last", "this"} & {b.lower_ for b in c.children}
    ]
    own = any(child.lower_ in ("which", "that") and child.i < above.i for child in children(above, "obj"))
    return conjuncts(above.head) if own and not taken else []


def _before_relative(verb: Token) -> list[Token]:
    """Return what an infinitive in a relative clause acts on, the noun before the clause: "a bill that the
    president has promised to sign".
    """
    above = verb.head
    while above.dep_ == "xcomp":
        above = above.head
    if above.dep_ != "acl:relcl":
        return []
    own = any(child.lower_ in ("which", "that", "whom") for child in children(verb, "obj"))
    return conjuncts(above.head) if own or _relative_gap(above) == "obj" else []


def is_infinitive(verb: Token) -> bool:
    """Whether the verb stands with "to"."""
    return any(child.lower_ == "to" for child in children(verb, "mark", "aux"))


def is_purpose_clause(verb: Token) -> bool:
    """Whether an infinitive stands in "for X to …", however the parser hung "for"."""
    around = [verb, *children(verb, "nsubj", "obl", "nsubj:pass", "obj")]
    if verb.dep_ == "acl":
        around.append(verb.head)
    return is_infinitive(verb) and any(
        child.lower_ == "for" and child.i < verb.i
        for word in around
        for child in children(word, "mark", "case")
    )


def is_finite_past(verb: Token) -> bool:
    """Whether the verb is in a finite past or perfect form."""
    if verb.tag_ == "VBD" and not is_infinitive(verb):
        return True
    words = {child.lower_ for child in children(verb, "aux", "aux:pass", "cop")}
    if verb.tag_ in ("VB", "VBN") and verb.dep_ == "ROOT" and not words and children(verb, "nsubj"):
        return True  # "the president put his name to it", "lawmakers voted to pass it"
    return bool(words & {"was", "were", "had", "has", "have", "did", "been"}) and not words & {
        "will", "would", "may", "might", "could", "can", "should", "must", "shall",
    }  # fmt: skip
