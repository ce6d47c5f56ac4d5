"""A story in which every text that an article can bring tries to run script, fetch a picture or be a link."""

from __future__ import annotations

from dataclasses import replace

from graph.linking.assessment import collect
from graph.model import Account, Collection, Quote
from tests.rdf import accounts

CANARY = "canary-7f3"
"""Stands in every address that must never be asked for."""
ATTACKS = (
    f"<img src=/{CANARY}.png onerror=window.hit=1>",
    "<script>window.hit=1</script>",
    f"![x](http://evil.example/{CANARY}.png)",
    "[click](javascript:window.hit=1)",
    f'"><svg onload="window.hit=1"><image href="/{CANARY}.svg"/></svg>',
    f"<iframe srcdoc='<script>parent.hit=1</script>' src=/{CANARY}.html></iframe>",
    f"</style></script><link rel=stylesheet href=/{CANARY}.css>",
)
EVIL = " ".join(ATTACKS)


def account(name: str = "arkania-water", outlet: str = "The Arkanian") -> Account:
    """Return the small bill with attacks in title, text, names, offices, outlet, address and rules.

    Args:
        name: of the article.
        outlet: who tells it.
    """
    water = accounts.water()
    said = water.article.text.replace("Water Bill", f"Water Bill {EVIL}")
    article = replace(
        water.article,
        id=name,
        title=f"Senate backs {EVIL}",
        text=said,
        outlet=f"{outlet} {EVIL}",
        url="javascript:window.hit=1",
        set_aside=(),
        notices=(f"notice {EVIL}",),
    )

    def quoted(quote: Quote) -> Quote:
        if quote.part == "title":
            return Quote("title", 0, len(article.title), article.title)
        exact = quote.exact.replace("Water Bill", f"Water Bill {EVIL}")
        start = said.index(exact)
        return Quote("text", start, start + len(exact), exact)

    return replace(
        water,
        article=article,
        actors=tuple(replace(one, name=f"{one.name} {EVIL}", aliases=(EVIL,)) for one in water.actors),
        bills=tuple(
            replace(one, name=f"Water Bill {EVIL}", number=EVIL, jurisdiction=f"Arkania {EVIL}")
            for one in water.bills
        ),
        tenures=tuple(
            replace(one, title=f"President {EVIL}", quotes=tuple(map(quoted, one.quotes)))
            for one in water.tenures
        ),
        claims=tuple(
            replace(
                one,
                id=f"{one.id}-{name}",
                quotes=tuple(map(quoted, one.quotes)),
                because=f"rule {EVIL}",
                expression=EVIL if one.expression else None,
            )
            for one in water.claims
        ),
        positions=tuple(replace(one, quotes=tuple(map(quoted, one.quotes))) for one in water.positions),
    )


def collection() -> Collection:
    """Return the story as two outlets tell it, linked and assessed; labels of events are attacks too."""
    whole = collect([account(), account("evening-water", "The Evening")])
    return replace(
        whole, assessments=tuple(replace(one, label=f"{one.label} {EVIL}") for one in whole.assessments)
    )
