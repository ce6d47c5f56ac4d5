"""The day to which a step was put off is that of a step to come: "put the vote off until 3 March", "postponed
the second reading to next week".
"""

from __future__ import annotations

from dataclasses import replace

from graph.extraction.draft import Draft, EventMention, When
from graph.extraction.stages import in_order
from graph.extraction.times import times_of
from graph.model import TimeExpression, Window
from graph.temporal import toward
from graph.terms import READINGS, EventType, Factuality, Outcome

_HELD = frozenset((*READINGS, EventType.PASSAGE, EventType.DEBATE, EventType.REFERENDUM))
_LEADS = frozenset(("until", "till", "to", "into"))


def find_new_days(draft: Draft) -> Draft:
    """Return the draft with a step to come for each that its sentence tells to have been put off to a day."""
    found = [new for mention in draft.mentions if (new := _on_a_new_day(draft, mention)) is not None]
    if not found:
        return draft
    planned = {(m.type, m.bill) for m in draft.mentions if m.status.lies_ahead and m.when.expression}
    return replace(
        draft,
        mentions=in_order([*draft.mentions, *(new for new in found if (new.type, new.bill) not in planned)]),
    )


def _on_a_new_day(draft: Draft, mention: EventMention) -> EventMention | None:
    put_off = mention.status is Factuality.CANCELLED or (
        mention.outcome is Outcome.POSTPONED and mention.status.is_fact
    )
    if not put_off or mention.type not in _HELD:
        return None
    index, tree = mention.place[0], draft.tree(mention.place)
    times = times_of(draft.text.article)
    published, part = times.article.published, tree.sentence.part
    begins = tree.spans[min(mention.place[1], mention.clause[1])][0]
    for expression in times.expressions[part]:
        if not (begins < expression.start < tree.sentence.end and _is_led(draft, mention, expression)):
            continue
        day = toward(expression, "future", published)
        if day.latest is None or published is None or day.latest <= published:
            return None
        tokens = tree.tokens_in(expression.start, expression.end)
        return replace(
            mention,
            place=(index, tokens[-1].i),
            status=Factuality.SCHEDULED,
            outcome=None,
            votes=None,
            when=When(Window(day.earliest, None, None, day.latest), day.text, day.value),
            because=(*mention.because[:1], f"scheduled: put off to “{day.text}”"),
        )
    return None


def _is_led(draft: Draft, mention: EventMention, expression: TimeExpression) -> bool:
    """Whether "until" or "to" stands right before a time."""
    before = draft.text.article.part(expression.part)[: expression.start].split()[-1:]
    return bool(before) and before[0].lower() in _LEADS
