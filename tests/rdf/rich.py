"""One article as rich as news gets: sixteen events, fourteen actors, six positions, in invented countries."""

from __future__ import annotations

import datetime as dt

from graph.model import (
    Account,
    Actor,
    Article,
    Bill,
    Collection,
    Distance,
    Event,
    Participant,
    Passage,
    Provision,
    Tenure,
    Window,
)
from graph.terms import ActorKind, Capacity, EventType, Factuality, Outcome, ProvisionKind, Role, Stance
from graph.vocabulary import article_id, mint
from tests.rdf.accounts import Desk, assess

K, E, F, R = ActorKind, EventType, Factuality, Role

TITLE = "Sarvian leaders pledge to let all jailed miners go next week"
SENTENCES = (
    "Sarvia's leaders have pledged to let go all jailed miners within seven days.",
    "The speaker of the Grand Council, Petra Alven, told so after she met the miners' wives, Dagblad writes.",
    "Wives of miners stand before guards of the State Watch in Orlenburg on 3 March 2031.",
    "The speaker said the miners would walk free right after the pardon law is finally adopted; the cabinet"
    " pushes it, and both the opposition and Norland back it.",
    "Alven said that the releases will start between Tuesday and Friday of next week.",
    "She added that once the law is in force every miner will be free.",
    "The meeting was held the day after the Grand Council passed the pardon bill in its first reading.",
    "The text was brought in by acting president Ruta Alven and would free miners, clerks and students.",
    "Before it takes effect, the bill must pass its second reading at one of the sittings set for next week.",
    "After that it goes to the head of state to be signed and is printed in the gazette.",
    "The bill came weeks after an operation of Norland's navy led to the arrest of former president Jon Karst"
    " and his transfer to Port Nor, where he is to be tried.",
    "Ruta Alven said the pardon should close the wounds of years of strife, which began when the Miners'"
    " Front came to power in 2009 under Olof Brandt.",
    "The law covers deeds from 2009 to 2031 but leaves out murder, smuggling and torture.",
    "A pardon has long been demanded by the opposition and by rights groups.",
    "After Karst's removal Norland came out for it too.",
)
TEXT = "\n".join(SENTENCES) + "\nComments"


def day(text: str) -> dt.date:
    """Return a day from an ISO date."""
    return dt.date.fromisoformat(text)


ARTICLE = Article(
    id="sarvia-pardon",
    title=TITLE,
    text=TEXT,
    published=day("2031-03-08"),
    outlet="Dagblad",
    url="https://news.example/sarvia",
    set_aside=(
        Passage(TEXT.index("Wives of"), TEXT.index("Wives of") + len(SENTENCES[2]), "caption"),
        Passage(TEXT.index("Comments"), len(TEXT), "comments"),
    ),
)

ACTORS = {
    "petra": ("Petra Alven", K.PERSON, ("Alven",)),
    "ruta": ("Ruta Alven", K.PERSON, ()),
    "karst": ("Jon Karst", K.PERSON, ("Karst",)),
    "brandt": ("Olof Brandt", K.PERSON, ()),
    "council": ("Grand Council", K.LEGISLATURE, ()),
    "cabinet": ("cabinet", K.GOVERNMENT, ("Sarvia's leaders",)),
    "watch": ("State Watch", K.GOVERNMENT, ()),
    "norland": ("Norland", K.STATE, ()),
    "opposition": ("opposition", K.GROUP, ()),
    "rights": ("rights groups", K.GROUP, ()),
    "wives": ("miners' wives", K.GROUP, ("Wives of miners",)),
    "miners": ("jailed miners", K.GROUP, ("miners",)),
    "front": ("Miners' Front", K.PARTY, ()),
    "head": ("head of state", K.OFFICE, ()),
}
EVENTS = {  # type, whether of the bill, participants, announces
    "introduction": (E.INTRODUCTION, True, {"ruta": R.AGENT}, ()),
    "first": (E.FIRST_READING, True, {"council": R.AGENT}, ()),
    "second": (E.SECOND_READING, True, {"council": R.AGENT}, ()),
    "sending": (E.TRANSMISSION, True, {"head": R.RECIPIENT}, ()),
    "signing": (E.ASSENT, True, {"head": R.AGENT}, ()),
    "printing": (E.PUBLICATION, True, {}, ()),
    "force": (E.COMMENCEMENT, True, {}, ()),
    "promise": (E.PROMISE, False, {"petra": R.AGENT}, ("release",)),
    "meeting": (E.MEETING, False, {"petra": R.AGENT, "wives": R.RECIPIENT}, ()),
    "release": (E.RELEASE, False, {"miners": R.AFFECTED}, ()),
    "protest": (E.PROTEST, False, {"wives": R.AGENT}, ()),
    "operation": (E.OPERATION, False, {"norland": R.AGENT}, ()),
    "arrest": (E.ARREST, False, {"karst": R.AFFECTED}, ()),
    "transfer": (E.TRANSFER, False, {"karst": R.AFFECTED}, ()),
    "removal": (E.REMOVAL, False, {"karst": R.AFFECTED}, ()),
    "accession": (E.ACCESSION, False, {"front": R.AGENT, "brandt": R.AGENT}, ()),
}


def rich() -> Account:
    """Return the account of the article."""
    desk, here = Desk(ARTICLE), article_id(ARTICLE.id)
    bill = mint("bill", "pardon bill", here)
    actor = {key: mint("actor", name, here) for key, (name, _, _) in ACTORS.items()}
    event = {key: mint("event", key, bill) for key in EVENTS}
    week = Window(day("2031-03-10"), None, None, day("2031-03-16"))
    quote = {i: desk.quote(sentence[:24]) for i, sentence in enumerate(SENTENCES)}

    def claim(key: str, status: Factuality, words: str, **more: object) -> object:
        return desk.claim(event[key], status, words, **more)

    def after(*keys: str) -> tuple[str, ...]:
        return tuple(event[key] for key in keys)

    claims = (
        claim("introduction", F.HAPPENED, "The text was"),
        claim("first", F.HAPPENED, "The meeting was", outcome=Outcome.APPROVED),
        claim(
            "second",
            F.SCHEDULED,
            "Before it takes",
            window=week,
            expression="next week",
            timex="2031-W11",
            distance=Distance(here, 2, 8),
        ),
        claim("sending", F.REQUIRED, "After that it", after=after("second")),
        claim("signing", F.REQUIRED, "After that it", after=after("sending")),
        claim("printing", F.REQUIRED, "After that it", after=after("second")),
        claim("force", F.CONDITIONAL, "Before it takes", conditions=after("second")),
        claim("promise", F.HAPPENED, "The speaker of", after=after("meeting"), expression="after she met"),
        claim(
            "meeting",
            F.HAPPENED,
            "The meeting was",
            distance=Distance(event["first"], 1, 1),
            expression="the day after",
        ),
        claim(
            "release",
            F.PROMISED,
            "Alven said",
            source=actor["petra"],
            window=Window(day("2031-03-11"), day("2031-03-14")),
            distance=Distance(here, 3, 6),
            expression="between Tuesday and Friday of next week",
            timex="2031-W11",
            after=after("force"),
        ),
        claim(
            "release",
            F.PROMISED,
            "Sarvian leaders",
            window=week,
            expression="next week",
            timex="2031-W11",
            distance=Distance(here, 2, 8),
        ),
        claim(
            "protest",
            F.HAPPENED,
            "Wives of",
            window=Window(day("2031-03-03"), None, None, day("2031-03-03")),
            expression="on 3 March 2031",
            timex="2031-03-03",
        ),
        claim(
            "operation",
            F.HAPPENED,
            "The bill came",
            distance=Distance(event["introduction"], None, -14),
            expression="weeks after",
        ),
        claim("arrest", F.HAPPENED, "The bill came", after=after("operation")),
        claim("transfer", F.HAPPENED, "The bill came", after=after("arrest")),
        claim("removal", F.HAPPENED, "After Karst's"),
        claim(
            "accession",
            F.HAPPENED,
            "Ruta Alven said",
            window=Window(day("2009-01-01"), None, None, day("2009-12-31")),
            expression="in 2009",
            timex="2009",
        ),
    )
    S = Stance
    return Account(
        article=ARTICLE,
        actors=tuple(Actor(actor[key], *values) for key, values in ACTORS.items()),
        tenures=(
            Tenure(
                mint("tenure", "speaker"),
                actor["petra"],
                "speaker",
                "Grand Council",
                Capacity.INCUMBENT,
                (quote[1],),
            ),
            Tenure(
                mint("tenure", "ruta"), actor["ruta"], "president", "Sarvia", Capacity.ACTING, (quote[7],)
            ),
            Tenure(mint("tenure", "karst"), actor["karst"], "president", None, Capacity.FORMER, (quote[10],)),
        ),
        bills=(Bill(bill, "pardon bill", ("pardon law",), None, "Sarvia"),),
        provisions=(
            Provision(
                mint("provision", "covers"),
                bill,
                ProvisionKind.COVERS,
                "deeds from 2009 to 2031",
                (quote[12],),
                Window(day("2009-01-01"), None, None, day("2031-12-31")),
            ),
            Provision(
                mint("provision", "out"),
                bill,
                ProvisionKind.EXCLUDES,
                "murder, smuggling and torture",
                (quote[12],),
            ),
            Provision(
                mint("provision", "grants"),
                bill,
                ProvisionKind.GRANTS,
                "free miners, clerks and students",
                (quote[7],),
            ),
            Provision(
                mint("provision", "aim"), bill, ProvisionKind.PURPOSE, "close the wounds", (quote[11],)
            ),
        ),
        events=tuple(
            Event(
                event[key],
                kind,
                bill if of_bill else None,
                "presentment" if key == "sending" else None,
                tuple(Participant(actor[who], role) for who, role in parts.items()),
                after(*announced),
            )
            for key, (kind, of_bill, parts, announced) in EVENTS.items()
        ),
        claims=claims,  # type: ignore[arg-type]
        positions=(
            desk.position(actor["cabinet"], S.SUPPORT, bill, "The speaker said"),
            desk.position(actor["opposition"], S.SUPPORT, bill, "The speaker said"),
            desk.position(actor["norland"], S.SUPPORT, bill, "The speaker said"),
            desk.position(actor["opposition"], S.DEMAND, bill, "A pardon has"),
            desk.position(actor["rights"], S.DEMAND, bill, "A pardon has"),
            desk.position(actor["petra"], S.SUPPORT, bill, "She added"),
        ),
    )


def collection() -> Collection:
    """Return the account with its assessments and names, windows narrowed as far as reason goes."""
    account = rich()
    names = {one.id: one.name for one in (*account.actors, *account.bills)}
    assessments = assess(account, {event.id: f"{event.type} of the pardon bill" for event in account.events})
    return Collection((account,), assessments, names)
