"""Take apart and put together what the parser grouped wrongly: a stage and its number, a time and a body, a
bill and what it does behind a day.
"""

from __future__ import annotations

from graph.language.words import Token

_MEANS_TO = frozenset(
    ("intend", "plan", "vow", "promise", "pledge", "threaten", "hope", "want", "mean", "refuse")
)
_ABOUT = frozenset(("on", "about", "concerning", "regarding"))
_CHANGES = frozenset(("amendment", "change", "revision", "addition", "modification", "supplement"))
_NO_TOPICS = frozenset(
    ("reading", "time", "ground", "floor", "day", "occasion", "advice", "condition", "request")
)
_RECENT = ("yesterday", "today", "tomorrow")


def number_stage(stage: Token, numbers: frozenset[str]) -> None:
    """Make one noun of "stage two" and "amendment seven", read as a verb with its object, or hung on its own
    number.
    """
    if stage.lower_ not in ("stage", "amendment") or stage.i + 1 == len(stage.doc):
        return
    number = stage.nbor()
    if number.lower_ not in numbers and (stage.lower_ == "stage" or number.pos_ != "NUM"):
        return
    if stage.pos_ == "ADJ":
        stage.tag_, stage.pos_ = "NN", "NOUN"
    if stage.head is number and (number.head is not number or stage.pos_ == "NOUN"):
        if number.head is number:
            stage.lift()
        else:
            stage.hang(number.head, number.dep_)
        for child in list(number.children):
            child.hang(stage, child.dep_)
        number.hang(stage, "flat")
    if stage.pos_ == "VERB":
        stage.tag_, stage.pos_, stage.dep_ = "NN", "NOUN", "obl" if stage.head is not stage else "ROOT"
        for child in stage.children:
            child.dep_ = "case" if child.dep_ == "mark" else child.dep_
    if number.head is not number and not number.is_ancestor(stage):
        number.hang(stage, "flat")


def part_from_time(noun: Token, times: frozenset[str]) -> None:
    """Hang on the verb what the parser joined to a time, and on that the time behind it: "passed the House in
    May and | the Senate | in June", read as May and the Senate.
    """
    time, verb = noun.head, noun.head.head
    if noun.dep_ != "conj" or time.lower_ not in times or noun.lower_ in times or verb.pos_ != "VERB":
        return
    if noun.pos_ != "PROPN" and not any(c.dep_ == "det" for c in noun.children):
        return
    noun.hang(verb, "conj")
    behind = [c for c in verb.children if c.i > noun.i and c.lower_ in times and c.dep_.startswith("obl")]
    for child in behind[:1]:
        child.hang(noun, "nmod")


def _behind_either(verb: Token) -> Token | None:
    """Return the first of two bare verbs, before which "either" stands, for the second."""
    either = next((t for t in reversed(verb.doc[: verb.i]) if t.lower_ == "either"), None)
    first = either.nbor() if either is not None and either.i + 1 < verb.i else None
    if first is None or not first.tag_ == verb.tag_ == "VB" or verb.is_ancestor(first):
        return None
    return first


def join_below_modal(verb: Token) -> None:
    """Join a bare verb to the clause with a modal or to the infinitive that it goes on: "I hope they can pass
    it and | send it", "wants to debate it and | have it passed", read as hope and send, wants and have; "can
    sign it, | send it back or …".
    """
    _vote_behind_verb(verb)
    head = verb.head
    if verb.dep_ not in ("conj", "parataxis") or verb.tag_ not in ("VB", "VBP"):
        return
    if verb.dep_ == "conj" and head.pos_ in ("NOUN", "PROPN") and (first := _behind_either(verb)) is not None:
        verb.hang(first, "conj")  # "may either sign it into law or | veto it", read as law or veto
    if any(child.dep_ in ("aux", "mark") or child.dep_.startswith("nsubj") for child in verb.children):
        return
    if verb.dep_ == "parataxis" and "," in (verb.left_edge.text, verb.left_edge.preceding):
        before = [t for t in verb.doc[min(head.i, verb.i) : verb.i] if t.tag_ == "VB" and _is_led(t)]
        if before:
            verb.hang(before[-1], "conj")
            head = verb.head
    if head.tag_ == "VB" and verb.dep_ == "conj":
        verb.tag_ = "VB"
    if head.tag_ not in ("VBP", "VBZ", "VBD") or (verb.tag_ == "VBP" and head.tag_ == "VBP"):
        return
    below = [c for c in head.children if c.dep_ in ("ccomp", "xcomp") and c.tag_ == "VB" and c.i < verb.i]
    if not below:
        return
    led = {child.tag_ if child.tag_ == "MD" else child.lower_ for child in below[-1].children}
    if "MD" in led if below[-1].dep_ == "ccomp" else "to" in led:
        verb.tag_ = "VB"
        verb.hang(below[-1], "conj")


def _is_led(verb: Token) -> bool:
    """Whether "to" or a modal stands before a verb."""
    return any(c.tag_ == "MD" or (c.lower_, c.dep_) == ("to", "mark") for c in verb.children)


def speaker_means(verb: Token, texts: list[str]) -> None:
    """Give what somebody means to do to who speaks, not to a text: "The opposition says the bill goes too far
    and | intends to take it to court".
    """
    clause = verb.head
    if verb.dep_ != "conj" or clause.dep_ != "ccomp" or verb.lemma_ not in _MEANS_TO:
        return
    own = any(c.dep_.startswith("nsubj") or c.dep_ == "mark" for c in verb.children)
    text = any(c.dep_ == "nsubj" and c.lemma_.lower() in texts for c in clause.children)
    speaks = any(c.dep_ == "nsubj" for c in clause.head.children)
    if text and speaks and not own and verb.tag_ == clause.head.tag_:
        verb.hang(clause.head, "conj")


def about_the_law(topic: Token, texts: list[str], times: list[str]) -> None:
    """Hang on a law what it is about, not on what changes it or is done to it: "signed amendments to the law
    | on procurement".
    """
    about = [c for c in topic.children if c.dep_ == "case" and c.lower_ in _ABOUT and c.i > 0]
    if topic.dep_ not in ("nmod", "obl") or not about or topic.lower_ in times or topic.lemma_ in _NO_TOPICS:
        return
    law = about[0].nbor(-1)
    led = [c for c in law.children if c.dep_ == "case" and c.lower_ in ("to", "of") and c.i > 0]
    if law.lemma_ not in texts or not led or led[0].nbor(-1).lemma_ not in _CHANGES:
        return
    if law is not topic.head and topic.head in (law.head, led[0].nbor(-1)):
        topic.hang(law, "nmod")


def figures_beside(figures: Token) -> None:
    """Take figures for no second object: "passed the Senate | 49-0 | and is now in the House"."""
    if figures.tag_ == "CD" and figures.dep_ == "obj" and not list(figures.children):
        before = [c for c in figures.head.children if c.dep_ == "obj" and c.i < figures.i]
        if before and before[-1].i == figures.i - 1:
            figures.dep_ = "obl:unmarked"


def who_did_it_to_a_bill(participle: Token, bills: frozenset[str]) -> None:
    """Hang on a bill what the parser hung on its reading: "the second reading of the Water Bill, | introduced
    by the Greens".
    """
    event, before = participle.head, participle.i - 2
    if participle.dep_ != "acl" or participle.tag_ != "VBN" or participle.preceding != "," or before < 0:
        return
    bill = participle.doc[before]
    by = any(child.dep_ == "obl:agent" for child in participle.children)
    if by and bill.dep_ == "nmod" and bill.head is event and bill.lemma_.lower() in bills:
        participle.hang(bill, "acl")


def what_befell_a_bill(verb: Token, bills: frozenset[str], steps: frozenset[str]) -> None:
    """Hang on a bill what happened to it, told between commas and read as a clause of its own: "rejected the
    House measure, | passed in May, | by 46-51", "the bill, | twice thrown out, | passed".
    """
    if verb.dep_ != "parataxis" or verb.tag_ not in ("VBD", "VBN") or verb.lemma_ not in steps or verb.i < 3:
        return
    first = verb.nbor(-1) if verb.nbor(-1) in verb.children and verb.nbor(-1).dep_ == "advmod" else verb
    bill = verb.doc[first.i - 2]
    own = {"nsubj", "nsubj:pass", "obj", "ccomp", "aux", "aux:pass"}
    if first.preceding == "," and bill.lemma_.lower() in bills and not own & {c.dep_ for c in verb.children}:
        ends = next((t.i for t in verb.doc[verb.i :] if t.text == ","), len(verb.doc))
        for child in [c for c in verb.children if c.i > ends and verb.head is not verb]:
            child.hang(verb.head, child.dep_)  # "rejected it, passed in May, | by 46-51"
        verb.tag_ = "VBN"
        verb.hang(bill, "acl")


def doer_behind_time(doer: Token, times: frozenset[str]) -> None:
    """Hang on what was done who did it, read as whose time it is: "was killed for a second time by | the
    panel", "was sent back on 8 December by | the president".
    """
    time, verb = doer.head, doer.head.head
    if doer.dep_ != "nmod" or not time.dep_.startswith("obl"):
        return
    if time.lower_ not in times | {"time", "vote"} and time.tag_ != "CD":
        return
    passive = any(c.dep_ == "aux:pass" for c in verb.children) or (verb.dep_ == "acl" and verb.tag_ == "VBN")
    if passive and any(c.dep_ == "case" and c.lower_ == "by" for c in doer.children):
        doer.hang(verb, "obl:agent")


def object_behind_aside(noun: Token) -> None:
    """Hang on a verb what stands behind an aside: "agreed, by voice vote, | to an amendment"."""
    aside, first = noun.head, noun.left_edge
    if noun.dep_ != "nmod" or first.text != "," or aside.dep_ != "obl" or aside.head.pos_ != "VERB":
        return
    if aside.left_edge.text == "," and aside.left_edge.i > aside.head.i:
        noun.hang(aside.head, "obl")


def _vote_behind_verb(vote: Token) -> None:
    """Make a verb of "vote" joined to one or to its time: "will debate it on May 3 and | vote on it"."""
    if vote.lower_ != "vote" or vote.dep_ != "conj" or vote.pos_ != "NOUN":
        return
    verb = vote.head.head if vote.head.dep_.startswith("obl") else vote.head
    if vote.preceding not in ("and", "or", "then") or vote.following not in ("on", "for", "against"):
        return
    if verb.tag_ not in ("VB", "VBP"):
        return
    vote.tag_, vote.pos_ = "VB", "VERB"
    for child in vote.children:
        child.dep_ = "obl" if child.dep_ == "nmod" else child.dep_
    if vote.head is not verb:
        vote.hang(verb, "conj")
        for child in verb.children:
            if child.i > vote.i and child.dep_.startswith("obl"):
                child.hang(vote, child.dep_)


def go_on_to(on: Token) -> None:
    """Make one verb of "went on | to be passed", read as gone for that purpose."""
    verb = on.head
    if on.lower_ != "on" or on.dep_ != "advmod" or verb.lemma_ != "go" or on.following != "to":
        return
    on.dep_ = "compound:prt"
    for child in verb.children:
        if child.dep_ == "advcl" and any(c.lower_ == "to" and c.i == on.i + 1 for c in child.children):
            child.dep_ = "xcomp"


def time_before_following(following: Token, times: frozenset[str]) -> None:
    """Take a time and what it follows apart: "in September | following consultation", read as one noun; make
    a preposition of what was read as a verb: "goes to the Senate | following a vote".
    """
    noun = following.head
    if following.lower_ == "following" and following.dep_ in ("advcl", "acl"):
        _make_preposition(following)
    if following.lower_ != "following" or following.dep_ != "amod" or not 1 < following.i < noun.i:
        return
    time, verb = following.nbor(-1), verb_above(noun)
    if time.lower_ not in times or verb is None or any(c.dep_ == "det" for c in noun.children):
        return
    following.dep_ = "case"
    if time.head is noun:
        for child in [c for c in noun.children if c.dep_ == "case" and c.i < time.i]:
            child.hang(time, "case")
        time.hang(verb, "obl")
    noun.hang(verb, "obl")


def _make_preposition(following: Token) -> None:
    """Hang the object of "following" on the verb above, and the word itself on the object."""
    verb, others = verb_above(following), [c for c in following.children if not c.is_punct]
    happened = next((c for c in others if c.dep_ == "obj" and c.i > following.i), None)
    if verb is None or happened is None or any(c.i < following.i for c in others):
        return
    happened.hang(verb, "obl")
    for child in [c for c in following.children if c is not happened]:
        child.hang(verb if child.is_punct else happened, child.dep_)
    following.hang(happened, "case")


def second_object(noun: Token, gives: frozenset[str], bills: frozenset[str]) -> None:
    """Hang on the verb what the parser took for another name: "sent the governor | the Water Bill"; and the
    bill that it took for part of what is given: "gave | the bill | her assent", "gave | the bill | final
    approval".
    """
    first = noun.head
    if noun.dep_ == "obj" and first.lemma_ in gives:
        _free_from_gift(noun, bills)
    if noun.dep_ != "appos" or first.dep_ not in ("obj", "iobj") or first.head.lemma_ not in gives:
        return
    if noun.left_edge.tag_ == "DT" and noun.left_edge.i == first.i + 1:
        noun.hang(first.head, "obj")


def _free_from_gift(gift: Token, bills: frozenset[str]) -> None:
    bill = next((c for c in gift.children if c.dep_ == "compound" and c.lemma_.lower() in bills), None)
    owner = next((c for c in gift.children if c.dep_ in ("nmod:poss", "amod") and c.i < gift.i), None)
    if bill is not None and owner is not None and bill.i < owner.i:
        bill.take_before(gift)
        bill.hang(gift.head, "iobj")
        for day in [c for c in gift.children if c.dep_ == "appos" and c.lower_.endswith("day")]:
            day.hang(gift.head, "obl:unmarked")  # "gave the bill preliminary approval | Monday"


def verb_above(word: Token) -> Token | None:
    """Return the verb above a word; None where there is none."""
    while word.head is not word:
        word = word.head
        if word.pos_ == "VERB":
            return word
    return None


def list_objects(verb: Token) -> None:
    """Hang on a verb what was hung elsewhere of a list of what is done: "approved, among others, | the water
    bill and the dams bill", "passed the water bill; the dams bill; and | the ports bill".
    """
    for among in [c for c in verb.children if c.dep_ == "obl" and c.lower_ in ("others", "things")]:
        listed = [c for c in among.children if c.dep_ == "conj" and c.i > among.i]
        if listed and among.i > verb.i and not any(c.dep_ == "obj" for c in verb.children):
            listed[0].hang(verb, "obj")
            for more in listed[1:]:
                more.hang(listed[0], "conj")
    for first in [c for c in verb.children if c.dep_ == "obj"]:
        for more in [c for c in (*first.children, *verb.children) if c.dep_ in ("appos", "conj")]:
            apart = any(mark.text == ";" and first.i < mark.i < more.i for mark in more.children)
            if apart and more.pos_ in ("NOUN", "PROPN"):
                more.hang(first, "conj")


def turn_round(verb: Token) -> None:
    """Make a passive of a participle that opens its sentence: "Also approved | were the dams bill and the
    ports bill", "Passed on Tuesday | was the dams bill".
    """
    if verb.tag_ not in ("VBN", "VBD") or verb.dep_ not in ("ROOT", "advcl", "csubj"):
        return
    first = all(c.dep_ in ("advmod", "cc", "punct") for c in verb.children if c.i < verb.i)
    labels = ("nsubj", "obl:agent", "obl", "obj", "parataxis") if first else ("nsubj",)
    things = [c for c in verb.children if c.dep_ in labels] if verb.dep_ == "ROOT" else [verb.head]
    for thing in things:
        for time in [c for c in thing.children if c.dep_ == "nsubj" and c.lower_ in _RECENT]:
            time.hang(verb, "obl:unmarked")  # "Also passed by the Senate | today is the dams bill"
        below = [c for c in thing.children if c.dep_ in ("cop", "nsubj")]
        if len(below) != 1 or not verb.i < below[0].i < thing.i or below[0].dep_ != "cop":
            continue
        if verb.dep_ != "ROOT":
            if thing.dep_ != "ROOT" or any(c.dep_ in ("mark", "aux") for c in verb.children):
                return
            verb.lift()
            thing.hang(verb, "nsubj:pass")
        below[0].hang(verb, "aux:pass")
        verb.tag_, thing.dep_ = "VBN", "nsubj:pass"


def join_to_signing(veto: Token) -> None:
    """Make a verb of "veto" in "has until Sunday to sign or | veto bills", read as bills of a kind."""
    bills, sign = veto.head, veto.nbor(-2)
    if veto.preceding not in ("or", "and") or sign.pos_ != "VERB":
        return
    veto.tag_, veto.pos_ = "VB", "VERB"
    veto.nbor(-1).hang(veto, "cc")
    veto.hang(sign, "conj")
    bills.hang(veto, "obj")


def let_lapse(lapse: Token) -> None:
    """Make a verb of "lapse" in "is set to lapse", "let the bill | lapse", read as a noun."""
    if lapse.lower_ != "lapse" or lapse.tag_ != "NN" or lapse.i == 0:
        return
    before = lapse.nbor(-1)
    if before.lower_ == "to" and before.head is lapse:
        before.dep_, lapse.dep_ = "mark", "xcomp"
    elif lapse.head.lemma_ == "let" and before.dep_ == "compound":
        for child in list(lapse.children):
            child.hang(before, child.dep_) if child is not before else child.hang(lapse.head, "obj")
        lapse.dep_ = "xcomp"
    else:
        return
    lapse.tag_, lapse.pos_ = "VB", "VERB"


def turn_compound(text: Token, before: Token) -> None:
    """Make a text the head of its phrase: "the markets | bill is law", read as markets of a bill."""
    if not (before.tag_ in ("NN", "NNS") and text.tag_[:2] == "NN") or before.head is before:
        return
    text.hang(before.head, before.dep_)
    for child in [c for c in before.children if c is not text and c.dep_ not in ("compound", "amod")]:
        child.hang(text, child.dep_)
    before.hang(text, "compound")
