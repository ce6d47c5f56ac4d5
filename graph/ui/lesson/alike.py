"""Which events of a lesson may be one and the same, told twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import permutations

from graph.linking.resolver import doubtful
from graph.ui.lesson.story import Story


def alike(story: Story) -> Mapping[str, frozenset[str]]:
    """Return, by event, the others that may be the same: those that are one step of the bill's procedure, and
    those that linking leaves apart until a person says (`graph.linking.resolver.doubtful`).
    """
    found = defaultdict[str, set[str]](set)
    course = story.shelf.courses.get(story.bill)
    for standing in course.standings if course else ():
        for one, other in permutations((event.id for event in standing.events), 2):
            found[one].add(other)
    about = [a for a in story.shelf.collection.accounts if any(b.id == story.bill for b in a.bills)]
    for pair in doubtful(about):
        found[pair.one].add(pair.other)
        found[pair.other].add(pair.one)
    return {event: frozenset(others) for event, others in found.items()}
