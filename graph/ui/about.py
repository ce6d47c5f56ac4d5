"""What is known of a bill beside its steps: what it covers and leaves out, who is for and against it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from graph import wording
from graph.linking.corrections.reviewing import naming_quote
from graph.model import Article, Position, Provision
from graph.terms import ProvisionKind, Stance
from graph.ui.address import address, shown_in_article
from graph.ui.told import best_quote
from graph.views.library import Library, Telling

_PROVISIONS = {
    ProvisionKind.PURPOSE: "What it is for",
    ProvisionKind.COVERS: "What it covers",
    ProvisionKind.EXCLUDES: "What it leaves out",
    ProvisionKind.GRANTS: "What it gives or orders",
}
_STANCES = {Stance.SUPPORT: "For it", Stance.OPPOSITION: "Against it", Stance.DEMAND: "Who demands it"}


def _sentence(telling: Telling) -> dict[str, Any]:
    article, quote = telling.account.article, best_quote(telling)
    return {"to": shown_in_article(article.id, quote.part, quote.start), "detail": _where(article)}


def _where(article: Article) -> str:
    told = [article.outlet or article.title, wording.day(article.published) if article.published else ""]
    return ", ".join(filter(None, told))


def covers_payload(shelf: Library, bill: str) -> dict[str, Any]:
    """Return provisions as lists of links, each leading to its sentence."""
    groups = defaultdict[str, list[dict[str, Any]]](list)
    for telling in shelf.provisions.get(bill, ()):
        said = telling.said
        assert isinstance(said, Provision)
        scope = "" if said.scope.is_open else f" ({wording.when(said.scope)})"
        groups[_PROVISIONS[said.kind]].append({"text": said.text + scope, **_sentence(telling)})
    return {"groups": _filled(_PROVISIONS.values(), groups)}


def named_payload(shelf: Library, bill: str) -> dict[str, Any]:
    """Return the first sentence of each article that names a bill, for a bill of which no step is told."""
    items = []
    for account in shelf.collection.accounts:
        if any(one.id == bill for one in account.bills):
            article, quote = account.article, naming_quote(account, bill)
            items.append(
                {
                    "text": f"“{wording.shortened(quote.exact, 300)}”" if quote else article.title,
                    "to": shown_in_article(article.id, quote.part, quote.start)
                    if quote
                    else address("articles", article=article.id),
                    "detail": _where(article),
                }
            )
    return {"groups": [{"heading": "Where it is named", "items": items}]}


def sides_payload(shelf: Library, bill: str) -> list[dict[str, Any]]:
    """Return who is for and against a bill, those first whom most sentences tell of, each with a sentence."""
    groups = defaultdict[str, list[dict[str, Any]]](list)
    held = defaultdict[tuple[Stance, str], list[Telling]](list)
    for telling in shelf.positions.get(bill, ()):
        if isinstance(telling.said, Position):
            held[telling.said.stance, telling.said.holder].append(telling)
    for (stance, holder), tellings in sorted(held.items(), key=lambda item: -len(item[1])):
        item = {
            "text": wording.titled(shelf.name(holder)),
            "kind": shelf.kind(holder).value,
            "who": {"to": address("actor", actor=holder)},
            **_sentence(tellings[0]),
        }
        if len(tellings) > 1:
            item["detail"] += f" and {len(tellings) - 1} more"
        groups[_STANCES[stance]].append(item)
    return _filled(_STANCES.values(), groups)


def _filled(headings: Iterable[str], groups: Mapping[str, list[dict[str, Any]]]) -> list[dict[str, Any]]:
    return [{"heading": name, "items": groups[name]} for name in headings if groups.get(name)]
