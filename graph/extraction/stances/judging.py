"""From candidates to positions: one stance for each actor, with every sentence that tells it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.extraction.draft import Draft, PositionMention
from graph.extraction.stances.bystanders import (
    acts_as,
    is_body,
    is_only_named,
    only_abstains,
    only_brings_in,
)
from graph.extraction.stances.candidates import Candidate, candidates
from graph.extraction.stances.classifier import Classifier, log_odds, sigmoid
from graph.extraction.stances.features import Features
from graph.terms import Stance

_NEAR = 0.9
"""A further sentence counts from this share of the threshold."""
_RULED = 1 / 4
"""What explicit words say is doubted only below this share of the threshold."""
_BESIDE = 1 / 2
"""The most that support gets of the threshold in words that tell a demand."""
_VOICED = ("judge", "ask", "noun")
"""What a chamber says, unlike what it decides, may be a position."""
_ELSEWHERE = 0.2
"""How much a sentence gains by what else is told of the same actor: cross-validated F1 of positions .455 at
0, .464 at .2, .467 at .5, which raises whoever is merely named often.
"""


_SEEN = 0.4
"""How much the log odds that the event detector gives a sentence count beside those of the candidate."""
_USUAL = 0.3
"""Probability at which what the detector says changes nothing."""
_LEAST = 1e-3
"""How near to 0 and 1 the probabilities that are put together may come."""


@dataclass(frozen=True, slots=True)
class Assessed:
    """A candidate with the probability of each stance.

    `why` are the features that say most for the likeliest; `explicit` the stances that a frame reads.
    """

    candidate: Candidate
    stances: dict[Stance, float]
    why: tuple[str, ...] = ()
    explicit: frozenset[Stance] = frozenset()


@dataclass(frozen=True, slots=True)
class Judged:
    """A position: the stance of an actor, its probability, and the candidates that tell it, strongest
    first.
    """

    holder: str
    stance: Stance
    probability: float
    told: tuple[Assessed, ...]


def together(told: Sequence[tuple[str, float]]) -> list[float]:
    """Return how likely each of some sentences tells a position of its holder, given those beside it.

    Args:
        told: the holder of each, and how likely the sentence tells a position by itself.
    """
    others = defaultdict[str, list[float]](list)
    for holder, likely in told:
        others[holder].append(1 - _ELSEWHERE * likely)
    return [
        1 - (1 - likely) * math.prod(others[holder]) / (1 - _ELSEWHERE * likely) for holder, likely in told
    ]


def assess(draft: Draft, model: Classifier, ruled: Iterable[PositionMention]) -> list[Assessed]:
    """Return the candidates of an article that may tell a position, assessed."""
    ruled = list(ruled)
    explicit = {(p.place[0], p.holder, p.stance) for p in ruled}
    some = [one for sentence in candidates(draft) for one in sentence]
    features, found = Features(draft, ruled, some), list[Assessed]()
    borne = [features.of(candidate) for candidate in some]
    detected = [_seen(draft, candidate) for candidate in some]
    alone = [_as_seen(seen, model.is_position(bears)) for seen, bears in zip(detected, borne, strict=True)]
    raised = together([(one.holder, likely) for one, likely in zip(some, alone, strict=True)])
    for candidate, bears, seen, likely in zip(some, borne, detected, raised, strict=True):
        told = any((candidate.index, candidate.holder, stance) in explicit for stance in Stance)
        if likely < model.threshold * (_RULED if told else _NEAR):
            continue
        if not told and _takes_none(draft, candidate):
            continue
        judges = any(deed.way in _VOICED for deed in features.pointed(candidate))
        if not (told or judges) and is_body(draft, candidate):
            continue
        leans = features.leaning(candidate)
        shares = _leaning_as_seen(seen, model.stances(leans))
        best = max(shares, key=lambda stance: (shares[stance], stance))
        chances = {stance: likely * share for stance, share in shares.items()}
        said = frozenset(
            stance
            for stance, chance in chances.items()
            if (candidate.index, candidate.holder, stance) in explicit and chance >= model.threshold * _RULED
        )
        chances |= {stance: max(chances[stance], model.threshold) for stance in said}
        if said == {Stance.DEMAND} and candidate.role == "of":  # "a demand of the unions": no support as well
            chances[Stance.SUPPORT] = min(chances[Stance.SUPPORT], model.threshold * _BESIDE)
        why = (*model.lean[best].strongest(leans, 3), *model.detect.strongest(bears, 3))
        found.append(Assessed(candidate, chances, why, said))
    return found


def _seen(draft: Draft, candidate: Candidate) -> dict[Stance, float]:
    """Return how likely the event detector finds each stance in what a candidate does; empty where it was
    not asked.
    """
    told = draft.detections[candidate.index] if draft.detections else None
    if told is None:
        return {}
    tree = draft.text.trees[candidate.index]
    words = [candidate.token, *candidate.predicates]
    return {stance: max(told.at(stance, *tree.spans[word.i]) for word in words) for stance in Stance}


def _as_seen(seen: Mapping[Stance, float], likely: float) -> float:
    """Return how likely a candidate tells a position, with what the event detector says of it."""
    if not seen:
        return likely
    odds, usual = log_odds(max(seen.values()), _LEAST), log_odds(_USUAL, _LEAST)
    return sigmoid(log_odds(likely, _LEAST) + _SEEN * (odds - usual))


def _leaning_as_seen(seen: Mapping[Stance, float], shares: Mapping[Stance, float]) -> dict[Stance, float]:
    """Return the shares of the stances, with what the event detector says of each."""
    raised = {stance: share * max(seen.get(stance, 1.0), _LEAST) ** _SEEN for stance, share in shares.items()}
    total = math.fsum(raised.values())
    return {stance: value / total for stance, value in raised.items()}


def _takes_none(draft: Draft, candidate: Candidate) -> bool:
    """Whether what an actor does in a sentence is no position, whatever the words beside it are."""
    return (
        only_brings_in(draft, candidate)
        or acts_as(draft, candidate) == "court"
        or only_abstains(candidate)
        or is_only_named(draft, candidate)
    )


def judge_all(assessed: Iterable[Assessed], threshold: float, second: float) -> list[Judged]:
    """Return the positions of an article: each actor's likeliest stance, another one only where it is sure.

    "Hailed the bill and urged senators to pass it" is one position: a demand beside it is not sure.

    Args:
        assessed: the candidates.
        threshold: probability from which a position is taken.
        second: probability from which an actor's second stance is taken too.
    """
    by_holder = defaultdict[str, list[Assessed]](list)
    for one in assessed:
        by_holder[one.candidate.holder].append(one)
    found = list[Judged]()
    for holder, told in by_holder.items():
        best = {stance: max(one.stances[stance] for one in told) for stance in Stance}
        ranked = sorted(best, key=lambda stance: (-best[stance], stance))
        first = {one.candidate.index for one in told if one.stances[ranked[0]] >= threshold}
        for rank, stance in enumerate(ranked):
            apart = [one for one in told if stance is not Stance.DEMAND or one.candidate.index not in first]
            sure = rank == 0 or any(stance in one.explicit for one in apart)
            if best[stance] < (threshold if sure else max(threshold, second)):
                continue
            kept = [one for one in told if one.stances[stance] >= threshold * _NEAR]
            kept.sort(key=lambda one: (-one.stances[stance], one.candidate.index))
            found.append(Judged(holder, stance, best[stance], tuple(kept)))
    return found
