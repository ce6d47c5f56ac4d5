"""The event detector: how an article is laid before it, and what its word changes."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from graph.articles import read_pasted
from graph.errors import ModelError
from graph.extraction import steps
from graph.extraction.detected import DOUBTED, SURE, find_detected, without_disputed
from graph.extraction.detector import (
    FOLDER,
    WINDOW,
    Detections,
    Detector,
    Readable,
    Seen,
    load_detector,
    windows,
)
from graph.extraction.draft import Draft, EventMention
from graph.extraction.steps import RULES, STEPS, read
from graph.language import parse
from graph.language.parsing import Chosen
from graph.model import Article
from graph.terms import STAGES, EventType, Factuality, Outcome, Stance

DAY = dt.date(2026, 2, 6)


def article(text: str, title: str = "") -> Article:
    return read_pasted(text, title=title, published=DAY)


LONG = article(
    " ".join(
        f"Deputy number {n} said that the Water Bill would be debated in the {n}th week." for n in range(60)
    ),
    "Parliament to debate the Water Bill",
)


def test_every_sentence_stands_in_one_window_with_its_pieces() -> None:
    text, detector = parse(LONG), load_detector()
    readings = list(windows(text.trees, detector.pieces))
    assert len(readings) > 3
    assert all(len(reading.ids) <= WINDOW for reading in readings)
    told = [stretch for reading in readings for stretch in reading.stretches]
    assert [stretch.index for stretch in told] == list(range(len(text.trees)))
    for reading in readings:
        for stretch in reading.stretches:
            part = reading.ids[stretch.start : stretch.start + len(stretch.pieces)]
            assert part == tuple(piece.id for piece in stretch.pieces)
            sentence = text.trees[stretch.index].sentence.text
            assert stretch.pieces[-1].end == len(sentence)


def test_the_headline_stands_before_every_later_window() -> None:
    text, detector = parse(LONG), load_detector()
    first, *later = windows(text.trees, detector.pieces)
    headline = tuple(piece.id for piece in detector.pieces.cut(LONG.title, 40))
    assert first.ids[1 : 1 + len(headline)] == headline
    assert all(reading.ids[1 : 1 + len(headline)] == headline for reading in later)


def test_a_sentence_longer_than_a_window_is_cut_short() -> None:
    text = parse(article("The Water Bill, " + "which the mayor likes, " * 60 + "was passed."))
    assert len(text.trees) == 1
    (only,) = windows(text.trees, load_detector().pieces)
    assert len(only.ids) == WINDOW


def test_labels_are_those_of_the_terms() -> None:
    labels = load_detector().labels
    assert set(labels["types"]) == {*STAGES, *Stance}
    assert set(labels["outcomes"]) == {"none", *Outcome}
    assert set(labels["statuses"]) < set(Factuality)


def test_how_sure_it_is_and_the_word_that_tells() -> None:
    said = article(
        "The Senate passed the Water Bill on Monday by 57 votes to 43.", "Water Bill passes Senate"
    )
    seen = load_detector().read(parse(said).trees)[1]
    assert seen is not None
    found = {kind: seen.surest(kind) for kind in load_detector().labels["types"]}
    assert all(0 <= one.probability <= 1 for one in found.values())
    assert max(found, key=lambda kind: found[kind].probability) == "passage"
    surest = found["passage"]
    assert said.text[slice(*surest.span)] in re.findall(r"\w+", said.text)
    assert surest.outcome == "approved"
    assert seen.at("passage", *surest.span) == surest.probability
    assert seen.at("passage", len(said.text) + 5, len(said.text) + 9) == surest.probability


def test_who_is_for_and_against_is_told_where_they_stand() -> None:
    text = "Ana Holm praised the Water Bill, while the farmers' union condemned it."
    seen = load_detector().read(parse(article(text)).trees)[0]
    assert seen is not None
    praised, condemned = (text.index(word) for word in ("praised", "condemned"))
    assert seen.at("support", praised, praised + 7) > seen.at("support", condemned, condemned + 9)
    assert seen.at("opposition", condemned, condemned + 9) > seen.at("opposition", praised, praised + 7)


def test_the_same_article_is_read_the_same_again() -> None:
    text = parse(LONG)
    first, again = (reader.read(text.trees) for reader in (load_detector(), Detector()))
    for one, other in zip(first, again, strict=True):
        assert one is not None
        assert other is not None
        assert [one.surest(kind) for kind in STAGES] == [other.surest(kind) for kind in STAGES]


def test_it_reads_sentences_before_they_are_parsed_as_it_reads_trees() -> None:
    given = list[Sequence[Chosen]]()
    text = parse(LONG, given.append)
    early, late = (load_detector().read(sentences) for sentences in (given[0], text.trees))
    assert len(given) == 1
    for one, other in zip(early, late, strict=True):
        assert one is not None
        assert other is not None
        assert [one.surest(kind) for kind in STAGES] == [other.surest(kind) for kind in STAGES]


class Beside:
    """The detector, which notes in which thread it reads, and fails if it is to."""

    def __init__(self, error: ModelError | None = None) -> None:
        self.threads, self.error = list[threading.Thread](), error

    def read(self, sentences: Sequence[Readable]) -> Detections:
        self.threads.append(threading.current_thread())
        if self.error is not None:
            raise self.error
        return load_detector().read(sentences)


def test_it_reads_beside_the_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    alone, beside = read(LONG), Beside()
    monkeypatch.setattr(steps, "load_detector", lambda: beside)
    assert read(LONG).mentions == alone.mentions
    assert len(beside.threads) == 1
    assert beside.threads[0] is not threading.main_thread()


def test_what_fails_beside_the_parser_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = Beside(ModelError("the event detector breaks", place="data/detector", remedy="install it again"))
    monkeypatch.setattr(steps, "load_detector", lambda: broken)
    with pytest.raises(ModelError, match="the event detector breaks"):
        read(LONG)


def test_an_article_without_a_word_for_a_bill_is_not_laid_before_it(monkeypatch: pytest.MonkeyPatch) -> None:
    beside = Beside()
    monkeypatch.setattr(steps, "load_detector", lambda: beside)
    assert not read(article("The rain went on until Friday. The mayor opened the new bridge.")).mentions
    assert not beside.threads


def sure(seen: Seen | None, kind: EventType) -> float:
    return 0.0 if seen is None else seen.surest(kind).probability


def types(draft: Draft) -> set[EventType]:
    return {mention.type for mention in draft.mentions if mention.type.is_stage}


def test_it_adds_only_what_it_is_sure_of_and_drops_only_what_it_doubts() -> None:
    before = read(LONG, STEPS[: STEPS.index(find_detected)])
    after = find_detected(before)
    seen = load_detector().read(before.text.trees)
    for mention in set(after.mentions) - set(before.mentions):
        assert sure(seen[mention.place[0]], mention.type) >= SURE
        assert mention.because[-1].startswith("reads like")
    for mention in set(before.mentions) - set(after.mentions):
        assert sure(seen[mention.place[0]], mention.type) < DOUBTED


def told(status: Factuality, detected: Factuality | None) -> EventMention:
    return EventMention((0, 1), (0, 1), EventType.PASSAGE, ("rule",), status=status, detected=detected)


@pytest.mark.parametrize(
    ("status", "detected", "stays"),
    [
        (Factuality.HAPPENED, None, True),
        (Factuality.HAPPENED, Factuality.HAPPENED, True),
        (Factuality.EXPECTED, Factuality.SCHEDULED, True),
        (Factuality.CANCELLED, Factuality.DENIED, True),
        (Factuality.POSSIBLE, Factuality.POSSIBLE, False),
        (Factuality.CONDITIONAL, Factuality.POSSIBLE, False),
        (Factuality.HAPPENED, Factuality.ONGOING, False),
        (Factuality.EXPECTED, Factuality.REQUIRED, False),
        (Factuality.HAPPENED, Factuality.SCHEDULED, False),
        (Factuality.DENIED, Factuality.HAPPENED, False),
        (Factuality.CANCELLED, Factuality.PROMISED, False),
    ],
)
def test_what_it_alone_read_stays_where_rules_find_it_as_real(
    status: Factuality, detected: Factuality | None, stays: bool
) -> None:
    draft = replace(read(LONG), mentions=(told(status, detected),))
    assert bool(without_disputed(draft).mentions) == stays


@pytest.mark.parametrize(
    ("status", "detected"),
    [
        (Factuality.SCHEDULED, Factuality.HAPPENED),
        (Factuality.POSSIBLE, Factuality.HAPPENED),
        (Factuality.SCHEDULED, Factuality.PROMISED),
    ],
)
def test_what_it_alone_read_happened_or_is_promised_where_it_says_so(
    status: Factuality, detected: Factuality
) -> None:
    draft = replace(read(LONG), mentions=(told(status, detected),))
    (mention,) = without_disputed(draft).mentions
    assert mention.status is detected
    assert mention.because[-1].startswith(f"{detected}: ")


def test_it_says_nothing_of_words_in_which_a_rule_reads_another_event() -> None:
    said = "The Water Bill passed its first reading. Deputies said that police would arrest its critics."
    before = read(article(said), STEPS[: STEPS.index(find_detected)])
    others = {mention.clause for mention in before.mentions if not mention.type.is_stage}
    assert others
    added = set(find_detected(before).mentions) - set(before.mentions)
    assert not others & {mention.clause for mention in added}


@pytest.mark.parametrize(
    ("said", "way"),
    [
        ("Deputies sent the Water Bill back to the health committee.", EventType.REFERRAL),
        ("The cabinet forwarded the Water Bill to the National Assembly.", EventType.INTRODUCTION),
    ],
)
def test_a_word_by_which_a_bill_is_sent_somewhere_tells_one_way(said: str, way: EventType) -> None:
    assert types(read(article(said))) == {way}


def test_events_that_are_no_steps_are_left_alone() -> None:
    draft = read(article("The Water Bill has critics. Police arrested four protesters on Monday."))
    assert EventType.ARREST in {mention.type for mention in draft.mentions}


def test_an_article_without_a_bill_is_left_alone() -> None:
    text = article("The minister opened a new bridge over the river on Monday.")
    assert types(read(text)) == types(read(text, RULES)) == set()


def test_a_missing_or_broken_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="event detector"):
        Detector(tmp_path)
    shutil.copytree(FOLDER, tmp_path / "copy")
    (tmp_path / "copy" / "model.onnx").write_bytes(b"no network")
    with pytest.raises(ModelError, match="event detector"):
        Detector(tmp_path / "copy")


def test_the_rules_leave_it_out() -> None:
    assert find_detected not in RULES
    assert find_detected in STEPS
