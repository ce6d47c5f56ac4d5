"""The floors under the figures of the score card: reading, comparing, raising and lowering them.

`floors.toml` holds a floor for each figure, and which corpus the figures are of. A floor stands a margin
below the figure it was pinned at, rises with it, and falls only where the change log says why.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from graph.corpus import Corpus, Split, measured, read_corpus
from graph.evaluation import ScoreCard
from graph.extraction.steps import STEPS, Step
from graph.lexicons import ROOT

CORPUS = ROOT / "data" / "corpus"
FLOORS = Path(__file__).with_name("floors.toml")
CHANGES = ROOT / "CHANGELOG.md"
MARGIN = 0.01  # a figure over some hundred events moves by 0.005 to 0.01 where one article is read otherwise
PIN = "python -m tests.quality.pin"

_HEAD = """# Floors under the figures of extraction on the part `measure` of the annotated corpus.
# Written by `{pin}`; a floor stands {margin} below the figure it was pinned at. Lowering one needs
# `--allow-lower` and a line in CHANGELOG.md that says why.
"""


@dataclass(frozen=True, slots=True)
class Floors:
    """Floors by figure ("stages f1"), and the corpus that they hold for."""

    digest: str
    articles: int
    figures: Mapping[str, float]


def measure(steps: Iterable[Step] = STEPS) -> tuple[Corpus, ScoreCard]:
    """Read the part of the corpus that is for measuring, and extract it by some steps."""
    corpus = read_corpus(CORPUS / "gold", [CORPUS / "articles"], Split.MEASURE)
    return corpus, measured(corpus, steps=steps)


def figures_of(card: ScoreCard) -> dict[str, float]:
    """Return every share on a card by its name; one that nothing was counted for is 0."""
    found = dict[str, float]()
    for name, tally in card.tallies.items():
        found |= {f"{name} {k}": getattr(tally, k) for k in ("precision", "recall", "f1")}
    return found | {f"{name} accuracy": rate.accuracy or 0.0 for name, rate in card.rates.items()}


def read_floors(path: Path = FLOORS) -> Floors:
    """Return the pinned floors."""
    pinned = tomllib.loads(path.read_text(encoding="utf-8"))
    return Floors(pinned["corpus"], pinned["articles"], pinned["floors"])


def written(floors: Floors) -> str:
    """Return floors as the text of their file."""
    lines = [f'corpus = "{floors.digest}"', f"articles = {floors.articles}", "", "[floors]"]
    lines += [f'"{name}" = {floor:.3f}' for name, floor in floors.figures.items()]
    return _HEAD.format(pin=PIN, margin=MARGIN) + "\n" + "\n".join(lines) + "\n"


def broken(floors: Floors, digest: str, articles: int, figures: Mapping[str, float]) -> Iterator[str]:
    """Yield in words what does not keep to the floors."""
    if (digest, articles) != (floors.digest, floors.articles):
        yield (
            f"the corpus is another one ({articles} articles, {digest}) than the floors were pinned on"
            f" ({floors.articles} articles, {floors.digest}): run `{PIN}` and commit floors.toml with it"
        )
    if figures.keys() != floors.figures.keys():
        yield f"other figures than pinned: {sorted(figures.keys() ^ floors.figures.keys())}: run `{PIN}`"
    for name, floor in floors.figures.items():
        if figures.get(name, floor) < floor:
            yield f"{name} is {figures[name]:.4f}, below its floor {floor:.3f}"


def below(figure: float) -> float:
    """Return the floor for a figure: a margin below it, in thousandths, never below zero."""
    return max(0.0, math.floor((figure - MARGIN) * 1000 + 1e-6) / 1000)


def repinned(old: Floors | None, digest: str, figures: Mapping[str, float], articles: int) -> Floors:
    """Return the floors for new figures: none falls unless its figure has fallen below it."""

    def floor(name: str, figure: float) -> float:
        kept = old.figures.get(name, 0.0) if old else 0.0
        return max(kept, below(figure)) if figure >= kept else below(figure)

    return Floors(digest, articles, {name: floor(name, figure) for name, figure in figures.items()})


def lowered(old: Floors | None, new: Floors) -> dict[str, float]:
    """Return the floors that fall or vanish, with what they fall to."""
    before = old.figures if old else {}
    return {
        name: new.figures.get(name, 0.0)
        for name, floor in before.items()
        if new.figures.get(name, -1) < floor
    }


def unexplained(fallen: Mapping[str, float], changes: str) -> list[str]:
    """Return the lines that a change log would need for floors to fall, without those it has."""
    return [
        line
        for line in (f"- Quality floor lowered: {name} to {floor:.3f}:" for name, floor in fallen.items())
        if not re.search(rf"^{re.escape(line)} *\S", changes, re.MULTILINE)
    ]
