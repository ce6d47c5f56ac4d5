"""All judgements carried out on what was read: a pure function of accounts and judgements.

Judgements are taken in the order of the log, later ones win. Each is looked for in what the program reads by
itself, so none depends on another being there. An account that carries exactly the corrections that the log
has for it is left alone; any other is read again and corrected anew, which is what makes undoing exact.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.linking.account import read_account
from graph.linking.assessment import collect
from graph.linking.corrections.applying import Changed, add, added_claim, change, join, part, retract
from graph.linking.corrections.fields import SEVERAL, Thing
from graph.linking.corrections.finding import Read, Unfit, conflicting, locate, names_in, stale
from graph.linking.corrections.judgements import Judgement, Target, active
from graph.linking.corrections.stated import as_stated
from graph.linking.identifiers import local_identifiers
from graph.linking.judged import Judged
from graph.linking.shelf import Shelf
from graph.model import Account, Claim, Collection, Correction, Position
from graph.terms import Standing, Verdict
from graph.vocabulary import article_id

PAIRS = (Verdict.SAME, Verdict.NOT_SAME)


def by_article(judgements: Iterable[Judgement]) -> Mapping[str, tuple[Judgement, ...]]:
    """Return the judgements that were not taken back, in their order, by the articles that they are about."""
    found = defaultdict[str, list[Judgement]](list)
    for judgement in active(judgements):
        for article in judgement.articles:
            found[article].append(judgement)
    return {article: tuple(several) for article, several in found.items()}


def replay(account: Account, judgements: Sequence[Judgement], *, read: Read = read_account) -> Account:
    """Return an account with judgements carried out, and for each of them what became of it.

    Args:
        account: as the program reads it, or with corrections of an earlier replay.
        judgements: those about its article that were not taken back, in the order of the log.
        read: reads the article again, where it carries other corrections or gets another day.
    """
    if {one.id for one in account.corrections} == {one.id for one in judgements}:
        return account
    article = as_stated(account)
    stated = article.published
    for judgement in judgements:
        if _dates(judgement):
            text = judgement.fields[0][1]
            article = replace(article, published=dt.date.fromisoformat(text) if text else None)
    unread = account.corrections or article != account.article
    original = read(article) if unread else account
    state, corrections = original, list[Correction]()
    for judgement in judgements:
        if _dates(judgement):
            told, (_, now) = article_id(original.article.id), judgement.fields[0]
            was = str(stated) if stated else None
            corrections.append(_correction(judgement, about=told, field="published", was=was, now=now))
            continue
        state, correction = _step(original, state, judgement)
        corrections.append(correction)
    return replace(state, corrections=_overruled(corrections))


def _dates(judgement: Judgement) -> bool:
    """Whether a judgement changes an article's day of publication."""
    changes = judgement.verdict is Verdict.CHANGE and judgement.target is not None
    return changes and judgement.target is not None and judgement.target.thing is Thing.ARTICLE


def _step(original: Account, state: Account, judgement: Judgement) -> tuple[Account, Correction]:
    """Return an account after one judgement, and what became of that."""
    here = [one for one in (judgement.target, judgement.other) if one and one.article == state.article.id]
    adds = judgement.verdict is Verdict.ADD
    places = [] if adds else [locate(original, target) for target in here]
    unfit = next((place for place in places if isinstance(place, Unfit)), None)
    if unfit is not None:
        return state, _correction(judgement, unfit=unfit)
    found = [str(place) for place in places]
    outcome = _carried_out(state, judgement, here[0], found)
    about = added_claim(judgement) if adds else found[0]
    if isinstance(outcome, Unfit):
        return state, _correction(judgement, unfit=outcome, about=about)
    field = judgement.fields[0][0] if judgement.verdict is Verdict.CHANGE else None
    correction = _correction(judgement, about=about, field=field, was=outcome.was, now=outcome.now)
    return _explained(outcome.account, judgement, correction), correction


def _carried_out(
    state: Account, judgement: Judgement, target: Target, found: Sequence[str]
) -> Changed | Unfit:
    """Do what a judgement says with the records that it is about, one or, for a pair within one article,
    two.
    """
    thing, verdict = target.thing, judgement.verdict
    if verdict is Verdict.ADD:
        return add(state, judgement, told(judgement))
    if verdict is Verdict.CHANGE:
        return change(state, thing, found[0], *judgement.fields[0])
    if verdict is Verdict.RETRACT:
        return _changed(retract(state, found[0]))
    if len(found) == 2:
        return _changed((join if verdict is Verdict.SAME else part)(state, thing, *found))
    if not _holds(state, found[0]):
        return conflicting("a judgement before this one retracted it, or took back what it is about")
    return Changed(state)


def _changed(outcome: Account | Unfit) -> Changed | Unfit:
    return outcome if isinstance(outcome, Unfit) else Changed(outcome)


def _holds(state: Account, identity: str) -> bool:
    told = {one.id for one in state.claims} | {one.id for one in state.positions}
    named = {one.id for one in state.tenures} | {*names_in(state)}
    return identity in told | named | {article_id(state.article.id)}


def _correction(
    judgement: Judgement,
    *,
    unfit: Unfit | None = None,
    about: str | None = None,
    field: str | None = None,
    was: str | None = None,
    now: str | None = None,
) -> Correction:
    return Correction(
        judgement.id,
        judgement.verdict,
        judgement.who,
        judgement.when,
        judgement.why,
        unfit.standing if unfit else Standing.APPLIED,
        about,
        field,
        was,
        now,
        unfit.problem if unfit else "",
    )


_DONE = {
    Verdict.ACCEPT: "accepted",
    Verdict.CHANGE: "corrected",
    Verdict.ADD: "added",
    Verdict.SAME: "joined with another",
    Verdict.NOT_SAME: "told from another",
}


def told(judgement: Judgement | Correction) -> str:
    """Return who judged when and why: "accepted by Ana Díaz on 2026-03-01: it says so"."""
    verb = _DONE.get(judgement.verdict, "retracted")
    return f"{verb} by {judgement.who} on {judgement.when.date()}: {judgement.why}"


def _explained(account: Account, judgement: Judgement, correction: Correction) -> Account:
    """Return an account whose claim or position says by itself that a person judged it."""
    if judgement.verdict is Verdict.ADD:
        return account
    words = told(judgement)
    if correction.field is not None:
        words += f" ({correction.field}: {correction.was or 'none'} → {correction.now or 'none'})"

    def explained(one: Claim | Position) -> str:
        return f"{words}; {one.because}" if one.id == correction.about else one.because

    return replace(
        account,
        claims=tuple(replace(one, because=explained(one)) for one in account.claims),
        positions=tuple(replace(one, because=explained(one)) for one in account.positions),
    )


def _overruled(corrections: Sequence[Correction]) -> tuple[Correction, ...]:
    """Mark each change whose field a later one set again."""
    found, last = list[Correction](), dict[tuple[str | None, str], Correction]()
    for one in reversed(corrections):
        if one.standing is Standing.APPLIED and one.field is not None and one.field not in SEVERAL:
            later = last.setdefault((one.about, one.field), one)
            if later is not one and later.now != one.now:
                one = replace(one, standing=Standing.OVERRULED, problem=f"overruled: {told(later)}")
        found.append(one)
    return tuple(reversed(found))


def linked(
    accounts: Iterable[Account],
    judgements: Iterable[Judgement],
    *,
    read: Read = read_account,
    shelf: Shelf | None = None,
) -> Collection:
    """Return accounts with all judgements carried out, as one collection; `shelf` is as `collect` has it."""
    kept = tuple(judgements)
    ours = by_article(kept)
    corrected = [replay(one, ours.get(one.article.id, ()), read=read) for one in accounts]
    pairs, judged = judged_pairs(corrected, active(kept))
    collection = collect(corrected, judged, shelf)
    return replace(collection, accounts=with_pairs(collection.accounts, pairs))


def pair_articles(judgements: Iterable[Judgement]) -> set[str]:
    """Return the articles of which judgements join or part things with those of others."""
    return {
        article for judgement in active(judgements) if _is_pair(judgement) for article in judgement.articles
    }


def _is_pair(judgement: Judgement) -> bool:
    return judgement.verdict in PAIRS and len(judgement.articles) == 2


@dataclass(frozen=True, slots=True)
class Pair:
    """A judgement on things of two articles: their own identifiers, or why there are none."""

    judgement: Judgement
    things: tuple[str, str] | None = None
    unfit: Unfit | None = None


def _pairs(accounts: Sequence[Account], judgements: Iterable[Judgement]) -> list[Pair]:
    """Return the judgements that join or part things of two articles."""
    known = {one.article.id: one for one in accounts}
    return [
        _pair(judgement, [known.get(article) for article in judgement.articles])
        for judgement in judgements
        if _is_pair(judgement)
    ]


def _pair(judgement: Judgement, sides: Sequence[Account | None]) -> Pair:
    own = list[str]()
    for article, side in zip(judgement.articles, sides, strict=True):
        if side is None:
            return Pair(judgement, unfit=stale(f"the store holds no article “{article}”"))
        correction = next(one for one in side.corrections if one.id == judgement.id)
        if correction.about is None:
            return Pair(judgement, unfit=Unfit(correction.standing, correction.problem))
        event = next((claim.event for claim in side.claims if claim.id == correction.about), None)
        found = local_identifiers(side).get(event or correction.about)
        if found is None:
            return Pair(judgement, unfit=conflicting("a judgement retracted it"))
        own.append(found)
    return Pair(judgement, (own[0], own[1]))


def judged_of(accounts: Sequence[Account], judgements: Iterable[Judgement]) -> Judged:
    """Return what was said of pairs, for accounts with all judgements carried out."""
    return judged_pairs(accounts, active(judgements))[1]


def judged_pairs(accounts: Sequence[Account], judgements: Iterable[Judgement]) -> tuple[list[Pair], Judged]:
    """Return the judgements on pairs, and what linking needs of them; of two on one pair the later counts."""
    pairs = _pairs(accounts, judgements)
    verdicts = {(min(p.things), max(p.things)): p.judgement.verdict for p in pairs if p.things}
    same = frozenset(things for things, verdict in verdicts.items() if verdict is Verdict.SAME)
    return pairs, Judged(same, frozenset(verdicts) - same)


def with_pairs(accounts: Sequence[Account], pairs: Sequence[Pair]) -> tuple[Account, ...]:
    """Say of each judgement on a pair whether linking could follow it."""
    last = {(min(p.things), max(p.things)): p.judgement for p in pairs if p.things}
    became = {own: now for account in accounts for now, own in local_identifiers(account).items()}
    fates = dict[str, Unfit | None]()
    for pair in pairs:
        fates[pair.judgement.id] = pair.unfit
        if pair.things:
            one = became[pair.things[0]] == became[pair.things[1]]
            later = last[min(pair.things), max(pair.things)]
            if later.verdict is not pair.judgement.verdict:
                fates[pair.judgement.id] = Unfit(Standing.OVERRULED, f"overruled: {told(later)}")
            elif one is not (pair.judgement.verdict is Verdict.SAME):
                fates[pair.judgement.id] = conflicting("linking cannot follow it beside other judgements")

    def fated(one: Correction) -> Correction:
        fate = fates.get(one.id)
        if one.id not in fates or (one.about is None and one.problem):
            return one
        return replace(
            one,
            standing=fate.standing if fate else Standing.APPLIED,
            problem=fate.problem if fate else "",
        )

    return tuple(replace(a, corrections=tuple(map(fated, a.corrections))) for a in accounts)
