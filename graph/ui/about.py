"""What is known of a bill beside its steps: what it covers and leaves out, who is for and against it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from graph import wording
from graph.model import Position, Provision
from graph.terms import ProvisionKind, Stance
from graph.ui.address import address, shown_in_article
from graph.views.library import Library, Telling

_PROVISIONS = {
    ProvisionKind.PURPOSE: "What it is for",
    ProvisionKind.COVERS: "What it covers",
    ProvisionKind.EXCLUDES: "What it leaves out",
    ProvisionKind.GRANTS: "What it gives or orders",
}
_STANCES = {Stance.SUPPORT: "For it", Stance.OPPOSITION: "Against it", Stance.DEMAND: "Who demands it"}


def _sentence(telling: Telling) -> dict[str, Any]:
    article, quote = telling.account.article, telling.quotes[0]
    where = [article.outlet or article.title, wording.day(article.published) if article.published else ""]
    return {
        "to": shown_in_article(article.id, quote.part, quote.start),
        "detail": ", ".join(filter(None, where)),
    }


def covers_payload(shelf: Library, bill: str) -> dict[str, Any]:
    """Return provisions as lists of links, each leading to its sentence."""
    groups = defaultdict[str, list[dict[str, Any]]](list)
    for telling in shelf.provisions.get(bill, ()):
        said = telling.said
        assert isinstance(said, Provision)
        scope = "" if said.scope.is_open else f" ({wording.when(said.scope)})"
        groups[_PROVISIONS[said.kind]].append({"text": said.text + scope, **_sentence(telling)})
    return {"groups": _filled(_PROVISIONS.values(), groups)}


def sides_payload(shelf: Library, bill: str) -> list[dict[str, Any]]:
    """Return who is for and against a bill, those first whom most sentences tell of, each with a sentence."""
    groups = defaultdict[str, list[dict[str, Any]]](list)
    held = defaultdict[tuple[Stance, str], list[Telling]](list)
    for telling in shelf.positions.get(bill, ()):
        if isinstance(telling.said, Position):
            held[telling.said.stance, telling.said.holder].append(telling)
    for (stance, holder), tellings in sorted(held.items(), key=lambda item: -len(item[1])):
        item = {
            "text": shelf.name(holder),
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
