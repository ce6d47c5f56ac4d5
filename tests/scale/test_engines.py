"""Engines do all tasks, whatever dies, and give up where a task kills each worker that it meets."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest

from graph.errors import EngineError
from graph.scale import engines
from graph.scale.engines import Run, dask, processes
from tests.scale.working import deadly, square


@pytest.fixture(scope="module", params=[processes, dask])
def run(request: pytest.FixtureRequest) -> Iterator[Run]:
    """Two workers, for all tests here one after another."""
    with request.param(2) as run:
        yield run


def test_every_task_is_done_once_for_the_caller(run: Run) -> None:
    assert sorted(run(square, range(20))) == [(n, n**2) for n in range(20)]
    assert list(run(square, [])) == []


def test_what_a_job_raises_reaches_the_caller(run: Run) -> None:
    with pytest.raises(TypeError):
        list(run(square, ["no number"]))


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill -9 on this system")
def test_a_task_that_kills_every_worker_is_given_up(run: Run) -> None:
    with pytest.raises(EngineError, match="a worker"):
        list(run(deadly, range(4)))


def test_a_scheduler_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "PATIENCE", 0.5)
    with pytest.raises(EngineError, match="no Dask scheduler answers"), dask(1, "tcp://127.0.0.1:9"):
        pass


def test_a_running_scheduler_is_asked_under_its_address() -> None:
    from distributed import LocalCluster

    with (
        LocalCluster(
            n_workers=1, processes=False, protocol="tcp", dashboard_address="127.0.0.1:0"
        ) as cluster,
        dask(1, cluster.scheduler_address) as run,
    ):
        assert list(run(square, [3])) == [(0, 9)]
