"""The log of judgements: nothing that was told as kept is lost, and nothing foreign is taken in."""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import signal
import time
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import CorrectionError, LogError
from graph.linking.corrections import log as log_module
from graph.linking.corrections.anchoring import Anchor
from graph.linking.corrections.fields import Thing
from graph.linking.corrections.judgements import Judgement, Target, active, judgement_of, line
from graph.linking.corrections.log import HEADING, LINE, NAME, Log, append, read_log
from graph.terms import Verdict
from tests.linking.judging import judged, undone
from tests.strategies import HOSTILE, calm, moments

words = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=20)
quoted = st.one_of(st.sampled_from(HOSTILE), words)
TARGET = Target("one", Thing.CLAIM, Anchor("text", "It passed."), (("type", "passage"),))


@st.composite
def judgements(draw: st.DrawFn) -> Judgement:
    anchor = Anchor(draw(st.sampled_from(["title", "text"])), draw(quoted), draw(quoted), draw(quoted))
    traits = (("type", draw(words)), *draw(st.lists(st.tuples(words, quoted), max_size=2)))
    target = Target(draw(quoted), Thing.CLAIM, anchor, traits)
    changes = draw(st.sampled_from([("bill", None), ("bill", "water bill"), ("status", "happened")]))
    return Judgement(Verdict.CHANGE, draw(words), draw(moments), draw(words), target, None, (changes,))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / NAME


@calm
@given(judgements())
def test_a_judgement_comes_back_from_its_line(judgement: Judgement) -> None:
    written = line(judgement)
    assert "\n" not in written
    assert judgement_of(json.loads(written)) == judgement


@calm
@given(st.lists(st.integers(0, 7), max_size=12))
def test_undoing_takes_away_exactly_the_one(choices: list[int]) -> None:
    made = [judged("accept", TARGET)]
    standing = {made[0].id: True}
    takes = dict[str, str]()
    for choice in choices:
        if choice > 3:
            made.append(judged("accept", TARGET))
        else:
            made.append(undone(made[choice % len(made)]))
            takes[made[-1].id] = str(made[-1].undoes)
        standing[made[-1].id] = True
    for one in reversed(made):
        if one.id in takes and standing[one.id]:
            standing[takes[one.id]] = False
    assert [one.id for one in active(made)] == [
        one.id for one in made if standing[one.id] and one.undoes is None
    ]


def test_lines_are_added_and_never_touched(path: Path) -> None:
    assert read_log(path) == Log()
    first, second = judged("accept", TARGET), judged("retract", TARGET)
    append(path, [first])
    before = path.read_bytes()
    assert append(path, [second, undone(second)]).judgements[:2] == (first, second)
    assert path.read_bytes().startswith(before)
    assert [one.verdict for one in read_log(path).judgements] == ["accept", "retract", "undo"]


@pytest.mark.parametrize("cut", [1, 20, 200])
def test_a_line_cut_short_is_set_aside_and_all_before_it_stand(path: Path, cut: int) -> None:
    first, second = judged("accept", TARGET), judged("retract", TARGET)
    append(path, [first])
    whole = path.read_bytes()
    append(path, [second])
    torn = path.read_bytes()[len(whole) : -cut]
    path.write_bytes(whole + torn)
    assert read_log(path) == Log((first,), torn)
    assert append(path, [second]).judgements == (first, second)
    assert read_log(path) == Log((first, second))
    (aside,) = path.parent.glob(f"{NAME}.torn-*")
    assert aside.read_bytes() == torn


def test_a_heading_cut_short_is_written_again(path: Path) -> None:
    path.write_bytes(HEADING[:9])
    append(path, [judged("accept", TARGET)])
    assert len(read_log(path).judgements) == 1


HOSTILE_LINES = {
    "foreign json": (b'{"id": 1}\n', "line 2: this is no judgement"),
    "no json": (b"once upon a time\n", "line 2: the line is no JSON"),
    "a list": (b"[]\n", "line 2: this is no judgement"),
    "deep": (b"[" * 60_000 + b"\n", "line 2: the line is no JSON"),
    "a number of many digits": (b'{"who": ' + b"9" * 9000 + b"}\n", "line 2: the line is no JSON"),
    "ten megabytes": (b'{"why": "' + b"x" * 10**7 + b'"}\n', f"line 2: the line is longer than {LINE:,}"),
    "no text": (b"\xff\xfe\x00\n", "line 2: the line is no JSON"),
}


@pytest.mark.parametrize("name", HOSTILE_LINES)
def test_a_foreign_line_is_refused_by_its_number(path: Path, name: str) -> None:
    content, said = HOSTILE_LINES[name]
    path.write_bytes(HEADING + content)
    for attempt in (lambda: read_log(path), lambda: append(path, [judged("accept", TARGET)])):
        with pytest.raises(LogError) as caught:
            attempt()
        assert f"{path}, {said}" in str(caught.value)
    assert path.read_bytes() == HEADING + content


@pytest.mark.parametrize(
    "change",
    [
        {"verdict": "praise"},
        {"who": ""},
        {"who": "Ana\nDíaz"},
        {"when": "yesterday"},
        {"when": "2031-03-10T08:00:00+02:00"},
        {"why": "another reason"},
        {"why": "half \ud800"},
        {"fields": [["status", "happened"]]},
        {"target": {"article": "one", "thing": "ghost", "traits": []}},
        {"undoes": "correction/accept-0"},
        {"colour": "red"},
    ],
    ids=str,
)
def test_a_line_that_breaks_a_rule_or_was_changed_is_refused(path: Path, change: dict[str, object]) -> None:
    told = json.loads(line(judged("accept", TARGET))) | change
    path.write_bytes(HEADING + json.dumps(told).encode() + b"\n")
    with pytest.raises(LogError, match="line 2: "):
        read_log(path)


def test_a_foreign_file_is_refused_and_left_alone(path: Path) -> None:
    path.write_text("my holiday\n")
    with pytest.raises(LogError, match="line 1: the file is no log of judgements"):
        append(path, [judged("accept", TARGET)])
    assert path.read_text() == "my holiday\n"


def test_nothing_is_written_where_one_of_several_is_refused(path: Path) -> None:
    good = judged("accept", TARGET)
    append(path, [good])
    before = path.read_bytes()
    ghost = judged("undo", None, undoes="correction/accept-0")
    for bad, said in ((ghost, "there is no judgement"), (good, "says again")):
        with pytest.raises(CorrectionError, match=said):
            append(path, [judged("retract", TARGET), bad])
    assert path.read_bytes() == before


def test_a_second_writer_is_told_to_wait(path: Path) -> None:
    with log_module._alone(path), pytest.raises(LogError, match="another process writes to the log"):
        append(path, [judged("accept", TARGET)])
    append(path, [judged("accept", TARGET)])


def _judge_for_ever(path: Path, told: Connection) -> None:
    while True:
        one = judged("accept", TARGET, why=f"{os.getpid()} {time.time_ns()}")
        append(path, [one])
        told.send(one.id)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill -9 on this system")
def test_kill_nine_loses_no_judgement_that_was_told_as_kept(path: Path) -> None:
    spawn, chance, kept = multiprocessing.get_context("spawn"), random.Random(3), []
    for _ in range(3):
        ours, theirs = spawn.Pipe(duplex=False)
        writer = spawn.Process(target=_judge_for_ever, args=(path, theirs))
        writer.start()
        theirs.close()
        kept.append(ours.recv())
        time.sleep(chance.uniform(0, 0.2))
        os.kill(writer.pid, signal.SIGKILL)
        writer.join()
        while True:
            try:
                kept.append(ours.recv())
            except EOFError:
                break
        ours.close()
        writer.close()
        path.write_bytes(path.read_bytes() + b'{"id":"corr')  # the worst moment
    assert {*kept} <= {one.id for one in read_log(path).judgements}
