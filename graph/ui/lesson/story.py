"""What a lesson tells of one bill, as plain JSON.

Events, sentences, sources and names have short names that are also places in the page (`e3`, `s12`, `a2`,
`n5`), so that what links to an address of the app links to the place in the page instead::

    {"title": "…", "stands": "…", "told": "…",
     "events": [{"label": "…", "status": "promised", "when": "…", "about": "release: …",
                 "ahead": true,                                         # only of what lies ahead
                 "past": "No article tells …",                          # of what was announced, and is over
                 "told": [[12, "promised", "in the words of …"]],       # its sentences, the best first
                 "facts": [{"name": "Who", "value": "…", "note": "…"}],
                 "more": 2}],                                           # sentences that are left out
     "steps": [0, 3],                                                   # numbers of events
     "over": [3],                        # those of them that were announced, and that the bill has gone past
     "sentences": [{"quote": "…", "source": 2}],
     "sources": [{"outlet": "…", "title": "…", "day": "…", "url": "…", "retold": true}],
     "quiz": [{"ask": "…", …}],                                         # see quiz.py
     "names": {"n5": {"label": "…", "kind": "person", "facts": […], "events": [3]}},
     "timeline": {…}, "relations": {…}, "bill": {…}, "covers": […]}     # as the drawings take them

`slides_of` gives the part that is shown one step at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from graph import wording
from graph.model import Account, Article, Assessment, Claim, Quote
from graph.terms import Factuality
from graph.ui.about import covers_payload
from graph.ui.address import parsed
from graph.ui.articles import safe
from graph.ui.bill import bill_payload
from graph.ui.components.timeline import picture_of
from graph.ui.evidence import of_actor, of_event
from graph.ui.glossary import of_event_type
from graph.views import overview
from graph.views.library import Library
from graph.views.linked import multigraph
from graph.views.network import neighbourhood
from graph.views.plans import become, gone_past
from graph.views.timeline import Choice, chosen, timeline_payload

SENTENCES = 4
"""Sentences of one event that the file has room for; the best of them come first."""

Place = tuple[str, str, int]
"""Where a sentence stands: article, part, first character."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A sentence as evidence: the article, what is said, and the words."""

    article: Article
    said: Claim
    quote: Quote


@dataclass(frozen=True)
class Story:
    """A bill with its events and sentences in the order in which the lesson numbers them."""

    shelf: Library
    bill: str

    @cached_property
    def events(self) -> tuple[Assessment, ...]:
        """The events of the timeline."""
        return tuple(chosen(self.shelf, Choice(bill=self.bill)))

    @cached_property
    def own(self) -> tuple[Assessment, ...]:
        """The events of the bill itself."""
        return tuple(one for one in self.events if self.shelf.bill_of(one.event) == self.bill)

    @cached_property
    def number(self) -> Mapping[str, int]:
        """The number of each event."""
        return {one.event: at for at, one in enumerate(self.events)}

    @cached_property
    def sources(self) -> tuple[Account, ...]:
        """The articles that name the bill or tell one of the events, by day of publication."""
        telling = {a.article.id: a for one in self.events for a in self.shelf.articles_of(one.event)}
        naming = {a.article.id: a for a in overview.card(self.shelf, self.bill).articles}
        found = {**telling, **naming}.values()
        return tuple(sorted(found, key=lambda a: (str(a.article.published or "9999"), a.article.id)))

    @cached_property
    def quotes(self) -> Mapping[Place, Quote]:
        """The sentences by place, source by source as they stand in it; the key is in the numbers' order."""
        order = {a.article.id: at for at, a in enumerate(self.sources)}
        found = {
            place: shown.quote
            for one in self.events
            for place, shown in list(self.told(one).items())[:SENTENCES]
        }
        return dict(sorted(found.items(), key=lambda p: (order[p[0][0]], p[0][1] == "text", p[0][2])))

    @cached_property
    def sentence(self) -> Mapping[Place, int]:
        """The number of each sentence."""
        return {place: at for at, place in enumerate(self.quotes)}

    def claims(self, one: Assessment) -> list[tuple[Account, Claim]]:
        """Return what each article says of an event: of its status, from the text, the surest first."""
        tellings = self.shelf.claims.get(one.event, ())
        found = [(t.account, t.said) for t in tellings if isinstance(t.said, Claim)]

        def worth(telling: tuple[Account, Claim]) -> tuple[bool, bool, float]:
            _, said = telling
            return said.factuality is not one.status, said.quotes[0].part == "title", -said.confidence

        return sorted(found, key=worth)

    def told(self, one: Assessment) -> Mapping[Place, Shown]:
        """Return the sentences that tell an event, each once, by place; first those that show best what a
        claim says.
        """
        found = dict[Place, Shown]()
        for account, said in self.claims(one):
            for quote in wording.most_telling(said.quotes, wording.words_of(said)):
                place = (account.article.id, quote.part, quote.start)
                found.setdefault(place, Shown(account.article, said, quote))
        return found

    def label(self, one: Assessment) -> str:
        """Return the name of an event where the bill is named anyway."""
        return wording.beside(one.label, self.shelf.name(self.bill))


def story_of(story: Story) -> dict[str, Any]:
    """Return what a lesson tells of a bill, as this module's docstring has it.

    Raises:
        KeyError: no article names the bill.
    """
    shelf, bill = story.shelf, story.bill
    graph = neighbourhood(multigraph(shelf), bill, expanded=_centres(story))
    short = _short_names(story, (node["id"] for node in graph["nodes"]))
    others = [node["id"] for node in graph["nodes"] if node["kind"] != "event"]
    for edge in graph["edges"]:
        del edge["id"]
    return {
        **slides_of(story),
        "events": [_slide(story, one) | _more(story, one) for one in story.events],
        "names": {short[one]: _name(story, one) for one in others},
        "timeline": _placed(story, _drawn_timeline(story), short),
        "relations": _placed(story, graph, short),
        "bill": _placed(story, bill_payload(shelf, bill), short),
        "covers": _placed(story, covers_payload(shelf, bill)["groups"], short),
    }


def slides_of(story: Story) -> dict[str, Any]:
    """Return what is shown of a bill one step at a time, with the sentences and their sources.

    Raises:
        KeyError: no article names the bill.
    """
    shelf, bill = story.shelf, story.bill
    return {
        "title": wording.titled(shelf.name(bill)),
        "stands": overview.where_it_stands(overview.card(shelf, bill)),
        "told": _told_until(story),
        "events": [_slide(story, one) for one in story.events],
        "steps": [story.number[one.event] for one in story.events if _is_step(story, one)],
        "over": [story.number[one.event] for one in story.own if gone_past(shelf, bill, one)],
        "sentences": _sentences(story),
        "sources": [_source(account) for account in story.sources],
    }


def _is_step(story: Story, one: Assessment) -> bool:
    """Whether an event is shown as a step: all of the bill, and what is promised beside it."""
    return story.shelf.bill_of(one.event) == story.bill or one.status is Factuality.PROMISED


def _centres(story: Story) -> frozenset[str]:
    """Return the steps whose people are wanted in the picture of relations."""
    return frozenset(one.event for one in story.own if one.type.is_stage and one.status.is_fact)


def _told_until(story: Story) -> str:
    days = [a.article.published for a in story.sources if a.article.published]
    number = len(story.sources)
    until = f", the latest of {wording.day(max(days))}" if days else ""
    return f"Read from {number} {'article' if number == 1 else 'articles'}{until}."


def _slide(story: Story, one: Assessment) -> dict[str, Any]:
    told = list(story.told(one).items())[:SENTENCES]
    return {
        "label": story.label(one),
        "status": one.status.value,
        "when": "" if one.window.is_open else wording.when(one.window),
        "about": of_event_type(one.type),
        "told": [_said(story, place, shown.said) for place, shown in told],
        **_ahead(story, one),
    }


def _ahead(story: Story, one: Assessment) -> dict[str, Any]:
    """Return whether what was announced still lies ahead, or else what became of it."""
    if not one.status.lies_ahead:
        return {}
    past = become(story.shelf, story.bill, one)
    return {"past": past} if past else {"ahead": True}


def _more(story: Story, one: Assessment) -> dict[str, Any]:
    """Return what stands beside the drawings about an event."""
    facts, told = of_event(story.shelf, one.event)["facts"], story.told(one)
    return {"facts": facts, "more": max(len(told) - SENTENCES, 0)}


def _said(story: Story, place: Place, said: Claim) -> list[Any]:
    by = f"in the words of {story.shelf.name(said.source)}" if said.source else ""
    return [story.sentence[place], said.factuality.value, by]


def _sentences(story: Story) -> list[dict[str, Any]]:
    order = {account.article.id: at for at, account in enumerate(story.sources)}
    return [{"quote": quote.exact, "source": order[place[0]]} for place, quote in story.quotes.items()]


def _source(account: Account) -> dict[str, Any]:
    article = account.article
    return {
        "outlet": article.outlet or "",
        "title": article.title,
        "day": wording.day(article.published) if article.published else "day unknown",
        "url": article.url or "",
        "link": bool(article.url and safe(article.url)),
        "retold": article.retold,
    }


def _name(story: Story, identity: str) -> dict[str, Any]:
    shelf = story.shelf
    if identity not in shelf.actors:
        return {"label": wording.titled(shelf.name(identity)), "kind": "bill", "facts": [], "events": []}
    panel = of_actor(shelf, identity)
    events = [story.number[one.event] for one in story.events if _takes_part(shelf, identity, one)]
    return {"label": panel["title"], "kind": panel["kind"], "facts": panel["facts"], "events": events}


def _takes_part(shelf: Library, actor: str, one: Assessment) -> bool:
    return actor in {part.actor for part in shelf.participants(one.event)}


def _drawn_timeline(story: Story) -> dict[str, Any]:
    title = wording.titled(story.shelf.name(story.bill))
    return picture_of(timeline_payload(story.shelf, Choice(bill=story.bill), title=title))


# ---- short names -------------------------------------------------------------------------------------------


def _short_names(story: Story, nodes: Iterable[str]) -> dict[str, str]:
    """Return the short name of each event, and of what else is drawn among the relations."""
    events = {event: f"e{at}" for event, at in story.number.items()}
    others = (node for node in nodes if node not in events)
    return {**events, **{node: f"n{at}" for at, node in enumerate(others)}}


def _placed(story: Story, picture: Any, short: Mapping[str, str]) -> Any:  # noqa: ANN401 - any JSON
    """Return a picture with short names, whose links lead to places in the page.

    Where it names a source that is a retelling, it says so.
    """
    if isinstance(picture, list):
        return [_placed(story, one, short) for one in picture]
    if not isinstance(picture, dict):
        return picture
    retold = ", retold" if _is_retold(story, picture.get("to")) else ""
    placed = dict[str, Any]()
    for key, value in picture.items():
        if key == "to":
            placed[key] = _goal(story, value, short)
        elif key in ("id", "source", "target", "focus"):
            placed[key] = short.get(value, value)
        elif key == "undated_order":
            placed[key] = [short.get(one, one) for one in value]
        elif key in ("where", "detail"):
            placed[key] = f"{value}{retold}"
        else:
            placed[key] = _placed(story, value, short)
    return placed


def _is_retold(story: Story, to: object) -> bool:
    found = parsed(to)
    article = dict(found[1]).get("article") if found else None
    return any(account.article.id == article and account.article.retold for account in story.sources)


def _goal(story: Story, to: object, short: Mapping[str, str]) -> str | None:
    """Return the place in the page of what an address of the app shows; None where the page lacks it."""
    found = parsed(to)
    told = dict(found[1]) if found else {}
    if "event" in told:
        return f"#{short[told['event']]}" if told["event"] in short else None
    if "article" in told:
        place = (told["article"], told.get("part", "text"), int(told.get("at", "0")))
        if place in story.sentence:
            return f"#s{story.sentence[place]}"
        order = [account.article.id for account in story.sources]
        return f"#a{order.index(told['article'])}" if told["article"] in order else None
    return None
