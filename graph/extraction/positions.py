"""Who is for a bill, against it, or asks for something.

What explicit words say (`graph.extraction.stances.explicit`) is one sign among others; a classifier weighs
all of them and decides.
"""

from __future__ import annotations

from dataclasses import replace

from graph.extraction.draft import Draft, PositionMention
from graph.extraction.lawless import tells_of_no_law
from graph.extraction.stances.candidates import Candidate
from graph.extraction.stances.classifier import classifier
from graph.extraction.stances.explicit import explicit_positions
from graph.extraction.stances.judging import Judged, assess, judge_all


def find_positions(draft: Draft) -> Draft:
    """Return the draft with the positions that are likely enough, each with all sentences that tell it."""
    if tells_of_no_law(draft):
        return draft
    ruled, model = explicit_positions(draft), classifier()
    found = list[PositionMention]()
    for judged in judge_all(assess(draft, model, ruled), model.threshold, model.second):
        said = {p.place[0]: p for p in ruled if p.holder == judged.holder and p.stance is judged.stance}
        bills = [said[one.candidate.index].bill for one in judged.told if one.candidate.index in said]
        bill = bills[0] if bills else _bill_told(draft, judged.told[0].candidate)
        draft.actors.referents[judged.holder].takes_part = True
        found += _told(draft, judged, bill, said)
    return replace(draft, positions=tuple(sorted(found, key=lambda p: (p.place, p.holder, p.stance))))


def _told(
    draft: Draft, judged: Judged, bill: int | None, said: dict[int, PositionMention]
) -> list[PositionMention]:
    """Return one mention for each sentence that tells a position; what a frame read there stays."""
    found = list[PositionMention]()
    for one in judged.told:
        index, confidence = one.candidate.index, classifier().confidence(one.stances[judged.stance])
        signs = ", ".join(one.why)
        rule = said.get(index)
        if rule is not None:
            found.append(
                replace(rule, bill=bill, confidence=confidence, because=f"{rule.because}; signs: {signs}")
            )
            continue
        found.append(
            PositionMention(
                place=(index, one.candidate.token.i),
                holder=judged.holder,
                stance=judged.stance,
                bill=bill,
                quote=draft.text.trees[index].sentence.quote,
                because=f"{judged.stance} by its signs: {signs}",
                confidence=confidence,
            )
        )
    return found


def _bill_told(draft: Draft, candidate: Candidate) -> int | None:
    """Return the bill that a sentence speaks of: one named in what the actor does, one named in it, else the
    one under discussion.
    """
    tree = draft.text.trees[candidate.index]
    below = [token for predicate in candidate.predicates for token in predicate.subtree]
    for token in (*below, *tree.doc):
        if draft.bills.is_mention(candidate.index, token):
            referent = draft.bills.resolve(candidate.index, token)
            if referent is not None:
                return referent.key
    last = draft.bills.last_before(candidate.index, tree.spans[candidate.token.i][0])
    return last.key if last else None
