# `make run` and `make test` need only Python 3.11+ (with venv) and make.
PYTHON ?= python3
BIN := .venv/bin
STORE ?= store

.PHONY: run test check bench clean shots

run: .venv/run.done
	$(BIN)/python -m graph build data/articles --store $(STORE)
	$(BIN)/python -m graph serve --store $(STORE)

test: .venv/dev.done
	$(BIN)/pytest -m "not browser"

check: .venv/dev.done
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

bench: .venv/dev.done
	for script in tests/benchmarks/*.py; do $(BIN)/python -m tests.benchmarks.$$(basename $$script .py) || exit 1; done

shots: .venv/dev.done
	$(BIN)/python -m tests.browser.shots docs/screenshots

clean:
	rm -rf .venv $(STORE) build

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/run.done: requirements.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

.venv/dev.done: requirements.txt requirements-dask.txt requirements-dev.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@ .venv/run.done
