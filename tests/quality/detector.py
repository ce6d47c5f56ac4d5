"""What the event detector buys: `python -m tests.quality.detector`.

Prints some lines of the score card of the part `measure`, read by the rules alone and with the detector.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from graph.corpus import Split, read_corpus
from graph.evaluation import score
from graph.extraction.draft import Draft
from graph.extraction.steps import RULES, STEPS, read
from graph.lexicons import ROOT
from graph.linking.account import account_of
from graph.records import extraction_record

CORPUS = ROOT / "data" / "corpus"
SHOWN = ("stages", "strict", "positions", "participants", "status", "outcome", "bill ", "date exact", "votes")


def card(steps: Iterable[Callable[[Draft], Draft]]) -> list[str]:
    """Return the lines that are shown, with these steps."""
    corpus = read_corpus(CORPUS / "gold", [CORPUS / "articles"], Split.MEASURE)
    steps = tuple(steps)
    records = {
        name: extraction_record(account_of(read(article, steps))) for name, article in corpus.articles.items()
    }
    return [line for line in score(corpus.annotations, records).lines() if line.startswith(SHOWN)]


def main() -> None:
    """Print both cards."""
    for heading, steps in (("rules alone", RULES), ("with the detector", STEPS)):
        print(heading, *card(steps), sep="\n")


if __name__ == "__main__":
    main()
