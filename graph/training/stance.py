"""Learns who is for and against a bill: writes `data/lexicon/stance.json`.

    python -m graph.training.stance data/corpus

The material is the develop and train parts of the annotated corpus, less the articles named in its
`not-learnt.txt`, and `stances.txt` beside it, sentences of our own with their positions marked. Thresholds
come from five-fold cross-validation over articles. The same material gives the same file, byte for byte.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from graph.articles import read_pasted
from graph.corpus import Corpus, Split, read_corpus
from graph.evaluation import Entry, any_of, plain, same_name, score
from graph.extraction.draft import Draft
from graph.extraction.positions import find_positions
from graph.extraction.stances.candidates import Candidate, candidates
from graph.extraction.stances.classifier import WEIGHTS, Classifier, Line
from graph.extraction.stances.explicit import explicit_positions
from graph.extraction.stances.features import Features
from graph.extraction.stances.judging import Assessed, judge_all, together
from graph.extraction.steps import STEPS, read
from graph.terms import Stance

NONE = "none"
FOLDS = 5
STRENGTHS = {"detect": 0.3, "lean": 0.1}
"""Inverse strength of the L2 penalty: whether there is a position, and which."""
EXAMPLE_WEIGHT = 1.0
"""What a candidate of our own sentences counts beside one of an article."""
SLACK = 0.01
"""Thresholds whose F1 is this close to the best are as good; taken is the one whose precision and recall
differ least."""
SECOND = 0.5
_RARE = {"detect": 3, "lean": 2}
_SMALL = 0.02
"""Weights below this are left out of the file."""
_MARK = re.compile(r"\[([-+?])([^\]]*)\]")
_SIGNS = {"+": Stance.SUPPORT, "-": Stance.OPPOSITION, "?": Stance.DEMAND}
_BEFORE = tuple(step for step in STEPS if step is not find_positions)
"""What has been read when positions are judged."""
_VALUES = frozenset(str(stance) for stance in Stance)


@dataclass(frozen=True, slots=True)
class Row:
    """A candidate with its features, the sentence and the names it goes by, and what it should be read as.

    `labels` holds each position told of it, as its first accepted stance; empty for none, None for unsure.
    """

    candidate: Candidate
    sentence: str
    names: tuple[str, ...]
    bears: Mapping[str, float]
    leans: Mapping[str, float]
    labels: tuple[str, ...] | None = ()


def rows_of(draft: Draft) -> list[Row]:
    """Return the candidates of an article, unlabelled."""
    some = [one for sentence in candidates(draft) for one in sentence]
    features, found = Features(draft, explicit_positions(draft), some), list[Row]()
    for candidate in some:
        referent = draft.actors.referents[candidate.holder]
        found.append(
            Row(
                candidate,
                draft.text.trees[candidate.index].sentence.text,
                tuple(sorted({*referent.names, *referent.descriptions})),
                features.of(candidate),
                features.leaning(candidate),
            )
        )
    return found


def labelled(rows: Sequence[Row], gold: Entry) -> list[Row]:
    """Return the candidates of an annotated article with their labels.

    A position whose holder is no candidate of its sentence goes to the first pronoun there, which may mean
    them; without one the sentence teaches nothing.
    """
    names = {a["name"]: [a["name"], *(a.get("aliases") or [])] for a in gold["actors"]}
    labels, unsure = [list[str]() for _ in rows], set[int]()
    for event in gold["events"]:
        stance = any_of(event["type"])[0]
        if stance not in _VALUES:
            continue
        anchors = [plain(anchor) for anchor in event["anchors"]]
        here = [n for n, row in enumerate(rows) if any(a in plain(row.sentence) for a in anchors)]
        holders = [p["actor"] for p in event.get("participants") or []]
        meant = [
            n
            for n in here
            if any(same_name(name, names.get(h, [h])) for h in holders for name in rows[n].names)
        ]
        standing = [
            n
            for n in here
            if rows[n].candidate.role == "continued"
            or (rows[n].candidate.role == "subject" and rows[n].candidate.token.pos_ == "PRON")
        ]
        for n in meant or standing[:1]:
            labels[n].append(stance)
        if not meant and not standing:
            unsure.update(here)
    return [
        Row(
            r.candidate,
            r.sentence,
            r.names,
            r.bears,
            r.leans,
            tuple(told) if told or n not in unsure else None,
        )
        for n, (r, told) in enumerate(zip(rows, labels, strict=True))
    ]


def examples(path: Path) -> Iterator[list[Row]]:
    """Yield the candidates of each of our own sentences, labelled by the marks around names."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        text, spans, last = "", list[tuple[int, int, str]](), 0
        for mark in _MARK.finditer(line):
            text += line[last : mark.start()]
            spans.append((len(text), len(text) + len(mark[2]), str(_SIGNS[mark[1]])))
            text += mark[2]
            last = mark.end()
        draft = read(read_pasted(text + line[last:], title=""), _BEFORE)
        found = list[Row]()
        for row in rows_of(draft):
            start, end = draft.text.trees[row.candidate.index].spans[row.candidate.token.i]
            told = tuple(stance for a, b, stance in spans if start < b and a < end)
            found.append(Row(row.candidate, row.sentence, row.names, row.bears, row.leans, told))
        yield found


@dataclass(frozen=True, slots=True)
class _Sample:
    row: Row
    label: str
    weight: float


def _samples(rows: Iterable[Row], weight: float) -> Iterator[_Sample]:
    for row in rows:
        if row.labels is None:
            continue
        for label in row.labels or (NONE,):
            yield _Sample(row, label, weight / max(1, len(row.labels)))


def _fitted(
    features: list[Mapping[str, float]], labels: list[str], weights: list[float], question: str
) -> dict[str, Line]:
    """Return a line for each label (for the second of two labels only), by logistic regression.

    `question` is "detect" or "lean".
    """
    counts = Counter(name for found in features for name in found)
    kept = [{n: v for n, v in found.items() if counts[n] >= _RARE[question]} for found in features]
    table = DictVectorizer(sort=True)
    model = LogisticRegression(C=STRENGTHS[question], max_iter=5000, tol=1e-7)
    model.fit(table.fit_transform(kept), labels, sample_weight=weights)
    names, classes = table.get_feature_names_out(), list(model.classes_)
    found = dict[str, Line]()
    for label, row, bias in zip(classes[-len(model.coef_) :], model.coef_, model.intercept_, strict=True):
        rounded = {str(n): round(float(w), 3) for n, w in zip(names, row, strict=True) if abs(w) >= _SMALL}
        found[label] = Line(round(float(bias), 3), rounded)
    return found


def learnt(samples: Sequence[_Sample], threshold: float = 0.0) -> Classifier:
    """Return a classifier learnt from samples."""
    weights = [s.weight for s in samples]
    told = ["told" if s.label != NONE else NONE for s in samples]
    detect = _fitted([s.row.bears for s in samples], told, weights, "detect")["told"]
    some = [s for s in samples if s.label != NONE]
    lean = _fitted([s.row.leans for s in some], [s.label for s in some], [s.weight for s in some], "lean")
    return Classifier(detect, {Stance(k): line for k, line in lean.items()}, threshold, SECOND)


def assessed(rows: Iterable[Row], model: Classifier) -> list[Assessed]:
    """Return the candidates of an article with the probability of each stance."""
    rows = list(rows)
    raised = together([(row.candidate.holder, model.is_position(row.bears)) for row in rows])
    return [
        Assessed(row.candidate, {s: likely * share for s, share in model.stances(row.leans).items()})
        for row, likely in zip(rows, raised, strict=True)
    ]


def _record(rows: Sequence[Row], found: Sequence[Assessed], threshold: float) -> dict[str, Any]:
    sentences = {row.candidate.index: row.sentence for row in rows}
    return {
        "events": [
            {
                "type": str(one.stance),
                "status": "happened",
                "participants": [{"name": one.holder, "role": "agent"}],
                "quotes": sorted({sentences[told.candidate.index] for told in one.told}),
            }
            for one in judge_all(found, threshold, SECOND)
        ]
    }


def _choose(gold: Sequence[Entry], rows: Mapping[str, list[Row]], out: Mapping[str, list[Assessed]]) -> float:
    """Return the threshold: of those whose F1 is within `SLACK` of the best, the most balanced."""
    figures, gaps = dict[float, float](), dict[float, float]()
    for step in range(10, 46):
        threshold = step / 100
        card = score(gold, {name: _record(rows[name], out[name], threshold) for name in rows})
        tally = card.tallies["positions"]
        figures[threshold] = tally.f1
        gaps[threshold] = abs(tally.precision - tally.recall)
        if step % 5 == 0:
            print(
                f"{threshold:.2f}: precision {tally.precision:.3f} recall {tally.recall:.3f}",
                f"f1 {tally.f1:.3f}",
            )
    best = max(figures.values())
    good = [threshold for threshold, f1 in figures.items() if f1 >= best - SLACK]
    return min(good, key=lambda threshold: (gaps[threshold], threshold))


def _calibrated(rows: Mapping[str, list[Row]], out: Mapping[str, list[Assessed]]) -> tuple[float, float]:
    """Return slope and shift from log odds of the likeliest stance to those of its being right (Platt)."""
    odds, right = list[list[float]](), list[bool]()
    for name, found in out.items():
        for row, one in zip(rows[name], found, strict=True):
            if row.labels is None:
                continue
            stance = max(one.stances, key=lambda s: (one.stances[s], s))
            bounded = min(max(one.stances[stance], 1e-6), 1 - 1e-6)
            odds.append([float(np.log(bounded / (1 - bounded)))])
            right.append(str(stance) in row.labels)
    model = LogisticRegression(C=1e6).fit(np.array(odds), np.array(right))
    return round(float(model.coef_[0][0]), 3), round(float(model.intercept_[0]), 3)


def train(corpora: Sequence[Corpus], own: Sequence[list[Row]]) -> Classifier:
    """Return the classifier learnt from annotated articles and own sentences, with its thresholds."""
    gold = [a for corpus in corpora for a in corpus.annotations if a["article"] in corpus.articles]
    articles = {name: article for corpus in corpora for name, article in corpus.articles.items()}
    rows = {a["article"]: labelled(rows_of(read(articles[a["article"]], _BEFORE)), a) for a in gold}
    shared = [sample for found in own for sample in _samples(found, EXAMPLE_WEIGHT)]
    out = dict[str, list[Assessed]]()
    names = sorted(rows)
    for fold in range(FOLDS):
        held = set(names[fold::FOLDS])
        model = learnt([s for n in names if n not in held for s in _samples(rows[n], 1.0)] + shared)
        out |= {name: assessed(rows[name], model) for name in sorted(held)}
    threshold = _choose(gold, rows, out)
    slope, shift = _calibrated(rows, out)
    final = learnt([s for n in names for s in _samples(rows[n], 1.0)] + shared)
    return Classifier(final.detect, final.lean, threshold, SECOND, slope, shift)


def written(model: Classifier) -> str:
    """Return a classifier as the text of its file."""

    def line(of: Line) -> dict[str, Any]:
        return {"bias": of.bias, "weights": dict(sorted(of.weights.items()))}

    stored = {
        "threshold": model.threshold,
        "second": model.second,
        "slope": model.slope,
        "shift": model.shift,
        "detect": line(model.detect),
        "lean": {str(stance): line(model.lean[stance]) for stance in sorted(model.lean)},
    }
    return json.dumps(stored, ensure_ascii=False, indent=0, separators=(",", ":")) + "\n"


def learnt_from(folder: Path) -> Iterator[Corpus]:
    """Yield the parts of a corpus folder that may be learnt from, without the articles that its
    `not-learnt.txt` names.
    """
    left_out = set((folder / "not-learnt.txt").read_text(encoding="utf-8").split())
    for part in (Split.DEVELOP, Split.TRAIN):
        corpus = read_corpus(folder / "gold", [folder / "articles"], part)
        yield replace(
            corpus, annotations=tuple(a for a in corpus.annotations if a["article"] not in left_out)
        )


def main(folder: Path) -> None:
    """Learn from a corpus folder and write the weights."""
    model = train(list(learnt_from(folder)), list(examples(folder / "stances.txt")))
    WEIGHTS.write_text(written(model), encoding="utf-8")
    print(f"threshold {model.threshold}, written {WEIGHTS.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
