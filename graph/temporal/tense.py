"""Which way an ambiguous time points, by the verb forms near it: no parse, a dozen words each side.

This is a first guess for whoever has no parse; `graph.temporal.expressions.toward` lets a better-informed
caller overrule it.
"""

from __future__ import annotations

from typing import Literal

from graph.temporal.tokens import Line, Token
from graph.temporal.words import words

Direction = Literal["past", "future"]

_REACH = 12  # words each side; further verbs belong to other clauses
_FAR = 30  # words to the left where none is nearer
_NO_VERB = frozenset(("this", "that", "all", "at", "on", "in", "by", "with", "before", "after", "during"))
_BREAKS = frozenset({";", ":", "(", ")", '"', "“", "”"})
_CLAUSE = frozenset({",", "and", "but", "which", "who", "when", "while", "after", "before", "as", "-"})


def direction(line: Line, first: int, end: int) -> tuple[Direction | None, int]:
    """Which way the tokens from `first` up to `end` point, and how many words away the sign stands.

    Returns None and a large number where no verb nearby tells.
    """
    if until := _until(line, first, end):
        return until, 1
    left = _nearest(line, range(first - 1, max(-1, first - 1 - _REACH), -1), line[first].sentence)
    right = _nearest(line, range(end, end + _REACH), line[first].sentence, after=True)
    if _is_title_infinitive(line, first):
        return "future", 1
    if left and (not right or left[1] <= right[1]):
        return left
    far = range(first - 1, max(-1, first - 1 - _FAR), -1)
    return right or _nearest(line, far, line[first].sentence) or (None, 99)


def _until(line: Line, first: int, end: int) -> Direction | None:
    """Read "until Friday" lies ahead unless something lasted until then; so does "scheduled for Friday"."""
    before = line.low(first - 1)
    tense = words().tense
    if _is_counted(line, end):
        return "past"
    if before in ("until", "till", "for", "to", "by") and line.low(first - 2) in tense["forward"]:
        return "future"
    if before == "for" and line.low(first - 2) in tense["marked"]:
        return "future"
    if before in ("after", "following") and any(
        line.low(step) in ("comes", "come", "coming") for step in range(first - 2, first - 5, -1)
    ):
        return "past"  # "the ruling comes days after Friday's vote"
    if before in ("until", "till", "to") and line.low(first - 2) in tense["shifted"]:
        return "future"
    if before == "through" and any(
        line.low(step) == "to" and _bare_verb(line[step + 1]) for step in range(first - 2, first - 8, -1)
    ):
        return "future"  # "a bill to fund it through September"
    copula = line.low(first - 2) if before in ("on", "in", "for", "at") else before
    if copula in ("is", "are"):
        return "future"  # "the vote is on Friday"
    if line.low(end) == "deadline" and not any(
        line.low(step) in tense["overrun"] for step in range(first - 1, first - 5, -1)
    ):
        return "future"
    if line.low(end) in ("is", "will") and line[first - 1].sentence != line[first].sentence:
        return "future"  # "Friday is the day that counts"
    if before in ("until", "till"):
        lasted = any(line.low(first - step) in tense["lasted"] for step in range(2, 6))
        return "past" if lasted else "future"
    return None


def _is_counted(line: Line, end: int) -> bool:
    """Whether figures of a vote stand behind: "agreed to debate it on Tuesday, | by 318 votes to 16"."""
    by = end + (line.low(end) == ",")
    figures = line.low(by) == "by" and line[by + 1].kind == "number"
    return figures and line.low(by + 2) in ("votes", "to", "-", "–", "against")


def _is_title_infinitive(line: Line, first: int) -> bool:
    """Read "Senate to vote on Thursday", as headlines say it."""
    for at in range(first - 1, max(-1, first - 7), -1):
        if line.low(at) == "to" and line[at].sentence == line[first].sentence:
            return (
                _bare_verb(line[at + 1])
                and line.low(at - 1) not in words().tense["irregular"]
                and (line[at - 1].capital and not _is_past(line, at - 1) and not _behind(line, at))
            )
    return False


def _behind(line: Line, at: int) -> bool:
    return any(_is_past(line, step) for step in range(at - 1, max(-1, at - 6), -1))


def _nearest(line: Line, reach: range, sentence: int, *, after: bool = False) -> tuple[Direction, int] | None:
    """The nearest sign; an infinitive after the time is governed by something else.

    "Comes" and the like say nothing of "Monday's vote" before them.
    """
    away = 0
    owns = after and line.low(reach.start) == "'"
    for at in reach:
        token = line[at]
        if token.sentence != sentence or token.lower in _BREAKS:
            return None
        away += 5 if token.lower == "that" else 3 if token.lower in _CLAUSE else 1
        if (after and token.lower == "to") or (owns and token.lower in words().tense["calendar"]):
            continue
        if found := _sign(line, at):
            return found, away
    return None


def _sign(line: Line, at: int) -> Direction | None:
    """What one word, with those before it, says."""
    token, tense = line[at], words().tense
    if token.kind != "word" or (
        token.capital and at and line[at - 1].sentence == token.sentence and not token.text.isupper()
    ):
        return None
    word = token.lower
    if word in tense["ahead_auxiliaries"]:
        return "past" if line.low(at + 1) == "have" else "future"
    if word in ("is", "are", "am"):
        return "future" if _forward_after(line, at) else None
    if word in tense["behind_auxiliaries"]:
        if (word in ("was", "were") and _forward_after(line, at)) or (
            word in ("has", "have") and line.low(at + 1) == "to"
        ):
            return "future"
        return "past" if word not in ("has", "have") or _participle_after(line, at) else None
    if word == "to" and _bare_verb(line[at + 1]):
        return _infinitive(line, at)
    if (
        word in tense["calendar"]
        and line.low(at - 1) not in words().tense["before_noun"]
        and line.low(at - 1) not in words().numbers
        and line[at - 1].kind != "number"
    ):
        return "future"
    if word in ("plans", "hopes", "intends", "expects", "aims", "wants", "means"):
        return "future"
    infinitive = line.low(at - 1) == "to" or line.low(at - 1) in tense["ahead_auxiliaries"]
    if _is_past(line, at) and not infinitive:
        return _of_participle(line, at)
    return None


def _forward_after(line: Line, at: int) -> bool:
    """Read "is to", "was due", "are expected", "is going": a form of "be" that looks ahead."""
    step = at + 1
    while line.low(step) in words().tense["adverbs"]:
        step += 1
    return line.low(step) == "to" or line.low(step) in words().tense["forward"]


def _participle_after(line: Line, at: int) -> bool:
    return any(_is_past(line, step) or line.low(step) == "been" for step in range(at + 1, at + 4))


def _bare_verb(token: Token) -> bool:
    return (
        token.kind == "word"
        and not token.capital
        and token.lower not in words().tense["before_noun"] | _NO_VERB
        and not _is_noun(token.lower)
    )


def _is_noun(word: str) -> bool:
    tense = words().tense
    return word.endswith(tuple(tense["noun_endings"])) and word not in tense["verbs_like_nouns"]


def _infinitive(line: Line, at: int) -> Direction | None:
    """An infinitive looks ahead, unless what governs it is past and looks to nothing: "failed to pass".

    What someone "had planned to do" may lie on either side.
    """
    tense = words().tense
    if line.low(at - 1) in ("is", "are", "was", "were"):
        return "future"
    for step in range(at - 1, max(-1, at - 6), -1):
        word = line.low(step)
        if line[step].sentence != line[at].sentence or word in tense["forward"]:
            return None if line.low(step - 1) == "had" else "future"
        if _is_past(line, step) or word in ("was", "were", "had", "did"):
            return "past"
        if word in tense["ahead_auxiliaries"]:
            return "future"
    return "future"


def _is_past(line: Line, at: int) -> bool:
    token, tense = line[at], words().tense
    if token.kind != "word" or token.lower in tense["not_past"]:
        return False
    return token.lower in tense["irregular"] or (len(token.lower) > 3 and token.lower.endswith("ed"))


def _of_participle(line: Line, at: int) -> Direction | None:
    """A past form is past, unless "will be" or "to be" stands before it or it looks ahead itself."""
    step = at - 1
    while step > at - 4 and (line.low(step) in words().tense["adverbs"] or line.low(step).endswith("ly")):
        step -= 1
    before = line.low(step)
    if before == "be":
        return "past" if line.low(step - 1) == "have" else "future"
    if before in ("is", "are"):
        return (
            None if line.low(at) in ("gone", "done", "made", "known") else "future"
        )  # "is sworn in on Sunday"
    if before == "being" or (before == "been" and line.low(at) in words().tense["forward"]):
        return None  # "had been expected on Thursday" may lie on either side
    if line.low(at) in ("scheduled", "expected", "slated", "due", "planned") and before not in (
        "had",
        "have",
        "has",
        "he",
        "she",
        "it",
        "they",
    ):
        return "future"
    return "past"
