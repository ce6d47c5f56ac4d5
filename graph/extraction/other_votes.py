"""Votes of all citizens that are on no bill of the article: those that a bill is about ("abolished the
referendum"), any of them ("laws on referendums"), and one of years ago ("the 1950 referendum").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.extraction.lexicon import word_class
from graph.extraction.voters import is_popular_vote
from graph.language.roles import is_passive
from graph.language.tree import children, obliques

if TYPE_CHECKING:
    from graph.extraction.scene import Found
    from graph.language.words import Token

_YEAR = re.compile(r"(?:18|19|20)\d\d")


def is_other_popular_vote(noun: Token, found: Found) -> bool:
    """Whether a word for a vote of all citizens tells of none on a bill of the article."""
    if noun.pos_ != "NOUN" or not is_popular_vote(noun):
        return False
    if found.patient is not None:
        return False  # "a referendum on the bill"
    if noun.lower_ in ("referendums", "referenda", "plebiscites"):
        return not children(noun, "nummod") and not any(mark == "on" for mark, _ in obliques(noun))
    if any(_YEAR.fullmatch(word.text) for word in noun.doc[noun.left_edge.i : noun.i]):
        return True
    above = noun.head
    if above.lemma_.lower() in word_class("about_referendums"):
        acted_on = noun.dep_ == "obj" or (noun.dep_ == "nsubj:pass" and is_passive(above))
        return acted_on or noun.dep_ == "nmod"
    return False
