"""What the conjunction of a clause says of how real it is: "if it passes", "before it is signed", "until the
court has ruled".
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from graph.extraction.lexicon import status_words
from graph.extraction.tenses import Judgement, by_modal, by_tense, is_perfect
from graph.language.roles import auxiliaries, is_finite_past
from graph.language.tree import children, first_conjunct
from graph.terms import Factuality

if TYPE_CHECKING:
    from graph.language.words import Token

_F = Factuality
_WAITED_FOR = frozenset(("until", "till"))


@lru_cache(maxsize=1)
def _conjunctions() -> dict[str, str]:
    return {word: name for name, words in status_words()["conjunctions"].items() for word in words}


def by_conjunction(clause: Token, kind: str) -> Judgement | None:
    """Return what the conjunction of a clause says: "if it passes", "before it is signed"; headlines tell in
    the present what came first ("calls members back after the bill dies").
    """
    known = _conjunctions()
    ahead = [c.lower_ for c in children(clause, "mark", "advmod") if c.i < clause.i]
    mark = next((word for word in ahead if word in known), "")
    first = first_conjunct(clause)
    alone = not children(clause, "nsubj", "nsubj:pass", "aux")
    if not mark and clause.dep_ == "conj" and (alone or (is_perfect(clause) and is_perfect(first))):
        mark = next((c.lower_ for c in children(first, "mark", "advmod") if c.lower_ in known), "")
    present = clause.tag_ in ("VBZ", "VBP", "VB") and not {"was", "were", "had", "did"} & set(
        auxiliaries(clause)
    )
    sort = known.get(mark)
    if clause.dep_ == "conj" and clause.tag_ in ("VB", "VBP") and first.left_edge.lower_ == "should":
        return Judgement(_F.POSSIBLE, "should")  # "should MPs pass it and peers refuse it"
    if sort != "if" and _as_long_as(clause):
        sort, mark = "if", "if"
    if sort == "if" or _in_case(clause):
        return Judgement(_F.POSSIBLE, mark or "in case")
    if kind == "headline" and mark == "after" and clause.tag_ in ("VBZ", "VBP") and not by_modal(clause):
        return Judgement(_F.HAPPENED, "after")
    if sort == "before" and (clause.tag_ == "VBG" or "being" in auxiliaries(clause)):
        return Judgement(_F.HAPPENED if _is_past(first.head) else _F.REQUIRED, f"{mark} + -ing")
    if mark in _WAITED_FOR and (present or is_perfect(clause)):
        return Judgement(_F.REQUIRED, f"{mark} + present")  # "stays on hold until the court has ruled"
    only = any(c.lower_ == "only" for c in children(first.head, "advmod"))
    if sort == "after" and only and first.dep_ == "advcl" and (present or is_perfect(clause)):
        return Judgement(_F.REQUIRED, f"only {mark}")  # "will only become law once it has been signed"
    if _as_soon_as(clause) and (present or is_perfect(clause)):
        return Judgement(_F.REQUIRED, "as soon as + present")
    perfect = _is_perfect_ahead(first if is_perfect(clause) else clause)
    if sort and (present or perfect or _is_participle_ahead(clause)):
        return Judgement(_F.REQUIRED if sort == "before" else _F.SCHEDULED, f"{mark} + present")
    return None


def _as_long_as(clause: Token) -> bool:
    """Whether a clause tells until when something holds: "as long as it has not been put to a vote"."""
    return _as_as(clause, "long")


def _as_soon_as(clause: Token) -> bool:
    """Whether a clause tells what something waits for: "takes effect as soon as she signs it"."""
    return _as_as(clause, "soon")


def _as_as(clause: Token, word: str) -> bool:
    """Whether "as … as" with a word between stands before a clause."""
    mark = next((c for c in children(clause, "mark") if c.lower_ == "as" and c.i > 1), None)
    return mark is not None and (mark.nbor(-2).lower_, mark.preceding) == ("as", word)


def is_condition(clause: Token) -> bool:
    """Whether a clause says on what something depends: "if she does not sign it", "should she not"."""
    told = by_conjunction(clause, "running")
    return (told is not None and told.why == "if") or (
        clause.dep_ == "advcl" and clause.left_edge.lower_ == "should"
    )


def _is_past(verb: Token) -> bool:
    """Whether a verb is told as over, by its own form or by its auxiliary ("was tabled")."""
    alone = verb.tag_ == "VBN" and verb.dep_ == "ROOT" and not auxiliaries(verb)
    if verb.tag_ == "VBG" and verb.dep_ in ("advcl", "conj") and not auxiliaries(verb):
        return _is_past(verb.head)  # "passed it, making changes, before sending it back"
    past = verb.tag_ == "VBD" or alone or bool({"was", "were", "had", "has", "have"} & set(auxiliaries(verb)))
    return past and by_tense(verb, "running").status is _F.HAPPENED


def _is_participle_ahead(clause: Token) -> bool:
    """Whether a clause without a tense is to come as its main clause is: "once signed, it will …"."""
    above = clause.head
    if clause.tag_ != "VBN" or clause.dep_ not in ("advcl", "acl") or auxiliaries(clause):
        return False
    return by_modal(above) is not None or by_tense(above, "running").status.lies_ahead


def _in_case(clause: Token) -> bool:
    """Whether a clause says what is provided for: "in case she vetoes it", "as long as it passes"."""
    start = clause.left_edge.i
    if any(below.left_edge.i == start for below in children(clause, "advcl")):
        return False  # "as long as it lasts, | the debate cannot begin"
    before = " ".join(word.lower_ for word in clause.doc[max(start - 3, 0) : start])
    behind = " ".join(word.lower_ for word in clause.doc[start : start + 3])
    phrases = tuple(sorted(status_words()["conjunctions"]["in_case"]))
    return before.endswith(phrases) or behind.startswith(phrases)


def _is_perfect_ahead(clause: Token) -> bool:
    """Whether a clause tells what comes first: "when it has passed", "would open once it was passed"."""
    marks = {c.lower_ for c in children(clause, "mark", "advmod")} & {"until", "till", "once"}
    foreseen = bool(marks) and is_finite_past(clause) and "would" in auxiliaries(clause.head)
    if clause.dep_ != "advcl" or not (foreseen or is_perfect(clause)):
        return False
    above = by_modal(clause.head) or (by_tense(clause.head, "running") if marks else None)
    return above is not None and above.status.lies_ahead
