"""Judgements on what identifiers stand for: an event stands for its claims in every article that tells it.

The command line and the pages make their judgements here, so that both say the same.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from graph.errors import CorrectionError
from graph.linking.account import read_account
from graph.linking.corrections.finding import Read, target_of
from graph.linking.corrections.judgements import Judgement, Target
from graph.linking.corrections.reviewing import holders
from graph.linking.resolver import in_order
from graph.model import Account
from graph.terms import Verdict

OF_EVENTS = frozenset(("type", "bill", "add", "remove"))
"""Fields of a claim that its event has, so that one judgement an article is enough."""

Fields = tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What an identifier stands for in one article: the records to judge, the first telling in front."""

    article: str
    targets: tuple[Target, ...]


def made(
    verdict: Verdict,
    who: str,
    why: str,
    target: Target | None = None,
    fields: Fields = (),
    *,
    other: Target | None = None,
    undoes: str | None = None,
) -> Judgement:
    """Return a judgement of this moment."""
    now = dt.datetime.now(dt.UTC).replace(microsecond=0)
    return Judgement(verdict, who, now, why, target, other, fields, undoes)


def told(accounts: Iterable[Account], words: str, *, read: Read = read_account) -> list[Told]:
    """Return what an identifier, with or without `@` and an article behind it, stands for in each article.

    Raises:
        CorrectionError: no article has it.
    """
    identity, at, article = words.partition("@")
    wanted = [one for one in in_order(accounts) if not at or one.article.id == article]
    once = cache(read)  # an article that was corrected is read again, for all its records together
    found = [
        Told(account.article.id, tuple(target_of(account, one, read=once) for one in records))
        for account, records in holders(wanted, identity)
    ]
    if not found:
        raise CorrectionError(
            f"the store holds nothing with the identifier {words[:80]!r}",
            remedy="`python -m graph review --all` lists what was read",
        )
    return found


def on_one(verdict: Verdict, subject: Sequence[Told], who: str, why: str, values: Fields) -> list[Judgement]:
    """Return a judgement on each record, and for each value.

    Raises:
        CorrectionError: a value belongs to one claim, and an article has several.
    """
    found = list[Judgement]()
    for value in values or (None,):
        targets = [target for one in subject for target in one.targets]
        if value is not None and value[0] in OF_EVENTS:
            targets = [one.targets[0] for one in subject]
        elif value is not None and any(len(one.targets) > 1 for one in subject):
            raise CorrectionError(
                f"several claims of one article tell it, and “{value[0]}” belongs to one",
                remedy="name one; `review --all` lists them",
            )
        found += [made(verdict, who, why, target, (value,) if value else ()) for target in targets]
    return found


def on_pair(
    verdict: Verdict, first: Sequence[Told], second: Sequence[Told], who: str, why: str
) -> list[Judgement]:
    """Return judgements on two things: within each article that has both, and from the first telling of one
    to all of the other's in further articles; of what is told apart, the first tellings stand for all.
    """
    start, here = first[0].targets[0], {one.article: one.targets[0] for one in first}
    pairs = [(here.get(one.article, start), one.targets[0]) for one in second]
    if verdict is Verdict.NOT_SAME:
        pairs = [(start, second[0].targets[0])]
    return [made(verdict, who, why, one, other=two) for one, two in pairs]
