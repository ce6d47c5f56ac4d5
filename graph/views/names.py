"""What bills, people and bodies are called where many stand in one list: several of one name are told apart,
and general words are kept from passing as names.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from graph import wording
from graph.model import Actor, Bill, Position, Tenure
from graph.terms import ActorKind
from graph.views.library import Library


def place(shelf: Library, bill: str) -> str | None:
    """Return the state of a bill as most articles tell it; None where none does."""
    states = [told.jurisdiction for told in shelf.bills[bill] if told.jurisdiction]
    return max(states, key=states.count) if states else None


def apart(shelf: Library, identity: str) -> str:
    """Return what tells a bill or an actor from others of its name and kind: its state, else the article that
    names it first; "" where nothing else has its name.
    """
    return _apart(shelf).get(identity, "")


def called(shelf: Library, identity: str, kind: str = "") -> str:
    """Return a name for a list of many: "Senate (chamber, Arkania)", "Budget (Arkania)", "Water Bill".

    Args:
        shelf: where the name stands.
        identity: a bill or an actor.
        kind: the word for what it is, where the list has to say that and the name does not.
    """
    name = wording.titled(shelf.name(identity))
    told = "" if kind.casefold() == name.casefold() else kind
    more = ", ".join(filter(None, (told, apart(shelf, identity))))
    return name + (f" ({more})" if more else "")


def alphabetic(name: str) -> tuple[bool, str]:
    """Return what names are sorted by: capitals and quotation marks aside, figures last.

    >>> sorted(["10 Bills", "‘Water’ bill", "amnesty law"], key=alphabetic)
    ['amnesty law', '‘Water’ bill', '10 Bills']
    """
    words = name.casefold().lstrip("'\"‘“«")
    return not words[:1].isalpha(), words


def by_name(shelf: Library, identities: Iterable[str]) -> list[str]:
    """Return bills or actors in the order of their names, those of one name by what tells them apart."""
    return sorted(identities, key=lambda one: (alphabetic(shelf.name(one)), apart(shelf, one), one))


def other_names(shelf: Library, identity: str) -> list[str]:
    """Return what articles call a bill or an actor besides its name, what most say first.

    Left out are general words, "house" for a chamber or "text" for a bill, and of a person the offices.
    """
    told: tuple[Actor | Bill, ...] = (*shelf.actors.get(identity, ()), *shelf.bills.get(identity, ()))
    counts, spelt = Counter[str](), dict[str, str]()
    for one in told:
        names = sorted({one.name, *one.aliases})
        counts.update({name.casefold() for name in names})
        for name in names:
            spelt.setdefault(name.casefold(), name)
    own = shelf.name(identity)
    return [
        spelt[key]
        for key in sorted(counts, key=lambda key: (-counts[key], key))
        if key != own.casefold() and not _general(shelf, identity, spelt[key])
    ]


def _general(shelf: Library, identity: str, name: str) -> bool:
    if identity in shelf.bills:
        return name.islower() and " " not in name
    if shelf.kind(identity) is ActorKind.PERSON and name.casefold() in _titles(shelf, identity):
        return True
    return name.islower() and not shelf.name(identity).islower()


def _titles(shelf: Library, actor: str) -> set[str]:
    said = (telling.said for telling in shelf.tenures.get(actor, ()))
    return {one.title.casefold() for one in said if isinstance(one, Tenure)}


@lru_cache(maxsize=24)
def _apart(shelf: Library) -> Mapping[str, str]:
    alike = defaultdict[tuple[str, str], list[str]](list)
    for identity in (*shelf.bills, *shelf.actors):
        kind = "bill" if identity in shelf.bills else shelf.kind(identity).value
        alike[shelf.name(identity).casefold(), kind].append(identity)
    several = [found for found in alike.values() if len(found) > 1]
    if not several:
        return {}
    states, articles = _states(shelf), _first_articles(shelf)
    words = dict[str, str]()
    for found in several:
        counts = Counter(states.get(one) for one in found)
        for one in found:
            state = states.get(one)
            own = state is not None and counts[state] == 1
            words[one] = ", ".join(filter(None, (state, None if own else articles.get(one))))
    return words


def _states(shelf: Library) -> dict[str, str]:
    """Return the state of each bill, and of each actor whose acts and positions are about bills of one."""
    found = {bill: state for bill in shelf.bills if (state := place(shelf, bill))}
    about = defaultdict[str, set[str]](set)
    for event in shelf.assessments:
        state = found.get(shelf.bill_of(event) or "")
        if state:
            for part in shelf.participants(event):
                about[part.actor].add(state)
    for actor in shelf.actors:
        said = (telling.said for telling in shelf.positions.get(actor, ()))
        about[actor] |= {found[one.bill] for one in said if isinstance(one, Position) and one.bill in found}
    return found | {actor: next(iter(states)) for actor, states in about.items() if len(states) == 1}


def _first_articles(shelf: Library) -> dict[str, str]:
    """Return outlet and day of the first article that names each bill and actor."""
    found = dict[str, str]()
    for account in sorted(shelf.collection.accounts, key=lambda a: (str(a.article.published), a.article.id)):
        article = account.article
        day = wording.day(article.published) if article.published else None
        words = ", ".join(filter(None, (article.outlet or article.title or article.id, day)))
        for identity in (*(bill.id for bill in account.bills), *(actor.id for actor in account.actors)):
            found.setdefault(identity, words)
    return found
