"""Time expressions on the annotated articles set aside for measuring keep to their floors."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest

from graph.articles import read_inputs
from graph.corpus import Split, split_of
from graph.model import Article
from graph.time_score import annotated, read_annotations
from tests.quality.time_expressions import CORPUS, card_of

FLOORS = {"strict": 0.94, "relaxed": 0.96, "value": 0.91}  # F1; a hundredth below what was measured
TYPES = {"DATE", "TIME", "DURATION", "SET"}


def test_no_figure_is_below_its_floor() -> None:
    card = card_of((Split.MEASURE,))
    figures = {name: getattr(card, name).f1 for name in FLOORS}
    assert {name: f1 for name, f1 in figures.items() if f1 < FLOORS[name]} == {}


def test_there_are_annotations_of_each_part() -> None:
    names = list(read_annotations(CORPUS / "timex"))
    assert sum(split_of(name) is Split.MEASURE for name in names) == 25
    assert sum(split_of(name) is not Split.MEASURE for name in names) == 35


@pytest.mark.parametrize("name", sorted(path.stem for path in (CORPUS / "timex").glob("*.json")))
def test_annotations_are_exact(name: str) -> None:
    annotation = json.loads((CORPUS / "timex" / f"{name}.json").read_text(encoding="utf-8"))
    (article,) = read_inputs([CORPUS / "articles" / f"{name}.md"])
    assert isinstance(article, Article)
    found = annotated(annotation, article)
    assert annotation["article"] == name
    assert {each.type for each in found} <= TYPES
    assert not [(a, b) for a, b in pairwise(found) if a.overlaps(b)]
