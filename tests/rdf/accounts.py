"""An account written by hand: a small bill in the invented country Arkania."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from graph.model import (
    Account,
    Actor,
    Article,
    Assessment,
    Bill,
    Claim,
    Collection,
    Distance,
    Event,
    Participant,
    Passage,
    Position,
    Quote,
    Tenure,
    Votes,
    Window,
)
from graph.terms import (
    ActorKind,
    Capacity,
    EventType,
    Factuality,
    Outcome,
    Role,
    Stance,
)
from graph.vocabulary import article_id, mint

K, E, F, R = ActorKind, EventType, Factuality, Role


def day(text: str) -> dt.date:
    """Return a day of 2031 from month and day."""
    return dt.date.fromisoformat(f"2031-{text}")


class Desk:
    """Cuts quotes out of an article and mints its identifiers."""

    def __init__(self, article: Article) -> None:
        self.article = article

    def quote(self, words: str) -> Quote:
        """Return the sentence of the title or the text that begins with these words."""
        if self.article.title.startswith(words):
            return Quote("title", 0, len(self.article.title), self.article.title)
        start = self.article.text.index(words)
        end = self.article.text.index(".", start) + 1
        return Quote("text", start, end, self.article.text[start:end])

    def claim(self, event: str, status: Factuality, words: str, **more: object) -> Claim:
        """Return a claim about an event, told in the sentence that begins with these words."""
        identity = mint("claim", f"{status} {event}", article_id(self.article.id), str(more.get("source")))
        return Claim(identity, event, status, (self.quote(words),), f"rule: {words}", 0.85, **more)  # type: ignore[arg-type]

    def position(self, holder: str, stance: Stance, bill: str, words: str) -> Position:
        """Return a position told in the sentence that begins with these words."""
        identity = mint("position", stance, article_id(self.article.id), holder, bill)
        return Position(identity, holder, stance, bill, (self.quote(words),), f"rule: {words}", 0.7)


def assess(account: Account, labels: dict[str, str], **more: object) -> tuple[Assessment, ...]:
    """Return one plain assessment for each event of an account: the first claim's word and days."""
    first = {claim.event: claim for claim in reversed(account.claims)}
    return tuple(
        replace(
            Assessment(
                event.id,
                event.type,
                labels.get(event.id, event.type.value),
                first[event.id].factuality,
                first[event.id].outcome,
                first[event.id].votes,
                first[event.id].window,
                follows=first[event.id].after[:1],
            ),
            **more,
        )
        for event in account.events
    )


WATER = Article(
    id="arkania-water",
    title="Arkania's Senate backs the Water Bill",
    text=(
        "The Senate of Arkania adopted the Water Bill on 3 March by 41 votes to 7. "
        "Senator Ona Vey had introduced it in January. "
        "President Ilmar Tosk promised to sign the law within a week. "
        "The Farmers' League opposes it.\nShare this"
    ),
    published=day("03-04"),
    outlet="The Arkanian",
    url="https://news.example/water [1]",
)
WATER = replace(WATER, set_aside=(Passage(WATER.text.index("Share"), len(WATER.text), "share"),))


def water() -> Account:
    """Return the account of the small bill: four events, one position."""
    desk = Desk(WATER)
    bill = mint("bill", "Water Bill", "Arkania")
    senate, vey, tosk, league = (
        mint("actor", name) for name in ("Senate", "Ona Vey", "Ilmar Tosk", "Farmers' League")
    )
    passage, start, promise, sign = (
        mint("event", name, bill) for name in ("passage", "introduction", "promise", "assent")
    )
    week = Window(day("03-04"), None, None, day("03-11"))
    return Account(
        article=WATER,
        actors=(
            Actor(senate, "Senate of Arkania", K.CHAMBER, ("Senate",)),
            Actor(vey, "Ona Vey", K.PERSON),
            Actor(tosk, "Ilmar Tosk", K.PERSON),
            Actor(league, "Farmers' League", K.ORGANISATION),
        ),
        tenures=(
            Tenure(
                mint("tenure", "president", tosk),
                tosk,
                "President",
                "Arkania",
                Capacity.INCUMBENT,
                (desk.quote("President Ilmar"),),
            ),
        ),
        bills=(Bill(bill, "Water Bill", (), None, "Arkania"),),
        events=(
            Event(passage, E.PASSAGE, bill, "chamber-passage", (Participant(senate, R.AGENT),)),
            Event(start, E.INTRODUCTION, bill, None, (Participant(vey, R.AGENT),)),
            Event(promise, E.PROMISE, bill, None, (Participant(tosk, R.AGENT),), (sign,)),
            Event(sign, E.ASSENT, bill, None, (Participant(tosk, R.AGENT),)),
        ),
        claims=(
            desk.claim(
                passage,
                F.HAPPENED,
                "The Senate of",
                window=Window(day("03-03"), None, None, day("03-03")),
                expression="on 3 March",
                timex="2031-03-03",
                outcome=Outcome.APPROVED,
                votes=Votes(41, 7),
            ),
            desk.claim(passage, F.HAPPENED, "Arkania's Senate", source=tosk),
            desk.claim(start, F.HAPPENED, "Senator", window=Window(day("01-01"), None, None, day("01-31"))),
            desk.claim(promise, F.HAPPENED, "President Ilmar"),
            desk.claim(
                sign,
                F.PROMISED,
                "President Ilmar",
                source=tosk,
                window=week,
                expression="within a week",
                distance=Distance(article_id(WATER.id), 0, 7),
                after=(passage,),
            ),
        ),
        positions=(desk.position(league, Stance.OPPOSITION, bill, "The Farmers' League"),),
    )


def collection() -> Collection:
    """Return the small bill with its assessments and names."""
    account = water()
    labels = {event.id: f"{event.type} of the Water Bill" for event in account.events}
    names = {one.id: one.name for one in (*account.actors, *account.bills)}
    return Collection((account,), assess(account, labels), names)
