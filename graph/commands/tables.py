"""Commands that show what a store holds: events, actors, bills, network, questions, query, export."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph.commands.options import (
    AsOf,
    Folder,
    Layout,
    Out,
    bill_named,
    day,
    identity_named,
    open_library,
    print_rows,
)
from graph.terminal import errors_told, message, output

if TYPE_CHECKING:
    from graph.rdf.answers import Table as Answer
    from graph.rdf.store import Store


class Format(StrEnum):
    """Formats of exports."""

    TURTLE = "turtle"
    TRIG = "trig"
    NQUADS = "nquads"
    JSONLD = "jsonld"
    GRAPHML = "graphml"
    GEXF = "gexf"
    CSV = "csv"


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
        shelf = open_library(store, day(as_of, "--as-of"))
        choice = Choice(bill=bill_named(shelf, bill))
        if format is Layout.JSON:
            rows: list[dict[str, Any]] = [
                merged_record(shelf, assessment) for assessment in chosen(shelf, choice)
            ]
        else:
            rows = event_rows(shelf, choice)
        print_rows(
            rows, ("event", "status", "when", "outcome", "votes", "by", "bill", "articles"), format, out
        )


def actors(store: Folder, as_of: AsOf = None, format: Layout = Layout.TABLE, out: Out = None) -> None:
    """Print the actors of a store with their offices, those in most events first."""
    with errors_told():
        print_rows(
            _rows(store, as_of, "actors"),
            ("name", "kind", "offices", "events", "articles", "wikidata"),
            format,
            out,
        )


def bills(store: Folder, as_of: AsOf = None, format: Layout = Layout.TABLE, out: Out = None) -> None:
    """Print the bills of a store."""
    with errors_told():
        print_rows(
            _rows(store, as_of, "bills"),
            ("name", "number", "jurisdiction", "events", "articles"),
            format,
            out,
        )


def network(
    store: Folder,
    ahead: Annotated[
        bool, typer.Option("--ahead", help="Count what is planned, promised, required or possible, too.")
    ] = False,
    as_of: AsOf = None,
    format: Layout = Layout.TABLE,
    out: Out = None,
) -> None:
    """Print who and which bills stand out among all relations, and who belongs together (group)."""
    from graph.views.central import central
    from graph.views.linked import multigraph

    with errors_told():
        shelf = open_library(store, day(as_of, "--as-of"))
        found = (one for one in central(multigraph(shelf), ahead=ahead) if one.kind != "event")
        rows = [
            {
                "name": one.label,
                "kind": one.kind,
                "links": one.links,
                "between": one.between,
                "group": one.group,
            }
            for one in found
        ]
        print_rows(rows, ("name", "kind", "links", "between", "group"), format, out)


def _rows(folder: Path, as_of: str | None, name: str) -> list[Mapping[str, Any]]:
    from graph.rdf.tables import tables

    rows = tables(open_library(folder, day(as_of, "--as-of")).collection)[name]
    return sorted(rows, key=lambda row: (-int(str(row["events"] or 0)), str(row["name"])))


def questions(
    name: Annotated[str | None, typer.Argument(help="One of them: print its SPARQL.")] = None,
    format: Layout = Layout.TABLE,
    out: Out = None,
) -> None:
    """List the named questions that `query` answers, or print the SPARQL of one."""
    from graph.rdf.questions import question
    from graph.rdf.questions import questions as known

    with errors_told():
        if name is not None:
            with output(out) as target:
                target.write(question(name).sparql)
            return
        rows = [
            {"name": one.name, "question": one.title, "set": ", ".join(p.name for p in one.parameters)}
            for one in known().values()
        ]
        print_rows(rows, ("name", "question", "set"), format, out)


def query(
    asked: Annotated[
        str, typer.Argument(metavar="FILE|NAME", help="A file of SPARQL, or a name of `questions`.")
    ],
    store: Folder,
    given: Annotated[
        list[str] | None, typer.Option("--set", metavar="NAME=VALUE", help="Narrows a named question.")
    ] = None,
    seconds: Annotated[float, typer.Option(help="How long it may run.")] = 10.0,
    format: Layout = Layout.TABLE,
    out: Out = None,
) -> None:
    """Answer a SPARQL query or a named question over a store, read-only, with a time limit."""
    with errors_told():
        answer = _answered(store, _sparql(asked, store, given or ()), seconds)
        if answer.kind == "rows":
            print_rows(
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


def _answered(store: Path, text: str, seconds: float) -> Answer:
    from graph.rdf.places import address_of

    address = address_of(store)
    if address is None:
        from graph.rdf.answers import ask

        return ask(store, text, seconds=seconds)
    from graph.rdf.remote import ask_server

    return ask_server(address, text, seconds=seconds)


def _sparql(asked: str, store: Path, given: Sequence[str]) -> str:
    """Return the text of a file, or of a named question with its values in place."""
    if asked.endswith(".rq"):
        return _read(asked, given)
    from graph.rdf.questions import filled, question, questions

    if asked not in questions() and Path(asked).exists():
        return _read(asked, given)
    values = dict(_pair(one) for one in given)
    kinds = {parameter.name: parameter.kind for parameter in question(asked).parameters}
    for name, value in values.items():
        if kinds.get(name) in ("bill", "actor"):
            values[name] = identity_named(open_library(store), kinds[name], value, "--set")
    return filled(question(asked), values)


def _read(file: str, given: Sequence[str]) -> str:
    from graph.errors import QueryError

    if given:
        raise typer.BadParameter("only named questions take values", param_hint="--set")
    try:
        return Path(file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"the query file cannot be read: {error}", place=file) from error


def _pair(given: str) -> tuple[str, str]:
    name, sign, value = given.partition("=")
    if not sign:
        raise typer.BadParameter(f"{given!r} is not NAME=VALUE", param_hint="--set")
    return name, value


def export(
    store: Folder,
    out: Annotated[Path, typer.Option("-o", "--output", help="File to write, whole or not at all.")],
    format: Format = Format.TURTLE,
    data_only: Annotated[bool, typer.Option("--data-only", help="Turtle without the vocabulary.")] = False,
    bill: Annotated[str | None, typer.Option(help="Only this bill: its name or identifier.")] = None,
    actor: Annotated[str | None, typer.Option(help="Only this person or body: name or identifier.")] = None,
    first: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="Only what may lie on or after this day.")
    ] = None,
    last: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="Only what may lie on or before this day.")
    ] = None,
    as_of: AsOf = None,
) -> None:
    """Write a store to one file, the same bytes for the same content: everything, or the part that options
    choose, with the events that its claims hang on.
    """
    from graph.rdf.csvfiles import write_table
    from graph.rdf.files import written_whole
    from graph.rdf.remote import read_store
    from graph.rdf.tables import COLUMNS, tables
    from graph.views.exports import DATA_ONLY, made

    until, days = day(as_of, "--as-of"), (day(first, "--from"), day(last, "--to"))
    with errors_told(), read_store(store) as whole:
        chosen = any((bill, actor, *days, until))
        opened = _excerpt(whole, bill, actor, days, until) if chosen else whole
        if format is Format.CSV and out.suffix != ".zip":
            write_table(tables(opened.collection())["events"], COLUMNS["events"], out)
            typer.echo(f"wrote {out}: the table of events")
            return
        found = made(opened, DATA_ONLY if data_only and format is Format.TURTLE else format.value)
        with written_whole(out) as file:
            file.write(found.content)
        typer.echo(f"wrote {out}: {found.holds}")


def _excerpt(
    whole: Store,
    bill: str | None,
    actor: str | None,
    days: tuple[dt.date | None, dt.date | None],
    until: dt.date | None,
) -> Store:
    """Return a part of a store as a store of its own, in memory."""
    from graph.rdf.carried import extractors
    from graph.rdf.store import Store
    from graph.views.excerpts import excerpt
    from graph.views.library import library
    from graph.views.timeline import Choice

    shelf = library(whole.collection(), until=until)
    choice = Choice(
        bill=bill_named(shelf, bill),
        actor=None if actor is None else identity_named(shelf, "actor", actor, "--actor"),
        first=days[0],
        last=days[1],
    )
    part = shelf.collection if choice == Choice() else excerpt(shelf, choice)
    return Store.memory(part, extractor=extractors(whole))
