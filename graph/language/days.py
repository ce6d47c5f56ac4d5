"""Take days apart from what stands around them: who acts on a day, where a bill goes on it."""

from __future__ import annotations

from graph.language.regrouping import verb_above
from graph.language.words import Token

_RECENT = ("yesterday", "today", "tomorrow")
_LEADS_TO_DAY = frozenset(("on", "early", "late"))
_PERIODS = frozenset(("week", "month", "year"))
_SEASONS = frozenset(("spring", "summer", "autumn", "winter"))
_BEFORE_A_DATE = ("on", "in", "last", "this")
_OFFICE = ("compound", "nmod:desc")
_SESSIONS = frozenset(("sitting", "meeting", "hearing", "reading"))
EARLY_OR_LATE = ("early", "late")


def date_of_next_clause(time: Token, times: frozenset[str]) -> None:
    """Hang a date on the clause that it opens: "was passed in the House and | on August 26 | it faces a
    vote", read as passed on that day; "as we reported earlier, | on May 14 | she signed it".
    """
    verb = time.head
    if verb.dep_ == "advcl" and time.dep_ == "obl":
        _free_from_source(time)
    if time.dep_ != "conj" or verb.pos_ != "VERB":
        return
    later = [c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB" and c.i > time.i]
    if not later or not {time.lower_, *(c.lower_ for c in time.children)} & times:
        return
    for child in [c for c in time.children if c.dep_ == "cc"]:
        child.hang(later[0], "cc")
    time.hang(later[0], "obl")


def _free_from_source(time: Token) -> None:
    """Hang the date behind a clause that tells only who said so on the clause that it opens."""
    said = time.head
    as_said = any(child.lower_ == "as" and child.dep_ == "mark" for child in said.children)
    parted = "," in (time.left_edge.text, time.left_edge.preceding)
    if as_said and parted and said.i < time.i < said.head.i and said.head.pos_ == "VERB":
        time.hang(said.head, "obl")


def free_date_from_actor(actor: Token, times: frozenset[str]) -> None:
    """Take the date that opens a sentence out of who acts on it: "on Monday | parliament passed the bill",
    "yesterday | MEPs adopted it", "on Monday | Gov. Holm signed it".
    """
    owners = [c for c in actor.children if c.dep_ == "nmod:poss" and c.i < actor.i]
    verb, first = actor.head, owners[0].i if owners else actor.i  # "on Monday | Norway's parliament"
    if not actor.dep_.startswith(("nsubj", "obl")) or verb.pos_ != "VERB" or verb.i < actor.i:
        return
    while first > 1 and (before := actor.doc[first - 1]).dep_ in _OFFICE and before.lower_ not in times:
        if before.head is not actor or before.tag_ == "CD":
            break
        first -= 1
    end = first
    while first and (actor.doc[first - 1].lower_ in times or actor.doc[first - 1].tag_ == "CD"):
        first -= 1
    date = actor.doc[first:end]
    start = max((word.i + 1 for word in actor.doc[:first] if word.text == ","), default=0)
    part = [word for word in actor.doc[start:first] if word.lower_ in EARLY_OR_LATE]
    opening = [word for word in actor.doc[start:first] if word.lower_ not in EARLY_OR_LATE]
    if all(word.tag_ == "CD" for word in date) or len(opening) > 1:
        return
    led = bool(opening) and opening[0].lower_ in _BEFORE_A_DATE
    if (not led and date[0].lower_ not in _RECENT) or (opening and not led):
        return
    if actor.dep_ == "obl" and any(child.dep_.startswith("nsubj") for child in verb.children):
        return  # "in March elections the party won"
    whole = date[-1]
    whole.hang(verb, "obl" if led and opening[0].tag_ == "IN" else "obl:unmarked")
    for word in (*part, *opening, *date[:-1]):
        word.hang(whole, "case" if word.tag_ == "IN" else "compound")
    if actor.dep_ == "obl":
        actor.dep_ = "nsubj"


def day_from_actor(day: Token, days: frozenset[str]) -> None:
    """Take the day out of who acts on it: "the Assembly | today voted it down", "signed by Holm | today",
    "the House | Thursday passed it", "the Sejm | on Thursday morning passed it"; and out of what is acted on,
    "ratified on Saturday | two loan agreements".
    """
    actor = day.head
    if day.dep_ == "compound" and day.lower_ in _PERIODS:
        _period_from_actor(day)
        return
    if day.lower_ in days and day.dep_ == "compound" and actor.dep_ == "obj" and actor.head.i < day.i:
        if any(child.dep_ == "case" for child in day.children):
            day.hang(actor.head, "obl")
        return
    if day.lower_ in days and day.dep_ == "nsubj" and day.i and actor.tag_ != "VBG":
        first = day.i
        while first > 1 and day.doc[first - 1].lower_ in days | _LEADS_TO_DAY:
            first -= 1
        if day.doc[first - 1].pos_ in ("NOUN", "PROPN"):
            _actor_from_day(day, day.doc[first - 1])
        return
    if day.lower_ in days and day.dep_ == "flat":
        while actor.dep_ in ("nmod", "flat"):
            actor = actor.head
        if actor.dep_ == "nsubj" and actor.head.i > day.i:
            day.hang(actor.head, "obl:unmarked")  # "the Court of Cassation | Wednesday struck it down"
        return
    if day.lower_ in days and day.dep_.startswith("obl"):
        _body_from_day(day)
    if day.lower_ not in days or day.dep_ != "nmod:unmarked" or actor.i != day.i - 1:
        return
    if actor.dep_ == "obl:agent" or (actor.dep_.startswith("nsubj") and actor.head.i > day.i):
        day.hang(actor.head, "obl:unmarked")


def _period_from_actor(period: Token) -> None:
    """Take the time that opens a sentence out of who acts in it: "Last month | Vice President Holm vetoed the
    bill", read as one name.
    """
    pointing = period.nbor(-1) if period.i == 1 else period
    if pointing.lower_ not in ("last", "this", "next") or pointing.head is not period:
        return
    actor = period.head
    while actor.dep_ in ("compound", "nmod:desc", "flat", "amod") and actor.head is not actor:
        actor = actor.head
    if actor.dep_ in ("nsubj", "nsubj:pass") and actor.head.pos_ == "VERB":
        period.hang(actor.head, "obl:unmarked")


def _body_from_day(day: Token) -> None:
    """Take a body out of the day behind it: "sent back to the Assembly | Monday", read as one name."""
    body = day.doc[max(0, day.i - 1)]
    if body.head is not day or body.dep_ != "compound" or body.pos_ not in ("NOUN", "PROPN"):
        return
    words = [*body.children, *(c for c in day.children if c.i < body.i)]
    leads = {c.lower_ for c in words if c.dep_ == "case"}
    if "on" in leads or not leads or not any(c.lower_ == "the" for c in words):
        return
    take_from_day(body, "obl")


def take_from_day(noun: Token, label: str) -> None:
    """Hang a noun read as part of the day behind it, with what stands before it, on what the day hangs on."""
    day = noun.head
    noun.take_before(day)
    noun.hang(day.head, label)
    day.dep_ = "obl:unmarked"


def tells_a_day(word: Token, times: frozenset[str]) -> bool:
    """Whether a word is one of those that tell a day: "on", "Tuesday", "12"."""
    return word.lower_ == "on" or word.lower_ in times or word.tag_ == "CD"


def describe_before_day(relative: Token, days: frozenset[str]) -> None:
    """Hang what a thing does on it and not on the day between: "passed a bill | Tuesday that bans it"."""
    if relative.lower_ not in ("that", "which") or relative.dep_ != "nsubj" or relative.i < 2:
        return
    verb, day = relative.head, relative.nbor(-1)
    if day.lower_ not in days or verb.dep_ not in ("acl:relcl", "parataxis", "ccomp"):
        return
    start = min([day.i, *(child.i for child in day.children if child.i < day.i)])
    thing = relative.doc[start - 1] if start else day
    if thing is day or thing.pos_ not in ("NOUN", "PROPN") or (above := verb_above(thing)) is None:
        return
    verb.hang(thing, "acl:relcl")
    if not day.is_ancestor(thing):
        cased = any(child.dep_ == "case" for child in day.children)
        day.hang(above, "obl" if cased else "obl:unmarked")


def act_before_day(day: Token, days: frozenset[str]) -> None:
    """Hang what a thing does on it and not on the day between: "passed a bill | Tuesday banning it"."""
    verb = day.head
    if (
        day.lower_ not in days
        or day.dep_ != "nsubj"
        or verb.tag_ != "VBG"
        or day.i != verb.i - 1
        or not day.i
    ):
        return
    thing, above = day.nbor(-1), verb_above(verb)
    if thing.pos_ in ("NOUN", "PROPN") and above is not None and above.i < thing.i:
        verb.hang(thing, "acl")
        day.hang(above, "obl:unmarked")


def _actor_from_day(day: Token, actor: Token) -> None:
    """Make who stands before a day, read as part of it or as a sentence of its own, the subject of its
    verb.
    """
    verb = day.head
    if any(child.dep_ == "nsubj" and child.i < day.i for child in verb.children):
        day.hang(verb, "obl:unmarked")
        return
    if actor.head is not day and actor.head is not actor:
        return
    for child in [c for c in day.children if c is not actor and c.i < actor.i]:
        child.hang(actor, child.dep_)
    actor.hang(verb, "nsubj")
    day.hang(verb, "obl:unmarked")
    for word in day.doc[actor.i + 1 : day.i]:
        if word.tag_ == "IN":
            day.dep_ = "obl"
        word.hang(day, "case" if word.tag_ == "IN" else "compound")


def free_day_from_content(day: Token) -> None:
    """Hang "yesterday" and a reading on what was done to a law and not on what that says: "scrapped a law
    governing the pay of members | yesterday", "rejected a law banning toys | at its first reading".
    """
    owned = any(c.dep_ == "nmod:poss" for c in day.children)
    read = day.lower_ == "reading" and day.dep_ in ("obl", "nmod") and owned
    timed = day.lower_ in _RECENT and day.dep_ in ("obl:unmarked", "nmod:unmarked")
    if not (timed or read) or day.head.i > day.i:
        return
    content = above = day.head if day.head.pos_ == "VERB" else verb_above(day.head)
    while above is not None and above.dep_ == "acl" and above.tag_ != "VBN":
        above = verb_above(above)
    if above is not None and above is not content:
        day.hang(above, "obl:unmarked" if timed else "obl")


def day_of_act(day: Token, days: frozenset[str]) -> None:
    """Take a day out of what is done: "the bill, which the Senate approved | Monday"; and out of the day what
    was said on it: "recommended on Monday | that it be passed".
    """
    if day.dep_ == "obl" and day.lower_ in days and day.head.pos_ == "VERB":
        for clause in [c for c in day.children if c.dep_ == "acl" and c.i > day.i]:
            if any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children):
                clause.hang(day.head, "ccomp")
    bare = not any(c.dep_ in ("det", "amod", "nmod:poss") for c in day.children)
    if day.dep_ == "obj" and day.lower_ in days and bare and day.head.i < day.i:
        day.dep_ = "obl" if any(c.dep_ == "case" for c in day.children) else "obl:unmarked"


def free_day_from_bill(day: Token, days: frozenset[str], bills: frozenset[str]) -> None:
    """Take the day out of the bill to which something was done on it: "ratified the bill | on Wednesday",
    "passed a bill to ban it in parks | Wednesday".
    """
    bill = day.head
    if day.lower_ not in days or day.dep_ not in ("nmod", "nmod:unmarked", "flat") or bill.i > day.i:
        return
    if day.dep_ == "flat":
        if bill.tag_ in ("NN", "NNS") and (verb := verb_above(bill)) is not None:
            day.hang(verb, "obl:unmarked")
        return
    cased = any(child.dep_ == "case" and child.lower_ == "on" for child in day.children)
    if bill.lemma_.lower() in bills and cased and (above := verb_above(bill)) is not None:
        day.hang(above, "obl")


def free_date_from_body(time: Token, times: frozenset[str], bodies: frozenset[str]) -> None:
    """Take a date out of the body that a bill was brought to or that acts: "laid before the house | in
    August", "goes to parliament | next week", "adopted by the deputies | in June".
    """
    body, verb = time.head, time.head.head
    hung = time.dep_ in ("nmod", "obl:unmarked", "nmod:unmarked") and time.lower_ in times
    brought = body.dep_ == "nmod" and verb.dep_ == "obj" and any(c.lower_ == "to" for c in body.children)
    if hung and brought:
        verb = verb.head  # "submitted its report to the House | on Monday"
    if not hung or body.dep_ not in ("obl", "obl:agent", "obj", "nmod") or verb.pos_ != "VERB":
        return
    cased = any(c.dep_ == "case" and c.lower_ in ("in", "on") for c in time.children)
    bare = time.dep_ != "nmod" and any(c.lower_ in ("next", "last", "this") for c in time.children)
    if (cased or bare) and verb.i < body.i < time.i and body.lemma_.lower() in bodies:
        time.hang(verb, "obl")


def time_pointed_at(time: Token, times: frozenset[str]) -> None:
    """Hang on the verb before it a time told by "that", read as a clause: "was sent on in May and rejected |
    that autumn by the Senate", "cleared there | that November".
    """
    if time.i < 2 or time.preceding != "that" or time.lower_ not in times | _SEASONS:
        return
    that = time.nbor(-1)
    if that.dep_ == "mark" or time.following in ("'s", "’s"):
        return  # "said that Thursday's session would go ahead"
    verb = next((word for word in reversed(that.doc[: that.i]) if word.pos_ != "ADV"), that.head)
    if verb.pos_ != "VERB" or verb.tag_ == "VBG" or time.pos_ not in ("NOUN", "PROPN"):
        return
    if any(c.dep_ in ("nsubj", "nsubj:pass", "cop") for c in time.children):
        return
    time.hang(verb, "obl:unmarked")
    that.hang(time, "det")
    for child in [c for c in time.children if any(d.lower_ == "by" for d in c.children)]:
        child.hang(verb, "obl:agent" if verb.tag_ == "VBN" else "obl")


def session_of_a_day(session: Token) -> None:
    """Make a noun of a session behind its day: "at Wednesday's | sitting", read as what a day does."""
    if session.tag_ != "VBG" or session.lower_ not in _SESSIONS or session.i < 2:
        return
    mark = session.nbor(-1)
    day = mark.nbor(-1)
    if mark.lower_ not in ("'s", "’s") or session.dep_ not in ("advcl", "obl", "acl"):
        return
    session.tag_, session.pos_, session.dep_ = "NN", "NOUN", "obl"
    if mark.head is not day:
        mark.tag_, mark.pos_ = "POS", "PART"
        mark.hang(day, "case")
    for case in [c for c in day.children if c.dep_ == "case" and c is not mark]:
        case.hang(session, "case")
    day.hang(session, "nmod:poss")
