"""The lesson: one file, its policy, its size, what it tells and what it asks."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import itertools
import json
import re
import sys
import zlib
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from graph.__main__ import app
from graph.articles import read_inputs
from graph.lexicons import ROOT
from graph.linking.assessment import collect
from graph.model import Account, Actor, Article, Bill, Claim, Event, Participant, Quote, Votes, Window
from graph.terms import ActorKind, EventType, Factuality, Role
from graph.ui import bill as page
from graph.ui import shelf as shelves
from graph.ui.lesson import file_name
from graph.ui.lesson.alike import alike
from graph.ui.lesson.page import lesson
from graph.ui.lesson.plan import Plan, everything, planned, usual
from graph.ui.lesson.quiz import quiz
from graph.ui.lesson.story import Story, slides_of, story_of
from graph.views.library import Library, library
from graph.vocabulary import mint
from tests.rdf import accounts
from tests.ui.conftest import Show

sys.path.insert(0, str(ROOT / "tests" / "browser"))  # the browser tests are no package

import hostile

LIMIT = 100_000  # bytes of a lesson of a hundred events


class Page(HTMLParser):
    """What stands in a lesson: tags with their attributes, and the text of each element with an id."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.tags = list[tuple[str, dict[str, str | None]]]()
        self.texts = dict[str, str]()
        self.feed(content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        tag, attributes = self.tags[-1] if self.tags else ("", {})
        self.texts.setdefault(attributes.get("id") or tag, data)

    def unpacked(self, name: str) -> str:
        return zlib.decompress(base64.b85decode(self.texts[name].replace(",", "<"))).decode()

    @property
    def policy(self) -> dict[str, str]:
        (found,) = [
            a["content"] or "" for _, a in self.tags if a.get("http-equiv") == "Content-Security-Policy"
        ]
        return dict(one.split(" ", 1) for one in found.split("; "))


@pytest.fixture(scope="module")
def water() -> Story:
    shelf = library(accounts.collection())
    return Story(shelf, next(iter(shelf.bills)))


@pytest.fixture(scope="module")
def amnesty(small_shelf: Library) -> Story:
    bills = small_shelf.bills
    return Story(
        small_shelf, max(bills, key=lambda b: sum(small_shelf.bill_of(e) == b for e in small_shelf.events))
    )


def made(story: Story) -> Page:
    return Page(lesson(story.shelf, story.bill))


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


# ---- the file ----------------------------------------------------------------------------------------------


def test_the_policy_names_what_runs_and_forbids_the_rest(water: Story) -> None:
    page = made(water)
    policy = page.policy
    assert policy["default-src"] == policy["base-uri"] == policy["form-action"] == "'none'"
    assert policy["script-src"].split() == [digest(page.texts["script"]), digest(page.unpacked("code"))]
    assert policy["style-src"] == digest(page.unpacked("style"))


def test_nothing_is_fetched(water: Story) -> None:
    page = made(water)
    addresses = [a[name] for _, a in page.tags for name in ("src", "href") if name in a]
    assert addresses == ["data:,"]
    loaded = r"\b(?:fetch|import|XMLHttpRequest|WebSocket|sendBeacon|@import|url)\s*\(?[\"'(]\s*(?!#|\$)"
    assert not re.search(loaded, page.unpacked("style"))
    assert re.findall(r"https?://[^\s\"'`]+", page.unpacked("code")) == ["http://www.w3.org/2000/svg"]


def test_what_drawings_share_is_there_once(water: Story) -> None:
    code = made(water).unpacked("code")
    outer, *declared = re.findall(r"^(?:async )?(?:function|class|const|let) (\w+)", code, re.MULTILINE)
    assert outer == "teach"
    assert len(declared) == len(set(declared)) > 50
    assert {"timeline", "relations", "bill", "teach"} <= set(declared)
    assert "export" not in code.replace("exports", "")


def test_the_same_store_gives_the_same_bytes(amnesty: Story) -> None:
    whole = amnesty.shelf.collection
    turned = library(replace(whole, accounts=whole.accounts[::-1]))
    assert lesson(turned, amnesty.bill) == lesson(amnesty.shelf, amnesty.bill)


def test_hostile_texts_stay_packed() -> None:
    shelf = library(hostile.collection())
    page = made(Story(shelf, next(iter(shelf.bills))))
    assert [tag for tag, _ in page.tags] == [tag for tag, _ in made_of_water().tags]
    assert hostile.CANARY in page.unpacked("story")
    assert not any(re.search(r"[<\s]", page.texts[name]) for name in ("style", "code", "story"))


def made_of_water() -> Page:
    shelf = library(accounts.collection())
    return made(Story(shelf, next(iter(shelf.bills))))


def test_a_lesson_of_a_hundred_events_is_small() -> None:
    shelf = library(collect(many(102)))  # a few are merged
    (bill,) = shelf.bills
    story = Story(shelf, bill)
    assert len(story.events) >= 100
    size = len(lesson(shelf, bill))
    print(f"a lesson of {len(story.events)} events and {len(story.quotes)} sentences: {size} bytes")
    assert size <= LIMIT


def many(number: int) -> list[Account]:
    """Return accounts with so many events of one bill, each told by two of the sample articles' sentences."""
    articles = [a for a in read_inputs([ROOT / "data" / "articles"]) if isinstance(a, Article)]
    bill = Bill(mint("bill", "Long Bill", "United Kingdom"), "Long Bill", (), None, "United Kingdom")
    ends = (EventType.WITHDRAWAL, EventType.LAPSE)  # what is introduced after one is another bill
    kinds = itertools.cycle(kind for kind in EventType if kind not in ends)
    statuses = itertools.cycle(Factuality)
    people = [Actor(mint("actor", f"P{n}"), f"Person Number{n}", ActorKind.PERSON) for n in range(40)]
    events = [
        Event(
            mint("event", str(n), bill.id),
            next(kinds),
            bill.id,
            None,
            (Participant(people[n % 40].id, Role.AGENT),),
        )
        for n in range(number)
    ]
    told = [(event, next(statuses), n) for n, event in enumerate((*events, *events))]
    found = []
    for at, article in enumerate(articles):
        quotes = list(sentences_of(article))
        mine = told[at :: len(articles)]
        claims = [
            Claim(
                mint("claim", str(n), event.id),
                event.id,
                status,
                (quotes[k % len(quotes)],),
                "rule",
                0.8,
                window=Window(day := dt.date(2024, 1, 1) + dt.timedelta(n % number), None, None, day),
            )
            for k, (event, status, n) in enumerate(mine)
        ]
        own = {claim.event for claim in claims}
        found.append(
            Account(
                article=article,
                actors=tuple(people),
                bills=(bill,),
                claims=tuple(claims),
                events=tuple(event for event in events if event.id in own),
            )
        )
    return found


def sentences_of(article: Article) -> Iterator[Quote]:
    for found in re.finditer(r"[A-Z“][^.\n]{30,}\.", article.text):
        yield Quote("text", found.start(), found.end(), found.group())


# ---- what it tells -----------------------------------------------------------------------------------------


def test_every_link_leads_to_a_place_in_the_page(amnesty: Story) -> None:
    told = story_of(amnesty)
    places = {f"#e{n}" for n in range(len(told["events"]))} | {
        f"#s{n}" for n in range(len(told["sentences"]))
    }
    places |= {f"#a{n}" for n in range(len(told["sources"]))}
    links = list(goals(told))
    assert len(links) > 20
    assert {link for link in links if link is not None} <= places


def goals(payload: Any) -> Iterator[str | None]:  # noqa: ANN401 - any JSON
    """Yield every `to` in a payload."""
    if isinstance(payload, dict):
        yield from ([payload["to"]] if "to" in payload else [])
        payload = list(payload.values())
    if isinstance(payload, list):
        for part in payload:
            yield from goals(part)


def test_no_address_of_the_app_is_left(amnesty: Story) -> None:
    story = json.dumps(story_of(amnesty))
    assert not re.search(r"(?:articles|timeline|relations)\?|\b(?:event|actor|bill)/", story)


def test_each_step_has_its_sentence(amnesty: Story) -> None:
    told = story_of(amnesty)
    texts = {a.article.id: a.article for a in amnesty.shelf.collection.accounts}
    for number in told["steps"]:
        sentence = told["sentences"][told["events"][number]["told"][0][0]]
        source = told["sources"][sentence["source"]]
        assert any(
            sentence["quote"] in a.text + a.title and a.outlet == source["outlet"] for a in texts.values()
        )


def test_what_is_only_promised_is_a_step_with_its_status(amnesty: Story) -> None:
    told = story_of(amnesty)
    statuses = {told["events"][number]["status"] for number in told["steps"]}
    assert {"happened", "promised", "scheduled"} <= statuses


def test_what_the_bill_has_gone_past_is_not_said_to_lie_ahead(amnesty: Story) -> None:
    """The law is in force: debates and committees once planned are over, told or not."""
    told = story_of(amnesty)
    over = [told["events"][number] for number in told["over"]]
    assert "In force" in told["stands"]
    assert over
    assert all(one["past"] and "ahead" not in one for one in over)
    law = [one for number, one in enumerate(told["events"]) if number in told["steps"]]
    assert not [one["label"] for one in law if one["status"] == "scheduled" and "ahead" in one]


def test_what_is_over_is_in_the_file_only_where_it_is_chosen(amnesty: Story) -> None:
    told = slides_of(amnesty) | {"quiz": []}
    assert set(usual(told)["steps"]) == set(told["steps"]) - set(told["over"])
    every = Plan(tuple(item["key"] for item in everything(amnesty, told)))
    assert planned(amnesty, told, every)["steps"] == told["steps"]


def test_retellings_say_so(amnesty: Story, water: Story) -> None:
    told = story_of(amnesty)
    assert all(source["retold"] for source in told["sources"])
    assert all(
        item["detail"].endswith(", retold") for side in told["bill"]["sides"] for item in side["items"]
    )
    assert not any(source["retold"] for source in story_of(water)["sources"])


def test_an_address_that_is_no_web_page_is_no_link(water: Story) -> None:
    shelf = library(hostile.collection())
    (source, _) = story_of(Story(shelf, next(iter(shelf.bills))))["sources"]
    assert (source["url"], source["link"]) == ("javascript:window.hit=1", False)


# ---- what it asks ------------------------------------------------------------------------------------------


def asked(story: Story, start: str) -> list[dict[str, Any]]:
    return [one for one in quiz(story) if one["ask"].startswith(start)]


def with_claims(water: Account, *more: Claim) -> Story:
    shelf = library(collect([replace(water, claims=(*water.claims, *more))]))
    return Story(shelf, next(iter(shelf.bills)))


def test_the_quiz_of_the_small_bill() -> None:
    story = with_claims(accounts.water())
    found = {one["ask"]: one["options"][one["right"]] for one in quiz(story)}
    assert found["Passage in the Senate of Arkania: how did it end?"] == "It was approved."
    assert found["Passage in the Senate of Arkania: how many voted for it?"] == "41"


def test_every_answer_has_its_sentence(amnesty: Story) -> None:
    questions = quiz(amnesty)
    assert 3 <= len(questions) <= 10
    for one in questions:
        assert one["right"] < len(one["options"]) == len(set(one["options"]))
        assert 0 <= one["sentence"] < len(amnesty.quotes)


def test_what_is_denied_is_not_asked() -> None:
    water = accounts.water()
    passage = water.claims[0]
    denied = replace(
        passage, id=mint("claim", "denied"), factuality=Factuality.DENIED, outcome=None, votes=None
    )
    assert asked(with_claims(water), "Passage")
    assert not asked(with_claims(water, denied), "Passage")


def test_figures_that_differ_are_not_asked() -> None:
    water = accounts.water()
    other = replace(water.claims[0], id=mint("claim", "other"), votes=Votes(40, 8))
    assert not [one for one in quiz(with_claims(water, other)) if "how many" in one["ask"]]


def test_an_unsure_reading_is_not_asked() -> None:
    water = accounts.water()
    claims = tuple(replace(one, confidence=0.7) for one in water.claims)
    assert quiz(with_claims(replace(water, claims=claims))) == []


def test_a_signature_beside_a_veto_is_not_asked() -> None:
    water = accounts.water()
    sign = replace(water.claims[-1], id=mint("claim", "signed"), factuality=Factuality.HAPPENED)
    assent = next(one for one in water.events if one.type is EventType.ASSENT)
    veto = replace(assent, id=mint("event", "veto", assent.bill or ""), type=EventType.VETO)
    refused = replace(sign, id=mint("claim", "veto"), event=veto.id, window=Window(), distance=None, after=())
    signed = replace(sign, window=Window(accounts.day("03-09"), None, None, accounts.day("03-09")))
    kept = tuple(one for one in water.claims if one.event != assent.id)
    asked_alone = asked(with_claims(replace(water, claims=kept), signed), "Done, or not yet? Signature")
    both = replace(water, events=(*water.events, veto), claims=kept)
    assert asked_alone
    assert not asked(with_claims(both, signed, refused), "Done, or not yet? Signature")


def test_a_sentence_too_short_to_stand_alone_is_not_quoted(amnesty: Story) -> None:
    quotes = list(amnesty.quotes.values())
    assert all(len(quotes[one["sentence"]].exact) >= 40 for one in quiz(amnesty) if one["quoted"])


def test_what_may_be_the_same_step_is_no_wrong_answer() -> None:
    """Another telling of the passage, a day later and by another name, did not certainly come later."""
    water = accounts.water()
    passage = water.claims[0]
    bill = water.events[0].bill

    def later(kind: EventType, number: int) -> tuple[Event, Claim]:
        event = Event(mint("event", kind.value, str(number)), kind, bill)
        window = Window(accounts.day(f"03-{number:02}"), None, None, accounts.day(f"03-{number:02}"))
        said = replace(passage, id=mint("claim", event.id), event=event.id, window=window, votes=None)
        return event, said

    told = [later(EventType.THIRD_READING, 4), later(EventType.PUBLICATION, 8), later(EventType.LAPSE, 9)]
    told += [later(EventType.REFERENDUM, 9)]
    whole = replace(water, events=(*water.events, *(event for event, _ in told)))
    story = with_claims(whole, *(said for _, said in told))
    (one,) = asked(story, "Which of these had happened by 3 Mar 2031")
    assert any(option.startswith("Official publication") for option in one["options"])
    assert not any(option.startswith("Third reading") for option in one["options"])
    passed, again = (
        next(a.event for a in story.own if a.type is kind and a.status.is_fact)
        for kind in (EventType.PASSAGE, EventType.THIRD_READING)
    )
    assert again in alike(story)[passed]
    assert passed in alike(story)[again]


def test_a_promise_is_not_done() -> None:
    (one,) = asked(with_claims(accounts.water()), "Done, or not yet? Signature")
    assert one["quoted"]
    assert one["options"][one["right"]].startswith("Not done")


# ---- how one gets it ---------------------------------------------------------------------------------------


def test_the_command_writes_what_the_page_gives(
    small_store: Path, amnesty: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LAWPATH_STORE", str(small_store))
    out = tmp_path / "lesson.html"
    words = ["lesson", "--store", str(small_store), "--bill", amnesty.bill, "-o", str(out)]
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 0, result.output
    assert re.fullmatch(rf"wrote {out}: .+, \d+ kB\n", result.stdout)
    assert out.read_bytes() == page.lesson_of(shelves.version(), amnesty.bill, None)


def test_the_command_refuses_a_bill_that_nobody_names(small_store: Path, tmp_path: Path) -> None:
    words = ["lesson", "--store", str(small_store), "--bill", "cheese", "-o", str(tmp_path / "x.html")]
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 2
    assert not list(tmp_path.iterdir())


def test_the_page_of_a_bill_offers_the_file(show: Show, amnesty: Story) -> None:
    shown = show("bill", bill=amnesty.bill)
    assert not shown.exception
    (button,) = shown.download_button
    assert button.label.startswith("Take it to class")


def test_names_of_files() -> None:
    assert file_name("Safety of Rwanda (Asylum) Bill") == "lesson-safety-of-rwanda-asylum-bill.html"
    assert file_name("../..") == "lesson-bill.html"
    assert len(file_name("a" * 500)) < 80
