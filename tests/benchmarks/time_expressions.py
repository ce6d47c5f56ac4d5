"""How the search for time expressions grows with the text: `python -m tests.benchmarks.time_expressions`.

Prints CPU seconds for one text and for its doublings, and the growth from each to the next: 2 is linear.
"""

from __future__ import annotations

import datetime as dt
import time
from itertools import pairwise

from graph.temporal import find_adverbials, find_distances, find_expressions

PARAGRAPH = """
On Thursday the chamber passed the bill by 57 to 42, a day after its committee had cleared it in
December. The final vote, scheduled for next week, must come before the end of March; the law of 1999
lapses on 5 May 2026. Over the past two weeks, every Tuesday, protesters marched from 9 a.m. until
midnight, as they did in the 1990s. Nothing else of note was said by the speaker, who has led the house
since the early years of the decade, nor by the deputies who had come to hear her, some of them from far
away, and who left the building one by one without a word to those who stood outside.
""".replace("\n", " ")
AWKWARD = {
    "weekdays": "Monday and ",
    "numbers": "1 ",
    "fractions": "1/",
    "portions": "the end of the ",
    "lists of days": "5, 6 and ",
    "repetitions": "every Monday and ",
    "far verbs": "to put that off to May ",
    "marks": ".\"'",
}


def seconds(text: str) -> float:
    """CPU seconds to find everything in a text."""
    start = time.process_time()
    expressions = find_expressions(text, published=dt.date(2026, 2, 7))
    find_adverbials(text, expressions, published=dt.date(2026, 2, 7))
    find_distances(text)
    return time.process_time() - start


def main() -> None:
    """Print the growth for news text and for texts made to be awkward."""
    seconds(PARAGRAPH)
    for name, unit in {"news": PARAGRAPH, **AWKWARD}.items():
        size = max(1, 20_000 // len(unit))
        taken = [seconds(unit * (size * factor)) for factor in (1, 2, 4)]
        rate = len((unit * size * 4).split()) / taken[-1]
        growth = ", ".join(f"x{two / one:.1f}" for one, two in pairwise(taken) if one)
        figures = " ".join(f"{each:6.2f}" for each in taken)
        print(f"{name:14} {figures} s   growth {growth}   {rate:9,.0f} words/s")


if __name__ == "__main__":
    main()
