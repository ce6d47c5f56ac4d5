"""How the marked passages are read: `python -m tests.quality.passages [--rules] [--every N]`.

Prints precision, recall and F1 of steps, of all and by type, over the passages that mark one. They are short
and dense, and many were written to be hard: for the rules, a second gauge beside the part `measure`, on texts
that may be read freely. The detector has learnt from them; with it the figures say nothing.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from graph.evaluation import Entry, Tally, any_of, paired
from graph.extraction.draft import Draft
from graph.extraction.steps import RULES, STEPS, read
from graph.linking.account import account_of
from graph.records import extraction_record
from graph.terms import STAGES
from graph.training.passages import Passage, passages_in
from tests.quality.floors import CORPUS


def steps_of(passage: Passage, draft: Draft) -> list[Entry]:
    """The steps that a passage marks, as annotations; their anchors are whole sentences."""
    found = dict[tuple[str, int], dict[str, list[str]]]()
    for mark in passage.marks:
        if mark.types[0] not in STAGES:
            continue
        step = found.setdefault((mark.types[0], mark.number), {"type": [], "anchors": []})
        step["type"] += [kind for kind in map(str, mark.types) if kind not in step["type"]]
        sentences = (tree.sentence for tree in draft.text.trees)
        step["anchors"] += [sentence.text for sentence in sentences if mark.stands_in(sentence)]
    return [step | {"status": [], "participants": []} for step in found.values()]


def counted(passages: Iterable[Passage], rules: bool) -> dict[str, Tally]:
    """Counts of steps by type; those of all under "steps"."""
    tallies = {name: Tally() for name in ("steps", *sorted(STAGES))}
    for passage in passages:
        draft = read(passage.article, RULES if rules else STEPS)
        wanted = steps_of(passage, draft)
        if not wanted:
            continue
        events = extraction_record(account_of(draft))["events"]
        given = [event for event in events if event["type"] in STAGES]
        pairs = paired(wanted, given, {}, {})
        for tally, kind in ((tallies["steps"], None), *((tallies[name], name) for name in STAGES)):
            tally.gold += sum(kind in (None, any_of(step["type"])[0]) for step in wanted)
            tally.system += sum(kind in (None, event["type"]) for event in given)
            tally.hit += sum(kind in (None, any_of(step["type"])[0]) for step, _ in pairs)
    return tallies


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rules", action="store_true", help="without the detector")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="only every N-th passage")
    args = parser.parse_args()
    passages = list(passages_in(CORPUS / "passages"))[:: args.every]
    print(f"{len(passages)} passages")
    for name, tally in counted(passages, args.rules).items():
        figures = f"precision {tally.precision:.3f}  recall {tally.recall:.3f}  f1 {tally.f1:.3f}"
        print(f"{name:16} {figures}  of {tally.gold}")


if __name__ == "__main__":
    main()
