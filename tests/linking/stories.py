"""How well the sample stories are merged: `python -m tests.linking.stories [--misses]`.

Prints for each story the steps found and the steps right (F1, against the steps that a reader of all articles
ends up with, where the shared material is there), and B³ of actors against the names annotated in
tests/cases/identity/actors.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from statistics import fmean

from graph.articles import read_inputs
from graph.extraction.lexicon import folded
from graph.lexicons import ROOT
from graph.linking.account import read_account
from graph.linking.assessment import collect
from graph.model import Account, Article, Collection
from graph.records import merged_record
from graph.views.library import library
from graph.views.timeline import Choice, chosen

STORIES = ROOT / "data" / "articles"
ACTORS = ROOT / "tests" / "cases" / "identity" / "actors"
SHARED = ROOT.parent / "shared"

Item = tuple[str, str]
"""An article and an actor's record in it, or a name that stands there."""


def read_story(name: str) -> list[Account]:
    """Return the accounts of a story's articles."""
    return [read_account(one) for one in read_inputs([STORIES / name]) if isinstance(one, Article)]


def steps(collection: Collection, story: str, misses: bool = False) -> tuple[float, float, str]:
    """Return F1 of steps found and of steps right, and what the judge prints."""
    shelf = library(collection)
    rows = [merged_record(shelf, one) for one in chosen(shelf, Choice())]
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        file.write(json.dumps(rows, default=str))
        file.flush()
        judge, gold = SHARED / "eval" / "score_story.py", SHARED / "stories" / story / "gold.json"
        command = [sys.executable, str(judge), str(gold), file.name, *(["--misses"] if misses else [])]
        told = subprocess.run(command, capture_output=True, check=True, text=True, cwd=judge.parent).stdout
    found = {name: float(f1) for name, f1 in re.findall(r"^(\w+) .*\bf1 ([\d.]+)", told, re.MULTILINE)}
    return found["steps"], found["right"], told


def plain(name: str) -> str:
    """Return a name so that only its words count."""
    return re.sub(r"^(?:the|a|an) ", "", folded(name))


def annotated(story: str) -> Iterator[tuple[str, Mapping[str, list[str]], list[str]]]:
    """Yield each annotated actor of a story: who, names by article, and names that hold in all of them."""
    told = tomllib.loads((ACTORS / f"{story}.toml").read_text(encoding="utf-8"))
    for actor in told["actor"]:
        yield actor["is"], actor.get("only", {}), actor.get("names", [])


def meant(accounts: Iterable[Account], story: str) -> tuple[dict[Item, str], dict[Item, str]]:
    """Return, for every record that an annotated name fits, who it is, and which node it became."""
    who, node = dict[Item, str](), dict[Item, str]()
    gold = list(annotated(story))
    for account in accounts:
        article = account.article.id
        for actor in account.actors:
            called = {plain(name) for name in (actor.name, *actor.aliases)}
            fitting = [
                name
                for name, only, always in gold
                if called & {plain(one) for one in (*only.get(Path(article).stem, ()), *always)}
            ]
            if fitting:
                item = (article, f"{actor.kind} {actor.name}")
                who[item], node[item] = fitting[0], actor.id
    return who, node


def b_cubed(who: Mapping[Item, str], node: Mapping[Item, str]) -> tuple[float, float, float]:
    """Return precision, recall and F1 of B³ (Bagga and Baldwin 1998) over the same items."""
    if not who:
        return 0.0, 0.0, 0.0

    def shared(item: Item, of: Mapping[Item, str]) -> float:
        together = [other for other in who if of[other] == of[item]]
        return sum(who[other] == who[item] and node[other] == node[item] for other in together) / len(
            together
        )

    precision, recall = (fmean(shared(item, of) for item in who) for of in (node, who))
    return precision, recall, 2 * precision * recall / (precision + recall)


def main() -> None:
    """Print the figures of every story."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--misses", action="store_true", help="list the steps missed and told twice")
    asked = parser.parse_args()
    figures = list[tuple[float, ...]]()
    for folder in sorted(path for path in STORIES.iterdir() if path.is_dir()):
        collection = collect(read_story(folder.name))
        line = f"{folder.name:32}"
        scores = tuple[float, ...]()
        if (SHARED / "stories" / folder.name / "gold.json").exists():
            found, right, told = steps(collection, folder.name, asked.misses)
            scores, line = (found, right), f"{line} steps {found:.2f}  right {right:.2f} "
            print(told if asked.misses else "", end="")
        who, node = meant(collection.accounts, folder.name)
        precision, recall, f1 = b_cubed(who, node)
        print(f"{line} actors P {precision:.3f} R {recall:.3f} F1 {f1:.3f} of {len(who)} records")
        figures.append((*scores, f1))
    names = ("steps", "right", "actors") if len(figures[0]) == 3 else ("actors",)
    means = (
        f"{name} {fmean(column):.3f}" for name, column in zip(names, zip(*figures, strict=True), strict=True)
    )
    print(f"{'mean':32} {'  '.join(means)}")


if __name__ == "__main__":
    main()
