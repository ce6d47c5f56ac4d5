"""The day of the news: which words of a sentence name it, and which steps are told as the news of a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from graph.extraction.day_words import dating_words, sessions
from graph.extraction.draft import Draft, EventMention, When
from graph.extraction.lexicon import status_words, word_class
from graph.language.roles import auxiliaries, is_finite_past, is_infinitive
from graph.language.tree import Tree, children, governors, lemma, prepositions
from graph.model import Window
from graph.temporal import Adverbial, toward
from graph.terms import Factuality

if TYPE_CHECKING:
    from graph.language.words import Token

_NEWS = 7
"""Days before publication after which a day is background."""
_TOLD = (Factuality.HAPPENED, Factuality.CANCELLED)
"""What a day can be told of: that a step was taken, or called off."""


def news_days(draft: Draft, index: int, adverbials: Sequence[Adverbial]) -> Iterator[tuple[int, When]]:
    """Yield the days of the last week on which the main clause of a sentence puts something past."""
    tree, published = draft.text.trees[index], draft.text.article.published
    for adverbial in adverbials:
        if not tree.sentence.start <= adverbial.start < tree.sentence.end or published is None:
            continue
        one = toward(adverbial.expressions[0], "past", published)
        first, last = one.earliest, one.latest and min(one.latest, published)
        if (
            len(adverbial.expressions) > 1
            or adverbial.relation != "at"
            or adverbial.use != "when"
            or first is None
            or last is None
            or (first != last and one.text.lower() != "this week")
        ):
            continue
        if 0 <= (published - first).days <= _NEWS and in_main_clause(tree, adverbial):
            yield index, When(Window(first, None, None, last), one.text, one.value)


def in_main_clause(tree: Tree, adverbial: Adverbial) -> bool:
    """Whether a time hangs on a past main clause that tells what was done, not who said so."""
    word = next(iter(tree.tokens_in(adverbial.expressions[0].start, adverbial.expressions[0].end)), None)
    if word is None or (word.dep_ == "nmod:poss" and word.head.dep_ == "obj"):
        return False  # "halted Friday's vote"
    verb = next((g for g in governors(word) if _can_tell(g) and not _holds_a_session(g)), None)
    if verb is None or is_infinitive(verb) or "had" in auxiliaries(verb):
        return False
    if not is_finite_past(verb) and not {"was", "were"} & {*auxiliaries(verb), *_copulas(verb)}:
        return False
    reports = lemma(verb) in status_words()["reporting"]["say"] and not children(verb, "obj")
    return is_main(verb) and not reports and verb.lemma_.lower() not in word_class("begins")


def _can_tell(word: Token) -> bool:
    """Whether a word is the head of a clause: "passed", "was | successful", "was back in the | House"."""
    return bool(_copulas(word)) or (word.pos_ == "VERB" and not children(word, "case"))


def _holds_a_session(verb: Token) -> bool:
    """Whether a word only tells when a session was: "passed it in a session | held on Monday"."""
    below = verb.dep_ in ("acl", "acl:relcl") and verb.tag_ == "VBN" and not auxiliaries(verb)
    return below and verb.head.lemma_.lower() in sessions() and bool(prepositions(verb.head))


def _copulas(word: Token) -> list[str]:
    return [c.lower_ for c in children(word, "cop")]


def is_main(verb: Token) -> bool:
    """Whether a verb is that of a sentence, or is joined to it."""
    while verb.dep_ in ("conj", "parataxis") and verb.head != verb:
        verb = verb.head
    return verb.dep_ == "ROOT"


def is_news(draft: Draft, mention: EventMention) -> bool:
    """Whether a step is told as done in a main clause, without a time of its own."""
    token, clause = draft.token(mention.place), draft.token(mention.clause)
    if token == clause and is_infinitive(clause) and clause.head.lemma_.lower() == "vote":
        token = clause = clause.head  # "voted 5-2 to approve it"
    marks = {c.lower_ for c in children(clause, "mark")}
    fronted = clause.dep_ == "ROOT" and marks == {"before"}  # "Before the vote members rejected", misread
    main = fronted or (marks <= {"as"} and (is_main(clause) or clause.dep_ == "advcl"))
    if draft.tree(mention.place).kind == "headline":
        main |= clause.dep_ == "acl" and is_main(clause.head)  # "Levy Bill Signed, Now Bound for Court"
    told = token == clause or (token.head == clause and token.dep_ in ("obj", "nsubj", "nsubj:pass"))
    done = mention.type.is_stage and mention.status in _TOLD and not mention.when.expression
    return main and told and done and "had" not in auxiliaries(clause)


def is_told_from_before(clause: Token) -> bool:
    """Whether an adverb puts a clause before the story: "as it was first put down", "were first passed"."""
    how = {c.lower_ for c in children(clause, "advmod")}
    as_first = "first" in how and (
        bool({"was", "were"} & set(auxiliaries(clause)))
        or any(c.lower_ == "as" for c in children(clause, "mark"))
    )
    return as_first or not how.isdisjoint(dating_words("told_from_before"))


def is_perfect(draft: Draft, mention: EventMention) -> bool:
    """Whether a step is told in the perfect: "has passed it"."""
    return bool({"has", "have"} & set(auxiliaries(draft.token(mention.clause))))
