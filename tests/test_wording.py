"""Plain words for days, windows, distances, votes and labels."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import wording
from graph.model import Claim, Distance, Position, Provision, Quote, Tenure, Votes, Window
from graph.terms import Capacity, Factuality, Outcome, ProvisionKind, Role, Stance
from tests import strategies


def d(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def w(*days: str) -> Window:
    return Window(*(d(day) if day else None for day in days))


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2026-02-06", "2026-02-06", "6 Feb 2026"),
        ("2026-02-06", "2026-02-09", "6–9 Feb 2026"),
        ("2026-02-01", "2026-02-28", "Feb 2026"),
        ("2024-02-01", "2024-02-28", "1–28 Feb 2024"),
        ("2026-02-26", "2026-03-04", "26 Feb – 4 Mar 2026"),
        ("2026-01-01", "2026-12-31", "2026"),
        ("2025-01-01", "2026-12-31", "2025–2026"),
        ("2025-12-30", "2026-01-02", "30 Dec 2025 – 2 Jan 2026"),
    ],
)
def test_stretches_of_days(first: str, last: str, words: str) -> None:
    assert wording.days(d(first), d(last)) == words


@pytest.mark.parametrize(
    ("window", "words", "after_a_verb"),
    [
        (w("", "", "", ""), "day unknown", ""),
        (w("2026-02-06", "", "", "2026-02-06"), "6 Feb 2026", "on 6 Feb 2026"),
        (w("2026-02-06", "", "", "2026-02-09"), "6–9 Feb 2026", "between 6 and 9 Feb 2026"),
        (w("2026-02-01", "", "", "2026-02-28"), "Feb 2026", "in Feb 2026"),
        (w("2026-02-06", "", "", ""), "not before 6 Feb 2026", "not before 6 Feb 2026"),
        (w("", "", "", "2026-02-06"), "on or before 6 Feb 2026", "on or before 6 Feb 2026"),
        (w("2026-02-06", "2026-02-09", "", ""), "begins 6–9 Feb 2026", "begins 6–9 Feb 2026"),
        (w("", "2026-02-09", "", ""), "began by 9 Feb 2026", "began by 9 Feb 2026"),
    ],
)
def test_windows(window: Window, words: str, after_a_verb: str) -> None:
    assert wording.when(window) == words
    assert wording.on(window) == after_a_verb


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (1, 1, "1 day after the vote"),
        (0, 0, "same day as the vote"),
        (-2, -2, "2 days before the vote"),
        (2, 7, "2 to 7 days after the vote"),
        (3, None, "at least 3 days after the vote"),
        (0, None, "after the vote"),
        (None, 1, "at most 1 day after the vote"),
        (None, None, "around the vote"),
    ],
)
def test_distances(low: int | None, high: int | None, words: str) -> None:
    assert wording.distance(Distance("event/x", low, high), "the vote") == words


def test_votes_and_outcomes() -> None:
    assert wording.votes(Votes(281, 142)) == "281 for, 142 against"
    assert wording.votes(Votes(0, None, 3)) == "0 for, 3 abstained"
    assert wording.outcome(None) == ""
    assert wording.outcome(Outcome.APPROVED) == "approved"


@pytest.mark.parametrize(
    ("label", "bill", "short"),
    [
        ("Passage of the amnesty law", "amnesty law", "Passage"),
        ("Debate on the amnesty law in the Senate", "amnesty law", "Debate in the Senate"),
        ("Passage of Bill 7", "Bill 7", "Passage"),
        ("Passage of the amnesty lawyers act", "amnesty law", "Passage of the amnesty lawyers act"),
        ("Protest", "amnesty law", "Protest"),
    ],
)
def test_labels_beside_their_bill(label: str, bill: str, short: str) -> None:
    assert wording.beside(label, bill) == short


@strategies.calm
@given(st.text(max_size=300), st.integers(10, 150))
def test_a_shortened_text_is_short_and_begins_as_the_text(text: str, longest: int) -> None:
    short = wording.shortened(text, longest)
    line = " ".join(text.split())
    assert len(short) <= longest + 2
    assert line.startswith(short.removesuffix(" …"))
    assert "\n" not in short


def test_names_as_headings() -> None:
    assert wording.titled("amnesty law") == "Amnesty law"
    assert wording.titled("") == ""


def test_every_role_and_stance_has_its_own_verb() -> None:
    assert set(wording.ROLE_WORDS) == set(Role)
    assert set(wording.STANCE_WORDS) == set(Stance)
    verbs = [*wording.ROLE_WORDS.values(), *wording.STANCE_WORDS.values()]
    assert len(set(verbs)) == len(verbs)


def test_only_facts_may_be_drawn_as_facts() -> None:
    assert {status for status in Factuality if wording.is_real(status)} == {
        Factuality.HAPPENED,
        Factuality.ONGOING,
    }


# ---- the sentence that shows a fact ------------------------------------------------------------------------

TITLE = Quote("title", 0, 29, "Defense bill clears the House")
FIRST = Quote("text", 0, 49, "The House has passed the bill over many objections.")
COUNT = Quote("text", 50, 99, "On Tuesday 1,335 members voted for it and 78 against.")


def claim(
    status: Factuality = Factuality.HAPPENED,
    because: str = "",
    expression: str | None = None,
    votes: Votes | None = None,
) -> Claim:
    return Claim("c", "e", status, (), because, 0.9, expression=expression, votes=votes)


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ((), FIRST),  # text before headline
        (("clears",), TITLE),
        (("Tuesday",), COUNT),
        (("1335", "78"), COUNT),
        (("335",), FIRST),  # no figure is part of another
        (("8",), FIRST),
        (("Friday", "78"), COUNT),
        (("bill", "objections"), FIRST),
        (("clears", "78"), TITLE),  # the weightiest first
    ],
)
def test_the_sentence_that_holds_what_is_told_is_shown(told: tuple[str, ...], shown: Quote) -> None:
    assert wording.telling_quote((TITLE, FIRST, COUNT), told) == shown


def test_no_sentence_is_lost_when_the_best_comes_first() -> None:
    assert wording.most_telling((TITLE, FIRST, COUNT), ("78",)) == [COUNT, FIRST, TITLE]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (claim(expression="on Tuesday", votes=Votes(335, 78)), ("on Tuesday", "335", "78")),
        (claim(because="vote “vote”; happened: past"), ()),
        (
            claim(status=Factuality.PROMISED, because="vote “vote”; promised: hopes; scheduled: will"),
            ("hopes",),
        ),
        (Position("p", "a", Stance.SUPPORT, None, (), "support “backed”; past", 0.9), ("backed",)),
        (Tenure("t", "a", "Speaker", None, Capacity.INCUMBENT, ()), ("Speaker",)),
        (Provision("v", "b", ProvisionKind.COVERS, "all prisoners", ()), ("all prisoners",)),
    ],
)
def test_the_words_by_which_a_sentence_shows_what_is_said(
    said: Claim | Position | Tenure | Provision, words: tuple[str, ...]
) -> None:
    assert wording.words_of(said) == words


def test_a_line_of_ours_names_the_words_of_the_article() -> None:
    assert wording.words_in("passage of the Act of 2021 ends no later than 8 Dec 2020 (“Tuesday”)") == (
        "Tuesday",
    )
    assert wording.words_in("335 for, 78 against, 4 abstained") == ("335", "78", "4")
