"""Take apart and put together what the parser grouped wrongly: a stage and its number, a time and a body."""

from __future__ import annotations

from graph.language.words import Token


def number_stage(stage: Token, numbers: frozenset[str]) -> None:
    """Make one noun of "stage two", read as a verb with its object, or hung on its own number."""
    if stage.lower_ != "stage" or stage.i + 1 == len(stage.doc) or stage.nbor().lower_ not in numbers:
        return
    number = stage.nbor()
    if stage.head is number and number.head is not number:
        stage.hang(number.head, number.dep_)
        for child in list(number.children):
            child.hang(stage, child.dep_)
    if stage.pos_ == "VERB":
        stage.tag_, stage.pos_, stage.dep_ = "NN", "NOUN", "obl" if stage.head is not stage else "ROOT"
        for child in stage.children:
            child.dep_ = "case" if child.dep_ == "mark" else child.dep_
    if number.head is not number and not number.is_ancestor(stage):
        number.hang(stage, "flat")


def part_from_time(noun: Token, times: frozenset[str]) -> None:
    """Hang on the verb what the parser joined to a time, and on that the time behind it: "passed the House in
    May and | the Senate | in June", read as May and the Senate.
    """
    time, verb = noun.head, noun.head.head
    if noun.dep_ != "conj" or time.lower_ not in times or noun.lower_ in times or verb.pos_ != "VERB":
        return
    if noun.pos_ != "PROPN" and not any(c.dep_ == "det" for c in noun.children):
        return
    noun.hang(verb, "conj")
    behind = [c for c in verb.children if c.i > noun.i and c.lower_ in times and c.dep_.startswith("obl")]
    for child in behind[:1]:
        child.hang(noun, "nmod")


def day_from_actor(day: Token, days: frozenset[str]) -> None:
    """Take the day out of who acts on it: "the Assembly | today voted it down", "signed by Holm | today"."""
    actor = day.head
    if day.lower_ not in days or day.dep_ != "nmod:unmarked" or actor.i != day.i - 1:
        return
    if actor.dep_ == "obl:agent" or (actor.dep_.startswith("nsubj") and actor.head.i > day.i):
        day.hang(actor.head, "obl:unmarked")
