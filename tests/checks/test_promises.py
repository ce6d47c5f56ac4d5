"""What became of promises: by hand-built accounts, by small articles read end to end, by the seed article."""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.articles import read_inputs, read_pasted
from graph.checks.promises import Due, Fate, Promise, in_words, promises_of
from graph.checks.promises.wording import fate_explained, fate_in_words
from graph.linking.account import read_account
from graph.linking.assessment import assess, collect, preferred_names
from graph.model import (
    Account,
    Actor,
    Article,
    Bill,
    Claim,
    Collection,
    Distance,
    Event,
    Participant,
    Quote,
    Tenure,
    Window,
)
from graph.terms import ActorKind, Capacity, EventType, Factuality, Outcome, Role
from graph.vocabulary import article_id
from tests.strategies import calm, collections

E, F, R = EventType, Factuality, Role
CASES = sorted((Path(__file__).parent.parent / "cases" / "promises").glob("*.toml"))
TOSK = Actor("actor/tosk", "Ilmar Tosk", ActorKind.PERSON)
KORR = Actor("actor/korr", "Ada Korr", ActorKind.PERSON)
SENATE = Actor("actor/senate", "Senate", ActorKind.CHAMBER)
MINERS = Actor("actor/miners", "jailed miners", ActorKind.GROUP)
WATER = Bill("bill/water", "Water Bill")
SIGN = Event("event/sign", E.ASSENT, WATER.id, None, (Participant(TOSK.id, R.AGENT),))
VOTE = Event("event/vote", E.PASSAGE, WATER.id, None, (Participant(SENATE.id, R.AGENT),))


def day(number: int) -> dt.date:
    """Return a day of February 2031; 29 and more lie in March."""
    return dt.date(2031, 2, 1) + dt.timedelta(number - 1)


def on(number: int) -> Window:
    return Window(day(number), None, None, day(number))


def by(number: int) -> Window:
    return Window(latest_end=day(number))


def claim(event: Event, status: Factuality, words: str = "x", **more: object) -> Claim:
    identity = f"claim/{event.id}-{status}-{words}-{more.get('source', '')}"
    return Claim(identity, event.id, status, (Quote("text", 0, len(words), words),), "test", 0.9, **more)  # type: ignore[arg-type]


def account(published: int | None, *told: tuple[Event, Claim], tenures: tuple[Tenure, ...] = ()) -> Account:
    """Return what an article of a day of February tells; its claims are unlike those of other articles."""
    name = f"a{published}-{told[0][0].id.split('/')[1]}"
    return Account(
        Article(name, "", "x", day(published) if published else None, outlet=f"Post {published}"),
        actors=(TOSK, KORR, SENATE, MINERS),
        tenures=tenures,
        bills=(WATER,),
        events=tuple(dict.fromkeys(event for event, _ in told)),
        claims=tuple(replace(said, id=f"{said.id}-{name}") for _, said in told),
    )


def word(event: Event = SIGN, window: Window | None = None, **more: object) -> tuple[Event, Claim]:
    """Return a promise by the president, due on 6 February unless told otherwise."""
    kept = by(6) if window is None else window
    return event, claim(event, F.PROMISED, **{"source": TOSK.id, "window": kept, **more})


def happened(window: Window, event: Event = SIGN, **more: object) -> tuple[Event, Claim]:
    """Return a report that something happened: another event, as linking has it where the days differ."""
    other = replace(event, id=f"{event.id}-told")
    return other, claim(other, F.HAPPENED, window=window, **more)


def not_done(words: str = "has not signed", status: Factuality = F.DENIED) -> tuple[Event, Claim]:
    other = replace(SIGN, id="event/sign-not")
    return other, claim(other, status, words)


def collection(*accounts: Account) -> Collection:
    return Collection(accounts, assess(accounts), preferred_names(accounts))


def promises(*accounts: Account, as_of: int | None = None) -> tuple[Promise, ...]:
    return promises_of(collection(*accounts), day(as_of) if as_of else None)


def only(*accounts: Account, as_of: int | None = None) -> Promise:
    (found,) = promises(*accounts, as_of=as_of)
    return found


GIVEN = account(1, word())
ELSEWHERE = replace(VOTE, id="event/other", bill=None, participants=())


def news(published: int) -> Account:
    """Return an article about something else."""
    return account(published, (ELSEWHERE, claim(ELSEWHERE, F.HAPPENED)))


@pytest.mark.parametrize(("as_of", "fate"), [(1, Fate.OPEN), (6, Fate.OPEN), (7, Fate.UNKNOWN)])
def test_open_through_the_due_day_then_unknown(as_of: int, fate: Fate) -> None:
    assert only(GIVEN, as_of=as_of).fate is fate


def test_without_a_day_the_latest_article_is_the_day() -> None:
    assert only(GIVEN, news(6)).fate is Fate.OPEN
    assert only(GIVEN, news(7)).fate is Fate.UNKNOWN


def about(bill: str, article: Account) -> Account:
    """Return an article as one that names another bill alone."""
    return replace(article, bills=(Bill(bill, "Road Bill"),))


def test_the_latest_article_on_the_bill_is_the_day() -> None:
    """What the articles on another bill tell is no reason to think that this one's day is past."""
    assert only(GIVEN, about("bill/road", news(40))).fate is Fate.OPEN
    assert only(GIVEN, about("bill/road", news(40)), news(7)).fate is Fate.UNKNOWN
    assert only(GIVEN, about("bill/road", news(40)), as_of=40).fate is Fate.UNKNOWN


def test_a_promise_of_no_bill_has_the_day_of_those_its_articles_name() -> None:
    release = Event("event/release", E.RELEASE, None, None, (Participant(TOSK.id, R.AGENT),))
    told = account(1, word(release))
    assert only(told, about("bill/road", news(40))).fate is Fate.OPEN
    assert only(told, news(40)).fate is Fate.UNKNOWN


@pytest.mark.parametrize(
    ("accounts", "said"),
    [
        ((), "It was to be done by 6 Feb 2031; the articles about it do not reach further yet."),
        ((7,), "It was to be done by 6 Feb 2031; that day is past, and no article here tells what"),
    ],
)
def test_a_fate_without_news_says_until_when_it_was_due(accounts: tuple[int, ...], said: str) -> None:
    assert fate_explained(only(GIVEN, *(news(number) for number in accounts))).startswith(said)


def test_a_fate_says_how_late_it_was_after_which_day() -> None:
    late = only(GIVEN, account(11, happened(on(10))))
    assert fate_in_words(late) == "kept late by 4 days"
    assert fate_explained(late) == (
        "It was to be done by 6 Feb 2031, and an article reports it as done, 4 days after that."
    )
    assert fate_explained(only(GIVEN, account(5, happened(on(4))))).endswith("reports it as done in time.")
    assert fate_explained(only(GIVEN, account(8, not_done()))).endswith("that it was not, or will not be.")


@pytest.mark.parametrize(
    ("done", "fate", "late"),
    [
        (2, Fate.KEPT, (0, 0)),
        (6, Fate.KEPT, (0, 0)),
        (7, Fate.KEPT_LATE, (1, 1)),
        (10, Fate.KEPT_LATE, (4, 4)),
    ],
)
def test_the_due_day_itself_is_in_time(done: int, fate: Fate, late: tuple[int, int]) -> None:
    found = only(GIVEN, account(12, happened(on(done))))
    assert (found.fate, found.late) == (fate, late)
    assert found.evidence is not None
    assert (found.evidence.article, found.evidence.published) == ("a12-sign-told", day(12))


def test_done_some_day_until_the_report_is_not_called_late() -> None:
    found = only(GIVEN, account(10, happened(Window())))
    assert (found.fate, found.late) == (Fate.KEPT, (0, 4))


def test_a_window_after_the_due_day_is_late_by_at_least() -> None:
    found = only(GIVEN, account(12, happened(Window(day(8), None, None, day(10)))))
    assert (found.fate, found.late) == (Fate.KEPT_LATE, (2, 4))


def test_a_denial_in_between_tells_the_fewest_days() -> None:
    found = only(GIVEN, account(8, not_done()), account(10, happened(Window())))
    assert (found.fate, found.late) == (Fate.KEPT_LATE, (2, 4))


def test_what_happened_before_the_word_is_not_its_keeping() -> None:
    early = account(4, happened(on(1)))
    assert only(account(3, word()), early).fate is Fate.OPEN
    assert only(account(3, word()), account(4, happened(on(3)))).fate is Fate.KEPT


def test_an_article_that_gives_a_word_for_days_to_come_does_not_keep_it() -> None:
    assert only(account(1, word(), happened(Window()))).fate is Fate.OPEN


def test_two_articles_of_one_day_do_not_break_each_others_word() -> None:
    assert only(GIVEN, account(1, not_done("will not sign"))).fate is Fate.OPEN


@pytest.mark.parametrize(
    ("published", "told", "fate"),
    [
        (6, not_done(), Fate.OPEN),
        (7, not_done(), Fate.BROKEN),
        (3, not_done("will not sign"), Fate.BROKEN),
        (3, not_done("called off", F.CANCELLED), Fate.BROKEN),
        (3, happened(on(3), replace(SIGN, type=E.VETO)), Fate.BROKEN),
    ],
)
def test_broken_by_a_later_report(published: int, told: tuple[Event, Claim], fate: Fate) -> None:
    assert only(GIVEN, account(published, told)).fate is fate


def test_a_report_stands_until_a_later_one_denies_it() -> None:
    done = account(5, happened(on(5)))
    assert only(GIVEN, account(4, not_done("will not sign")), done).fate is Fate.KEPT
    assert only(GIVEN, done, account(9, not_done())).fate is Fate.BROKEN


def test_an_announcement_for_a_day_ahead_tells_that_it_is_not_done() -> None:
    ahead = replace(SIGN, id="event/sign-ahead")
    told = account(8, (ahead, claim(ahead, F.SCHEDULED, window=on(12))))
    assert only(GIVEN, told).fate is Fate.BROKEN
    assert only(account(1, word(window=by(9))), told).fate is Fate.OPEN


@pytest.mark.parametrize(("published", "fate"), [(4, Fate.OVERTAKEN), (6, Fate.OVERTAKEN), (7, Fate.BROKEN)])
def test_another_date_by_the_same_giver(published: int, fate: Fate) -> None:
    again = replace(SIGN, id="event/sign-again")
    first, second = promises(GIVEN, account(published, word(again, by(20))))
    assert (first.fate, second.fate) == (fate, Fate.OPEN)
    assert first.evidence is not None
    assert first.evidence.claim == second.claim


def test_what_is_overtaken_in_time_is_not_kept_late() -> None:
    again = replace(SIGN, id="event/sign-again")
    first, second = promises(GIVEN, account(4, word(again, by(20))), account(19, happened(on(18))))
    assert (first.fate, second.fate) == (Fate.OVERTAKEN, Fate.KEPT)


def test_an_old_date_recalled_overtakes_no_newer_one() -> None:
    recalled = account(8, word(replace(SIGN, id="event/sign-old")))
    assert [p.fate for p in promises(account(4, word(window=by(20))), recalled)] == [Fate.OPEN, Fate.UNKNOWN]


def test_articles_of_one_day_tell_one_word_of_which_the_later_day_counts() -> None:
    found = only(GIVEN, account(1, word(replace(SIGN, id="event/sign-too"), by(9))))
    assert (len(found.tellings), found.due) == (2, Due(day(9), day(9)))


def test_another_date_by_someone_else_is_another_promise() -> None:
    first, second = promises(GIVEN, account(4, word(window=by(20), source=KORR.id)))
    assert (first.givers, first.fate) == ((TOSK.id,), Fate.OPEN)
    assert (second.givers, second.fate) == ((KORR.id,), Fate.OPEN)


@pytest.mark.parametrize("kind", [E.WITHDRAWAL, E.LAPSE])
def test_a_dead_bill_overtakes(kind: EventType) -> None:
    end = Event("event/end", kind, WATER.id)
    assert only(GIVEN, account(5, happened(on(4), end))).fate is Fate.OVERTAKEN
    assert only(GIVEN, account(2, happened(on(1), replace(end, bill="bill/air")))).fate is Fate.OPEN


def test_a_bill_that_died_after_the_due_day_overtakes_nothing() -> None:
    end = Event("event/end", E.WITHDRAWAL, WATER.id)
    assert only(GIVEN, account(9, happened(on(8), end))).fate is Fate.UNKNOWN


def test_what_is_done_late_after_all_was_not_overtaken_after_its_day() -> None:
    ballot = replace(VOTE, id="event/ballot")
    down = account(9, happened(Window(), ballot, outcome=Outcome.REJECTED))
    done = account(13, happened(on(12), VOTE, outcome=Outcome.APPROVED))
    assert only(account(1, word(VOTE)), down).fate is Fate.OVERTAKEN
    assert only(account(1, word(VOTE)), down, done).fate is Fate.KEPT_LATE


@pytest.mark.parametrize(("voted", "fate"), [(6, Fate.OVERTAKEN), (7, Fate.BROKEN)])
def test_the_promised_vote_itself_fails(voted: int, fate: Fate) -> None:
    down = account(9, happened(on(voted), VOTE, outcome=Outcome.REJECTED))
    assert only(account(1, word(VOTE)), down).fate is fate


def test_a_bill_voted_down_is_dead_unless_it_goes_on() -> None:
    down = account(4, happened(on(3), VOTE, outcome=Outcome.REJECTED))
    moved = replace(VOTE, id="event/moved", participants=())
    on_again = account(6, (moved, claim(moved, F.HAPPENED, window=on(5), outcome=Outcome.APPROVED)))
    assert only(GIVEN, down).fate is Fate.OVERTAKEN
    assert only(GIVEN, down, on_again).fate is Fate.OPEN


IF = account(1, word(conditions=(VOTE.id,)), (VOTE, claim(VOTE, F.POSSIBLE)))


def test_a_condition_not_met_keeps_it_open() -> None:
    found = only(IF, as_of=20)
    assert found.fate is Fate.OPEN
    assert [(c.event, c.met, c.binding) for c in found.conditions] == [(VOTE.id, None, True)]


@pytest.mark.parametrize(
    ("voted", "outcome", "met", "fate"),
    [
        (3, Outcome.APPROVED, True, Fate.UNKNOWN),
        (3, Outcome.REJECTED, False, Fate.OVERTAKEN),
        (8, Outcome.APPROVED, True, Fate.OPEN),  # it came after the due day, which no longer binds
    ],
)
def test_a_condition_decided(voted: int, outcome: Outcome, met: bool, fate: Fate) -> None:
    found = only(IF, account(9, happened(on(voted), VOTE, outcome=outcome)))
    assert (found.conditions[0].met, found.fate) == (met, fate)


def test_a_deed_is_no_condition_of_itself() -> None:
    same = replace(SIGN, id="event/sign-too")
    assert only(account(1, word(after=(same.id,)), (same, claim(same, F.REQUIRED)))).conditions == ()


def test_what_only_comes_first_does_not_hold_the_due_day() -> None:
    told = account(1, word(after=(VOTE.id,)), (VOTE, claim(VOTE, F.REQUIRED)))
    found = only(told, as_of=7)
    assert (found.fate, found.conditions[0].binding) == (Fate.UNKNOWN, False)


@pytest.mark.parametrize("first", ["week", "days"])
def test_one_promise_of_several_outlets_has_the_closest_day(first: str) -> None:
    told = [Window(day(2), None, None, day(8)), Window(day(4), None, None, day(6))]
    one, other = told if first == "week" else reversed(told)
    found = only(account(1, word(window=one)), account(2, word(replace(SIGN, id="event/sign-too"), other)))
    assert [told.outlet for told in found.tellings] == ["Post 1", "Post 2"]
    assert found.due == Due(day(6), day(6))
    assert found.given == day(1)


def test_a_promise_without_a_day_stays_open_until_it_is_done() -> None:
    told = account(1, word(window=Window()))
    assert only(told, as_of=60).due is None
    assert only(told, as_of=60).fate is Fate.OPEN
    assert only(told, account(40, happened(on(39)))).fate is Fate.KEPT


def test_due_some_days_after_another_event() -> None:
    told = account(
        1, word(window=Window(), distance=Distance(VOTE.id, 0, 3)), (VOTE, claim(VOTE, F.SCHEDULED))
    )
    assert only(told, as_of=60).due is None
    voted = account(6, (VOTE, claim(VOTE, F.HAPPENED, window=Window(day(4), None, None, day(5)))))
    assert only(told, voted).due == Due(day(7), day(8))
    done = only(told, voted, account(12, happened(on(8))))
    assert (done.fate, done.late) == (Fate.KEPT, (0, 1))


def test_due_some_days_after_publication() -> None:
    article = article_id("a1-sign")
    assert only(account(1, word(window=Window(), distance=Distance(article, 0, 7)))).due == Due(
        day(8), day(8)
    )


def test_due_before_another_event() -> None:
    window = Window(day(7), None, None, day(9))
    vote = (VOTE, claim(VOTE, F.SCHEDULED, window=window))
    assert only(account(1, word(window=Window(), before=(VOTE.id,)), vote)).due == Due(day(7), day(9))


def test_what_has_to_begin_is_kept_when_it_has_begun() -> None:
    free = Event("event/free", E.RELEASE, None, None, (Participant(MINERS.id, R.AFFECTED),))
    begins = account(1, word(free, Window(day(3), day(6)), source=SENATE.id))
    going_on = replace(free, id="event/freeing")
    for began, fate in ((5, Fate.KEPT), (8, Fate.KEPT_LATE)):
        told = (going_on, claim(going_on, F.ONGOING, window=Window(day(began), day(began))))
        assert only(begins, account(9, told)).fate is fate
    over = account(1, word(free, by(6), source=SENATE.id))
    assert (
        only(over, account(5, (going_on, claim(going_on, F.ONGOING, window=Window(day(5)))))).fate
        is Fate.OPEN
    )


def test_others_freed_are_not_those_meant() -> None:
    free = Event("event/free", E.RELEASE, None, None, (Participant(MINERS.id, R.AFFECTED),))
    others = replace(free, participants=(Participant(KORR.id, R.AFFECTED),))
    given = account(1, word(free, source=SENATE.id))
    assert only(given, account(5, happened(on(5), others))).fate is Fate.OPEN
    assert only(given, account(5, happened(on(5), free))).fate is Fate.KEPT


def test_another_chamber_does_not_keep_the_word_of_one() -> None:
    house = Actor("actor/house", "House", ActorKind.CHAMBER)
    elsewhere = replace(VOTE, participants=(Participant(house.id, R.AGENT),))
    told = account(5, happened(on(5), elsewhere))
    other = replace(told, actors=(*told.actors, house))
    assert only(account(1, word(VOTE)), other).fate is Fate.OPEN
    assert only(account(1, word(VOTE)), account(5, happened(on(5), VOTE))).fate is Fate.KEPT


def test_a_release_under_another_bill_is_another_release() -> None:
    free = Event("event/free", E.RELEASE, WATER.id, None, (Participant(MINERS.id, R.AFFECTED),))
    told = account(5, happened(on(5), replace(free, bill="bill/air")))
    assert only(account(1, word(free, source=SENATE.id)), told).fate is Fate.OPEN


def test_what_comes_again_and_again_keeps_no_word() -> None:
    change = Event("event/change", E.AMENDMENT, WATER.id)
    given = account(1, word(change))
    assert only(given, account(5, happened(on(5), change))).fate is Fate.OPEN
    assert only(given, account(5, (change, claim(change, F.HAPPENED, window=on(5))))).fate is Fate.KEPT


def test_an_old_word_recalled_after_its_day() -> None:
    recalled = account(10, word())
    assert only(recalled).fate is Fate.UNKNOWN
    assert only(account(10, word(), not_done())).fate is Fate.BROKEN
    found = only(recalled, account(11, happened(on(5))))
    assert (found.fate, found.late) == (Fate.KEPT, (0, 0))


def test_who_gave_the_word_to_whom_by_the_sentence_that_tells_it() -> None:
    act = Event(
        "event/pledge",
        E.PROMISE,
        None,
        None,
        (Participant(KORR.id, R.AGENT), Participant(MINERS.id, R.RECIPIENT)),
    )
    told = account(1, word(source=None), (act, claim(act, F.HAPPENED)))
    assert (only(told).givers, only(told).to) == ((KORR.id,), (MINERS.id,))


def test_whose_word_it_is_not() -> None:
    free = Event("event/free", E.RELEASE, None, None, (Participant(MINERS.id, R.AFFECTED),))
    assert promises(account(1, word(source=None))) == ()  # nobody gives it
    assert promises(account(1, (SIGN, claim(SIGN, F.EXPECTED, source=TOSK.id, window=by(6))))) == ()
    assert promises(account(1, word(free))) == ()  # an outsider foresees it
    office = Tenure("tenure/t", TOSK.id, "minister", None, Capacity.INCUMBENT, (Quote("text", 0, 1, "x"),))
    assert len(promises(account(1, word(free), tenures=(office,)))) == 1


def test_what_a_promise_hangs_on_is_not_promised_itself() -> None:
    act = Event("event/pledge", E.PROMISE, None, None, (Participant(TOSK.id, R.AGENT),))
    named = (VOTE, claim(VOTE, F.PROMISED))
    told = account(1, word(distance=Distance(VOTE.id, 0, 3)), named, (act, claim(act, F.HAPPENED)))
    assert only(told).event == SIGN.id


def test_without_any_day_nothing_is_past() -> None:
    found = only(account(None, word()))
    assert (found.given, found.fate) == (None, Fate.OPEN)


ORDER = (Fate.OPEN, Fate.UNKNOWN, Fate.BROKEN, Fate.KEPT_LATE)


@given(
    due=st.integers(2, 30),
    denied=st.integers(2, 40),
    done=st.integers(2, 40),
)
@calm
def test_day_by_day_a_fate_only_moves_on(due: int, denied: int, done: int) -> None:
    whole = collection(
        account(1, word(window=by(due))),
        account(denied, not_done()),
        account(max(done, denied) + 1, happened(on(max(done, denied)))),
    )
    fates = [promises_of(whole, day(number))[0].fate for number in range(1, 45)]
    moved = [fate for fate, previous in zip(fates, [None, *fates], strict=False) if fate is not previous]
    assert fates[0] is Fate.OPEN
    assert fates[:due] == [f for f in fates[:due] if f in (Fate.OPEN, Fate.KEPT)]
    last = Fate.KEPT if max(done, denied) <= due else Fate.KEPT_LATE
    assert moved[-1] is last
    assert [fate for fate in moved if fate is not Fate.KEPT] == sorted(
        (fate for fate in moved if fate is not Fate.KEPT), key=ORDER.index
    )


@given(collections(), st.none() | st.dates())
@calm
def test_any_collection_has_an_answer_in_the_same_order(whole: Collection, as_of: dt.date | None) -> None:
    found = promises_of(whole, as_of)
    assert found == promises_of(replace(whole, accounts=whole.accounts[::-1]), as_of)
    for promise in found:
        assert in_words(promise, whole.names).startswith(str(promise.fate).split()[0])
        assert promise.tellings


def shown(promise: Promise, names: dict[str, str]) -> dict[str, Any]:
    """Return a promise with the keys of a case file."""
    return {
        "who": ", ".join(names[giver] for giver in promise.givers),
        "to": ", ".join(names[one] for one in promise.to),
        "what": promise.label,
        "due": promise.due.latest if promise.due else None,
        "fate": str(promise.fate),
        "late": list(promise.late),
        "conditions": [
            {True: "met", False: "failed", None: "not yet met"}[c.met] for c in promise.conditions
        ],
        "outlets": [told.outlet for told in promise.tellings],
        "line": in_words(promise, names),
    }


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    case = tomllib.loads(path.read_text(encoding="utf-8"))
    articles = [
        replace(
            read_pasted(one["text"].strip(), title="", published=one["published"]), outlet=one.get("outlet")
        )
        for one in case["article"]
    ]
    whole = collect(read_account(article) for article in articles)
    found = [shown(promise, whole.names) for promise in promises_of(whole)]
    told = f"{case['name']}: {[one['line'] for one in found]}"
    wanted = case.get("promise", [])
    assert len(found) == len(wanted), told
    for one, want in zip(found, wanted, strict=True):
        assert {key: one[key] for key in want} == want, told


def test_every_fate_has_a_case() -> None:
    cases = [tomllib.loads(path.read_text(encoding="utf-8")) for path in CASES]
    assert {one["fate"] for case in cases for one in case.get("promise", [])} >= {
        "open",
        "kept",
        "kept late",
        "broken",
        "overtaken",
    }


@pytest.fixture(scope="module")
def seed(shared: Path) -> Collection:
    (article,) = read_inputs(sorted((shared / "seed").glob("*.txt")))
    assert isinstance(article, Article)
    return collect([read_account(replace(article, published=dt.date(2026, 2, 7)))])


def test_the_promises_of_the_seed_article_as_of_its_day(seed: Collection) -> None:
    whole, by_speaker = promises_of(seed)
    assert [seed.names[giver] for giver in whole.givers] == ["Venezuelan authorities"]
    assert whole.due == Due(dt.date(2026, 2, 15), dt.date(2026, 2, 15))
    assert [seed.names[giver] for giver in by_speaker.givers] == ["Jorge Rodríguez"]
    assert by_speaker.due == Due(dt.date(2026, 2, 13), dt.date(2026, 2, 13), begins=True)
    assert {c.label: c.met for c in by_speaker.conditions} == {
        "Entry into force of the amnesty bill": None,
        "Second reading of the amnesty bill": None,
    }
    assert {promise.fate for promise in (whole, by_speaker)} == {Fate.OPEN}
    assert {promise.label for promise in (whole, by_speaker)} == {"Release of political prisoners"}


def test_nobody_knows_a_month_later_what_became_of_them(seed: Collection) -> None:
    assert {promise.fate for promise in promises_of(seed, dt.date(2026, 3, 7))} == {Fate.UNKNOWN}
