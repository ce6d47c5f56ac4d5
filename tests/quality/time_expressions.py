"""How well time expressions are found: `python -m tests.quality.time_expressions [--misses]`.

Prints strict and relaxed span F1, type accuracy and value F1, as TempEval-3 counts them, on the annotated
articles that were read while rules were written (`develop`, with `train`) and on those looked at in totals
only (`measure`). `--misses` lists what is wrong in the former.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection

from graph.articles import read_inputs
from graph.corpus import Split, split_of
from graph.lexicons import ROOT
from graph.model import Article
from graph.time_score import TimeCard, annotated, compared, found_in, read_annotations

CORPUS = ROOT / "data" / "corpus"
READ = (Split.DEVELOP, Split.TRAIN)


def card_of(splits: Collection[Split]) -> TimeCard:
    """Find the expressions of the annotated articles of some parts and compare them."""
    card = TimeCard()
    for name, annotation in read_annotations(CORPUS / "timex").items():
        if split_of(name) in splits:
            (article,) = read_inputs([CORPUS / "articles" / f"{name}.md"])
            assert isinstance(article, Article)
            compared(card, name, annotated(annotation, article), found_in(article))
    return card


def main() -> int:
    """Print both cards."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.time_expressions", description=__doc__)
    parser.add_argument("--misses", action="store_true", help="list what is wrong in develop")
    misses = parser.parse_args().misses
    for name, splits in (("develop", READ), ("measure", (Split.MEASURE,))):
        card = card_of(splits)
        print(f"{name}: {card.articles} articles")
        print(*card.lines(), sep="\n")
        if misses and name == "develop":
            print(*card.misses, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
