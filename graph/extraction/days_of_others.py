"""Steps of further bills that are told with a day each, the verb left out: "the Harbour Bill will be debated
on Monday, the Water Bill on Tuesday and the Road Bill on Friday".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from graph.extraction.draft import Draft, EventMention, When
from graph.extraction.scene import Scene
from graph.extraction.stages import in_order
from graph.extraction.times import times_of
from graph.language.tree import Tree
from graph.model import TimeExpression, Window
from graph.temporal import toward

if TYPE_CHECKING:
    from graph.language.words import Token

_OPENS = frozenset((",", ";", "and", "then", "with", "–", "—"))
_LEADS = frozenset(("on", "in", "for", "by", "until"))
_CLOSES = frozenset((",", ";", ".", "and", "with", ")", "–", "—", "followed"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD", "VB"))


def find_days_of_others(draft: Draft) -> Draft:
    """Return the draft with a step once more for each further bill that has its day in the same sentence."""
    scene, found = Scene(draft), {mention.key: mention for mention in draft.mentions}
    for mention in draft.mentions:
        if mention.type.is_stage and mention.bill is not None and mention.when.expression:
            for other in _others(scene, mention):
                found.pop((mention.place, mention.type, other.bill), None)  # read as of the same day
                found.setdefault(other.key, other)
    return replace(draft, mentions=in_order(list(found.values())))


def _others(scene: Scene, mention: EventMention) -> Iterator[EventMention]:
    tree = scene.draft.tree(mention.place)
    article, sentence = times_of(scene.draft.text.article), tree.sentence
    days = [e for e in article.expressions[sentence.part] if sentence.start <= e.start < sentence.end]
    first = next((place for place, day in enumerate(days) if day.text == mention.when.expression), len(days))
    way: Literal["past", "future"] = "future" if mention.status.lies_ahead else "past"
    for before, after in zip(days[first:], days[first + 1 :], strict=False):
        between = tree.tokens_in(before.end, after.start)
        if not _leads_on(between) or not _is_closed(tree, after):
            return
        named = [word for word in between if scene.draft.bills.is_mention(mention.place[0], word)]
        bills = scene.bills_of(mention.place[0], named[0]) if named else ()
        if not bills:
            return
        if bills == (mention.bill,):
            continue
        day = toward(after, way, article.article.published)
        yield replace(
            mention,
            place=(mention.place[0], named[0].i),
            bill=bills[0],
            votes=None,
            when=When(Window(day.earliest, None, None, day.latest), day.text, day.value),
            because=(*mention.because[:1], f"and “{named[0].text}”, “{day.text}”"),
        )


def _leads_on(between: Sequence[Token]) -> bool:
    """Whether what stands between two days opens a further item and has no verb of its own."""
    words = [word for word in between if word.text.strip()]
    opened = len(words) > 2 and words[0].lower_ in _OPENS and words[-1].lower_ in _LEADS
    return opened and not any(word.tag_ in _FINITE for word in words)


def _is_closed(tree: Tree, day: TimeExpression) -> bool:
    """Whether an item ends with its day."""
    behind = tree.tokens_in(day.end, tree.sentence.end)[:1]
    return not behind or behind[0].lower_ in _CLOSES
