"""What workers of the tests do: dying once at a chosen moment; spawned processes import it."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.scale.engines import Run
from graph.scale.parts import Part


@dataclass(frozen=True)
class DyingOnce:
    """A job whose worker is killed at its first part, before or after the work."""

    job: Callable[[Part], int]
    mark: Path
    after: bool

    def __call__(self, part: Part) -> int:
        done = self.job(part) if self.after else 0
        try:
            self.mark.touch(exist_ok=False)
        except FileExistsError:
            return done if self.after else self.job(part)
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError("nobody survives that")


def deadly(task: int) -> int:
    """Kill the worker of task 1, each time."""
    if task == 1:
        os.kill(os.getpid(), signal.SIGKILL)
    return task


def square(number: int) -> int:
    return number**2


def losing(run: Run, mark: Path, *, after: bool) -> Run:
    """Return an engine that loses a worker at the first part."""

    def lossy(job: Callable[[Any], Any], tasks: Sequence[Any]) -> Iterator[tuple[int, Any]]:
        worst = DyingOnce(job, mark, after) if job.__name__ == "extracted" else job
        return run(worst, tasks)

    return lossy


def here(job: Callable[[Any], Any], tasks: Sequence[Any]) -> Iterator[tuple[int, Any]]:
    """An engine of this process, last task first."""
    for number in reversed(range(len(tasks))):
        yield number, job(tasks[number])
