"""What breaks on one article or never ends with it costs that article alone."""

from __future__ import annotations

import itertools
import subprocess
import sys
import threading
from contextlib import suppress

import pytest

from graph.articles import read_pasted
from graph.errors import ModelError, UnreadError
from graph.linking.guard import guarded

ARTICLE = read_pasted("The House passed the Water Bill on Monday.", title="")


def go_round() -> None:
    """Never end."""
    for _ in itertools.count():
        pass


def test_a_rule_that_never_ends_is_stopped_and_named() -> None:
    message = r"still at it after 0 s: test_guard\.py, line \d+"
    with pytest.raises(UnreadError, match=message) as told, guarded(ARTICLE, seconds=0.05):
        go_round()
    assert told.value.place == ARTICLE.id


def test_it_is_stopped_in_any_thread() -> None:
    found = list[str]()

    def work() -> None:
        try:
            with guarded(ARTICLE, seconds=0.05):
                go_round()
        except UnreadError as error:
            found.append(str(error))

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(timeout=60)
    assert len(found) == 1


def test_nothing_is_interrupted_afterwards() -> None:
    for _ in range(200):
        with suppress(UnreadError), guarded(ARTICLE, seconds=0.0):
            pass
        assert sum(range(10_000)) == 49_995_000
    assert threading.active_count() < 50


def test_the_interpreter_is_left_as_it_was() -> None:
    """A thread that still waits for an error never gets past the first call of a profiled function."""
    program = (
        "import sys\n"
        "from contextlib import suppress\n"
        "from graph.articles import read_pasted\n"
        "from graph.errors import UnreadError\n"
        "from graph.linking.guard import guarded\n"
        "for seconds in [0.0] * 20 + [None]:\n"
        "    with suppress(UnreadError), guarded(read_pasted('A bill.', title=''), seconds):\n"
        "        pass\n"
        "sys.setprofile(lambda *_: None)\n"
        "print(len(list(map(len, ['a'] * 9))), (lambda: 'ends')())\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120)
    assert done.stdout == "9 ends\n", done.stderr


def test_faults_are_refusals_and_other_errors_stay_what_they_are() -> None:
    with pytest.raises(UnreadError, match=r"KeyError in test_guard\.py"), guarded(ARTICLE):
        raise KeyError("odd")
    with pytest.raises(ModelError), guarded(ARTICLE):
        raise ModelError("no model")
