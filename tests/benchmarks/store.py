"""What the store costs beside raw pyoxigraph: `python -m tests.benchmarks.store [--articles 10000]`.

Every line is a ratio of CPU times of one run on the same made-up articles: ours to the least that pyoxigraph
itself needs. Limits are in the table; what misses its limit says so, and the exit code stays 0: times on a
shared machine are no test.
"""

from __future__ import annotations

import argparse
import gc
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from pathlib import Path
from statistics import median

import pyoxigraph as ox

from graph.lexicons import ROOT
from graph.model import Account
from graph.rdf.export import export
from graph.rdf.restoring import restore
from graph.rdf.saving import replacement, written_account
from graph.rdf.store import Store
from graph.rdf.terms import ACTOR_CLASS, ASSESSMENT, ROLE, article_node, local, node, term
from graph.views.linked import multigraph
from graph.views.near import ego, timeline
from graph.vocabulary import PREFIXES
from tests.benchmarks.generator import accounts, collection

QUERY = "SELECT ?label WHERE { ?event rdfs:label ?label ; lp:status lpf:promised } ORDER BY ?label LIMIT 20"
HEADING = f"{'':46}{'limit':>7}{'ours':>8}{'raw':>11}{'ours':>11}"


def cpu(*jobs: Callable[[], object], turns: int = 5) -> list[float]:
    """Return the median CPU seconds of each of some jobs, which take turns."""
    spent: list[list[float]] = [[] for _ in jobs]
    for _ in range(turns):
        for job, found in zip(jobs, spent, strict=True):
            gc.collect()
            start = time.process_time()
            job()
            found.append(time.process_time() - start)
    return [median(found) for found in spent]


def tell(name: str, limit: float, raw: float, ours: float, *, most: float | None = None) -> None:
    """Print one line: limit and ratio, both times, and whether it keeps the limit (and `most` seconds)."""
    kept = ours <= limit * raw and (most is None or ours <= most)
    also = f", at most {most * 1000:.0f} ms" if most else ""
    print(
        f"{name:46}{limit:7.1f}{ours / raw:8.2f}{raw * 1000:9.1f}ms{ours * 1000:9.1f}ms"
        f"  {'met' if kept else 'MISSED'}{also}",
        flush=True,
    )


def importing(scratch: Path, store: Store) -> None:
    """Compare loading an export into a new store with `bulk_load`."""
    file = scratch / "all.nq"
    export(store, "nquads", file)
    names = (str(number) for number in range(100))

    def raw() -> None:
        quads = ox.Store(str(scratch / f"raw-{next(names)}"))
        quads.bulk_load(path=str(file), format=ox.RdfFormat.N_QUADS)
        quads.flush()

    def ours() -> None:
        restore(file, scratch / f"restored-{next(names)}").close()

    tell("import of ready RDF / bulk_load", 1.3, *cpu(raw, ours, turns=1))


def storing(small: Store, large: Store, new: list[Account]) -> None:
    """Compare replacing one article with the raw update of the same triples, in both stores."""
    updates = [replacement(article_node(one.article.id), written_account(one, "1").triples) for one in new]
    numbers = (str(number) for number in range(10**6))

    def raw(quads: ox.Store) -> None:
        for update in updates:
            quads.update(update.replace("Made-up", next(numbers)))
            quads.flush()

    def ours(store: Store) -> None:
        for account in new:
            title = f"{account.article.title} {next(numbers)}"
            store.replace(replace(account, article=replace(account.article, title=title)), extractor="1")

    found = {
        store: cpu(lambda store=store: raw(store.oxigraph), lambda store=store: ours(store))
        for store in (small, large)
    }
    for store, size in ((small, "a small store"), (large, "the large store")):
        tell(f"storing {len(new)} articles one by one / update, {size}", 2, *found[store])
    tell("the same, large store / small store", 1.2, found[small][1], found[large][1])


def reading(store: Store, scratch: Path) -> None:
    """Compare exports, queries, what is around one node, and the whole network."""
    quads = store.oxigraph
    for name, format in (("nquads", ox.RdfFormat.N_QUADS), ("trig", ox.RdfFormat.TRIG)):
        times = cpu(
            lambda format=format: quads.dump(format=format),
            lambda name=name: export(store, name, scratch / "export"),
            turns=1,
        )
        tell(f"export, {name} / dump", 2, *times)
    times = cpu(
        lambda: list(quads.query(QUERY, prefixes=PREFIXES, use_default_graph_as_union=True)),
        lambda: list(store.query(QUERY)),
    )
    tell("query API / raw query", 1.5, *times)
    bills, actors = by_articles(quads, "lp:Bill"), by_articles(quads, "lp:Person")
    for words, place, most in (("median", 0.5, 0.05), ("most told", 0, None)):
        bill, actor = bills[int(len(bills) * place)], actors[int(len(actors) * place)]
        times = cpu(lambda bill=bill: raw_timeline(quads, bill), lambda bill=bill: timeline(store, bill))
        tell(f"timeline of the {words} bill / pattern scan", 3, *times, most=most)
        times = cpu(lambda actor=actor: raw_ego(quads, actor), lambda actor=actor: ego(store, actor))
        tell(f"ego graph of the {words} actor / pattern scan", 3, *times, most=most)
    times = cpu(lambda: raw_links(quads), lambda: multigraph(store), turns=1)
    tell("whole projection / iterating", 4.5, *times)


def by_articles(quads: ox.Store, kind: str) -> list[str]:
    """Return the nodes of a class, those that most articles name first."""
    told = Counter(quad.subject for quad in quads.quads_for_pattern(None, term("rdf:type"), term(kind)))
    return [local(subject) for subject, _ in told.most_common()]


def raw_timeline(quads: ox.Store, bill: str) -> None:
    """Look up the events of a bill and what follows for each."""
    for event in {quad.subject for quad in quads.quads_for_pattern(None, term("lp:bill"), node(bill))}:
        list(quads.quads_for_pattern(event, None, None, ASSESSMENT))


def raw_ego(quads: ox.Store, actor: str) -> None:
    """Look up the events and positions of an actor, and what is said of each."""
    taken = {q.subject for role in ROLE.values() for q in quads.quads_for_pattern(None, role, node(actor))}
    for event in taken:
        list(quads.quads_for_pattern(event, None, None, ASSESSMENT))
    for quad in list(quads.quads_for_pattern(None, term("lp:holder"), node(actor))):
        list(quads.quads_for_pattern(quad.subject, None, None))


def raw_links(quads: ox.Store) -> None:
    """Iterate over the quads that make the network."""
    names = ("lp:bill", "lp:about", "lp:stance", "lp:holder")
    patterns = [*ROLE.values(), *map(term, names)]
    for predicate in patterns:
        for _ in quads.quads_for_pattern(None, predicate, None):
            pass
    for kind in (*ACTOR_CLASS.values(), term("lp:Bill")):
        for _ in quads.quads_for_pattern(None, term("rdf:type"), kind):
            pass
    for _ in quads.quads_for_pattern(None, None, None, ASSESSMENT):
        pass


def processes(small: Path, large: Path, scratch: Path) -> None:
    """Compare the command line with bare Python, and the memory of an open store with that of raw quads."""
    query = scratch / "query.rq"
    query.write_text(QUERY, encoding="utf-8")
    bare = [sys.executable, "-c", "pass"]
    tell("--help / bare Python", 8, *children(bare, [sys.executable, "-m", "graph", "--help"]))
    (quads,) = small.glob("quads-*")
    script = (
        "import pyoxigraph as ox\n"
        f"store = ox.Store.read_only({str(quads)!r})\n"
        f"for row in store.query({QUERY!r}, prefixes={PREFIXES!r}, use_default_graph_as_union=True):\n"
        "    print(row['label'].value)"
    )
    ours = [sys.executable, "-m", "graph", "query", str(query), "--store", str(small)]
    tell("query / a bare script", 3, *children([sys.executable, "-c", script], ours))
    (quads,) = large.glob("quads-*")
    raw = resident(f"import pyoxigraph as ox; store = ox.Store.read_only({str(quads)!r})")
    mine = resident(f"from graph.rdf.store import Store; store = Store.read({str(large)!r})")
    print(
        f"{'memory with the large store open / raw':46}{1.5:7.1f}{mine / raw:8.2f}{raw:9.1f}MB{mine:9.1f}MB"
        f"  {'met' if mine <= 1.5 * raw else 'MISSED'}"
    )


def children(*commands: list[str]) -> list[float]:
    """Return the median CPU seconds of processes, their own processes included."""

    def run(command: list[str]) -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    turns = [[run(command) for command in commands] for _ in range(7)]
    return [median(found) for found in zip(*turns, strict=True)]


def resident(code: str) -> float:
    """Return the most megabytes that a process with this code held; on Linux."""
    told = f"{code}\nprint(next(line.split()[1] for line in open('/proc/self/status') if 'VmHWM' in line))"
    found = subprocess.run([sys.executable, "-c", told], cwd=ROOT, check=True, capture_output=True, text=True)
    return int(found.stdout) / 1000


def main() -> None:
    """Build a small and a large store, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=10_000, help="of the large store")
    count = parser.parse_args().articles
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        small, large = scratch / "small", scratch / "large"
        Store.build(small, collection(100), extractor="1").close()
        start = time.process_time()
        Store.build(large, collection(count), extractor="1").close()
        print(f"100 and {count} articles, built in {time.process_time() - start:.0f} s of CPU")
        print(HEADING)
        processes(small, large, scratch)
        new = list(islice(accounts(count, first=count), 20))
        with Store.open(small) as few, Store.open(large) as many:
            reading(many, scratch)
            storing(few, many, new)
            importing(scratch, many)


if __name__ == "__main__":
    main()
