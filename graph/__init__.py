"""Read news of bills, keep the evidence, show who did what and what is only promised.

The names in `__all__` are what scripts build on; everything else may move. A name is imported from its module
when it is first used, so that `import graph` costs nothing. A whole way through::

    from pathlib import Path
    from graph import Article, Store, collect, export, library, read_account, read_inputs

    articles = [found for found in read_inputs([Path("data/articles")]) if isinstance(found, Article)]
    collection = collect(read_account(article) for article in articles)
    with Store.build("store", collection) as store:
        export(store, "turtle", "articles.ttl")
    for event in library(collection).assessments.values():
        print(event.status, event.label, event.window.start, event.window.end)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.articles import read_bytes, read_inputs, read_pasted
    from graph.checks.shapes import Finding, check_shapes
    from graph.corpus import Corpus, Split, measured, read_corpus, split_of
    from graph.errors import (
        CorrectionError,
        ExportError,
        InputError,
        LawpathError,
        QueryError,
        ResourceError,
        StoreError,
    )
    from graph.evaluation import ScoreCard, read_gold, score
    from graph.linking.account import read_account
    from graph.linking.assessment import collect
    from graph.linking.corrections.finding import target_of
    from graph.linking.corrections.judgements import Judgement, Target
    from graph.linking.corrections.reviewing import Doubt, doubts
    from graph.model import (
        Account,
        Actor,
        Article,
        Assessment,
        Bill,
        Claim,
        Collection,
        Correction,
        Distance,
        Event,
        Participant,
        Passage,
        Position,
        Provision,
        Quote,
        Sentence,
        Tenure,
        TimeExpression,
        Votes,
        Window,
    )
    from graph.pipeline import add, build, judge, judgements_of, remove
    from graph.rdf.answers import Table, ask
    from graph.rdf.edge import open_dataset
    from graph.rdf.export import export, exported
    from graph.rdf.restoring import restore
    from graph.rdf.store import Store
    from graph.rdf.tables import tables
    from graph.records import dates_record, extraction_record
    from graph.temporal import find_expressions
    from graph.terms import (
        ActorKind,
        Capacity,
        EventType,
        Factuality,
        Outcome,
        ProvisionKind,
        Role,
        SentenceUse,
        Stance,
        Standing,
        Verdict,
    )
    from graph.views.central import Central, central
    from graph.views.excerpts import excerpt
    from graph.views.library import Library, library
    from graph.views.linked import multigraph
    from graph.views.near import ego, way
    from graph.views.timeline import Choice

__version__ = "0.1.0"

__all__ = [
    "Account",
    "Actor",
    "ActorKind",
    "Article",
    "Assessment",
    "Bill",
    "Capacity",
    "Central",
    "Choice",
    "Claim",
    "Collection",
    "Corpus",
    "Correction",
    "CorrectionError",
    "Distance",
    "Doubt",
    "Event",
    "EventType",
    "ExportError",
    "Factuality",
    "Finding",
    "InputError",
    "Judgement",
    "LawpathError",
    "Library",
    "Outcome",
    "Participant",
    "Passage",
    "Position",
    "Provision",
    "ProvisionKind",
    "QueryError",
    "Quote",
    "ResourceError",
    "Role",
    "ScoreCard",
    "Sentence",
    "SentenceUse",
    "Split",
    "Stance",
    "Standing",
    "Store",
    "StoreError",
    "Table",
    "Target",
    "Tenure",
    "TimeExpression",
    "Verdict",
    "Votes",
    "Window",
    "__version__",
    "add",
    "ask",
    "build",
    "central",
    "check_shapes",
    "collect",
    "dates_record",
    "doubts",
    "ego",
    "excerpt",
    "export",
    "exported",
    "extraction_record",
    "find_expressions",
    "judge",
    "judgements_of",
    "library",
    "measured",
    "multigraph",
    "open_dataset",
    "read_account",
    "read_bytes",
    "read_corpus",
    "read_gold",
    "read_inputs",
    "read_pasted",
    "remove",
    "restore",
    "score",
    "split_of",
    "tables",
    "target_of",
    "way",
]

_HOMES = {
    "graph.articles": "read_bytes read_inputs read_pasted",
    "graph.checks.shapes": "Finding check_shapes",
    "graph.corpus": "Corpus Split measured read_corpus split_of",
    "graph.errors": "CorrectionError ExportError InputError LawpathError QueryError ResourceError StoreError",
    "graph.evaluation": "ScoreCard read_gold score",
    "graph.linking.account": "read_account",
    "graph.linking.assessment": "collect",
    "graph.linking.corrections.finding": "target_of",
    "graph.linking.corrections.judgements": "Judgement Target",
    "graph.linking.corrections.reviewing": "Doubt doubts",
    "graph.model": (
        "Account Actor Article Assessment Bill Claim Collection Correction Distance Event Participant "
        "Passage Position Provision Quote Sentence Tenure TimeExpression Votes Window"
    ),
    "graph.pipeline": "add build judge judgements_of remove",
    "graph.rdf.answers": "Table ask",
    "graph.rdf.edge": "open_dataset",
    "graph.rdf.export": "export exported",
    "graph.rdf.restoring": "restore",
    "graph.rdf.store": "Store",
    "graph.rdf.tables": "tables",
    "graph.records": "dates_record extraction_record",
    "graph.temporal": "find_expressions",
    "graph.terms": (
        "ActorKind Capacity EventType Factuality Outcome ProvisionKind Role SentenceUse Stance Standing "
        "Verdict"
    ),
    "graph.views.central": "Central central",
    "graph.views.excerpts": "excerpt",
    "graph.views.library": "Library library",
    "graph.views.linked": "multigraph",
    "graph.views.near": "ego way",
    "graph.views.timeline": "Choice",
}
"""The public names by the module that they come from, separated by blanks."""

if not TYPE_CHECKING:  # checkers see the imports above instead, and so still find a wrong name

    def __getattr__(name: str) -> object:
        """Import a public name from its module, once.

        Raises:
            AttributeError: there is no such public name.
        """
        from importlib import import_module

        for home, names in _HOMES.items():
            if name in names.split():
                globals()[name] = found = getattr(import_module(home), name)
                return found
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
