"""The learnt judge of positions: two logistic regressions, their weights in a plain file.

The first says how likely a candidate tells a position at all, the second which one it then is. The weights
stand in `data/lexicon/stance.json`, written by `python -m graph.training.stance`; here they are only read.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from graph.errors import LexiconError
from graph.lexicons import ROOT
from graph.terms import Stance

WEIGHTS = ROOT / "data" / "lexicon" / "stance.json"


@dataclass(frozen=True, slots=True)
class Line:
    """A linear function of features: its value without any, and what each adds."""

    bias: float
    weights: Mapping[str, float]

    def __call__(self, features: Mapping[str, float]) -> float:
        """Return the value; the order of the features does not matter, not even to the last bit."""
        terms = (self.weights[name] * value for name, value in features.items() if name in self.weights)
        return self.bias + math.fsum(terms)

    def strongest(self, features: Mapping[str, float], number: int) -> list[str]:
        """Return the features that add most, most first."""
        adds = {n: self.weights[n] * value for n, value in features.items() if self.weights.get(n, 0) > 0}
        return sorted(adds, key=lambda name: (-adds[name], name))[:number]


@dataclass(frozen=True, slots=True)
class Classifier:
    """The weights.

    Attributes:
        detect: log odds that a candidate tells a position.
        lean: a score for each stance, to be compared among them.
        threshold: probability from which a position is taken; `second`, from which one actor gets two.
        slope, shift: make the log odds of a position into those that it is right, as found on articles that
            the weights were not learnt from.
    """

    detect: Line
    lean: Mapping[Stance, Line]
    threshold: float
    second: float
    slope: float = 1.0
    shift: float = 0.0

    def is_position(self, features: Mapping[str, float]) -> float:
        """Return the probability that a candidate tells a position."""
        return sigmoid(self.detect(features))

    def stances(self, features: Mapping[str, float]) -> dict[Stance, float]:
        """Return the probability of each stance where there is one."""
        scores = {stance: line(features) for stance, line in self.lean.items()}
        top = max(scores.values())
        raised = {stance: math.exp(score - top) for stance, score in scores.items()}
        total = math.fsum(raised.values())
        return {stance: value / total for stance, value in raised.items()}

    def confidence(self, probability: float) -> float:
        """Return how often positions of this probability are right, two digits."""
        return round(sigmoid(self.slope * log_odds(probability, 1e-6) + self.shift), 2)


def log_odds(probability: float, least: float) -> float:
    """Return the log odds of a probability that is taken to be `least` at least and 1 - `least` at most."""
    bounded = min(max(probability, least), 1 - least)
    return math.log(bounded / (1 - bounded))


def sigmoid(value: float) -> float:
    """Return the probability of some log odds."""
    return 1 / (1 + math.exp(-min(max(value, -30.0), 30.0)))


@lru_cache(maxsize=1)
def classifier(path: Path = WEIGHTS) -> Classifier:
    """Return the classifier that a file holds.

    Raises:
        LexiconError: the file is missing or is not what the training writes.
    """
    place = str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else str(path)
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
        return Classifier(
            Line(stored["detect"]["bias"], stored["detect"]["weights"]),
            {Stance(name): Line(line["bias"], line["weights"]) for name, line in stored["lean"].items()},
            stored["threshold"],
            stored["second"],
            stored["slope"],
            stored["shift"],
        )
    except FileNotFoundError as error:
        raise LexiconError("the file is missing", place=place, remedy="install the program again") from error
    except (ValueError, KeyError, TypeError) as error:
        raise LexiconError(
            f"not a stance classifier: {error}", place=place, remedy="run python -m graph.training.stance"
        ) from error
