"""Who was to sign a bill and refuses to: "would not sign it", "said he would not", "decided not to"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction.draft import Draft, EventMention, Place
from graph.extraction.lexicon import word_class
from graph.extraction.modality import judge
from graph.extraction.reporting import speaker_above
from graph.extraction.tenses import by_modal
from graph.language.roles import auxiliaries, is_finite_past
from graph.language.tree import children
from graph.terms import Factuality

if TYPE_CHECKING:
    from graph.language.words import Token


def refused_when(draft: Draft, mention: EventMention) -> Factuality | None:
    """Return how real a refusal to sign is that still lies ahead: "says she will refuse to sign it", "vowed
    to refuse to sign it".
    """
    refusal = draft.token(mention.clause).head
    if refusal.tag_ != "VB":
        return None
    status = judge(refusal, refusal, draft.tree(mention.place).kind).status
    return status if status.lies_ahead else None


def will_not(draft: Draft, mention: EventMention) -> bool:
    """Whether who was to sign refused to: "a bill that the president would not sign", "decided not to"."""
    token, clause = draft.token(mention.place), draft.token(mention.clause)
    if clause.tag_ == "VBG" and any(c.lower_ == "by" for c in children(clause, "mark")):
        return True  # "let it die by not signing it"
    if clause.head.lemma_.lower() in word_class("chooses") and clause.dep_ != "acl:relcl":
        return not by_modal(clause.head)
    told = clause.dep_ in ("ROOT", "acl:relcl") and speaker_above(token) is None
    told = told or _says_so_himself(clause)
    conditional = any(c.lower_ == "if" for c in clause.subtree)
    return "would" in auxiliaries(clause) and "have" not in auxiliaries(clause) and told and not conditional


def _says_so_himself(clause: Token) -> bool:
    """Whether the one who was to do something says himself that he would not: "said he would not sign it"."""
    said = clause.head
    report = clause.dep_ == "ccomp" and is_finite_past(said) and said.pos_ == "VERB"
    who = [noun for noun in children(clause, "nsubj") if noun.lower_ in ("he", "she")]
    told = [noun for noun in children(said, "nsubj") if noun.tag_ in ("NN", "NNP", "PRP")]
    return report and said.lemma_.lower() in word_class("states_himself") and bool(who and told)


def told_by(draft: Draft, mention: EventMention) -> Place:
    """Return the clause that tells when somebody refused: that in which he says so, if any."""
    clause = draft.token(mention.clause)
    return (mention.clause[0], clause.head.i) if _says_so_himself(clause) else mention.clause


def chose_not(draft: Draft, mention: EventMention) -> Token | None:
    """Return the noun by which who was to sign chose not to: "told them of her decision | not to sign"."""
    clause = draft.token(mention.clause)
    first = min((c.i for c in children(clause, "mark", "advmod") if c.lower_ in ("not", "to")), default=0)
    before = clause.doc[first - 1] if first else clause
    return before if before.pos_ == "NOUN" and before.lemma_.lower() in word_class("chooses") else None
