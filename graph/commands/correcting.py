"""Commands that judge what was read: correct (with its own commands) and review."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.commands.options import Folder, Layout, LogFile, Out, print_rows
from graph.terminal import errors_told, message, output

if TYPE_CHECKING:
    from graph.linking.corrections.judgements import Judgement
    from graph.linking.corrections.reviewing import Doubt
    from graph.rdf.store import Store

app = typer.Typer(
    no_args_is_help=True, help="Judge what was read; every judgement is kept and can be undone."
)

Thing = Annotated[
    str,
    typer.Argument(
        help="Identifier of a claim, position, tenure, event, actor, bill or article, as `review --all` and"
        " exports show it; of an actor or bill in one article: ACTOR@ARTICLE."
    ),
]
Who = Annotated[str, typer.Option(envvar="LAWPATH_WHO", help="Your name.")]
Why = Annotated[str, typer.Option(help="Your reason, one line.")]
Values = Annotated[
    list[str],
    typer.Option(
        "--set",
        metavar="FIELD=VALUE",
        help="What it is instead, such as status=happened; nothing after = takes it away.",
    ),
]


@app.command()
def accept(
    store: Folder, thing: Thing, who: Who, why: Why = "it is read rightly", log: LogFile = None
) -> None:
    """Say that something was read rightly."""
    _judge_one(store, log, "accept", thing, who, why)


@app.command()
def retract(store: Folder, thing: Thing, who: Who, why: Why, log: LogFile = None) -> None:
    """Say that the words do not say so: a claim, position or tenure goes, an event with all its claims."""
    _judge_one(store, log, "retract", thing, who, why)


@app.command()
def change(store: Folder, thing: Thing, values: Values, who: Who, why: Why, log: LogFile = None) -> None:
    """Change fields.

    Of a claim: type, status, outcome, window (2026-02-09/2026-02-15), votes (41:7:2), bill, speaker, add and
    remove (agent: NAME). Of a position: stance, holder, bill, status, speaker. Of a tenure: title,
    organisation, capacity. Of an actor: name, kind. Of a bill: name, number, jurisdiction. Of an article:
    published, and everything that hangs on that day is read anew.
    """
    _judge_one(store, log, "change", thing, who, why, _pairs(values))


@app.command()
def add(
    store: Folder,
    article: Annotated[str, typer.Option(help="Identifier of the article.")],
    quote: Annotated[str, typer.Option(help="The words that tell it, as they stand in the article.")],
    type: Annotated[str, typer.Option(help="Kind of event, such as second-reading.")],
    status: Annotated[str, typer.Option(help="How real the article makes it, such as happened.")],
    who: Who,
    why: Why,
    values: Values = [],  # noqa: B006 - typer wants a list
    log: LogFile = None,
) -> None:
    """Add an event that was not read, with the words that tell it."""
    from graph.errors import CorrectionError
    from graph.linking.corrections.anchoring import Anchor, anchor_words
    from graph.linking.corrections.fields import Thing as Sort
    from graph.linking.corrections.judgements import Target
    from graph.linking.corrections.making import made
    from graph.terms import Verdict

    with errors_told(), _opened(store) as opened:
        account = opened.account(article)
        anchor = anchor_words(account.article, quote)
        if not isinstance(anchor, Anchor):
            found = "do not stand in the article" if anchor == "gone" else "stand there more than once"
            raise CorrectionError(
                f"the words {found}: {quote[:80]!r}", place=article, remedy="copy a sentence"
            )
        fields = (("type", type), ("status", status), *_pairs(values))
        _judge(opened, log, [made(Verdict.ADD, who, why, Target(article, Sort.CLAIM, anchor), fields)])


@app.command()
def same(store: Folder, thing: Thing, other: Thing, who: Who, why: Why, log: LogFile = None) -> None:
    """Say that two events, actors or bills are one."""
    _judge_pair(store, log, "same", thing, other, who, why)


@app.command()
def not_same(store: Folder, thing: Thing, other: Thing, who: Who, why: Why, log: LogFile = None) -> None:
    """Say that what two claims tell, or what two articles name, is not one event, actor or bill."""
    _judge_pair(store, log, "not-same", thing, other, who, why)


@app.command()
def undo(
    store: Folder,
    judgement: Annotated[str, typer.Argument(help="Identifier of the judgement, as `list` shows it.")],
    who: Who,
    why: Why,
    log: LogFile = None,
) -> None:
    """Take one judgement back; the others stand."""
    from graph.linking.corrections.making import made
    from graph.terms import Verdict

    with errors_told(), _opened(store) as opened:
        _judge(opened, log, [made(Verdict.UNDO, who, why, undoes=judgement)])


@app.command("list")
def list_(store: Folder, log: LogFile = None, format: Layout = Layout.TABLE, out: Out = None) -> None:
    """Print all judgements in their order, with what became of each."""
    from graph.linking.corrections.judgements import active
    from graph.linking.corrections.log import NAME, read_log
    from graph.linking.corrections.reviewing import in_words
    from graph.rdf.remote import read_store

    with errors_told():
        place = log or store / NAME
        found = read_log(place)
        with read_store(store) as opened:
            fates = {one.id: one for a in opened.collection().accounts for one in a.corrections}
        standing = {one.id for one in active(found.judgements)}
        rows = [
            {
                "judgement": one.id,
                "says": in_words(one),
                "article": "; ".join(one.articles),
                "who": one.who,
                "when": f"{one.when:%Y-%m-%d}",
                "why": one.why,
                "standing": fates[one.id].standing
                if one.id in fates
                else ("" if one.undoes else "waits" if one.id in standing else "undone"),
            }
            for one in found.judgements
        ]
        print_rows(rows, ("judgement", "says", "article", "who", "when", "why", "standing"), format, out)
    if found.torn:
        message(f"{place}: the last line was cut short by a crash; it will be set aside beside the log")


def review(
    store: Folder,
    below: Annotated[float, typer.Option(min=0, max=1, help="List claims less sure than this.")] = 0.6,
    everything: Annotated[bool, typer.Option("--all", help="List everything that was read.")] = False,
    article: Annotated[str | None, typer.Option(help="Only of this article.")] = None,
    log: LogFile = None,
    format: Annotated[Layout, typer.Option(help="table: lines of text; json: records.")] = Layout.TABLE,
    out: Out = None,
) -> None:
    """Print what a person should look at, each with its sentences and commands to judge it: judgements that
    no longer fit, bills and actors of several articles that may be one, then what the program is unsure of.
    """
    import json
    from dataclasses import asdict

    from graph.linking.corrections.reviewing import doubts
    from graph.pipeline import judgements_of
    from graph.rdf.remote import read_store

    if format is Layout.CSV:
        raise typer.BadParameter("what to review comes as table or json", param_hint="--format")
    with errors_told():
        with read_store(store) as opened:
            judgements = judgements_of(opened, log)
            found = doubts(opened.collection(), judgements, below=below, everything=everything)
        found = tuple(one for one in found if article is None or article in one.articles)
        where = f"--store {shlex.quote(str(store))}" + (f" --log {shlex.quote(str(log))}" if log else "")
        with output(out) as file:
            if format is Layout.JSON:
                records = [asdict(one) | {"commands": _commands(one, where)} for one in found]
                file.write(json.dumps(records, ensure_ascii=False, indent=1) + "\n")
            else:
                file.writelines(f"{line}\n" for one in found for line in _lines(one, where))
    message(f"{len(found)} to look at")


def _lines(one: Doubt, where: str) -> Iterator[str]:
    sure = "" if one.confidence is None else f" {one.confidence:.2f}"
    yield f"{one.reason}{sure}: {one.what} [{one.article}]"
    if one.problem:
        yield f"  {one.problem}"
    for side in (one, one.other):
        if side and side is one.other:
            yield f"  and {side.what} [{side.article}]"
        if side and side.quote:
            yield f"  “{' '.join(side.quote.split())}”"
    yield from (f"  {command}" for command in _commands(one, where))
    yield ""


def _commands(one: Doubt, where: str) -> list[str]:
    start = "python -m graph correct"
    if one.other is not None:
        pair = f"{one.identity} {one.other.identity} {where} --who NAME --why REASON"
        return [f"{start} same {pair}", f"{start} not-same {pair}"]
    if one.confidence is None:
        return [f"{start} undo {one.identity} {where} --who NAME --why REASON"]
    return [
        f"{start} accept {one.identity} {where} --who NAME",
        f"{start} change {one.identity} --set FIELD=VALUE {where} --who NAME --why REASON",
        f"{start} retract {one.identity} {where} --who NAME --why REASON",
    ]


def _opened(folder: Path) -> Store:
    from graph.rdf.remote import open_store

    return open_store(folder)


def _pairs(values: Sequence[str]) -> tuple[tuple[str, str | None], ...]:
    found = list[tuple[str, str | None]]()
    for value in values:
        field, equals, text = value.partition("=")
        if not equals:
            raise typer.BadParameter(f"{value!r} is not FIELD=VALUE", param_hint="--set")
        found.append((field.strip(), text.strip() or None))
    return tuple(found)


def _judge_one(
    folder: Path,
    log: Path | None,
    verdict: str,
    thing: str,
    who: str,
    why: str,
    values: tuple[tuple[str, str | None], ...] = (),
) -> None:
    from graph.linking.corrections.making import on_one, told
    from graph.terms import Verdict

    with errors_told(), _opened(folder) as opened:
        subject = told(opened.collection().accounts, thing)
        _judge(opened, log, on_one(Verdict(verdict), subject, who, why, values))


def _judge_pair(
    folder: Path, log: Path | None, verdict: str, thing: str, other: str, who: str, why: str
) -> None:
    from graph.linking.corrections.making import on_pair, told
    from graph.terms import Verdict

    with errors_told(), _opened(folder) as opened:
        accounts = opened.collection().accounts
        pair = (told(accounts, thing), told(accounts, other))
        _judge(opened, log, on_pair(Verdict(verdict), *pair, who, why))


def _judge(store: Store, log: Path | None, judgements: Sequence[Judgement]) -> None:
    from graph.linking.corrections.log import NAME, read_log
    from graph.linking.corrections.reviewing import in_words
    from graph.pipeline import judge

    place = log or (store.path or Path()) / NAME
    if read_log(place).torn:
        message(f"{place}: the last line was cut short by a crash; it is set aside beside the log")
    judge(store, judgements, log=log)
    for one in judgements:
        typer.echo(f"{one.id}: {in_words(one)}")
