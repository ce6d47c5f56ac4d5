"""Mend what the parser took from a verb: the subject told at length before it, and what stands behind."""

from __future__ import annotations

from graph.language.gaps import fill_gap, tell_again
from graph.language.hidden_verbs import (
    NOT_ITS_OWN,
    give_subject,
    give_verb,
    join_readings,
    make_verb_of,
    make_vote,
    part_sentences,
    read_so_often,
    take_verb,
    tell_behind_time,
    tell_in_the_past,
    tell_then,
    tell_what_will_be,
)
from graph.language.receivers import free_receiver
from graph.language.relatives import give_to_clause, set_beside_one
from graph.language.words import Doc, Token
from graph.lexicons import load_lexicon

_ONSETS = frozenset(("after", "before", "until", "once"))
_FIGURES = frozenset(("vote", "majority"))
_DECIDES = frozenset(("agree", "decide", "vote", "choose", "resolve"))
_TEXTS = frozenset(("bill", "directive", "act"))
_HELPS = ("aux", "mark")
_LET_DO = frozenset(("stand", "pass"))
_NOT_A_NOUN = frozenset(("det", "cop", "amod", "case", "nmod:poss"))
_TIMES_READ = frozenset(("first", "second", "third"))
_THEN = frozenset(("later", "earlier"))
_GIVEN = frozenset(("blessing", "backing"))
_BEFORE_A_NOUN = frozenset(("det", "amod", "nmod:poss"))
_TELLS = frozenset(
    ("indicate", "say", "confirm", "signal", "suggest", "expect", "hope", "believe", "announce")
)
_THE_OTHER = frozenset(("other", "another", "second"))
_BESIDE_A_TIME = frozenset(("after", "before"))


def put_together(doc: Doc) -> None:
    """Mend the tree of a sentence in place."""
    for token in doc:
        if token.lower_ == "votes" and token.tag_ == "NNS" and token.i > 2:
            make_vote(token)
        if token.tag_ == "VBN" and token.children:
            tell_in_the_past(token)
        if token.i > 3 and token.pos_ in ("NOUN", "PROPN"):
            fill_gap(token)
        elif token.lower_ == "again" and token.i:
            tell_again(token)
        if token.lower_ == "read" and token.i and token.preceding in _TIMES_READ:
            read_so_often(token)
        elif token.lower_ == "readings" and token.dep_ == "conj" and token.head.lower_ in _TIMES_READ:
            join_readings(token)
        elif token.lower_ == "readings" and token.dep_ == "advmod":
            token.dep_ = "obj"  # "will undergo second and third | readings"
        elif token.lower_ == "aside" and token.dep_ == "case":
            _take_particle(token)
        elif token.lower_ in _ONSETS and token.dep_ == "case":
            _take_subject(token)
        elif token.dep_ == "fixed" and token.head.dep_ == "mark" and token.pos_ in ("NOUN", "PROPN"):
            _free_from_mark(token)
        elif token.lower_ == "by" and token.dep_ == "case" and token.head.lemma_ in _FIGURES:
            _free_figures(token.head)
        elif token.lower_ in _TEXTS and token.dep_ == "nmod":
            _join_name(token)
        elif token.lower_ == "state" and token.dep_ == "nmod:poss" and token.i > 1:
            _join_office(token)
        elif token.lower_ in _GIVEN and token.tag_ == "VBG":
            _name_given(token)
        elif token.lower_ == "packing" and token.dep_ == "xcomp" and token.head.lemma_ == "send":
            _free_from_particle(token)
        elif token.lower_ in _LET_DO and token.dep_ == "obj" and token.head.lemma_ in ("let", "leave"):
            _let_stand(token)
        elif token.following == "as" and token.dep_ == "nummod" and token.head.head.pos_ == "VERB":
            token.hang(token.head.head, "obj")  # "signed all five | as acting president"
        elif token.tag_ == "VBP" and token.dep_ in ("xcomp", "ccomp") and token.head.lemma_ == "let":
            token.tag_, token.dep_ = "VB", "xcomp"  # "let a number of laws | pass"
        elif token.tag_ == "NN" and token.dep_ == "conj" and token.head.pos_ == "VERB":
            _second_object(token)
        elif token.tag_ == "NN" and _NOT_A_NOUN.isdisjoint(c.dep_ for c in token.children):
            make_verb_of(token)
        elif token.head is token and token.lower_ in _THEN:
            tell_then(token)
        elif token.head is token and token.pos_ in ("NOUN", "PROPN") and token.i < len(doc) - 1:
            if token.following in _BESIDE_A_TIME:
                tell_behind_time(token)
            take_verb(token)
        elif token.dep_ in ("nsubj", "nsubj:pass") and token.i > 3 and _is_behind_particle(token):
            _give_object(token)
        elif token.tag_ == "VBN" and token.dep_ == "conj" and token.head.dep_ == "obl":
            _go_on_with_verb(token)
        elif token.tag_ == "VBD" and token.dep_ == "conj" and token.head.tag_ == "VBN":
            _share_will(token)
        elif token.i == 0 and token.dep_ == "nsubj" and token.following in _BESIDE_A_TIME:
            give_subject(token)
        elif token.dep_ == "cc" and token.head.head is token.head and token.i < token.head.i:
            part_sentences(token)
        elif token.tag_ == "VBD" and token.dep_ == "nsubj":
            give_verb(token)
        elif token.lemma_ == "become" and token.dep_ in ("acl", "xcomp"):
            _let_become(token)
        elif token.dep_ == "obj" and (token.tag_ == "NNS" or token.lower_ == "legislation"):
            free_receiver(token)
        elif token.dep_ == "conj" and token.pos_ == "VERB" and token.head.pos_ == "VERB":
            _take_what_follows(token)
        elif token.tag_ == "VB" and token.dep_ == "advcl" and token.head.lemma_ in _TELLS:
            tell_what_will_be(token)
        elif token.lower_ in _THE_OTHER and token.dep_ == "conj":
            set_beside_one(token)
        elif token.lower_ == "then" and token.dep_ == "nmod" and token.following == ",":
            _free_then(token)
        elif token.dep_ == "nsubj:pass" and token.i < token.head.i:
            give_to_clause(token)


def _free_then(then: Token) -> None:
    """Hang on the verb a time that opens its sentence: "Before then, | ten bills will be signed"."""
    verb = then.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head is not verb:
        verb = verb.head
    if verb is not then.head and then.i < then.head.i:
        then.hang(verb, "obl")


def _let_become(becoming: Token) -> None:
    """Hang on the verb what somebody lets come about: "allowed two bills | to become law", read as bills
    that are to become law; "let it | become law", which it does not do by itself.
    """
    above = becoming.head
    if becoming.dep_ == "xcomp":
        if above.lower_ == "let" and becoming.tag_ == "VBP":
            becoming.tag_ = "VB"
        return
    if above.dep_ == "obj" and above.head.lemma_ in load_lexicon("words")["lets"]:
        becoming.hang(above.head, "xcomp")


def _free_figures(votes: Token) -> None:
    """Hang on a decision the figures and the day that tell how and when it was taken, not on what is to be
    done: "agreed to debate it | on Tuesday, by 318 votes to 16".
    """
    aim, decision = votes.head, votes.head.head
    if votes.dep_ == "nmod" and votes.tag_ == "NNS" and any(c.pos_ == "NUM" for c in votes.children):
        while aim.dep_ in ("nmod", "obj", "obl"):  # "passed a bill on taxes | by 160 votes"
            aim = aim.head
        if aim.pos_ == "VERB":
            votes.hang(aim, "obl")
        return
    if votes.dep_ != "obl" or aim.dep_ not in ("xcomp", "advcl") or decision.lemma_ not in _DECIDES:
        return
    if decision.tag_ != "VBD" or not any(c.pos_ == "NUM" for c in votes.children):
        return
    for child in list(aim.children):
        days = load_lexicon("words")["calendar"]
        if child is votes or (child.dep_ == "obl" and child.i < votes.i and child.lower_ in days):
            child.hang(decision, "obl")


def _take_what_follows(verb: Token) -> None:
    """Hang on a second verb what stands right behind it: "passed its reading and heads | to committee"."""
    for child in list(verb.head.children):
        if child.dep_ in ("obl", "obj") and child.left_edge.i == verb.i + 1:
            child.hang(verb, child.dep_)


def _join_name(text: Token) -> None:
    """Make the text the head of "the posting of workers | directive", read as what is done with a text."""
    matter, kinds = text.head, [c for c in text.children if c.dep_ in ("compound", "amod")]
    of = next((c for c in text.children if c.lower_ == "of" and c.dep_ == "case"), None)
    known = matter.lemma_ in load_lexicon("words")["matters_of_bills"] and matter.head is not matter
    if of is None or not kinds or not known or any(c.dep_ == "det" for c in text.children):
        return
    text.hang(matter.head, matter.dep_)
    of.hang(kinds[-1], "case")
    for kind in kinds:
        kind.hang(matter if kind is kinds[-1] else kinds[-1], "nmod" if kind is kinds[-1] else kind.dep_)
    for child in [c for c in matter.children if c.dep_ in ("det", "case", "acl:relcl") or c.i > text.i]:
        child.hang(text, child.dep_)
    matter.hang(text, "compound")


def _go_on_with_verb(participle: Token) -> None:
    """Make a second thing that is done of what was joined to where the first leads: "will be sent to the
    president and | published in the gazette".
    """
    verb = participle.head.head
    passive = any(c.dep_ == "aux:pass" for c in verb.children)
    if verb.tag_ == "VBN" and passive and participle.head.pos_ in ("NOUN", "PROPN"):
        participle.hang(verb, "conj")


def _share_will(verb: Token) -> None:
    """Make a participle of the second thing that will be done: "will be sent to her and | published"."""
    ahead = any(c.tag_ == "MD" for c in verb.head.children)
    passive = any(c.dep_ == "aux:pass" for c in verb.head.children)
    if (
        ahead
        and passive
        and not any(c.dep_ in (*NOT_ITS_OWN, "obj") and c.dep_ != "cc" for c in verb.children)
    ):
        verb.tag_ = "VBN"


def _is_behind_particle(noun: Token) -> bool:
    """Whether the phrase of a noun stands right behind a particle: "to throw out | the bill"."""
    edge = noun.left_edge
    return edge.i > 2 and edge.nbor(-1).dep_ == "compound:prt"


def _give_object(noun: Token) -> None:
    """Give an infinitive with a particle its object, read as the subject of what is said of the motion: "A
    motion to throw out | the bill | was approved".
    """
    verb, told = noun.left_edge.nbor(-1).head, noun.head
    of_another = verb.dep_ == "acl" and verb.head.head is told and verb.head.dep_ in ("nsubj", "nsubj:pass")
    if of_another and verb.tag_ == "VB" and not any(c.dep_ == "obj" for c in verb.children):
        noun.hang(verb, "obj")


def _second_object(how: Token) -> None:
    """Join to the first thing done to the second, behind how or when it was: "passed the bill and, in a
    separate vote, | a change to the act".
    """
    verb = how.head
    first = next((c for c in verb.children if c.dep_ == "obj" and c.i < how.i), None)
    second = next((c for c in how.children if c.dep_ == "appos" and c.i > how.i), None)
    led = [c for c in how.children if c.dep_ == "cc" and c.following == ","]
    if first is None or second is None or not led or not any(c.dep_ == "case" for c in how.children):
        return
    if second.doc[second.left_edge.i].text != "," and second.left_edge.preceding != ",":
        return
    second.hang(first, "conj")
    led[0].hang(second, "cc")
    how.hang(verb, "obl")


def _take_particle(aside: Token) -> None:
    """Make one verb of "brushed aside | the veto", read as where it was brushed."""
    noun = aside.head
    verb = noun.head
    if aside.i and verb is aside.nbor(-1) and verb.pos_ == "VERB" and noun.dep_ == "obl":
        aside.hang(verb, "compound:prt")
        noun.dep_ = "obj"


def _name_given(given: Token) -> None:
    """Make a thing given of "gave it a cautious blessing", read as what they do; "their" blessing is mended
    with the objects (`late_objects.make_noun`).
    """
    before = given.nbor(-1) if given.i else given
    described = before.tag_ == "JJ" and before.dep_ == "obj" and before.head is given.head
    if described:
        for child in (*before.children, before):
            child.hang(given, "amod" if child is before else child.dep_)
    if described or (before.dep_ in _BEFORE_A_NOUN and given.dep_ == "obj"):
        given.tag_, given.pos_, given.lemma_, given.dep_ = "NN", "NOUN", given.lower_, "obj"


def _let_stand(stand: Token) -> None:
    """Make a verb of "stand" in "let the law | stand", of "pass" in "let it pass", read as a noun with the
    law before it.
    """
    law = stand.nbor(-1)
    if law.head is not stand or law.dep_ != "compound" or law.lemma_ == "veto":
        return
    verb = stand.head
    for child in list(stand.children):
        if child.i > stand.i:
            child.hang(stand, "obl" if child.dep_ == "nmod" else child.dep_)
        elif child is not law:
            child.hang(law, child.dep_)
    stand.tag_, stand.pos_, stand.dep_ = "VB", "VERB", "xcomp"
    law.hang(verb, "obj")
    if verb.tag_ == "VB" and verb.lower_ == "let" and not any(c.dep_ in _HELPS for c in verb.children):
        verb.tag_ = "VBD"


def _free_from_particle(packing: Token) -> None:
    """Hang on "sent packing" what is said behind it: "was sent packing | by the governor in May"."""
    for child in [c for c in packing.children if c.i > packing.i]:
        led = child.dep_ == "obl" and any(word.lower_ == "by" for word in child.children)
        child.hang(packing.head, "obl:agent" if led else child.dep_)


def _take_subject(mark: Token) -> None:
    """Make the subject of a clause of what was read as its time: "after | both chambers had passed it"."""
    noun, verb = mark.head, mark.head.head
    had = any(c.dep_ in ("aux", "aux:pass") and c.lower_ in ("had", "has", "have") for c in verb.children)
    alone = not any(c.dep_.startswith("nsubj") for c in verb.children)
    if noun.dep_ != "obl" or verb.dep_ != "advcl" or not (had and alone) or noun.i > verb.i:
        return
    passive = any(c.dep_ == "aux:pass" for c in verb.children)
    noun.dep_ = "nsubj:pass" if passive else "nsubj"
    mark.tag_, mark.pos_ = "IN", "SCONJ"
    mark.hang(verb, "mark")


def _join_office(state: Token) -> None:
    """Make one owner of "the head of state's | signature", read as a head of what the state signs."""
    of, office, owned = state.nbor(-1), state.nbor(-2), state.head
    if of.lower_ != "of" or office.lower_ != "head" or owned.head is not office or office.head is office:
        return
    owned.hang(office.head, office.dep_)
    for child in [c for c in office.children if c.dep_ == "case"]:
        child.hang(owned, "case")
    office.hang(owned, "nmod:poss")
    for child in [c for c in state.children if c.tag_ == "POS"]:
        child.hang(office, "case")
    state.hang(office, "nmod")
    of.hang(state, "case")


def _free_from_mark(noun: Token) -> None:
    """Make the subject of a clause of what was read as part of its onset: "whereas | Labour backed it", not
    "in order to pass it".
    """
    verb = noun.head.head
    own = noun.lower_ == "order" or any(c.dep_.startswith("nsubj") for c in verb.children)
    if verb.pos_ == "VERB" and not own:
        noun.hang(verb, "nsubj")
