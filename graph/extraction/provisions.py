"""What a bill covers, leaves out, grants and is for: clauses whose subject is the bill.

Such clauses describe the bill. Event mentions found inside them are content, not events, and are dropped.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extraction.draft import Draft, EventMention, ProvisionMention
from graph.extraction.lexicon import provision_verbs, word_class
from graph.language.roles import auxiliaries, is_negated, is_passive, subjects
from graph.language.tree import children, conjuncts, governors, obliques, prepositions
from graph.model import Window
from graph.terms import READINGS, EventType, ProvisionKind, Role

if TYPE_CHECKING:
    from graph.language.words import Token

_OWN_STEPS = frozenset(
    (
        EventType.COMMENCEMENT,
        EventType.TRANSMISSION,
        EventType.RETURN,
        EventType.REFERRAL,
        EventType.PASSAGE,
        EventType.LAPSE,
        EventType.PUBLICATION,
        EventType.ASSENT,
        EventType.INTRODUCTION,
        EventType.COMMITTEE,
        EventType.CONCILIATION,
        EventType.DEBATE,
        *READINGS,
    )
)
"""What a bill may be said to do that tells of its way: "it moves to a committee"."""
_STARTS = frozenset((EventType.COMMENCEMENT, EventType.PUBLICATION))


def _bill_subject(draft: Draft, index: int, verb: Token) -> int | None:
    """Return the bill that is the active subject of a verb."""
    if is_passive(verb):
        return None
    for noun in subjects(verb):
        if draft.bills.is_mention(index, noun) or noun.lower_ in ("it", "they", "these", "both"):
            referent = draft.bills.resolve(index, noun)
            if referent is not None:
                return referent.key
    return None


def _is_moved(step: EventMention, verb: Token) -> bool:
    """Whether "it" is who moved changes or goes to court, not the bill: "it has not proposed any amendments",
    "it will ask the court to annul the law".
    """
    told = verb.tag_ == "VBD" or bool({"has", "had", "did"} & set(auxiliaries(verb)))
    moves = step.type is EventType.JUDICIAL_REVIEW or (step.type is EventType.AMENDMENT and told)
    return moves and any(noun.lower_ == "it" for noun in subjects(verb))


def _words_after(draft: Draft, index: int, verb: Token) -> str:
    """Return the clause from its verb on, without coordinated clauses."""
    tree = draft.text.trees[index]
    left_out = {
        t.i
        for child in verb.children
        if child.dep_ in ("conj", "cc", "nsubj", "mark", "parataxis")
        for t in child.subtree
    }
    left_out |= {c.i for c in verb.children if c.dep_ == "cc"}
    tokens = [t for t in verb.subtree if t.i >= verb.i and t.i not in left_out]
    while tokens and tokens[-1].is_punct:
        tokens.pop()
    negated = "not " if is_negated(verb) else ""
    words = tree.words(tokens) if tokens else verb.text
    return negated + " ".join(words.split())


def _kind(verb: Token) -> ProvisionKind | None:
    kind = provision_verbs().get(verb.lemma_.lower())
    if kind is ProvisionKind.COVERS and is_negated(verb):
        return ProvisionKind.EXCLUDES
    return kind


def _purposes(draft: Draft, index: int) -> Iterator[tuple[Token, int, ProvisionKind]]:
    """Yield statements of purpose: "the aim of the amnesty is to …"."""
    for token in draft.text.trees[index].doc:
        if (
            token.lemma_.lower() in ("aim", "purpose", "goal", "objective")
            and token.pos_ == "NOUN"
            and token.dep_ in ("nsubj", "nsubj:outer")
        ):
            for mark, noun in obliques(token):
                if mark == "of":
                    referent = draft.bills.resolve(index, noun)
                    bill = referent.key if referent else _by_content(draft, noun)
                    if bill is not None:
                        yield token.head, bill, ProvisionKind.PURPOSE


def _by_content(draft: Draft, noun: Token) -> int | None:
    return next((r.key for r in draft.bills.referents if noun.lemma_.lower() in r.content), None)


def find_provisions(draft: Draft) -> Draft:
    """Return the draft with the provisions told, and without the event mentions that are only their
    content.
    """
    found, content, lets = list[ProvisionMention](), set[tuple[int, int]](), set[tuple[int, int]]()
    for index, tree in enumerate(draft.text.trees):
        told = [
            (t, b, k)
            for t in tree.doc
            if t.pos_ == "VERB" and (k := _kind(t)) and (b := _bill_subject(draft, index, t)) is not None
        ]
        told += list(_purposes(draft, index))
        triggers = {m.place[1]: m for m in draft.mentions if m.place[0] == index}
        for verb, key, kind in told:
            own = triggers.get(verb.i)
            if own is not None and (own.type in _OWN_STEPS or _is_moved(own, verb)):
                continue
            if _is_what_it_needs(verb, triggers):
                continue
            below = {t.i for t in verb.subtree if not _is_outside(t, verb)}
            if own is not None and own.type is EventType.REFERENDUM:
                below.discard(verb.i)  # "it would ask voters to lower the age"
            content |= {(index, i) for i in below}
            if verb.lemma_.lower() in word_class("lets_others"):
                lets |= {(index, i) for i in below}
            words = _words_after(draft, index, verb)
            if len(words.split()) < 3:
                continue
            draft.bills.referents[key].concerned = True
            dated = kind in (ProvisionKind.COVERS, ProvisionKind.EXCLUDES)
            scope = _scope(draft, index, verb) if dated else Window()
            found.append(ProvisionMention(key, kind, words, tree.sentence.quote, scope))
    beside = (m for m in draft.mentions if m.place not in lets or m.type in _STARTS or m.votes is not None)
    kept = tuple(m for m in beside if m.place not in content or _is_step_beside(draft, m))
    return replace(draft, mentions=kept, provisions=tuple(found))


def _is_what_it_needs(verb: Token, triggers: Mapping[int, EventMention]) -> bool:
    """Whether a bill requires a step of its own: "it requires approval from the House before being sent to
    the president".
    """
    if verb.lemma_.lower() != "require":
        return False
    steps = [noun for noun in children(verb, "obj") if noun.i in triggers and "for" not in prepositions(noun)]
    return any(triggers[noun.i].type in _OWN_STEPS and not children(noun, "acl") for noun in steps)


def _is_step_beside(draft: Draft, mention: EventMention) -> bool:
    """Whether a mention in such a clause is a step all the same: by its type, or since a body takes it or it
    has figures.
    """
    bodies = {"chamber", "legislature", "committee", "head", "court"}
    taken = any(
        role is Role.AGENT and draft.actors.referents[key].sort in bodies for key, role in mention.parts
    )
    word = draft.token(mention.place)
    signed = mention.type is EventType.ASSENT and word.pos_ in ("NOUN", "PROPN")
    step = signed or mention.votes is not None or word.lemma_.lower() == "stage"
    return taken or step or mention.type in _STARTS


def _is_outside(token: Token, verb: Token) -> bool:
    """Whether a word below a verb belongs to the subject or to a coordinated clause with its own subject."""
    for word in (token, *governors(token)):
        if word == verb:
            return False
        if word.head == verb and word.dep_ in ("nsubj", "nsubj:pass", "parataxis"):
            return True
        if (
            word.head == verb
            and word.dep_ in ("conj", "advcl")
            and (children(word, "nsubj", "nsubj:pass") or word in conjuncts(verb) or word.i < verb.i)
        ):
            return True
    return False


def _scope(draft: Draft, index: int, verb: Token) -> Window:
    """Return the period that a provision speaks of: the first to the last day of the expressions below its
    verb.
    """
    tree = draft.text.trees[index]
    places = [tree.spans[t.i] for t in verb.subtree]
    start, end = min(a for a, _ in places), max(b for _, b in places)
    inside = [
        e
        for e in draft.expressions
        if e.part == tree.sentence.part
        and start <= e.start
        and e.end <= end
        and e.type == "DATE"
        and e.earliest
        and e.latest
    ]
    if not inside:
        return Window()
    first, last = min(inside, key=lambda e: e.start), max(inside, key=lambda e: e.start)
    if first is last:
        return Window(first.earliest, None, None, first.latest)
    return Window(first.earliest, first.latest, last.earliest, last.latest)
