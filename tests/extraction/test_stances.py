"""How positions are weighed: several sentences of one actor, and the weights that are shipped."""

from __future__ import annotations

import pytest

from graph.extraction.stances.classifier import WEIGHTS, classifier
from graph.extraction.stances.judging import together
from graph.terms import Stance
from graph.training.stance import written


def test_sentences_of_one_actor_support_one_another() -> None:
    first, second, other = together([("a", 0.4), ("a", 0.5), ("b", 0.4)])
    assert first == pytest.approx(1 - 0.6 * 0.9)
    assert second == pytest.approx(1 - 0.5 * 0.92)
    assert other == pytest.approx(0.4)


def test_the_shipped_weights_are_what_the_training_writes() -> None:
    model = classifier()
    assert set(model.lean) == set(Stance)
    assert 0 < model.threshold < model.second < 1
    assert written(model) == WEIGHTS.read_text(encoding="utf-8")
