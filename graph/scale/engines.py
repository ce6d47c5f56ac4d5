"""Who does the work: spawned processes of this machine, or a Dask cluster here or elsewhere.

An engine is a context manager that gives a `Run`: it carries a job out on each of some tasks and yields the
results as they come, with the tasks' numbers. A task may be carried out more than once, when a worker dies.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, TypeVar

from graph.errors import EngineError

if TYPE_CHECKING:
    from distributed import Client

Task = TypeVar("Task")
Result = TypeVar("Result")

LOST = 3
"""How many workers may die in a row before the work is given up; Dask's own number for a task."""
PATIENCE = 10
"""Seconds that a scheduler may take to answer."""
_POISON = "see what the worker says; what is done stays, and a new build goes on from there"


class Run(Protocol):
    """Carries a job out on tasks."""

    def __call__(self, job: Callable[[Task], Result], tasks: Sequence[Task]) -> Iterator[tuple[int, Result]]:
        """Yield the number and the result of each task, in no order.

        Raises:
            EngineError: too many workers died.
            Exception: what the job raises.
        """
        ...


@contextmanager
def processes(workers: int) -> Iterator[Run]:
    """Give an engine of some spawned processes; they end with the block."""
    pools = [_pool(workers)]

    def run(job: Callable[[Task], Result], tasks: Sequence[Task]) -> Iterator[tuple[int, Result]]:
        left, deaths = dict(enumerate(tasks)), 0
        while left:
            futures = {pools[-1].submit(job, task): number for number, task in left.items()}
            try:
                for number, result in _results(futures):
                    del left[number]
                    deaths = 0
                    yield number, result
            except BrokenProcessPool as error:
                deaths += 1
                if deaths == LOST:
                    raise EngineError(f"a worker process ended {LOST} times", remedy=_POISON) from error
                pools.append(_pool(workers))

    try:
        yield run
    finally:
        pools[-1].shutdown(cancel_futures=True)


def _pool(workers: int) -> ProcessPoolExecutor:
    spawn = multiprocessing.get_context(
        "spawn"
    )  # a store's files may not be inherited, see `graph.rdf.store`
    return ProcessPoolExecutor(
        workers, spawn, initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_IGN)
    )


def _results(futures: dict[Future[Result], int]) -> Iterator[tuple[int, Result]]:
    for future in as_completed(futures):
        yield futures[future], future.result()


@contextmanager
def dask(workers: int, scheduler: str | None = None) -> Iterator[Run]:
    """Give an engine on Dask: the cluster of a scheduler, or one on this machine that ends with the block.

    Args:
        workers: processes of the cluster on this machine.
        scheduler: address of a running scheduler, as `tcp://10.0.0.5:8786`; its workers need this program.

    Raises:
        EngineError: Dask is not installed, or nobody answers at the address.
    """
    try:
        from distributed import Client, LocalCluster
    except ModuleNotFoundError as error:
        raise EngineError(
            "Dask is not installed",
            remedy="pip install -r requirements-dask.txt, or work without it: --engine processes",
        ) from error
    if scheduler is None:
        # spawned workers under nannies, which start a new one where one dies
        with (
            LocalCluster(
                n_workers=workers,
                threads_per_worker=1,
                processes=True,
                dashboard_address="127.0.0.1:0",
                silence_logs=50,
            ) as cluster,
            Client(cluster) as client,
        ):
            yield _on(client)
        return
    try:
        client = Client(scheduler, timeout=PATIENCE)
    except (OSError, ValueError) as error:
        raise EngineError(
            f"no Dask scheduler answers: {error}", place=scheduler, remedy="start one: dask scheduler"
        ) from error
    with client:
        yield _on(client)


def _on(client: Client) -> Run:
    """Return an engine that hands its tasks to a Dask client."""
    from distributed import KilledWorker, as_completed

    def run(job: Callable[[Task], Result], tasks: Sequence[Task]) -> Iterator[tuple[int, Result]]:
        futures = {client.submit(job, task, pure=False): n for n, task in enumerate(tasks)}
        try:
            for future in as_completed(futures):
                yield futures[future], future.result()
        except KilledWorker as error:
            raise EngineError(f"a worker ended {LOST} times: {error}", remedy=_POISON) from error
        finally:
            client.cancel(list(futures))

    return run
