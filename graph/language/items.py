"""Mend how bills are listed: items that name a bill, tell whose it is and what it does, and end with what
became of it; and the last bill of a list.
"""

from __future__ import annotations

from graph.language.words import Doc, Token

_ENDS = frozenset(("NUM", "PUNCT", "ADP", "DET", "NOUN", "ADV", "SYM"))
_DASHES = frozenset(("-", "–", "—", ":"))
_MOST = 6
"""Words behind the verb that an item ends with."""


def decide_item(doc: Doc, decides: frozenset[str], bills: frozenset[str]) -> None:
    """Make the clause of an item of what was decided on the bill it opens with: "Bill 12, by Ms Holm,
    limiting what farms owe, | passed | 12-7", read as what farms do; and say of that bill whose it is: "Bill
    12 Safe Farms - | Sponsored | by Ms Holm".
    """
    opening = next((word for word in doc if not word.is_punct), None)
    if opening is None or opening.lemma_.lower() not in bills or len(doc) < opening.i + 4:
        return
    _say_whose(opening)
    if doc[opening.i + 1].text not in (",", ";", "–", "-", "—", ":"):
        return
    verb = _at_the_end(doc, decides)
    if verb is None or verb.i < opening.i + 3 or "," not in (verb.left_edge.text, verb.left_edge.preceding):
        return
    below = {child.dep_ for child in verb.children}
    if below & {"nsubj", "nsubj:pass", "mark"} or any(
        word.tag_ in ("VBD", "VBZ", "VBP", "MD") and word.head is opening for word in doc
    ):
        return
    verb.lift()
    verb.tag_, verb.pos_ = "VBN" if "aux:pass" in below else "VBD", "VERB"
    opening.hang(verb, "nsubj:pass" if "aux:pass" in below else "nsubj")


def end_list(verb: Token, bills: frozenset[str]) -> None:
    """Hang on a bill what it does, and that bill on those listed before it: "filed the Seeds Bill, the Bees
    Bill and a bill | creating | a fund", read as what two bills create.
    """
    if verb.tag_ != "VBG" or verb.dep_ not in ("conj", "parataxis", "advcl", "dep"):
        return
    labels = {child.dep_: child for child in verb.children}
    second = labels.get("nsubj")
    listed = next((c for c in verb.head.children if c.dep_ == "obj" and c.lower_ in bills), None)
    if second is None or listed is None or second.lower_ not in bills or "aux" in labels:
        return
    if listed.i < second.i < verb.i:
        last = next((c for c in second.children if c.dep_ == "conj" and c.i == verb.i - 1), second)
        second.hang(listed, "conj")
        verb.hang(last, "acl")


def _say_whose(opening: Token) -> None:
    """Hang on the bill that an item opens with, with its title behind it, a participle that tells by whom it
    is behind a dash.
    """
    for verb in opening.doc[opening.i + 2 :]:
        begins = verb.preceding[-1:] in _DASHES and verb.following == "by" and verb.tag_ in ("VBN", "VBD")
        if begins and not {"nsubj", "nsubj:pass", "aux"} & {child.dep_ for child in verb.children}:
            verb.tag_, verb.pos_ = "VBN", "VERB"
            title = opening.head
            if opening.dep_ == "compound":  # "HB 12 Safe Farms"
                title.hang(opening, "flat")
            verb.hang(opening, "acl")
            return


def _at_the_end(doc: Doc, decides: frozenset[str]) -> Token | None:
    """Return the verb of deciding with nothing but figures and how it was decided behind it."""
    for word in reversed(doc[max(0, len(doc) - _MOST) :]):
        if word.tag_ in ("VBD", "VBN"):
            return word if word.lemma_ in decides else None
        if word.pos_ not in _ENDS:
            return None
    return None
