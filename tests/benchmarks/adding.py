"""What it costs to add one article to many: `python -m tests.benchmarks.adding [--articles 5000]`.

Made-up articles are added one by one to a store of a hundred and to a large one; told is the ratio of the
CPU times. Each bill has ten articles in both, since more news tells of more bills; actors share a Zipf law,
so that those that everybody names are in thousands. What stands beside it is linking everything anew, and
what everything is as of a day, which weighs anew what later articles bear on.
"""

from __future__ import annotations

import argparse
import datetime as dt
import tempfile
import time
from pathlib import Path
from statistics import median

from graph.linking.corrections.replay import linked
from graph.linking.earlier import as_of
from graph.linking.shelf import Shelf
from graph.pipeline import EXTRACTOR, save
from graph.rdf.linked import FILE, keep, note_names
from graph.rdf.store import Store
from tests.benchmarks.generator import FIRST_DAY, accounts

NEW = 12
PER_BILL = 10
LIMIT = 2.0


def built(path: Path, count: int) -> tuple[Store, float, float]:
    """Return a store of so many articles with what linking knows of them, and the CPU seconds of linking and
    of going back to a day before a tenth of them.
    """
    aside = path.with_name(FILE)
    shelf = Shelf.open(aside)
    made = list(accounts(count, of_a_bill=PER_BILL))
    start = time.process_time()
    collection = linked(made, (), shelf=shelf)
    spent = time.process_time() - start
    back = time.process_time()
    as_of(collection, FIRST_DAY + dt.timedelta(min(count, 1500) * 9 // 10 + 5))
    back = time.process_time() - back
    note_names(shelf, collection)
    store = Store.build(path, collection, extractor=EXTRACTOR)
    keep(shelf, store, EXTRACTOR)
    shelf.close()
    aside.rename(path / FILE)
    return store, spent, back


def adding(store: Store, count: int) -> float:
    """Return the median CPU seconds of adding one article."""
    spent = list[float]()
    for account in accounts(NEW, first=count - NEW // 2, seed=6, of_a_bill=PER_BILL):
        start = time.process_time()
        save(store, {account.article.id: account})
        spent.append(time.process_time() - start)
    return median(spent)


def main() -> None:
    """Build both stores, add to each, and print the ratio."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=5000, help="of the large store")
    sizes, found = (100, parser.parse_args().articles), list[float]()
    for count in sizes:
        with tempfile.TemporaryDirectory() as folder:
            store, spent, back = built(Path(folder) / "store", count)
            with store:
                found.append(adding(store, count))
        print(f"{count:6} articles: linking all {spent:8.2f} s, as of a day {back:5.2f} s", end=", ")
        print(f"adding one {found[-1] * 1000:7.1f} ms", flush=True)
    ratio = found[1] / found[0]
    verdict = "met" if ratio <= LIMIT else "MISSED"
    print(f"adding one, large store / small store {ratio:.2f}, limit {LIMIT}: {verdict}")


if __name__ == "__main__":
    main()
