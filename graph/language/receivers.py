"""Take who receives something from what they receive: "sent the governor | bills on fraud", read as bills of
the governor.
"""

from __future__ import annotations

from graph.language.words import Token
from graph.lexicons import load_lexicon

_HANDS_OVER = frozenset(("send", "hand", "give", "deliver", "forward", "offer", "bring", "get"))
_OF_THE_BILL = ("acl", "acl:relcl", "nmod", "appos")


def free_receiver(bills: Token) -> None:
    """Make who receives several bills an object of its own: "gave the president | bills that raise fees"."""
    giving = bills.head
    if giving.lemma_ not in _HANDS_OVER or bills.i == 0:
        return
    who = bills.nbor(-1)
    heads = load_lexicon("kinds")["actors"]["head"]
    if who.head is not bills or who.dep_ != "compound" or who.tag_ != "NN" or who.lemma_ not in heads:
        return
    the = [c for noun in (who, bills) for c in noun.children if c.lower_ == "the" and c.i < who.i]
    if not the:
        return
    the[0].hang(who, "det")
    who.hang(giving, "iobj")
    for child in [c for c in who.children if c.i > bills.i and c.dep_ in _OF_THE_BILL]:
        child.hang(bills, child.dep_)
