"""Pin the floors at today's figures: `python -m tests.quality.pin [--allow-lower]`.

Floors rise by themselves. One falls only with `--allow-lower` and a line in CHANGELOG.md that says why.
"""

from __future__ import annotations

import argparse
import sys

from tests.quality.floors import (
    CHANGES,
    FLOORS,
    figures_of,
    lowered,
    measure,
    read_floors,
    repinned,
    unexplained,
    written,
)


def main() -> int:
    """Write the floors; return 0, or 1 where a floor may not fall."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.pin", description=__doc__)
    parser.add_argument("--allow-lower", action="store_true", help="lower what CHANGELOG.md explains")
    allowed = parser.parse_args().allow_lower
    corpus, card = measure()
    old = read_floors() if FLOORS.exists() else None
    new = repinned(old, corpus.digest, figures_of(card), card.articles)
    fallen = lowered(old, new)
    if fallen and not allowed:
        print("these floors would fall; --allow-lower lets them:", file=sys.stderr)
        print(*(f"  {name} to {floor:.3f}" for name, floor in fallen.items()), sep="\n", file=sys.stderr)
        return 1
    if lines := unexplained(fallen, CHANGES.read_text(encoding="utf-8")):
        print("CHANGELOG.md lacks these lines, each with a reason:", *lines, sep="\n", file=sys.stderr)
        return 1
    FLOORS.write_text(written(new), encoding="utf-8")
    print(f"{corpus.heading}: {len(new.figures)} floors, {len(fallen)} lowered")
    return 0


if __name__ == "__main__":
    sys.exit(main())
