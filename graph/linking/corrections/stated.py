"""The article behind an account, as its source states it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from graph.model import Account, Article
from graph.terms import Standing


def as_stated(account: Account) -> Article:
    """Return the article with the day of publication that its source states, whatever corrections say."""
    for one in account.corrections:
        if one.field == "published" and one.standing in (Standing.APPLIED, Standing.OVERRULED):
            return replace(account.article, published=dt.date.fromisoformat(one.was) if one.was else None)
    return account.article
