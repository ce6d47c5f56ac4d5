"""Reports that cannot all be true, in words a class can read: who says what, and what is used here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from graph import wording
from graph.checks.contradictions import Contradiction, Disagreement, heading
from graph.checks.links import Link
from graph.model import Claim, Window
from graph.ui.told import linked
from graph.views.library import Library


def disputes_payload(shelf: Library, bill: str) -> list[dict[str, Any]]:
    """Return what cannot all be true of a bill, with the sentences; `beside` says that it is about what
    happened around the bill.
    """
    found = shelf.consistency
    days = [one for one in found.contradictions if len(one.articles) > 1 and bill in one.bills]
    others = [one for one in found.disagreements if bill in one.bills]
    return [*(_of_days(shelf, bill, one) for one in days), *(_of_matter(one) for one in others)]


def _of_days(shelf: Library, bill: str, one: Contradiction) -> dict[str, Any]:
    """Return a loop of days: "Signature: A says 20 Feb, B says 19 Feb; this page uses 19 Feb"."""
    loser = shelf.claim(one.left_out.claim, *one.left_out.events)
    event = loser.event if loser else one.left_out.events[0]
    others = [shelf.name(other) for other in one.events if other != event]
    told = [(link, claim.window) for link in one.links if (claim := _dated(shelf, link))]
    if others:
        text = f"{shelf.name(event)} does not fit {_listed(others)}{_used(shelf, event)}"
    else:
        text = f"{shelf.name(event)}: {_sides(told)}{_used(shelf, event)}"
    links = [(link, _says(shelf, link, named=bool(others))) for link in one.links]
    return {**_told(text, links), "beside": shelf.bill_of(event) != bill}


def _of_matter(one: Disagreement) -> dict[str, Any]:
    """Return reports of one event that differ in figures, in what it came to, or in whether it was."""
    kept = [side.says for side in one.sides if not side.left_out]
    text = f"{heading(one)}; this page uses {kept[0]}" if len(kept) == 1 else heading(one)
    return {**_told(text, [(side, side.says) for side in one.sides]), "beside": False}


def _told(text: str, links: Sequence[tuple[Link, str]]) -> dict[str, Any]:
    sides = [{"says": _by(link, said), **linked(link)} for link, said in links]
    return {"text": wording.titled(text), "links": sides}


def _by(link: Link, said: str) -> str:
    """Return whose word something is, and whether it lost against the others."""
    told = f"{link.outlet or link.article}: {said}" if link.article else _upper(said)
    return f"{told} – not used on this page" if link.left_out else told


def _sides(told: Sequence[tuple[Link, Window]]) -> str:
    said = (f"{link.outlet or link.article} says {wording.when(window)}" for link, window in told)
    return ", ".join(dict.fromkeys(said))


def _used(shelf: Library, event: str) -> str:
    window = shelf.assessments[event].window
    return "" if window.is_open else f"; this page uses {wording.when(window)}"


def _says(shelf: Library, link: Link, *, named: bool) -> str:
    """Return what a link says; days that a claim gives are told as the claim has them, with the event if
    `named`.
    """
    claim = _dated(shelf, link)
    if claim is None:
        return link.says
    when = wording.when(claim.window)
    return f"{shelf.name(claim.event)}, {when}" if named else when


def _dated(shelf: Library, link: Link) -> Claim | None:
    """Return the claim of a link that puts one event on days, and not before or after another."""
    claim = shelf.claim(link.claim, *link.events)
    return claim if claim and link.events == (claim.event,) and not claim.window.is_open else None


def _listed(names: Sequence[str]) -> str:
    return " and ".join(f"the {_lower(name)}" for name in names) or "the other days"


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
