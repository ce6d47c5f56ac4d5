"""What sharing out costs: `python -m tests.benchmarks.scale [--articles 100] [--killed]`.

Builds a store of articles of the corpus in one process, in two spawned ones, and on Dask with two workers,
and prints CPU seconds, all processes together, as a ratio to the one process (at most 2.2). All three stores
must hold the same lines. With `--killed` a worker of the last two is killed at its first part.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from graph.lexicons import ROOT
from graph.rdf.store import Store

LIMIT = 2.2
ARTICLES = ROOT / "data" / "corpus" / "articles"
SCRIPT = """
import sys
from pathlib import Path
from graph.pipeline import build
from graph.scale.building import build_in_parts
from graph.scale.engines import dask, processes
from tests.scale.working import losing

if __name__ == "__main__":
    how, store, *inputs = sys.argv[1:]
    kind, killed = how.split(",")
    if kind == "serial":
        build(inputs, Path(store))
    else:
        with {"processes": processes, "dask": dask}[kind](2) as run:
            mark = Path(store + ".killed")
            build_in_parts(inputs, Path(store), losing(run, mark, after=True) if killed else run)
"""


def spent(script: Path, kind: str, killed: str, store: Path, inputs: list[str]) -> tuple[float, float]:
    """Return CPU and wall seconds of a build, its workers included."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    words = [sys.executable, str(script), f"{kind},{killed}", str(store), *inputs]
    subprocess.run(words, cwd=ROOT, check=True, env={"PYTHONPATH": str(ROOT), "PATH": ""})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, time.perf_counter() - start


def lines(folder: Path) -> list[bytes]:
    """Return all statements of a store, sorted."""
    with Store.read(folder) as store:
        return sorted(store.nquads().splitlines())


def main() -> None:
    """Build three stores and print what each took."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--killed", action="store_true", help="kill a worker")
    asked = parser.parse_args()
    inputs = [str(path) for path in sorted(ARTICLES.iterdir())[: asked.articles]]
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder, "build.py")
        script.write_text(SCRIPT, encoding="utf-8")
        base, expected = 0.0, list[bytes]()
        for kind in ("serial", "processes", "dask"):
            store = Path(folder, kind)
            killed = "killed" if asked.killed and kind != "serial" else ""
            cpu, wall = spent(script, kind, killed, store, inputs)
            base, expected = base or cpu, expected or lines(store)
            kept = "met" if cpu <= LIMIT * base else "MISSED"
            same = "the same lines" if lines(store) == expected else "OTHER LINES"
            told = f"{kind:10}{cpu:8.1f} s CPU{wall:8.1f} s{cpu / base:7.2f} times"
            print(f"{told}  {kept}, at most {LIMIT}; {same}" if kind != "serial" else told, flush=True)


if __name__ == "__main__":
    main()
