"""What a teacher chose for the lesson: which steps and questions, in which order, and the notes to them.

A step or question has a key that does not change when articles are added: of a step its event, of a question
a digest of its words. On the way to the browser and into the file, the choice is a list of plain JSON::

    "show": [{"key": "event/…", "step": 3, "note": "…"},       # number of an event
             {"key": "event/…", "step": 4, "over": true},      # a plan that the bill has gone past
             {"key": "question/…", "question": 0}]             # number in the quiz
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.ui.lesson.story import Story
from graph.vocabulary import digest

LONGEST_NOTE = 4_000
"""Characters of a note that are kept."""

Item = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Plan:
    """A choice of steps and questions.

    Attributes:
        keys: what is shown, in order.
        notes: the teacher's words by key.
    """

    keys: tuple[str, ...]
    notes: Mapping[str, str] = field(default_factory=dict)


def parsed_plan(told: object) -> Plan | None:
    """Return the plan that a browser sent; None where it is none."""
    if not isinstance(told, Mapping):
        return None
    keys, notes = told.get("keys"), told.get("notes", {})
    if not isinstance(keys, Sequence) or not isinstance(notes, Mapping):
        return None
    kept = {str(key): str(note)[:LONGEST_NOTE] for key, note in notes.items()}
    return Plan(tuple(dict.fromkeys(map(str, keys))), {key: note for key, note in kept.items() if note})


def everything(story: Story, told: Mapping[str, Any]) -> list[Item]:
    """Return all steps, then all questions.

    Args:
        story: the bill.
        told: what `story_of` or `slides_of` tells of it, with its `quiz`.
    """
    over = {number: {"over": True} for number in told["over"]}
    steps = [
        {"key": story.events[number].event, "step": number, **over.get(number, {})}
        for number in told["steps"]
    ]
    asked = [{"key": _key(told, one), "question": at} for at, one in enumerate(told["quiz"])]
    return [*steps, *asked]


def usual(told: Mapping[str, Any]) -> dict[str, Any]:
    """Return the same where nobody chose: without the plans that the bill has gone past."""
    return {**told, "steps": [number for number in told["steps"] if number not in told["over"]]}


def _key(told: Mapping[str, Any], question: Mapping[str, Any]) -> str:
    quote = told["sentences"][question["sentence"]]["quote"]
    return f"question/{digest(question['ask'], *question['options'], quote)}"


def planned(story: Story, told: Mapping[str, Any], plan: Plan) -> dict[str, Any]:
    """Return the same with the chosen steps and questions only, in their order, with the notes.

    What the plan names and the store no longer has is left out.
    """
    known = {item["key"]: item for item in everything(story, told)}
    chosen = [known[key] for key in plan.keys if key in known]
    asked = [item["question"] for item in chosen if "question" in item]
    show = [
        {"step": item["step"]} if "step" in item else {"question": asked.index(item["question"])}
        for item in chosen
    ]
    notes = ({"note": plan.notes[item["key"]]} if item["key"] in plan.notes else {} for item in chosen)
    return {
        **told,
        "steps": [item["step"] for item in chosen if "step" in item],
        "quiz": [told["quiz"][number] for number in asked],
        "show": [item | note for item, note in zip(show, notes, strict=True)],
    }
