"""From files anywhere to the store, in parts; `graph.pipeline.build` does the same in one process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TypeVar

from graph.articles.batch import files_in
from graph.errors import EngineError, InputError
from graph.model import Account
from graph.pipeline import EXTRACTOR, Outcome, Progress, Report, refuse_server, renew, save
from graph.rdf.places import address_of
from graph.rdf.remote import open_store
from graph.scale.engines import Run
from graph.scale.listing import Listed, Reading, Shelf, listed, told_apart
from graph.scale.parts import accounts_of, extracted, parts_of, remove

Task = TypeVar("Task")
Result = TypeVar("Result")

FILES = 50
"""Files that are looked through together."""

Watch = Callable[[str, int, int], None]
"""Called with what is being done, how much of it is done, and how much there is."""


def build_in_parts(
    inputs: Iterable[Path | str],
    folder: Path,
    run: Run,
    *,
    parts: str | None = None,
    published: date | None = None,
    rebuild: bool = False,
    progress: Progress | None = None,
    watch: Watch | None = None,
    log: Path | None = None,
) -> Report:
    """Read files into the store of a folder as `graph.pipeline.build` does, to the same bytes.

    What an earlier call had extracted when it was interrupted is not extracted again.

    Args:
        inputs: files, folders, and addresses that `graph.articles.elsewhere` describes.
        folder: of the store, or the address of a SPARQL server.
        run: an engine of `graph.scale.engines`.
        parts: folder or address where extracted parts are kept until all is saved; workers on other machines
            must reach it. A folder beside the store where None.
        published: the day of publication of articles that state none.
        rebuild: read everything again and replace the whole store by it, in one step.
        progress: called for each article, after all are extracted.
        watch: called while parts are done.
        log: of judgements; the one in the store's folder where None.

    Raises:
        EngineError: the work could not be shared out.
        InputError: a file changed meanwhile, or the place of the parts cannot be used.
        StoreError: the store refuses.
        LogError: the log of judgements cannot be read.
        ModelError, LexiconError: a file of the program is missing or wrong.
    """
    if rebuild:
        refuse_server(folder)
    location = parts or _beside(folder)
    reading = Reading(published, EXTRACTOR)
    with open_store(folder, create=True) as store:
        known = {} if rebuild else {saved.id: saved.source for saved in store.articles()}
        found = _listed(inputs, run, reading, watch)
        new = [one for one in found if isinstance(one, Listed) and known.get(one.id) != one.source]
        made = parts_of(new, reading, location)
        _carried_out(run, extracted, made, watch, "extracting", [len(part.articles) for part in made])
        fresh = {account.article.id: account for part in made for account in accounts_of(part)}
        if rebuild or (not known and address_of(folder) is None):
            renew(store, fresh.values(), log)
        else:
            save(store, fresh, log)
    remove(made)
    return _report(found, fresh, progress)


def _beside(folder: Path) -> str:
    if address_of(folder) is not None:
        raise EngineError(
            "a store on a server has no folder beside it", remedy="say with --parts where extracted parts go"
        )
    return f"{folder.resolve()}.parts"


def _listed(
    inputs: Iterable[Path | str], run: Run, reading: Reading, watch: Watch | None
) -> list[Listed | InputError]:
    """Return what stands in all files, in the order of reading, every identifier given once."""
    files = files_in(inputs)
    shelves = [Shelf(tuple(files[n : n + FILES]), reading) for n in range(0, len(files), FILES)]
    sizes = [len(shelf.files) for shelf in shelves]
    found = _carried_out(run, listed, shelves, watch, "looking through files", sizes)
    return list(told_apart(chain.from_iterable(found), reading))


def _carried_out(
    run: Run,
    job: Callable[[Task], Result],
    tasks: Sequence[Task],
    watch: Watch | None,
    what: str,
    sizes: Sequence[int],
) -> list[Result]:
    """Return the results of a job in the order of its tasks."""
    results, done, total = dict[int, Result](), 0, sum(sizes)
    for number, result in run(job, tasks):
        results[number], done = result, done + sizes[number]
        if watch is not None:
            watch(what, done, total)
    return [results[number] for number in range(len(tasks))]


def _report(
    found: Iterable[Listed | InputError], fresh: Mapping[str, Account], progress: Progress | None
) -> Report:
    """Return what became of each record."""
    report = Report()
    for one in found:
        if isinstance(one, InputError):
            outcome = Outcome(one.place or "input", "refused", problem=str(one))
        elif one.id in fresh:
            outcome = Outcome(one.id, "read", len(fresh[one.id].events), notices=one.notices)
        else:
            outcome = Outcome(one.id, "unchanged")
        report.outcomes.append(outcome)
        if progress is not None:
            progress(outcome)
    return report
