"""Clauses behind a noun that say what was done to it, read by the parser as what the noun tells."""

from __future__ import annotations

from collections.abc import Set

from graph.language.words import SUBJECT_LABELS, Token
from graph.lexicons import load_lexicon

_LEADS_TO_A_BODY = frozenset(("to", "before", "in", "by", "with"))
_BELOW = ("obj", "obl", "nmod", "conj", "compound", "xcomp")
_TAKEN = ("obj", "ccomp", "xcomp", "nsubj:pass", "aux:pass", "cop")


def make_relative(verb: Token, bills: Set[str]) -> None:
    """Make a relative clause of one that the parser hung on a noun as its content: "the law on mines that the
    House passed", "the text that the committee approved".
    """
    if verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
        return
    if verb.dep_ in ("conj", "parataxis"):
        _relative_of_an_attempt(verb)
        return
    labels = {child.dep_ for child in verb.children}
    that = next((c for c in verb.children if c.lower_ == "that" and c.i < verb.i), None)
    if that is None or (verb.tag_ == "VBN" and "nsubj" not in labels):
        return
    noun = verb.head.lemma_.lower()
    if that.dep_ == "mark" and noun in bills and "nsubj" in labels and not labels & {*_TAKEN}:
        that.dep_ = "obj"
    if that.dep_ in ("obj", "nsubj"):
        verb.dep_ = "acl:relcl"


def free_relative(which: Token, times: Set[str]) -> None:
    """Make a relative clause of one that the parser hung on the verb above: "signed the amendments | which he
    had refused to sign", "looks to the court, | before which she may bring the law"; hang one on what was
    done to and not on the day: "signed the bill on Monday, | which she had refused to sign", "a bill made it
    to her desk, | which she vetoed".
    """
    verb, first = which.head, which.left_edge
    while verb.dep_ == "xcomp":
        verb = verb.head
    place = which.dep_ == "obj" and (verb.head.lower_ == "desk" or verb.head.pos_ == "NUM")
    beside = verb.head.lower_ in times or place
    if verb.dep_ == "acl:relcl" and beside and verb.head.dep_.startswith("obl"):
        behind = [c for c in verb.head.head.children if c.i < verb.head.i]
        done = [c for c in behind if c.dep_ in ("obj", "nsubj:pass") and c.lower_ != "it"]
        done = done or [c for c in behind if c.dep_ == "nsubj" and which.dep_ == "obj"]
        if done:
            verb.hang(done[-1], "acl:relcl")
        return
    led = which.dep_ == "obl" and verb.dep_ == "advcl" and first.lower_ in _LEADS_TO_A_BODY
    above = verb.head.pos_ == "VERB" and verb.dep_ in ("ccomp", "acl:relcl")
    told = which.dep_ == "obj" and above
    if not (led or told) or first.i < 2 or not verb.head.i < first.i < verb.i:
        return
    before = first.nbor(-1) if first.preceding != "," else first.nbor(-2)
    if before.pos_ in ("NOUN", "PROPN") and any(c.dep_.startswith("nsubj") for c in verb.children):
        verb.hang(before, "acl:relcl")


def relative_of_bill(verb: Token, bills: Set[str], steps: Set[str]) -> None:
    """Hang on a bill a clause that the parser hung on what the bill acts on or is about: "a bill banning
    plastic bags, | which the Senate passed", "the law on mines, | which they rejected".
    """
    content = verb.head
    if verb.dep_ != "acl:relcl":
        return
    if (
        content.dep_ == "compound"
        and content.head.i == content.i + 1
        and content.head.lemma_.lower() in bills
    ):
        verb.hang(content.head, "acl:relcl")  # "two Amendment | Bills that were passed"
        return
    if content.dep_ in ("nmod", "obl"):
        _which_are_several(verb)
    if content.lemma_.lower() in bills:
        _relative_of_talk(verb, content)
        return
    if verb.lemma_ not in steps:
        return
    if not any(_leads(child, verb) for child in verb.subtree):
        return
    while content.dep_ in _BELOW and content.head is not content:
        if content.dep_ == "nmod" and content.head.lemma_.lower() in bills:
            verb.hang(content.head, "acl:relcl")
        content = content.head
    if content.dep_ in ("acl", "acl:relcl") and content.head.lemma_.lower() in bills:
        verb.hang(content.head, "acl:relcl")


def _relative_of_talk(verb: Token, bill: Token) -> None:
    """Hang on a debate a clause that says how it goes, hung by the parser on what is debated: "the debate on
    the law, | which resumed on Monday".
    """
    words = load_lexicon("words")
    if verb.lemma_ not in words["courses"] or bill.head.lemma_.lower() not in words["goes_its_course"]:
        return
    if any(c.lower_ in ("which", "that") and c.dep_ == "nsubj" for c in verb.children):
        verb.hang(bill.head, "acl:relcl")


def _which_are_several(verb: Token) -> None:
    """Hang on several a clause that tells of several, where it was read as one on the single thing behind
    them: "moved amendments to the bill, | which were rejected".
    """
    one, above = verb.head, verb.head.head
    behind = [c for c in above.children if c.dep_ == "obj" and c.i < one.i] if one.dep_ == "obl" else [above]
    number = [c.lower_ for c in verb.children if c.dep_ in ("aux", "aux:pass", "cop")][:1]
    led = any(c.lower_ in ("which", "that") and c.dep_ in SUBJECT_LABELS for c in verb.children)
    if not (led and number and number[0] in ("were", "are", "have") and one.tag_ in ("NN", "NNP")):
        return
    if behind and behind[-1].tag_ == "NNS" and not any(c.dep_ == "conj" for c in one.children):
        verb.hang(behind[-1], "acl:relcl")


def _leads(which: Token, verb: Token) -> bool:
    """Whether a word leads a relative clause by what was done to it: ", which …", "that they passed"."""
    if which.lower_ == "that":
        return which.dep_ == "obj" and which.head is verb
    return which.lower_ == "which" and which.preceding == ","


def what_is_told(clause: Token) -> None:
    """Hang what somebody is told on the verb, where it was read as a clause on them: "told reporters | she
    would veto it", "assured members | the bill would be withdrawn".
    """
    who, verb = clause.head, clause.head.head
    if who.dep_ not in ("iobj", "obj") or verb.lemma_ not in load_lexicon("words")["tells_somebody"]:
        return
    own = [c for c in clause.children if c.dep_ in SUBJECT_LABELS and c.tag_ not in ("WDT", "WP")]
    whole = any(c.dep_ in _TAKEN and c.tag_ not in ("WDT", "WP") for c in clause.children)
    if own and whole and clause.left_edge.i == who.i + 1:
        clause.hang(verb, "ccomp")


def _relative_of_an_attempt(verb: Token) -> None:
    """Hang on an attempt a clause behind it that was joined to the main one: "passed it after a bid to shelve
    it, | which fell by 54 to 21"; hang on the noun before it one that tells what was done to it.
    """
    which = next((c for c in verb.children if c.lower_ == "which" and c.dep_ in SUBJECT_LABELS), None)
    if which is None or which.i < 4 or which.preceding != ",":
        return
    tried = [t for t in which.doc[: which.i] if t.dep_ == "acl" and t.tag_ == "VB"][-1:]
    attempts = load_lexicon("words")["attempts"]
    for infinitive in tried:
        last = max(t.i for t in infinitive.subtree)
        if infinitive.head.lemma_.lower() in attempts and last == which.i - 2:
            verb.hang(infinitive.head, "acl:relcl")
    noun = which.nbor(-2)
    if verb.dep_ == "parataxis" and which.dep_ == "nsubj:pass" and noun.pos_ in ("NOUN", "PROPN"):
        verb.hang(noun, "acl:relcl")  # "has a month to vote on the text, | which has been published"


def what_is_hoped(gerund: Token) -> None:
    """Hang a gerund behind "of" on the noun before it, where it was read as what the sentence tells of: "hope
    | of getting the bill through | has gone".
    """
    if gerund.dep_ != "csubj" or gerund.tag_ != "VBG":
        return
    of = gerund.left_edge
    noun = of.nbor(-1) if of.i and of.lower_ == "of" and of.head is gerund else gerund
    if noun.dep_ in SUBJECT_LABELS and noun.head is gerund.head:
        gerund.hang(noun, "acl")


def give_to_clause(noun: Token) -> None:
    """Make what stands right behind a relative clause its object, read as one more subject of the verb behind
    it: "a bill that would extend | the use of tolls | has been put off".
    """
    first = noun.left_edge
    clause = first.nbor(-1) if first.i else noun
    told = clause.head
    if clause.dep_ != "acl:relcl" or told.head is not noun.head or told.dep_ != "nsubj:pass":
        return
    if not any(child.dep_ in ("obj", "nsubj:pass") for child in clause.children):
        noun.hang(clause, "obj")


def set_beside_one(other: Token) -> None:
    """Join "the other" to the "one" before it: "vetoes, one of a bill on guns and | the other | of a bill on
    rents", read as guns and the other.
    """
    led = {child.lower_ for child in other.children if child.dep_ == "det"} & {"the", "a"}
    told = other.lower_ == "another" or bool(led)
    above = other.head
    while told and above.head is not above and above.lower_ != "one":
        above = above.head
    if told and above is not other.head and above.lower_ == "one" and above.i < other.head.i:
        other.hang(above, "conj")
