"""Commands that read articles: extract, dates, build, evaluate."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.commands.options import Folder, Inputs, LogFile, Out, Published, day, finish
from graph.terminal import bar, errors_told, json_line, message, output, progress, progress_over

if TYPE_CHECKING:
    from graph.model import Article

Reading = Callable[["Article"], Mapping[str, object]]


class Part(StrEnum):
    """Parts of an annotated corpus, as `graph.corpus.Split` has them."""

    DEVELOP = "develop"
    TRAIN = "train"
    MEASURE = "measure"


class Engine(StrEnum):
    """Who extracts."""

    SERIAL = "serial"
    PROCESSES = "processes"
    DASK = "dask"


def _articles(inputs: list[str], published: dt.date | None, refused: list[str]) -> Iterator[Article]:
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


def _print_each(inputs: list[str], published: str | None, out: Path | None, read: Reading) -> None:
    """Print what is read of each article, one JSON line an article; tell and count what is refused."""
    from graph.errors import UnreadError

    default, refused = day(published, "--published"), list[str]()
    with errors_told(), output(out) as file:
        for article in _articles(inputs, default, refused):
            progress(f"reading {article.id}")
            try:
                record = read(article)
            except UnreadError as error:
                progress_over()
                message(f"refused: {error}")
                refused.append(str(error))
            else:
                file.write(json_line(record))
        progress_over()
    finish(refused)


def extract(inputs: Inputs, published: Published = None, out: Out = None) -> None:
    """Print what each article says: one JSON line an article. Reads no store and writes none."""
    from graph.linking.account import read_account
    from graph.records import extraction_record

    _print_each(inputs, published, out, lambda article: extraction_record(read_account(article)))


def dates(inputs: Inputs, published: Published = None, out: Out = None) -> None:
    """Print the time expressions of each article as TIMEX3 with bounds in days: one JSON line an article."""
    from graph.linking.guard import guarded
    from graph.records import dates_record
    from graph.temporal import find_expressions, month_first

    def read(article: Article) -> Mapping[str, object]:
        order = month_first(article.url)
        with guarded(article):
            found = find_expressions(article.text, published=article.published, month_first=order)
        return dates_record(article, found)

    _print_each(inputs, published, out, read)


def build(
    inputs: Inputs,
    store: Folder,
    published: Published = None,
    rebuild: Annotated[bool, typer.Option(help="Read everything again and replace the store.")] = False,
    log: LogFile = None,
    engine: Annotated[
        Engine, typer.Option(help="Who extracts: this process, several, or Dask (requirements-dask.txt).")
    ] = Engine.SERIAL,
    workers: Annotated[
        int | None, typer.Option(min=1, help="How many processes; as many as processors if not given.")
    ] = None,
    scheduler: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Of a Dask scheduler, as tcp://10.0.0.5:8786.")
    ] = None,
    parts: Annotated[
        str | None,
        typer.Option(metavar="LOCATION", help="Where extracted parts wait; all workers must reach it."),
    ] = None,
) -> None:
    """Read articles into a store: extract, correct, link, assess, save. Again, only what changed is read."""
    from graph.pipeline import Outcome

    def told(outcome: Outcome) -> None:
        progress(f"{outcome.result} {outcome.place}")
        if outcome.result == "refused":
            progress_over()
            message(f"refused: {outcome.problem}")
        for notice in outcome.notices:
            progress_over()
            message(f"{outcome.place}: {notice}")

    default = day(published, "--published")
    if scheduler is not None and engine is not Engine.DASK:
        raise typer.BadParameter("a scheduler belongs to --engine dask", param_hint="--scheduler")
    with errors_told():
        if engine is Engine.SERIAL:
            from graph.pipeline import build as build_store

            report = build_store(inputs, store, published=default, rebuild=rebuild, progress=told, log=log)
        else:
            from graph.scale.building import build_in_parts
            from graph.scale.engines import dask, processes

            count = workers or os.cpu_count() or 1
            with processes(count) if engine is Engine.PROCESSES else dask(count, scheduler) as run:
                report = build_in_parts(
                    *(inputs, store, run),
                    parts=parts,
                    published=default,
                    rebuild=rebuild,
                    progress=told,
                    watch=lambda what, done, total: progress(bar(what, done, total)),
                    log=log,
                )
        progress_over()
    counts = ", ".join(f"{report.count(word)} {word}" for word in ("read", "unchanged", "refused"))
    typer.echo(f"{counts}; store: {store}")
    finish([outcome.place for outcome in report.refused])


def evaluate(
    gold: Annotated[Path, typer.Argument(help="Folder of annotations (*.json).")],
    inputs: Annotated[Path, typer.Argument(help="Folder of the annotated articles.")],
    split: Annotated[Part | None, typer.Option(help="Only this part; measure is shown in totals.")] = None,
    names: Annotated[str, typer.Option(help="Only articles whose names fit this, such as 'news-*'.")] = "*",
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
        corpus = read_corpus(gold, [inputs], Split(split.value) if split else None, names)
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
    finish([*map(str, corpus.refused), *corpus.missing])
