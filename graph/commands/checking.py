"""The command that checks what a store holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph.commands.options import AsOf, Folder, Layout, Out, bill_named, day, open_library
from graph.terminal import DONE, FAILED, errors_told, message, output, progress, progress_over

if TYPE_CHECKING:
    from graph.checks.contradictions import Contradiction, Disagreement, Superseded
    from graph.model import Quote
    from graph.views.library import Library


class Check(StrEnum):
    """What can be checked."""

    CONTRADICTIONS = "contradictions"
    PROMISES = "promises"
    PROCEDURE = "procedure"
    SHAPES = "shapes"
    COVERAGE = "coverage"


@dataclass(frozen=True, slots=True)
class _Subject:
    """What is checked: a store, as of a day and for one bill where they are given."""

    folder: Path
    shelf: Library
    bill: str | None
    full: bool

    def about(self, bills: Sequence[str]) -> bool:
        """Whether something that concerns these bills is asked for."""
        return self.bill is None or self.bill in bills

    @property
    def bills(self) -> Sequence[str] | None:
        return None if self.bill is None else [self.bill]


@dataclass(frozen=True, slots=True)
class _Result:
    """What one check prints: lines for people, records for programs, and how many of them are findings."""

    lines: Sequence[str]
    records: Sequence[Any]
    findings: int


def check(
    store: Folder,
    what: Annotated[
        list[Check] | None,
        typer.Argument(
            help="contradictions: reports that cannot all be true; promises: who promised what, and its fate;"
            " procedure: where each bill stands; shapes: SHACL rules; coverage: sentences nobody understood."
            " All of them where none is named."
        ),
    ] = None,
    bill: Annotated[str | None, typer.Option(help="Name or identifier of a bill.")] = None,
    as_of: AsOf = None,
    full: Annotated[bool, typer.Option(help="Run the shapes by pySHACL, the slow reference.")] = False,
    format: Annotated[Layout, typer.Option(help="table: lines of text; json: records.")] = Layout.TABLE,
    out: Out = None,
) -> None:
    """Print findings with quotes; exit code 1 where something is wrong: a contradiction, a promise broken or
    kept late, a step that nobody reported or that the procedure does not know, a rule broken, a sentence not
    understood.
    """
    import json

    if format is Layout.CSV:
        raise typer.BadParameter("findings come as table or json", param_hint="--format")
    wanted = list(dict.fromkeys(what or list(Check)))
    with errors_told():
        shelf = open_library(store, day(as_of, "--as-of"))
        subject = _Subject(store, shelf, bill_named(shelf, bill), full)
        results = {check: _CHECKS[check](subject) for check in wanted}
        with output(out) as file:
            if format is Layout.JSON:
                told = {check.value: list(result.records) for check, result in results.items()}
                file.write(json.dumps(told, ensure_ascii=False, indent=1, default=str) + "\n")
            else:
                for check, result in results.items():
                    heading = [f"== {check}"] if len(results) > 1 else []
                    file.writelines(f"{line}\n" for line in (*heading, *result.lines))
    for check, result in results.items():
        message(f"{check}: {result.findings} {'finding' if result.findings == 1 else 'findings'}")
    raise typer.Exit(FAILED if any(result.findings for result in results.values()) else DONE)


def _contradictions(subject: _Subject) -> _Result:
    from graph.checks.contradictions import in_words

    found = subject.shelf.consistency
    told: list[Contradiction | Disagreement | Superseded] = [*found.contradictions, *found.disagreements]
    wrong = sum(subject.about(one.bills) for one in told)
    told = [one for one in (*told, *found.superseded) if subject.about(one.bills)]
    lines = [line for one in told for line in (*in_words(one, subject.shelf.collection.names), "")]
    return _Result(lines, [_plain(one) for one in told], wrong)


def _procedure(subject: _Subject) -> _Result:
    from graph.checks.procedure.standing import whereabouts
    from graph.views.standing import findings, record, report

    lines, records, count = list[str](), list[Any](), 0
    for found in whereabouts(subject.shelf.collection, subject.bills):
        wrong = findings(subject.shelf, found)
        lines += [*report(subject.shelf, found), *(f"  {line}" for line in wrong), ""]
        records.append(record(subject.shelf, found))
        count += len(wrong)
    return _Result(lines, records, count)


def _promises(subject: _Subject) -> _Result:
    from graph.checks.promises import Fate, in_words

    shelf, bill = subject.shelf, subject.bill
    found = shelf.promises if bill is None else shelf.promises_beside(bill)
    lines = list[str]()
    for promise in found:
        lines.append(in_words(promise, subject.shelf.collection.names))
        lines += [f"  “{_line(quote)}”" for told in promise.tellings[:1] for quote in told.quotes]
        if promise.evidence:
            lines += [f"  then: “{_line(quote)}”" for quote in promise.evidence.quotes]
    wrong = sum(promise.fate in (Fate.BROKEN, Fate.KEPT_LATE) for promise in found)
    return _Result(lines, [_plain(promise) for promise in found], wrong)


def _line(quote: Quote) -> str:
    return " ".join(quote.exact.split())


def _plain(record: Any) -> Any:  # noqa: ANN401 - any dataclass
    from dataclasses import asdict

    return {"kind": type(record).__name__.lower(), **asdict(record)}


def _shapes(subject: _Subject) -> _Result:
    from graph.checks.shapes import check_shapes, quick_check
    from graph.rdf.remote import read_store

    with read_store(subject.folder) as store:
        content = store.nquads()
    found = (check_shapes if subject.full else quick_check)(content, format="nquads")
    lines = [
        f"{finding.severity} {finding.shape}: {finding.message} {finding.node}"
        + (f" “{finding.quote}”" if finding.quote else "")
        for finding in found
    ]
    return _Result(lines, [_plain(finding) for finding in found], len(found))


def _coverage(subject: _Subject) -> _Result:
    found = list(_not_understood(subject.shelf))
    lines = [f"{one['article']} {one['part']} {one['start']}-{one['end']}: {one['text']}" for one in found]
    return _Result(lines, found, len(found))


def _not_understood(shelf: Library) -> Iterator[dict[str, Any]]:
    """Yield the sentences that speak of a bill and from which nothing was taken; articles are read again."""
    from graph.linking.account import read_account
    from graph.terms import SentenceUse

    for account in shelf.collection.accounts:
        progress(f"reading {account.article.id}")
        for s in read_account(account.article).sentences:
            if s.use is SentenceUse.NOT_UNDERSTOOD:
                place = {"article": account.article.id, "part": s.part, "start": s.start, "end": s.end}
                yield {**place, "text": s.text}
    progress_over()


_CHECKS: dict[Check, Callable[[_Subject], _Result]] = {
    Check.CONTRADICTIONS: _contradictions,
    Check.PROMISES: _promises,
    Check.PROCEDURE: _procedure,
    Check.SHAPES: _shapes,
    Check.COVERAGE: _coverage,
}
