"""The official name of the bill in the lead, which comes with what the bill does: "to veto an emergency
session bill. … House Bill 12 would let the council call them together".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from graph.extraction.bill_mentions import LEAD, BillMention
from graph.extraction.bill_referents import BillReferent
from graph.extraction.bill_unions import ONE_STORY
from graph.extraction.lexicon import provision_verbs
from graph.language.roles import auxiliaries, is_passive
from graph.language.tree import children

if TYPE_CHECKING:
    from graph.language.words import Token

Place = tuple[int, int]
_SOON = 5
"""Within how many sentences behind the last word on it a bill gets its official name."""
_FORMAL = re.compile(r"[(\d]")
"""What a title has that parliament gave, not one that the press gave."""


def official_name(
    mentions: Sequence[BillMention], at: Mapping[Place, BillReferent], referents: Sequence[BillReferent]
) -> tuple[BillReferent, BillReferent] | None:
    """Return (kept, gone) for the only bill whose official name comes soon behind the lead with what it does,
    and the only one told of till then, which had none.
    """
    official = [r for r in referents if r.official and not (r.existing or r.apart or r.aside)]
    if len(official) > ONE_STORY:
        return None
    found = list(_found(mentions, at, referents))
    return found[0] if len(found) == 1 else None


def _found(
    mentions: Sequence[BillMention], at: Mapping[Place, BillReferent], referents: Sequence[BillReferent]
) -> Iterator[tuple[BillReferent, BillReferent]]:
    for mention in mentions:
        named = at.get((mention.index, mention.token.i))
        start = (mention.index, mention.start)
        if named is None or named.first_seen != start or not mention.official or mention.index == 0:
            continue
        if named.apart or named.aside or named.plural or named.existing or not _tells_content(mention.token):
            continue
        before = [r for r in referents if r.first_seen < start and not (r.existing or r.aside)]
        if len(before) != 1 or not _can_get_a_name(before[0], mention):
            continue
        main = before[0]
        last = max(place for place in main.seen if place < start)
        beside = {place[0] for place in named.seen} & {place[0] for place in main.seen}
        if last[0] < mention.index <= last[0] + _SOON and not beside - {0}:
            yield named, main


def _can_get_a_name(main: BillReferent, mention: BillMention) -> bool:
    """Whether a bill of the lead is a single one that has no official name yet."""
    if main.plural or main.members or main.first_seen[0] > LEAD or main.numbers or "bill" not in main.nouns:
        return False
    informal = not any(map(_FORMAL.search, main.titles))
    return informal and (not main.titles or bool(mention.numbers or _FORMAL.search(mention.words)))


def _tells_content(name: Token) -> bool:
    """Whether a name is the subject of what the bill does: "HB 12 would let", "HB 12, which bans"."""
    verbs = [name.head] if name.dep_ == "nsubj" else []
    verbs += children(name, "acl:relcl")
    does = provision_verbs()
    return any(
        not is_passive(verb)
        and ("would" in auxiliaries(verb) or (verb.tag_ == "VBZ" and verb.lemma_.lower() in does))
        for verb in verbs
    )
