"""What an article says of one event in one way, on one source's word, is one claim with all its sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from graph.extraction.draft import Draft, EventMention
from graph.linking.coreference import Merged
from graph.model import Quote
from graph.terms import Factuality


def quotes_of(draft: Draft, mentions: Sequence[EventMention]) -> tuple[Quote, ...]:
    """Return the sentences of some mentions, each once, in text order."""
    found = {draft.tree(m.place).sentence.quote for m in mentions}
    return tuple(sorted(found, key=lambda q: (q.part == "text", q.start)))


_FIRST_FITTING = (
    Factuality.HAPPENED,
    Factuality.ONGOING,
    Factuality.PROMISED,
    Factuality.SCHEDULED,
    Factuality.REQUIRED,
    Factuality.EXPECTED,
    Factuality.CONDITIONAL,
    Factuality.POSSIBLE,
)


def by_voice(event: Merged) -> list[list[EventMention]]:
    """Return the mentions of an event in groups of one source that tell it as past, as ahead or as unreal.

    Each group is one claim; the mention whose status says most comes first in it ("must pass next week"
    before "after it has passed").
    """
    groups = defaultdict[tuple[str, str | None], list[EventMention]](list)
    for mention in event.mentions:
        told = "ahead" if mention.status.lies_ahead else "fact" if mention.status.is_fact else "unreal"
        groups[(told, mention.source)].append(mention)

    def says_most(mention: EventMention) -> int:
        known = mention.status in _FIRST_FITTING
        return _FIRST_FITTING.index(mention.status) if known else len(_FIRST_FITTING)

    return [sorted(found, key=says_most) for found in groups.values()]
