"""Find who acts where the parser took them for something else: members of whom it is told that they were
there, those told right behind the place where they sit.
"""

from __future__ import annotations

from graph.language.words import SUBJECT_LABELS, Token

_CONJUNCTIONS = frozenset(("before", "after", "until", "till", "since"))
_CALLS = frozenset(
    (
        "call",
        "appeal",
        "prevail",
        "count",
        "rely",
        "wait",
        "push",
        "press",
        "hope",
        "lobby",
        "plead",
        "campaign",
    )
)
_ON = frozenset(("on", "of", "for", "about", "over", "in"))
_WAYS = frozenset((
    "move", "turn", "u", "turnaround", "reversal", "twist", "gesture", "show", "display", "manoeuvre",
    "statement", "ruling", "decision", "letter", "session", "sitting", "vote", "ballot", "step", "sign",
    "bid", "attempt", "effort", "rebuke", "blow", "climbdown", "about-face", "surprise",
))  # fmt: skip
_READ_APART = frozenset(("nsubj", "obl:unmarked", "ccomp", "dep", "parataxis"))
_UPON = frozenset(("on", "upon", "to", "for"))


def find_doer(word: Token) -> None:
    """Mend the tree around one word, where it names who acts or stands behind them."""
    if word.lower_ == "present":
        _members_present(word)
    if word.dep_ == "nmod":
        _votes_of_doer(word)
        _acts_in_such_a_way(word)
    if word.dep_ in ("appos", "conj"):
        _acts_behind_place(word)
    if word.lower_ in _CONJUNCTIONS:
        _acts_in_clause(word)
        _fails_behind(word)
    if word.lower_ == "time" and word.dep_ == "compound":
        _acts_for_the_first_time(word)
    if word.tag_ == "VB" and word.head.lemma_ in _CALLS:
        _is_called_on(word)
    if word.dep_ == "nsubj":
        _acts_later(word)
    if word.dep_ in SUBJECT_LABELS:
        _acts_behind_opening(word)
    if word.tag_ == "VBN":
        _what_was_done(word)
    if word.following == "," and word.tag_ == "NN" and word.dep_ in _READ_APART:
        _is_named_behind(word)


def _members_present(present: Token) -> None:
    """Make the verb of "214 members | present | backed the bill" what they did, not that they were there."""
    if present.tag_ not in ("VB", "VBP") or present.i + 1 == len(present.doc):
        return
    verb = present.nbor()
    if verb.head is not present or verb.tag_ != "VBD":
        return
    before = [c for c in present.children if c.i < present.i and c.dep_ in ("nsubj", "obl:unmarked")]
    if not before:
        return
    if present.head is present:
        verb.lift()
    else:
        verb.hang(present.head, present.dep_)
    for child in [c for c in present.children if c is not verb]:
        child.hang(verb, child.dep_)
    before[-1].hang(verb, "nsubj")
    present.tag_, present.pos_ = "JJ", "ADJ"
    present.hang(before[-1], "amod")


def _votes_of_doer(votes: Token) -> None:
    """Take figures out of who acts: "adopted by the deputies in June | by 80 votes to 50"."""
    doer = votes.head
    counted = votes.lower_ in ("votes", "majority", "margin")
    if counted and doer.dep_ == "obl:agent" and any(c.lower_ == "by" for c in votes.children):
        votes.hang(doer.head, "obl")


def _acts_in_such_a_way(way: Token) -> None:
    """Take how something was done out of who did it: "the Senate | in a surprise move | passed the bill"."""
    actor, first = way.head, way.left_edge
    if way.lower_ not in _WAYS or first.lower_ != "in" or actor.dep_ not in SUBJECT_LABELS:
        return
    verb = actor.head
    if actor.i < first.i and verb.i > way.i and verb.pos_ == "VERB" and first.i - actor.i <= 2:
        way.hang(verb, "obl")
        for turn in [c for c in actor.children if way.lower_ == "u" and first.i < c.i < verb.i]:
            turn.hang(way, "flat")  # "in a u-turn"


def _acts_behind_place(actor: Token) -> None:
    """Make who acts of what was read as another name of the place that opens the sentence: "In the Senate, |
    26 of its members | voted against the bill".
    """
    place = actor.head
    if not place.dep_.startswith(("obl", "nsubj")) or place.i > actor.i:
        return
    verb, first = place.head, actor.left_edge
    labels = {c.dep_ for c in verb.children if c is not place}
    if verb.i < actor.i or verb.pos_ != "VERB" or labels & {*SUBJECT_LABELS, "mark"} or verb.tag_ == "VBG":
        return
    commas = [word for word in actor.doc[place.i : verb.i] if word.text == ","]
    led = any(c.dep_ == "case" for c in place.children)
    if (
        not led
        or len(commas) != 1
        or commas[0].i not in (first.i, first.i - 1)
        or any(c.dep_ in ("cc", "case") for c in actor.children)
    ):
        return
    actor.hang(verb, "nsubj:pass" if "aux:pass" in labels else "nsubj")
    place.dep_ = "obl"


def _acts_in_clause(mark: Token) -> None:
    """Make who acts in a clause of what was read as a noun behind a preposition: "had passed the bill before
    | the president | sent it back".
    """
    actor = mark.head
    if mark.dep_ != "case" or actor.pos_ not in ("NOUN", "PROPN") or actor.i < mark.i:
        return
    last = max(word.i for word in actor.subtree)
    verb = actor.doc[last + 1] if last + 1 < len(actor.doc) else actor
    labels = {c.dep_ for c in verb.children}
    finite = verb.tag_ in ("VBD", "VBZ") and not labels & {*SUBJECT_LABELS, "mark", "cop"}
    if not finite or verb.dep_ != "advcl" or verb.head not in (actor.head, actor.head.head):
        return
    actor.hang(verb, "nsubj")
    mark.hang(verb, "mark")
    mark.pos_ = "SCONJ"


def _fails_behind(mark: Token) -> None:
    """Make a clause of "stalls after | cloture vote fails", read as a noun in the plural."""
    verb = mark.head
    if mark.dep_ != "case" or verb.lower_ != "fails" or verb.tag_ != "NNS":
        return
    acting = [c for c in verb.children if c.dep_ == "compound"][-1:]
    if acting and acting[0].i == verb.i - 1:
        verb.tag_, verb.pos_, verb.lemma_, verb.dep_ = "VBZ", "VERB", "fail", "advcl"
        for child in [c for c in verb.children if mark.i < c.i < acting[0].i]:
            child.hang(acting[0], child.dep_)
        acting[0].hang(verb, "nsubj")
        mark.hang(verb, "mark")
        mark.pos_ = "SCONJ"


def _acts_for_the_first_time(time: Token) -> None:
    """Take the time out of who acts then: "is the first time | lawmakers have overridden him", "for the first
    time | senators rejected it".
    """
    actor = time.head
    verb, before = actor.head, [c for c in (*actor.children, *time.children) if c.i < time.i]
    if actor.i != time.i + 1 or actor.dep_ != "nsubj" or verb.i < actor.i or verb.pos_ != "VERB":
        return
    if not {c.lower_ for c in before} & {"first", "second", "third", "last", "only", "next"}:
        return
    led = any(c.dep_ == "case" for c in before)
    states = [c for c in verb.children if c.i < time.i]
    for child in before:
        child.hang(time, child.dep_)
    if led or not any(c.dep_ == "cop" for c in states):
        time.hang(verb, "obl" if led else "obl:unmarked")
        return
    if verb.head is verb:
        time.lift()
    else:
        time.hang(verb.head, verb.dep_)
    for child in states:
        child.hang(time, child.dep_)
    verb.hang(time, "acl:relcl")


def _is_called_on(verb: Token) -> None:
    """Make who is asked of what stands between: "called on | the government | to withdraw it", "waited for |
    the president | to sign it".
    """
    asks = verb.head
    to = next((c for c in verb.children if c.lower_ == "to" and c.dep_ == "mark"), None)
    if to is None or verb.dep_ not in ("xcomp", "advcl") or to.i < asks.i + 3:
        return
    for noun in [c for c in asks.children if c.dep_ == "obl" and asks.i < c.i < to.i]:
        if any(c.dep_ == "case" and c.lower_ in _UPON for c in noun.children):
            noun.dep_, verb.dep_ = "iobj", "xcomp"


def _acts_later(actor: Token) -> None:
    """Hang on the verb who acts, read as what is later: "A day later | the Senate, too, | passed it"."""
    later = actor.head
    if later.lower_ not in ("later", "earlier", "after", "before"):
        return
    verb = later.head.head if later.dep_ == "advmod" and later.head.dep_.startswith("obl") else later.head
    if verb.pos_ != "VERB" or verb.i < actor.i or any(c.dep_ in SUBJECT_LABELS for c in verb.children):
        return
    passive = any(c.dep_ == "aux:pass" for c in verb.children)
    actor.hang(verb, "nsubj:pass" if passive else "nsubj")


def _acts_behind_opening(thing: Token) -> None:
    """Make who acts of what was joined to the opening of the sentence, and not of what it is on: "After years
    of delay, | talks on a new harbour bill are to begin".
    """
    led = next((c for c in thing.children if c.dep_ == "case" and c.lower_ in _ON and c.i < thing.i), None)
    if led is None or not led.i:
        return
    actor, verb = led.nbor(-1), thing.head
    opening = actor.head
    joined = actor.dep_ == "conj" and opening.head is verb and opening.dep_.startswith("obl")
    first = actor.left_edge
    if joined and not any(c.dep_ == "cc" for c in actor.children) and "," in (first.text, first.preceding):
        actor.hang(verb, thing.dep_)
        thing.hang(actor, "nmod")


def _what_was_done(participle: Token) -> None:
    """Make what was done the subject where the participle opens the sentence: "Also adopted was | a law on
    museums", read as what the sentence tells.
    """
    if participle.head is not participle or participle.i > 2:
        return
    if any(c.dep_ in (*SUBJECT_LABELS, "aux:pass", "aux") for c in participle.children):
        return
    told = [
        c for c in participle.children if c.pos_ in ("NOUN", "PROPN") and c.dep_ in ("ccomp", "parataxis")
    ]
    states = [c for thing in told[:1] for c in thing.children if c.dep_ == "cop"]
    if states and states[0].i < told[0].left_edge.i + 2 and states[0].tag_ in ("VBD", "VBZ"):
        told[0].dep_ = "nsubj:pass"
        states[0].hang(participle, "aux:pass")


def _is_named_behind(noun: Token) -> None:
    """Hang on who speaks what they are, told before a comma: "An opponent, | Rep. Ann Holm, | said that"."""
    if not any(c.dep_ == "det" and c.lower_ in ("a", "an", "one", "another") for c in noun.children):
        return
    for name in noun.head.children:
        begins = name.left_edge.i == noun.i + 2 and noun.left_edge.i < noun.i
        if begins and name.dep_ == "nsubj" and name.tag_ == "NNP" and noun.head.i > name.i:
            noun.hang(name, "appos")
            return


def acts_with_auxiliary(token: Token) -> None:
    """Hang on a verb what was hung on its auxiliary: "the House | did endorse on Tuesday the bill", "PKS had
    | "chosen the exit"".
    """
    auxiliary = token.head
    verb = auxiliary.head
    if auxiliary.dep_ not in ("aux", "aux:pass") or verb is auxiliary or verb.pos_ != "VERB":
        return
    if token.dep_ in (*SUBJECT_LABELS, "obl", "obl:unmarked"):
        token.hang(verb, token.dep_)


def member_of_party(person: Token) -> None:
    """Make one name of who is told with party and office, read as what the party is: "introduced by Labour MP
    | Ann Holm".
    """
    party = person.head
    if person.dep_ != "appos" or {person.tag_, party.tag_} != {"NNP"} or party.i > person.i - 2:
        return
    between = person.doc[party.i + 1 : person.i]
    if any(word.head is not person or word.dep_ not in ("compound", "nmod:desc") for word in between):
        return
    if party.head is party or any(c.i > party.i and c is not person for c in party.children):
        return
    person.hang(party.head, party.dep_)
    for child in [c for c in party.children if c.dep_ in ("case", "det", "amod")]:
        child.hang(person, child.dep_)
    party.hang(person, "compound")
