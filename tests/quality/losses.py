"""Where annotated steps are lost: `python -m tests.quality.losses [--split PART]`.

A step that the score card misses is lost at one of three places: no sentence that tells it was read as
telling a step of its type; it was, but the event that quotes the sentence is paired with another step of the
annotation (two events were taken for one, or one sentence tells of two and one was read); or what was read
became no event. Prints how many are lost at each, and outside `measure` which.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator

from graph.corpus import Split, read_corpus
from graph.evaluation import Entry, any_of, is_quoted, paired
from graph.extraction.draft import Draft
from graph.extraction.steps import read
from graph.linking.account import account_of
from graph.records import extraction_record
from graph.terms import STAGES
from tests.quality.floors import CORPUS

NOT_READ = "not read"
TAKEN = "its sentence tells another"
GONE = "read, but no event"


def losses(annotation: Entry, draft: Draft, events: list[Entry]) -> Iterator[tuple[str, Entry]]:
    """Yield the steps of an annotation that no event is paired with, each with where it was lost."""
    wanted = [event for event in annotation["events"] if any_of(event["type"])[0] in STAGES]
    given = [event for event in events if event["type"] in STAGES]
    found = {id(event) for event, _ in paired(wanted, given, {}, {})}
    told = [(m.type, draft.tree(m.place).sentence.text) for m in draft.mentions]
    for event in wanted:
        if id(event) in found:
            continue
        types = any_of(event["type"])
        if not any(kind in types and is_quoted(event, [sentence]) for kind, sentence in told):
            yield NOT_READ, event
        elif any(one["type"] in types and is_quoted(event, one["quotes"]) for one in given):
            yield TAKEN, event
        else:
            yield GONE, event


def main() -> None:
    """Print where the steps of a part of the corpus are lost."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--split", type=Split, choices=[*Split], default=Split.MEASURE)
    split = parser.parse_args().split
    corpus = read_corpus(CORPUS / "gold", [CORPUS / "articles"], split)
    counts, steps = Counter[str](), 0
    for annotation in corpus.annotations:
        article = corpus.articles[annotation["article"]]
        steps += sum(any_of(event["type"])[0] in STAGES for event in annotation["events"])
        draft = read(article)
        events = extraction_record(account_of(draft))["events"]
        for place, event in losses(annotation, draft, events):
            counts[place] += 1
            if split is not Split.MEASURE:
                print(f"{article.id}: {place}: {any_of(event['type'])[0]} “{event['anchors'][0]}”")
    print(f"{split}: {steps} steps, {counts.total()} missed")
    for place, number in counts.most_common():
        print(f"{number:5} {place}")


if __name__ == "__main__":
    main()
