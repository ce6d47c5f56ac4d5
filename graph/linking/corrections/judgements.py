"""Judgements: what a person says of what was read, and their form as one line of JSON.

A judgement never names what it is about by an identifier, since those change with the rules; it holds the
words of the article and a description: "the claim about a first reading in this sentence".
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from graph.articles.record import one_line
from graph.errors import CorrectionError
from graph.linking.corrections.anchoring import Anchor
from graph.linking.corrections.fields import Thing, a, read_value
from graph.model import Part
from graph.terms import Verdict
from graph.vocabulary import mint

WHO, WHY = 100, 1000
"""Longest name of a person and longest reason, in characters."""
_PAIRS = (Verdict.SAME, Verdict.NOT_SAME)
_ALIKE = (Thing.CLAIM, Thing.ACTOR, Thing.BILL)
_RETRACTED = (Thing.CLAIM, Thing.POSITION, Thing.TENURE)
_NEEDED = {Thing.CLAIM: "type", Thing.POSITION: "holder", Thing.TENURE: "holder"} | {
    Thing.ACTOR: "name",
    Thing.BILL: "name",
}


@dataclass(frozen=True, slots=True)
class Target:
    """What a judgement is about: words of an article, and what was read from them.

    Attributes:
        article: identifier of the article.
        thing: what sort of record.
        anchor: the words; None for an article, and for an actor or bill whose name stands nowhere as such.
        traits: what tells the record from others at the same words. The first must hold; the others choose
            among several that remain. An event that was added by a judgement has that as its only trait.
    """

    article: str
    thing: Thing
    anchor: Anchor | None = None
    traits: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """One judgement.

    Attributes:
        verdict: what is said.
        who, when, why: a name, a moment in UTC to the second, and a reason in words.
        target: what it is about; None where it undoes another.
        other: the second thing that is the same, or not the same.
        fields: what changes, each with its new value as `graph.linking.corrections.fields` writes it: one for
            a change, several for an added event.
        undoes: identifier of the judgement that is taken back.
    """

    verdict: Verdict
    who: str
    when: dt.datetime
    why: str
    target: Target | None = None
    other: Target | None = None
    fields: tuple[tuple[str, str | None], ...] = ()
    undoes: str | None = None

    @property
    def id(self) -> str:
        """Identifier made from everything that it says."""
        named = self.fields[0][0] if self.verdict is Verdict.CHANGE else ""
        return mint("correction", f"{self.verdict} {named}", _json(record(self)))

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles that it is about."""
        return tuple(dict.fromkeys(one.article for one in (self.target, self.other) if one))


def checked(judgement: Judgement) -> Judgement:
    """Return a judgement that keeps the rules of its form.

    Raises:
        CorrectionError: it does not.
    """
    for what, words, longest in (("who", judgement.who, WHO), ("why", judgement.why, WHY)):
        if not words or one_line(words) != words or len(words) > longest:
            raise CorrectionError(
                f"a judgement must say {what}", remedy=f"one line of at most {longest} characters"
            )
    if judgement.when.utcoffset() != dt.timedelta(0) or judgement.when.microsecond:
        raise CorrectionError(
            "a judgement needs its moment in UTC, to the second", remedy="write 2026-02-07T12:00:00Z"
        )
    if (judgement.undoes is not None) != (judgement.verdict is Verdict.UNDO):
        raise CorrectionError("only “undo” names a judgement, and it must")
    if (judgement.target is None) != (judgement.verdict is Verdict.UNDO):
        raise CorrectionError("a judgement must say what it is about", remedy="only “undo” needs no target")
    if (judgement.other is not None) != (judgement.verdict in _PAIRS):
        raise CorrectionError("“same” and “not-same” need two things, all others one")
    if judgement.target is not None:
        if judgement.verdict is not Verdict.ADD:
            _check_target(judgement.target)
        _check_content(judgement, judgement.target)
    return judgement


def _check_target(target: Target) -> None:
    needed = _NEEDED.get(target.thing)
    first = target.traits[0][0] if target.traits else None
    if needed is not None and first not in (needed, "added"):
        raise CorrectionError(f"a judgement on {a(target.thing)} needs its {needed}")
    if target.anchor is not None and not target.anchor.exact:
        raise CorrectionError("the quoted words are empty")


def _check_content(judgement: Judgement, target: Target) -> None:
    verdict, names = judgement.verdict, [name for name, _ in judgement.fields]
    for name, value in judgement.fields:
        read_value(target.thing, name, value)
    if verdict is Verdict.CHANGE and len(names) != 1:
        raise CorrectionError("a change names one field", remedy="make a judgement for each")
    if verdict is Verdict.ADD and (
        target.thing is not Thing.CLAIM
        or target.anchor is None
        or not target.anchor.exact
        or {"type", "status"} - {*names}
    ):
        raise CorrectionError("an added event needs its words, its type and its status")
    if names and verdict not in (Verdict.CHANGE, Verdict.ADD):
        raise CorrectionError(f"“{verdict}” changes no field")
    if verdict is Verdict.RETRACT and target.thing not in _RETRACTED:
        raise CorrectionError(f"{a(target.thing)} cannot be retracted", remedy="retract what is said of it")
    if judgement.other is not None:
        _check_target(judgement.other)
        if judgement.other.thing is not target.thing or target.thing not in _ALIKE:
            raise CorrectionError("two events, two actors or two bills can be the same, nothing else")


def active(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Return the judgements that were not taken back, in their order."""
    gone, found = set[str](), list[Judgement]()
    for judgement in reversed(tuple(judgements)):
        if judgement.id in gone:
            continue
        if judgement.undoes is not None:
            gone.add(judgement.undoes)
        else:
            found.append(judgement)
    return tuple(reversed(found))


def record(judgement: Judgement) -> dict[str, Any]:
    """Return a judgement as plain values, without its identifier."""
    told: dict[str, Any] = {
        "verdict": str(judgement.verdict),
        "who": judgement.who,
        "when": judgement.when.strftime("%Y-%m-%dT%H:%M:%SZ").zfill(20),
        "why": judgement.why,
    }
    if judgement.target is not None:
        told["target"] = _target(judgement.target)
    if judgement.other is not None:
        told["other"] = _target(judgement.other)
    if judgement.fields:
        told["fields"] = [list(field) for field in judgement.fields]
    if judgement.undoes is not None:
        told["undoes"] = judgement.undoes
    return told


def _target(target: Target) -> dict[str, Any]:
    told: dict[str, Any] = {"article": target.article, "thing": str(target.thing)}
    if target.anchor is not None:
        told |= {name: getattr(target.anchor, name) for name in ("part", "exact", "prefix", "suffix")}
    return told | {"traits": [list(trait) for trait in target.traits]}


def _json(told: Mapping[str, Any]) -> str:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def line(judgement: Judgement) -> str:
    """Return a judgement as one line of JSON, without the line's end."""
    return _json({"id": judgement.id} | record(judgement))


def judgement_of(told: object) -> Judgement:
    """Return the judgement of a line's JSON.

    Raises:
        CorrectionError: it is none, breaks a rule, or is not what its identifier was made from.
    """
    try:
        found = _parsed(told)
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise CorrectionError(f"this is no judgement ({type(error).__name__}: {str(error)[:80]})") from error
    checked(found)
    if not isinstance(told, dict) or told.get("id") != found.id:
        raise CorrectionError(
            "the line does not say what it said when it was written", remedy="take the line from a backup"
        )
    return found


def _parsed(told: Any) -> Judgement:  # noqa: ANN401 - whatever stands in a file
    unknown = set(told) - {"id", "verdict", "who", "when", "why", "target", "other", "fields", "undoes"}
    if unknown:
        raise ValueError(f"unknown: {min(unknown)}")
    return Judgement(
        verdict=Verdict(told["verdict"]),
        who=_text(told["who"]),
        when=dt.datetime.fromisoformat(_text(told["when"])),
        why=_text(told["why"]),
        target=_parsed_target(told["target"]) if "target" in told else None,
        other=_parsed_target(told["other"]) if "other" in told else None,
        fields=tuple(
            (_text(name), None if value is None else _text(value)) for name, value in told.get("fields", ())
        ),
        undoes=_text(told["undoes"]) if "undoes" in told else None,
    )


def _parsed_target(told: Mapping[str, Any]) -> Target:
    part: Part | None = told.get("part")
    if part is not None and part not in get_args(Part):
        raise ValueError(f"part {part!r}")
    words = (_text(told[name]) for name in ("exact", "prefix", "suffix")) if part else ()
    return Target(
        _text(told["article"]),
        Thing(told["thing"]),
        Anchor(part, *words) if part else None,
        tuple((_text(name), _text(value)) for name, value in told.get("traits", ())),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r:.40} is no text")
    value.encode()  # half a character (a lone surrogate) is a ValueError here
    return value
