"""The command line: `python -m graph COMMAND`; each command is one function, and does what the library does.

Results go to standard output (or `-o FILE`), messages to standard error. Exit code 0 is done, 1 something was
refused or failed (each named), 2 wrong usage. Heavy modules are imported where they are used, so that
`--help` stays quick.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph.terminal import (
    DONE,
    FAILED,
    errors_told,
    json_line,
    message,
    output,
    progress,
    progress_over,
    table,
)

if TYPE_CHECKING:
    from graph.model import Article
    from graph.views.library import Library

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Read news of bills, keep the evidence, and show who did what and what is only promised.",
)

Inputs = Annotated[
    list[Path], typer.Argument(help="Files or folders: .txt .md .html .json .jsonl .csv .xml .zip")
]
Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Day of publication (2026-02-07) for articles that state none."),
]
Folder = Annotated[Path, typer.Option("--store", help="Folder of the store.")]
Out = Annotated[Path | None, typer.Option("-o", "--output", help="Write to this file, whole or not at all.")]
AsOf = Annotated[str | None, typer.Option(metavar="DATE", help="Only what articles had told until this day.")]


class Layout(StrEnum):
    """How tables are printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


class Format(StrEnum):
    """Formats of exports."""

    TURTLE = "turtle"
    TRIG = "trig"
    NQUADS = "nquads"
    JSONLD = "jsonld"
    GRAPHML = "graphml"
    GEXF = "gexf"
    CSV = "csv"


class Part(StrEnum):
    """Parts of an annotated corpus, as `graph.corpus.Split` has them."""

    DEVELOP = "develop"
    TRAIN = "train"
    MEASURE = "measure"


class Check(StrEnum):
    """What can be checked."""

    SHAPES = "shapes"
    COVERAGE = "coverage"


def _day(text: str | None, option: str) -> dt.date | None:
    try:
        return None if text is None else dt.date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(
            f"{text!r} is no day; write it like 2026-02-07", param_hint=option
        ) from error


def _articles(inputs: list[Path], published: dt.date | None, refused: list[str]) -> Iterator[Article]:
    """Yield the articles of some inputs; what is refused is told and counted."""
    from graph.articles import read_inputs
    from graph.errors import InputError

    for article in read_inputs(inputs):
        if isinstance(article, InputError):
            message(f"refused: {article}")
            refused.append(str(article))
            continue
        for notice in article.notices:
            message(f"{article.id}: {notice}")
        yield replace(article, published=article.published or published)


def _finish(refused: Sequence[str]) -> None:
    if refused:
        raise typer.Exit(FAILED)


@app.command()
def extract(inputs: Inputs, published: Published = None, out: Out = None) -> None:
    """Print what each article says: one JSON line an article. Reads no store and writes none."""
    from graph.linking.account import read_account
    from graph.records import extraction_record

    day, refused = _day(published, "--published"), list[str]()
    with errors_told(), output(out) as file:
        for article in _articles(inputs, day, refused):
            progress(f"reading {article.id}")
            file.write(json_line(extraction_record(read_account(article))))
        progress_over()
    _finish(refused)


@app.command()
def dates(inputs: Inputs, published: Published = None, out: Out = None) -> None:
    """Print the time expressions of each article as TIMEX3 with bounds in days: one JSON line an article."""
    from graph.records import dates_record
    from graph.temporal import find_expressions

    day, refused = _day(published, "--published"), list[str]()
    with errors_told(), output(out) as file:
        for article in _articles(inputs, day, refused):
            found = find_expressions(article.text, published=article.published)
            file.write(json_line(dates_record(article, found)))
    _finish(refused)


@app.command()
def build(
    inputs: Inputs,
    store: Folder,
    published: Published = None,
    rebuild: Annotated[bool, typer.Option(help="Read everything again and replace the store.")] = False,
) -> None:
    """Read articles into a store: extract, link, assess, save. Again, only what changed is read."""
    from graph.pipeline import Outcome
    from graph.pipeline import build as build_store

    def told(outcome: Outcome) -> None:
        progress(f"{outcome.result} {outcome.place}")
        if outcome.result == "refused":
            progress_over()
            message(f"refused: {outcome.problem}")
        for notice in outcome.notices:
            progress_over()
            message(f"{outcome.place}: {notice}")

    day = _day(published, "--published")
    with errors_told():
        report = build_store(inputs, store, published=day, rebuild=rebuild, progress=told)
        progress_over()
    counts = ", ".join(f"{report.count(word)} {word}" for word in ("read", "unchanged", "refused"))
    typer.echo(f"{counts}; store: {store}")
    _finish([outcome.place for outcome in report.refused])


def _library(folder: Path, as_of: dt.date | None = None) -> Library:
    from graph.rdf.store import Store
    from graph.views.library import library

    with Store.read(folder) as store:
        return library(store.collection(), until=as_of)


def _bill(shelf: Library, words: str | None) -> str | None:
    """Return the identifier of the bill that some words name.

    Raises:
        typer.BadParameter: none or several are named so.
    """
    from graph.views.overview import search

    if words is None:
        return None
    if words in shelf.bills:
        return words
    found = [hit for hit in search(shelf, words, most=1_000_000) if hit.page == "bill"]
    exact = [hit for hit in found if hit.name.casefold() == words.casefold()]
    chosen = exact if len(exact) == 1 else found
    if len(chosen) != 1:
        names = "; ".join(f"{hit.name} ({hit.identity})" for hit in found[:8]) or "none"
        raise typer.BadParameter(f"{len(found)} bills are named {words!r}: {names}", param_hint="--bill")
    return chosen[0].identity


def _print(
    rows: Sequence[Mapping[str, Any]], columns: Sequence[str], layout: Layout, out: Path | None
) -> None:
    import json

    with output(out) as file:
        if layout is Layout.JSON:
            file.write(json.dumps(rows, ensure_ascii=False, indent=1, default=str) + "\n")
        elif layout is Layout.CSV:
            from graph.rdf.csvfiles import csv_bytes

            file.write(csv_bytes(rows, columns).decode())
        else:
            file.write(table(rows, columns))


@app.command()
def events(
    store: Folder,
    bill: Annotated[str | None, typer.Option(help="Name or identifier of a bill.")] = None,
    as_of: AsOf = None,
    format: Layout = Layout.TABLE,
    out: Out = None,
) -> None:
    """Print the events of a store in the order of time, each merged over all articles."""
    from graph.records import merged_record
    from graph.views.timeline import Choice, chosen
    from graph.views.timeline import table as event_rows

    with errors_told():
        shelf = _library(store, _day(as_of, "--as-of"))
        choice = Choice(bill=_bill(shelf, bill))
        if format is Layout.JSON:
            rows: list[dict[str, Any]] = [
                merged_record(shelf, assessment) for assessment in chosen(shelf, choice)
            ]
        else:
            rows = event_rows(shelf, choice)
        _print(rows, ("event", "status", "when", "outcome", "votes", "by", "bill", "articles"), format, out)


@app.command()
def actors(store: Folder, as_of: AsOf = None, format: Layout = Layout.TABLE, out: Out = None) -> None:
    """Print the actors of a store with their offices, those in most events first."""
    with errors_told():
        _print(_rows(store, as_of, "actors"), ("name", "kind", "offices", "events", "articles"), format, out)


@app.command()
def bills(store: Folder, as_of: AsOf = None, format: Layout = Layout.TABLE, out: Out = None) -> None:
    """Print the bills of a store."""
    with errors_told():
        _print(
            _rows(store, as_of, "bills"),
            ("name", "number", "jurisdiction", "events", "articles"),
            format,
            out,
        )


def _rows(folder: Path, as_of: str | None, name: str) -> list[Mapping[str, Any]]:
    from graph.rdf.tables import tables

    rows = tables(_library(folder, _day(as_of, "--as-of")).collection)[name]
    return sorted(rows, key=lambda row: (-int(str(row["events"] or 0)), str(row["name"])))


@app.command()
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

    for account in _library(folder).collection.accounts:
        progress(f"reading {account.article.id}")
        for sentence in read_account(account.article).sentences:
            if sentence.use is SentenceUse.NOT_UNDERSTOOD:
                yield f"{account.article.id} {sentence.part} {sentence.start}-{sentence.end}: {sentence.text}"
    progress_over()


@app.command()
def query(
    file: Annotated[Path, typer.Argument(help="A SPARQL SELECT, ASK or CONSTRUCT query.")],
    store: Folder,
    seconds: Annotated[float, typer.Option(help="How long it may run.")] = 10.0,
    format: Layout = Layout.TABLE,
    out: Out = None,
) -> None:
    """Answer a SPARQL query over a store, read-only, with a time limit."""
    from graph.rdf.answers import ask

    with errors_told():
        answer = ask(store, _query_text(file), seconds=seconds)
        if answer.kind == "rows":
            _print(
                [dict(zip(answer.columns, row, strict=True)) for row in answer.rows],
                answer.columns,
                format,
                out,
            )
        else:
            with output(out) as target:
                target.write(
                    answer.turtle if answer.kind == "triples" else f"{'yes' if answer.yes else 'no'}\n"
                )
    if answer.cut:
        message(f"only the first {len(answer.rows) or 'ten thousand'} are shown")


def _query_text(path: Path) -> str:
    from graph.errors import QueryError

    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"the query file cannot be read: {error}", place=str(path)) from error


@app.command()
def export(
    store: Folder,
    out: Annotated[Path, typer.Option("-o", "--output", help="File to write, whole or not at all.")],
    format: Format = Format.TURTLE,
    data_only: Annotated[bool, typer.Option("--data-only", help="Turtle without the vocabulary.")] = False,
) -> None:
    """Write everything in a store to one file, the same bytes for the same content."""
    from graph.rdf.csvfiles import write_table
    from graph.rdf.files import written_whole
    from graph.rdf.store import Store
    from graph.rdf.tables import COLUMNS, tables
    from graph.views.exports import DATA_ONLY, made

    with errors_told(), Store.read(store) as opened:
        if format is Format.CSV and out.suffix != ".zip":
            write_table(tables(opened.collection())["events"], COLUMNS["events"], out)
            typer.echo(f"wrote {out}: the table of events")
            return
        found = made(opened, DATA_ONLY if data_only and format is Format.TURTLE else format.value)
        with written_whole(out) as file:
            file.write(found.content)
        typer.echo(f"wrote {out}: {found.holds}")


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(help="Folder of annotations (*.json).")],
    inputs: Annotated[Path, typer.Argument(help="Folder of the annotated articles.")],
    split: Annotated[Part | None, typer.Option(help="Only this part; measure is shown in totals.")] = None,
    misses: Annotated[bool, typer.Option(help="List what is missed, extra or wrong.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Print the score card: precision, recall and F1 of extraction against annotations."""
    import json

    from graph.corpus import Split, measured, read_corpus

    if split is Part.MEASURE and misses:
        raise typer.BadParameter(
            "the part measure is looked at in totals only; list the misses of develop instead",
            param_hint="--misses",
        )
    with errors_told():
        corpus = read_corpus(gold, [inputs], Split(split.value) if split else None)
        for refused in corpus.refused:
            message(f"refused: {refused}")
        for name in corpus.missing:
            message(f"no article for the annotation {name}")
        card = measured(corpus, lambda name: progress(f"reading {name}"))
        progress_over()
    for line in card.misses if misses else ():
        typer.echo(line)
    if as_json:
        about = {"split": corpus.split, "corpus": corpus.digest}
        typer.echo(json.dumps(about | card.figures(), indent=1))
    else:
        for line in (corpus.heading, *card.lines()):
            typer.echo(line)
    _finish([*map(str, corpus.refused), *corpus.missing])


@app.command()
def serve(
    store: Folder = Path("store"),
    port: Annotated[int, typer.Option(help="Port on this machine.")] = 8501,
    browser: Annotated[bool, typer.Option(help="Open the browser.")] = True,
) -> None:
    """Open the explorer in the browser."""
    import os
    import subprocess
    import sys

    from graph.lexicons import ROOT

    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), "--server.port", str(port)]
    command += ["--server.headless", "false" if browser else "true"]
    environment = {**os.environ, "LAWPATH_STORE": str(store.resolve())}
    try:
        raise typer.Exit(subprocess.run(command, env=environment, cwd=ROOT, check=False).returncode)
    except KeyboardInterrupt:
        raise typer.Exit(DONE) from None


if __name__ == "__main__":
    app()
