"""Evidence: the sentences behind an event, an actor or a bill, and an article cut where its words were
used.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from graph import wording
from graph.model import Account, Claim, Part, Participant, Position, Provision, Quote, Tenure
from graph.terms import Factuality
from graph.views.library import Library, Telling
from graph.wording import ROLE_WORDS, STANCE_WORDS


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence and what was read from it, in plain words.

    Attributes:
        article, title, outlet, published: where it stands.
        quote: the sentence with its offsets.
        about: identifier of the event, or of the actor or bill for what is no event.
        says: what was read from it.
        status: how real it is told to be.
        source: whose word it is; None for the article's own voice.
        words: the time words, None where it has none.
        because, confidence: the rule behind it, and how sure it is (0 to 1; 1 where no rule was needed).
        record: identifier of the claim, position or tenure; None for a provision, which nobody can judge.
    """

    article: str
    title: str
    outlet: str | None
    published: dt.date | None
    quote: Quote
    about: str
    says: str
    status: Factuality
    source: str | None = None
    words: str | None = None
    because: str = ""
    confidence: float = 1.0
    record: str | None = None


def readings_from(shelf: Library, telling: Telling) -> list[Reading]:
    """Return what a claim, position, tenure or provision says, once for each of its sentences."""
    article, said = telling.account.article, telling.said
    place = (article.id, article.title, article.outlet, article.published)
    if isinstance(said, Claim):
        window = wording.when(said.window)
        details = [window] if not said.window.is_open else []
        if said.distance is not None and said.distance.anchor in shelf.assessments:
            details.append(wording.distance(said.distance, shelf.name(said.distance.anchor)))
        details += [said.outcome.value] if said.outcome else []
        details += [wording.votes(said.votes)] if said.votes else []
        says = ", ".join([shelf.name(said.event), *details])
        source = shelf.name(said.source) if said.source else None
        return [
            Reading(
                *place,
                q,
                said.event,
                says,
                said.factuality,
                source,
                said.expression,
                said.because,
                said.confidence,
                said.id,
            )
            for q in said.quotes
        ]
    if isinstance(said, Position):
        bill = shelf.name(said.bill) if said.bill else "it"
        says = f"{shelf.name(said.holder)} {STANCE_WORDS[said.stance]} {bill}"
        source = shelf.name(said.source) if said.source else None
        return [
            Reading(
                *place,
                q,
                said.holder,
                says,
                said.factuality,
                source,
                None,
                said.because,
                said.confidence,
                said.id,
            )
            for q in said.quotes
        ]
    if isinstance(said, Tenure):
        of = f" of {said.organisation}" if said.organisation and said.organisation not in said.title else ""
        says = f"{shelf.name(said.holder)}: {said.title}{of} ({said.capacity})"
        return [
            Reading(
                *place,
                q,
                said.holder,
                says,
                Factuality.HAPPENED,
                because="office beside a name",
                record=said.id,
            )
            for q in said.quotes
        ]
    says = f"{shelf.name(said.bill)} {said.kind}: {said.text}"
    return [
        Reading(*place, q, said.bill, says, Factuality.HAPPENED, because="clause with the bill as subject")
        for q in said.quotes
    ]


def readings_of(shelf: Library, identity: str) -> list[Reading]:
    """Return the sentences behind an event, an actor or a bill, by day of publication and place."""
    tellings = [
        *shelf.claims.get(identity, ()),
        *shelf.positions.get(identity, ()),
        *shelf.tenures.get(identity, ()),
        *shelf.provisions.get(identity, ()),
    ]
    found = [reading for telling in tellings for reading in readings_from(shelf, telling)]
    return sorted(
        found,
        key=lambda r: (r.published or dt.date.max, r.article, r.quote.part == "text", r.quote.start, r.says),
    )


def readings_between(shelf: Library, source: str, label: str, target: str) -> list[Reading]:
    """Return the sentences behind a link, as `graph.views.network` names its ends and words it.

    A part in an event rests on what the articles say of that event that name the actor in it; a stance on the
    sentences about it; a link from an event on the sentences about that event.
    """
    roles = {words: role for role, words in ROLE_WORDS.items()}
    if label in roles:
        part = Participant(source, roles[label])
        naming = {
            telling.account.article.id
            for telling in shelf.claims.get(target, ())
            if any(e.id == target and part in e.participants for e in telling.account.events)
        }
        return [reading for reading in readings_of(shelf, target) if reading.article in naming]
    stances = {words: stance for stance, words in STANCE_WORDS.items()}
    if label in stances:
        held = [
            telling
            for telling in shelf.positions.get(target, ())
            if isinstance(telling.said, Position)
            and (telling.said.holder, telling.said.stance) == (source, stances[label])
        ]
        return [reading for telling in held for reading in readings_from(shelf, telling)]
    return readings_of(shelf, source)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of an article: plain text, or a used sentence with what was read from it."""

    text: str
    start: int
    readings: tuple[Reading, ...] = ()
    kind: str = "running"


def _all_tellings(account: Account) -> list[Claim | Position | Tenure | Provision]:
    return [*account.claims, *account.positions, *account.tenures, *account.provisions]


def marked(shelf: Library, account: Account, part: Part) -> list[Stretch]:
    """Return a part of an article cut into stretches; joined they are the part, letter for letter.

    Quotes that overlap make one stretch with the readings of all.
    """
    by_span = defaultdict[tuple[int, int], list[Reading]](list)
    for telling in _all_tellings(account):
        for reading in readings_from(shelf, Telling(account, telling)):
            if reading.quote.part == part:
                by_span[reading.quote.start, reading.quote.end].append(reading)
    spans = list[tuple[int, int, tuple[Reading, ...]]]()
    for (start, end), readings in sorted(by_span.items()):
        if spans and start < spans[-1][1]:
            first, last, others = spans.pop()
            spans.append((first, max(last, end), (*others, *readings)))
        else:
            spans.append((start, end, tuple(readings)))
    text, position, found = account.article.part(part), 0, list[Stretch]()
    for start, end, said in spans:
        if start > position:
            found += _plain(account, part, text, position, start)
        found.append(Stretch(text[start:end], start, said))
        position = end
    return found + _plain(account, part, text, position, len(text))


def _plain(account: Account, part: Part, text: str, start: int, end: int) -> list[Stretch]:
    """Return a stretch without readings, cut where passages that are no running text begin and end."""
    found, position = list[Stretch](), start
    passages = account.article.set_aside if part == "text" else ()
    for passage in passages:
        first, last = max(passage.start, position), min(passage.end, end)
        if first >= last:
            continue
        if first > position:
            found.append(Stretch(text[position:first], position))
        found.append(Stretch(text[first:last], first, kind=passage.kind))
        position = last
    if position < end:
        found.append(Stretch(text[position:end], position))
    return found
