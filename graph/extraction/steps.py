"""Extraction as an explicit tuple of steps, each a function from draft to draft."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace

from graph.extraction.actors import Actors
from graph.extraction.again import find_repeats
from graph.extraction.anaphors import find_anaphors, find_bodies
from graph.extraction.bills import Bills
from graph.extraction.bills_listed import find_bills_listed
from graph.extraction.conditions import find_conditions
from graph.extraction.country import country_of
from graph.extraction.dating import find_dates
from graph.extraction.days_of_others import find_days_of_others
from graph.extraction.detected import find_detected, without_disputed
from graph.extraction.detector import Detections, load_detector
from graph.extraction.divisions import find_divisions
from graph.extraction.draft import Draft
from graph.extraction.factuality import find_factuality
from graph.extraction.figures_alone import find_figures_alone
from graph.extraction.lexicon import bill_words
from graph.extraction.new_days import find_new_days
from graph.extraction.not_yet_brought import find_not_yet_brought
from graph.extraction.onsets import find_onsets
from graph.extraction.other_times import find_other_times
from graph.extraction.overrides import find_overrides
from graph.extraction.positions import find_positions
from graph.extraction.provisions import find_provisions
from graph.extraction.readings import find_readings
from graph.extraction.reporting import find_sources
from graph.extraction.short_forms import read_short_forms
from graph.extraction.shortfalls import find_shortfalls
from graph.extraction.sittings import find_called_off
from graph.extraction.stages import find_events
from graph.extraction.undoing import without_members
from graph.extraction.voted_as_well import find_votes_as_well
from graph.extraction.votes import find_votes
from graph.extraction.votes_in_short import find_votes_in_short
from graph.language import parse
from graph.model import Article

Step = Callable[[Draft], Draft]

STEPS: tuple[Step, ...] = (
    find_events,  # triggers and frames
    find_readings,  # which reading a decision is
    find_divisions,  # what figures decide that is no bill
    find_repeats,  # "did the same"
    find_anaphors,  # "the process"
    find_other_times,  # "the last time a veto was overridden"
    find_bodies,  # the one legislature, where a reading names none
    find_detected,  # what the detector takes and adds
    find_bills_listed,  # of each bill of a list
    find_factuality,  # how real
    without_disputed,  # where rules and detector agree on that
    find_overrides,  # "passed it again"
    find_votes,  # figures
    find_figures_alone,  # "By 178 to 172 the bill squeezed past the deputies"
    find_votes_as_well,  # "after the House voted 361-54"
    find_votes_in_short,  # "three senators voted against"
    find_not_yet_brought,  # what the cabinet approved
    find_shortfalls,  # "that fell short"
    find_onsets,  # from when on what it says holds
    find_dates,  # when
    find_days_of_others,  # "and the Water Bill on Tuesday"
    without_members,  # "Holm voted to override it"
    find_called_off,  # what went with a sitting
    find_new_days,  # to when it was put off
    find_provisions,  # what is only the bill's content
    find_sources,  # on whose word
    find_conditions,  # order and conditions
    find_positions,  # who is for and against
)


RULES = tuple(step for step in STEPS if step not in (find_detected, without_disputed))
"""The steps that are rules: what the tests of single rules take."""


def read(article: Article, steps: Iterable[Step] = STEPS) -> Draft:
    """Return everything that the rules find in an article, mention by mention; `steps` are those to take.

    Raises:
        ModelError: the language model cannot be loaded.
        LexiconError: a lexicon breaks its own rules.
    """
    steps = tuple(steps)
    with ThreadPoolExecutor(1) as beside:  # the detector reads in C++ while the rules run here
        if find_detected in steps and _may_tell_of_a_bill(article):
            detector, begun = load_detector(), list[Future[Detections]]()
            text = parse(article, lambda told: begun.append(beside.submit(detector.read, told)))
            reading = begun[0].result
        else:
            text, reading = parse(article), None
        read_short_forms(text)
        country = country_of(text)
        draft = Draft(text, Actors(text, country), Bills(text, country), country, reading=reading)
        for step in steps:
            draft = step(draft)
    return replace(draft, reading=None)


def _may_tell_of_a_bill(article: Article) -> bool:
    """Whether any word of an article is one for a bill; else nothing is asked of the detector."""
    words = {word.strip(".,;:!?\"'()").lower().removesuffix("s") for word in article.text.split()}
    return not words.isdisjoint(bill_words()["strong"])
