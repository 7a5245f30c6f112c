# make run    writes the example district's review into out/, then serves its desk to try (make run PORT=9000)
# make review only writes the review
# make test   the whole suite: lint, types, import contracts, sizes, tests
# make bench  speed and memory beside a peer and the limit, in one run
# make lock   pins the dependencies anew (needs uv)
PYTHON ?= python3
BIN := .venv/bin
AS_OF := 2023-03-31
PORT ?= 8000
DEMO := .demo

.PHONY: run review test check bench lock clean
.DELETE_ON_ERROR:

run: review
	@mkdir -p $(DEMO)
	@DATABASE_URL=sqlite:///$(DEMO)/tiendo.db $(BIN)/tiendo demo examples/quan-song-to --port $(PORT)

review: .venv/run.stamp
	@$(BIN)/tiendo review examples/quan-song-to --as-of $(AS_OF) --out out

test: .venv/test.stamp
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder

bench: .venv-bench/bench.stamp
	.venv-bench/bin/python bench/run.py

lock:
	uv pip compile pyproject.toml --extra build --extra desk --universal --generate-hashes --no-header --no-emit-index-url --python-version 3.11 -q -o requirements.lock
	uv pip compile pyproject.toml --extra build --extra desk --extra dev --universal --generate-hashes --no-header --no-emit-index-url --python-version 3.11 -q -c requirements.lock -o requirements-dev.lock
	uv pip compile pyproject.toml --extra build --extra bench --universal --generate-hashes --no-header --no-emit-index-url --python-version 3.11 -q -c requirements.lock -o requirements-bench.lock

clean:
	rm -rf .venv .venv-bench out $(DEMO)

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "tiendo needs Python 3.11 or newer; say which: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv .venv

.venv/run.stamp: requirements.lock pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/test.stamp: requirements-dev.lock .venv/run.stamp
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

# the benchmarks have a place of their own: real Spark and the tests' Spark client are one package's two names
.venv-bench/bench.stamp: requirements-bench.lock pyproject.toml
	@test -x .venv-bench/bin/python || $(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-bench.lock
	.venv-bench/bin/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@
