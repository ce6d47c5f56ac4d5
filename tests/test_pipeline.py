"""What the way from files to the store keeps apart: what was read now, and what was read before."""

from __future__ import annotations

from graph.linking.assessment import collect
from graph.pipeline import EXTRACTOR, save
from graph.rdf.carried import extractors
from graph.rdf.store import Store
from tests.rdf import accounts, rich


def test_only_articles_that_were_read_now_bear_this_version() -> None:
    with Store.memory(collect([accounts.water()]), extractor="an older one") as store:
        (before,) = store.articles()
        save(store, {"sarvia-pardon": rich.rich()})
        assert extractors(store) == {"arkania-water": "an older one", "sarvia-pardon": EXTRACTOR}
        assert before in store.articles()
