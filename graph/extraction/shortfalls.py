"""Votes of which the next sentence says that they were too few: "That fell short of the 60 votes needed"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from graph.extraction.draft import Draft, EventMention
from graph.extraction.lexicon import word_class
from graph.extraction.vote_lines import Word, low, number_at, vote_words, words_in
from graph.language.roles import is_infinitive, subjects
from graph.language.tree import Tree
from graph.terms import DECISIONS, EventType, Outcome

_MEANT = frozenset(("that", "this", "it", "which"))
_TOO_FEW = re.compile(
    r"\b(?:fewer than|short of|shy of|less than) (?:the \w+|a \w+|\d+|[a-z]+) ?"
    r"(?:was |were |is )?(?:needed|needs|required|requires|necessary)\b"
)
"""What behind the figures of a vote says that they were too few: "short of the 81 required"."""
_SHORT = frozenset((("short", "of"), ("shy", "of")))


def find_shortfalls(draft: Draft) -> Draft:
    """Return the draft with votes rejected of which the sentence behind says that they were too few."""
    trees = draft.text.trees
    short = {index for index, tree in enumerate(trees) if _says_too_few(tree)}
    told = list[EventMention]()
    for mention in draft.mentions:
        index = mention.place[0]
        if index + 1 in short:
            mention = _missed(draft, mention, trees[index + 1])
        elif _lacks(mention, trees[index]):
            mention = _missed(draft, mention, trees[index])
        elif mention.type in DECISIONS and mention.status.is_fact and _by_too_few(draft, mention):
            mention = replace(mention, outcome=Outcome.REJECTED, because=(*mention.because, "too few"))
        told.append(mention)
    return replace(draft, mentions=tuple(told))


def _lacks(mention: EventMention, tree: Tree) -> bool:
    """Whether a vote got fewer than its sentence says were needed: "103 voted for it, 133 were needed"."""
    got = mention.votes.in_favour if mention.votes else None
    if got is None:
        return False
    return got < _hurdle_in(words_in(tree.sentence.text)) or bool(_TOO_FEW.search(tree.sentence.text))


def _by_too_few(draft: Draft, mention: EventMention) -> bool:
    """Whether those who decided so are told to have been too few: "too few members voted to override it"."""
    clause = draft.token(mention.clause)
    verbs = [clause, clause.head] if is_infinitive(clause) else [clause]
    acting = [noun for verb in verbs for noun in subjects(verb)]
    near = [{t.lower_ for t in noun.doc[noun.left_edge.i : noun.i]} for noun in acting]
    return any({"too", "few"} <= words or {"not", "enough"} <= words for words in near)


def _missed(draft: Draft, mention: EventMention, behind: Tree) -> EventMention:
    """Return what was voted as rejected; what is told as passed reached what it needed to pass.

    `behind` is the sentence that says that the votes were too few.
    """
    of_veto = mention.type is EventType.OVERRIDE
    if mention.type is EventType.VETO and mention.outcome is Outcome.REJECTED:
        return replace(mention, outcome=None)  # the override failed, so that it stands
    undone = any(token.lower_ in ("veto", "override") for token in behind.doc) and not of_veto
    voted = (
        of_veto
        or mention.outcome is None
        or draft.token(mention.place).lemma_.lower() in word_class("votes_or_backs")
    )
    if undone or not voted or mention.type not in DECISIONS or not mention.status.is_fact:
        return mention
    return replace(mention, outcome=Outcome.REJECTED, because=(*mention.because, "fell short"))


def _says_too_few(tree: Tree) -> bool:
    """Whether a sentence says of what was told before it that it was too little: "It was two votes short of
    the majority required".
    """
    words = [token.lower_ for token in tree.doc]
    at = next((i for i, pair in enumerate(pairwise(words)) if pair in _SHORT), None)
    if at is None or not set(words[at:]) & word_class("needed"):
        return False
    first = words[0] in _MEANT and tree.doc[1].pos_ in ("VERB", "AUX")
    carried = words[0] in _MEANT | {"the"} and words[1] in vote_words()["carriers"] | {"outcome", "number"}
    return (first or carried) and "not" not in words[:at]


def _hurdle_in(line: list[Word]) -> int:
    """Return how many votes a sentence says were needed, 0 where it does not."""
    words = vote_words()
    for at in range(len(line)):
        if (count := number_at(line, at)) is None or count.value < 1:
            continue
        behind = count.end + (low(line, count.end) in words["voters"])
        behind += low(line, behind) in ("were", "was", "are", "is")
        near = {low(line, at - step) for step in (1, 2, 3)}
        if low(line, at - 2) == "it" and low(line, at - 1) in ("took", "takes"):
            return count.value  # "it took 28 to carry them"
        if low(line, behind) in words["needing"] or (near & words["needing"] and "with" not in near):
            return count.value
    return 0
