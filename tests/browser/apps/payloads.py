"""Invented stories for the drawings, from twelve events to two thousand, plain and hostile."""

from __future__ import annotations

import datetime as dt
from typing import Any

Payload = dict[str, Any]

HOSTILE = (
    "<img src=x onerror=\"document.title='owned'\">",
    "<script>document.title='owned'</script> of the harbour",
    "</text><script>document.title='owned'</script>",
    "javascript:document.title='owned' href=http://127.0.0.9/leak",
    "\u202eruobrah eht ni srebmun\u0007 reversed",
    "{{7*7}} ${document.title='owned'} &lt;b&gt;",
    "'\"><svg onload=document.title='owned'>",
    "url(http://tracker.example/pixel.png)",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsgesetz" * 2,
    "The committee on harbours, lighthouses, inland waters and the upkeep of quays asks for a report on " * 4,
)

TRACKS = [
    {"id": "government", "label": "Government"},
    {"id": "assembly", "label": "National Assembly"},
    {"id": "senate", "label": "Senate of the Harbour Provinces"},
    {"id": "public", "label": "Citizens and courts"},
]
STATUSES = (
    "happened",
    "ongoing",
    "scheduled",
    "expected",
    "promised",
    "required",
    "conditional",
    "possible",
    "cancelled",
    "denied",
    "unknown",
)


def event(
    identifier: str, label: str, track: str, status: str, start: str | None, end: str | None, **more: object
) -> Payload:
    return {
        "id": identifier,
        "label": label,
        "track": track,
        "type": "debate",
        "aside": None,
        "status": status,
        "start": start,
        "end": end,
        "latest_begin": None,
        "earliest_end": None,
        "if_kept": None,
        "outcome": None,
        "by": None,
        "reported": None,
        "articles": 1,
        "words": None,
        **more,
    }


def story() -> Payload:
    events = [
        event(
            "draft",
            "Draft of the harbour act published",
            "government",
            "happened",
            "2026-01-12",
            "2026-01-12",
            by="Ministry of Ports",
        ),
        event(
            "intro",
            "Harbour act introduced",
            "government",
            "happened",
            "2026-01-20",
            "2026-01-20",
            by="Ada Lindqvist",
        ),
        event(
            "first",
            "First reading of the harbour act",
            "assembly",
            "happened",
            None,
            "2026-02-06",
            outcome="approved",
            by="National Assembly",
            articles=3,
            reported="2026-02-07",
        ),
        event(
            "hearing",
            "Hearing of dock workers",
            "assembly",
            "happened",
            "2026-01-26",
            "2026-01-30",
            words="last week",
        ),
        event(
            "committee",
            "Committee on ports sits",
            "assembly",
            "ongoing",
            "2026-02-03",
            "2026-02-28",
            latest_begin="2026-02-05",
            earliest_end="2026-02-20",
        ),
        event(
            "second", "Second reading", "assembly", "scheduled", "2026-02-09", "2026-02-15", words="next week"
        ),
        event("senate", "Vote in the Senate", "senate", "expected", "2026-03-02", "2026-03-02"),
        event(
            "release",
            "Release of the seized boats",
            "government",
            "promised",
            "2026-02-09",
            None,
            if_kept={"start": "2026-02-10", "end": "2026-02-13"},
            by="Ada Lindqvist",
        ),
        event("assent", "Signature by the head of state", "government", "required", "2026-02-16", None),
        event("force", "Entry into force", "government", "conditional", "2026-03-01", "2026-04-30"),
        event(
            "court", "Complaint at the constitutional court", "public", "possible", "2026-03-15", "2026-04-10"
        ),
        event("strike", "General strike of the pilots", "public", "cancelled", "2026-02-18", "2026-02-18"),
        event(
            "deal",
            "Secret agreement with the shipping company",
            "public",
            "denied",
            "2026-01-01",
            "2026-01-31",
        ),
        event("old", "Port monopoly created", "government", "happened", "1999-01-01", "1999-12-31"),
    ]
    links = [
        {"source": "assent", "target": "second", "kind": "requires", "days": None},
        {"source": "force", "target": "assent", "kind": "requires", "days": None},
        {"source": "release", "target": "force", "kind": "requires", "days": None},
        {"source": "second", "target": "first", "kind": "follows", "days": None},
    ]
    return {
        "title": "Harbour act",
        "tracks": TRACKS,
        "events": events,
        "links": links,
        "as_of": "2026-02-07",
        "undated_order": [],
    }


def background() -> Payload:
    """The story after a row of elections, which are no steps of its bill."""
    base = story()
    steps = [one for one in base["events"] if one["id"] != "old"]
    elections = [
        event(
            f"e{year}",
            f"Election of {year}",
            "public",
            "happened",
            f"{year}-05-04",
            f"{year}-05-04",
            aside=True,
        )
        for year in (2013, 2018, 2023, 2024, 2025)
    ]
    return {**base, "events": [*elections, *steps]}


def undated(dated: bool = True) -> Payload:
    base = story() if dated else {**story(), "events": [], "links": [], "as_of": None}
    steps = [
        event(
            "u1",
            "Bill sent to the president's office",
            "government",
            "required",
            None,
            None,
            by="National Assembly",
        ),
        event("u2", "Signature", "government", "required", None, None),
        event("u3", "Publication in the official gazette", "government", "conditional", None, None),
        event(
            "u4",
            "Meeting with the families of the crew",
            "public",
            "happened",
            None,
            None,
            by="Ada Lindqvist",
        ),
        event("u5", "Walk of the families to the harbour", "public", "happened", None, None),
        event("u6", "Strike", "public", "denied", None, None),
    ]
    links = [
        {"source": "u2", "target": "u1", "kind": "requires", "days": None},
        {"source": "u3", "target": "u2", "kind": "follows", "days": "within 10 days"},
        {"source": "u5", "target": "u4", "kind": "follows", "days": "1 day later"},
    ]
    if dated:
        links.append({"source": "u4", "target": "first", "kind": "follows", "days": "1 day later"})
    return {
        **base,
        "events": [*base["events"], *steps],
        "links": [*base["links"], *links],
        "undated_order": ["u1", "u2", "u3", "u4", "u5", "u6"],
    }


def many(number: int) -> Payload:
    """Spread events over two years, unevenly but the same on every run."""
    first = dt.date(2025, 1, 6)
    verbs = (
        "Debate on",
        "Hearing about",
        "Statement on",
        "Vote on",
        "Amendment to",
        "Letter about",
        "Walk for",
    )
    things = (
        "mooring fees",
        "the pilots' pay",
        "the dredging clause",
        "night landings",
        "the ferry line",
        "clause 14 of the harbour act",
        "fish",
    )
    events = []
    for at in range(number):
        day = first + dt.timedelta(days=(at * at * 7 + at * 31) % 700)
        long = (at * 5) % 9
        shape = at % 7
        start: str | None = day.isoformat()
        end: str | None = start if shape < 4 else (day + dt.timedelta(days=long * 3 + 1)).isoformat()
        if shape == 5:
            start = None
        if shape == 6:
            end = None
        label = f"{verbs[at % 7]} {things[(at * 3 + at // 7) % 7]}" + (
            " in the plenary of both chambers" if at % 5 == 0 else ""
        )
        events.append(
            event(
                f"e{at}",
                label,
                TRACKS[at % 4]["id"],
                STATUSES[(at * 3) % 11] if at % 2 else "happened",
                start,
                end,
                articles=1 + at % 4,
            )
        )
    return {
        "title": f"{number} events",
        "tracks": TRACKS,
        "events": events,
        "links": [],
        "as_of": None,
        "undated_order": [],
    }


def same_day(number: int) -> Payload:
    events = [
        event(f"s{at}", f"Speech number {at + 1}", "assembly", "happened", "2026-02-06", "2026-02-06")
        for at in range(number)
    ]
    return {
        "title": "One day",
        "tracks": TRACKS,
        "events": events,
        "links": [],
        "as_of": None,
        "undated_order": [],
    }


def hostile() -> Payload:
    events = [
        event(
            f"h{at} '\"<>",
            text,
            f"t{at % 2}",
            STATUSES[at % 11],
            f"2026-02-{at + 1:02d}",
            f"2026-02-{at + 1 + at % 3:02d}",
            by=text,
            words=text,
            outcome=text,
        )
        for at, text in enumerate(HOSTILE)
    ]
    events.append(event("odd", "Day that does not exist", "t0", "no such status", "2026-02-30", None))
    events += [
        event(f"hu{at}", text, "t1", "required", None, None, by=text) for at, text in enumerate(HOSTILE)
    ]
    tracks = [{"id": "t0", "label": HOSTILE[0]}, {"id": "t1", "label": HOSTILE[8]}]
    links = [
        {"source": "hu1", "target": "hu0", "kind": "follows", "days": HOSTILE[1]},
        {"source": "hu2", "target": "gone", "kind": "requires", "days": None},
    ]
    return {
        "title": HOSTILE[0],
        "tracks": tracks,
        "events": events,
        "links": links,
        "as_of": "tomorrow",
        "undated_order": ["hu0", "hu1"],
    }


def scattered(tracks: int, each: int) -> Payload:
    """Return so many events in each of so many tracks, as a row for each state has them."""
    told = many(tracks * each)
    for at, one in enumerate(told["events"]):
        one["track"] = f"state{at % tracks}"
    named = [{"id": f"state{at}", "label": f"State {at}"} for at in range(tracks)]
    return told | {"tracks": named, "links": []}


def timelines(name: str) -> Payload:
    """Return the timeline of this name."""
    makers = {
        "story": story,
        "background": background,
        "undated": undated,
        "order": lambda: undated(dated=False),
        "hundred": lambda: many(100),
        "crowd": lambda: many(2000),
        "crowd10000": lambda: many(10_000),
        "states": lambda: scattered(100, 10),
        "day": lambda: same_day(90),
        "hostile": hostile,
        "empty": lambda: {"tracks": [], "events": [], "links": [], "as_of": None, "undated_order": []},
    }
    return makers[name]()


def node(identifier: str, label: str, kind: str, degree: int = 1, status: str | None = None) -> Payload:
    return {"id": identifier, "label": label, "kind": kind, "degree": degree, "status": status}


def edge(source: str, target: str, label: str, status: str = "happened", count: int = 1) -> Payload:
    return {"source": source, "target": target, "label": label, "status": status, "count": count}


def harbour() -> Payload:
    nodes = [
        node("act", "Harbour act", "bill", 9),
        node("ada", "Ada Lindqvist", "person", 6),
        node("assembly", "National Assembly", "legislature", 4),
        node("senate", "Senate of the Harbour Provinces", "chamber", 2),
        node("ports", "Committee on ports", "committee", 2),
        node("pilots", "relatives of the pilots", "group", 2),
        node("court", "Constitutional court", "court", 1),
        node("blue", "Blue Coast Party", "party", 2),
        node("first", "First reading", "event", 2, "happened"),
        node("second", "Second reading", "event", 2, "scheduled"),
        node("release", "Release of the seized boats", "event", 2, "promised"),
        node("head", "the head of state", "office", 1),
    ]
    edges = [
        edge("ada", "act", "introduces"),
        edge("ada", "act", "supports"),
        edge("ada", "release", "announces"),
        edge("assembly", "first", "decides"),
        edge("first", "act", "moves"),
        edge("second", "act", "moves", "scheduled"),
        edge("assembly", "second", "decides", "scheduled"),
        edge("release", "act", "after entry into force", "promised"),
        edge("ports", "act", "examines", "ongoing", 3),
        edge("senate", "act", "votes on", "expected"),
        edge("pilots", "act", "demands more", count=2),
        edge("pilots", "release", "waits for", "promised"),
        edge("court", "act", "reviews", "possible"),
        edge("blue", "act", "opposes"),
        edge("blue", "ada", "criticises"),
        edge("ada", "blue", "answers"),
        edge("head", "act", "signs", "required"),
        edge("ada", "assembly", "speaks in"),
    ]
    return {"focus": "act", "nodes": nodes, "edges": edges, "hidden": 0}


KINDS = (
    "person",
    "legislature",
    "chamber",
    "committee",
    "party",
    "government",
    "court",
    "state",
    "group",
    "office",
    "organisation",
    "event",
)


def web(number: int) -> Payload:
    names = (
        "Ilse Varga",
        "Committee on inland waters and quays",
        "Tomas Ferreira da Silva",
        "Free Pilots",
        "Ministry of Ports",
        "residents of the old town",
        "Second debate on clause 14",
    )
    nodes = [node("act", "Harbour act", "bill", number + 7)]
    edges = []
    for at in range(1, number):
        kind = KINDS[at % 12]
        nodes.append(
            node(
                f"n{at}",
                f"{names[at % 7]} {at}",
                kind,
                1 + at % 4,
                STATUSES[at % 11] if kind == "event" else None,
            )
        )
        edges.append(
            edge(
                f"n{at}",
                "act" if at % 3 else f"n{max(1, at // 3)}",
                ("supports", "opposes", "speaks on", "asks for a report on")[at % 4],
                STATUSES[(at * 5) % 11],
                1 + at % 3,
            )
        )
    return {"focus": "act", "nodes": nodes, "edges": edges, "hidden": 7}


def hostile_web() -> Payload:
    nodes = [
        node(f"x{at} '\"<>", text, KINDS[at % 12] if at else "no such kind", 2, "happened")
        for at, text in enumerate(HOSTILE)
    ]
    edges = [
        edge(nodes[0]["id"], other["id"], HOSTILE[at], STATUSES[at % 11])
        for at, other in enumerate(nodes[1:])
    ]
    edges += [edge("gone", nodes[0]["id"], "leads nowhere"), edge(nodes[1]["id"], nodes[1]["id"], "loops")]
    return {"focus": nodes[0]["id"], "nodes": nodes, "edges": edges, "hidden": 0}


def relation_webs(name: str) -> Payload:
    """Return the relations of this name."""
    makers = {
        "story": harbour,
        "sixty": lambda: web(60),
        "ninety": lambda: web(90),
        "hostile": hostile_web,
        "alone": lambda: {
            "focus": "a",
            "nodes": [node("a", "Ada Lindqvist", "person", 0)],
            "edges": [],
            "hidden": 0,
        },
        "empty": lambda: {"focus": "a", "nodes": [], "edges": [], "hidden": 0},
    }
    return makers[name]()
