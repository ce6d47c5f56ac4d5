"""The command that checks what a store holds."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from graph.commands.options import Folder, open_library
from graph.terminal import DONE, FAILED, errors_told, message, progress, progress_over


class Check(StrEnum):
    """What can be checked."""

    SHAPES = "shapes"
    COVERAGE = "coverage"


def check(
    what: Annotated[
        Check, typer.Argument(help="shapes: SHACL rules; coverage: sentences nobody understood.")
    ],
    store: Folder,
    full: Annotated[bool, typer.Option(help="Run the shapes by pySHACL, the slow reference.")] = False,
) -> None:
    """Print findings with quotes; exit code 1 where there are any."""
    with errors_told():
        found = list(_shape_findings(store, full) if what is Check.SHAPES else _coverage_findings(store))
    for finding in found:
        typer.echo(finding)
    message(f"{len(found)} findings")
    raise typer.Exit(FAILED if found else DONE)


def _shape_findings(folder: Path, full: bool) -> Iterator[str]:
    from graph.checks.shapes import check_shapes, quick_check
    from graph.rdf.store import Store

    with Store.read(folder) as store:
        content = store.nquads()
    for finding in (check_shapes if full else quick_check)(content, format="nquads"):
        quote = f" “{finding.quote}”" if finding.quote else ""
        yield f"{finding.severity} {finding.shape}: {finding.message} {finding.node}{quote}"


def _coverage_findings(folder: Path) -> Iterator[str]:
    """Yield the sentences that speak of a bill and from which nothing was taken; the articles are read
    again.
    """
    from graph.linking.account import read_account
    from graph.terms import SentenceUse

    for account in open_library(folder).collection.accounts:
        progress(f"reading {account.article.id}")
        for sentence in read_account(account.article).sentences:
            if sentence.use is SentenceUse.NOT_UNDERSTOOD:
                yield f"{account.article.id} {sentence.part} {sentence.start}-{sentence.end}: {sentence.text}"
    progress_over()
