"""The recipe of the language model: its readers on small examples, all of it on a slice of the treebanks.

The treebanks are not part of the project. The slice comes from copies kept beside the checkout, written
back as the files that the recipe reads; without them that test is skipped.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.attrs import NORM  # type: ignore[import-not-found]
from spacy.tokens import Doc, DocBin
from typer.testing import CliRunner

from graph.language.training.__main__ import app
from graph.language.training.gum import gum_names
from graph.language.training.legislative import Pool, read_legislative, swapped
from graph.language.training.names import OURS, NamedSentence, named_doc, ranges, read_iob2, spacing
from graph.language.training.treebanks import gum_documents, read_treebank, surface, tree_doc
from graph.language.training.vectors import read_vectors
from graph.lexicons import ROOT
from tests.conftest import SHARED

RECIPE = ROOT / "graph" / "language" / "training"
TREEBANKS = SHARED / "language" / "corpus"
CONTRACTED = """\
# newdoc id = one
# sent_id = one-1
# text = They don't sit.
1	They	they	PRON	PRP	_	4	nsubj	_	_
2-3	don't	_	_	_	_	_	_	_	_
2	do	do	AUX	VBP	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	sit	sit	VERB	VB	VerbForm=Inf	0	root	_	SpaceAfter=No
4.1	out	out	ADV	RB	_	_	_	_	_
5	.	.	PUNCT	.	_	4	punct	_	_

# sent_id = one-2
# text = Gonna vote
1-2	Gonna	_	_	_	_	_	_	_	_
1	Going	go	VERB	VBG	_	3	aux	_	_
2	to	to	PART	TO	_	1	mark	_	_
3	vote	vote	VERB	VB	_	0	root	_	_

# newdoc id = two
# sent_id = two-1
1	Yes	yes	INTJ	UH	_	0	root	_	_
"""
ENTITIES = """\
# newdoc id = one
# sent_id = one-1
1	Mr	Mr	PROPN	NNP	_	2	nmod:desc	_	Entity=(1-person-new-cf1-1-coref
2	Holm	Holm	PROPN	NNP	_	3	nsubj	_	Entity=1)
3	met	meet	VERB	VBD	_	0	root	_	_
4	the	the	DET	DT	_	5	det	_	Entity=(2-organization-new-cf1-1-coref
5	Ministry	Ministry	PROPN	NNP	_	3	obj	_	_
6	of	of	ADP	IN	_	7	case	_	_
7	Justice	Justice	PROPN	NNP	_	5	nmod	_	Entity=2)
8	and	and	CCONJ	CC	_	10	cc	_	_
9	the	the	DET	DT	_	10	det	_	Entity=(3-person-new-cf1-1-coref
10	guests	guest	NOUN	NNS	_	5	conj	_	Entity=3)
"""


def written(folder: Path, text: str, name: str = "some.conllu") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_contractions_keep_the_surface(tmp_path: Path) -> None:
    first, second = read_treebank(written(tmp_path, CONTRACTED))
    assert [len(first), len(second)] == [2, 1]
    doc = tree_doc(spacy.blank("en").vocab, first)
    assert doc.text == "They don't sit. Gonna vote "
    assert [token.text for token in doc] == ["They", "do", "n't", "sit", ".", "Gonn", "a", "vote"]
    assert [token.head.text for token in doc][:5] == ["sit", "sit", "sit", "sit", "sit"]
    assert [token.dep_ for token in doc if token.head.i == token.i] == ["ROOT", "ROOT"]


def test_a_contraction_too_short_for_its_words_gives_their_forms(tmp_path: Path) -> None:
    text = "1-2 X _ _ _ _ _ _ _ _\n1 de de ADP _ _ 0 root _ _\n2 le le DET _ _ 1 det _ _\n".replace(" ", "\t")
    (sentence,) = next(read_treebank(written(tmp_path, text)))
    assert surface(sentence) == (["de", "le"], [False, True])


def test_names_of_gum_are_mentions_with_a_proper_head(tmp_path: Path) -> None:
    (sentence,) = next(read_treebank(written(tmp_path, ENTITIES)))
    found = gum_names(sentence)
    assert [(" ".join(found.words[a:b]), label) for a, b, label in found.names] == [
        ("Holm", "PERSON"),
        ("Ministry of Justice", "ORG"),
    ]


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        (["B-PER", "I-PER", "O"], ((0, 2, "PER"),)),
        (["I-PER", "I-PER", "I-LOC"], ((0, 2, "PER"), (2, 3, "LOC"))),
        (["B-PER", "B-PER"], ((0, 1, "PER"), (1, 2, "PER"))),
        (["O"], ()),
    ],
)
def test_ranges_of_both_schemes(tags: list[str], found: tuple[tuple[int, int, str], ...]) -> None:
    assert ranges(tags) == found


def test_spaces_come_from_the_text_or_from_habit() -> None:
    assert spacing(["He", "did", "n't"], "He didn't") == (True, False, True)
    assert spacing(["“", "No", "”", ",", "she", "said"]) == (False, False, False, True, True, True)


def test_what_is_unsure_is_neither_name_nor_none(tmp_path: Path) -> None:
    rows = "1\tDanish\tB-OTH\t-\t-\n2\tvoters\tO\t-\t-\n3\tchose\tO\t-\t-\n4\tHolm\tB-PER\t-\t-\n"
    ((sentence,),) = read_iob2(written(tmp_path, f"# sent_id = a\n# text = Danish voters chose Holm\n{rows}"))
    doc = named_doc(spacy.blank("en").vocab, [sentence], {"PER": "PERSON", "OTH": "?"})
    assert [token.ent_iob_ for token in doc] == ["", "O", "O", "B"]
    assert [(name.text, name.label_) for name in doc.ents] == [("Holm", "PERSON")]


def package_of(words: list[str]) -> dict[str, Any]:
    """The form of the npm package: four numbers each, and two more that are no part of the vector."""
    vectors = {word: [1.0, n, n * n % 7, 2.0 - n, 9.0, 9.0] for n, word in enumerate(words)}
    return {"words": words, "dimensions": 4, "vectors": vectors}


def test_words_without_a_row_share_the_nearest(tmp_path: Path) -> None:
    package = package_of(["the", "senate", "bill"])
    package["words"].append("chamber")
    package["vectors"]["chamber"] = [2 * number for number in package["vectors"]["senate"]]
    vocab = spacy.blank("en").vocab
    vocab.vectors = read_vectors(written(tmp_path, json.dumps(package), "wink.json"), vocab, rows=3)
    rows = vocab.vectors.find(keys=Doc(vocab, ["The", "Senate", "chamber", "voted"]).to_array("NORM"))
    assert list(rows) == [0, 1, 1, -1]


def test_the_model_finds_its_vectors_by_lower_case_form() -> None:
    vectors = spacy.load(ROOT / "data" / "model").vocab.vectors
    assert (vectors.attr, vectors.n_keys) == (NORM, 100_000)


def test_articles_about_bills_have_their_names() -> None:
    documents = read_legislative()
    assert len(documents) == 173
    for sentence in (sentence for document in documents for sentence in document):
        for start, end, label in sentence.names:
            words = sentence.words[start:end]
            assert label in OURS
            assert label == "?" or any(word[0].isupper() or word[0].isdigit() for word in words), words


def test_names_are_swapped_alike_in_a_document() -> None:
    def sentence(text: str, *names: tuple[int, int, str]) -> NamedSentence:
        words = tuple(text.split())
        return NamedSentence(words, (True,) * len(words), names)

    document = [
        sentence("Senator Ann Lee spoke .", (1, 3, "PERSON")),
        sentence("Lee left Oslo in Tory hands", (0, 1, "PERSON"), (2, 3, "PLACE"), (4, 5, "?")),
    ]
    names = Pool(given=["Bo"], surnames=["Dahl"], places=[("New", "York")])
    first, second = swapped(document, names, random.Random(1))
    assert first.words == ("Senator", "Bo", "Dahl", "spoke", ".")
    assert second.words == ("Dahl", "left", "New", "York", "in", "Tory", "hands")
    assert second.names == ((0, 1, "PERSON"), (2, 4, "PLACE"), (5, 6, "?"))


def sliced(path: Path, sentences: int) -> list[Doc]:
    """The first documents of a corpus, until they have that many sentences."""
    found, count = list[Doc](), 0
    for doc in DocBin().from_disk(path).get_docs(spacy.blank("en").vocab):
        found.append(doc)
        count += len(list(doc.sents))
        if count >= sentences:
            break
    return found


def tree_rows(docs: list[Doc]) -> Iterator[str]:
    """The rows of a CoNLL-U file."""
    for number, doc in enumerate(docs):
        yield f"# newdoc id = {number}"
        for place, sentence in enumerate(doc.sents):
            yield f"# sent_id = {number}-{place}"
            for token in sentence:
                head = 0 if token.head.i == token.i else token.head.i - sentence.start + 1
                relation = token.dep_ if head else "root"
                misc = "_" if token.whitespace_ else "SpaceAfter=No"
                columns = (token.i - sentence.start + 1, token.text, token.lemma_, token.pos_, token.tag_)
                yield "\t".join(map(str, (*columns, token.morph or "_", head, relation, "_", misc)))
            yield ""


def tag_rows(docs: list[Doc], labels: dict[str, str], number: bool) -> Iterator[str]:
    """The rows of a corpus of names, with numbers as in Universal NER or without as in CrossNER."""
    for doc in docs:
        for sentence in doc.sents:
            for place, token in enumerate(sentence, start=1):
                tag = f"{token.ent_iob_}-{labels[token.ent_type_]}" if token.ent_type_ else "O"
                yield f"{place}\t{token.text}\t{tag}\t-\t-" if number else f"{token.text} {tag}"
            yield ""


@pytest.fixture
def treebanks(tmp_path: Path) -> Path:
    """Small treebanks in the folders and formats in which the recipe expects them."""
    if not (TREEBANKS / "train").is_dir():
        pytest.skip("the treebanks are not beside this checkout")
    universal = {"PERSON": "PER", "ORG": "ORG", "PLACE": "LOC"}
    crossed = {"PERSON": "person", "ORG": "organisation", "PLACE": "location", "EVENT": "event"}
    for part, count in (("train", 200), ("dev", 20), ("test", 20)):
        docs = sliced(TREEBANKS / f"ewt-{part}.spacy", count)
        written(tmp_path, "\n".join(tree_rows(docs)), f"ewt/en_ewt-ud-{part}.conllu")
        source = "ner_a/uner" if part == "train" else f"ner-ewt-{part}"
        named = sliced(TREEBANKS / f"{source}.spacy", count)
        written(tmp_path, "\n".join(tag_rows(named, universal, number=True)), f"uner/en_ewt-ud-{part}.iob2")
        source = {"train": "ner_a/crossner", "dev": "ner-cross-dev", "test": "ner-cross-test"}[part]
        crossner = "\n".join(tag_rows(sliced(TREEBANKS / f"{source}.spacy", count), crossed, number=False))
        written(tmp_path, crossner, f"crossner/{part}.txt")
    gold = "\n".join(tag_rows(sliced(TREEBANKS / "ner_a/wikigold.spacy", 50), universal, number=False))
    written(tmp_path, gold, "wikigold.conll.txt")
    gum = "\n".join(tree_rows(sliced(TREEBANKS / "gum-dev.spacy", 20)))
    for name in ("GUM_news_one", "GUM_news_two", "GUM_news_three", "GUM_fiction_one"):
        written(tmp_path, gum, f"gum/dep/{name}.conllu")
    written(tmp_path, "## dev\n  * GUM_news_one\n## test\n  * GUM_news_two\n", "gum/splits.md")
    return tmp_path


def run(*arguments: object) -> str:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.filterwarnings("default")  # spaCy's trainer warns of its own use of older calls
def test_the_recipe_from_treebanks_to_figures(treebanks: Path) -> None:
    from spacy.cli.train import train

    gum, trees, names = treebanks / "gum", treebanks / "trees", treebanks / "names"
    assert set(gum_documents(gum)) == {(part, "news") for part in ("train", "dev", "test")}
    told = run("trees", "--ewt", treebanks / "ewt", "--gum", gum, "-o", trees)
    assert "train/gum" in told
    others = ("--crossner", treebanks / "crossner", "--wikigold", treebanks / "wikigold.conll.txt")
    told = run("names", "--uner", treebanks / "uner", "--gum", gum, *others, "-o", names)
    assert "train/swapped" in told
    package = written(treebanks, json.dumps(package_of(["the", "senate", "bill"])), "wink.json")
    assert run("vectors", package, "-o", treebanks / "vectors") == "3 rows for 3 words\n"
    for config, corpora in (("parser", trees), ("names", names)):
        settings = {"paths.train": str(corpora / "train"), "paths.dev": str(corpora / "dev")}
        settings |= {"training.max_epochs": 1, "training.eval_frequency": 20}  # type: ignore[dict-item]
        settings |= {"paths.vectors": str(treebanks / "vectors")} if config == "names" else {}
        train(RECIPE / f"{config}.cfg", treebanks / config, overrides=settings)
    model = treebanks / "model"
    parts = (treebanks / "parser" / "model-last", treebanks / "names" / "model-best")
    told = run("assemble", *parts, "-o", model, "--tables", ROOT / "data" / "model")
    assert told.strip().endswith("tok2vec, tagger, morphologizer, parser, ner, lemmatizer")
    figures = run("measure", model, trees / "test" / "ewt.spacy", names / "test" / "uner.spacy")
    assert [line.split()[0] for line in figures.splitlines()] == ["ewt", "uner"]
    assert 0.3 < float(figures.split("UPOS")[1].split()[0]) < 1
    pipeline = spacy.load(model)
    assert list(pipeline.vocab.vectors.find(keys=pipeline("The Senate").to_array("NORM"))) == [0, 1]
    assert pipeline.vocab.vectors.attr == NORM
    doc = pipeline("The senators passed the bills.")
    assert [token.lemma_ for token in doc][-2] in ("bill", "bills")
    assert all(token.dep_ for token in doc)
