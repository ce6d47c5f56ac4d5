"""Coordinate things of one kind that the parser hung elsewhere: bills listed in one sentence."""

from __future__ import annotations

from graph.language.words import SUBJECT_LABELS, Token

_PAST = ("VBD", "VBN")
_IS = ("VBZ", "VBP", "VBD")
_BRINGS_IN = ("file", "introduce", "table", "submit", "sponsor", "author", "pass", "approve", "sign")
_WAITS_ON = ("agenda", "list", "calendar", "docket", "debate", "vote")
_HUNG = ("appos", "conj", "nmod", "obl")


def find_listed(noun: Token, bills: frozenset[str]) -> None:
    """Mend the tree around one of several bills, or a bill on several things, in place."""
    _list_of_one_kind(noun, bills)
    if noun.dep_ == "conj":
        _describe_jointly(noun, bills)
    if noun.tag_ in ("NNS", "NNPS"):
        _bills_of_kinds(noun, bills)
        _count(noun)


def _count(several: Token) -> None:
    """Count things by a number that was hung on what they are: "eight | pending bills"."""
    for word in [c for c in several.children if c.dep_ == "amod" and c.i < several.i]:
        for number in [c for c in word.children if c.dep_ == "nummod" and c.i < word.i]:
            number.hang(several, "nummod")


def _list_of_one_kind(noun: Token, bills: frozenset[str]) -> None:
    """Coordinate things of one kind that a sentence lists: "the Water Bill, | the Ports Bill and the Roads
    Bill", read as two names of one; "a law on prisons and | a law on courts", read as prisons and a law.
    """
    if noun.lower_ in bills:
        _listed_behind_semicolon(noun, bills)
    if noun.dep_ not in _HUNG or noun.pos_ not in ("NOUN", "PROPN"):
        return
    if not _article(noun) and noun.lemma_ != "Bill":  # HB 12
        return
    if noun.dep_ == "appos":
        told = noun.head
        labels = (("conj", told), ("conj", noun), (told.dep_, told.head))  # where the last of them hangs
        behind = [c for dep, head in labels for c in head.children if c.dep_ == dep and c.i > noun.i]
        last = [c for c in behind if any(d.dep_ == "cc" for d in c.children)]
        listed = [c for c in last if _one_kind(c, noun) or c.lemma_ == noun.lemma_ == "Bill"]
        if _one_kind(told, noun) and listed:
            noun.dep_ = "conj"
            listed[0].hang(told, "conj")
        return
    if noun.dep_ in ("nmod", "obl") and not _goes_along(noun):
        return
    before = reversed(list(noun.doc[: noun.i if noun.head.i < noun.i else noun.head.i]))
    first = next((word for word in before if _one_kind(word, noun)), None)
    if first is not None and not _one_kind(noun.head, noun) and not noun.is_ancestor(first):
        noun.hang(first, "conj")
    elif first is noun.head:
        noun.dep_ = "conj"


def _listed_behind_semicolon(noun: Token, bills: frozenset[str]) -> None:
    """Coordinate bills between semicolons with what a verb acts on: "passed the Water Bill, on dams; | the
    Ports Bill, on quays; and the Roads Bill".
    """
    opened = noun.left_edge
    parted = opened.text == ";" or opened.preceding == ";"
    if noun.dep_ not in ("parataxis", "dep", "appos") or not parted:
        return
    if any(c.dep_ in (*SUBJECT_LABELS, "cop", "obl") for c in noun.children):
        return
    verb = noun.head
    while verb.head is not verb and verb.dep_ in ("advcl", "obl", "obj", "nmod", "acl", "acl:relcl", "appos"):
        verb = verb.head
    first = next((c for c in verb.children if c.dep_ == "obj" and c.i < noun.i), None)
    if first is not None and (first.lower_ in bills or verb.lemma_ in _BRINGS_IN):
        noun.hang(first, "conj")  # also "filed the Water Program, on dams; | the Ports Bill"


def _goes_along(noun: Token) -> bool:
    """Whether a noun is named beside another: "the Ports Act, along with the Water Act", "as well as the
    Water Act".
    """
    before = " ".join(word.lower_ for word in noun.doc[max(noun.i - 5, 0) : noun.i])
    return "as well as" in before or any(child.lower_ in ("along", "together") for child in noun.children)


def _one_kind(one: Token, other: Token) -> bool:
    alike = _article(one) == _article(other) or (other.lemma_ == "Bill" and not _article(other))
    return one.lemma_.lower() == other.lemma_.lower() and alike and one is not other


def _article(noun: Token) -> str:
    return next((child.lower_ for child in noun.children if child.dep_ == "det"), "")


def _describe_jointly(bill: Token, bills: frozenset[str]) -> None:
    """Make one bill of "an education and health bill", read as education and a bill on health."""
    first = bill.head
    if bill.lemma_.lower() not in bills or first.i > bill.i or first.tag_ != "NN":
        return
    own = {child.dep_ for child in bill.children if child.i < bill.i}
    joined = [child for child in bill.children if child.dep_ == "cc"]
    alone = all(child.dep_ in ("det", "aux:pass", "amod", "compound", "conj") for child in first.children)
    if first.lemma_.lower() in bills or own & {"det", "nmod:poss", "nummod"} or not joined or not alone:
        return
    before = first.left_edge
    article = before if before is not first or not first.i else first.nbor(-1)
    if article.lower_ not in ("a", "an", "the") or bill.i - first.i > 4:
        return
    bill.hang(first.head, first.dep_)
    article.hang(bill, "det")
    first.hang(bill, "compound")
    joined[0].hang(first, "cc")


def _bills_of_kinds(bill: Token, bills: frozenset[str]) -> None:
    """List three bills in "the health, education and defence bills", read as bills on all three."""
    kinds = [child for child in bill.children if child.dep_ == "compound" and child.i < bill.i]
    if len(kinds) != 1 or bill.lemma_.lower() not in bills:
        return
    first = kinds[0]
    others = [child for child in first.children if child.dep_ == "conj" and first.i < child.i < bill.i]
    last = others[-1] if len(others) > 1 else first
    if last.i != bill.i - 1 or any(word.tag_ != "NN" or word.children[1:] for word in others):
        return
    around = [child for child in bill.children if child is not first]
    first.hang(bill.head, bill.dep_)
    for child in around:
        if child.i < bill.i or child.dep_ == "acl:relcl":
            child.hang(first, child.dep_)
    joined = [child for child in last.children if child.dep_ == "cc"]
    bill.hang(first, "conj")
    last.hang(bill, "compound")
    for child in joined:
        child.hang(bill, "cc")


def bill_behind_plural(token: Token, bills: frozenset[str]) -> None:
    """Make a noun of a bill behind nouns in the plural that was read as a verb: "a water rights | bill"."""
    if token.tag_ not in ("VB", "VBP") or token.i == 0 or token.lower_ not in bills:
        return
    before, above = token.nbor(-1), token.head
    if before.tag_ not in ("NNS", "NNPS") or before.dep_ != "compound" or before.head is not token:
        return
    token.tag_, token.pos_, token.lemma_ = "NN", "NOUN", token.lower_
    marks = [c for c in before.children if c.i < before.i and c.dep_ in ("det", "case", "amod", "nmod:poss")]
    for mark in marks:
        mark.hang(token, mark.dep_)
    cases = [mark for mark in marks if mark.dep_ == "case"]
    whole = cases[0].nbor(-1) if cases and cases[0].i else None
    if whole is not None and whole.pos_ == "NOUN" and not token.is_ancestor(whole):
        token.hang(whole, "nmod")
    elif above is not token and above.i < token.i and token.dep_ not in ("obj", "conj"):
        token.hang(above, "obl" if cases else "obj")


def which_they_are(verb: Token, bills: frozenset[str]) -> None:
    """Make the verb of a sentence of the one that lists bills told by what was done to them: "Bills passed on
    Monday | include the Water Bill", read as that they passed it.
    """
    done, last = verb.head, verb.i - 1
    if verb.lemma_ != "include" or verb.tag_ == "VBG" or done.head is not done or done.tag_ not in _PAST:
        return
    some = next((c for c in done.children if c.dep_ in SUBJECT_LABELS and c.i == done.i - 1), None)
    own = {c.dep_ for c in (*verb.children, *done.children) if c is not some}
    if some is None or some.lemma_.lower() not in bills or own & {"cc", "mark", "aux", "aux:pass", "nsubj"}:
        return
    if done.i > last or verb.preceding == ",":
        return
    verb.lift()
    done.tag_ = "VBN"
    for child in [c for c in done.children if c.i > verb.i]:
        child.hang(verb, child.dep_)
    some.hang(verb, "nsubj")
    done.hang(some, "acl")


def named_behind_agenda(bill: Token, bills: frozenset[str]) -> None:
    """Say of a bill that it is on the agenda where the sentence opens with that: "Also on the agenda | is the
    Water Bill", "First up for debate | are the Water Bill and the Ports Bill".
    """
    be = next((c for c in bill.children if c.dep_ == "cop" and c.i < bill.i), None)
    known = bill.lemma_.lower() in bills or bill.lemma_ == "amendment"
    if be is None or bill.head is not bill or be.tag_ not in _IS or not known:
        return
    before = bill.doc[: be.i]
    place = next((word for word in before if word.lemma_ in _WAITS_ON), None)
    if place is None or any(word.pos_ == "VERB" for word in before):
        return
    marks = {word.lower_ for word in before[: place.i]}
    for_it = place.lemma_ in ("debate", "vote")
    if not ({"up", "for"} <= marks if for_it else "on" in marks):
        return
    if for_it:
        place = next(word for word in before if word.lower_ == "up")
    first = before[0].pos_ in ("ADJ", "ADV", "ADP") and before[0].lower_ != "among"
    subject = next((word for word in before if word.dep_ in SUBJECT_LABELS and word is not place), None)
    own = subject is not None and subject.i and not any(c.dep_ == "case" for c in subject.children)
    if own or not first:
        return
    place.lift()
    for word in before:
        if word.head is bill or word is subject:
            above = word.dep_ if word not in (subject, before[0]) else "nmod" if word.i else "advmod"
            word.hang(place, above)
    for child in [c for c in bill.children if c.i <= be.i or c.dep_ in ("punct", "advcl")]:
        child.hang(place, child.dep_)
    bill.hang(place, "nsubj")


def both_done(word: Token) -> None:
    """Take "both" right behind a verb for what is done to: "approved | both | unanimously"."""
    verb = word.head
    if word.lower_ != "both" or word.dep_ != "advmod" or word.i != verb.i + 1 or verb.pos_ != "VERB":
        return
    if not any(child.dep_ in ("obj", "aux:pass", "xcomp", "ccomp") for child in verb.children):
        word.tag_, word.pos_, word.dep_ = "DT", "DET", "obj"
