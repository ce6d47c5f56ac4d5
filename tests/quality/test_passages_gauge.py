"""The gauge of the marked passages counts each step once, however often it is told."""

from __future__ import annotations

from pathlib import Path

from graph.training.passages import read_passages
from tests.quality.passages import counted

TOLD = """== Kenya | agency | 2023-06-21
# MPs {passage happened approved|pass} Water Bill

NAIROBI - The Assembly {passage happened approved|passed} the Water Bill on Tuesday.

It had {passage#2 happened rejected|rejected} the bill in March 2021.

The {publication denied -|gazette knows nothing} of it.
"""


def test_a_step_told_twice_is_one_and_what_is_missed_is_counted(tmp_path: Path) -> None:
    path = tmp_path / "some.txt"
    path.write_text(TOLD, encoding="utf-8")
    tallies = counted(read_passages(path), rules=True)
    assert (tallies["passage"].gold, tallies["passage"].system, tallies["passage"].hit) == (2, 2, 2)
    assert (tallies["publication"].gold, tallies["publication"].hit) == (1, 0)
    assert (tallies["steps"].gold, tallies["steps"].hit) == (3, 2)
