"""What articles say that cannot all be true, and plans that were overtaken.

Days: the temporal network (`graph.temporal.network`) takes what all claims say; what cannot hold beside the
rest is left out, and closes a smallest loop of links. A loop whose loser is a plan is no contradiction where
something in it was told after the plan: plans change. Other matters: reports of one event may differ in the
figures of a vote, in what it came to, or in whether it took place.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from graph.checks.links import Evidence, Link, evidence_of
from graph.linking.counted import different
from graph.linking.resolver import in_order
from graph.linking.tellings import touch
from graph.linking.windows import constraints
from graph.model import Account, Assessment, Claim, Collection
from graph.temporal.network import Constraint, Loop, solve
from graph.terms import Factuality, Outcome
from graph.wording import day, votes

Matter = Literal["votes", "outcome", "denied"]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Links that cannot all hold, around their loop; without any one of them the others can.

    Attributes:
        links: the one left out comes first.
        excess: by how many days they miss.
        events, bills: identifiers of what they speak of, sorted.
    """

    links: tuple[Link, ...]
    excess: int
    events: tuple[str, ...]
    bills: tuple[str, ...]

    @property
    def left_out(self) -> Link:
        """The link that lost."""
        return self.links[0]

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles behind it; one alone contradicts itself, or was misread."""
        return tuple(sorted({link.article for link in self.links if link.article}))


@dataclass(frozen=True, slots=True)
class Superseded:
    """A plan that was overtaken, what overtook it, and all links between them, the plan first."""

    plan: Link
    by: Link
    links: tuple[Link, ...]
    bills: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Reports of one event that differ in something else than time.

    `sides` are the first report of each version, by publication.
    """

    matter: Matter
    event: str
    label: str
    sides: tuple[Link, ...]
    bills: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Consistency:
    """What the check found."""

    contradictions: tuple[Contradiction, ...] = ()
    superseded: tuple[Superseded, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()


def consistency_of(collection: Collection) -> Consistency:
    """Return what the articles of a collection say that cannot all be true.

    The outcome does not depend on the order of the articles.
    """
    accounts = in_order(collection.accounts)
    evidence, bills = evidence_of(collection), _bills(accounts)
    conflicts, overtaken = list[Contradiction](), dict[str, Superseded]()
    for loop in _distinct(solve(constraints(accounts)).loops):
        links = tuple(evidence.link(one, left_out=one == loop.left_out) for one in loop.constraints)
        events = tuple(sorted({event for link in links for event in link.events}))
        about = tuple(sorted({bills[event] for event in events if event in bills}))
        if by := _overtaker(loop, evidence):
            plan = loop.left_out.claim
            overtaken.setdefault(plan, Superseded(links[0], evidence.link(by), links, about))
        else:
            conflicts.append(Contradiction(links, loop.excess, events, about))
    return Consistency(
        tuple(conflicts),
        tuple(
            sorted(overtaken.values(), key=lambda one: (one.plan.published or dt.date.max, one.plan.claim))
        ),
        tuple(_disagreements(accounts, collection.assessments, evidence, bills)),
    )


def _bills(accounts: Iterable[Account]) -> dict[str, str]:
    return {event.id: event.bill for account in accounts for event in account.events if event.bill}


def _distinct(loops: Iterable[Loop]) -> Iterator[Loop]:
    """Yield one loop where the begin and the end of an event make two of the same claims."""
    seen = set[tuple[str, frozenset[str]]]()
    for loop in loops:
        key = loop.left_out.claim, frozenset(one.claim for one in loop.constraints)
        if key not in seen:
            seen.add(key)
            yield loop


def _overtaker(loop: Loop, evidence: Evidence) -> Constraint | None:
    """Return the claim that overtook the plan: one about the same event first, then the latest told."""
    plan = loop.left_out
    events = {plan.earlier.node, plan.later.node}
    told = [one for one in loop.overtaken_by if one.claim in evidence.claims]
    return min(told, key=lambda one: evidence.claims[one.claim][1].event not in events, default=None)


Said = tuple[Account, Claim]


def _disagreements(
    accounts: Iterable[Account],
    assessments: Sequence[Assessment],
    evidence: Evidence,
    bills: Mapping[str, str],
) -> Iterator[Disagreement]:
    claims = defaultdict[str, list[Said]](list)
    for account in accounts:
        for claim in account.claims:
            claims[claim.event].append((account, claim))
    for one in sorted(assessments, key=lambda one: one.event):
        about = (bills[one.event],) if one.event in bills else ()
        for matter, differ, words in _MATTERS:
            sides = _sides(claims[one.event], differ)
            if sides:
                said = {words(claim) for _, claim in sides}
                links = tuple(
                    evidence.stated(claim.id, words(claim), left_out=not _believed(matter, claim, one))
                    for _, claim in _first_of_each(sides, words)
                )
                if len(said) > 1:
                    yield Disagreement(matter, one.event, one.label, links, about)


def _sides(said: Sequence[Said], differ: Callable[[Claim, Claim], bool]) -> list[Said]:
    """Return the claims that differ from one in another article, by publication."""
    pairs = [
        (one, two)
        for one, two in combinations(said, 2)
        if one[0].article.id != two[0].article.id and (differ(one[1], two[1]) or differ(two[1], one[1]))
    ]
    chosen = {claim.id for pair in pairs for _, claim in pair}
    return [(account, claim) for account, claim in said if claim.id in chosen]


def _first_of_each(said: Iterable[Said], words: Callable[[Claim], str]) -> list[Said]:
    found = dict[str, Said]()
    for account, claim in said:
        found.setdefault(words(claim), (account, claim))
    return list(found.values())


def _other_votes(one: Claim, other: Claim) -> bool:
    return one.factuality.is_fact and other.factuality.is_fact and different(one.votes, other.votes)


def _opposite(one: Claim, other: Claim) -> bool:
    facts = one.factuality.is_fact and other.factuality.is_fact
    return facts and (one.outcome, other.outcome) == (Outcome.APPROVED, Outcome.REJECTED)


def _denies(no: Claim, yes: Claim) -> bool:
    """Whether one says that something did not take place of which the other tells on the same days."""
    if no.factuality is not Factuality.DENIED or not yes.factuality.is_fact:
        return False
    same_days = not no.window.is_open and not yes.window.is_open and touch(no.window, yes.window)
    return same_days and yes.outcome is not Outcome.REJECTED


_MATTERS: tuple[tuple[Matter, Callable[[Claim, Claim], bool], Callable[[Claim], str]], ...] = (
    ("votes", _other_votes, lambda claim: votes(claim.votes) if claim.votes else ""),
    ("outcome", _opposite, lambda claim: str(claim.outcome or "")),
    ("denied", _denies, lambda claim: "took place" if claim.factuality.is_fact else "did not take place"),
)


def _believed(matter: Matter, claim: Claim, assessed: Assessment) -> bool:
    """Whether what all articles amount to is what a claim says."""
    if matter == "votes":
        return claim.votes == assessed.votes
    if matter == "outcome":
        return claim.outcome is assessed.outcome
    return claim.factuality.is_fact == assessed.status.is_fact


def in_words(finding: Contradiction | Superseded | Disagreement, names: Mapping[str, str]) -> list[str]:
    """Return a finding as lines of text: a heading, then each link with where it stands and its quotes.

    Args:
        names: preferred names of actors (`graph.model.Collection.names`).
    """
    lines = [heading(finding)]
    for link in finding.sides if isinstance(finding, Disagreement) else finding.links:
        lines.append(
            f"  {link.kind}{', left out' if link.left_out else ''}: {link.says}{_where(link, names)}"
        )
        lines += [f"    “{' '.join(quote.exact.split())}”" for quote in link.quotes]
    return lines


def heading(finding: Contradiction | Superseded | Disagreement) -> str:
    """Return a finding in one line."""
    if isinstance(finding, Contradiction):
        days = "1 day" if finding.excess == 1 else f"{finding.excess} days"
        whose = (
            "These reports cannot" if len(finding.articles) > 1 else "One article, perhaps misread: it cannot"
        )
        return f"{whose} all be true; the days miss by {days}"
    if isinstance(finding, Superseded):
        return f"Plan overtaken: {finding.plan.says}; then {finding.by.says}"
    return f"{finding.label}: {_HEADINGS[finding.matter]}"


_HEADINGS: dict[Matter, str] = {
    "votes": "reports give different figures",
    "outcome": "reports give opposite outcomes",
    "denied": "one report tells it, another denies it",
}


def _where(link: Link, names: Mapping[str, str]) -> str:
    if link.article is None:
        return ""
    appeared = f", {day(link.published)}" if link.published else ""
    source = f", by the word of {names.get(link.source, link.source)}" if link.source else ""
    return f" ({link.outlet or link.article}{appeared}{source})"
