"""What the event detector buys: `python -m tests.quality.detector`.

Prints some lines of the score card of the part `measure`, read by the rules alone and with the detector.
"""

from __future__ import annotations

from graph.extraction.steps import RULES, STEPS
from tests.quality.floors import measure

SHOWN = ("stages", "strict", "positions", "participants", "status", "outcome", "bill ", "date exact", "votes")


def main() -> None:
    """Print both cards."""
    for heading, steps in (("rules alone", RULES), ("with the detector", STEPS)):
        _, card = measure(steps)
        print(heading, *(line for line in card.lines() if line.startswith(SHOWN)), sep="\n")


if __name__ == "__main__":
    main()
